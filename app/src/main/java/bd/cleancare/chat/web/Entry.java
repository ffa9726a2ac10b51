package bd.cleancare.chat.web;

import bd.cleancare.chat.Attachment;
import bd.cleancare.chat.ChatMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One entry of a conversation as a page shows it.
 *
 * @param day on the city's calendar
 * @param newDay whether the entry before is of another day, or there is none
 * @param same whether the entry before is the same person's, so that the name need not stand there again
 * @param fresh whether it is the first one the viewer had not read
 * @param event null for what somebody said
 * @param assignee whom an event gave the conversation, or null
 * @param rating of an event, or 0
 */
public record Entry(ChatMessage message, boolean mine, LocalDate day, boolean newDay, boolean same, boolean fresh, List<Attachment> photos, String event,
        String assignee, int rating) {

    /** What the script fills for each new message. */
    public static Entry blank() {
        return new Entry(new ChatMessage("", new UUID(0, 0), Instant.EPOCH, 0, null, "", "citizen", null, "[]", null, null, null), false, LocalDate.EPOCH, false,
                false, false, List.of(), null, null, 0);
    }

    public String name() {
        return message.senderName();
    }

    public String text() {
        return message.message();
    }

    public Instant at() {
        return message.timestamp();
    }

    public long sequence() {
        return message.sequence();
    }

    public boolean staff() {
        return "staff".equals(message.senderRole());
    }

    @Override
    public String toString() {
        return "Entry[" + message + "]";
    }
}
