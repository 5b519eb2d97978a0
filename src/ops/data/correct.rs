//! Correcting what a person told us about themselves.

use super::{DataError, Opened, Outcome};
use crate::clock;
use crate::domain::Scope;
use crate::domain::action::Action;
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

impl Typed {
    fn facts(&self) -> Result<Facts, DataError> {
        Ok(Facts {
            name: Name::parse(&self.name)?,
            zip: Zip::parse(&self.zip)?,
            age_band: Band::parse(&self.age_band)?,
            income_band: Band::parse(&self.income_band)?,
            locale: Locale::parse(&self.locale)?,
            time_zone: TimeZone::parse(&self.time_zone)?,
        })
    }
}

/// Sets the facts to what was typed. The ledger says that they were changed, and nothing of what they say (G9).
///
/// # Errors
/// See [`DataError`]; what is no fact changes nothing, and the link still works.
pub async fn correct(app: &App, opened: Opened, typed: &Typed, sent: Request) -> Result<Outcome, DataError> {
    let (facts, recipient) = (typed.facts()?, opened.recipient);
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
