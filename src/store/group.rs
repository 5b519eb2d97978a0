//! What one transaction of a writer holds: last looks, outcomes, choices, and work of any other kind.

use chrono::{DateTime, Utc};
use diesel::Connection as _;
use tokio::sync::{mpsc, oneshot};

use super::choices::{self, Choice, Decided, Known};
use super::db::Db;
use super::dialect;
use super::error::StoreError;
use super::held_changes;
use super::ledger::NewEntry;
use super::looks::{self, DeliveryKey, LookAnswer, LookRequest};
use super::outcomes::{self, Record};
use super::suppressions::Held;
use super::writer::Writer;
use crate::domain::{RecipientId, Seq};

/// Pieces that one transaction holds at most.
const GROUP: usize = 512;

pub(super) type Answer<T> = oneshot::Sender<Result<T, StoreError>>;

/// One piece of work.
pub(super) enum Piece {
    Look(LookRequest, Answer<LookAnswer>),
    Record(Record, Answer<()>),
    Choice(Box<dyn Choice>),
    Work(Box<dyn Work>),
}

/// Work whose types the writer need not know.
pub(super) trait Work: Send {
    fn recipients(&self) -> &[RecipientId];
    fn run(&mut self, db: &mut Db);
    fn answer(self: Box<Self>, committed: Result<(), StoreError>);
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
        let in_savepoint = db.transaction(|db| {
            let done = (self.work)(db).map_err(InSavepoint::Own)?;
            held_changes::all_said().map_err(|unsaid| InSavepoint::Own(unsaid.into()))?;
            Ok(done)
        });
        if in_savepoint.is_err() {
            held_changes::forget();
        }
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

/// A choice with the place for its answer.
pub(super) struct Choosing<T, E, F> {
    recipient: RecipientId,
    doubts_since: DateTime<Utc>,
    decide: F,
    outcome: Option<Result<Then<T>, E>>,
    result: Option<Result<T, E>>,
    answer: oneshot::Sender<Result<T, E>>,
}

type Then<T> = Box<dyn FnOnce(Option<Seq>) -> T + Send>;

impl<T, E, F> Choosing<T, E, F>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
    F: FnMut(&mut Db, Option<&Known>) -> Result<Decided<T>, E> + Send + 'static,
{
    pub(super) async fn submit(
        writer: &Writer,
        recipient: RecipientId,
        doubts_since: DateTime<Utc>,
        decide: F,
    ) -> Result<T, E> {
        let (answer, answered) = oneshot::channel();
        let choice = Self { recipient, doubts_since, decide, outcome: None, result: None, answer };
        writer.submit(Piece::Choice(Box::new(choice))).await?;
        answered.await.map_err(|_: oneshot::error::RecvError| StoreError::ShuttingDown)?
    }
}

impl<T, E, F> Choice for Choosing<T, E, F>
where
    T: Send,
    E: From<StoreError> + Send,
    F: FnMut(&mut Db, Option<&Known>) -> Result<Decided<T>, E> + Send,
{
    fn recipient(&self) -> RecipientId {
        self.recipient
    }

    fn doubts_since(&self) -> DateTime<Utc> {
        self.doubts_since
    }

    fn decide(&mut self, db: &mut Db, known: Option<&Known>) -> (Vec<NewEntry>, Vec<Held>) {
        match (self.decide)(db, known) {
            Ok(Decided { entries, suppressions, then }) => {
                self.outcome = Some(Ok(then));
                (entries, suppressions)
            }
            Err(error) => {
                self.outcome = Some(Err(error));
                (Vec::new(), Vec::new())
            }
        }
    }

    fn written(&mut self, first: Option<Seq>) {
        self.result = self.outcome.take().map(|outcome| outcome.map(|then| then(first)));
    }

    fn answer(self: Box<Self>, committed: Result<(), StoreError>) {
        let not_decided = || Err(StoreError::NotCommitted("the choice was not decided".to_owned()).into());
        let Self { result, answer, .. } = *self;
        let result = committed.map_err(E::from).and_then(|()| result.unwrap_or_else(not_decided));
        note_if_gone(answer.send(result).is_err());
    }
}

/// Answers of one group, in the order of their pieces.
pub(super) struct Results {
    looks: Vec<LookAnswer>,
}

/// What one transaction holds.
#[derive(Default)]
pub(super) struct Group {
    looks: Vec<LookRequest>,
    look_answers: Vec<Answer<LookAnswer>>,
    records: Vec<Record>,
    record_answers: Vec<Answer<()>>,
    choices: Vec<Box<dyn Choice>>,
    work: Vec<Box<dyn Work>>,
}

impl Group {
    pub(super) fn len(&self) -> usize {
        self.looks.len() + self.records.len() + self.choices.len() + self.work.len()
    }

    /// Takes what has queued.
    pub(super) fn fill(&mut self, inbox: &mut mpsc::Receiver<Piece>) {
        while self.len() < GROUP
            && let Ok(piece) = inbox.try_recv()
        {
            self.add(piece);
        }
    }

    pub(super) fn add(&mut self, piece: Piece) {
        match piece {
            Piece::Look(request, answer) => {
                self.looks.push(request);
                self.look_answers.push(answer);
            }
            Piece::Record(record, answer) => {
                self.records.push(record);
                self.record_answers.push(answer);
            }
            Piece::Choice(choice) => self.choices.push(choice),
            Piece::Work(work) => self.work.push(work),
        }
    }

    /// The outcomes that it records.
    pub(super) fn records(&self) -> &[Record] {
        &self.records
    }

    /// The deliveries that its looks let through.
    pub(super) fn cleared(&self, results: &Results) -> impl Iterator<Item = DeliveryKey> {
        let looked = self.looks.iter().zip(&results.looks);
        looked.filter(|(_, answer)| matches!(answer, LookAnswer::Clear)).map(|(look, _)| look.delivery)
    }

    /// Each piece in a group of its own.
    pub(super) fn apart(self) -> Vec<Self> {
        let looks = self.looks.into_iter().zip(self.look_answers).map(|(look, answer)| Piece::Look(look, answer));
        let records =
            self.records.into_iter().zip(self.record_answers).map(|(record, answer)| Piece::Record(record, answer));
        let choices = self.choices.into_iter().map(Piece::Choice);
        let work = self.work.into_iter().map(Piece::Work);
        let alone = |piece| {
            let mut group = Self::default();
            group.add(piece);
            group
        };
        // In the order in which one transaction would have run them.
        records.chain(work).chain(choices).chain(looks).map(alone).collect()
    }

    /// Locks come first and in one order for every writer of every node: recipients by id, then (on the first append)
    /// the end of the ledger. Outcomes are recorded before choices are made, so that a choice need not wait for a
    /// message that has its answer already; looks come last, so that they see every choice of the group (G3).
    pub(super) fn run(&mut self, db: &mut Db) -> Result<Results, StoreError> {
        let of_looks = self.looks.iter().map(|look| look.delivery.recipient);
        let of_work = self.work.iter().flat_map(|work| work.recipients().iter().copied());
        let of_choices = self.choices.iter().map(|choice| choice.recipient());
        let of_records = self.records.iter().filter_map(Record::locks);
        dialect::lock_recipients(db, of_looks.chain(of_work).chain(of_choices).chain(of_records).collect())?;
        outcomes::record(db, &self.records)?;
        for work in &mut self.work {
            work.run(db);
        }
        choices::make(db, &mut self.choices)?;
        let looks = looks::look(db, &self.looks)?;
        Ok(Results { looks })
    }

    pub(super) fn answer(self, committed: Result<Results, StoreError>) {
        let told = committed.as_ref().err().map(StoreError::told);
        let outcome = || told.as_ref().map_or(Ok(()), |told| Err(told.told()));
        let mut looked = committed.map(|results| results.looks).unwrap_or_default().into_iter();
        for answer in self.look_answers {
            let missing = || StoreError::NotCommitted("the look was not run".to_owned());
            let result = outcome().and_then(|()| looked.next().ok_or_else(missing));
            note_if_gone(answer.send(result).is_err());
        }
        for answer in self.record_answers {
            note_if_gone(answer.send(outcome()).is_err());
        }
        for choice in self.choices {
            choice.answer(outcome());
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
