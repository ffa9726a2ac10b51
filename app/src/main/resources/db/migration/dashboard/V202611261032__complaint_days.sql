-- Complaints by day and ward: where those filed on a day stand now, and on the day of their resolution the resolved ones with the
-- time from filing. Kept as complaint_counts is; 'infinity' and '*' stand for all, '' for no ward.
CREATE TABLE complaint_days (
    day date NOT NULL,
    ward text NOT NULL,
    submitted bigint NOT NULL,
    in_progress bigint NOT NULL,
    resolved bigint NOT NULL,
    cancelled bigint NOT NULL,
    resolutions bigint NOT NULL,
    service_seconds bigint NOT NULL,
    PRIMARY KEY (day, ward)
) WITH (fillfactor = 70);
CREATE TABLE complaint_day_deltas (LIKE complaint_days);

-- What one complaint counts for: the triggers and the full count both ask here.
CREATE FUNCTION complaint_days_of(created_at timestamptz, ward_number text, status smallint, resolved_at timestamptz, n bigint)
RETURNS TABLE (day date, ward text, submitted bigint, in_progress bigint, resolved bigint, cancelled bigint, resolutions bigint, service_seconds bigint)
LANGUAGE sql IMMUTABLE AS $$
    SELECT dhaka_day(created_at), coalesce(ward_number, ''), n * (status = 1)::int, n * (status = 2)::int, n * (status = 3)::int, n * (status = 4)::int, 0::bigint, 0::bigint
    UNION ALL
    SELECT dhaka_day(resolved_at), coalesce(ward_number, ''), 0, 0, 0, 0, n, n * extract(epoch FROM resolved_at - created_at)::bigint WHERE status = 3
$$;

CREATE FUNCTION complaint_days_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO complaint_day_deltas
    SELECT d.day, d.ward, sum(d.submitted), sum(d.in_progress), sum(d.resolved), sum(d.cancelled), sum(d.resolutions), sum(d.service_seconds)
    FROM added a CROSS JOIN LATERAL complaint_days_of(a.created_at, a.ward_number, a.status, a.resolved_at, 1) d GROUP BY 1, 2;
    RETURN NULL;
END $$;

CREATE FUNCTION complaint_days_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO complaint_day_deltas SELECT * FROM complaint_days_of(OLD.created_at, OLD.ward_number, OLD.status, OLD.resolved_at, -1);
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO complaint_day_deltas SELECT * FROM complaint_days_of(NEW.created_at, NEW.ward_number, NEW.status, NEW.resolved_at, 1);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER days_added AFTER INSERT ON complaints REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION complaint_days_added();
CREATE TRIGGER days_changed AFTER UPDATE ON complaints FOR EACH ROW
    WHEN (OLD.status <> NEW.status OR OLD.ward_number IS DISTINCT FROM NEW.ward_number OR OLD.created_at <> NEW.created_at
          OR OLD.resolved_at IS DISTINCT FROM NEW.resolved_at)
    EXECUTE FUNCTION complaint_days_changed();
CREATE TRIGGER days_removed AFTER DELETE ON complaints FOR EACH ROW EXECUTE FUNCTION complaint_days_changed();

INSERT INTO complaint_day_deltas
SELECT d.day, d.ward, sum(d.submitted), sum(d.in_progress), sum(d.resolved), sum(d.cancelled), sum(d.resolutions), sum(d.service_seconds)
FROM complaints c CROSS JOIN LATERAL complaint_days_of(c.created_at, c.ward_number, c.status, c.resolved_at, 1) d GROUP BY 1, 2;
