-- The statement of POST /api/complaints/: the complaint, its history and the difference to the counts (a trigger) in one go.
WITH filed AS (
    INSERT INTO complaints (id, tracking_number, user_id, title, description, category, priority, location, latitude, longitude,
                            ward_number, image_count, idempotency_key, request_hash, search_text)
    VALUES (uuidv7(), 'CC20261122' || upper(substr(md5(random()::text), 1, 8)), '01900000-0000-7000-9000-000000000001',
            'ড্রেন উপচে রাস্তায় পানি', 'দুই দিন ধরে ড্রেনের ময়লা পানি রাস্তায় উঠছে, স্কুলের বাচ্চারা হাঁটতে পারছে না।',
            1, 1, 'বাজার সড়ক, মসজিদের পাশে', 23.81030000, 90.41250000, '6', 0, NULL, NULL,
            'ড্রেন উপচে রাস্তায় পানি দুই দিন ধরে ড্রেনের ময়লা পানি রাস্তায় উঠছে, স্কুলের বাচ্চারা হাঁটতে পারছে না। cc20261122' || substr(md5(random()::text), 1, 8))
    ON CONFLICT DO NOTHING
    RETURNING *
), logged AS (
    INSERT INTO complaint_history (complaint_id, sequence, kind, actor_id, new_status) SELECT id, version, 1, user_id, status FROM filed
)
SELECT c.id, c.tracking_number, c.user_id, (SELECT u.name FROM users u WHERE u.id = c.user_id), c.title, c.description,
       c.category, c.priority, c.status, c.location, c.latitude::text, c.longitude::text, c.ward_number, c.assigned_to,
       (SELECT u.name FROM users u WHERE u.id = c.assigned_to), c.created_at, c.updated_at, c.resolved_at,
       CASE WHEN c.image_count = 0 THEN '[]' ELSE (
           SELECT '[' || string_agg(row_to_json(p)::text, ',' ORDER BY p.id) || ']' FROM (
               SELECT i.id, '/media/complaints/' || i.id || '/' AS image_url, '/media/complaints/' || i.id || '/thumbnail/' AS thumbnail_url,
                   i.name AS image_name, i.file_size,
                   regexp_replace(to_char(i.uploaded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24":"MI":"SS.US"Z"'), '(\.000000|000)Z$', 'Z') AS uploaded_at
               FROM complaint_images i WHERE i.complaint_id = c.id) p) END,
       c.version FROM filed c;
