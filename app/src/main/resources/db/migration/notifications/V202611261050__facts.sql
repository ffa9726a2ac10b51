-- What happened and whom it concerns, written in the transaction that made it true and told after its commit.
CREATE TABLE notification_facts (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event text NOT NULL,
    key text NOT NULL,                       -- what makes a repetition the same fact
    part smallint NOT NULL DEFAULT 0,        -- many recipients are several rows
    recipients uuid[] NOT NULL,
    path text NOT NULL,
    values jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    told_at timestamptz,
    tries smallint NOT NULL DEFAULT 0,
    tell_after timestamptz NOT NULL DEFAULT now(),
    last_error text,
    parked_at timestamptz,                   -- it failed too often; an admin may send it again
    UNIQUE (event, key, part)
);
CREATE INDEX notification_facts_untold ON notification_facts (sequence) WHERE told_at IS NULL AND parked_at IS NULL;
CREATE INDEX notification_facts_parked ON notification_facts (parked_at) WHERE parked_at IS NOT NULL;
CREATE INDEX notification_facts_age ON notification_facts (created_at);

-- What a person finds under the bell. The text is made when it is shown, in the language it is read in.
CREATE TABLE notifications (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    fact bigint NOT NULL REFERENCES notification_facts ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    read_at timestamptz,
    PRIMARY KEY (user_id, fact)
);
CREATE INDEX notifications_unread ON notifications (user_id) WHERE read_at IS NULL;
CREATE INDEX notifications_fact ON notifications (fact);

-- Only of those who chose anything.
CREATE TABLE notification_preferences (
    user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    off text[] NOT NULL DEFAULT '{}',        -- 'topic/channel'
    daily text[] NOT NULL DEFAULT '{}',      -- channels that get one summary a day
    quiet_from smallint CHECK (quiet_from BETWEEN 0 AND 1439),  -- minutes of the day in Dhaka
    quiet_until smallint CHECK (quiet_until BETWEEN 0 AND 1439),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
);

-- SMS that people sent to us.
CREATE TABLE sms_received (
    id uuid PRIMARY KEY,
    gateway_ref text UNIQUE,                 -- what the gateway calls it, so that a repetition is recognised
    phone text NOT NULL,
    body bytea,                              -- encrypted, see FieldCipher
    received_at timestamptz NOT NULL DEFAULT now(),
    told_at timestamptz,
    tries smallint NOT NULL DEFAULT 0,
    tell_after timestamptz NOT NULL DEFAULT now(),
    last_error text,
    parked_at timestamptz
);
CREATE INDEX sms_received_untold ON sms_received (received_at) WHERE told_at IS NULL AND parked_at IS NULL;
CREATE INDEX sms_received_age ON sms_received (received_at);
