package bd.cleancare.demo;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.TrackingNumber;
import bd.cleancare.shared.CityTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets the demo's stories lie in the past. What is made and dated back shares a transaction, so nobody ever sees it as of today and nobody is
 * told of what is long over: bells and gateways stay silent until somebody does something in the demo.
 */
@Component
@Profile("demo")
class DemoPast {

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient db;
    private final TransactionOperations transaction;

    DemoPast(JdbcClient db, TransactionOperations transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    void happens(Runnable story) {
        transaction.executeWithoutResult(_ -> story.run());
    }

    /**
     * The filing lies days back, and its number with it.
     *
     * @param hours after the filing, of each row of the history
     */
    void move(Complaint complaint, double daysAgo, List<Double> hours) {
        Instant filed = complaint.createdAt().minusMillis(Math.round(daysAgo * 86_400_000));
        db.sql("""
                WITH dated AS (
                    UPDATE complaint_history h
                    SET created_at = :filed::timestamptz + make_interval(secs => (:hours::float8[])[h2.place] * 3600), untold = false
                    FROM (SELECT sequence, row_number() OVER (ORDER BY sequence) AS place FROM complaint_history WHERE complaint_id = :id) AS h2
                    WHERE h.complaint_id = :id AND h.sequence = h2.sequence
                    RETURNING h.created_at, h.new_status
                ), photos AS (
                    UPDATE complaint_images SET uploaded_at = :filed WHERE complaint_id = :id
                ), work AS (
                    UPDATE complaint_work_photos SET uploaded_at = (SELECT max(created_at) FROM dated) WHERE complaint_id = :id
                )
                UPDATE complaints SET tracking_number = :number, search_text = replace(search_text, lower(tracking_number), lower(:number)),
                    created_at = :filed, updated_at = (SELECT max(created_at) FROM dated),
                    resolved_at = CASE WHEN status = 3 THEN (SELECT max(created_at) FROM dated WHERE new_status = 3) END
                WHERE id = :id""")
                .param("filed", filed.atOffset(ZoneOffset.UTC)).param("hours", hours.toArray(Double[]::new)).param("id", complaint.id())
                .param("number", TrackingNumber.random(LocalDate.ofInstant(filed, CityTime.ZONE), random).text()).update();
    }

    /** What the citizen has just answered, some hours after the work was done. */
    void answered(Complaint complaint, int hoursAfter) {
        db.sql("""
                WITH moment AS (
                    SELECT least(resolved_at + make_interval(hours => :hours), now()) AS at FROM complaints WHERE id = :id
                ), said AS (
                    UPDATE complaint_feedback SET rated_at = CASE WHEN score IS NOT NULL THEN moment.at END,
                        decided_at = CASE WHEN fixed IS NOT NULL THEN moment.at END
                    FROM moment WHERE complaint_id = :id
                ), entries AS (
                    UPDATE complaint_history SET created_at = moment.at, untold = false FROM moment WHERE complaint_id = :id AND untold
                )
                UPDATE complaints SET updated_at = moment.at FROM moment WHERE id = :id""")
                .param("hours", hoursAfter).param("id", complaint.id()).update();
    }
}
