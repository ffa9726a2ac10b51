package bd.cleancare.notifications;

import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.notifications.queue.Quiet;
import bd.cleancare.users.Account;
import java.util.Set;

/**
 * What one person chose.
 *
 * @param off {@code topic/channel} pairs
 * @param daily channels that get one summary a day
 * @param quiet null where the person may be reached at any hour
 * @param email the address whose owner has confirmed it; null where none was
 */
record Preference(Set<String> off, Set<String> daily, Quiet quiet, String email) {

    static final Preference NONE = new Preference(Set.of(), Set.of(), null, null);

    static String pair(Topic topic, Channel channel) {
        return topic.word() + "/" + channel.word();
    }

    boolean wants(Event event, Channel channel) {
        return event.urgent() || !off.contains(pair(event.topic(), channel));
    }

    boolean onceADay(Event event, Channel channel) {
        return !event.urgent() && daily.contains(channel.word());
    }

    Quiet quietFor(Event event) {
        return event.urgent() ? null : quiet;
    }

    boolean confirmed(Account account) {
        return account.email() != null && account.email().equalsIgnoreCase(email);
    }

    /** An address is nobody's business in a log. */
    @Override
    public String toString() {
        return "Preference[" + off + ", " + daily + ", " + quiet + "]";
    }
}
