//! The benchmarks: each runs the real binary and its peer in turns, in one run, and prints the ratio.
//!
//! Everything is on the loopback interface and in a temporary folder of its own: databases, keys, a PostgreSQL cluster,
//! relays. All of it is stopped and removed at the end; what a killed benchmark leaves running ends with it
//! (a Postfix after 40 minutes).
//! Absolute figures differ from machine to machine and from hour to hour; the ratio is what a change is judged by.

mod content;
mod figures;
mod house;
mod load;
mod optout;
mod peer;
mod postgres;
mod relay;
mod scale;
mod send;

/// Runs the benchmark of this name with the arguments of the command line.
pub(crate) fn main(name: &str) {
    match name {
        "send" => send::main(),
        "optout" => optout::main(),
        "scale" => scale::main(),
        _ => panic!("there is no benchmark {name}"),
    }
}
