//! Dispatch: starting campaigns, filling their audiences, claiming what is due and making it ready for the gate.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

use super::App;
use super::campaigns::CampaignError;
pub use super::claim::CLAIM;
use super::claim::{Bounds, Lane, claim_clear, claim_letters, not_composable};
use super::framing::{self, Editions, compile};
use super::ready::{Bench, Ready};
use super::ready_letters::Desk;
use super::signing::{self, NoSigningKey};
use crate::clock;
use crate::dkim::Signer;
use crate::domain::campaign::{CampaignState, CampaignStep};
use crate::domain::id::NodeId;
use crate::domain::letter::LETTERS;
use crate::domain::share::{Turns, Way, shares};
use crate::domain::throttle::Rate;
use crate::domain::{CampaignId, Kind};
use crate::gate::{Fuses, Message};
use crate::store::campaigns::{self, Campaign};
use crate::store::deliveries::{self, Places};
use crate::store::expansion::{self, Expanded};
use crate::store::looks::DeliveryKey;
use crate::store::{Db, StoreError, letters};

/// Makes messages ready, campaign by campaign in turn, so that none holds up another.
pub struct Dispatcher {
    app: App,
    compiled: HashMap<CampaignId, Arc<Editions>>,
    turn: VecDeque<CampaignId>,
    /// Where the last claim of each campaign ended.
    places: HashMap<CampaignId, Places>,
    turns: HashMap<Kind, Turns>,
    fuses: Fuses,
    cap: Option<u32>,
    domains: Arc<BTreeMap<String, Rate>>,
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
    let mut campaigns = app.store.read(move |db| campaigns::in_states(db, &open)).await?;
    campaigns.retain(|campaign| campaign.id != LETTERS);
    let mut planned = Planned::default();
    for campaign in campaigns {
        match campaign.state {
            CampaignState::Scheduled if campaign.scheduled_at.is_some_and(|at| at <= clock::now()) => {
                let id = campaign.id;
                if let Some(why) = no_relay(app, &campaign).or_else(|| too_late(app, &campaign)) {
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
        super::campaigns::withhold_waiting(app, id).await?;
    }
    Ok(())
}

/// Why a campaign that was due long ago waits for staff instead of going out: the first window that it could have gone out
/// in is over, or, without one, too much time has passed.
fn too_late(app: &App, campaign: &Campaign) -> Option<String> {
    let due = campaign.scheduled_at?;
    if let Some(closed) = campaign.window.and_then(|window| window.next_closing(window.next_opening(due))) {
        let (due, window) = (due.to_rfc3339(), campaign.window?);
        return (closed <= clock::now())
            .then(|| format!("it was due at {due}, and its window ({window}) closed before a sender was running"));
    }
    let late = (clock::now() - due).to_std().ok().filter(|late| *late > app.settings.late_after)?;
    Some(format!("it was due at {} and no sender was running for {} hours", due.to_rfc3339(), late.as_secs() / 3600))
}

/// Why a campaign waits for staff instead of waiting for a relay that there is not.
fn no_relay(app: &App, campaign: &Campaign) -> Option<String> {
    let missing = app.settings.relays.of(campaign.kind).is_empty();
    missing.then(|| format!("no relay takes {} mail; name one in CONSENTRY_RELAYS", campaign.kind))
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
    pub fn new(app: App, fuses: Fuses) -> Result<Self, NoSigningKey> {
        let signer = signing::signer(&app)?;
        let selectors = signer.as_ref().map(|signer| signer.selectors().join(" "));
        let said = if signer.is_some() { "Messages are signed" } else { "Messages are not signed here" };
        tracing::info!(selectors = selectors.unwrap_or_default(), "{said}");
        let settings = &app.settings;
        let domains = Arc::new(settings.domain_throttles.clone());
        let cap = settings.weekly_cap;
        Ok(Self {
            app,
            compiled: HashMap::new(),
            turn: VecDeque::new(),
            places: HashMap::new(),
            turns: HashMap::new(),
            fuses,
            cap,
            domains,
            signer,
            unsure: None,
        })
    }

    /// Claims from the next campaign that has something due and whose relays have room, and returns its messages, each
    /// with the relay it goes by; none where there is no such campaign. `ways` are those to the relays that can be
    /// reached.
    ///
    /// # Errors
    /// The database says no. What was claimed and not returned is given back by the next call.
    pub async fn next(&mut self, node: NodeId, ways: &[Way]) -> Result<Vec<(usize, Message)>, CampaignError> {
        self.give_back().await?;
        let read = |db: &mut Db| {
            let sending = campaigns::in_states(db, &[CampaignState::Sending])?;
            Ok::<_, StoreError>((sending, letters::any_due(db, clock::now())?))
        };
        let (mut sending, letters_due) = self.app.store.read(read).await?;
        let letters_go = sending.iter().any(|campaign| campaign.id == LETTERS);
        sending.retain(|campaign| campaign.id != LETTERS);
        let mut dry = BTreeSet::new();
        // Somebody waits for a letter: it goes before all that nobody asked for.
        if letters_due && letters_go {
            let lanes = self.lanes(Kind::Notice, LETTERS, ways, &BTreeSet::new());
            if !lanes.is_empty() {
                let claimed = self.claim_letters(node, lanes).await?;
                if claimed.any {
                    return Ok(claimed.messages);
                }
                dry.extend(claimed.dry);
            }
        }
        self.compiled.retain(|id, _| sending.iter().any(|campaign| campaign.id == *id));
        self.turn.retain(|id| sending.iter().any(|campaign| campaign.id == *id));
        for campaign in &sending {
            if !self.turn.contains(&campaign.id) {
                self.turn.push_back(campaign.id);
            }
        }
        for id in Vec::from_iter(self.turn.clone()) {
            let Some(campaign) = sending.iter().find(|campaign| campaign.id == id) else { continue };
            if campaign.window.is_some_and(|window| !window.contains(clock::now())) {
                continue;
            }
            let lanes = self.lanes(campaign.kind, campaign.id, ways, &dry);
            if lanes.is_empty() {
                continue;
            }
            let claimed = match self.claim(campaign, node, lanes).await {
                Err(CampaignError::Compose(fault)) => {
                    // Staff must mend it, and nothing else waits for that.
                    let why = format!("its messages cannot be composed: {fault}");
                    self.app.store.write_sending(move |db| campaigns::hold(db, id, &why)).await?;
                    continue;
                }
                claimed => claimed?,
            };
            if claimed.any {
                // One that a throttle kept back keeps its turn: otherwise whoever stands first would get every token.
                self.turn.retain(|other| *other != id);
                self.turn.push_back(id);
                return Ok(claimed.messages);
            }
            dry.extend(claimed.dry);
        }
        Ok(Vec::new())
    }

    /// The relays that a claim of the campaign may be for now; none where one of them that moves has no room yet.
    fn lanes(&self, kind: Kind, campaign: CampaignId, ways: &[Way], dry: &BTreeSet<usize>) -> Vec<Lane> {
        let of_kind = self.fuses.relays().of(kind);
        let is_open = |way: &&Way| {
            let relay = way.relay;
            of_kind.contains(&relay) && !dry.contains(&relay) && !self.fuses.is_blown(relay, campaign)
        };
        let open: Vec<Way> = ways.iter().filter(is_open).copied().collect();
        let lane = |(relay, room): (usize, i64)| {
            let known = self.fuses.relays().all().get(relay)?;
            let bucket = known.throttle.map(|rate| (format!("relay:{}", known.name), rate));
            Some(Lane { relay, weight: known.weight, room, bucket, ascii_only: self.fuses.is_ascii_only(relay) })
        };
        shares(&open, CLAIM).unwrap_or_default().into_iter().filter_map(lane).collect()
    }

    fn bounds(&self, kind: Kind, lanes: Vec<Lane>) -> Bounds {
        let beyond_ascii = self.fuses.may_take_beyond_ascii(kind);
        Bounds { cap: self.cap, domains: Arc::clone(&self.domains), lanes, beyond_ascii }
    }

    /// Gives back messages that their relay never got: another takes them, or this one later. It was no try.
    ///
    /// # Errors
    /// The database says no: the messages are still this node's.
    pub async fn return_unsent(&self, messages: &[Message]) -> Result<(), StoreError> {
        let claims: Vec<_> = messages.iter().map(|message| (message.delivery, message.attempt, message.node)).collect();
        self.app.store.write_sending(move |db| deliveries::unclaim(db, &claims, clock::now())).await
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

    async fn claim(&mut self, campaign: &Campaign, node: NodeId, lanes: Vec<Lane>) -> Result<Batch, CampaignError> {
        let compiled = self.compiled(campaign).await?;
        let (id, kind, behind) = (campaign.id, campaign.kind, self.places.remove(&campaign.id).unwrap_or_default());
        let bounds = self.bounds(kind, lanes);
        let turns = self.turns.get(&kind).cloned().unwrap_or_default();
        self.unsure = Some(node);
        let mut runs = 0;
        let claimed = self.app.store.write_sending(move |db| {
            runs += 1;
            let mut turns = turns.clone();
            let claimed = claim_clear(db, id, node, &bounds, behind, &mut turns, clock::now())?;
            Ok::<_, StoreError>((claimed, turns, runs))
        });
        let (claimed, turns, runs) = claimed.await?;
        self.turns.insert(kind, turns);
        if claimed.next != Places::default() {
            self.places.insert(id, claimed.next);
        }
        let (any, dry) = (claimed.any, claimed.dry);
        let relays: HashMap<_, _> = claimed.clear.iter().map(|(relay, claim, _)| (claim.delivery, *relay)).collect();
        let bench = Bench {
            ring: self.app.keys.ring(),
            signer: self.signer.clone(),
            editions: compiled,
            kind,
            node,
            policy: campaign.policy,
        };
        let claims = claimed.clear.into_iter().map(|(_, claim, person)| (claim, person)).collect();
        let ready = bench.make_all(claims).await;
        Ok(self.batch(any, dry, runs, ready, &relays).await?)
    }

    /// Claims letters. Where settings are missing that every letter needs, none is claimed: they wait.
    async fn claim_letters(&mut self, node: NodeId, lanes: Vec<Lane>) -> Result<Batch, StoreError> {
        let Ok(frame) = framing::service(&self.app) else { return Ok(Batch::default()) };
        let bounds = self.bounds(Kind::Notice, lanes);
        let turns = self.turns.get(&Kind::Notice).cloned().unwrap_or_default();
        self.unsure = Some(node);
        let mut runs = 0;
        let claimed = self.app.store.write_sending(move |db| {
            runs += 1;
            let mut turns = turns.clone();
            let claimed = claim_letters(db, node, &bounds, &mut turns, clock::now())?;
            Ok::<_, StoreError>((claimed, turns, runs))
        });
        let ((claimed, letters), turns, runs) = claimed.await?;
        self.turns.insert(Kind::Notice, turns);
        let (any, dry) = (claimed.any, claimed.dry);
        let relays: HashMap<_, _> = claimed.clear.iter().map(|(relay, claim, _)| (claim.delivery, *relay)).collect();
        let desk = Desk { ring: self.app.keys.ring(), signer: self.signer.clone(), frame, node };
        let ready = desk.make_all(letters).await;
        self.batch(any, dry, runs, ready, &relays).await
    }

    async fn batch(
        &mut self,
        any: bool,
        dry: Vec<usize>,
        runs: u32,
        ready: Ready,
        relays: &HashMap<DeliveryKey, usize>,
    ) -> Result<Batch, StoreError> {
        let Ready { messages, failed, lost } = ready;
        for claim in failed {
            self.app.store.record(not_composable(claim, clock::now())).await?;
        }
        // A writer that ran it twice may have claimed twice.
        if runs == 1 && !lost {
            self.unsure = None;
        }
        let with_relay = |message: Message| Some((*relays.get(&message.delivery)?, message));
        Ok(Batch { any, dry, messages: messages.into_iter().filter_map(with_relay).collect() })
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
}

/// The messages of one claim, whether anything was claimed at all, and which relays' throttles let nothing go.
#[derive(Default)]
struct Batch {
    any: bool,
    dry: Vec<usize>,
    messages: Vec<(usize, Message)>,
}
