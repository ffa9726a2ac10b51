-- Who decided that somebody works here, as what and where. Nothing in the application changes or deletes a row of it.
CREATE TABLE staff_changes (
    id            uuid PRIMARY KEY DEFAULT uuidv7(),
    user_id       uuid NOT NULL REFERENCES users (id),
    decided_by    uuid NOT NULL REFERENCES users (id),
    role_before   text NOT NULL,
    wards_before  text[] NOT NULL,
    active_before boolean NOT NULL,
    role          text NOT NULL,
    wards         text[] NOT NULL,
    active        boolean NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX staff_changes_user ON staff_changes (user_id, id DESC);
