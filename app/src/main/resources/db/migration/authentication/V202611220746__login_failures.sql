-- Wrong passwords in a row, per phone number whether or not it has an account.
CREATE TABLE login_failures (
    phone_hash bytea PRIMARY KEY,
    failures integer NOT NULL,
    locked_until timestamptz,
    last_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX login_failures_age ON login_failures (last_at);
