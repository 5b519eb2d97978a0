//! What the open transaction did to what is held, until an entry of the ledger says so (G8).
//!
//! Every function that changes a suppression or a weekly limit notes it here, and [`attach`] writes it into the entries
//! that are appended next. So the fold of the ledger is what the tables hold, by construction and not by a second set of
//! rules; a transaction that changed something and has no entry for it is not committed.
//!
//! The notes belong to the thread: a transaction begins and ends on one.

use std::cell::RefCell;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::ledger::Row;
use crate::domain::held::{Bar, BarKey};
use crate::domain::{AddressHash, RecipientId};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A suppression was put in force; one that was there is only made stricter.
    Put(BarKey, Bar),
    /// A suppression was taken out of force.
    Lift(BarKey),
    /// A suppression was given this end.
    End(BarKey, i64),
    /// A person's weekly limit was set.
    Cap(RecipientId, Option<i32>),
}

thread_local! {
    static OPEN: RefCell<Vec<Change>> = const { RefCell::new(Vec::new()) };
}

pub(super) fn note(change: Change) {
    OPEN.with_borrow_mut(|open| open.push(change));
}

/// Forgets what was rolled back.
pub(super) fn forget() {
    OPEN.with_borrow_mut(Vec::clear);
}

/// Refuses to go on while something was changed of which no entry tells.
pub(super) fn all_said() -> Result<(), StoreError> {
    if OPEN.with_borrow(Vec::is_empty) { Ok(()) } else { Err(StoreError::Unsaid) }
}

/// A change as an entry holds it. What the entry says itself is left out: whom it is about, the scope, when.
#[derive(Serialize, Deserialize)]
struct Said {
    #[serde(flatten)]
    what: What,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "super::ledger_export::hex_option")]
    subject: Option<Vec<u8>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scope: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    left_by: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "is_false")]
    is_domain: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives the field as it is")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// What was done, with the reason of the suppression.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum What {
    Put(String),
    Lift(String),
    End(String),
    Cap(Option<i32>),
}

/// The part of an entry that its changes are read with.
#[derive(Clone, Copy, Debug)]
pub struct Within<'a> {
    /// The entry's place.
    pub seq: i64,
    /// The recipient, where it is about one.
    pub recipient: Option<i64>,
    /// The keyed hash, where it is about none, or the one that the recipient's address had.
    pub subject: Option<&'a [u8]>,
    /// The entry's scope.
    pub scope: &'a str,
    /// When it was recorded.
    pub recorded_at: i64,
}

impl<'a> Within<'a> {
    fn of(row: &'a Row) -> Self {
        Self {
            seq: row.seq,
            recipient: row.recipient_id,
            subject: row.subject.as_deref().or(row.person.as_deref()),
            scope: &row.scope,
            recorded_at: row.recorded_at,
        }
    }

    fn say(self, change: &Change) -> Said {
        let of_key = |what, key: &BarKey| {
            let (subject, scope) = (key.subject.as_bytes().as_slice(), key.scope.to_string());
            Said {
                what,
                subject: (self.subject != Some(subject)).then(|| subject.to_vec()),
                scope: (self.scope != scope).then_some(scope),
                since: None,
                until: None,
                left_by: None,
                is_domain: false,
            }
        };
        match change {
            Change::Put(key, bar) => Said {
                since: (bar.since != self.recorded_at).then_some(bar.since),
                until: bar.until,
                left_by: bar.left_by.clone(),
                is_domain: bar.is_domain,
                ..of_key(What::Put(key.reason.to_string()), key)
            },
            Change::Lift(key) => of_key(What::Lift(key.reason.to_string()), key),
            Change::End(key, end) => Said { until: Some(*end), ..of_key(What::End(key.reason.to_string()), key) },
            Change::Cap(_, cap) => Said {
                what: What::Cap(*cap),
                subject: None,
                scope: None,
                since: None,
                until: None,
                left_by: None,
                is_domain: false,
            },
        }
    }

    fn read(self, said: Said) -> Option<Change> {
        let reason = match &said.what {
            What::Cap(cap) => return Some(Change::Cap(RecipientId::new(self.recipient?), *cap)),
            What::Put(reason) | What::Lift(reason) | What::End(reason) => reason.parse().ok()?,
        };
        let subject = AddressHash::from_slice(said.subject.as_deref().or(self.subject)?)?;
        let scope = said.scope.as_deref().unwrap_or(self.scope).parse().ok()?;
        let key = BarKey { subject, scope, reason };
        Some(match said.what {
            What::Lift(_) => Change::Lift(key),
            What::End(_) => Change::End(key, said.until?),
            What::Put(_) | What::Cap(_) => {
                let since = said.since.unwrap_or(self.recorded_at);
                let Said { is_domain, until, left_by, .. } = said;
                Change::Put(key, Bar { is_domain, since, until, left_by })
            }
        })
    }

    /// The changes that an entry holds, in their order.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn changes(self, holds: &str) -> Result<Vec<Change>, StoreError> {
        let bad = || StoreError::bad_row("ledger", format!("entry {}: what it holds", self.seq));
        let said: Vec<Said> = serde_json::from_str(holds).map_err(|_| bad())?;
        said.into_iter().map(|said| self.read(said).ok_or_else(bad)).collect()
    }
}

/// Writes the changes into the entries that tell of them: each into the first that is about the same subject and scope,
/// or the same subject, or into the first of all. Two changes of one thing come into one entry, in their order.
///
/// # Errors
/// A person's limit was changed and no entry is about the person.
pub(super) fn attach(rows: &mut [Row]) -> Result<(), StoreError> {
    let changes = OPEN.take();
    if changes.is_empty() {
        return Ok(());
    }
    let (mut exact, mut about, mut people) = (HashMap::new(), HashMap::new(), HashMap::new());
    for (place, row) in rows.iter().enumerate() {
        let subject = row.subject.clone().or_else(|| row.person.clone());
        exact.entry((subject.clone(), row.scope.clone())).or_insert(place);
        about.entry(subject).or_insert(place);
        people.entry(row.recipient_id).or_insert(place);
    }
    let mut held: Vec<Vec<Said>> = Vec::new();
    held.resize_with(rows.len(), Vec::new);
    for change in &changes {
        let place = match change {
            Change::Cap(recipient, _) => people.get(&Some(recipient.get())).copied(),
            Change::Put(key, _) | Change::Lift(key) | Change::End(key, _) => {
                let subject = Some(key.subject.as_bytes().to_vec());
                let same = about.get(&subject).copied();
                Some(exact.get(&(subject, key.scope.to_string())).copied().or(same).unwrap_or(0))
            }
        };
        let place = place.ok_or(StoreError::Unsaid)?;
        let row = rows.get(place).ok_or(StoreError::Unsaid)?;
        held.get_mut(place).ok_or(StoreError::Unsaid)?.push(Within::of(row).say(change));
    }
    for (row, said) in rows.iter_mut().zip(held).filter(|(_, said)| !said.is_empty()) {
        row.holds = Some(serde_json::to_string(&said).map_err(|error| StoreError::bad_row("ledger", error))?);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::suppression::SuppressionReason;
    use crate::domain::{Scope, Stream};

    const COMPANY: Scope = Scope::Stream(Stream::Company);

    fn row(seq: i64, recipient: Option<i64>, subject: Option<u8>, person: Option<u8>, scope: Scope) -> Row {
        let hash = |byte: u8| vec![byte; 32];
        Row {
            seq,
            recipient_id: recipient,
            subject: subject.map(hash),
            scope: scope.to_string(),
            decision: "withdrawn".to_owned(),
            undoes: None,
            source: "link".to_owned(),
            basis: String::new(),
            happened_at: 7,
            recorded_at: 7,
            wording: None,
            language: None,
            policy_version: 1,
            actor: "recipient".to_owned(),
            request_id: String::new(),
            campaign_id: None,
            evidence: None,
            note: None,
            hash: Vec::new(),
            person: person.map(hash),
            holds: None,
        }
    }

    fn key(subject: u8, scope: Scope) -> BarKey {
        BarKey { subject: AddressHash::new([subject; 32]), scope, reason: SuppressionReason::OptOut }
    }

    fn bar(since: i64) -> Bar {
        Bar { is_domain: false, since, until: None, left_by: None }
    }

    #[test]
    fn an_entry_says_what_was_changed_and_no_more_than_it_must() {
        let mut rows = [row(1, Some(5), None, Some(1), COMPANY), row(2, None, Some(2), None, Scope::Everything)];
        let changes = [
            Change::Put(key(1, COMPANY), bar(7)),
            Change::Put(key(2, Scope::Everything), Bar { until: Some(9), is_domain: true, ..bar(7) }),
            Change::Lift(key(3, COMPANY)),
            Change::End(key(2, COMPANY), 12),
            Change::Cap(RecipientId::new(5), Some(3)),
        ];
        changes.iter().cloned().for_each(note);
        attach(&mut rows).unwrap();
        assert!(all_said().is_ok());
        assert!(rows[0].holds.as_ref().unwrap().starts_with("[{\"put\":\"opt_out\"},"), "{:?}", rows[0].holds);
        let read: Vec<_> =
            rows.iter().flat_map(|row| Within::of(row).changes(row.holds.as_ref().unwrap()).unwrap()).collect();
        assert_eq!(read.len(), changes.len());
        assert!(changes.iter().all(|change| read.contains(change)), "{read:?}");
    }

    #[test]
    fn what_no_entry_says_is_noticed() {
        note(Change::Lift(key(1, COMPANY)));
        assert!(matches!(all_said(), Err(StoreError::Unsaid)));
        assert!(matches!(attach(&mut []), Err(StoreError::Unsaid)));
        note(Change::Cap(RecipientId::new(6), None));
        assert!(matches!(attach(&mut [row(1, Some(5), None, Some(1), COMPANY)]), Err(StoreError::Unsaid)));
        note(Change::Lift(key(1, COMPANY)));
        forget();
        assert!(all_said().is_ok());
    }
}
