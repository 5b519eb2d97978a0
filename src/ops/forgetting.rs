//! Where else an address stands than with its own person: sign-ups of it, letters that went to it, changes of address to
//! it. Whoever is erased is forgotten there too (G9).

use chrono::{DateTime, Utc};

use super::finality;
use crate::domain::AddressHash;
use crate::domain::verdict::Reason;
use crate::store::on_its_way::{self, OnItsWay};
use crate::store::{Db, StoreError, letters, requests, signups, traces};

/// Forgets these addresses wherever somebody typed them, and takes back the letters to them that still wait; run inside the
/// write transaction that bars them. Returns the letters that have passed their last look: where the answer waits for them
/// (G3), the transaction holds the lock of [`STRANGER`](crate::store::recipients::STRANGER) too.
///
/// # Errors
/// The database says no.
pub(super) fn forget(db: &mut Db, addresses: &[AddressHash], now: DateTime<Utc>) -> Result<Vec<OnItsWay>, StoreError> {
    if addresses.is_empty() {
        return Ok(Vec::new());
    }
    let on_their_way = on_its_way::letters_to(db, addresses, finality::doubts_since(now))?;
    let mut forgotten = letters::forget_to(db, addresses, Reason::Erased, now)? + requests::forget_to(db, addresses)?;
    for address in addresses {
        forgotten += signups::drop_of(db, *address)?;
    }
    if forgotten > 0 {
        traces::leave(db, now)?;
    }
    Ok(on_their_way)
}
