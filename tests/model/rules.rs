//! What is promised, what a model may break on purpose, and how large it is.

use std::fmt;

use super::state::{DELIVERIES, Left, Set};

/// What must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Promise {
    /// G2.
    LastLook,
    /// G3.
    AcknowledgedIsFinal,
    /// G5.
    AtMostOnce,
    /// G5.
    RecordIsTrue,
    /// G5.
    FinalStays,
    /// G5.
    NothingLost,
    /// G5.
    FinishedIsOver,
    /// G5.
    AnEnd,
}

impl Promise {
    /// Every promise.
    pub(crate) const ALL: [Self; 8] = [
        Self::LastLook,
        Self::AcknowledgedIsFinal,
        Self::AtMostOnce,
        Self::RecordIsTrue,
        Self::FinalStays,
        Self::NothingLost,
        Self::FinishedIsOver,
        Self::AnEnd,
    ];
}

impl fmt::Display for Promise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::LastLook => {
                "G2: no body starts unless a look that came after DATA was answered is committed and found the \
                 committed consent clear"
            }
            Self::AcknowledgedIsFinal => {
                "G3: after an acknowledged opt-out the relay accepts nothing that it covers and does not name"
            }
            Self::AtMostOnce => "G5: the relay accepts each (campaign, recipient) at most once",
            Self::RecordIsTrue => {
                "G5: what the relay has accepted is recorded as accepted, or is being handed over or in doubt"
            }
            Self::FinalStays => "G5: accepted and withheld are final, and so is rejected unless everybody was",
            Self::NothingLost => {
                "G5: a delivery that is not final waits to be claimed, or is held by a node that others watch"
            }
            Self::FinishedIsOver => "G5: a campaign is finished only when nothing of it waits or is held",
            Self::AnEnd => "G5: from every state all deliveries can still come to their ends, and all waiting ends",
        })
    }
}

macro_rules! mutants {
    ($($(#[doc = $doc:literal])+ $mutant:ident,)+) => {
        /// A rule of the protocol that a model breaks on purpose.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Mutant {
            $($(#[doc = $doc])+ $mutant,)+
        }

        impl Mutant {
            /// Every mutant.
            pub(crate) const ALL: &[Self] = &[$(Self::$mutant),+];
        }
    };
}

mutants! {
    /// The last look comes before DATA is answered.
    LookBeforeData,
    /// The look's reading and its marking are two transactions: the lock is let go between them.
    LookAndMarkApart,
    /// The mark does not ask whether the claim still stands.
    MarkWithoutCompare,
    /// The body goes out before the look is committed.
    BodyBeforeCommit,
    /// A try goes out under the clearance of the try before.
    ClearanceReused,
    /// The opt-out is acknowledged as soon as it is committed.
    OptOutDoesNotWait,
    /// The opt-out does not take the recipient's lock.
    OptOutWithoutLock,
    /// The opt-out reads what is on its way in an earlier transaction than its own.
    OptOutReadsTooEarly,
    /// The opt-out is acknowledged before it is committed.
    AcknowledgedBeforeCommit,
    /// The wait ends early, and the message is not named.
    WaitEndsUnnamed,
    /// The opt-out takes a delivery that is in doubt for one that is no longer on its way.
    DoubtIsNotOnItsWay,
    /// Taking over makes what was being handed over ready again.
    TakeOverSendsAgain,
    /// Taking over forgets the claims of the dead node.
    TakeOverForgetsClaims,
    /// Taking over looks for hand-overs first and for claims second: a look between the two statements hides from both.
    TakeOverDoubtsFirst,
    /// An outcome is recorded whatever try the delivery is in.
    RecordIgnoresAttempt,
    /// An outcome that cannot be recorded is forgotten.
    RecordForgotten,
    /// A claim writes what it picked without asking whether it is still to be had.
    ClaimWithoutCompare,
    /// A node that was declared dead claims under its old name until it finds out.
    DeadNodeClaims,
    /// A claim that nobody learned of stays for as long as the process lives.
    UnsureClaimKept,
    /// A look whose claim is lost records nothing, though it may be its own mark that it met.
    LostLookForgotten,
    /// An answer to the final dot that is lost is taken for a message that was not sent.
    LostAnswerIsNotSent,
    /// What comes back to a campaign after its end keeps waiting there.
    StrandedKept,
    /// Whether anything is open is asked in two statements, of which each sees another moment.
    OpenAskedTwice,
}

/// How large a model is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// One or two. Never both two: there are at most two deliveries.
    pub(crate) campaigns: usize,
    /// One or two.
    pub(crate) recipients: usize,
    /// Opt-outs that the first recipient may make.
    pub(crate) opt_outs: usize,
    /// Whether they cover the first campaign only.
    pub(crate) of_one_campaign: bool,
    /// Whether taking over is modelled statement by statement, as PostgreSQL shows it to others.
    pub(crate) by_statement: bool,
    /// Whether audiences are filled and campaigns finished too.
    pub(crate) planned: bool,
    /// How often what may happen.
    pub(crate) left: Left,
}

impl Size {
    /// One campaign, one recipient, one opt-out, no faults but those of the relay.
    pub(crate) const SMALL: Self = Self {
        campaigns: 1,
        recipients: 1,
        opt_outs: 1,
        of_one_campaign: false,
        by_statement: false,
        planned: false,
        left: Left { crashes: 0, takeovers: 0, retries: 0, pauses: 0, cancels: 0, undos: 0, unanswered: 0 },
    };

    /// Deliveries that there are.
    pub(crate) fn deliveries(&self) -> usize {
        let deliveries = self.campaigns * self.recipients;
        assert!(deliveries <= DELIVERIES, "two campaigns to two recipients are four deliveries");
        deliveries
    }

    /// The campaign of a delivery.
    pub(crate) fn campaign(&self, delivery: usize) -> usize {
        if self.campaigns == 1 { 0 } else { delivery }
    }

    /// The recipient of a delivery.
    pub(crate) fn recipient(&self, delivery: usize) -> usize {
        if self.recipients == 1 { 0 } else { delivery }
    }

    /// The deliveries that an opt-out of the first recipient covers.
    pub(crate) fn covered(&self) -> Set {
        let mut covered = Set::default();
        let of_recipient = (0..self.deliveries()).filter(|delivery| self.recipient(*delivery) == 0);
        of_recipient
            .filter(|delivery| !self.of_one_campaign || self.campaign(*delivery) == 0)
            .for_each(|d| covered.put(d));
        covered
    }
}
