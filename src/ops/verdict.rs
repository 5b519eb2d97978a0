//! The verdict about one address, with what it rests on (G12), and the link one could click.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::App;
use super::lists::{ListError, Named, kind_of};
use crate::clock;
use crate::domain::verdict::{Because, Reason, Verdict, decide};
use crate::domain::{Address, List, Seq};
use crate::link::Claim;
use crate::store::{Db, StoreError, facts, ledger, policies, recipients, suppressions};

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum VerdictError {
    /// The list is none.
    #[error(transparent)]
    List(#[from] ListError),
    /// Nobody of that address.
    #[error("nobody with this address is known; import the address first")]
    NobodyKnown,
    /// The database said no.
    #[error("consent and suppressions could not be read, so nothing would be sent")]
    Store(#[from] StoreError),
}

/// A verdict as a script reads it.
#[derive(Clone, Debug, Serialize)]
pub struct Explained {
    /// `clear` or `withheld`.
    pub verdict: &'static str,
    /// The reason's word; none where clear.
    pub reason: Option<&'static str>,
    /// What it rests on, in sentences, the deciding one first.
    pub because: Vec<Ground>,
}

/// One ground of a verdict.
#[derive(Clone, Debug, Serialize)]
pub struct Ground {
    /// The rule of the specification, 1 to 6.
    pub rule: u8,
    /// A sentence.
    pub text: String,
    /// The ledger entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<i64>,
    /// The suppression's scope and reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suppression: Option<String>,
    /// The policy version in force.
    pub policy_version: i32,
}

/// What the gate would say about a message to `address` right now.
///
/// # Errors
/// See [`VerdictError`].
pub async fn explain(app: &App, address: &Address, named: Named) -> Result<Explained, VerdictError> {
    let hash = app.keys.ring().hash_address(address);
    let domain = app.keys.ring().hash_domain(address.domain());
    let cap = app.settings.weekly_cap;
    let asked = app.store.read(move |db| {
        let kind = kind_of(db, &named)?;
        let now = clock::now();
        let verdict = match recipients::find_by_hash(db, hash)? {
            Some(person) => {
                let mut known = facts::read(db, &[person.id], cap, now)?;
                let facts = known.remove(&person.id).ok_or(VerdictError::NobodyKnown)?;
                decide(kind, &facts, now)
            }
            None => decide(kind, &of_nobody(db, &[hash, domain], now)?, now),
        };
        let entry = match verdict.because().entry {
            Some(seq) => ledger::row(db, seq)?,
            None => None,
        };
        Ok::<_, VerdictError>(explained(&verdict, entry.as_ref()))
    });
    asked.await
}

/// What holds for an address that nobody imported: no consent, and whatever is held against it.
fn of_nobody(
    db: &mut Db,
    subjects: &[crate::domain::AddressHash],
    now: DateTime<Utc>,
) -> Result<crate::domain::verdict::Facts, StoreError> {
    let held = suppressions::against(db, subjects)?;
    Ok(crate::domain::verdict::Facts {
        consent: crate::domain::consent::ConsentState::default(),
        suppressions: held.into_iter().map(|held| held.suppression).collect(),
        policy: policies::versions(db)?.state(&[], now),
        cap: None,
        recent: Vec::new(),
    })
}

fn explained(verdict: &Verdict, entry: Option<&ledger::Row>) -> Explained {
    let (word, reason) = match verdict {
        Verdict::Clear(_) => ("clear", None),
        Verdict::Withheld(reason, _) => ("withheld", Some(*reason)),
        Verdict::Later(..) => ("withheld", Some(Reason::FrequencyCap)),
    };
    let because = ground(verdict.because(), reason, entry);
    Explained { verdict: word, reason: reason.map(Reason::as_str), because: vec![because] }
}

fn ground(because: &Because, reason: Option<Reason>, entry: Option<&ledger::Row>) -> Ground {
    let said = match (reason, entry) {
        (Some(reason), None) => reason.clause().to_owned(),
        (Some(reason), Some(row)) => {
            format!("{} (ledger entry {}: {} {}, by {})", reason.clause(), row.seq, row.decision, row.scope, row.source)
        }
        (None, Some(row)) => format!("ledger entry {}: {} {}, by {}", row.seq, row.decision, row.scope, row.source),
        (None, None) => "this kind of message needs no consent".to_owned(),
    };
    let suppression = because.suppression.as_ref();
    Ground {
        rule: because.rule,
        text: said,
        entry: because.entry.map(Seq::get),
        suppression: suppression.map(|held| format!("{} in {}", held.reason, held.scope)),
        policy_version: because.policy,
    }
}

/// The one-click URL that a message of this list to `address` would carry.
///
/// # Errors
/// See [`VerdictError`].
pub async fn link(app: &App, address: &Address, named: Named) -> Result<String, VerdictError> {
    let hash = app.keys.ring().hash_address(address);
    let found = app.store.read(move |db| {
        let kind = kind_of(db, &named)?;
        let person = recipients::find_by_hash(db, hash)?.ok_or(VerdictError::NobodyKnown)?;
        Ok::<_, VerdictError>((kind.list(), person.id))
    });
    let (list, recipient) = found.await?;
    let list = list.unwrap_or(List::Stream(crate::domain::Stream::Company));
    let token = app.keys.mint(&Claim::Unsubscribe { recipient, list, campaign: None });
    Ok(format!("{}/u/{token}", app.settings.base_url.as_str()))
}
