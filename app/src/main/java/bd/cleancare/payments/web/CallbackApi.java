package bd.cleancare.payments.web;

import bd.cleancare.payments.Confirmation;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentStatus;
import bd.cleancare.payments.Payments;
import bd.cleancare.payments.gateway.sslcommerz.SslcommerzSign;
import bd.cleancare.platform.limits.RateLimits.Rate;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where gateways send the payer's browser back to. Anybody can call it with anything, so all it is taken for is a hint to ask the
 * gateway; browsers go on to our own page, programs get the guide's JSON.
 */
@RestController
@RequestMapping("/api/payments")
class CallbackApi {

    private static final Logger log = LoggerFactory.getLogger(CallbackApi.class);
    private static final Rate PER_MINUTE = Rate.of(240, Duration.ofMinutes(1));
    /** A little less than clients wait; whoever asked first has the answer by then or nobody has. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Confirmation confirmation;
    private final Payments payments;
    private final PaymentEdge edge;
    private final SslcommerzSign sslcommerzSign;

    CallbackApi(Confirmation confirmation, Payments payments, PaymentEdge edge, SslcommerzSign sslcommerzSign) {
        this.confirmation = confirmation;
        this.payments = payments;
        this.edge = edge;
        this.sslcommerzSign = sslcommerzSign;
    }

    @Summary("Bring the payer back from bKash")
    @GetMapping("/bkash/callback")
    @Access(Access.Rule.ANYONE)
    ResponseEntity<Object> bkashRedirect(@RequestParam(name = "paymentID", defaultValue = "") String paymentId, HttpServletRequest request) {
        return back(() -> known(paymentId, request).flatMap(id -> confirmation.byGatewayPayment("bkash", id, PATIENCE)), request);
    }

    /** The guide's form of the same: a JSON body. */
    @Summary("Bring the payer back from bKash, as the guide has it")
    @PostMapping("/bkash/callback")
    @Access(Access.Rule.ANYONE)
    @Fields(required = "paymentID", optional = "status")
    ResponseEntity<Object> bkash(RequestFields fields, HttpServletRequest request) {
        String paymentId = fields.optionalText("paymentID", 10_000);
        fields.throwIfBad();
        return back(() -> known(paymentId, request).flatMap(id -> confirmation.byGatewayPayment("bkash", id, PATIENCE)), request);
    }

    @Summary("Bring the payer back from Nagad")
    @GetMapping("/nagad/callback")
    @Access(Access.Rule.ANYONE)
    ResponseEntity<Object> nagad(@RequestParam(name = "payment_ref_id", defaultValue = "") String reference, HttpServletRequest request) {
        return back(() -> known(reference, request).flatMap(id -> confirmation.byGatewayPayment("nagad", id, PATIENCE)), request);
    }

    @Summary("Bring the payer back from Upay")
    @GetMapping("/upay/callback")
    @Access(Access.Rule.ANYONE)
    ResponseEntity<Object> upay(@RequestParam(name = "invoice_id", defaultValue = "") String invoice, HttpServletRequest request) {
        return back(() -> known(invoice, request).flatMap(id -> confirmation.byInvoice("upay", id, PATIENCE)), request);
    }

    /** The bank sends the browser by POST, with the transaction's id alone. */
    @Summary("Bring the payer back from Rocket")
    @PostMapping("/rocket/callback")
    @Access(Access.Rule.ANYONE)
    @Fields(required = "trans_id")
    ResponseEntity<Object> rocket(RequestFields fields, HttpServletRequest request) {
        String id = fields.optionalText("trans_id", 10_000);
        fields.throwIfBad();
        return back(() -> known(id, request).flatMap(found -> confirmation.byGatewayPayment("rocket", found, PATIENCE)), request);
    }

    /** Browser and notice alike come here; what is not signed by SSLCommerz is not even looked up. */
    @Summary("Bring the payer back from SSLCommerz, or take its notice")
    @PostMapping("/sslcommerz/callback")
    @Access(Access.Rule.ANYONE)
    ResponseEntity<Object> sslcommerz(@RequestParam Map<String, String> form, HttpServletRequest request) {
        Optional<String> invoice = known(form.get("tran_id"), request).filter(_ -> sslcommerzSign.isGenuine(form));
        return back(() -> invoice.flatMap(id -> confirmation.byInvoice("sslcommerz", id, PATIENCE)), request);
    }

    private Optional<String> known(String id, HttpServletRequest request) {
        edge.limitAddress(request, PER_MINUTE);
        return Optional.ofNullable(id).filter(text -> text.matches("[\\x21-\\x7e]{1,100}"));
    }

    /** To a browser the answer always looks the same, so that trying ids teaches nothing. */
    ResponseEntity<Object> back(Supplier<Optional<UUID>> asking, HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains("text/html")) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(edge.returnUrl(request, asked(asking).<Object>map(id -> id).orElse("unknown"))))
                    .header("Referrer-Policy", "no-referrer").build();
        }
        Payment found = asking.get().flatMap(payments::find).orElseThrow(() -> Problem.error(404, "payment_not_found", "Payment not found"));
        return ResponseEntity.ok().header("Referrer-Policy", "no-referrer").body(words(found));
    }

    /** A payer who has just paid is not shown a fault of ours: the poller finds the money, and our own page says how it stands. */
    private static Optional<UUID> asked(Supplier<Optional<UUID>> asking) {
        try {
            return asking.get();
        } catch (DataAccessException | TransactionException away) {
            log.warn("A payer came back and the database was away: {}", away.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Map<String, Object> words(Payment payment) {
        var body = new LinkedHashMap<String, Object>();
        if (payment.status().isCompleted()) {
            body.put("message", "Payment successful");
            body.put("transaction_id", payment.transactionId());
        } else if (payment.status() == PaymentStatus.CONFIRMING || payment.status() == PaymentStatus.UNKNOWN || payment.status() == PaymentStatus.HELD) {
            body.put("message", "Payment is being confirmed");
            body.put("transaction_id", payment.transactionId());
        } else {
            body.put("message", "Payment failed");
        }
        return body;
    }
}
