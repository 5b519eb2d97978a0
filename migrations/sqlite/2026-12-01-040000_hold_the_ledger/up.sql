-- What an entry did to what is held: to suppressions and to weekly limits, as JSON. The fold of these is what the tables
-- must hold. `person` is the keyed hash that the recipient's address had then: it ties an id to an address.
ALTER TABLE ledger ADD COLUMN person BLOB;
ALTER TABLE ledger ADD COLUMN holds TEXT;

-- What is being lifted in the open transaction; empty outside of one. Nothing else goes out of `suppressions`.
CREATE TABLE lifts (
    subject BLOB NOT NULL,
    scope   TEXT NOT NULL,
    reason  TEXT NOT NULL,
    PRIMARY KEY (subject, scope, reason)
);

-- A digest names its words for ever. What is there already is left alone and not refused: the same words are shown again.
CREATE TRIGGER wordings_never_change BEFORE UPDATE ON wordings
BEGIN SELECT RAISE(ABORT, 'words that were shown stay as they were'); END;
CREATE TRIGGER wordings_never_go BEFORE DELETE ON wordings
BEGIN SELECT RAISE(ABORT, 'words that were shown stay as they were'); END;
CREATE TRIGGER wordings_are_never_replaced BEFORE INSERT ON wordings
WHEN EXISTS (SELECT 1 FROM wordings WHERE digest = NEW.digest)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER suppressions_never_go_unsaid BEFORE DELETE ON suppressions
WHEN NOT EXISTS (SELECT 1 FROM lifts WHERE subject = OLD.subject AND scope = OLD.scope AND reason = OLD.reason)
BEGIN SELECT RAISE(ABORT, 'a suppression is lifted with an entry in the ledger only'); END;
CREATE TRIGGER suppressions_only_tighten BEFORE UPDATE ON suppressions
WHEN NEW.subject IS NOT OLD.subject OR NEW.scope IS NOT OLD.scope OR NEW.reason IS NOT OLD.reason
    OR NEW.is_domain IS NOT OLD.is_domain OR NEW.since IS NOT OLD.since
    OR (NEW.expires_at IS NOT NULL AND (OLD.expires_at IS NULL OR NEW.expires_at < OLD.expires_at)
        AND NOT EXISTS (SELECT 1 FROM lifts WHERE subject = OLD.subject AND scope = OLD.scope AND reason = OLD.reason))
BEGIN SELECT RAISE(ABORT, 'a suppression is lifted with an entry in the ledger only'); END;
CREATE TRIGGER suppressions_are_never_replaced BEFORE INSERT ON suppressions
WHEN EXISTS (SELECT 1 FROM suppressions WHERE subject = NEW.subject AND scope = NEW.scope AND reason = NEW.reason)
BEGIN SELECT RAISE(ABORT, 'a suppression is lifted with an entry in the ledger only'); END;
