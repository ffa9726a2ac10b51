-- Everything that happened to a complaint, in one unbroken sequence; written by the same statement as the change.
CREATE TABLE complaint_history (
    complaint_id uuid NOT NULL REFERENCES complaints ON DELETE CASCADE,
    sequence integer NOT NULL,
    id uuid NOT NULL DEFAULT uuidv7(),
    kind smallint NOT NULL,
    actor_id uuid NOT NULL REFERENCES users,
    old_status smallint,
    new_status smallint,
    comment text,            -- for everybody who may see the complaint, and without names for the public
    internal_note text,      -- for staff
    details jsonb,           -- what was edited, who was assigned, how many photos
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (complaint_id, sequence)
);
