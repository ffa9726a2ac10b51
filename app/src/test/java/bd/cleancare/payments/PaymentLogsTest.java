package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.payments.gateway.GatewaySettings;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads everything that is logged, down to debug, while payments go right and wrong, and looks for what must never be there. */
@AppTest
@Import(PaymentWorld.class)
class PaymentLogsTest {

    private static final List<String> METHODS = List.of("bkash", "nagad", "rocket", "upay");
    private static final String WALLET = "01755512345";
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("bd.cleancare");
    private static final Logger ALL = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> scraper = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage() + " " + event.getMDCPropertyMap() + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    JdbcClient db;
    @Autowired
    GatewaySettings settings;

    Level before;

    @BeforeEach
    void scrape() {
        world.heal();
        before = OURS.getEffectiveLevel();
        OURS.setLevel(Level.DEBUG);
        scraper.setContext(ALL.getLoggerContext());
        scraper.start();
        ALL.addAppender(scraper);
    }

    @AfterEach
    void stop() {
        ALL.detachAppender(scraper);
        OURS.setLevel(before);
        world.heal();
    }

    @Test
    void noTokenKeyPinOrWalletIsEverLogged() {
        Person citizen = people.citizen();
        for (String method : METHODS) {
            everythingThatCanHappen(citizen, method);
        }
        refundByBkash(citizen);
        assertThat(lines).as("the flows were logged at all").anyMatch(line -> line.contains("Attempt TXN"));
        secrets(citizen).forEach((what, secret) -> assertThat(lines).as(what).noneMatch(line -> line.contains(secret)));
        assertThat(lines).as("wallets").noneMatch(line -> line.matches("(?s).*(?<!\\d)(\\+?88)?01[3-9]\\d{8}(?!\\d).*"));
    }

    /** The same for what is kept in the database of the gateways' answers. */
    @Test
    void noTokenKeyPinOrWholeWalletIsKeptOfAnswers() {
        Person citizen = people.citizen();
        METHODS.forEach(method -> everythingThatCanHappen(citizen, method));
        String kept = String.join("\n", db.sql("SELECT coalesce(last_answer::text, '') || coalesce(payer_masked, '') FROM payment_attempts").query(String.class).list())
                + String.join("\n", db.sql("SELECT coalesce(reason, '') || coalesce(evidence, '') FROM payment_events").query(String.class).list());
        secrets(citizen).forEach((what, secret) -> assertThat(kept).as(what).doesNotContain(secret));
        assertThat(kept).doesNotContain(WALLET);
    }

    private void everythingThatCanHappen(Person citizen, String method) {
        GatewayControl simulator = world.simulators.get(method);
        var good = world.pay(citizen, world.bill(citizen, "611"), method);
        simulator.payer(world.payerIdOf(good), Map.of("wallet", WALLET, "follow", true));
        for (String kind : List.of("status", "html", "malformed-json", "close", "401", "drop-after-commit")) {
            simulator.fault(Map.of("kind", kind));
            world.pay(citizen, world.bill(citizen, "612"), method);
        }
        simulator.heal();
        var odd = world.pay(citizen, world.bill(citizen, "613"), method);
        if (odd.status() == 200) {
            simulator.fault(Map.of("kind", "tamper", "set", Map.of("amount", "1.00", "AMOUNT", "100"), "times", 2));
            simulator.payer(world.payerIdOf(odd), Map.of("wallet", WALLET.replace("123", "321"), "follow", true));
        }
        world.heal();
    }

    private void refundByBkash(Person citizen) {
        var begun = world.pay(citizen, world.bill(citizen, "614"), "bkash");
        world.bkash.pays(world.gatewayPaymentOf(begun));
        var asked = api.as(people.admin().accessToken()).with("Idempotency-Key", "logs").post("/api/payments/" + paymentOf(begun) + "/refunds/",
                Map.of("amount", "614", "refundable", "614", "reason", "for the logs"));
        world.bkash.fault(Map.of("endpoint", "*/refund/payment/transaction", "kind", "html"));
        api.as(people.admin().accessToken()).post("/api/payments/refunds/" + asked.body().path("id").asString() + "/approve/", Map.of());
    }

    private Map<String, String> secrets(Person citizen) {
        var secrets = new LinkedHashMap<String, String>();
        secrets.put("bKash password", settings.bkash().password());
        secrets.put("bKash app key", settings.bkash().appKey());
        secrets.put("bKash app secret", settings.bkash().appSecret());
        secrets.put("Nagad key", settings.nagad().merchantPrivateKey().substring(100, 160));
        secrets.put("Rocket password", settings.rocket().password());
        secrets.put("Rocket checksum secret", settings.rocket().checksumSecret());
        secrets.put("Upay key", settings.upay().merchantKey());
        secrets.put("SSLCommerz password", settings.sslcommerz().storePassword());
        secrets.put("PIN", "12121");
        secrets.put("the payer's session", citizen.accessToken());
        int number = 0;
        for (String method : METHODS) {
            for (var line : world.simulators.get(method).send("GET", "/__sim/journal?path=", null)) {
                for (var header : line.path("headers").properties()) {
                    if (header.getKey().equalsIgnoreCase("Authorization")) {
                        secrets.put("token " + number++, header.getValue().asString().replace("UPAY ", ""));
                    }
                }
            }
        }
        assertThat(number).as("tokens were seen on the wire").isPositive();
        secrets.values().forEach(secret -> assertThat(secret).hasSizeGreaterThan(4));
        return secrets;
    }
}
