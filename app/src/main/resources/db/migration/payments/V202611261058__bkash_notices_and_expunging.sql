-- Notices of bKash that were taken; one that comes again is ignored.
CREATE TABLE payment_notice_messages (
    message_id text PRIMARY KEY,
    received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX payment_notice_messages_age ON payment_notice_messages (received_at);

-- After the years that books are kept with their vouchers, the payer's number and the gateway's answers go.
ALTER TABLE payments ADD COLUMN expunged_at timestamptz;
ALTER TABLE payments DROP CONSTRAINT payments_payer_known;
ALTER TABLE payments ADD CONSTRAINT payments_payer_known CHECK (method IN ('cash', 'cheque') OR expunged_at IS NOT NULL OR user_id IS NOT NULL AND phone IS NOT NULL);
CREATE INDEX payments_to_expunge ON payments (updated_at) WHERE expunged_at IS NULL;
