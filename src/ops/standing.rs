//! What holds for one person right now, as far as their own choices go.

use chrono::{DateTime, Utc};

use crate::clock;
use crate::domain::consent::{ConsentEvent, ConsentState};
use crate::domain::suppression::{Subject, Suppression, SuppressionReason};
use crate::domain::{Scope, Seq, Stream};
use crate::store::recipients::Recipient;
use crate::store::{Db, StoreError, ledger, suppressions};

/// What promotional mail a person still gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Still {
    /// Any company mail.
    pub company: bool,
    /// Any partner mail.
    pub partner: bool,
}

/// What holds for one person right now.
pub(super) struct Standing {
    consent: ConsentState,
    opt_outs: Vec<Suppression>,
    pauses: Vec<Suppression>,
    bars: Vec<Suppression>,
    past: Vec<Suppression>,
    withdrawn_at: Vec<(Seq, DateTime<Utc>)>,
}

impl Standing {
    pub(super) fn read(db: &mut Db, person: &Recipient) -> Result<Self, StoreError> {
        let events = ledger::events_of(db, person.id)?;
        let held = suppressions::against(db, &[person.address_hash, person.domain_hash])?;
        Ok(Self::of(&events, held.into_iter().map(|held| held.suppression)))
    }

    /// What holds for somebody who said this and against whom this is held.
    pub(super) fn of(events: &[ConsentEvent], held: impl Iterator<Item = Suppression>) -> Self {
        let now = clock::now();
        let (held, past): (Vec<_>, Vec<_>) = held.partition(|held| held.in_force(now));
        let (mut opt_outs, mut pauses, mut bars) = (Vec::new(), Vec::new(), Vec::new());
        for suppression in held {
            match suppression.reason {
                SuppressionReason::OptOut if suppression.subject == Subject::Address => opt_outs.push(suppression),
                SuppressionReason::Snoozed if suppression.subject == Subject::Address => pauses.push(suppression),
                SuppressionReason::OptOut
                | SuppressionReason::Snoozed
                | SuppressionReason::HardBounce
                | SuppressionReason::Erased
                | SuppressionReason::Complaint
                | SuppressionReason::ReportedChild
                | SuppressionReason::SaidChild
                | SuppressionReason::Staff => bars.push(suppression),
            }
        }
        Self {
            consent: ConsentState::fold(events),
            opt_outs,
            pauses,
            bars,
            past,
            withdrawn_at: events.iter().map(|event| (event.seq, event.happened_at)).collect(),
        }
    }

    /// Since when nothing of `scope` has been mailed because the person said so; none where something still may be, or
    /// where they never said so: then a withdrawal has an effect and gets its entry (CONFORMANCE A10).
    pub(super) fn stopped_since(&self, scope: Scope) -> Option<DateTime<Utc>> {
        if self.consent.grants_any_of(scope) && !self.barred(scope) {
            return None;
        }
        let barred = self.opt_outs.iter().filter(|held| held.scope.includes(scope)).map(|held| held.since).min();
        let said = || {
            let seq = self.consent.withdrawn(scope)?;
            self.withdrawn_at.iter().find(|(at, _)| *at == seq).map(|(_, when)| *when)
        };
        // Both the ledger and the suppression must say so: the suppression is what outlives an erasure (G9).
        barred.filter(|_| !self.consent.grants_any_of(scope)).map(|since| said().map_or(since, |at| at.max(since)))
    }

    /// Since when the person's own no to `scope` stands, whatever the ledger holds.
    pub(super) fn opted_out_of(&self, scope: Scope) -> Option<DateTime<Utc>> {
        self.opt_outs.iter().filter(|held| held.scope == scope).map(|held| held.since).min()
    }

    fn barred(&self, scope: Scope) -> bool {
        self.opt_outs.iter().any(|held| held.scope.includes(scope))
    }

    pub(super) fn still(&self) -> Still {
        let on = |stream| {
            let scope = Scope::Stream(stream);
            self.consent.grants_any_of(scope) && !self.barred(scope)
        };
        Still { company: on(Stream::Company), partner: on(Stream::Partner) }
    }

    /// What comes while nothing pauses it.
    pub(super) fn still_unpaused(&self) -> Still {
        let still = self.still();
        let runs = |stream| self.paused_until(Scope::Stream(stream)).is_none();
        Still { company: still.company && runs(Stream::Company), partner: still.partner && runs(Stream::Partner) }
    }

    /// Until when nothing of `scope` comes because the person asked for a pause.
    pub(super) fn paused_until(&self, scope: Scope) -> Option<DateTime<Utc>> {
        self.pauses.iter().filter(|held| held.scope.includes(scope)).filter_map(|held| held.expires_at).max()
    }

    /// The end of the pause of exactly `scope`.
    pub(super) fn pause_of(&self, scope: Scope) -> Option<DateTime<Utc>> {
        self.pauses.iter().find(|held| held.scope == scope).and_then(|held| held.expires_at)
    }

    /// Whether an opt-out of exactly `scope` has run out and still has its row.
    pub(super) fn opted_out_once(&self, scope: Scope) -> bool {
        let opt_out = |held: &Suppression| held.reason == SuppressionReason::OptOut && held.subject == Subject::Address;
        self.past.iter().any(|held| opt_out(held) && held.scope == scope)
    }

    /// What bars mail and is no choice of the person's: staff, what came back, complaints, whole domains.
    pub(super) fn bars(&self) -> &[Suppression] {
        &self.bars
    }

    pub(super) fn consent(&self) -> &ConsentState {
        &self.consent
    }

    /// What of `scope` comes, whatever would bar it: all of it, or of everything one stream.
    pub(super) fn comes_of(&self, scope: Scope) -> Vec<Scope> {
        let barred = |scope: Scope| self.bars.iter().any(|held| held.scope.includes(scope));
        let comes = |scope: &Scope| self.on(*scope) && !barred(*scope);
        let streams = Stream::ALL.map(Scope::Stream);
        match scope {
            Scope::Everything if !streams.iter().all(comes) => streams.into_iter().filter(comes).collect(),
            scope => Some(scope).filter(comes).into_iter().collect(),
        }
    }

    pub(super) fn on(&self, scope: Scope) -> bool {
        self.consent.grants_any_of(scope) && !self.barred(scope)
    }
}

pub(super) fn masked(person: &Recipient) -> String {
    person.address.as_ref().map_or_else(|| "•••".to_owned(), crate::domain::Address::masked)
}
