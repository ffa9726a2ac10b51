package bd.cleancare.notifications;

import bd.cleancare.shared.PhoneNumber;
import java.time.Duration;

/** One gateway. An implementation makes one attempt and says what came of it; when to try again is not its business. */
interface SmsProvider {

    /** Its name in the settings and in the table. */
    String name();

    Outcome send(Outgoing message);

    /**
     * @param clientId the same for every attempt at a message, so that a gateway that knows such ids never delivers twice
     * @param repeated whether this gateway has seen the message before
     * @param timeout no answer is waited for longer than this
     */
    record Outgoing(String clientId, PhoneNumber to, String text, boolean repeated, Duration timeout) {

        boolean isUnicode() {
            return text.chars().anyMatch(c -> c > 127);
        }

        /** {@code 8801…}, as all three gateways want it. */
        String msisdn() {
            return to.canonical().substring(1);
        }
    }

    sealed interface Outcome {

        /** @param reference what the gateway calls the message; may be empty */
        record Accepted(String reference) implements Outcome {
        }

        /** A fault that may pass: no answer, overload, an error of the gateway's own. */
        record TryAgain(String reason) implements Outcome {
        }

        /** This gateway will not take this message however often it is asked. */
        record Refused(String reason) implements Outcome {
        }
    }
}
