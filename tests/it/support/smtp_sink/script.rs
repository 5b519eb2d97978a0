//! What a sink is told to do: rules of a step, who it is about, and a fault.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Where in the dialogue a rule strikes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Step {
    /// The connection is open and nothing was said.
    Connect,
    /// In place of 220.
    Greeting,
    /// EHLO or HELO was read.
    Ehlo,
    /// STARTTLS was read. The sink has no certificate, so its usual answer is 454.
    StartTls,
    /// AUTH PLAIN was read; every password is right.
    Auth,
    /// MAIL was read.
    Mail,
    /// RCPT was read; once for each recipient.
    Rcpt,
    /// DATA was read, 354 not yet sent.
    Data,
    /// The first bytes after 354 have come.
    Body,
    /// The final dot was read.
    FinalDot,
    /// RSET was read.
    Rset,
    /// QUIT was read.
    Quit,
}

/// What happens there instead of the usual answer.
#[derive(Debug, Clone)]
pub(crate) enum Fault {
    /// Says nothing for so long, then closes.
    Stall(Duration),
    /// Goes on as usual, so much later.
    Delay(Duration),
    /// Goes on as usual once the latch is released.
    Hold(Latch),
    /// Gives this reply. Its code decides what follows: 2xx and 3xx as usual, 421 closes. At `Connect` and `Body` it closes.
    Reply(String),
    /// Gives exactly these octets, line ends and all, whose first one decides what follows.
    Octets(Vec<u8>),
    /// Goes on as usual, and gives the answer octet by octet.
    OctetByOctet,
    /// Goes on as usual, and so much later gives this reply too, which nobody asked for; at once means in the same packet.
    /// At `Connect` and `Body`, where there is no usual answer, it gives this one and goes on.
    AndThen(Duration, String),
    /// Gives this again and again, until the client has enough.
    Endless(&'static str),
    /// Sends what is not SMTP and keeps the connection.
    Garbage,
    /// Sends half of the usual reply without a line end, then closes.
    HalfReply,
    /// Closes without a word.
    Close,
    /// At `FinalDot`: goes on as usual, and has lost what came in one packet with it.
    ForgetTheRest,
    /// At `FinalDot`: has the message as a relay would, and closes without a word. Elsewhere like `Close`.
    AcceptThenClose,
}

impl Fault {
    pub(crate) fn reply(text: &str) -> Self {
        Self::Reply(text.to_owned())
    }

    pub(crate) fn and_then(millis: u64, text: &str) -> Self {
        Self::AndThen(Duration::from_millis(millis), text.to_owned())
    }
}

/// Holds a dialogue until the test has done what it wants in between.
#[derive(Debug, Clone, Default)]
pub(crate) struct Latch(Arc<AtomicBool>);

impl Latch {
    pub(crate) fn release(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    pub(super) fn is_released(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// One rule of a script.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    step: Step,
    recipient: Option<String>,
    nth: Option<usize>,
    left: Option<usize>,
    chance: Option<(u64, u64)>,
    again: bool,
    followed: bool,
    behind_a_fault: bool,
    carried: usize,
    fault: Fault,
}

/// What a rule may ask about the moment in which it could strike.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Moment<'a> {
    /// The message's number by MAIL on all connections; outside a message, the connection's.
    pub(super) nth: usize,
    pub(super) recipients: &'a [String],
    /// The connection has had a message before.
    pub(super) again: bool,
    /// More has come and is not read yet.
    pub(super) followed: bool,
    /// A rule struck at the final dot of the message before, on this connection.
    pub(super) behind_a_fault: bool,
    /// Messages that were accepted on this connection.
    pub(super) carried: usize,
}

impl Rule {
    pub(super) fn strikes(&mut self, step: Step, moment: Moment<'_>) -> Option<Fault> {
        let to = |part: &String| moment.recipients.iter().any(|recipient| recipient.to_lowercase().contains(part));
        let meant = self.step == step
            && self.left != Some(0)
            && self.carried <= moment.carried
            && self.nth.is_none_or(|wanted| wanted == moment.nth)
            && (moment.again || !self.again)
            && (moment.followed || !self.followed)
            && (moment.behind_a_fault || !self.behind_a_fault)
            && self.recipient.as_ref().is_none_or(to)
            && self.chance.as_mut().is_none_or(|(per_mille, seed)| next(seed) % 1_000 < *per_mille);
        if meant {
            self.left = self.left.map(|left| left - 1);
        }
        meant.then(|| self.fault.clone())
    }
}

/// The next number of a `SplitMix64` sequence.
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// What takes a finished rule: a [`Script`], or a sink that is already running.
pub(crate) trait TakesRules {
    type Done;
    fn take_rule(self, rule: Rule) -> Self::Done;
}

/// A rule in the making. Of several rules that fit, the one made first strikes.
#[must_use]
pub(crate) struct When<T> {
    taker: T,
    rule: Rule,
}

impl<T: TakesRules> When<T> {
    pub(super) fn new(taker: T, step: Step) -> Self {
        let rule = Rule {
            step,
            recipient: None,
            nth: None,
            left: None,
            chance: None,
            again: false,
            followed: false,
            behind_a_fault: false,
            carried: 0,
            fault: Fault::Close,
        };
        Self { taker, rule }
    }

    /// Only where a recipient contains `part`, in either case: of this RCPT, or later of the message. Never before RCPT.
    pub(crate) fn recipient(mut self, part: &str) -> Self {
        self.rule.recipient = Some(part.to_lowercase());
        self
    }

    /// Only the nth message, counted by MAIL on all connections from 1; outside a message, the nth connection.
    pub(crate) fn nth(mut self, nth: usize) -> Self {
        self.rule.nth = Some(nth);
        self
    }

    /// Only a message that is not the first of its connection.
    pub(crate) fn again(mut self) -> Self {
        self.rule.again = true;
        self
    }

    /// Only where more has come in one group with it.
    pub(crate) fn followed(mut self) -> Self {
        self.rule.followed = true;
        self
    }

    /// Only behind a message at whose final dot a rule struck, on the same connection.
    pub(crate) fn behind_a_fault(mut self) -> Self {
        self.rule.behind_a_fault = true;
        self
    }

    /// Only the first `times` times.
    pub(crate) fn times(mut self, times: usize) -> Self {
        self.rule.left = Some(times);
        self
    }

    /// Only on a connection over which so many messages were accepted.
    pub(crate) fn carried(mut self, messages: usize) -> Self {
        self.rule.carried = messages;
        self
    }

    /// Only so often, by a sequence that `seed` fixes; one number is drawn for each time that all else fits.
    pub(crate) fn chance(mut self, per_mille: u64, seed: u64) -> Self {
        self.rule.chance = Some((per_mille, seed));
        self
    }

    pub(crate) fn then(mut self, fault: Fault) -> T::Done {
        self.rule.fault = fault;
        self.taker.take_rule(self.rule)
    }
}

/// What a sink does from its first connection on.
#[derive(Debug, Clone)]
pub(crate) struct Script {
    pub(super) rules: Vec<Rule>,
    pub(super) pipelining: bool,
    pub(super) offered: Vec<String>,
    pub(super) withdrawn: Vec<String>,
    pub(super) esmtp: bool,
    /// How long ago a recipient must have been named first.
    pub(super) greylist: Option<Duration>,
}

impl Default for Script {
    fn default() -> Self {
        Self {
            rules: Vec::new(),
            pipelining: true,
            offered: Vec::new(),
            withdrawn: Vec::new(),
            esmtp: true,
            greylist: None,
        }
    }
}

impl Script {
    pub(crate) fn when(self, step: Step) -> When<Self> {
        When::new(self, step)
    }

    /// Whether EHLO offers PIPELINING.
    pub(crate) fn pipelining(mut self, offered: bool) -> Self {
        self.pipelining = offered;
        self
    }
}

impl Script {
    /// Whether an extension that is usually offered still is.
    pub(super) fn offers(&self, line: &str) -> bool {
        !self.withdrawn.iter().any(|word| line.starts_with(word.as_str()))
    }
}

impl TakesRules for Script {
    type Done = Self;
    fn take_rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }
}
