ALTER TABLE campaigns DROP COLUMN policy_version;
DROP TABLE policy_summaries;
DROP TABLE policies;
ALTER TABLE ledger_head DROP COLUMN policy_version;
ALTER TABLE ledger_head DROP COLUMN policy_since;
DROP FUNCTION policy_stays;
