-- Whoever started a change to many may end it; what was changed before stays changed.
ALTER TABLE bulk_jobs ADD COLUMN cancelled_at timestamptz;
