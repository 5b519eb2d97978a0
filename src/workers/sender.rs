//! The senders: one loop that claims, and one for each connection to a relay.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

use super::lane::{Lane, Lanes, Reached};
use super::{OwnNode, rest, told_to_stop};
use crate::config::Relay;
use crate::domain::delivery::Outcome;
use crate::domain::share::Way;
use crate::gate::{Connection, Gate, HandedOver, Message, RELEASED, Stale, TlsSettings};
use crate::ops::campaigns::CampaignError;
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

/// Claims what is due and gives it to the relays' queues, as far as they have room; takes back from relays that are away.
pub(super) async fn feed(mut dispatcher: Dispatcher, node: OwnNode, lanes: Lanes, mut stopped: watch::Receiver<bool>) {
    let mut back = Vec::new();
    while !*stopped.borrow() {
        back.extend(lanes.take_back());
        let ways = lanes.ways();
        let open = lanes.open(&ways);
        let fed = feed_once(&mut dispatcher, &node, &lanes, &mut back, open.contains(&true).then_some(&ways)).await;
        let wait = match fed {
            Ok(true) => continue,
            Ok(false) => IDLE,
            Err(error) => {
                tracing::warn!(error = chain(&error), "Nothing could be claimed");
                FIRST_WAIT
            }
        };
        // What nobody has room for is not asked for again and again, only as soon as somebody has.
        let waited = async {
            while lanes.open(&lanes.ways()).iter().zip(open).all(|(now, before)| before || !now) {
                lanes.moved.notified().await;
            }
        };
        tokio::select! {
            () = waited => {}
            () = tokio::time::sleep(wait) => {}
            () = told_to_stop(&mut stopped) => return,
        }
    }
}

/// Gives back what is to be given back, then claims once. Returns whether anything was claimed.
async fn feed_once(
    dispatcher: &mut Dispatcher,
    node: &OwnNode,
    lanes: &Lanes,
    back: &mut Vec<Message>,
    ways: Option<&Vec<Way>>,
) -> Result<bool, CampaignError> {
    if !back.is_empty() {
        dispatcher.return_unsent(back).await?;
        back.clear();
    }
    let Some(ways) = ways else { return Ok(false) };
    let messages = dispatcher.next(node.id(), ways).await?;
    let any = !messages.is_empty();
    for (relay, message) in messages {
        lanes.put(relay, message);
    }
    Ok(any)
}

/// One connection's loop.
pub(super) struct Sender {
    pub(super) gate: Gate,
    pub(super) lane: Arc<Lane>,
    pub(super) relay: Relay,
    pub(super) tls: TlsSettings,
    pub(super) hello: String,
    pub(super) limit: Option<Duration>,
    pub(super) stopped: watch::Receiver<bool>,
}

/// An open connection, counted as long as it is held.
type Held = (Connection, Reached);

impl Sender {
    pub(super) async fn run(mut self) {
        let mut held: Option<Held> = None;
        let mut deferred_in_a_row: u32 = 0;
        let mut recording: Option<HandedOver> = None;
        let mut ahead: Option<Message> = None;
        let mut wait = FIRST_WAIT;
        while let Some(message) = self.next(&mut held, &mut ahead).await {
            let Some((mut open, counted)) = self.connected(held.take()).await else {
                self.lane.missed(message);
                // Others are connected: this relay may take no more of them.
                if !self.lane.is_away() && rest(&mut self.stopped, wait).await {
                    break;
                }
                wait = (wait * 2).min(LONGEST_WAIT);
                continue;
            };
            wait = FIRST_WAIT;
            ahead = if self.gate.may_go_ahead(&open) { self.lane.next_now() } else { None };
            let handed_over = self.hand_over(&mut open, &message, &mut ahead).await;
            let Ok(handed_over) = handed_over else {
                // This connection is over, the messages are not: whoever takes them next may have another, or opens one.
                if let Some(next) = ahead.take() {
                    self.lane.release(next);
                }
                self.lane.put_back(message);
                continue;
            };
            self.lane.ended();
            let outcome = &handed_over.outcome;
            deferred_in_a_row = if matches!(outcome, Outcome::Deferred(_)) { deferred_in_a_row + 1 } else { 0 };
            tracing::debug!(
                relay = self.relay.name,
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
            held = open.is_usable().then_some((open, counted));
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
        if let Some((open, _)) = held {
            open.close().await;
        }
    }

    /// Hands one message over, and says of the next one what may be said `ahead`. The next one is anybody's again where this
    /// one takes its time; the connection, on which its envelope may have been said, is no good for another then.
    async fn hand_over(
        &self,
        open: &mut Connection,
        message: &Message,
        ahead: &mut Option<Message>,
    ) -> Result<HandedOver, Stale> {
        let said_ahead = ahead.as_ref().and_then(|next| self.gate.ahead(open, next));
        let handed_over = {
            let mut handing_over = pin!(self.gate.hand_over(open, message, said_ahead));
            if let Ok(handed_over) = timeout(RELEASED, &mut handing_over).await {
                return handed_over;
            }
            if let Some(next) = ahead.take() {
                self.lane.release(next);
            }
            handing_over.await
        };
        open.pass_over();
        handed_over
    }

    /// The next message: the one that waits `ahead`, or the queue's; none when it is time to stop. While the relay is away,
    /// one sender asks whether it is back.
    async fn next(&mut self, held: &mut Option<Held>, ahead: &mut Option<Message>) -> Option<Message> {
        loop {
            if let Some(message) = ahead.take() {
                if !*self.stopped.borrow() {
                    return Some(message);
                }
                *held = None;
                self.lane.release(message);
            }
            if self.lane.is_away() {
                *held = None;
                *held = self.back_again().await?;
            }
            let mut stopped = self.stopped.clone();
            tokio::select! {
                biased;
                () = told_to_stop(&mut stopped) => return None,
                message = self.lane.next() => return Some(message),
                () = tokio::time::sleep(IDLE_CONNECTION), if held.is_some() => {
                    if let Some((idle, _)) = held.take() {
                        idle.close().await;
                    }
                }
            }
        }
    }

    /// Waits until the relay is back: with the connection that showed it, if it was this sender that asked; none when it
    /// is time to stop.
    async fn back_again(&mut self) -> Option<Option<Held>> {
        let lane = Arc::clone(&self.lane);
        let mut stopped = self.stopped.clone();
        let _asking = tokio::select! {
            () = told_to_stop(&mut stopped) => return None,
            asking = lane.probing.lock() => asking,
        };
        let mut wait = FIRST_WAIT;
        while lane.is_away() {
            if rest(&mut self.stopped, wait).await {
                return None;
            }
            if let Some(open) = self.connected(None).await {
                return Some(Some(open));
            }
            wait = (wait * 2).min(LONGEST_WAIT);
        }
        Some(None)
    }

    /// A usable connection; none where the relay cannot be reached.
    async fn connected(&self, held: Option<Held>) -> Option<Held> {
        if let Some((open, counted)) = held.filter(|(open, _)| open.is_usable()) {
            return Some((open, counted));
        }
        match Connection::open(&self.relay.url, &self.tls, &self.hello, self.limit).await {
            Ok(open) => Some((open, Lane::reached(&self.lane))),
            Err(error) => {
                tracing::warn!(relay = self.relay.name, %error, "No connection to the relay");
                None
            }
        }
    }
}

async fn recorded(handed_over: HandedOver) {
    if let Err(error) = handed_over.recorded().await {
        tracing::error!(error = chain(&error), "An outcome could not be recorded; the delivery will be found in doubt");
    }
}
