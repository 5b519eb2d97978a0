//! The group-committing writer: one thread that takes what has queued, runs each piece in a savepoint of one
//! transaction, commits, and only then answers each caller.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use diesel::Connection as _;
use tokio::sync::{mpsc, oneshot};

use super::db::Db;
use super::dialect;
use super::error::StoreError;
use super::looks::{self, LookAnswer, LookRequest};
use super::outcomes::{self, Record};
use crate::config::DatabaseUrl;
use crate::domain::RecipientId;

/// Pieces that one transaction holds at most.
const GROUP: usize = 512;
/// Pieces that may wait; a caller beyond them waits for room.
const QUEUE: usize = 8192;
/// How often a group is tried before its callers are told.
const TRIES: u32 = 4;
/// The wait before the second try; it doubles.
const FIRST_WAIT: Duration = Duration::from_millis(50);

/// The longest that a group waits for company.
const LINGER: Duration = Duration::from_millis(1);
/// How often it looks whether company has come.
const GLANCES: u32 = 10;

/// How long a prepared plan is good: tables grow.
const PLANS_LAST: Duration = Duration::from_secs(1);

type Answer<T> = oneshot::Sender<Result<T, StoreError>>;

/// One piece of work.
enum Piece {
    Look(LookRequest, Answer<LookAnswer>),
    Record(Record, Answer<()>),
    Work(Box<dyn Work>),
}

/// Work whose types the writer need not know.
trait Work: Send {
    fn recipients(&self) -> &[RecipientId];
    fn run(&mut self, db: &mut Db);
    fn answer(self: Box<Self>, committed: Result<(), StoreError>);
}

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
        let run = move || Committer { url, db: Some(db), planned: Instant::now() }.run(inbox);
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

    async fn submit(&self, piece: Piece) -> Result<(), StoreError> {
        self.queue.send(piece).await.map_err(|_: mpsc::error::SendError<Piece>| StoreError::ShuttingDown)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Closing the queue ends the thread after its last group; what was acknowledged was committed before.
        let (closed, _) = mpsc::channel(1);
        self.queue = closed;
        let thread = self.thread.lock().map(|mut held| held.take()).unwrap_or_default();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("A store thread ended in a panic");
        }
    }
}

/// A closure with the place for its result.
pub(super) struct Job<T, E, F> {
    recipients: Vec<RecipientId>,
    work: F,
    result: Option<Result<T, E>>,
    answer: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Job<T, E, F>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
    F: FnMut(&mut Db) -> Result<T, E> + Send + 'static,
{
    pub(super) async fn submit(writer: &Writer, recipients: Vec<RecipientId>, work: F) -> Result<T, E> {
        let (answer, answered) = oneshot::channel();
        writer.submit(Piece::Work(Box::new(Self { recipients, work, result: None, answer }))).await?;
        answered.await.map_err(|_: oneshot::error::RecvError| StoreError::ShuttingDown)?
    }
}

/// Lets a savepoint be rolled back for the caller's own error as well as for the database's.
enum InSavepoint<E> {
    Own(E),
    Database(diesel::result::Error),
}

impl<E> From<diesel::result::Error> for InSavepoint<E> {
    fn from(error: diesel::result::Error) -> Self {
        Self::Database(error)
    }
}

impl<T, E, F> Work for Job<T, E, F>
where
    T: Send,
    E: From<StoreError> + Send,
    F: FnMut(&mut Db) -> Result<T, E> + Send,
{
    fn recipients(&self) -> &[RecipientId] {
        &self.recipients
    }

    fn run(&mut self, db: &mut Db) {
        let in_savepoint = db.transaction(|db| (self.work)(db).map_err(InSavepoint::Own));
        self.result = Some(in_savepoint.map_err(|error| match error {
            InSavepoint::Own(own) => own,
            InSavepoint::Database(error) => StoreError::Query(error).into(),
        }));
    }

    fn answer(self: Box<Self>, committed: Result<(), StoreError>) {
        let Self { result, answer, .. } = *self;
        let not_run = || Err(StoreError::NotCommitted("the work was not run".to_owned()).into());
        let result = committed.map_err(E::from).and_then(|()| result.unwrap_or_else(not_run));
        note_if_gone(answer.send(result).is_err());
    }
}

/// The thread's state.
struct Committer {
    url: DatabaseUrl,
    db: Option<Db>,
    planned: Instant,
}

/// Answers of one group, in the order of their pieces.
struct Results {
    looks: Vec<LookAnswer>,
}

/// A connection to write through.
fn open(url: &DatabaseUrl) -> Result<Db, StoreError> {
    let mut db = Db::open(url)?;
    dialect::go_by_key(&mut db)?;
    Ok(db)
}

impl Committer {
    /// Callers who were answered together come back together. If the first of them got a group for itself, all the
    /// others would wait for the next one, for ever in step, and the wire would be idle while the database works. So a
    /// group waits a moment until half as many have come as were answered before: then one half is written while the
    /// other is on the wire. A caller who is alone never waits.
    fn run(mut self, mut inbox: mpsc::Receiver<Piece>) {
        let mut before = 0;
        while let Some(first) = inbox.blocking_recv() {
            let mut group = Group::default();
            group.add(first);
            group.fill(&mut inbox);
            for _ in 0..GLANCES {
                if group.len() >= before / 2 {
                    break;
                }
                std::thread::sleep(LINGER / GLANCES);
                group.fill(&mut inbox);
            }
            before = group.len();
            let committed = self.commit(&mut group);
            group.answer(committed);
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

/// What one transaction holds.
#[derive(Default)]
struct Group {
    looks: Vec<LookRequest>,
    look_answers: Vec<Answer<LookAnswer>>,
    records: Vec<Record>,
    record_answers: Vec<Answer<()>>,
    work: Vec<Box<dyn Work>>,
}

impl Group {
    fn len(&self) -> usize {
        self.looks.len() + self.records.len() + self.work.len()
    }

    /// Takes what has queued.
    fn fill(&mut self, inbox: &mut mpsc::Receiver<Piece>) {
        while self.len() < GROUP
            && let Ok(piece) = inbox.try_recv()
        {
            self.add(piece);
        }
    }

    fn add(&mut self, piece: Piece) {
        match piece {
            Piece::Look(request, answer) => {
                self.looks.push(request);
                self.look_answers.push(answer);
            }
            Piece::Record(record, answer) => {
                self.records.push(record);
                self.record_answers.push(answer);
            }
            Piece::Work(work) => self.work.push(work),
        }
    }

    /// Locks come first and in one order for every writer of every node: recipients by id, then (on the first append)
    /// the end of the ledger. Outcomes are recorded before choices are made, so that a choice need not wait for a
    /// message that has its answer already; looks come last, so that they see every choice of the group (G3).
    fn run(&mut self, db: &mut Db) -> Result<Results, StoreError> {
        let of_looks = self.looks.iter().map(|look| look.delivery.recipient);
        let of_work = self.work.iter().flat_map(|work| work.recipients().iter().copied());
        let of_records = self.records.iter().filter_map(Record::locks);
        dialect::lock_recipients(db, of_looks.chain(of_work).chain(of_records).collect())?;
        outcomes::record(db, &self.records)?;
        for work in &mut self.work {
            work.run(db);
        }
        let looks = looks::look(db, &self.looks)?;
        Ok(Results { looks })
    }

    fn answer(self, committed: Result<Results, StoreError>) {
        let told = match &committed {
            Ok(_) => None,
            Err(error) => {
                tracing::error!(error = ?error, "A group of writes could not be committed");
                Some(error.to_string())
            }
        };
        let outcome = || match &told {
            None => Ok(()),
            Some(said) => Err(StoreError::NotCommitted(said.clone())),
        };
        let mut looked = committed.map(|results| results.looks).unwrap_or_default().into_iter();
        for answer in self.look_answers {
            let missing = || StoreError::NotCommitted("the look was not run".to_owned());
            let result = outcome().and_then(|()| looked.next().ok_or_else(missing));
            note_if_gone(answer.send(result).is_err());
        }
        for answer in self.record_answers {
            note_if_gone(answer.send(outcome()).is_err());
        }
        for work in self.work {
            work.answer(outcome());
        }
    }
}

fn note_if_gone(gone: bool) {
    if gone {
        tracing::debug!("A caller left before its write was committed");
    }
}
