-- Every SMS, written in the transaction that wants it said and sent after its commit.
CREATE TABLE sms_messages (
    id uuid PRIMARY KEY,                      -- also the id under which a gateway recognises a repetition
    lane text NOT NULL CHECK (lane IN ('code', 'notice', 'bulk')),
    phone text NOT NULL,
    body bytea,                               -- encrypted, see FieldCipher; a code's is erased once it is settled
    state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'delivered', 'failed', 'expired')),
    provider text,                            -- the gateway of the last attempt
    provider_ref text,                        -- what that gateway calls the message
    attempts integer NOT NULL DEFAULT 0,      -- in all
    attempts_here integer NOT NULL DEFAULT 0, -- with the gateway of the last attempt
    refused_by text[] NOT NULL DEFAULT '{}',  -- gateways that will never take it
    last_error text,
    next_attempt_at timestamptz NOT NULL DEFAULT now(), -- while sending: the end of the lease, after which another worker repeats it
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    settled_at timestamptz
);
CREATE INDEX sms_messages_due ON sms_messages (lane, next_attempt_at) WHERE state IN ('queued', 'sending');
CREATE INDEX sms_messages_settled ON sms_messages (settled_at) WHERE settled_at IS NOT NULL;
