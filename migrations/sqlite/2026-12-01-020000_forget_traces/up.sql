-- Deletions of what was personal whose octets may still lie in the database's own files: its log, rows that are free now.
-- Housekeeping clears those files and then drops the row; one that is here after a restart is taken up again.
CREATE TABLE traces (
    id      BIGINT PRIMARY KEY NOT NULL,
    left_at BIGINT NOT NULL
);

-- The keyed hash of the address that a request names, so that an erasure finds it without reading every request.
-- A request lives for days: one that names an address and has no hash is dropped, and is asked for again.
DELETE FROM requests WHERE action IN ('leave', 'arrive') AND details IS NOT NULL;
ALTER TABLE requests ADD COLUMN other_hash BLOB;
CREATE INDEX requests_other ON requests (other_hash) WHERE other_hash IS NOT NULL;
CREATE INDEX letters_other ON letters (other_hash) WHERE other_hash IS NOT NULL;
