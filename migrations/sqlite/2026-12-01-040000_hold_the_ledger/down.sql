DROP TRIGGER suppressions_are_never_replaced;
DROP TRIGGER suppressions_only_tighten;
DROP TRIGGER suppressions_never_go_unsaid;
DROP TRIGGER wordings_are_never_replaced;
DROP TRIGGER wordings_never_go;
DROP TRIGGER wordings_never_change;
DROP TABLE lifts;
ALTER TABLE ledger DROP COLUMN holds;
ALTER TABLE ledger DROP COLUMN person;
