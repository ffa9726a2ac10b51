package bd.cleancare.notifications;

import bd.cleancare.notifications.queue.Lane;
import bd.cleancare.notifications.queue.NewMessage;
import bd.cleancare.notifications.queue.Outbox;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.shared.PhoneNumber;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** SMS that are no news, such as codes: who is to hear of what happened is told to {@link Notifications}. */
@Component
public class Sms {

    private final Outbox outbox;
    private final Messages messages;

    Sms(Outbox outbox, Messages messages) {
        this.outbox = outbox;
        this.messages = messages;
    }

    /** @param key the text in the message files, which begins with the name in round brackets, as operators demand */
    public void code(PhoneNumber to, Language language, Duration life, String key, Object... args) {
        enqueue(Lane.CODE, to, messages.get(language, key, args), life);
    }

    /** @param life after which the message is dropped */
    public void enqueue(Lane lane, PhoneNumber to, String text, Duration life) {
        outbox.put(List.of(NewMessage.sms(lane, to.canonical(), text, life)));
    }
}
