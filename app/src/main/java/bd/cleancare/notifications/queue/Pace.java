package bd.cleancare.notifications.queue;

/** So many in a second and no more, after at most a second's worth saved up. */
final class Pace {

    private static final double NANOS = 1e9;

    private final int perSecond;
    private double saved;
    private long at = System.nanoTime();

    Pace(int perSecond) {
        this.perSecond = perSecond;
        this.saved = perSecond;
    }

    synchronized int left() {
        long now = System.nanoTime();
        saved = Math.min(perSecond, saved + (now - at) / NANOS * perSecond);
        at = now;
        return (int) saved;
    }

    synchronized void spend(int number) {
        saved -= number;
    }
}
