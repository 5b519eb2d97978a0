//! The preference page: what holds, why, and turning things off.

use chrono::{DateTime, Utc};

use super::App;
use super::lists::{ListName, scope_name};
use super::policy::{self, PolicyStanding};
use super::standing::{Standing, masked};
use super::unsubscribe::{ChoiceError, Receipt, Request, withdraw};
use crate::domain::consent::Source;
use crate::domain::delivery::DeliveryState;
use crate::domain::recipient::Locale;
use crate::domain::verdict::Reason;
use crate::domain::{PartnerId, RecipientId, Scope, Stream, TopicId};
use crate::link::{Claim, OpenError};
use crate::store::recipients::{self, Recipient};
use crate::store::{Db, StoreError, deliveries, ledger, lists};

/// Messages that the page shows.
const MESSAGES: i64 = 10;

/// One topic or partner with whether its mail comes.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The id.
    pub id: i64,
    /// What people call it.
    pub name: String,
    /// Whether its mail comes.
    pub on: bool,
}

/// What we hold a consent on.
#[derive(Clone, Debug)]
pub struct Proof {
    /// Since when.
    pub since: DateTime<Utc>,
    /// From where.
    pub source: Source,
    /// Under which words, and their language.
    pub wording: Option<(String, Option<String>)>,
}

/// One stream with all that is in it.
#[derive(Clone, Debug)]
pub struct StreamChoices {
    /// Whether any of its mail comes.
    pub on: bool,
    /// What the consent rests on, where there is one.
    pub proof: Option<Proof>,
    /// Its topics or partners.
    pub choices: Vec<Choice>,
}

/// A message that was sent or withheld.
#[derive(Clone, Debug)]
pub struct Mailed {
    /// When.
    pub at: DateTime<Utc>,
    /// Its subject line as written.
    pub subject: String,
    /// Where it stands.
    pub state: DeliveryState,
    /// Why it was withheld.
    pub reason: Option<Reason>,
    /// What it belonged to; nothing where it needed no consent.
    pub list: Option<ListName>,
}

/// Everything the page shows.
#[derive(Clone, Debug)]
pub struct Center {
    /// Whose it is, masked.
    pub masked_address: String,
    /// Their language.
    pub locale: Option<Locale>,
    /// Company mail.
    pub company: StreamChoices,
    /// Partner mail.
    pub partner: StreamChoices,
    /// The last messages.
    pub recent: Vec<Mailed>,
    /// The newest version of the privacy policy and what they said to it; none while none has been published.
    pub policy: Option<PolicyStanding>,
}

/// What was left ticked, as far as it could be unticked. Nothing here can turn anything on: that takes a link mailed to
/// the address.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Everything off.
    pub nothing_at_all: bool,
    /// Company mail off.
    pub no_company: bool,
    /// Partner mail off.
    pub no_partner: bool,
    /// Topics that were unticked.
    pub without_topics: Vec<TopicId>,
    /// Partners that were unticked.
    pub without_partners: Vec<PartnerId>,
}

/// Who a preference link is for.
fn recipient_of(app: &App, token: &str) -> Result<RecipientId, ChoiceError> {
    match app.keys.open(token).map_err(ChoiceError::Link)? {
        Claim::Preferences { recipient, .. } | Claim::Unsubscribe { recipient, .. } => Ok(recipient),
        Claim::Policy { .. } | Claim::Undo { .. } => Err(ChoiceError::Link(OpenError::Malformed)),
    }
}

/// Reads the page; changes nothing (G6).
///
/// # Errors
/// See [`ChoiceError`].
pub async fn view(app: &App, token: &str) -> Result<Center, ChoiceError> {
    let recipient = recipient_of(app, token)?;
    let app_inside = app.clone();
    app.store.read(move |db| read_center(&app_inside, db, recipient)).await
}

fn read_center(app: &App, db: &mut Db, recipient: RecipientId) -> Result<Center, ChoiceError> {
    let person = recipients::find(db, recipient)?.ok_or(ChoiceError::NobodyKnown)?;
    let standing = Standing::read(db, &person)?;
    let still = standing.still();
    let topics = lists::topics(db)?.into_iter().map(|topic| Choice {
        id: topic.id.get(),
        name: topic.name,
        on: standing.on(Scope::Topic(topic.id)),
    });
    let topics: Vec<_> = topics.collect();
    let partners = lists::partners(db)?.into_iter().map(|partner| {
        let list = crate::domain::List::Partner(partner.named.id);
        let granted = standing.consent().standing(list, Some(partner.named.added_after));
        let granted = matches!(granted, crate::domain::consent::Standing::Granted(_));
        Choice { id: partner.named.id.get(), name: partner.name, on: granted && standing.on(list.scope()) }
    });
    let partners: Vec<_> = partners.collect();
    Ok(Center {
        masked_address: masked(&person),
        locale: person.locale.clone(),
        company: StreamChoices {
            on: still.company,
            proof: proof(db, &standing, &person, Stream::Company)?,
            choices: topics,
        },
        partner: StreamChoices {
            on: still.partner,
            proof: proof(db, &standing, &person, Stream::Partner)?,
            choices: partners,
        },
        recent: recent(db, recipient)?,
        policy: policy::standing::standing(app, db, recipient, person.created_at)?,
    })
}

fn proof(db: &mut Db, standing: &Standing, person: &Recipient, stream: Stream) -> Result<Option<Proof>, StoreError> {
    let Some(seq) = standing.consent().stream_grant(stream) else { return Ok(None) };
    let Some(row) = ledger::row(db, seq)? else { return Ok(None) };
    let events = ledger::events_of(db, person.id)?;
    let Some(event) = events.into_iter().find(|event| event.seq == seq) else { return Ok(None) };
    let wording = match &row.wording {
        None => None,
        Some(digest) => ledger::wording(db, digest)?.map(|text| (text, row.language.clone())),
    };
    Ok(Some(Proof { since: event.happened_at, source: event.source, wording }))
}

fn recent(db: &mut Db, recipient: RecipientId) -> Result<Vec<Mailed>, StoreError> {
    let shown = deliveries::newest_of(db, recipient, MESSAGES)?;
    let mailed = shown.into_iter().map(|message| {
        Ok(Mailed {
            at: message.at,
            subject: message.subject,
            state: message.state,
            reason: message.reason,
            list: message.list.map(|list| scope_name(db, list.scope())).transpose()?,
        })
    });
    mailed.collect()
}

/// Turns off what was unticked, and answers when it is final (G3).
///
/// # Errors
/// See [`ChoiceError`].
pub async fn save(app: &App, token: &str, wishes: Wishes, request: Request) -> Result<Receipt, ChoiceError> {
    let recipient = recipient_of(app, token)?;
    let mut scopes = Vec::new();
    if wishes.nothing_at_all {
        scopes.push(Scope::Everything);
    } else {
        if wishes.no_company {
            scopes.push(Scope::Stream(Stream::Company));
        } else {
            scopes.extend(wishes.without_topics.iter().copied().map(Scope::Topic));
        }
        if wishes.no_partner {
            scopes.push(Scope::Stream(Stream::Partner));
        } else {
            scopes.extend(wishes.without_partners.iter().copied().map(Scope::Partner));
        }
    }
    withdraw(app, recipient, scopes, Source::Preferences, None, request).await
}
