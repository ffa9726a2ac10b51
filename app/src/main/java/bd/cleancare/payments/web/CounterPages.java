package bd.cleancare.payments.web;

import bd.cleancare.payments.Bill;
import bd.cleancare.payments.Bills;
import bd.cleancare.payments.Counter;
import bd.cleancare.payments.Counter.Receiving;
import bd.cleancare.payments.Counter.Taken;
import bd.cleancare.payments.Holdings;
import bd.cleancare.payments.Method;
import bd.cleancare.payments.Once;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Cash and cheques that a clerk takes for a bill. */
@Controller
class CounterPages {

    private static final String COUNTER = PaymentDeskPages.PAYMENTS + "bills/{id}/counter/";
    private static final int LONGEST_REFERENCE = 80;

    private final Counter counter;
    private final Bills bills;
    private final Holdings holdings;
    private final PayerParts parts;
    private final Once once;

    CounterPages(Counter counter, Bills bills, Holdings holdings, PayerParts parts, Once once) {
        this.counter = counter;
        this.bills = bills;
        this.holdings = holdings;
        this.parts = parts;
        this.once = once;
    }

    @GetMapping(COUNTER)
    @Access(Access.Rule.ADMINS)
    Page form(@PathVariable String id, Viewer viewer) {
        Bill bill = found(id, viewer);
        return bill.payable().isPositive() ? page(bill, Form.empty().value("key", Ids.next()).value("payment_method", "cash"))
                : Page.redirect(PaymentDeskPages.PAYMENTS + "holdings/" + bill.holding() + "/").warning("error.bill_not_due");
    }

    private Page page(Bill bill, Form form) {
        return Page.of("payments/counter").with("bill", bill).with("services", parts.services()).with("form", form.value("amount", bill.payable().plain()));
    }

    /** The amount is the one the clerk was shown: when the bill asks for another by now, nothing is booked. */
    @PostMapping(COUNTER)
    @Access(Access.Rule.ADMINS)
    Page take(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Bill bill = found(id, viewer);
        try {
            Method method = fields.choice("payment_method", word -> Method.ofWord(word).filter(Method::isAtTheCounter));
            String reference = fields.optionalText("reference", LONGEST_REFERENCE);
            String phoneText = fields.optionalText("phone_number", 20);
            String key = fields.text("key", 60);
            String shown = fields.text("amount", 40);
            String partText = fields.optionalText("part_amount", 40);
            boolean part = partText != null && !partText.isBlank();
            Taka amount = Taka.parse(part ? partText : shown).orElse(Taka.ZERO);
            if (method == Method.CHEQUE && reference == null) {
                fields.errors().add("reference", "field.cheque_reference");
            }
            fields.throwIfBad();
            PhoneNumber phone = phoneText == null ? null : PaymentEdge.phone(phoneText);
            var taken = new Taken(bill.id(), method, amount, part, reference, phone);
            String wish = String.join("\n", id, method.word(), amount.plain(), String.valueOf(part), String.valueOf(reference), String.valueOf(phoneText));
            Once.Reply reply = once.run(viewer.id(), "counter-page", Once.required(key), wish, work -> Once.Reply.of(200,
                    work.resumed() == null ? take(taken, viewer, work) : work.resumed().toString()));
            return Page.redirect(PaymentDeskPages.PAYMENTS + reply.body() + "/").flash("payments.counter.taken");
        } catch (Problem refused) {
            return page(bill, Form.refused(fields, refused).value("key", Ids.next())).status(422);
        }
    }

    private String take(Taken taken, Viewer viewer, Once.Work work) {
        return switch (counter.take(taken, viewer, work::made).orElseThrow(Problem::notFound)) {
            case Receiving.Received received -> received.payment().id().toString();
            case Receiving.AmountDiffers _ when taken.part() -> throw Problem.fields(FieldErrors.of("part_amount", "field.part_amount"));
            case Receiving.AmountDiffers _ -> throw Problem.detail(422, "bill_amount_differs");
            case Receiving.NothingDue _ -> throw Problem.detail(409, "bill_not_due");
            case Receiving.WholeOnly _ -> throw Problem.detail(422, "bill_whole_only");
        };
    }

    /** Of a holding the clerk may see. */
    private Bill found(String id, Viewer viewer) {
        return bills.find(Ids.parse(id)).filter(bill -> holdings.one(bill.holding(), viewer).isPresent()).orElseThrow(Problem::notFound);
    }
}
