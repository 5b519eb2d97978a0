//! Everything that there is at one moment: what the database has committed, what processes hold in memory, what the
//! relay has, and what has been promised to whom.

use std::fmt;

use consentry::domain::campaign::CampaignState;
use consentry::domain::delivery::DeliveryState;

/// Deliveries at most.
pub(crate) const DELIVERIES: usize = 2;
/// Processes that send.
pub(crate) const PROCESSES: usize = 2;
/// Hand-overs at the same time at most, those that their process lost the claim of included.
pub(crate) const TASKS: usize = 5;
/// Names that one process may have in use at the same time at most.
const NAMES: u8 = 4;

/// A set of small numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Set(pub(crate) u8);

impl Set {
    pub(crate) const fn has(self, member: usize) -> bool {
        self.0 >> member & 1 == 1
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn put(&mut self, member: usize) {
        self.0 |= 1 << member;
    }

    pub(crate) fn drop(&mut self, member: usize) {
        self.0 &= !(1 << member);
    }

    pub(crate) const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    pub(crate) const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}

/// The id that a process has among the nodes (`nodes.id`): a new one each time it joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Name(pub(crate) u8);

impl Name {
    /// Every name that can be in use.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (0..u8::try_from(PROCESSES).unwrap() * NAMES).map(Self)
    }

    /// Whose name it is.
    pub(crate) fn process(self) -> usize {
        usize::from(self.0 / NAMES)
    }
}

/// A row of `deliveries`. It is due (`due_at` is set) exactly while it is ready or deferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Delivery {
    /// Nothing until the audience is filled.
    pub(crate) state: Option<DeliveryState>,
    pub(crate) attempt: u8,
    pub(crate) node: Option<Name>,
}

impl Delivery {
    pub(crate) const fn is(self, state: DeliveryState) -> bool {
        matches!(self.state, Some(now) if now as u8 == state as u8)
    }

    pub(crate) const fn is_due(self) -> bool {
        matches!(self.state, Some(DeliveryState::Ready | DeliveryState::Deferred))
    }

    pub(crate) const fn is_held(self) -> bool {
        matches!(self.state, Some(DeliveryState::Claimed | DeliveryState::HandingOver))
    }

    /// Whether nobody moves it on any more, a late word of the relay about one that is in doubt excepted.
    pub(crate) const fn has_ended(self) -> bool {
        !self.is_due() && !self.is_held() && self.state.is_some()
    }

    /// What every UPDATE that ends a claim does.
    pub(crate) const fn becomes(&mut self, state: DeliveryState) {
        self.state = Some(state);
        self.node = None;
    }
}

/// What a last look read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Verdict {
    Clear,
    Withheld,
    Paused,
}

/// What became of a hand-over, as long as it stands nowhere but in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Outcome {
    Accepted,
    Deferred,
    Rejected,
    SenderFault,
    NotSent,
    InDoubt,
}

/// How far a hand-over is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Step {
    /// Claimed and rendered.
    Claimed,
    /// MAIL, RCPT and DATA are answered; the relay waits for the body.
    Taken,
    /// The last look has read, under the recipient's lock, and has not committed.
    Looking { verdict: Verdict, after_data: bool },
    /// The clearance is there. Lawful: the committed look came after DATA and found the committed consent clear.
    Cleared { lawful: bool },
    /// The final dot is out.
    Body,
    /// It is over and not recorded.
    Ended(Outcome),
}

/// One hand-over: a message in the memory of one process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Task {
    pub(crate) process: u8,
    pub(crate) delivery: u8,
    pub(crate) attempt: u8,
    pub(crate) name: Name,
    pub(crate) step: Step,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Life {
    Up,
    /// Told to stop: hand-overs go on for a while, nothing is claimed any more.
    Leaving,
    Down,
}

/// A transaction that takes over, between its two statements: the rows that the first one holds locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TakingOver {
    pub(crate) from: Name,
    pub(crate) locked: Set,
}

/// A process that sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Process {
    pub(crate) life: Life,
    pub(crate) name: Option<Name>,
    /// It does not know whether its last claim was committed.
    pub(crate) unsure: bool,
    pub(crate) taking: Option<TakingOver>,
    /// Deliveries that it would send again under an old clearance. Mutants only.
    pub(crate) kept: Set,
    /// What it picked to claim. Mutants only.
    pub(crate) picked: Option<u8>,
}

impl Process {
    pub(crate) const DOWN: Self =
        Self { life: Life::Down, name: None, unsure: false, taking: None, kept: Set(0), picked: None };
}

/// For each delivery the try that is on its way, counted from 1.
pub(crate) type OnTheirWay = [u8; DELIVERIES];

/// A request to stop mail, in the memory of the process that answers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum OptOut {
    NotYet,
    /// What was on its way was read, nothing is committed. Mutants only.
    Read(OnTheirWay),
    /// Acknowledged, nothing is committed. Mutants only.
    AckedFirst,
    /// Committed; waits for these.
    Waiting(OnTheirWay),
    Acknowledged,
    /// Nobody will answer it any more.
    Gone,
}

impl OptOut {
    /// Whether a person waits for its answer.
    pub(crate) const fn is_open(self) -> bool {
        matches!(self, Self::Waiting(_) | Self::Read(_) | Self::AckedFirst)
    }
}

/// What the planner is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Planner {
    Idle,
    /// It saw the campaign sending, and will fill its audience.
    Expands(u8),
    /// It has asked so many questions about what is still open, all answered with nothing. Mutants only.
    Asked(u8, u8),
}

/// How often something may still happen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Left {
    pub(crate) crashes: u8,
    /// Processes that live and are taken for dead.
    pub(crate) takeovers: u8,
    /// Tries that end so that another one follows.
    pub(crate) retries: u8,
    pub(crate) pauses: u8,
    pub(crate) cancels: u8,
    pub(crate) undos: u8,
    /// Commits that succeed and are not answered.
    pub(crate) unanswered: u8,
}

/// Everything at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct State {
    // What is committed.
    pub(crate) deliveries: [Delivery; DELIVERIES],
    pub(crate) campaigns: [CampaignState; DELIVERIES],
    /// Deliveries that an opt-out covers.
    pub(crate) opted_out: Set,
    /// Names that nobody has declared dead.
    pub(crate) alive: Set,
    // What is in memory.
    pub(crate) processes: [Process; PROCESSES],
    pub(crate) tasks: [Option<Task>; TASKS],
    pub(crate) opt_outs: [OptOut; 2],
    pub(crate) planner: Planner,
    // What the relay has.
    /// Bodies with their final dot whose sender waits no longer; the relay may still accept them.
    pub(crate) adrift: [u8; DELIVERIES],
    pub(crate) accepted: [u8; DELIVERIES],
    // What is promised: the relay will accept none of these (G3).
    pub(crate) promised: Set,
    pub(crate) left: Left,
}

impl State {
    pub(crate) fn tasks(&self) -> impl Iterator<Item = (usize, Task)> {
        self.tasks.into_iter().enumerate().filter_map(|(at, task)| Some((at, task?)))
    }

    pub(crate) fn add_task(&mut self, task: Task) {
        let free = self.tasks.iter_mut().find(|place| place.is_none());
        *free.expect("there is a place for every task: raise TASKS") = Some(task);
    }

    /// States that differ only in the places of their tasks are one.
    pub(crate) fn tidy(&mut self) {
        self.tasks.sort_unstable();
    }

    /// Whether a transaction that takes over holds the row of a delivery.
    pub(crate) fn is_row_locked(&self, delivery: usize) -> bool {
        self.processes.iter().filter_map(|process| process.taking).any(|taking| taking.locked.has(delivery))
    }

    pub(crate) fn is_being_taken(&self, name: Name) -> bool {
        self.processes.iter().filter_map(|process| process.taking).any(|taking| taking.from == name)
    }

    /// Whether others still think that the node of this name lives.
    pub(crate) fn is_alive(&self, name: Name) -> bool {
        self.alive.has(usize::from(name.0))
    }

    /// A process is up under a new name.
    pub(crate) fn join(&mut self, process: usize) {
        let name = self.new_name(process);
        self.alive.put(usize::from(name.0));
        self.processes[process].life = Life::Up;
        self.processes[process].name = Some(name);
    }

    /// A name that stands nowhere yet, or nowhere any more, which comes to the same.
    fn new_name(&self, process: usize) -> Name {
        let first = u8::try_from(process).unwrap() * NAMES;
        let mut names = (first..first + NAMES).map(Name);
        let stands = |name: Name| {
            self.is_alive(name)
                || self.is_being_taken(name)
                || self.deliveries.iter().any(|delivery| delivery.node == Some(name))
                || self.tasks().any(|(_, task)| task.name == name)
        };
        names.find(|name| !stands(*name)).expect("there is a name for every process: raise NAMES")
    }
}

impl fmt::Display for State {
    /// What differs from a quiet day.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut said = Vec::new();
        for (number, delivery) in self.deliveries.iter().enumerate() {
            let Some(state) = delivery.state else { continue };
            let by = delivery.node.map(|node| format!(" by {node}")).unwrap_or_default();
            said.push(format!("delivery {} is {state:?}{by}", number + 1));
        }
        for number in (0..DELIVERIES).filter(|number| self.accepted[*number] > 0) {
            said.push(format!("delivery {} was accepted {} times", number + 1, self.accepted[number]));
        }
        for (number, campaign) in self.campaigns.iter().enumerate() {
            if *campaign != CampaignState::Sending {
                said.push(format!("campaign {} is {campaign}", number + 1));
            }
        }
        for (set, what) in [(self.opted_out, "opted out of"), (self.promised, "promised not to come")] {
            for number in (0..DELIVERIES).filter(|number| set.has(*number)) {
                said.push(format!("delivery {} is {what}", number + 1));
            }
        }
        f.write_str(if said.is_empty() { "nothing yet" } else { "" })?;
        f.write_str(&said.join(", "))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "node {}{}", self.process() + 1, ["", "'", "''", "'''"][usize::from(self.0 % NAMES)])
    }
}
