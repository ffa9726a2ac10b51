package bd.cleancare.payments.web;

import bd.cleancare.payments.Method;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentLists;
import bd.cleancare.payments.PaymentSettings;
import bd.cleancare.payments.Receipts;
import bd.cleancare.platform.limits.RateLimits;
import bd.cleancare.platform.limits.RateLimits.Rate;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.PageNumber;
import bd.cleancare.platform.web.PageOf;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.PublicUrl;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What the handlers of this module read and write alike. */
@Component
class PaymentEdge {

    private final PaymentLists lists;
    private final Receipts receipts;
    private final Users users;
    private final PublicUrl publicUrl;
    private final PaymentSettings settings;
    private final RateLimits limits;

    PaymentEdge(PaymentLists lists, Receipts receipts, Users users, PublicUrl publicUrl, PaymentSettings settings, RateLimits limits) {
        this.lists = lists;
        this.receipts = receipts;
        this.users = users;
        this.publicUrl = publicUrl;
        this.settings = settings;
        this.limits = limits;
    }

    Taka amount(String text) {
        Taka amount = Taka.parse(text).orElseThrow(() -> Problem.fields(FieldErrors.of("amount", "field.amount")));
        if (amount.poisha() < 0) {
            throw Problem.fields(FieldErrors.of("amount", "field.amount"));
        }
        Taka largest = Taka.parse(settings.largestAmount().toPlainString()).orElseThrow();
        if (amount.compareTo(largest) > 0) {
            throw Problem.fields(FieldErrors.of("amount", "field.amount_too_large", largest));
        }
        return amount;
    }

    static Method method(String word) {
        return Method.ofWord(word.toLowerCase(Locale.ROOT)).orElseThrow(() -> Problem.error(400, "payment_method_unsupported", "Unsupported payment method"));
    }

    static PhoneNumber phone(String text) {
        return PhoneNumber.parse(text).orElseThrow(() -> Problem.fields(FieldErrors.of("phone_number", "field.payment_phone")));
    }

    void limit(Viewer viewer, Rate rate) {
        limits.take("payments:" + viewer.id(), 1, rate);
    }

    void limitAddress(HttpServletRequest request, Rate rate) {
        limits.take("payments:" + request.getRemoteAddr(), 1, rate);
    }

    String wardOf(Viewer viewer) {
        return users.byId(viewer.id()).map(Account::wardNumber).orElse(null);
    }

    String baseUrl(HttpServletRequest request) {
        return publicUrl.base(request);
    }

    /** Where the browser goes on our own site after the gateway; never anywhere a request names. */
    String returnUrl(HttpServletRequest request, Object payment) {
        return publicUrl.base(request) + settings.returnUrl().replace("{id}", String.valueOf(payment));
    }

    Map<String, Object> detail(Payment payment, Viewer viewer) {
        Map<String, Object> body = PaymentJson.detail(payment);
        receipts.ofPayment(payment.id()).ifPresent(receipt -> {
            body.put("receipt_number", receipt.number());
            body.put("receipt_url", "/api/payments/" + payment.id() + "/receipt/");
            body.put("receipt_verify_url", "/receipts/" + receipt.id() + "/" + receipts.token(receipt.id()));
        });
        if (viewer.isAdmin()) {
            body.put("events", lists.events(payment));
            body.put("attempts", lists.attempts(payment));
        }
        return body;
    }

    <T> Map<String, Object> page(String name, PaymentLists.Found found, HttpServletRequest request, Function<Payment, T> line) {
        PageOf<T> page = PageOf.of(found.page(), publicUrl.of(request), found.count(), found.payments().stream().map(line).toList());
        var body = new LinkedHashMap<String, Object>();
        body.put(name, page.results());
        body.put("count", page.count());
        body.put("next", page.next());
        body.put("previous", page.previous());
        return body;
    }

    /** Without a page asked for, the guide's clients get what they always got: the newest, all in one. */
    static PageNumber page(HttpServletRequest request) {
        String number = request.getParameter("page");
        String size = request.getParameter("page_size");
        return PageNumber.of(number, number == null && size == null ? "100" : size);
    }

    static PaymentLists.Filter filter(HttpServletRequest request) {
        var errors = new FieldErrors();
        String method = choice(request, "payment_method", errors, word -> Method.ofWord(word).isPresent());
        String status = choice(request, "status", errors, PaymentLists.WORDS::contains);
        LocalDate from = date(request, "from", errors);
        LocalDate to = date(request, "to", errors);
        errors.throwIfAny();
        return new PaymentLists.Filter(method, status, from, to, request.getParameter("search"));
    }

    private static String choice(HttpServletRequest request, String name, FieldErrors errors, java.util.function.Predicate<String> known) {
        String word = request.getParameter(name);
        if (word == null || word.isBlank() || known.test(word)) {
            return word == null || word.isBlank() ? null : word;
        }
        errors.add(name, "field.invalid_choice", word);
        return null;
    }

    private static LocalDate date(HttpServletRequest request, String name, FieldErrors errors) {
        String text = request.getParameter(name);
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(bd.cleancare.shared.Digits.toAscii(text));
        } catch (DateTimeException _) {
            errors.add(name, "field.date");
            return null;
        }
    }
}
