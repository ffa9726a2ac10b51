-- The map of the city. Complaints and accounts name a ward by its number and keep it when the map is drawn anew.
CREATE TABLE wards (
    number text PRIMARY KEY CHECK (length(number) BETWEEN 1 AND 10),
    name_bn text NOT NULL,
    name_en text NOT NULL,
    zone text NOT NULL,
    geometry json NOT NULL,   -- GeoJSON, to the character as it was imported
    west double precision NOT NULL,
    south double precision NOT NULL,
    east double precision NOT NULL,
    north double precision NOT NULL
);

-- One row: every node compares this version with the map it holds in memory.
CREATE TABLE ward_map (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version bigint NOT NULL,
    imported_at timestamptz
);
INSERT INTO ward_map (version) VALUES (0);
