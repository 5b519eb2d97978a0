//! `child`.

use std::process::ExitCode;

use super::args::ChildWhat;
use super::recipient::left_of;
use super::{Ended, Failure, app, note_of, say, staff_of};
use crate::domain::Address;
use crate::ops::child;

/// Runs one command about children's addresses.
pub(super) async fn run(ChildWhat::Report { address, by, note }: ChildWhat) -> Ended {
    let address = Address::parse(address.trim()).map_err(|error| Failure::data(&error))?;
    let (by, note) = (staff_of(&by)?, note_of(note.as_deref())?);
    let reported = child::report_by_staff(&app().await?, &address, &by, note).await;
    let (news, traces) = reported.map_err(|error| Failure::of(&error))?;
    say::line(if news {
        "reported: promotional mail is stopped and the facts are erased"
    } else {
        "it was reported before"
    })?;
    if let Some(left) = left_of(traces).filter(|_| news) {
        say::line(left)?;
    }
    Ok(ExitCode::SUCCESS)
}
