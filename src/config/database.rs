//! Which database: SQLite in a file, or PostgreSQL.

use std::path::{Path, PathBuf};

use super::postgres::{PostgresFault, PostgresUrl};
use super::reader::from_environment;

/// The file that is used when nothing is said.
const DEFAULT_FILE: &str = "consentry.sqlite";

/// A database that we can speak to. Nothing else is guessed from a mistyped URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file.
    Sqlite(PathBuf),
    /// A server.
    Postgres(PostgresUrl),
}

/// The text names no database that we can speak to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DatabaseFault {
    /// Neither of the two schemes.
    #[error("write `sqlite:FILE` or `postgres://user@host/database`")]
    Scheme,
    /// A PostgreSQL URL that cannot be used.
    #[error(transparent)]
    Postgres(#[from] PostgresFault),
    /// `sqlite:` and nothing behind it.
    #[error("`sqlite:` needs the name of a file behind it")]
    NoFile,
}

impl DatabaseUrl {
    /// Reads a database URL, and what PostgreSQL's client would take from the environment where it is silent.
    ///
    /// # Errors
    /// See [`DatabaseFault`].
    pub fn parse(text: &str) -> Result<Self, DatabaseFault> {
        if let Some(rest) = text.strip_prefix("sqlite:") {
            let file = rest.strip_prefix("//").unwrap_or(rest);
            return if file.is_empty() { Err(DatabaseFault::NoFile) } else { Ok(Self::Sqlite(PathBuf::from(file))) };
        }
        let rest = text.strip_prefix("postgres://").or_else(|| text.strip_prefix("postgresql://"));
        let rest = rest.ok_or(DatabaseFault::Scheme)?;
        Ok(Self::Postgres(PostgresUrl::parse(rest, from_environment)?))
    }

    /// SQLite in the current folder.
    pub fn embedded_default() -> Self {
        Self::Sqlite(PathBuf::from(DEFAULT_FILE))
    }

    /// The same database with relative files taken from `folder`.
    #[must_use]
    pub fn in_folder(self, folder: &Path) -> Self {
        match self {
            Self::Sqlite(file) => Self::Sqlite(folder.join(file)),
            Self::Postgres(server) => Self::Postgres(server.in_folder(folder)),
        }
    }

    /// Whether it is a file.
    pub fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_url_is_refused_and_makes_no_file() {
        assert_eq!(DatabaseUrl::parse("postgres:oops"), Err(DatabaseFault::Scheme));
        assert_eq!(DatabaseUrl::parse("consentry.sqlite"), Err(DatabaseFault::Scheme));
        assert_eq!(DatabaseUrl::parse("sqlite:"), Err(DatabaseFault::NoFile));
        assert_eq!(DatabaseUrl::parse("sqlite://a.db"), Ok(DatabaseUrl::Sqlite(PathBuf::from("a.db"))));
    }
}
