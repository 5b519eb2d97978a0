//! A fresh link for somebody who has none at hand. Nobody can tell from the answer, or from how long it takes, whether an
//! address is known here.

use super::{letters, words_of};
use crate::clock;
use crate::domain::Address;
use crate::domain::address::AddressError;
use crate::ops::App;
use crate::ops::patience;
use crate::ops::tries::{self, Asking, Mailbox};
use crate::ops::unsubscribe::Request;
use crate::store::{Db, StoreError, recipients};
use crate::words::Words;

/// Why nothing was asked for.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// What was typed is no address.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The database said no.
    #[error("the link could not be posted")]
    Store(#[from] StoreError),
}

/// Mails a link to the preference page to whoever it is, if we know them. Every address gets the same work and the same
/// answer at the same time; who asks too often gets the answer and no letter.
///
/// # Errors
/// See [`LinkError`].
pub async fn link(app: &App, typed: &str, sent: &Request, page: Words) -> Result<Address, LinkError> {
    let time = patience::same_for_all();
    let address = Address::parse(typed.trim())?;
    let ring = app.keys.ring();
    let (hash, mailbox) = (ring.hash_address(&address), Mailbox::of(&ring, &address));
    let (owned, ip) = (app.clone(), sent.evidence.ip.clone());
    let posted = move |db: &mut Db| {
        let now = clock::now();
        // First the room of the one who asks: without that, nobody else's is touched.
        if !tries::take(db, &Asking::LinkFrom { ip: &ip }, now)? {
            return Ok(());
        }
        let person = recipients::find_by_hash(db, hash)?.filter(|person| person.address.is_some());
        let Some(person) = person else { return Ok(()) };
        let all = owned.settings.letters_an_hour;
        if tries::take(db, &Asking::LinkTo { mailbox: &mailbox, all }, now)? {
            letters::preferences(&owned, db, &person, words_of(&person, page), now)?;
        }
        Ok::<_, StoreError>(())
    };
    patience::not_before(time, app.store.write(Vec::new(), posted)).await?;
    Ok(address)
}
