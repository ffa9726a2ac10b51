package bd.cleancare.chat.live;

import java.util.UUID;

/** Carries what happens on one node to the others. What it loses is found in the database. */
interface Bus {

    /**
     * @param sequence the number of a message; 0 for what has none
     * @param butNot who need not hear it, or null
     */
    record News(UUID room, long sequence, UUID butNot, String frame) {
    }

    void publish(News news);

    /** Whether what other nodes say arrives here right now. */
    boolean connected();
}
