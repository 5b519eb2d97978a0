//! Opting out by link.

use chrono::{DateTime, Utc};

use super::App;
use super::act::Act;
pub use super::act::{Choices, Done, Pause};
use super::finality;
use super::leaving;
use super::lists::{ListName, list_name};
pub use super::standing::Still;
use super::standing::{Standing, masked};
use crate::clock;
use crate::domain::consent::{Decision, Source};
use crate::domain::recipient::Locale;
use crate::domain::{CampaignId, List, RecipientId, Scope, Stream};
use crate::link::{Claim, OpenError};
pub use crate::store::ledger::Evidence;
use crate::store::ledger::NewEntry;
use crate::store::{StoreError, people};

/// How long a choice can be undone: longer than a visit, because no page may hurry anybody (CONFORMANCE L, 2.2.1).
pub(super) const UNDO_HOURS: i64 = 24;

/// What a person wants to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The list of the message.
    List,
    /// A whole stream.
    Stream(Stream),
    /// Everything.
    Everything,
}

/// Where a choice came from.
#[derive(Clone, Debug)]
pub struct Request {
    /// Address and user agent of the client.
    pub evidence: Evidence,
    /// Ties together what one visit did; made by the page, empty for a one-click.
    pub visit: Option<String>,
    /// Whether the browser sent `Sec-GPC: 1` with a form of ours.
    pub gpc: bool,
}

/// Why a choice was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum ChoiceError {
    /// The link is not one of ours, or not for this.
    #[error("the link cannot be used for this")]
    Link(#[source] OpenError),
    /// The link is ours and names nobody we know.
    #[error("the link names nobody that we know")]
    NobodyKnown,
    /// The person was erased: nothing is left that could be shown or changed.
    #[error("the link is of somebody who was erased")]
    Erased,
    /// It cannot be undone any more.
    #[error("this choice cannot be undone any more")]
    NotUndoable,
    /// The database said no: nothing was recorded.
    #[error("the choice could not be recorded")]
    Store(#[from] StoreError),
}

/// What the page behind a link shows.
#[derive(Clone, Debug)]
pub struct Preview {
    /// Whose mail it is, masked.
    pub masked_address: String,
    /// Their language.
    pub locale: Option<Locale>,
    /// The list of the message.
    pub list: List,
    /// What people call it.
    pub list_name: ListName,
    /// Since when mail of the list has been stopped.
    pub stopped_since: Option<DateTime<Utc>>,
    /// Whether anything of a stream still comes.
    pub still: Still,
}

/// What was recorded.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Whose choice it was, masked.
    pub masked_address: String,
    /// Their language.
    pub locale: Option<Locale>,
    /// The names of what was stopped.
    pub stopped: Vec<ListName>,
    /// Whether all of it had been stopped before.
    pub already: bool,
    /// What the act changed; nothing where all of it held before.
    pub done: Done,
    /// When it was stopped.
    pub at: DateTime<Utc>,
    /// Whether partner mail was stopped too because of the browser's signal.
    pub partner_by_signal: bool,
    /// Subjects of messages that were already on their way when the wait ran out (G3).
    pub on_its_way: Vec<String>,
    /// What still comes.
    pub still: Still,
    /// The token that undoes it in this visit.
    pub undo: Option<String>,
}

/// What a link would stop, without changing anything (G6).
///
/// # Errors
/// See [`ChoiceError`].
pub async fn preview(app: &App, token: &str) -> Result<Preview, ChoiceError> {
    let Claim::Unsubscribe { recipient, list, .. } = app.keys.open(token).map_err(ChoiceError::Link)? else {
        return Err(ChoiceError::Link(OpenError::Malformed));
    };
    let found = app.store.read(move |db| {
        let person = people::find(db, recipient)?.ok_or(ChoiceError::NobodyKnown)?;
        let standing = Standing::read(db, &person)?;
        Ok::<_, ChoiceError>(Preview {
            masked_address: masked(&person),
            locale: person.locale.clone(),
            list,
            list_name: list_name(db, list)?,
            stopped_since: standing.stopped_since(list.scope()),
            still: standing.still(),
        })
    });
    found.await
}

/// Stops mail by link: one click, or a button of its page. Answers only after the choice is committed, and after every
/// covered message that was being handed over has its outcome (G3).
///
/// # Errors
/// See [`ChoiceError`].
pub async fn stop(app: &App, token: &str, stop: Stop, request: Request) -> Result<Receipt, ChoiceError> {
    let Claim::Unsubscribe { recipient, list, campaign } = app.keys.open(token).map_err(ChoiceError::Link)? else {
        return Err(ChoiceError::Link(OpenError::Malformed));
    };
    let scope = match stop {
        Stop::List => list.scope(),
        Stop::Stream(stream) => Scope::Stream(stream),
        Stop::Everything => Scope::Everything,
    };
    withdraw(app, recipient, vec![scope], Source::Link, campaign, request).await
}

/// Records withdrawals and waits (G3). Every way to opt out ends here.
///
/// # Errors
/// See [`ChoiceError`].
pub async fn withdraw(
    app: &App,
    recipient: RecipientId,
    scopes: Vec<Scope>,
    source: Source,
    campaign: Option<CampaignId>,
    request: Request,
) -> Result<Receipt, ChoiceError> {
    choose(app, recipient, Choices { off: scopes, ..Choices::default() }, source, campaign, request).await
}

/// Records whatever lets less mail through, and waits as every opt-out does (G3).
///
/// # Errors
/// See [`ChoiceError`].
pub async fn choose(
    app: &App,
    recipient: RecipientId,
    choices: Choices,
    source: Source,
    campaign: Option<CampaignId>,
    request: Request,
) -> Result<Receipt, ChoiceError> {
    let act = Act { recipient, choices, source, campaign, request, now: clock::now() };
    let committed = leaving::commit(app, &act).await?;
    // An old link of somebody who changed their address into another's is a link of that one now.
    let act = Act { recipient: committed.recipient, ..act };
    let late = finality::wait(app, committed.on_their_way, |_| {
        let scopes = act.choices.off.iter().copied().chain(act.choices.pause.map(|pause| pause.scope));
        let scope = scopes.into_iter().next().unwrap_or(Scope::Everything);
        NewEntry { evidence: None, ..act.entry(scope, Decision::Overtaken) }
    });
    let late = late.await?;
    let recipient = committed.recipient;
    // Without a visit nobody can tell whose no it was, and a second one rests on it: so none can take it back.
    let undoable = committed.undoable.filter(|_| act.request.visit.is_some());
    let undo = undoable.map(|(entry, expires_at)| app.keys.mint(&Claim::Undo { recipient, entry, expires_at }));
    Ok(Receipt {
        masked_address: committed.masked_address,
        locale: committed.locale,
        stopped: committed.stopped,
        already: committed.undoable.is_none(),
        done: committed.done,
        at: committed.at,
        partner_by_signal: committed.partner_by_signal,
        on_its_way: late.into_iter().map(|message| message.subject).collect(),
        still: committed.still,
        undo,
    })
}
