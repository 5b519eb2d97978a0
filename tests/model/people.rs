//! Moves of the recipient, of staff, and of the planner that does what staff have asked for.

use consentry::domain::campaign::CampaignState;
use consentry::domain::delivery::DeliveryState;

use super::moves::{Kind, On};
use super::protocol::{Model, Moves};
use super::rules::{Mutant, Promise};
use super::state::{DELIVERIES, Delivery, OnTheirWay, OptOut, Planner, Set, State};

impl Moves<'_> {
    pub(super) fn of_the_recipient(&mut self) {
        for number in 0..self.from.opt_outs.len() {
            match self.from.opt_outs[number] {
                OptOut::NotYet => self.of_opting_out(number),
                OptOut::Read(on_their_way) => self.of_committing(number, on_their_way, true),
                OptOut::AckedFirst => self.of_committing(number, [0; DELIVERIES], true),
                OptOut::Waiting(on_their_way) => self.of_waiting(number, on_their_way),
                OptOut::Acknowledged | OptOut::Gone => {}
            }
        }
        self.of_undoing();
    }

    fn of_opting_out(&mut self, number: usize) {
        let on_their_way = self.model.on_their_way(self.from, None);
        if self.model.breaks(Mutant::OptOutReadsTooEarly) {
            let mut to = *self.from;
            to.opt_outs[number] = OptOut::Read(on_their_way);
            self.fault(Kind::OptOutReads, On::OptOut(number), to);
        } else if self.model.breaks(Mutant::AcknowledgedBeforeCommit) {
            let to = self.acknowledged(number, OptOut::AckedFirst, Set::default());
            self.fault(Kind::OptOutAcknowledged, On::OptOut(number), to);
        } else {
            self.of_committing(number, on_their_way, false);
        }
    }

    fn of_committing(&mut self, number: usize, on_their_way: OnTheirWay, hopeful: bool) {
        let locked = self.model.is_recipient_locked(self.from, 0);
        if locked && !self.model.breaks(Mutant::OptOutWithoutLock) {
            return;
        }
        let mut to = *self.from;
        to.opted_out = to.opted_out.with(self.model.size.covered());
        let acknowledged = self.from.opt_outs[number] == OptOut::AckedFirst;
        to.opt_outs[number] = if acknowledged { OptOut::Acknowledged } else { OptOut::Waiting(on_their_way) };
        self.put(Kind::OptOut, On::OptOut(number), to, None, hopeful);
    }

    fn of_waiting(&mut self, number: usize, on_their_way: OnTheirWay) {
        let on = On::OptOut(number);
        let still = self.model.on_their_way(self.from, Some(on_their_way));
        if still != on_their_way {
            let mut to = *self.from;
            to.opt_outs[number] = OptOut::Waiting(still);
            self.may(Kind::OptOutLooksAgain, on, to);
        }
        let mut named = Set::default();
        (0..DELIVERIES).filter(|delivery| on_their_way[*delivery] > 0).for_each(|delivery| named.put(delivery));
        let unnamed = self.model.breaks(Mutant::OptOutDoesNotWait) || self.model.breaks(Mutant::WaitEndsUnnamed);
        if named.is_empty() || unnamed {
            let to = self.acknowledged(number, OptOut::Acknowledged, Set::default());
            self.may(Kind::OptOutAcknowledged, on, to);
        } else {
            self.may(Kind::OptOutNames, on, self.acknowledged(number, OptOut::Acknowledged, named));
        }
    }

    fn acknowledged(&self, number: usize, becomes: OptOut, named: Set) -> State {
        let mut to = *self.from;
        to.opt_outs[number] = becomes;
        to.promised = to.promised.with(self.model.size.covered().without(named));
        to
    }

    fn of_undoing(&mut self) {
        let acknowledged = self.from.opt_outs.iter().position(|opt_out| *opt_out == OptOut::Acknowledged);
        let Some(number) = acknowledged.filter(|_| self.from.left.undos > 0) else { return };
        if self.from.opted_out.is_empty() || self.model.is_recipient_locked(self.from, 0) {
            return;
        }
        let mut to = *self.from;
        to.left.undos -= 1;
        to.opted_out = to.opted_out.without(self.model.size.covered());
        to.promised = to.promised.without(self.model.size.covered());
        // The undo is the person's last word: what was committed before it is promised no more.
        for opt_out in to.opt_outs.iter_mut().filter(|opt_out| matches!(opt_out, OptOut::Waiting(_))) {
            *opt_out = OptOut::Gone;
        }
        self.fault(Kind::Undo, On::OptOut(number), to);
    }

    pub(super) fn of_staff(&mut self) {
        for campaign in 0..self.model.size.campaigns {
            let (state, on) = (self.from.campaigns[campaign], On::Campaign(campaign));
            let mut to = *self.from;
            if state == CampaignState::Sending && self.from.left.pauses > 0 {
                to.left.pauses -= 1;
                to.campaigns[campaign] = CampaignState::Paused;
                self.fault(Kind::Pause, on, to);
            }
            if state == CampaignState::Paused {
                let mut to = *self.from;
                to.campaigns[campaign] = CampaignState::Sending;
                self.may(Kind::Resume, on, to);
            }
            if matches!(state, CampaignState::Sending | CampaignState::Paused) && self.from.left.cancels > 0 {
                let mut to = *self.from;
                to.left.cancels -= 1;
                to.campaigns[campaign] = CampaignState::Cancelled;
                self.fault(Kind::Cancel, on, to);
            }
        }
    }

    pub(super) fn of_the_planner(&mut self) {
        for campaign in 0..self.model.size.campaigns {
            let state = self.from.campaigns[campaign];
            let has_ended = matches!(state, CampaignState::Finished | CampaignState::Cancelled);
            if has_ended && !self.model.breaks(Mutant::StrandedKept) {
                self.of_what_waits(campaign);
            }
            if self.model.size.planned {
                self.of_planning(campaign);
            }
        }
    }

    /// It is withheld in pages, by whoever cancelled it or by any planner; here, each page is one delivery.
    fn of_what_waits(&mut self, campaign: usize) {
        let ours = |delivery: &usize| self.model.size.campaign(*delivery) == campaign;
        let waits = |delivery: &usize| self.from.deliveries[*delivery].is_due();
        for delivery in (0..self.model.size.deliveries()).filter(ours).filter(waits) {
            let mut to = *self.from;
            to.deliveries[delivery].becomes(DeliveryState::Withheld);
            self.may(Kind::WithholdWaiting, On::Campaign(campaign), to);
        }
    }

    fn of_planning(&mut self, campaign: usize) {
        let (from, on, number) = (self.from, On::Campaign(campaign), u8::try_from(campaign).unwrap());
        let mut to = *from;
        let empty = self.model.of_campaign(from, campaign).any(|row| row.state.is_none());
        let sending = from.campaigns[campaign] == CampaignState::Sending;
        match from.planner {
            Planner::Idle if sending && empty => {
                to.planner = Planner::Expands(number);
                self.may(Kind::PlanReads, on, to);
            }
            Planner::Expands(it) if it == number => {
                to.planner = Planner::Idle;
                for delivery in (0..DELIVERIES).filter(|delivery| self.model.size.campaign(*delivery) == campaign) {
                    let there = delivery < self.model.size.deliveries();
                    to.deliveries[delivery].state = there.then_some(DeliveryState::Ready);
                }
                self.may(Kind::Expand, on, to);
            }
            Planner::Idle | Planner::Asked(..) if sending && !empty => self.of_finishing(campaign),
            _ => {}
        }
    }

    fn of_finishing(&mut self, campaign: usize) {
        let (from, on, number) = (self.from, On::Campaign(campaign), u8::try_from(campaign).unwrap());
        let any = |open: fn(&Delivery) -> bool| self.model.of_campaign(from, campaign).any(open);
        let mut to = *from;
        if self.model.breaks(Mutant::OpenAskedTwice) {
            // Without the writer's lock and with it, each time: does anything wait? Does anybody hold anything?
            let asked = match from.planner {
                Planner::Asked(it, asked) if it == number => asked,
                Planner::Idle => 0,
                _ => return,
            };
            let nothing = if asked % 2 == 0 { !any(|row| row.is_due()) } else { !any(|row| row.is_held()) };
            to.planner = match (nothing, asked) {
                (true, 0..3) => Planner::Asked(number, asked + 1),
                _ => Planner::Idle,
            };
            if nothing && asked == 3 {
                to.campaigns[campaign] = CampaignState::Finished;
            }
            if nothing && asked == 3 {
                let open = any(|row| row.is_due() || row.is_held());
                self.put(Kind::Finish, on, to, open.then_some(Promise::FinishedIsOver), true);
            } else if to != *from {
                self.may(Kind::AskOpen, on, to);
            }
        } else if !any(|row| row.is_due() || row.is_held()) {
            to.campaigns[campaign] = CampaignState::Finished;
            self.may(Kind::Finish, on, to);
        }
    }
}

impl Model {
    /// The tries of covered messages that the relay may have or get: those being handed over, and those in doubt.
    /// Where some were on their way before, only what is left of these.
    fn on_their_way(&self, state: &State, before: Option<OnTheirWay>) -> OnTheirWay {
        let mut found = [0; DELIVERIES];
        for delivery in (0..DELIVERIES).filter(|delivery| self.size.covered().has(*delivery)) {
            let row = &state.deliveries[delivery];
            let in_doubt = row.is(DeliveryState::InDoubt) && !self.breaks(Mutant::DoubtIsNotOnItsWay);
            let same = before.is_none_or(|before| before[delivery] == row.attempt);
            if same && (row.is(DeliveryState::HandingOver) || in_doubt) {
                found[delivery] = row.attempt;
            }
        }
        found
    }

    fn of_campaign<'a>(&'a self, state: &'a State, campaign: usize) -> impl Iterator<Item = &'a Delivery> {
        let rows = state.deliveries.iter().take(self.size.deliveries()).enumerate();
        rows.filter(move |(delivery, _)| self.size.campaign(*delivery) == campaign).map(|(_, row)| row)
    }
}
