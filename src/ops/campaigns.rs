//! Campaigns: writing, scheduling, holding, stopping, and how far they are.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::App;
use super::framing;
use super::lists::{ListError, Named, kind_of};
use crate::clock;
use crate::config::Relays;
use crate::domain::campaign::{CampaignState, CampaignStep, StepError};
use crate::domain::delivery::DeliveryState;
use crate::domain::letter::LETTERS;
use crate::domain::mention::names_an_address;
use crate::domain::verdict::Reason;
use crate::domain::window::Window;
use crate::domain::{CampaignId, Kind};
use crate::mail::{CampaignText, CompileError, Compiled};
use crate::store::campaigns::{self, Campaign, NewCampaign};
use crate::store::nodes::{self, Trouble};
use crate::store::storms::{self, Storm};
use crate::store::{Db, StoreError, deliveries};

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
    /// It would outlive the person (G9).
    #[error("the campaign's name holds an e-mail address, and stays when a person is erased: leave the address out")]
    Address,
    /// A setting that every message needs.
    #[error("{key} is not set: {why}")]
    Missing {
        /// Which setting.
        key: &'static str,
        /// What it is for.
        why: &'static str,
    },
    /// People wait for them.
    #[error("letters cannot be cancelled, because people wait for links that they asked for; pause them instead")]
    Letters,
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
    if names_an_address(name) {
        return Err(CampaignError::Address);
    }
    let frame = framing::of_stream(app, draft.named.stream)?;
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

/// Gives a campaign its time, and the window outside of which nothing of it goes out; or others while it waits.
///
/// # Errors
/// See [`CampaignError`].
pub async fn schedule(
    app: &App,
    id: CampaignId,
    at: DateTime<Utc>,
    window: Option<Window>,
) -> Result<Campaign, CampaignError> {
    app.store
        .write(Vec::new(), move |db| {
            let campaign = find(db, id)?;
            move_on(db, &campaign, CampaignStep::Schedule)?;
            // A time in the past means now: staff asked for it knowingly.
            campaigns::set_time(db, id, at.max(clock::now()))?;
            campaigns::set_window(db, id, window)?;
            find(db, id)
        })
        .await
}

/// Holds, resumes or stops a campaign. It takes effect with the very next last look.
///
/// # Errors
/// See [`CampaignError`].
pub async fn step(app: &App, id: CampaignId, step: CampaignStep) -> Result<Campaign, CampaignError> {
    let campaign = change_by(app, id, step).await?;
    if step == CampaignStep::Cancel {
        withhold_waiting(app, id).await?;
    }
    Ok(campaign)
}

/// Withholds what of a campaign that has ended still waits. Millions may: so it goes by pages, between which everybody else
/// may write. If this process ends meanwhile, a sender's planner goes on with it.
///
/// # Errors
/// The database says no.
pub(super) async fn withhold_waiting(app: &App, id: CampaignId) -> Result<(), StoreError> {
    let mut behind = None;
    loop {
        let reason = Reason::CampaignCancelled;
        let page = move |db: &mut Db| deliveries::withhold_waiting(db, id, reason, behind, clock::now());
        behind = app.store.write_sending(page).await?;
        if behind.is_none() {
            return Ok(());
        }
    }
}

async fn change_by(app: &App, id: CampaignId, step: CampaignStep) -> Result<Campaign, CampaignError> {
    app.store
        .write(Vec::new(), move |db| {
            let campaign = find(db, id)?;
            if id == LETTERS && step == CampaignStep::Cancel {
                return Err(CampaignError::Letters);
            }
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
    /// Its stream, or what kind of mail it is where it is of none.
    pub stream: &'static str,
    /// Where it stands.
    pub state: &'static str,
    /// Why it is held, where it was not staff who held it.
    pub paused_because: Option<String>,
    /// When it goes out, or went out.
    pub scheduled_at: Option<String>,
    /// The days and hours outside of which nothing of it goes out.
    pub window: Option<String>,
    /// When its window opens, where that is what it waits for.
    pub opens_at: Option<String>,
    /// What keeps all of its relays from taking it, where that is what it waits for.
    pub waits_because: Option<String>,
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
    /// Domains of which many left within seconds of the message: a filter may have pressed the button for them
    /// (CONFORMANCE N3). All of them are off the list.
    pub storms: Vec<Gust>,
}

/// A storm of opt-outs, as a script reads it.
#[derive(Clone, Debug, Serialize)]
pub struct Gust {
    /// The domain; none where everybody has been erased since.
    pub domain: Option<String>,
    /// How many people of it left.
    pub people: i64,
}

impl From<Storm> for Gust {
    fn from(Storm { domain, people }: Storm) -> Self {
        Self { domain, people }
    }
}

/// How far a campaign is.
///
/// # Errors
/// See [`CampaignError`].
pub async fn show(app: &App, id: CampaignId) -> Result<Standing, CampaignError> {
    let relays = app.settings.relays.clone();
    app.store
        .read(move |db| {
            db.one_view(|db| {
                let campaign = find(db, id)?;
                let counts = campaigns::counts(db, id)?;
                let now = clock::now();
                let is_shut = |window: &Window| campaign.state == CampaignState::Sending && !window.contains(now);
                let shut = campaign.window.filter(is_shut);
                let waits = campaign.state == CampaignState::Sending && shut.is_none();
                let waits_because =
                    if waits { trouble_of(&relays, campaign.kind, &nodes::troubles(db)?) } else { None };
                let waiting = [DeliveryState::Ready, DeliveryState::Claimed, DeliveryState::HandingOver];
                Ok(Standing {
                    id,
                    name: campaign.name,
                    stream: campaign.kind.as_str(),
                    state: campaign.state.as_str(),
                    paused_because: campaign.paused_because,
                    scheduled_at: campaign.scheduled_at.map(|at| at.to_rfc3339()),
                    window: campaign.window.map(|window| window.to_string()),
                    opens_at: shut.map(|window| window.next_opening(now).to_rfc3339()),
                    waits_because,
                    audience: campaign.audience,
                    expanded: campaign.expanded,
                    accepted: counts.of(DeliveryState::Accepted),
                    deferred: counts.of(DeliveryState::Deferred),
                    rejected: counts.of(DeliveryState::Rejected),
                    in_doubt: counts.of(DeliveryState::InDoubt),
                    ready: waiting.into_iter().map(|state| counts.of(state)).sum(),
                    withheld: counts.withheld,
                    storms: storms::of_campaign(db, id)?.into_iter().map(Gust::from).collect(),
                })
            })
        })
        .await
}

/// What keeps every relay of a kind from taking anything; none where one of them takes it.
fn trouble_of(relays: &Relays, kind: Kind, troubles: &[Trouble]) -> Option<String> {
    let of_kind = relays.of(kind);
    let of_relay = |place: usize| {
        let relay = relays.all().get(place)?;
        let trouble = troubles.iter().find(|trouble| trouble.relay == relay.name)?;
        Some(format!("{relay}: {}", trouble.said))
    };
    let said: Vec<_> = of_kind.iter().filter_map(|place| of_relay(*place)).collect();
    (!said.is_empty() && said.len() == of_kind.len()).then(|| said.join("; "))
}

/// Every campaign's name and state, newest first. That of letters is among them only while it is held.
///
/// # Errors
/// See [`CampaignError`].
pub async fn list(app: &App) -> Result<Vec<(CampaignId, String, &'static str)>, CampaignError> {
    let all = app.store.read(|db| campaigns::in_states(db, &CampaignState::ALL)).await?;
    let shown = |campaign: &Campaign| campaign.id != LETTERS || campaign.state != CampaignState::Sending;
    Ok(all
        .into_iter()
        .rev()
        .filter(shown)
        .map(|campaign| (campaign.id, campaign.name, campaign.state.as_str()))
        .collect())
}
