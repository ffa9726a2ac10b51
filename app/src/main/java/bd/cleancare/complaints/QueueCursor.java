package bd.cleancare.complaints;

import bd.cleancare.shared.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** A place in the queue between two complaints; a page found from it costs the same however deep it lies. */
public record QueueCursor(int priority, Instant createdAt, UUID id) {

    static QueueCursor of(Complaint complaint) {
        return new QueueCursor(complaint.priority().code(), complaint.createdAt(), complaint.id());
    }

    /** Empty for whatever is not the text of a cursor. */
    public static Optional<QueueCursor> parse(String text) {
        String[] parts = text == null ? new String[0] : text.split("\\.", 4);
        if (parts.length != 3 || !parts[0].matches("[1-3]") || !parts[1].matches("\\d{1,17}")) {
            return Optional.empty();
        }
        UUID id = Ids.parse(parts[2]);
        Instant at = Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS);
        return id == null ? Optional.empty() : Optional.of(new QueueCursor(Integer.parseInt(parts[0]), at, id));
    }

    public String text() {
        return priority + "." + ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "." + id;
    }

    OffsetDateTime time() {
        return createdAt.atOffset(ZoneOffset.UTC);
    }
}
