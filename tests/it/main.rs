//! Journeys through the real binary, over real HTTP and real SMTP, on SQLite and on PostgreSQL.
//!
//! Each test has a house of its own: a folder, a database, a key ring, a scriptable SMTP sink as relay. Run them by
//! `tests/run`, which starts PostgreSQL.
#![cfg(test)]

mod support;

mod abuse;
mod address;
mod ahead;
mod as_root;
mod bad_input;
mod browser;
mod campaign;
mod child;
mod command_line;
mod consent_record;
mod data;
mod database_tls;
mod dkim;
mod erasure;
mod erasure_traces;
mod erasure_woven;
mod faults;
mod files;
mod forms;
mod guarantees;
mod headers;
mod import;
mod keys;
mod ledger;
mod message;
mod migrations;
mod moving;
mod nodes;
mod notice;
mod oddities;
mod outages;
mod policy;
mod preferences;
mod race;
mod refusals;
mod regimes;
mod relays;
mod retention;
mod sessions;
mod signup;
mod slow_connections;
mod strangers;
mod told;
mod unsubscribe;
mod verdict;
mod waiting;
