-- What citizens say of the work, by the day they say it and the ward that did it.
CREATE TABLE feedback_days (
    day date NOT NULL,
    ward text NOT NULL,
    stars_1 bigint NOT NULL,
    stars_2 bigint NOT NULL,
    stars_3 bigint NOT NULL,
    stars_4 bigint NOT NULL,
    stars_5 bigint NOT NULL,
    confirmed bigint NOT NULL,
    reopened bigint NOT NULL,
    PRIMARY KEY (day, ward)
) WITH (fillfactor = 70);
CREATE TABLE feedback_day_deltas (LIKE feedback_days);

CREATE FUNCTION feedback_days_of(ward_number text, score smallint, rated_at timestamptz, fixed boolean, decided_at timestamptz, n bigint)
RETURNS TABLE (day date, ward text, stars_1 bigint, stars_2 bigint, stars_3 bigint, stars_4 bigint, stars_5 bigint, confirmed bigint, reopened bigint)
LANGUAGE sql IMMUTABLE AS $$
    SELECT dhaka_day(rated_at), coalesce(ward_number, ''), n * (score = 1)::int, n * (score = 2)::int, n * (score = 3)::int, n * (score = 4)::int, n * (score = 5)::int,
           0::bigint, 0::bigint WHERE score IS NOT NULL
    UNION ALL
    SELECT dhaka_day(decided_at), coalesce(ward_number, ''), 0, 0, 0, 0, 0, n * fixed::int, n * (NOT fixed)::int WHERE fixed IS NOT NULL
$$;

CREATE FUNCTION feedback_days_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO feedback_day_deltas SELECT * FROM feedback_days_of(OLD.ward_number, OLD.score, OLD.rated_at, OLD.fixed, OLD.decided_at, -1);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO feedback_day_deltas SELECT * FROM feedback_days_of(NEW.ward_number, NEW.score, NEW.rated_at, NEW.fixed, NEW.decided_at, 1);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER days_changed AFTER INSERT OR UPDATE OR DELETE ON complaint_feedback FOR EACH ROW EXECUTE FUNCTION feedback_days_changed();
