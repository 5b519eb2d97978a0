//! The ledger and what hangs on it (G8): each row of the table in docs/ledger.md is a test here.
//!
//! The forger may write whatever they like into the database, with all its triggers away. They have no key.

mod checkpoints;
mod exports;
mod tampering;
mod triggers;

use std::fmt::Write as _;

use serde_json::Value;

use super::support::house::House;

/// The exit code of a verification that found something.
const NOT_AS_WRITTEN: i32 = 3;

impl House {
    /// Three people and some things that were said of them: nine entries, three suppressions.
    fn furnish(&self) {
        self.people(&[
            ("ada@example.org", "yes", "yes"),
            ("bob@example.org", "yes", "no"),
            ("carl@example.net", "yes", "yes"),
        ]);
        self.ok(&["suppress", "add", "ada@example.org", "--scope", "company", "--reason", "opt_out"]);
        self.ok(&["suppress", "add", "bob@example.org", "--expires-at", "2099-01-01"]);
        self.ok(&["suppress", "add", "spam.example"]);
    }

    /// Signs what there is and returns the checkpoint.
    fn sign(&self) -> Value {
        serde_json::from_str(&self.ok(&["ledger", "checkpoint"])).unwrap()
    }

    /// Writes past the product and its triggers.
    fn forge(&self, sql: &str) {
        let away = if self.is_sqlite() {
            let names = self.texts("SELECT name AS value FROM sqlite_master WHERE type = 'trigger'");
            let drop = |name: &String| format!("DROP TRIGGER {name};");
            names.iter().map(drop).collect::<Vec<_>>().join(" ")
        } else {
            "SET session_replication_role = replica;".to_owned()
        };
        self.sql(&format!("{away} {sql}")).unwrap();
    }

    /// What a verification finds wrong; it must find something.
    fn faults(&self, more: &[&str]) -> String {
        let (code, said) = self.fails(&[&["ledger", "verify"], more].concat());
        assert_eq!(code, NOT_AS_WRITTEN, "{said}");
        assert!(!said.contains('@') && !said.contains("example"), "no address: {said}");
        said
    }

    /// A number that SQL gives.
    fn number(&self, question: &str) -> i64 {
        self.texts(&format!("SELECT CAST(({question}) AS TEXT) AS value"))[0].parse().unwrap()
    }

    /// Bytes in the form of this database's SQL.
    fn bytes(&self, bytes: &[u8]) -> String {
        let hex = data_encoding::HEXLOWER.encode(bytes);
        if self.is_sqlite() { format!("x'{hex}'") } else { format!("'\\x{hex}'::bytea") }
    }

    /// Writes every hash anew over whatever the entries say now, and moves the head: a whole chain without a flaw.
    fn rehash(&self) {
        use consentry::config::DatabaseUrl;
        use consentry::store::{Db, ledger, ledger_chain};
        let mut db = Db::open(&DatabaseUrl::parse(&self.database).unwrap()).unwrap();
        let (mut sql, mut before, mut last) = (String::new(), ledger_chain::GENESIS.to_vec(), 0);
        for row in ledger::rows_after(&mut db, 0, 100_000).unwrap() {
            before = ledger_chain::hash(&before, &row).to_vec();
            last = row.seq;
            writeln!(sql, "UPDATE ledger SET hash = {} WHERE seq = {last};", self.bytes(&before)).unwrap();
        }
        drop(db);
        self.forge(&format!("{sql} UPDATE ledger_head SET seq = {last}, hash = {};", self.bytes(&before)));
    }

    /// Cuts the last entries off, and moves the head.
    fn cut(&self, entries: i64) {
        let last = self.number("SELECT seq FROM ledger_head") - entries;
        self.forge(&format!(
            "DELETE FROM ledger WHERE seq > {last}; \
             UPDATE ledger_head SET seq = {last}, hash = (SELECT hash FROM ledger WHERE seq = {last})"
        ));
    }
}
