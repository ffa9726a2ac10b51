package bd.cleancare.payments.gateway;

import bd.cleancare.shared.Taka;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One payment gateway. An implementation speaks its protocol and says what came of it; what that means for a payment is not its
 * business. No method is called inside a database transaction.
 */
public interface Gateway {

    /** Its name in the settings, the tables and the ledger. */
    String name();

    /**
     * @param invoice our key of the attempt, letters and digits, at most 20, used once
     * @param payer as {@code 01XXXXXXXXX}
     */
    record Order(String invoice, Taka amount, String payer, String callbackUrl, String payerAddress) {
    }

    /** An attempt as the gateway knows it. {@code paymentId} is null where the gateway never told us; {@code trxId} where nothing was paid. */
    record Reference(String invoice, String paymentId, Taka amount, Instant createdAt, String trxId) {
    }

    sealed interface Creation {

        record Created(String paymentId, String redirectUrl, Instant expiresAt, String answer) implements Creation {
        }

        /** Nothing was made and nothing will be. */
        record Refused(Refusal why, String code, String answer) implements Creation {
        }

        /** No readable answer: it may have been made. {@code paymentId} where the gateway told it before it fell silent. */
        record Unknown(String reason, String paymentId) implements Creation {
        }
    }

    sealed interface Outcome {

        /**
         * As the gateway tells it; whether it fits the payment is for the caller to check.
         *
         * @param payerMasked the wallet, masked here whatever the gateway made of it; null where it told none
         * @param doubt why somebody should look before the money counts; null for most
         */
        record Paid(String trxId, Taka amount, String currency, String invoice, String payerMasked, Instant paidAt, String doubt, String answer) implements Outcome {

            public Paid {
                payerMasked = Redaction.masked(payerMasked);
            }
        }

        /** For good: this attempt will not be paid any more. */
        record NotPaid(Refusal why, String code, String answer) implements Outcome {
        }

        /** The payer has agreed and the money moves when {@link #confirm} is called, not before. */
        record Authorised(String answer) implements Outcome {
        }

        /** The payer may still pay. */
        record Pending(String answer) implements Outcome {
        }

        /** No answer, or none that can be read: says nothing about the money. */
        record Unknown(String reason) implements Outcome {
        }
    }

    /** What a person is told; {@code payment.refusal.<name>} has the words. */
    enum Refusal {
        CANCELLED, EXPIRED, INSUFFICIENT, WALLET, DUPLICATE, DECLINED, NOT_CONFIRMED, MERCHANT, UNAVAILABLE
    }

    /** @param id our refund's id, shown to the gateway where it takes one */
    record RefundOrder(Reference payment, String trxId, Taka amount, String id, String reason) {
    }

    sealed interface RefundOutcome {

        record Refunded(String refundId, String answer) implements RefundOutcome {
        }

        record Refused(String code, String answer) implements RefundOutcome {
        }

        record Unknown(String reason) implements RefundOutcome {
        }

        /** The gateway offers no way: by hand, at the bank. */
        record ByHand() implements RefundOutcome {
        }
    }

    /** One refund the gateway has made of a payment. */
    record Made(String refundId, Taka amount) {
    }

    Creation create(Order order);

    /** Tells the gateway to move the money, where it waits for that; asks again where it does not. */
    Outcome confirm(Reference attempt);

    /** Reads how the attempt stands; changes nothing. */
    Outcome query(Reference attempt);

    /** Sent once; nobody repeats it when the answer is lost. */
    RefundOutcome refund(RefundOrder order);

    /** All refunds of a payment the gateway has made; null when it cannot be known now. */
    List<Made> refundsOf(RefundOrder order);

    /** How long after the payment the gateway still refunds. */
    Duration refundWindow();

    /** Whether it has credentials and may be offered to payers. */
    boolean configured();

    /** The wire, for health and for operators. */
    GatewayHttp http();
}
