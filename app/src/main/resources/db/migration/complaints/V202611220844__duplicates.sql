-- A second report of the same thing points at the one that is followed up.
ALTER TABLE complaints ADD COLUMN duplicate_of uuid REFERENCES complaints ON DELETE SET NULL CHECK (duplicate_of <> id);
CREATE INDEX complaints_duplicates ON complaints (duplicate_of) WHERE duplicate_of IS NOT NULL;
