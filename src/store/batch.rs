//! Many rows in one statement, by the same text on both databases.
//!
//! PostgreSQL gets a column as one array, so that the text never changes and is prepared once for each connection (what
//! goes through `sql_query` is prepared anew each time: measured, a quarter of the time of a group of last looks). SQLite
//! knows no arrays: it gets the rows as lists of values, of a few lengths, each prepared once.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::query_dsl::LoadQuery;
use diesel::sql_types::{Array, BigInt, Binary, Bool, Integer, Nullable, Text};
use diesel::sqlite::Sqlite;

use super::db::Db;

/// One column of the rows.
pub(super) enum Column {
    Bigs(Vec<i64>),
    MaybeBigs(Vec<Option<i64>>),
    Ints(Vec<i32>),
    MaybeInts(Vec<Option<i32>>),
    Texts(Vec<String>),
    MaybeTexts(Vec<Option<String>>),
    Bytes(Vec<Vec<u8>>),
    MaybeBytes(Vec<Option<Vec<u8>>>),
    Bools(Vec<bool>),
}

/// How many rows go to SQLite at once, for as long as there are as many: each length is one text.
const LENGTHS: [usize; 4] = [64, 16, 4, 1];

/// A statement over rows that it calls `v`, with `column1`, `column2` and so on: `before`, the rows, `after`. It returns
/// rows of the SQL type `R`.
pub(super) struct Batch<R = ()> {
    before: &'static str,
    columns: Vec<Column>,
    after: &'static str,
    returned: std::marker::PhantomData<R>,
}

impl<R> Batch<R> {
    pub(super) fn new(before: &'static str, columns: Vec<Column>, after: &'static str) -> Self {
        Self { before, columns, after, returned: std::marker::PhantomData }
    }
}

impl Batch<()> {
    /// Runs it and returns how many rows it changed.
    pub(super) fn execute(self, db: &mut Db) -> QueryResult<usize> {
        match db {
            Db::Sqlite(connection) => {
                self.in_parts().into_iter().map(|part| RunQueryDsl::execute(part, connection)).sum()
            }
            Db::Postgres(connection) => RunQueryDsl::execute(self, connection),
        }
    }
}

impl<R> Batch<R> {
    /// The same in parts of a few lengths.
    fn in_parts(mut self) -> Vec<Self> {
        let mut parts = Vec::new();
        for length in LENGTHS {
            while self.rows() >= length {
                let columns = self.columns.iter_mut().map(|column| column.split_front(length)).collect();
                parts.push(Self::new(self.before, columns, self.after));
            }
        }
        parts
    }

    fn rows(&self) -> usize {
        self.columns.first().map_or(0, Column::len)
    }

    /// Runs it and returns what it says about each row that it changed.
    pub(super) fn load<U>(self, db: &mut Db) -> QueryResult<Vec<U>>
    where
        Self: LoadQuery<'static, SqliteConnection, U> + LoadQuery<'static, PgConnection, U>,
    {
        match db {
            Db::Sqlite(connection) => {
                let mut all = Vec::new();
                for part in self.in_parts() {
                    all.extend(RunQueryDsl::load(part, connection)?);
                }
                Ok(all)
            }
            Db::Postgres(connection) => RunQueryDsl::load(self, connection),
        }
    }
}

impl<R> Query for Batch<R> {
    type SqlType = R;
}

impl<R> QueryId for Batch<R> {
    type QueryId = ();
    // The text itself is what a prepared statement is found by.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<R, C> RunQueryDsl<C> for Batch<R> {}

impl<R> QueryFragment<Pg> for Batch<R> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql(self.before);
        out.push_sql("unnest(");
        for (number, column) in self.columns.iter().enumerate() {
            out.push_sql(if number == 0 { "" } else { ", " });
            match column {
                Column::Bigs(values) => out.push_bind_param::<Array<BigInt>, _>(values)?,
                Column::MaybeBigs(values) => out.push_bind_param::<Array<Nullable<BigInt>>, _>(values)?,
                Column::Ints(values) => out.push_bind_param::<Array<Integer>, _>(values)?,
                Column::MaybeInts(values) => out.push_bind_param::<Array<Nullable<Integer>>, _>(values)?,
                Column::Texts(values) => out.push_bind_param::<Array<Text>, _>(values)?,
                Column::MaybeTexts(values) => out.push_bind_param::<Array<Nullable<Text>>, _>(values)?,
                Column::Bytes(values) => out.push_bind_param::<Array<Binary>, _>(values)?,
                Column::MaybeBytes(values) => out.push_bind_param::<Array<Nullable<Binary>>, _>(values)?,
                Column::Bools(values) => out.push_bind_param::<Array<Bool>, _>(values)?,
            }
        }
        out.push_sql(") AS v(");
        for number in 1..=self.columns.len() {
            out.push_sql(if number == 1 { "column" } else { ", column" });
            out.push_sql(&number.to_string());
        }
        out.push_sql(")");
        out.push_sql(self.after);
        Ok(())
    }
}

impl<R> QueryFragment<Sqlite> for Batch<R> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        out.push_sql(self.before);
        out.push_sql("(VALUES ");
        for row in 0..self.rows() {
            out.push_sql(if row == 0 { "(" } else { ", (" });
            for (number, column) in self.columns.iter().enumerate() {
                out.push_sql(if number == 0 { "" } else { ", " });
                column.push(row, out.reborrow())?;
            }
            out.push_sql(")");
        }
        out.push_sql(") AS v");
        out.push_sql(self.after);
        Ok(())
    }
}

impl Column {
    /// Takes the first `rows` off.
    fn split_front(&mut self, rows: usize) -> Self {
        match self {
            Self::Bigs(values) => Self::Bigs(split_front(values, rows)),
            Self::MaybeBigs(values) => Self::MaybeBigs(split_front(values, rows)),
            Self::Ints(values) => Self::Ints(split_front(values, rows)),
            Self::MaybeInts(values) => Self::MaybeInts(split_front(values, rows)),
            Self::Texts(values) => Self::Texts(split_front(values, rows)),
            Self::MaybeTexts(values) => Self::MaybeTexts(split_front(values, rows)),
            Self::Bytes(values) => Self::Bytes(split_front(values, rows)),
            Self::MaybeBytes(values) => Self::MaybeBytes(split_front(values, rows)),
            Self::Bools(values) => Self::Bools(split_front(values, rows)),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Bigs(values) => values.len(),
            Self::MaybeBigs(values) => values.len(),
            Self::Ints(values) => values.len(),
            Self::MaybeInts(values) => values.len(),
            Self::Texts(values) => values.len(),
            Self::MaybeTexts(values) => values.len(),
            Self::Bytes(values) => values.len(),
            Self::MaybeBytes(values) => values.len(),
            Self::Bools(values) => values.len(),
        }
    }

    fn push<'b>(&'b self, row: usize, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        match self {
            Self::Bigs(values) => out.push_bind_param::<BigInt, _>(value(values, row)?),
            Self::MaybeBigs(values) => out.push_bind_param::<Nullable<BigInt>, _>(value(values, row)?),
            Self::Ints(values) => out.push_bind_param::<Integer, _>(value(values, row)?),
            Self::MaybeInts(values) => out.push_bind_param::<Nullable<Integer>, _>(value(values, row)?),
            Self::Texts(values) => out.push_bind_param::<Text, _>(value(values, row)?),
            Self::MaybeTexts(values) => out.push_bind_param::<Nullable<Text>, _>(value(values, row)?),
            Self::Bytes(values) => out.push_bind_param::<Binary, _>(value(values, row)?),
            Self::MaybeBytes(values) => out.push_bind_param::<Nullable<Binary>, _>(value(values, row)?),
            Self::Bools(values) => out.push_bind_param::<Bool, _>(value(values, row)?),
        }
    }
}

fn value<T>(values: &[T], row: usize) -> QueryResult<&T> {
    let shorter = || diesel::result::Error::QueryBuilderError("one column has fewer rows than another".into());
    values.get(row).ok_or_else(shorter)
}

fn split_front<T>(values: &mut Vec<T>, rows: usize) -> Vec<T> {
    let behind = values.split_off(rows.min(values.len()));
    std::mem::replace(values, behind)
}
