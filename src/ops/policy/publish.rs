//! Publishing a version of the privacy policy, and looking at those that were published.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};
use serde::Serialize;

use super::letter::Letter;
use crate::clock;
use crate::domain::campaign::CampaignState;
use crate::domain::verdict::MessageKind;
use crate::domain::{CampaignId, PolicyVersion, Stream};
use crate::ops::campaigns::CampaignError;
use crate::ops::{App, framing};
use crate::store::campaigns::{self, NewCampaign};
use crate::store::policies::{self, NewPolicy};
use crate::store::{Db, StoreError};
use crate::words::{Language, Words};

/// Characters of a policy's text at most: a long book.
const TEXT_MAX: usize = 1_000_000;
/// Characters of a summary at most: it goes out in a message.
const SUMMARY_MAX: usize = 10_000;

/// Why a version was not published or not found.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// The text.
    #[error("the policy's text is empty or longer than {TEXT_MAX} characters")]
    BadText,
    /// A summary.
    #[error("a summary has 1 to {SUMMARY_MAX} characters; {0}")]
    BadSummary(String),
    /// A language that no page and no message comes in.
    #[error("{0:?} is no language of ours; name summaries en, de, fr, es, it, pt, nl, pl, sv, tr, ja, zh-Hans or ar")]
    NoLanguage(String),
    /// No such version.
    #[error("there is no version {0} of the policy")]
    NotThere(PolicyVersion),
    /// The version that there is from the start.
    #[error("version {0} was there before any was published here: nobody is given notice of it")]
    NotPublished(PolicyVersion),
    /// The notice.
    #[error("the notice cannot go out: {0}")]
    Notice(#[from] CampaignError),
    /// The database said no.
    #[error("policy versions could not be read or written")]
    Store(#[from] StoreError),
}

/// What staff publish.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The whole text.
    pub text: String,
    /// What changed, in plain words, for everybody who has no summary in their language.
    pub summary: String,
    /// The same by language.
    pub summaries: BTreeMap<String, String>,
    /// The streams of which it brings a new use.
    pub new_uses: Vec<Stream>,
    /// From when on it is in force; now unless given.
    pub effective_at: Option<DateTime<Utc>>,
    /// How long after the notice a new use still does not apply.
    pub window: Duration,
    /// Who publishes it.
    pub actor: String,
}

/// What was published.
#[derive(Clone, Debug, Serialize)]
pub struct Published {
    /// Its number.
    pub version: PolicyVersion,
    /// The campaign that gives notice of it.
    pub campaign: CampaignId,
    /// From when on it is in force.
    pub effective_at: DateTime<Utc>,
}

/// Publishes a version and starts the notice to everybody, both or neither.
///
/// # Errors
/// See [`PolicyError`].
pub async fn publish(app: &App, draft: Draft) -> Result<Published, PolicyError> {
    let new = checked(draft)?;
    let app_inside = app.clone();
    app.store
        .write(Vec::new(), move |db| {
            let now = clock::now();
            let version = policies::publish(db, &new, now)?;
            let campaign = give_notice(&app_inside, db, version, now)?;
            Ok(Published { version, campaign, effective_at: new.effective_at })
        })
        .await
}

/// Gives notice again, to those whom no notice of the version has reached: people who joined since with an earlier
/// consent, or to whom the first could not be delivered.
///
/// # Errors
/// See [`PolicyError`].
pub async fn notify(app: &App, version: PolicyVersion) -> Result<CampaignId, PolicyError> {
    let app_inside = app.clone();
    app.store.write(Vec::new(), move |db| give_notice(&app_inside, db, version, clock::now())).await
}

fn checked(draft: Draft) -> Result<NewPolicy, PolicyError> {
    if draft.text.trim().is_empty() || draft.text.chars().count() > TEXT_MAX {
        return Err(PolicyError::BadText);
    }
    let mut summaries = draft.summaries;
    summaries.insert(String::new(), draft.summary);
    for (language, summary) in &summaries {
        if !language.is_empty() && !Language::ALL.iter().any(|known| known.tag() == language) {
            return Err(PolicyError::NoLanguage(language.clone()));
        }
        let which =
            || if language.is_empty() { "the first one has not".to_owned() } else { format!("{language} has not") };
        if summary.trim().is_empty() || summary.chars().count() > SUMMARY_MAX {
            return Err(PolicyError::BadSummary(which()));
        }
    }
    let mut new_uses = draft.new_uses;
    new_uses.sort_unstable();
    new_uses.dedup();
    Ok(NewPolicy {
        text: draft.text,
        summaries,
        new_uses,
        effective_at: draft.effective_at.unwrap_or_else(clock::now),
        window: draft.window,
        actor: draft.actor,
    })
}

/// Starts a campaign that gives notice of a version to everybody to whom it is news.
fn give_notice(app: &App, db: &mut Db, version: PolicyVersion, now: DateTime<Utc>) -> Result<CampaignId, PolicyError> {
    let policy = policies::find(db, version)?.ok_or(PolicyError::NotThere(version))?;
    if policy.text.is_none() {
        return Err(PolicyError::NotPublished(version));
    }
    // Every language is composed once now: what does not compose must not be found out at a recipient.
    framing::editions_of_notice(app, &policy)?;
    let letter = Letter::write(app, &policy, Words::new(Language::English))?;
    let new = NewCampaign {
        name: format!("Notice of policy version {version}"),
        kind: MessageKind::Notice,
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
    };
    let id = campaigns::add(db, &new, now)?;
    campaigns::give_notice_of(db, id, version)?;
    campaigns::set_time(db, id, now)?;
    campaigns::change_state(db, id, CampaignState::Draft, CampaignState::Scheduled, now)?;
    Ok(id)
}

/// A version as a script reads it.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    /// Its number.
    pub version: PolicyVersion,
    /// When it was published; none of the one that was there from the start.
    pub published_at: Option<DateTime<Utc>>,
    /// From when on it is in force.
    pub effective_at: Option<DateTime<Utc>>,
    /// Whether it is the one in force.
    pub in_force: bool,
    /// The streams of which it brings a new use.
    pub new_uses: Vec<Stream>,
    /// How long after the notice a new use still does not apply, in seconds.
    pub window_seconds: i64,
    /// Who published it.
    pub actor: String,
    /// The languages that have a summary of their own.
    pub languages: Vec<String>,
    /// The campaigns that give notice of it.
    pub notices: Vec<CampaignId>,
    /// What changed, for everybody who has no summary in their language.
    pub summary: String,
    /// The whole text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Every version, oldest first, without its text.
///
/// # Errors
/// See [`PolicyError`].
pub async fn list(app: &App) -> Result<Vec<Shown>, PolicyError> {
    let read = |db: &mut Db| {
        let numbers: Vec<_> = policies::versions(db)?.all().iter().map(|version| version.number).collect();
        let shown = numbers.into_iter().map(|number| Ok(Shown { text: None, ..shown(db, number)? }));
        shown.collect()
    };
    app.store.read(read).await
}

/// One version.
///
/// # Errors
/// See [`PolicyError`].
pub async fn show(app: &App, version: PolicyVersion) -> Result<Shown, PolicyError> {
    app.store.read(move |db| shown(db, version)).await
}

fn shown(db: &mut Db, number: PolicyVersion) -> Result<Shown, PolicyError> {
    let policy = policies::find(db, number)?.ok_or(PolicyError::NotThere(number))?;
    let in_force = policies::versions(db)?.in_force(clock::now());
    let notices = policies::notices(db)?.into_iter().filter(|(version, _)| *version == number);
    let from_the_start = policy.text.is_none();
    Ok(Shown {
        version: number,
        published_at: Some(policy.version.published_at).filter(|_| !from_the_start),
        effective_at: Some(policy.version.effective_at).filter(|_| !from_the_start),
        in_force: in_force == number,
        new_uses: policy.version.new_uses,
        window_seconds: policy.version.window.num_seconds(),
        actor: policy.actor,
        languages: policy.summaries.keys().filter(|language| !language.is_empty()).cloned().collect(),
        notices: notices.map(|(_, campaign)| campaign).collect(),
        summary: policy.summaries.get("").cloned().unwrap_or_default(),
        text: policy.text,
    })
}
