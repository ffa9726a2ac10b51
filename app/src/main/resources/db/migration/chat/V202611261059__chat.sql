-- A room is a conversation that never ends: closing it only says that nobody waits for an answer. Its messages are numbered
-- without gaps under the lock of this row, so the number of the last one is also how many there are.
CREATE TABLE chat_rooms (
    id uuid PRIMARY KEY,
    kind smallint NOT NULL CHECK (kind BETWEEN 1 AND 4),   -- RoomKind: complaint, help desk, staff of a ward, all staff
    complaint_id uuid UNIQUE REFERENCES complaints ON DELETE CASCADE,
    citizen_id uuid REFERENCES users,
    ward_number text,
    assigned_to uuid REFERENCES users,                     -- the one of the staff who has the conversation
    complaint_assignee uuid,                               -- who had the complaint when this was last looked at
    last_sequence bigint NOT NULL DEFAULT 0,
    last_message_at timestamptz,
    waiting_since timestamptz,                             -- since when the citizen has had no answer
    closed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (kind <> 1 OR complaint_id = id AND complaint_id IS NOT NULL),
    CHECK ((kind <= 2) = (citizen_id IS NOT NULL)),
    CHECK (kind <> 3 OR ward_number IS NOT NULL)
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX chat_rooms_help_desk ON chat_rooms (citizen_id) WHERE kind = 2;
CREATE UNIQUE INDEX chat_rooms_ward ON chat_rooms (ward_number) WHERE kind = 3;
CREATE UNIQUE INDEX chat_rooms_all_staff ON chat_rooms (kind) WHERE kind = 4;
CREATE INDEX chat_rooms_waiting ON chat_rooms (waiting_since, id) WHERE waiting_since IS NOT NULL;

-- No foreign key to the sender: it would lock the account's row for every message, and accounts are never deleted, only closed.
CREATE TABLE chat_messages (
    room_id uuid NOT NULL REFERENCES chat_rooms ON DELETE CASCADE,
    sequence bigint NOT NULL,
    sender_id uuid NOT NULL,
    from_staff boolean NOT NULL,
    event smallint,                                        -- RoomEvent; null for what somebody said
    body text NOT NULL,
    client_id text,
    attachments jsonb,
    details jsonb,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (room_id, sequence)
);
CREATE UNIQUE INDEX chat_messages_client ON chat_messages (room_id, sender_id, client_id) WHERE client_id IS NOT NULL;

-- Who takes part, and how far they are.
CREATE TABLE chat_members (
    room_id uuid NOT NULL REFERENCES chat_rooms ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES users,
    delivered_sequence bigint NOT NULL DEFAULT 0,
    read_sequence bigint NOT NULL DEFAULT 0,
    notify boolean NOT NULL DEFAULT false,                 -- whether they are told of messages while away
    notice_due timestamptz,                                -- when to tell them, if they have not read by then
    told_sequence bigint NOT NULL DEFAULT 0,               -- up to where they have been told; beyond read_sequence: told and not back yet
    PRIMARY KEY (room_id, user_id)
) WITH (fillfactor = 70);
CREATE INDEX chat_members_user ON chat_members (user_id);
CREATE INDEX chat_members_due ON chat_members (notice_due) WHERE notice_due IS NOT NULL;

CREATE TABLE chat_attachments (
    id uuid PRIMARY KEY REFERENCES media,
    room_id uuid NOT NULL REFERENCES chat_rooms
);
CREATE INDEX chat_attachments_room ON chat_attachments (room_id);

-- Each time a conversation was closed, and what the citizen thought of it.
CREATE TABLE chat_closings (
    room_id uuid NOT NULL REFERENCES chat_rooms ON DELETE CASCADE,
    sequence bigint NOT NULL,
    closed_by uuid NOT NULL REFERENCES users,
    closed_at timestamptz NOT NULL DEFAULT now(),
    rating smallint CHECK (rating BETWEEN 1 AND 5),
    comment text,
    rated_at timestamptz,
    PRIMARY KEY (room_id, sequence)
);

-- Who is connected where. Unlogged: after a crash of the database everybody connects anew.
CREATE UNLOGGED TABLE chat_nodes (
    id uuid PRIMARY KEY,
    seen_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNLOGGED TABLE chat_presence (
    room_id uuid NOT NULL,
    user_id uuid NOT NULL,
    node_id uuid NOT NULL REFERENCES chat_nodes ON DELETE CASCADE,
    PRIMARY KEY (room_id, user_id, node_id)
);
CREATE INDEX chat_presence_node ON chat_presence (node_id);
