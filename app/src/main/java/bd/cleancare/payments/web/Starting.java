package bd.cleancare.payments.web;

import bd.cleancare.payments.Begun;
import bd.cleancare.payments.Bill;
import bd.cleancare.payments.Once;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentOrder;
import bd.cleancare.payments.Payments;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.web.ErrorBodies;
import bd.cleancare.platform.web.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Begins a payment over HTTP, once for each Idempotency-Key, and words the answer as the guide does. */
@Component
class Starting {

    private static final Map<String, String> NAMES = Map.of("bkash", "bKash", "nagad", "Nagad", "rocket", "Rocket", "upay", "Upay", "sslcommerz", "SSLCommerz");

    private final Payments payments;
    private final Once once;
    private final ErrorBodies errors;
    private final Messages messages;
    private final JsonMapper json;

    Starting(Payments payments, Once once, ErrorBodies errors, Messages messages, JsonMapper json) {
        this.payments = payments;
        this.once = once;
        this.errors = errors;
        this.messages = messages;
        this.json = json;
    }

    /** @param key null where the guide's clients send none */
    ResponseEntity<String> start(PaymentOrder order, String endpoint, String key, Language language) {
        if (key == null) {
            return answer(reply(payments.begin(order), order, language));
        }
        String wish = String.join("\n", order.label(), order.amount().plain(), order.method().word(), order.phone().canonical(), String.valueOf(order.bill()));
        return answer(once.run(order.user(), endpoint, key, wish, work -> work.resumed() == null
                ? reply(payments.begin(order, work::made), order, language) : resume(work.resumed(), order, language)));
    }

    /** A replay is answered before the bill is looked at: by then it may be paid, by this very request's first copy. */
    ResponseEntity<String> startBill(PaymentOrder order, Bill bill, String key, Language language) {
        String wish = String.join("\n", order.method().word(), order.phone().canonical(), String.valueOf(order.bill()));
        return answer(once.run(order.user(), "bill", key, wish, work -> {
            if (work.resumed() != null) {
                return resume(work.resumed(), order, language);
            }
            if (!bill.payable().isPositive()) {
                throw Problem.detail(409, "bill_not_due");
            }
            if (!order.amount().equals(bill.payable())) {
                throw Problem.detail(422, "bill_amount_differs").with("payable", bill.payable().plain());
            }
            return reply(payments.begin(order, work::made), order, language);
        }));
    }

    ResponseEntity<String> again(UUID payment, PaymentOrder order, String key, Language language) {
        return answer(once.run(order.user(), "again", key, payment + "\n" + order.method().word(), _ -> reply(payments.again(payment, order), order, language)));
    }

    /** The earlier request made the payment and was cut short: the same payment goes on. */
    private Once.Reply resume(UUID payment, PaymentOrder order, Language language) {
        Begun begun = payments.whereItStands(payment);
        return reply(begun instanceof Begun.Unclear ? payments.again(payment, order) : begun, order, language);
    }

    private Once.Reply reply(Begun begun, PaymentOrder order, Language language) {
        return switch (begun) {
            case Begun.Sent sent -> Once.Reply.of(200, json.writeValueAsString(sent(sent)));
            case Begun.Refused refused -> refusal(400, "payment_refused", refused.payment(), "payment.refusal." + refused.why().name().toLowerCase(java.util.Locale.ROOT), language);
            case Begun.Unclear unclear -> refusal(502, "payment_unclear", unclear.payment(), "payment.refusal.unclear", language);
            case Begun.AlreadyOpen open -> alreadyOpen(open.payment(), order, language);
            case Begun.Unsupported _ -> throw Problem.error(400, "payment_method_unsupported", "Unsupported payment method");
        };
    }

    private static Map<String, Object> sent(Begun.Sent sent) {
        var body = new LinkedHashMap<String, Object>();
        body.put("payment_id", sent.payment().id());
        body.put("transaction_id", sent.payment().transactionId());
        if (sent.gateway().equals("bkash")) {
            body.put("bkash_url", sent.redirectUrl());
        }
        body.put("redirect_url", sent.redirectUrl());
        body.put("status", sent.payment().status().word());
        body.put("message", "Payment initiated. Please complete on " + NAMES.getOrDefault(sent.gateway(), sent.gateway()) + ".");
        return body;
    }

    private Once.Reply refusal(int status, String code, Payment payment, String messageKey, Language language) {
        Problem problem = Problem.error(status, code, "Payment initiation failed").with("message", messages.get(language, messageKey))
                .with("payment_id", payment.id()).with("transaction_id", payment.transactionId());
        return Once.Reply.of(status, json.writeValueAsString(errors.body(problem, language)));
    }

    /** Only to the one who opened it is it told which payment that is. */
    private Once.Reply alreadyOpen(Payment open, PaymentOrder order, Language language) {
        Problem problem = Problem.detail(409, "payment_already_open");
        if (open.user().equals(order.user())) {
            problem.with("payment_id", open.id()).with("payment_url", "/api/payments/" + open.id() + "/");
        }
        throw problem;
    }

    private static ResponseEntity<String> answer(Once.Reply reply) {
        var answer = ResponseEntity.status(reply.status()).contentType(MediaType.APPLICATION_JSON);
        return (reply.replayed() ? answer.header("Idempotent-Replayed", "true") : answer).body(reply.body());
    }
}
