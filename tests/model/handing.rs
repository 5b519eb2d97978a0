//! Moves of the hand-over: envelope, last look, body, answer, outcome; and of the relay.

use consentry::domain::campaign::CampaignState;
use consentry::domain::delivery::DeliveryState;

use super::moves::{Kind, On};
use super::nodes::is_tried_again;
use super::protocol::{Model, Moves};
use super::rules::{Mutant, Promise};
use super::state::{Outcome, State, Step, Task, Verdict};

impl Moves<'_> {
    pub(super) fn of_hand_overs(&mut self) {
        for (at, task) in self.from.tasks() {
            match task.step {
                Step::Claimed => self.of_envelope(at, task),
                Step::Taken => {
                    self.of_reading(at, task, true);
                    let kept = self.from.processes[usize::from(task.process)].kept;
                    if kept.has(usize::from(task.delivery)) {
                        self.of_body(at, task, false);
                    }
                }
                Step::Looking { verdict, after_data } => self.of_marking(at, task, verdict, after_data),
                Step::Cleared { lawful } => self.of_body(at, task, lawful),
                Step::Body => self.of_answer(at, task),
                Step::Ended(outcome) => self.of_record(at, task, outcome),
            }
        }
    }

    fn now_at(&self, at: usize, step: Step) -> State {
        let mut to = *self.from;
        to.tasks[at] = to.tasks[at].map(|task| Task { step, ..task });
        to
    }

    /// The try ends so that another one follows, if the model is to have another one.
    fn of_another_try(&mut self, kind: Kind, on: On, mut to: State) {
        if to.left.retries > 0 {
            to.left.retries -= 1;
            self.fault(kind, on, to);
        }
    }

    /// A refusal that is our fault will hold the campaign.
    fn of_blame(&mut self, kind: Kind, at: usize, task: Task) {
        if self.from.left.pauses > 0 {
            let mut to = self.now_at(at, Step::Ended(Outcome::SenderFault));
            to.left.pauses -= 1;
            self.fault(kind, on(task), to);
        }
    }

    fn of_envelope(&mut self, at: usize, task: Task) {
        let on = on(task);
        self.may(Kind::EnvelopeTaken, on, self.now_at(at, Step::Taken));
        self.fault(Kind::EnvelopeRejected, on, self.now_at(at, Step::Ended(Outcome::Rejected)));
        self.of_another_try(Kind::EnvelopeDeferred, on, self.now_at(at, Step::Ended(Outcome::Deferred)));
        self.of_another_try(Kind::EnvelopeBroken, on, self.now_at(at, Step::Ended(Outcome::NotSent)));
        self.of_blame(Kind::EnvelopeBlamesUs, at, task);
        if self.model.breaks(Mutant::LookBeforeData) {
            self.of_reading(at, task, false);
        }
    }

    fn of_reading(&mut self, at: usize, task: Task, after_data: bool) {
        if self.model.is_recipient_locked(self.from, usize::from(task.delivery)) {
            return;
        }
        let verdict = self.model.verdict(self.from, usize::from(task.delivery));
        self.may(Kind::LookReads, on(task), self.now_at(at, Step::Looking { verdict, after_data }));
    }

    fn of_marking(&mut self, at: usize, task: Task, verdict: Verdict, after_data: bool) {
        let delivery = usize::from(task.delivery);
        if verdict == Verdict::Clear && self.model.breaks(Mutant::BodyBeforeCommit) {
            self.of_body(at, task, false);
        }
        if self.from.is_row_locked(delivery) {
            return;
        }
        let mut to = *self.from;
        let row = &mut to.deliveries[delivery];
        let ours = row.is(DeliveryState::Claimed) && row.attempt == task.attempt && row.node == Some(task.name);
        let marked = ours || self.model.breaks(Mutant::MarkWithoutCompare);
        let step = match verdict {
            Verdict::Clear if marked => {
                row.state = Some(DeliveryState::HandingOver);
                row.node = Some(task.name);
                Some(Step::Cleared { lawful: after_data && !self.from.opted_out.has(delivery) })
            }
            Verdict::Withheld if marked => {
                row.becomes(DeliveryState::Withheld);
                None
            }
            Verdict::Paused if marked => {
                row.becomes(DeliveryState::Ready);
                None
            }
            // Lost: perhaps to its own mark, whose commit was not answered.
            _ => self.model.after_a_lost_look(),
        };
        if ours && self.from.left.unanswered > 0 {
            let mut to = to;
            to.left.unanswered -= 1;
            to.tasks[at] = self.model.after_a_lost_look().map(|step| Task { step, ..task });
            self.fault(Kind::LookUnanswered, on(task), to);
        }
        to.tasks[at] = step.map(|step| Task { step, ..task });
        self.may(Kind::LookMarks, on(task), to);
    }

    fn of_body(&mut self, at: usize, task: Task, lawful: bool) {
        let broken = (!lawful).then_some(Promise::LastLook);
        self.put(Kind::Body, on(task), self.now_at(at, Step::Body), broken, true);
        self.of_another_try(Kind::BodyNotSent, on(task), self.now_at(at, Step::Ended(Outcome::NotSent)));
    }

    fn of_answer(&mut self, at: usize, task: Task) {
        let (on, delivery) = (on(task), usize::from(task.delivery));
        let lost = if self.model.breaks(Mutant::LostAnswerIsNotSent) { Outcome::NotSent } else { Outcome::InDoubt };
        self.of_acceptance(Kind::RelayAccepts, on, delivery, self.now_at(at, Step::Ended(Outcome::Accepted)), true);
        self.of_acceptance(Kind::RelayAcceptsUnheard, on, delivery, self.now_at(at, Step::Ended(lost)), false);
        let mut silent = self.now_at(at, Step::Ended(lost));
        silent.adrift[delivery] += 1;
        self.fault(Kind::RelaySilent, on, silent);
        self.fault(Kind::RelayRejects, on, self.now_at(at, Step::Ended(Outcome::Rejected)));
        self.of_another_try(Kind::RelayDefers, on, self.now_at(at, Step::Ended(Outcome::Deferred)));
        self.of_blame(Kind::RelayBlamesUs, at, task);
    }

    fn of_acceptance(&mut self, kind: Kind, on: On, delivery: usize, mut to: State, hopeful: bool) {
        to.accepted[delivery] += 1;
        let denied = to.promised.has(delivery).then_some(Promise::AcknowledgedIsFinal);
        let again = (to.accepted[delivery] > 1).then_some(Promise::AtMostOnce);
        let broken = self.model.first_watched([denied, again].into_iter().flatten());
        self.put(kind, on, to, broken, hopeful);
    }

    /// What blows the fuse is the refusal of another one, which is not modelled: it may come at any time.
    pub(super) fn of_the_fuse(&mut self) {
        for delivery in 0..self.model.size.deliveries() {
            let row = self.from.deliveries[delivery];
            let is_this_try = |task: &Task| {
                usize::from(task.delivery) == delivery
                    && task.step == Step::Ended(Outcome::Rejected)
                    && task.attempt == row.attempt
            };
            let is_refused = self.from.tasks().any(|(_, task)| is_this_try(&task)) && row.is_held();
            let is_recorded = row.is(DeliveryState::Rejected);
            let may = self.from.left.retries > 0 && !self.from.is_row_locked(delivery);
            if may && (is_refused || is_recorded) {
                let mut to = *self.from;
                to.left.retries -= 1;
                to.deliveries[delivery].becomes(DeliveryState::Ready);
                self.fault(Kind::FuseGivesBack, On::Delivery(delivery), to);
                let campaign = self.model.size.campaign(delivery);
                if to.campaigns[campaign] == CampaignState::Sending && to.left.pauses > 0 {
                    to.left.pauses -= 1;
                    to.campaigns[campaign] = CampaignState::Paused;
                    self.fault(Kind::FuseGivesBack, On::Delivery(delivery), to);
                }
            }
        }
    }

    pub(super) fn of_the_relay(&mut self) {
        for delivery in 0..self.model.size.deliveries() {
            if self.from.adrift[delivery] > 0 {
                let mut to = *self.from;
                to.adrift[delivery] -= 1;
                self.fault(Kind::RelayDropsLate, On::Delivery(delivery), to);
                self.of_acceptance(Kind::RelayAcceptsLate, On::Delivery(delivery), delivery, to, false);
            }
        }
    }

    fn of_record(&mut self, at: usize, task: Task, outcome: Outcome) {
        let (mut to, delivery) = (*self.from, usize::from(task.delivery));
        to.tasks[at] = None;
        if self.model.breaks(Mutant::RecordForgotten) && to.left.unanswered > 0 {
            let mut forgotten = to;
            forgotten.left.unanswered -= 1;
            self.fault(Kind::RecordForgotten, on(task), forgotten);
        }
        if self.from.is_row_locked(delivery) {
            return;
        }
        let row = &mut to.deliveries[delivery];
        let open = row.is_held() || row.is(DeliveryState::InDoubt);
        if open && (row.attempt == task.attempt || self.model.breaks(Mutant::RecordIgnoresAttempt)) {
            row.becomes(match outcome {
                Outcome::Accepted => DeliveryState::Accepted,
                Outcome::Deferred => DeliveryState::Deferred,
                Outcome::Rejected => DeliveryState::Rejected,
                Outcome::SenderFault | Outcome::NotSent => DeliveryState::Ready,
                Outcome::InDoubt => DeliveryState::InDoubt,
            });
        }
        let campaign = &mut to.campaigns[self.model.size.campaign(delivery)];
        if outcome == Outcome::SenderFault && *campaign == CampaignState::Sending {
            *campaign = CampaignState::Paused;
        }
        if is_tried_again(outcome) && self.model.breaks(Mutant::ClearanceReused) {
            to.processes[usize::from(task.process)].kept.put(delivery);
        }
        self.may(Kind::Record, on(task), to);
    }
}

impl Model {
    /// Whether a look at another message to the same recipient, or at this one, holds the recipient's lock.
    pub(super) fn is_recipient_locked(&self, state: &State, delivery: usize) -> bool {
        let recipient = self.size.recipient(delivery);
        let same = |task: &Task| self.size.recipient(usize::from(task.delivery)) == recipient;
        let looks = |task: &Task| matches!(task.step, Step::Looking { .. });
        !self.breaks(Mutant::LookAndMarkApart) && state.tasks().any(|(_, task)| same(&task) && looks(&task))
    }

    fn verdict(&self, state: &State, delivery: usize) -> Verdict {
        match state.campaigns[self.size.campaign(delivery)] {
            CampaignState::Sending if state.opted_out.has(delivery) => Verdict::Withheld,
            CampaignState::Sending => Verdict::Clear,
            CampaignState::Cancelled | CampaignState::Finished => Verdict::Withheld,
            CampaignState::Paused | CampaignState::Scheduled | CampaignState::Draft => Verdict::Paused,
        }
    }

    /// Nothing was sent, and the record of that meets whatever the look may have marked.
    fn after_a_lost_look(&self) -> Option<Step> {
        (!self.breaks(Mutant::LostLookForgotten)).then_some(Step::Ended(Outcome::NotSent))
    }
}

fn on(task: Task) -> On {
    On::Hand(usize::from(task.process), usize::from(task.delivery))
}
