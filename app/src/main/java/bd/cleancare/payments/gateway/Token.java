package bd.cleancare.payments.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/** A gateway's access token, granted once for all who need it at a time and renewed before it ends. */
public final class Token {

    /** @param life as the gateway says; used for the first four fifths of it */
    public record Granted(String value, Duration life) {

        @Override
        public String toString() {
            return "Granted[" + life + "]";
        }
    }

    @FunctionalInterface
    public interface Grant {
        Granted grant() throws GatewayFault;
    }

    private final Clock clock;
    private final Grant grant;
    private final ReentrantLock granting = new ReentrantLock();
    private volatile Granted current;
    private volatile Instant renewAt = Instant.MIN;

    public Token(Clock clock, Grant grant) {
        this.clock = clock;
        this.grant = grant;
    }

    public String value() throws GatewayFault {
        Granted granted = current;
        return granted != null && clock.instant().isBefore(renewAt) ? granted.value() : renewed(null);
    }

    /** Another token than the one the gateway has just refused; one grant, however many were refused with it. */
    public String insteadOf(String refused) throws GatewayFault {
        return renewed(refused);
    }

    private String renewed(String refused) throws GatewayFault {
        granting.lock();
        try {
            Granted granted = current;
            boolean good = granted != null && !granted.value().equals(refused) && clock.instant().isBefore(renewAt);
            if (!good) {
                granted = grant.grant();
                current = granted;
                renewAt = clock.instant().plus(granted.life().multipliedBy(4).dividedBy(5));
            }
            return granted.value();
        } finally {
            granting.unlock();
        }
    }
}
