-- Conversations that ended, by the day they did, and what citizens said of them, by the day they said it.
CREATE TABLE talk_days (
    day date PRIMARY KEY,
    ended bigint NOT NULL,
    stars_1 bigint NOT NULL,
    stars_2 bigint NOT NULL,
    stars_3 bigint NOT NULL,
    stars_4 bigint NOT NULL,
    stars_5 bigint NOT NULL
) WITH (fillfactor = 70);
CREATE TABLE talk_day_deltas (LIKE talk_days);

CREATE FUNCTION talk_days_of(closed_at timestamptz, rating smallint, rated_at timestamptz, n bigint)
RETURNS TABLE (day date, ended bigint, stars_1 bigint, stars_2 bigint, stars_3 bigint, stars_4 bigint, stars_5 bigint)
LANGUAGE sql IMMUTABLE AS $$
    SELECT dhaka_day(closed_at), n, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint
    UNION ALL
    SELECT dhaka_day(rated_at), 0, n * (rating = 1)::int, n * (rating = 2)::int, n * (rating = 3)::int, n * (rating = 4)::int, n * (rating = 5)::int
    WHERE rating IS NOT NULL
$$;

CREATE FUNCTION talk_days_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO talk_day_deltas SELECT * FROM talk_days_of(OLD.closed_at, OLD.rating, OLD.rated_at, -1);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO talk_day_deltas SELECT * FROM talk_days_of(NEW.closed_at, NEW.rating, NEW.rated_at, 1);
    END IF;
    RETURN NULL;
END $$;

-- No closing is given or rated between the trigger and the count of those there are.
LOCK TABLE chat_closings IN SHARE ROW EXCLUSIVE MODE;
CREATE TRIGGER days_changed AFTER INSERT OR UPDATE OR DELETE ON chat_closings FOR EACH ROW EXECUTE FUNCTION talk_days_changed();

INSERT INTO talk_day_deltas
SELECT d.day, sum(d.ended), sum(d.stars_1), sum(d.stars_2), sum(d.stars_3), sum(d.stars_4), sum(d.stars_5)
FROM chat_closings c CROSS JOIN LATERAL talk_days_of(c.closed_at, c.rating, c.rated_at, 1) d GROUP BY 1;
