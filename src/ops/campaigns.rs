//! Campaigns: writing, scheduling, holding, stopping, and how far they are.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::App;
use super::lists::{ListError, Named, kind_of};
use crate::clock;
use crate::config::SenderIdentity;
use crate::domain::campaign::{CampaignState, CampaignStep, StepError};
use crate::domain::delivery::DeliveryState;
use crate::domain::verdict::Reason;
use crate::domain::{Address, CampaignId, List, Stream};
use crate::mail::{CampaignText, CompileError, Compiled, Frame};
use crate::store::campaigns::{self, Campaign, NewCampaign};
use crate::store::{Db, StoreError, deliveries, lists};

/// Characters of a campaign's name at most.
const NAME_MAX: usize = 200;

/// Why a campaign did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum CampaignError {
    /// No such campaign.
    #[error("there is no campaign {0}")]
    NotThere(CampaignId),
    /// Its state does not allow it.
    #[error(transparent)]
    Step(#[from] StepError),
    /// Topic or partner.
    #[error(transparent)]
    List(#[from] ListError),
    /// Subject, text or HTML.
    #[error("the message cannot be composed: {0}")]
    Compose(#[from] CompileError),
    /// Its name.
    #[error("a campaign's name has 1 to {NAME_MAX} visible characters")]
    BadName,
    /// A setting that every message needs.
    #[error("{key} is not set: {why}")]
    Missing {
        /// Which setting.
        key: &'static str,
        /// What it is for.
        why: &'static str,
    },
    /// Somebody else was faster.
    #[error("the campaign changed at the same moment; look at it and try again")]
    Changed,
    /// The database said no.
    #[error("campaigns could not be read or written")]
    Store(#[from] StoreError),
}

/// What staff write.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What staff call it.
    pub name: String,
    /// Stream, and topic or partner.
    pub named: Named,
    /// Subject line.
    pub subject: String,
    /// Text part.
    pub text: String,
    /// HTML part.
    pub html: String,
}

/// Saves a draft. A placeholder that is none is an error now, not when the mail goes out.
///
/// # Errors
/// See [`CampaignError`].
pub async fn create(app: &App, draft: Draft) -> Result<CampaignId, CampaignError> {
    let name = draft.name.trim();
    if name.is_empty() || name.chars().count() > NAME_MAX || name.chars().any(char::is_control) {
        return Err(CampaignError::BadName);
    }
    let frame = frame(app, draft.named.stream, CampaignId::new(1), List::Stream(draft.named.stream), "list")?;
    let text = CampaignText { subject: &draft.subject, text: &draft.text, html: &draft.html };
    Compiled::new(&text, &frame)?;
    let saved = app.store.write(Vec::new(), move |db| {
        let kind = kind_of(db, &draft.named)?;
        let new = NewCampaign {
            name: draft.name.trim().to_owned(),
            kind,
            subject: draft.subject.trim().to_owned(),
            text: draft.text.clone(),
            html: draft.html.clone(),
        };
        Ok::<_, CampaignError>(campaigns::add(db, &new, clock::now())?)
    });
    saved.await
}

/// Gives a campaign its time, or another one while it waits.
///
/// # Errors
/// See [`CampaignError`].
pub async fn schedule(app: &App, id: CampaignId, at: DateTime<Utc>) -> Result<Campaign, CampaignError> {
    app.store
        .write(Vec::new(), move |db| {
            let campaign = find(db, id)?;
            move_on(db, &campaign, CampaignStep::Schedule)?;
            // A time in the past means now: staff asked for it knowingly.
            campaigns::set_time(db, id, at.max(clock::now()))?;
            find(db, id)
        })
        .await
}

/// Holds, resumes or stops a campaign. It takes effect with the very next last look.
///
/// # Errors
/// See [`CampaignError`].
pub async fn step(app: &App, id: CampaignId, step: CampaignStep) -> Result<Campaign, CampaignError> {
    app.store
        .write(Vec::new(), move |db| {
            let campaign = find(db, id)?;
            // A campaign that was held before its time goes back to waiting for it.
            let not_begun = campaign.started_at.is_none();
            if step == CampaignStep::Resume && campaign.state == CampaignState::Paused && not_begun {
                change(db, &campaign, CampaignState::Scheduled)?;
                // Its time may be long past: resuming it means to let it go.
                let due = campaign.scheduled_at.unwrap_or_else(clock::now);
                campaigns::set_time(db, id, due.max(clock::now()))?;
            } else {
                move_on(db, &campaign, step)?;
            }
            if step == CampaignStep::Cancel {
                deliveries::withhold_waiting(db, id, Reason::CampaignCancelled, clock::now())?;
            }
            find(db, id)
        })
        .await
}

fn find(db: &mut Db, id: CampaignId) -> Result<Campaign, CampaignError> {
    campaigns::find(db, id)?.ok_or(CampaignError::NotThere(id))
}

fn move_on(db: &mut Db, campaign: &Campaign, step: CampaignStep) -> Result<(), CampaignError> {
    let next = campaign.state.after(step)?;
    change(db, campaign, next)
}

fn change(db: &mut Db, campaign: &Campaign, next: CampaignState) -> Result<(), CampaignError> {
    if campaigns::change_state(db, campaign.id, campaign.state, next, clock::now())? {
        Ok(())
    } else {
        Err(CampaignError::Changed)
    }
}

/// A campaign's state and counts, as a script reads them. The counts add up to the audience (G5).
#[derive(Clone, Debug, Serialize)]
pub struct Standing {
    /// The id.
    pub id: CampaignId,
    /// What staff call it.
    pub name: String,
    /// The stream.
    pub stream: Stream,
    /// Where it stands.
    pub state: &'static str,
    /// Why it is held, where it was not staff who held it.
    pub paused_because: Option<String>,
    /// When it goes out, or went out.
    pub scheduled_at: Option<String>,
    /// Everybody in the audience so far.
    pub audience: i64,
    /// Whether the audience is complete.
    pub expanded: bool,
    /// The relay has taken it.
    pub accepted: i64,
    /// The gate held it back, by reason.
    pub withheld: BTreeMap<String, i64>,
    /// Refused for now; tried again later.
    pub deferred: i64,
    /// Refused for good.
    pub rejected: i64,
    /// Nobody knows; never resent by itself.
    pub in_doubt: i64,
    /// Waiting for a sender, or in its hands.
    pub ready: i64,
}

/// How far a campaign is.
///
/// # Errors
/// See [`CampaignError`].
pub async fn show(app: &App, id: CampaignId) -> Result<Standing, CampaignError> {
    app.store
        .read(move |db| {
            db.one_view(|db| {
                let campaign = find(db, id)?;
                let counts = campaigns::counts(db, id)?;
                let waiting = [DeliveryState::Ready, DeliveryState::Claimed, DeliveryState::HandingOver];
                Ok(Standing {
                    id,
                    name: campaign.name,
                    stream: campaign.stream,
                    state: campaign.state.as_str(),
                    paused_because: campaign.paused_because,
                    scheduled_at: campaign.scheduled_at.map(|at| at.to_rfc3339()),
                    audience: campaign.audience,
                    expanded: campaign.expanded,
                    accepted: counts.of(DeliveryState::Accepted),
                    deferred: counts.of(DeliveryState::Deferred),
                    rejected: counts.of(DeliveryState::Rejected),
                    in_doubt: counts.of(DeliveryState::InDoubt),
                    ready: waiting.into_iter().map(|state| counts.of(state)).sum(),
                    withheld: counts.withheld,
                })
            })
        })
        .await
}

/// Every campaign's name and state, newest first.
///
/// # Errors
/// See [`CampaignError`].
pub async fn list(app: &App) -> Result<Vec<(CampaignId, String, &'static str)>, CampaignError> {
    let all = app.store.read(|db| campaigns::in_states(db, &CampaignState::ALL)).await?;
    Ok(all.into_iter().rev().map(|campaign| (campaign.id, campaign.name, campaign.state.as_str())).collect())
}

/// Compiles a campaign for sending.
///
/// # Errors
/// See [`CampaignError`].
pub(super) fn compile(app: &App, db: &mut Db, campaign: &Campaign) -> Result<(Compiled, List), CampaignError> {
    let (list, name) = match (campaign.topic, campaign.partner) {
        (Some(id), _) => {
            let topic = lists::topic(db, id)?.ok_or_else(|| ListError::NoTopic(id.to_string()))?;
            (List::Topic(id), topic.name)
        }
        (None, Some(id)) => {
            let partner = lists::partner(db, id)?.ok_or_else(|| ListError::NoPartner(id.to_string()))?;
            (List::Partner(id), partner.name)
        }
        (None, None) => (List::Stream(campaign.stream), stream_list_name(app, campaign.stream)),
    };
    let frame = frame(app, campaign.stream, campaign.id, list, &name)?;
    let text = CampaignText { subject: &campaign.subject, text: &campaign.text, html: &campaign.html };
    Ok((Compiled::new(&text, &frame)?, list))
}

/// What people call a stream as a list: the sender's own name for it.
fn stream_list_name(app: &App, stream: Stream) -> String {
    let identity = identity(app, stream).and_then(|identity| identity.name.as_ref());
    match (stream, identity) {
        (Stream::Company, Some(name)) => format!("News from {}", name.as_str()),
        (Stream::Company, None) => "Company news".to_owned(),
        (Stream::Partner, Some(name)) => format!("Partner mail from {}", name.as_str()),
        (Stream::Partner, None) => "Partner mail".to_owned(),
    }
}

fn identity(app: &App, stream: Stream) -> Option<&SenderIdentity> {
    match stream {
        Stream::Company => app.settings.from_company.as_ref(),
        Stream::Partner => app.settings.from_partner.as_ref(),
    }
}

fn frame(app: &App, stream: Stream, campaign: CampaignId, list: List, list_name: &str) -> Result<Frame, CampaignError> {
    let key = match stream {
        Stream::Company => "CONSENTRY_FROM_COMPANY",
        Stream::Partner => "CONSENTRY_FROM_PARTNER",
    };
    let from = identity(app, stream);
    let from = from
        .ok_or(CampaignError::Missing { key, why: "every message needs a sender, such as Shop <news@example.org>" })?;
    let why = "promotional mail must show a postal address";
    let postal = app.settings.postal_address.clone();
    let postal_address = postal.ok_or(CampaignError::Missing { key: "CONSENTRY_POSTAL_ADDRESS", why })?;
    Ok(Frame {
        from_name: from.name.clone(),
        from: from.address.clone(),
        sender_name: from
            .name
            .as_ref()
            .map_or_else(|| from.address.domain().to_owned(), |name| name.as_str().to_owned()),
        postal_address,
        remove_address: remove_address(app, from),
        base_url: app.settings.base_url.as_str().to_owned(),
        list,
        list_name: list_name.to_owned(),
        list_id_domain: from.address.domain().to_owned(),
        return_path_domain: from.address.domain().to_owned(),
        campaign,
    })
}

/// Where people write to be removed: as set, or `remove@` the sender's domain.
fn remove_address(app: &App, from: &SenderIdentity) -> Address {
    let set = app.settings.remove_address.as_deref().and_then(|text| Address::parse(text).ok());
    let of_domain = || Address::parse(&format!("remove@{}", from.address.domain())).ok();
    set.or_else(of_domain).unwrap_or_else(|| from.address.clone())
}
