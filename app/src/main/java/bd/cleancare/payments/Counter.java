package bd.cleancare.payments;

import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door for clerks who take cash and cheques for bills. Money that comes by a gateway as well is found when it arrives. */
@Component
public class Counter {

    /**
     * @param amount in the clerk's hands; it must be what the bill asks for at that moment
     * @param part whether the clerk means less than that, which services of free amounts allow; the rest stays due
     * @param reference the cheque's number and bank, or the page of the cash book; may be null for cash
     * @param phone of the payer; may be null
     */
    public record Taken(UUID bill, Method method, Taka amount, boolean part, String reference, PhoneNumber phone) {
    }

    public sealed interface Receiving {

        record Received(Payment payment) implements Receiving {
        }

        /** Nothing was taken: the bill asks for another amount by now. */
        record AmountDiffers(Taka payable) implements Receiving {
        }

        record NothingDue() implements Receiving {
        }

        /** The service's bills are paid whole. */
        record WholeOnly() implements Receiving {
        }
    }

    private final BillStore bills;
    private final ServiceTypes services;
    private final Till till;
    private final Clock clock;

    Counter(BillStore bills, ServiceTypes services, Till till, Clock clock) {
        this.bills = bills;
        this.services = services;
        this.till = till;
        this.clock = clock;
    }

    @Transactional
    public Optional<Receiving> take(Taken taken, Viewer clerk) {
        return take(taken, clerk, _ -> {
        });
    }

    /**
     * Empty when there is no such bill. Of two clerks with the same bill the second is told that nothing is due.
     *
     * @param remember told the payment's id in the transaction that makes it
     */
    @Transactional
    public Optional<Receiving> take(Taken taken, Viewer clerk, Consumer<UUID> remember) {
        LocalDate today = LocalDate.now(clock.withZone(CityTime.ZONE));
        if (!taken.method().isAtTheCounter()) {
            throw new IllegalArgumentException(taken.method() + " is not taken at the counter");
        }
        if (bills.find(taken.bill(), today).isEmpty()) {
            return Optional.empty();
        }
        Bill bill = bills.lock(taken.bill(), today);
        if (!bill.payable().isPositive()) {
            return Optional.of(new Receiving.NothingDue());
        }
        ServiceType service = services.byCode(bill.serviceType()).orElseThrow();
        if (taken.part() && !service.freeAmount()) {
            return Optional.of(new Receiving.WholeOnly());
        }
        if (!fits(taken, bill.payable())) {
            return Optional.of(new Receiving.AmountDiffers(bill.payable()));
        }
        var order = new PaymentOrder(bill.owner(), service, bill.serviceType(), taken.amount(), taken.method(), taken.phone(),
                bill.id(), null, bill.ward(), null, null);
        Payment payment = till.put(order, taken.reference(), clerk);
        remember.accept(payment.id());
        return Optional.of(new Receiving.Received(payment));
    }

    private static boolean fits(Taken taken, Taka payable) {
        return taken.amount().equals(payable) || taken.part() && taken.amount().isPositive() && taken.amount().compareTo(payable) < 0;
    }
}
