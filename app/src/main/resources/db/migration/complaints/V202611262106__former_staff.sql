-- Who left before leaving gave complaints back has them still: they go back to the queue as they would today (kind 12).
WITH released AS (
    UPDATE complaints c SET assigned_to = NULL, version = c.version + 1, updated_at = now(), staff_handled = true
    FROM users u
    WHERE u.id = c.assigned_to AND c.status < 3 AND (NOT u.is_active OR u.role = 'citizen')
    RETURNING c.id, c.version, u.id AS person
)
INSERT INTO complaint_history (complaint_id, sequence, kind, actor_id) SELECT id, version, 12, person FROM released;
