//! A model of the hand-over protocol, checked in every order in which things can happen.
//!
//! Two processes send, people opt out and undo it, staff hold and stop campaigns, processes die with all that they held
//! in memory or are wrongly taken for dead, the relay refuses, accepts, falls silent and accepts what nobody waits for any
//! more, and commits succeed without an answer. All of it is small: one or two campaigns and recipients, each fault once
//! or twice. Within that size every order is tried, so a promise that holds here is broken by no order of events of that
//! size. The promises are those of the gate (`src/gate/mod.rs`): G2, G3, G5, and that nothing is ever stuck.
//!
//! # How it is held against the code
//! Each move is a function of the code, or one side of it, and names it ([`moves::Kind`]); a test fails when the code no
//! longer has it. What a transaction does is one move, with three exceptions that the database shows to others: the last
//! look (locks and reads; marks and commits), the taking over (its two statements, where PostgreSQL runs them) and, in a
//! mutant, the question whether anything is open. Change the code, and change the move with it.
//!
//! Each rule of the protocol has a mutant ([`rules::Mutant`]) that breaks it, and each mutant is caught by the promises
//! named beside it in `MUTANTS`: so no rule is there for nothing, and no promise holds because nothing tests it. The
//! shortest way to each is printed by `cargo test --test model mutant -- --nocapture`.
//!
//! # What is left out
//! Time: whatever may run out (a wait, a clearance, a back-off, a beat) may run out at any moment. Groups of the writer:
//! what one transaction holds beside is another transaction at the same moment. The frequency cap, which ends a look
//! like a pause. Several connections of one process to one delivery: its key and the claim allow only one.
//!
//! # Why not stateright
//! It comes to sixteen crates that nothing else here needs, a web server among them. And its `eventually` looks at
//! finished paths only, while the question here is another: can the end still be reached from *every* state? That takes
//! a walk backwards, and with it the whole explorer is about 200 lines (`explore.rs`).
#![cfg(test)]

mod explore;
mod handing;
mod moves;
mod nodes;
mod people;
mod protocol;
mod rules;
mod state;

use explore::{Broken, explore, explore_telling};
use moves::Kind;
use protocol::Model;
use rules::{Mutant, Promise, Size};
use state::Left;

const NOTHING: Left = Size::SMALL.left;

fn keeps_every_promise(size: Size) {
    let found = explore(&Model { size, mutant: None, watched: None });
    println!("{} states, {} moves", found.states, found.moves);
    let told = found.broken.as_ref().map(Broken::told);
    assert!(found.broken.is_none(), "{}", told.unwrap_or_default());
}

#[test]
fn one_message_keeps_every_promise_through_a_crash_a_wrong_takeover_a_retry_and_an_unanswered_commit() {
    let left = Left { crashes: 1, takeovers: 1, retries: 1, unanswered: 1, ..NOTHING };
    keeps_every_promise(Size { by_statement: true, left, ..Size::SMALL });
}

#[test]
fn one_message_keeps_every_promise_through_two_crashes_of_either_node() {
    keeps_every_promise(Size { left: Left { crashes: 2, takeovers: 1, ..NOTHING }, ..Size::SMALL });
}

#[test]
fn two_opt_outs_and_an_undo_keep_every_promise_through_two_retries() {
    let left = Left { crashes: 1, retries: 2, undos: 1, ..NOTHING };
    keeps_every_promise(Size { opt_outs: 2, left, ..Size::SMALL });
}

#[test]
fn two_campaigns_to_one_person_keep_every_promise_through_a_crash() {
    let left = Left { crashes: 1, ..NOTHING };
    keeps_every_promise(Size { campaigns: 2, by_statement: true, left, ..Size::SMALL });
}

#[test]
fn an_opt_out_of_one_of_two_campaigns_keeps_every_promise_through_a_wrong_takeover() {
    let left = Left { takeovers: 1, ..NOTHING };
    keeps_every_promise(Size { campaigns: 2, of_one_campaign: true, left, ..Size::SMALL });
}

#[test]
fn two_people_of_one_campaign_keep_every_promise_through_a_crash() {
    let left = Left { crashes: 1, ..NOTHING };
    keeps_every_promise(Size { recipients: 2, left, ..Size::SMALL });
}

#[test]
fn a_campaign_comes_to_its_end_through_a_pause_a_cancellation_a_crash_and_a_wrong_takeover() {
    let left = Left { crashes: 1, takeovers: 1, pauses: 1, cancels: 1, ..NOTHING };
    keeps_every_promise(Size { planned: true, opt_outs: 0, left, ..Size::SMALL });
}

#[test]
fn a_campaign_comes_to_its_end_through_retries_and_a_wrong_takeover() {
    let left = Left { takeovers: 1, retries: 2, pauses: 1, cancels: 1, ..NOTHING };
    keeps_every_promise(Size { planned: true, opt_outs: 0, left, ..Size::SMALL });
}

#[test]
fn every_move_is_made_somewhere() {
    let sizes = [
        Size { by_statement: true, left: Left { crashes: 1, takeovers: 1, ..NOTHING }, ..Size::SMALL },
        Size { planned: true, left: Left { retries: 1, pauses: 1, cancels: 1, undos: 1, ..NOTHING }, ..Size::SMALL },
        Size { left: Left { crashes: 2, unanswered: 1, ..NOTHING }, opt_outs: 0, ..Size::SMALL },
    ];
    let mut made = Vec::new();
    for size in sizes {
        explore_telling(&Model { size, mutant: None, watched: None }, |one| {
            if !made.contains(&one.kind) {
                made.push(one.kind);
            }
        });
    }
    let never = Kind::ALL.iter().filter(|kind| !made.contains(kind) && !kind.is_of_mutants());
    assert_eq!(never.collect::<Vec<_>>(), Vec::<&Kind>::new(), "the model is larger than what is checked");
}

/// Each mutant, a size in which it is caught, and the promises that it breaks there.
#[rustfmt::skip]
const MUTANTS: &[(Mutant, Left, &[Promise])] = &[
    (Mutant::LookBeforeData,           NOTHING, &[Promise::LastLook]),
    (Mutant::LookAndMarkApart,         NOTHING, &[Promise::LastLook, Promise::AcknowledgedIsFinal]),
    (Mutant::MarkWithoutCompare,       SLOW,    &[Promise::AtMostOnce, Promise::NothingLost]),
    (Mutant::BodyBeforeCommit,         SLOW,    &[Promise::LastLook, Promise::AtMostOnce]),
    (Mutant::ClearanceReused,          RETRY,   &[Promise::LastLook, Promise::AcknowledgedIsFinal]),
    (Mutant::OptOutDoesNotWait,        NOTHING, &[Promise::AcknowledgedIsFinal]),
    (Mutant::OptOutWithoutLock,        NOTHING, &[Promise::LastLook, Promise::AcknowledgedIsFinal]),
    (Mutant::OptOutReadsTooEarly,      NOTHING, &[Promise::AcknowledgedIsFinal]),
    (Mutant::AcknowledgedBeforeCommit, NOTHING, &[Promise::AcknowledgedIsFinal]),
    (Mutant::WaitEndsUnnamed,          NOTHING, &[Promise::AcknowledgedIsFinal]),
    (Mutant::DoubtIsNotOnItsWay,       NOTHING, &[Promise::AcknowledgedIsFinal]),
    (Mutant::TakeOverSendsAgain,       SLOW,    &[Promise::AtMostOnce, Promise::RecordIsTrue]),
    (Mutant::TakeOverForgetsClaims,    CRASH,   &[Promise::NothingLost, Promise::AnEnd]),
    (Mutant::TakeOverDoubtsFirst,      CRASH,   &[Promise::NothingLost, Promise::AnEnd]),
    (Mutant::RecordIgnoresAttempt,     SLOW,    &[Promise::AtMostOnce, Promise::RecordIsTrue]),
    (Mutant::RecordForgotten,          DEAF,    &[Promise::AnEnd]),
    (Mutant::ClaimWithoutCompare,      NOTHING, &[Promise::AtMostOnce, Promise::FinalStays]),
    (Mutant::DeadNodeClaims,           CRASH,   &[Promise::NothingLost, Promise::AnEnd]),
    (Mutant::UnsureClaimKept,          DEAF,    &[Promise::AnEnd]),
    (Mutant::LostLookForgotten,        DEAF,    &[Promise::AnEnd]),
    (Mutant::LostAnswerIsNotSent,      NOTHING, &[Promise::AtMostOnce, Promise::RecordIsTrue]),
    (Mutant::StrandedKept,             STAFF,   &[Promise::AnEnd]),
    (Mutant::OpenAskedTwice,           STAFF,   &[Promise::FinishedIsOver]),
];

/// A node that lives is taken for dead.
const SLOW: Left = Left { takeovers: 1, ..NOTHING };
/// As before, and one dies.
const CRASH: Left = Left { crashes: 1, takeovers: 1, ..NOTHING };
/// A try is followed by another.
const RETRY: Left = Left { retries: 1, ..NOTHING };
/// A commit is not answered.
const DEAF: Left = Left { unanswered: 1, ..NOTHING };
/// Staff hold and stop campaigns, and tries are followed by others.
const STAFF: Left = Left { retries: 2, cancels: 1, ..NOTHING };

#[test]
fn each_mutant_is_caught_by_the_promises_named_beside_it() {
    let mut missed = Vec::new();
    for (mutant, left, promises) in MUTANTS {
        let size = Size { by_statement: true, planned: *left == STAFF, left: *left, ..Size::SMALL };
        for promise in *promises {
            let found = explore(&Model { size, mutant: Some(*mutant), watched: Some(*promise) });
            match found.broken {
                Some(broken) if broken.promise == *promise => {
                    println!("{mutant:?} is caught by {promise:?} after {} moves\n{}", broken.len(), broken.told());
                }
                Some(broken) => missed.push(format!("{mutant:?} must break {promise:?}\n{}", broken.told())),
                None => missed.push(format!("{mutant:?} must break {promise:?}; {} states keep it", found.states)),
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn each_mutant_stands_once_in_the_table_and_each_promise_catches_one() {
    let mutants: Vec<_> = MUTANTS.iter().map(|(mutant, ..)| *mutant).collect();
    assert!(Mutant::ALL.iter().all(|mutant| mutants.iter().filter(|other| *other == mutant).count() == 1));
    let promises: Vec<_> = MUTANTS.iter().flat_map(|(.., promises)| *promises).collect();
    let idle = Promise::ALL.into_iter().filter(|promise| !promises.contains(&promise));
    assert_eq!(idle.collect::<Vec<_>>(), Vec::new(), "no mutant shows that these are checked");
}
