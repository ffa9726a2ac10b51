package bd.cleancare.notifications;

import java.util.Map;

/** A stored fact, read. */
record News(long sequence, Event event, String path, Map<String, String> values) {

    @Override
    public String toString() {
        return "News[" + sequence + ", " + event + "]";
    }
}
