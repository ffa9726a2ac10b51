-- A row of the history is itself the stored fact that people must hear of: it commits with the change, and costs the change nothing more.
-- What happened before this day has been told or never will be.
ALTER TABLE complaint_history ADD COLUMN untold boolean NOT NULL DEFAULT false;
ALTER TABLE complaint_history ALTER COLUMN untold SET DEFAULT true;
CREATE INDEX complaint_history_untold ON complaint_history (id) WHERE untold;
