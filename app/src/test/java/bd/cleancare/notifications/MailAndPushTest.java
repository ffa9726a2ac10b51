package bd.cleancare.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.notifications.push.Browsers;
import bd.cleancare.notifications.queue.Quiet;
import bd.cleancare.shared.Ids;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import bd.cleancare.testing.ServiceWorker;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.interaso.webpush.VapidKeys;
import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A real SMTP server and a push service of our own, both over sockets. */
@AppTest
class MailAndPushTest {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final PushService PUSH = PushService.start();

    @Autowired Notifications notifications;
    @Autowired Choices choices;
    @Autowired Browsers browsers;
    @Autowired Preferences preferences;
    @Autowired Digests digests;
    @Autowired JdbcClient db;
    @Autowired People people;
    @Autowired Api api;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        MAIL.start();
        VapidKeys keys = VapidKeys.generate();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        properties.add("spring.mail.properties.mail.smtp.starttls.required", () -> "false");
        properties.add("cleancare.mail.from", () -> "news@city.example");
        properties.add("cleancare.push.public-key", () -> base64(keys.getApplicationServerKey()));
        properties.add("cleancare.push.private-key", () -> base64(fixed(keys.getPrivateKey().getS().toByteArray())));
        properties.add("cleancare.push.subject", () -> "mailto:it@city.example");
        properties.add("cleancare.push.hosts", () -> "localhost");
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
        PUSH.close();
    }

    @Test
    void nothingIsMailedBeforeTheAddressIsConfirmedAndEverythingAfterIt() throws Exception {
        Person person = withMail("before");
        notifications.tell(reopened(person));
        choices.askEmail(person.id());
        MimeMessage asked = mailTo("before", 1);
        String text = (String) asked.getContent();
        String link = text.lines().filter(line -> line.contains("/mail/confirm/")).findFirst().orElseThrow();
        String token = link.substring(link.indexOf("/confirm/") + "/confirm/".length(), link.length() - 1);
        assertThat(choices.confirmEmail(token)).isTrue();
        assertThat(choices.confirmEmail(token)).as("a link is good once").isFalse();

        notifications.tell(reopened(person));
        MimeMessage news = mailTo("before", 2);
        assertThat(news.getSubject()).isEqualTo("আবার খোলা হয়েছে");
        assertThat((String) news.getContent()).contains("“ড্রেন” আবার খোলা হয়েছে", "/complaints/");
        assertThat(news.getHeader("Message-ID")[0]).endsWith("@city.example>");
        assertThat(news.getFrom()[0].toString()).contains("news@city.example");
    }

    @Test
    void aPushIsReadOnlyByItsBrowserAndGoesNowhereElse() throws Exception {
        Person person = people.citizen();
        var device = PUSH.device();
        assertThat(browsers.add(person.id(), "https://evil.example/x", device.p256dh(), device.auth(), "x")).as("no push service").isFalse();
        assertThat(browsers.add(person.id(), device.endpoint(), device.auth(), device.auth(), "x")).as("no key").isFalse();
        assertThat(browsers.add(person.id(), device.endpoint(), device.p256dh(), device.auth(), "x")).isTrue();
        notifications.tell(reopened(person));
        Await.until(() -> !device.received().isEmpty(), Duration.ofSeconds(10));
        var push = device.received().getFirst();
        assertThat(push.body().get("title").asString()).isEqualTo("আবার খোলা হয়েছে");
        assertThat(push.body().get("path").asString()).isEqualTo("/complaints/");
        assertThat(push.authorization()).startsWith("vapid t=");
        assertThat(push.raw()).doesNotContain("title");
    }

    /** All but the way through the push service, which is out on the internet: what it was handed for the browser is given to the browser. */
    @Test
    void aRealBrowserShowsAPushAndAPressOnItOpensItsPage() {
        Person person = people.citizen();
        var device = PUSH.device();
        browsers.add(person.id(), device.endpoint(), device.p256dh(), device.auth(), "x");
        notifications.tell(reopened(person));
        Await.until(() -> !device.received().isEmpty(), Duration.ofSeconds(10));
        try (var phone = Setup.phone(api.base()).signedIn(people.cookieOf(person)).open()) {
            phone.context().grantPermissions(List.of("notifications"));
            Page page = phone.open("/notifications/");
            ServiceWorker worker = ServiceWorker.of(page);
            worker.push(device.received().getFirst().body().toString());
            Await.until(() -> page.evaluate(SHOWN).equals(List.of(List.of("আবার খোলা হয়েছে", "“ড্রেন” আবার খোলা হয়েছে, আরেকবার দেখা হবে।", "bn"))), Duration.ofSeconds(10));
            worker.evaluate(PRESS);
            Await.until(() -> worker.evaluate("self.opened ?? ''").equals(api.base() + "/complaints/"), Duration.ofSeconds(10));
            Await.until(() -> page.evaluate(SHOWN).equals(List.of()), Duration.ofSeconds(10));
        }
    }

    private static final String SHOWN = """
            navigator.serviceWorker.ready.then(worker => worker.getNotifications()).then(all => all.map(each => [each.title, each.body, each.lang]))""";

    /** What a script makes may neither open windows nor be waited for, as a person's press may: both are stood in for, the rest is the worker's own. */
    private static final String PRESS = """
            registration.getNotifications().then(([notification]) => {
              clients.openWindow = async address => { self.opened = address; };
              const press = new NotificationEvent('notificationclick', { notification });
              press.waitUntil = promise => { self.pressed = promise; };
              dispatchEvent(press);
            })""";

    @Test
    void aBrowserThatIsGoneIsForgotten() {
        Person person = people.citizen();
        var device = PUSH.device();
        browsers.add(person.id(), device.endpoint(), device.p256dh(), device.auth(), "x");
        device.unsubscribe();
        notifications.tell(reopened(person));
        Await.until(() -> db.sql("SELECT count(*) FROM push_subscriptions WHERE user_id = ?").param(person.id()).query(Long.class).single() == 0, Duration.ofSeconds(10));
    }

    @Test
    void chatWhileAwayIsPushedRatherThanSentBySms() {
        Person person = people.citizen();
        var device = PUSH.device();
        browsers.add(person.id(), device.endpoint(), device.p256dh(), device.auth(), "x");
        notifications.tell(new Fact(Event.CHAT_MESSAGE, Ids.next().toString(), List.of(person.id()), "/", Map.of("sender", "ক", "subject", "খ")));
        Await.until(() -> !device.received().isEmpty(), Duration.ofSeconds(10));
        assertThat(db.sql("SELECT count(*) FROM outgoing_messages WHERE user_id = ? AND channel = 'sms'").param(person.id()).query(Long.class).single()).isZero();
    }

    @Test
    void whoAsksForASummaryGetsOneOfAllThatHappened() throws Exception {
        Person person = withMail("daily");
        preferences.save(person.id(), Set.of(), Set.of("email", "sms"), null);
        db.sql("UPDATE notification_preferences SET email = 'daily@city.example' WHERE user_id = ?").param(person.id()).update();
        for (int i = 0; i < 3; i++) {
            notifications.tell(reopened(person));
        }
        Await.until(() -> db.sql("SELECT count(*) FROM notification_digests WHERE user_id = ?").param(person.id()).query(Long.class).single() == 6);
        digests.send();
        digests.send();
        MimeMessage summary = mailTo("daily", 1);
        assertThat(summary.getSubject()).isEqualTo("আজ ৩টি খবর");
        assertThat(((String) summary.getContent()).split("•")).hasSize(4);
        assertThat(db.sql("SELECT count(*) FROM outgoing_messages WHERE user_id = ?").param(person.id()).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void everyChoiceIsOnThePageAndItIsGood() {
        Person person = withMail("page");
        String cookie = people.cookieOf(person);
        try (var phone = Setup.phone(api.base()).signedIn(cookie).open(); var desk = Setup.desk(api.base()).english().atNight().signedIn(cookie).open()) {
            PageChecks.assertGood(phone.open("/profile/notifications/"));
            PageChecks.assertGood(desk.open("/profile/notifications/"));
            var page = desk.open("/profile/notifications/");
            page.locator("input[name=on][value='complaints/sms']").uncheck();
            page.locator("input[name=daily][value=email]").check();
            page.locator("input[name=quiet]").check();
            page.locator("main form .actions button").first().click();
            page.waitForURL("**/profile/notifications/");
        }
        Await.until(() -> preferences.of(person.id()).off().equals(Set.of("complaints/sms")));
        assertThat(preferences.of(person.id()).daily()).containsExactly("email");
        assertThat(preferences.of(person.id()).quiet()).isEqualTo(new Quiet(22 * 60, 7 * 60));
    }

    private Person withMail(String name) {
        Person person = people.citizen();
        db.sql("UPDATE users SET email = ? WHERE id = ?").param(name + "@city.example").param(person.id()).update();
        return person;
    }

    private static Fact reopened(Person person) {
        return new Fact(Event.REOPENED, Ids.next().toString(), List.of(person.id()), "/complaints/", Map.of("tracking_number", "CC", "title", "ড্রেন"));
    }

    private static MimeMessage mailTo(String name, int number) throws Exception {
        Await.until(() -> to(name).size() >= number, Duration.ofSeconds(15));
        return to(name).get(number - 1);
    }

    private static List<MimeMessage> to(String name) {
        return Arrays.stream(MAIL.getReceivedMessages()).filter(mail -> recipient(mail).equals(name + "@city.example")).toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] fixed(byte[] number) {
        byte[] fixed = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, fixed, 32 - length, length);
        return fixed;
    }
}
