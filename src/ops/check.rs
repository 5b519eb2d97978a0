//! Checking everything at once: settings for sending, keys, database, relay.

use std::time::Duration;

use crate::config::postgres::Way;
use crate::config::{DatabaseUrl, Fault, Relay, SenderIdentity, Settings};
use crate::domain::Kind;
use crate::gate::{Connection, TlsSettings};
use crate::link::Keys;

use super::ledger::book::{self, Book};
use super::{files, install, signing};

/// How long a relay is waited for before it is reported: with the good-bye, a quarter of a minute.
const PATIENCE: Duration = Duration::from_secs(12);

/// One thing that is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding(pub String);

/// Looks at everything that sending and serving need, changes nothing, and returns every fault at once.
///
/// `faults` are those of the settings themselves: what such a setting leads to is not looked at.
pub async fn everything(settings: &Settings, faults: &[Fault]) -> Vec<Finding> {
    let mut findings: Vec<_> = faults.iter().map(|fault| Finding(fault.to_string())).collect();
    if faults.iter().any(Fault::hides_the_rest) {
        return findings;
    }
    let is_sound = |key| !faults.iter().any(|fault| fault.key() == Some(key));
    let mut fault = |text: String| findings.push(Finding(text));
    for (key, missing, why) in [
        (
            "CONSENTRY_RELAY",
            settings.relays.all().is_empty() && is_sound("CONSENTRY_RELAYS"),
            "nothing can be sent without a relay, such as smtp://relay.example.org:587",
        ),
        (
            "CONSENTRY_FROM_COMPANY",
            settings.from_company.is_none(),
            "company mail needs a sender, such as Shop <news@example.org>",
        ),
        ("CONSENTRY_FROM_PARTNER", settings.from_partner.is_none(), "partner mail needs a sender of its own"),
        ("CONSENTRY_POSTAL_ADDRESS", settings.postal_address.is_none(), "mail must show a postal address"),
    ] {
        if missing && is_sound(key) {
            fault(format!("{key} is not set: {why}"));
        }
    }
    let address = |from: &Option<SenderIdentity>| from.as_ref().map(|from| from.address.clone());
    let company = address(&settings.from_company);
    if company.is_some() && company == address(&settings.from_partner) {
        let why = "use another address than for company mail, so that people can tell them apart";
        fault(format!("CONSENTRY_FROM_PARTNER: {why}"));
    }
    if settings.from_service.is_some() && address(&settings.from_service) == address(&settings.from_partner) {
        let why = "use another address than for partner mail, so that people can tell them apart";
        fault(format!("CONSENTRY_FROM_SERVICE: {why}"));
    }
    let database = Some(&settings.database).filter(|_| is_sound("DATABASE_URL"));
    files::open_to_others(settings, database).into_iter().for_each(&mut fault);
    let keys = Keys::load(settings.keys.clone());
    let fingerprint = keys.as_ref().ok().map(|keys| keys.ring().fingerprint());
    let book = Book::read(&book::path(settings));
    let newest = match (&keys, book) {
        (_, Err(error)) => {
            fault(format!("the checkpoints in {} cannot be read: {error}", book::path(settings).display()));
            None
        }
        (Ok(keys), Ok(book)) => book.newest(&keys.ring().checkpoint_publics()).cloned(),
        (Err(_), Ok(_)) => None,
    };
    match &keys {
        Ok(keys) => {
            if let Err(error) = signing::signer_of(&keys.ring(), settings) {
                fault(error.to_string());
            }
        }
        Err(error) => fault(chain(error)),
    }
    if is_sound("DATABASE_URL") {
        match install::inspect(&settings.database, fingerprint, newest).await {
            Err(error) => fault(chain(&error)),
            Ok(()) => alarms(settings).await.into_iter().for_each(&mut fault),
        }
    }
    // All at once: somebody waits for the answer.
    let asked: Vec<_> = settings.relays.all().iter().map(|relay| ask(settings, relay)).collect();
    for answer in asked {
        match answer.await {
            Ok(found) => found.into_iter().for_each(&mut fault),
            Err(error) => fault(format!("a relay could not be asked: {error}")),
        }
    }
    for kind in Kind::ALL {
        if settings.relays.of(kind).is_empty() && !settings.relays.all().is_empty() {
            fault(format!("CONSENTRY_RELAYS: no relay takes {kind} mail; let one name it, or one name no stream"));
        }
    }
    findings
}

/// What somebody has chosen that others would not, each as a sentence. Nothing of it keeps anything from working.
pub fn notes(settings: &Settings) -> Vec<String> {
    let DatabaseUrl::Postgres(url) = &settings.database else { return Vec::new() };
    let in_clear = url.servers().iter().filter(|server| server.way == Way::InClear);
    let note = |server| {
        format!(
            "DATABASE_URL: sslmode=disable: everybody between here and the server at {server} can read what is said, \
             addresses and passwords too"
        )
    };
    in_clear.map(note).collect()
}

/// What strangers have run into: somebody means harm, or more people come than the limits have room for.
async fn alarms(settings: &Settings) -> Vec<String> {
    let told = match install::alarms(&settings.database).await {
        Ok(told) => told,
        Err(error) => return vec![chain(&error)],
    };
    let sentence = |(what, at): (String, chrono::DateTime<chrono::Utc>)| {
        let at = at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        format!(
            "strangers asked for more {what} than they may, last at {at}; the rest was refused. \
            Were they customers, raise CONSENTRY_LETTERS_AN_HOUR; reports of children have a limit of their own"
        )
    };
    told.into_iter().map(sentence).collect()
}

/// Asks a relay whether it would take us in; the answer is what is wrong.
fn ask(settings: &Settings, relay: &Relay) -> tokio::task::JoinHandle<Option<String>> {
    let (key, hello, limit) = (settings.relays.key(relay), hello_name(settings), settings.smtp_timeout);
    let relay = relay.clone();
    tokio::spawn(async move {
        let tls = match TlsSettings::new(&relay.url.host, relay.authority.as_deref()) {
            Ok(tls) => tls,
            Err(error) => return Some(format!("{key}: {error}")),
        };
        match Connection::open_soon(&relay.url, &tls, &hello, limit, PATIENCE).await {
            Ok(connection) => {
                connection.close().await;
                None
            }
            Err(error) => Some(format!("{key}: {error}")),
        }
    })
}

/// What we call ourselves to a relay: the host of the base URL.
pub fn hello_name(settings: &Settings) -> String {
    let after_scheme = settings.base_url.as_str().split("://").nth(1).unwrap_or_default();
    let host = after_scheme.split(['/', ':']).next().unwrap_or_default();
    let is_name = host.contains(|c: char| c.is_ascii_alphabetic()) && !host.starts_with('[');
    if is_name { host.to_owned() } else { format!("[{}]", if host.is_empty() { "127.0.0.1" } else { host }) }
}

/// An error with what caused it, in one line.
pub fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let said = cause.to_string();
        if !text.contains(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        source = cause.source();
    }
    text
}
