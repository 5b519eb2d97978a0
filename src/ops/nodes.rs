//! This node's place among the others: showing that it lives, and taking over from one that does not.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use super::App;
use crate::clock;
use crate::domain::id::NodeId;
use crate::store::nodes::{self, TakenOver};
use crate::store::{Db, StoreError};

/// How often a node shows that it lives.
pub const BEAT: Duration = Duration::from_secs(1);
/// How long a beat may stand still before the node is taken for dead.
const STILL: Duration = Duration::from_secs(10);

/// Registers this process.
///
/// # Errors
/// The database says no.
pub async fn join(app: &App) -> Result<NodeId, StoreError> {
    app.store.write_sending(|db| nodes::join(db, clock::now())).await
}

/// Shows that this node lives. Returns whether the others still think so.
///
/// # Errors
/// The database says no.
pub async fn beat(app: &App, node: NodeId) -> Result<bool, StoreError> {
    app.store.write_sending(move |db| nodes::beat(db, node)).await
}

/// Says what troubles this node's way to a relay; nothing where nothing does any more.
///
/// # Errors
/// The database says no.
pub async fn report(app: &App, node: NodeId, relay: String, said: Option<String>) -> Result<(), StoreError> {
    let keep = move |db: &mut Db| nodes::keep_trouble(db, node, &relay, said.as_deref(), clock::now());
    app.store.write_sending(keep).await
}

/// Leaves in good order.
///
/// # Errors
/// The database says no; another node takes over in a while.
pub async fn leave(app: &App, node: NodeId) -> Result<TakenOver, StoreError> {
    app.store.write_sending(move |db| nodes::leave(db, node, clock::now())).await
}

/// What this node has seen of the others, on its own clock.
#[derive(Debug, Default)]
pub struct Watch {
    seen: HashMap<NodeId, (i64, Instant)>,
}

impl Watch {
    /// Looks at the others and takes over from those whose beat stood still for 10 seconds.
    ///
    /// # Errors
    /// The database says no.
    pub async fn look(&mut self, app: &App, own: NodeId) -> Result<Vec<TakenOver>, StoreError> {
        let alive = app.store.read(nodes::alive).await?;
        self.seen.retain(|node, _| alive.iter().any(|(other, _)| other == node));
        let mut taken = Vec::new();
        for (node, beat) in alive.into_iter().filter(|(node, _)| *node != own) {
            let now = Instant::now();
            let (seen, since) = *self.seen.entry(node).or_insert((beat, now));
            if seen != beat {
                self.seen.insert(node, (beat, now));
            } else if since.elapsed() >= STILL {
                let over = app.store.write_sending(move |db| nodes::take_over(db, node, beat, clock::now())).await?;
                taken.extend(over);
                self.seen.remove(&node);
            }
        }
        Ok(taken)
    }
}
