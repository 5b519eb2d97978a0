//! What can go wrong with the database.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// The database did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No connection.
    #[error("the database cannot be reached: {0}")]
    Connect(String),
    /// What is there is no database of ours; asking again does not help.
    #[error("the database cannot be used: {0}")]
    Unusable(String),
    /// The pool gave no connection in time.
    #[error("no database connection was free in time")]
    Pool(#[source] r2d2::Error),
    /// A statement failed.
    #[error("the database refused a statement")]
    Query(#[from] DieselError),
    /// A row holds what we could not have written.
    #[error("the table {table} holds a row that cannot be read: {what}")]
    BadRow {
        /// Which table.
        table: &'static str,
        /// What about it.
        what: String,
    },
    /// A group of writes could not be committed.
    #[error("the write could not be committed: {0}")]
    NotCommitted(String),
    /// The database takes other writes and not this one: asking again does not help.
    #[error("the database will not take this write: {0}")]
    Refused(String),
    /// Something was changed of which no entry of the ledger tells (G8): a fault of ours, and nothing is written.
    #[error("what is held was changed, and no entry of the ledger says so")]
    Unsaid,
    /// The process is stopping.
    #[error("the store is shutting down")]
    ShuttingDown,
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    Random,
}

impl StoreError {
    /// A row of `table` that we could not have written.
    pub(crate) fn bad_row(table: &'static str, what: impl std::fmt::Display) -> Self {
        Self::BadRow { table, what: what.to_string() }
    }

    /// What each caller of a group that was not committed is told.
    pub(super) fn told(&self) -> Self {
        match self {
            Self::Refused(said) => Self::Refused(said.clone()),
            Self::NotCommitted(said) => Self::NotCommitted(said.clone()),
            error if error.is_own_fault() => Self::Refused(error.to_string()),
            error => Self::NotCommitted(error.to_string()),
        }
    }

    /// Whether the write itself is at fault, whatever state the database is in.
    fn is_own_fault(&self) -> bool {
        use DatabaseErrorKind::{CheckViolation, ForeignKeyViolation, NotNullViolation, UniqueViolation};
        match self {
            Self::Query(DieselError::DatabaseError(kind, _)) => {
                matches!(kind, CheckViolation | ForeignKeyViolation | NotNullViolation | UniqueViolation)
            }
            Self::BadRow { .. }
            | Self::Unsaid
            | Self::Query(DieselError::SerializationError(_) | DieselError::DeserializationError(_)) => true,
            _ => false,
        }
    }

    /// Whether asking again may help: the database is busy or away, not wrong.
    pub fn is_temporary(&self) -> bool {
        match self {
            Self::Connect(_) | Self::Pool(_) | Self::NotCommitted(_) | Self::ShuttingDown => true,
            Self::Query(error) => is_temporary(error),
            Self::Unusable(_) | Self::BadRow { .. } | Self::Refused(_) | Self::Unsaid | Self::Random => false,
        }
    }

    /// Whether a unique key refused the row.
    pub fn is_duplicate(&self) -> bool {
        matches!(self, Self::Query(DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)))
    }
}

fn is_temporary(error: &DieselError) -> bool {
    match error {
        DieselError::DatabaseError(kind, info) => {
            let busy = [
                "database is locked",
                "database table is locked",
                "deadlock detected",
                "database or disk is full",
                "disk I/O error",
                "No space left on device",
                "terminating connection",
            ];
            let said = info.message();
            matches!(kind, DatabaseErrorKind::SerializationFailure | DatabaseErrorKind::ClosedConnection)
                || busy.iter().any(|text| said.contains(text))
        }
        DieselError::BrokenTransactionManager | DieselError::AlreadyInTransaction => true,
        _ => false,
    }
}
