//! The hand-over: envelope, last look, body, outcome.

use std::time::{Duration, Instant};

use crate::clock;
use crate::domain::bounce::{Blame, SmtpStep, blame, sender_fault};
use crate::domain::delivery::{DeliveryState, Outcome, Reply};
use crate::domain::id::NodeId;
use crate::domain::retry::RetryPolicy;
use crate::domain::verdict::Reason;
use crate::domain::{CampaignId, Kind};
use crate::store::looks::{DeliveryKey, LookAnswer, LookRequest};
use crate::store::outcomes::{Record, Then};
use crate::store::{Store, StoreError};

use tokio::task::JoinHandle;

use super::ahead::Ahead;
use super::clearance::Clearance;
use super::connection::{Body, Connection, Envelope};
use super::data::Data;
use super::fuse::{Blown, Fuses, refused_in_a_row};

/// The wait before an outcome is recorded again; it doubles.
const FIRST_WAIT: Duration = Duration::from_millis(500);
/// The longest wait for a database that is away.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// One message, ready to be handed over: rendered ahead, so that nothing slow stands between look and body.
#[derive(Clone, Debug)]
pub struct Message {
    /// Which delivery it is.
    pub delivery: DeliveryKey,
    /// What kind of mail it is.
    pub kind: Kind,
    /// The node that claimed it.
    pub node: NodeId,
    /// The number of the try.
    pub attempt: i32,
    /// When its first try was.
    pub first_try_at: Option<chrono::DateTime<chrono::Utc>>,
    /// What a report about it will call it (RFC 3461 section 4.4).
    pub envelope_id: String,
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipient.
    pub to: crate::domain::Address,
    /// Headers and body.
    pub data: Data,
    /// Whether the address needs SMTPUTF8.
    pub needs_smtputf8: bool,
    /// What follows when the relay has taken it.
    pub if_accepted: Then,
}

/// The gate to one relay.
#[derive(Clone)]
pub struct Gate {
    store: Store,
    retry: RetryPolicy,
    cap: Option<u32>,
    fuses: Fuses,
    relay: usize,
}

impl Gate {
    /// A gate on `store` to the relay with the place `relay` among those of `fuses`.
    pub fn new(store: Store, retry: RetryPolicy, cap: Option<u32>, fuses: Fuses, relay: usize) -> Self {
        Self { store, retry, cap, fuses, relay }
    }

    /// Hands one message over. What became of it is being recorded when this returns: the next message's dialogue may
    /// begin meanwhile, and a crash before the record is committed leaves a doubt, as a crash before the answer does.
    ///
    /// An outcome is kept until it is recorded, however long the database is away: it is the only memory of what the relay
    /// said, and as long as this process lives nobody else would move the delivery on.
    ///
    /// # Errors
    /// See [`Stale`].
    ///
    /// Behind the body goes what may be said of the `next` message, which is to be handed over next on this connection.
    pub async fn hand_over(
        &self,
        connection: &mut Connection,
        message: &Message,
        next: Option<Ahead>,
    ) -> Result<HandedOver, Stale> {
        let attempt = self.try_hand_over(connection, message, next).await?;
        let record = self.record_of(message, &attempt);
        let store = self.store.clone();
        let recording = record.map(|record| tokio::spawn(keep_until_recorded(store, record)));
        Ok(HandedOver { outcome: attempt.into_outcome(), recording })
    }

    /// Whether the next message may be taken while one is handed over, to be said ahead.
    pub fn may_go_ahead(&self, connection: &Connection) -> bool {
        connection.may_go_ahead() && !self.fuses.is_in_step(self.relay)
    }

    /// What may be said of the `next` message behind the body of the one before; nothing where it may not go at all.
    pub fn ahead(&self, connection: &Connection, next: &Message) -> Option<Ahead> {
        let may_go = (connection.offers_smtputf8() || !next.needs_smtputf8)
            && !self.fuses.is_blown(self.relay, next.delivery.campaign)
            && connection.too_small_for(next).is_none();
        may_go.then(|| connection.ahead(next))
    }

    /// The way up to the last look; the rest is [`Self::past_the_envelope`].
    async fn try_hand_over(
        &self,
        connection: &mut Connection,
        message: &Message,
        next: Option<Ahead>,
    ) -> Result<Attempt, Stale> {
        self.fuses.set_ascii_only(self.relay, !connection.offers_smtputf8());
        if message.needs_smtputf8 && !connection.offers_smtputf8() {
            // Another relay of its kind may take it: the next claim gives it to that one.
            let others = self.fuses.may_take_beyond_ascii(message.kind);
            let outcome = if others { Outcome::NotSent } else { Outcome::Withheld(Reason::NeedsSmtputf8) };
            return Ok(Attempt::Ended(outcome));
        }
        if self.fuses.is_blown(self.relay, message.delivery.campaign) {
            connection.pass_over();
            return Ok(Attempt::Ended(Outcome::NotSent));
        }
        if let Some(limit) = connection.too_small_for(message) {
            let said = format!("5.3.4 the relay takes messages of {limit} octets at most, and was not asked");
            return Ok(self.refused(message, SmtpStep::Mail, Reply::new(552, &said)));
        }
        match connection.envelope(message).await {
            Envelope::Taken => Ok(self.past_the_envelope(connection, message, next).await),
            Envelope::Refused(SmtpStep::Mail, reply) if connection.was_used_before() && may_be_stale(&reply) => {
                connection.drop_without_body();
                Err(Stale)
            }
            Envelope::Refused(step, reply) => Ok(self.refused(message, step, reply)),
            Envelope::Broken(SmtpStep::Mail) if connection.was_used_before() => Err(Stale),
            Envelope::Unheard => {
                self.fuses.keep_in_step(self.relay);
                Err(Stale)
            }
            Envelope::Broken(step) => {
                tracing::debug!(?step, "The relay broke off before the message, or answered out of turn");
                Ok(Attempt::Ended(Outcome::NotSent))
            }
        }
    }

    async fn past_the_envelope(&self, connection: &mut Connection, message: &Message, next: Option<Ahead>) -> Attempt {
        let clearance = match self.last_look(message).await {
            Look::Clear(clearance) => clearance,
            Look::Marked(outcome) => {
                connection.drop_without_body();
                return Attempt::Marked(outcome);
            }
            Look::Lost => {
                connection.drop_without_body();
                return Attempt::Ended(Outcome::NotSent);
            }
            Look::Failed(error) => {
                tracing::warn!(%error, "A last look failed; nothing was sent");
                connection.drop_without_body();
                return Attempt::Ended(Outcome::NotSent);
            }
        };
        match connection.body(clearance, message, next).await {
            Body::Answered(reply) if reply.code < 300 => {
                self.fuses.reset(self.relay, message.delivery.campaign);
                Attempt::Ended(Outcome::Accepted(reply))
            }
            Body::Answered(reply) => self.refused(message, SmtpStep::Data, reply),
            Body::NotSent => Attempt::Ended(Outcome::NotSent),
            Body::Doubt(doubt) => Attempt::Ended(Outcome::InDoubt(doubt)),
        }
    }

    /// Who is to blame for a refusal decides what follows (CONFORMANCE D7 to D9).
    fn refused(&self, message: &Message, step: SmtpStep, reply: Reply) -> Attempt {
        if reply.code < 500 {
            return Attempt::Ended(Outcome::Deferred(reply));
        }
        let (campaign, kind) = (message.delivery.campaign, message.kind);
        match blame(step, &reply) {
            Blame::Sender => {
                let then = match self.fuses.blow(self.relay, kind, campaign) {
                    Blown::Relay => self.goes_by_others(campaign, &reply),
                    Blown::Campaign => Then::HoldCampaign(format!("{}: {reply}", sender_fault(&reply))),
                };
                Attempt::EndedWith(Outcome::SenderFault(reply), then)
            }
            Blame::HardBounce => {
                let codes = reply.codes();
                Attempt::EndedWith(Outcome::Rejected(reply), Then::Suppress(codes))
            }
            Blame::HardBounceIfAgain => {
                let codes = reply.codes();
                Attempt::EndedWith(Outcome::Rejected(reply), Then::SuppressIfAgain(codes))
            }
            Blame::Message => {
                let then = match self.fuses.burn(self.relay, kind, campaign) {
                    None => Then::Nothing,
                    Some(Blown::Relay) => self.goes_by_others(campaign, &reply),
                    Some(Blown::Campaign) => Then::HoldCampaign(refused_in_a_row(&reply)),
                };
                Attempt::EndedWith(Outcome::Rejected(reply), then)
            }
        }
    }

    /// Nothing is to be done but to say so: this relay gets no more of the campaign for now.
    fn goes_by_others(&self, campaign: CampaignId, reply: &Reply) -> Then {
        let relay = self.fuses.relays().all().get(self.relay).map(ToString::to_string).unwrap_or_default();
        tracing::warn!(relay, campaign.id = %campaign, %reply, "A relay refuses a campaign, which goes on by others");
        Then::Nothing
    }

    /// G2: consent and suppressions read and the delivery marked, committed, right before the body.
    async fn last_look(&self, message: &Message) -> Look {
        let request = LookRequest {
            delivery: message.delivery,
            attempt: message.attempt,
            node: message.node,
            cap: self.cap,
            now: clock::now(),
        };
        let asked_at = Instant::now();
        match self.store.look(request).await {
            Ok(LookAnswer::Clear) => Look::Clear(Clearance::after_last_look(message.delivery, asked_at)),
            Ok(LookAnswer::Withheld(reason)) => Look::Marked(Outcome::Withheld(reason)),
            Ok(LookAnswer::Later) => Look::Marked(Outcome::Withheld(Reason::FrequencyCap)),
            Ok(LookAnswer::Held) => Look::Marked(Outcome::NotSent),
            Ok(LookAnswer::Lost) => Look::Lost,
            Err(error) => Look::Failed(error),
        }
    }

    /// What the store is to be told; nothing where the look has told it already.
    fn record_of(&self, message: &Message, attempt: &Attempt) -> Option<Record> {
        let (outcome, then) = match attempt {
            Attempt::Ended(outcome @ Outcome::Accepted(_)) => (outcome, message.if_accepted.clone()),
            Attempt::Ended(outcome) => (outcome, Then::Nothing),
            Attempt::EndedWith(outcome, then) => (outcome, then.clone()),
            Attempt::Marked(_) => return None,
        };
        let now = clock::now();
        // A letter may go to somebody who is no recipient: by nothing would an erasure find what was said of them.
        let words = |reply: &Reply| if message.delivery.is_letter() { reply.to_string() } else { reply.in_words() };
        let record = |state, due_at, reason, reply: Option<String>| Record {
            delivery: message.delivery,
            attempt: message.attempt,
            state,
            due_at,
            reason,
            reply,
            then: then.clone(),
            now,
        };
        Some(match outcome {
            Outcome::Accepted(reply) => record(DeliveryState::Accepted, None, None, Some(words(reply))),
            Outcome::Rejected(reply) => record(DeliveryState::Rejected, None, None, Some(words(reply))),
            Outcome::Withheld(reason) => record(DeliveryState::Withheld, None, Some(*reason), None),
            Outcome::InDoubt(doubt) => record(DeliveryState::InDoubt, None, None, Some(doubt.to_string())),
            Outcome::SenderFault(reply) => record(DeliveryState::Ready, Some(now), None, Some(words(reply))),
            Outcome::NotSent => {
                let again = |at| record(DeliveryState::Ready, Some(at), None, None);
                let given_up = || {
                    let said = "given up: every try broke off before the message was sent".to_owned();
                    record(DeliveryState::Rejected, None, None, Some(said))
                };
                self.retry.next_unsent_try(message.attempt, message.first_try_at, now).map_or_else(given_up, again)
            }
            Outcome::Deferred(reply) => {
                let next = self.retry.next_try(message.attempt, message.first_try_at, now, jitter());
                let given_up = || {
                    let said = format!("given up after: {}", words(reply));
                    record(DeliveryState::Rejected, None, None, Some(said))
                };
                let again = |at| record(DeliveryState::Deferred, Some(at), None, Some(words(reply)));
                next.map_or_else(given_up, again)
            }
        })
    }
}

/// Records an outcome as soon as the database takes it.
async fn keep_until_recorded(store: Store, mut record: Record) -> Result<(), StoreError> {
    let mut wait = FIRST_WAIT;
    let mut bare = false;
    loop {
        match store.record(record.clone()).await {
            // Better the state alone than a delivery that seems to be handed over for ever.
            Err(StoreError::Refused(said)) if !bare => {
                tracing::error!(said, "An outcome cannot be recorded with its circumstances; its state is recorded");
                record = record.bare();
                bare = true;
            }
            Err(error) if error.is_temporary() && !matches!(error, StoreError::ShuttingDown) => {
                tracing::warn!(%error, "An outcome could not be recorded yet");
                tokio::time::sleep(wait).await;
                wait = (wait * 2).min(LONGEST_WAIT);
            }
            result => return result,
        }
    }
}

/// A hand-over that has ended, and whose outcome is being recorded.
#[must_use = "the record is to be waited for before the connection's next one"]
pub struct HandedOver {
    /// What became of it.
    pub outcome: Outcome,
    recording: Option<JoinHandle<Result<(), StoreError>>>,
}

impl HandedOver {
    /// Waits until the outcome is committed.
    ///
    /// # Errors
    /// It never can be, or the store is shutting down: the delivery stays as it was marked, and is found in doubt if the
    /// body had left.
    pub async fn recorded(self) -> Result<(), StoreError> {
        match self.recording {
            None => Ok(()),
            Some(recording) => recording.await.unwrap_or(Err(StoreError::ShuttingDown)),
        }
    }
}

/// The connection was used before and no longer serves: the relay had closed it, or was out of step, or refuses us there.
/// Of the message nothing was said but MAIL; it is to go over a fresh connection at once, in the same try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the connection had come to its end before the message's turn")]
pub struct Stale;

/// Whether a refusal at MAIL may be about a connection that was used before. 421 is; and where a reply too many has
/// shifted all others, a fault of ours would be read that nobody spoke of, and hold a campaign.
fn may_be_stale(reply: &Reply) -> bool {
    reply.code == 421 || (reply.code >= 500 && blame(SmtpStep::Mail, reply) == Blame::Sender)
}

enum Look {
    Clear(Clearance),
    Marked(Outcome),
    /// The claim is another's now; or it was this very look that marked it, in a commit that was not answered and that
    /// the writer repeated. Recording that nothing was sent gives back the second and does not touch the first.
    Lost,
    Failed(StoreError),
}

/// An outcome that is still to be recorded, or one that the look has recorded.
enum Attempt {
    Ended(Outcome),
    EndedWith(Outcome, Then),
    Marked(Outcome),
}

impl Attempt {
    fn into_outcome(self) -> Outcome {
        match self {
            Self::Ended(outcome) | Self::EndedWith(outcome, _) | Self::Marked(outcome) => outcome,
        }
    }
}

/// Chance in 0..=1; without random bytes none.
fn jitter() -> f64 {
    let mut byte = [0; 1];
    match getrandom::fill(&mut byte) {
        Ok(()) => f64::from(byte[0]) / 255.0,
        Err(_) => 0.0,
    }
}
