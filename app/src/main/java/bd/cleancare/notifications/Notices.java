package bd.cleancare.notifications;

import java.time.Duration;

/** How long a notice is worth trying, by GOV.UK Notify's numbers: the first repetition at once, then every five minutes, 48 attempts. */
final class Notices {

    static final int MOST_ATTEMPTS = 48;
    /** Longer than the attempts take. */
    static final Duration LIFE = Duration.ofHours(24);
    private static final int AT_ONCE = 2;
    private static final Duration DELAY = Duration.ofSeconds(300);

    private Notices() {
    }

    static Duration delayAfter(Due due) {
        return due.attempt() <= AT_ONCE ? Duration.ZERO : DELAY;
    }
}
