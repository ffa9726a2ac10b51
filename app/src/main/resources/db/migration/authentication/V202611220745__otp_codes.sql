-- One-time codes. A phone nobody has an account for gets rows too, so that limits and answers are the same for known and unknown.
CREATE TABLE otp_codes (
    id uuid PRIMARY KEY,
    purpose text NOT NULL CHECK (purpose IN ('registration', 'login', 'password_reset', 'phone_change')),
    phone_hash bytea NOT NULL,                -- keyed, as are the three below
    block_hash bytea NOT NULL,                -- the first eight digits: adjacent numbers are the mark of SMS pumping
    network_hash bytea NOT NULL,              -- the caller's /24, or /48 of IPv6
    device_hash bytea,                        -- null where the client names no device
    user_id uuid REFERENCES users ON DELETE CASCADE, -- whose code; null where there is no such account, and then no code is right
    code_hash bytea NOT NULL,                 -- keyed, bound to purpose, phone and this row
    tries_left integer NOT NULL CHECK (tries_left >= 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    superseded_at timestamptz,                -- a newer code of the same purpose was sent
    consumed_at timestamptz
);
CREATE INDEX otp_codes_phone ON otp_codes (phone_hash, created_at);
CREATE INDEX otp_codes_block ON otp_codes (block_hash, created_at);
CREATE INDEX otp_codes_network ON otp_codes (network_hash, created_at);
CREATE INDEX otp_codes_device ON otp_codes (device_hash, created_at) WHERE device_hash IS NOT NULL;
CREATE INDEX otp_codes_age ON otp_codes (created_at);
