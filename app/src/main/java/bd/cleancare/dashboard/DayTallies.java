package bd.cleancare.dashboard;

import bd.cleancare.platform.tallies.Tally;
import bd.cleancare.platform.tallies.Tally.Dimension;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the dashboard counts, all of it by day: whatever a fuller page wants to know of a week or a year, the rows are there. */
@Configuration(proxyBeanMethods = false)
class DayTallies {

    private static final Dimension DAY = new Dimension("day", "'infinity'::date");
    private static final Dimension WARD = new Dimension("ward", "'*'");

    @Bean
    static Tally complaintDays() {
        return new Tally("complaint_days", "complaint_day_deltas", List.of(DAY, WARD),
                List.of("submitted", "in_progress", "resolved", "cancelled", "resolutions", "service_seconds"),
                "SELECT d.* FROM complaints c CROSS JOIN LATERAL complaint_days_of(c.created_at, c.ward_number, c.status, c.resolved_at, 1) d");
    }

    @Bean
    static Tally feedbackDays() {
        return new Tally("feedback_days", "feedback_day_deltas", List.of(DAY, WARD),
                List.of("stars_1", "stars_2", "stars_3", "stars_4", "stars_5", "confirmed", "reopened"),
                "SELECT d.* FROM complaint_feedback f CROSS JOIN LATERAL feedback_days_of(f.ward_number, f.score, f.rated_at, f.fixed, f.decided_at, 1) d");
    }

    @Bean
    static Tally talkDays() {
        return new Tally("talk_days", "talk_day_deltas", List.of(DAY), List.of("ended", "stars_1", "stars_2", "stars_3", "stars_4", "stars_5"),
                "SELECT d.* FROM chat_closings c CROSS JOIN LATERAL talk_days_of(c.closed_at, c.rating, c.rated_at, 1) d");
    }

    @Bean
    static Tally userDays() {
        return new Tally("user_days", "user_day_deltas", List.of(DAY, new Dimension("role", "'*'")), List.of("accounts", "verified"),
                "SELECT d.* FROM users u CROSS JOIN LATERAL user_days_of(u.created_at, u.role, u.is_verified, u.closed_at, 1) d");
    }

    @Bean
    static Tally revenueDays() {
        return new Tally("revenue_days", "revenue_day_deltas", List.of(DAY, new Dimension("service", "'*'")), List.of("poisha"), """
                SELECT dhaka_day(t.at) AS day, substr(p.account, 9) AS service, -p.amount_poisha AS poisha
                FROM ledger_postings p JOIN ledger_transactions t ON t.sequence = p.transaction WHERE p.account LIKE 'revenue:%'""");
    }

    @Bean
    static Tally paymentDays() {
        return new Tally("payment_days", "payment_day_deltas", List.of(DAY, new Dimension("method", "'*'")), List.of("begun", "completed", "pending_poisha"),
                "SELECT d.* FROM payments p CROSS JOIN LATERAL payment_days_of(p.created_at, p.method, p.status, p.amount_poisha, 1) d");
    }
}
