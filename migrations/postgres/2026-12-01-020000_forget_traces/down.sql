ALTER TABLE evidence RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold);
ALTER TABLE signups RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold,
    toast.autovacuum_vacuum_scale_factor, toast.autovacuum_vacuum_threshold);
ALTER TABLE requests RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold,
    toast.autovacuum_vacuum_scale_factor, toast.autovacuum_vacuum_threshold);
ALTER TABLE letters RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold,
    toast.autovacuum_vacuum_scale_factor, toast.autovacuum_vacuum_threshold);
ALTER TABLE recipients RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold);
ALTER TABLE recipients
    ALTER COLUMN address SET STATISTICS -1,
    ALTER COLUMN name SET STATISTICS -1,
    ALTER COLUMN locale SET STATISTICS -1,
    ALTER COLUMN time_zone SET STATISTICS -1,
    ALTER COLUMN zip SET STATISTICS -1,
    ALTER COLUMN age_band SET STATISTICS -1,
    ALTER COLUMN income_band SET STATISTICS -1;
ALTER TABLE letters
    ALTER COLUMN subject SET STATISTICS -1,
    ALTER COLUMN content SET STATISTICS -1,
    ALTER COLUMN other_address SET STATISTICS -1;
ALTER TABLE requests
    ALTER COLUMN details SET STATISTICS -1;
ALTER TABLE signups
    ALTER COLUMN address SET STATISTICS -1,
    ALTER COLUMN name SET STATISTICS -1,
    ALTER COLUMN wanted SET STATISTICS -1;
ALTER TABLE evidence
    ALTER COLUMN ip SET STATISTICS -1,
    ALTER COLUMN user_agent SET STATISTICS -1;
ALTER TABLE deliveries
    ALTER COLUMN reply SET STATISTICS -1;
ALTER TABLE wordings
    ALTER COLUMN text SET STATISTICS -1;
ALTER TABLE throttles
    ALTER COLUMN name SET STATISTICS -1;
ALTER TABLE ledger
    ALTER COLUMN request_id SET STATISTICS -1,
    ALTER COLUMN note SET STATISTICS -1;
ALTER TABLE suppressions
    ALTER COLUMN label SET STATISTICS -1,
    ALTER COLUMN note SET STATISTICS -1;
DROP INDEX letters_other;
DROP INDEX requests_other;
ALTER TABLE requests DROP COLUMN other_hash;
DROP TABLE traces;
