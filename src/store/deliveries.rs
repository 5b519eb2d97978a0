//! Deliveries: claiming, giving back, and what staff and recipients ask about them.

use chrono::{DateTime, Utc};
use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable};

use super::batch::{Batch, Column};
use super::columns::{micros, time, word};
use super::db::Db;
use super::error::StoreError;
use super::looks::DeliveryKey;
use super::schema::{campaigns, deliveries, letters};
use crate::domain::delivery::DeliveryState;
use crate::domain::id::NodeId;
use crate::domain::verdict::Reason;
use crate::domain::{CampaignId, Kind, LetterId, List, PartnerId, RecipientId, TopicId};

/// A delivery that a node has claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Which delivery.
    pub delivery: DeliveryKey,
    /// The number of this try, counted from 1.
    pub attempt: i32,
    /// When its first try began to count towards giving up.
    pub first_try_at: Option<DateTime<Utc>>,
}

/// Which of what is due. What was tried before goes first: a relay that asks everybody to come again gets those who do
/// before any more that it would ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Tried before.
    Again,
    /// Never tried.
    First,
}

/// The condition, in the words of the index.
pub(super) fn in_turn(turn: Turn) -> SqlLiteral<Bool> {
    sql(match turn {
        Turn::Again => "(CASE WHEN deliveries.first_try_at IS NULL THEN 1 ELSE 0 END) = 0",
        Turn::First => "(CASE WHEN deliveries.first_try_at IS NULL THEN 1 ELSE 0 END) = 1",
    })
}

/// A place in the order in which deliveries of a turn are due.
pub type Place = (i64, i64);

/// Where a claim goes on, in each turn; at the beginning where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    again: Option<Place>,
    first: Option<Place>,
}

/// What one claim took.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The claims.
    pub claimed: Vec<Claimed>,
    /// Where the next claim goes on.
    pub next: Places,
    /// Whether there may be more: not everything that is due has been looked at.
    pub more: bool,
}

const CLAIM: &str = "UPDATE deliveries SET state = 1, due_at = NULL, node_id = v.column3, attempt = attempt + 1, \
     updated_at = v.column4 FROM ";
/// A condition that no index serves: with statistics of a time when nothing was due, SQLite would take the index of what
/// is due for empty, and read all of it.
const CLAIM_WHERE: &str = " WHERE deliveries.campaign_id = v.column1 AND deliveries.recipient_id = v.column2 \
     AND COALESCE(deliveries.due_at <= v.column4, FALSE) \
     RETURNING deliveries.recipient_id, deliveries.letter, deliveries.attempt, deliveries.first_try_at";

/// Claims up to `limit` deliveries of a campaign that are due; run inside a write transaction.
///
/// The SELECT only guesses; the condition of the UPDATE decides, so of two nodes that guess alike the second gets nothing
/// and asks again. No row is ever skipped for good: what is due stays in the index until it is claimed.
///
/// `behind` is where the claim before ended. It saves PostgreSQL from walking past all that was claimed since its last
/// vacuum: without it the cost of a claim grows with the campaign. The last page comes without a place, and the one after
/// it begins at the beginning, where what came back in between is found.
///
/// # Errors
/// The database says no.
pub fn claim(
    db: &mut Db,
    campaign: CampaignId,
    node: NodeId,
    limit: i64,
    behind: Places,
    now: DateTime<Utc>,
) -> Result<Page, StoreError> {
    let size = |guessed: &[Place]| i64::try_from(guessed.len()).unwrap_or(i64::MAX);
    let mut guessed = waiting_behind(db, campaign, Turn::Again, behind.again, micros(now), limit)?;
    let again = guessed.last().copied().filter(|_| size(&guessed) == limit);
    let left = limit - size(&guessed);
    let mut first = behind.first;
    if left > 0 {
        let more = waiting_behind(db, campaign, Turn::First, behind.first, micros(now), left)?;
        first = more.last().copied().filter(|_| size(&more) == left);
        guessed.extend(more);
    }
    let next = Places { again, first };
    if guessed.is_empty() {
        return Ok(Page::default());
    }
    let same = |value: i64| Column::Bigs(vec![value; guessed.len()]);
    let columns = vec![
        same(campaign.get()),
        Column::Bigs(guessed.iter().map(|(_, recipient)| *recipient).collect()),
        same(node.get()),
        same(micros(now)),
    ];
    let rows: Vec<(i64, i64, i32, Option<i64>)> =
        Batch::<(BigInt, BigInt, Integer, Nullable<BigInt>)>::new(CLAIM, columns, CLAIM_WHERE).load(db)?;
    let claimed = rows.into_iter().map(|(recipient, letter, attempt, first_try_at)| {
        let delivery = DeliveryKey { campaign, recipient: RecipientId::new(recipient), letter: LetterId::new(letter) };
        let first_try_at = first_try_at.map(|at| time("deliveries", at)).transpose()?;
        Ok(Claimed { delivery, attempt, first_try_at })
    });
    let claimed: Vec<_> = claimed.collect::<Result<_, StoreError>>()?;
    Ok(Page { claimed, next, more: size(&guessed) == limit })
}

/// The first that wait in a campaign behind a place and are due at a time or before, in that order.
fn waiting_behind(
    db: &mut Db,
    campaign: CampaignId,
    turn: Turn,
    behind: Option<Place>,
    until: i64,
    limit: i64,
) -> Result<Vec<Place>, StoreError> {
    let (due_at, recipient) = behind.unwrap_or((i64::MIN, i64::MIN));
    // Rows are compared as a whole: the index can begin there.
    let behind = sql::<Bool>("(due_at, recipient_id) > (").bind::<BigInt, _>(due_at);
    let behind = behind.sql(", ").bind::<BigInt, _>(recipient).sql(")");
    let waiting = deliveries::table
        .filter(deliveries::campaign_id.eq(campaign.get()))
        .filter(in_turn(turn))
        .filter(deliveries::due_at.is_not_null())
        .filter(behind)
        .filter(deliveries::due_at.le(until));
    let in_order = waiting.order((deliveries::due_at, deliveries::recipient_id)).limit(limit);
    Ok(in_order.select((deliveries::due_at.assume_not_null(), deliveries::recipient_id)).load(db)?)
}

/// Gives back claims that a throttle keeps for later.
///
/// # Errors
/// The database says no.
pub fn postpone(db: &mut Db, claims: &[Claimed], until: DateTime<Utc>) -> Result<(), StoreError> {
    for claim in claims {
        diesel::update(
            deliveries::table.find(key_of(claim.delivery)).filter(deliveries::state.eq(DeliveryState::Claimed.code())),
        )
        .set((
            deliveries::state.eq(DeliveryState::Ready.code()),
            deliveries::due_at.eq(Some(micros(until))),
            deliveries::node_id.eq(None::<i64>),
            // Waiting for a throttle is no try.
            deliveries::attempt.eq(claim.attempt - 1),
        ))
        .execute(db)?;
    }
    Ok(())
}

/// The primary key of a delivery.
pub(super) const fn key_of(delivery: DeliveryKey) -> (i64, i64, i64) {
    (delivery.campaign.get(), delivery.recipient.get(), delivery.letter.get())
}

/// Gives back claims of which nothing was tried: it was no try. What is no longer claimed as told stays as it is.
///
/// # Errors
/// The database says no.
pub fn unclaim(db: &mut Db, claims: &[(DeliveryKey, i32, NodeId)], now: DateTime<Utc>) -> Result<(), StoreError> {
    for (delivery, attempt, node) in claims {
        let held = deliveries::table
            .find(key_of(*delivery))
            .filter(deliveries::state.eq(DeliveryState::Claimed.code()))
            .filter(deliveries::node_id.eq(node.get()))
            .filter(deliveries::attempt.eq(attempt));
        diesel::update(held)
            .set((
                deliveries::state.eq(DeliveryState::Ready.code()),
                deliveries::due_at.eq(Some(micros(now))),
                deliveries::node_id.eq(None::<i64>),
                deliveries::attempt.eq(attempt - 1),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// Gives back what `node` has claimed and not begun to hand over; run when it stops, or by another when it is dead.
/// Returns how many there were.
///
/// # Errors
/// The database says no.
pub fn release_claims(db: &mut Db, node: NodeId, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let claimed = deliveries::table
        .filter(deliveries::node_id.eq(node.get()))
        .filter(deliveries::state.eq(DeliveryState::Claimed.code()));
    Ok(diesel::update(claimed)
        .set((
            deliveries::state.eq(DeliveryState::Ready.code()),
            deliveries::due_at.eq(Some(micros(now))),
            deliveries::node_id.eq(None::<i64>),
            deliveries::updated_at.eq(micros(now)),
        ))
        .execute(db)?)
}

/// Marks in doubt what `node` was handing over when it died (G5). Returns how many there were.
///
/// # Errors
/// The database says no.
pub fn doubt_hand_overs(db: &mut Db, node: NodeId, said: &str, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let handing_over = deliveries::table
        .filter(deliveries::node_id.eq(node.get()))
        .filter(deliveries::state.eq(DeliveryState::HandingOver.code()));
    Ok(diesel::update(handing_over)
        .set((
            deliveries::state.eq(DeliveryState::InDoubt.code()),
            deliveries::node_id.eq(None::<i64>),
            deliveries::reply.eq(Some(said)),
            deliveries::updated_at.eq(micros(now)),
        ))
        .execute(db)?)
}

/// The most deliveries that are withheld in one transaction: an opt-out never waits long for one that is open.
const WITHHELD_AT_ONCE: i64 = 1000;

const WITHHOLD: &str =
    "UPDATE deliveries SET state = 6, reason = v.column3, due_at = NULL, updated_at = v.column4 FROM ";
/// As [`CLAIM_WHERE`], it keeps SQLite from the index of what is due.
const WITHHOLD_WHERE: &str = " WHERE deliveries.campaign_id = v.column1 AND deliveries.recipient_id = v.column2 \
     AND COALESCE(deliveries.due_at > 0, FALSE)";

/// Withholds the first of what waits behind a place in a campaign that has ended; run inside a write transaction. Returns
/// where to go on; none where nothing is left.
///
/// # Errors
/// The database says no.
pub fn withhold_waiting(
    db: &mut Db,
    campaign: CampaignId,
    reason: Reason,
    behind: Option<(Turn, Place)>,
    now: DateTime<Utc>,
) -> Result<Option<(Turn, Place)>, StoreError> {
    let (mut turn, place) = behind.map_or((Turn::Again, None), |(turn, place)| (turn, Some(place)));
    let mut waiting = waiting_behind(db, campaign, turn, place, i64::MAX, WITHHELD_AT_ONCE)?;
    if waiting.is_empty() && turn == Turn::Again {
        turn = Turn::First;
        waiting = waiting_behind(db, campaign, turn, None, i64::MAX, WITHHELD_AT_ONCE)?;
    }
    let Some(last) = waiting.last().copied() else { return Ok(None) };
    let columns = vec![
        Column::Bigs(vec![campaign.get(); waiting.len()]),
        Column::Bigs(waiting.iter().map(|(_, recipient)| *recipient).collect()),
        Column::Texts(vec![reason.as_str().to_owned(); waiting.len()]),
        Column::Bigs(vec![micros(now); waiting.len()]),
    ];
    Batch::<()>::new(WITHHOLD, columns, WITHHOLD_WHERE).execute(db)?;
    Ok(Some((turn, last)))
}

/// When the first of what waits in a campaign, and has its turn, is due.
///
/// It is asked for by the order of an index, not by `EXISTS`: PostgreSQL holds a row that nearly every row is like to be
/// found at once by reading the table, and reads all of it where there is none any more.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn first_due(campaign: CampaignId, turn: Turn) -> _ {
    let id: i64 = campaign.get();
    let in_turn: SqlLiteral<Bool> = in_turn(turn);
    deliveries::table
        .filter(deliveries::campaign_id.eq(id))
        .filter(in_turn)
        .filter(deliveries::due_at.is_not_null())
        .order(deliveries::due_at)
        .select(deliveries::due_at)
}

/// Whether any delivery of the campaign still waits, is claimed or is being handed over.
///
/// # Errors
/// The database says no.
pub fn any_open(db: &mut Db, campaign: CampaignId) -> Result<bool, StoreError> {
    // The sum keeps SQLite from the primary key, by which it would read the whole campaign for the few that are held.
    let held = deliveries::table
        .filter(deliveries::node_id.is_not_null())
        .filter((deliveries::campaign_id + 0).eq(campaign.get()))
        .order(deliveries::node_id)
        .select(deliveries::node_id);
    // One statement, so that all are answered from one moment: what moves from one to the other is met.
    let again = first_due(campaign, Turn::Again).single_value().is_not_null();
    let first = first_due(campaign, Turn::First).single_value().is_not_null();
    Ok(diesel::select(again.or(first).or(held.single_value().is_not_null())).get_result(db)?)
}

/// The list of a campaign's mail; none where it is mail that needs no consent.
pub(super) fn list_of(kind: &str, topic: Option<i64>, partner: Option<i64>) -> Result<Option<List>, StoreError> {
    Ok(match (word("campaigns", kind)?, topic, partner) {
        (Kind::Promotional(_), Some(topic), _) => Some(List::Topic(TopicId::new(topic))),
        (Kind::Promotional(_), None, Some(partner)) => Some(List::Partner(PartnerId::new(partner))),
        (Kind::Promotional(stream), None, None) => Some(List::Stream(stream)),
        (Kind::Transactional | Kind::Notice, ..) => None,
    })
}

/// The subject of a message, as far as the store knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SubjectLine {
    /// That of a letter, as its reader saw it.
    Written(String),
    /// That of a campaign, with its placeholders.
    Template(String),
    /// That of the notice of a policy version, which has one in every language.
    PolicyNotice,
}

/// One message as the preference page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// When it last changed.
    pub at: DateTime<Utc>,
    /// Its subject.
    pub subject: SubjectLine,
    /// What it belonged to; nothing where it needed no consent.
    pub list: Option<List>,
    /// Where it stands.
    pub state: DeliveryState,
    /// Why it was withheld.
    pub reason: Option<Reason>,
}

type ShownColumns = (i64, String, Option<i32>, Option<String>, String, Option<i64>, Option<i64>, i32, Option<String>);

/// The newest messages sent to or withheld from a recipient (G12).
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn newest_of(db: &mut Db, recipient: RecipientId, limit: i64) -> Result<Vec<Shown>, StoreError> {
    let rows: Vec<ShownColumns> = deliveries::table
        .inner_join(campaigns::table.on(campaigns::id.eq(deliveries::campaign_id)))
        .left_join(letters::table.on(letters::id.eq(deliveries::letter)))
        .filter(deliveries::recipient_id.eq(recipient.get()))
        .order(deliveries::updated_at.desc())
        .limit(limit)
        .select((
            deliveries::updated_at,
            campaigns::subject,
            campaigns::policy_version,
            letters::subject.nullable(),
            campaigns::stream,
            campaigns::topic_id,
            campaigns::partner_id,
            deliveries::state,
            deliveries::reason,
        ))
        .load(db)?;
    rows.into_iter()
        .map(|(at, subject, policy, of_letter, stream, topic, partner, state, reason)| {
            let unknown = || StoreError::bad_row("deliveries", format!("state {state}"));
            Ok(Shown {
                at: time("deliveries", at)?,
                subject: match (of_letter, policy) {
                    (Some(written), _) => SubjectLine::Written(written),
                    (None, Some(_)) => SubjectLine::PolicyNotice,
                    (None, None) => SubjectLine::Template(subject),
                },
                list: list_of(&stream, topic, partner)?,
                state: DeliveryState::from_code(state).ok_or_else(unknown)?,
                reason: reason.map(|text| word("deliveries", &text)).transpose()?,
            })
        })
        .collect()
}
