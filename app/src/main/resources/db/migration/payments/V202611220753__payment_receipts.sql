-- The last number given in a series and fiscal year (July to June); the row's lock makes numbers gapless.
CREATE TABLE receipt_series (
    series text NOT NULL,
    fiscal_year integer NOT NULL,              -- the year it begins in
    last_number integer NOT NULL,
    PRIMARY KEY (series, fiscal_year)
);
CREATE TABLE receipts (
    id uuid PRIMARY KEY,
    payment_id uuid NOT NULL UNIQUE REFERENCES payments,
    series text NOT NULL,
    fiscal_year integer NOT NULL,
    number integer NOT NULL,
    issued_at timestamptz NOT NULL,
    FOREIGN KEY (series, fiscal_year) REFERENCES receipt_series,
    UNIQUE (series, fiscal_year, number)
);
