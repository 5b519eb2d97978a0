//! `recipient`.

use std::process::ExitCode;

use super::args::RecipientWhat;
use super::{DATA, Ended, Failure, app, note_of, say, staff_of};
use crate::domain::Address;
use crate::ops::data;
use crate::ops::records::{self, RecordError};
use crate::ops::traces::Traces;

/// Runs one command about one person.
pub(super) async fn run(what: RecipientWhat) -> Ended {
    match what {
        RecipientWhat::Record { address, receipt } => record(&address, receipt).await,
        RecipientWhat::Erase { address, staff, reason } => erase(&address, &staff, &reason).await,
    }
}

fn parse(address: &str) -> Result<Address, Failure> {
    Address::parse(address.trim()).map_err(|error| Failure::data(&error))
}

async fn record(address: &str, receipt: bool) -> Ended {
    let address = parse(address)?;
    let failed = |error: RecordError| match error {
        RecordError::NobodyKnown => Failure::data(&error),
        RecordError::Random | RecordError::Store(_) => Failure::of(&error),
    };
    let found = records::of_address(&app().await?, &address).await.map_err(failed)?;
    if receipt {
        say::json(&records::receipt(found).map_err(failed)?)?;
    } else {
        say::json(&found)?;
    }
    Ok(ExitCode::SUCCESS)
}

async fn erase(address: &str, staff: &str, reason: &str) -> Ended {
    let address = parse(address)?;
    let staff = staff_of(staff)?;
    let missing = || Failure { code: DATA, said: "say why with --reason".to_owned() };
    let reason = note_of(Some(reason))?.ok_or_else(missing)?;
    let erased = data::erase_by_staff(&app().await?, &address, &staff, &reason).await;
    let (known, traces) = erased.map_err(|error| Failure::of(&error))?;
    say::line(if known {
        "erased; the keyed hash of the address keeps it from being mailed or imported again"
    } else {
        "nobody with this address was known; its keyed hash keeps it from being mailed or imported"
    })?;
    if let Some(left) = left_of(traces) {
        say::line(left)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What an erasure has left beside the tables, and when that goes; nothing where nothing is left.
pub(super) fn left_of(traces: Traces) -> Option<&'static str> {
    match traces {
        Traces::Gone => None,
        Traces::ForRepair => Some(
            "the server's write-ahead log, standbys, archives and backups hold it for as long as they are kept \
             (docs/erasure.md)",
        ),
        Traces::Held => Some(
            "something still reads the database as it was before: its files hold traces until that has ended. \
             `consentry serve` clears them then and says so in its log (docs/erasure.md)",
        ),
    }
}
