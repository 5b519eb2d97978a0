-- Entries about an address or a domain by its keyed hash, for the consent record of one person. Such entries are few.
CREATE INDEX ledger_subject ON ledger (subject, seq) WHERE subject IS NOT NULL;
