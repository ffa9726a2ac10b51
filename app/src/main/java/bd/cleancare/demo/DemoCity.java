package bd.cleancare.demo;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fills an empty demo with a city and says where to find it. */
@Component
@Profile("demo")
class DemoCity {

    private static final Logger log = LoggerFactory.getLogger(DemoCity.class);

    private final DemoSettings settings;
    private final DemoWards wards;
    private final DemoAccounts accounts;
    private final DemoComplaints complaints;
    private final DemoPayments payments;

    DemoCity(DemoSettings settings, DemoWards wards, DemoAccounts accounts, DemoComplaints complaints, DemoPayments payments) {
        this.settings = settings;
        this.wards = wards;
        this.accounts = accounts;
        this.complaints = complaints;
        this.payments = payments;
    }

    @EventListener
    void fillAndSay(ApplicationReadyEvent ready) {
        if (settings.city()) {
            wards.create();
            accounts.create();
            // Pictures take seconds to make safe; nobody has to wait for them.
            Thread.ofVirtual().name("demo-complaints").start(this::createComplaints);
        }
        if (settings.city() && ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            int port = web.getWebServer().getPort();
            Thread.ofVirtual().name("demo-payments").start(() -> createPayments("http://localhost:" + port));
        }
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            say(web.getWebServer().getPort());
        }
    }

    private void createComplaints() {
        try {
            complaints.create();
        } catch (RuntimeException e) {
            log.error("The demo's complaints are not complete; the next start goes on with them", e);
        }
    }

    private void createPayments(String baseUrl) {
        try {
            payments.create(baseUrl);
        } catch (RuntimeException e) {
            log.error("The demo's bills are not complete; the next start goes on with them", e);
        }
    }

    private static void say(int port) {
        String tryThese = DemoAccounts.TO_TRY.stream()
                .map(account -> "    %-14s %s".formatted(account.phone().substring(3), account.role().word()))
                .collect(Collectors.joining("\n"));
        log.warn("""


                  Clean Care runs as a DEMO: an invented city, simulated gateways, known passwords. Not for real citizens.

                    the city       http://localhost:{}/
                    its SMS        http://localhost:{}/sandbox/sms/
                    its e-mail     http://localhost:{}/sandbox/mail/
                    the API        http://localhost:{}/api/docs/

                  Accounts to try, all with the password {}:
                {}
                """, port, port, port, port, DemoAccounts.PASSWORD, tryThese);
    }
}
