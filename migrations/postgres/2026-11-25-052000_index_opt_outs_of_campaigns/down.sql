DROP INDEX ledger_left;
