-- What somebody of the staff has: read when they wait for what is theirs, and given back when they leave.
CREATE INDEX chat_rooms_assigned ON chat_rooms (assigned_to) WHERE assigned_to IS NOT NULL;

-- What those have who left before conversations were given back.
WITH gone AS (
    SELECT r.id, r.assigned_to, r.closed_at FROM chat_rooms r JOIN users u ON u.id = r.assigned_to WHERE NOT u.is_active OR u.role = 'citizen'
), free AS (
    UPDATE chat_rooms r SET assigned_to = NULL, last_sequence = last_sequence + (g.closed_at IS NULL)::int FROM gone g WHERE r.id = g.id
    RETURNING r.id, g.assigned_to, r.last_sequence, g.closed_at
)
INSERT INTO chat_messages (room_id, sequence, sender_id, from_staff, event, body, details, created_at)
SELECT id, last_sequence, assigned_to, true, 1, '', '{}', now() FROM free WHERE closed_at IS NULL;
