//! `cargo bench --bench scale`: whether a message costs the same in a small campaign and in a large one.

use clap::Parser;
use consentry::store::{campaigns, expansion};
use consentry::{clock, domain::CampaignId};

use super::figures::{float, machine, peak_memory, thousands};
use super::house::{House, On};
use super::postgres::Cluster;
use super::relay::Sink;

/// What a message costs at several sizes of the audience, its own peer at the smallest: seconds to fill the audience,
/// messages a second and processor time for each message (of consentry and the database), and the most memory that
/// consentry took. Above --sent-up-to only the audience is filled.
#[derive(Parser)]
#[command(name = "cargo bench --bench scale --")]
struct Arguments {
    /// Only the small sizes: for a look, not for a judgement
    #[arg(long)]
    quick: bool,
    /// Sizes of the audience, each ten times the one before or so; 10000000 takes 20 minutes and 6 GB of disk
    #[arg(long, value_delimiter = ',', default_value = "10000,100000")]
    people: Vec<usize>,
    /// The largest audience that mail is sent to
    #[arg(long, default_value_t = 1_000_000)]
    sent_up_to: usize,
    /// Databases
    #[arg(long, value_delimiter = ',', default_value = "sqlite,postgres")]
    databases: Vec<On>,
    /// Given by cargo
    #[arg(long, hide = true)]
    bench: bool,
}

pub(crate) fn main() {
    let mut arguments = Arguments::parse();
    if arguments.quick {
        arguments.people = vec![2_000, 20_000];
    }
    println!("scale: {}", machine());
    println!(
        "{:<11} {:>10} {:>16} {:>12} {:>14} {:>10}",
        "database", "people", "audience/person", "messages", "CPU/message", "memory"
    );
    let sink = Sink::start();
    let cluster = arguments.databases.contains(&On::Postgres).then(Cluster::start);
    for on in arguments.databases.clone() {
        for people in arguments.people.clone() {
            let mut house = House::build(on, cluster.as_ref());
            house.set("CONSENTRY_RELAY", &format!("smtp://127.0.0.1:{}?tls=none", sink.port));
            house.set("CONSENTRY_SIGN", "false");
            house.set("CONSENTRY_SENDERS", "64");
            house.import(people);
            let filled = fill(&house);
            let sent = (people <= arguments.sent_up_to).then(|| send(&house));
            let sent = sent.unwrap_or_else(|| "         not sent".to_owned());
            println!("{:<11} {:>10} {:>13.2} us {sent}", on.name(), thousands(float(people)), filled);
        }
    }
}

/// Fills an audience page by page as the planner does, and returns the microseconds for each person.
fn fill(house: &House) -> f64 {
    let campaign = CampaignId::new(house.draft("to fill"));
    let mut db = house.db();
    let now = clock::now();
    let scheduled = consentry::domain::campaign::CampaignState::Scheduled;
    let draft = consentry::domain::campaign::CampaignState::Draft;
    db.write(|db| campaigns::change_state(db, campaign, draft, scheduled, now)).unwrap();
    let begun = std::time::Instant::now();
    db.write(|db| campaigns::start(db, campaign, now)).unwrap();
    let mut added = 0;
    while let expansion::Expanded::Page(page) = db.write(|db| expansion::step(db, campaign, now)).unwrap() {
        added += page;
    }
    let micros = begun.elapsed().as_secs_f64() * 1e6 / float(usize::try_from(added).unwrap());
    // Nothing of it is to be sent.
    let sending = consentry::domain::campaign::CampaignState::Sending;
    let cancelled = consentry::domain::campaign::CampaignState::Cancelled;
    db.write(|db| campaigns::change_state(db, campaign, sending, cancelled, now)).unwrap();
    let reason = consentry::domain::verdict::Reason::CampaignCancelled;
    let mut behind = None;
    loop {
        let page = |db: &mut _| consentry::store::deliveries::withhold_waiting(db, campaign, reason, behind, now);
        behind = db.write(page).unwrap();
        if behind.is_none() {
            break;
        }
    }
    micros
}

/// Sends a campaign to everybody.
fn send(house: &House) -> String {
    let campaign = house.campaign("to send");
    let serving = house.serve(&["--only", "sender"]);
    let ended = house.wait_for(campaign);
    let messages = float(ended.accepted);
    format!(
        "{:>10}/s {:>11.0} us {:>7.0} MB",
        thousands(messages / ended.seconds),
        serving.processor_time() / messages * 1e6,
        peak_memory(serving.pid())
    )
}
