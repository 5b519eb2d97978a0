//! `ledger`.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use super::args::LedgerWhat;
use super::{DATA, Ended, Failure, app, private, say};
use crate::ops::ledger::{self, Verified};

/// Runs one ledger command.
pub(super) async fn run(what: LedgerWhat) -> Ended {
    match what {
        LedgerWhat::Verify { export: None, json } => {
            let verified = ledger::verify(&app().await?).await.map_err(|error| Failure::of(&error))?;
            tell(&verified, json)
        }
        LedgerWhat::Verify { export: Some(path), json } => {
            let refused = |error: std::io::Error| Failure { code: DATA, said: format!("{}: {error}", path.display()) };
            let file = BufReader::new(File::open(&path).map_err(refused)?);
            let verified = ledger::verify_export(file).map_err(|error| Failure::data(&error))?;
            tell(&verified, json)
        }
        LedgerWhat::Export { file } => {
            let to: Box<dyn Write + Send> = if file == Path::new("-") {
                Box::new(std::io::stdout())
            } else {
                Box::new(BufWriter::new(private::new_file(&file)?))
            };
            let entries = ledger::export(&app().await?, to).await.map_err(|error| Failure::of(&error))?;
            say::aside(&format!("wrote {entries} entries"))?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn tell(verified: &Verified, json: bool) -> Ended {
    if json {
        say::json(verified)?;
    }
    match verified {
        Verified::Intact { entries, head } => {
            if !json {
                say::line(&format!("all {entries} entries are as they were written; the last hash is {head}"))?;
            }
            Ok(ExitCode::SUCCESS)
        }
        Verified::Broken { entry, what } => {
            if !json {
                say::line(&format!("entry {entry} is the first that is not as it was written: {what}"))?;
            }
            Ok(ExitCode::FAILURE)
        }
    }
}
