-- Filters somebody gave a name; the query is the one of the address.
CREATE TABLE saved_views (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users,
    name text NOT NULL,
    query text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX saved_views_name ON saved_views (user_id, lower(name));

-- Answers staff give often, in both languages; without a category they serve for every one.
CREATE TABLE response_templates (
    id uuid PRIMARY KEY,
    category smallint CHECK (category BETWEEN 1 AND 6),
    title_bn text NOT NULL,
    title_en text NOT NULL,
    body_bn text NOT NULL,
    body_en text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    updated_by uuid NOT NULL REFERENCES users,
    updated_at timestamptz NOT NULL DEFAULT now()
);

-- One change to many complaints. Which ones is decided when it starts; each is then changed in a transaction of its own.
CREATE TABLE bulk_jobs (
    id uuid PRIMARY KEY,
    started_by uuid NOT NULL REFERENCES users,
    assigns boolean NOT NULL,
    assignee uuid REFERENCES users,
    status smallint,
    comment text,
    internal_note text,
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz
);
CREATE INDEX bulk_jobs_unfinished ON bulk_jobs (created_at) WHERE finished_at IS NULL;

CREATE TABLE bulk_items (
    job_id uuid NOT NULL REFERENCES bulk_jobs ON DELETE CASCADE,
    place integer NOT NULL,
    complaint_id uuid NOT NULL,
    outcome smallint NOT NULL DEFAULT 0,   -- 0 waiting, 1 done, 2 refused
    reason text,
    PRIMARY KEY (job_id, place)
);
CREATE INDEX bulk_items_waiting ON bulk_items (job_id, place) WHERE outcome = 0;
