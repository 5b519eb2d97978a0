//! Reports by people of whom we know nothing: by the link of a message, or by typing an address.

use super::{KeptOut, Report, bar, letter};
use crate::clock;
use crate::domain::consent::Source;
use crate::domain::recipient::Locale;
use crate::domain::suppression::SuppressionReason;
use crate::domain::{Address, RecipientId, Scope};
use crate::link::{Claim, OpenError};
use crate::ops::standing::masked;
use crate::ops::tries::{self, Asking, Mailbox};
use crate::ops::unsubscribe::{ChoiceError, Request, UNDO_HOURS};
use crate::ops::{App, again, finality, patience};
use crate::store::ledger::{self, About};
use crate::store::on_its_way::OnItsWay;
use crate::store::recipients::{self, Recipient};
use crate::store::{Db, StoreError, people, suppressions};
use crate::words::Words;

/// Whose address it would be, as the page shows it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Masked.
    pub masked_address: String,
    /// The language set for them.
    pub locale: Option<Locale>,
}

/// What a report by link did.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Whose address it is, masked.
    pub masked_address: String,
    /// The language that is set for them.
    pub locale: Option<Locale>,
    /// Whether it was new.
    pub news: bool,
    /// Whether a letter to the mailbox was posted.
    pub posted: bool,
    /// Subjects of messages that were already on their way when the wait ran out (G3).
    pub on_its_way: Vec<String>,
    /// The token that takes it back in this visit.
    pub undo: Option<String>,
}

/// Who a link of ours is for; any of those that messages carry will do.
fn recipient_of(app: &App, token: &str) -> Result<RecipientId, ChoiceError> {
    match app.keys.open(token).map_err(ChoiceError::Link)? {
        Claim::Preferences { recipient, .. }
        | Claim::Unsubscribe { recipient, .. }
        | Claim::Policy { recipient, .. } => Ok(recipient),
        Claim::Undo { .. } | Claim::Mailed { .. } | Claim::SignUp { .. } => {
            Err(ChoiceError::Link(OpenError::Malformed))
        }
    }
}

fn known(found: Option<Recipient>) -> Result<Recipient, ChoiceError> {
    let person = found.ok_or(ChoiceError::NobodyKnown)?;
    if person.address.is_none() { Err(ChoiceError::Erased) } else { Ok(person) }
}

/// Whose address a link would report; changes nothing (G6).
///
/// # Errors
/// See [`ChoiceError`].
pub async fn ask(app: &App, token: &str) -> Result<Asked, ChoiceError> {
    let recipient = recipient_of(app, token)?;
    let person = known(app.store.read(move |db| people::find(db, recipient)).await?)?;
    Ok(Asked { masked_address: masked(&person), locale: person.locale })
}

/// What was committed.
struct Committed {
    person: Recipient,
    report: Report,
    kept_out: KeptOut,
    /// The first entry of the report that this visit may take back.
    undoable: Option<crate::domain::Seq>,
    posted: bool,
    on_their_way: Vec<OnItsWay>,
}

/// Reports by link: bars both streams, and answers when that is final (G3). The mailbox is told.
///
/// # Errors
/// See [`ChoiceError`].
pub async fn report_by_link(app: &App, token: &str, request: Request, page: Words) -> Result<Receipt, ChoiceError> {
    let recipient = recipient_of(app, token)?;
    let (owned, visited) = (app.clone(), request.visit.is_some());
    let commit = move |db: &mut Db| commit_by_link(&owned, db, recipient, &request, page);
    let committed = app.store.write(vec![recipient], commit).await?;
    let about = About::Recipient(committed.person.id);
    let late = finality::wait(app, committed.on_their_way, |_| committed.report.overtaken(about)).await?;
    let undo = committed.undoable.filter(|_| visited).map(|entry| {
        let expires_at = committed.report.now + chrono::Duration::hours(UNDO_HOURS);
        app.keys.mint(&Claim::Undo { recipient: committed.person.id, entry, expires_at })
    });
    Ok(Receipt {
        masked_address: masked(&committed.person),
        locale: committed.person.locale,
        news: committed.kept_out.news,
        posted: committed.posted,
        on_its_way: late.into_iter().map(|message| message.subject).collect(),
        undo,
    })
}

fn commit_by_link(
    app: &App,
    db: &mut Db,
    recipient: RecipientId,
    request: &Request,
    page: Words,
) -> Result<Committed, ChoiceError> {
    let person = known(people::lock(db, recipient)?)?;
    let report = Report::of_request(request.clone(), Source::Link);
    let among = [(person.address_hash, person.id)].into_iter().collect();
    let kept_out = bar(db, &[person.address_hash], &among, &report)?.say(db)?;
    let posted = kept_out.news && write_to(app, db, &person, page)?;
    let undoable = match kept_out.first {
        Some(first) => Some(first),
        None => made_in_this_visit(db, &person, &report)?,
    };
    let on_their_way = finality::on_their_way(db, person.id, &[Scope::Everything], report.now)?;
    Ok(Committed { person, report, kept_out, undoable, posted, on_their_way })
}

/// A button pressed twice in one visit can be taken back as if it had been pressed once.
fn made_in_this_visit(
    db: &mut Db,
    person: &Recipient,
    report: &Report,
) -> Result<Option<crate::domain::Seq>, StoreError> {
    let held = suppressions::against(db, &[person.address_hash])?.into_iter().map(|held| held.suppression);
    let Some(bar) = held.into_iter().find(|bar| bar.reason == report.reason) else { return Ok(None) };
    let rows = ledger::rows_of(db, person.id)?;
    let mut said = again::said(&rows, report.reason, bar.scope, bar.since);
    let began = said.find(|row| row.request_id == report.request_id && row.recorded_at == bar.since.timestamp_micros());
    Ok(began.map(|row| crate::domain::Seq::new(row.seq)))
}

/// Posts the letter to the mailbox, where the person has room for one.
fn write_to(app: &App, db: &mut Db, person: &Recipient, page: Words) -> Result<bool, StoreError> {
    let now = clock::now();
    let posted = tries::take(db, &Asking::LetterTo(person.address_hash), now)?;
    if posted {
        letter::post(app, db, person, page, now)?;
    }
    Ok(posted)
}

/// What became of the wish that the mailbox be written to.
#[derive(Clone, Debug)]
pub struct Told {
    /// Whose, masked.
    pub masked_address: String,
    /// The language set for them.
    pub locale: Option<Locale>,
    /// Whether a letter was posted.
    pub posted: bool,
}

/// Sends the mailbox the letter once more, for whoever reported by link: only its links erase. Nothing is sent where no
/// report stands that its links could lift: the answer is that of too many letters.
///
/// # Errors
/// See [`ChoiceError`].
pub async fn send_letter(app: &App, token: &str, page: Words) -> Result<Told, ChoiceError> {
    let (recipient, owned) = (recipient_of(app, token)?, app.clone());
    let commit = move |db: &mut Db| {
        let person = known(people::lock(db, recipient)?)?;
        let held = suppressions::against(db, &[person.address_hash])?;
        let reported = held.iter().any(|held| held.suppression.reason == SuppressionReason::SaidChild);
        let posted = reported && write_to(&owned, db, &person, page)?;
        Ok::<_, ChoiceError>(Told { masked_address: masked(&person), locale: person.locale, posted })
    };
    app.store.write(vec![recipient], commit).await
}

/// What came of an address that somebody typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// It is kept out.
    Reported,
    /// So many were typed, in that network, of that mailbox or at all, that this one was not looked at.
    TooMany,
}

/// Reports an address that somebody typed: bars both streams, whether or not we know it, and tells the mailbox of somebody
/// whom we know. The answer comes at the same time for every address, so it does not wait for a message that is on its way
/// to a person: it says that one may still arrive, and the ledger names it (G3 is for who opts out themselves).
///
/// # Errors
/// See [`ChoiceError`].
pub async fn report_address(app: &App, address: &Address, request: Request, page: Words) -> Result<Typed, ChoiceError> {
    patience::not_before(patience::same_for_all(), commit_typed(app, address, request, page)).await
}

async fn commit_typed(app: &App, address: &Address, request: Request, page: Words) -> Result<Typed, ChoiceError> {
    let ring = app.keys.ring();
    let (subject, mailbox) = (ring.hash_address(address), Mailbox::of(&ring, address));
    let (owned, ip) = (app.clone(), request.evidence.ip.clone());
    let report = Report::of_request(Request { visit: None, ..request }, Source::Preferences);
    let held = report.clone();
    let commit = move |db: &mut Db| {
        if !tries::take(db, &Asking::ChildReport { ip: &ip, mailbox: &mailbox }, held.now)? {
            return Ok::<_, ChoiceError>(None);
        }
        let person = recipients::find_by_hash(db, subject)?;
        let id = person.as_ref().map(|person| person.id);
        recipients::lock(db, id.as_slice())?;
        let kept_out = bar(db, &[subject], &id.map(|id| (subject, id)).into_iter().collect(), &held)?.say(db)?;
        if let Some(person) = person.filter(|person| kept_out.news && person.address.is_some()) {
            letter::post(&owned, db, &person, page, held.now)?;
        }
        let on_their_way = match id {
            Some(id) => finality::on_their_way(db, id, &[Scope::Everything], held.now)?,
            None => Vec::new(),
        };
        Ok(Some((id.map_or(About::Subject(subject), About::Recipient), on_their_way)))
    };
    let Some((about, on_their_way)) = app.store.write(Vec::new(), commit).await? else { return Ok(Typed::TooMany) };
    if !on_their_way.is_empty() {
        let app = app.clone();
        tokio::spawn(async move {
            if let Err(error) = finality::wait(&app, on_their_way, |_| report.overtaken(about)).await {
                tracing::error!(%error, "What was on its way when a child was reported could not be recorded");
            }
        });
    }
    Ok(Typed::Reported)
}
