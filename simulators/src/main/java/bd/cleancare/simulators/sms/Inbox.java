package bd.cleancare.simulators.sms;

import bd.cleancare.simulators.server.Json;
import tools.jackson.databind.node.ArrayNode;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** All phones of the country at once; the oldest messages make room for new ones. */
final class Inbox {

    private final int size;
    private final Clock clock;
    private final Deque<Message> newestFirst = new ArrayDeque<>();
    private long lastId = 10_000_000;

    Inbox(int size, Clock clock) {
        this.size = size;
        this.clock = clock;
    }

    /** @return the id under which the gateway knows the message */
    String deliver(String provider, String phone, String text) {
        return deliverAt(clock.instant(), provider, phone, text);
    }

    synchronized String deliverAt(Instant time, String provider, String phone, String text) {
        Message message = new Message(Long.toString(++lastId), phone, text, time, provider);
        newestFirst.addFirst(message);
        if (newestFirst.size() > size) {
            newestFirst.removeLast();
        }
        return message.id();
    }

    synchronized void clear() {
        newestFirst.clear();
    }

    /** @param phone null means every phone; a number nobody can have finds nothing */
    synchronized ArrayNode toJson(String phone, int limit) {
        String wanted = phone == null ? null : Phones.canonical(phone).orElse("");
        ArrayNode found = Json.array();
        newestFirst.stream()
                .filter(message -> wanted == null || message.phone().equals(wanted))
                .filter(message -> !message.sentAt().isAfter(clock.instant()))
                .limit(limit).forEach(message -> found.add(message.toJson()));
        return found;
    }
}
