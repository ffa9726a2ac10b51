package bd.cleancare.payments.web;

import bd.cleancare.payments.Counter;
import bd.cleancare.payments.Counter.Receiving;
import bd.cleancare.payments.Counter.Taken;
import bd.cleancare.payments.Method;
import bd.cleancare.payments.Once;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.Payments;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.OneOf;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Cash and cheques that a clerk takes for a bill. */
@RestController
class CounterApi {

    private static final int LONGEST_REFERENCE = 80;

    private final Counter counter;
    private final Payments payments;
    private final PaymentEdge edge;
    private final Once once;
    private final JsonMapper json;

    CounterApi(Counter counter, Payments payments, PaymentEdge edge, Once once, JsonMapper json) {
        this.counter = counter;
        this.payments = payments;
        this.edge = edge;
        this.once = once;
        this.json = json;
    }

    /** {@code amount} is what lies on the counter; when the bill asks for another amount by now, nothing is booked, unless {@code part} is true and it is less. */
    @Summary("Take cash or a cheque for a bill")
    @PostMapping("/api/payments/bills/{id}/counter")
    @Access(Access.Rule.ADMINS)
    @Fields(required = {"payment_method", "amount"}, optional = {"reference", "phone_number"}, flags = "part")
    @OneOf(field = "payment_method", list = Method.class, only = "isAtTheCounter")
    ResponseEntity<String> take(@PathVariable String id, RequestFields fields, Viewer viewer, @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        Once.required(key);
        Method method = fields.choice("payment_method", word -> Method.ofWord(word).filter(Method::isAtTheCounter));
        String amountText = fields.text("amount", 40);
        String reference = fields.optionalText("reference", LONGEST_REFERENCE);
        String phoneText = fields.optionalText("phone_number", 20);
        boolean part = fields.yes("part");
        if (method == Method.CHEQUE && (reference == null || reference.isBlank())) {
            fields.errors().add("reference", "field.cheque_reference");
        }
        fields.throwIfBad();
        UUID bill = Ids.parse(id);
        if (bill == null) {
            throw Problem.notFound();
        }
        Taka amount = edge.amount(amountText);
        PhoneNumber phone = phoneText == null || phoneText.isBlank() ? null : PaymentEdge.phone(phoneText);
        var taken = new Taken(bill, method, amount, part, reference, phone);
        String wish = String.join("\n", id, method.word(), amount.plain(), String.valueOf(part), String.valueOf(reference), String.valueOf(phoneText));
        var reply = once.run(viewer.id(), "counter", key, wish, work -> work.resumed() == null ? take(taken, viewer, work) : received(payments.find(work.resumed()).orElseThrow(), viewer));
        var answer = ResponseEntity.status(reply.status()).contentType(MediaType.APPLICATION_JSON);
        return (reply.replayed() ? answer.header("Idempotent-Replayed", "true") : answer).body(reply.body());
    }

    private Once.Reply take(Taken taken, Viewer viewer, Once.Work work) {
        return switch (counter.take(taken, viewer, work::made).orElseThrow(Problem::notFound)) {
            case Receiving.Received received -> received(received.payment(), viewer);
            case Receiving.AmountDiffers differs -> throw Problem.detail(422, "bill_amount_differs").with("payable", differs.payable().plain());
            case Receiving.NothingDue _ -> throw Problem.detail(409, "bill_not_due");
            case Receiving.WholeOnly _ -> throw Problem.detail(422, "bill_whole_only");
        };
    }

    private Once.Reply received(Payment payment, Viewer viewer) {
        return Once.Reply.of(201, json.writeValueAsString(edge.detail(payment, viewer)));
    }
}
