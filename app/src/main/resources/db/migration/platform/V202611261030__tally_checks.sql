-- What comparing the kept numbers with a full count found.
CREATE TABLE tally_checks (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tally text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    rebuilt boolean NOT NULL,
    differences bigint NOT NULL,
    examples text[] NOT NULL
);
CREATE INDEX tally_checks_latest ON tally_checks (tally, id DESC);

-- One job folds all tallies now.
DELETE FROM scheduled_tasks WHERE task_name = 'complaint-counts';

-- The days and months of the city are those of its clocks.
CREATE FUNCTION dhaka_day(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS $$
    SELECT (at AT TIME ZONE 'Asia/Dhaka')::date
$$;
