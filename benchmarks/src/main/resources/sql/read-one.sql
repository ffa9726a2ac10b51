-- The statement of GET /api/complaints/{id}/ for an admin of the whole city.
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
