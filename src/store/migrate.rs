//! Making the schema current.

use std::collections::BTreeSet;

use diesel::migration::MigrationSource as _;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness as _, embed_migrations};

use super::db::Db;
use super::dialect;
use super::error::StoreError;

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
        applied(db)?;
        let ran = match db {
            Db::Sqlite(connection) => connection.run_pending_migrations(SQLITE).map(|ran| names(&ran)),
            Db::Postgres(connection) => connection.run_pending_migrations(POSTGRES).map(|ran| names(&ran)),
        };
        ran.map_err(|error| failed(&*error))
    })
}

/// How many steps are missing. Looks only: nothing is changed, not even in an empty database.
///
/// # Errors
/// See [`MigrateError`].
pub fn missing(db: &mut Db) -> Result<usize, MigrateError> {
    db.rehearse(|db| {
        dialect::lock_migrations(db)?;
        let applied = applied(db)?;
        let known = known_versions(db).map_err(|error| failed(&*error))?;
        Ok(known.difference(&applied).count())
    })
}

fn failed(error: &dyn std::error::Error) -> MigrateError {
    MigrateError::Failed(error.to_string())
}

/// The steps that have been run, all of them known to this binary.
fn applied(db: &mut Db) -> Result<BTreeSet<String>, MigrateError> {
    let known = known_versions(db).map_err(|error| failed(&*error))?;
    let applied = match db {
        Db::Sqlite(connection) => connection.applied_migrations(),
        Db::Postgres(connection) => connection.applied_migrations(),
    };
    let applied: BTreeSet<_> = applied.map_err(|error| failed(&*error))?.iter().map(ToString::to_string).collect();
    match applied.difference(&known).next() {
        Some(newer) => Err(MigrateError::Newer(newer.clone())),
        None => Ok(applied),
    }
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
