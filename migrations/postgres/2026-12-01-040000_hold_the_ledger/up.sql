-- What an entry did to what is held: to suppressions and to weekly limits, as JSON. The fold of these is what the tables
-- must hold. `person` is the keyed hash that the recipient's address had then: it ties an id to an address.
ALTER TABLE ledger ADD COLUMN person BYTEA;
ALTER TABLE ledger ADD COLUMN holds TEXT;

-- What is being lifted in the open transaction; empty outside of one. Nothing else goes out of `suppressions`.
CREATE TABLE lifts (
    subject BYTEA NOT NULL,
    scope   TEXT NOT NULL,
    reason  TEXT NOT NULL,
    PRIMARY KEY (subject, scope, reason)
);

-- A digest names its words for ever.
CREATE FUNCTION wording_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'words that were shown stay as they were';
END
$$;
CREATE TRIGGER wordings_never_change BEFORE UPDATE OR DELETE ON wordings
    FOR EACH ROW EXECUTE FUNCTION wording_stays();
CREATE TRIGGER wordings_are_never_emptied BEFORE TRUNCATE ON wordings
    FOR EACH STATEMENT EXECUTE FUNCTION wording_stays();

CREATE FUNCTION suppression_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a suppression is lifted with an entry in the ledger only';
END
$$;
CREATE FUNCTION suppression_stays_unless_lifted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM lifts WHERE subject = OLD.subject AND scope = OLD.scope AND reason = OLD.reason) THEN
        RAISE EXCEPTION 'a suppression is lifted with an entry in the ledger only';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER suppressions_never_go_unsaid BEFORE DELETE ON suppressions
    FOR EACH ROW EXECUTE FUNCTION suppression_stays_unless_lifted();
CREATE TRIGGER suppressions_keep_their_key BEFORE UPDATE ON suppressions
    FOR EACH ROW WHEN (NEW.subject IS DISTINCT FROM OLD.subject OR NEW.scope IS DISTINCT FROM OLD.scope
        OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.is_domain IS DISTINCT FROM OLD.is_domain
        OR NEW.since IS DISTINCT FROM OLD.since)
    EXECUTE FUNCTION suppression_stays();
CREATE TRIGGER suppressions_only_tighten BEFORE UPDATE ON suppressions
    FOR EACH ROW WHEN (NEW.expires_at IS NOT NULL AND (OLD.expires_at IS NULL OR NEW.expires_at < OLD.expires_at))
    EXECUTE FUNCTION suppression_stays_unless_lifted();
CREATE TRIGGER suppressions_are_never_emptied BEFORE TRUNCATE ON suppressions
    FOR EACH STATEMENT EXECUTE FUNCTION suppression_stays();
