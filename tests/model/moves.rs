//! Every move of the model, with the functions of the code that make it.

use std::fmt;

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident, $says:literal, [$($file:literal $function:literal),*];)+) => {
        /// What happens.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(crate) enum Kind {
            $(
                $(#[doc = $doc])+
                ///
                #[doc = concat!("In the code: ", $("`", $function, "` (", $file, ") ",)* ".")]
                $kind,
            )+
        }

        impl Kind {
            /// Every kind.
            pub(crate) const ALL: &[Self] = &[$(Self::$kind),+];

            /// Whether only a mutant makes it.
            pub(crate) const fn is_of_mutants(self) -> bool {
                matches!(self, Self::Pick | Self::RecordForgotten | Self::OptOutReads | Self::AskOpen)
            }

            /// The files and functions of the code that make it; none where the world outside does.
            pub(crate) const fn code(self) -> &'static [(&'static str, &'static str)] {
                match self {
                    $(Self::$kind => &[$(($file, $function)),*],)+
                }
            }

            const fn says(self) -> &'static str {
                match self {
                    $(Self::$kind => $says,)+
                }
            }
        }
    };
}

kinds! {
    // ---------------------------------------------------------------------------------- nodes claim

    /// One transaction: the node shows that it lives, claims what is due, and withholds at once what is not clear. What a
    /// throttle keeps for later is as it was before.
    Claim, "is claimed",
        ["src/ops/claim.rs" "claim_clear", "src/store/nodes.rs" "beat", "src/store/deliveries.rs" "claim",
         "src/store/looks.rs" "withhold_early", "src/store/deliveries.rs" "postpone"];
    /// A claim that is committed and whose process does not learn of it: the message is in nobody's memory.
    ClaimUnanswered, "is claimed, and the commit is not answered",
        ["src/store/writer.rs" "commit", "src/ops/claim.rs" "claim_clear"];
    /// A process that is unsure of its last claim gives back every claim that it has not begun to hand over.
    GiveBack, "gives back its claims, being unsure of the last one",
        ["src/ops/dispatch.rs" "give_back", "src/store/deliveries.rs" "release_claims"];
    /// Mutants only: the guess of a claim, which nothing checks again.
    Pick, "is picked to be claimed", ["src/store/deliveries.rs" "claim"];

    // ---------------------------------------------------------------------------------- the hand-over

    /// MAIL, RCPT and DATA are answered well; the relay waits for the body.
    EnvelopeTaken, "MAIL, RCPT and DATA are answered", ["src/gate/connection.rs" "envelope"];
    /// MAIL, RCPT or DATA are refused for now (4xx).
    EnvelopeDeferred, "MAIL, RCPT or DATA get a 4xx",
        ["src/gate/connection.rs" "envelope", "src/gate/hand_over.rs" "refused"];
    /// MAIL, RCPT or DATA are refused for good (5xx).
    EnvelopeRejected, "MAIL, RCPT or DATA get a 5xx",
        ["src/gate/connection.rs" "envelope", "src/gate/hand_over.rs" "refused"];
    /// MAIL, RCPT or DATA are refused because of us: the campaign will be held.
    EnvelopeBlamesUs, "MAIL, RCPT or DATA get a 5xx that blames us",
        ["src/gate/connection.rs" "envelope", "src/gate/hand_over.rs" "refused"];
    /// The dialogue breaks off before DATA is answered, or a blown fuse keeps it from beginning; nothing was sent. The
    /// same follows where a last look could not be committed.
    EnvelopeBroken, "the dialogue breaks off before the last look",
        ["src/gate/connection.rs" "envelope", "src/gate/fuse.rs" "is_blown", "src/gate/hand_over.rs" "last_look"];
    /// The last look takes the recipient's lock and reads consent and campaign.
    LookReads, "the last look reads, under the recipient's lock",
        ["src/gate/hand_over.rs" "last_look", "src/store/dialect.rs" "lock_recipients", "src/store/looks.rs" "look"];
    /// The last look marks the delivery, if its claim still stands, and commits: the lock is free again.
    LookMarks, "the last look marks and commits",
        ["src/store/looks.rs" "write_marks", "src/store/writer.rs" "try_commit"];
    /// The last look marks and commits, and the process does not learn of it: told that it failed, or asked again by
    /// the writer and told that the claim is lost.
    LookUnanswered, "the last look marks and commits, and the commit is not answered",
        ["src/store/writer.rs" "commit", "src/gate/hand_over.rs" "last_look"];
    /// The clearance is spent; body and final dot go out.
    Body, "body and final dot go out", ["src/gate/connection.rs" "body", "src/gate/clearance.rs" "spend"];
    /// The clearance expired, or the connection broke before the final dot left: provably not sent.
    BodyNotSent, "the body breaks off before its final dot",
        ["src/gate/connection.rs" "body", "src/gate/clearance.rs" "spend"];
    /// The relay accepts, and its answer is read.
    RelayAccepts, "the relay ACCEPTS, and its 250 is read", ["src/gate/connection.rs" "body"];
    /// The relay accepts, and its answer is lost.
    RelayAcceptsUnheard, "the relay ACCEPTS, and its 250 is lost", ["src/gate/connection.rs" "doubt"];
    /// The connection breaks, or the time runs out, while the relay has not decided.
    RelaySilent, "the connection is given up before the relay has answered", ["src/gate/connection.rs" "doubt"];
    /// The relay refuses for now, and its answer is read.
    RelayDefers, "the relay answers the final dot with a 4xx",
        ["src/gate/connection.rs" "body", "src/gate/hand_over.rs" "refused"];
    /// The relay refuses for good, and its answer is read.
    RelayRejects, "the relay answers the final dot with a 5xx",
        ["src/gate/connection.rs" "body", "src/gate/hand_over.rs" "refused"];
    /// The relay refuses because of us, and its answer is read: the campaign will be held.
    RelayBlamesUs, "the relay answers the final dot with a 5xx that blames us",
        ["src/gate/connection.rs" "body", "src/gate/hand_over.rs" "refused"];
    /// The relay accepts a body whose sender is dead or has given up: TCP had delivered it.
    RelayAcceptsLate, "the relay ACCEPTS a body that nobody waits for any more", [];
    /// The relay drops such a body.
    RelayDropsLate, "the relay drops a body that nobody waits for any more", [];
    /// The outcome is recorded, if the delivery is still in this try. Until then it is kept, and may be recorded at any
    /// moment: the next message's dialogue does not wait for it.
    Record, "the outcome is recorded",
        ["src/gate/hand_over.rs" "keep_until_recorded", "src/gate/hand_over.rs" "record_of", "src/store/outcomes.rs" "record"];
    /// The fuse blows: the relay refused everybody, so those that it refused for good wait again, whether or not that they
    /// were refused is recorded yet. Where no other relay is left, the campaign is held.
    FuseGivesBack, "was refused like everybody, and is given back",
        ["src/gate/fuse.rs" "blow", "src/gate/held.rs" "follows", "src/store/outcomes.rs" "give_back"];
    /// Mutants only: the outcome cannot be recorded, and is forgotten.
    RecordForgotten, "the outcome cannot be recorded, and is forgotten",
        ["src/gate/hand_over.rs" "keep_until_recorded"];

    // ---------------------------------------------------------------------------------- nodes live and die

    /// The process dies with all that it held in memory. Bodies that had left it are the relay's now.
    Crash, "CRASHES", [];
    /// A process starts again where none is up.
    Join, "starts again under a new name", ["src/ops/nodes.rs" "join", "src/store/nodes.rs" "join"];
    /// A process finds out that others took it for dead, and goes on under a new name.
    Rename, "finds out that it was taken for dead, and goes on under a new name",
        ["src/workers/housekeeping.rs" "beat", "src/store/nodes.rs" "beat", "src/workers/mod.rs" "rename"];
    /// The first statement of taking over; the second one and the commit are still to come.
    TakeOverBegins, "begins to take over from a node whose beat stood still",
        ["src/ops/nodes.rs" "look", "src/store/nodes.rs" "take_over"];
    /// Claims are given back, what was being handed over is in doubt; committed.
    TakeOver, "takes over from a node whose beat stood still",
        ["src/ops/nodes.rs" "look", "src/store/nodes.rs" "take_over", "src/store/deliveries.rs" "release_claims",
         "src/store/deliveries.rs" "doubt_hand_overs"];
    /// A process is told to stop: it gives back its claims, and what it is still handing over is in doubt.
    Leave, "is told to stop, and leaves", ["src/workers/mod.rs" "stop", "src/store/nodes.rs" "leave"];
    /// A process that has left ends.
    Exit, "ends", ["src/workers/mod.rs" "stop"];

    // ---------------------------------------------------------------------------------- the recipient

    /// One transaction under the recipient's lock: the opt-out is written, and what is on its way is read.
    OptOut, "commits, having read what is on its way",
        ["src/ops/unsubscribe.rs" "withdraw", "src/store/dialect.rs" "lock_recipients",
         "src/ops/finality.rs" "on_their_way"];
    /// It looks again at what it waits for.
    OptOutLooksAgain, "looks again at what it waits for",
        ["src/ops/finality.rs" "wait", "src/store/on_its_way.rs" "still"];
    /// Nothing that it must wait for is left: it is acknowledged and names nothing.
    OptOutAcknowledged, "is acknowledged and names nothing", ["src/ops/unsubscribe.rs" "withdraw"];
    /// The time is over: the ledger and the acknowledgement name what is still on its way.
    OptOutNames, "is acknowledged and names what is still on its way", ["src/ops/finality.rs" "wait"];
    /// Mutants only: what is on its way is read before anything is committed.
    OptOutReads, "reads what is on its way, before it commits", ["src/ops/finality.rs" "on_their_way"];
    /// The person undoes the opt-out that was acknowledged.
    Undo, "is undone", ["src/ops/undo.rs" "commit_undo"];

    // ---------------------------------------------------------------------------------- staff and the planner

    /// Staff hold the campaign.
    Pause, "is paused", ["src/ops/campaigns.rs" "change_by"];
    /// Staff let it go on.
    Resume, "is resumed", ["src/ops/campaigns.rs" "change_by"];
    /// Staff stop it for good.
    Cancel, "is cancelled", ["src/ops/campaigns.rs" "change_by"];
    /// The planner reads that the campaign is sending.
    PlanReads, "is seen sending by the planner", ["src/ops/dispatch.rs" "plan"];
    /// The planner fills the audience of a campaign that was sending when it looked.
    Expand, "gets its audience", ["src/ops/dispatch.rs" "expand", "src/store/expansion.rs" "step"];
    /// Nothing is open any more: the campaign is finished.
    Finish, "is finished, nothing being open",
        ["src/ops/dispatch.rs" "finish", "src/store/deliveries.rs" "any_open"];
    /// Mutants only: one of several questions about what is open is answered with nothing.
    AskOpen, "is asked whether anything is open: no", ["src/store/deliveries.rs" "any_open"];
    /// A page of what waits in a campaign that has ended is withheld, by whoever cancelled it or by a planner.
    WithholdWaiting, "has ended: what waits in it is withheld",
        ["src/ops/campaigns.rs" "withhold_waiting", "src/ops/dispatch.rs" "withhold_stranded"];
}

/// Who or what it happens to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum On {
    /// A process.
    Process(usize),
    /// A delivery in the hands of a process.
    Hand(usize, usize),
    /// A delivery in nobody's hands.
    Delivery(usize),
    /// An opt-out.
    OptOut(usize),
    /// A campaign.
    Campaign(usize),
}

/// One move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Move {
    pub(crate) kind: Kind,
    pub(crate) on: On,
}

impl fmt::Display for Move {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.on {
            On::Process(process) => write!(f, "process {}", process + 1)?,
            On::Hand(process, delivery) => write!(f, "process {}, delivery {}:", process + 1, delivery + 1)?,
            On::Delivery(delivery) => write!(f, "delivery {}:", delivery + 1)?,
            On::OptOut(number) => write!(f, "opt-out {}", number + 1)?,
            On::Campaign(campaign) => write!(f, "campaign {}", campaign + 1)?,
        }
        write!(f, " {}", self.kind.says())?;
        match self.kind.code().first() {
            Some((file, function)) => write!(f, "   [{function}, {file}]"),
            None => Ok(()),
        }
    }
}

#[test]
fn every_move_names_functions_that_the_code_has() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for kind in Kind::ALL {
        for (file, function) in kind.code() {
            let text = std::fs::read_to_string(root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
            let there = ["(", "<"].iter().any(|after| text.contains(&format!("fn {function}{after}")));
            assert!(there, "{kind:?} models `{function}`, which {file} does not have: hold the model against the code");
        }
    }
}
