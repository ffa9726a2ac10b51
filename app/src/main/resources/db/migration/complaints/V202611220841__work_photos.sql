-- Photos by those who did the work; the reporter's own stay in complaint_images, with their own limit.
ALTER TABLE complaints ADD COLUMN work_photo_count smallint NOT NULL DEFAULT 0 CHECK (work_photo_count BETWEEN 0 AND 5);
CREATE TABLE complaint_work_photos (
    id uuid PRIMARY KEY,          -- of the photo in media
    complaint_id uuid NOT NULL REFERENCES complaints ON DELETE CASCADE,
    name text NOT NULL,
    file_size integer NOT NULL,
    uploaded_by uuid NOT NULL REFERENCES users,
    uploaded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX complaint_work_photos_of ON complaint_work_photos (complaint_id, id);
