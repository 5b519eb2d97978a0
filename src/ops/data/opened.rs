//! A mailed link that was opened: what it is for, and what was asked.

use chrono::{DateTime, Utc};

use super::{DataError, Outcome};
use crate::clock;
use crate::domain::action::{Action, Details};
use crate::domain::more::More;
use crate::domain::recipient::{Facts, Locale};
use crate::domain::{Address, RecipientId, RequestId, Scope, Stream};
use crate::link::{Claim, OpenError};
use crate::ops::App;
use crate::ops::lists::{ListName, more_name};
use crate::ops::signal::gets_partner_mail;
use crate::ops::standing::masked;
use crate::ops::unsubscribe::ChoiceError;
use crate::store::recipients::{self, Recipient};
use crate::store::{Db, StoreError, people, requests};
use crate::words::{Language, Words};

/// Something that lets more mail through, with the words that the person reads before they press the button.
#[derive(Clone, Debug)]
pub struct Yes {
    /// What.
    pub more: More,
    /// What people call it.
    pub name: More<ListName>,
    /// The words, which the ledger keeps.
    pub wording: String,
}

/// A mailed link that was opened. Nothing was changed by that (G6).
#[derive(Clone, Debug)]
pub struct Opened {
    /// Whose.
    pub recipient: RecipientId,
    /// Which request.
    pub request: RequestId,
    /// What for.
    pub action: Action,
    /// The words in the language in which it was asked for.
    pub words: Words,
    /// The address, in clear: the link went to it. None after erasure.
    pub address: Option<Address>,
    /// The address, masked.
    pub masked_address: String,
    /// What they told us about themselves.
    pub facts: Facts,
    /// What lets more mail through, where it is for that.
    pub yes: Vec<Yes>,
    /// Whether partner mail comes: what the browser's signal would turn off.
    pub partner_still: bool,
    /// The new address, where it is for that.
    pub new_address: Option<Address>,
    /// When it was done, if it was.
    pub done_at: Option<DateTime<Utc>>,
}

/// Opens a mailed link; changes nothing (G6).
///
/// # Errors
/// See [`DataError`].
pub async fn open(app: &App, token: &str) -> Result<Opened, DataError> {
    let claim = app.keys.open(token).map_err(ChoiceError::Link)?;
    let Claim::Mailed { recipient, action, request, expires_at } = claim else {
        return Err(ChoiceError::Link(OpenError::Malformed).into());
    };
    if expires_at <= clock::now() {
        return Err(DataError::Expired);
    }
    let sender = app.settings.sender_name();
    app.store.read(move |db| read(db, recipient, action, request, &sender)).await
}

fn read(
    db: &mut Db,
    recipient: RecipientId,
    action: Action,
    request: RequestId,
    sender: &str,
) -> Result<Opened, DataError> {
    let asked = requests::find(db, request)?.ok_or(DataError::Expired)?;
    if asked.recipient != recipient || asked.action != action {
        return Err(ChoiceError::Link(OpenError::Forged).into());
    }
    let person = people::find(db, recipient)?.ok_or(ChoiceError::NobodyKnown)?;
    let recipient = person.id;
    // After an erasure only its own link still says something.
    if person.address.is_none() && !matches!(action, Action::Erase | Action::EraseChild) {
        return Err(ChoiceError::NobodyKnown.into());
    }
    let partner_still = gets_partner_mail(db, &person)?;
    let words = Words::new(Language::of_tag(&asked.language).unwrap_or(Language::English));
    let (mut yes, mut new_address) = (Vec::new(), None);
    match &asked.details {
        Details::Nothing => {}
        Details::More(all) => {
            for more in all {
                let more: More = more.parse().map_err(|error| StoreError::bad_row("requests", error))?;
                let name = more_name(db, &more)?;
                let wording = super::letters::wording(&name, sender, words);
                yes.push(Yes { more, name, wording });
            }
        }
        Details::Address(text) => {
            new_address = Some(Address::parse(text).map_err(|error| StoreError::bad_row("requests", error))?);
        }
    }
    Ok(Opened {
        recipient,
        request,
        action,
        words,
        masked_address: masked(&person),
        facts: people::facts(db, recipient)?,
        address: person.address,
        yes,
        partner_still,
        new_address,
        done_at: asked.done_at,
    })
}

/// Whether a link is one of those by which a mailbox answers to a report: they work longer than the others.
pub fn answers_a_report(app: &App, token: &str) -> bool {
    let claim = app.keys.open(token).ok();
    claim.is_some_and(|claim| matches!(claim, Claim::Mailed { action: Action::EraseChild | Action::NotChild, .. }))
}

/// The language of whoever a link of ours was made for: one that has run out still tells. None where it tells nobody, or
/// none is set for them.
pub async fn language_of(app: &App, token: &str) -> Option<Locale> {
    let recipient = match app.keys.open(token).ok()? {
        Claim::Preferences { recipient, .. }
        | Claim::Unsubscribe { recipient, .. }
        | Claim::Policy { recipient, .. }
        | Claim::Undo { recipient, .. }
        | Claim::Mailed { recipient, .. } => recipient,
        Claim::SignUp { .. } => return None,
    };
    let found = app.store.read(move |db| people::find(db, recipient)).await;
    // Nobody is left without an answer because their language could not be read.
    found.ok().flatten()?.locale
}

impl Yes {
    /// Whether it would turn on what the browser's signal turns off.
    #[must_use]
    pub fn is_partner_mail(&self) -> bool {
        matches!(self.more, More::On(scope) if Scope::Stream(Stream::Partner).includes(scope))
    }
}

impl Opened {
    /// Begins the act: the person, and the request marked done; none where it had been done before. Run inside the write
    /// transaction of the act.
    pub(in crate::ops) fn begin(
        &self,
        db: &mut Db,
        action: Action,
        now: DateTime<Utc>,
    ) -> Result<Option<Recipient>, DataError> {
        if self.action != action {
            return Err(ChoiceError::Link(OpenError::Malformed).into());
        }
        if !requests::finish(db, self.request, now)? {
            return Ok(None);
        }
        let person = recipients::find(db, self.recipient)?.filter(|person| person.address.is_some());
        Ok(Some(person.ok_or(ChoiceError::NobodyKnown)?))
    }

    /// What a link says that has been used: when that was.
    pub(in crate::ops) fn before(&self, db: &mut Db) -> Result<Outcome, DataError> {
        let done = requests::find(db, self.request)?.and_then(|request| request.done_at);
        Ok(Outcome::Before(done.ok_or(DataError::Expired)?))
    }
}
