//! How fast campaigns go out, beside `smtp-source`:  cargo bench --bench send -- --help
#![cfg(test)]

mod suite;

fn main() {
    suite::main(env!("CARGO_CRATE_NAME"));
}
