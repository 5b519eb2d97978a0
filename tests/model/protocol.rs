//! The model: where it begins, which moves there are, what is broken, and what an end is.

use consentry::domain::campaign::CampaignState;
use consentry::domain::delivery::DeliveryState;

use super::explore::{Next, Protocol};
use super::moves::{Kind, Move, On};
use super::rules::{Mutant, Promise, Size};
use super::state::{Delivery, OptOut, PROCESSES, Planner, Process, Set, State, TASKS};

/// The hand-over protocol in one size, perhaps with one of its rules broken.
#[derive(Clone, Copy)]
pub(crate) struct Model {
    pub(crate) size: Size,
    pub(crate) mutant: Option<Mutant>,
    /// The only promise that is watched; all of them where there is none.
    pub(crate) watched: Option<Promise>,
}

impl Model {
    pub(crate) fn breaks(&self, rule: Mutant) -> bool {
        self.mutant == Some(rule)
    }

    pub(super) fn first_watched(&self, mut broken: impl Iterator<Item = Promise>) -> Option<Promise> {
        broken.find(|promise| self.watched.is_none_or(|watched| watched == *promise))
    }
}

/// Where the moves of one state are put down.
pub(super) struct Moves<'a> {
    pub(super) model: &'a Model,
    pub(super) from: &'a State,
    into: &'a mut Vec<Next<Model>>,
}

impl Moves<'_> {
    /// A move that happens when nothing goes wrong any more.
    pub(super) fn may(&mut self, kind: Kind, on: On, to: State) {
        self.put(kind, on, to, None, true);
    }

    /// A fault, or a wish of somebody.
    pub(super) fn fault(&mut self, kind: Kind, on: On, to: State) {
        self.put(kind, on, to, None, false);
    }

    /// A move that may break a promise.
    pub(super) fn put(&mut self, kind: Kind, on: On, mut to: State, breaks: Option<Promise>, hopeful: bool) {
        to.tidy();
        let given_back = kind == Kind::FuseGivesBack;
        let broken = breaks.into_iter().chain(changed_what_is_final(self.from, &to, given_back));
        let breaks = self.model.first_watched(broken);
        self.into.push(Next { made: Move { kind, on }, to, breaks, hopeful });
    }
}

/// Rejected is final, unless a fuse gives back what was refused like everybody.
fn changed_what_is_final(from: &State, to: &State, given_back: bool) -> Option<Promise> {
    let is_final = |state| match state {
        Some(DeliveryState::Accepted | DeliveryState::Withheld) => true,
        Some(DeliveryState::Rejected) => !given_back,
        _ => false,
    };
    let mut both = from.deliveries.iter().zip(&to.deliveries);
    both.any(|(from, to)| is_final(from.state) && from.state != to.state).then_some(Promise::FinalStays)
}

/// What the relay has accepted and the database denies, or the other way round.
fn is_untrue(delivery: Delivery, accepted: u8) -> bool {
    let may_be = [DeliveryState::Accepted, DeliveryState::HandingOver, DeliveryState::InDoubt];
    if accepted == 0 {
        delivery.is(DeliveryState::Accepted)
    } else {
        !may_be.into_iter().any(|state| delivery.is(state))
    }
}

impl Protocol for Model {
    type State = State;
    type Move = Move;
    type Promise = Promise;
    const AN_END: Promise = Promise::AnEnd;

    fn start(&self) -> State {
        let size = &self.size;
        let delivery = |number: usize| Delivery {
            state: (number < size.deliveries() && !size.planned).then_some(DeliveryState::Ready),
            attempt: 0,
            node: None,
        };
        let mut state = State {
            deliveries: [delivery(0), delivery(1)],
            campaigns: [CampaignState::Sending; 2],
            opted_out: Set::default(),
            alive: Set::default(),
            processes: [Process::DOWN; PROCESSES],
            tasks: [None; TASKS],
            opt_outs: [0, 1].map(|number| if number < size.opt_outs { OptOut::NotYet } else { OptOut::Gone }),
            planner: Planner::Idle,
            adrift: [0; 2],
            accepted: [0; 2],
            promised: Set::default(),
            left: size.left,
        };
        for process in 0..state.processes.len() {
            state.join(process);
        }
        state
    }

    fn moves(&self, from: &State, into: &mut Vec<Next<Self>>) {
        let mut moves = Moves { model: self, from, into };
        moves.of_claims();
        moves.of_hand_overs();
        moves.of_the_relay();
        moves.of_the_fuse();
        moves.of_nodes();
        moves.of_the_recipient();
        moves.of_staff();
        moves.of_the_planner();
    }

    fn broken_in(&self, state: &State) -> Option<Promise> {
        let rows = || state.deliveries.iter().zip(state.accepted);
        let is_watched = |row: &Delivery| row.node.is_some_and(|name| state.is_alive(name));
        let untrue = rows().any(|(row, accepted)| is_untrue(*row, accepted));
        let lost = rows().any(|(row, _)| row.is_held() && !is_watched(row));
        let broken = [untrue.then_some(Promise::RecordIsTrue), lost.then_some(Promise::NothingLost)];
        self.first_watched(broken.into_iter().flatten())
    }

    fn is_end(&self, state: &State) -> bool {
        let is_over =
            |campaign: usize| matches!(state.campaigns[campaign], CampaignState::Finished | CampaignState::Cancelled);
        // An audience that was not filled before its campaign was cancelled stays empty.
        let ended = (0..self.size.deliveries()).all(|number| {
            let delivery = state.deliveries[number];
            delivery.has_ended() || delivery.state.is_none() && is_over(self.size.campaign(number))
        });
        let over = !self.size.planned || (0..self.size.campaigns).all(is_over);
        ended && over && state.tasks().next().is_none() && !state.opt_outs.iter().any(|opt_out| opt_out.is_open())
    }
}
