package bd.cleancare.notifications.queue;

import java.util.Locale;
import java.util.Optional;

/** The ways to a person. */
public enum Channel {
    IN_APP, SMS, EMAIL, PUSH;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its texts have a line of their own above the text. */
    public boolean hasSubject() {
        return this == EMAIL || this == PUSH;
    }

    public static Optional<Channel> ofWord(String word) {
        for (Channel channel : values()) {
            if (channel.word().equals(word)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
