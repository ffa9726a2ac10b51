-- A payment that was begun with one wallet may be paid with another, and which gateway takes a wallet is a setting: each attempt knows its wallet.
ALTER TABLE payment_attempts ADD COLUMN method text;
UPDATE payment_attempts a SET method = CASE WHEN a.gateway IN ('bkash', 'nagad', 'rocket', 'upay') THEN a.gateway ELSE p.method END FROM payments p WHERE p.id = a.payment_id;
ALTER TABLE payment_attempts ALTER COLUMN method SET NOT NULL;
-- The receipt names the wallet that paid.
UPDATE payments p SET method = a.method FROM payment_attempts a WHERE a.payment_id = p.id AND a.status = 'succeeded' AND a.method <> p.method;
