package bd.cleancare.payments;

import bd.cleancare.notifications.Event;
import bd.cleancare.notifications.Fact;
import bd.cleancare.notifications.Notifications;
import bd.cleancare.shared.Taka;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells payers; under the event's id, so once for each event however often it is told. */
@Component
class PaymentNotices {

    private final Notifications notifications;
    private final Receipts receipts;
    private final AttemptStore attempts;

    PaymentNotices(Notifications notifications, Receipts receipts, AttemptStore attempts) {
        this.notifications = notifications;
        this.receipts = receipts;
        this.attempts = attempts;
    }

    @EventListener
    public void on(PaymentEvent event) {
        Payment payment = event.payment();
        if (payment.user() == null) {
            return; // paid at the counter by somebody without an account, who has the paper in hand
        }
        switch (event) {
            case PaymentEvent.PaymentPaid _ -> {
                tell(Event.PAYMENT_COMPLETED, event, payment.amount());
                if (receipts.ofPayment(payment.id()).isPresent()) {
                    tell(Event.RECEIPT_READY, event, payment.amount());
                }
            }
            case PaymentEvent.PaymentEnded ended -> {
                if (mayBelieveToHavePaid(ended)) {
                    tell(Event.PAYMENT_FAILED, event, payment.amount());
                }
            }
            case PaymentEvent.RefundDue _ -> tell(Event.REFUND_DUE, event, payment.amount());
            case PaymentEvent.PaymentRefunded refunded -> tell(Event.PAYMENT_REFUNDED, event, refunded.total());
        }
    }

    /** Who cancels knows it, and so does who walked away from the wallet's page; who has approved and is then told nothing does not. */
    private boolean mayBelieveToHavePaid(PaymentEvent.PaymentEnded ended) {
        return switch (ended.how()) {
            case FAILED -> true;
            case EXPIRED -> attempts.ofPayment(ended.payment().id()).stream().anyMatch(attempt -> attempt.confirms() > 0);
            default -> false;
        };
    }

    private void tell(Event what, PaymentEvent event, Taka amount) {
        Payment payment = event.payment();
        notifications.tell(new Fact(what, event.id().toString(), List.of(payment.user()), "/payments/" + payment.id() + "/", values(payment, amount)));
    }

    private Map<String, String> values(Payment payment, Taka amount) {
        var values = new HashMap<String, String>();
        values.put("amount_bn", amount.bangla() + " টাকা");
        values.put("amount_en", amount.grouped() + " taka");
        values.put("transaction_id", payment.transactionId());
        values.put("receipt_number", receipts.ofPayment(payment.id()).map(Receipts.Receipt::number).orElse(payment.transactionId()));
        return values;
    }
}
