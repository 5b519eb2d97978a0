//! `cargo bench --bench optout`: one click after the other, durable and final, beside a transaction for each request.

use std::time::{Duration, Instant};

use clap::Parser;
use consentry::domain::{List, RecipientId, Stream};
use consentry::link::{Claim, Keys};
use diesel::RunQueryDsl as _;
use diesel::sql_types::BigInt;

use super::figures::{float, machine, median, thousands};
use super::house::{House, On};
use super::load::{Seen, click};
use super::peer::{self, Peer};
use super::postgres::Cluster;
use super::relay::Sink;

/// One-click opt-outs a second (RFC 8058) over HTTP: token, ledger entry and suppression committed durably, the wait for
/// messages on their way, the page. Beside each run, in turns, a handler with the same server, tables and chain that
/// opens a transaction for each request. At the end: the same clicks while a campaign goes out at full speed.
#[derive(Parser)]
#[command(name = "cargo bench --bench optout --")]
struct Arguments {
    /// Fewer clicks and one run: for a look, not for a judgement
    #[arg(long)]
    quick: bool,
    /// Clicks of one run (a tenth over one connection)
    #[arg(long, default_value_t = 20_000)]
    clicks: usize,
    /// Runs of each side; the median counts
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// Connections of clients
    #[arg(long, value_delimiter = ',', default_value = "1,16,64,256")]
    connections: Vec<usize>,
    /// Databases
    #[arg(long, value_delimiter = ',', default_value = "sqlite,postgres")]
    databases: Vec<On>,
    /// Given by cargo
    #[arg(long, hide = true)]
    bench: bool,
}

impl Arguments {
    fn clicks_over(&self, connections: usize) -> usize {
        if connections == 1 { self.clicks / 10 } else { self.clicks }
    }
}

pub(crate) fn main() {
    let given: Vec<String> = std::env::args().collect();
    if given.get(1).is_some_and(|first| first == peer::BE_THE_PEER) {
        return peer::be(&given[2..]);
    }
    let mut arguments = Arguments::parse();
    if arguments.quick {
        (arguments.clicks, arguments.runs) = (arguments.clicks.min(4_000), 1);
    }
    println!("optout: {}", machine());
    println!("{} clicks a run, median of {} runs", arguments.clicks, arguments.runs);
    println!(
        "{:<11} {:>5} {:>10} {:>10} {:>12} {:>10} {:>6}",
        "database", "conns", "consentry", "p99", "transaction", "p99", "ratio"
    );
    let sink = Sink::start();
    let cluster = arguments.databases.contains(&On::Postgres).then(Cluster::start);
    for on in arguments.databases.clone() {
        let mut house = House::build(on, cluster.as_ref());
        house.set("CONSENTRY_RELAY", &format!("smtp://127.0.0.1:{}?tls=none", sink.port));
        house.set("CONSENTRY_SIGN", "false");
        house.set("CONSENTRY_SENDERS", "64");
        let both: usize = arguments.connections.iter().map(|n| 2 * arguments.clicks_over(*n) * arguments.runs).sum();
        // Everybody has two lists to leave.
        house.import((both + arguments.clicks).div_ceil(2));
        let mut tokens = tokens(&house);
        for connections in arguments.connections.clone() {
            compare(&arguments, &house, &mut tokens, on, connections);
        }
        beside_a_campaign(&arguments, &house, &tokens, on);
    }
}

#[derive(diesel::QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// A link out of each list for everybody: partner mail last, so that a campaign in company mail meets few who left.
fn tokens(house: &House) -> Vec<String> {
    let ids: Vec<Id> =
        diesel::sql_query("SELECT id FROM recipients ORDER BY address_hash").load(&mut house.db()).unwrap();
    let keys = Keys::load(house.folder.join("consentry.keys")).unwrap();
    let token = |stream, id: &Id| {
        let (recipient, list) = (RecipientId::new(id.id), List::Stream(stream));
        keys.mint(&Claim::Unsubscribe { recipient, list, campaign: None })
    };
    let company = ids.iter().map(|id| token(Stream::Company, id));
    company.chain(ids.iter().map(|id| token(Stream::Partner, id))).collect()
}

/// Takes so many off the end.
fn some(tokens: &mut Vec<String>, clicks: usize) -> Vec<String> {
    tokens.split_off(tokens.len() - clicks)
}

fn compare(arguments: &Arguments, house: &House, tokens: &mut Vec<String>, on: On, connections: usize) {
    let (mut ours, mut theirs): (Vec<Seen>, Vec<Seen>) = (Vec::new(), Vec::new());
    let clicks = arguments.clicks_over(connections);
    for _ in 0..arguments.runs {
        let serving = house.serve(&["--only", "web"]);
        ours.push(click(&serving.address, &some(tokens, clicks), connections));
        drop(serving);
        let peer = Peer::start(house);
        theirs.push(click(&peer.address, &some(tokens, clicks), connections));
    }
    let rate = |seen: &[Seen]| median(&seen.iter().map(|seen| seen.per_second).collect::<Vec<_>>());
    let p99 = |seen: &[Seen]| median(&seen.iter().map(|seen| seen.p99).collect::<Vec<_>>());
    println!(
        "{:<11} {connections:>5} {:>8}/s {:>7.1} ms {:>10}/s {:>7.1} ms {:>6.2}",
        on.name(),
        thousands(rate(&ours)),
        p99(&ours),
        thousands(rate(&theirs)),
        p99(&theirs),
        rate(&ours) / rate(&theirs)
    );
}

/// Clicks while a campaign goes out over 64 connections.
fn beside_a_campaign(arguments: &Arguments, house: &House, tokens: &[String], on: On) {
    let connections = 16;
    let campaign = house.campaign("beside");
    let serving = house.serve(&[]);
    std::thread::sleep(Duration::from_secs(1));
    let (begun, before) = (Instant::now(), house.accepted(campaign));
    let seen = click(&serving.address, &tokens[tokens.len() - arguments.clicks..], connections);
    let sent = float(house.accepted(campaign) - before) / begun.elapsed().as_secs_f64();
    println!(
        "{:<11} {connections:>5} {:>8}/s {:>7.1} ms   while a campaign went out at {} messages a second",
        on.name(),
        thousands(seen.per_second),
        seen.p99,
        thousands(sent),
    );
}
