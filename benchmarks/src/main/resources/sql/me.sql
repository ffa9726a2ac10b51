-- The statement of GET /api/auth/me/.
SELECT id, phone, name, email, address, ward_number, role, language, is_active, is_verified, created_at, last_login, nid IS NOT NULL AS has_nid
FROM users WHERE closed_at IS NULL AND id = '01900000-0000-7000-9000-000000000001';
