-- Cash and cheques at the counter are payments like the others: with a receipt, a place in the ledger and a way back.
ALTER TABLE payments DROP CONSTRAINT payments_method_check;
ALTER TABLE payments ADD CONSTRAINT payments_method_check CHECK (method IN ('bkash', 'nagad', 'rocket', 'upay', 'cash', 'cheque'));
-- Who pays for somebody without an account has none to name.
ALTER TABLE payments ALTER COLUMN user_id DROP NOT NULL, ALTER COLUMN phone DROP NOT NULL;
ALTER TABLE payments ADD CONSTRAINT payments_payer_known CHECK (method IN ('cash', 'cheque') OR user_id IS NOT NULL AND phone IS NOT NULL);
-- Money on the counter is there; that somebody is on a gateway's page with the same bill does not make it go away.
DROP INDEX payments_one_open_of_bill;
CREATE UNIQUE INDEX payments_one_open_of_bill ON payments (bill_id)
    WHERE status IN ('created', 'awaiting_payer', 'confirming', 'unknown') AND method NOT IN ('cash', 'cheque');
INSERT INTO payment_moves (subject, from_status, to_status, correction) VALUES ('attempt', 'new', 'succeeded', false);
INSERT INTO ledger_accounts (code, kind) VALUES ('clearing:cash', 'asset'), ('clearing:cheque', 'asset');

ALTER TABLE payment_attempts
    ADD COLUMN reference text,      -- at the counter: the cheque's number and bank, the cash book's page
    ADD COLUMN told_poisha bigint,  -- held: what the gateway said was paid
    ADD COLUMN doubt text;          -- held: what did not fit
CREATE INDEX payment_attempts_held ON payment_attempts (updated_at) WHERE status = 'mismatch';
