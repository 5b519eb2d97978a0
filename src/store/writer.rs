//! The group-committing writer: one thread that takes what has queued, runs it in one transaction, commits, and only then
//! answers each caller.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use tokio::sync::{mpsc, oneshot};

use super::db::Db;
use super::dialect;
use super::error::StoreError;
use super::group::{Group, Piece, Results};
use super::looks::{DeliveryKey, LookAnswer, LookRequest};
use super::outcomes::Record;
use crate::config::DatabaseUrl;

/// Pieces that may wait; a caller beyond them waits for room.
const QUEUE: usize = 8192;
/// How often a group is tried before its callers are told.
const TRIES: u32 = 4;
/// The wait before the second try; it doubles.
const FIRST_WAIT: Duration = Duration::from_millis(50);

/// The longest that a group waits for company.
const LINGER: Duration = Duration::from_millis(1);
/// How often it looks whether company has come.
const GLANCES: u32 = 4;

/// The longest that a group waits for deliveries whose bodies are on the wire.
const GATHER: Duration = Duration::from_millis(10);
/// The part of them that it waits for.
const GATHERED: usize = 2;
/// For how long after its last look a delivery is expected back any moment; a relay that takes longer is not waited for.
const SOON: Duration = Duration::from_secs(1);

/// How long a prepared plan is good: tables grow.
const PLANS_LAST: Duration = Duration::from_secs(1);

/// A running writer. Dropping it lets the thread finish what has queued and end.
pub struct Writer {
    queue: mpsc::Sender<Piece>,
    thread: Mutex<Option<std::thread::JoinHandle<()>>>,
}

impl Writer {
    /// Opens a connection of its own and starts the thread.
    ///
    /// # Errors
    /// The database cannot be reached, or the system starts no thread.
    pub(super) fn start(url: DatabaseUrl, name: &'static str) -> Result<Self, StoreError> {
        let db = open(&url)?;
        let (queue, inbox) = mpsc::channel(QUEUE);
        let committer =
            Committer { url, db: Some(db), planned: Instant::now(), took: Duration::ZERO, on_wire: HashMap::new() };
        let run = move || committer.run(inbox);
        let thread = std::thread::Builder::new().name(format!("store-{name}")).spawn(run);
        let thread = thread.map_err(|error| StoreError::Connect(error.to_string()))?;
        Ok(Self { queue, thread: Mutex::new(Some(thread)) })
    }

    pub(super) async fn look(&self, request: LookRequest) -> Result<LookAnswer, StoreError> {
        let (answer, answered) = oneshot::channel();
        self.submit(Piece::Look(request, answer)).await?;
        answered.await.map_err(|_: oneshot::error::RecvError| StoreError::ShuttingDown)?
    }

    pub(super) async fn record(&self, record: Record) -> Result<(), StoreError> {
        let (answer, answered) = oneshot::channel();
        self.submit(Piece::Record(record, answer)).await?;
        answered.await.map_err(|_: oneshot::error::RecvError| StoreError::ShuttingDown)?
    }

    pub(super) async fn submit(&self, piece: Piece) -> Result<(), StoreError> {
        self.queue.send(piece).await.map_err(|_: mpsc::error::SendError<Piece>| StoreError::ShuttingDown)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Closing the queue ends the thread after its last group; what was acknowledged was committed before.
        let (closed, _) = mpsc::channel(1);
        self.queue = closed;
        let thread = self.thread.lock().map(|mut held| held.take()).unwrap_or_default();
        // Work may hold the last of all stores. It is dropped on the thread itself then, which cannot wait for its own end.
        let thread = thread.filter(|thread| thread.thread().id() != std::thread::current().id());
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("A store thread ended in a panic");
        }
    }
}

/// The thread's state.
struct Committer {
    url: DatabaseUrl,
    db: Option<Db>,
    planned: Instant,
    /// How long the last group took to write.
    took: Duration,
    /// Deliveries that were let through and whose outcome has not come yet, and since when.
    on_wire: HashMap<DeliveryKey, Instant>,
}

/// Fills the group until it has `enough` pieces, for `at_most` so long.
fn wait_for(group: &mut Group, inbox: &mut mpsc::Receiver<Piece>, enough: usize, at_most: Duration) {
    for _ in 0..GLANCES {
        if group.len() >= enough {
            break;
        }
        std::thread::sleep(at_most / GLANCES);
        group.fill(inbox);
    }
}

/// A connection to write through.
fn open(url: &DatabaseUrl) -> Result<Db, StoreError> {
    let mut db = Db::open(url)?;
    dialect::for_writing(&mut db)?;
    Ok(db)
}

impl Committer {
    /// Callers who were answered together come back together. If the first of them got a group for itself, all the
    /// others would wait for the next one, for ever in step, and the wire would be idle while the database works. So a
    /// group waits a moment until half as many have come as were answered before: then one half is written while the
    /// other is on the wire. A relay that works for longer sends its answers one by one, and each would be a transaction:
    /// there a group waits for a part of those that are on the wire, but no longer than writing one takes: where that is
    /// quick there is nothing to gain. A caller who is alone never waits.
    fn run(mut self, mut inbox: mpsc::Receiver<Piece>) {
        let mut before = 0;
        while let Some(first) = inbox.blocking_recv() {
            let mut group = Group::default();
            group.add(first);
            group.fill(&mut inbox);
            wait_for(&mut group, &mut inbox, before / 2, LINGER);
            let others = self.on_wire.len().saturating_sub(group.len());
            wait_for(&mut group, &mut inbox, others / GATHERED, self.took.min(GATHER));
            before = group.len();
            let began = Instant::now();
            let committed = self.commit(&mut group);
            self.took = began.elapsed();
            self.note_on_wire(&group, committed.as_ref().ok());
            match committed {
                Err(error) if !error.is_temporary() && group.len() > 1 => self.commit_apart(&error, group),
                committed => group.answer(committed),
            }
        }
    }

    fn note_on_wire(&mut self, group: &Group, results: Option<&Results>) {
        let now = Instant::now();
        self.on_wire.retain(|_, since| now.duration_since(*since) < SOON);
        for record in group.records() {
            self.on_wire.remove(&record.delivery);
        }
        let cleared = results.into_iter().flat_map(|results| group.cleared(results));
        self.on_wire.extend(cleared.map(|delivery| (delivery, now)));
    }

    /// Takes apart a group that the database refuses, so that one bad piece does not hold up the others. Where it takes
    /// some, what it refuses is refused for good; where it takes none, the fault may be its own and may pass.
    fn commit_apart(&mut self, error: &StoreError, group: Group) {
        tracing::warn!(error = ?error, pieces = group.len(), "A group of writes was refused and is taken apart");
        let mut refused = Vec::new();
        let mut takes_some = false;
        for mut alone in group.apart() {
            match self.commit(&mut alone) {
                Err(error) => refused.push((alone, error)),
                committed => {
                    takes_some = true;
                    alone.answer(committed);
                }
            }
        }
        for (alone, error) in refused {
            let for_good = takes_some && !error.is_temporary();
            alone.answer(Err(if for_good { StoreError::Refused(error.to_string()) } else { error }));
        }
    }

    /// Runs and commits the group, trying again while the fault may pass.
    fn commit(&mut self, group: &mut Group) -> Result<Results, StoreError> {
        let mut wait = FIRST_WAIT;
        let mut tries = 0;
        loop {
            tries += 1;
            match self.try_commit(group) {
                Err(error) if error.is_temporary() && tries < TRIES => {
                    tracing::warn!(%error, tries, "A group of writes is tried again");
                    std::thread::sleep(wait);
                    wait *= 2;
                }
                result => return result,
            }
        }
    }

    fn try_commit(&mut self, group: &mut Group) -> Result<Results, StoreError> {
        let mut db = match self.db.take() {
            Some(db) => db,
            None => open(&self.url)?,
        };
        if self.planned.elapsed() > PLANS_LAST {
            dialect::forget_plans(&mut db)?;
            self.planned = Instant::now();
        }
        let result = db.write(|db| group.run(db));
        // After any fault the connection is opened anew: nothing of a half-finished dialogue is carried on.
        if result.is_ok() {
            self.db = Some(db);
        }
        result
    }
}

#[cfg(test)]
mod tests {
    use diesel::RunQueryDsl as _;

    use super::super::outcomes::Then;
    use super::super::pool::Store;
    use super::*;
    use crate::domain::delivery::{DeliveryState, Reply};
    use crate::domain::{CampaignId, RecipientId};

    fn outcome(recipient: i64, then: Then) -> Record {
        Record {
            delivery: DeliveryKey::of_campaign(CampaignId::new(1), RecipientId::new(recipient)),
            attempt: 1,
            state: DeliveryState::Rejected,
            due_at: None,
            reason: None,
            reply: None,
            then,
            now: chrono::DateTime::UNIX_EPOCH,
        }
    }

    fn refused() -> Then {
        Then::Suppress(Reply::new(550, "5.1.1 no such user").codes())
    }

    /// The caller is answered, and gone with its own store, before the thread drops the work that holds another.
    #[test]
    fn work_that_holds_the_last_store_ends_the_thread_without_waiting_for_itself() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&DatabaseUrl::Sqlite(folder.path().join("last.sqlite"))).unwrap();
        let held = store.clone();
        let slow = SlowToGo(Some(held));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let work = move |_: &mut Db| {
            assert!(slow.0.is_some());
            Ok::<_, StoreError>(())
        };
        runtime.block_on(store.write(Vec::new(), work)).unwrap();
        drop(store);
        let gone = std::time::Instant::now();
        while ENDED.load(std::sync::atomic::Ordering::Acquire) == 0 {
            assert!(gone.elapsed() < Duration::from_mins(3), "the last store was not dropped");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    static ENDED: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);

    /// Drops its store a moment after everybody else did, and notes that it could.
    struct SlowToGo(Option<Store>);

    impl Drop for SlowToGo {
        fn drop(&mut self) {
            std::thread::sleep(Duration::from_millis(100));
            self.0 = None;
            ENDED.fetch_add(1, std::sync::atomic::Ordering::Release);
        }
    }

    /// A row that nobody can read makes one outcome impossible to record; those that came with it are recorded.
    #[tokio::test]
    async fn one_bad_piece_is_refused_and_holds_up_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&DatabaseUrl::Sqlite(folder.path().join("writer.sqlite"))).unwrap();
        let damage = "INSERT INTO recipients (id, address_hash, domain_hash, source, created_at) \
             VALUES (1, zeroblob(32), zeroblob(32), 'nowhere', 0)";
        let damaged = store.write(Vec::new(), move |db| Ok::<_, StoreError>(diesel::sql_query(damage).execute(db)?));
        damaged.await.unwrap();
        // While the writer is held up, the others come together.
        let held_up = store.write(Vec::new(), |_| {
            std::thread::sleep(Duration::from_millis(200));
            Ok::<_, StoreError>(())
        });
        let together =
            async { tokio::join!(store.record(outcome(1, refused())), store.record(outcome(2, Then::Nothing))) };
        let (held_up, (bad, good)) = tokio::join!(held_up, together);
        assert!(held_up.is_ok() && good.is_ok(), "{good:?}");
        assert!(matches!(bad, Err(StoreError::Refused(_))), "{bad:?}");
    }
}
