//! `ledger`.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::args::LedgerWhat;
use super::{DATA, Ended, Failure, app, private, say, settings};
use crate::link::{KeyRing, PublicKey};
use crate::ops::ledger::{self, Against, Verified};

/// The ledger, or what hangs on it, is not as it was written. No other command ends with it.
const NOT_AS_WRITTEN: u8 = 3;

/// Runs one ledger command.
pub(super) async fn run(what: LedgerWhat) -> Ended {
    match what {
        LedgerWhat::Verify { export: None, since, mut key, json } => {
            let app = app().await?;
            key.extend(ledger::public_keys(&app));
            let verified = ledger::verify(&app, against(&since, &key)?).await.map_err(|error| Failure::of(&error))?;
            let code = tell(&verified, json)?;
            if matches!(verified, Verified::Intact { .. }) {
                match ledger::sign(&app).await {
                    Ok(signed) => say::aside(&format!("{} is kept beside the keys", signed.name()))?,
                    Err(error) => say::aside(&format!("no checkpoint was kept: {}", crate::ops::check::chain(&error)))?,
                }
            }
            Ok(code)
        }
        LedgerWhat::Verify { export: Some(path), since, key, json } => verify_export(&path, &since, key, json),
        LedgerWhat::Checkpoint => {
            let signed = ledger::sign(&app().await?).await.map_err(|error| Failure::of(&error))?;
            say::json(&signed)?;
            Ok(ExitCode::SUCCESS)
        }
        LedgerWhat::Export { file } => {
            let to: Box<dyn Write + Send> = if file == Path::new("-") {
                Box::new(std::io::stdout())
            } else {
                Box::new(BufWriter::new(private::new_file(&file)?))
            };
            let exported = ledger::export(&app().await?, to).await.map_err(|error| Failure::of(&error))?;
            say::aside(&format!("wrote {} entries", exported.entries))?;
            if let Some(fault) = exported.unsigned {
                say::aside(&format!("its end is not signed: {fault}"))?;
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// Of the installation it takes the public keys, where there is one: an export can be verified anywhere.
fn verify_export(path: &PathBuf, since: &[String], mut keys: Vec<PublicKey>, json: bool) -> Ended {
    if let Ok(settings) = settings()
        && let Ok(ring) = KeyRing::load(&settings.keys)
    {
        keys.extend(ring.checkpoint_publics());
    }
    let refused = |error: std::io::Error| Failure { code: DATA, said: format!("{}: {error}", path.display()) };
    let file = BufReader::new(File::open(path).map_err(refused)?);
    let verified = ledger::verify_export(file, &keys, against(since, &keys)?).map_err(|error| Failure::data(&error))?;
    tell(&verified, json)
}

fn against(since: &[String], keys: &[PublicKey]) -> Result<Against, Failure> {
    let mut against = Against::default();
    for text in since {
        against.add_since(text, keys).map_err(|error| Failure::data(&error))?;
    }
    Ok(against)
}

fn tell(verified: &Verified, json: bool) -> Ended {
    if json {
        say::json(verified)?;
    }
    match verified {
        Verified::Intact { entries, head, signed_up_to, not_checked } => {
            if !json {
                say::line(&format!("all {entries} entries are as they were written; the last hash is {head}"))?;
                if let Some(seq) = signed_up_to {
                    say::line(&format!("a checkpoint of this installation covers the entries up to {seq}"))?;
                }
                not_checked.iter().try_for_each(|what| say::line(&format!("not checked: {what}")))?;
            }
            Ok(ExitCode::SUCCESS)
        }
        Verified::Broken { what, .. } => {
            if !json {
                what.iter().try_for_each(|sentence| say::line(sentence))?;
            }
            Ok(ExitCode::from(NOT_AS_WRITTEN))
        }
    }
}
