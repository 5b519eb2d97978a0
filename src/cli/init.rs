//! `init` and `migrate`.

use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::ExitCode;

use super::{Ended, Failure, not_open, open, private, say, settings};
use crate::config::{self, FILE_NAME, Settings};
use crate::link::KeyRing;
use crate::link::keyring::KeyError;
use crate::ops::install;

/// Writes what is missing and leaves alone what is there.
pub(super) async fn run() -> Ended {
    let file = Path::new(FILE_NAME);
    match private::new_file(file) {
        Ok(mut new) => {
            new.write_all(config::sample_file().as_bytes())?;
            say::line(&format!("wrote {FILE_NAME}"))?;
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            say::line(&format!("{FILE_NAME} is there and stays as it is"))?;
        }
        Err(error) => return Err(error.into()),
    }
    let settings = settings()?;
    let has_keys =
        settings.keys.exists() || install::has_keys(&settings.database).await.map_err(|error| not_open(&error))?;
    // Looked at again: another `init` makes the file before it tells the database.
    if has_keys && !settings.keys.exists() {
        return Err(Failure::sentence(format!(
            "the key file {} is missing, and the database was filled with its keys: restore it from your copy. With new \
             keys no suppression would match and no link would work, so none were made",
            settings.keys.display()
        )));
    }
    make_keys(&settings)?;
    open(settings).await?;
    say::line("the database is ready; next: fill in consentry.toml, then `consentry check`")?;
    Ok(ExitCode::SUCCESS)
}

fn make_keys(settings: &Settings) -> Result<(), Failure> {
    let ring = KeyRing::generate().map_err(|error| Failure::of(&error))?;
    let path = settings.keys.display();
    match ring.create_file(&settings.keys) {
        Ok(()) => say::line(&format!("wrote the keys to {path}; keep a copy in a safe place")),
        Err(KeyError::Exists(_)) => say::line(&format!("the key file {path} is there and stays as it is")),
        Err(error) => Err(Failure::of(&error)),
    }
}

/// Makes the schema current.
pub(super) async fn migrate() -> Ended {
    let ran = install::migrate(&settings()?.database).await.map_err(|error| not_open(&error))?;
    if ran.is_empty() {
        say::line("the database is current")?;
    }
    for step in ran {
        say::line(&format!("ran step {step}"))?;
    }
    Ok(ExitCode::SUCCESS)
}
