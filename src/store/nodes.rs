//! Nodes: processes that send. Each shows that it lives; what a dead one held is taken over.
//!
//! A node is taken for dead when its beat stood still while the observer's own clock ran: no two clocks need agree. The
//! taking over is one compare-and-set on the beat that was seen, so a node that beat meanwhile is left alone, and one
//! that was declared dead finds out at its next beat and claims no more under that name.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::columns::micros;
use super::db::Db;
use super::deliveries;
use super::error::StoreError;
use super::ids;
use super::schema::{nodes, relay_troubles};
use crate::domain::delivery::Doubt;
use crate::domain::id::NodeId;

/// Registers a new node.
///
/// # Errors
/// The database says no.
pub fn join(db: &mut Db, now: DateTime<Utc>) -> Result<NodeId, StoreError> {
    let id = ids::small(now)?;
    diesel::insert_into(nodes::table)
        .values((nodes::id.eq(id), nodes::beat.eq(1), nodes::dead.eq(false), nodes::started_at.eq(micros(now))))
        .execute(db)?;
    Ok(NodeId::new(id))
}

/// Shows that the node lives. Returns whether the others still think so.
///
/// # Errors
/// The database says no.
pub fn beat(db: &mut Db, node: NodeId) -> Result<bool, StoreError> {
    let alive = nodes::table.find(node.get()).filter(nodes::dead.eq(false));
    Ok(diesel::update(alive).set(nodes::beat.eq(nodes::beat + 1)).execute(db)? > 0)
}

/// Every node that is taken to be alive, with its beat.
///
/// # Errors
/// The database says no.
pub fn alive(db: &mut Db) -> Result<Vec<(NodeId, i64)>, StoreError> {
    let rows: Vec<(i64, i64)> = nodes::table.filter(nodes::dead.eq(false)).select((nodes::id, nodes::beat)).load(db)?;
    Ok(rows.into_iter().map(|(id, beat)| (NodeId::new(id), beat)).collect())
}

/// What was taken over from a dead node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakenOver {
    /// Claims given back: nothing of them was sent.
    pub released: usize,
    /// Hand-overs that nobody knows the end of.
    pub in_doubt: usize,
}

/// Takes over from a node that still has the beat that was seen; none if it has moved on. Run inside a write
/// transaction.
///
/// # Errors
/// The database says no.
pub fn take_over(db: &mut Db, node: NodeId, seen: i64, now: DateTime<Utc>) -> Result<Option<TakenOver>, StoreError> {
    let unmoved = nodes::table.find(node.get()).filter(nodes::dead.eq(false)).filter(nodes::beat.eq(seen));
    if diesel::update(unmoved).set(nodes::dead.eq(true)).execute(db)? == 0 {
        return Ok(None);
    }
    Ok(Some(take_work(db, node, now)?))
}

/// Leaves in good order: claims are given back, and nobody need take over.
///
/// # Errors
/// The database says no.
pub fn leave(db: &mut Db, node: NodeId, now: DateTime<Utc>) -> Result<TakenOver, StoreError> {
    let taken = take_work(db, node, now)?;
    diesel::update(nodes::table.find(node.get())).set(nodes::dead.eq(true)).execute(db)?;
    Ok(taken)
}

/// Claims first, hand-overs second: a node that lives after all may be in its last look. Between two statements of
/// PostgreSQL it can turn a claim into a hand-over, never the other way, so one of them meets it.
fn take_work(db: &mut Db, node: NodeId, now: DateTime<Utc>) -> Result<TakenOver, StoreError> {
    diesel::delete(relay_troubles::table.filter(relay_troubles::node_id.eq(node.get()))).execute(db)?;
    let released = deliveries::release_claims(db, node, now)?;
    let in_doubt = deliveries::doubt_hand_overs(db, node, &Doubt::SenderDied.to_string(), now)?;
    Ok(TakenOver { released, in_doubt })
}

/// A relay that a node cannot hand anything to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The relay's name.
    pub relay: String,
    /// Why, in words that go behind its name.
    pub said: String,
}

/// Keeps what troubles the node's way to a relay; nothing where nothing does any more.
///
/// # Errors
/// The database says no.
pub fn keep_trouble(
    db: &mut Db,
    node: NodeId,
    relay: &str,
    said: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let before = relay_troubles::table.find((node.get(), relay));
    diesel::delete(before).execute(db)?;
    if let Some(said) = said {
        let row = (
            relay_troubles::node_id.eq(node.get()),
            relay_troubles::relay.eq(relay),
            relay_troubles::said.eq(said),
            relay_troubles::since.eq(micros(now)),
        );
        diesel::insert_into(relay_troubles::table).values(row).execute(db)?;
    }
    Ok(())
}

/// What troubles the ways to relays, on every node.
///
/// # Errors
/// The database says no.
pub fn troubles(db: &mut Db) -> Result<Vec<Trouble>, StoreError> {
    let in_order = relay_troubles::table.order(relay_troubles::since);
    let rows: Vec<(String, String)> = in_order.select((relay_troubles::relay, relay_troubles::said)).load(db)?;
    Ok(rows.into_iter().map(|(relay, said)| Trouble { relay, said }).collect())
}
