package bd.cleancare.notifications;

import bd.cleancare.shared.Worded;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything people are told about. Beside each stand the values its texts may use; a value whose key ends in {@code _bn} or {@code _en}
 * is chosen by the reader's language and written in texts without the ending. Words are stored and never reused.
 */
public enum Event implements Worded {
    COMPLAINT_RECEIVED(Topic.COMPLAINTS, true, "tracking_number", "title"),
    COMPLAINT_ASSIGNED(Topic.COMPLAINTS, false, "tracking_number", "title"),
    /** To the one who is to do it. */
    WORK_ASSIGNED(Topic.WORK, true, "tracking_number", "title", "location"),
    COMPLAINT_STATE_CHANGED(Topic.COMPLAINTS, true, "tracking_number", "title", "status"),
    COMPLAINT_COMMENT(Topic.COMPLAINTS, false, "tracking_number", "title", "comment"),
    /** Asks for a confirmation; {@code rating_link} may be empty. */
    RESOLVED_PLEASE_CONFIRM(Topic.COMPLAINTS, true, "tracking_number", "title", "rating_link"),
    REOPENED(Topic.COMPLAINTS, true, "tracking_number", "title"),
    PAYMENT_COMPLETED(Topic.PAYMENTS, true, "amount", "transaction_id", "receipt_number"),
    /** By SMS too: who believes a bill to be paid runs into its surcharge. */
    PAYMENT_FAILED(Topic.PAYMENTS, true, "amount", "transaction_id"),
    REFUND_DUE(Topic.PAYMENTS, true, "amount", "transaction_id"),
    PAYMENT_REFUNDED(Topic.PAYMENTS, true, "amount", "transaction_id"),
    RECEIPT_READY(Topic.PAYMENTS, false, "amount", "receipt_number"),
    /** Somebody wrote to a person who is not there; one for each time away, which the key sees to. */
    CHAT_MESSAGE(Topic.CHAT, true, "sender", "subject"),
    SIGN_IN_NEW_DEVICE(Topic.SECURITY, true, "device"),
    PHONE_CHANGED(Topic.SECURITY, true),
    PASSWORD_CHANGED(Topic.SECURITY, true),
    ACCOUNT_CLOSED(Topic.SECURITY, true),
    ROLE_GIVEN(Topic.SECURITY, true, "role"),
    /** To super admins. */
    SMS_BALANCE_LOW(Topic.SECURITY, false, "gateway", "balance"),
    /** To super admins. */
    SMS_GATEWAY_REFUSES(Topic.SECURITY, false, "gateway", "reason");

    private final Topic topic;
    private final boolean bySms;
    private final List<String> placeholders;

    Event(Topic topic, boolean bySms, String... placeholders) {
        this.topic = topic;
        this.bySms = bySms;
        this.placeholders = List.of(placeholders);
    }

    public Topic topic() {
        return topic;
    }

    /** Whether an SMS, which costs the city money, is sent to those who have not chosen otherwise. */
    public boolean bySms() {
        return bySms;
    }

    /** Where a person can be reached by push, an SMS about this would only say it twice. */
    public boolean pushInsteadOfSms() {
        return topic == Topic.CHAT;
    }

    /** Told at once, whatever the hour and whatever was switched off. */
    public boolean urgent() {
        return topic == Topic.SECURITY;
    }

    /** The names of the values that texts may use, as they are written there. */
    public List<String> placeholders() {
        return placeholders;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Event> ofWord(String word) {
        return Worded.find(Event.class, word);
    }
}
