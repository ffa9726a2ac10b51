-- Each gateway masks a wallet in a way of its own; a receipt shows one way. As gateway/Redaction does: at most three digits, six dots, at most two digits.
UPDATE payment_attempts
SET payer_masked = left(substring(payer_masked FROM '^(?:\+?88(?=01))?(\d*)'), 3) || '••••••' || right(substring(payer_masked FROM '(\d*)$'), 2)
WHERE length(payer_masked) >= 7 AND payer_masked !~ '^\d{0,3}•{6}\d{0,2}$';
