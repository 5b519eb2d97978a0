//! The record of processing activities (GDPR article 30, CONFORMANCE I8): what is done with whose data, why, who gets it
//! and how long it is kept. It is read off the settings and the lists each time, so it says what is so on that day.

use chrono::SecondsFormat;
use serde::Serialize;

use super::App;
use super::records::{NOT_STATED, controller};
use super::signing;
use crate::clock;
use crate::config::{Relay, Tls};
use crate::domain::signup::KEPT_HOURS;
use crate::store::{Db, StoreError, lists, policies};

/// The record.
#[derive(Clone, Debug, Serialize)]
pub struct Activities {
    /// When it was made.
    pub made_at: String,
    /// Who answers for all of it.
    pub controller: Answerable,
    /// The version of the privacy policy in force.
    pub policy_version: i32,
    /// What is done.
    pub activities: Vec<Activity>,
    /// Who passes our mail on, on our behalf.
    pub processors: Vec<String>,
    /// Whether data leave for another country.
    pub transfers: &'static str,
    /// What protects them.
    pub security: Vec<String>,
}

/// The controller, as the settings name it.
#[derive(Clone, Debug, Serialize)]
pub struct Answerable {
    /// Its name.
    pub name: String,
    /// Where people reach it.
    pub contact: String,
    /// Its postal address.
    pub postal_address: String,
    /// The law it is under.
    pub jurisdiction: String,
    /// Where data are stored.
    pub storage_location: String,
}

/// One thing that is done with people's data.
#[derive(Clone, Debug, Serialize)]
pub struct Activity {
    /// What it is called here.
    pub name: &'static str,
    /// What it is for.
    pub purpose: String,
    /// What makes it lawful.
    pub legal_bases: Vec<String>,
    /// Whose data.
    pub data_subjects: &'static str,
    /// Which of them.
    pub personal_data: Vec<&'static str>,
    /// Who is given them.
    pub recipients: Vec<String>,
    /// How long they are kept.
    pub kept: String,
}

const WE_MAIL: &str = "people who registered, ordered, took part in a survey or a contest, or signed up";
const MAILED: [&str; 3] = ["address", "name, language and time zone", "which messages were sent or withheld, and why"];
const FACTS: &str = "ZIP, age band and income band, where given";
const HASH: &str = "a keyed hash of the address, which is no address";

/// Makes the record.
///
/// # Errors
/// The database says no.
pub async fn record(app: &App) -> Result<Activities, StoreError> {
    let read = |db: &mut Db| {
        let topics = lists::topics(db)?.into_iter().map(|topic| topic.name).collect::<Vec<_>>();
        let partners = lists::partners(db)?.into_iter().map(|partner| partner.name).collect::<Vec<_>>();
        Ok::<_, StoreError>((topics, partners, policies::versions(db)?.in_force(clock::now())))
    };
    let (topics, partners, version) = app.store.read(read).await?;
    let said = controller(app);
    let relays = app.settings.relays.all();
    Ok(Activities {
        made_at: clock::now().to_rfc3339_opts(SecondsFormat::Secs, true),
        controller: Answerable {
            name: said.name,
            contact: said.contact,
            postal_address: said.postal_address,
            jurisdiction: said.jurisdiction,
            storage_location: said.storage_location,
        },
        policy_version: version.0,
        activities: vec![
            company(app, &topics, &said.retention),
            partner(&partners, &said.retention),
            service(&said.retention),
            proof(app.settings.evidence_months),
            signing_up(),
            keeping_out(),
        ],
        processors: relays.iter().map(processor).collect(),
        transfers: NOT_STATED,
        security: security(app),
    })
}

fn company(app: &App, topics: &[String], kept: &str) -> Activity {
    let about = if topics.is_empty() { String::new() } else { format!(", by topic: {}", topics.join(", ")) };
    let by_default = app.settings.regimes.company_defaults();
    let by_default = by_default.map(|(source, basis)| format!("{basis}, for people from {source} who were not asked"));
    Activity {
        name: "company mail",
        purpose: format!("promotional mail about ourselves{about}"),
        legal_bases: std::iter::once("consent".to_owned()).chain(by_default).collect(),
        data_subjects: WE_MAIL,
        personal_data: MAILED.into_iter().chain([FACTS]).collect(),
        recipients: vec!["the relays below".to_owned()],
        kept: kept.to_owned(),
    }
}

fn partner(partners: &[String], kept: &str) -> Activity {
    let named = if partners.is_empty() { "nobody yet".to_owned() } else { partners.join(", ") };
    Activity {
        name: "partner mail",
        purpose: format!("promotional mail that we send on behalf of: {named}"),
        legal_bases: vec!["consent to that partner or to partner mail, asked for apart from company mail".to_owned()],
        data_subjects: WE_MAIL,
        personal_data: MAILED.to_vec(),
        recipients: vec!["the relays below; the partners receive no personal data".to_owned()],
        kept: kept.to_owned(),
    }
}

fn service(kept: &str) -> Activity {
    Activity {
        name: "notices and letters",
        purpose: "notice of a new privacy policy, and what people ask for: links, receipts, confirmations".to_owned(),
        legal_bases: vec!["the law that asks for the notice, or the person's own request".to_owned()],
        data_subjects: WE_MAIL,
        personal_data: MAILED.to_vec(),
        recipients: vec!["the relays below".to_owned()],
        kept: format!("what a letter said: 7 days; the rest: {kept}"),
    }
}

fn proof(months: u32) -> Activity {
    Activity {
        name: "proof of consent",
        purpose: "to show who said what, when, where and under which words".to_owned(),
        legal_bases: vec!["the duty to demonstrate consent (GDPR article 7(1))".to_owned()],
        data_subjects: WE_MAIL,
        personal_data: vec!["choices with their time, source and words", "IP address and user agent of each choice"],
        recipients: Vec::new(),
        kept: format!(
            "IP address and user agent: {months} months; entries: for good, after an erasure without a person"
        ),
    }
}

fn signing_up() -> Activity {
    Activity {
        name: "signing up",
        purpose: "to ask the owner of an address whether it was them who signed up".to_owned(),
        legal_bases: vec!["the person's own request".to_owned()],
        data_subjects: "whoever typed an address, and its owner",
        personal_data: vec!["address", "what was ticked", "IP address and user agent"],
        recipients: vec!["the relays below".to_owned()],
        kept: format!("{KEPT_HOURS} hours, unless it is confirmed"),
    }
}

fn keeping_out() -> Activity {
    Activity {
        name: "keeping out",
        purpose: "to mail nobody who opted out, complained, was erased, does not exist or is a child".to_owned(),
        legal_bases: vec!["the duty to honour withdrawals and objections (GDPR articles 7(3) and 21(3))".to_owned()],
        data_subjects: "people who are not to be mailed",
        personal_data: vec![HASH, "reason and time"],
        recipients: Vec::new(),
        kept: "for good, or until it is lifted".to_owned(),
    }
}

/// Name and place of a relay; never how we sign in there.
fn processor(relay: &Relay) -> String {
    let tls = match relay.url.tls {
        Tls::None => "not encrypted, on this machine only",
        Tls::StartTls | Tls::Implicit => "encrypted",
    };
    format!("{}: {} ({tls}), passes mail on", relay.name, relay.url.host)
}

fn security(app: &App) -> Vec<String> {
    let always = [
        "consent is read again in the moment before each message leaves",
        "the ledger of choices is append-only and chained by hashes",
        "addresses that must not be mailed are kept as keyed hashes; the key lies apart from the database",
        "pages have no cookies, no scripts and nothing from elsewhere; links hold no address",
        "no log line holds an address",
    ];
    let signed = matches!(signing::signer(app), Ok(Some(_))).then(|| "messages are signed (DKIM)".to_owned());
    always.into_iter().map(str::to_owned).chain(signed).collect()
}
