//! One act of choosing: what a person turns off, pauses, wants less of, and in which language. Nothing here lets more
//! mail through; that takes a link mailed to the address.

use chrono::{DateTime, Days, NaiveTime, Utc};

use super::again::{self, BASIS_AGAIN};
use super::finality;
use super::lists::{ListName, scope_name};
use super::standing::{Standing, Still, masked};
use super::unsubscribe::{ChoiceError, Request, UNDO_HOURS};
use crate::domain::change::Change;
use crate::domain::consent::{Decision, Source};
use crate::domain::recipient::{Locale, WeeklyCap};
use crate::domain::suppression::{Subject, Suppression, SuppressionReason};
use crate::domain::{CampaignId, RecipientId, Scope, Seq, Stream};
use crate::store::ledger::{self, About, NewEntry, Row};
use crate::store::on_its_way::OnItsWay;
use crate::store::recipients::{self, Recipient};
use crate::store::suppressions::{self, Held};
use crate::store::{Db, StoreError, people};

/// A pause that a person asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// What pauses: everything or a stream.
    pub scope: Scope,
    /// For how many days at least.
    pub days: u32,
}

impl Pause {
    /// The days that the preference page offers.
    pub const DAYS: [u32; 3] = [30, 60, 90];

    /// The midnight after its last day, so that a button pressed twice asks for the same.
    fn end(self, now: DateTime<Utc>) -> DateTime<Utc> {
        let days = Days::new(u64::from(self.days) + 1);
        let day = now.date_naive().checked_add_days(days).unwrap_or(now.date_naive());
        day.and_time(NaiveTime::MIN).and_utc()
    }
}

/// What a person chooses in one act.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// What is turned off.
    pub off: Vec<Scope>,
    /// What was shown as off and was left so: turned off only where it has come on since.
    pub left_off: Vec<Scope>,
    /// What pauses.
    pub pause: Option<Pause>,
    /// At most so many promotional messages in 7 days.
    pub weekly_cap: Option<WeeklyCap>,
    /// The language of pages and mail.
    pub locale: Option<Locale>,
}

/// What an act changed, as its ledger entries tell it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// What was turned off.
    pub stopped: Vec<ListName>,
    /// What pauses, and until when.
    pub paused: Vec<(ListName, DateTime<Utc>)>,
    /// The weekly cap, if it was changed.
    pub weekly_cap: Option<WeeklyCap>,
    /// Whether the language was changed.
    pub language: bool,
}

/// One act of choosing.
#[derive(Clone, Debug)]
pub(super) struct Act {
    pub(super) recipient: RecipientId,
    pub(super) choices: Choices,
    pub(super) source: Source,
    pub(super) campaign: Option<CampaignId>,
    pub(super) request: Request,
    pub(super) now: DateTime<Utc>,
}

/// What was committed.
pub(super) struct Committed {
    /// Whose act it was.
    pub(super) recipient: RecipientId,
    pub(super) masked_address: String,
    pub(super) locale: Option<Locale>,
    pub(super) stopped: Vec<ListName>,
    pub(super) done: Done,
    pub(super) at: DateTime<Utc>,
    /// The first entry of the act, and until when it can be undone.
    pub(super) undoable: Option<(Seq, DateTime<Utc>)>,
    pub(super) partner_by_signal: bool,
    pub(super) still: Still,
    pub(super) on_their_way: Vec<OnItsWay>,
}

impl Act {
    /// What the browser's signal asks for beside another form.
    pub(super) fn of_signal(recipient: RecipientId, request: Request, now: DateTime<Utc>) -> Self {
        let choices = Choices { off: vec![Scope::Stream(Stream::Partner)], ..Choices::default() };
        Self { recipient, choices, source: Source::Link, campaign: None, request, now }
    }

    /// Runs inside the write transaction that holds the recipient's lock, so that no last look can slip past (G3).
    pub(super) fn commit(&self, db: &mut Db) -> Result<Committed, ChoiceError> {
        let person = people::lock(db, self.recipient)?.ok_or(ChoiceError::NobodyKnown)?;
        Self { recipient: person.id, ..self.clone() }.commit_for(db, person)
    }

    fn commit_for(&self, db: &mut Db, person: Recipient) -> Result<Committed, ChoiceError> {
        let standing = Standing::read(db, &person)?;
        let partner = Scope::Stream(Stream::Partner);
        let partner_by_signal = self.request.gpc && standing.still().partner && !self.covers(partner);
        let mut off = self.choices.off.clone();
        off.extend(self.choices.left_off.iter().copied().filter(|scope| standing.on(*scope)));
        if partner_by_signal {
            off.push(partner);
        }
        let nos = self.nos_of(db, &standing, &off)?;
        let recorded = self.record(db, &person, &standing, &nos)?.filter(|recorded| !recorded.parts.is_empty());
        let covered: Vec<_> = off.iter().copied().chain(self.choices.pause.map(|pause| pause.scope)).collect();
        let on_their_way = finality::on_their_way(db, self.recipient, &covered, self.now)?;
        let fresh = recorded.is_some();
        let act = match recorded {
            None => self.made_in_this_visit(db)?,
            recorded => recorded,
        };
        let since = self.choices.off.iter().filter_map(|scope| standing.stopped_since(*scope)).max();
        let stopped = self.choices.off.iter().map(|scope| scope_name(db, *scope)).collect::<Result<_, _>>()?;
        Ok(Committed {
            recipient: person.id,
            masked_address: masked(&person),
            stopped,
            done: act.as_ref().map(|act| act.done(db)).transpose()?.unwrap_or_default(),
            at: if fresh { self.now } else { since.unwrap_or(self.now) },
            undoable: act.map(|act| (act.first, act.at + chrono::Duration::hours(UNDO_HOURS))),
            partner_by_signal,
            still: Standing::read(db, &person)?.still_unpaused(),
            on_their_way,
            locale: self.choices.locale.clone().or(person.locale),
        })
    }

    /// What of `off` is to be written.
    pub(super) fn nos_of(&self, db: &mut Db, standing: &Standing, off: &[Scope]) -> Result<Nos, StoreError> {
        let by_itself = |scope: &Scope| standing.stopped_since(*scope).and(standing.opted_out_of(*scope));
        let rows = if off.iter().any(|scope| by_itself(scope).is_some()) {
            ledger::rows_of(db, self.recipient)?
        } else {
            Vec::new()
        };
        let mut nos = Nos::default();
        for scope in off {
            match (standing.stopped_since(*scope), by_itself(scope)) {
                (None, _) => nos.with_effect.push(*scope),
                (Some(_), None) => nos.again.push(*scope),
                (Some(_), Some(since)) => {
                    let said = again::said(&rows, SuppressionReason::OptOut, *scope, since);
                    if again::hangs_on_others(said, &self.request_id(), self.now)? {
                        nos.again.push(*scope);
                    }
                }
            }
        }
        Ok(nos)
    }

    /// A word that no client can choose, so that nobody can claim somebody else's visit.
    fn request_id(&self) -> String {
        self.request.visit.as_ref().map_or_else(|| "one-click".to_owned(), |visit| format!("visit {visit}"))
    }

    fn covers(&self, scope: Scope) -> bool {
        let Choices { off, left_off, .. } = &self.choices;
        off.iter().chain(left_off).any(|chosen| chosen.includes(scope))
    }

    /// A button pressed twice in one visit says the same thing twice, and can be undone as if it had been pressed once.
    fn made_in_this_visit(&self, db: &mut Db) -> Result<Option<Recorded>, StoreError> {
        if self.request.visit.is_none() {
            return Ok(None);
        }
        let rows = ledger::rows_of(db, self.recipient)?;
        let ours = |row: &&Row| row.request_id == self.request_id() && is_choice(row) && again::stands(&rows, row);
        let Some(last) = rows.iter().rev().find(ours) else { return Ok(None) };
        let at = last.when_recorded()?;
        if at + chrono::Duration::hours(UNDO_HOURS) <= self.now {
            return Ok(None);
        }
        let act = rows_of_act(&rows, last);
        let first = act.first().map_or(last.seq, |row| row.seq);
        let parts =
            act.into_iter().map(|row| Ok((scope_of(row)?, change_of(row)?))).collect::<Result<_, StoreError>>()?;
        Ok(Some(Recorded { first: Seq::new(first), at, parts }))
    }

    /// Puts what is new in force, and writes it into the ledger; nothing where nothing is new.
    fn record(
        &self,
        db: &mut Db,
        person: &Recipient,
        standing: &Standing,
        nos: &Nos,
    ) -> Result<Option<Recorded>, StoreError> {
        let mut parts: Vec<(Scope, Option<Change>)> = nos.with_effect.iter().map(|scope| (*scope, None)).collect();
        for scope in nos.all() {
            // One that ran out is no bar any more; the new one begins now, which is how an undo knows it.
            if standing.opted_out_once(scope) {
                suppressions::lift_dangerous(db, person.address_hash, scope, SuppressionReason::OptOut)?;
            }
            self.suppress(db, person, scope, SuppressionReason::OptOut, None)?;
        }
        if let Some(pause) = self.choices.pause {
            let (before, end) = (standing.pause_of(pause.scope), pause.end(self.now));
            if before.is_none_or(|before| before < end) {
                self.suppress(db, person, pause.scope, SuppressionReason::Snoozed, Some(end))?;
                parts.push((pause.scope, Some(Change::Pause(before, Some(end)))));
            }
        }
        if let Some(cap) = self.choices.weekly_cap {
            let before = recipients::weekly_cap(db, self.recipient)?;
            // A higher one would be more mail, which takes a mailed link.
            if before.is_none_or(|before| cap < before) {
                recipients::set_weekly_cap(db, self.recipient, Some(cap))?;
                parts.push((Scope::Everything, Some(Change::WeeklyCap(before, Some(cap)))));
            }
        }
        if let Some(locale) = self.choices.locale.as_ref().filter(|locale| person.locale.as_ref() != Some(*locale)) {
            recipients::set_locale(db, self.recipient, Some(locale))?;
            parts.push((Scope::Everything, Some(Change::Locale(person.locale.clone(), Some(locale.clone())))));
        }
        let again = nos.again.iter().map(|scope| self.said_again(*scope));
        let of_parts = parts.iter().map(|(scope, change)| self.entry_of(*scope, change.as_ref()));
        let entries: Vec<_> = of_parts.chain(again).collect();
        if entries.is_empty() {
            return Ok(None);
        }
        Ok(Some(Recorded { first: ledger::append(db, &entries)?, at: self.now, parts }))
    }

    fn suppress(
        &self,
        db: &mut Db,
        person: &Recipient,
        scope: Scope,
        reason: SuppressionReason,
        expires_at: Option<DateTime<Utc>>,
    ) -> Result<(), StoreError> {
        let suppression = Suppression { subject: Subject::Address, scope, reason, since: self.now, expires_at };
        let actor = "recipient".to_owned();
        suppressions::put(db, &[Held { subject: person.address_hash, suppression, label: None, actor, note: None }])
    }

    fn entry_of(&self, scope: Scope, change: Option<&Change>) -> NewEntry {
        let decision = match change {
            None => return self.entry(scope, Decision::Withdrawn),
            Some(Change::Pause(..)) => Decision::Suppressed,
            Some(Change::WeeklyCap(..) | Change::Locale(..)) => Decision::Changed,
        };
        let note = change.map(Change::to_string);
        NewEntry { basis: "request".to_owned(), note, ..self.entry(scope, decision) }
    }

    /// A no that holds already, by a wider one or by somebody else's that an undo may take back.
    pub(super) fn said_again(&self, scope: Scope) -> NewEntry {
        NewEntry { basis: BASIS_AGAIN.to_owned(), ..self.entry(scope, Decision::Withdrawn) }
    }

    /// An entry of this act.
    pub(super) fn entry(&self, scope: Scope, decision: Decision) -> NewEntry {
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

/// What of a no is written.
#[derive(Debug, Default)]
pub(super) struct Nos {
    /// It stops something now.
    pub(super) with_effect: Vec<Scope>,
    /// All of it is stopped already, but by a wider no only, which may end, or by one that somebody else may take back.
    pub(super) again: Vec<Scope>,
}

impl Nos {
    /// Both.
    pub(super) fn all(&self) -> impl Iterator<Item = Scope> {
        self.with_effect.iter().chain(&self.again).copied()
    }
}

/// What an act wrote: withdrawals, and changes beside them.
struct Recorded {
    first: Seq,
    at: DateTime<Utc>,
    parts: Vec<(Scope, Option<Change>)>,
}

impl Recorded {
    fn done(&self, db: &mut Db) -> Result<Done, StoreError> {
        let mut done = Done::default();
        for (scope, change) in &self.parts {
            match change {
                None => done.stopped.push(scope_name(db, *scope)?),
                Some(Change::Pause(_, Some(end))) => done.paused.push((scope_name(db, *scope)?, *end)),
                Some(Change::Pause(_, None)) => {}
                Some(Change::WeeklyCap(_, cap)) => done.weekly_cap = *cap,
                Some(Change::Locale(..)) => done.language = true,
            }
        }
        Ok(done)
    }
}

/// Whether an entry is a choice that an undo takes back.
fn is_choice(row: &Row) -> bool {
    row.basis != BASIS_AGAIN
        && [Decision::Withdrawn, Decision::Suppressed, Decision::Changed]
            .iter()
            .any(|kind| kind.as_str() == row.decision)
}

/// The entries of one act stand together: same request, same moment.
pub(super) fn rows_of_act<'a>(rows: &'a [Row], one: &Row) -> Vec<&'a Row> {
    let same = |row: &&Row| row.request_id == one.request_id && row.recorded_at == one.recorded_at && is_choice(row);
    rows.iter().filter(same).collect()
}

/// What an entry is about.
pub(super) fn scope_of(row: &Row) -> Result<Scope, StoreError> {
    row.scope.parse().map_err(|error| StoreError::bad_row("ledger", error))
}

/// What an entry changed beside consent and beside what says that an address is a child's.
pub(super) fn change_of(row: &Row) -> Result<Option<Change>, StoreError> {
    if row.decision == Decision::Withdrawn.as_str() || again::says(row, SuppressionReason::SaidChild) {
        return Ok(None);
    }
    let note = row.note.as_deref().unwrap_or_default();
    note.parse().map(Some).map_err(|error| StoreError::bad_row("ledger", error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_ends_at_a_midnight_so_that_pressing_twice_asks_for_the_same() {
        let at = |seconds| DateTime::<Utc>::from_timestamp(seconds, 0).unwrap();
        for days in Pause::DAYS {
            let pause = Pause { scope: Scope::Everything, days };
            let end = pause.end(at(1_772_562_780));
            assert_eq!(pause.end(at(1_772_562_785)), end);
            assert_eq!(end.time(), NaiveTime::MIN);
            let length = end - at(1_772_562_780);
            assert!(
                length > chrono::Duration::days(days.into()) && length <= chrono::Duration::days(i64::from(days) + 1)
            );
        }
    }
}
