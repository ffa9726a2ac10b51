package bd.cleancare.payments.web;

import bd.cleancare.payments.Payment;
import bd.cleancare.payments.Payments;
import bd.cleancare.payments.Receipts;
import bd.cleancare.payments.Receipts.Receipt;
import bd.cleancare.platform.limits.RateLimits.Rate;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.TakaWords;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A payer's receipt, and whether one that somebody shows is genuine. */
@RestController
class ReceiptApi {

    private static final Rate PER_MINUTE = Rate.of(60, Duration.ofMinutes(1));

    private final Payments payments;
    private final Receipts receipts;
    private final ReceiptText text;
    private final PaymentEdge edge;

    ReceiptApi(Payments payments, Receipts receipts, ReceiptText text, PaymentEdge edge) {
        this.payments = payments;
        this.receipts = receipts;
        this.text = text;
        this.edge = edge;
    }

    /** The first for apps with a token, the second for pages with a session. It may be printed as often as somebody likes. */
    @Summary("Fetch the receipt of a payment as a PDF")
    @GetMapping({"/api/payments/{id}/receipt", "/payments/{id}/receipt.pdf"})
    @Access(Access.Rule.SIGNED_IN)
    ResponseEntity<byte[]> pdf(@PathVariable String id, Viewer viewer, HttpServletRequest request) {
        Payment payment = payments.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
        Receipt receipt = receipts.ofPayment(payment.id()).orElseThrow(Problem::notFound);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(receipt.number().replace('/', '-') + ".pdf").build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store").body(text.pdf(payment, receipt, edge.baseUrl(request) + path(receipts, receipt)));
    }

    /** For programs; the printed code leads to the page for people. It tells what is on the paper and no more. */
    @Summary("Check whether a receipt is genuine")
    @GetMapping("/api/payments/receipts/{id}/{token}")
    @Access(Access.Rule.ANYONE)
    Map<String, Object> verify(@PathVariable String id, @PathVariable String token, HttpServletRequest request) {
        edge.limitAddress(request, PER_MINUTE);
        Receipt receipt = receipts.verified(Ids.parse(id), token).orElseThrow(Problem::notFound);
        Payment payment = payments.find(receipt.payment()).orElseThrow(Problem::notFound);
        var body = new LinkedHashMap<String, Object>();
        body.put("number", receipt.number());
        body.put("issued_at", receipt.issuedAt());
        body.put("service_type", payment.serviceType());
        body.put("amount", payment.amount().plain());
        body.put("amount_words_bn", TakaWords.bangla(payment.amount()));
        body.put("amount_words_en", TakaWords.english(payment.amount()));
        body.put("transaction_id", payment.transactionId());
        body.put("refunded", payment.refunded().plain());
        body.put("status", payment.status().word());
        return body;
    }

    /** Where the code on a receipt leads. */
    static String path(Receipts receipts, Receipt receipt) {
        return "/receipts/" + receipt.id() + "/" + receipts.token(receipt.id());
    }
}
