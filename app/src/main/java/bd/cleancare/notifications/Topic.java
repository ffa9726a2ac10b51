package bd.cleancare.notifications;

import java.util.Locale;

/** What a person may switch on and off as one. */
public enum Topic {
    COMPLAINTS, WORK, PAYMENTS, CHAT,
    /** About the account itself; never switched off, never held back. */
    SECURITY;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
