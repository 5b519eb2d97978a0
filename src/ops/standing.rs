//! What holds for one person right now, as far as their own choices go.

use chrono::{DateTime, Utc};

use crate::clock;
use crate::domain::consent::ConsentState;
use crate::domain::suppression::{Suppression, SuppressionReason};
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
    withdrawn_at: Vec<(Seq, DateTime<Utc>)>,
}

impl Standing {
    pub(super) fn read(db: &mut Db, person: &Recipient) -> Result<Self, StoreError> {
        let now = clock::now();
        let events = ledger::events_of(db, person.id)?;
        let held = suppressions::against(db, &[person.address_hash])?;
        let opt_outs = held.into_iter().map(|held| held.suppression);
        Ok(Self {
            consent: ConsentState::fold(&events),
            opt_outs: opt_outs.filter(|held| held.reason == SuppressionReason::OptOut && held.in_force(now)).collect(),
            withdrawn_at: events.iter().map(|event| (event.seq, event.happened_at)).collect(),
        })
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

    pub(super) fn consent(&self) -> &ConsentState {
        &self.consent
    }

    pub(super) fn on(&self, scope: Scope) -> bool {
        self.consent.grants_any_of(scope) && !self.barred(scope)
    }
}

pub(super) fn masked(person: &Recipient) -> String {
    person.address.as_ref().map_or_else(|| "•••".to_owned(), crate::domain::Address::masked)
}
