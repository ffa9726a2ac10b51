package bd.cleancare.payments.web;

import bd.cleancare.payments.Method;
import bd.cleancare.payments.Once;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentOrder;
import bd.cleancare.payments.Payments;
import bd.cleancare.payments.ServiceType;
import bd.cleancare.payments.ServiceTypes;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.limits.RateLimits.Rate;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
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
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Paying an amount of one's own choice as the guide has it, and trying once more. */
@RestController
@RequestMapping("/api/payments")
class PaymentApi {

    private static final Rate PER_MINUTE = Rate.of(20, Duration.ofMinutes(1));

    private final Starting starting;
    private final Payments payments;
    private final ServiceTypes services;
    private final PaymentEdge edge;

    PaymentApi(Starting starting, Payments payments, ServiceTypes services, PaymentEdge edge) {
        this.starting = starting;
        this.payments = payments;
        this.services = services;
        this.edge = edge;
    }

    /** The guide's clients send no Idempotency-Key, so here it is welcome and not demanded. */
    @Summary("Begin to pay an amount for a service")
    @PostMapping("/process")
    @Access(Access.Rule.SIGNED_IN)
    @Fields(required = {"service_type", "amount", "payment_method", "phone_number"})
    @OneOf(field = "payment_method", list = Method.class, only = "isOnline")
    ResponseEntity<String> process(RequestFields fields, Viewer viewer, HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        String label = fields.optionalText("service_type", 50);
        String amountText = fields.optionalText("amount", 40);
        String methodWord = fields.optionalText("payment_method", 20);
        String phoneText = fields.optionalText("phone_number", 20);
        fields.throwIfBad();
        if (label == null || amountText == null || methodWord == null || phoneText == null) {
            throw incomplete();
        }
        Taka amount = edge.amount(amountText);
        if (amount.equals(Taka.ZERO)) {
            throw incomplete();
        }
        Method method = PaymentEdge.method(methodWord);
        PhoneNumber phone = PaymentEdge.phone(phoneText);
        ServiceType service = services.named(label);
        if (!service.freeAmount()) {
            throw Problem.fields(FieldErrors.of("service_type", "field.bill_needed"));
        }
        edge.limit(viewer, PER_MINUTE);
        var order = new PaymentOrder(viewer.id(), service, label, amount, method, phone, null, null, edge.wardOf(viewer), edge.baseUrl(request), request.getRemoteAddr());
        return starting.start(order, "process", key == null ? null : Once.required(key), Language.of(request));
    }

    /** Another try at an open payment, with the same or another method. */
    @Summary("Try an open payment once more")
    @PostMapping("/{id}/again")
    @Access(Access.Rule.SIGNED_IN)
    @Fields(required = {"payment_method", "phone_number"})
    @OneOf(field = "payment_method", list = Method.class, only = "isOnline")
    ResponseEntity<String> again(@PathVariable String id, RequestFields fields, Viewer viewer, HttpServletRequest request,
            @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        Once.required(key);
        Method method = fields.choice("payment_method", Method::ofWord);
        String phoneText = fields.text("phone_number", 20);
        fields.throwIfBad();
        Payment payment = payments.find(Ids.parse(id), viewer).filter(found -> viewer.id().equals(found.user())).orElseThrow(Problem::notFound);
        var order = new PaymentOrder(viewer.id(), services.byCode(payment.serviceType()).orElseThrow(), payment.serviceLabel(), payment.amount(), method,
                PaymentEdge.phone(phoneText), payment.bill(), payment.purpose(), payment.ward(), edge.baseUrl(request), request.getRemoteAddr());
        return starting.again(payment.id(), order, key, Language.of(request));
    }

    @Summary("List the methods one can pay with")
    @GetMapping("/methods")
    @Access(Access.Rule.ANYONE)
    Map<String, Object> methods() {
        return Map.of("methods", payments.offered().stream().map(offer -> offer.method().word()).toList());
    }

    private static Problem incomplete() {
        return Problem.error(400, "payment_incomplete", "সব field পূরণ করুন");
    }
}
