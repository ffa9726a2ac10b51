CREATE TABLE complaint_images (
    id uuid PRIMARY KEY,          -- of the photo in media
    complaint_id uuid NOT NULL REFERENCES complaints ON DELETE CASCADE,
    name text NOT NULL,
    file_size integer NOT NULL,
    uploaded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX complaint_images_of ON complaint_images (complaint_id, id);
