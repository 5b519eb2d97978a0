//! The preference page: what holds and why, and choosing less. Asking for more mail takes a mailed link.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::App;
use super::lists::{ListName, more_name, scope_name};
use super::policy::{self, PolicyStanding};
use super::standing::{Standing, masked};
use super::subjects::Subjects;
use super::unsubscribe::{ChoiceError, Choices, Done, Pause, Receipt, Request, choose};
use crate::domain::consent::Source;
use crate::domain::delivery::DeliveryState;
use crate::domain::more::More;
use crate::domain::recipient::{Locale, WeeklyCap};
use crate::domain::suppression::{Subject, Suppression, SuppressionReason};
use crate::domain::verdict::Reason;
use crate::domain::{List, PartnerId, RecipientId, Scope, Stream, TopicId};
use crate::link::{Claim, OpenError};
use crate::store::recipients::Recipient;
use crate::store::{Db, StoreError, deliveries, ledger, lists, people, recipients, wordings};

/// Messages that the page shows.
const MESSAGES: i64 = 10;

/// What we hold on one stream, topic or partner.
#[derive(Clone, Debug)]
pub struct Held {
    /// Whether it is a yes.
    pub granted: bool,
    /// Since when.
    pub since: DateTime<Utc>,
    /// From where; not known of a no that came without its entry.
    pub source: Option<Source>,
    /// Under which words, and their language.
    pub wording: Option<(String, Option<String>)>,
    /// Under which version of the privacy policy.
    pub policy_version: Option<i32>,
}

/// Where something was said, as the word that chooses the sentence of `preference-source`.
pub const fn source_word(source: Source) -> &'static str {
    match source {
        Source::Registration => "registration",
        Source::Order => "order",
        Source::Survey => "survey",
        Source::Contest => "contest",
        Source::Link | Source::Preferences | Source::Policy => "page",
        Source::Api => "api",
        Source::Import => "import",
        Source::Staff | Source::Bounce => "staff",
    }
}

/// One topic or partner with whether its mail comes.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The id.
    pub id: i64,
    /// What people call it.
    pub name: String,
    /// Whether its mail comes.
    pub on: bool,
    /// What was said about it by name.
    pub held: Option<Held>,
}

/// One stream with all that is in it.
#[derive(Clone, Debug)]
pub struct StreamChoices {
    /// Whether any of its mail comes.
    pub on: bool,
    /// Until when it pauses.
    pub paused_until: Option<DateTime<Utc>>,
    /// What was said about the whole stream.
    pub held: Option<Held>,
    /// Its topics or partners.
    pub choices: Vec<Choice>,
}

/// What bars mail whatever the person chooses.
#[derive(Clone, Debug)]
pub struct Bar {
    /// Why.
    pub reason: SuppressionReason,
    /// Whether it is about every address of the provider.
    pub domain: bool,
    /// What it bars.
    pub list: ListName,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Until when.
    pub until: Option<DateTime<Utc>>,
}

/// A message that was sent or withheld.
#[derive(Clone, Debug)]
pub struct Mailed {
    /// When.
    pub at: DateTime<Utc>,
    /// Its subject as it was sent to them.
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
    /// At most so many promotional messages in 7 days, as the person wants it.
    pub weekly_cap: Option<WeeklyCap>,
    /// What bars mail whatever the person chooses.
    pub bars: Vec<Bar>,
    /// The last messages.
    pub recent: Vec<Mailed>,
    /// The newest version of the privacy policy and what they said to it; none while none has been published.
    pub policy: Option<PolicyStanding>,
}

/// What the form asks for. What lets more mail through is kept apart: it takes a link mailed to the address.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Everything off.
    pub nothing_at_all: bool,
    /// A no to company mail.
    pub company: No,
    /// A no to partner mail.
    pub partner: No,
    /// Topics that were unticked.
    pub without_topics: Vec<TopicId>,
    /// Partners that were unticked.
    pub without_partners: Vec<PartnerId>,
    /// What pauses.
    pub pause: Option<Pause>,
    /// At most so many promotional messages in 7 days.
    pub weekly_cap: Option<WeeklyCap>,
    /// The language of pages and mail.
    pub locale: Option<Locale>,
    /// What would let more mail through.
    pub more: Vec<More>,
}

impl Wishes {
    /// Without what names no list that there is: whoever writes a form of their own would fill the ledger with it. What is
    /// named twice stays once.
    fn among(mut self, known: &[Scope]) -> Self {
        let is_known = |scope: Scope| !matches!(scope, Scope::Topic(_) | Scope::Partner(_)) || known.contains(&scope);
        let mut topics = HashSet::new();
        self.without_topics.retain(|topic| is_known(Scope::Topic(*topic)) && topics.insert(*topic));
        let mut partners = HashSet::new();
        self.without_partners.retain(|partner| is_known(Scope::Partner(*partner)) && partners.insert(*partner));
        let mut asked: Vec<More> = Vec::new();
        for more in self.more {
            let known = match &more {
                More::On(scope) | More::EndPause(scope) => is_known(*scope),
                More::WeeklyCap(_) => true,
            };
            if known && !asked.contains(&more) {
                asked.push(more);
            }
        }
        Self { more: asked, ..self }
    }
}

/// What the form says about a whole stream, as far as it is a no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum No {
    /// It says none.
    #[default]
    None,
    /// The stream was shown as off and was left so: nothing new.
    Left,
    /// The stream was shown as on.
    New,
}

/// What became of the form.
#[derive(Clone, Debug)]
pub struct Saved {
    /// What was committed.
    pub receipt: Receipt,
    /// What of it was new.
    pub done: Done,
    /// What takes a mailed link.
    pub more: Vec<More>,
    /// The same, by name.
    pub names: Vec<More<ListName>>,
}

/// Who a preference link is for.
pub(super) fn recipient_of(app: &App, token: &str) -> Result<RecipientId, ChoiceError> {
    match app.keys.open(token).map_err(ChoiceError::Link)? {
        Claim::Preferences { recipient, .. } | Claim::Unsubscribe { recipient, .. } => Ok(recipient),
        Claim::Policy { .. } | Claim::Undo { .. } | Claim::Mailed { .. } | Claim::SignUp { .. } => {
            Err(ChoiceError::Link(OpenError::Malformed))
        }
    }
}

/// The person that a link leads to, unless they were erased: then nothing is shown of them, and nothing more is collected.
pub(super) fn still_known(db: &mut Db, recipient: RecipientId) -> Result<Recipient, ChoiceError> {
    let person = people::find(db, recipient)?.ok_or(ChoiceError::NobodyKnown)?;
    if person.address.is_some() { Ok(person) } else { Err(ChoiceError::Erased) }
}

/// Reads the page; changes nothing (G6).
///
/// # Errors
/// See [`ChoiceError`].
pub async fn view(app: &App, token: &str) -> Result<Center, ChoiceError> {
    let recipient = recipient_of(app, token)?;
    let app_inside = app.clone();
    app.store.read(move |db| read_center(&app_inside, db, recipient, MESSAGES)).await
}

/// Reads what the page shows, with so many of the last messages.
pub(super) fn read_center(
    app: &App,
    db: &mut Db,
    recipient: RecipientId,
    messages: i64,
) -> Result<Center, ChoiceError> {
    let person = still_known(db, recipient)?;
    let recipient = person.id;
    let standing = Standing::read(db, &person)?;
    let mut topics = Vec::new();
    for topic in lists::topics(db)? {
        let scope = Scope::Topic(topic.id);
        let held = held(db, &standing, scope)?;
        topics.push(Choice { id: topic.id.get(), name: topic.name, on: standing.on(scope), held });
    }
    let mut partners = Vec::new();
    for partner in lists::partners(db)? {
        let list = List::Partner(partner.named.id);
        let granted = standing.consent().standing(list, Some(partner.named.added_after));
        let granted = matches!(granted, crate::domain::consent::Standing::Granted(_));
        let held = held(db, &standing, list.scope())?;
        let on = granted && standing.on(list.scope());
        partners.push(Choice { id: partner.named.id.get(), name: partner.name, on, held });
    }
    Ok(Center {
        masked_address: masked(&person),
        company: stream(db, &standing, Stream::Company, topics)?,
        partner: stream(db, &standing, Stream::Partner, partners)?,
        weekly_cap: recipients::weekly_cap(db, recipient)?,
        bars: standing.bars().iter().map(|bar| bar_of(db, bar)).collect::<Result<_, _>>()?,
        recent: recent(app, db, &person, messages)?,
        policy: policy::standing::standing(app, db, recipient, person.created_at)?,
        locale: person.locale,
    })
}

fn stream(db: &mut Db, standing: &Standing, stream: Stream, choices: Vec<Choice>) -> Result<StreamChoices, StoreError> {
    let scope = Scope::Stream(stream);
    let paused_until = standing.paused_until(scope);
    Ok(StreamChoices { on: standing.on(scope), paused_until, held: held(db, standing, scope)?, choices })
}

/// What was said about exactly this scope; where nothing was, since when a no of the person's stands all the same.
fn held(db: &mut Db, standing: &Standing, scope: Scope) -> Result<Option<Held>, StoreError> {
    let nowhere = |since| Held { granted: false, since, source: None, wording: None, policy_version: None };
    let Some((granted, seq)) = standing.consent().said(scope) else {
        return Ok(standing.opted_out_of(scope).map(nowhere));
    };
    let Some(row) = ledger::row(db, seq)? else { return Ok(None) };
    let event = row.event()?;
    let wording = match &row.wording {
        None => None,
        Some(digest) => wordings::text(db, digest)?.map(|text| (text, row.language.clone())),
    };
    let policy_version = Some(row.policy_version);
    Ok(Some(Held { granted, since: event.happened_at, source: Some(event.source), wording, policy_version }))
}

pub(super) fn bar_of(db: &mut Db, bar: &Suppression) -> Result<Bar, StoreError> {
    Ok(Bar {
        reason: bar.reason,
        domain: bar.subject == Subject::Domain,
        list: scope_name(db, bar.scope)?,
        since: bar.since,
        until: bar.expires_at,
    })
}

fn recent(app: &App, db: &mut Db, person: &Recipient, messages: i64) -> Result<Vec<Mailed>, StoreError> {
    let subjects = Subjects::of(app, person);
    let shown = deliveries::newest_of(db, person.id, messages)?;
    let mailed = shown.into_iter().map(|message| {
        Ok(Mailed {
            at: message.at,
            subject: subjects.read(db, message.subject, message.list)?,
            state: message.state,
            reason: message.reason,
            list: message.list.map(|list| scope_name(db, list.scope())).transpose()?,
        })
    });
    mailed.collect()
}

/// Records what lets less mail through, and answers when it is final (G3); names what takes a mailed link.
///
/// # Errors
/// See [`ChoiceError`].
pub async fn save(app: &App, token: &str, wishes: Wishes, request: Request) -> Result<Saved, ChoiceError> {
    let recipient = recipient_of(app, token)?;
    let known = |db: &mut Db| {
        let topics = lists::topics(db)?.into_iter().map(|topic| Scope::Topic(topic.id));
        let partners = lists::partners(db)?.into_iter().map(|partner| Scope::Partner(partner.named.id));
        Ok::<_, StoreError>(topics.chain(partners).collect::<Vec<_>>())
    };
    app.store.read(move |db| still_known(db, recipient)).await?;
    let wishes = wishes.among(&app.store.read(known).await?);
    let (more, choices) = sorted(wishes);
    let receipt = choose(app, recipient, choices, Source::Preferences, None, request).await?;
    let kept = more.clone();
    let names = app.store.read(move |db| {
        let named = more.iter().map(|more| more_name(db, more));
        named.collect::<Result<Vec<_>, StoreError>>()
    });
    Ok(Saved { done: receipt.done.clone(), receipt, more: kept, names: names.await? })
}

/// What the form asks for, by what it takes.
fn sorted(wishes: Wishes) -> (Vec<More>, Choices) {
    if wishes.nothing_at_all {
        return (Vec::new(), Choices { off: vec![Scope::Everything], ..Choices::default() });
    }
    let (mut off, mut left_off, mut more) = (Vec::new(), Vec::new(), wishes.more);
    let topics = wishes.without_topics.into_iter().map(Scope::Topic).collect();
    let partners = wishes.without_partners.into_iter().map(Scope::Partner).collect();
    let streams: [(_, _, Vec<Scope>); 2] =
        [(Stream::Company, wishes.company, topics), (Stream::Partner, wishes.partner, partners)];
    for (stream, no, named) in streams {
        let whole = Scope::Stream(stream);
        match no {
            No::None => off.extend(named),
            No::Left => left_off.push(whole),
            // Of a topic ticked under a stream that is turned off, the no counts.
            No::New => {
                off.push(whole);
                more.retain(|more| !matches!(more, More::On(scope) if whole.includes(*scope)));
            }
        }
    }
    let Wishes { pause, weekly_cap, locale, .. } = wishes;
    // Who asks for a break and for its end gets the break.
    if pause.is_some() {
        more.retain(|more| !matches!(more, More::EndPause(_)));
    }
    (more, Choices { off, left_off, pause, weekly_cap, locale })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_no_to_a_stream_beats_a_tick_under_it_and_everything_beats_all() {
        let topic = Scope::Topic(TopicId::new(1));
        let acme = Scope::Partner(PartnerId::new(2));
        let wishes = Wishes {
            company: No::New,
            partner: No::Left,
            more: vec![More::On(topic), More::On(acme), More::WeeklyCap(None), More::EndPause(Scope::Everything)],
            pause: Some(Pause { scope: acme, days: 30 }),
            ..Wishes::default()
        };
        let (more, choices) = sorted(wishes.clone());
        assert_eq!(
            more,
            [More::On(acme), More::WeeklyCap(None)],
            "one partner may be asked for under a no that stays, and a break comes before its end"
        );
        assert_eq!(
            (choices.off, choices.left_off),
            (vec![Scope::Stream(Stream::Company)], vec![Scope::Stream(Stream::Partner)])
        );
        let (more, choices) = sorted(Wishes { nothing_at_all: true, ..wishes });
        assert_eq!((more, choices.off), (Vec::new(), vec![Scope::Everything]));
        let (_, choices) = sorted(Wishes { without_partners: vec![PartnerId::new(2)], ..Wishes::default() });
        assert_eq!(choices.off, [acme]);
    }
}
