package bd.cleancare.payments.web;

import bd.cleancare.payments.Once;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.Payments;
import bd.cleancare.payments.Refund;
import bd.cleancare.payments.RefundSending;
import bd.cleancare.payments.RefundStatus;
import bd.cleancare.payments.Refunds;
import bd.cleancare.payments.Refunds.Asked;
import bd.cleancare.payments.Refunds.Decision;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.OneOf;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import bd.cleancare.shared.Worded;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Giving money back: one member of staff asks, another decides. */
@RestController
@RequestMapping("/api/payments")
class RefundApi {

    private static final int LONGEST_REASON = 200;

    private final Payments payments;
    private final Refunds refunds;
    private final RefundSending sending;
    private final Once once;
    private final JsonMapper json;

    RefundApi(Payments payments, Refunds refunds, RefundSending sending, Once once, JsonMapper json) {
        this.payments = payments;
        this.refunds = refunds;
        this.sending = sending;
        this.once = once;
        this.json = json;
    }

    /** {@code refundable} is what the asker saw as left; with another amount left meanwhile, nothing is asked. */
    @Summary("Ask for a refund")
    @PostMapping("/{id}/refunds")
    @Access(Access.Rule.ADMINS)
    @Fields(required = {"amount", "refundable", "reason"})
    ResponseEntity<String> ask(@PathVariable String id, RequestFields fields, Viewer viewer, @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        Once.required(key);
        Taka amount = taka(fields, "amount");
        Taka seen = taka(fields, "refundable");
        String reason = fields.text("reason", LONGEST_REASON);
        if (reason != null && reason.length() < 3) {
            fields.errors().add("reason", "field.too_short", 3);
        }
        fields.throwIfBad();
        Payment payment = payments.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
        var reply = once.run(viewer.id(), "refund", key, payment.id() + "\n" + amount + "\n" + seen + "\n" + reason,
                _ -> Once.Reply.of(201, json.writeValueAsString(asked(refunds.ask(payment, amount, seen, reason, viewer), viewer))));
        var answer = ResponseEntity.status(reply.status()).contentType(MediaType.APPLICATION_JSON);
        return (reply.replayed() ? answer.header("Idempotent-Replayed", "true") : answer).body(reply.body());
    }

    private Map<String, Object> asked(Asked asked, Viewer viewer) {
        return switch (asked) {
            case Asked.Requested requested -> refund(refunds.find(requested.id(), viewer).orElseThrow());
            case Asked.TooMuch more -> throw Problem.detail(409, "refund_too_large", more.refundable()).with("refundable", more.refundable().plain());
            case Asked.Stale stale -> throw Problem.detail(409, "refund_stale").with("refundable", stale.refundable().plain());
            case Asked.NotPaid _ -> throw Problem.detail(409, "refund_not_paid");
            case Asked.TooLate late -> throw Problem.detail(409, "refund_too_late", late.days());
        };
    }

    @Summary("List refunds by their status")
    @GetMapping("/refunds")
    @Access(Access.Rule.ADMINS)
    @OneOf(field = "status", list = RefundStatus.class)
    Map<String, Object> list(Viewer viewer, @RequestParam(defaultValue = "requested") String status) {
        RefundStatus wanted = Worded.find(RefundStatus.class, status).orElseThrow(Problem::notFound);
        return Map.of("refunds", refunds.list(viewer, wanted).stream().map(RefundApi::refund).toList());
    }

    @Summary("Approve a refund that somebody else asked for")
    @PostMapping("/refunds/{id}/approve")
    @Access(Access.Rule.ADMINS)
    Map<String, Object> approve(@PathVariable String id, Viewer viewer) {
        Refund refund = refunds.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
        require(refunds.approve(refund, viewer));
        sending.send(refund.id());
        return refund(refunds.find(refund.id(), viewer).orElseThrow());
    }

    @Summary("Reject a refund")
    @PostMapping("/refunds/{id}/reject")
    @Access(Access.Rule.ADMINS)
    @Fields(required = "reason")
    Map<String, Object> reject(@PathVariable String id, RequestFields fields, Viewer viewer) {
        String reason = fields.text("reason", LONGEST_REASON);
        fields.throwIfBad();
        Refund refund = refunds.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
        require(refunds.reject(refund, viewer, reason));
        return refund(refunds.find(refund.id(), viewer).orElseThrow());
    }

    /** What was done by hand, or found out about a refund the gateway is silent on; the evidence is kept. */
    @Summary("Write down what became of a refund that was done by hand or is unclear")
    @PostMapping("/refunds/{id}/resolve")
    @Access(Access.Rule.ADMINS)
    @Fields(required = {"outcome", "evidence"})
    @OneOf(field = "outcome", list = RefundStatus.class, only = "isOutcome")
    Map<String, Object> resolve(@PathVariable String id, RequestFields fields, Viewer viewer) {
        RefundStatus outcome = fields.choice("outcome", word -> Worded.find(RefundStatus.class, word).filter(RefundStatus::isOutcome));
        String evidence = fields.text("evidence", LONGEST_REASON);
        fields.throwIfBad();
        Refund refund = refunds.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
        require(sending.resolve(refund, outcome == RefundStatus.SUCCEEDED, evidence, viewer));
        return refund(refunds.find(refund.id(), viewer).orElseThrow());
    }

    private static void require(Decision decision) {
        switch (decision) {
            case DONE -> {
            }
            case SAME_PERSON -> throw Problem.detail(403, "refund_same_person");
            case DECIDED_ALREADY -> throw Problem.detail(409, "refund_decided");
        }
    }

    private static Taka taka(RequestFields fields, String name) {
        String text = fields.text(name, 40);
        Optional<Taka> amount = text == null ? Optional.empty() : Taka.parse(text).filter(taka -> taka.isPositive());
        if (text != null && amount.isEmpty()) {
            fields.errors().add(name, "field.amount");
        }
        return amount.orElse(Taka.ZERO);
    }

    private static Map<String, Object> refund(Refund refund) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", refund.id());
        body.put("payment_id", refund.payment());
        body.put("amount", refund.amount().plain());
        body.put("reason", refund.reason());
        body.put("status", refund.status().word());
        body.put("requested_by", refund.requestedBy());
        body.put("decided_by", refund.decidedBy());
        body.put("gateway_refund_id", refund.gatewayRefundId());
        body.put("evidence", refund.evidence());
        body.put("created_at", refund.createdAt());
        return body;
    }
}
