package bd.cleancare.chat;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was said in a room its viewer was let into. */
@Component
public class ChatHistory {

    public static final int LONGEST_PAGE = 100;

    private final MessageStore store;

    ChatHistory(MessageStore store) {
        this.store = store;
    }

    /** Oldest first. */
    public List<ChatMessage> after(UUID room, long sequence, int most) {
        return store.after(room, sequence, most);
    }

    /** Newest first. */
    public List<ChatMessage> before(UUID room, long sequence, int most) {
        return store.before(room, sequence, most);
    }
}
