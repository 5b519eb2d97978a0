//! Dispatch: starting campaigns, filling their audiences, claiming what is due and making it ready for the gate.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::App;
use super::campaigns::CampaignError;
use super::framing::{Editions, compile};
use super::ready::{Bench, Ready};
use super::signing::{self, NoSigningKey};
use crate::clock;
use crate::dkim::Signer;
use crate::domain::campaign::{CampaignState, CampaignStep};
use crate::domain::delivery::DeliveryState;
use crate::domain::id::NodeId;
use crate::domain::throttle::Rate;
use crate::domain::verdict::Reason;
use crate::domain::{CampaignId, RecipientId};
use crate::gate::Message;
use crate::store::campaigns::{self, Campaign};
use crate::store::deliveries::{self, Claimed, Page, Place};
use crate::store::expansion::{self, Expanded};
use crate::store::looks::{self, LookRequest};
use crate::store::outcomes::{Record, Then};
use crate::store::recipients::{self, Recipient};
use crate::store::{Db, StoreError, nodes, throttles};

/// Deliveries of one claim: enough to make the claim cheap, few enough that a pause leaves little in the air.
const CLAIM: i64 = 100;

/// Makes messages ready, campaign by campaign in turn, so that none holds up another.
pub struct Dispatcher {
    app: App,
    compiled: HashMap<CampaignId, Arc<Editions>>,
    turn: VecDeque<CampaignId>,
    /// Where the last claim of each campaign ended.
    places: HashMap<CampaignId, Place>,
    bounds: Bounds,
    /// The name under which there may be claims that are in nobody's memory.
    unsure: Option<NodeId>,
    signer: Option<Signer>,
}

/// What one turn of the planner did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Planned {
    /// Campaigns started.
    pub started: usize,
    /// Recipients added to audiences.
    pub added: i64,
    /// Campaigns that came to their end.
    pub finished: usize,
}

/// Starts what is due, fills audiences by a page each, and finishes what has nothing left to do. Any node may do any of
/// it at any time: each step is one transaction that decides by compare-and-set.
///
/// # Errors
/// The database says no; the next turn goes on where this one stopped.
pub async fn plan(app: &App) -> Result<Planned, StoreError> {
    let open = [CampaignState::Scheduled, CampaignState::Sending];
    let campaigns = app.store.read(move |db| campaigns::in_states(db, &open)).await?;
    let mut planned = Planned::default();
    for campaign in campaigns {
        match campaign.state {
            CampaignState::Scheduled if campaign.scheduled_at.is_some_and(|at| at <= clock::now()) => {
                let id = campaign.id;
                if let Some(why) = too_late(app, &campaign) {
                    app.store.write_sending(move |db| campaigns::hold(db, id, &why)).await?;
                    continue;
                }
                let started = app.store.write_sending(move |db| campaigns::start(db, id, clock::now())).await?;
                planned.started += usize::from(started);
            }
            CampaignState::Sending if !campaign.expanded => planned.added += expand(app, &campaign).await?,
            CampaignState::Sending => planned.finished += usize::from(finish(app, &campaign).await?),
            _ => {}
        }
    }
    withhold_stranded(app).await?;
    Ok(planned)
}

/// What comes back to a campaign after its end is claimed by nobody any more: it is withheld, so that everybody of the
/// audience ends in one state (G5).
async fn withhold_stranded(app: &App) -> Result<(), StoreError> {
    for id in app.store.read(campaigns::ended_with_waiting).await? {
        let withhold = move |db: &mut Db| deliveries::withhold_waiting(db, id, Reason::CampaignCancelled, clock::now());
        app.store.write_sending(withhold).await?;
    }
    Ok(())
}

/// Why a campaign that was due long ago waits for staff instead of going out.
fn too_late(app: &App, campaign: &Campaign) -> Option<String> {
    let due = campaign.scheduled_at?;
    let late = (clock::now() - due).to_std().ok().filter(|late| *late > app.settings.late_after)?;
    Some(format!("it was due at {} and no sender was running for {} hours", due.to_rfc3339(), late.as_secs() / 3600))
}

async fn expand(app: &App, campaign: &Campaign) -> Result<i64, StoreError> {
    let id = campaign.id;
    match app.store.write_sending(move |db| expansion::step(db, id, clock::now())).await? {
        Expanded::Page(added) => Ok(added.max(1)),
        Expanded::Complete => Ok(0),
    }
}

async fn finish(app: &App, campaign: &Campaign) -> Result<bool, StoreError> {
    let (id, state) = (campaign.id, campaign.state);
    if app.store.read(move |db| deliveries::any_open(db, id)).await? {
        return Ok(false);
    }
    app.store
        .write_sending(move |db| {
            let Ok(next) = state.after(CampaignStep::Finish) else { return Ok(false) };
            // Asked again under the write lock: a delivery may have come back since.
            if deliveries::any_open(db, id)? {
                return Ok(false);
            }
            campaigns::change_state(db, id, state, next, clock::now())
        })
        .await
}

impl Dispatcher {
    /// A dispatcher with nothing compiled yet. It signs with the keys of this moment for as long as it lives: a key that
    /// is made meanwhile waits for the next start, so that its DNS record can come first.
    ///
    /// # Errors
    /// [`NoSigningKey`].
    pub fn new(app: App) -> Result<Self, NoSigningKey> {
        let signer = signing::signer(&app)?;
        let selectors = signer.as_ref().map(|signer| signer.selectors().join(" "));
        let said = if signer.is_some() { "Messages are signed" } else { "Messages are not signed here" };
        tracing::info!(selectors = selectors.unwrap_or_default(), "{said}");
        let settings = &app.settings;
        let domains = Arc::new(settings.domain_throttles.clone());
        let bounds = Bounds { cap: settings.weekly_cap, throttle: settings.throttle, domains };
        Ok(Self {
            app,
            compiled: HashMap::new(),
            turn: VecDeque::new(),
            places: HashMap::new(),
            bounds,
            signer,
            unsure: None,
        })
    }

    /// Claims from the next campaign that has something due, and returns its messages; none where nothing is due.
    ///
    /// # Errors
    /// The database says no. What was claimed and not returned is given back by the next call.
    pub async fn next(&mut self, node: NodeId) -> Result<Vec<Message>, CampaignError> {
        self.give_back().await?;
        let sending = self.app.store.read(|db| campaigns::in_states(db, &[CampaignState::Sending])).await?;
        self.compiled.retain(|id, _| sending.iter().any(|campaign| campaign.id == *id));
        self.turn.retain(|id| sending.iter().any(|campaign| campaign.id == *id));
        for campaign in &sending {
            if !self.turn.contains(&campaign.id) {
                self.turn.push_back(campaign.id);
            }
        }
        for _ in 0..self.turn.len() {
            let Some(id) = self.turn.pop_front() else { break };
            self.turn.push_back(id);
            let Some(campaign) = sending.iter().find(|campaign| campaign.id == id) else { continue };
            let claimed = match self.claim(campaign, node).await {
                Err(CampaignError::Compose(fault)) => {
                    // Staff must mend it, and nothing else waits for that.
                    let why = format!("its messages cannot be composed: {fault}");
                    self.app.store.write_sending(move |db| campaigns::hold(db, id, &why)).await?;
                    continue;
                }
                claimed => claimed?,
            };
            if claimed.any {
                return Ok(claimed.messages);
            }
            if claimed.throttled {
                // It keeps its turn: otherwise whoever stands first would get every token.
                self.turn.rotate_right(1);
                break;
            }
        }
        Ok(Vec::new())
    }

    /// After a claim whose commit was not answered: nobody holds what it took. What is queued is given back with it, and
    /// its last look will find that the claim is lost.
    async fn give_back(&mut self) -> Result<(), StoreError> {
        if let Some(node) = self.unsure {
            self.app.store.write_sending(move |db| deliveries::release_claims(db, node, clock::now())).await?;
            self.unsure = None;
        }
        Ok(())
    }

    async fn claim(&mut self, campaign: &Campaign, node: NodeId) -> Result<Batch, CampaignError> {
        let compiled = self.compiled(campaign).await?;
        let (id, bounds, behind) = (campaign.id, self.bounds.clone(), self.places.remove(&campaign.id));
        self.unsure = Some(node);
        let mut runs = 0;
        let claimed = self.app.store.write_sending(move |db| {
            runs += 1;
            let claimed = claim_clear(db, id, node, &bounds, behind, clock::now())?;
            Ok::<_, StoreError>((claimed, runs))
        });
        let (claimed, runs) = claimed.await?;
        let (any, throttled) = (claimed.any, claimed.throttled);
        if let Some(next) = claimed.next {
            self.places.insert(id, next);
        }
        let bench = Bench {
            ring: self.app.keys.ring(),
            signer: self.signer.clone(),
            editions: compiled,
            node,
            policy: campaign.policy,
        };
        let Ready { messages, failed, lost } = bench.make_all(claimed.clear).await;
        for claim in failed {
            self.withhold(claim).await?;
        }
        // A writer that ran it twice may have claimed twice.
        if runs == 1 && !lost {
            self.unsure = None;
        }
        Ok(Batch { any, throttled, messages })
    }

    async fn compiled(&mut self, campaign: &Campaign) -> Result<Arc<Editions>, CampaignError> {
        if let Some(compiled) = self.compiled.get(&campaign.id) {
            return Ok(Arc::clone(compiled));
        }
        let (app, owned) = (self.app.clone(), campaign.clone());
        let compiled = Arc::new(self.app.store.read(move |db| compile(&app, db, &owned)).await?);
        self.compiled.insert(campaign.id, Arc::clone(&compiled));
        Ok(compiled)
    }

    async fn withhold(&self, claim: Claimed) -> Result<(), StoreError> {
        let record = Record {
            delivery: claim.delivery,
            attempt: claim.attempt,
            state: DeliveryState::Withheld,
            due_at: None,
            reason: Some(Reason::NotComposable),
            reply: None,
            then: Then::Nothing,
            now: clock::now(),
        };
        self.app.store.record(record).await
    }
}

/// The messages of one claim, and whether anything was claimed at all.
struct Batch {
    any: bool,
    throttled: bool,
    messages: Vec<Message>,
}

#[derive(Default)]
struct ClaimedClear {
    any: bool,
    throttled: bool,
    /// Where the next claim goes on.
    next: Option<Place>,
    clear: Vec<(Claimed, Recipient)>,
}

/// What a claim is bounded by.
#[derive(Clone)]
struct Bounds {
    cap: Option<u32>,
    throttle: Option<Rate>,
    domains: Arc<BTreeMap<String, Rate>>,
}

/// The name of the relay's own bucket; domains have theirs under their names.
const RELAY: &str = "relay";

/// Claims a page, and withholds at once what is not clear already: no connection is needed to say no. What is clear here
/// still gets its last look (G2). Waiting for a throttle happens here, before the claim, never between look and body.
fn claim_clear(
    db: &mut Db,
    campaign: CampaignId,
    node: NodeId,
    bounds: &Bounds,
    behind: Option<Place>,
    now: DateTime<Utc>,
) -> Result<ClaimedClear, StoreError> {
    // Beating locks the node's row, so nobody takes it over meanwhile. What a dead name claimed, nobody would give back.
    if !nodes::beat(db, node)? {
        return Ok(ClaimedClear::default());
    }
    let taken = bounds.throttle.map(|rate| throttles::take(db, RELAY, rate, CLAIM, now)).transpose()?;
    let limit = taken.map_or(CLAIM, |taken| taken.granted);
    if limit == 0 {
        return Ok(ClaimedClear { throttled: true, next: behind, ..ClaimedClear::default() });
    }
    let Page { claimed, next } = deliveries::claim(db, campaign, node, limit, behind, now)?;
    let cap = bounds.cap;
    let requests: Vec<_> = claimed
        .iter()
        .map(|claim| LookRequest { delivery: claim.delivery, attempt: claim.attempt, node, cap, now })
        .collect();
    let clear = looks::withhold_early(db, &requests)?;
    let ids: Vec<RecipientId> = clear.iter().map(|delivery| delivery.recipient).collect();
    let people = recipients::find_many(db, &ids)?;
    let mut people: HashMap<_, _> = people.into_iter().map(|person| (person.id, person)).collect();
    // A page that others took is no end: there is a next one.
    let any = !claimed.is_empty() || next.is_some();
    let clear = claimed.into_iter().filter(|claim| clear.contains(&claim.delivery));
    let with_person = clear.filter_map(|claim| Some((claim, people.remove(&claim.delivery.recipient)?)));
    let clear = throttle_domains(db, with_person.collect(), &bounds.domains, now)?;
    if let (Some(rate), Some(taken)) = (bounds.throttle, taken) {
        let used = i64::try_from(clear.len()).unwrap_or(i64::MAX);
        throttles::put_back(db, RELAY, rate, taken, limit - used)?;
    }
    Ok(ClaimedClear { any, throttled: false, next, clear })
}

/// Keeps for later what is over the throttle of its domain; everybody else's mail goes on.
fn throttle_domains(
    db: &mut Db,
    mut clear: Vec<(Claimed, Recipient)>,
    rates: &BTreeMap<String, Rate>,
    now: DateTime<Utc>,
) -> Result<Vec<(Claimed, Recipient)>, StoreError> {
    for (domain, rate) in rates {
        let is_there = |person: &Recipient| person.address.as_ref().is_some_and(|address| address.domain() == domain);
        let (there, elsewhere): (Vec<_>, Vec<_>) = clear.into_iter().partition(|(_, person)| is_there(person));
        clear = elsewhere;
        if there.is_empty() {
            continue;
        }
        let wanted = i64::try_from(there.len()).unwrap_or(i64::MAX);
        let taken = throttles::take(db, domain, *rate, wanted, now)?;
        let granted = usize::try_from(taken.granted).unwrap_or(0);
        let mut there = there.into_iter();
        clear.extend(there.by_ref().take(granted));
        let late: Vec<_> = there.map(|(claim, _)| claim).collect();
        deliveries::postpone(db, &late, taken.next_at)?;
    }
    Ok(clear)
}
