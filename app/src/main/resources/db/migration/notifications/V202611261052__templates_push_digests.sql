-- Texts that admins changed; everything else stands in the message files.
CREATE TABLE notification_templates (
    event text NOT NULL,
    channel text NOT NULL CHECK (channel IN ('in_app', 'sms', 'email', 'push')),
    language text NOT NULL CHECK (language IN ('bn', 'en')),
    subject text,
    body text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    changed_by uuid NOT NULL REFERENCES users,
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (event, channel, language)
);

-- Browsers that let us push to them.
CREATE TABLE push_subscriptions (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    endpoint text NOT NULL UNIQUE,
    p256dh text NOT NULL,
    auth text NOT NULL,
    label text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX push_subscriptions_user ON push_subscriptions (user_id);

-- What waits for somebody's summary of the day.
CREATE TABLE notification_digests (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    channel text NOT NULL CHECK (channel IN ('sms', 'email', 'push')),
    fact bigint NOT NULL REFERENCES notification_facts ON DELETE CASCADE,
    PRIMARY KEY (user_id, channel, fact)
);
CREATE INDEX notification_digests_fact ON notification_digests (fact);

-- An address gets mail once its owner has followed the link sent to it.
ALTER TABLE notification_preferences
    ADD COLUMN email text,                   -- the address that was confirmed
    ADD COLUMN email_token bytea,            -- hash of the secret in the link
    ADD COLUMN email_token_for text,         -- the address the link went to
    ADD COLUMN email_token_until timestamptz;
CREATE UNIQUE INDEX notification_preferences_token ON notification_preferences (email_token) WHERE email_token IS NOT NULL;
