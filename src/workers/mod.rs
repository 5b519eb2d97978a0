//! Workers are loops, not logic: sleep, back off, stop; every body is one call into an operation or the gate.

mod checkpoints;
mod clearing;
mod housekeeping;
mod lane;
mod queue;
mod sender;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::task::{JoinHandle, JoinSet};

pub use checkpoints::Checkpoints;
pub use clearing::Clearing;
use lane::{Lane, Lanes};

use crate::domain::id::NodeId;
use crate::domain::retry::RetryPolicy;
use crate::gate::{Fuses, Gate, Halt, Halted, TlsFault, TlsSettings, halted};
use crate::ops::dispatch::Dispatcher;
use crate::ops::signing::NoSigningKey;
use crate::ops::{App, StoreError, check, nodes};

/// How long messages that are being handed over have to end when the senders stop.
const DRAIN: Duration = Duration::from_secs(30);
/// How long they have to record what became of them, once they are told to wait no longer.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// Why no sender runs.
#[derive(Debug, thiserror::Error)]
pub enum WorkersError {
    /// No relay.
    #[error("CONSENTRY_RELAY is not set: a sender needs a relay, such as smtp://relay.example.org:587")]
    NoRelay,
    /// TLS.
    #[error("{relay}: {fault}")]
    Tls {
        /// Which relay.
        relay: String,
        /// What is wrong.
        fault: TlsFault,
    },
    /// Signatures are wanted, and there is no key.
    #[error(transparent)]
    Unsigned(#[from] NoSigningKey),
    /// The database said no.
    #[error("the sender could not register with the database")]
    Store(#[from] StoreError),
}

/// This process's name among the senders; a new one if the others took it for dead.
#[derive(Clone, Debug)]
struct OwnNode(Arc<AtomicI64>);

impl OwnNode {
    fn id(&self) -> NodeId {
        NodeId::new(self.0.load(Ordering::Acquire))
    }

    fn rename(&self, node: NodeId) {
        self.0.store(node.get(), Ordering::Release);
    }
}

/// Running senders.
pub struct Workers {
    app: App,
    node: OwnNode,
    stop: watch::Sender<Halt>,
    loops: Vec<JoinHandle<()>>,
    connections: JoinSet<()>,
}

impl Workers {
    /// Registers this process and starts its loops: one that plans and keeps house, one that claims, and one for each
    /// connection to a relay.
    ///
    /// # Errors
    /// See [`WorkersError`].
    pub async fn start(app: &App) -> Result<Self, WorkersError> {
        let settings = &app.settings;
        let relays = settings.relays.all();
        if relays.is_empty() {
            return Err(WorkersError::NoRelay);
        }
        let fuses = Fuses::new(settings.relays.clone());
        let dispatcher = Dispatcher::new(app.clone(), fuses.clone())?;
        let (stop, stopped) = watch::channel(Halt::Not);
        let mut lanes = Lanes { all: Vec::new(), fuses: fuses.clone(), moved: Arc::new(Notify::new()) };
        let mut senders = Vec::new();
        for (place, (relay, count)) in relays.iter().zip(settings.relays.connections(settings.senders)).enumerate() {
            let tls = TlsSettings::new(&relay.url.host, relay.authority.as_deref())
                .map_err(|fault| WorkersError::Tls { relay: relay.to_string(), fault })?;
            let lane = Arc::new(Lane::new(place, relay, count, fuses.clone(), Arc::clone(&lanes.moved)));
            lanes.all.push(Arc::clone(&lane));
            let retry = RetryPolicy { first: settings.retry_after, give_up_after: settings.give_up_after };
            let sender = || sender::Sender {
                gate: Gate::new(app.store.clone(), retry, settings.weekly_cap, fuses.clone(), place),
                lane: Arc::clone(&lane),
                relay: relay.clone(),
                tls: tls.clone(),
                hello: check::hello_name(settings),
                limit: settings.smtp_timeout,
                stopped: stopped.clone(),
            };
            senders.extend((0..count).map(|_| sender()));
        }
        let node = OwnNode(Arc::new(AtomicI64::new(nodes::join(app).await?.get())));
        let connections = senders.into_iter().map(sender::Sender::run).collect();
        let loops = vec![
            tokio::spawn(housekeeping::plan(app.clone(), stopped.clone())),
            tokio::spawn(housekeeping::tidy(app.clone(), stopped.clone())),
            tokio::spawn(housekeeping::beat(app.clone(), node.clone(), lanes.clone(), stopped.clone())),
            tokio::spawn(sender::feed(dispatcher, node.clone(), lanes, stopped)),
        ];
        Ok(Self { app: app.clone(), node, stop, loops, connections })
    }

    /// Drains: messages that have passed their last look are ended, all else is given back. What has no answer after 30
    /// seconds is in doubt, if it may have been sent.
    pub async fn stop(mut self) {
        self.stop.send_replace(Halt::Soon);
        for task in self.loops {
            note(task.await);
        }
        if !drained(&mut self.connections, DRAIN).await {
            self.stop.send_replace(Halt::Now);
            if !drained(&mut self.connections, LAST_WORDS).await {
                tracing::warn!("What became of some messages could not be recorded in time");
            }
        }
        match nodes::leave(&self.app, self.node.id()).await {
            Ok(left) => tracing::info!(released = left.released, in_doubt = left.in_doubt, "Senders stopped"),
            Err(error) => tracing::error!(%error, "This node could not leave in good order; another takes over"),
        }
    }
}

/// Waits until all have ended, and returns whether they have.
async fn drained(connections: &mut JoinSet<()>, time: Duration) -> bool {
    let all = async {
        while let Some(ended) = connections.join_next().await {
            note(ended);
        }
    };
    tokio::time::timeout(time, all).await.is_ok()
}

fn note(ended: Result<(), tokio::task::JoinError>) {
    if let Err(error) = ended {
        tracing::error!(%error, "A worker ended in a panic");
    }
}

/// Whether it is time to stop.
fn is_over(stopped: &Halted) -> bool {
    *stopped.borrow() >= Halt::Soon
}

/// Sleeps, unless it is time to stop. Returns whether it is.
async fn rest(stopped: &mut Halted, time: Duration) -> bool {
    tokio::select! {
        () = tokio::time::sleep(time) => {}
        () = halted(stopped, Halt::Soon) => return true,
    }
    is_over(stopped)
}
