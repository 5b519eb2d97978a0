//! Reading a policy version, and saying no or yes to it.
//!
//! Silence is notice given and nothing more. A no takes effect at once, even if the version is not in force yet: whoever
//! says no to what is coming is not mailed on until it comes. A yes is recorded and loosens nothing: the link in a notice
//! never expires and may be forwarded, so it neither ends the window early nor lifts a no of an earlier visit.
//! Whatever gives a recipient and a version can call these: a page by its token, a mail by its sender.

mod choice;
pub(super) mod letter;
pub mod publish;
pub(super) mod standing;
pub mod unreached;

use chrono::{DateTime, Utc};

use super::App;
use super::standing::{Standing, masked};
use super::unsubscribe::ChoiceError;
use crate::clock;
use crate::domain::consent::ConsentEvent;
use crate::domain::policy::Heard;
use crate::domain::recipient::Locale;
use crate::domain::{CampaignId, PolicyVersion, RecipientId, Stream};
use crate::link::{Claim, OpenError};
use crate::store::policies::{self, Policy};
use crate::store::{Db, ledger, people};
pub use choice::{accept, decline, undo};
pub use standing::PolicyStanding;

/// Whose choice it is, and about which version.
#[derive(Clone, Debug)]
pub struct Who {
    /// The person.
    pub recipient: RecipientId,
    /// The version; the newest where the way they came names none.
    pub version: Option<PolicyVersion>,
    /// The campaign whose link they used.
    pub campaign: Option<CampaignId>,
    /// The language in which they are shown it, as a tag.
    pub language: &'static str,
}

/// What a person has said to a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// No.
    Declined,
    /// Yes.
    Accepted,
}

/// Whether a version has come into force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Not yet.
    ToCome,
    /// It has, whether or not another one has taken its place since.
    InForce,
}

/// A version as its page shows it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Whose page it is, masked.
    pub masked_address: String,
    /// The language set for them.
    pub locale: Option<Locale>,
    /// The version.
    pub version: PolicyVersion,
    /// Whether it has come into force.
    pub stage: Stage,
    /// When it does, or did.
    pub effective_at: DateTime<Utc>,
    /// Whether another one was published since.
    pub followed: bool,
    /// The streams of which it brings a new use.
    pub new_uses: Vec<Stream>,
    /// The words.
    pub policy: Policy,
    /// From when on what is new applies to them, if they say nothing; none while the notice is not known to have arrived.
    pub applies_from: Option<DateTime<Utc>>,
    /// How many days they have after the notice.
    pub window_days: i64,
    /// What they have said to it, and when.
    pub said: Option<(Answer, DateTime<Utc>)>,
    /// Whether a no of theirs stands, to this version or to another.
    pub declined: bool,
    /// Whether partner mail still comes.
    pub partner_still: bool,
}

/// What was recorded.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Whose choice it was, masked.
    pub masked_address: String,
    /// The language set for them.
    pub locale: Option<Locale>,
    /// The version.
    pub version: PolicyVersion,
    /// What they said.
    pub answer: Answer,
    /// Whether it was recorded now; not where they had said it before, or where their no of an earlier visit stands.
    pub news: bool,
    /// When they said it.
    pub at: DateTime<Utc>,
    /// Whether a no of an earlier visit stands all the same, so that no promotional mail comes.
    pub still_declined: bool,
    /// Whether partner mail was stopped too because of the browser's signal.
    pub partner_by_signal: bool,
    /// Subjects of messages that were already on their way when the wait ran out (G3).
    pub on_its_way: Vec<String>,
    /// The token that undoes it in this visit.
    pub undo: Option<String>,
    /// The token of their preference page.
    pub preferences: String,
}

/// What was taken back.
#[derive(Clone, Debug)]
pub struct Undone {
    /// Whose choice it was, masked.
    pub masked_address: String,
    /// The language set for them.
    pub locale: Option<Locale>,
    /// The version.
    pub version: PolicyVersion,
    /// What was taken back.
    pub answer: Answer,
    /// The token of the version's page.
    pub policy: String,
}

/// Who a policy link is for.
///
/// # Errors
/// See [`ChoiceError`].
pub fn who(app: &App, token: &str) -> Result<Who, ChoiceError> {
    match app.keys.open(token).map_err(ChoiceError::Link)? {
        Claim::Policy { recipient, version, campaign } => {
            Ok(Who { recipient, version: Some(version), campaign, language: "" })
        }
        Claim::Unsubscribe { .. }
        | Claim::Preferences { .. }
        | Claim::Undo { .. }
        | Claim::Mailed { .. }
        | Claim::SignUp { .. } => Err(ChoiceError::Link(OpenError::Malformed)),
    }
}

/// Reads a version for one person; changes nothing (G6).
///
/// # Errors
/// See [`ChoiceError`].
pub async fn read(app: &App, who: Who) -> Result<Reading, ChoiceError> {
    app.store.read(move |db| reading(db, &who, clock::now())).await
}

fn reading(db: &mut Db, who: &Who, now: DateTime<Utc>) -> Result<Reading, ChoiceError> {
    let person = people::find(db, who.recipient)?.ok_or(ChoiceError::NobodyKnown)?;
    let versions = policies::versions(db)?;
    let policy = find(db, who.version)?;
    let events = ledger::events_of(db, person.id)?;
    let heard = Heard::fold(&events);
    let version = policy.version.number;
    let still = Standing::read(db, &person)?.still();
    let notice = heard.notice(version);
    let past = notice.and_then(|notice| notice.at.checked_add_signed(policy.version.window));
    Ok(Reading {
        masked_address: masked(&person),
        locale: person.locale,
        version,
        stage: if policy.version.effective_at > now { Stage::ToCome } else { Stage::InForce },
        effective_at: policy.version.effective_at,
        followed: versions.all().iter().any(|later| later.number > version),
        new_uses: policy.version.new_uses.clone(),
        applies_from: past.map(|past| past.max(policy.version.effective_at)),
        window_days: policy.version.window.num_days(),
        said: said(&heard, &events, version),
        declined: heard.declined().is_some(),
        partner_still: still.partner,
        policy,
    })
}

/// The version asked for, or the newest. The first has no text that anybody could have said anything to.
fn find(db: &mut Db, version: Option<PolicyVersion>) -> Result<Policy, ChoiceError> {
    let version = match version {
        Some(version) => Some(version),
        None => policies::versions(db)?.all().last().map(|newest| newest.number),
    };
    let unknown = ChoiceError::Link(OpenError::Malformed);
    let Some(version) = version else { return Err(unknown) };
    policies::find(db, version)?.filter(|policy| policy.text.is_some()).ok_or(unknown)
}

fn said(heard: &Heard, events: &[ConsentEvent], version: PolicyVersion) -> Option<(Answer, DateTime<Utc>)> {
    let (answer, by) = match (heard.declined_by(version), heard.accepted_by(version)) {
        (Some(by), _) => (Answer::Declined, by),
        (None, Some(by)) => (Answer::Accepted, by),
        (None, None) => return None,
    };
    events.iter().find(|event| event.seq == by).map(|event| (answer, event.happened_at))
}
