DROP INDEX letters_other;
DROP INDEX requests_other;
ALTER TABLE requests DROP COLUMN other_hash;
DROP TABLE traces;
