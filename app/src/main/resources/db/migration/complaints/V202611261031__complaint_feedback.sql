-- How often a complaint was resolved: each resolution asks its citizen anew.
ALTER TABLE complaints ADD COLUMN resolutions integer NOT NULL DEFAULT 0;
UPDATE complaints SET resolutions = 1 WHERE status = 3;

-- What the citizen says of one resolution: stars once, and once whether it really is fixed.
CREATE TABLE complaint_feedback (
    complaint_id uuid NOT NULL REFERENCES complaints ON DELETE CASCADE,
    resolution integer NOT NULL,
    ward_number text,             -- the ward that did the work
    score smallint CHECK (score BETWEEN 1 AND 5),
    rated_at timestamptz,
    fixed boolean,
    decided_at timestamptz,
    PRIMARY KEY (complaint_id, resolution),
    CHECK ((score IS NULL) = (rated_at IS NULL)),
    CHECK ((fixed IS NULL) = (decided_at IS NULL))
);
