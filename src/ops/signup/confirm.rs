//! The link of the letter: looking at it changes nothing, its button makes the sign-up count (G6).

use chrono::{DateTime, Utc};

use super::letter::said_to_be_a_childs;
use crate::clock;
use crate::domain::recipient::Locale;
use crate::domain::signup::{SignUp, Wanted};
use crate::domain::suppression::SuppressionReason;
use crate::domain::verdict::{MessageKind, Verdict, decide};
use crate::domain::{RecipientId, RequestId, Scope, Stream};
use crate::link::{Claim, OpenError};
use crate::ops::App;
use crate::ops::child::Lifted;
use crate::ops::optin::{self, Confirmed};
use crate::ops::receipt;
use crate::ops::signal;
use crate::ops::unsubscribe::{ChoiceError, Evidence, Request};
use crate::store::recipients::{self, NewRecipient, Recipient};
use crate::store::{Db, StoreError, facts, lists, signups, suppressions};
use crate::words::{Language, Words};

/// Why a confirmation does not count.
#[derive(Debug, thiserror::Error)]
pub enum ConfirmError {
    /// The link is not one of ours, or not for this.
    #[error("the link cannot be used for this")]
    Link(#[source] OpenError),
    /// Its time is over, or the address may not be written to any more.
    #[error("the link has run out")]
    Over,
    /// The database said no: nothing was recorded.
    #[error("the sign-up could not be recorded")]
    Store(#[from] StoreError),
}

impl From<ConfirmError> for ChoiceError {
    fn from(error: ConfirmError) -> Self {
        match error {
            ConfirmError::Link(error) => Self::Link(error),
            ConfirmError::Over => Self::NotUndoable,
            ConfirmError::Store(error) => Self::Store(error),
        }
    }
}

/// What the page behind the link shows.
#[derive(Clone, Debug)]
pub enum Behind {
    /// It waits for a yes.
    Waiting {
        /// Whose mailbox it is, masked.
        masked_address: String,
        /// The exact words of each box that was ticked.
        wordings: Vec<String>,
        /// Whether any of it is partner mail.
        partner: bool,
        /// What a yes says beside that, where somebody said that the address is a child's.
        reported: Option<String>,
        /// Whether partner mail comes already: what the browser's signal turns off.
        partner_on: bool,
        /// Their language.
        language: Language,
    },
    /// The yes is there.
    Done(Done),
}

/// What a confirmation made, or what of it holds now.
#[derive(Clone, Debug)]
pub struct Done {
    /// Whose mailbox it is, masked.
    pub masked_address: String,
    /// What comes from now on, in the words that were agreed to.
    pub on: Vec<String>,
    /// What was agreed to and still does not come: something else bars it.
    pub off: Vec<String>,
    /// Whether partner mail was left off because of the browser's signal.
    pub partner_by_signal: bool,
    /// Whether partner mail, which had come until then, was stopped because of the browser's signal.
    pub partner_stopped: bool,
    /// Whether a receipt was posted: only the confirmation itself does that.
    pub receipt: bool,
    /// The way to their preference page.
    pub preferences: String,
    /// Their language.
    pub language: Language,
}

/// Who presses the button.
#[derive(Clone, Debug)]
pub struct Pressed {
    /// Address and user agent of the client.
    pub evidence: Evidence,
    /// Whether the browser sent `Sec-GPC: 1`.
    pub gpc: bool,
}

/// Looks behind a link, without changing anything (G6).
///
/// # Errors
/// See [`ConfirmError`].
pub async fn view(app: &App, token: &str) -> Result<Behind, ConfirmError> {
    let id = request_of(app, token)?;
    let app = app.clone();
    let store = app.store.clone();
    store.read(move |db| behind(&app, db, id)).await
}

fn behind(app: &App, db: &mut Db, id: RequestId) -> Result<Behind, ConfirmError> {
    let now = clock::now();
    let sign_up = signups::find(db, id)?.filter(|sign_up| sign_up.is_open(now)).ok_or(ConfirmError::Over)?;
    if let Some((_, recipient)) = sign_up.confirmed {
        return Ok(Behind::Done(done(app, db, &sign_up, recipient, false, now)?));
    }
    if is_barred(db, &sign_up, now)? {
        return Err(ConfirmError::Over);
    }
    Ok(Behind::Waiting {
        masked_address: sign_up.address.as_ref().map(crate::domain::Address::masked).unwrap_or_default(),
        wordings: sign_up.wanted.iter().filter_map(|wanted| wanted.wording.clone()).collect(),
        partner: sign_up.wanted.iter().any(is_partner),
        reported: reported(app, db, &sign_up)?,
        partner_on: match recipients::find_by_hash(db, sign_up.address_hash)? {
            Some(person) => signal::gets_partner_mail(db, &person)?,
            None => false,
        },
        language: language_of(&sign_up),
    })
}

/// Says yes: from here on the address is a recipient. Pressed twice it says the same.
///
/// # Errors
/// See [`ConfirmError`].
pub async fn confirm(app: &App, token: &str, pressed: Pressed) -> Result<Done, ConfirmError> {
    let id = request_of(app, token)?;
    let known = app.store.read(move |db| {
        let sign_up = signups::find(db, id)?.ok_or(ConfirmError::Over)?;
        Ok::<_, ConfirmError>(recipients::find_by_hash(db, sign_up.address_hash)?.map(|person| person.id))
    });
    let locked: Vec<_> = known.await?.into_iter().collect();
    let (owned, sent) = (app.clone(), pressed.clone());
    let mut done = app.store.write(locked, move |db| commit(&owned, db, id, &sent)).await?;
    if pressed.gpc {
        done.partner_stopped = stop_partner_mail(app, id, pressed).await?;
    }
    Ok(done)
}

/// The page said so before: the browser's signal goes with whatever form is sent, and wins over an earlier yes
/// (CONFORMANCE J4, J5).
async fn stop_partner_mail(app: &App, id: RequestId, pressed: Pressed) -> Result<bool, ConfirmError> {
    let known = app.store.read(move |db| {
        let Some(sign_up) = signups::find(db, id)? else { return Ok::<_, StoreError>(None) };
        Ok(recipients::find_by_hash(db, sign_up.address_hash)?.map(|person| person.id))
    });
    let Some(recipient) = known.await? else { return Ok(false) };
    match signal::obey(app, recipient, Request { evidence: pressed.evidence, visit: None, gpc: true }).await {
        Ok(stopped) => Ok(stopped.is_some()),
        Err(ChoiceError::Store(error)) => Err(error.into()),
        Err(ChoiceError::Link(_) | ChoiceError::NobodyKnown | ChoiceError::Erased | ChoiceError::NotUndoable) => {
            Err(ConfirmError::Over)
        }
    }
}

fn commit(app: &App, db: &mut Db, id: RequestId, pressed: &Pressed) -> Result<Done, ConfirmError> {
    let now = clock::now();
    let sign_up = signups::find(db, id)?.filter(|sign_up| sign_up.is_open(now)).ok_or(ConfirmError::Over)?;
    if let Some((_, recipient)) = sign_up.confirmed {
        return done(app, db, &sign_up, recipient, pressed.gpc, now);
    }
    if is_barred(db, &sign_up, now)? {
        return Err(ConfirmError::Over);
    }
    let person = person_of(app, db, &sign_up, now)?;
    let wanted: Vec<_> = sign_up.wanted.iter().filter(|wanted| !(pressed.gpc && is_partner(wanted))).cloned().collect();
    let confirmed = Confirmed {
        wanted,
        source: sign_up.source,
        request_id: format!("sign-up {id}"),
        evidence: pressed.evidence.clone(),
        note: Some(format!(
            "asked for at {}, confirmed by the link mailed to the address",
            sign_up.asked_at.to_rfc3339()
        )),
        now,
    };
    lift_report(app, db, &sign_up, &person, &confirmed)?;
    optin::grant(db, &person, &confirmed)?;
    signups::confirm(db, id, person.id, now)?;
    receipt::post(app, db, &person, Words::new(language_of(&sign_up)), now).map_err(StoreError::from)?;
    Ok(Done { receipt: true, ..done(app, db, &sign_up, person.id, pressed.gpc, now)? })
}

/// The recipient that the address becomes, or is. One whose erasure staff have lifted since gets their address back.
fn person_of(app: &App, db: &mut Db, sign_up: &SignUp, now: DateTime<Utc>) -> Result<Recipient, ConfirmError> {
    let address = sign_up.address.clone().ok_or(ConfirmError::Over)?;
    let new = NewRecipient {
        address_hash: sign_up.address_hash,
        domain_hash: app.keys.ring().hash_domain(address.domain()),
        name: sign_up.name.clone(),
        locale: Locale::parse(&sign_up.language).ok().flatten(),
        time_zone: None,
        address,
        source: sign_up.source,
    };
    let id = match recipients::find_by_hash(db, sign_up.address_hash)? {
        Some(person) if person.address.is_some() => return Ok(person),
        Some(erased) => {
            recipients::lock(db, &[erased.id])?;
            recipients::give_back(db, erased.id, &new)?;
            erased.id
        }
        None => recipients::add(db, &[new], now)?.first().copied().ok_or(ConfirmError::Over)?,
    };
    recipients::find(db, id)?.ok_or(ConfirmError::Over)
}

/// Whether the address came to be one that no letter may go to, or a child's.
fn is_barred(db: &mut Db, sign_up: &SignUp, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let held = suppressions::against(db, &[sign_up.address_hash])?;
    Ok(held
        .iter()
        .map(|held| &held.suppression)
        .any(|held| held.in_force(now) && (held.bars_all_mail() || held.reason == SuppressionReason::ReportedChild)))
}

/// What a yes says where somebody of whom we know nothing said that the address is a child's.
fn reported(app: &App, db: &mut Db, sign_up: &SignUp) -> Result<Option<String>, StoreError> {
    let held = suppressions::against(db, &[sign_up.address_hash])?;
    let said = held.iter().any(|held| held.suppression.reason == SuppressionReason::SaidChild);
    Ok(said.then(|| said_to_be_a_childs(app, Words::new(language_of(sign_up)))))
}

/// The page says that a yes lifts such a report: it comes from the mailbox, of somebody who said that they are old enough.
fn lift_report(
    app: &App,
    db: &mut Db,
    sign_up: &SignUp,
    person: &Recipient,
    confirmed: &Confirmed,
) -> Result<(), StoreError> {
    let Some(wording) = reported(app, db, sign_up)? else { return Ok(()) };
    let lifted = Lifted {
        source: confirmed.source,
        request_id: confirmed.request_id.clone(),
        wording,
        language: language_of(sign_up).tag().to_owned(),
        evidence: confirmed.evidence.clone(),
    };
    lifted.commit(db, person, confirmed.now)
}

/// What of a confirmed sign-up comes now: the gate's own rules say so.
fn done(
    app: &App,
    db: &mut Db,
    sign_up: &SignUp,
    recipient: RecipientId,
    gpc: bool,
    now: DateTime<Utc>,
) -> Result<Done, ConfirmError> {
    let person = recipients::find(db, recipient)?.ok_or(ConfirmError::Over)?;
    let facts = facts::read(db, &[recipient], None, now)?.remove(&recipient).ok_or(ConfirmError::Over)?;
    let (mut on, mut off) = (Vec::new(), Vec::new());
    for wanted in sign_up.wanted.iter().filter(|wanted| !(gpc && is_partner(wanted))) {
        let Some(wording) = wanted.wording.clone() else { continue };
        match kind_of(db, wanted.scope)?.map(|kind| decide(kind, &facts, now)) {
            Some(Verdict::Clear(_) | Verdict::Later(..)) => on.push(wording),
            Some(Verdict::Withheld(..)) | None => off.push(wording),
        }
    }
    let token = app.keys.mint(&Claim::Preferences { recipient, campaign: None });
    Ok(Done {
        masked_address: crate::ops::standing::masked(&person),
        on,
        off,
        partner_by_signal: gpc && sign_up.wanted.iter().any(is_partner),
        partner_stopped: false,
        receipt: false,
        preferences: format!("/preferences/{token}"),
        language: language_of(sign_up),
    })
}

/// The kind of message that a scope is about; none where it is gone.
fn kind_of(db: &mut Db, scope: Scope) -> Result<Option<MessageKind>, StoreError> {
    Ok(match scope {
        Scope::Everything => None,
        Scope::Stream(Stream::Company) => Some(MessageKind::Company(None)),
        Scope::Stream(Stream::Partner) => Some(MessageKind::Partner(None)),
        Scope::Topic(id) => lists::topic(db, id)?.map(|topic| MessageKind::Company(Some(topic.id))),
        Scope::Partner(id) => lists::partner(db, id)?.map(|partner| MessageKind::Partner(Some(partner.named))),
    })
}

fn is_partner(wanted: &Wanted) -> bool {
    wanted.scope.stream() == Some(Stream::Partner)
}

fn language_of(sign_up: &SignUp) -> Language {
    Language::of_tag(&sign_up.language).unwrap_or(Language::English)
}

fn request_of(app: &App, token: &str) -> Result<RequestId, ConfirmError> {
    match app.keys.open(token).map_err(ConfirmError::Link)? {
        Claim::SignUp { request, expires_at } if clock::now() < expires_at => Ok(request),
        Claim::SignUp { .. } => Err(ConfirmError::Over),
        Claim::Mailed { .. }
        | Claim::Unsubscribe { .. }
        | Claim::Preferences { .. }
        | Claim::Policy { .. }
        | Claim::Undo { .. } => Err(ConfirmError::Link(OpenError::Malformed)),
    }
}
