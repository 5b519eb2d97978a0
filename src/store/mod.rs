//! The database: the only SQL.
//!
//! Powers: reads through a pool, writes through group-committing writers. Functions are named by noun, take `&mut Db`
//! and return domain types. Never: HTTP, SMTP, a decision that could be stated without a database.
//!
//! # Why blocking
//! diesel, r2d2 and both client libraries block. Reads run on the runtime's blocking threads; all writes go to one
//! thread for SQLite (it has one writer anyway) and three for PostgreSQL, which commit what has queued in one transaction
//! and answer each caller only after the commit. Measured: 3 times the opt-outs a second of a transaction for each.

mod among;
mod batch;
pub mod campaigns;
pub mod choices;
pub mod columns;
pub mod db;
pub mod deliveries;
pub mod dialect;
pub mod error;
pub mod evidence;
pub mod expansion;
pub mod facts;
mod group;
pub mod held_changes;
pub mod ids;
pub mod ledger;
pub mod ledger_chain;
mod ledger_evidence;
mod ledger_export;
pub mod ledger_fold;
pub mod ledger_people;
pub mod letters;
pub mod lists;
pub mod looks;
pub mod migrate;
pub mod nodes;
pub mod older;
pub mod on_its_way;
pub mod outcomes;
pub mod people;
pub mod policies;
pub mod pool;
mod postgres;
pub mod recipients;
pub mod requests;
pub mod schema;
pub mod settings;
pub mod signups;
pub mod storms;
pub mod suppressions;
pub mod sweeper;
pub mod throttles;
pub mod traces;
mod tunnel;
pub mod wordings;
pub mod writer;

pub use db::Db;
pub use error::StoreError;
pub use pool::Store;
