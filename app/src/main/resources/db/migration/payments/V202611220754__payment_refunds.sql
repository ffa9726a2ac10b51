CREATE TABLE refunds (
    id uuid PRIMARY KEY,
    payment_id uuid NOT NULL REFERENCES payments,
    attempt_id uuid NOT NULL REFERENCES payment_attempts,
    amount_poisha bigint NOT NULL CHECK (amount_poisha > 0),
    reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 200),
    status text NOT NULL DEFAULT 'requested',
    evidence text,
    requested_by uuid REFERENCES users,        -- null: the system found money that nothing is owed for
    decided_by uuid REFERENCES users,
    gateway_refund_id text,
    seen_before text[],                        -- the gateway's refunds of the payment before ours was sent
    lease_until timestamptz,
    checks integer NOT NULL DEFAULT 0,
    next_check_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (requested_by IS DISTINCT FROM decided_by OR decided_by IS NULL)
);
CREATE INDEX refunds_of_payment ON refunds (payment_id);
CREATE INDEX refunds_of_status ON refunds (status, created_at);
-- Two of one payment on their way at once could not be told apart when an answer is lost.
CREATE UNIQUE INDEX refunds_one_under_way ON refunds (attempt_id) WHERE status IN ('sent', 'unknown');
CREATE INDEX refunds_due ON refunds (next_check_at) WHERE next_check_at IS NOT NULL;
CREATE TRIGGER refunds_moves BEFORE INSERT OR UPDATE OF status ON refunds FOR EACH ROW EXECUTE FUNCTION payment_guard_move('refund', 'requested');
