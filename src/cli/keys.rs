//! `keys`.

use std::process::ExitCode;

use super::args::KeysWhat;
use super::{Ended, Failure, say, settings};
use crate::link::KeyRing;

/// Rotates the link keys. Running processes pick the new key up with the first link that names it.
pub(super) fn run(KeysWhat::Rotate: &KeysWhat) -> Ended {
    let settings = settings()?;
    let mut ring = KeyRing::load(&settings.keys).map_err(|error| Failure::of(&error))?;
    let new = ring.rotate().map_err(|error| Failure::of(&error))?;
    ring.write_file(&settings.keys).map_err(|error| Failure::of(&error))?;
    say::line(&format!(
        "key {new} signs links from now on; {} older keys go on verifying. Copy {} to every node.",
        ring.key_ids().count().saturating_sub(1),
        settings.keys.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}
