-- A complaint whose room had photos could not be deleted.
ALTER TABLE chat_attachments DROP CONSTRAINT chat_attachments_room_id_fkey,
    ADD CONSTRAINT chat_attachments_room_id_fkey FOREIGN KEY (room_id) REFERENCES chat_rooms ON DELETE CASCADE;
