//! The signal of the browser (`Sec-GPC: 1`): it goes with whatever form is sent from a page that a token opened, and that
//! page said so before (CONFORMANCE J4). Ways that record a choice anyway obey it in the same act; the others end here.

use super::App;
use super::standing::Standing;
use super::unsubscribe::{ChoiceError, Receipt, Request, withdraw};
use crate::domain::consent::Source;
use crate::domain::{RecipientId, Scope, Stream};
use crate::store::recipients::Recipient;
use crate::store::{Db, StoreError, people};

/// Stops partner mail where the browser asked for it and some still comes. Returns what was stopped by that.
///
/// # Errors
/// See [`ChoiceError`].
pub async fn obey(app: &App, recipient: RecipientId, request: Request) -> Result<Option<Receipt>, ChoiceError> {
    if !request.gpc {
        return Ok(None);
    }
    let gets = app.store.read(move |db| match people::find(db, recipient)? {
        Some(person) => gets_partner_mail(db, &person),
        None => Ok(false),
    });
    if !gets.await? {
        return Ok(None);
    }
    let partner = vec![Scope::Stream(Stream::Partner)];
    withdraw(app, recipient, partner, Source::Preferences, None, request).await.map(Some)
}

/// Whether partner mail comes to somebody. After an erasure there is nobody.
pub(super) fn gets_partner_mail(db: &mut Db, person: &Recipient) -> Result<bool, StoreError> {
    Ok(person.address.is_some() && Standing::read(db, person)?.still().partner)
}
