package bd.cleancare.simulators;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatorsTest {

    @Test
    void startsEveryGatewayOnItsOwnPort() throws Exception {
        try (Simulators all = Simulators.start(Map.of("SIM_PORT", "0"))) {
            var urls = Stream.of(all.sms().baseUrl(), all.bkash().baseUrl(), all.nagad().baseUrl(), all.rocket().baseUrl(),
                    all.upay().baseUrl(), all.sslcommerz().baseUrl(), all.mail().baseUrl()).toList();

            assertThat(urls).doesNotHaveDuplicates();
            for (String url : urls) {
                assertThat(new Client(url).get("/__sim/journal").status()).isEqualTo(200);
            }
            for (String url : urls.subList(1, 6)) {
                assertThat(new Client(url).get("/__sim/money").json().path("net_poisha").asLong()).isZero();
            }
        }
    }

    @Test
    void takesCredentialsFromTheEnvironmentAndTellsThem() throws Exception {
        try (Simulators all = Simulators.start(Map.of("SIM_PORT", "0", "SIM_UPAY_MERCHANT_ID", "M1", "SIM_UPAY_MERCHANT_KEY", "chosen"))) {
            assertThat(new Client(all.upay().baseUrl()).post("/payment/merchant-auth/",
                    Map.of("merchant_id", "M1", "merchant_key", "chosen")).text("code")).isEqualTo("MAS2001");
            assertThat(all.told().lines()).contains("SIM_UPAY_MERCHANT_KEY=chosen", "SIM_UPAY_URL=" + all.upay().baseUrl());
        }
    }

    @Test
    void makesOtherCredentialsAtEveryStart() {
        try (Simulators one = Simulators.start(Map.of("SIM_PORT", "0")); Simulators other = Simulators.start(Map.of("SIM_PORT", "0"))) {
            assertThat(secrets(one)).hasSizeGreaterThan(8).doesNotContainAnyElementsOf(secrets(other));
        }
    }

    private static Set<String> secrets(Simulators all) {
        return all.told().lines().filter(line -> line.matches(".*(PASSWORD|TOKEN|KEY|SECRET)=.*")).collect(Collectors.toSet());
    }

    @Test
    void givesBrowsersTheAddressTheyCanReach() throws Exception {
        try (Simulators all = Simulators.start(Map.of("SIM_PORT", "0", "SIM_PUBLIC_HOST", "pay.example", "SIM_UPAY_MERCHANT_ID", "M1"))) {
            var reply = new Client(all.rocket().baseUrl()).post("/ecomrs/rsvr/ecomtxn/getransid", Map.of(
                    "userid", told(all, "SIM_ROCKET_USER_ID"), "passwd", told(all, "SIM_ROCKET_PASSWORD"), "amount", "100",
                    "cardtype", "6", "txnrefnum", "I", "clientip", "10.0.0.9"));

            assertThat(reply.text("REDIRECT_URL")).startsWith("http://pay.example:" + all.rocket().port() + "/ecomm2/");
        }
    }

    /** The aggregator, whose sessions hold the most; what each gateway knows has the same file. */
    @Test
    void keepsItsStateInTheDirectoryItIsGiven(@TempDir Path directory) throws Exception {
        var environment = Map.of("SIM_PORT", "0", "SIM_STATE", directory.toString(), "SIM_SSLCOMMERZ_STORE_ID", "S", "SIM_SSLCOMMERZ_STORE_PASSWORD", "secret");
        var order = new HashMap<>(Map.of("store_id", "S", "store_passwd", "secret", "total_amount", "500.00", "currency", "BDT", "tran_id", "T1",
                "product_profile", "general", "shipping_method", "NO", "success_url", "http://127.0.0.1:9/", "fail_url", "http://127.0.0.1:9/", "cancel_url", "http://127.0.0.1:9/"));
        List.of("product_name", "product_category", "cus_name", "cus_email", "cus_add1", "cus_city", "cus_postcode", "cus_country", "cus_phone").forEach(field -> order.put(field, "x"));
        String valId;
        try (Simulators all = Simulators.start(environment)) {
            Client shop = new Client(all.sslcommerz().baseUrl());
            valId = shop.post("/__sim/pay/" + shop.form("/gwprocess/v4/api.php", order).text("sessionkey"), Map.of()).json().path("fields").path("val_id").asString();
            shop.post("/__sim/statement", Map.of("mistake", "unknown"));
        }
        try (Simulators all = Simulators.start(environment)) {
            Client shop = new Client(all.sslcommerz().baseUrl());
            assertThat(shop.get("/validator/api/validationserverAPI.php?val_id=" + valId + "&v=1&format=json&store_id=S&store_passwd=secret").text("status")).isEqualTo("VALID");
            assertThat(shop.get("/__sim/money").json().path("net_poisha").asLong()).isEqualTo(50_000);
            assertThat(shop.get("/__sim/statement").body()).contains("T1", "UNKNOWN000");
        }
    }

    private static String told(Simulators all, String name) {
        return all.told().lines().filter(line -> line.startsWith(name + "=")).findFirst().orElseThrow().substring(name.length() + 1);
    }
}
