-- Lists say how many complaints there are, and counting a million of them each time would cost more than the list. So each
-- change appends the difference it makes (appending never waits for another transaction), a job folds the differences into
-- totals every few seconds, and a reader adds both: exact at any moment.
CREATE TABLE complaint_count_deltas (
    ward text NOT NULL,         -- '' is no ward
    status smallint NOT NULL,
    category smallint NOT NULL,
    priority smallint NOT NULL,
    n integer NOT NULL
);

-- Also holds every sub-total ('*' and 0 stand for all), so that any filter is answered by one row per ward.
CREATE TABLE complaint_counts (
    ward text NOT NULL,
    status smallint NOT NULL,
    category smallint NOT NULL,
    priority smallint NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (ward, status, category, priority)
) WITH (fillfactor = 70);

CREATE FUNCTION complaints_counted_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO complaint_count_deltas (ward, status, category, priority, n)
    SELECT coalesce(ward_number, ''), status, category, priority, count(*) FROM added GROUP BY 1, 2, 3, 4;
    RETURN NULL;
END $$;

CREATE FUNCTION complaints_counted_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO complaint_count_deltas (ward, status, category, priority, n)
    VALUES (coalesce(OLD.ward_number, ''), OLD.status, OLD.category, OLD.priority, -1);
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO complaint_count_deltas (ward, status, category, priority, n)
        VALUES (coalesce(NEW.ward_number, ''), NEW.status, NEW.category, NEW.priority, 1);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER counted_in AFTER INSERT ON complaints REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION complaints_counted_in();

CREATE TRIGGER counted_anew AFTER UPDATE ON complaints FOR EACH ROW
    WHEN (OLD.status <> NEW.status OR OLD.category <> NEW.category OR OLD.priority <> NEW.priority
          OR OLD.ward_number IS DISTINCT FROM NEW.ward_number)
    EXECUTE FUNCTION complaints_counted_anew();

CREATE TRIGGER counted_out AFTER DELETE ON complaints FOR EACH ROW EXECUTE FUNCTION complaints_counted_anew();
