package bd.cleancare.notifications.queue;

import bd.cleancare.shared.Ids;
import java.time.Duration;
import java.util.UUID;

/**
 * A message about to be queued.
 *
 * @param address a phone number, an e-mail address or the id of a push subscription
 * @param content the text of an SMS, else a stored {@link Letter}
 * @param life after which it is dropped
 * @param delay before it may be sent
 * @param user null where no account stands behind the address
 * @param fact null for a code
 * @param event its word; null where there is none
 * @param quiet null where it may come at any hour
 */
public record NewMessage(UUID id, Channel channel, Lane lane, String address, String content, Duration life, Duration delay, UUID user, Long fact, String event,
        Quiet quiet) {

    /** Something that belongs to no fact and is told at once, such as a code. */
    public static NewMessage sms(Lane lane, String phone, String text, Duration life) {
        return new NewMessage(Ids.next(), Channel.SMS, lane, phone, text, life, Duration.ZERO, null, null, null, null);
    }

    @Override
    public String toString() {
        return "NewMessage[" + id + ", " + channel + "]";
    }
}
