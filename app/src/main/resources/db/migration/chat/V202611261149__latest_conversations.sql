-- The help desk lists conversations by their latest message.
CREATE INDEX chat_rooms_latest ON chat_rooms (last_message_at, id) WHERE kind <= 2 AND last_message_at IS NOT NULL;
