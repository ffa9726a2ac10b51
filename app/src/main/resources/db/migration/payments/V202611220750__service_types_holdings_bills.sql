-- What a city takes money for. The code is also the end of its revenue account's name in the ledger.
CREATE TABLE service_types (
    code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    name_bn text NOT NULL,
    name_en text NOT NULL,
    free_amount boolean NOT NULL DEFAULT false,   -- whether people may pay an amount of their own choice, without a bill
    receipt_series text NOT NULL CHECK (receipt_series ~ '^[A-Z]{2,4}$'),
    active boolean NOT NULL DEFAULT true
);
INSERT INTO service_types (code, name_bn, name_en, free_amount, receipt_series) VALUES
    ('holding-tax', 'হোল্ডিং ট্যাক্স', 'Holding Tax', true, 'HT'),
    ('water', 'পানির বিল', 'Water Bill', true, 'WB'),
    ('trade-licence', 'ট্রেড লাইসেন্স', 'Trade Licence', true, 'TL'),
    ('other', 'অন্যান্য ফি', 'Other Fees', true, 'OF'),
    ('donation', 'অনুদান', 'Donation', true, 'DN');

-- A house, flat or shop that bills are made out to.
CREATE TABLE holdings (
    id uuid PRIMARY KEY,
    number text NOT NULL UNIQUE,                  -- folded: ASCII digits, lower case
    shown_number text NOT NULL,
    owner_id uuid REFERENCES users ON DELETE SET NULL,
    owner_name text NOT NULL,
    address text NOT NULL DEFAULT '',
    ward_number text
);
CREATE INDEX holdings_owner ON holdings (owner_id);

CREATE TABLE bills (
    id uuid PRIMARY KEY,
    number text NOT NULL UNIQUE,                  -- the city's own number of the bill
    holding_id uuid NOT NULL REFERENCES holdings,
    service_type text NOT NULL REFERENCES service_types,
    period text NOT NULL,
    demand_poisha bigint NOT NULL CHECK (demand_poisha > 0),
    due_on date NOT NULL,
    credited_poisha bigint NOT NULL DEFAULT 0 CHECK (credited_poisha >= 0),  -- equals the ledger's postings for the bill
    status text NOT NULL DEFAULT 'due' CHECK (status IN ('due', 'settled', 'cancelled')),
    settled_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (holding_id, service_type, period)
);
CREATE INDEX bills_due ON bills (due_on) WHERE status = 'due';
