//! Where else an address stands than with its own person: sign-ups of it, letters that went to it, changes of address to
//! it. Whoever is erased is forgotten there too (G9).

use chrono::{DateTime, Utc};

use crate::domain::AddressHash;
use crate::domain::verdict::Reason;
use crate::link::keyring::KeyRing;
use crate::store::{Db, StoreError, letters, requests, signups};

/// Forgets these addresses wherever somebody typed them, and takes back the letters to them that still wait; run inside the
/// write transaction that bars them.
///
/// # Errors
/// The database says no.
pub(super) fn forget(
    db: &mut Db,
    ring: &KeyRing,
    addresses: &[AddressHash],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if addresses.is_empty() {
        return Ok(());
    }
    for address in addresses {
        signups::drop_of(db, *address)?;
    }
    letters::forget_to(db, addresses, Reason::Erased, now)?;
    for (request, address) in requests::to_addresses(db)? {
        if addresses.contains(&ring.hash_address(&address)) {
            requests::forget(db, request)?;
        }
    }
    Ok(())
}
