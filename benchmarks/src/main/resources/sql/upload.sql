-- The statements of POST /api/complaints/{id}/upload_images/ with one photo, without what takes nearly all of its time: making the photo
-- safe and writing two files.
\set n random(1, :rows)
SELECT c.id, c.tracking_number, c.user_id, (SELECT u.name FROM users u WHERE u.id = c.user_id), c.title, c.description,
       c.category, c.priority, c.status, c.location, c.latitude::text, c.longitude::text, c.ward_number, c.assigned_to,
       (SELECT u.name FROM users u WHERE u.id = c.assigned_to), c.created_at, c.updated_at, c.resolved_at,
       CASE WHEN c.image_count = 0 THEN '[]' ELSE (
           SELECT '[' || string_agg(row_to_json(p)::text, ',' ORDER BY p.id) || ']' FROM (
               SELECT i.id, '/media/complaints/' || i.id || '/' AS image_url, '/media/complaints/' || i.id || '/thumbnail/' AS thumbnail_url,
                   i.name AS image_name, i.file_size,
                   regexp_replace(to_char(i.uploaded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24":"MI":"SS.US"Z"'), '(\.000000|000)Z$', 'Z') AS uploaded_at
               FROM complaint_images i WHERE i.complaint_id = c.id) p) END,
       c.version
FROM complaints c WHERE c.id = ('01900000-0000-7000-8000-' || lpad(to_hex(:n::int), 12, '0'))::uuid AND true;
SELECT uuidv7() AS photo \gset
INSERT INTO media (id, owner_id, blob_key, full_bytes, full_sha256, full_width, full_height, thumbnail_bytes, thumbnail_sha256)
VALUES ((:photo)::uuid, '01900000-0000-7000-9000-000000000001', 'photos/' || (:photo)::text, 80000, '\x00', 1200, 900, 20000, '\x00');
BEGIN;
WITH changed AS (
    UPDATE complaints SET image_count = (image_count + 1) % 5, version = version + 1, updated_at = now()
    WHERE id = ('01900000-0000-7000-8000-' || lpad(to_hex(:n::int), 12, '0'))::uuid
    RETURNING *
), logged AS (
    INSERT INTO complaint_history (complaint_id, sequence, kind, actor_id, details) SELECT id, version, 6, user_id, '{"count": 1}' FROM changed
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
       c.version FROM changed c;
INSERT INTO complaint_images (id, complaint_id, name, file_size)
VALUES ((:photo)::uuid, ('01900000-0000-7000-8000-' || lpad(to_hex(:n::int), 12, '0'))::uuid, 'photo.jpg', 80000);
UPDATE media SET state = 'kept' WHERE id = (:photo)::uuid AND state = 'pending';
COMMIT;
