package bd.cleancare.payments.web;

import bd.cleancare.payments.Begun;
import bd.cleancare.payments.Once;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentOrder;
import bd.cleancare.payments.Payments;
import bd.cleancare.platform.web.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Begins a payment from a page. The form carries a key, so a form that is sent twice begins one payment. */
@Component
class PageStart {

    private final Payments payments;
    private final Once once;

    PageStart(Payments payments, Once once) {
        this.payments = payments;
        this.once = once;
    }

    /** @return the payment to go on with, whatever became of it at the gateway; also one of the bill that was under way before */
    UUID begin(PaymentOrder order, String key) {
        String wish = String.join("\n", order.service().code(), order.amount().plain(), order.method().word(), String.valueOf(order.bill()));
        Once.Reply reply = once.run(order.user(), "page", Once.required(key), wish, work -> Once.Reply.of(200, mine(work.resumed() == null
                ? payments.begin(order, work::made) : payments.whereItStands(work.resumed()), order).toString()));
        return UUID.fromString(reply.body());
    }

    UUID again(Payment payment, PaymentOrder order) {
        return mine(payments.again(payment.id(), order), order);
    }

    private static UUID mine(Begun begun, PaymentOrder order) {
        return switch (begun) {
            case Begun.Sent sent -> sent.payment().id();
            case Begun.Refused refused -> refused.payment().id();
            case Begun.Unclear unclear -> unclear.payment().id();
            case Begun.AlreadyOpen open when open.payment().user().equals(order.user()) -> open.payment().id();
            case Begun.AlreadyOpen _ -> throw Problem.detail(409, "payment_already_open");
            case Begun.Unsupported _ -> throw Problem.detail(422, "payment_method_unsupported");
        };
    }
}
