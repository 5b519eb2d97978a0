//! The log: to standard error, one line for each event, a sentence with its fields, never an address.
//!
//! What strangers can cause is written once a minute for each kind, with how often it came: nobody fills the disk with
//! it, and nobody hides among it what they try. Such an event has a field `refused` that names its kind, or comes from
//! the crates that speak HTTP with them.

use std::collections::HashMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tracing::field::{Field, Visit};
use tracing::{Event, Metadata, Subscriber};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;

use super::args::Command;
use crate::config::Settings;

/// How long a kind of event is only counted after it was written.
const QUIET: Duration = Duration::from_mins(1);
/// How often those are looked for whose time is over.
const LOOK: Duration = Duration::from_secs(5);
/// Kinds that are told apart; there are fewer.
const MOST_KINDS: usize = 64;
/// Crates whose lines strangers cause.
const OF_STRANGERS: [&str; 3] = ["actix_http", "actix_server", "actix_web"];

/// What strangers cause, by the sentence and its kind.
#[derive(Clone, Debug, Default)]
pub(super) struct Strangers(Arc<Mutex<HashMap<Kind, Seen>>>);

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Kind {
    sentence: String,
    refused: String,
}

#[derive(Clone, Copy, Debug)]
struct Seen {
    written: Instant,
    since: u64,
}

/// Starts the log.
pub(super) fn start(command: &Command) -> Strangers {
    let usual = match command {
        Command::Serve { .. } => LevelFilter::INFO,
        _ => LevelFilter::WARN,
    };
    let filter = Settings::log_filter().unwrap_or_else(|| usual.to_string());
    let parsed = filter.parse::<Targets>();
    let unread = parsed.is_err();
    let kept = parsed.unwrap_or_else(|_| Targets::new().with_default(usual));
    let strangers = Strangers::default();
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(false);
    if tracing_subscriber::registry().with(lines).with(kept).with(strangers.clone()).try_init().is_err() {
        tracing::debug!("The log was started before");
    }
    if unread {
        tracing::warn!(
            "CONSENTRY_LOG names no log lines that there are, so the usual ones are kept; write it like info or consentry=debug"
        );
    }
    strangers
}

impl Strangers {
    fn seen(&self) -> MutexGuard<'_, HashMap<Kind, Seen>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts one event, and tells whether it is to be written.
    fn writes(&self, kind: Kind, now: Instant) -> bool {
        let mut seen = self.seen();
        let room = seen.len() < MOST_KINDS;
        match seen.get_mut(&kind) {
            Some(seen) if now.saturating_duration_since(seen.written) < QUIET => {
                seen.since += 1;
                false
            }
            Some(seen) => {
                seen.written = now;
                true
            }
            None => {
                if room {
                    seen.insert(kind, Seen { written: now, since: 0 });
                }
                room
            }
        }
    }

    /// Takes the counts of those whose minute is over; of all where none is to come.
    fn counts(&self, now: Option<Instant>) -> Vec<(Kind, u64)> {
        let over = |seen: &Seen| now.is_none_or(|now| now.saturating_duration_since(seen.written) >= QUIET);
        let mut seen = self.seen();
        let due = seen.iter_mut().filter(|(_, seen)| seen.since > 0 && over(seen));
        due.map(|(kind, seen)| {
            seen.written = now.unwrap_or(seen.written);
            (kind.clone(), std::mem::take(&mut seen.since))
        })
        .collect()
    }

    /// Writes the counts of the minutes that are over, again and again.
    pub(super) async fn count(self) {
        loop {
            tokio::time::sleep(LOOK).await;
            self.tell(Some(Instant::now()));
        }
    }

    /// Writes the counts that were not written yet.
    pub(super) fn tell_the_rest(&self) {
        self.tell(None);
    }

    fn tell(&self, now: Option<Instant>) {
        for (Kind { sentence, refused }, times) in self.counts(now) {
            tracing::info!(times, kind = refused, what = sentence, "It came again");
        }
    }
}

fn is_of_strangers(metadata: &Metadata<'_>) -> bool {
    let from = metadata.target().split("::").next().unwrap_or_default();
    metadata.fields().field("refused").is_some() || OF_STRANGERS.contains(&from)
}

impl<S: Subscriber> Layer<S> for Strangers {
    fn event_enabled(&self, event: &Event<'_>, _: Context<'_, S>) -> bool {
        if !is_of_strangers(event.metadata()) {
            return true;
        }
        let mut kind = Kind::default();
        event.record(&mut kind);
        self.writes(kind, Instant::now())
    }
}

impl Visit for Kind {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "refused" {
            value.clone_into(&mut self.refused);
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "message" {
            self.sentence = format!("{value:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(refused: &str) -> Kind {
        Kind { sentence: "A link was refused".into(), refused: refused.into() }
    }

    #[test]
    fn a_kind_is_written_once_a_minute_with_how_often_it_came() {
        let (strangers, start) = (Strangers::default(), Instant::now());
        assert!(strangers.writes(kind("forged"), start));
        assert!(strangers.writes(kind("malformed"), start), "another kind");
        assert!((0..1000).all(|_| !strangers.writes(kind("forged"), start)));
        assert_eq!(strangers.counts(Some(start)), []);
        let later = start + QUIET;
        assert_eq!(strangers.counts(Some(later)), [(kind("forged"), 1000)]);
        assert!(!strangers.writes(kind("forged"), later), "the count was the line of this minute");
        assert_eq!(strangers.counts(None), [(kind("forged"), 1)], "at the end nothing is left out");
        assert!(strangers.writes(kind("malformed"), later));
    }

    #[test]
    fn kinds_without_end_take_no_memory_without_end() {
        let strangers = Strangers::default();
        let written = (0..1000).filter(|n| strangers.writes(kind(&n.to_string()), Instant::now())).count();
        assert_eq!((written, strangers.seen().len()), (MOST_KINDS, MOST_KINDS));
    }
}
