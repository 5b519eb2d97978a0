//! What opt-outs are measured against: the same HTTP server, tables, ledger chain and locks, in the way most programs
//! would do it, with a transaction for each request.

use std::net::Ipv4Addr;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::Arc;

use actix_web::{App, HttpResponse, HttpServer, web};
use consentry::clock;
use consentry::config::DatabaseUrl;
use consentry::domain::consent::{Decision, Source};
use consentry::domain::suppression::{Subject, Suppression, SuppressionReason};
use consentry::link::{Claim, Keys};
use consentry::store::ledger::{self, About, Evidence, NewEntry};
use consentry::store::suppressions::{self, Held};
use consentry::store::{Db, StoreError, recipients};

use super::house::{House, ends_with_us, free_port, stop};
use super::relay::wait_for_port;

/// Connections to the database. More buy nothing on 2 cores.
const POOL: u32 = 16;
/// The first argument of a benchmark that is to be the peer.
pub(crate) const BE_THE_PEER: &str = "be-the-peer";

/// A running peer; dropped, it stops.
pub(crate) struct Peer {
    child: Child,
    pub(crate) address: String,
}

impl Peer {
    pub(crate) fn start(house: &House) -> Self {
        let port = free_port();
        let mut command = ends_with_us("TERM");
        command.arg(std::env::current_exe().unwrap()).arg(BE_THE_PEER);
        command.arg(house.database()).arg(house.folder.join("consentry.keys")).arg(port.to_string());
        let child = command.stdin(Stdio::null()).spawn().unwrap();
        wait_for_port(port, "the peer");
        Self { child, address: format!("127.0.0.1:{port}") }
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        stop(&mut self.child, "-TERM");
    }
}

#[derive(Debug)]
struct Manager(DatabaseUrl);

impl r2d2::ManageConnection for Manager {
    type Connection = Db;
    type Error = StoreError;

    fn connect(&self) -> Result<Db, StoreError> {
        Db::open(&self.0)
    }

    fn is_valid(&self, _: &mut Db) -> Result<(), StoreError> {
        Ok(())
    }

    fn has_broken(&self, _: &mut Db) -> bool {
        false
    }
}

#[derive(Clone)]
struct State {
    pool: r2d2::Pool<Manager>,
    keys: Keys,
}

/// Serves until it is told to end. `arguments`: the database, the key file, the port.
pub(crate) fn be(arguments: &[String]) {
    let [database, keys, port] = arguments else { panic!("be-the-peer DATABASE KEYS PORT") };
    let manager = Manager(DatabaseUrl::parse(database).unwrap());
    let pool = r2d2::Pool::builder().max_size(POOL).test_on_check_out(false).build(manager).unwrap();
    let state = web::Data::from(Arc::new(State { pool, keys: Keys::load(Path::new(keys).to_owned()).unwrap() }));
    let port: u16 = port.parse().unwrap();
    let server = HttpServer::new(move || {
        App::new().app_data(state.clone()).service(web::resource("/u/{token}").route(web::post().to(unsubscribe)))
    });
    let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let server = server.workers(cores).bind((Ipv4Addr::LOCALHOST, port)).unwrap().run();
    actix_web::rt::System::new().block_on(server).unwrap();
}

/// Takes the body, too: beside one that nobody reads, actix-web closes a connection now and then (seen once in 40,000 clicks).
async fn unsubscribe(state: web::Data<State>, token: web::Path<String>, _form: web::Bytes) -> HttpResponse {
    let done = web::block(move || {
        let mut db = state.pool.get().unwrap();
        db.write(|db| withdraw(db, &state.keys.open(&token).unwrap()))
    });
    match done.await {
        Ok(Ok(())) => HttpResponse::Ok().content_type("text/plain").body("You get no more of this mail.\n"),
        Ok(Err(error)) => HttpResponse::InternalServerError().body(error.to_string()),
        Err(error) => HttpResponse::InternalServerError().body(error.to_string()),
    }
}

fn withdraw(db: &mut Db, claim: &Claim) -> Result<(), StoreError> {
    let Claim::Unsubscribe { recipient, list, campaign, .. } = *claim else { panic!("another kind of token") };
    recipients::lock(db, &[recipient])?;
    let person = recipients::find(db, recipient)?.unwrap();
    let now = clock::now();
    let entry = NewEntry {
        about: About::Recipient(recipient),
        scope: list.scope(),
        decision: Decision::Withdrawn,
        source: Source::Link,
        basis: "objection".to_owned(),
        happened_at: now,
        recorded_at: now,
        wording: None,
        language: None,
        actor: "recipient".to_owned(),
        request_id: "one-click".to_owned(),
        campaign,
        evidence: Some(Evidence { ip: "127.0.0.1".to_owned(), user_agent: String::new() }),
        note: None,
    };
    let suppression = Suppression {
        subject: Subject::Address,
        scope: list.scope(),
        reason: SuppressionReason::OptOut,
        since: now,
        expires_at: None,
    };
    let actor = "recipient".to_owned();
    suppressions::add(db, &Held { subject: person.address_hash, suppression, label: None, actor, note: None })?;
    // Last: the entry says what is held since.
    ledger::append(db, &[entry])?;
    Ok(())
}
