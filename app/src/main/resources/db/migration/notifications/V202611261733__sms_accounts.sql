-- How our account at each SMS gateway stands; what was told about it is not told again until it has passed.
CREATE TABLE sms_accounts (
    gateway text PRIMARY KEY,
    balance numeric(14, 2),          -- taka; null for a gateway that does not say
    asked_at timestamptz,
    low_since timestamptz,
    low_told boolean NOT NULL DEFAULT false,
    refused_since timestamptz,       -- it takes nothing from us, whatever the message
    refusal text,
    refusal_told boolean NOT NULL DEFAULT false
);
