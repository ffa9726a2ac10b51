package bd.cleancare.notifications.queue;

import java.util.Locale;

/** Which messages overtake which. */
public enum Lane {
    /** A one-time code: worthless when late, so it is dropped rather than delivered after its expiry. */
    CODE,
    /** Lives may hang on it. */
    EMERGENCY,
    /** Something one person should know. */
    NOTICE,
    /** The same to many. */
    BULK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Lane ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether somebody is waiting for it right now. */
    public boolean urgent() {
        return this == CODE || this == EMERGENCY;
    }
}
