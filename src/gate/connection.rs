//! One connection to the relay: its dialogue step by step, each step with its time (RFC 5321 section 4.5.3.2).
//!
//! A connection whose dialogue was not read to its last reply is never used again.

use std::time::{Duration, Instant};

use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream};
use lettre::transport::smtp::commands::{Ehlo, Rset};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::clearance::Clearance;
use super::data::Data;
use super::hand_over::Message;
use super::starttls;
use super::times::Times;
use super::tls::{TlsFault, TlsSettings};
use super::wire::{Wire, Written};
use crate::config::{Auth, RelayUrl, Tls};
use crate::domain::bounce::SmtpStep;
use crate::domain::delivery::{Doubt, Reply};

/// Messages of one connection at most: a relay may rebalance.
const MESSAGES: u32 = 1000;
/// Age of a connection at most.
const AGE: Duration = Duration::from_mins(10);

/// Why there is no connection.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// Nobody answers there.
    #[error("nothing answers at {relay}: {reason}")]
    Unreachable {
        /// Host and port.
        relay: String,
        /// What the system said.
        reason: String,
    },
    /// It answered, and not as a relay should.
    #[error("the relay did not take us in: {0}")]
    Refused(String),
    /// No TLS.
    #[error("no secure connection to the relay: {0}")]
    Tls(String),
    /// TLS settings.
    #[error(transparent)]
    Settings(#[from] TlsFault),
    /// AUTH failed.
    #[error("the relay refused the login: {0}")]
    Login(String),
}

/// What came of MAIL, RCPT and DATA.
#[derive(Debug)]
pub(super) enum Envelope {
    /// All answered well; the relay waits for the body.
    Taken,
    /// Refused, by this answer; the connection is at its beginning again or unusable.
    Refused(SmtpStep, Reply),
    /// The dialogue broke off; nothing was sent.
    Broken(String),
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
    written: Written,
    extensions: Extensions,
    times: Times,
    messages: u32,
    opened: Instant,
    usable: bool,
}

/// What the relay offers.
#[derive(Clone, Copy, Debug, Default)]
struct Extensions {
    pipelining: bool,
    smtputf8: bool,
    dsn: bool,
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
        let hello = ClientId::Domain(name.to_owned());
        let no_tls = || ConnectError::Tls("no answer in time".to_owned());
        let unreachable = |reason: &dyn std::fmt::Display| ConnectError::Unreachable {
            relay: relay.to_string(),
            reason: reason.to_string(),
        };
        let connecting = timeout(times.connect, TcpStream::connect((relay.host.as_str(), relay.port))).await;
        let stream = match connecting {
            Ok(connected) => connected.map_err(|error| unreachable(&error))?,
            Err(_) => return Err(unreachable(&"no answer in time")),
        };
        stream.set_nodelay(true).map_err(|error| unreachable(&error))?;
        let (wire, written): (Box<dyn AsyncTokioStream>, Written) = match relay.tls {
            Tls::None => boxed(Wire::new(stream)),
            Tls::StartTls => {
                let upgraded = timed(times.command, starttls::upgrade(stream, name, tls)).await.ok_or_else(no_tls)?;
                boxed(Wire::greeted(upgraded.map_err(|fault| ConnectError::Tls(fault.to_string()))?))
            }
            Tls::Implicit => {
                let secured = timed(times.command, tls.connector.connect(tls.host.clone(), stream)).await;
                boxed(Wire::new(secured.ok_or_else(no_tls)?.map_err(|error| ConnectError::Tls(error.to_string()))?))
            }
        };
        let greeting = timed(times.command, AsyncSmtpConnection::connect_with_transport(wire, &hello)).await;
        let greeting = greeting.ok_or_else(|| ConnectError::Refused("no greeting in time".to_owned()))?;
        let mut smtp = greeting.map_err(|error| ConnectError::Refused(said(&error)))?;
        if let Some(login) = &relay.credentials {
            let credentials = Credentials::new(login.user.clone(), login.password.reveal().to_owned());
            let mechanisms: &[Mechanism] = match login.auth {
                Auth::Password => &[Mechanism::Plain, Mechanism::Login],
                Auth::Xoauth2 => &[Mechanism::Xoauth2],
            };
            let signed_in = timed(times.command, smtp.auth(mechanisms, &credentials)).await;
            let signed_in = signed_in.ok_or_else(|| ConnectError::Login("no answer in time".to_owned()))?;
            signed_in.map_err(|error| ConnectError::Login(said(&error)))?;
        }
        let extensions = Extensions::ask(&mut smtp, hello, times).await?;
        Ok(Self { smtp, written, extensions, times, messages: 0, opened: Instant::now(), usable: true })
    }

    /// Whether another message may go over this connection.
    pub fn is_usable(&self) -> bool {
        self.usable && !self.smtp.has_broken() && self.messages < MESSAGES && self.opened.elapsed() < AGE
    }

    /// Whether the relay takes internationalised addresses (RFC 6531).
    pub(super) const fn offers_smtputf8(&self) -> bool {
        self.extensions.smtputf8
    }

    /// MAIL, RCPT and DATA: in one group where the relay offers PIPELINING (RFC 2920), step by step where it does not.
    /// Every reply is read before anything else is done.
    pub(super) async fn envelope(&mut self, message: &Message) -> Envelope {
        self.messages += 1;
        let utf8 = if message.needs_smtputf8 { " SMTPUTF8" } else { "" };
        let (of_mail, of_rcpt) = if self.extensions.dsn { report_parameters(message) } else { Default::default() };
        let mail = format!("MAIL FROM:<{}>{utf8}{of_mail}\r\n", message.from);
        let rcpt = format!("RCPT TO:<{}>{of_rcpt}\r\n", message.to);
        let data = "DATA\r\n";
        let replies = if self.extensions.pipelining {
            let first = self.command(format!("{mail}{rcpt}{data}")).await;
            let second = self.reply(first.is_some()).await;
            let third = self.reply(second.is_some()).await;
            [first, second, third]
        } else {
            let first = self.command(mail).await;
            let go_on = |answer: &Option<Answer>| answer.as_ref().is_some_and(Answer::is_completion);
            let second = if go_on(&first) { self.command(rcpt).await } else { Some(Answer::NotAsked) };
            let third = if go_on(&second) { self.command(data.to_owned()).await } else { Some(Answer::NotAsked) };
            [first, second, third]
        };
        let [mail, rcpt, data] = replies;
        let mut refusal = None;
        for (step, answer) in [(SmtpStep::Mail, &mail), (SmtpStep::Rcpt, &rcpt)] {
            match answer {
                Some(Answer::Completion(_)) => {}
                // What was refused stays refused, even where the relay closes before it has answered the rest.
                Some(Answer::Refused(reply)) => {
                    refusal = Some((step, reply.clone()));
                    break;
                }
                Some(Answer::GoAhead | Answer::NotAsked) | None => return self.broken(),
            }
        }
        match (refusal, data) {
            (None, Some(Answer::GoAhead)) => Envelope::Taken,
            (None, Some(Answer::Refused(reply))) => {
                self.start_over(&reply).await;
                Envelope::Refused(SmtpStep::Data, reply)
            }
            (None, _) => self.broken(),
            (Some((step, reply)), Some(Answer::Refused(_) | Answer::NotAsked)) => {
                self.start_over(&reply).await;
                Envelope::Refused(step, reply)
            }
            // The relay is gone, or waits for a body that it must not get: only closing says so (RFC 5321 section
            // 4.1.1.4).
            (Some((step, reply)), _) => {
                self.usable = false;
                Envelope::Refused(step, reply)
            }
        }
    }

    fn broken(&mut self) -> Envelope {
        self.usable = false;
        Envelope::Broken("the relay broke off before the message, or answered out of turn".to_owned())
    }

    /// The body and the final dot. The clearance is spent here and nowhere else.
    pub(super) async fn body(&mut self, clearance: Clearance, message: &Message) -> Body {
        if !clearance.spend(message.delivery) {
            self.usable = false;
            return Body::NotSent;
        }
        let before = self.written.get();
        let answer = self.send(&message.data).await;
        let left = self.written.get().saturating_sub(before) >= message.data.octets();
        match answer {
            Sent::Answer(Answer::Completion(reply)) => Body::Answered(reply),
            Sent::Answer(Answer::Refused(reply)) => {
                self.start_over(&reply).await;
                Body::Answered(reply)
            }
            Sent::Answer(Answer::GoAhead | Answer::NotAsked) => self.doubt(Doubt::Garbage),
            Sent::Broken | Sent::Late if !left => {
                self.usable = false;
                Body::NotSent
            }
            Sent::Broken => self.doubt(Doubt::ConnectionLost),
            Sent::Late => self.doubt(Doubt::NoAnswer),
        }
    }

    /// The relay waits for a body that it must not get; closing tells it so, and nothing was sent.
    pub(super) const fn drop_without_body(&mut self) {
        self.usable = false;
    }

    fn doubt(&mut self, doubt: Doubt) -> Body {
        self.usable = false;
        Body::Doubt(doubt)
    }

    /// The data goes as one command, dots and all: what lettre has for messages looks at each octet once more and gives
    /// the final dot a write of its own (measured: a twentieth of all that a message costs).
    #[expect(clippy::disallowed_methods, reason = "the one door: the clearance was spent by the caller, `body`")]
    async fn send(&mut self, data: &Data) -> Sent {
        match timeout(self.times.body, self.smtp.command(data.wire())).await {
            Err(_) => Sent::Late,
            Ok(result) => Answer::of(result).map_or(Sent::Broken, Sent::Answer),
        }
    }

    /// RSET after a refusal, so that the next message starts from nothing; 421 means that the relay is closing.
    async fn start_over(&mut self, refusal: &Reply) {
        let closing = refusal.code == 421;
        self.usable = !closing && self.command(Rset.to_string()).await.is_some_and(|answer| answer.is_completion());
    }

    async fn command(&mut self, text: String) -> Option<Answer> {
        timed(self.times.command, self.smtp.command(text)).await.and_then(Answer::of)
    }

    async fn reply(&mut self, in_step: bool) -> Option<Answer> {
        if !in_step {
            return None;
        }
        timed(self.times.command, self.smtp.read_response()).await.and_then(Answer::of)
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

/// A reply by what it means for the dialogue.
#[derive(Debug)]
enum Answer {
    Completion(Reply),
    GoAhead,
    Refused(Reply),
    NotAsked,
}

impl Answer {
    /// None where what came was no reply, or nothing came.
    fn of(result: Result<Response, lettre::transport::smtp::Error>) -> Option<Self> {
        match result {
            Ok(response) => {
                let code: u16 = response.code().to_string().parse().ok()?;
                let text = response.message().collect::<Vec<_>>().join(" ");
                match code {
                    200..=299 => Some(Self::Completion(Reply::new(code, &text))),
                    354 => Some(Self::GoAhead),
                    _ => None,
                }
            }
            Err(error) => {
                let code: u16 = error.status()?.to_string().parse().ok()?;
                let text = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
                (400..=599).contains(&code).then(|| Self::Refused(Reply::new(code, &text)))
            }
        }
    }

    const fn is_completion(&self) -> bool {
        matches!(self, Self::Completion(_))
    }
}

impl Extensions {
    /// lettre does not tell about PIPELINING, so the relay is asked once more.
    async fn ask(smtp: &mut AsyncSmtpConnection, hello: ClientId, times: Times) -> Result<Self, ConnectError> {
        let answer = timed(times.command, smtp.command(Ehlo::new(hello))).await;
        let answer = answer.ok_or_else(|| ConnectError::Refused("no answer in time".to_owned()))?;
        let response = answer.map_err(|error| ConnectError::Refused(said(&error)))?;
        let offers = |word: &str| {
            let first = |line: &str| line.split_whitespace().next().is_some_and(|w| w.eq_ignore_ascii_case(word));
            response.message().skip(1).any(first)
        };
        Ok(Self { pipelining: offers("PIPELINING"), smtputf8: offers("SMTPUTF8"), dsn: offers("DSN") })
    }
}

/// What asks for a report that can be tied to its delivery (RFC 3461 section 4). ORCPT holds ASCII addresses only; for
/// others the relay names what it was given.
fn report_parameters(message: &Message) -> (String, String) {
    let of_mail = format!(" RET=HDRS ENVID={}", message.envelope_id);
    let notify = " NOTIFY=FAILURE,DELAY";
    if message.needs_smtputf8 {
        return (of_mail, notify.to_owned());
    }
    (of_mail, format!("{notify} ORCPT=rfc822;{}", xtext(&message.to.to_string())))
}

/// RFC 3461 section 4: everything but printable ASCII, `+` and `=` is written as `+` and two hexadecimal digits.
fn xtext(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        if matches!(byte, b'!'..=b'~') && byte != b'+' && byte != b'=' {
            written.push(char::from(byte));
        } else {
            let [high, low] = [byte >> 4, byte & 15].map(|half| char::from_digit(u32::from(half), 16).unwrap_or('0'));
            written.extend(['+', high.to_ascii_uppercase(), low.to_ascii_uppercase()]);
        }
    }
    written
}

fn boxed<S: AsyncTokioStream + 'static>((wire, written): (S, Written)) -> (Box<dyn AsyncTokioStream>, Written) {
    (Box::new(wire), written)
}

/// None where the time ran out.
async fn timed<T>(limit: Duration, dialogue: impl Future<Output = T>) -> Option<T> {
    timeout(limit, dialogue).await.ok()
}

/// The relay's words, without anything that looks like an address.
fn said(error: &lettre::transport::smtp::Error) -> String {
    let source = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    Reply::new(0, &format!("{error} {source}")).text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xtext_keeps_no_byte_that_could_end_a_parameter() {
        assert_eq!(xtext("a+b=c@example.org"), "a+2Bb+3Dc@example.org");
        assert_eq!(xtext("\"a b\"@example.org"), "\"a+20b\"@example.org");
    }
}
