//! `cargo bench --bench send`: a campaign through the whole path, beside `smtp-source`.

use std::time::{Duration, Instant};

use clap::Parser;

use super::figures::{float, machine, median, thousands};
use super::house::{House, On};
use super::postgres::Cluster;
use super::relay::{Postfix, Sink, message_bytes, smtp_source};

/// Messages of 10 KB a second, through the whole path: claim, compose, sign, last look, durable marks, outcome. Beside
/// each run, in turns, `smtp-source -d` with the same connections, number and size of messages to the same smtp-sink.
#[derive(Parser)]
#[command(name = "cargo bench --bench send --")]
struct Arguments {
    /// Fewer messages and one run: for a look, not for a judgement
    #[arg(long)]
    quick: bool,
    /// Messages of one run
    #[arg(long, default_value_t = 50_000)]
    messages: usize,
    /// Runs of each side; the median counts
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// Connections to the relay
    #[arg(long, value_delimiter = ',', default_value = "64")]
    connections: Vec<usize>,
    /// Databases
    #[arg(long, value_delimiter = ',', default_value = "sqlite,postgres")]
    databases: Vec<On>,
    /// Signatures
    #[arg(long, value_delimiter = ',', default_value = "none")]
    signed: Vec<Signed>,
    /// Hand to a Postfix of the benchmark's own instead of smtp-sink (as root)
    #[arg(long)]
    postfix: bool,
    /// Given by cargo
    #[arg(long, hide = true)]
    bench: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Signed {
    None,
    Ed25519,
    Rsa,
}

impl Signed {
    const fn name(self) -> &'static str {
        match self {
            Self::None => "unsigned",
            Self::Ed25519 => "Ed25519",
            Self::Rsa => "RSA-2048",
        }
    }
}

pub(crate) fn main() {
    let mut arguments = Arguments::parse();
    if arguments.quick {
        (arguments.messages, arguments.runs) = (arguments.messages.min(5_000), 1);
    }
    let bytes = message_bytes();
    println!("send: {}", machine());
    println!("{} messages of {bytes} bytes a run, median of {} runs", arguments.messages, arguments.runs);
    println!(
        "{:<11} {:<9} {:>5} {:>10} {:>12} {:>6} {:>12}",
        "database", "signed", "conns", "consentry", "smtp-source", "ratio", "CPU/message"
    );
    if arguments.signed.contains(&Signed::Rsa) {
        println!("the machine signs {} times a second with RSA-2048 on all cores", thousands(raw_rsa()));
    }
    let sink = Sink::start();
    let postfix = arguments.postfix.then(|| Postfix::start(sink.port));
    let relay = postfix.as_ref().map_or(sink.port, |postfix| postfix.port);
    let cluster = arguments.databases.contains(&On::Postgres).then(Cluster::start);
    for on in arguments.databases.clone() {
        let mut house = House::build(on, cluster.as_ref());
        house.import(arguments.messages);
        for signed in arguments.signed.clone() {
            furnish(&mut house, signed, relay);
            for connections in arguments.connections.clone() {
                house.set("CONSENTRY_SENDERS", &connections.to_string());
                compare(&arguments, &house, (relay, postfix.as_ref()), on, signed, connections, bytes);
            }
        }
    }
}

/// Gives the house its relay, and keys to sign with.
fn furnish(house: &mut House, signed: Signed, relay: u16) {
    house.set("CONSENTRY_RELAY", &format!("smtp://127.0.0.1:{relay}?tls=none"));
    let algorithm = match signed {
        Signed::None => return house.set("CONSENTRY_SIGN", "false"),
        Signed::Ed25519 => "ed25519",
        Signed::Rsa => "rsa",
    };
    let keys = house.folder.join(format!("{algorithm}.keys"));
    std::fs::copy(house.folder.join("consentry.keys"), &keys).unwrap();
    house.set("CONSENTRY_KEYS", keys.to_str().unwrap());
    house.set("CONSENTRY_SIGN", "true");
    house.ok(&["keys", "dkim", "--algorithm", algorithm]);
}

fn compare(
    arguments: &Arguments,
    house: &House,
    relay: (u16, Option<&Postfix>),
    on: On,
    signed: Signed,
    connections: usize,
    bytes: usize,
) {
    let (port, postfix) = relay;
    let drain = || postfix.map(Postfix::drain).unwrap_or_default();
    let (mut ours, mut theirs, mut costs) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..arguments.runs {
        let campaign = house.campaign(&format!("{} {connections} {run}", signed.name()));
        let serving = house.serve(&["--only", "sender"]);
        let ended = house.wait_for(campaign);
        let messages = float(ended.accepted);
        assert_eq!(ended.accepted, arguments.messages, "not every message was accepted");
        ours.push(messages / ended.seconds);
        costs.push(serving.processor_time() / messages * 1e6);
        drop(serving);
        drain();
        theirs.push(smtp_source(port, connections, arguments.messages, bytes));
        drain();
    }
    println!(
        "{:<11} {:<9} {connections:>5} {:>8}/s {:>10}/s {:>6.2} {:>9.0} us",
        on.name(),
        signed.name(),
        thousands(median(&ours)),
        thousands(median(&theirs)),
        median(&ours) / median(&theirs),
        median(&costs)
    );
}

/// How many RSA-2048 signatures all cores make in a second, with nothing else to do.
fn raw_rsa() -> f64 {
    use aws_lc_rs::rsa::KeySize;
    use aws_lc_rs::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
    let key = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let sign = || {
        let mut signature = vec![0; key.public_modulus_len()];
        let random = aws_lc_rs::rand::SystemRandom::new();
        let (begun, mut made) = (Instant::now(), 0);
        while begun.elapsed() < Duration::from_secs(2) {
            key.sign(&RSA_PKCS1_SHA256, &random, &[7; 32], &mut signature).unwrap();
            made += 1;
        }
        float(made) / begun.elapsed().as_secs_f64()
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(sign)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    })
}
