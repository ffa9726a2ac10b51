-- Revenue as the ledger has it, by day and service: what was earned less what was given back on that day. The ledger only grows, so
-- a month that is over does not change.
CREATE TABLE revenue_days (
    day date NOT NULL,
    service text NOT NULL,
    poisha bigint NOT NULL,
    PRIMARY KEY (day, service)
) WITH (fillfactor = 70);
CREATE TABLE revenue_day_deltas (LIKE revenue_days);

CREATE FUNCTION revenue_days_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO revenue_day_deltas
    SELECT dhaka_day(t.at), substr(p.account, 9), -sum(p.amount_poisha)
    FROM added p JOIN ledger_transactions t ON t.sequence = p.transaction WHERE p.account LIKE 'revenue:%' GROUP BY 1, 2;
    RETURN NULL;
END $$;
CREATE TRIGGER days_added AFTER INSERT ON ledger_postings REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION revenue_days_added();

INSERT INTO revenue_day_deltas
SELECT dhaka_day(t.at), substr(p.account, 9), -sum(p.amount_poisha)
FROM ledger_postings p JOIN ledger_transactions t ON t.sequence = p.transaction WHERE p.account LIKE 'revenue:%' GROUP BY 1, 2;

-- Payments by the day they were begun and by method; pending is money that is on its way and not decided yet.
CREATE TABLE payment_days (
    day date NOT NULL,
    method text NOT NULL,
    begun bigint NOT NULL,
    completed bigint NOT NULL,
    pending_poisha bigint NOT NULL,
    PRIMARY KEY (day, method)
) WITH (fillfactor = 70);
CREATE TABLE payment_day_deltas (LIKE payment_days);

CREATE FUNCTION payment_days_of(created_at timestamptz, of_method text, status text, amount_poisha bigint, n bigint)
RETURNS TABLE (day date, method text, begun bigint, completed bigint, pending_poisha bigint) LANGUAGE sql IMMUTABLE AS $$
    SELECT dhaka_day(created_at), of_method, n, n * (status IN ('paid', 'applied', 'partially_refunded', 'refunded'))::int,
           n * amount_poisha * (status IN ('created', 'awaiting_payer', 'confirming', 'unknown', 'held'))::int
$$;

CREATE FUNCTION payment_days_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO payment_day_deltas SELECT * FROM payment_days_of(OLD.created_at, OLD.method, OLD.status, OLD.amount_poisha, -1);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO payment_day_deltas SELECT * FROM payment_days_of(NEW.created_at, NEW.method, NEW.status, NEW.amount_poisha, 1);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER days_changed AFTER INSERT OR DELETE ON payments FOR EACH ROW EXECUTE FUNCTION payment_days_changed();
CREATE TRIGGER days_moved AFTER UPDATE ON payments FOR EACH ROW
    WHEN (OLD.status <> NEW.status OR OLD.created_at <> NEW.created_at OR OLD.method <> NEW.method OR OLD.amount_poisha <> NEW.amount_poisha)
    EXECUTE FUNCTION payment_days_changed();

INSERT INTO payment_day_deltas
SELECT d.day, d.method, sum(d.begun), sum(d.completed), sum(d.pending_poisha)
FROM payments p CROSS JOIN LATERAL payment_days_of(p.created_at, p.method, p.status, p.amount_poisha, 1) d GROUP BY 1, 2;
