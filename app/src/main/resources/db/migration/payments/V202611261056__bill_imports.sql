-- A file of bills that somebody brought. Its rows go in one by one; what was wrong with which stays readable, the file itself does not.
CREATE TABLE bill_imports (
    id uuid PRIMARY KEY,
    started_by uuid NOT NULL REFERENCES users,
    file_name text NOT NULL,
    content text,                              -- null once it is finished
    total integer NOT NULL,
    done integer NOT NULL DEFAULT 0,
    created integer NOT NULL DEFAULT 0,
    changed integer NOT NULL DEFAULT 0,
    unchanged integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    CHECK (finished_at IS NULL OR content IS NULL)
);
CREATE INDEX bill_imports_unfinished ON bill_imports (created_at) WHERE finished_at IS NULL;
CREATE INDEX bill_imports_latest ON bill_imports (created_at DESC);
CREATE TABLE bill_import_errors (
    import_id uuid NOT NULL REFERENCES bill_imports ON DELETE CASCADE,
    row integer NOT NULL,
    place smallint NOT NULL,
    column_name text NOT NULL,
    error text NOT NULL,
    PRIMARY KEY (import_id, row, place)
);
-- Staff look for holdings by the beginning of their number.
CREATE INDEX holdings_number_prefix ON holdings (number text_pattern_ops);
