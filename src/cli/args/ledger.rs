//! The arguments of `ledger`.

use std::path::PathBuf;

use clap::Subcommand;

use crate::link::PublicKey;

#[derive(Subcommand)]
pub(in crate::cli) enum LedgerWhat {
    /// Verify the ledger and all that hangs on it, or an export without any database
    ///
    /// Looked at are the hash chain, the words that entries name, the suppressions and weekly limits beside the fold of the
    /// entries, the people whom they are about, and the checkpoints that are kept beside the keys. What is wrong is told in
    /// sentences, and the exit code is 3. docs/ledger.md says what can be seen and what cannot.
    Verify {
        /// An export to verify instead of the database
        #[arg(long, value_name = "FILE")]
        export: Option<PathBuf>,
        /// What was kept elsewhere: SEQ:HASH, a checkpoint, or a file of checkpoints, such as a witness's
        #[arg(long, value_name = "HEAD")]
        since: Vec<String>,
        /// A public key of checkpoints, as `keys list` shows it, for who has no key ring
        #[arg(long, value_name = "PUBLIC")]
        key: Vec<PublicKey>,
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Sign what the ledger has come to, and print the checkpoint; keep it elsewhere
    ///
    /// It is appended to the file of checkpoints beside the keys. `serve` does the same at its start, every ten minutes and
    /// every 10,000 entries, and at its end; CONSENTRY_WITNESS gets each of those.
    Checkpoint,
    /// Write the whole ledger as lines of JSON, its end signed; it holds no address
    Export {
        /// Where to; - for standard output
        file: PathBuf,
    },
}
