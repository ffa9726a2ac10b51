package bd.cleancare.payments.web;

import bd.cleancare.payments.Bill;
import bd.cleancare.payments.Bills;
import bd.cleancare.payments.Once;
import bd.cleancare.payments.PaymentOrder;
import bd.cleancare.payments.ServiceTypes;
import bd.cleancare.payments.Method;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.limits.RateLimits.Rate;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.OneOf;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bills: one's own, those of a holding, and paying one. */
@RestController
@RequestMapping("/api/payments/bills")
class BillApi {

    private static final Rate PER_MINUTE = Rate.of(20, Duration.ofMinutes(1));

    private final Bills bills;
    private final Starting starting;
    private final ServiceTypes services;
    private final PaymentEdge edge;

    BillApi(Bills bills, Starting starting, ServiceTypes services, PaymentEdge edge) {
        this.bills = bills;
        this.starting = starting;
        this.services = services;
        this.edge = edge;
    }

    /** Mine; with {@code holding_number}, the unpaid ones of a holding, whoever owns it. */
    @Summary("List my bills, or those due for a holding")
    @GetMapping
    @Access(Access.Rule.SIGNED_IN)
    Map<String, Object> list(Viewer viewer, @RequestParam(name = "holding_number", required = false) String holdingNumber) {
        if (holdingNumber != null) {
            edge.limit(viewer, PER_MINUTE);
        }
        List<Bill> found = holdingNumber == null ? bills.mine(viewer) : bills.dueOfHolding(holdingNumber);
        return Map.of("bills", found.stream().map(PaymentJson::bill).toList());
    }

    @Summary("Read one bill")
    @GetMapping("/{id}")
    @Access(Access.Rule.SIGNED_IN)
    Map<String, Object> one(@PathVariable String id) {
        return bills.find(Ids.parse(id)).map(PaymentJson::bill).orElseThrow(Problem::notFound);
    }

    /** The amount is the bill's. One that a client sends along is only compared: it must be what the payer was shown. */
    @Summary("Begin to pay a bill")
    @PostMapping("/{id}/pay")
    @Access(Access.Rule.SIGNED_IN)
    @Fields(required = {"payment_method", "phone_number"}, optional = "amount")
    @OneOf(field = "payment_method", list = Method.class, only = "isOnline")
    ResponseEntity<String> pay(@PathVariable String id, RequestFields fields, Viewer viewer, HttpServletRequest request,
            @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        Once.required(key);
        Method method = fields.choice("payment_method", Method::ofWord);
        String phoneText = fields.text("phone_number", 20);
        String amountText = fields.optionalText("amount", 40);
        fields.throwIfBad();
        Bill bill = bills.find(Ids.parse(id)).orElseThrow(Problem::notFound);
        Taka shown = amountText == null ? null : edge.amount(amountText);
        edge.limit(viewer, PER_MINUTE);
        var order = new PaymentOrder(viewer.id(), services.byCode(bill.serviceType()).orElseThrow(), bill.serviceType(), shown == null ? bill.payable() : shown, method,
                PaymentEdge.phone(phoneText), bill.id(), null, bill.ward(), edge.baseUrl(request), request.getRemoteAddr());
        return starting.startBill(order, bill, key, Language.of(request));
    }
}
