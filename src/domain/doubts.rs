//! How many messages of a campaign ended in doubt at a relay: one now and then is the network, many are the relay.

use super::delivery::Doubt;

/// Doubts that hold a campaign, where they are also more than one in [`ONE_IN`].
const MANY: u32 = 10;
/// So many of the messages may end in doubt: one in twenty is 5 %.
const ONE_IN: u32 = 20;
/// Messages that are looked back on: a relay that goes bad late in a large campaign is found out as soon as another.
const LOOKED_BACK: u32 = 400;

/// What became of the last few hundred messages whose body was sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Doubts {
    sent: u32,
    /// In halves: an answer that makes no sense weighs half of none, because it was at least about this message.
    halves: u32,
}

impl Doubts {
    /// A body was sent, and answered.
    pub const fn answered(&mut self) {
        if self.sent >= LOOKED_BACK {
            self.sent /= 2;
            self.halves /= 2;
        }
        self.sent += 1;
    }

    /// A body was sent, and what became of it is in doubt.
    pub const fn in_doubt(&mut self, doubt: Doubt) {
        self.answered();
        self.halves += match doubt {
            Doubt::ConnectionLost | Doubt::NoAnswer | Doubt::SenderDied => 2,
            Doubt::TooEarly | Doubt::Garbage => 1,
        };
    }

    /// Whether they are too many to go on.
    pub const fn are_too_many(self) -> bool {
        self.halves >= 2 * MANY && self.halves * ONE_IN > 2 * self.sent
    }

    /// Whether there were any.
    pub const fn are_any(self) -> bool {
        self.halves > 0
    }

    /// Of how many messages they are.
    pub const fn sent(self) -> u32 {
        self.sent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_are_too_many_where_they_are_more_than_one_in_twenty() {
        let mut half = Doubts::default();
        for _ in 0..9 {
            half.in_doubt(Doubt::ConnectionLost);
            half.answered();
            assert!(!half.are_too_many(), "{half:?}");
        }
        half.in_doubt(Doubt::NoAnswer);
        assert!(half.are_too_many() && half.sent() == 19);
        let mut few = Doubts::default();
        for number in 0..100_000 {
            if number % 50 == 0 {
                few.in_doubt(Doubt::ConnectionLost);
            } else {
                few.answered();
            }
            assert!(!few.are_too_many(), "{few:?}");
        }
        for _ in 0..30 {
            few.in_doubt(Doubt::ConnectionLost);
        }
        assert!(few.are_too_many(), "however many went well before");
    }

    #[test]
    fn what_makes_no_sense_weighs_half() {
        let mut odd = Doubts::default();
        for _ in 0..19 {
            odd.in_doubt(Doubt::Garbage);
            assert!(!odd.are_too_many(), "{odd:?}");
        }
        odd.in_doubt(Doubt::TooEarly);
        assert!(odd.are_too_many());
    }
}
