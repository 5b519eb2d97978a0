//! The senders: one loop that claims, and one for each connection to a relay.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::timeout;

use super::lane::{Coming, Heard, Lane, Lanes, Reached, Taken};
use super::{OwnNode, is_over, rest};
use crate::config::Relay;
use crate::domain::deferral::Concern;
use crate::domain::delivery::Outcome;
use crate::domain::share::Way;
use crate::gate::{Connection, Gate, Halt, Halted, HandedOver, Message, RELEASED, TlsSettings, Unsent, halted};
use crate::ops::campaigns::CampaignError;
use crate::ops::check::chain;
use crate::ops::dispatch::Dispatcher;

/// How often is looked for something due when nothing was.
const IDLE: Duration = Duration::from_millis(200);
/// The first wait after the relay could not be reached; it doubles.
const FIRST_WAIT: Duration = Duration::from_millis(500);
/// The longest wait for a relay that is down.
const LONGEST_WAIT: Duration = Duration::from_secs(10);
/// The first and the longest wait for a relay that refuses our login: more tries than that lock an account.
const FIRST_WAIT_FOR_LOGIN: Duration = Duration::from_secs(30);
const LONGEST_WAIT_FOR_LOGIN: Duration = Duration::from_mins(10);
/// An open connection without work is closed politely after this time: relays close idle ones themselves.
const IDLE_CONNECTION: Duration = Duration::from_secs(5);

/// Claims what is due and gives it to the relays' queues, as far as they have room; takes back from relays that are away.
pub(super) async fn feed(mut dispatcher: Dispatcher, node: OwnNode, lanes: Lanes, mut stopped: Halted) {
    let mut back = Vec::new();
    while !is_over(&stopped) {
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
            () = halted(&mut stopped, Halt::Soon) => return,
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
    pub(super) stopped: Halted,
}

/// An open connection, counted as long as it is held.
type Held = (Connection, Reached);

impl Sender {
    /// A connection comes first, and then a message: none waits in the hands of somebody who waits for a greeting.
    pub(super) async fn run(mut self) {
        let mut held: Option<Held> = None;
        let mut coming: Option<Coming> = None;
        let mut recording: Option<HandedOver> = None;
        let mut ahead: Option<Message> = None;
        while let Some((message, (mut open, counted))) = self.next(held.take(), ahead.take(), coming.take()).await {
            ahead = if self.gate.may_go_ahead(&open) { self.lane.next_now() } else { None };
            let handed_over = match self.hand_over(&mut open, &message, &mut ahead).await {
                Ok(handed_over) => handed_over,
                Err(unsent) => {
                    // This connection is over, the messages are not.
                    if let Some(next) = ahead.take() {
                        self.lane.release(next);
                    }
                    match unsent {
                        Unsent::Stale => coming = Some(self.lane.put_back(*message)),
                        Unsent::Stopped => self.lane.release(*message),
                    }
                    continue;
                }
            };
            self.lane.ended(&heard(&handed_over));
            let outcome = &handed_over.outcome;
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
        }
        if let Some(last) = recording {
            recorded(last).await;
        }
    }

    /// Hands one message over, and says of the next one what may be said `ahead`. The next one is anybody's again where this
    /// one takes its time; the connection, on which its envelope may have been said, is no good for another then.
    async fn hand_over(
        &self,
        open: &mut Connection,
        message: &Message,
        ahead: &mut Option<Message>,
    ) -> Result<HandedOver, Unsent> {
        let said_ahead = ahead.as_ref().and_then(|next| self.gate.ahead(open, next));
        let mut stop = self.stopped.clone();
        let handed_over = {
            let mut handing_over = pin!(self.gate.hand_over(open, message, said_ahead, &mut stop));
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

    /// The next message and the connection that it goes over; none when it is time to stop. The one that waits `ahead` goes
    /// over the connection that it was said on.
    async fn next(
        &mut self,
        mut held: Option<Held>,
        ahead: Option<Message>,
        mut coming: Option<Coming>,
    ) -> Option<(Box<Message>, Held)> {
        if let Some(message) = ahead {
            match held.take() {
                Some(open) if !is_over(&self.stopped) => return Some((Box::new(message), open)),
                _ => self.lane.release(message),
            }
        }
        let mut wait = FIRST_WAIT;
        loop {
            if let Some((open, counted)) = held.take() {
                let is_fresh = open.is_fresh();
                tokio::select! {
                    biased;
                    () = halted(&mut self.stopped, Halt::Soon) => {
                        open.close().await;
                        return None;
                    }
                    taken = self.lane.next(is_fresh) => match taken {
                        Taken::Message(message) => return Some((message, (open, counted))),
                        Taken::FreshWanted(reserved) => {
                            coming = Some(reserved);
                            open.close().await;
                        }
                    },
                    () = tokio::time::sleep(IDLE_CONNECTION) => open.close().await,
                }
                continue;
            }
            if self.lane.is_away() {
                drop(coming.take());
                held = self.back_again().await?;
                continue;
            }
            let reserved = if let Some(reserved) = coming.take() {
                reserved
            } else {
                tokio::select! {
                    biased;
                    () = halted(&mut self.stopped, Halt::Soon) => return None,
                    reserved = self.lane.wanted() => reserved,
                }
            };
            held = self.connected().await?;
            drop(reserved);
            if held.is_some() {
                wait = FIRST_WAIT;
            } else if !self.lane.is_away() {
                // Others are connected: this relay may take no more of them.
                if rest(&mut self.stopped, wait).await {
                    return None;
                }
                wait = (wait * 2).min(LONGEST_WAIT);
            }
        }
    }

    /// Waits until the relay is back: with the connection that showed it, if it was this sender that asked; none when it
    /// is time to stop.
    async fn back_again(&mut self) -> Option<Option<Held>> {
        let lane = Arc::clone(&self.lane);
        let mut stopped = self.stopped.clone();
        let _asking = tokio::select! {
            () = halted(&mut stopped, Halt::Soon) => return None,
            asking = lane.probing.lock() => asking,
        };
        let mut wait = FIRST_WAIT;
        while lane.is_away() {
            let refused = lane.refuses_login();
            wait = if refused { wait.max(FIRST_WAIT_FOR_LOGIN) } else { wait };
            if rest(&mut self.stopped, wait).await {
                return None;
            }
            if let Some(open) = self.connected().await? {
                return Some(Some(open));
            }
            wait = (wait * 2).min(if refused { LONGEST_WAIT_FOR_LOGIN } else { LONGEST_WAIT });
        }
        Some(None)
    }

    /// A new connection, or that there is none to be had; none when it is time to stop.
    async fn connected(&mut self) -> Option<Option<Held>> {
        let opening = Connection::open(&self.relay.url, &self.tls, &self.hello, self.limit);
        let opened = tokio::select! {
            biased;
            () = halted(&mut self.stopped, Halt::Soon) => return None,
            opened = opening => opened,
        };
        Some(match opened {
            Ok(open) => Some((open, Lane::reached(&self.lane))),
            Err(error) => {
                self.lane.missed(&error);
                None
            }
        })
    }
}

/// What a hand-over tells about the relay.
fn heard(handed_over: &HandedOver) -> Heard<'_> {
    match &handed_over.outcome {
        Outcome::Deferred(reply) if handed_over.concern == Some(Concern::Relay) => Heard::Refused(reply),
        Outcome::Accepted(_) | Outcome::Deferred(_) | Outcome::Rejected(_) => Heard::Answered,
        Outcome::SenderFault(_) | Outcome::Withheld(_) | Outcome::InDoubt(_) | Outcome::NotSent => Heard::Nothing,
    }
}

async fn recorded(handed_over: HandedOver) {
    if let Err(error) = handed_over.recorded().await {
        tracing::error!(error = chain(&error), "An outcome could not be recorded; the delivery will be found in doubt");
    }
}
