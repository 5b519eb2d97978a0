DROP INDEX ledger_subject;
