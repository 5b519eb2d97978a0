//! `keys`.

use std::process::ExitCode;

use serde::Serialize;

use super::args::KeysWhat;
use super::{Ended, Failure, say, settings};
use crate::clock;
use crate::config::{Settings, Signing};
use crate::dkim::{Algorithm, DkimKey, KeyFault, Record, Selector};
use crate::link::KeyRing;
use crate::link::keyring::KeyError;

/// Makes keys.
pub(super) fn run(what: KeysWhat) -> Ended {
    let settings = settings()?;
    match what {
        KeysWhat::List { json } => list(&settings, json),
        KeysWhat::Rotate => rotate(&settings),
        KeysWhat::Dkim { selector, algorithm, json } => dkim(&settings, selector, algorithm, json),
    }
}

/// The names of the keys, and what anybody may know of them.
fn list(settings: &Settings, json: bool) -> Ended {
    let ring = KeyRing::load(&settings.keys).map_err(|error| Failure::of(&error))?;
    let publics: Vec<_> = ring.checkpoint_publics().iter().map(ToString::to_string).collect();
    let links: Vec<_> = ring.key_ids().collect();
    let selectors = ring.signer().map(|signer| signer.selectors().iter().map(ToString::to_string).collect::<Vec<_>>());
    if json {
        let (signs, dkim) = (ring.signing_key_id(), selectors.unwrap_or_default());
        say::json(&serde_json::json!({ "link_keys": links, "signs": signs, "dkim": dkim, "checkpoints": publics }))?;
        return Ok(ExitCode::SUCCESS);
    }
    say::line(&format!("link keys: {} signs, {} verify", ring.signing_key_id(), links.len()))?;
    say::line(&format!("DKIM keys that sign: {}", selectors.map_or("none".to_owned(), |names| names.join(", "))))?;
    match publics.split_last() {
        None => say::line("checkpoints: no key yet; `consentry ledger checkpoint` makes one")?,
        Some((signs, older)) => {
            say::line(&format!("checkpoints: {signs} (give it to whoever verifies them)"))?;
            older.iter().try_for_each(|key| say::line(&format!("checkpoints of before: {key}")))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Rotates the link keys. Running processes pick the new key up with the first link that names it.
fn rotate(settings: &Settings) -> Ended {
    let rotated = KeyRing::change(&settings.keys, |ring| {
        let older = ring.key_ids().count();
        ring.rotate().map(|new| (new, older))
    });
    let (new, older) = rotated.map_err(|error: KeyError| Failure::of(&error))?;
    let file = settings.keys.display();
    say::line(&format!(
        "key {new} signs links from now on; {older} older keys go on verifying. Copy {file} to every node."
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Makes DKIM keys where there are none of their names yet, and prints all their records.
fn dkim(settings: &Settings, selector: Option<String>, algorithm: Option<Algorithm>, json: bool) -> Ended {
    let wanted = wanted(selector, algorithm)?;
    let domains = from_domains(settings);
    let told = KeyRing::change(&settings.keys, |ring| make_missing(ring, wanted, &domains))?;
    if json {
        say::json(&serde_json::json!({ "keys": told }))?;
    } else {
        told.iter().try_for_each(Told::say)?;
    }
    what_next(settings, &told)?;
    Ok(ExitCode::SUCCESS)
}

/// All the keys that are wanted, those made that are not there.
fn make_missing(
    ring: &mut KeyRing,
    wanted: Vec<(Selector, Algorithm)>,
    domains: &[String],
) -> Result<Vec<Told>, Failure> {
    let mut told = Vec::with_capacity(wanted.len());
    for (selector, algorithm) in wanted {
        let made = match ring.dkim_key(&selector) {
            Some(key) if key.algorithm() == algorithm => false,
            Some(key) => return Err(other_kind(key)),
            None => {
                let key = DkimKey::generate(selector.clone(), algorithm).map_err(|error| Failure::of(&error))?;
                ring.add_dkim(key)?;
                true
            }
        };
        if let Some(key) = ring.dkim_key(&selector) {
            told.push(Told::of(key, made, domains).map_err(|error| Failure::of(&error))?);
        }
    }
    Ok(told)
}

impl From<KeyError> for Failure {
    fn from(error: KeyError) -> Self {
        Self::of(&error)
    }
}

/// Which keys are asked for: two keys cannot share a selector, because a selector has one record.
fn wanted(selector: Option<String>, algorithm: Option<Algorithm>) -> Result<Vec<(Selector, Algorithm)>, Failure> {
    let names: Vec<(String, Algorithm)> = match (selector, algorithm) {
        (Some(name), Some(algorithm)) => vec![(name, algorithm)],
        (name, algorithm) => {
            let stem = name.unwrap_or_else(|| clock::now().format("c%Y%m").to_string());
            let all = Algorithm::ALL.into_iter().filter(|one| algorithm.is_none_or(|only| only == *one));
            all.map(|one| (format!("{stem}{}", one.letter()), one)).collect()
        }
    };
    let parsed = names.iter().map(|(name, algorithm)| Ok((Selector::parse(name)?, *algorithm)));
    parsed.collect::<Result<_, _>>().map_err(|fault: crate::dkim::SelectorFault| Failure::data(&fault))
}

fn other_kind(key: &DkimKey) -> Failure {
    let (selector, kind) = (key.selector(), key.algorithm().as_str());
    Failure::sentence(format!("{selector} is the name of an {kind} key already; choose another one with --selector"))
}

/// The domains that records belong under: each From's, once.
fn from_domains(settings: &Settings) -> Vec<String> {
    let all = [&settings.from_company, &settings.from_partner, &settings.from_service];
    let mut domains: Vec<String> = Vec::new();
    for from in all.into_iter().flatten() {
        if !domains.iter().any(|known| known == from.address.domain()) {
            domains.push(from.address.domain().to_owned());
        }
    }
    domains
}

/// A key as it is told.
#[derive(Serialize)]
struct Told {
    selector: String,
    algorithm: &'static str,
    /// Made just now, not before.
    made: bool,
    records: Vec<ToldRecord>,
    #[serde(skip)]
    lines: Vec<String>,
}

#[derive(Serialize)]
struct ToldRecord {
    name: String,
    r#type: &'static str,
    /// In one piece.
    value: String,
    /// As a server stores it: no string is longer than 255.
    strings: Vec<String>,
}

impl Told {
    fn of(key: &DkimKey, made: bool, domains: &[String]) -> Result<Self, KeyFault> {
        let relative = [String::new()];
        let domains = if domains.is_empty() { &relative } else { domains };
        let records: Vec<_> = domains.iter().map(|domain| Record::new(key, domain)).collect::<Result<_, _>>()?;
        Ok(Self {
            selector: key.selector().to_string(),
            algorithm: key.algorithm().as_str(),
            made,
            lines: records.iter().map(Record::zone_line).collect(),
            records: records.into_iter().map(ToldRecord::of).collect(),
        })
    }

    /// The records in the form of a zone file, everything else as its comments: all of it can be pasted.
    fn say(&self) -> Result<(), Failure> {
        let made = if self.made { "made just now" } else { "was there already" };
        say::line(&format!("; {} ({}): {made}", self.selector, self.algorithm))?;
        self.lines.iter().try_for_each(|line| say::line(line))
    }
}

impl ToldRecord {
    fn of(record: Record) -> Self {
        let strings = record.strings().into_iter().map(str::to_owned).collect();
        Self { name: record.name, r#type: "TXT", value: record.value, strings }
    }
}

/// For the person at the terminal.
fn what_next(settings: &Settings, told: &[Told]) -> Result<(), Failure> {
    if told.iter().any(|key| key.made) {
        let file = settings.keys.display();
        say::aside(&format!(
            "wrote the private keys to {file}; keep a copy in a safe place, and copy it to every node"
        ))?;
        say::aside("publish the records, and restart the senders when the DNS shows them: they sign from then on")?;
    }
    if from_domains(settings).is_empty() {
        say::aside("no From is set yet: the records belong under the domain of every From address")?;
    }
    if settings.sign == Signing::Never {
        say::aside("CONSENTRY_SIGN is false: nothing is signed until it is auto or true")?;
    }
    Ok(())
}
