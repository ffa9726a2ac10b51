-- The legal moves; a test compares them with the tables in the code. A correction leaves a final state and needs evidence.
CREATE TABLE payment_moves (
    subject text NOT NULL,
    from_status text NOT NULL,
    to_status text NOT NULL,
    correction boolean NOT NULL,
    PRIMARY KEY (subject, from_status, to_status)
);
INSERT INTO payment_moves (subject, from_status, to_status, correction) VALUES
    ('payment', 'created', 'awaiting_payer', false), ('payment', 'created', 'confirming', false), ('payment', 'created', 'failed', false),
    ('payment', 'created', 'cancelled', false), ('payment', 'created', 'expired', false),
    ('payment', 'awaiting_payer', 'confirming', false),
    ('payment', 'confirming', 'awaiting_payer', false), ('payment', 'confirming', 'paid', false), ('payment', 'confirming', 'failed', false),
    ('payment', 'confirming', 'cancelled', false), ('payment', 'confirming', 'expired', false), ('payment', 'confirming', 'unknown', false),
    ('payment', 'confirming', 'held', false), ('payment', 'confirming', 'refund_due', false),
    ('payment', 'unknown', 'confirming', false),
    ('payment', 'failed', 'paid_late', true), ('payment', 'cancelled', 'paid_late', true), ('payment', 'expired', 'paid_late', true),
    ('payment', 'held', 'paid_late', true), ('payment', 'held', 'failed', true),
    ('payment', 'paid_late', 'applied', false), ('payment', 'paid_late', 'refund_due', false), ('payment', 'paid_late', 'held', false),
    ('payment', 'paid', 'partially_refunded', false), ('payment', 'paid', 'refunded', false),
    ('payment', 'applied', 'partially_refunded', false), ('payment', 'applied', 'refunded', false),
    ('payment', 'refund_due', 'partially_refunded', false), ('payment', 'refund_due', 'refunded', false),
    ('payment', 'partially_refunded', 'refunded', false),
    ('attempt', 'new', 'create_sent', false),
    ('attempt', 'create_sent', 'redirected', false), ('attempt', 'create_sent', 'declined', false), ('attempt', 'create_sent', 'unknown_create', false),
    ('attempt', 'unknown_create', 'succeeded', false), ('attempt', 'unknown_create', 'declined', false), ('attempt', 'unknown_create', 'cancelled', false),
    ('attempt', 'unknown_create', 'lapsed', false), ('attempt', 'unknown_create', 'mismatch', false), ('attempt', 'unknown_create', 'duplicate_paid', false),
    ('attempt', 'redirected', 'confirm_sent', false), ('attempt', 'redirected', 'succeeded', false), ('attempt', 'redirected', 'declined', false),
    ('attempt', 'redirected', 'cancelled', false), ('attempt', 'redirected', 'lapsed', false), ('attempt', 'redirected', 'mismatch', false),
    ('attempt', 'redirected', 'duplicate_paid', false),
    ('attempt', 'confirm_sent', 'succeeded', false), ('attempt', 'confirm_sent', 'declined', false), ('attempt', 'confirm_sent', 'cancelled', false),
    ('attempt', 'confirm_sent', 'lapsed', false), ('attempt', 'confirm_sent', 'unknown', false), ('attempt', 'confirm_sent', 'mismatch', false),
    ('attempt', 'confirm_sent', 'duplicate_paid', false),
    ('attempt', 'unknown', 'confirm_sent', false), ('attempt', 'unknown', 'succeeded', false), ('attempt', 'unknown', 'declined', false),
    ('attempt', 'unknown', 'cancelled', false), ('attempt', 'unknown', 'lapsed', false), ('attempt', 'unknown', 'mismatch', false),
    ('attempt', 'unknown', 'duplicate_paid', false),
    ('attempt', 'declined', 'succeeded', true), ('attempt', 'declined', 'duplicate_paid', true), ('attempt', 'declined', 'mismatch', true),
    ('attempt', 'cancelled', 'succeeded', true), ('attempt', 'cancelled', 'duplicate_paid', true), ('attempt', 'cancelled', 'mismatch', true),
    ('attempt', 'lapsed', 'succeeded', true), ('attempt', 'lapsed', 'duplicate_paid', true), ('attempt', 'lapsed', 'mismatch', true),
    ('attempt', 'mismatch', 'succeeded', true), ('attempt', 'mismatch', 'duplicate_paid', true), ('attempt', 'mismatch', 'declined', true),
    ('refund', 'requested', 'approved', false), ('refund', 'requested', 'rejected', false),
    ('refund', 'approved', 'sent', false), ('refund', 'approved', 'manual', false),
    ('refund', 'sent', 'succeeded', false), ('refund', 'sent', 'failed', false), ('refund', 'sent', 'unknown', false),
    ('refund', 'unknown', 'succeeded', false), ('refund', 'unknown', 'failed', false), ('refund', 'unknown', 'manual', false),
    ('refund', 'manual', 'succeeded', false), ('refund', 'manual', 'failed', false);

CREATE FUNCTION payment_guard_move() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    is_correction boolean;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> TG_ARGV[1] THEN
            RAISE EXCEPTION 'a % begins as %, not as %', TG_ARGV[0], TG_ARGV[1], NEW.status USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.status = OLD.status THEN
        RETURN NEW;
    END IF;
    SELECT correction INTO is_correction FROM payment_moves
        WHERE subject = TG_ARGV[0] AND from_status = OLD.status AND to_status = NEW.status;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'a % may not go from % to %', TG_ARGV[0], OLD.status, NEW.status USING ERRCODE = 'check_violation';
    END IF;
    IF is_correction AND (NEW.evidence IS NULL OR NEW.evidence IS NOT DISTINCT FROM OLD.evidence) THEN
        RAISE EXCEPTION 'a % leaves % only with evidence', TG_ARGV[0], OLD.status USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

-- What somebody owes or wants to pay, whatever gateways are tried for it.
CREATE TABLE payments (
    id uuid PRIMARY KEY,
    transaction_id text NOT NULL UNIQUE CHECK (transaction_id ~ '^TXN[0-9A-Z]{12}$'),
    user_id uuid NOT NULL REFERENCES users,
    bill_id uuid REFERENCES bills,
    service_type text NOT NULL REFERENCES service_types,
    service_label text NOT NULL,               -- the service as the payer's app named it
    purpose uuid,                              -- what another module takes the money for, its own id
    ward_number text,
    amount_poisha bigint NOT NULL CHECK (amount_poisha > 0),
    refund_committed_poisha bigint NOT NULL DEFAULT 0 CHECK (refund_committed_poisha BETWEEN 0 AND amount_poisha), -- refunded or on the way
    refunded_poisha bigint NOT NULL DEFAULT 0 CHECK (refunded_poisha BETWEEN 0 AND refund_committed_poisha),
    method text NOT NULL CHECK (method IN ('bkash', 'nagad', 'rocket', 'upay')),
    phone text NOT NULL,
    status text NOT NULL DEFAULT 'created',
    evidence text,                             -- the gateway's reply on which the last correction rests
    failure_reason text,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    completed_at timestamptz
);
-- However often somebody clicks, a bill has one open payment.
CREATE UNIQUE INDEX payments_one_open_of_bill ON payments (bill_id) WHERE status IN ('created', 'awaiting_payer', 'confirming', 'unknown');
CREATE INDEX payments_of_user ON payments (user_id, created_at DESC, id DESC);
CREATE INDEX payments_latest ON payments (created_at DESC, id DESC);
CREATE INDEX payments_of_status ON payments (status, created_at DESC, id DESC);
CREATE INDEX payments_of_bill ON payments (bill_id) WHERE bill_id IS NOT NULL;
CREATE INDEX payments_expiry ON payments (expires_at) WHERE status IN ('created', 'awaiting_payer', 'confirming', 'unknown');
CREATE INDEX payments_of_purpose ON payments (purpose) WHERE purpose IS NOT NULL;
CREATE TRIGGER payments_moves BEFORE INSERT OR UPDATE OF status ON payments FOR EACH ROW EXECUTE FUNCTION payment_guard_move('payment', 'created');

-- One try with one gateway.
CREATE TABLE payment_attempts (
    id uuid PRIMARY KEY,
    payment_id uuid NOT NULL REFERENCES payments,
    number smallint NOT NULL CHECK (number > 0),
    gateway text NOT NULL,
    invoice text NOT NULL,                     -- our key at the gateway, used once
    amount_poisha bigint NOT NULL CHECK (amount_poisha > 0),
    status text NOT NULL DEFAULT 'new',
    evidence text,
    gateway_payment_id text,
    gateway_trx_id text,
    redirect_url text,
    payer_masked text,
    paid_at timestamptz,
    confirms smallint NOT NULL DEFAULT 0 CHECK (confirms <= 2), -- how often the money was asked for; again only when the gateway said it did not move
    lease_until timestamptz,                   -- somebody is asking the gateway
    checks integer NOT NULL DEFAULT 0,
    next_check_at timestamptz,                 -- null: nothing more to ask
    expires_at timestamptz,                    -- when the gateway gives up on it
    last_answer jsonb,                         -- redacted
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (payment_id, number),
    UNIQUE (gateway, invoice),
    UNIQUE (gateway, gateway_payment_id),
    UNIQUE (gateway, gateway_trx_id)
);
CREATE UNIQUE INDEX payment_attempts_one_success ON payment_attempts (payment_id) WHERE status = 'succeeded';
CREATE INDEX payment_attempts_due ON payment_attempts (next_check_at) WHERE next_check_at IS NOT NULL;
CREATE TRIGGER payment_attempts_moves BEFORE INSERT OR UPDATE OF status ON payment_attempts
    FOR EACH ROW EXECUTE FUNCTION payment_guard_move('attempt', 'new');

-- A browser that came back from the gateway before the gateway had answered us.
CREATE TABLE payment_early_callbacks (
    gateway text NOT NULL,
    gateway_payment_id text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (gateway, gateway_payment_id)
);

-- Every move with its reason: the trail of a payment, and the outbox of what others are told.
CREATE TABLE payment_events (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    payment_id uuid NOT NULL REFERENCES payments,
    subject text NOT NULL,
    subject_id uuid NOT NULL,
    from_status text,
    to_status text NOT NULL,
    event text NOT NULL,
    actor_id uuid,                             -- null: the system
    reason text,
    evidence text,
    at timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz,
    publish_tries smallint NOT NULL DEFAULT 0,
    publish_after timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX payment_events_of_payment ON payment_events (payment_id, sequence);
CREATE INDEX payment_events_unpublished ON payment_events (sequence) WHERE published_at IS NULL;

-- Which events a payer was told of by SMS.
CREATE TABLE payment_notices (
    event_id uuid PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now()
);

-- Which staff looked at the trail of whose payment.
CREATE TABLE payment_views (
    payment_id uuid NOT NULL REFERENCES payments,
    viewer_id uuid NOT NULL REFERENCES users,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX payment_views_of_payment ON payment_views (payment_id, at);
