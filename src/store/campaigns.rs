//! Campaigns and their counts.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::columns::{micros, time, word};
use super::db::Db;
use super::deliveries::{Turn, in_turn};
use super::error::StoreError;
use super::ids;
use super::lists;
use super::schema::{campaigns, deliveries, recipients};
use crate::domain::campaign::CampaignState;
use crate::domain::delivery::DeliveryState;
use crate::domain::verdict::MessageKind;
use crate::domain::window::Window;
use crate::domain::{CampaignId, Kind, PartnerId, PolicyVersion, Stream, TopicId};

/// A campaign to save.
#[derive(Clone, Debug)]
pub struct NewCampaign {
    /// What staff call it.
    pub name: String,
    /// What it is: company mail, perhaps of a topic, partner mail, perhaps of a partner, or mail that needs no consent.
    pub kind: MessageKind,
    /// Subject line, with placeholders.
    pub subject: String,
    /// Text part, with placeholders.
    pub text: String,
    /// HTML part, with placeholders.
    pub html: String,
}

/// A campaign as it stands, without what it says.
#[derive(Clone, Debug)]
pub struct Campaign {
    /// The id.
    pub id: CampaignId,
    /// What staff call it.
    pub name: String,
    /// What kind of mail it is.
    pub kind: Kind,
    /// The topic, if it has one.
    pub topic: Option<TopicId>,
    /// The partner, if it has one.
    pub partner: Option<PartnerId>,
    /// Where it stands.
    pub state: CampaignState,
    /// Why it is held, where it was not staff who held it.
    pub paused_because: Option<String>,
    /// When it goes out.
    pub scheduled_at: Option<DateTime<Utc>>,
    /// Outside of which none of its messages goes out.
    pub window: Option<Window>,
    /// When its first message could go.
    pub started_at: Option<DateTime<Utc>>,
    /// When it finished or was cancelled.
    pub ended_at: Option<DateTime<Utc>>,
    /// The recipients in its audience so far.
    pub audience: i64,
    /// Whether the audience is complete.
    pub expanded: bool,
    /// The policy version that it gives notice of.
    pub policy: Option<PolicyVersion>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = campaigns)]
struct Row {
    id: i64,
    name: String,
    stream: String,
    topic_id: Option<i64>,
    partner_id: Option<i64>,
    state: String,
    paused_because: Option<String>,
    scheduled_at: Option<i64>,
    send_window: Option<String>,
    started_at: Option<i64>,
    ended_at: Option<i64>,
    audience: i64,
    expanded: bool,
    policy_version: Option<i32>,
}

impl Row {
    fn campaign(self) -> Result<Campaign, StoreError> {
        let at = |micros: Option<i64>| micros.map(|micros| time("campaigns", micros)).transpose();
        Ok(Campaign {
            id: CampaignId::new(self.id),
            kind: word("campaigns", &self.stream)?,
            topic: self.topic_id.map(TopicId::new),
            partner: self.partner_id.map(PartnerId::new),
            state: word("campaigns", &self.state)?,
            scheduled_at: at(self.scheduled_at)?,
            started_at: at(self.started_at)?,
            ended_at: at(self.ended_at)?,
            window: self.send_window.map(|text| word("campaigns", &text)).transpose()?,
            paused_because: self.paused_because,
            name: self.name,
            audience: self.audience,
            expanded: self.expanded,
            policy: self.policy_version.map(PolicyVersion),
        })
    }
}

/// Saves a draft.
///
/// # Errors
/// The database says no.
pub fn add(db: &mut Db, new: &NewCampaign, now: DateTime<Utc>) -> Result<CampaignId, StoreError> {
    let id = ids::small(now)?;
    let (kind, topic, partner) = match new.kind {
        MessageKind::Company(topic) => (Kind::Promotional(Stream::Company), topic, None),
        MessageKind::Partner(partner) => (Kind::Promotional(Stream::Partner), None, partner.map(|named| named.id)),
        MessageKind::Transactional => (Kind::Transactional, None, None),
        MessageKind::Notice => (Kind::Notice, None, None),
    };
    diesel::insert_into(campaigns::table)
        .values((
            campaigns::id.eq(id),
            campaigns::name.eq(&new.name),
            campaigns::stream.eq(kind.as_str()),
            campaigns::topic_id.eq(topic.map(TopicId::get)),
            campaigns::partner_id.eq(partner.map(PartnerId::get)),
            campaigns::subject.eq(&new.subject),
            campaigns::text_body.eq(&new.text),
            campaigns::html_body.eq(&new.html),
            campaigns::state.eq(CampaignState::Draft.as_str()),
            campaigns::created_at.eq(micros(now)),
            campaigns::expand_after.eq(i64::MIN),
            campaigns::expand_up_to.eq(i64::MIN),
            campaigns::expanded.eq(false),
            campaigns::audience.eq(0),
        ))
        .execute(db)?;
    Ok(CampaignId::new(id))
}

/// Makes a draft the notice of a policy version.
///
/// # Errors
/// The database says no.
pub fn give_notice_of(db: &mut Db, id: CampaignId, version: PolicyVersion) -> Result<(), StoreError> {
    diesel::update(campaigns::table.find(id.get())).set(campaigns::policy_version.eq(Some(version.0))).execute(db)?;
    Ok(())
}

/// One campaign.
///
/// # Errors
/// The database says no, or the row cannot be read.
pub fn find(db: &mut Db, id: CampaignId) -> Result<Option<Campaign>, StoreError> {
    let row: Option<Row> = campaigns::table.find(id.get()).select(Row::as_select()).first(db).optional()?;
    row.map(Row::campaign).transpose()
}

/// What a campaign says.
#[derive(Clone, Debug)]
pub struct Texts {
    /// Subject line, with placeholders.
    pub subject: String,
    /// Text part, with placeholders.
    pub text: String,
    /// HTML part, with placeholders.
    pub html: String,
}

/// What one campaign says.
///
/// # Errors
/// The database says no.
pub fn texts(db: &mut Db, id: CampaignId) -> Result<Option<Texts>, StoreError> {
    let columns = (campaigns::subject, campaigns::text_body, campaigns::html_body);
    let found: Option<(String, String, String)> =
        campaigns::table.find(id.get()).select(columns).first(db).optional()?;
    Ok(found.map(|(subject, text, html)| Texts { subject, text, html }))
}

/// Every campaign in one of `states`, oldest first.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn in_states(db: &mut Db, states: &[CampaignState]) -> Result<Vec<Campaign>, StoreError> {
    let words: Vec<_> = states.iter().map(|state| state.as_str()).collect();
    let wanted = campaigns::table.filter(campaigns::state.eq_any(words)).order(campaigns::id);
    let rows: Vec<Row> = wanted.select(Row::as_select()).load(db)?;
    rows.into_iter().map(Row::campaign).collect()
}

/// What a last look must know of a campaign.
#[derive(Clone, Debug)]
pub struct CampaignNow {
    /// Where it stands.
    pub state: CampaignState,
    /// Its message kind; none where topic or partner are not known (G4).
    pub kind: Option<MessageKind>,
    /// Outside of which nothing goes out.
    pub window: Option<Window>,
}

type NowColumns = (String, String, Option<i64>, Option<i64>, Option<String>);

/// Where one campaign stands right now, without its texts: every group of last looks asks.
///
/// # Errors
/// The database says no, or the row cannot be read.
pub fn now(db: &mut Db, id: CampaignId) -> Result<Option<CampaignNow>, StoreError> {
    let columns =
        (campaigns::state, campaigns::stream, campaigns::topic_id, campaigns::partner_id, campaigns::send_window);
    let row: Option<NowColumns> = campaigns::table.find(id.get()).select(columns).first(db).optional()?;
    let Some((state, kind, topic, partner, window)) = row else { return Ok(None) };
    let kind = match word("campaigns", &kind)? {
        Kind::Promotional(Stream::Company) => match topic {
            None => Some(MessageKind::Company(None)),
            Some(id) => lists::topic(db, TopicId::new(id))?.map(|topic| MessageKind::Company(Some(topic.id))),
        },
        Kind::Promotional(Stream::Partner) => match partner {
            None => Some(MessageKind::Partner(None)),
            Some(id) => {
                lists::partner(db, PartnerId::new(id))?.map(|partner| MessageKind::Partner(Some(partner.named)))
            }
        },
        Kind::Transactional => Some(MessageKind::Transactional),
        Kind::Notice => Some(MessageKind::Notice),
    };
    let window = window.map(|text| word("campaigns", &text)).transpose()?;
    Ok(Some(CampaignNow { state: word("campaigns", &state)?, kind, window }))
}

/// Campaigns that have ended and to which something came back since: a message refused for now, a claim given back, a
/// page of the audience.
///
/// # Errors
/// The database says no.
pub fn ended_with_waiting(db: &mut Db) -> Result<Vec<CampaignId>, StoreError> {
    let ended = [CampaignState::Finished.as_str(), CampaignState::Cancelled.as_str()];
    // A value and not `EXISTS`, which PostgreSQL would make a join that reads every delivery.
    let waits = |turn| {
        let first_due = deliveries::table
            .filter(deliveries::campaign_id.eq(campaigns::id))
            .filter(in_turn(turn))
            .filter(deliveries::due_at.is_not_null())
            .order(deliveries::due_at)
            .select(deliveries::due_at);
        first_due.single_value().is_not_null()
    };
    let waiting = waits(Turn::Again).or(waits(Turn::First));
    let found = campaigns::table.filter(campaigns::state.eq_any(ended)).filter(waiting);
    let ids: Vec<i64> = found.select(campaigns::id).load(db)?;
    Ok(ids.into_iter().map(CampaignId::new).collect())
}

/// Moves a campaign from one state to another, if it is still in the first. Returns whether it was.
///
/// # Errors
/// The database says no.
pub fn change_state(
    db: &mut Db,
    id: CampaignId,
    from: CampaignState,
    to: CampaignState,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let row = campaigns::table.find(id.get()).filter(campaigns::state.eq(from.as_str()));
    let changed = match to {
        CampaignState::Finished | CampaignState::Cancelled => diesel::update(row)
            .set((campaigns::state.eq(to.as_str()), campaigns::ended_at.eq(Some(micros(now)))))
            .execute(db)?,
        _ => diesel::update(row)
            .set((campaigns::state.eq(to.as_str()), campaigns::paused_because.eq(None::<String>)))
            .execute(db)?,
    };
    Ok(changed > 0)
}

/// Holds a campaign that is waiting or going out, for a reason that staff can read.
///
/// # Errors
/// The database says no.
pub fn hold(db: &mut Db, id: CampaignId, why: &str) -> Result<(), StoreError> {
    let open = [CampaignState::Scheduled.as_str(), CampaignState::Sending.as_str()];
    diesel::update(campaigns::table.find(id.get()).filter(campaigns::state.eq_any(open)))
        .set((campaigns::state.eq(CampaignState::Paused.as_str()), campaigns::paused_because.eq(Some(why))))
        .execute(db)?;
    Ok(())
}

/// Gives a campaign its time.
///
/// # Errors
/// The database says no.
pub fn set_time(db: &mut Db, id: CampaignId, at: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(campaigns::table.find(id.get())).set(campaigns::scheduled_at.eq(Some(micros(at)))).execute(db)?;
    Ok(())
}

/// Gives a campaign its window, or takes it away.
///
/// # Errors
/// The database says no.
pub fn set_window(db: &mut Db, id: CampaignId, window: Option<Window>) -> Result<(), StoreError> {
    let text = window.map(|window| window.to_string());
    diesel::update(campaigns::table.find(id.get())).set(campaigns::send_window.eq(text)).execute(db)?;
    Ok(())
}

/// Starts a campaign whose time has come: it sends, and its audience is everybody there is at this moment.
///
/// # Errors
/// The database says no.
pub fn start(db: &mut Db, id: CampaignId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let last: Option<i64> = recipients::table.select(diesel::dsl::max(recipients::id)).first(db)?;
    let scheduled = campaigns::table.find(id.get()).filter(campaigns::state.eq(CampaignState::Scheduled.as_str()));
    let changed = diesel::update(scheduled)
        .set((
            campaigns::state.eq(CampaignState::Sending.as_str()),
            campaigns::started_at.eq(Some(micros(now))),
            campaigns::expand_up_to.eq(last.unwrap_or(i64::MIN)),
        ))
        .execute(db)?;
    Ok(changed > 0)
}

/// How many deliveries of a campaign are in which state, withheld ones by reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By state.
    pub by_state: BTreeMap<i32, i64>,
    /// Withheld ones by reason.
    pub withheld: BTreeMap<String, i64>,
}

impl Counts {
    /// How many are in `state`.
    pub fn of(&self, state: DeliveryState) -> i64 {
        self.by_state.get(&state.code()).copied().unwrap_or_default()
    }
}

/// Counts the deliveries of a campaign.
///
/// # Errors
/// The database says no.
pub fn counts(db: &mut Db, id: CampaignId) -> Result<Counts, StoreError> {
    let of_campaign = deliveries::table.filter(deliveries::campaign_id.eq(id.get()));
    let rows: Vec<(i32, Option<String>, i64)> = of_campaign
        .group_by((deliveries::state, deliveries::reason))
        .select((deliveries::state, deliveries::reason, diesel::dsl::count_star()))
        .load(db)?;
    let mut counts = Counts::default();
    for (state, reason, number) in rows {
        *counts.by_state.entry(state).or_default() += number;
        if state == DeliveryState::Withheld.code() {
            *counts.withheld.entry(reason.unwrap_or_default()).or_default() += number;
        }
    }
    Ok(counts)
}
