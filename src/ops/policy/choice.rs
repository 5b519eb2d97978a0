//! Saying no or yes to a version, and taking it back in the same visit.

use chrono::{DateTime, Utc};

use super::{Answer, Receipt, Undone, Who, find};
use crate::clock;
use crate::domain::consent::{Decision, Source};
use crate::domain::policy::Heard;
use crate::domain::{PolicyVersion, RecipientId, Scope, Seq, Stream};
use crate::link::{Claim, OpenError};
use crate::ops::again;
use crate::ops::standing::{Standing, masked};
use crate::ops::undo::undoing;
use crate::ops::unsubscribe::{self, ChoiceError, Request, UNDO_HOURS};
use crate::ops::{App, finality};
use crate::store::ledger::{self, About, NewEntry, Row};
use crate::store::on_its_way::OnItsWay;
use crate::store::policies::Policy;
use crate::store::recipients::{self, Recipient};
use crate::store::{Db, StoreError, people};

/// Says no: no promotional mail from now on. Answers only when that is committed and every promotional message that was
/// being handed over has its outcome (G3). Saying it twice changes nothing.
///
/// # Errors
/// See [`ChoiceError`].
pub async fn decline(app: &App, who: Who, request: Request) -> Result<Receipt, ChoiceError> {
    say(app, Act { who, answer: Answer::Declined, request, now: clock::now() }).await
}

/// Says yes. It is recorded and grants nothing. A no of an earlier visit stands: then nothing is recorded.
///
/// # Errors
/// See [`ChoiceError`].
pub async fn accept(app: &App, who: Who, request: Request) -> Result<Receipt, ChoiceError> {
    say(app, Act { who, answer: Answer::Accepted, request, now: clock::now() }).await
}

async fn say(app: &App, act: Act) -> Result<Receipt, ChoiceError> {
    let said = {
        let act = act.clone();
        app.store.write(vec![act.who.recipient], move |db| act.commit(db)).await?
    };
    let recipient = said.person.id;
    let act = act.of(recipient);
    let overtaken = |_: &OnItsWay| NewEntry { evidence: None, ..act.entry(Decision::Overtaken, None) };
    let late = finality::wait(app, said.on_their_way, overtaken).await?;
    let mut late: Vec<_> = late.into_iter().map(|message| message.subject).collect();
    let mut partner_by_signal = false;
    if act.request.gpc && said.partner_still {
        // The page said so before: the browser's signal goes with whatever form is sent.
        let (partner, request) = (vec![Scope::Stream(Stream::Partner)], act.request.clone());
        let stopped = unsubscribe::withdraw(app, recipient, partner, Source::Policy, act.who.campaign, request).await?;
        partner_by_signal = true;
        late.extend(stopped.on_its_way);
    }
    let expires_at = act.now + chrono::Duration::hours(UNDO_HOURS);
    // As with every no: without a visit nobody can tell whose it was, so none can take it back.
    let undoable = said.undoable.filter(|_| act.request.visit.is_some());
    Ok(Receipt {
        masked_address: masked(&said.person),
        locale: said.person.locale,
        version: said.version,
        answer: act.answer,
        news: said.news,
        at: said.at,
        still_declined: said.still_declined,
        partner_by_signal,
        on_its_way: late,
        undo: undoable.map(|entry| app.keys.mint(&Claim::Undo { recipient, entry, expires_at })),
        preferences: app.keys.mint(&Claim::Preferences { recipient, campaign: None }),
    })
}

/// One answer to one version.
#[derive(Clone, Debug)]
struct Act {
    who: Who,
    answer: Answer,
    request: Request,
    now: DateTime<Utc>,
}

struct Said {
    person: Recipient,
    version: PolicyVersion,
    news: bool,
    at: DateTime<Utc>,
    still_declined: bool,
    undoable: Option<Seq>,
    partner_still: bool,
    on_their_way: Vec<OnItsWay>,
}

impl Act {
    /// Runs inside the write transaction that holds the recipient's lock, so that no last look can slip past (G3).
    fn commit(&self, db: &mut Db) -> Result<Said, ChoiceError> {
        let person = people::lock(db, self.who.recipient)?.ok_or(ChoiceError::NobodyKnown)?;
        self.clone().of(person.id).commit_for(db, person)
    }

    /// The same by the person that the link leads to now.
    fn of(self, recipient: RecipientId) -> Self {
        Self { who: Who { recipient, ..self.who }, ..self }
    }

    fn commit_for(&self, db: &mut Db, person: Recipient) -> Result<Said, ChoiceError> {
        let recipient = person.id;
        let policy = find(db, self.who.version)?;
        let version = policy.version.number;
        let rows = ledger::rows_of(db, recipient)?;
        let heard = Heard::fold(&events(&rows)?);
        let (decisions, standing) = match self.answer {
            Answer::Declined => match heard.declined_by(version) {
                // One that hangs on somebody else's visit is said again, and changes nothing for now.
                Some(by) if self.may_go_with_another(&rows, version)? => (vec![Decision::Declined(version)], Some(by)),
                Some(by) => (Vec::new(), Some(by)),
                None => (vec![Decision::Declined(version)], None),
            },
            Answer::Accepted => self.to_accept(&rows, &heard, version),
        };
        let entries: Vec<_> = decisions.iter().map(|decision| self.entry(*decision, Some(&policy))).collect();
        let news = standing.is_none() && !entries.is_empty();
        let written = if entries.is_empty() { None } else { Some(ledger::append(db, &entries)?) };
        let undoable = match written {
            Some(first) => {
                let last = i64::try_from(entries.len()).unwrap_or(i64::MAX).saturating_sub(1);
                news.then(|| Seq::new(first.get().saturating_add(last)))
            }
            // A button pressed twice in one visit can be taken back as if it had been pressed once.
            None => standing.filter(|seq| self.made_in_this_visit(&rows, *seq)),
        };
        let before = standing.and_then(|seq| rows.iter().find(|row| row.seq == seq.get()));
        let at = before.map(Row::event).transpose()?.map_or(self.now, |event| event.happened_at);
        let on_their_way = match self.answer {
            Answer::Declined => finality::on_their_way(db, recipient, &[Scope::Everything], self.now)?,
            Answer::Accepted => Vec::new(),
        };
        let still_declined = Heard::fold(&ledger::events_of(db, recipient)?).declined().is_some();
        let partner_still = Standing::read(db, &person)?.still().partner;
        Ok(Said { person, version, news, at, still_declined, undoable, partner_still, on_their_way })
    }

    /// What a yes appends, or the entry by which it was said before. What this visit declined it takes back; a no of
    /// another visit stands, and a yes beside it would say nothing.
    fn to_accept(&self, rows: &[Row], heard: &Heard, version: PolicyVersion) -> (Vec<Decision>, Option<Seq>) {
        let declined = heard.declined_up_to(version);
        if declined.iter().any(|seq| !self.made_in_this_visit(rows, *seq)) {
            return (Vec::new(), None);
        }
        match heard.accepted_by(version) {
            Some(by) if declined.is_empty() => (Vec::new(), Some(by)),
            _ => {
                let taken_back = declined.into_iter().map(Decision::Undone);
                (taken_back.chain([Decision::Accepted(version)]).collect(), None)
            }
        }
    }

    /// Whether a no that stands could be taken back by the undo of somebody else's visit.
    fn may_go_with_another(&self, rows: &[Row], version: PolicyVersion) -> Result<bool, StoreError> {
        again::hangs_on_others(again::declined(rows, version)?, &self.request_id(), self.now)
    }

    fn made_in_this_visit(&self, rows: &[Row], seq: Seq) -> bool {
        let ours = |row: &&Row| row.seq == seq.get() && row.request_id == self.request_id();
        self.request.visit.is_some() && rows.iter().any(|row| ours(&row))
    }

    fn request_id(&self) -> String {
        self.request.visit.as_ref().map_or_else(|| "policy".to_owned(), |visit| format!("visit {visit}"))
    }

    fn entry(&self, decision: Decision, shown: Option<&Policy>) -> NewEntry {
        let shown = shown.map(|policy| policy.summary(self.who.language));
        NewEntry {
            about: About::Recipient(self.who.recipient),
            scope: Scope::Everything,
            decision,
            source: Source::Policy,
            basis: "the person's answer".to_owned(),
            happened_at: self.now,
            recorded_at: self.now,
            wording: shown.map(|(summary, _)| summary.to_owned()),
            language: shown.filter(|(_, own)| *own).map(|_| self.who.language.to_owned()),
            actor: "recipient".to_owned(),
            request_id: self.request_id(),
            campaign: self.who.campaign,
            evidence: Some(self.request.evidence.clone()),
            note: None,
        }
    }
}

fn events(rows: &[Row]) -> Result<Vec<crate::domain::consent::ConsentEvent>, StoreError> {
    rows.iter().map(Row::event).collect()
}

/// Takes an answer back in the visit in which it was given: what stood before stands again.
///
/// # Errors
/// See [`ChoiceError`].
pub async fn undo(app: &App, token: &str, request: Request) -> Result<Undone, ChoiceError> {
    let Claim::Undo { recipient, entry, expires_at } = app.keys.open(token).map_err(ChoiceError::Link)? else {
        return Err(ChoiceError::Link(OpenError::Malformed));
    };
    let now = clock::now();
    if now >= expires_at {
        return Err(ChoiceError::NotUndoable);
    }
    let commit = move |db: &mut Db| commit_undo(db, recipient, entry, &request, now);
    let (person, version, answer) = app.store.write(vec![recipient], commit).await?;
    Ok(Undone {
        masked_address: masked(&person),
        locale: person.locale,
        version,
        answer,
        policy: app.keys.mint(&Claim::Policy { recipient, version, campaign: None }),
    })
}

fn commit_undo(
    db: &mut Db,
    recipient: RecipientId,
    entry: Seq,
    request: &Request,
    now: DateTime<Utc>,
) -> Result<(Recipient, PolicyVersion, Answer), ChoiceError> {
    let person = recipients::find(db, recipient)?.ok_or(ChoiceError::NobodyKnown)?;
    if person.merged_into.is_some() {
        return Err(ChoiceError::NotUndoable);
    }
    let rows = ledger::rows_of(db, recipient)?;
    let row = rows.iter().find(|row| row.seq == entry.get()).ok_or(ChoiceError::NotUndoable)?;
    let (version, answer) = match row.event()?.decision {
        Decision::Declined(version) => (version, Answer::Declined),
        Decision::Accepted(version) => (version, Answer::Accepted),
        _ => return Err(ChoiceError::NotUndoable),
    };
    let taken_back = |seq: i64| rows.iter().any(|other| other.undoes == Some(seq));
    if taken_back(row.seq) {
        // Used once more, it takes back nothing that was answered since, and does not say that it did (G6).
        for later in rows.iter().filter(|later| later.seq > row.seq && !taken_back(later.seq)) {
            match later.event()?.decision {
                Decision::Declined(other) | Decision::Accepted(other) if other == version => {
                    return Err(ChoiceError::NotUndoable);
                }
                _ => {}
            }
        }
    } else {
        let entry = undoing(row, recipient, Scope::Everything, request, now);
        let entry = NewEntry { source: Source::Policy, ..entry };
        ledger::append(db, &[entry])?;
    }
    Ok((person, version, answer))
}
