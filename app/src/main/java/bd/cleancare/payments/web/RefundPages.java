package bd.cleancare.payments.web;

import bd.cleancare.payments.Once;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentTrail;
import bd.cleancare.payments.Refund;
import bd.cleancare.payments.RefundSending;
import bd.cleancare.payments.RefundStatus;
import bd.cleancare.payments.Refunds;
import bd.cleancare.payments.Refunds.Decision;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import bd.cleancare.shared.Worded;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Giving money back on pages: one asks on the payment's page, another decides in the list. */
@Controller
class RefundPages {

    private static final String REFUNDS = PaymentDeskPages.PAYMENTS + "refunds/";
    private static final int LONGEST_REASON = 200;
    private static final int SHORTEST_REASON = 3;

    private final Refunds refunds;
    private final RefundSending sending;
    private final PaymentTrail trail;
    private final PaymentDeskPages desk;
    private final Once once;
    private final PayerParts parts;

    RefundPages(Refunds refunds, RefundSending sending, PaymentTrail trail, PaymentDeskPages desk, Once once, PayerParts parts) {
        this.refunds = refunds;
        this.sending = sending;
        this.trail = trail;
        this.desk = desk;
        this.once = once;
        this.parts = parts;
    }

    /** The form carries what its reader saw as left and a key, so neither a stale page nor a second click asks for more than was meant. */
    @PostMapping(PaymentDeskPages.PAYMENTS + "{id}/refunds/")
    @Access(Access.Rule.ADMINS)
    Page ask(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Payment payment = desk.found(id, viewer);
        try {
            Taka amount = taka(fields, "amount");
            Taka seen = taka(fields, "refundable");
            String reason = reason(fields);
            if (seen.equals(payment.refundable()) && amount.compareTo(seen) > 0) {
                fields.errors().add("amount", "field.refund_too_large", seen);
            }
            String key = fields.text("key", 60);
            fields.throwIfBad();
            once.run(viewer.id(), "refund-page", Once.required(key), payment.id() + "\n" + amount + "\n" + seen + "\n" + reason, _ -> {
                requireAsked(refunds.ask(payment, amount, seen, reason, viewer));
                return Once.Reply.of(200, "");
            });
            return Page.redirect(PaymentDeskPages.PAYMENTS + payment.id() + "/").flash("payments.refund.asked");
        } catch (Problem refused) {
            return desk.page(payment, viewer, Form.refused(fields, refused)).status(422);
        }
    }

    private static void requireAsked(Refunds.Asked asked) {
        switch (asked) {
            case Refunds.Asked.Requested _ -> {
            }
            case Refunds.Asked.TooMuch more -> throw Problem.fields(FieldErrors.of("amount", "field.refund_too_large", more.refundable()));
            case Refunds.Asked.Stale _ -> throw Problem.detail(409, "refund_stale");
            case Refunds.Asked.NotPaid _ -> throw Problem.detail(409, "refund_not_paid");
            case Refunds.Asked.TooLate late -> throw Problem.detail(409, "refund_too_late", late.days());
        }
    }

    /** Its errors stand above the form too, far from the field: so they name it. */
    private static String reason(RequestFields fields) {
        String reason = fields.optionalText("reason", LONGEST_REASON);
        if (reason == null || reason.length() < SHORTEST_REASON) {
            fields.errors().add("reason", "field.refund_reason", SHORTEST_REASON);
        }
        return reason;
    }

    private static Taka taka(RequestFields fields, String name) {
        String text = fields.text(name, 40);
        Optional<Taka> amount = text == null ? Optional.empty() : Taka.parse(text).filter(Taka::isPositive);
        if (text != null && amount.isEmpty()) {
            fields.errors().add(name, "field.amount");
        }
        return amount.orElse(Taka.ZERO);
    }

    @GetMapping(REFUNDS)
    @Access(Access.Rule.ADMINS)
    Page list(Viewer viewer, @RequestParam(defaultValue = "requested") String status) {
        RefundStatus wanted = Arrays.stream(RefundStatus.values()).filter(each -> each.word().equals(status)).findFirst().orElse(RefundStatus.REQUESTED);
        return Page.of("payments/refunds").with("status", wanted).with("refunds", trail.named(refunds.list(viewer, wanted)))
                .with("services", parts.services()).with("waiting", refunds.waiting(viewer));
    }

    @PostMapping(REFUNDS + "{id}/approve/")
    @Access(Access.Rule.ADMINS)
    Page approve(@PathVariable String id, Viewer viewer) {
        Refund refund = found(id, viewer);
        Decision decision = refunds.approve(refund, viewer);
        if (decision != Decision.DONE) {
            return after(refund, decision, null);
        }
        sending.send(refund.id());
        return told(refund, refunds.find(refund.id(), viewer).orElseThrow().status());
    }

    /** What was approved is not yet given back everywhere: the sentence says what has come of it, and what is left to do. */
    private static Page told(Refund refund, RefundStatus now) {
        Page next = Page.redirect(PaymentDeskPages.PAYMENTS + refund.payment() + "/");
        String words = "payments.refund.approved." + now.word();
        return now == RefundStatus.SUCCEEDED || now == RefundStatus.SENT ? next.flash(words) : next.warning(words);
    }

    @PostMapping(REFUNDS + "{id}/reject/")
    @Access(Access.Rule.ADMINS)
    Page reject(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Refund refund = found(id, viewer);
        String reason = fields.optionalText("reason", LONGEST_REASON);
        return reason == null ? Page.redirect(REFUNDS + "#refund-" + refund.id()).warning("payments.refund.reason_missing")
                : after(refund, refunds.reject(refund, viewer, reason), "payments.refund.rejected");
    }

    /** What was done at the bank by hand, or found out where the gateway is silent; what proves it is kept. */
    @PostMapping(REFUNDS + "{id}/resolve/")
    @Access(Access.Rule.ADMINS)
    Page resolve(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Refund refund = found(id, viewer);
        RefundStatus outcome = fields.optionalChoice("outcome", word -> Worded.find(RefundStatus.class, word).filter(RefundStatus::isOutcome));
        String evidence = fields.optionalText("evidence", LONGEST_REASON);
        return outcome == null || evidence == null ? Page.redirect(REFUNDS + "?status=" + refund.status().word()).warning("payments.refund.evidence_missing")
                : after(refund, sending.resolve(refund, outcome == RefundStatus.SUCCEEDED, evidence, viewer), "payments.refund.resolved");
    }

    private Page after(Refund refund, Decision decision, String done) {
        Page next = Page.redirect(PaymentDeskPages.PAYMENTS + refund.payment() + "/");
        return switch (decision) {
            case DONE -> next.flash(done);
            case SAME_PERSON -> next.warning("error.refund_same_person");
            case DECIDED_ALREADY -> next.warning("error.refund_decided");
        };
    }

    private Refund found(String id, Viewer viewer) {
        return refunds.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
    }
}
