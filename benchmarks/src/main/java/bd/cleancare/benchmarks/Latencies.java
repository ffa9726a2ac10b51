package bd.cleancare.benchmarks;

/** How long requests took, in buckets of ten microseconds up to ten seconds, and how many failed. */
final class Latencies {

    private static final int BUCKET_NANOS = 10_000;
    private static final int BUCKETS = 1_000_000;

    private final int[] buckets = new int[BUCKETS];
    private long count;
    private long errors;
    private long nanos;

    void note(long tookNanos, boolean success) {
        buckets[(int) Math.min(tookNanos / BUCKET_NANOS, BUCKETS - 1)]++;
        count++;
        if (!success) {
            errors++;
        }
    }

    void took(long wholeNanos) {
        nanos = wholeNanos;
    }

    double perSecond() {
        return (count - errors) * 1e9 / nanos;
    }

    /** Processor time shared out over the requests, in microseconds. */
    double microsPerRequest(java.time.Duration cpu) {
        return count == 0 ? 0 : cpu.toNanos() / 1e3 / count;
    }

    long errors() {
        return errors;
    }

    /** @param share 0.5 for the median, 0.99 for the slowest hundredth; answered in milliseconds */
    double millis(double share) {
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += buckets[i];
            if (seen >= count * share) {
                return i * (BUCKET_NANOS / 1e6);
            }
        }
        return 0;
    }
}
