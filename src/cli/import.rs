//! `import`.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::ExitCode;

use super::args::{ImportArguments, ImportWhat};
use super::{DATA, Ended, Failure, LATER, app, say};
use crate::ops::check::chain;
use crate::ops::recipients_import::{self, ImportError, LeftOut, Progress};
use crate::ops::suppressions_import;

/// Runs one import.
pub(super) async fn run(what: ImportWhat) -> Ended {
    let app = app().await?;
    match what {
        ImportWhat::Recipients(arguments) => {
            let file = open(&arguments.file)?;
            let report = recipients_import::import(&app, file, arguments.dry_run, tell).await;
            say::progress_ends();
            let report = report.map_err(|error| failed(&arguments.file, &error))?;
            if arguments.json {
                say::json(&report)?;
            } else {
                for column in &report.ignored_columns {
                    say::aside(&format!("the column {column:?} is none of ours and was not read"))?;
                }
                say::line(&format!(
                    "{} rows: {} people added, {} known before; {} consents, {} defaults and {} refusals recorded; \
                     {} to be confirmed by mail; \
                     {} kept out by an opt-out or a suppression; {} rows of people who were erased, not stored; \
                     {} rows of addresses reported to be a child's, not stored; {} rows left out{}",
                    report.rows,
                    report.added,
                    report.known,
                    report.granted,
                    report.by_default,
                    report.withdrawn,
                    report.to_confirm,
                    report.kept_out,
                    report.erased,
                    report.children,
                    report.rejected,
                    dry(&arguments),
                ))?;
            }
            Ok(code(report.rows, report.rejected))
        }
        ImportWhat::Suppressions(arguments) => {
            let file = open(&arguments.file)?;
            let report = suppressions_import::import(&app, file, arguments.dry_run, "import", tell).await;
            say::progress_ends();
            let report = report.map_err(|error| failed(&arguments.file, &error))?;
            if arguments.json {
                say::json(&report)?;
            } else {
                say::line(&format!(
                    "{} rows: {} suppressions added, {} in force before, {} rows left out{}",
                    report.rows,
                    report.added,
                    report.known,
                    report.rejected,
                    dry(&arguments),
                ))?;
            }
            Ok(code(report.rows, report.rejected))
        }
    }
}

/// A file with some bad rows was imported; one with nothing but bad rows was not.
fn code(rows: u64, rejected: u64) -> ExitCode {
    if rows > 0 && rows == rejected { ExitCode::from(DATA) } else { ExitCode::SUCCESS }
}

const fn dry(arguments: &ImportArguments) -> &'static str {
    if arguments.dry_run { " (dry run: nothing was written)" } else { "" }
}

fn tell(progress: Progress<'_>) {
    match progress {
        Progress::Rows(rows) => say::progress(&format!("{rows} rows")),
        Progress::LeftOut(LeftOut { line, reason }) => {
            say::progress_ends();
            if say::aside(&format!("line {line}: {reason}")).is_err() {
                tracing::debug!("Nobody reads standard error");
            }
        }
    }
}

fn open(path: &Path) -> Result<Box<dyn BufRead>, Failure> {
    if path == Path::new("-") {
        return Ok(Box::new(std::io::stdin().lock()));
    }
    let refused = |error: std::io::Error| Failure { code: DATA, said: format!("{}: {error}", path.display()) };
    Ok(Box::new(BufReader::with_capacity(1 << 16, File::open(path).map_err(refused)?)))
}

fn failed(path: &Path, error: &ImportError) -> Failure {
    let code = match error {
        ImportError::File(_) => DATA,
        ImportError::Store(_) => LATER,
    };
    Failure { code, said: format!("{}: {}", path.display(), chain(error)) }
}
