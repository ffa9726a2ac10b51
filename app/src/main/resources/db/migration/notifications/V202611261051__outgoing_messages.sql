-- One queue for every way out: SMS, e-mail and push share lanes, retries and log.
ALTER TABLE sms_messages RENAME TO outgoing_messages;
ALTER TABLE outgoing_messages RENAME COLUMN phone TO address;
ALTER TABLE outgoing_messages
    ADD COLUMN channel text NOT NULL DEFAULT 'sms' CHECK (channel IN ('sms', 'email', 'push')),
    ADD COLUMN user_id uuid REFERENCES users ON DELETE CASCADE,  -- null for a phone without an account
    ADD COLUMN fact bigint,                                      -- what it tells; null for a code
    ADD COLUMN event text,
    ADD COLUMN quiet_from smallint,
    ADD COLUMN quiet_until smallint,
    ADD COLUMN unresolved boolean NOT NULL DEFAULT false,        -- the last attempt may have been taken, nobody knows
    ADD COLUMN report_after timestamptz,                         -- when the gateway is asked what became of it
    ADD COLUMN reports smallint NOT NULL DEFAULT 0,
    DROP CONSTRAINT sms_messages_lane_check,
    DROP CONSTRAINT sms_messages_state_check,
    ADD CONSTRAINT outgoing_messages_lane CHECK (lane IN ('code', 'emergency', 'notice', 'bulk')),
    -- unknown: a gateway that keeps no ids may have taken it, so it is not sent again; parked: it cannot even be read
    ADD CONSTRAINT outgoing_messages_state CHECK (state IN ('queued', 'sending', 'sent', 'delivered', 'failed', 'expired', 'unknown', 'parked'));

-- Each recipient is told once on each channel.
CREATE UNIQUE INDEX outgoing_messages_once ON outgoing_messages (fact, channel, address) WHERE fact IS NOT NULL;
DROP INDEX sms_messages_due;
CREATE INDEX outgoing_messages_due ON outgoing_messages (channel, lane, next_attempt_at) WHERE state IN ('queued', 'sending');
CREATE INDEX outgoing_messages_expiry ON outgoing_messages (expires_at) WHERE state IN ('queued', 'sending');
CREATE INDEX outgoing_messages_report ON outgoing_messages (report_after) WHERE report_after IS NOT NULL;
CREATE INDEX outgoing_messages_newest ON outgoing_messages (created_at DESC, id DESC);
CREATE INDEX outgoing_messages_state_newest ON outgoing_messages (state, created_at DESC, id DESC);
CREATE INDEX outgoing_messages_user ON outgoing_messages (user_id) WHERE user_id IS NOT NULL;
ALTER INDEX sms_messages_settled RENAME TO outgoing_messages_settled;

-- Every time a gateway was asked, and how long it took.
CREATE TABLE delivery_attempts (
    message_id uuid NOT NULL REFERENCES outgoing_messages ON DELETE CASCADE,
    attempt integer NOT NULL,
    provider text NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at timestamptz,
    outcome text CHECK (outcome IN ('accepted', 'try_again', 'unknown', 'refused')),
    reason text,
    delivered_at timestamptz,
    PRIMARY KEY (message_id, attempt)
);
CREATE INDEX delivery_attempts_recent ON delivery_attempts (begun_at);

-- How much of what may wait goes to the first gateway.
CREATE TABLE sms_shares (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    primary_share smallint NOT NULL DEFAULT 100 CHECK (primary_share BETWEEN 0 AND 100),
    switched_at timestamptz,
    tended_at timestamptz
);
INSERT INTO sms_shares DEFAULT VALUES;
