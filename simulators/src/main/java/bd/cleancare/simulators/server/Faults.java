package bd.cleancare.simulators.server;

import tools.jackson.databind.node.ArrayNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The faults still to come. Taking one and counting it down is one step, so that "twice" means twice under any load. */
public final class Faults {

    private final List<Planted> planted = new ArrayList<>();
    private long resets;

    synchronized void plant(Fault fault) {
        planted.add(new Planted(fault));
    }

    /** Whoever waits because of a fault is let go. */
    synchronized void reset() {
        planted.clear();
        resets++;
        notifyAll();
    }

    /** Waits that long, or until the faults are reset. */
    synchronized void hold(long ms) {
        long since = resets;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
        try {
            for (long left = ms; left > 0 && resets == since; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
                wait(left);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    Optional<Fault> next(Request request) {
        return take(fault -> !fault.kind().isOfTheCallback() && fault.hits(request));
    }

    /** A fault of the callback, if one of that kind is due now. */
    public Optional<Fault> next(Fault.Kind callbackKind) {
        return take(fault -> fault.kind() == callbackKind);
    }

    /** How often a message to the merchant arrives, and how late; once and at once unless a fault is due. */
    public record Delivery(int times, long delayMs) {
    }

    public Delivery browser() {
        return delivery(Fault.Kind.NO_CALLBACK, Fault.Kind.REPEAT_CALLBACK);
    }

    public Delivery notice() {
        return delivery(Fault.Kind.NO_IPN, Fault.Kind.REPEAT_IPN);
    }

    private Delivery delivery(Fault.Kind never, Fault.Kind repeated) {
        if (next(never).isPresent()) {
            return new Delivery(0, 0);
        }
        return next(repeated).map(fault -> new Delivery(fault.count(), fault.delayMs())).orElse(new Delivery(1, 0));
    }

    private synchronized Optional<Fault> take(Predicate<Fault> wanted) {
        for (Planted one : planted) {
            if (one.remaining != 0 && wanted.test(one.fault) && one.isDue()) {
                return Optional.of(one.fault);
            }
        }
        return Optional.empty();
    }

    synchronized ArrayNode toJson() {
        ArrayNode all = Json.array();
        planted.forEach(one -> all.addObject().put("endpoint", one.fault.endpoint()).put("kind", one.fault.kind().word())
                .put("remaining", one.remaining));
        return all;
    }

    private static final class Planted {
        private final Fault fault;
        private int remaining;
        private int toSkip;

        Planted(Fault fault) {
            this.fault = fault;
            this.remaining = fault.times();
            this.toSkip = fault.skip();
        }

        boolean isDue() {
            if (toSkip > 0) {
                toSkip--;
                return false;
            }
            if (remaining > 0) {
                remaining--;
            }
            return true;
        }
    }
}
