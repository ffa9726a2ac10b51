package bd.cleancare.notifications;

import bd.cleancare.shared.PhoneNumber;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody answered by SMS. Published inside a transaction, at least once and under the same id: what a listener writes commits with the
 * message being marked as told. One that throws is told again later, and set aside after some tries.
 *
 * @param text normalised, digits folded to ASCII
 */
public record SmsReceived(UUID id, PhoneNumber from, String text, Instant at) {

    /** What people write is not for logs. */
    @Override
    public String toString() {
        return "SmsReceived[" + id + "]";
    }
}
