ALTER TABLE recipients DROP COLUMN weekly_cap;
