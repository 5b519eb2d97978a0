//! What stands in the tables, read past the product.

use std::collections::BTreeMap;

use diesel::sql_types::{Nullable, Text};
use diesel::{Connection as _, PgConnection, RunQueryDsl as _, SqliteConnection};

use super::house::House;

#[derive(diesel::QueryableByName)]
struct Answer {
    #[diesel(sql_type = Nullable<Text>)]
    value: Option<String>,
}

impl House {
    pub(crate) fn is_sqlite(&self) -> bool {
        self.database.starts_with("sqlite:")
    }

    /// The answers to a question whose one column is a text called `value`.
    pub(crate) fn texts(&self, question: &str) -> Vec<String> {
        let question = diesel::sql_query(question);
        let answers: Vec<Answer> = match self.database.strip_prefix("sqlite:") {
            Some(file) => question.load(&mut SqliteConnection::establish(file).unwrap()).unwrap(),
            None => question.load(&mut PgConnection::establish(&self.database).unwrap()).unwrap(),
        };
        answers.into_iter().map(|answer| answer.value.unwrap_or("NULL".to_owned())).collect()
    }

    /// The tables of the schema, without diesel's own.
    pub(crate) fn tables(&self) -> Vec<String> {
        let all = if self.is_sqlite() {
            "SELECT name AS value FROM sqlite_master WHERE type = 'table' ORDER BY name"
        } else {
            "SELECT table_name::text AS value FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1"
        };
        self.texts(all).into_iter().filter(|name| !name.starts_with("__") && !name.starts_with("sqlite_")).collect()
    }

    /// Every row of every table: two that are equal mean that nothing at all was written in between.
    pub(crate) fn contents(&self) -> BTreeMap<String, Vec<String>> {
        let rows = |table: &String| {
            let row = if self.is_sqlite() {
                let columns =
                    self.texts(&format!("SELECT 'quote(' || name || ')' AS value FROM pragma_table_info('{table}')"));
                columns.join(" || '|' || ")
            } else {
                format!("{table}::text")
            };
            self.texts(&format!("SELECT {row} AS value FROM {table} ORDER BY 1"))
        };
        self.tables().into_iter().map(|table| (table.clone(), rows(&table))).collect()
    }

    /// How many entries the ledger has; it must be intact.
    pub(crate) fn entries(&self) -> i64 {
        let verified = self.json(&["ledger", "verify", "--json"]);
        assert_eq!(verified["result"], "intact", "{verified}");
        verified["entries"].as_i64().unwrap()
    }
}
