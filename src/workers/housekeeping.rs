//! Planning campaigns, showing that this node lives, and taking over from nodes that do not.

use std::time::Duration;

use super::lane::{Lanes, News};
use super::{OwnNode, rest};
use crate::gate::Halted;
use crate::ops::tidy::{self, Dropped};
use crate::ops::{App, dispatch, nodes};

/// How often campaigns are looked at when nothing is going on.
const IDLE: Duration = Duration::from_millis(200);
/// How often what has had its time is dropped.
const TIDY: Duration = Duration::from_mins(10);
/// The wait after a fault of the database.
const AFTER_FAULT: Duration = Duration::from_secs(1);

/// Starts, fills and finishes campaigns.
pub(super) async fn plan(app: App, mut stopped: Halted) {
    loop {
        let wait = match dispatch::plan(&app).await {
            // An audience is filled without a pause; the writer's queue gives everybody else their turn.
            Ok(planned) if planned.added > 0 || planned.started > 0 => Duration::ZERO,
            Ok(_) => IDLE,
            Err(error) => {
                tracing::warn!(%error, "Campaigns could not be planned");
                AFTER_FAULT
            }
        };
        if rest(&mut stopped, wait).await {
            return;
        }
    }
}

/// Drops what has had its time.
pub(super) async fn tidy(app: App, mut stopped: Halted) {
    loop {
        match tidy::tidy(&app).await {
            Ok(dropped) if dropped.is_nothing() => {}
            Ok(Dropped { signups, evidence, buckets }) => {
                tracing::info!(signups, evidence, buckets, "Dropped what has had its time");
            }
            Err(error) => tracing::warn!(%error, "What has had its time could not be dropped"),
        }
        if rest(&mut stopped, TIDY).await {
            return;
        }
    }
}

/// Shows that this node lives and what troubles its relays, and watches the others.
pub(super) async fn beat(app: App, node: OwnNode, lanes: Lanes, mut stopped: Halted) {
    let mut watch = nodes::Watch::default();
    loop {
        match nodes::beat(&app, node.id()).await {
            Ok(true) => {}
            Ok(false) => match nodes::join(&app).await {
                Ok(new) => {
                    tracing::warn!("Other nodes took this one for dead; it goes on under a new name");
                    node.rename(new);
                    lanes.all.iter().for_each(|lane| lane.tell_again());
                }
                Err(error) => tracing::warn!(%error, "This node could not register again"),
            },
            Err(error) => tracing::warn!(%error, "This node could not show that it lives"),
        }
        report(&app, &node, &lanes).await;
        match watch.look(&app, node.id()).await {
            Ok(taken) => {
                for over in taken {
                    let (released, in_doubt) = (over.released, over.in_doubt);
                    tracing::warn!(released, in_doubt, "Took over from a node that stopped answering");
                }
            }
            Err(error) => tracing::warn!(%error, "Other nodes could not be looked at"),
        }
        if rest(&mut stopped, nodes::BEAT).await {
            return;
        }
    }
}

/// Tells what has changed about the relays.
async fn report(app: &App, node: &OwnNode, lanes: &Lanes) {
    for lane in &lanes.all {
        let Some(News { trouble }) = lane.news() else { continue };
        if let Err(error) = nodes::report(app, node.id(), lane.name().to_owned(), trouble).await {
            tracing::warn!(%error, relay = lane.name(), "What troubles a relay could not be kept");
            lane.tell_again();
        }
    }
}
