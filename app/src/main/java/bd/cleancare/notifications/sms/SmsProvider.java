package bd.cleancare.notifications.sms;

import bd.cleancare.shared.PhoneNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** One gateway. An implementation makes one attempt and says what came of it; when to try again is not its business. */
public interface SmsProvider {

    /** Its name in the settings and in the table. */
    String name();

    /** Whether it recognises a message of ours that it has seen before, so that one of unknown outcome may be sent again. */
    boolean knowsIds();

    Outcome send(Outgoing message);

    /** Whether it can be asked later what became of a message. */
    default boolean reports() {
        return false;
    }

    /** @param reference what it called the message */
    default Report report(String reference) {
        throw new UnsupportedOperationException(name());
    }

    /** What is left on the account in taka; empty where it does not say. */
    default Optional<BigDecimal> balance() {
        return Optional.empty();
    }

    /** What became of a message. */
    enum Report {
        DELIVERED, FAILED, PENDING
    }

    /**
     * @param clientId the same for every attempt at a message, so that a gateway that knows such ids never delivers twice
     * @param repeated whether this gateway has seen the message before
     * @param timeout no answer is waited for longer than this
     */
    record Outgoing(String clientId, PhoneNumber to, String text, boolean repeated, Duration timeout) {

        boolean isUnicode() {
            return !SmsText.of(text).gsm();
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

        /**
         * It has not taken the message, and that may pass: no connection, overload, an error of its own.
         *
         * @param account whether it is our account's trouble and not this message's
         */
        record TryAgain(String reason, boolean account) implements Outcome {

            TryAgain(String reason) {
                this(reason, false);
            }
        }

        /** It may have taken the message: the request was sent, and no answer that can be read came back. */
        record Unknown(String reason) implements Outcome {
        }

        /**
         * This gateway will not take this message however often it is asked.
         *
         * @param account whether it takes nothing from us at all: no credit, a key that is over
         */
        record Refused(String reason, boolean account) implements Outcome {

            Refused(String reason) {
                this(reason, false);
            }
        }
    }
}
