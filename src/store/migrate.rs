//! Making the schema current.

use std::collections::BTreeSet;

use diesel::migration::MigrationSource as _;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness as _, embed_migrations};

use super::db::Db;
use super::dialect;
use super::error::StoreError;
use crate::config::DatabaseUrl;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Why the schema could not be made current.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// The database said no.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A newer binary has been here.
    #[error("the database was made by a newer consentry (it knows the step {0}); install that version or a later one")]
    Newer(String),
    /// A step failed; all of them were rolled back.
    #[error("the database could not be migrated: {0}")]
    Failed(String),
}

/// Runs every step that is missing, all in one transaction and one node at a time. Returns their names.
///
/// # Errors
/// See [`MigrateError`]; nothing is changed then.
pub fn run(db: &mut Db) -> Result<Vec<String>, MigrateError> {
    db.write(|db| {
        dialect::lock_migrations(db)?;
        let failed = |error: &dyn std::fmt::Display| MigrateError::Failed(error.to_string());
        let known = known_versions(db).map_err(|error| failed(&error))?;
        let applied = match db {
            Db::Sqlite(connection) => connection.applied_migrations(),
            Db::Postgres(connection) => connection.applied_migrations(),
        };
        let applied = applied.map_err(|error| failed(&error))?;
        if let Some(newer) = applied.iter().map(ToString::to_string).find(|version| !known.contains(version)) {
            return Err(MigrateError::Newer(newer));
        }
        let ran = match db {
            Db::Sqlite(connection) => connection.run_pending_migrations(SQLITE).map(|ran| names(&ran)),
            Db::Postgres(connection) => connection.run_pending_migrations(POSTGRES).map(|ran| names(&ran)),
        };
        ran.map_err(|error| failed(&error))
    })
}

/// Opens the database and makes its schema current.
///
/// # Errors
/// See [`MigrateError`].
pub fn open_and_run(url: &DatabaseUrl) -> Result<Vec<String>, MigrateError> {
    run(&mut Db::open(url)?)
}

fn names(versions: &[diesel::migration::MigrationVersion<'_>]) -> Vec<String> {
    versions.iter().map(ToString::to_string).collect()
}

fn known_versions(db: &Db) -> diesel::migration::Result<BTreeSet<String>> {
    Ok(match db {
        Db::Sqlite(_) => {
            let all: Vec<Box<dyn diesel::migration::Migration<diesel::sqlite::Sqlite>>> = SQLITE.migrations()?;
            all.iter().map(|step| step.name().version().to_string()).collect()
        }
        Db::Postgres(_) => {
            let all: Vec<Box<dyn diesel::migration::Migration<diesel::pg::Pg>>> = POSTGRES.migrations()?;
            all.iter().map(|step| step.name().version().to_string()).collect()
        }
    })
}
