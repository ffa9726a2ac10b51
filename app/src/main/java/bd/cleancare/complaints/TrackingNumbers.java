package bd.cleancare.complaints;

import bd.cleancare.shared.CityTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Draws tracking numbers of today. Two draws may be equal, once in 27 billion: the unique index decides, and the caller draws again. */
@Component
class TrackingNumbers {

    private final Clock clock;

    /** Whoever could guess a number could read a stranger's complaint by it. */
    private final SecureRandom random = new SecureRandom();

    TrackingNumbers(Clock clock) {
        this.clock = clock;
    }

    TrackingNumber draw() {
        return TrackingNumber.random(LocalDate.now(clock.withZone(CityTime.ZONE)), random);
    }
}
