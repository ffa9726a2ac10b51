package bd.cleancare.payments.web;

import bd.cleancare.payments.Bill;
import bd.cleancare.payments.Bills;
import bd.cleancare.payments.Method;
import bd.cleancare.payments.ServiceType;
import bd.cleancare.payments.ServiceTypes;
import bd.cleancare.platform.limits.RateLimits.Rate;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding a bill, choosing how to pay it, and paying an amount of one's own choice. */
@Controller
class PayPages {

    private static final Rate PER_MINUTE = Rate.of(20, Duration.ofMinutes(1));
    private static final int LONGEST_NUMBER = 60;

    private final Bills bills;
    private final ServiceTypes services;
    private final PageStart start;
    private final PaymentEdge edge;
    private final PayerParts parts;

    PayPages(Bills bills, ServiceTypes services, PageStart start, PaymentEdge edge, PayerParts parts) {
        this.bills = bills;
        this.services = services;
        this.start = start;
        this.edge = edge;
        this.parts = parts;
    }

    /** Whoever knows a holding's number may pay for it. They see what is owed for it, and not whose it is. */
    @GetMapping("/payments/find/")
    @Access(Access.Rule.SIGNED_IN)
    Page find(Viewer viewer, @RequestParam(required = false) String holding) {
        String number = holding == null || holding.length() > LONGEST_NUMBER || holding.indexOf('\0') >= 0 ? "" : holding.strip();
        List<Bill> found = List.of();
        if (!number.isEmpty()) {
            edge.limit(viewer, PER_MINUTE);
            found = bills.dueOfHolding(number);
        }
        return Page.of("payments/find").with("number", number).with("bills", found).with("services", parts.services()).with("form", Form.empty().value("holding", number));
    }

    @GetMapping("/payments/bills/{id}/pay/")
    @Access(Access.Rule.SIGNED_IN)
    Page choose(@PathVariable String id) {
        Bill bill = bills.find(Ids.parse(id)).orElseThrow(Problem::notFound);
        return bill.payable().isPositive() ? choose(bill, Form.empty().value("key", Ids.next())) : Page.redirect("/payments/").warning("error.bill_not_due");
    }

    private Page choose(Bill bill, Form form) {
        return Page.of("payments/pay").with("bill", bill).with("services", parts.services()).with("methods", parts.methods())
                .with("form", form.value("amount", bill.payable().plain()));
    }

    /** The amount the payer was shown comes along: one that has changed meanwhile is shown before anything is begun. */
    @PostMapping("/payments/bills/{id}/pay/")
    @Access(Access.Rule.SIGNED_IN)
    Page pay(@PathVariable String id, RequestFields fields, Viewer viewer, HttpServletRequest request) {
        Bill bill = bills.find(Ids.parse(id)).orElseThrow(Problem::notFound);
        try {
            Method method = PayerParts.wallet(fields);
            String key = fields.text("key", 60);
            String shown = fields.text("amount", 40);
            fields.throwIfBad();
            if (!bill.payable().isPositive()) {
                return Page.redirect("/payments/").warning("error.bill_not_due");
            }
            if (!Taka.parse(shown).equals(java.util.Optional.of(bill.payable()))) {
                throw Problem.detail(422, "bill_amount_differs");
            }
            edge.limit(viewer, PER_MINUTE);
            return leave(start.begin(parts.ofBill(bill, method, viewer, request), key), method);
        } catch (Problem refused) {
            return choose(bill, refused(fields, refused)).status(422);
        }
    }

    @GetMapping("/payments/new/")
    @Access(Access.Rule.SIGNED_IN)
    Page own(@RequestParam(defaultValue = "") String service, @RequestParam(defaultValue = "") String amount) {
        Form form = Form.empty().value("key", Ids.next());
        services.byCode(service).ifPresent(type -> form.value("service", type.code()));
        Taka.parse(amount).filter(Taka::isPositive).ifPresent(taka -> form.value("amount", taka.plain()));
        return own(form);
    }

    private Page own(Form form) {
        return Page.of("payments/new").with("services", services.all().stream().filter(type -> type.active() && type.freeAmount()).toList())
                .with("methods", parts.methods()).with("form", form);
    }

    @PostMapping("/payments/new/")
    @Access(Access.Rule.SIGNED_IN)
    Page payOwn(RequestFields fields, Viewer viewer, HttpServletRequest request) {
        try {
            ServiceType service = fields.choice("service", word -> services.byCode(word).filter(type -> type.active() && type.freeAmount()));
            String amountText = fields.text("amount", 40);
            Method method = PayerParts.wallet(fields);
            String key = fields.text("key", 60);
            fields.throwIfBad();
            Taka amount = edge.amount(amountText);
            if (!amount.isPositive()) {
                fields.errors().add("amount", "field.amount");
            }
            fields.throwIfBad();
            edge.limit(viewer, PER_MINUTE);
            return leave(start.begin(parts.ofOwnChoice(service, amount, method, viewer, request), key), method);
        } catch (Problem refused) {
            return own(refused(fields, refused)).status(422);
        }
    }

    /** A refused form is another wish, so it gets another key. */
    private static Form refused(RequestFields fields, Problem refused) {
        return Form.refused(fields, refused).value("key", Ids.next());
    }

    /** Who chose another wallet on an old page than the payment under way has is not sent to that one's gateway unawares. */
    private Page leave(UUID payment, Method chosen) {
        return parts.method(payment) == chosen ? Page.redirect("/payments/" + payment + "/leave/")
                : Page.redirect("/payments/" + payment + "/").warning("error.payment_already_open");
    }
}
