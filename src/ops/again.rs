//! A no that is said once more. Whoever holds somebody else's message can stop its mail and take that back within the
//! visit; meanwhile the person says no, too, and is told that it holds (G3). So it must not go with the other's undo.

use chrono::{DateTime, Duration, Utc};

use super::unsubscribe::UNDO_HOURS;
use crate::domain::consent::Decision;
use crate::domain::suppression::SuppressionReason;
use crate::domain::{PolicyVersion, Scope};
use crate::store::StoreError;
use crate::store::ledger::Row;

/// The basis of a no that changes nothing for now. It is no choice of its visit's that an undo would take back.
pub(super) const BASIS_AGAIN: &str = "objection, said again";

/// Whether nobody took an entry back.
pub(super) fn stands(rows: &[Row], row: &Row) -> bool {
    !rows.iter().any(|other| other.undoes == Some(row.seq))
}

/// Whether an entry says what a bar for this reason rests on: a no, or that the address is a child's.
pub(super) fn says(row: &Row, reason: SuppressionReason) -> bool {
    match reason {
        SuppressionReason::SaidChild => {
            row.decision == Decision::Suppressed.as_str() && row.basis == SuppressionReason::SaidChild.as_str()
        }
        _ => row.decision == Decision::Withdrawn.as_str(),
    }
}

/// The entries on which a bar of exactly `scope` rests that has been in force since a time: each said it, and none of them
/// was taken back.
pub(super) fn said(
    rows: &[Row],
    reason: SuppressionReason,
    scope: Scope,
    since: DateTime<Utc>,
) -> impl Iterator<Item = &Row> {
    let is_no = move |row: &&Row| {
        says(row, reason) && row.scope == scope.to_string() && row.recorded_at >= since.timestamp_micros()
    };
    rows.iter().filter(is_no).filter(|row| stands(rows, row))
}

/// The entries by which a version of the policy was declined, and none of which was taken back.
///
/// # Errors
/// A row cannot be read.
pub(super) fn declined(rows: &[Row], version: PolicyVersion) -> Result<Vec<&Row>, StoreError> {
    let mut found = Vec::new();
    for row in rows.iter().filter(|row| stands(rows, row)) {
        if row.event()?.decision == Decision::Declined(version) {
            found.push(row);
        }
    }
    Ok(found)
}

/// Whether a no could still be taken back by somebody else: only other visits than `request` said it, and each of them so
/// lately that its undo works.
///
/// # Errors
/// A row cannot be read.
pub(super) fn hangs_on_others<'a>(
    said: impl IntoIterator<Item = &'a Row>,
    request: &str,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let mut any = false;
    for row in said {
        let works = row.when_recorded()? + Duration::hours(UNDO_HOURS) > now;
        let has_undo = row.request_id.starts_with("visit ") && row.basis != BASIS_AGAIN;
        if row.request_id == request || !has_undo || !works {
            return Ok(false);
        }
        any = true;
    }
    Ok(any)
}
