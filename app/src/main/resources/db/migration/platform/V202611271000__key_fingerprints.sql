-- Which keys this database was used with; see KnownKeys.
CREATE TABLE key_fingerprints (
    name        text PRIMARY KEY,
    fingerprint bytea NOT NULL,
    first_used  timestamptz NOT NULL DEFAULT now()
);
