//! Moves of the nodes: claiming, living, dying, leaving, taking over.

use consentry::domain::campaign::CampaignState;
use consentry::domain::delivery::DeliveryState;

use super::moves::{Kind, On};
use super::protocol::{Model, Moves};
use super::rules::Mutant;
use super::state::{Life, Name, OptOut, Outcome, Planner, Process, Set, State, Step, TakingOver, Task};

impl Moves<'_> {
    pub(super) fn of_claims(&mut self) {
        for process in 0..self.from.processes.len() {
            let now = self.from.processes[process];
            let (Life::Up, Some(name)) = (now.life, now.name) else { continue };
            if now.unsure {
                let mut to = *self.from;
                to.processes[process].unsure = false;
                release_claims(&mut to, name);
                self.may(Kind::GiveBack, On::Process(process), to);
            }
            if !self.model.breaks(Mutant::DeadNodeClaims)
                && (!self.from.is_alive(name) || self.from.is_being_taken(name))
            {
                continue;
            }
            for delivery in 0..self.model.size.deliveries() {
                self.of_claim(process, name, delivery);
            }
        }
    }

    fn of_claim(&mut self, process: usize, name: Name, delivery: usize) {
        let (from, on) = (self.from, On::Hand(process, delivery));
        if from.campaigns[self.model.size.campaign(delivery)] != CampaignState::Sending {
            return;
        }
        let row = from.deliveries[delivery];
        if self.model.breaks(Mutant::ClaimWithoutCompare) {
            self.of_blind_claim(process, name, delivery);
            return;
        }
        if !row.is_due() || from.processes[process].unsure {
            return;
        }
        self.may(Kind::Claim, on, claimed(*from, process, name, delivery, true));
        if from.left.unanswered > 0 {
            let mut to = claimed(*from, process, name, delivery, false);
            to.left.unanswered -= 1;
            to.processes[process].unsure = !self.model.breaks(Mutant::UnsureClaimKept);
            self.fault(Kind::ClaimUnanswered, on, to);
        }
    }

    /// The guess and the UPDATE apart, and nothing in the UPDATE that would notice.
    fn of_blind_claim(&mut self, process: usize, name: Name, delivery: usize) {
        let on = On::Hand(process, delivery);
        let picked = u8::try_from(delivery).unwrap();
        let mut to = *self.from;
        match self.from.processes[process].picked {
            None if self.from.deliveries[delivery].is_due() => {
                to.processes[process].picked = Some(picked);
                self.may(Kind::Pick, on, to);
            }
            Some(it) if it == picked => {
                to.processes[process].picked = None;
                self.may(Kind::Claim, on, claimed(to, process, name, delivery, true));
            }
            _ => {}
        }
    }

    pub(super) fn of_nodes(&mut self) {
        for process in 0..self.from.processes.len() {
            let (now, on) = (self.from.processes[process], On::Process(process));
            match now.life {
                Life::Up => self.of_living(process),
                Life::Leaving => {
                    let mut to = *self.from;
                    end(&mut to, process);
                    self.may(Kind::Exit, on, to);
                }
                // Where another is up, it does all that this one could.
                Life::Down if self.from.processes.iter().all(|process| process.life != Life::Up) => {
                    let mut to = *self.from;
                    to.join(process);
                    self.may(Kind::Join, on, to);
                }
                Life::Down => {}
            }
        }
    }

    fn of_living(&mut self, process: usize) {
        let (from, on) = (self.from, On::Process(process));
        let Some(name) = from.processes[process].name else { return };
        if from.left.crashes > 0 {
            let mut to = *from;
            to.left.crashes -= 1;
            end(&mut to, process);
            self.fault(Kind::Crash, on, to);
        }
        if from.left.crashes > 0 && from.processes[process].taking.is_none() && !from.is_being_taken(name) {
            let mut to = *from;
            to.left.crashes -= 1;
            to.processes[process].life = Life::Leaving;
            to.processes[process].unsure = false;
            to.processes[process].name = None;
            to.processes[process].picked = None;
            release_claims(&mut to, name);
            doubt_hand_overs(&mut to, name);
            to.alive.drop(usize::from(name.0));
            self.fault(Kind::Leave, on, to);
        }
        if !from.is_alive(name) {
            let mut to = *from;
            // What it was unsure of was given back by who took it over.
            to.processes[process].unsure = false;
            to.join(process);
            self.may(Kind::Rename, on, to);
        }
        self.of_taking_over(process, name);
    }

    fn of_taking_over(&mut self, process: usize, own: Name) {
        let (from, on) = (self.from, On::Process(process));
        if let Some(taking) = from.processes[process].taking {
            let mut to = *from;
            to.processes[process].taking = None;
            self.model.take_over(&mut to, taking.from, Some(taking.locked));
            self.may(Kind::TakeOver, on, to);
            return;
        }
        let names = Name::all().filter(|name| from.is_alive(*name) && !from.is_being_taken(*name));
        for name in names.filter(|name| *name != own).collect::<Vec<_>>() {
            let lives = from.processes[name.process()].name == Some(name);
            let mut to = *from;
            if lives {
                if from.left.takeovers == 0 {
                    continue;
                }
                to.left.takeovers -= 1;
            }
            let kind = if self.model.size.by_statement {
                let first = self.model.of_first_statement();
                let mut locked = Set::default();
                let rows = from.deliveries.iter().enumerate();
                rows.filter(|(_, row)| row.node == Some(name) && row.is(first)).for_each(|(at, _)| locked.put(at));
                to.processes[process].taking = Some(TakingOver { from: name, locked });
                Kind::TakeOverBegins
            } else {
                self.model.take_over(&mut to, name, None);
                Kind::TakeOver
            };
            if lives {
                self.fault(kind, on, to);
            } else {
                self.may(kind, on, to);
            }
        }
    }
}

impl Model {
    /// Claims are given back before hand-overs are looked for, so that a look between the two is met by one of them.
    fn of_first_statement(&self) -> DeliveryState {
        if self.breaks(Mutant::TakeOverDoubtsFirst) { DeliveryState::HandingOver } else { DeliveryState::Claimed }
    }

    /// The whole transaction; or its second statement and its commit, where the first one holds `locked`.
    fn take_over(&self, to: &mut State, from: Name, locked: Option<Set>) {
        let first = self.of_first_statement();
        for (at, row) in to.deliveries.iter_mut().enumerate().filter(|(_, row)| row.node == Some(from)) {
            // What the first statement was to find and did not is found by nobody.
            let met = locked.is_none_or(|locked| locked.has(at) || !row.is(first));
            match row.state {
                Some(DeliveryState::Claimed) if met && !self.breaks(Mutant::TakeOverForgetsClaims) => {
                    row.becomes(DeliveryState::Ready);
                }
                Some(DeliveryState::HandingOver) if met => {
                    let again = self.breaks(Mutant::TakeOverSendsAgain);
                    row.becomes(if again { DeliveryState::Ready } else { DeliveryState::InDoubt });
                }
                _ => {}
            }
        }
        to.alive.drop(usize::from(from.0));
    }
}

/// A row after its claim, and the message in memory unless the process did not learn of it.
fn claimed(mut to: State, process: usize, name: Name, delivery: usize, answered: bool) -> State {
    let row = &mut to.deliveries[delivery];
    row.attempt += 1;
    let attempt = row.attempt;
    if to.opted_out.has(delivery) {
        row.becomes(DeliveryState::Withheld);
        return to;
    }
    row.state = Some(DeliveryState::Claimed);
    row.node = Some(name);
    if answered {
        let (process, delivery) = (u8::try_from(process).unwrap(), u8::try_from(delivery).unwrap());
        to.add_task(Task { process, delivery, attempt, name, step: Step::Claimed });
    }
    to
}

fn release_claims(to: &mut State, name: Name) {
    let rows = to.deliveries.iter_mut().filter(|row| row.node == Some(name) && row.is(DeliveryState::Claimed));
    rows.for_each(|row| row.becomes(DeliveryState::Ready));
}

fn doubt_hand_overs(to: &mut State, name: Name) {
    let rows = to.deliveries.iter_mut().filter(|row| row.node == Some(name) && row.is(DeliveryState::HandingOver));
    rows.for_each(|row| row.becomes(DeliveryState::InDoubt));
}

/// A process ends, with all that it held in memory. What it had sent is the relay's now.
fn end(to: &mut State, process: usize) {
    for place in &mut to.tasks {
        if let Some(task) = place.filter(|task| usize::from(task.process) == process) {
            if task.step == Step::Body {
                to.adrift[usize::from(task.delivery)] += 1;
            }
            *place = None;
        }
    }
    to.processes[process] = Process::DOWN;
    // The first process answers the opt-outs and plans.
    if process == 0 {
        to.planner = Planner::Idle;
        to.opt_outs.iter_mut().filter(|opt_out| opt_out.is_open()).for_each(|opt_out| *opt_out = OptOut::Gone);
    }
}

/// Whether what a try came to is followed by another try.
pub(super) const fn is_tried_again(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Deferred | Outcome::NotSent | Outcome::SenderFault)
}
