//! Settings: `consentry.toml` and the environment, the environment winning.
//!
//! Powers: reads the environment and the settings file. Every fault is reported at once, each naming its key.

mod controller;
mod database;
mod file;
pub mod postgres;
mod reader;
mod relay;
mod relays;
mod secret;
mod sender;
mod signing;
mod template;
mod web;
mod witness;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::domain::regime::Regimes;
use crate::domain::throttle::Rate;

pub use controller::Controller;
pub use database::{DatabaseFault, DatabaseUrl};
pub use postgres::PostgresUrl;
pub use reader::parse_duration;
pub use relay::{Auth, Credentials, RelayFault, RelayUrl, Tls};
pub use relays::{Relay, Relays, RelaysFault};
pub use secret::Secret;
pub use sender::{SenderFault, SenderIdentity};
pub use signing::{Signing, SigningFault};
pub use template::sample_file;
pub use web::{BaseUrl, BaseUrlFault};
pub use witness::{Witness, WitnessFault};

use reader::{
    Reader, from_environment, parse_age, parse_cap, parse_domain_throttles, parse_months, parse_proxies, parse_senders,
    parse_timeout,
};

/// Where the settings file is looked for.
pub const FILE_NAME: &str = "consentry.toml";

/// Where the settings file says to wait between tries, unless it says otherwise (CONFORMANCE B11).
const RETRY_AFTER: Duration = Duration::from_mins(30);
/// How long a refused message is tried (CONFORMANCE B11: 4 to 5 days).
const GIVE_UP_AFTER: Duration = Duration::from_hours(5 * 24);
/// How late a campaign may start by itself: a day-old greeting surprises people.
const LATE_AFTER: Duration = Duration::from_hours(24);
/// From which age people may sign up (CONFORMANCE J8).
const AGE_LIMIT: u8 = 13;
/// How long the IP address and user agent of a choice are kept (SPEC section 3).
const EVIDENCE_MONTHS: u32 = 13;
/// Letters that anybody can have sent to everybody in an hour by typing addresses.
const LETTERS_AN_HOUR: u32 = 1000;
/// Sender connections, unless told otherwise.
const SENDERS: usize = 8;

/// Everything the binary is told from outside.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The settings file, whether or not it is there.
    pub file: PathBuf,
    /// Which database.
    pub database: DatabaseUrl,
    /// What the links begin with.
    pub base_url: BaseUrl,
    /// Where the web server listens.
    pub listen: SocketAddr,
    /// The servers that mail is handed to; sending needs one, nothing else does.
    pub relays: Relays,
    /// The longest that one step of the dialogue with the relay may take; the times of RFC 5321 where absent.
    pub smtp_timeout: Option<Duration>,
    /// The key ring's file.
    pub keys: PathBuf,
    /// Who else gets the ledger's checkpoints.
    pub witness: Option<Witness>,
    /// Who company mail is from.
    pub from_company: Option<SenderIdentity>,
    /// Who partner mail is from.
    pub from_partner: Option<SenderIdentity>,
    /// Who mail is from that needs no consent, such as notices; company mail's where absent.
    pub from_service: Option<SenderIdentity>,
    /// The postal address that every promotional message shows.
    pub postal_address: Option<String>,
    /// Where people write to be removed, to correct data or to reach us.
    pub remove_address: Option<String>,
    /// What consent records say of who answers for the mail.
    pub controller: Controller,
    /// What holds for a source where nobody was asked, and whose yes must be confirmed.
    pub regimes: Regimes,
    /// From which age people may sign up, and be imported.
    pub age_limit: u8,
    /// Whether messages get DKIM signatures.
    pub sign: Signing,
    /// Sender connections.
    pub senders: usize,
    /// The first wait after a 4xx.
    pub retry_after: Duration,
    /// How long a refused message is tried.
    pub give_up_after: Duration,
    /// Messages to single recipient domains in a time, over all nodes.
    pub domain_throttles: BTreeMap<String, Rate>,
    /// How late a campaign may start by itself; a later one waits for staff.
    pub late_after: Duration,
    /// Promotional messages in 7 days to one person; no limit where absent.
    pub weekly_cap: Option<u32>,
    /// Months for which the IP address and user agent of a choice are kept.
    pub evidence_months: u32,
    /// Letters of a kind that anybody can have sent in an hour by typing addresses, to everybody together.
    pub letters_an_hour: u32,
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
}

/// One thing that is wrong with the settings.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The settings file is there and cannot be read.
    #[error("{} cannot be read: {reason}", .path.display())]
    FileUnreadable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The settings file is not what it should be.
    #[error("{} is not a settings file: {reason}", .path.display())]
    FileMalformed {
        /// Which file.
        path: PathBuf,
        /// Line and reason.
        reason: String,
    },
    /// The settings file has a name that is none of ours.
    #[error("{}: {name:?} is no setting; the settings are {}", .path.display(), names_in_file())]
    UnknownKey {
        /// Which file.
        path: PathBuf,
        /// The name.
        name: String,
    },
    /// One setting has a value it cannot have.
    #[error("{key}: {reason}")]
    Setting {
        /// The setting's name in the environment.
        key: &'static str,
        /// What is wrong and what to do.
        reason: String,
    },
}

impl Fault {
    /// The setting that is at fault, by its name in the environment.
    pub const fn key(&self) -> Option<&'static str> {
        match self {
            Self::Setting { key, .. } => Some(key),
            Self::FileUnreadable { .. } | Self::FileMalformed { .. } | Self::UnknownKey { .. } => None,
        }
    }

    /// Whether nobody knows what the file says about the other settings.
    pub const fn hides_the_rest(&self) -> bool {
        matches!(self, Self::FileUnreadable { .. } | Self::FileMalformed { .. })
    }
}

/// The names of the settings in the environment with their names in the file.
const KEYS: &[(&str, &str)] = &[
    ("DATABASE_URL", "database_url"),
    ("CONSENTRY_BASE_URL", "base_url"),
    ("CONSENTRY_LISTEN", "listen"),
    ("CONSENTRY_RELAY", "relay"),
    ("CONSENTRY_RELAYS", "relays"),
    ("CONSENTRY_RELAY_CA", "relay_ca"),
    ("CONSENTRY_SMTP_TIMEOUT", "smtp_timeout"),
    ("CONSENTRY_KEYS", "keys"),
    ("CONSENTRY_WITNESS", "witness"),
    ("CONSENTRY_FROM_COMPANY", "from_company"),
    ("CONSENTRY_FROM_PARTNER", "from_partner"),
    ("CONSENTRY_FROM_SERVICE", "from_service"),
    ("CONSENTRY_POSTAL_ADDRESS", "postal_address"),
    ("CONSENTRY_REMOVE_ADDRESS", "remove_address"),
    ("CONSENTRY_CONTROLLER", "controller"),
    ("CONSENTRY_CONTROLLER_CONTACT", "controller_contact"),
    ("CONSENTRY_JURISDICTION", "jurisdiction"),
    ("CONSENTRY_STORAGE_LOCATION", "storage_location"),
    ("CONSENTRY_RETENTION", "retention"),
    ("CONSENTRY_REGIMES", "regimes"),
    ("CONSENTRY_AGE_LIMIT", "age_limit"),
    ("CONSENTRY_SIGN", "sign"),
    ("CONSENTRY_SENDERS", "senders"),
    ("CONSENTRY_RETRY_AFTER", "retry_after"),
    ("CONSENTRY_GIVE_UP_AFTER", "give_up_after"),
    ("CONSENTRY_THROTTLE", "throttle"),
    ("CONSENTRY_DOMAIN_THROTTLES", "domain_throttles"),
    ("CONSENTRY_LATE_AFTER", "late_after"),
    ("CONSENTRY_WEEKLY_CAP", "weekly_cap"),
    ("CONSENTRY_EVIDENCE_MONTHS", "evidence_months"),
    ("CONSENTRY_LETTERS_AN_HOUR", "letters_an_hour"),
    ("CONSENTRY_TRUSTED_PROXIES", "trusted_proxies"),
    ("CONSENTRY_LOG", "log"),
];

fn names_in_file() -> String {
    KEYS.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ")
}

impl Settings {
    /// The name that people know the sender by: that of the company's From, or its domain.
    pub fn sender_name(&self) -> String {
        self.from_company.as_ref().map_or_else(|| "localhost".to_owned(), SenderIdentity::shown)
    }

    /// Reads `consentry.toml` in `folder` and the environment.
    ///
    /// # Errors
    /// Every fault that was found, not only the first.
    pub fn load(folder: &Path) -> Result<Self, Vec<Fault>> {
        Self::read(folder, from_environment)
    }

    /// As [`Settings::load`], with the faults beside what could be read: a setting at fault is as if it were not set.
    pub fn survey(folder: &Path) -> (Self, Vec<Fault>) {
        Self::read_all(folder, from_environment)
    }

    /// Reads `consentry.toml` in `folder` with another environment than the process's: the demo's, or a test's.
    ///
    /// # Errors
    /// Every fault that was found, not only the first.
    pub fn read(folder: &Path, environment: impl Fn(&str) -> Option<String>) -> Result<Self, Vec<Fault>> {
        let (settings, faults) = Self::read_all(folder, environment);
        if faults.is_empty() { Ok(settings) } else { Err(faults) }
    }

    fn read_all(folder: &Path, environment: impl Fn(&str) -> Option<String>) -> (Self, Vec<Fault>) {
        let path = folder.join(FILE_NAME);
        let in_file = file::read(&path);
        let file::InFile { values, mut faults } =
            in_file.unwrap_or_else(|fault| file::InFile { faults: vec![fault], ..file::InFile::default() });
        let value = |wanted: &str| -> Option<String> {
            let (environment_key, file_key) = KEYS.iter().find(|(key, _)| *key == wanted)?;
            environment(environment_key).or_else(|| values.get(*file_key).cloned())
        };
        let mut read = Reader { faults: &mut faults, value: &value };
        let database = read.parsed("DATABASE_URL", DatabaseUrl::parse).unwrap_or_else(DatabaseUrl::embedded_default);
        let settings = Self {
            file: path,
            database: database.in_folder(folder),
            base_url: read.parsed("CONSENTRY_BASE_URL", BaseUrl::parse).unwrap_or_else(BaseUrl::loopback_default),
            listen: read.parsed("CONSENTRY_LISTEN", web::parse_listen).unwrap_or_else(web::default_listen),
            relays: relays(&mut read, folder),
            smtp_timeout: read.parsed("CONSENTRY_SMTP_TIMEOUT", parse_timeout),
            keys: folder.join(read.text("CONSENTRY_KEYS").unwrap_or_else(|| "consentry.keys".to_owned())),
            witness: read.parsed("CONSENTRY_WITNESS", Witness::parse).map(|witness| witness.in_folder(folder)),
            from_company: read.parsed("CONSENTRY_FROM_COMPANY", SenderIdentity::parse),
            from_partner: read.parsed("CONSENTRY_FROM_PARTNER", SenderIdentity::parse),
            from_service: read.parsed("CONSENTRY_FROM_SERVICE", SenderIdentity::parse),
            postal_address: read.text("CONSENTRY_POSTAL_ADDRESS"),
            remove_address: read
                .parsed("CONSENTRY_REMOVE_ADDRESS", crate::domain::Address::parse)
                .map(|address| address.to_string()),
            controller: Controller {
                name: read.text("CONSENTRY_CONTROLLER"),
                contact: read.text("CONSENTRY_CONTROLLER_CONTACT"),
                jurisdiction: read.text("CONSENTRY_JURISDICTION"),
                storage_location: read.text("CONSENTRY_STORAGE_LOCATION"),
                retention: read.text("CONSENTRY_RETENTION"),
            },
            regimes: read.parsed("CONSENTRY_REGIMES", str::parse::<Regimes>).unwrap_or_default(),
            age_limit: read.parsed("CONSENTRY_AGE_LIMIT", parse_age).unwrap_or(AGE_LIMIT),
            sign: read.parsed("CONSENTRY_SIGN", str::parse::<Signing>).unwrap_or_default(),
            senders: read.parsed("CONSENTRY_SENDERS", parse_senders).unwrap_or(SENDERS),
            retry_after: read.parsed("CONSENTRY_RETRY_AFTER", parse_duration).unwrap_or(RETRY_AFTER),
            give_up_after: read.parsed("CONSENTRY_GIVE_UP_AFTER", parse_duration).unwrap_or(GIVE_UP_AFTER),
            domain_throttles: read.parsed("CONSENTRY_DOMAIN_THROTTLES", parse_domain_throttles).unwrap_or_default(),
            late_after: read.parsed("CONSENTRY_LATE_AFTER", parse_duration).unwrap_or(LATE_AFTER),
            weekly_cap: read.parsed("CONSENTRY_WEEKLY_CAP", parse_cap),
            letters_an_hour: read.parsed("CONSENTRY_LETTERS_AN_HOUR", parse_cap).unwrap_or(LETTERS_AN_HOUR),
            evidence_months: read.parsed("CONSENTRY_EVIDENCE_MONTHS", parse_months).unwrap_or(EVIDENCE_MONTHS),
            trusted_proxies: read.parsed("CONSENTRY_TRUSTED_PROXIES", parse_proxies).unwrap_or_default(),
        };
        (settings, faults)
    }

    /// Which lines the log keeps (`CONSENTRY_LOG`, as `info` or `consentry=debug,actix_web=warn`): read before anything else is.
    pub fn log_filter() -> Option<String> {
        std::env::var("CONSENTRY_LOG").ok().filter(|value| !value.is_empty())
    }
}

/// This program as a shell takes it from any folder: its path, in quotes where it has more than plain characters.
pub fn program() -> String {
    let path = std::env::current_exe().map_or_else(|_| "consentry".to_owned(), |path| path.display().to_string());
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
    if path.chars().all(plain) { path } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

/// The relays of both settings, with what holds for each of them.
fn relays(read: &mut Reader<'_>, folder: &Path) -> Relays {
    let only = read.parsed("CONSENTRY_RELAY", Relay::parse_only);
    let named = read.parsed("CONSENTRY_RELAYS", Relay::parse_list).unwrap_or_default();
    let authority = read.text("CONSENTRY_RELAY_CA").map(|path| folder.join(path));
    let throttle = read.parsed("CONSENTRY_THROTTLE", str::parse::<Rate>);
    match Relays::new(only, named, authority.as_deref(), throttle, folder) {
        Ok(relays) => relays,
        Err(fault) => {
            read.faults.push(Fault::Setting { key: "CONSENTRY_RELAYS", reason: fault.to_string() });
            Relays::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Settings, Vec<Fault>> {
        let nowhere = Path::new("/nonexistent");
        Settings::read(nowhere, |key| pairs.iter().find(|(k, _)| *k == key).map(|(_, v)| (*v).to_owned()))
    }

    #[test]
    fn every_fault_is_reported_at_once_and_names_its_key() {
        let faults = read(&[
            ("CONSENTRY_RELAYS", "relay.example.org"),
            ("DATABASE_URL", "mysql://x"),
            ("CONSENTRY_BASE_URL", "http://mail.example.org"),
            ("CONSENTRY_RELAY", "smtp://relay.example.org?tls=none"),
            ("CONSENTRY_SENDERS", "0"),
            ("CONSENTRY_SIGN", "maybe"),
        ])
        .unwrap_err();
        let said: Vec<_> = faults.iter().map(ToString::to_string).collect();
        for key in [
            "DATABASE_URL",
            "CONSENTRY_BASE_URL",
            "CONSENTRY_RELAY",
            "CONSENTRY_RELAYS",
            "CONSENTRY_SENDERS",
            "CONSENTRY_SIGN",
        ] {
            assert!(said.iter().any(|line| line.starts_with(&format!("{key}:"))), "{key} is missing in {said:?}");
        }
    }

    #[test]
    fn without_any_setting_the_embedded_database_on_loopback_is_used() {
        let settings = read(&[]).unwrap();
        assert!(settings.database.is_sqlite());
        assert!(settings.listen.ip().is_loopback());
        assert_eq!(settings.retry_after, Duration::from_mins(30));
    }

    #[test]
    fn durations_have_a_unit() {
        assert_eq!(parse_duration("2h"), Ok(Duration::from_hours(2)));
        assert!(parse_duration("2").is_err());
        assert!(parse_duration("").is_err());
        assert!(parse_timeout("0s").is_err());
    }
}
