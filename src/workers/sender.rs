//! The senders: one loop that claims, and one for each connection to the relay.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, mpsc, watch};

use super::{OwnNode, rest, told_to_stop};
use crate::config::RelayUrl;
use crate::domain::delivery::Outcome;
use crate::gate::{Connection, Gate, HandedOver, Message, TlsSettings};
use crate::ops::check::chain;
use crate::ops::dispatch::Dispatcher;

/// How often is looked for something due when nothing was.
const IDLE: Duration = Duration::from_millis(200);
/// The first wait after the relay could not be reached; it doubles.
const FIRST_WAIT: Duration = Duration::from_millis(500);
/// The longest wait for a relay that is down.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// Deferred messages in a row on one connection before it slows down.
const DEFERRED_IN_A_ROW: u32 = 10;
/// An open connection without work is closed politely after this time: relays close idle ones themselves.
const IDLE_CONNECTION: Duration = Duration::from_secs(5);

/// Claims what is due and queues it. The queue is short and waits, so claims never run ahead of the relay.
pub(super) async fn feed(
    mut dispatcher: Dispatcher,
    node: OwnNode,
    queue: mpsc::Sender<Message>,
    mut stopped: watch::Receiver<bool>,
) {
    while !*stopped.borrow() {
        let wait = match dispatcher.next(node.id()).await {
            Ok(messages) if messages.is_empty() => IDLE,
            Ok(messages) => {
                for message in messages {
                    tokio::select! {
                        sent = queue.send(message) => if sent.is_err() { return },
                        // What is left of this claim is given back when the node leaves.
                        () = told_to_stop(&mut stopped) => return,
                    }
                }
                continue;
            }
            Err(error) => {
                tracing::warn!(error = chain(&error), "Nothing could be claimed");
                FIRST_WAIT
            }
        };
        if rest(&mut stopped, wait).await {
            return;
        }
    }
}

/// One connection's loop.
pub(super) struct Sender {
    pub(super) gate: Gate,
    pub(super) relay: RelayUrl,
    pub(super) tls: TlsSettings,
    pub(super) hello: String,
    pub(super) limit: Option<Duration>,
    pub(super) messages: Arc<Mutex<mpsc::Receiver<Message>>>,
    pub(super) stopped: watch::Receiver<bool>,
}

impl Sender {
    pub(super) async fn run(mut self) {
        let mut connection: Option<Connection> = None;
        let mut deferred_in_a_row: u32 = 0;
        let mut recording: Option<HandedOver> = None;
        while let Some(message) = self.next(&mut connection).await {
            let Some(mut open) = self.connected(connection.take()).await else { break };
            let handed_over = self.gate.hand_over(&mut open, &message).await;
            let outcome = &handed_over.outcome;
            deferred_in_a_row = if matches!(outcome, Outcome::Deferred(_)) { deferred_in_a_row + 1 } else { 0 };
            tracing::debug!(
                campaign.id = %message.delivery.campaign,
                recipient.id = %message.delivery.recipient,
                ?outcome,
                "Handed a delivery over"
            );
            // One record may be under way while the next message goes out, never two.
            if let Some(before) = recording.replace(handed_over) {
                recorded(before).await;
            }
            // A connection whose dialogue was not read to its end is dropped here, at once.
            connection = open.is_usable().then_some(open);
            // A relay that says "not now" to one after the other is asked more slowly.
            if let Some(doublings) = deferred_in_a_row.checked_sub(DEFERRED_IN_A_ROW) {
                let wait = FIRST_WAIT.saturating_mul(1 << doublings.min(10)).min(LONGEST_WAIT);
                if rest(&mut self.stopped, wait).await {
                    break;
                }
            }
        }
        if let Some(last) = recording {
            recorded(last).await;
        }
        if let Some(open) = connection {
            open.close().await;
        }
    }

    /// The next message; none when it is time to stop.
    async fn next(&mut self, connection: &mut Option<Connection>) -> Option<Message> {
        loop {
            let mut stopped = self.stopped.clone();
            let messages = Arc::clone(&self.messages);
            let receive = async { messages.lock().await.recv().await };
            tokio::select! {
                biased;
                () = told_to_stop(&mut stopped) => return None,
                message = receive => return message,
                () = tokio::time::sleep(IDLE_CONNECTION), if connection.is_some() => {
                    if let Some(idle) = connection.take() {
                        idle.close().await;
                    }
                }
            }
        }
    }

    /// A usable connection, after as many tries as it takes; none when it is time to stop. The message at hand stays
    /// claimed meanwhile: nothing of it has been sent.
    async fn connected(&mut self, held: Option<Connection>) -> Option<Connection> {
        if let Some(open) = held.filter(Connection::is_usable) {
            return Some(open);
        }
        let mut wait = FIRST_WAIT;
        loop {
            match Connection::open(&self.relay, &self.tls, &self.hello, self.limit).await {
                Ok(open) => return Some(open),
                Err(error) => tracing::warn!(%error, "No connection to the relay"),
            }
            if rest(&mut self.stopped, wait).await {
                return None;
            }
            wait = (wait * 2).min(LONGEST_WAIT);
        }
    }
}

async fn recorded(handed_over: HandedOver) {
    if let Err(error) = handed_over.recorded().await {
        tracing::error!(error = chain(&error), "An outcome could not be recorded; the delivery will be found in doubt");
    }
}
