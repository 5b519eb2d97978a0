//! IP addresses and user agents of choices. They go before the entries that they prove: the chain covers only their salted
//! digests, and stays whole without them (G8).

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Nullable};

use super::columns::micros;
use super::db::Db;
use super::error::StoreError;
use super::schema::evidence;
use crate::domain::{AddressHash, RecipientId, Seq};

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

/// Drops what is kept beside the entries about an address that is, or was, nobody's.
///
/// # Errors
/// The database says no.
pub fn forget_about(db: &mut Db, address: AddressHash) -> Result<usize, StoreError> {
    let dropped = diesel::sql_query("DELETE FROM evidence WHERE seq IN (SELECT seq FROM ledger WHERE subject = $1)");
    Ok(dropped.bind::<Binary, _>(address.as_bytes().to_vec()).execute(db)?)
}

/// Rows that one transaction looks at.
const PAGE: i64 = 1000;

#[derive(QueryableByName)]
struct Last {
    #[diesel(sql_type = Nullable<BigInt>)]
    last: Option<i64>,
}

/// What one page of the oldest held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forgotten {
    /// How many were old enough, and are dropped.
    pub dropped: usize,
    /// Where the next page begins; none where this was the last.
    pub next: Option<Seq>,
}

/// Drops what was kept before a time, of the page behind `after`. Rows stand in the order in which they were kept, so a page
/// without an old one is followed by none, and no index of times is paid for with every choice.
///
/// # Errors
/// The database says no.
pub fn forget_older(db: &mut Db, than: DateTime<Utc>, after: Option<Seq>) -> Result<Forgotten, StoreError> {
    let after = after.map_or(i64::MIN, Seq::get);
    let page = "SELECT MAX(seq) AS last FROM (SELECT seq FROM evidence WHERE seq > $1 ORDER BY seq LIMIT $2) page";
    let page = diesel::sql_query(page).bind::<BigInt, _>(after).bind::<BigInt, _>(PAGE);
    let Last { last: Some(last) } = page.get_result(db)? else { return Ok(Forgotten { dropped: 0, next: None }) };
    let dropped = diesel::sql_query("DELETE FROM evidence WHERE seq > $1 AND seq <= $2 AND recorded_at < $3")
        .bind::<BigInt, _>(after)
        .bind::<BigInt, _>(last)
        .bind::<BigInt, _>(micros(than))
        .execute(db)?;
    Ok(Forgotten { dropped, next: (dropped > 0).then(|| Seq::new(last)) })
}

/// An entry's place with the salt, the IP address and the user agent that its digest covers.
pub type KeptEvidence = (i64, Vec<u8>, String, String);

/// The evidence rows from `first` to `last`, as far as they have not been purged: place, salt, IP, user agent.
///
/// # Errors
/// The database says no.
pub fn between(db: &mut Db, first: i64, last: i64) -> Result<Vec<KeptEvidence>, StoreError> {
    let between = evidence::table.filter(evidence::seq.between(first, last));
    let columns = (evidence::seq, evidence::salt, evidence::ip, evidence::user_agent);
    Ok(between.order(evidence::seq).select(columns).load(db)?)
}
