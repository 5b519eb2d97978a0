//! `demo --check`: clicks links over real HTTP while mail goes out, counts at the relay, and judges.

use std::collections::{BTreeMap, HashMap};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use super::{Demo, content, people::PEOPLE};
use crate::catcher::Caught;
use crate::cli::{Ended, Failure, say};
use crate::domain::Stream;
use crate::ops::campaigns::Standing;
use crate::ops::ledger::{self, Against, Verified};

/// One in so many of the first campaign's links is clicked.
const SHARE: usize = 2;
/// Clients that click at the same time.
const CLIENTS: usize = 8;

/// What a click asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Click {
    /// RFC 8058: off the list of the message, which is company mail.
    OneClick,
    /// The page's button for everything.
    Everything,
}

/// An opt-out that was acknowledged.
struct Acknowledged {
    address: String,
    click: Click,
    at: Instant,
}

/// Everything that is counted.
struct Counted {
    standings: Vec<Standing>,
    acknowledged: usize,
    refused: usize,
    after_opt_out: usize,
    twice: usize,
    changed_by_get: bool,
    ledger: Verified,
}

pub(super) async fn run(demo: &Demo) -> Ended {
    let first = content::send_company(&demo.app, "Autumn news").await?;
    let first = demo.wait_for(first).await?;
    let links = links(demo);
    say::line(&format!("the first campaign is out: {} messages, {} links", first.accepted, links.len()))?;
    let before = verified(demo).await?;
    fetch_all(&links).await?;
    let changed_by_get = before.head() != verified(demo).await?.head();
    let second = content::send_company(&demo.app, "Winter news").await?;
    let third = content::send_partner(&demo.app).await?;
    let (acknowledged, refused) = click_some(links).await;
    let standings = vec![first, demo.wait_for(second).await?, demo.wait_for(third).await?];
    let caught: Vec<_> =
        demo.mailbox.accepted_since(0).iter().filter_map(|summary| demo.mailbox.get(summary.seq)).collect();
    let counted = Counted {
        after_opt_out: after_opt_out(&caught, &acknowledged),
        twice: twice(&caught),
        acknowledged: acknowledged.len(),
        refused,
        changed_by_get,
        ledger: verified(demo).await?,
        standings,
    };
    report(&counted)
}

async fn verified(demo: &Demo) -> Result<Verified, Failure> {
    ledger::verify(&demo.app, Against::default()).await.map_err(|error| Failure::of(&error))
}

/// The one-click link of every caught message, with the address it went to.
fn links(demo: &Demo) -> Vec<(String, String)> {
    let summaries = demo.mailbox.accepted_since(0);
    let messages = summaries.iter().filter_map(|summary| demo.mailbox.get(summary.seq));
    let link = |caught: &Caught| Some((caught.recipients.first()?.clone(), one_click_url(&caught.raw)?));
    messages.filter_map(|caught| link(&caught)).collect()
}

/// The https (here: loopback) URI of `List-Unsubscribe`.
fn one_click_url(raw: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(raw);
    let (_, value) = text.split_once("\r\nList-Unsubscribe: <")?;
    Some(value.split_once('>')?.0.to_owned())
}

fn client() -> ureq::Agent {
    let config = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(20)));
    config.max_redirects(0).http_status_as_error(false).build().into()
}

/// What a link scanner does.
async fn fetch_all(links: &[(String, String)]) -> Result<(), Failure> {
    let urls: Vec<_> = links.iter().map(|(_, url)| url.clone()).collect();
    let fetched = tokio::task::spawn_blocking(move || {
        let client = client();
        for url in urls {
            client.get(&url).call()?;
            client.head(&url).call()?;
        }
        Ok::<_, ureq::Error>(())
    });
    fetched.await.map_err(|error| Failure::of(&error))?.map_err(|error| Failure::of(&error))
}

/// Clicks a share of the links from several clients at once, and notes the moment of each acknowledgement.
async fn click_some(links: Vec<(String, String)>) -> (Vec<Acknowledged>, usize) {
    let chosen: Vec<_> = links.into_iter().step_by(SHARE).collect();
    let mut clicking = JoinSet::new();
    for part in chosen.chunks(chosen.len().div_ceil(CLIENTS).max(1)) {
        let part = part.to_vec();
        clicking.spawn_blocking(move || {
            let client = client();
            let mut acknowledged = Vec::new();
            for (number, (address, url)) in part.iter().enumerate() {
                let click = if number % 2 == 0 { Click::OneClick } else { Click::Everything };
                let form = match click {
                    Click::OneClick => [("List-Unsubscribe", "One-Click")],
                    Click::Everything => [("stop", "everything")],
                };
                let answer = client.post(url).send_form(form);
                let at = Instant::now();
                if answer.is_ok_and(|answer| answer.status() == 200) {
                    acknowledged.push(Acknowledged { address: address.clone(), click, at });
                }
            }
            (part.len(), acknowledged)
        });
    }
    let mut all = Vec::new();
    let mut refused = 0;
    while let Some(done) = clicking.join_next().await {
        if let Ok((asked, acknowledged)) = done {
            refused += asked - acknowledged.len();
            all.extend(acknowledged);
        }
    }
    (all, refused)
}

/// Messages that the relay accepted after the opt-out that covers them was acknowledged.
fn after_opt_out(caught: &[std::sync::Arc<Caught>], acknowledged: &[Acknowledged]) -> usize {
    let by_address: HashMap<_, _> = acknowledged.iter().map(|ack| (ack.address.as_str(), ack)).collect();
    let too_late = |message: &&std::sync::Arc<Caught>| {
        message.recipients.iter().any(|to| {
            by_address.get(to.as_str()).is_some_and(|ack| {
                let covered = ack.click == Click::Everything || stream_of(message) == Stream::Company;
                covered && message.accepted_at > ack.at
            })
        })
    };
    caught.iter().filter(too_late).count()
}

/// By the List-Id: partner campaigns of the demo name their partner.
fn stream_of(message: &Caught) -> Stream {
    let of_partner = String::from_utf8_lossy(&message.raw).contains("<partner-");
    if of_partner { Stream::Partner } else { Stream::Company }
}

/// Messages that somebody got twice.
fn twice(caught: &[std::sync::Arc<Caught>]) -> usize {
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    for message in caught {
        let text = String::from_utf8_lossy(&message.raw);
        let id = text
            .split_once("\r\nMessage-ID: ")
            .and_then(|(_, rest)| rest.split_once("\r\n"))
            .map(|(id, _)| id.to_owned());
        *seen.entry((message.recipients.join(","), id.unwrap_or_default())).or_default() += 1;
    }
    seen.values().map(|times| times - 1).sum()
}

fn report(counted: &Counted) -> Ended {
    say::line("")?;
    say::line("campaign          audience  accepted  withheld  other")?;
    let mut adds_up = true;
    for standing in &counted.standings {
        let withheld: i64 = standing.withheld.values().sum();
        let other = standing.deferred + standing.rejected + standing.in_doubt + standing.ready;
        adds_up &= standing.accepted + withheld + other == standing.audience;
        adds_up &= other == 0 && usize::try_from(standing.audience).is_ok_and(|audience| audience == PEOPLE);
        let (name, audience, accepted) = (&standing.name, standing.audience, standing.accepted);
        say::line(&format!("{name:<16}  {audience:>8}  {accepted:>8}  {withheld:>8}  {other:>5}"))?;
        for (reason, number) in &standing.withheld {
            say::line(&format!("{number:>38}  because: {reason}"))?;
        }
    }
    say::line("")?;
    let intact = matches!(counted.ledger, Verified::Intact { .. });
    let lines = [
        ("opt-outs acknowledged while mail went out", counted.acknowledged.to_string(), counted.acknowledged > 0),
        ("opt-outs not acknowledged", counted.refused.to_string(), counted.refused == 0),
        ("mails accepted after an acknowledged opt-out", counted.after_opt_out.to_string(), counted.after_opt_out == 0),
        ("mails that somebody got twice", counted.twice.to_string(), counted.twice == 0),
        ("ledger changed by GET or HEAD", counted.changed_by_get.to_string(), !counted.changed_by_get),
        ("everybody accounted for", adds_up.to_string(), adds_up),
        ("ledger intact", intact.to_string(), intact),
    ];
    let mut right = true;
    for (what, value, good) in lines {
        right &= good;
        say::line(&format!("{:>5}  {what:<46} {value}", if good { "ok" } else { "WRONG" }))?;
    }
    Ok(if right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
