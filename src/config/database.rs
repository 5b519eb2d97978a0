//! Which database: SQLite in a file, or PostgreSQL.

use std::path::{Path, PathBuf};

use super::Secret;

/// The file that is used when nothing is said.
const DEFAULT_FILE: &str = "consentry.sqlite";

/// A database that we can speak to. Nothing else is guessed from a mistyped URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file.
    Sqlite(PathBuf),
    /// A server.
    Postgres(Secret),
}

/// The text names no database that we can speak to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DatabaseFault {
    /// Neither of the two schemes.
    #[error("write `sqlite:FILE` or `postgres://user@host/database`")]
    Scheme,
    /// Not a URL, or one that another program would read in another way.
    #[error(
        "the PostgreSQL URL cannot be read; write postgres://user:password@host:port/database, with %40, %2F and %25 \
         for an @, a slash and a percent sign in the password"
    )]
    Malformed,
    /// `sqlite:` and nothing behind it.
    #[error("`sqlite:` needs the name of a file behind it")]
    NoFile,
    /// TLS to PostgreSQL was asked for and this binary cannot speak it.
    #[error(
        "this binary was built without TLS for PostgreSQL; build it with `--features pg-tls` or use sslmode=disable"
    )]
    NoTls,
}

impl DatabaseUrl {
    /// Reads a database URL.
    ///
    /// # Errors
    /// See [`DatabaseFault`].
    pub fn parse(text: &str) -> Result<Self, DatabaseFault> {
        if let Some(rest) = text.strip_prefix("sqlite:") {
            let file = rest.strip_prefix("//").unwrap_or(rest);
            return if file.is_empty() { Err(DatabaseFault::NoFile) } else { Ok(Self::Sqlite(PathBuf::from(file))) };
        }
        let rest = text.strip_prefix("postgres://").or_else(|| text.strip_prefix("postgresql://"));
        if !is_well_formed(rest.ok_or(DatabaseFault::Scheme)?) {
            return Err(DatabaseFault::Malformed);
        }
        let asks_for_tls = ["sslmode=require", "sslmode=verify-ca", "sslmode=verify-full"];
        if cfg!(not(feature = "pg-tls")) && asks_for_tls.iter().any(|mode| text.contains(mode)) {
            return Err(DatabaseFault::NoTls);
        }
        Ok(Self::Postgres(Secret::new(text)))
    }

    /// SQLite in the current folder.
    pub fn embedded_default() -> Self {
        Self::Sqlite(PathBuf::from(DEFAULT_FILE))
    }

    /// The same database with a relative file taken from `folder`.
    #[must_use]
    pub fn in_folder(self, folder: &Path) -> Self {
        match self {
            Self::Sqlite(file) => Self::Sqlite(folder.join(file)),
            server @ Self::Postgres(_) => server,
        }
    }

    /// Whether it is a file.
    pub fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }
}

/// Whether PostgreSQL's client will read the URL as it was meant. A password with a bare `@`, `/` or `%` would be taken
/// for a host, a port or a code, and end up in its error message.
fn is_well_formed(rest: &str) -> bool {
    // As libpq does it: what stands before the first @ is the login, unless a slash comes earlier.
    let after_login = match rest.split_once('@') {
        Some((login, after)) if !login.contains('/') => after,
        _ => rest,
    };
    let hosts = after_login.split(['/', '?']).next().unwrap_or_default();
    let is_code = |code: &str| code.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    let has_port = |host: &str| {
        // The colons of an IPv6 address stand in brackets.
        let after = host.rsplit_once(']').map_or(host, |(_, after)| after);
        after.split_once(':').is_none_or(|(_, port)| is_port(port))
    };
    !after_login.contains('@') && hosts.split(',').all(has_port) && rest.split('%').skip(1).all(is_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_that_would_be_taken_for_something_else_is_refused() {
        for url in [
            "postgres://ada:p@ss@db.example.org/consentry",
            "postgres://ada:hun/ter2@db.example.org/consentry",
            "postgres://localhost:12/ter2@db.example.org/consentry",
            "postgres://ada:100%sure@db.example.org/consentry",
            "postgres://ada:secret@db.example.org:port/consentry",
        ] {
            assert_eq!(DatabaseUrl::parse(url), Err(DatabaseFault::Malformed), "{url}");
        }
        for url in [
            "postgres://consentry@127.0.0.1:5432/consentry",
            "postgresql://ada:p%40ss%2F%25@db.example.org/consentry?connect_timeout=5",
            "postgres://ada:a:b?c#d@db.example.org/consentry",
            "postgres://ada@[::1]:5432/consentry",
            "postgres://ada@one.example.org:5432,two.example.org:5433/consentry",
            "postgres:///consentry?host=/run/postgresql",
        ] {
            assert!(DatabaseUrl::parse(url).is_ok(), "{url}");
        }
    }

    #[test]
    fn a_mistyped_url_is_refused_and_makes_no_file() {
        assert_eq!(DatabaseUrl::parse("postgres:oops"), Err(DatabaseFault::Scheme));
        assert_eq!(DatabaseUrl::parse("consentry.sqlite"), Err(DatabaseFault::Scheme));
        assert_eq!(DatabaseUrl::parse("sqlite:"), Err(DatabaseFault::NoFile));
        assert_eq!(DatabaseUrl::parse("sqlite://a.db"), Ok(DatabaseUrl::Sqlite(PathBuf::from("a.db"))));
    }
}
