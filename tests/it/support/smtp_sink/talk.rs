//! One connection of a sink: the dialogue, bent by the script.

use std::convert::Infallible;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use super::script::{Fault, Moment, Step};
use super::{Caught, Event, FINAL_DOT, Logged, Shared};

/// The connection ends here, for whatever reason.
pub(super) struct Over;

impl From<io::Error> for Over {
    fn from(_: io::Error) -> Self {
        Self
    }
}

/// One connection.
pub(super) struct Talk<'a> {
    shared: &'a Shared,
    connection: usize,
    stream: BufReader<TcpStream>,
    greeted: bool,
    pipelining: bool,
    /// Number, sender and recipients of the message under way.
    message: Option<(usize, String, Vec<String>)>,
    /// Messages begun on this connection.
    begun: usize,
    /// A rule struck at the last final dot.
    behind_a_fault: bool,
    /// Messages that were accepted.
    carried: usize,
}

impl<'a> Talk<'a> {
    pub(super) fn new(connection: usize, stream: TcpStream, shared: &'a Shared) -> Self {
        let stream = BufReader::with_capacity(64 * 1024, stream);
        Self {
            shared,
            connection,
            stream,
            greeted: false,
            pipelining: false,
            message: None,
            begun: 0,
            behind_a_fault: false,
            carried: 0,
        }
    }

    pub(super) fn run(mut self) {
        self.log(Event::Opened);
        let Err(Over) = self.talk();
        self.hang_up();
        self.log(Event::Closed);
        self.shared.change(|state| state.open.remove(&self.connection));
    }

    fn talk(&mut self) -> Result<Infallible, Over> {
        self.stream.get_ref().set_nodelay(true)?;
        self.interrupt(Step::Connect)?;
        let welcome = self.answer(Step::Greeting, "220 sink.test ESMTP")?;
        loop {
            let line = String::from_utf8_lossy(&self.line()?).into_owned();
            self.log(Event::Command(line.clone()));
            self.note_if_more_has_come(&line);
            let verb = line.split(' ').next().unwrap().to_ascii_uppercase();
            match verb.as_str() {
                "EHLO" if welcome && !self.shared.state().script.esmtp => self.say("502 5.5.1 What?")?,
                // Once is what every relay takes; some refuse a second time, as OpenSMTPD does.
                "EHLO" | "HELO" if welcome && !self.greeted => self.ehlo(&verb)?,
                "MAIL" if self.greeted && self.message.is_none() => self.mail(&line)?,
                "RCPT" if self.message.is_some() => self.rcpt(&line)?,
                "DATA" if self.message.as_ref().is_some_and(|(.., recipients)| !recipients.is_empty()) => {
                    self.data()?;
                }
                // A client that pipelines can't know that every recipient was refused.
                "DATA" if self.message.is_some() => self.say("554 5.5.1 No valid recipients")?,
                "RSET" => {
                    self.answer(Step::Rset, "250 2.0.0 Ok")?;
                    self.message = None;
                }
                "STARTTLS" if self.offers("STARTTLS") => {
                    self.answer(Step::StartTls, "454 4.7.0 TLS not available")?;
                }
                "AUTH" if self.offers("AUTH") => {
                    self.answer(Step::Auth, "235 2.7.0 Welcome")?;
                }
                "NOOP" => self.say("250 2.0.0 Ok")?,
                "VRFY" => self.say("252 2.5.0 Perhaps")?,
                "QUIT" => {
                    self.answer(Step::Quit, "221 2.0.0 Bye")?;
                    return Err(Over);
                }
                // A client that pipelines can't know that MAIL was refused either.
                "RCPT" | "DATA" if self.pipelining => self.say("503 5.5.1 Bad sequence of commands")?,
                "EHLO" | "HELO" | "MAIL" | "RCPT" | "DATA" => {
                    self.blame(&format!("out of order: {line}"));
                    self.say("503 5.5.1 Bad sequence of commands")?;
                }
                _ => self.say("502 5.5.1 Not offered")?,
            }
        }
    }

    fn ehlo(&mut self, verb: &str) -> Result<(), Over> {
        let pipelining = verb == "EHLO" && self.shared.state().script.pipelining;
        let extensions = {
            let script = &self.shared.state().script;
            let usual = ["PIPELINING", "8BITMIME", "SIZE 26214400", "ENHANCEDSTATUSCODES", "SMTPUTF8", "DSN"];
            let usual = usual.into_iter().filter(|line| script.offers(line) && (pipelining || *line != "PIPELINING"));
            let mut lines = vec!["sink.test"];
            lines.extend(script.offered.iter().map(String::as_str).chain(usual));
            let last = lines.pop().unwrap();
            let before = lines.join("\r\n250-");
            format!("250-{before}\r\n250 {last}")
        };
        self.message = None;
        self.greeted = self.answer(Step::Ehlo, if verb == "EHLO" { &extensions } else { "250 sink.test" })?;
        self.pipelining = pipelining;
        Ok(())
    }

    fn offers(&self, word: &str) -> bool {
        self.shared.state().script.offered.iter().any(|line| line.starts_with(word))
    }

    fn mail(&mut self, line: &str) -> Result<(), Over> {
        // The rules of this step know its number, so the message begins before it is answered.
        let number = self.shared.change(|state| {
            state.begun += 1;
            state.begun
        });
        self.begun += 1;
        self.message = Some((number, path(line), Vec::new()));
        if !self.answer(Step::Mail, "250 2.1.0 Ok")? {
            self.message = None;
        }
        Ok(())
    }

    fn rcpt(&mut self, line: &str) -> Result<(), Over> {
        let recipient = path(line);
        let greylisted = self.shared.change(|state| state.is_greylisted(&recipient));
        let usual = Fault::reply("450 4.2.0 Recipient address rejected: Greylisted");
        let fault = self.reach(Step::Rcpt, Some(&recipient)).or(greylisted.then_some(usual));
        let taken = self.play(fault, "250 2.1.5 Ok")?;
        if let Some((.., recipients)) = self.message.as_mut().filter(|_| taken) {
            recipients.push(recipient);
        }
        Ok(())
    }

    fn data(&mut self) -> Result<(), Over> {
        if !self.stream.buffer().is_empty() {
            self.blame("sent the message before 354");
        }
        if !self.answer(Step::Data, "354 Go on")? {
            return Ok(());
        }
        if self.stream.fill_buf()?.is_empty() {
            return Err(Over);
        }
        self.interrupt(Step::Body)?;
        let mut data = Vec::new();
        loop {
            let line = self.line()?;
            if line == b"." {
                break;
            }
            data.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
            data.extend_from_slice(b"\r\n");
        }
        self.final_dot(data, Instant::now())
    }

    fn final_dot(&mut self, data: Vec<u8>, final_dot_at: Instant) -> Result<(), Over> {
        self.log(Event::Message(data.len()));
        self.note_if_more_has_come(FINAL_DOT);
        let (number, from, recipients) = self.message.take().unwrap();
        let connection = self.connection;
        let lies_behind = String::from_utf8_lossy(self.stream.buffer()).into_owned();
        let lies_behind = lies_behind.split("\r\n").find(|line| line.starts_with("RCPT")).map(path);
        let moment = self.moment();
        let (fault, place) = self.shared.change(|state| {
            state.ahead.extend(lies_behind);
            let fault = state.reach(Step::FinalDot, Moment { nth: number, recipients: &recipients, ..moment });
            let accepted = matches!(fault, Some(Fault::AcceptThenClose));
            state.messages.push(Caught {
                connection,
                from,
                recipients,
                data,
                final_dot_at,
                answered_at: None,
                accepted,
            });
            (fault, state.messages.len() - 1)
        });
        self.behind_a_fault = fault.is_some();
        let Some(answer) = self.act(fault, "250 2.0.0 Ok: queued")? else { return Ok(()) };
        // Recorded before it is written: who has read the answer finds it here.
        self.shared.change(|state| {
            state.messages[place].answered_at = Some(Instant::now());
            state.messages[place].accepted = answer.octets.starts_with(b"2");
        });
        self.carried += usize::from(answer.octets.starts_with(b"2"));
        self.give(answer)
    }

    /// What comes before the answer to what was said: part of a group, or misconduct.
    fn note_if_more_has_come(&self, behind: &str) {
        if self.stream.buffer().is_empty() {
            return;
        }
        if !self.pipelining {
            self.blame(&format!("talked ahead after {behind}"));
        }
        self.shared.change(|state| state.grouped.push(behind.to_owned()));
    }

    /// Asks the script about `step`, for this recipient or for those of the message under way.
    fn reach(&self, step: Step, recipient: Option<&String>) -> Option<Fault> {
        let (nth, recipients) = match &self.message {
            Some((number, _, recipients)) => (*number, recipients.as_slice()),
            None => (self.connection, &[][..]),
        };
        let recipients = recipient.map_or(recipients, std::slice::from_ref);
        self.shared.change(|state| state.reach(step, Moment { nth, recipients, ..self.moment() }))
    }

    /// What is so on this connection, whatever the message.
    fn moment(&self) -> Moment<'static> {
        let followed = !self.stream.buffer().is_empty();
        Moment {
            again: self.begun > 1,
            followed,
            behind_a_fault: self.behind_a_fault,
            carried: self.carried,
            ..Moment::default()
        }
    }

    /// A step without an answer of its own.
    fn interrupt(&mut self, step: Step) -> Result<(), Over> {
        let fault = self.reach(step, None);
        match self.act(fault, "")? {
            Some(answer) if answer.octets == b"\r\n" => match answer.more {
                Some(_) => self.give(Answer { octets: Vec::new(), ..answer }),
                None => Ok(()),
            },
            Some(answer) => {
                self.give(answer)?;
                Err(Over)
            }
            None => Ok(()),
        }
    }

    fn answer(&mut self, step: Step, usual: &str) -> Result<bool, Over> {
        let fault = self.reach(step, None);
        self.play(fault, usual)
    }

    /// Answers by the script; returns whether the answer was a good one.
    fn play(&mut self, fault: Option<Fault>, usual: &str) -> Result<bool, Over> {
        let Some(answer) = self.act(fault, usual)? else { return Ok(false) };
        let good = answer.octets.starts_with(b"2") || answer.octets.starts_with(b"3");
        self.give(answer)?;
        Ok(good)
    }

    /// Does what the fault says short of the reply, which is returned if there is to be one.
    fn act(&mut self, fault: Option<Fault>, usual: &str) -> Result<Option<Answer>, Over> {
        let plain = |text: &str| Answer { octets: format!("{text}\r\n").into_bytes(), ..Answer::default() };
        match fault {
            None => {}
            Some(Fault::Reply(text)) => return Ok(Some(plain(&text))),
            Some(Fault::Octets(octets)) => return Ok(Some(Answer { octets, ..Answer::default() })),
            Some(Fault::OctetByOctet) => return Ok(Some(Answer { one_by_one: true, ..plain(usual) })),
            Some(Fault::AndThen(later, more)) => {
                return Ok(Some(Answer { more: Some((later, more)), ..plain(usual) }));
            }
            Some(Fault::Endless(part)) => {
                // More than anybody should keep, and not for ever.
                for _ in 0..(64 << 20) / part.len() {
                    self.stream.get_mut().write_all(part.as_bytes())?;
                }
                return Err(Over);
            }
            Some(Fault::ForgetTheRest) => {
                let come = self.stream.buffer().len();
                self.stream.consume(come);
            }
            Some(Fault::Delay(time)) => self.shared.pause(Some(time), None),
            Some(Fault::Hold(latch)) => self.shared.pause(None, Some(&latch)),
            Some(Fault::Stall(time)) => {
                self.shared.pause(Some(time), None);
                return Err(Over);
            }
            Some(Fault::Garbage) => {
                self.stream.get_mut().write_all(b"\x00\xffthis is not SMTP\r\n")?;
                return Ok(None);
            }
            Some(Fault::HalfReply) => {
                let usual = if usual.is_empty() { "250 2.0.0 Ok" } else { usual };
                self.stream.get_mut().write_all(&usual.as_bytes()[..usual.len() / 2])?;
                return Err(Over);
            }
            Some(Fault::Close | Fault::AcceptThenClose) => return Err(Over),
        }
        Ok(Some(plain(usual)))
    }

    fn say(&mut self, reply: &str) -> Result<(), Over> {
        self.give(Answer { octets: format!("{reply}\r\n").into_bytes(), ..Answer::default() })
    }

    fn give(&mut self, answer: Answer) -> Result<(), Over> {
        let Answer { mut octets, one_by_one, more } = answer;
        let mut closes = octets.starts_with(b"421");
        let heard = String::from_utf8_lossy(&octets).trim_end().to_owned();
        let mut later = Vec::new();
        if let Some((wait, more)) = more {
            closes |= more.starts_with("421");
            let more = format!("{more}\r\n").into_bytes();
            if wait.is_zero() { octets.extend(more) } else { later.push((wait, more)) }
        }
        self.log(Event::Reply(heard));
        let size = if one_by_one { 1 } else { octets.len().max(1) };
        for part in octets.chunks(size) {
            self.stream.get_mut().write_all(part)?;
            if one_by_one {
                std::thread::sleep(Duration::from_millis(1));
            }
        }
        for (wait, more) in later {
            self.shared.pause(Some(wait), None);
            self.log(Event::Reply(String::from_utf8_lossy(&more).trim_end().to_owned()));
            self.stream.get_mut().write_all(&more)?;
        }
        if closes { Err(Over) } else { Ok(()) }
    }

    /// The next line without its CRLF, which alone ends it.
    fn line(&mut self) -> Result<Vec<u8>, Over> {
        let mut line = Vec::new();
        loop {
            if self.stream.read_until(b'\n', &mut line)? == 0 || !line.ends_with(b"\n") {
                return Err(Over);
            }
            if line.ends_with(b"\r\n") {
                break;
            }
            self.blame("sent a bare line feed");
        }
        if line.len() > 1_000 {
            self.blame("sent a line above 1000 octets");
        }
        line.truncate(line.len() - 2);
        Ok(line)
    }

    /// Closes so that what was said arrives: a socket closed with unread input would reset the connection.
    fn hang_up(&mut self) {
        let stream = self.stream.get_mut();
        drop(stream.shutdown(Shutdown::Write));
        drop(stream.set_read_timeout(Some(Duration::from_millis(200))));
        let end = Instant::now() + Duration::from_secs(1);
        while Instant::now() < end && stream.read(&mut [0; 16_384]).is_ok_and(|count| count > 0) {}
        drop(stream.shutdown(Shutdown::Both));
    }

    fn log(&self, event: Event) {
        let logged = Logged { connection: self.connection, at: Instant::now(), event };
        self.shared.change(|state| state.log.push(logged));
    }

    fn blame(&self, what: &str) {
        self.shared.change(|state| state.misconduct.push(format!("connection {}: {what}", self.connection)));
    }
}

/// What is sent in answer.
#[derive(Default)]
struct Answer {
    octets: Vec<u8>,
    one_by_one: bool,
    /// What follows unasked, and after how long.
    more: Option<(Duration, String)>,
}

/// What stands between the angle brackets.
fn path(line: &str) -> String {
    let path = line.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    path.map_or(String::new(), |(path, _)| path.to_owned())
}
