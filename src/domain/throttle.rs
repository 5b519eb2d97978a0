//! Throttles: so many messages in so much time, as a bucket of tokens that fills steadily.

use std::str::FromStr;

use chrono::{DateTime, Duration, Utc};

/// Millionths of a message in a message: buckets fill by fractions.
const MICRO: i64 = 1_000_000;

/// So many messages in a second, a minute or an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    messages: u32,
    seconds: u32,
    /// Whether all of them may go at once, rather than steadily.
    at_once: bool,
}

/// The text is no rate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a rate; write it as `50/s`, `600/m` or `5000/h`")]
pub struct NotARate(String);

impl FromStr for Rate {
    type Err = NotARate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = || NotARate(text.to_owned());
        let (messages, unit) = text.trim().split_once('/').ok_or_else(refused)?;
        let seconds = match unit.trim() {
            "s" => 1,
            "m" => 60,
            "h" => 3600,
            _ => return Err(refused()),
        };
        let messages = messages.trim().parse().ok().filter(|messages| *messages > 0).ok_or_else(refused)?;
        Ok(Self { messages, seconds, at_once: false })
    }
}

impl Rate {
    /// So many of anything in an hour, all at once if need be: for people, who do not come steadily.
    pub const fn hourly(count: u32) -> Self {
        Self { messages: count, seconds: 3600, at_once: true }
    }

    /// So many of anything in a day, all at once if need be.
    pub const fn daily(count: u32) -> Self {
        Self { messages: count, seconds: 24 * 3600, at_once: true }
    }

    /// What a full bucket holds: one second's worth, and at least one message.
    fn burst(self) -> i64 {
        if self.at_once {
            return i64::from(self.messages) * MICRO;
        }
        (i64::from(self.messages) * MICRO / i64::from(self.seconds)).max(MICRO)
    }

    fn filled_in(self, time: Duration) -> i64 {
        let micros = i128::from(time.num_microseconds().unwrap_or(i64::MAX).max(0));
        let filled = micros * i128::from(self.messages) / i128::from(self.seconds);
        i64::try_from(filled).unwrap_or(i64::MAX)
    }
}

/// A bucket as it was at some moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// Millionths of a message in it.
    pub micro: i64,
    /// When.
    pub at: DateTime<Utc>,
}

/// What was taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Messages that may go now.
    pub granted: i64,
    /// The bucket after it.
    pub left: Bucket,
    /// When the next message may go, once these are gone.
    pub next_at: DateTime<Utc>,
}

impl Bucket {
    /// A full one.
    pub fn full(rate: Rate, now: DateTime<Utc>) -> Self {
        Self { micro: rate.burst(), at: now }
    }

    /// Takes up to `wanted` messages out. A clock that goes back fills nothing.
    pub fn take(self, rate: Rate, wanted: i64, now: DateTime<Utc>) -> Taken {
        let filled = rate.filled_in(now - self.at);
        let held = self.micro.saturating_add(filled).min(rate.burst());
        let granted = (held / MICRO).clamp(0, wanted.max(0));
        let micro = held - granted * MICRO;
        let missing = (MICRO - micro).max(0);
        let wait = i128::from(missing) * i128::from(rate.seconds) / i128::from(rate.messages);
        let wait = Duration::microseconds(i64::try_from(wait).unwrap_or(i64::MAX));
        Taken { granted, left: Self { micro, at: now.max(self.at) }, next_at: now + wait }
    }

    /// Puts back what was taken and not used.
    #[must_use]
    pub fn put_back(self, rate: Rate, messages: i64) -> Self {
        Self { micro: (self.micro + messages * MICRO).min(rate.burst()), at: self.at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_lets_a_seconds_worth_go_and_then_the_rate() {
        let rate: Rate = "10/s".parse().unwrap();
        let start = DateTime::UNIX_EPOCH;
        let first = Bucket::full(rate, start).take(rate, 100, start);
        assert_eq!(first.granted, 10);
        assert_eq!(first.next_at, start + Duration::milliseconds(100));
        let later = first.left.take(rate, 100, start + Duration::milliseconds(350));
        assert_eq!(later.granted, 3);
        let long_after = later.left.take(rate, 100, start + Duration::hours(9));
        assert_eq!(long_after.granted, 10, "an idle bucket holds no more than a full one");
    }

    #[test]
    fn a_slow_rate_lets_one_go_at_a_time() {
        let rate: Rate = "6/m".parse().unwrap();
        let start = DateTime::UNIX_EPOCH;
        let first = Bucket::full(rate, start).take(rate, 5, start);
        assert_eq!((first.granted, first.next_at), (1, start + Duration::seconds(10)));
        assert_eq!(first.left.put_back(rate, 1), Bucket::full(rate, start));
        assert!("0/s".parse::<Rate>().is_err() && "5".parse::<Rate>().is_err() && "5/d".parse::<Rate>().is_err());
    }
}
