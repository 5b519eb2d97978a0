//! Correcting what a person told us about themselves.

use super::{DataError, Opened, Outcome};
use crate::clock;
use crate::domain::Scope;
use crate::domain::action::Action;
use crate::domain::age::{self, Said, Standing};
use crate::domain::consent::{Decision, Source};
use crate::domain::recipient::{Band, Facts, Locale, Name, TimeZone, Zip};
use crate::ops::App;
use crate::ops::unsubscribe::Request;
use crate::store::ledger::{self, About, NewEntry};
use crate::store::{Db, people};

/// The facts as they were typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Name.
    pub name: String,
    /// ZIP or postal code.
    pub zip: String,
    /// Age band.
    pub age_band: String,
    /// Income band.
    pub income_band: String,
    /// Language.
    pub locale: String,
    /// Time zone.
    pub time_zone: String,
}

/// One of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Name.
    Name,
    /// ZIP or postal code.
    Zip,
    /// Age band.
    AgeBand,
    /// Income band.
    IncomeBand,
    /// Language.
    Locale,
    /// Time zone.
    TimeZone,
}

impl Typed {
    fn facts(&self) -> Result<Facts, DataError> {
        let mut wrong = Vec::new();
        let facts = Facts {
            name: read(Field::Name, Name::parse(&self.name), &mut wrong),
            zip: read(Field::Zip, Zip::parse(&self.zip), &mut wrong),
            age_band: read(Field::AgeBand, Band::of_ages(&self.age_band), &mut wrong),
            income_band: read(Field::IncomeBand, Band::parse(&self.income_band), &mut wrong),
            locale: read(Field::Locale, Locale::parse(&self.locale), &mut wrong),
            time_zone: read(Field::TimeZone, TimeZone::parse(&self.time_zone), &mut wrong),
        };
        if wrong.is_empty() { Ok(facts) } else { Err(DataError::Wrong(wrong)) }
    }
}

/// The fact, or a note of the field that holds none.
fn read<T, E>(field: Field, parsed: Result<Option<T>, E>, wrong: &mut Vec<Field>) -> Option<T> {
    parsed.unwrap_or_else(|_: E| {
        wrong.push(field);
        None
    })
}

impl From<&Facts> for Typed {
    fn from(facts: &Facts) -> Self {
        let text = |fact: Option<&str>| fact.unwrap_or_default().to_owned();
        Self {
            name: text(facts.name.as_ref().map(Name::as_str)),
            zip: text(facts.zip.as_ref().map(Zip::as_str)),
            age_band: text(facts.age_band.as_ref().map(Band::as_str)),
            income_band: text(facts.income_band.as_ref().map(Band::as_str)),
            locale: text(facts.locale.as_ref().map(Locale::as_str)),
            time_zone: text(facts.time_zone.as_ref().map(TimeZone::as_str)),
        }
    }
}

/// Sets the facts to what was typed. The ledger says that they were changed, and nothing of what they say (G9).
///
/// # Errors
/// See [`DataError`]; what is no fact, or a child's, changes nothing, and the link still works.
pub async fn correct(app: &App, opened: Opened, typed: &Typed, sent: Request) -> Result<Outcome, DataError> {
    let (facts, recipient) = (typed.facts()?, opened.recipient);
    // What cannot be read as an age is no word that they are a child.
    let said = Said { age_band: &typed.age_band, ..Said::default() };
    if age::against(app.settings.age_limit, said, clock::now().date_naive()) == Ok(Standing::Below) {
        return Err(DataError::TooYoung);
    }
    let commit = move |db: &mut Db| {
        let now = clock::now();
        let Some(person) = opened.begin(db, Action::See, now)? else { return opened.before(db) };
        people::set_facts(db, person.id, &facts)?;
        let entry = NewEntry {
            about: About::Recipient(person.id),
            scope: Scope::Everything,
            decision: Decision::Changed,
            source: Source::Preferences,
            basis: "confirmed by a link mailed to the address".to_owned(),
            happened_at: now,
            recorded_at: now,
            wording: None,
            language: None,
            actor: "recipient".to_owned(),
            request_id: format!("request {}", opened.request),
            campaign: None,
            evidence: Some(sent.evidence.clone()),
            note: Some("facts corrected".to_owned()),
        };
        ledger::append(db, &[entry])?;
        Ok(Outcome::Corrected)
    };
    app.store.write(vec![recipient], commit).await
}
