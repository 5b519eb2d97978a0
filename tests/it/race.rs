//! The race: one-click POSTs by the hundred against campaigns that are going out. The sink's own log against the moments
//! of acknowledgement decides.
//!
//! Bounded for every day; `CONSENTRY_RACE_PEOPLE=20000 tests/run race` runs it longer.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::support::both_databases;
use super::support::smtp_sink::{Caught, Fault, SmtpSink, Step};
use super::support::web::{agent, one_click, post};

/// People in each campaign, unless the environment says otherwise.
const PEOPLE: usize = 500;
const CLICKERS: usize = 6;

/// When which list of a person was acknowledged to be stopped: address and `company` or `partner`.
type Acknowledged = HashMap<(String, &'static str), Instant>;

fn people() -> usize {
    std::env::var("CONSENTRY_RACE_PEOPLE").ok().and_then(|text| text.parse().ok()).unwrap_or(PEOPLE)
}

fn list_of(caught: &Caught) -> &'static str {
    let text = String::from_utf8_lossy(&caught.data);
    if text.contains("<partner.harbour.example>") { "partner" } else { "company" }
}

/// The path of the one-click link: `/u/...`.
fn link_of(caught: &Caught) -> String {
    let text = String::from_utf8_lossy(&caught.data).into_owned();
    let (_, rest) = text.split_once("List-Unsubscribe: <http://127.0.0.1:1").unwrap();
    rest.split_once('>').unwrap().0.to_owned()
}

/// Clicks links of messages that have just been accepted: every third person by one click, every other third stops
/// everything on the page, the rest keeps its mail.
fn click(sink: &SmtpSink, site: &str, share: usize, over: &AtomicBool, acknowledged: &Mutex<Acknowledged>) {
    let mut seen = HashSet::new();
    while !over.load(Ordering::Acquire) {
        for caught in sink.accepted() {
            let address = caught.recipients[0].clone();
            let number: usize = address[1..address.find('@').unwrap()].parse().unwrap();
            if number % CLICKERS != share || number % 3 == 2 || !seen.insert((address.clone(), list_of(&caught))) {
                continue;
            }
            let url = format!("{site}{}", link_of(&caught));
            let everything = number.is_multiple_of(3);
            let answer = if everything { post(&url, &[("stop", "everything")], &[]) } else { one_click(&url) };
            let at = Instant::now();
            assert_eq!(answer.status, 200);
            // The honest limit of G3: a machine that stood still for as long as the answer waits has used up the wait.
            if answer.body.contains("already on its way") {
                continue;
            }
            let stopped = if everything { vec!["company", "partner"] } else { vec![list_of(&caught)] };
            let mut acknowledged = acknowledged.lock().unwrap();
            for list in stopped {
                acknowledged.entry((address.clone(), list)).or_insert(at);
            }
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

both_databases! {
    /// G3, G5: after the acknowledgement the relay accepts nothing covered, from two processes that send at once.
    g3_nothing_covered_is_accepted_after_an_acknowledged_opt_out(house) {
        let people = people();
        house.crowd(people);
        house.sink.when(Step::FinalDot).chance(300, 7).then(Fault::Delay(Duration::from_millis(15)));
        house.sink.when(Step::Data).chance(200, 8).then(Fault::Delay(Duration::from_millis(10)));
        let nodes = [house.serve(), house.serve_with(&["--only", "sender"])];
        assert_eq!(agent().get(nodes[0].url("/health/ready")).call().unwrap().status(), 200);
        let over = Arc::new(AtomicBool::new(false));
        let acknowledged = Arc::new(Mutex::new(Acknowledged::new()));
        let first = house.campaign(&["--stream", "company"], "One");
        let clickers: Vec<_> = (0..CLICKERS)
            .map(|share| {
                let (sink, site) = (house.sink.clone(), nodes[0].url(""));
                let (over, acknowledged) = (Arc::clone(&over), Arc::clone(&acknowledged));
                std::thread::spawn(move || click(&sink, &site, share, &over, &acknowledged))
            })
            .collect();
        let others = [house.campaign(&["--stream", "partner"], "Two"), house.campaign(&["--stream", "company"], "Three")];
        for campaign in [&first, &others[0], &others[1]] {
            let standing = house.wait_finished(campaign);
            let withheld: u64 = standing["withheld"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum();
            assert_eq!(standing["accepted"].as_u64().unwrap() + withheld, people as u64, "{standing}");
        }
        over.store(true, Ordering::Release);
        for clicker in clickers {
            clicker.join().unwrap();
        }
        let acknowledged = acknowledged.lock().unwrap();
        assert!(!acknowledged.is_empty(), "nobody clicked while mail went out");
        let mut twice = HashSet::new();
        for caught in house.sink.accepted() {
            let (address, list) = (caught.recipients[0].clone(), list_of(&caught));
            assert!(twice.insert((address.clone(), caught.subject())), "{address} got it twice");
            let stopped_at = acknowledged.get(&(address.clone(), list));
            let late = stopped_at.is_some_and(|at| caught.answered_at.unwrap() > *at);
            assert!(!late, "{address} was mailed after the acknowledgement of {list}");
        }
        for node in nodes {
            node.stop();
        }
    }
}
