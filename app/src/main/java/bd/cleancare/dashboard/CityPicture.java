package bd.cleancare.dashboard;

import bd.cleancare.complaints.Category;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.Priority;
import bd.cleancare.platform.tallies.TallyChecks;
import bd.cleancare.shared.Taka;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The truth on one page.
 *
 * @param days oldest first
 * @param months newest first
 * @param checks the latest comparison of each kind of number with a full count
 */
public record CityPicture(Instant asOf, Kpi kpi, Financial money, List<WardWork> wards, List<Day> days, List<Month> months, Feedback feedback, Talks talks,
        List<Recent> recent, List<TallyChecks.Check> checks) {

    /** @param ward empty for complaints without one */
    public record WardWork(String ward, long filed, long open, long resolved) {
    }

    public record Day(LocalDate day, long filed, long resolved) {
    }

    public record Month(YearMonth month, Taka revenue) {
    }

    /** @param stars how many gave one star, two, up to five */
    public record Feedback(List<Long> stars, long confirmed, long reopened) {

        public long ratings() {
            return stars.stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * What citizens say of conversations with the staff.
     *
     * @param ended how many conversations were ended by the staff or the citizen
     */
    public record Talks(long ended, List<Long> stars) {

        public long ratings() {
            return stars.stream().mapToLong(Long::longValue).sum();
        }

        /** Of no ratings there is none. */
        public double mean() {
            return IntStream.range(0, stars.size()).mapToLong(star -> (star + 1) * stars.get(star)).sum() / (double) ratings();
        }
    }

    public record Recent(UUID id, String trackingNumber, String title, Category category, ComplaintStatus status, Priority priority, String location,
            String userName, Instant createdAt) {
    }

    public long open() {
        return kpi.complaintStats().byStatus().stream().filter(each -> each.status() == ComplaintStatus.SUBMITTED || each.status() == ComplaintStatus.IN_PROGRESS)
                .mapToLong(Kpi.StatusCount::count).sum();
    }

    public long count(ComplaintStatus status) {
        return kpi.complaintStats().byStatus().stream().filter(each -> each.status() == status).mapToLong(Kpi.StatusCount::count).sum();
    }
}
