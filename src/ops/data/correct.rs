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

/// The facts as they were typed. None is not empty: nobody said anything about that fact, and it stays as it is.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Name.
    pub name: Option<String>,
    /// ZIP or postal code.
    pub zip: Option<String>,
    /// Age band.
    pub age_band: Option<String>,
    /// Income band.
    pub income_band: Option<String>,
    /// Language.
    pub locale: Option<String>,
    /// Time zone.
    pub time_zone: Option<String>,
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
    /// What was known, with what was typed in its place.
    fn over(&self, known: Facts) -> Result<Facts, DataError> {
        let mut wrong = Vec::new();
        let facts = Facts {
            name: read(Field::Name, self.name.as_deref(), Name::parse, known.name, &mut wrong),
            zip: read(Field::Zip, self.zip.as_deref(), Zip::parse, known.zip, &mut wrong),
            age_band: read(Field::AgeBand, self.age_band.as_deref(), Band::of_ages, known.age_band, &mut wrong),
            income_band: read(
                Field::IncomeBand,
                self.income_band.as_deref(),
                Band::parse,
                known.income_band,
                &mut wrong,
            ),
            locale: read(Field::Locale, self.locale.as_deref(), Locale::parse, known.locale, &mut wrong),
            time_zone: read(Field::TimeZone, self.time_zone.as_deref(), TimeZone::parse, known.time_zone, &mut wrong),
        };
        if wrong.is_empty() { Ok(facts) } else { Err(DataError::Wrong(wrong)) }
    }

    /// What was typed, and where nothing was, what is known.
    #[must_use]
    pub fn or(self, known: &Facts) -> Self {
        let known = Self::from(known);
        Self {
            name: self.name.or(known.name),
            zip: self.zip.or(known.zip),
            age_band: self.age_band.or(known.age_band),
            income_band: self.income_band.or(known.income_band),
            locale: self.locale.or(known.locale),
            time_zone: self.time_zone.or(known.time_zone),
        }
    }
}

/// The fact, or a note of the field that holds none.
fn read<T, E>(
    field: Field,
    typed: Option<&str>,
    parse: impl Fn(&str) -> Result<Option<T>, E>,
    known: Option<T>,
    wrong: &mut Vec<Field>,
) -> Option<T> {
    let Some(typed) = typed else { return known };
    parse(typed).unwrap_or_else(|_: E| {
        wrong.push(field);
        None
    })
}

impl From<&Facts> for Typed {
    fn from(facts: &Facts) -> Self {
        let text = |fact: Option<&str>| Some(fact.unwrap_or_default().to_owned());
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
pub async fn correct(app: &App, opened: Opened, typed: Typed, sent: Request) -> Result<Outcome, DataError> {
    let recipient = opened.recipient;
    typed.over(Facts::default())?;
    // What cannot be read as an age is no word that they are a child.
    let said = Said { age_band: typed.age_band.as_deref().unwrap_or_default(), ..Said::default() };
    if age::against(app.settings.age_limit, said, clock::now().date_naive()) == Ok(Standing::Below) {
        return Err(DataError::TooYoung);
    }
    let commit = move |db: &mut Db| {
        let now = clock::now();
        let Some(person) = opened.begin(db, Action::See, now)? else { return opened.before(db) };
        let facts = typed.over(people::facts(db, person.id)?)?;
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
