package bd.cleancare.complaints;

import bd.cleancare.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the citizen says of the work: one to five stars, and whether it really is fixed. Each is said once for each resolution; a
 * complaint that is resolved again asks again. Times are the database's, never the caller's.
 */
@Component
public class ComplaintFeedback {

    public static final int LONGEST_COMMENT = 1_000;

    /**
     * What is asked about the latest resolution, and what was answered.
     *
     * @param resolution counts the resolutions of the complaint
     * @param score null while not rated
     * @param fixed null while neither confirmed nor reopened
     * @param reopenUntil until when the citizen may say it is not fixed
     */
    public record Asked(UUID complaint, int resolution, Integer score, Boolean fixed, Instant reopenUntil, boolean mayReopen) {

        public boolean isAnswered() {
            return score != null && fixed != null;
        }
    }

    /**
     * @param score null: no stars
     * @param fixed null: nothing said; false opens the complaint again
     * @param comment null for none
     */
    public record Answer(Integer score, Boolean fixed, String comment) {
    }

    /** What became of an answer. */
    public sealed interface Outcome {

        record Taken(Complaint complaint) implements Outcome {
        }

        /** Only who filed the complaint is asked. */
        record NotOwner() implements Outcome {
        }

        /** The complaint is not resolved, or was resolved again since the question. */
        record NotAsked() implements Outcome {
        }

        record AlreadyAnswered() implements Outcome {
        }

        /** The time to reopen is over. */
        record TooLate() implements Outcome {
        }
    }

    private static final String RATE = """
            INSERT INTO complaint_feedback AS said (complaint_id, resolution, ward_number, score, rated_at) VALUES (:id, :resolution, :ward, :value, now())
            ON CONFLICT (complaint_id, resolution) DO UPDATE SET score = excluded.score, rated_at = now() WHERE said.score IS NULL""";

    private static final String DECIDE = """
            INSERT INTO complaint_feedback AS said (complaint_id, resolution, ward_number, fixed, decided_at) VALUES (:id, :resolution, :ward, :value, now())
            ON CONFLICT (complaint_id, resolution) DO UPDATE SET fixed = excluded.fixed, decided_at = now() WHERE said.fixed IS NULL""";

    private final JdbcClient db;
    private final ComplaintStore store;
    private final ComplaintSettings settings;
    private final FormerStaff formerStaff;
    private final TransactionOperations transaction;

    ComplaintFeedback(JdbcClient db, ComplaintStore store, ComplaintSettings settings, FormerStaff formerStaff, TransactionOperations transaction) {
        this.db = db;
        this.store = store;
        this.settings = settings;
        this.formerStaff = formerStaff;
        this.transaction = transaction;
    }

    /** Empty unless the complaint is resolved. */
    public Optional<Asked> asked(UUID complaint) {
        return db.sql("""
                SELECT c.resolutions, f.score, f.fixed, c.resolved_at + make_interval(secs => :window), now() < c.resolved_at + make_interval(secs => :window)
                FROM complaints c LEFT JOIN complaint_feedback f ON f.complaint_id = c.id AND f.resolution = c.resolutions
                WHERE c.id = :id AND c.status = 3
                """).param("window", settings.reopenWithin().toSeconds()).param("id", complaint)
                .query((row, _) -> new Asked(complaint, row.getInt(1), row.getObject(2, Integer.class), row.getObject(3, Boolean.class),
                        ComplaintRow.instant(row, 4), row.getBoolean(5))).optional();
    }

    /** The owner answers about what the complaint is now. */
    public Outcome give(Complaint seen, Answer answer, Viewer viewer) {
        if (!seen.user().equals(viewer.id())) {
            return new Outcome.NotOwner();
        }
        return asked(seen.id()).map(asked -> give(asked.resolution(), seen.id(), answer, viewer)).orElseGet(Outcome.NotAsked::new);
    }

    /** All of the answer or none of it. */
    Outcome give(int resolution, UUID complaint, Answer answer, Viewer owner) {
        return transaction.execute(status -> {
            Outcome outcome = store.find(complaint, owner).<Outcome>map(Outcome.Taken::new).orElseGet(Outcome.NotAsked::new);
            if (outcome instanceof Outcome.Taken(Complaint now) && answer.score() != null) {
                outcome = rate(now, resolution, answer);
            }
            if (outcome instanceof Outcome.Taken(Complaint now) && answer.fixed() != null) {
                outcome = decide(now, resolution, answer, owner);
            }
            if (!(outcome instanceof Outcome.Taken)) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    private Outcome rate(Complaint seen, int resolution, Answer answer) {
        // Said twice, the comment would stand in the history twice: it goes with the decision where there is one.
        Remark remark = answer.fixed() == null ? Remark.comment(answer.comment()) : Remark.NONE;
        var entry = HistoryEntry.of(HistoryKind.RATED, seen.user(), remark, Map.of("score", answer.score()));
        return say(seen, resolution, RATE, answer.score(), whileResolved(resolution), entry);
    }

    private Outcome decide(Complaint seen, int resolution, Answer answer, Viewer owner) {
        Remark remark = Remark.comment(answer.comment());
        if (answer.fixed()) {
            return say(seen, resolution, DECIDE, true, whileResolved(resolution), HistoryEntry.of(HistoryKind.CONFIRMED, seen.user(), remark, null));
        }
        Duration window = settings.reopenWithin();
        var reopening = whileResolved(resolution).set("status", ComplaintStatus.IN_PROGRESS.code()).set("resolved_at", ":resolved_at::timestamptz", null)
                .when("now() < resolved_at + make_interval(secs => :window)", "window", window.toSeconds());
        var entry = HistoryEntry.statusMove(HistoryKind.REOPENED, seen.user(), ComplaintStatus.RESOLVED, ComplaintStatus.IN_PROGRESS, remark);
        Outcome outcome = say(seen, resolution, DECIDE, false, reopening, entry);
        if (outcome instanceof Outcome.Taken(Complaint reopened) && formerStaff.release(reopened)) {
            return store.find(seen.id(), owner).<Outcome>map(Outcome.Taken::new).orElseGet(Outcome.NotAsked::new);
        }
        boolean late = outcome instanceof Outcome.NotAsked && asked(seen.id()).filter(asked -> asked.resolution() == resolution && !asked.mayReopen()).isPresent();
        return late ? new Outcome.TooLate() : outcome;
    }

    private static GuardedUpdate whileResolved(int resolution) {
        return new GuardedUpdate().when("status = :is_resolved", "is_resolved", ComplaintStatus.RESOLVED.code())
                .when("resolutions = :resolution", "resolution", resolution);
    }

    /** The primary key and what the row holds already decide between two answers at once; the complaint's own row puts them in order. */
    private Outcome say(Complaint seen, int resolution, String sql, Object value, GuardedUpdate update, HistoryEntry entry) {
        Optional<Complaint> changed = store.change(seen.id(), update, entry);
        if (changed.isEmpty()) {
            return new Outcome.NotAsked();
        }
        boolean first = db.sql(sql).param("id", seen.id()).param("resolution", resolution).param("ward", seen.wardNumber()).param("value", value).update() == 1;
        return first ? new Outcome.Taken(changed.get()) : new Outcome.AlreadyAnswered();
    }
}
