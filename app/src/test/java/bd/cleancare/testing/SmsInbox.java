package bd.cleancare.testing;

import bd.cleancare.shared.PhoneNumber;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.JsonNode;

/** What the simulated gateway delivered to a phone. */
@TestComponent
@Lazy
public class SmsInbox {

    private final Api api;

    SmsInbox(Api api) {
        this.api = api;
    }

    /** Newest first. */
    public JsonNode of(PhoneNumber phone) {
        return api.get("/sandbox/sms/?phone=" + phone.canonical().replace("+", "%2B")).body();
    }

    /** The newest text, once as many as this have arrived. */
    public String text(PhoneNumber phone, int number) {
        Await.until(() -> of(phone).size() >= number, Duration.ofSeconds(20));
        return of(phone).get(0).get("message").asString();
    }

    /** Waits for a text with these words, whatever else arrives before or after it: texts of different kinds overtake each other. */
    public void awaitText(PhoneNumber phone, String words) {
        Await.until(() -> StreamSupport.stream(of(phone).spliterator(), false).anyMatch(text -> text.get("message").asString().contains(words)),
                Duration.ofSeconds(20));
    }

    /** The newest code, once as many messages as this have arrived. */
    public String code(PhoneNumber phone, int number) {
        text(phone, number);
        return of(phone).get(0).get("code").asString();
    }
}
