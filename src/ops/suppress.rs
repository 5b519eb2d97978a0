//! Suppressions by staff: putting them in force, looking at them, lifting them with a reason (G11).

use serde::Serialize;

use super::App;
use crate::clock;
use crate::domain::address::{AddressError, parse_domain};
use crate::domain::consent::{Decision, Source};
use crate::domain::note::Note;
use crate::domain::staff::StaffName;
use crate::domain::suppression::{Subject, Suppression, SuppressionReason};
use crate::domain::{Address, AddressHash, Scope};
use crate::store::ledger::{self, About, NewEntry};
use crate::store::suppressions::{self, Held};
use crate::store::{Db, StoreError, lists, recipients};

/// Whom a suppression is about, as staff write it.
#[derive(Clone, Debug)]
pub enum Whom {
    /// One address.
    Address(Address),
    /// Every address of a domain.
    Domain(String),
}

impl Whom {
    /// Reads `ada@example.org`, `example.org` or `@example.org`.
    ///
    /// # Errors
    /// The text is neither.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        match text.strip_prefix('@') {
            Some(domain) => parse_domain(domain).map(Self::Domain),
            None if text.is_empty() => Err(AddressError::Empty),
            None if text.contains('@') => Address::parse(text).map(Self::Address),
            None => parse_domain(text).map(Self::Domain),
        }
    }
}

/// Why a suppression was not changed.
#[derive(Debug, thiserror::Error)]
pub enum SuppressError {
    /// There is none like that.
    #[error("there is no such suppression; `consentry suppress list ADDRESS` shows what there is")]
    NotThere,
    /// A topic or partner that nobody has added.
    #[error("there is no {scope}; there {there}")]
    NoList {
        /// What was to be barred.
        scope: Scope,
        /// What there is instead.
        there: String,
    },
    /// The database said no.
    #[error("the suppression could not be read or written")]
    Store(#[from] StoreError),
}

/// A suppression as it is listed. It tells no address: only domains have a name.
#[derive(Clone, Debug, Serialize)]
pub struct Listed {
    /// The domain, or the first bytes of the keyed hash.
    pub subject: String,
    /// What it bars.
    pub scope: String,
    /// Why.
    pub reason: String,
    /// Since when.
    pub since: String,
    /// Until when.
    pub expires_at: Option<String>,
    /// Who put it there.
    pub actor: String,
    /// Their words.
    pub note: Option<String>,
}

impl Listed {
    fn of(held: Held) -> Self {
        let hash = data_encoding::HEXLOWER.encode(held.subject.as_bytes());
        Self {
            subject: held.label.unwrap_or_else(|| format!("#{}", hash.chars().take(12).collect::<String>())),
            scope: held.suppression.scope.to_string(),
            reason: held.suppression.reason.to_string(),
            since: held.suppression.since.to_rfc3339(),
            expires_at: held.suppression.expires_at.map(|end| end.to_rfc3339()),
            actor: held.actor,
            note: held.note,
        }
    }
}

pub(super) fn subject_of(app: &App, whom: &Whom) -> (AddressHash, Subject, Option<String>) {
    match whom {
        Whom::Address(address) => (app.keys.ring().hash_address(address), Subject::Address, None),
        Whom::Domain(domain) => (app.keys.ring().hash_domain(domain), Subject::Domain, Some(domain.clone())),
    }
}

/// What staff ask for.
#[derive(Clone, Debug)]
pub struct Order {
    /// Whom.
    pub whom: Whom,
    /// What to bar.
    pub scope: Scope,
    /// Why.
    pub reason: SuppressionReason,
    /// For how long; for ever where absent.
    pub expires_at: Option<chrono::DateTime<chrono::Utc>>,
    /// Who asks.
    pub staff: StaffName,
    /// Their words.
    pub note: Option<Note>,
}

/// Puts a suppression in force; it is final for messages whose last look comes later. Returns whether it is new.
///
/// # Errors
/// See [`SuppressError`].
pub async fn add(app: &App, order: Order) -> Result<bool, SuppressError> {
    let (subject, kind, label) = subject_of(app, &order.whom);
    app.store
        .write(Vec::new(), move |db| {
            known(db, order.scope)?;
            let now = clock::now();
            let suppression = Suppression {
                subject: kind,
                scope: order.scope,
                reason: order.reason,
                since: now,
                expires_at: order.expires_at,
            };
            lock_person(db, subject)?;
            let held = Held {
                subject,
                suppression,
                label: label.clone(),
                actor: format!("staff {}", order.staff),
                note: order.note.as_ref().map(Note::to_string),
            };
            let new = suppressions::add(db, &held)?;
            if new {
                ledger::append(db, &[entry(subject, &order, Decision::Suppressed, now)])?;
            }
            Ok(new)
        })
        .await
}

/// A bar of a list that there is not would look like one, and bar nothing.
fn known(db: &mut Db, scope: Scope) -> Result<(), SuppressError> {
    let (there, kind, all) = match scope {
        Scope::Everything | Scope::Stream(_) => return Ok(()),
        Scope::Topic(id) => {
            let named = |topic: lists::Topic| format!("topic:{} ({})", topic.id, topic.name);
            let all: Vec<_> = lists::topics(db)?.into_iter().map(named).collect();
            (lists::topic(db, id)?.is_some(), "topic", all)
        }
        Scope::Partner(id) => {
            let named = |partner: lists::Partner| format!("partner:{} ({})", partner.named.id, partner.name);
            let all: Vec<_> = lists::partners(db)?.into_iter().map(named).collect();
            (lists::partner(db, id)?.is_some(), "partner", all)
        }
    };
    if there {
        return Ok(());
    }
    let none = || format!("is none yet: consentry {kind} add NAME");
    let there = if all.is_empty() { none() } else { format!("are {}", all.join(", ")) };
    Err(SuppressError::NoList { scope, there })
}

/// Takes a suppression out of force, and leaves a ledger entry with the reason (G11).
///
/// # Errors
/// See [`SuppressError`].
pub async fn lift(app: &App, order: Order) -> Result<(), SuppressError> {
    let (subject, ..) = subject_of(app, &order.whom);
    app.store
        .write(Vec::new(), move |db| {
            lock_person(db, subject)?;
            let mut entries = Vec::new();
            for reason in lifted_with(order.reason) {
                if suppressions::lift_dangerous(db, subject, order.scope, *reason)? {
                    let order = Order { reason: *reason, ..order.clone() };
                    entries.push(entry(subject, &order, Decision::Lifted, clock::now()));
                }
            }
            if entries.is_empty() {
                return Err(SuppressError::NotThere);
            }
            ledger::append(db, &entries)?;
            Ok(())
        })
        .await
}

/// The verdict has one word for a child's address, whoever reported it: staff who lift it lift both.
const fn lifted_with(reason: SuppressionReason) -> &'static [SuppressionReason] {
    use SuppressionReason::{Complaint, Erased, HardBounce, OptOut, ReportedChild, SaidChild, Snoozed, Staff};
    match reason {
        HardBounce => &[HardBounce],
        Erased => &[Erased],
        OptOut => &[OptOut],
        Complaint => &[Complaint],
        ReportedChild => &[ReportedChild, SaidChild],
        SaidChild => &[SaidChild],
        Staff => &[Staff],
        Snoozed => &[Snoozed],
    }
}

/// The last look of a person takes the same lock, so that no suppression slips past one.
fn lock_person(db: &mut Db, subject: AddressHash) -> Result<(), StoreError> {
    let known: Vec<_> = recipients::known(db, &[subject])?.into_iter().map(|(_, id)| id).collect();
    recipients::lock(db, &known)
}

fn entry(subject: AddressHash, order: &Order, decision: Decision, now: chrono::DateTime<chrono::Utc>) -> NewEntry {
    NewEntry {
        about: About::Subject(subject),
        scope: order.scope,
        decision,
        source: Source::Staff,
        basis: order.reason.to_string(),
        happened_at: now,
        recorded_at: now,
        wording: None,
        language: None,
        actor: format!("staff {}", order.staff),
        request_id: format!("staff {}", now.timestamp_micros()),
        campaign: None,
        evidence: None,
        note: order.note.as_ref().map(Note::to_string),
    }
}

/// What is held against an address and its domain, or against a domain.
///
/// # Errors
/// See [`SuppressError`].
pub async fn list_of(app: &App, whom: &Whom) -> Result<Vec<Listed>, SuppressError> {
    let ring = app.keys.ring();
    let subjects = match whom {
        Whom::Address(address) => vec![ring.hash_address(address), ring.hash_domain(address.domain())],
        Whom::Domain(domain) => vec![ring.hash_domain(domain)],
    };
    let held = app.store.read(move |db| suppressions::against(db, &subjects)).await?;
    Ok(held.into_iter().map(Listed::of).collect())
}

/// The newest suppressions, at most `limit`, and how many there are by reason.
///
/// # Errors
/// See [`SuppressError`].
pub async fn newest(app: &App, limit: i64) -> Result<(Vec<Listed>, Vec<(String, i64)>), SuppressError> {
    let read =
        app.store.read(move |db| Ok::<_, StoreError>((suppressions::newest(db, limit)?, suppressions::counts(db)?)));
    let (held, counts) = read.await?;
    Ok((held.into_iter().map(Listed::of).collect(), counts))
}
