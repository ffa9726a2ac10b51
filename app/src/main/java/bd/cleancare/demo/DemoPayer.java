package bd.cleancare.demo;

import bd.cleancare.demo.DemoAccounts.DemoAccount;
import bd.cleancare.payments.Begun;
import bd.cleancare.payments.Bill;
import bd.cleancare.payments.Confirmation;
import bd.cleancare.payments.Method;
import bd.cleancare.payments.PaymentOrder;
import bd.cleancare.payments.PaymentSearch;
import bd.cleancare.payments.Payments;
import bd.cleancare.payments.ServiceTypes;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Pays on the page of a simulated gateway as somebody at a browser would, with the wallet, code and PIN the page itself tells. */
@Component
@Profile("demo")
class DemoPayer {

    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");
    private static final Pattern HINT = Pattern.compile("OTP <b>(\\d+)</b>, PIN <b>(\\d+)</b>");

    private final Payments payments;
    private final PaymentSearch search;
    private final Confirmation confirmation;
    private final ServiceTypes services;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> pages = new HashMap<>();

    DemoPayer(Payments payments, PaymentSearch search, Confirmation confirmation, ServiceTypes services) {
        this.payments = payments;
        this.search = search;
        this.confirmation = confirmation;
        this.services = services;
    }

    /** Once: a bill that somebody has tried to pay before is left alone. */
    void pays(Bill bill, Method method, DemoAccount owner, Viewer viewer, String baseUrl) {
        if (search.latestOf(List.of(bill), viewer).containsKey(bill.id())) {
            return;
        }
        var order = new PaymentOrder(viewer.id(), services.byCode(bill.serviceType()).orElseThrow(), bill.serviceType(), bill.payable(), method,
                new PhoneNumber(owner.phone()), bill.id(), null, bill.ward(), baseUrl, "127.0.0.1");
        if (payments.begin(order) instanceof Begun.Sent sent) {
            pages.put(method.word(), sent.redirectUrl());
            pays(sent.redirectUrl(), "0" + owner.phone().substring(4));
            confirmation.ofPayment(sent.payment().id());
        }
    }

    /** A page of the gateway that was paid on; null when there was none. */
    String pageOf(String method) {
        return pages.get(method);
    }

    private void pays(String gatewayUrl, String wallet) {
        String page = send(HttpRequest.newBuilder(URI.create(gatewayUrl)));
        var id = ID.matcher(page);
        var hint = HINT.matcher(page);
        if (!id.find() || !hint.find()) {
            throw new IllegalStateException("not the page of a simulated gateway: " + gatewayUrl);
        }
        String form = Map.of("id", id.group(1), "wallet", wallet, "otp", hint.group(1), "pin", hint.group(2), "action", "pay").entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        send(HttpRequest.newBuilder(URI.create(gatewayUrl).resolve("/payer")).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
    }

    /** The next statement tells another amount of this transaction: something for the reconciliation desk to find. */
    void spoilsTheStatement(String gatewayUrl, String trxId) {
        send(HttpRequest.newBuilder(URI.create(gatewayUrl).resolve("/__sim/statement"))
                .POST(BodyPublishers.ofString("{\"mistake\":\"amount\",\"trx_id\":\"" + trxId + "\",\"poisha\":10000}")));
    }

    private String send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
