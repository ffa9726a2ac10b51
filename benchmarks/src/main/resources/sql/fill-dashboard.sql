-- Lets a city grow to so many complaints, with ratings for half of what is resolved: psql -v rows=1000000 -f fill-dashboard.sql
-- Run again with a larger number it adds what is missing. The numbers of the dashboard come from the triggers, as ever.
\set ON_ERROR_STOP on

-- No figure of the dashboard searches texts, and building that index would take longer than all the rest.
DROP INDEX IF EXISTS complaints_search;

INSERT INTO users (id, phone, name, role, is_verified)
SELECT ('01900000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid, '+88019' || lpad(i::text, 8, '0'), 'Load citizen ' || i, 'citizen', i % 9 > 0
FROM generate_series(1, greatest(1, :rows / 100)) i
ON CONFLICT DO NOTHING;

INSERT INTO complaints (id, tracking_number, user_id, title, description, category, priority, status, location, ward_number, created_at, updated_at,
                        resolved_at, resolutions, staff_handled, search_text)
SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'CC' || to_char(created, 'YYYYMMDD') || upper(lpad(to_hex(i), 8, '0')),
       ('01900000-0000-7000-9000-' || lpad(to_hex(1 + i % greatest(1, :rows / 100)), 12, '0'))::uuid, 'অভিযোগ ' || i, 'বিবরণ ' || i, 1 + h % 6, 1 + h / 6 % 3, status,
       'রোড ' || i % 40, CASE WHEN h % 29 > 0 THEN (1 + h / 29 % 129)::text END, created, created,
       CASE WHEN status = 3 THEN created + make_interval(hours => h % 96) END, (status = 3)::int, status > 1, 'x'
FROM (SELECT i, h, (ARRAY[1, 1, 2, 3, 3, 3, 3, 3, 3, 4])[1 + h / 18 % 10]::smallint AS status, now() - make_interval(mins => (h % 576000)) AS created
      FROM (SELECT i, hashint4(i::int) & 2147483647 AS h FROM generate_series((SELECT count(*) + 1 FROM complaints), :rows) i) s) c;

INSERT INTO complaint_feedback (complaint_id, resolution, ward_number, score, rated_at)
SELECT id, 1, ward_number, 1 + abs(hashtext(id::text)) % 5, resolved_at FROM complaints
WHERE status = 3 AND hashtext(id::text) % 2 = 0
ON CONFLICT DO NOTHING;

VACUUM (ANALYZE) users, complaints, complaint_feedback;
