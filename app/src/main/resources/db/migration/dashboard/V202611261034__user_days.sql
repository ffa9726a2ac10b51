-- Open accounts by the day they were made and by role.
CREATE TABLE user_days (
    day date NOT NULL,
    role text NOT NULL,
    accounts bigint NOT NULL,
    verified bigint NOT NULL,
    PRIMARY KEY (day, role)
) WITH (fillfactor = 70);
CREATE TABLE user_day_deltas (LIKE user_days);

CREATE FUNCTION user_days_of(created_at timestamptz, of_role text, is_verified boolean, closed_at timestamptz, n bigint)
RETURNS TABLE (day date, role text, accounts bigint, verified bigint) LANGUAGE sql IMMUTABLE AS $$
    SELECT dhaka_day(created_at), of_role, n, n * is_verified::int WHERE closed_at IS NULL
$$;

CREATE FUNCTION user_days_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO user_day_deltas
    SELECT d.day, d.role, sum(d.accounts), sum(d.verified)
    FROM added a CROSS JOIN LATERAL user_days_of(a.created_at, a.role, a.is_verified, a.closed_at, 1) d GROUP BY 1, 2;
    RETURN NULL;
END $$;

CREATE FUNCTION user_days_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO user_day_deltas SELECT * FROM user_days_of(OLD.created_at, OLD.role, OLD.is_verified, OLD.closed_at, -1);
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO user_day_deltas SELECT * FROM user_days_of(NEW.created_at, NEW.role, NEW.is_verified, NEW.closed_at, 1);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER days_added AFTER INSERT ON users REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION user_days_added();
-- A login changes the row too; only what is counted here concerns us.
CREATE TRIGGER days_changed AFTER UPDATE ON users FOR EACH ROW
    WHEN (OLD.role <> NEW.role OR OLD.is_verified <> NEW.is_verified OR OLD.closed_at IS DISTINCT FROM NEW.closed_at OR OLD.created_at <> NEW.created_at)
    EXECUTE FUNCTION user_days_changed();
CREATE TRIGGER days_removed AFTER DELETE ON users FOR EACH ROW EXECUTE FUNCTION user_days_changed();

INSERT INTO user_day_deltas
SELECT d.day, d.role, sum(d.accounts), sum(d.verified)
FROM users u CROSS JOIN LATERAL user_days_of(u.created_at, u.role, u.is_verified, u.closed_at, 1) d GROUP BY 1, 2;
