package bd.cleancare.demo;

import bd.cleancare.complaints.ComplaintFeedback;
import bd.cleancare.complaints.ComplaintFeedback.Answer;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo's complaints, and then what their citizens say of those that were resolved; some have not answered yet. */
@Component
@Profile("demo")
class DemoFeedback {

    private record Resolved(UUID complaint, UUID citizen) {
    }

    private static final List<Answer> ANSWERS = List.of(new Answer(5, true, "ধন্যবাদ, এক দিনেই কাজ হয়েছে।"), new Answer(4, true, null), new Answer(4, null, null),
            new Answer(3, true, "কাজ হয়েছে, তবে একটু দেরিতে।"), new Answer(5, true, null), new Answer(2, null, "পুরোপুরি পরিষ্কার হয়নি।"));

    private final DemoComplaints demo;
    private final Complaints complaints;
    private final ComplaintFeedback feedback;
    private final JdbcClient db;

    DemoFeedback(DemoComplaints demo, Complaints complaints, ComplaintFeedback feedback, JdbcClient db) {
        this.demo = demo;
        this.complaints = complaints;
        this.feedback = feedback;
        this.db = db;
    }

    void create() {
        demo.create();
        // An earlier start may have come this far already; every answer can be given once only.
        List<Resolved> resolved = db.sql("""
                SELECT c.id, c.user_id FROM complaints c WHERE c.status = 3 AND c.idempotency_key LIKE 'demo-%'
                AND NOT EXISTS (SELECT FROM complaint_feedback) ORDER BY c.created_at
                """).query((row, _) -> new Resolved(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).list();
        for (int i = 0; i < resolved.size() - 2; i++) {
            var citizen = new Viewer(resolved.get(i).citizen(), Role.CITIZEN, Set.of(), null);
            Answer answer = ANSWERS.get(i % ANSWERS.size());
            complaints.find(resolved.get(i).complaint(), citizen).ifPresent(complaint -> feedback.give(complaint, answer, citizen));
        }
    }
}
