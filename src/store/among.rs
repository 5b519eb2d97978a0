//! "Is one of these", in a text that is the same for any number of them, so that it is prepared once for each connection.
//!
//! What diesel writes for lists is `IN (?, ?, ...)`: another number of values is another text, and it is parsed and planned
//! anew each time. PostgreSQL gets one array instead, and SQLite, which knows no arrays, one JSON text.

use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{Bool, Text};
use diesel::sqlite::Sqlite;

/// Values that a column may have.
pub(super) trait Values {
    /// What reads them from `json_each`.
    const EACH: &'static str;

    /// All of them as one JSON text.
    fn json(&self) -> String;
}

impl Values for [i64] {
    const EACH: &'static str = " IN (SELECT value FROM json_each(";

    fn json(&self) -> String {
        let texts: Vec<_> = self.iter().map(ToString::to_string).collect();
        format!("[{}]", texts.join(","))
    }
}

impl Values for [Vec<u8>] {
    const EACH: &'static str = " IN (SELECT unhex(value) FROM json_each(";

    fn json(&self) -> String {
        let texts: Vec<_> = self.iter().map(|bytes| data_encoding::HEXLOWER.encode(bytes)).collect();
        if texts.is_empty() { "[]".to_owned() } else { format!("[\"{}\"]", texts.join("\",\"")) }
    }
}

/// `column` is one of some values, for SQLite.
pub(super) struct Among<C> {
    column: C,
    each: &'static str,
    json: String,
}

impl<C> Among<C> {
    pub(super) fn new<V: Values + ?Sized>(column: C, values: &V) -> Self {
        Self { column, each: V::EACH, json: values.json() }
    }
}

impl<C: Expression> Expression for Among<C> {
    type SqlType = Bool;
}

impl<C: AppearsOnTable<QS>, QS> AppearsOnTable<QS> for Among<C> where Self: Expression {}

impl<C: SelectableExpression<QS>, QS> SelectableExpression<QS> for Among<C> where Self: AppearsOnTable<QS> {}

impl<C: ValidGrouping<G>, G> ValidGrouping<G> for Among<C> {
    type IsAggregate = C::IsAggregate;
}

impl<C> QueryId for Among<C> {
    type QueryId = ();
    // The text itself is what a prepared statement is found by.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<C: QueryFragment<Sqlite>> QueryFragment<Sqlite> for Among<C> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        self.column.walk_ast(out.reborrow())?;
        out.push_sql(self.each);
        out.push_bind_param::<Text, _>(&self.json)?;
        out.push_sql("))");
        Ok(())
    }
}

/// Loads what `$query` finds of the rows whose `$column` is among `$values`.
macro_rules! load_among {
    ($db:expr, $query:expr, $column:expr, $values:expr) => {
        match $db {
            $crate::store::db::Db::Sqlite(connection) => {
                diesel::RunQueryDsl::load($query.filter($crate::store::among::Among::new($column, $values)), connection)
            }
            $crate::store::db::Db::Postgres(connection) => {
                diesel::RunQueryDsl::load($query.filter($column.eq_any($values)), connection)
            }
        }
    };
}

pub(super) use load_among;
