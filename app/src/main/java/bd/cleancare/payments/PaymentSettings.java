package bd.cleancare.payments;

import bd.cleancare.shared.Taka;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rules of paying.
 *
 * @param openFor how long a payer may take; then the gateway is asked and the payment given up
 * @param largestAmount of one payment, in taka
 * @param checkAfter when an unfinished attempt is asked about, counted from the check before; the last one repeats
 * @param giveUpAfter when an attempt the gateway still calls pending is not asked about any more
 * @param lease how long one worker may take over one attempt before another takes it over; longer than three gateway calls
 * @param returnUrl where browsers go after the gateway, on our own site; {@code {id}} is the payment
 * @param rebateBasisPoints taken off a bill paid by its due date
 * @param surchargeBasisPoints added to a bill for every begun month after its due date
 * @param largestSurchargeBasisPoints and at most
 * @param services what is otherwise for a service type, by its code
 * @param keepKeysFor how long an Idempotency-Key is remembered
 * @param keepPayersFor how long the payer's number and the gateway's answers are kept after a payment's last change
 * @param feeBasisPoints the fee agreed with each gateway; a statement with another one is shown
 * @param routes which gateway takes which method
 */
@ConfigurationProperties("cleancare.payments")
public record PaymentSettings(@DefaultValue("1h") Duration openFor, @DefaultValue("500000") BigDecimal largestAmount,
        @DefaultValue({"1m", "2m", "5m", "10m", "30m", "1h", "3h"}) List<Duration> checkAfter, @DefaultValue("72h") Duration giveUpAfter,
        @DefaultValue("2m") Duration lease, @DefaultValue("/payments/{id}/") String returnUrl, @DefaultValue("0") int rebateBasisPoints,
        @DefaultValue("0") int surchargeBasisPoints, @DefaultValue("5000") int largestSurchargeBasisPoints, @DefaultValue Map<String, Terms> services,
        @DefaultValue("48h") Duration keepKeysFor, @DefaultValue("2557d") Duration keepPayersFor, @DefaultValue Map<String, Integer> feeBasisPoints, @DefaultValue Routes routes) {

    /** Of one service type; what is null is as for all. */
    public record Terms(Integer rebateBasisPoints, Integer surchargeBasisPoints, Integer largestSurchargeBasisPoints) {
    }

    /**
     * @param bkash gateway for bKash wallets
     * @param nagad gateway for Nagad wallets
     * @param rocket gateway for Rocket wallets: rocket, or sslcommerz
     * @param upay gateway for Upay wallets: upay, or sslcommerz
     */
    public record Routes(@DefaultValue("bkash") String bkash, @DefaultValue("nagad") String nagad, @DefaultValue("rocket") String rocket,
            @DefaultValue("upay") String upay) {

        String of(Method method) {
            return switch (method) {
                case BKASH -> bkash;
                case NAGAD -> nagad;
                case ROCKET -> rocket;
                case UPAY -> upay;
                case CASH, CHEQUE -> "";
            };
        }
    }

    /** What holds for bills of a service type: its own terms where it has them. */
    public Terms terms(String serviceType) {
        Terms own = services.getOrDefault(serviceType, new Terms(null, null, null));
        return new Terms(own.rebateBasisPoints == null ? Integer.valueOf(rebateBasisPoints) : own.rebateBasisPoints,
                own.surchargeBasisPoints == null ? Integer.valueOf(surchargeBasisPoints) : own.surchargeBasisPoints,
                own.largestSurchargeBasisPoints == null ? Integer.valueOf(largestSurchargeBasisPoints) : own.largestSurchargeBasisPoints);
    }

    Taka largest() {
        return Taka.parse(largestAmount.toPlainString()).orElseThrow();
    }

    Duration checkAfter(int checks) {
        return checkAfter.get(Math.min(checks, checkAfter.size() - 1));
    }
}
