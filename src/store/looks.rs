//! The last look and the record of what came of it, for as many deliveries as come at the same time.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use diesel::sql_types::BigInt;

use super::batch::{Batch, Column};
use super::campaigns::{self, CampaignNow};
use super::columns::micros;
use super::db::Db;
use super::error::StoreError;
use super::facts;
use super::letters::{self, LetterNow};
use crate::domain::campaign::CampaignState;
use crate::domain::delivery::DeliveryState;
use crate::domain::id::NodeId;
use crate::domain::verdict::{Because, Facts, Reason, Verdict, decide};
use crate::domain::{CampaignId, LetterId, RecipientId};

/// One delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DeliveryKey {
    /// The campaign.
    pub campaign: CampaignId,
    /// The recipient.
    pub recipient: RecipientId,
    /// Which letter; [`DeliveryKey::NO_LETTER`] for every campaign but that of letters.
    pub letter: LetterId,
}

impl DeliveryKey {
    /// What stands in the place of the letter where there is none.
    pub const NO_LETTER: LetterId = LetterId::new(0);

    /// The message of a campaign to a recipient.
    pub const fn of_campaign(campaign: CampaignId, recipient: RecipientId) -> Self {
        Self { campaign, recipient, letter: Self::NO_LETTER }
    }

    /// Whether it is a letter.
    pub fn is_letter(&self) -> bool {
        self.letter != Self::NO_LETTER
    }
}

/// A request for the last look of one delivery.
#[derive(Clone, Debug)]
pub struct LookRequest {
    /// Which delivery.
    pub delivery: DeliveryKey,
    /// The try, as the claim numbered it.
    pub attempt: i32,
    /// The node that holds the claim.
    pub node: NodeId,
    /// Promotional messages in 7 days at most.
    pub cap: Option<u32>,
    /// Now.
    pub now: DateTime<Utc>,
}

/// What the last look found; it is committed when the caller learns of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookAnswer {
    /// Clear, and marked `handing_over`.
    Clear,
    /// Not clear, and marked withheld.
    Withheld(Reason),
    /// Not now (frequency cap), and marked deferred.
    Later,
    /// The campaign was paused, or its window has closed; the delivery is ready again.
    Held,
    /// The claim is no longer ours; nothing was marked.
    Lost,
}

/// What a look makes of one delivery.
struct Mark {
    answer: LookAnswer,
    state: DeliveryState,
    due_at: Option<DateTime<Utc>>,
    reason: Option<Reason>,
    because: Option<Because>,
}

/// Looks at each delivery alone and marks them in one statement. Run inside a write transaction that holds the locks of
/// the recipients.
pub(super) fn look(db: &mut Db, requests: &[LookRequest]) -> Result<Vec<LookAnswer>, StoreError> {
    let Some(first) = requests.first() else { return Ok(Vec::new()) };
    let recipients: Vec<_> = requests.iter().map(|request| request.delivery.recipient).collect();
    let facts = facts::read(db, &recipients, first.cap, first.now)?;
    let campaigns = campaigns_of(db, requests)?;
    let letters = letters_of(db, requests)?;
    let marks: Vec<Mark> = requests.iter().map(|request| mark(request, &campaigns, &facts, &letters)).collect();
    let marked = write_marks(db, requests, &marks)?;
    let answers = requests
        .iter()
        .zip(marks)
        .map(|(request, mark)| if marked.contains(&request.delivery) { mark.answer } else { LookAnswer::Lost });
    Ok(answers.collect())
}

/// Withholds what is not clear already and returns the deliveries that are; run inside the transaction of their claim.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn withhold_early(db: &mut Db, requests: &[LookRequest]) -> Result<HashSet<DeliveryKey>, StoreError> {
    let Some(first) = requests.first() else { return Ok(HashSet::new()) };
    let recipients: Vec<_> = requests.iter().map(|request| request.delivery.recipient).collect();
    let facts = facts::read(db, &recipients, first.cap, first.now)?;
    let campaigns = campaigns_of(db, requests)?;
    let letters = letters_of(db, requests)?;
    let mut clear = HashSet::new();
    let mut not_clear = (Vec::new(), Vec::new());
    for request in requests {
        let mark = mark(request, &campaigns, &facts, &letters);
        if mark.answer == LookAnswer::Clear {
            clear.insert(request.delivery);
        } else {
            not_clear.0.push(request.clone());
            not_clear.1.push(mark);
        }
    }
    if !not_clear.0.is_empty() {
        write_marks(db, &not_clear.0, &not_clear.1)?;
    }
    Ok(clear)
}

fn campaigns_of(db: &mut Db, requests: &[LookRequest]) -> Result<HashMap<CampaignId, CampaignNow>, StoreError> {
    let ids: HashSet<_> = requests.iter().map(|request| request.delivery.campaign).collect();
    let mut found = HashMap::with_capacity(ids.len());
    for id in ids {
        if let Some(now) = campaigns::now(db, id)? {
            found.insert(id, now);
        }
    }
    Ok(found)
}

/// What is to be known of the letters among `requests`.
fn letters_of(db: &mut Db, requests: &[LookRequest]) -> Result<HashMap<LetterId, LetterNow>, StoreError> {
    let ids: Vec<_> = requests.iter().map(|look| look.delivery).filter(DeliveryKey::is_letter).collect();
    if ids.is_empty() { Ok(HashMap::new()) } else { letters::now(db, &ids) }
}

fn mark(
    request: &LookRequest,
    campaigns: &HashMap<CampaignId, CampaignNow>,
    facts: &HashMap<RecipientId, Facts>,
    letters: &HashMap<LetterId, LetterNow>,
) -> Mark {
    let campaign = campaigns.get(&request.delivery.campaign);
    let facts = facts.get(&request.delivery.recipient);
    if !request.delivery.is_letter() {
        return mark_of(campaign, facts, request.now);
    }
    match letters.get(&request.delivery.letter) {
        Some(letter) if request.now < letter.good_until => {
            let with_other = facts.map(|facts| letter.facts(facts));
            mark_of(campaign, with_other.as_ref(), request.now)
        }
        Some(_) => withheld(Reason::Outdated, None),
        None => withheld(Reason::Unreadable, None),
    }
}

const fn withheld(reason: Reason, because: Option<Because>) -> Mark {
    Mark {
        answer: LookAnswer::Withheld(reason),
        state: DeliveryState::Withheld,
        due_at: None,
        reason: Some(reason),
        because,
    }
}

/// Nothing is said about the recipient: the campaign goes on later.
const fn ready_again(at: DateTime<Utc>) -> Mark {
    Mark { answer: LookAnswer::Held, state: DeliveryState::Ready, due_at: Some(at), reason: None, because: None }
}

fn mark_of(campaign: Option<&CampaignNow>, facts: Option<&Facts>, now: DateTime<Utc>) -> Mark {
    let Some(CampaignNow { state, kind, window }) = campaign else { return withheld(Reason::UnknownList, None) };
    let kind = match (state, kind) {
        (CampaignState::Sending, Some(kind)) => *kind,
        (CampaignState::Paused | CampaignState::Scheduled | CampaignState::Draft, _) => return ready_again(now),
        (CampaignState::Cancelled | CampaignState::Finished, _) => return withheld(Reason::CampaignCancelled, None),
        (CampaignState::Sending, None) => return withheld(Reason::UnknownList, None),
    };
    if let Some(window) = window.filter(|window| !window.contains(now)) {
        return ready_again(window.next_opening(now));
    }
    let Some(facts) = facts else { return withheld(Reason::Unreadable, None) };
    match decide(kind, facts, now) {
        Verdict::Clear(because) => Mark {
            answer: LookAnswer::Clear,
            state: DeliveryState::HandingOver,
            due_at: None,
            reason: None,
            because: Some(because),
        },
        Verdict::Withheld(reason, because) => withheld(reason, Some(because)),
        Verdict::Later(at, because) => Mark {
            answer: LookAnswer::Later,
            state: DeliveryState::Deferred,
            due_at: Some(at),
            reason: Some(Reason::FrequencyCap),
            because: Some(because),
        },
    }
}

pub(super) type Backend = <Db as diesel::Connection>::Backend;

/// A delivery that is handing over keeps its node, so that a dead node's deliveries can be found.
const MARK: &str = "UPDATE deliveries SET state = v.column5, due_at = v.column6, reason = v.column7, rule = v.column8, \
     entry = v.column9, policy = v.column10, updated_at = v.column11, \
     node_id = CASE WHEN v.column5 = 2 THEN deliveries.node_id ELSE NULL END FROM ";
/// Only a delivery that is still claimed by the same node in the same try is marked. `IS NOT DISTINCT FROM` keeps
/// PostgreSQL from going by the index of what nodes hold, which is small, changes with every message and is full of dead
/// entries: the primary key is the way.
const MARK_WHERE: &str = " WHERE deliveries.campaign_id = v.column1 AND deliveries.recipient_id = v.column2 \
     AND deliveries.letter = v.column12 AND deliveries.attempt = v.column3 \
     AND deliveries.node_id IS NOT DISTINCT FROM v.column4 AND deliveries.state = 1 \
     RETURNING deliveries.campaign_id, deliveries.recipient_id, deliveries.letter";

fn write_marks(db: &mut Db, requests: &[LookRequest], marks: &[Mark]) -> Result<HashSet<DeliveryKey>, StoreError> {
    let because = || marks.iter().map(|mark| mark.because.as_ref());
    let reason = |mark: &Mark| mark.reason.map(|reason| reason.as_str().to_owned());
    let columns = vec![
        Column::Bigs(requests.iter().map(|request| request.delivery.campaign.get()).collect()),
        Column::Bigs(requests.iter().map(|request| request.delivery.recipient.get()).collect()),
        Column::Ints(requests.iter().map(|request| request.attempt).collect()),
        Column::Bigs(requests.iter().map(|request| request.node.get()).collect()),
        Column::Ints(marks.iter().map(|mark| mark.state.code()).collect()),
        Column::MaybeBigs(marks.iter().map(|mark| mark.due_at.map(micros)).collect()),
        Column::MaybeTexts(marks.iter().map(reason).collect()),
        Column::MaybeInts(because().map(|because| Some(i32::from(because?.rule))).collect()),
        Column::MaybeBigs(because().map(|because| Some(because?.entry?.get())).collect()),
        Column::MaybeInts(because().map(|because| Some(because?.policy)).collect()),
        Column::Bigs(requests.iter().map(|request| micros(request.now)).collect()),
        Column::Bigs(requests.iter().map(|request| request.delivery.letter.get()).collect()),
    ];
    let marked: Vec<(i64, i64, i64)> = Batch::<(BigInt, BigInt, BigInt)>::new(MARK, columns, MARK_WHERE).load(db)?;
    let key = |(campaign, recipient, letter)| DeliveryKey {
        campaign: CampaignId::new(campaign),
        recipient: RecipientId::new(recipient),
        letter: LetterId::new(letter),
    };
    Ok(marked.into_iter().map(key).collect())
}
