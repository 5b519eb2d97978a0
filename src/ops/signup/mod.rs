//! Signing up on a public form: what is offered, what was asked for, and the confirmation that makes it count.
//!
//! # What each kind of address gets
//! Everybody gets the same answer, whoever they are; what differs is whether a letter goes out, and that only the owner of
//! the mailbox can see.
//! - Known, unknown, opted out, complained: the letter. Its link grants, and lifts the opt-out or complaint in the scope
//!   that was confirmed (G11: the recipient, by a link mailed to the address).
//! - Erased, hard bounced, suppressed for everything by staff: the gate withholds the letter by rule 1, as it withholds
//!   everything. An erasure says "never again", anybody can type any address into a form, and G9 says that a later
//!   registration meets the suppression: so nothing here goes around it. The way back is staff, who lift it with a reason
//!   when its owner writes to them; the page says so to everybody.
//! - Reported as a child's by staff, a file or the mailbox: nothing is kept and no letter is written. No link lifts it.
//! - Said to be a child's by somebody of whom we know nothing: the letter, which says so. A yes lifts that: it comes from the
//!   mailbox, of somebody who said that they are old enough.
//!
//! # What too young means
//! Who answers that they are too young is told no, and nothing at all is kept: no address, no hash, no suppression.
//! A public form proves nothing about whose address was typed, and a suppression made from it would be a way to stop
//! somebody else's mail for good. What we are told by a parent or see ourselves is a report, and works in another way.

pub mod ask;
pub mod confirm;
pub(super) mod imported;
mod letter;

use super::App;
use crate::domain::Scope;
use crate::store::{Db, StoreError, lists};
use crate::words::Words;

/// A box of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// What it grants.
    pub scope: Scope,
    /// The words beside it.
    pub label: String,
    /// The words that are kept when it is ticked: those beside it, and those that stand under all of them.
    pub wording: String,
}

/// Everything that can be signed up for.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Company mail as a whole, then its topics.
    pub company: Vec<Offered>,
    /// Each partner by name. There is no box for all of them: a consent names the partner that it is for.
    pub partners: Vec<Offered>,
}

impl Offer {
    fn find(&self, scope: Scope) -> Option<&Offered> {
        self.company.iter().chain(&self.partners).find(|offered| offered.scope == scope)
    }
}

/// What can be signed up for, in a language.
///
/// # Errors
/// The database says no.
pub async fn offer(app: &App, words: Words) -> Result<Offer, StoreError> {
    let sender = app.settings.sender_name();
    app.store.read(move |db| read_offer(db, &sender, words)).await
}

fn read_offer(db: &mut Db, sender: &str, words: Words) -> Result<Offer, StoreError> {
    let offered = |scope, list: &str, name: &str| {
        let values = [("list", list.into()), ("name", name.into()), ("sender", sender.into())];
        let label = words.plain_with("signup-box", &values);
        let wording = format!("{label} {}", words.plain("signup-can-stop"));
        Offered { scope, label, wording }
    };
    let company = offered(Scope::Stream(crate::domain::Stream::Company), "company", "");
    let topics = lists::topics(db)?.into_iter().map(|topic| offered(Scope::Topic(topic.id), "topic", &topic.name));
    let partners = lists::partners(db)?.into_iter();
    Ok(Offer {
        company: std::iter::once(company).chain(topics).collect(),
        partners: partners.map(|partner| offered(Scope::Partner(partner.named.id), "partner", &partner.name)).collect(),
    })
}
