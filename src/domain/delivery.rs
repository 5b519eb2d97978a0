//! A delivery: one campaign message to one recipient. The table is the specification.
//!
//! | state | who moves it on | to | if the process dies here |
//! |---|---|---|---|
//! | (planned) | expansion: a page of recipients in one transaction, unique (campaign, recipient) | ready | the page is expanded again; the unique key makes it harmless |
//! | ready | the claim: compare-and-set by one node | claimed, withheld | nothing has happened |
//! | claimed | the last look, in one transaction with the reading of consent | `handing_over`, withheld, ready | another node takes it over: ready again (nothing was sent) |
//! | `handing_over` | the recording of what the relay answered | accepted, deferred, rejected, `in_doubt`, ready (the body was provably not sent) | **`in_doubt`**: it may have been sent, so it is never resent by itself |
//! | deferred | time: claimed again after its back-off, with a fresh last look | claimed | stays deferred |
//! | accepted, rejected, withheld, `in_doubt` | nobody | | |

use std::fmt;

use super::verdict::Reason;

/// Where a delivery stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeliveryState {
    /// Waiting for a sender.
    Ready,
    /// Taken by a sender; nothing has been sent.
    Claimed,
    /// Past its last look; the relay may or may not have the message.
    HandingOver,
    /// Refused for now (4xx); due again later.
    Deferred,
    /// The relay answered the final dot with 2xx.
    Accepted,
    /// The relay refused it for good (5xx).
    Rejected,
    /// The gate held it back.
    Withheld,
    /// Nobody knows whether the relay has it. Never resent by itself (G5).
    InDoubt,
}

impl DeliveryState {
    /// Every state with the number that the store keeps.
    pub const ALL: [(Self, i32); 8] = [
        (Self::Ready, 0),
        (Self::Claimed, 1),
        (Self::HandingOver, 2),
        (Self::Deferred, 3),
        (Self::Accepted, 4),
        (Self::Rejected, 5),
        (Self::Withheld, 6),
        (Self::InDoubt, 7),
    ];

    /// The number that the store keeps.
    pub fn code(self) -> i32 {
        Self::ALL.iter().find(|(state, _)| *state == self).map_or(-1, |(_, code)| *code)
    }

    /// Reads the stored number.
    pub fn from_code(code: i32) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == code).map(|(state, _)| *state)
    }
}

/// What the relay said, in its own words, bounded and without line breaks.
///
/// # Why its words are hard to get at
/// Relays name the person in a hundred ways (`<ada@...>`, `ada... User unknown`, `user 'ada' in domain ...`), and whatever
/// holds a person must be erased with them (G9). So a reply shows its numbers only, in logs and messages too; the words are
/// asked for by name, and kept in `deliveries.reply` alone, which erasure clears.
#[derive(Clone, PartialEq, Eq)]
pub struct Reply {
    /// The three-digit code.
    pub code: u16,
    /// The text behind it.
    pub text: String,
}

/// Characters of a relay's answer that are kept.
const REPLY_TEXT_MAX: usize = 200;

impl Reply {
    /// Keeps the first 200 characters and nothing that could break a log line. An address that the relay quotes is
    /// masked: no log line and no report may hold one.
    pub fn new(code: u16, text: &str) -> Self {
        let words = text.split_whitespace().map(|word| if word.contains('@') { "<address>" } else { word });
        let mut kept = String::new();
        for word in words {
            if !kept.is_empty() {
                kept.push(' ');
            }
            kept.extend(word.chars().filter(|c| !c.is_control()));
            if kept.len() > REPLY_TEXT_MAX {
                break;
            }
        }
        let text = kept.chars().take(REPLY_TEXT_MAX).collect();
        Self { code, text }
    }

    /// What it says in numbers.
    pub fn codes(&self) -> ReplyCodes {
        let class = self.code / 100;
        ReplyCodes { code: self.code, status: Status::leading(&self.text).filter(|status| status.class == class) }
    }

    /// The code and the words behind it, for the one place that erasure clears.
    pub fn in_words(&self) -> String {
        format!("{} {}", self.code, self.text)
    }
}

/// By its numbers: see [`Reply`].
impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.codes().fmt(f)
    }
}

/// By its numbers: see [`Reply`].
impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reply({self})")
    }
}

/// A reply without its words: what may be kept for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReplyCodes {
    /// The three-digit code.
    pub code: u16,
    /// The enhanced status code; none where the reply has none of the code's own class (RFC 2034 section 4).
    pub status: Option<Status>,
}

impl fmt::Display for ReplyCodes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.status {
            Some(status) => write!(f, "{} {status}", self.code),
            None => self.code.fmt(f),
        }
    }
}

/// An enhanced status code (RFC 3463 section 2), as numbers: digits that are none of these carry nothing on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Status {
    /// 2, 4 or 5.
    pub class: u16,
    /// 0 to 7.
    pub subject: u16,
    /// 0 to 999.
    pub detail: u16,
}

impl Status {
    /// The one that a reply's text begins with.
    pub fn leading(text: &str) -> Option<Self> {
        let first = text.split([' ', '-']).next()?;
        let number = |part: &str| {
            let plain = (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<u16>().ok().filter(|_| plain)
        };
        let mut parts = first.split('.').map(number);
        let (class, subject, detail) = (parts.next()??, parts.next()??, parts.next()??);
        let known = matches!(class, 2 | 4 | 5) && subject <= 7 && parts.next().is_none();
        known.then_some(Self { class, subject, detail })
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

/// Why it is not known whether the relay has the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Doubt {
    /// The connection broke after the final dot may have gone out.
    #[error("the connection broke before the answer to the final dot was read")]
    ConnectionLost,
    /// No answer to the final dot in the time of RFC 5321 section 4.5.3.2.6.
    #[error("the relay did not answer the final dot in time")]
    NoAnswer,
    /// It said that it took the message, and it cannot have had all of it.
    #[error("the relay said that it took the message before it had the final dot")]
    TooEarly,
    /// Something came that is no SMTP reply.
    #[error("the relay answered the final dot with something that is no reply")]
    Garbage,
    /// The sender died while it was handing over.
    #[error("the sender stopped while it was handing over")]
    SenderDied,
}

/// What became of one hand-over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The relay has taken responsibility.
    Accepted(Reply),
    /// Refused for now (4xx).
    Deferred(Reply),
    /// Refused for good (5xx).
    Rejected(Reply),
    /// Refused because of us, not because of the recipient: it goes back to the queue and the campaign is held.
    SenderFault(Reply),
    /// Held back by the gate.
    Withheld(Reason),
    /// Nobody knows.
    InDoubt(Doubt),
    /// Provably not sent: it goes back to the queue.
    NotSent,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_keeps_no_address_and_no_line_break() {
        let reply = Reply::new(550, "5.1.1 <ada@example.org>:\r\n no such\tuser");
        assert_eq!(reply.in_words(), "550 5.1.1 <address> no such user");
        assert!(Reply::new(550, &"x ".repeat(900)).text.len() <= REPLY_TEXT_MAX);
    }

    #[test]
    fn a_reply_shows_its_numbers_and_no_word() {
        for (code, text, shown) in [
            (550, "5.1.1 ada... User unknown", "550 5.1.1"),
            (550, "5.1.10-ada", "550 5.1.10"),
            (550, "5.7.515 no", "550 5.7.515"),
            (550, "05.001.010 no", "550 5.1.10"),
            (550, "ada is not here", "550"),
            (550, "4.2.2 of another class", "550"),
            (550, "5.9.1 no such subject", "550"),
            (550, "5.1.1234 too long", "550"),
            (550, "5.1.1.4", "550"),
            (550, "10.0.0.1 refused", "550"),
            (0, "ada", "0"),
        ] {
            let reply = Reply::new(code, text);
            assert_eq!(reply.to_string(), shown, "{text}");
            assert_eq!(format!("{reply:?}"), format!("Reply({shown})"), "{text}");
        }
    }

    #[test]
    fn each_state_survives_its_number() {
        for (state, code) in DeliveryState::ALL {
            assert_eq!(DeliveryState::from_code(code), Some(state));
            assert_eq!(state.code(), code);
        }
        assert_eq!(DeliveryState::from_code(99), None);
    }
}
