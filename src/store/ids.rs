//! New identifiers, made here and by no database, so that any node can make one.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Utc};

use super::error::StoreError;

/// 2025-01-01 in seconds since 1970: ids count from here.
const EPOCH: i64 = 1_735_689_600;

static LAST_WIDE: AtomicI64 = AtomicI64::new(0);

fn random_below(bits: u32) -> Result<i64, StoreError> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|_: getrandom::Error| StoreError::Random)?;
    Ok(i64::from_be_bytes(bytes) & ((1 << bits) - 1))
}

fn seconds(now: DateTime<Utc>) -> i64 {
    now.timestamp().saturating_sub(EPOCH).max(0)
}

/// An id for what there is little of (campaigns, topics, partners, nodes): under 2^53, so that no script loses digits.
///
/// 32 bits of seconds and 20 bits by chance; a collision is refused by the table's key and told.
pub(super) fn small(now: DateTime<Utc>) -> Result<i64, StoreError> {
    Ok((seconds(now) << 20) | random_below(20)?)
}

/// `count` ids for recipients: rising in time, so that new rows stand together in the table.
///
/// 33 bits of seconds and 30 bits that begin by chance in each process and count up: two nodes that import at the same
/// second meet with a probability of about rows / 2^30, and the table's key refuses the row if they do.
pub(super) fn wide(count: usize, now: DateTime<Utc>) -> Result<std::ops::Range<i64>, StoreError> {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let from_clock = (seconds(now) << 30) | random_below(29)?;
    let mut last = LAST_WIDE.load(Ordering::Acquire);
    loop {
        // Within one second the process goes on counting; in a new second it jumps to a new place.
        let start = if (last >> 30) >= (from_clock >> 30) { last } else { from_clock };
        match LAST_WIDE.compare_exchange_weak(last, start + count, Ordering::AcqRel, Ordering::Acquire) {
            Ok(_) => return Ok(start..start + count),
            Err(now) => last = now,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_rise_and_never_repeat() {
        let now = DateTime::from_timestamp(1_900_000_000, 0).unwrap();
        let (first, second) = (wide(1000, now).unwrap(), wide(1000, now).unwrap());
        assert!(first.end <= second.start);
        assert!(small(now).unwrap() < 1 << 53);
    }
}
