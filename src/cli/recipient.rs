//! `recipient`.

use std::process::ExitCode;

use super::args::RecipientWhat;
use super::{Ended, Failure, app, say};
use crate::domain::Address;
use crate::ops::records::{self, RecordError};

/// Shows what we hold about one person.
pub(super) async fn run(what: RecipientWhat) -> Ended {
    let RecipientWhat::Record { address, receipt } = what;
    let address = Address::parse(address.trim()).map_err(|error| Failure::data(&error))?;
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
