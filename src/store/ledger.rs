//! The ledger: append-only, in the order in which entries became true.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::columns::{micros, time, word};
use super::db::Db;
use super::dialect;
use super::error::StoreError;
use super::held_changes;
use super::ledger_chain;
use super::ledger_evidence::{self, Proof};
use super::schema::{ledger, ledger_head};
use super::{policies, recipients, wordings};
use crate::domain::consent::{ConsentEvent, Decision, Source};
use crate::domain::policy::Versions;
use crate::domain::{AddressHash, CampaignId, PolicyVersion, RecipientId, Scope, Seq};

/// An entry to append.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// Whom it is about: a recipient, or the keyed hash of somebody who is none.
    pub about: About,
    /// What it covers.
    pub scope: Scope,
    /// What it says.
    pub decision: Decision,
    /// Where it was made.
    pub source: Source,
    /// Why we may act on it: consent, contract, ... or the staff's reason.
    pub basis: String,
    /// When it happened.
    pub happened_at: DateTime<Utc>,
    /// When it is recorded.
    pub recorded_at: DateTime<Utc>,
    /// The exact words that were shown.
    pub wording: Option<String>,
    /// The language of the words.
    pub language: Option<String>,
    /// Who made it: `recipient`, `import`, or a member of staff.
    pub actor: String,
    /// Ties the entries of one act together.
    pub request_id: String,
    /// The campaign whose link was used, or whose message was on its way.
    pub campaign: Option<CampaignId>,
    /// Where the request came from.
    pub evidence: Option<Evidence>,
    /// Anything more, never an address.
    pub note: Option<String>,
}

/// Whom an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A recipient.
    Recipient(RecipientId),
    /// An address (or domain) by its keyed hash.
    Subject(AddressHash),
}

impl About {
    fn recipient(self) -> Option<RecipientId> {
        match self {
            Self::Recipient(id) => Some(id),
            Self::Subject(_) => None,
        }
    }
}

/// IP address and user agent of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The address of the connection, or of the client behind a trusted proxy.
    pub ip: String,
    /// What the client called itself, cut.
    pub user_agent: String,
}

/// A row of the table. Times are microseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = ledger)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the columns are explained in migrations/ and by NewEntry")]
pub struct Row {
    pub seq: i64,
    pub recipient_id: Option<i64>,
    #[serde(with = "super::ledger_export::hex_option")]
    pub subject: Option<Vec<u8>>,
    pub scope: String,
    pub decision: String,
    pub undoes: Option<i64>,
    pub source: String,
    pub basis: String,
    pub happened_at: i64,
    pub recorded_at: i64,
    #[serde(with = "super::ledger_export::hex_option")]
    pub wording: Option<Vec<u8>>,
    pub language: Option<String>,
    pub policy_version: i32,
    pub actor: String,
    pub request_id: String,
    pub campaign_id: Option<i64>,
    #[serde(with = "super::ledger_export::hex_option")]
    pub evidence: Option<Vec<u8>>,
    pub note: Option<String>,
    #[serde(with = "super::ledger_export::hex")]
    pub hash: Vec<u8>,
    #[serde(with = "super::ledger_export::hex_option")]
    pub person: Option<Vec<u8>>,
    pub holds: Option<String>,
}

/// The end of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The last entry's place; 0 where there is none.
    pub seq: Seq,
    /// The last entry's hash.
    pub hash: Vec<u8>,
}

/// The end of the chain as it is now.
///
/// # Errors
/// The database says no.
pub fn head(db: &mut Db) -> Result<Head, StoreError> {
    let (seq, hash): (i64, Vec<u8>) =
        ledger_head::table.find(1).select((ledger_head::seq, ledger_head::hash)).first(db)?;
    Ok(Head { seq: Seq::new(seq), hash })
}

/// Appends entries and returns the place of the first; run inside a write transaction.
///
/// Every append first locks the end of the ledger, so that `seq` is the order in which entries became true: a reader
/// that has seen n never meets an entry before n later. A chain needs the same lock. Group commit makes it cheap: one
/// lock for all that has queued.
///
/// # Errors
/// The database says no.
pub fn append(db: &mut Db, entries: &[NewEntry]) -> Result<Seq, StoreError> {
    append_of(db, entries, HashMap::new())
}

/// As [`append`], by somebody who knows the keyed hashes of the people's addresses; those that are missing are looked up.
///
/// # Errors
/// The database says no.
pub(super) fn append_of(
    db: &mut Db,
    entries: &[NewEntry],
    mut hashes: HashMap<RecipientId, AddressHash>,
) -> Result<Seq, StoreError> {
    let unknown = |entry: &NewEntry| entry.about.recipient().filter(|id| !hashes.contains_key(id));
    let mut missing: Vec<_> = entries.iter().filter_map(unknown).collect();
    missing.sort_unstable();
    missing.dedup();
    if !missing.is_empty() {
        hashes.extend(recipients::hashes_of(db, &missing)?);
    }
    dialect::lock_ledger(db)?;
    let (seq, mut hash, newest): (i64, Vec<u8>, (i32, i64)) = ledger_head::table
        .find(1)
        .select((ledger_head::seq, ledger_head::hash, (ledger_head::policy_version, ledger_head::policy_since)))
        .first(db)?;
    let mut stamp = Stamp { newest, all: None };
    let first = seq + 1;
    let mut rows = Vec::with_capacity(entries.len());
    let (mut kept, mut proofs) = (HashSet::new(), Vec::new());
    for (seq, entry) in (first..).zip(entries) {
        let policy = stamp.version_of(db, entry)?;
        let mut row = row_of(db, seq, entry, policy, &mut kept)?;
        row.person = entry.about.recipient().and_then(|id| hashes.get(&id)).map(|hash| hash.as_bytes().to_vec());
        if let Some(from) = &entry.evidence {
            let proof = Proof::new(seq, from, row.recorded_at)?;
            row.evidence = Some(proof.digest());
            proofs.push(proof);
        }
        rows.push(row);
    }
    held_changes::attach(&mut rows)?;
    for row in &mut rows {
        row.hash = ledger_chain::hash(&hash, row).to_vec();
        hash.clone_from(&row.hash);
    }
    ledger_evidence::keep(db, &proofs)?;
    dialect::insert_ledger(db, &rows)?;
    if let Some(last) = rows.last() {
        diesel::update(ledger_head::table.find(1))
            .set((ledger_head::seq.eq(last.seq), ledger_head::hash.eq(&last.hash)))
            .execute(db)?;
    }
    Ok(Seq::new(first))
}

/// Tells which policy version an entry carries: the one that it is about, or the newest that had been published when it
/// happened.
struct Stamp {
    /// The newest version and when it was published.
    newest: (i32, i64),
    /// All versions, read for what happened before the newest.
    all: Option<Versions>,
}

impl Stamp {
    fn version_of(&mut self, db: &mut Db, entry: &NewEntry) -> Result<PolicyVersion, StoreError> {
        if let Some(version) = entry.decision.policy() {
            return Ok(version);
        }
        let (newest, since) = self.newest;
        let newest = PolicyVersion(newest);
        if newest == PolicyVersion::FIRST || micros(entry.happened_at) >= since {
            return Ok(newest);
        }
        let all = match self.all.take() {
            Some(all) => all,
            None => policies::versions(db)?,
        };
        Ok(self.all.insert(all).shown_at(entry.happened_at))
    }
}

/// `kept` holds the wordings that this append has written already: an import shows thousands of people the same words.
fn row_of(
    db: &mut Db,
    seq: i64,
    entry: &NewEntry,
    policy: PolicyVersion,
    kept: &mut HashSet<[u8; 32]>,
) -> Result<Row, StoreError> {
    let (recipient_id, subject) = match entry.about {
        About::Recipient(id) => (Some(id.get()), None),
        About::Subject(hash) => (None, Some(hash.as_bytes().to_vec())),
    };
    let digest = entry.wording.as_deref().map(ledger_chain::wording_digest);
    if let (Some(digest), Some(text)) = (digest, &entry.wording)
        && kept.insert(digest)
    {
        wordings::keep(db, &digest, text)?;
    }
    let wording = digest.map(|digest| digest.to_vec());
    Ok(Row {
        seq,
        recipient_id,
        subject,
        scope: entry.scope.to_string(),
        decision: entry.decision.as_str().to_owned(),
        undoes: entry.decision.undoes().map(Seq::get),
        source: entry.source.as_str().to_owned(),
        basis: entry.basis.clone(),
        happened_at: micros(entry.happened_at),
        recorded_at: micros(entry.recorded_at),
        wording,
        language: entry.language.clone(),
        policy_version: policy.0,
        actor: entry.actor.clone(),
        request_id: entry.request_id.clone(),
        campaign_id: entry.campaign.map(CampaignId::get),
        evidence: None,
        note: entry.note.clone(),
        hash: Vec::new(),
        person: None,
        holds: None,
    })
}

/// The part of a row that the fold needs.
pub(super) type EventRow = (i64, String, String, Option<i64>, String, i64, i32);

/// The columns of an [`EventRow`].
pub(super) const EVENT: EventColumns = (
    ledger::seq,
    ledger::scope,
    ledger::decision,
    ledger::undoes,
    ledger::source,
    ledger::happened_at,
    ledger::policy_version,
);

type EventColumns = (
    ledger::seq,
    ledger::scope,
    ledger::decision,
    ledger::undoes,
    ledger::source,
    ledger::happened_at,
    ledger::policy_version,
);

impl Row {
    /// The part of the row that the fold needs.
    ///
    /// # Errors
    /// The row cannot be read.
    pub fn event(&self) -> Result<ConsentEvent, StoreError> {
        let (scope, decision, source) = (self.scope.clone(), self.decision.clone(), self.source.clone());
        event_of((self.seq, scope, decision, self.undoes, source, self.happened_at, self.policy_version))
    }

    /// When the entry was recorded.
    ///
    /// # Errors
    /// The row cannot be read.
    pub fn when_recorded(&self) -> Result<DateTime<Utc>, StoreError> {
        time("ledger", self.recorded_at)
    }
}

/// Reads one event from its columns.
pub(super) fn event_of(row: EventRow) -> Result<ConsentEvent, StoreError> {
    let (seq, scope, decision, undoes, source, happened_at, policy) = row;
    let policy = PolicyVersion(policy);
    let bad = |error: &dyn std::fmt::Display| StoreError::bad_row("ledger", format!("entry {seq}: {error}"));
    Ok(ConsentEvent {
        seq: Seq::new(seq),
        scope: word("ledger", &scope)?,
        decision: Decision::from_parts(&decision, undoes.map(Seq::new), policy).map_err(|error| bad(&error))?,
        source: word::<Source>("ledger", &source)?,
        happened_at: time("ledger", happened_at)?,
        policy,
    })
}

/// All events of one recipient, oldest first.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn events_of(db: &mut Db, recipient: RecipientId) -> Result<Vec<ConsentEvent>, StoreError> {
    let of_recipient = ledger::table.filter(ledger::recipient_id.eq(recipient.get()));
    let rows: Vec<EventRow> = of_recipient.order(ledger::seq).select(EVENT).load(db)?;
    rows.into_iter().map(event_of).collect()
}

/// Which of the people asked for have had notice of the policy version asked for.
///
/// # Errors
/// The database says no.
pub fn notified(
    db: &mut Db,
    asked: &[(PolicyVersion, RecipientId)],
) -> Result<HashSet<(PolicyVersion, RecipientId)>, StoreError> {
    let versions: HashSet<i32> = asked.iter().map(|(version, _)| version.0).collect();
    let ids: Vec<i64> = asked.iter().map(|(_, recipient)| recipient.get()).collect();
    let noted = ledger::table
        .filter(ledger::recipient_id.eq_any(ids))
        .filter(ledger::decision.eq(Decision::Notified(PolicyVersion::FIRST).as_str()))
        .filter(ledger::policy_version.eq_any(versions));
    let rows: Vec<(i32, i64)> =
        noted.select((ledger::policy_version, ledger::recipient_id.assume_not_null())).load(db)?;
    Ok(rows.into_iter().map(|(version, id)| (PolicyVersion(version), RecipientId::new(id))).collect())
}

/// Whole rows of one recipient, oldest first: for those who look into what we hold.
///
/// # Errors
/// The database says no.
pub fn rows_of(db: &mut Db, recipient: RecipientId) -> Result<Vec<Row>, StoreError> {
    let of_recipient = ledger::table.filter(ledger::recipient_id.eq(recipient.get()));
    Ok(of_recipient.order(ledger::seq).select(Row::as_select()).load(db)?)
}

/// Whole rows about an address or a domain by its keyed hash, oldest first.
///
/// # Errors
/// The database says no.
pub fn rows_about(db: &mut Db, subjects: &[AddressHash]) -> Result<Vec<Row>, StoreError> {
    let subjects: Vec<Vec<u8>> = subjects.iter().map(|hash| hash.as_bytes().to_vec()).collect();
    let about = ledger::table.filter(ledger::subject.eq_any(subjects));
    Ok(about.order(ledger::seq).select(Row::as_select()).load(db)?)
}

/// Rows behind `after`, at most `limit`, in the order of the chain.
///
/// # Errors
/// The database says no.
pub fn rows_after(db: &mut Db, after: i64, limit: i64) -> Result<Vec<Row>, StoreError> {
    let behind = ledger::table.filter(ledger::seq.gt(after));
    Ok(behind.order(ledger::seq).limit(limit).select(Row::as_select()).load(db)?)
}

/// One row.
///
/// # Errors
/// The database says no.
pub fn row(db: &mut Db, seq: Seq) -> Result<Option<Row>, StoreError> {
    Ok(ledger::table.find(seq.get()).select(Row::as_select()).first(db).optional()?)
}
