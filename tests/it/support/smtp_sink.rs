//! A relay for tests that does as it is told: stalls, refuses, breaks off, and remembers what happened when.
//!
//! It shares no code with the product. One thread for each connection, blocking sockets, 127.0.0.1 only.
//!
//! ```ignore
//! let sink = SmtpSink::start();
//! sink.when(Step::Rcpt).recipient("ada@example.org").times(1).then(Fault::reply("451 4.3.0 try later"));
//! let latch = Latch::default();
//! sink.when(Step::FinalDot).nth(2).then(Fault::Hold(latch.clone()));
//! // ... send ...
//! sink.wait_for_step(Step::FinalDot, 2, TIMEOUT); // the second message is held between its final dot and its answer
//! latch.release();
//! assert_eq!(sink.wait_for(2, TIMEOUT)[0].recipients, ["ada@example.org"]);
//! ```
#![cfg(test)]

mod script;
mod talk;
mod tests;

use std::collections::HashMap;
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

pub(crate) use script::{Fault, Latch, Script, Step, When};

use script::{Moment, Rule, TakesRules};
use talk::Talk;

/// How [`SmtpSink::grouped`] calls the end of a message.
pub(crate) const FINAL_DOT: &str = "the final dot";

/// A message whose final dot was read.
#[derive(Debug, Clone)]
pub(crate) struct Caught {
    /// Of the connection, counted from 1.
    pub(crate) connection: usize,
    pub(crate) from: String,
    /// Those that were answered 2xx.
    pub(crate) recipients: Vec<String>,
    /// With dots unstuffed.
    pub(crate) data: Vec<u8>,
    /// Right after the whole terminator was read.
    pub(crate) final_dot_at: Instant,
    /// Right before a reply to the final dot was written.
    pub(crate) answered_at: Option<Instant>,
    /// A 2xx was sent, or it was accepted without a word ([`Fault::AcceptThenClose`]).
    pub(crate) accepted: bool,
}

impl Caught {
    /// The Subject header as sent: unfolded, not decoded.
    pub(crate) fn subject(&self) -> String {
        let text = String::from_utf8_lossy(&self.data).replace("\r\n ", " ").replace("\r\n\t", " ");
        let head = text.split("\r\n\r\n").next().unwrap();
        let subject = head.lines().find(|line| line.to_ascii_lowercase().starts_with("subject:"));
        subject.map_or(String::new(), |line| line["subject:".len()..].trim().to_owned())
    }
}

/// Something that happened on a connection.
#[derive(Debug, Clone)]
pub(crate) struct Logged {
    /// Counted from 1.
    pub(crate) connection: usize,
    pub(crate) at: Instant,
    pub(crate) event: Event,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Event {
    Opened,
    Command(String),
    /// A message of so many bytes was read to its final dot.
    Message(usize),
    Reply(String),
    Closed,
}

impl TakesRules for &SmtpSink {
    type Done = ();
    fn take_rule(self, rule: Rule) {
        self.shared.state().script.rules.push(rule);
    }
}

/// A handle to a running sink. The last one dropped stops it and closes its connections.
#[derive(Clone)]
pub(crate) struct SmtpSink {
    shared: Arc<Shared>,
    _running: Arc<Running>,
}

struct Shared {
    port: u16,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    script: Script,
    messages: Vec<Caught>,
    log: Vec<Logged>,
    misconduct: Vec<String>,
    grouped: Vec<String>,
    ahead: Vec<String>,
    struck: Vec<(Step, usize)>,
    /// When each recipient was named for the first time.
    named: HashMap<String, Instant>,
    reached: HashMap<Step, usize>,
    connections: usize,
    /// Messages begun, by MAIL.
    begun: usize,
    open: HashMap<usize, TcpStream>,
    stopping: bool,
}

impl SmtpSink {
    pub(crate) fn start() -> Self {
        Self::with(Script::default())
    }

    pub(crate) fn with(script: Script) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Mutex::new(State { script, ..State::default() });
        let shared = Arc::new(Shared { port, state, changed: Condvar::new() });
        let accepting = thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        });
        let running = Running { shared: Arc::clone(&shared), accepting: Some(accepting) };
        Self { shared, _running: Arc::new(running) }
    }

    pub(crate) fn port(&self) -> u16 {
        self.shared.port
    }

    pub(crate) fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}?tls=none", self.port())
    }

    /// Adds a rule, behind those that are there.
    pub(crate) fn when(&self, step: Step) -> When<&Self> {
        When::new(self, step)
    }

    /// Forgets all rules.
    pub(crate) fn behave(&self) {
        self.shared.state().script.rules.clear();
    }

    /// Whether EHLO offers PIPELINING, from the next EHLO on.
    pub(crate) fn pipelining(&self, offered: bool) {
        self.shared.state().script.pipelining = offered;
    }

    /// Lets EHLO offer one line more, from the next EHLO on: `AUTH PLAIN`, `STARTTLS`.
    pub(crate) fn offer(&self, line: &str) {
        self.shared.state().script.offered.push(line.to_owned());
    }

    /// Lets EHLO no longer offer what it usually offers, from the next EHLO on: `SMTPUTF8`, `SIZE`.
    pub(crate) fn withdraw(&self, word: &str) {
        self.shared.state().script.withdrawn.push(word.to_owned());
    }

    /// Refuses every recipient for now who was named for the first time less than `delay` ago.
    pub(crate) fn greylist(&self, delay: Duration) {
        self.shared.state().script.greylist = Some(delay);
    }

    /// Takes back a line that [`Self::offer`] added.
    pub(crate) fn offer_no_more(&self, line: &str) {
        self.shared.state().script.offered.retain(|offered| offered != line);
    }

    /// Whether EHLO is known at all.
    pub(crate) fn esmtp(&self, known: bool) {
        self.shared.state().script.esmtp = known;
    }

    /// Every message whose final dot was read, accepted or not, in that order.
    pub(crate) fn messages(&self) -> Vec<Caught> {
        self.shared.state().messages.clone()
    }

    /// Those that were accepted.
    pub(crate) fn accepted(&self) -> Vec<Caught> {
        self.shared.state().accepted().cloned().collect()
    }

    /// How many accepted messages went to `address`, compared in either case.
    pub(crate) fn accepted_to(&self, address: &str) -> usize {
        let to = |caught: &&Caught| caught.recipients.iter().any(|recipient| recipient.eq_ignore_ascii_case(address));
        self.shared.state().accepted().filter(to).count()
    }

    /// The subjects of the accepted messages, in the order of their final dots.
    pub(crate) fn subjects(&self) -> Vec<String> {
        self.shared.state().accepted().map(Caught::subject).collect()
    }

    /// Waits until `count` messages were accepted and returns them. Panics with the log if that takes too long.
    pub(crate) fn wait_for(&self, count: usize, timeout: Duration) -> Vec<Caught> {
        self.wait(timeout, &format!("{count} accepted messages"), |state| state.accepted().count() >= count);
        self.accepted()
    }

    /// Waits until `step` was reached `count` times, whether or not it went on. Panics with the log like [`Self::wait_for`].
    pub(crate) fn wait_for_step(&self, step: Step, count: usize, timeout: Duration) {
        self.wait(timeout, &format!("{step:?} {count} times"), |state| state.reached(step) >= count);
    }

    /// How often `step` was reached.
    pub(crate) fn reached(&self, step: Step) -> usize {
        self.shared.state().reached(step)
    }

    /// Connections opened so far.
    pub(crate) fn connections(&self) -> usize {
        self.shared.state().connections
    }

    /// Connections open now.
    pub(crate) fn open_connections(&self) -> usize {
        self.shared.state().open.len()
    }

    pub(crate) fn log(&self) -> Vec<Logged> {
        self.shared.state().log.clone()
    }

    /// The commands of all connections, in the order in which they were read.
    pub(crate) fn commands(&self) -> Vec<String> {
        let commands = self.log().into_iter().filter_map(|logged| match logged.event {
            Event::Command(line) => Some(line),
            _ => None,
        });
        commands.collect()
    }

    /// What a client must not do and did: commands out of order, bare line feeds, overlong lines, talking ahead.
    pub(crate) fn misconduct(&self) -> Vec<String> {
        self.shared.state().misconduct.clone()
    }

    /// What had something behind it in the same group: commands, and [`FINAL_DOT`].
    pub(crate) fn grouped(&self) -> Vec<String> {
        self.shared.state().grouped.clone()
    }

    /// To whom the envelopes were that came in one group with the message before.
    pub(crate) fn ahead(&self) -> Vec<String> {
        self.shared.state().ahead.clone()
    }

    /// Waits until an envelope has come in one group with the message before, and returns whom it is to.
    pub(crate) fn wait_for_ahead(&self, timeout: Duration) -> String {
        self.wait(timeout, "envelope ahead", |state| !state.ahead.is_empty());
        self.ahead().remove(0)
    }

    /// The numbers, as [`When::nth`] counts, at which a rule has struck at `step`.
    pub(crate) fn struck(&self, step: Step) -> Vec<usize> {
        self.shared.state().struck.iter().filter(|(at, _)| *at == step).map(|(_, nth)| *nth).collect()
    }

    /// How often a relay's yes to DATA was not followed by a message: the last look said no, or came too late.
    pub(crate) fn left_waiting(&self) -> usize {
        let state = self.shared.state();
        state.reached(Step::Data) - state.reached(Step::Body)
    }

    fn wait(&self, timeout: Duration, what: &str, done: impl Fn(&State) -> bool) {
        let state = self.shared.state();
        let (state, waited) = self.shared.changed.wait_timeout_while(state, timeout, |state| !done(state)).unwrap();
        assert!(!waited.timed_out(), "no {what} within {timeout:?}; this happened: {:#?}", state.log);
    }
}

impl State {
    fn accepted(&self) -> impl Iterator<Item = &Caught> {
        self.messages.iter().filter(|caught| caught.accepted)
    }

    fn reached(&self, step: Step) -> usize {
        self.reached.get(&step).copied().unwrap_or_default()
    }

    /// Notes that `step` was reached and asks the script.
    fn reach(&mut self, step: Step, moment: Moment<'_>) -> Option<Fault> {
        *self.reached.entry(step).or_default() += 1;
        let fault = self.script.rules.iter_mut().find_map(|rule| rule.strikes(step, moment))?;
        self.struck.push((step, moment.nth));
        Some(fault)
    }

    /// Whether a recipient is too new.
    fn is_greylisted(&mut self, recipient: &str) -> bool {
        let first = *self.named.entry(recipient.to_owned()).or_insert_with(Instant::now);
        self.script.greylist.is_some_and(|delay| first.elapsed() < delay)
    }
}

impl Shared {
    /// A test that failed under the lock must not hide behind a poisoned one.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        let result = change(&mut self.state());
        self.changed.notify_all();
        result
    }

    /// Waits for `time`, or until `latch` is released, or until the sink stops.
    fn pause(&self, time: Option<Duration>, latch: Option<&Latch>) {
        let until = time.map(|time| Instant::now() + time);
        let over = || until.is_some_and(|until| Instant::now() >= until);
        while !self.state().stopping && !over() && !latch.is_some_and(Latch::is_released) {
            thread::sleep(Duration::from_millis(1));
        }
    }
}

struct Running {
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.shared.change(|state| {
            state.stopping = true;
            state.open.values().for_each(|stream| drop(stream.shutdown(Shutdown::Both)));
        });
        // Wakes the accepting thread, which then waits for all others.
        drop(TcpStream::connect((Ipv4Addr::LOCALHOST, self.shared.port)));
        drop(self.accepting.take().map(JoinHandle::join));
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    let mut talks = Vec::new();
    for stream in listener.incoming() {
        let mut state = shared.state();
        if state.stopping {
            break;
        }
        let Ok(stream) = stream else { continue };
        state.connections += 1;
        let connection = state.connections;
        state.open.insert(connection, stream.try_clone().unwrap());
        drop(state);
        let shared = Arc::clone(shared);
        talks.push(thread::spawn(move || Talk::new(connection, stream, &shared).run()));
    }
    for talk in talks {
        drop(talk.join());
    }
}
