-- The account. Names of columns follow the guide (section 2.2).
CREATE TABLE users (
    id uuid PRIMARY KEY,
    phone text UNIQUE,                       -- +8801XXXXXXXXX; null once the account is closed
    name text NOT NULL,
    email text,
    password_hash text,                      -- null for people who log in by code alone
    nid bytea,                               -- encrypted, see FieldCipher
    nid_index bytea,                         -- blind index over the canonical number
    address text,
    ward_number text,
    role text NOT NULL DEFAULT 'citizen' CHECK (role IN ('citizen', 'service_provider', 'admin', 'super_admin')),
    ward_scope text[] NOT NULL DEFAULT '{}', -- the wards an admin is limited to; empty is the whole city
    language text NOT NULL DEFAULT 'bn' CHECK (language IN ('bn', 'en')),
    is_active boolean NOT NULL DEFAULT true,
    is_verified boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    last_login timestamptz,
    closed_at timestamptz
);
CREATE UNIQUE INDEX users_email ON users (lower(email));
CREATE INDEX users_nid ON users (nid_index);
CREATE INDEX users_staff ON users (role, ward_number) WHERE role <> 'citizen';
