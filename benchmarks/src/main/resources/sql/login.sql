-- The statements of POST /api/auth/login/, without what takes nearly all of its time: the password hash.
INSERT INTO login_failures AS f (phone_hash, failures) VALUES (decode(md5((:client_id)::text), 'hex'), 0) ON CONFLICT (phone_hash) DO NOTHING;
SELECT id, password_hash, is_active, is_verified FROM users WHERE phone = '+88019' || lpad((1 + :client_id)::text, 8, '0') AND closed_at IS NULL;
DELETE FROM login_failures WHERE phone_hash = decode(md5((:client_id)::text), 'hex');
UPDATE users SET last_login = now() WHERE phone = '+88019' || lpad((1 + :client_id)::text, 8, '0');
INSERT INTO sessions (id, user_id, device, refresh_id, refresh_issued_at, expires_at)
VALUES (uuidv7(), ('01900000-0000-7000-9000-' || lpad(to_hex(1 + :client_id), 12, '0'))::uuid, 'benchmark', gen_random_uuid(), now(), now() + interval '7 days');
SELECT id, phone, name, email, address, ward_number, role FROM users WHERE phone = '+88019' || lpad((1 + :client_id)::text, 8, '0');
