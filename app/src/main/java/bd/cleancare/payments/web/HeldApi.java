package bd.cleancare.payments.web;

import bd.cleancare.payments.HeldPayments;
import bd.cleancare.payments.HeldPayments.Decided;
import bd.cleancare.payments.HeldPayments.Decision;
import bd.cleancare.payments.HeldPayments.Held;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.OneOf;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import bd.cleancare.shared.Worded;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payments that are held because the gateway's answer did not fit: seen and decided by staff. */
@RestController
@RequestMapping("/api/payments/held")
class HeldApi {

    private static final int SHORTEST_EVIDENCE = 5;
    private static final int LONGEST_EVIDENCE = 500;

    private final HeldPayments held;

    HeldApi(HeldPayments held) {
        this.held = held;
    }

    @Summary("List the payments that are held")
    @GetMapping
    @Access(Access.Rule.ADMINS)
    Map<String, Object> list(Viewer viewer) {
        return Map.of("held", held.list(viewer).stream().map(HeldApi::json).toList());
    }

    /** {@code decision} is release, refund or nothing_came; the gateway is asked before it counts. */
    @Summary("Decide about a payment that is held")
    @PostMapping("/{id}/decide")
    @Access(Access.Rule.ADMINS)
    @Fields(required = {"decision", "evidence"})
    @OneOf(field = "decision", list = Decision.class)
    Map<String, Object> decide(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Decision decision = fields.choice("decision", word -> Worded.find(Decision.class, word));
        String evidence = fields.text("evidence", LONGEST_EVIDENCE);
        if (evidence != null && evidence.length() < SHORTEST_EVIDENCE) {
            fields.errors().add("evidence", "field.too_short", SHORTEST_EVIDENCE);
        }
        fields.throwIfBad();
        Held found = held.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
        return switch (held.decide(found, decision, evidence, viewer)) {
            case Decided.Done done -> PaymentJson.detail(done.payment());
            case Decided.GatewayContradicts _ -> throw Problem.detail(409, "held_contradicted");
            case Decided.Unclear _ -> throw Problem.detail(503, "held_unclear");
            case Decided.PaidAlready _ -> throw Problem.detail(409, "held_paid_already");
            case Decided.DecidedAlready _ -> throw Problem.detail(409, "held_decided");
        };
    }

    private static Map<String, Object> json(Held held) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", held.id());
        body.put("payment_id", held.payment().id());
        body.put("transaction_id", held.payment().transactionId());
        body.put("gateway", held.gateway());
        body.put("invoice", held.invoice());
        body.put("expected", held.expected().plain());
        body.put("told", held.told().plain());
        body.put("why", held.why());
        body.put("proof", held.proof());
        body.put("since", held.since());
        return body;
    }
}
