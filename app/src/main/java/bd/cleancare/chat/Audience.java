package bd.cleancare.chat;

import java.util.UUID;

/** Those who are connected: they hear at once of what has just been committed. Telling them may fail without harm, they look again. */
public interface Audience {

    void written(ChatMessage message);

    void marked(UUID room, Mark mark);
}
