package bd.cleancare.notifications.queue;

import bd.cleancare.shared.Worded;
import java.util.Locale;
import java.util.Optional;

/** The ways to a person. */
public enum Channel implements Worded {
    IN_APP, SMS, EMAIL, PUSH;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its texts have a line of their own above the text. */
    public boolean hasSubject() {
        return this == EMAIL || this == PUSH;
    }

    public static Optional<Channel> ofWord(String word) {
        return Worded.find(Channel.class, word);
    }
}
