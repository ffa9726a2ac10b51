-- Fills a database with complaints as a city has them, for measurements:
--   psql -v rows=1000000 -f fill-complaints.sql
-- One citizen per ten complaints, one complaint in five with two photos, twelve wards and some without, spread over 400 days, the newest last.
-- Ids are 01900000-0000-7000-8000- and the number of the complaint in twelve hexadecimal digits, so that a script can name them.
\set ON_ERROR_STOP on

INSERT INTO users (id, phone, name, role, is_verified)
SELECT ('01900000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid, '+88019' || lpad(i::text, 8, '0'), 'Load citizen ' || i, 'citizen', true
FROM generate_series(1, greatest(1, :rows / 10)) i
ON CONFLICT DO NOTHING;

-- Filling the text index row by row takes several times as long as building it at the end.
DROP INDEX complaints_search;

INSERT INTO complaints (id, tracking_number, user_id, title, description, category, priority, status, location, latitude, longitude,
                        ward_number, created_at, updated_at, resolved_at, image_count, staff_handled, search_text)
SELECT id, number, citizen, title, description, category, priority, status, 'রোড ' || i % 40 || ', ব্লক ' || i % 12,
       23.75 + (i % 1000) / 10000.0, 90.37 + (i % 900) / 10000.0, ward, created, created,
       CASE WHEN status = 3 THEN created + interval '2 days' END, CASE WHEN i % 5 = 0 THEN 2 ELSE 0 END, status > 1,
       lower(normalize(title || ' ' || description || ' ' || number, NFC))
FROM (
    SELECT i, ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid AS id, created,
           'CC' || to_char(created, 'YYYYMMDD') || upper(lpad(to_hex(i), 8, '0')) AS number,
           ('01900000-0000-7000-9000-' || lpad(to_hex(1 + i % greatest(1, :rows / 10)), 12, '0'))::uuid AS citizen,
           (ARRAY['ড্রেনের ময়লা পানি রাস্তায়', 'আবর্জনা সরানো হয়নি', 'পানির লাইনে চাপ নেই', 'রাস্তার গর্ত', 'বাতি জ্বলে না', 'মশার উপদ্রব'])[1 + h % 6]
               || ' ' || i % 997 AS title,
           'এলাকার মানুষ কয়েক দিন ধরে কষ্ট পাচ্ছেন, দ্রুত ব্যবস্থা নিন। বাড়ি ' || i % 613 || ', সড়ক ' || i % 89 AS description,
           (1 + h % 6)::smallint AS category, (1 + h / 6 % 3)::smallint AS priority,
           (ARRAY[1, 1, 2, 3, 3, 3, 3, 3, 3, 4])[1 + h / 18 % 10]::smallint AS status,
           CASE WHEN h / 180 % 29 > 0 THEN (1 + h / 5220 % 12)::text END AS ward
    FROM (SELECT i, hashint4(i::int) & 2147483647 AS h, now() - interval '400 days' * (1 - i / (:rows + 1.0)) AS created FROM generate_series(1, :rows) i) s
) c;

INSERT INTO complaint_history (complaint_id, sequence, kind, actor_id, new_status, created_at, untold)
SELECT id, 1, 1, user_id, 1, created_at, false FROM complaints c
WHERE NOT EXISTS (SELECT FROM complaint_history h WHERE h.complaint_id = c.id);

INSERT INTO complaint_images (id, complaint_id, name, file_size, uploaded_at)
SELECT gen_random_uuid(), id, 'photo-' || n || '.jpg', 180000 + n, created_at
FROM complaints c, generate_series(1, 2) n
WHERE image_count = 2 AND NOT EXISTS (SELECT FROM complaint_images m WHERE m.complaint_id = c.id);

CREATE INDEX complaints_search ON complaints USING gin (search_text gin_trgm_ops);
VACUUM (ANALYZE) users, complaints, complaint_history, complaint_images;
