ALTER TABLE recipients DROP COLUMN merged_into;
ALTER TABLE recipients DROP COLUMN income_band;
ALTER TABLE recipients DROP COLUMN age_band;
ALTER TABLE recipients DROP COLUMN zip;
DROP TABLE requests;
