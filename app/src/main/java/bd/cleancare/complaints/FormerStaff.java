package bd.cleancare.complaints;

import bd.cleancare.users.AccountChanged;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever works here no longer has no open complaints: they are nobody's again, and their history says why, in the transaction in which the
 * account lost its right. What such a one resolved stays theirs until it is opened again.
 */
@Component
class FormerStaff {

    /** Holds the account, so that leaving and opening again cannot both miss each other. */
    private static final String RELEASE = """
            WITH released AS (
                UPDATE complaints SET assigned_to = NULL, version = version + 1, updated_at = now(), staff_handled = true
                WHERE assigned_to = :person AND status < 3 AND (:only::uuid IS NULL OR id = :only)
                  AND NOT EXISTS (SELECT FROM users WHERE id = :person AND is_active AND role <> 'citizen' FOR SHARE)
                RETURNING id, version
            )
            INSERT INTO complaint_history (complaint_id, sequence, kind, actor_id) SELECT id, version, :kind, :person FROM released
            """;

    private final JdbcClient db;

    FormerStaff(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(AccountChanged change) {
        release(change.userId(), null);
    }

    /**
     * Part of the transaction that opened it again.
     *
     * @return whether whoever had it works here no longer, and it is nobody's now
     */
    boolean release(Complaint reopened) {
        return reopened.assignedTo() != null && release(reopened.assignedTo(), reopened.id());
    }

    private boolean release(UUID person, UUID only) {
        return db.sql(RELEASE).param("person", person).param("only", only).param("kind", HistoryKind.RELEASED.code()).update() > 0;
    }
}
