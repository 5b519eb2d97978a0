-- The versions of the privacy policy. A new use of a stream applies to a person only when the version is in force, they
-- were given notice of it, and the window is past. Version 1 is whatever was in force before the first was published
-- here: its text is not known.
CREATE TABLE policies (
    version        INTEGER PRIMARY KEY NOT NULL,
    published_at   BIGINT NOT NULL,
    effective_at   BIGINT NOT NULL,
    new_company    BOOLEAN NOT NULL,
    new_partner    BOOLEAN NOT NULL,
    opt_out_window BIGINT NOT NULL,
    text           TEXT,
    actor          TEXT NOT NULL
);

-- What changed, in plain words; `language` is empty for the words that everybody gets who has none of their own.
CREATE TABLE policy_summaries (
    version  INTEGER NOT NULL REFERENCES policies (version),
    language TEXT NOT NULL,
    summary  TEXT NOT NULL,
    PRIMARY KEY (version, language)
);

INSERT INTO policies (version, published_at, effective_at, new_company, new_partner, opt_out_window, text, actor)
VALUES (1, 0, 0, FALSE, FALSE, 2592000000000, NULL, 'migration');

-- The version that a campaign gives notice of; a version may have several, for those whom the first did not reach.
ALTER TABLE campaigns ADD COLUMN policy_version INTEGER REFERENCES policies (version);

-- The newest version and when it was published stand beside the end of the ledger, which every append locks and reads
-- anyway: an entry carries the version that it follows, and stamping it costs no statement.
ALTER TABLE ledger_head ADD COLUMN policy_version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE ledger_head ADD COLUMN policy_since BIGINT NOT NULL DEFAULT 0;

-- What was published stays as it was: people said yes or no to it.
CREATE FUNCTION policy_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published policy stays as it is';
END
$$;
CREATE TRIGGER policies_never_change BEFORE UPDATE OR DELETE ON policies
    FOR EACH ROW EXECUTE FUNCTION policy_stays();
CREATE TRIGGER policies_are_never_emptied BEFORE TRUNCATE ON policies
    FOR EACH STATEMENT EXECUTE FUNCTION policy_stays();
CREATE TRIGGER policy_summaries_never_change BEFORE UPDATE OR DELETE ON policy_summaries
    FOR EACH ROW EXECUTE FUNCTION policy_stays();
CREATE TRIGGER policy_summaries_are_never_emptied BEFORE TRUNCATE ON policy_summaries
    FOR EACH STATEMENT EXECUTE FUNCTION policy_stays();
