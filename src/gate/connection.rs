//! One connection to the relay: its dialogue step by step, each step with its time (RFC 5321 section 4.5.3.2).
//!
//! A connection whose dialogue was not read to its last reply is never used again, nor is one on which the relay has said
//! more than it was asked.

use std::time::{Duration, Instant};

use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::Rset;
use tokio::time::timeout;

use super::ahead::{ANSWERED, Ahead, InOneGroup, QUICK};
use super::answer::Answer;
use super::clearance::Clearance;
use super::data::Data;
use super::extensions::Extensions;
use super::hand_over::Message;
use super::opening::{self, ConnectError, Opened, timed};
use super::times::Times;
use super::tls::TlsSettings;
use super::wire::Line;
use crate::config::RelayUrl;
use crate::domain::bounce::SmtpStep;
use crate::domain::delivery::{Doubt, Reply};
use crate::store::looks::DeliveryKey;

/// MAIL, RCPT and DATA.
const GROUP: usize = 3;
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
    /// It was said ahead, and the relay seems not to have read it.
    Unheard,
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
    line: Line,
    extensions: Extensions,
    times: Times,
    messages: u32,
    opened: Instant,
    usable: bool,
    /// Whether the relay took the last message at once.
    quick: bool,
    /// The message whose MAIL, RCPT and DATA were said already.
    ahead: Option<DeliveryKey>,
    /// The replies to them, where they have been read.
    ahead_said: Option<[Option<Answer>; GROUP]>,
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
        let times = Times::within(limit);
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
            ahead: None,
            ahead_said: None,
        })
    }

    /// Whether another message may go over this connection.
    pub fn is_usable(&self) -> bool {
        self.usable && !self.smtp.has_broken() && self.messages < MESSAGES && self.opened.elapsed() < AGE
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

    /// What may be said of `message` ahead.
    pub(super) fn ahead(&self, message: &Message) -> Ahead {
        Ahead { delivery: message.delivery, group: self.group(message).concat() }
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
        match self.ahead.take() {
            Some(ahead) if ahead != message.delivery => self.broken(SmtpStep::Mail),
            Some(_) => self.said_ahead().await,
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

    /// What was said ahead and is answered now. Answers to the message before may stand in front of these, and shift them:
    /// so a refusal counts only where the dialogue is in step afterwards. What the relay says of RSET tells, because
    /// an answer that is left over would be read in its place.
    async fn said_ahead(&mut self) -> Envelope {
        let read = self.ahead_said.take();
        let replies = if let Some(read) = read { read } else { self.read_ahead().await };
        if replies.iter().all(Option::is_none) && self.line.is_quiet() {
            self.usable = false;
            return Envelope::Unheard;
        }
        match self.judge(replies).await {
            Envelope::Refused(..) if !self.usable => Envelope::Broken(SmtpStep::Mail),
            envelope => envelope,
        }
    }

    async fn read_ahead(&mut self) -> [Option<Answer>; GROUP] {
        let first = timed(ANSWERED, self.reply(true)).await.flatten();
        self.rest_of_group(first).await
    }

    /// What a relay has refused at MAIL or RCPT it answers no slower at DATA; one that leaves DATA unanswered then is not
    /// waited for as long as for a body.
    async fn rest_of_group(&mut self, first: Option<Answer>) -> [Option<Answer>; GROUP] {
        let second = self.reply(first.is_some()).await;
        let refused = |answer: &Option<Answer>| matches!(answer, Some(Answer::Refused(_)));
        let third = if refused(&first) || refused(&second) {
            timed(ANSWERED, self.reply(second.is_some())).await.flatten()
        } else {
            self.reply(second.is_some()).await
        };
        [first, second, third]
    }

    async fn in_steps(&mut self, [mail, rcpt, data]: [String; GROUP]) -> [Option<Answer>; GROUP] {
        let go_on = |answer: &Option<Answer>| answer.as_ref().is_some_and(Answer::is_completion);
        let first = self.command(mail).await;
        let second = if go_on(&first) { self.command(rcpt).await } else { Some(Answer::NotAsked) };
        let third = if go_on(&second) { self.command(data).await } else { Some(Answer::NotAsked) };
        [first, second, third]
    }

    /// What the replies to MAIL, RCPT and DATA come to.
    async fn judge(&mut self, [mail, rcpt, data]: [Option<Answer>; GROUP]) -> Envelope {
        let mut refusal = None;
        for (step, answer) in [(SmtpStep::Mail, &mail), (SmtpStep::Rcpt, &rcpt)] {
            match answer {
                Some(Answer::Completion(_)) if refusal.is_none() => {}
                // What was refused stays refused, even where the relay closes before it has answered the rest.
                Some(Answer::Refused(reply)) => refusal = refusal.or(Some((step, reply.clone()))),
                Some(Answer::NotAsked) | None if refusal.is_some() => {}
                // Nothing goes well behind a refusal: there, a reply too many shifted all that came after it.
                Some(Answer::Completion(_) | Answer::GoAhead | Answer::Strange | Answer::NotAsked) | None => {
                    return self.broken(step);
                }
            }
        }
        match (refusal, data) {
            (None, Some(Answer::GoAhead)) if self.line.is_quiet() => Envelope::Taken,
            (None, Some(Answer::Refused(reply))) => self.refused(SmtpStep::Data, reply).await,
            (None, _) => self.broken(SmtpStep::Data),
            (Some((step, reply)), Some(Answer::Refused(_) | Answer::NotAsked)) => self.refused(step, reply).await,
            (Some((step, _)), Some(Answer::Completion(_) | Answer::Strange)) => self.broken(step),
            // The relay is gone, or waits for a body that it must not get: only closing says so (RFC 5321 section
            // 4.1.1.4).
            (Some((step, reply)), Some(Answer::GoAhead) | None) => {
                self.usable = false;
                Envelope::Refused(step, reply)
            }
        }
    }

    /// A refusal counts where the relay has said no more than it was asked.
    async fn refused(&mut self, step: SmtpStep, reply: Reply) -> Envelope {
        if self.start_over(&reply).await { Envelope::Refused(step, reply) } else { self.broken(step) }
    }

    fn broken(&mut self, step: SmtpStep) -> Envelope {
        self.usable = false;
        Envelope::Broken(step)
    }

    /// The body and the final dot, and behind them what goes ahead of the next message. The clearance is spent here and
    /// nowhere else.
    pub(super) async fn body(&mut self, clearance: Clearance, message: &Message, next: Option<Ahead>) -> Body {
        if !clearance.spend(message.delivery) {
            self.usable = false;
            return Body::NotSent;
        }
        let (before, whole) = (self.line.written(), message.data.octets());
        self.line.message_begins(whole, if next.is_some() { GROUP } else { 0 });
        self.ahead = next.as_ref().map(|next| next.delivery);
        let began = Instant::now();
        let answer = self.send(&message.data, next.as_ref()).await;
        self.quick = matches!(answer, Sent::Answer(Answer::Completion(_))) && began.elapsed() < QUICK;
        let written = self.line.written().saturating_sub(before);
        match answer {
            // Nothing of it had left: what the relay said meanwhile was no answer to it.
            Sent::Broken if written == 0 => {
                self.usable = false;
                Body::NotSent
            }
            Sent::Broken if written < whole => self.cut_short().await,
            Sent::Late if written < whole => {
                self.usable = false;
                Body::NotSent
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

    fn doubt(&mut self, doubt: Doubt) -> Body {
        self.usable = false;
        Body::Doubt(doubt)
    }

    /// The data goes as one command, dots and all: what lettre has for messages looks at each octet once more and gives
    /// the final dot a write of its own (measured: a twentieth of all that a message costs).
    #[expect(clippy::disallowed_methods, reason = "the one door: the clearance was spent by the caller, `body`")]
    async fn send(&mut self, data: &Data, next: Option<&Ahead>) -> Sent {
        match timeout(self.times.body, self.smtp.command(InOneGroup(data.wire(), next))).await {
            Err(_) => Sent::Late,
            Ok(_) => self.line.heard().map_or(Sent::Broken, |said| Sent::Answer(Answer::of(&said))),
        }
    }

    /// RSET after a refusal, so that the next message starts from nothing; 421 means that the relay is closing. Returns
    /// whether the relay is in step: it has said nothing unasked, and means RSET by what it answers to it. A relay that is
    /// gone has said all that it had to say.
    async fn start_over(&mut self, refusal: &Reply) -> bool {
        if refusal.code == 421 {
            self.usable = false;
            return !self.line.said_more();
        }
        let answer = self.command(Rset.to_string()).await;
        self.usable = answer.as_ref().is_some_and(Answer::is_completion);
        match answer {
            Some(Answer::Completion(_)) => true,
            // It closes, or does not know RSET.
            Some(Answer::Refused(reply)) => matches!(reply.code, 421 | 500 | 502),
            Some(Answer::GoAhead | Answer::Strange | Answer::NotAsked) => false,
            None => !self.line.said_more(),
        }
    }

    /// Whether the replies to what went ahead fit it, which were asked for together with that to the final dot: one too many
    /// there shifts them all.
    async fn ahead_is_in_step(&mut self, refusal: &Reply) -> bool {
        if refusal.code == 421 {
            self.usable = false;
            return !self.line.said_more();
        }
        let replies = self.read_ahead().await;
        let [mail, rcpt, data] = &replies;
        let early = |answer: &Option<Answer>| matches!(answer, Some(Answer::GoAhead | Answer::Strange));
        let late = matches!(data, Some(Answer::Completion(_) | Answer::Strange));
        let fits = !early(mail) && !early(rcpt) && !late && (data.is_none() || self.line.is_quiet());
        self.ahead_said = Some(replies);
        fits
    }

    async fn command(&mut self, text: String) -> Option<Answer> {
        // What lettre makes of it does not matter: the line has heard the reply, or there is none.
        timed(self.times.command, self.smtp.command(text)).await.and_then(|_| self.heard())
    }

    async fn reply(&mut self, in_step: bool) -> Option<Answer> {
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
}
