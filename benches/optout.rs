//! How fast people can leave, beside a transaction for each request:  cargo bench --bench optout -- --help
#![cfg(test)]

mod suite;

fn main() {
    suite::main(env!("CARGO_CRATE_NAME"));
}
