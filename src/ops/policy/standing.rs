//! Where a person stands with the newest version: for their preference page.

use chrono::{DateTime, Utc};

use super::{Answer, said};
use crate::domain::policy::Heard;
use crate::domain::{PolicyVersion, RecipientId};
use crate::link::Claim;
use crate::ops::App;
use crate::store::{Db, StoreError, ledger, policies};

/// Where a person stands with the newest version that was published here.
#[derive(Clone, Debug)]
pub struct PolicyStanding {
    /// The version.
    pub version: PolicyVersion,
    /// When the relay took their notice of it.
    pub told_at: Option<DateTime<Utc>>,
    /// Whether their consent was given under it, so that there was nothing to tell.
    pub joined_under_it: bool,
    /// What they said to it, and when.
    pub said: Option<(Answer, DateTime<Utc>)>,
    /// Whether a no of theirs stands, to this version or to another.
    pub declined: bool,
    /// The token of its page.
    pub token: String,
}

/// Where the person stands; none while no version has been published.
///
/// # Errors
/// The database says no.
pub(in crate::ops) fn standing(
    app: &App,
    db: &mut Db,
    recipient: RecipientId,
    created_at: DateTime<Utc>,
) -> Result<Option<PolicyStanding>, StoreError> {
    let versions = policies::versions(db)?;
    let Some(newest) = versions.all().last().filter(|newest| newest.number > PolicyVersion::FIRST) else {
        return Ok(None);
    };
    let events = ledger::events_of(db, recipient)?;
    let heard = Heard::fold(&events);
    let version = newest.number;
    Ok(Some(PolicyStanding {
        version,
        told_at: heard.notice(version).map(|notice| notice.at),
        joined_under_it: created_at >= newest.published_at && events.iter().all(|event| event.policy >= version),
        said: said(&heard, &events, version),
        declined: heard.declined().is_some(),
        token: app.keys.mint(&Claim::Policy { recipient, version, campaign: None }),
    }))
}
