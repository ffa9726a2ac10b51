CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Codes of category, priority and status are those of the enums of the same name; priority 1 is the most urgent and
-- statuses count along the workflow, so that ordering by code is the order people mean.
CREATE TABLE complaints (
    id uuid PRIMARY KEY,
    tracking_number text NOT NULL UNIQUE,
    user_id uuid NOT NULL REFERENCES users,
    title text NOT NULL,
    description text NOT NULL,
    category smallint NOT NULL CHECK (category BETWEEN 1 AND 6),
    priority smallint NOT NULL CHECK (priority BETWEEN 1 AND 3),
    status smallint NOT NULL DEFAULT 1 CHECK (status BETWEEN 1 AND 4),
    location text NOT NULL,
    latitude numeric(10, 8),
    longitude numeric(11, 8),
    ward_number text,                              -- no foreign key: a complaint keeps its ward when the map is drawn anew
    assigned_to uuid REFERENCES users,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    resolved_at timestamptz,
    version integer NOT NULL DEFAULT 1,            -- counts the changes: the sequence of the latest history row
    image_count smallint NOT NULL DEFAULT 0 CHECK (image_count BETWEEN 0 AND 5),
    staff_handled boolean NOT NULL DEFAULT false,  -- from then on the owner can no longer delete it
    idempotency_key text,
    request_hash bytea,
    search_text text NOT NULL,                     -- title, description, tracking number; folded as searches are
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CHECK ((status = 3) = (resolved_at IS NOT NULL))
);

-- One index for every filter and order that is offered, each ending in the newest-first order of the lists.
CREATE INDEX complaints_newest ON complaints (created_at DESC, id DESC);
CREATE INDEX complaints_status ON complaints (status, created_at DESC, id DESC);
CREATE INDEX complaints_category ON complaints (category, created_at DESC, id DESC);
CREATE INDEX complaints_priority ON complaints (priority, created_at DESC, id DESC);
CREATE INDEX complaints_ward ON complaints (ward_number, created_at DESC, id DESC);
CREATE INDEX complaints_owner ON complaints (user_id, created_at DESC, id DESC);
CREATE INDEX complaints_assignee ON complaints (assigned_to, created_at DESC, id DESC) WHERE assigned_to IS NOT NULL;
-- For combinations that match few: small, because equal entries share one, and of use whichever of its columns are given.
CREATE INDEX complaints_facets ON complaints (ward_number, status, category, priority);
CREATE INDEX complaints_search ON complaints USING gin (search_text gin_trgm_ops);
CREATE UNIQUE INDEX complaints_idempotency ON complaints (user_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
