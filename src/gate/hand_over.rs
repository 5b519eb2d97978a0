//! The hand-over: envelope, last look, body, outcome.

use std::time::{Duration, Instant};

use crate::clock;
use crate::domain::bounce::{Blame, SmtpStep, blame, sender_fault};
use crate::domain::deferral::{Concern, concern};
use crate::domain::delivery::{DeliveryState, Outcome, Reply};
use crate::domain::retry::RetryPolicy;
use crate::domain::verdict::Reason;
use crate::store::looks::{LookAnswer, LookRequest};
use crate::store::outcomes::{Record, Then, Try};
use crate::store::{Store, StoreError};

use tokio::task::JoinHandle;

use super::ahead::{Ahead, Trust};
use super::clearance::Clearance;
use super::connection::{Body, Connection, Envelope};
use super::fuse::{Fuses, refused_in_a_row};
use super::halt::{Halt, Halted, halted};
use super::message::Message;

/// The wait before an outcome is recorded again; it doubles.
const FIRST_WAIT: Duration = Duration::from_millis(500);
/// The longest wait for a database that is away.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// The gate to one relay.
#[derive(Clone)]
pub struct Gate {
    pub(super) store: Store,
    retry: RetryPolicy,
    cap: Option<u32>,
    pub(super) fuses: Fuses,
    pub(super) relay: usize,
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
    /// See [`Unsent`].
    ///
    /// Behind the body goes what may be said of the `next` message, which is to be handed over next on this connection.
    pub async fn hand_over(
        &self,
        connection: &mut Connection,
        message: &Message,
        next: Option<Ahead>,
        stop: &mut Halted,
    ) -> Result<HandedOver, Unsent> {
        let attempt = self.try_hand_over(connection, message, next, stop).await?;
        let record = self.record_of(message, &attempt);
        let store = self.store.clone();
        let recording = record.map(|record| tokio::spawn(keep_until_recorded(store, record)));
        Ok(HandedOver { outcome: attempt.outcome, concern: attempt.concern, recording })
    }

    /// Whether the next message may be taken while one is handed over, to be said ahead.
    pub fn may_go_ahead(&self, connection: &Connection) -> bool {
        let may_try = || self.fuses.trust(self.relay).is_some_and(Trust::allows);
        connection.may_go_ahead() && (connection.has_one_ahead() || may_try())
    }

    /// What is to be said of the `next` message behind the body of the one before; nothing where it may not go at all.
    pub fn ahead(&self, connection: &Connection, next: &Message) -> Option<Ahead> {
        let may_go = (connection.offers_smtputf8() || !next.needs_smtputf8)
            && !self.fuses.is_blown(self.relay, next.delivery.campaign)
            && connection.too_small_for(next).is_none();
        let trust = self.fuses.trust(self.relay).filter(|_| may_go)?;
        Some(connection.ahead(next, trust))
    }

    /// The way up to the last look; the rest is [`Self::past_the_envelope`].
    async fn try_hand_over(
        &self,
        connection: &mut Connection,
        message: &Message,
        next: Option<Ahead>,
        halt: &mut Halted,
    ) -> Result<Attempt, Unsent> {
        self.fuses.set_ascii_only(self.relay, !connection.offers_smtputf8());
        if message.needs_smtputf8 && !connection.offers_smtputf8() {
            // Another relay of its kind may take it: the next claim gives it to that one.
            let others = self.fuses.may_take_beyond_ascii(message.kind);
            let outcome = if others { Outcome::NotSent } else { Outcome::Withheld(Reason::NeedsSmtputf8) };
            return Ok(Attempt::ended(outcome));
        }
        if self.fuses.is_blown(self.relay, message.delivery.campaign) {
            connection.pass_over();
            return Ok(Attempt::ended(Outcome::NotSent));
        }
        if let Some(limit) = connection.too_small_for(message) {
            return Ok(self.too_large(message, limit));
        }
        let envelope = tokio::select! {
            biased;
            envelope = connection.envelope(message) => envelope,
            () = halted(halt, Halt::Soon) => {
                connection.drop_without_body();
                return Err(Unsent::Stopped);
            }
        };
        match envelope {
            Envelope::Taken => Ok(self.past_the_envelope(connection, message, next, halt).await),
            Envelope::Refused(step, reply) if is_stale(connection, message, step, &reply) => {
                connection.drop_without_body();
                Err(Unsent::Stale)
            }
            Envelope::Refused(step, reply) => Ok(self.refused(message, step, reply)),
            Envelope::Broken(SmtpStep::Mail) if connection.was_used_before() => Err(Unsent::Stale),
            Envelope::Broken(step) => {
                tracing::debug!(?step, "The relay broke off before the message, or answered out of turn");
                Ok(Attempt::ended(Outcome::NotSent))
            }
        }
    }

    async fn past_the_envelope(
        &self,
        connection: &mut Connection,
        message: &Message,
        next: Option<Ahead>,
        stop: &mut Halted,
    ) -> Attempt {
        let clearance = match self.last_look(message).await {
            Look::Clear(clearance) => clearance,
            Look::Marked(outcome) => {
                connection.drop_without_body();
                return Attempt { is_recorded: true, ..Attempt::ended(outcome) };
            }
            Look::Lost => {
                connection.drop_without_body();
                return Attempt::ended(Outcome::NotSent);
            }
            Look::Failed(error) => {
                tracing::warn!(%error, "A last look failed; nothing was sent");
                connection.drop_without_body();
                return Attempt::ended(Outcome::NotSent);
            }
        };
        match connection.body(clearance, message, next, stop).await {
            Body::Answered(reply) if reply.code < 300 => {
                self.fuses.reset(self.relay, message.delivery.campaign);
                Attempt { then: message.if_accepted.clone(), ..Attempt::ended(Outcome::Accepted(reply)) }
            }
            Body::Answered(reply) => self.refused(message, SmtpStep::Data, reply),
            Body::NotSent => Attempt::ended(Outcome::NotSent),
            Body::Doubt(doubt) => self.in_doubt(message, doubt),
        }
    }

    /// Who is to blame for a refusal decides what follows (CONFORMANCE D7 to D9).
    fn refused(&self, message: &Message, step: SmtpStep, reply: Reply) -> Attempt {
        if reply.code < 500 {
            let concern = Some(concern(step, &reply, false, message.attempt));
            return Attempt { concern, ..Attempt::ended(Outcome::Deferred(reply)) };
        }
        let (campaign, kind) = (message.delivery.campaign, message.kind);
        let rejected = |reply, then| Attempt { then, ..Attempt::ended(Outcome::Rejected(reply)) };
        match blame(step, &reply) {
            Blame::Sender => {
                let why = format!("{}: {reply}", sender_fault(&reply));
                let then = self.follows(self.fuses.blow(self.relay, kind, campaign), campaign, why);
                Attempt { then, ..Attempt::ended(Outcome::SenderFault(reply)) }
            }
            Blame::HardBounce => {
                let codes = reply.codes();
                rejected(reply, Then::Suppress(codes))
            }
            Blame::HardBounceIfAgain => {
                let codes = reply.codes();
                rejected(reply, Then::SuppressIfAgain(codes))
            }
            // It was on its way when others found out that the relay refuses everybody.
            Blame::Message if self.fuses.is_blown(self.relay, campaign) => Attempt::ended(Outcome::SenderFault(reply)),
            Blame::Message => {
                let this = Try { delivery: message.delivery, attempt: message.attempt };
                let blown = self.fuses.burn(self.relay, kind, campaign, this);
                let why = || refused_in_a_row(&reply);
                let then = blown.map_or(Then::Nothing, |blown| self.follows(blown, campaign, why()));
                rejected(reply, then)
            }
        }
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
        if attempt.is_recorded {
            return None;
        }
        let Attempt { outcome, then, .. } = attempt;
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
    /// What a refusal for now was about.
    pub concern: Option<Concern>,
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

/// Why a message goes again in the same try: nothing of it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsent {
    /// The connection was used before and no longer serves: the relay had closed it, or was out of step, or takes no more
    /// from us there. The message is to go over a fresh one at once.
    #[error("the connection had come to its end before the message's turn")]
    Stale,
    /// The sender stops.
    #[error("the sender stops")]
    Stopped,
}

/// Whether a refusal of the envelope is about a connection that was used before. 421 is, and what a relay says of a session
/// that has had its share; and where a reply too many has shifted all others, a fault of ours would be read that nobody
/// spoke of, and hold a campaign.
fn is_stale(connection: &Connection, message: &Message, step: SmtpStep, reply: &Reply) -> bool {
    if reply.code < 500 {
        let of_session = concern(step, reply, connection.took_another_before(), message.attempt) == Concern::Connection;
        return of_session || (step == SmtpStep::Mail && reply.code == 421 && connection.was_used_before());
    }
    step == SmtpStep::Mail && connection.was_used_before() && blame(step, reply) == Blame::Sender
}

enum Look {
    Clear(Clearance),
    Marked(Outcome),
    /// The claim is another's now; or it was this very look that marked it, in a commit that was not answered and that
    /// the writer repeated. Recording that nothing was sent gives back the second and does not touch the first.
    Lost,
    Failed(StoreError),
}

/// What came of a try.
pub(super) struct Attempt {
    pub(super) outcome: Outcome,
    /// What follows from it.
    pub(super) then: Then,
    /// Whether the look has recorded it.
    pub(super) is_recorded: bool,
    /// What a refusal for now was about.
    pub(super) concern: Option<Concern>,
}

impl Attempt {
    pub(super) const fn ended(outcome: Outcome) -> Self {
        Self { outcome, then: Then::Nothing, is_recorded: false, concern: None }
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
