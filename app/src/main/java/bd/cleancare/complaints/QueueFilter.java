package bd.cleancare.complaints;

import java.util.List;
import java.util.UUID;

/**
 * What of the queue staff want to see; null means any.
 *
 * @param assignee who has it
 * @param olderThanDays filed at least so many days ago
 * @param words as in {@link ComplaintQuery}
 */
public record QueueFilter(ComplaintStatus status, Category category, Priority priority, String wardNumber, Assignee assignee,
        Integer olderThanDays, List<String> words) {

    public static final QueueFilter EVERYTHING = new QueueFilter(null, null, null, null, null, null, List.of());

    /** @param id null for open complaints that nobody has */
    public record Assignee(UUID id) {
    }

    ComplaintQuery query() {
        return new ComplaintQuery(status, category, priority, wardNumber, words, ComplaintOrder.NEWEST_FIRST, null);
    }

    Condition condition() {
        Condition all = query().filters();
        if (assignee != null) {
            // As the index on open complaints without an assignee is written, so that it serves.
            all = all.and(assignee.id() == null ? Condition.of("c.assigned_to IS NULL AND c.status < 3") : Condition.of("c.assigned_to = ?", assignee.id()));
        }
        return olderThanDays == null ? all : all.and(Condition.of("c.created_at <= now() - make_interval(days => ?)", olderThanDays));
    }

    /** Whether the kept totals bound how many match. */
    boolean isCounted() {
        return words.isEmpty() && assignee == null;
    }

    /** Whether the kept totals say exactly how many match. */
    boolean isCountedExactly() {
        return isCounted() && olderThanDays == null;
    }
}
