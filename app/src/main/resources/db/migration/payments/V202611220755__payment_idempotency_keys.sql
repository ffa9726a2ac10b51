CREATE TABLE payment_idempotency_keys (
    user_id uuid NOT NULL REFERENCES users,
    endpoint text NOT NULL,
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    request_hash bytea NOT NULL,
    lease_until timestamptz,                   -- somebody is working on it; null once it is answered or may be resumed
    result_id uuid,                            -- what the work made, for whoever resumes it
    status smallint,                           -- null until it is answered
    body text,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, endpoint, key)
);
CREATE INDEX payment_idempotency_keys_age ON payment_idempotency_keys (created_at);
