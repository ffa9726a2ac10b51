-- One notion of a session for apps (access and refresh tokens) and pages (a cookie). Ending the row ends both.
CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    device text NOT NULL DEFAULT '',          -- the user agent as sent, for the person's own list
    cookie_hash bytea UNIQUE,                 -- SHA-256 of a random 256-bit value; null for apps
    refresh_id uuid,                          -- jti of the one refresh token that is good now; null for pages
    refresh_issued_at timestamptz,
    refresh_previous_id uuid,                 -- the one before: within a short grace two racing tabs may both present it
    refresh_rotated_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),  -- coarse: written at most once in a few minutes
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    end_reason text,
    CHECK (cookie_hash IS NULL <> (refresh_id IS NULL)),
    CHECK (ended_at IS NULL = (end_reason IS NULL))
);
CREATE INDEX sessions_live_of_user ON sessions (user_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_expiry ON sessions (expires_at);
