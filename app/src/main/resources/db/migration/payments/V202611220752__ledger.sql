-- Double entry in whole poisha: debits positive, credits negative, every transaction sums to zero, nothing is ever changed.
CREATE TABLE ledger_accounts (
    code text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('asset', 'liability', 'income', 'expense'))
);
INSERT INTO ledger_accounts (code, kind) VALUES
    ('clearing:bkash', 'asset'), ('clearing:nagad', 'asset'), ('clearing:rocket', 'asset'), ('clearing:upay', 'asset'), ('clearing:sslcommerz', 'asset'),
    ('bank', 'asset'), ('refunds-payable', 'liability'), ('credit', 'liability'), ('suspense', 'liability'),
    ('expense:gateway-fee', 'expense'), ('expense:write-off', 'expense');
INSERT INTO ledger_accounts (code, kind) SELECT 'revenue:' || code, 'income' FROM service_types;

CREATE TABLE ledger_transactions (
    sequence bigint PRIMARY KEY,
    kind text NOT NULL,
    reference text NOT NULL,                   -- what it is about; one transaction for each kind and reference
    bill_id uuid REFERENCES bills,
    at timestamptz NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    UNIQUE (kind, reference)
);
CREATE INDEX ledger_transactions_of_bill ON ledger_transactions (bill_id) WHERE bill_id IS NOT NULL;
CREATE INDEX ledger_transactions_at ON ledger_transactions (at);

CREATE TABLE ledger_postings (
    transaction bigint NOT NULL REFERENCES ledger_transactions,
    line smallint NOT NULL,
    account text NOT NULL REFERENCES ledger_accounts,
    amount_poisha bigint NOT NULL CHECK (amount_poisha <> 0),
    PRIMARY KEY (transaction, line)
);
CREATE INDEX ledger_postings_of_account ON ledger_postings (account, transaction) INCLUDE (amount_poisha);

-- The end of the hash chain. Taking it is what puts transactions in one order.
CREATE TABLE ledger_head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    sequence bigint NOT NULL,
    hash bytea NOT NULL
);
INSERT INTO ledger_head (sequence, hash) VALUES (0, sha256('clean care ledger'));

CREATE FUNCTION ledger_must_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    about bigint;
    total numeric;
    lines integer;
BEGIN
    about := CASE TG_TABLE_NAME WHEN 'ledger_postings' THEN (to_jsonb(NEW) ->> 'transaction')::bigint ELSE (to_jsonb(NEW) ->> 'sequence')::bigint END;
    SELECT coalesce(sum(amount_poisha), 0), count(*) INTO total, lines FROM ledger_postings WHERE transaction = about;
    IF total <> 0 OR lines < 2 THEN
        RAISE EXCEPTION 'ledger transaction % does not balance: % in % lines', about, total, lines USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_postings_balance AFTER INSERT ON ledger_postings DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION ledger_must_balance();
CREATE CONSTRAINT TRIGGER ledger_transactions_balance AFTER INSERT ON ledger_transactions DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION ledger_must_balance();

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER ledger_postings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_postings FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER ledger_transactions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transactions FOR EACH STATEMENT EXECUTE FUNCTION append_only();
