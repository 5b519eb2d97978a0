//! Printing: results to standard output, everything else to standard error.

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use serde::Serialize;

use super::Failure;

/// A line of the result. A reader that has gone (`| head`) is no error of ours.
pub(super) fn line(text: &str) -> Result<(), Failure> {
    match writeln!(std::io::stdout().lock(), "{text}") {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

/// A result that a script reads.
pub(super) fn json(value: &impl Serialize) -> Result<(), Failure> {
    line(&serde_json::to_string(value).map_err(|error| Failure::of(&error))?)
}

/// A line for the person at the terminal.
pub(super) fn aside(text: &str) -> Result<(), Failure> {
    Ok(writeln!(std::io::stderr().lock(), "{text}")?)
}

/// Progress of long work: one line that is written over, on a terminal only.
pub(super) fn progress(text: &str) {
    let mut to = std::io::stderr().lock();
    if to.is_terminal() && write!(to, "\r\x1b[K{text}").and_then(|()| to.flush()).is_err() {
        tracing::debug!("Progress could not be shown");
    }
}

/// Ends the line of [`progress`].
pub(super) fn progress_ends() {
    progress("");
}

/// Says what went wrong and how the process ends.
pub(super) fn failure(failure: &Failure) -> ExitCode {
    if writeln!(std::io::stderr().lock(), "consentry: {}", failure.said).is_err() {
        tracing::debug!("Nobody reads standard error");
    }
    ExitCode::from(failure.code)
}
