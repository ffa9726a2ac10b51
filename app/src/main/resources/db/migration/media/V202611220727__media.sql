-- A photo as stored: two renditions under one random key. The row is there before the files are, so a crash leaves nothing unknown.
CREATE TABLE media (
    id uuid PRIMARY KEY,
    owner_id uuid NOT NULL,                  -- who uploaded it; no foreign key, because media knows nothing of accounts
    state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'kept', 'discarded')),
    blob_key text NOT NULL UNIQUE,
    full_bytes integer NOT NULL,
    full_sha256 bytea NOT NULL,
    full_width integer NOT NULL,
    full_height integer NOT NULL,
    thumbnail_bytes integer NOT NULL,
    thumbnail_sha256 bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
-- What the sweep looks for; kept photos, nearly all of them, are not in it.
CREATE INDEX media_sweep ON media (created_at) WHERE state <> 'kept';
