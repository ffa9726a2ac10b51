-- What a day's statement and our books disagree about, for somebody to look at. Running a day again adds nothing twice.
CREATE TABLE reconciliations (
    gateway text NOT NULL,
    day date NOT NULL,
    run_at timestamptz NOT NULL DEFAULT now(),
    run_by uuid REFERENCES users,
    matched integer NOT NULL,
    statement_net_poisha bigint NOT NULL,
    booked_poisha bigint NOT NULL,
    PRIMARY KEY (gateway, day)
);
CREATE TABLE reconciliation_items (
    id uuid PRIMARY KEY,
    gateway text NOT NULL,
    day date NOT NULL,
    kind text NOT NULL CHECK (kind IN ('missing_at_gateway', 'missing_here', 'amount_differs', 'fee_differs', 'duplicate', 'refunded_only_there')),
    trx_id text NOT NULL,
    invoice text NOT NULL DEFAULT '',
    statement_poisha bigint,
    our_poisha bigint,
    payment_id uuid REFERENCES payments,
    created_at timestamptz NOT NULL DEFAULT now(),
    resolved_at timestamptz,
    resolved_by uuid REFERENCES users,
    resolution text,
    UNIQUE (gateway, day, kind, trx_id),
    CHECK (resolved_at IS NULL = (resolution IS NULL))
);
CREATE INDEX reconciliation_items_open ON reconciliation_items (created_at) WHERE resolved_at IS NULL;
