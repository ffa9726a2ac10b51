package bd.cleancare.payments.web;

import bd.cleancare.payments.GatewaysInUse;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.CityTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What can be compared: a gateway in use, on a day that has begun. */
@Component
class ReconciledDays {

    private final GatewaysInUse inUse;
    private final Clock clock;

    ReconciledDays(GatewaysInUse inUse, Clock clock) {
        this.inUse = inUse;
        this.clock = clock;
    }

    List<String> gateways() {
        return inUse.names();
    }

    String gateway(String name) {
        if (!gateways().contains(name)) {
            throw Problem.notFound();
        }
        return name;
    }

    LocalDate day(String text) {
        LocalDate day = read(text).orElseThrow(Problem::notFound);
        if (isToCome(day)) {
            throw Problem.fields(toCome());
        }
        return day;
    }

    boolean isToCome(LocalDate day) {
        return day.isAfter(today());
    }

    boolean isUnfinished(LocalDate day) {
        return day.equals(today());
    }

    static FieldErrors toCome() {
        return FieldErrors.of("day", "field.day_to_come");
    }

    static Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(CityTime.ZONE));
    }
}
