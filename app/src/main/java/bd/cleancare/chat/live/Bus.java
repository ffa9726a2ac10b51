package bd.cleancare.chat.live;

import java.util.UUID;
import java.util.function.Consumer;

/** Carries what happens on one node to the others. What it loses is found in the database. */
interface Bus {

    /**
     * @param sequence the number of a message; 0 for what has none
     * @param butNot who need not hear it, or null
     */
    record News(UUID room, long sequence, UUID butNot, String frame) {
    }

    /** Says once who is to hear what other nodes publish. */
    void listen(Consumer<News> listener);

    /** Never waits and never fails: what cannot be carried now is not carried. */
    void publish(News news);

    /** Whether what other nodes say arrives here right now. */
    boolean connected();

    /** Whether something may have got lost on the way, to here or from elsewhere, since this was last asked. */
    boolean lost();
}
