//! Whether a message costs the same in a small campaign and in a large one:  cargo bench --bench scale -- --help
#![cfg(test)]

mod suite;

fn main() {
    suite::main(env!("CARGO_CRATE_NAME"));
}
