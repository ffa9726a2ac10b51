-- A report somebody is still writing, page by page: one per person. Its id is the idempotency key of the complaint it becomes.
CREATE TABLE report_drafts (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL UNIQUE REFERENCES users,
    fields jsonb NOT NULL DEFAULT '{}',      -- as typed
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX report_drafts_age ON report_drafts (updated_at);

CREATE TABLE report_draft_photos (
    id uuid PRIMARY KEY,                     -- of the pending photo in media
    draft_id uuid NOT NULL REFERENCES report_drafts ON DELETE CASCADE,
    client_key text NOT NULL,                -- from the browser: an upload that is repeated after a lost answer is the same photo
    name text NOT NULL,
    file_size integer NOT NULL,
    UNIQUE (draft_id, client_key)
);
-- For the home page: the latest work that was done.
CREATE INDEX complaints_resolved ON complaints (resolved_at DESC) WHERE status = 3;
