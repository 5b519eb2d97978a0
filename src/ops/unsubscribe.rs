//! Opting out by link.

use chrono::{DateTime, Utc};

use super::App;
use super::finality;
use super::lists::{ListName, list_name};
pub use super::standing::Still;
use super::standing::{Standing, masked};
use crate::clock;
use crate::domain::consent::{Decision, Source};
use crate::domain::recipient::Locale;
use crate::domain::suppression::{Subject, Suppression, SuppressionReason};
use crate::domain::{CampaignId, List, RecipientId, Scope, Seq, Stream};
use crate::link::{Claim, OpenError};
use crate::store::deliveries::OnItsWay;
pub use crate::store::ledger::Evidence;
use crate::store::ledger::{self, About, NewEntry};
use crate::store::recipients::{self, Recipient};
use crate::store::suppressions::{self, Held};
use crate::store::{Db, StoreError};

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
        let person = recipients::find(db, recipient)?.ok_or(ChoiceError::NobodyKnown)?;
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
    let act = Act { recipient, scopes, source, campaign, request, now: clock::now() };
    let committed = {
        let act = act.clone();
        app.store.write(vec![recipient], move |db| act.commit(db)).await?
    };
    let late = finality::wait(app, committed.on_their_way, |_| {
        let scope = act.scopes.first().copied().unwrap_or(Scope::Everything);
        NewEntry { evidence: None, ..act.entry(scope, Decision::Overtaken) }
    });
    let late = late.await?;
    let undo = committed.undoable.map(|entry| {
        let expires_at = act.now + chrono::Duration::hours(UNDO_HOURS);
        app.keys.mint(&Claim::Undo { recipient, entry, expires_at })
    });
    Ok(Receipt {
        masked_address: committed.masked_address,
        locale: committed.locale,
        stopped: committed.stopped,
        already: committed.undoable.is_none(),
        at: committed.at,
        partner_by_signal: committed.partner_by_signal,
        on_its_way: late.into_iter().map(|message| message.subject).collect(),
        still: committed.still,
        undo,
    })
}

/// One act of opting out.
#[derive(Clone, Debug)]
struct Act {
    recipient: RecipientId,
    scopes: Vec<Scope>,
    source: Source,
    campaign: Option<CampaignId>,
    request: Request,
    now: DateTime<Utc>,
}

struct Committed {
    masked_address: String,
    locale: Option<Locale>,
    stopped: Vec<ListName>,
    at: DateTime<Utc>,
    undoable: Option<Seq>,
    partner_by_signal: bool,
    still: Still,
    on_their_way: Vec<OnItsWay>,
}

impl Act {
    /// Runs inside the write transaction that holds the recipient's lock, so that no last look can slip past (G3).
    fn commit(&self, db: &mut Db) -> Result<Committed, ChoiceError> {
        let person = recipients::find(db, self.recipient)?.ok_or(ChoiceError::NobodyKnown)?;
        let standing = Standing::read(db, &person)?;
        let partner = Scope::Stream(Stream::Partner);
        let partner_by_signal = self.request.gpc && standing.still().partner && !self.covers(partner);
        let mut scopes = self.scopes.clone();
        if partner_by_signal {
            scopes.push(partner);
        }
        let new: Vec<_> = scopes.iter().copied().filter(|scope| standing.stopped_since(*scope).is_none()).collect();
        let first = self.record(db, &person, &new)?;
        let on_their_way = finality::on_their_way(db, self.recipient, &scopes, self.now)?;
        let undoable = match first {
            None => self.made_in_this_visit(db)?,
            first => first,
        };
        let since = self.scopes.iter().filter_map(|scope| standing.stopped_since(*scope)).max();
        Ok(Committed {
            masked_address: masked(&person),
            locale: person.locale.clone(),
            stopped: self.scopes.iter().map(|scope| super::lists::scope_name(db, *scope)).collect::<Result<_, _>>()?,
            at: if first.is_none() { since.unwrap_or(self.now) } else { self.now },
            undoable,
            partner_by_signal,
            still: Standing::read(db, &person)?.still(),
            on_their_way,
        })
    }

    /// A button pressed twice in one visit says the same thing twice, and can be undone as if it had been pressed once.
    fn made_in_this_visit(&self, db: &mut Db) -> Result<Option<Seq>, StoreError> {
        if self.request.visit.is_none() {
            return Ok(None);
        }
        let rows = ledger::rows_of(db, self.recipient)?;
        let withdrawn = Decision::Withdrawn.as_str();
        let ours = |row: &&ledger::Row| row.request_id == self.request_id() && row.decision == withdrawn;
        let standing = |row: &&ledger::Row| !rows.iter().any(|other| other.undoes == Some(row.seq));
        Ok(rows.iter().filter(ours).find(standing).map(|row| Seq::new(row.seq)))
    }

    /// A word that no client can choose, so that nobody can claim somebody else's visit.
    fn request_id(&self) -> String {
        self.request.visit.as_ref().map_or_else(|| "one-click".to_owned(), |visit| format!("visit {visit}"))
    }

    fn covers(&self, scope: Scope) -> bool {
        self.scopes.iter().any(|chosen| chosen.includes(scope))
    }

    fn record(&self, db: &mut Db, person: &Recipient, scopes: &[Scope]) -> Result<Option<Seq>, StoreError> {
        if scopes.is_empty() {
            return Ok(None);
        }
        let entries: Vec<_> = scopes.iter().map(|scope| self.entry(*scope, Decision::Withdrawn)).collect();
        let first = ledger::append(db, &entries)?;
        for scope in scopes {
            let suppression = Suppression {
                subject: Subject::Address,
                scope: *scope,
                reason: SuppressionReason::OptOut,
                since: self.now,
                expires_at: None,
            };
            let actor = "recipient".to_owned();
            suppressions::add(db, &Held { subject: person.address_hash, suppression, label: None, actor, note: None })?;
        }
        Ok(Some(first))
    }

    fn entry(&self, scope: Scope, decision: Decision) -> NewEntry {
        NewEntry {
            about: About::Recipient(self.recipient),
            scope,
            decision,
            source: self.source,
            basis: "objection".to_owned(),
            happened_at: self.now,
            recorded_at: self.now,
            wording: None,
            language: None,
            actor: "recipient".to_owned(),
            request_id: self.request_id(),
            campaign: self.campaign,
            evidence: Some(self.request.evidence.clone()),
            note: None,
        }
    }
}
