//! Breadth first through every state that a protocol can come to, with the shortest way to the first broken promise.
//!
//! Two kinds of promises: what must hold in every state and at every move (told by the protocol itself), and that from
//! every state the end can still be reached by moves that are no faults (told by walking back from the ends).

use std::collections::HashMap;
use std::fmt::{Debug, Display, Write as _};
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// What is explored.
pub(crate) trait Protocol {
    /// Everything that there is at one moment.
    type State: Copy + Eq + Hash + Display;
    /// What leads from one state to the next.
    type Move: Copy + Display;
    /// What may be broken.
    type Promise: Copy + Eq + Debug + Display;
    /// The promise that from every state an end can be reached.
    const AN_END: Self::Promise;

    /// Where it begins.
    fn start(&self) -> Self::State;
    /// Every move that is possible in `from`.
    fn moves(&self, from: &Self::State, into: &mut Vec<Next<Self>>);
    /// The promise that `state` itself breaks.
    fn broken_in(&self, state: &Self::State) -> Option<Self::Promise>;
    /// Whether nothing is left to do.
    fn is_end(&self, state: &Self::State) -> bool;
}

/// One possible move.
pub(crate) struct Next<P: Protocol + ?Sized> {
    /// The move.
    pub(crate) made: P::Move,
    /// Where it leads.
    pub(crate) to: P::State,
    /// The promise that it breaks.
    pub(crate) breaks: Option<P::Promise>,
    /// Whether it happens when nothing goes wrong any more. Only such moves count on the way to an end.
    pub(crate) hopeful: bool,
}

/// What an exploration found.
pub(crate) struct Found<P: Protocol + ?Sized> {
    /// States seen.
    pub(crate) states: usize,
    /// Moves tried.
    pub(crate) moves: usize,
    /// The first broken promise, with the moves to it.
    pub(crate) broken: Option<Broken<P>>,
}

/// A broken promise and a shortest way to break it.
pub(crate) struct Broken<P: Protocol + ?Sized> {
    /// Which promise.
    pub(crate) promise: P::Promise,
    start: P::State,
    way: Vec<(P::Move, P::State)>,
}

impl<P: Protocol + ?Sized> Broken<P> {
    /// How many moves it takes.
    pub(crate) fn len(&self) -> usize {
        self.way.len()
    }

    /// The way, a line for each move, and the state where it looks different after one.
    pub(crate) fn told(&self) -> String {
        let mut last = self.start.to_string();
        let mut told = format!("broken: {}\n      > {last}\n", self.promise);
        for (number, (made, state)) in self.way.iter().enumerate() {
            writeln!(told, "{:>4}. {made}", number + 1).unwrap();
            let now = state.to_string();
            if now != last {
                writeln!(told, "      > {now}").unwrap();
                last = now;
            }
        }
        told
    }
}

/// Walks through everything. Stops at the first broken promise; the same order every time.
pub(crate) fn explore<P: Protocol>(protocol: &P) -> Found<P> {
    explore_telling(protocol, |_| {})
}

/// As [`explore`], and tells each move that is tried.
pub(crate) fn explore_telling<P: Protocol>(protocol: &P, mut tell: impl FnMut(P::Move)) -> Found<P> {
    let mut seen = Seen::starting_at(protocol.start());
    let mut hopeful: Vec<(u32, u32)> = Vec::new();
    let (mut next, mut moves, mut at) = (Vec::new(), 0, 0);
    while let Some(from) = seen.states.get(at).copied() {
        if let Some(promise) = protocol.broken_in(&from) {
            return seen.found(moves, Some(seen.broken(promise, at, None)));
        }
        protocol.moves(&from, &mut next);
        moves += next.len();
        for step in next.drain(..) {
            tell(step.made);
            if let Some(promise) = step.breaks {
                return seen.found(moves, Some(seen.broken(promise, at, Some((step.made, step.to)))));
            }
            let to = seen.add(step.to, at, step.made);
            if step.hopeful {
                hopeful.push((number(at), to));
            }
        }
        at += 1;
    }
    let stuck = stuck(protocol, &seen.states, &hopeful);
    let broken = stuck.map(|at| seen.broken(P::AN_END, at, None));
    seen.found(moves, broken)
}

/// The first state from which no end can be reached.
fn stuck<P: Protocol>(protocol: &P, states: &[P::State], hopeful: &[(u32, u32)]) -> Option<usize> {
    // For each state those that lead to it, side by side in one list.
    let mut begins = vec![0_usize; states.len() + 1];
    for (_, to) in hopeful {
        begins[*to as usize + 1] += 1;
    }
    for at in 1..begins.len() {
        begins[at] += begins[at - 1];
    }
    let (mut fill, mut before) = (begins.clone(), vec![0_u32; hopeful.len()]);
    for (from, to) in hopeful {
        before[fill[*to as usize]] = *from;
        fill[*to as usize] += 1;
    }
    let mut ends_from: Vec<bool> = states.iter().map(|state| protocol.is_end(state)).collect();
    let mut open: Vec<usize> = (0..states.len()).filter(|at| ends_from[*at]).collect();
    while let Some(at) = open.pop() {
        for from in &before[begins[at]..begins[at + 1]] {
            let from = *from as usize;
            if !std::mem::replace(&mut ends_from[from], true) {
                open.push(from);
            }
        }
    }
    ends_from.iter().position(|ends| !ends)
}

struct Seen<P: Protocol> {
    states: Vec<P::State>,
    came: Vec<Option<(u32, P::Move)>>,
    index: HashMap<P::State, u32, BuildHasherDefault<Quick>>,
}

impl<P: Protocol> Seen<P> {
    fn starting_at(start: P::State) -> Self {
        let index = std::iter::once((start, 0)).collect();
        Self { states: vec![start], came: vec![None], index }
    }

    fn add(&mut self, state: P::State, from: usize, made: P::Move) -> u32 {
        let fresh = number(self.states.len());
        let at = *self.index.entry(state).or_insert(fresh);
        if at == fresh {
            self.states.push(state);
            self.came.push(Some((number(from), made)));
        }
        at
    }

    fn found(&self, moves: usize, broken: Option<Broken<P>>) -> Found<P> {
        Found { states: self.states.len(), moves, broken }
    }

    fn broken(&self, promise: P::Promise, at: usize, last: Option<(P::Move, P::State)>) -> Broken<P> {
        let (mut way, mut at) = (Vec::from_iter(last), at);
        while let Some((from, made)) = self.came[at] {
            way.push((made, self.states[at]));
            at = from as usize;
        }
        way.reverse();
        Broken { promise, start: self.states[0], way }
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).expect("a model of more than four thousand million states is no small one")
}

/// A quick hash for small keys that nobody chooses with malice (the multiplication of rustc's `FxHash`).
#[derive(Default)]
struct Quick(u64);

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u8(&mut self, value: u8) {
        self.write_u64(u64::from(value));
    }

    fn write_isize(&mut self, value: isize) {
        self.write_u64(value.unsigned_abs() as u64);
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

/// Counts from 0 in steps of 2 or 3; 7 is forbidden and 11 is the end.
struct Counting {
    forbids: u8,
}

impl Protocol for Counting {
    type State = u8;
    type Move = u8;
    type Promise = &'static str;
    const AN_END: &'static str = "an end can be reached";

    fn start(&self) -> u8 {
        0
    }

    fn moves(&self, from: &u8, into: &mut Vec<Next<Self>>) {
        let steps = [2, 3].into_iter().filter(|step| from + step <= 12);
        into.extend(steps.map(|made| Next { made, to: from + made, breaks: None, hopeful: made == 2 }));
    }

    fn broken_in(&self, state: &u8) -> Option<&'static str> {
        (*state == self.forbids).then_some("forbidden")
    }

    fn is_end(&self, state: &u8) -> bool {
        *state == 11 || *state == 12
    }
}

#[test]
fn the_explorer_finds_the_shortest_way_to_what_is_forbidden() {
    let broken = explore(&Counting { forbids: 7 }).broken.unwrap();
    assert_eq!((broken.promise, broken.len()), ("forbidden", 3), "{}", broken.told());
}

#[test]
fn the_explorer_finds_every_state_and_the_one_without_an_end() {
    let found = explore(&Counting { forbids: 1 });
    assert!(found.broken.is_none(), "every number below 11 leads to 11 or 12 in steps of 2");
    assert_eq!(found.states, 12, "all but 1");
    assert_eq!(stuck(&Counting { forbids: 1 }, &[0, 3, 12], &[(0, 2)]), Some(1));
}
