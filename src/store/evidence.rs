//! IP addresses and user agents of choices. They go before the entries that they prove: the chain covers only their salted
//! digests, and stays whole without them (G8).

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::db::Db;
use super::error::StoreError;
use crate::domain::RecipientId;

/// Drops what is kept beside a person's entries.
///
/// # Errors
/// The database says no.
pub fn forget(db: &mut Db, recipient: RecipientId) -> Result<(), StoreError> {
    diesel::sql_query("DELETE FROM evidence WHERE seq IN (SELECT seq FROM ledger WHERE recipient_id = $1)")
        .bind::<BigInt, _>(recipient.get())
        .execute(db)?;
    Ok(())
}
