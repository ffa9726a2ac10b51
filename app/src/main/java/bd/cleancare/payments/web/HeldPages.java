package bd.cleancare.payments.web;

import bd.cleancare.payments.HeldPayments;
import bd.cleancare.payments.HeldPayments.Decided;
import bd.cleancare.payments.HeldPayments.Decision;
import bd.cleancare.payments.HeldPayments.Held;
import bd.cleancare.payments.Refunds;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import bd.cleancare.shared.Worded;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Money that came with something wrong about it, and deciding about it. */
@Controller
class HeldPages {

    private static final String HELD = PaymentDeskPages.PAYMENTS + "held/";
    private static final int SHORTEST_EVIDENCE = 5;
    private static final int LONGEST_EVIDENCE = 500;

    private final HeldPayments held;
    private final Refunds refunds;

    HeldPages(HeldPayments held, Refunds refunds) {
        this.held = held;
        this.refunds = refunds;
    }

    @GetMapping(HELD)
    @Access(Access.Rule.ADMINS)
    Page list(Viewer viewer) {
        return Page.of("payments/held").with("held", held.list(viewer)).with("waiting", refunds.waiting(viewer));
    }

    /** The gateway is asked before a decision counts. */
    @PostMapping(HELD + "{id}/")
    @Access(Access.Rule.ADMINS)
    Page decide(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Held found = held.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
        Decision decision = fields.optionalChoice("decision", word -> Worded.find(Decision.class, word));
        String evidence = fields.optionalText("evidence", LONGEST_EVIDENCE);
        if (decision == null || evidence == null || evidence.length() < SHORTEST_EVIDENCE) {
            return Page.redirect(HELD).warning("payments.held.incomplete", SHORTEST_EVIDENCE);
        }
        return switch (held.decide(found, decision, evidence, viewer)) {
            case Decided.Done done -> Page.redirect(PaymentDeskPages.PAYMENTS + done.payment().id() + "/").flash("payments.held.done");
            case Decided.GatewayContradicts _ -> Page.redirect(HELD).warning("error.held_contradicted");
            case Decided.Unclear _ -> Page.redirect(HELD).warning("error.held_unclear");
            case Decided.PaidAlready _ -> Page.redirect(HELD).warning("error.held_paid_already");
            case Decided.DecidedAlready _ -> Page.redirect(HELD).warning("error.held_decided");
        };
    }
}
