//! `init` and `migrate`.

use std::path::Path;
use std::process::ExitCode;

use super::{Ended, Failure, open, say, settings};
use crate::config::{self, FILE_NAME, Settings};
use crate::link::KeyRing;
use crate::ops::check::chain;
use crate::store::migrate;

/// Writes what is missing and leaves alone what is there.
pub(super) async fn run() -> Ended {
    let file = Path::new(FILE_NAME);
    if file.exists() {
        say::line(&format!("{FILE_NAME} is there and stays as it is"))?;
    } else {
        std::fs::write(file, config::sample_file())?;
        say::line(&format!("wrote {FILE_NAME}"))?;
    }
    let settings = settings()?;
    make_keys(&settings)?;
    open(settings).await?;
    say::line("the database is ready; next: fill in consentry.toml, then `consentry check`")?;
    Ok(ExitCode::SUCCESS)
}

fn make_keys(settings: &Settings) -> Result<(), Failure> {
    if settings.keys.exists() {
        return say::line(&format!("the key file {} is there and stays as it is", settings.keys.display()));
    }
    let ring = KeyRing::generate().map_err(|error| Failure::of(&error))?;
    ring.create_file(&settings.keys).map_err(|error| Failure::of(&error))?;
    say::line(&format!("wrote the keys to {}; keep a copy in a safe place", settings.keys.display()))
}

/// Makes the schema current.
pub(super) async fn migrate() -> Ended {
    let settings = settings()?;
    let ran = tokio::task::spawn_blocking(move || {
        migrate::open_and_run(&settings.database).map_err(|error| match &error {
            migrate::MigrateError::Store(_) => Failure { code: super::LATER, said: chain(&error) },
            _ => Failure::of(&error),
        })
    });
    let ran = ran.await.map_err(|error| Failure::of(&error))??;
    if ran.is_empty() {
        say::line("the database is current")?;
    }
    for step in ran {
        say::line(&format!("ran step {step}"))?;
    }
    Ok(ExitCode::SUCCESS)
}
