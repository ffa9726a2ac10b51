-- What nobody has taken on yet, in the order of the queue.
CREATE INDEX complaints_unassigned ON complaints (created_at DESC, id DESC) WHERE assigned_to IS NULL AND status < 3;
