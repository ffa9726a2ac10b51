package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.Client;
import bd.cleancare.simulators.Together;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class PayerTest extends BkashTest {

    private final List<String> callbacks = new CopyOnWriteArrayList<>();
    private HttpServer merchantSite;

    @BeforeEach
    void openMerchantSite() throws Exception {
        merchantSite = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        merchantSite.createContext("/", exchange -> {
            callbacks.add(exchange.getRequestURI().getQuery());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        merchantSite.start();
    }

    @AfterEach
    void closeMerchantSite() {
        merchantSite.stop(0);
    }

    private Map<String, Object> orderWithSite(String invoice) {
        var order = order("500.00", invoice);
        order.put("callbackURL", "http://127.0.0.1:" + merchantSite.getAddress().getPort() + "/cb");
        return order;
    }

    private String createWithSite() throws Exception {
        return merchant().post(CHECKOUT + "/create", orderWithSite("INV-1")).text("paymentID");
    }

    private Client.Reply submit(String id, Map<String, String> change) throws Exception {
        Map<String, String> form = new HashMap<>(Map.of("id", id, "wallet", "01770618575", "otp", "123456", "pin", "12121", "action", "pay"));
        form.putAll(change);
        return client.form("/payer", form);
    }

    @Test
    void showsThePayerWhatToPayInBothLanguages() throws Exception {
        var created = merchant().post(CHECKOUT + "/create", order("500.00", "INV<1>")).json();

        var page = client.get(created.path("bkashURL").asString());

        assertThat(page.body()).contains("৳ 500.00", "INV&lt;1&gt;", "পিন · PIN", "বাতিল · Cancel", "name=\"otp\"");
    }

    @Test
    void sendsTheBrowserBackToTheMerchant() throws Exception {
        String id = create("500.00", "INV-1");

        var reply = submit(id, Map.of());

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.location()).contains("&paymentID=" + id + "&status=success");
    }

    @ParameterizedTest
    @CsvSource({"wallet,01823074817,failure", "wallet,01823074818,failure", "action,cancel,cancel"})
    void sendsTheBrowserBackWithoutSuccess(String field, String value, String status) throws Exception {
        assertThat(submit(create("500.00", "INV-1"), Map.of(field, value)).location()).contains("status=" + status);
    }

    @Test
    void letsThePayerTryThreeTimes() throws Exception {
        String id = create("500.00", "INV-1");

        assertThat(submit(id, Map.of("otp", "000000")).body())
                .contains("The verification code is wrong.", "value=\"01770618575\"");
        assertThat(submit(id, Map.of("pin", "00000")).body()).contains("The PIN is wrong.");
        assertThat(submit(id, Map.of("wallet", "12345")).location()).contains("status=failure");
        assertThat(submit(id, Map.of()).location()).contains("status=failure");
    }

    @Test
    void keepsTheFirstDecision() throws Exception {
        String id = create("500.00", "INV-1");
        submit(id, Map.of("action", "cancel"));

        assertThat(submit(id, Map.of()).location()).contains("status=cancel");
        assertThat(execute(id).path("statusCode").asString()).isEqualTo("2056");
        assertThat(client.get("/bkash/pay?paymentId=" + id).body()).contains("This payment is over.");
    }

    @Test
    void showsNothingForAnUnknownPayment() throws Exception {
        assertThat(client.get("/bkash/pay?paymentId=TR0011nothing").status()).isEqualTo(404);
        assertThat(client.post("/__sim/pay/TR0011nothing", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void goesBackInThePayersPlace() throws Exception {
        String id = createWithSite();

        var reply = client.post("/__sim/pay/" + id, Map.of("follow", true)).json();

        assertThat(reply.path("followed").path(0).asInt()).isEqualTo(200);
        assertThat(callbacks).singleElement().asString().contains("paymentID=" + id);
    }

    @Test
    void comesBackManyTimesOrNeverWhenToldTo() throws Exception {
        client.post("/__sim/faults", Map.of("kind", "repeat-callback", "count", 50));
        assertThat(client.post("/__sim/pay/" + createWithSite(), Map.of("follow", true)).json().path("followed")).hasSize(50);
        assertThat(callbacks).hasSize(50);

        client.post("/__sim/faults", Map.of("kind", "no-callback"));
        String lost = create("700.00", "INV-2");
        var page = submit(lost, Map.of());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("You may close this page.");
        assertThat(execute(lost).path("statusCode").asString()).isEqualTo("0000");
    }

    @Test
    void comesBackBeforeTheMerchantKnowsThePaymentWhenToldTo() throws Exception {
        client.post("/__sim/faults", Map.of("kind", "early-callback"));

        String id = createWithSite();

        assertThat(callbacks).singleElement().asString().contains("paymentID=" + id, "status=success");
        assertThat(execute(id).path("statusCode").asString()).isEqualTo("0000");
    }

    @Test
    void decidesOnceWhateverTheNumberOfTabs() throws Exception {
        String id = create("500.00", "INV-1");
        var next = new AtomicInteger();

        clock.slowDown();

        List<String> ways = Together.run(40, () -> submit(id, Map.of("action", next.incrementAndGet() % 2 == 0 ? "pay" : "cancel"))
                .location().replaceAll(".*status=(\\w+).*", "$1"));

        assertThat(ways.stream().distinct().toList()).hasSize(1);
        assertThat(moved()).isZero();
    }
}
