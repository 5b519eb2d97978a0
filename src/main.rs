//! The `consentry` binary: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    consentry::cli::main()
}
