//! A copy of everything that we hold about a person, for a machine and for a reader.

use std::fmt::Display;

use chrono::{DateTime, Utc};
use serde::{Serialize, Serializer};

use super::{DataError, Opened};
use crate::clock;
use crate::domain::action::Action;
use crate::domain::consent::Source;
use crate::domain::delivery::DeliveryState;
use crate::domain::recipient::WeeklyCap;
use crate::domain::record::Receipt;
use crate::link::OpenError;
use crate::ops::App;
use crate::ops::preferences::{Center, read_center};
use crate::ops::records::{self, RecordError};
use crate::ops::subjects::Subjects;
use crate::ops::unsubscribe::ChoiceError;
use crate::store::columns::time;
use crate::store::recipients::Recipient;
use crate::store::{Db, StoreError, deliveries, evidence, ledger, recipients, suppressions, wordings};

/// Messages that a copy lists; older ones are counted in no report that names the person.
const MESSAGES: i64 = 10_000;
/// Messages that its readable page shows: two or three years of a weekly letter.
const SHOWN: i64 = 150;

/// Everything that we hold about a person. The consents follow ISO/IEC TS 27560:2023 (CONFORMANCE K).
#[derive(Clone, Debug, Serialize)]
pub struct Copy {
    /// When the copy was made.
    pub made_at: String,
    /// Who they are, as they told us.
    pub person: Person,
    /// Every yes and no with its words, in records of ISO/IEC TS 27560:2023.
    pub consent: Receipt,
    /// The same, entry by entry.
    pub said: Vec<Said>,
    /// What bars mail to the address.
    pub bars: Vec<Bar>,
    /// What was sent or withheld, and why.
    pub messages: Vec<Mailed>,
    /// From where choices came, as long as it is kept.
    pub origins: Vec<Origin>,
    /// What of it stands now, as the preference page shows it.
    #[serde(skip)]
    pub center: Center,
}

/// Who a person is.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    /// The address.
    pub address: String,
    /// Their name.
    pub name: Option<String>,
    /// Their ZIP or postal code.
    pub zip: Option<String>,
    /// Their age band.
    pub age_band: Option<String>,
    /// Their income band.
    pub income_band: Option<String>,
    /// Their language.
    pub locale: Option<String>,
    /// Their time zone.
    pub time_zone: Option<String>,
    /// At most so many promotional messages in 7 days, as they want it.
    pub weekly_cap: Option<u32>,
    /// Where they came from.
    #[serde(serialize_with = "in_a_word")]
    pub source: Source,
    /// Since when we know them.
    #[serde(serialize_with = "in_rfc3339")]
    pub known_since: DateTime<Utc>,
}

fn in_a_word<S: Serializer>(value: &impl Display, into: S) -> Result<S::Ok, S::Error> {
    into.collect_str(value)
}

fn in_rfc3339<S: Serializer>(at: &DateTime<Utc>, into: S) -> Result<S::Ok, S::Error> {
    into.serialize_str(&at.to_rfc3339())
}

/// Something that was said about mail.
#[derive(Clone, Debug, Serialize)]
pub struct Said {
    /// When.
    pub at: String,
    /// What: a word of the ledger.
    pub decision: String,
    /// About what.
    pub scope: String,
    /// The words that were shown.
    pub wording: Option<String>,
}

/// Something that bars mail.
#[derive(Clone, Debug, Serialize)]
pub struct Bar {
    /// What it bars.
    pub scope: String,
    /// Why.
    pub reason: String,
    /// Since when.
    pub since: String,
    /// Until when; for ever where absent.
    pub until: Option<String>,
}

/// A message.
#[derive(Clone, Debug, Serialize)]
pub struct Mailed {
    /// When.
    pub at: String,
    /// Its subject as it was sent to them.
    pub subject: String,
    /// What became of it.
    pub state: String,
    /// Why it was withheld.
    pub reason: Option<String>,
}

/// From where a choice came.
#[derive(Clone, Debug, Serialize)]
pub struct Origin {
    /// The entry of the ledger.
    pub entry: i64,
    /// The IP address.
    pub ip: String,
    /// What the client called itself.
    pub user_agent: String,
}

/// Makes the copy. The link works for it as often as is wanted while it works at all: a copy changes nothing.
///
/// # Errors
/// See [`DataError`].
pub async fn download(app: &App, opened: Opened) -> Result<Copy, DataError> {
    if opened.action != Action::Download {
        return Err(ChoiceError::Link(OpenError::Malformed).into());
    }
    let records = records::of(app, opened.recipient).await.and_then(records::receipt);
    let consent = records.map_err(|error| match error {
        RecordError::NobodyKnown => DataError::from(ChoiceError::NobodyKnown),
        RecordError::Random => StoreError::Random.into(),
        RecordError::Store(error) => error.into(),
    })?;
    let owned = app.clone();
    let read = move |db: &mut Db| {
        let center = read_center(&owned, db, opened.recipient, SHOWN)?;
        let person = recipients::find(db, opened.recipient)?.ok_or(ChoiceError::NobodyKnown)?;
        Ok::<_, DataError>(Copy {
            made_at: clock::now().to_rfc3339(),
            said: said(db, &person)?,
            bars: bars(db, &person)?,
            messages: messages(&owned, db, &person)?,
            origins: origins(db, &person)?,
            person: who(&opened, person, &center),
            consent: consent.clone(),
            center,
        })
    };
    app.store.read(read).await
}

fn who(opened: &Opened, person: Recipient, center: &Center) -> Person {
    let facts = &opened.facts;
    let text = |text: &str| text.to_owned();
    Person {
        address: person.address.map(|address| address.to_string()).unwrap_or_default(),
        name: facts.name.as_ref().map(|name| text(name.as_str())),
        zip: facts.zip.as_ref().map(|zip| text(zip.as_str())),
        age_band: facts.age_band.as_ref().map(|band| text(band.as_str())),
        income_band: facts.income_band.as_ref().map(|band| text(band.as_str())),
        locale: facts.locale.as_ref().map(|locale| text(locale.as_str())),
        time_zone: facts.time_zone.as_ref().map(|zone| text(zone.as_str())),
        weekly_cap: center.weekly_cap.map(WeeklyCap::get),
        source: person.source,
        known_since: person.created_at,
    }
}

fn said(db: &mut Db, person: &Recipient) -> Result<Vec<Said>, StoreError> {
    let mut all = Vec::new();
    for row in ledger::rows_of(db, person.id)? {
        let wording = row.wording.as_deref().map(|digest| wordings::text(db, digest)).transpose()?.flatten();
        let at = time("ledger", row.happened_at)?.to_rfc3339();
        all.push(Said { at, decision: row.decision, scope: row.scope, wording });
    }
    Ok(all)
}

fn bars(db: &mut Db, person: &Recipient) -> Result<Vec<Bar>, StoreError> {
    let held = suppressions::against(db, &[person.address_hash, person.domain_hash])?.into_iter();
    let bars = held.map(|held| Bar {
        scope: held.suppression.scope.to_string(),
        reason: held.suppression.reason.to_string(),
        since: held.suppression.since.to_rfc3339(),
        until: held.suppression.expires_at.map(|at| at.to_rfc3339()),
    });
    Ok(bars.collect())
}

fn messages(app: &App, db: &mut Db, person: &Recipient) -> Result<Vec<Mailed>, StoreError> {
    let shown = deliveries::newest_of(db, person.id, MESSAGES)?.into_iter();
    let subjects = Subjects::of(app, person);
    let mailed = shown.map(|message| {
        Ok(Mailed {
            at: message.at.to_rfc3339(),
            subject: subjects.read(db, message.subject, message.list)?,
            state: word(message.state).to_owned(),
            reason: message.reason.map(|reason| reason.to_string()),
        })
    });
    mailed.collect()
}

const fn word(state: DeliveryState) -> &'static str {
    match state {
        DeliveryState::Ready | DeliveryState::Claimed | DeliveryState::HandingOver | DeliveryState::Deferred => {
            "waiting"
        }
        DeliveryState::Accepted => "sent",
        DeliveryState::Rejected => "refused",
        DeliveryState::Withheld => "withheld",
        DeliveryState::InDoubt => "in doubt",
    }
}

fn origins(db: &mut Db, person: &Recipient) -> Result<Vec<Origin>, StoreError> {
    let mut origins = Vec::new();
    for row in ledger::rows_of(db, person.id)? {
        for (entry, _, ip, user_agent) in evidence::between(db, row.seq, row.seq)? {
            origins.push(Origin { entry, ip, user_agent });
        }
    }
    Ok(origins)
}
