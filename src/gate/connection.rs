//! One connection to the relay: its dialogue step by step, each step with its time (RFC 5321 section 4.5.3.2).
//!
//! A connection whose dialogue was not read to its last reply is never used again, nor is one on which the relay has said
//! more than it was asked.

use std::time::{Duration, Instant};

use lettre::transport::smtp::client::AsyncSmtpConnection;
use tokio::time::timeout;

use super::ahead::{Ahead, InOneGroup, QUICK, Trial, Trust};
use super::answer::Answer;
use super::clearance::Clearance;
use super::data::Data;
use super::extensions::Extensions;
use super::halt::{Halt, Halted, halted};
use super::message::Message;
use super::opening::{self, ConnectError, Opened, timed};
use super::times::Times;
use super::tls::TlsSettings;
use super::wire::Line;
use crate::config::RelayUrl;
use crate::domain::bounce::SmtpStep;
use crate::domain::delivery::{Doubt, Reply};
use crate::store::looks::DeliveryKey;

/// MAIL, RCPT and DATA.
pub(super) const GROUP: usize = 3;
/// Messages of one connection at most: a relay may rebalance.
const MESSAGES: u32 = 1000;
/// Age of a connection at most.
const AGE: Duration = Duration::from_mins(10);

/// What came of MAIL, RCPT and DATA.
#[derive(Debug)]
pub(super) enum Envelope {
    /// All answered well; the relay waits for the body.
    Taken,
    /// Refused, by this answer; the connection is at its beginning again or unusable.
    Refused(SmtpStep, Reply),
    /// The dialogue broke off, or went out of step, at this step; nothing was sent.
    Broken(SmtpStep),
}

/// What came of the body.
#[derive(Debug)]
pub(super) enum Body {
    /// The relay's answer to the final dot.
    Answered(Reply),
    /// The final dot provably did not leave.
    NotSent,
    /// It may have left, and no answer was read.
    Doubt(Doubt),
}

/// A connection to the relay, greeted, secured and signed in.
pub struct Connection {
    smtp: AsyncSmtpConnection,
    pub(super) line: Line,
    extensions: Extensions,
    times: Times,
    messages: u32,
    opened: Instant,
    pub(super) usable: bool,
    /// Whether the relay took the last message at once.
    quick: bool,
    /// MAILs that it took, and how many of them were before this message.
    pub(super) mails: u32,
    mails_before: u32,
    /// The message whose MAIL, RCPT and DATA were said already, and how that goes.
    pub(super) ahead: Option<(DeliveryKey, Trial)>,
    /// The replies to them, where they have been read.
    pub(super) ahead_said: Option<[Option<Answer>; GROUP]>,
}

impl Connection {
    /// Connects, and does all that comes before the first MAIL. No step of this connection takes longer than `limit`,
    /// or than RFC 5321 allows.
    ///
    /// # Errors
    /// See [`ConnectError`].
    pub async fn open(
        relay: &RelayUrl,
        tls: &TlsSettings,
        name: &str,
        limit: Option<Duration>,
    ) -> Result<Self, ConnectError> {
        Self::open_within(relay, tls, name, Times::within(limit)).await
    }

    /// As [`Self::open`], all of it in `whole`.
    ///
    /// # Errors
    /// See [`ConnectError`].
    pub async fn open_soon(
        relay: &RelayUrl,
        tls: &TlsSettings,
        name: &str,
        limit: Option<Duration>,
        whole: Duration,
    ) -> Result<Self, ConnectError> {
        Self::open_within(relay, tls, name, Times::within(limit).all_in(whole)).await
    }

    async fn open_within(relay: &RelayUrl, tls: &TlsSettings, name: &str, times: Times) -> Result<Self, ConnectError> {
        let Opened { smtp, line, extensions } = opening::open(relay, tls, name, times).await?;
        Ok(Self {
            smtp,
            line,
            extensions,
            times,
            messages: 0,
            opened: Instant::now(),
            usable: true,
            quick: false,
            mails: 0,
            mails_before: 0,
            ahead: None,
            ahead_said: None,
        })
    }

    /// Whether another message may go over this connection.
    pub fn is_usable(&self) -> bool {
        self.usable && !self.smtp.has_broken() && self.messages < MESSAGES && self.opened.elapsed() < AGE
    }

    /// Whether no message was tried over it yet.
    pub const fn is_fresh(&self) -> bool {
        self.messages == 0
    }

    /// Whether the relay took the MAIL of a message before the one that is tried now.
    pub(super) const fn took_another_before(&self) -> bool {
        self.mails_before > 0
    }

    /// Whether the relay takes internationalised addresses (RFC 6531).
    pub(super) const fn offers_smtputf8(&self) -> bool {
        self.extensions.smtputf8
    }

    /// Whether another message was tried over this connection before: what is wrong with it now may be the connection's
    /// matter, not the message's.
    pub(super) const fn was_used_before(&self) -> bool {
        self.messages > 1
    }

    /// The most octets that the relay takes, where the message has more.
    pub(super) fn too_small_for(&self, message: &Message) -> Option<u64> {
        self.extensions.too_small_for(message)
    }

    /// Whether the next message's MAIL, RCPT and DATA may go in one group with this one's body.
    pub(super) fn may_go_ahead(&self) -> bool {
        self.extensions.pipelining && self.quick && self.is_usable() && self.messages + 1 < MESSAGES
    }

    /// What is to be said of `message` ahead.
    pub(super) fn ahead(&self, message: &Message, trust: &Trust) -> Ahead {
        Ahead { delivery: message.delivery, group: self.group(message).concat(), trust: trust.clone() }
    }

    /// Whether a message has gone ahead over it, and its answers are still to be read.
    pub(super) const fn has_one_ahead(&self) -> bool {
        self.ahead.is_some()
    }

    fn group(&self, message: &Message) -> [String; GROUP] {
        let (of_mail, of_rcpt) = self.extensions.parameters(message);
        let mail = format!("MAIL FROM:<{}>{of_mail}\r\n", message.from);
        let rcpt = format!("RCPT TO:<{}>{of_rcpt}\r\n", message.to);
        [mail, rcpt, "DATA\r\n".to_owned()]
    }

    /// MAIL, RCPT and DATA: in one group where the relay offers PIPELINING (RFC 2920), step by step where it does not;
    /// where they were said ahead, only their replies are read. Every reply is read before anything else is done.
    pub(super) async fn envelope(&mut self, message: &Message) -> Envelope {
        self.messages += 1;
        self.mails_before = self.mails;
        match self.ahead.take() {
            Some((ahead, _)) if ahead != message.delivery => self.broken(SmtpStep::Mail),
            Some((_, trial)) => self.said_ahead(trial).await,
            None if self.extensions.pipelining => {
                self.line.will_be_answered(GROUP);
                let first = self.command(self.group(message).concat()).await;
                let replies = self.rest_of_group(first).await;
                self.judge(replies).await
            }
            None => {
                let replies = self.in_steps(self.group(message)).await;
                self.judge(replies).await
            }
        }
    }

    /// The body and the final dot, and behind them what goes ahead of the next message. The clearance is spent here and
    /// nowhere else.
    pub(super) async fn body(
        &mut self,
        clearance: Clearance,
        message: &Message,
        next: Option<Ahead>,
        stop: &mut Halted,
    ) -> Body {
        if !clearance.spend(message.delivery) {
            self.usable = false;
            return Body::NotSent;
        }
        let next = next.and_then(|next| Some((next.trust.begin()?, next)));
        let (before, whole) = (self.line.written(), message.data.octets());
        self.line.message_begins(whole, if next.is_some() { GROUP } else { 0 });
        let began = Instant::now();
        let sending = self.send(&message.data, next.as_ref().map_or("", |(_, next)| &next.group));
        let answer = tokio::select! {
            biased;
            answer = sending => answer,
            () = halted(stop, Halt::Now) => Sent::Halted,
        };
        self.ahead = next.map(|(trial, next)| (next.delivery, trial));
        self.quick = matches!(answer, Sent::Answer(Answer::Completion(_))) && began.elapsed() < QUICK;
        let written = self.line.written().saturating_sub(before);
        match answer {
            // Nothing of it had left: what the relay said meanwhile was no answer to it.
            Sent::Broken if written == 0 => {
                self.usable = false;
                Body::NotSent
            }
            Sent::Broken if written < whole => self.cut_short().await,
            Sent::Late | Sent::Halted if written < whole => {
                self.usable = false;
                Body::NotSent
            }
            Sent::Halted => {
                self.usable = false;
                Body::Doubt(Doubt::SenderDied)
            }
            Sent::Answer(Answer::Completion(reply)) => Body::Answered(reply),
            Sent::Answer(Answer::Refused(reply)) => {
                let in_step = if self.ahead.is_some() {
                    self.ahead_is_in_step(&reply).await
                } else {
                    self.start_over(&reply).await
                };
                // Where it said more, an acceptance may be what it meant, and nobody is to get it twice.
                if in_step { Body::Answered(reply) } else { self.doubt(Doubt::Garbage) }
            }
            Sent::Answer(Answer::GoAhead | Answer::Strange | Answer::NotAsked) => self.doubt(Doubt::Garbage),
            Sent::Broken => self.last_word().await,
            Sent::Late => self.doubt(Doubt::NoAnswer),
        }
    }

    /// The relay spoke, or hung up, before the message was whole, so the final dot never leaves. A refusal is believed.
    /// An acceptance cannot be one (RFC 5321 section 4.1.1.4); yet a relay that has a part of a message and says that it
    /// took it may have done so, and nobody is to get it twice.
    async fn cut_short(&mut self) -> Body {
        self.usable = false;
        match self.reply(true).await {
            Some(Answer::Refused(reply)) => Body::Answered(reply),
            Some(Answer::Completion(_)) => self.doubt(Doubt::TooEarly),
            Some(Answer::GoAhead | Answer::Strange | Answer::NotAsked) | None => Body::NotSent,
        }
    }

    /// The connection broke when the message was whole. What the relay said of it before it closed may still be read, where
    /// the break came behind the message.
    async fn last_word(&mut self) -> Body {
        match self.reply(self.ahead.is_some()).await {
            Some(Answer::Completion(reply) | Answer::Refused(reply)) => {
                self.usable = false;
                if let Some((_, trial)) = self.ahead.take() {
                    trial.broke(false);
                }
                Body::Answered(reply)
            }
            Some(Answer::GoAhead | Answer::Strange | Answer::NotAsked) | None => self.doubt(Doubt::ConnectionLost),
        }
    }

    /// The relay waits for a body that it must not get; closing tells it so, and nothing was sent.
    pub(super) const fn drop_without_body(&mut self) {
        self.usable = false;
    }

    /// The next message is not to go over this connection after all: where its group was said already, the relay waits for it.
    pub const fn pass_over(&mut self) {
        if self.ahead.is_some() {
            self.usable = false;
        }
    }

    /// Where commands went behind the message, they may be why: none go there for now.
    fn doubt(&mut self, doubt: Doubt) -> Body {
        self.usable = false;
        if let Some((_, trial)) = self.ahead.take() {
            trial.broke(true);
        }
        Body::Doubt(doubt)
    }

    /// The data goes as one command, dots and all: what lettre has for messages looks at each octet once more and gives
    /// the final dot a write of its own (measured: a twentieth of all that a message costs).
    #[expect(clippy::disallowed_methods, reason = "the one door: the clearance was spent by the caller, `body`")]
    async fn send(&mut self, data: &Data, next: &str) -> Sent {
        match timeout(self.times.body, self.smtp.command(InOneGroup(data.wire(), next))).await {
            Err(_) => Sent::Late,
            Ok(_) => self.line.heard().map_or(Sent::Broken, |said| Sent::Answer(Answer::of(&said))),
        }
    }

    pub(super) async fn command(&mut self, text: String) -> Option<Answer> {
        // What lettre makes of it does not matter: the line has heard the reply, or there is none.
        timed(self.times.command, self.smtp.command(text)).await.and_then(|_| self.heard())
    }

    pub(super) async fn reply(&mut self, in_step: bool) -> Option<Answer> {
        if !in_step {
            return None;
        }
        timed(self.times.command, self.smtp.read_response()).await.and_then(|_| self.heard())
    }

    fn heard(&self) -> Option<Answer> {
        self.line.heard().map(|said| Answer::of(&said))
    }

    /// Says good-bye, where the dialogue is in a state to.
    pub async fn close(mut self) {
        if self.usable && timeout(self.times.quit, self.smtp.quit()).await.is_err() {
            tracing::debug!("The relay did not answer QUIT");
        }
    }
}

enum Sent {
    Answer(Answer),
    Broken,
    Late,
    /// The sender stops, and waits no longer.
    Halted,
}
