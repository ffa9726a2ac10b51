package bd.cleancare.notifications.queue;

import java.time.Duration;

/** How long a notice is worth trying, by GOV.UK Notify's numbers: the first repetition at once, 48 in all, the others five minutes apart. */
public final class Notices {

    private static final int REPETITIONS = 48;
    /** Longer than the attempts take. */
    public static final Duration LIFE = Duration.ofHours(24);
    private static final Duration DELAY = Duration.ofSeconds(300);

    private Notices() {
    }

    public static Duration delayAfter(Due due) {
        return due.attempt() == 1 ? Duration.ZERO : DELAY;
    }

    static boolean isLast(Due due) {
        return due.attempt() > REPETITIONS;
    }
}
