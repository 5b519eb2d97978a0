-- Deletions of what was personal whose octets may still lie in the database's own files: its log, rows that are free now.
-- Housekeeping clears those files and then drops the row; one that is here after a restart is taken up again.
CREATE TABLE traces (
    id      BIGINT PRIMARY KEY NOT NULL,
    left_at BIGINT NOT NULL
);

-- The keyed hash of the address that a request names, so that an erasure finds it without reading every request.
-- A request lives for days: one that names an address and has no hash is dropped, and is asked for again.
DELETE FROM requests WHERE action IN ('leave', 'arrive') AND details IS NOT NULL;
ALTER TABLE requests ADD COLUMN other_hash BYTEA;
CREATE INDEX requests_other ON requests (other_hash) WHERE other_hash IS NOT NULL;
CREATE INDEX letters_other ON letters (other_hash) WHERE other_hash IS NOT NULL;

-- Statistics of a column hold values of it in clear, until the next ANALYZE: of a quiet table for ever. There are none of
-- what people or relays wrote. No plan needs them: people are found by keyed hashes and ids. Giving a column the type
-- that it has drops what was gathered before.
ALTER TABLE recipients
    ALTER COLUMN address SET STATISTICS 0,
    ALTER COLUMN address TYPE TEXT,
    ALTER COLUMN name SET STATISTICS 0,
    ALTER COLUMN name TYPE TEXT,
    ALTER COLUMN locale SET STATISTICS 0,
    ALTER COLUMN locale TYPE TEXT,
    ALTER COLUMN time_zone SET STATISTICS 0,
    ALTER COLUMN time_zone TYPE TEXT,
    ALTER COLUMN zip SET STATISTICS 0,
    ALTER COLUMN zip TYPE TEXT,
    ALTER COLUMN age_band SET STATISTICS 0,
    ALTER COLUMN age_band TYPE TEXT,
    ALTER COLUMN income_band SET STATISTICS 0,
    ALTER COLUMN income_band TYPE TEXT;
ALTER TABLE letters
    ALTER COLUMN subject SET STATISTICS 0,
    ALTER COLUMN subject TYPE TEXT,
    ALTER COLUMN content SET STATISTICS 0,
    ALTER COLUMN content TYPE TEXT,
    ALTER COLUMN other_address SET STATISTICS 0,
    ALTER COLUMN other_address TYPE TEXT;
ALTER TABLE requests
    ALTER COLUMN details SET STATISTICS 0,
    ALTER COLUMN details TYPE TEXT;
ALTER TABLE signups
    ALTER COLUMN address SET STATISTICS 0,
    ALTER COLUMN address TYPE TEXT,
    ALTER COLUMN name SET STATISTICS 0,
    ALTER COLUMN name TYPE TEXT,
    ALTER COLUMN wanted SET STATISTICS 0,
    ALTER COLUMN wanted TYPE TEXT;
ALTER TABLE evidence
    ALTER COLUMN ip SET STATISTICS 0,
    ALTER COLUMN ip TYPE TEXT,
    ALTER COLUMN user_agent SET STATISTICS 0,
    ALTER COLUMN user_agent TYPE TEXT;
ALTER TABLE deliveries
    ALTER COLUMN reply SET STATISTICS 0,
    ALTER COLUMN reply TYPE TEXT;
ALTER TABLE wordings
    ALTER COLUMN text SET STATISTICS 0,
    ALTER COLUMN text TYPE TEXT;
ALTER TABLE throttles
    ALTER COLUMN name SET STATISTICS 0,
    ALTER COLUMN name TYPE TEXT;
ALTER TABLE ledger
    ALTER COLUMN request_id SET STATISTICS 0,
    ALTER COLUMN request_id TYPE TEXT,
    ALTER COLUMN note SET STATISTICS 0,
    ALTER COLUMN note TYPE TEXT;
ALTER TABLE suppressions
    ALTER COLUMN label SET STATISTICS 0,
    ALTER COLUMN label TYPE TEXT,
    ALTER COLUMN note SET STATISTICS 0,
    ALTER COLUMN note TYPE TEXT;

-- A tenth of a table that holds people is a lot of them: what is deleted there is vacuumed in a while, not in proportion.
ALTER TABLE recipients SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);
ALTER TABLE letters SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50,
    toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 50);
ALTER TABLE requests SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50,
    toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 50);
ALTER TABLE signups SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50,
    toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 50);
ALTER TABLE evidence SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);
