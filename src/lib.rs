//! Consentry: an e-mail preference center and mailing gatekeeper.
//!
//! It issues signed one-click unsubscribe links, keeps separate consent for company and for partner mail in a
//! tamper-evident ledger, and looks at consent and suppressions again at the last moment before each message leaves.
//!
//! # The map
//! Imports go downward only; `tests/architecture.rs` holds the law as data.
//!
//! | floor | folder | what it is |
//! |---|---|---|
//! | 7 | [`cli`] | the command line: composes the parts, the only place that prints |
//! | 6 | [`web`], [`workers`], [`catcher`] | pages and one-click; loops that send; the built-in development relay |
//! | 5 | [`ops`] | what the product does, one file for each family of operations |
//! | 4 | [`gate`] | the one door to SMTP: guarantees G1 to G5 |
//! | 3 | [`store`], [`link`] | the only SQL; signed links and keys |
//! | 2 | [`mail`], [`dkim`], [`config`], [`words`] | messages; their signatures; settings; what people read, in their language |
//! | 1 | [`domain`], [`clock`], [`tls`] | the words and the rules; the time; whose certificates are believed |
//!
//! # Words
//! *recipient* (a person we may mail), *stream* (company or partner), *list* (what one message belongs to), *scope* (what a
//! choice or a bar covers), *ledger* (append-only consent events; current consent is their fold), *suppression* (a "do
//! not mail" row, by keyed hash), *campaign*, *delivery* (one message to one recipient), *verdict* (clear, or withheld
//! with a reason), *clearance* (the proof that the gate makes and the hand-over spends), *hand over* (give one message to
//! the relay), *relay* (the SMTP server that we hand to), *node* (a running process that sends).

pub mod catcher;
pub mod cli;
pub mod clock;
pub mod config;
pub mod dkim;
pub mod domain;
pub mod gate;
pub mod link;
pub mod mail;
pub mod ops;
pub mod store;
pub mod tls;
pub mod web;
pub mod words;
pub mod workers;
