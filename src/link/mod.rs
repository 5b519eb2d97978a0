//! Signed links and return paths: minting, opening, and the keys behind them.
//!
//! Powers: HMAC with the keys of the key ring, and signatures of checkpoints; reads and writes the key file, which holds
//! the DKIM keys too. Never: a clock, a store, a socket.
//! No token holds an address, and none is used up by being looked at.

mod checkpoint_key;
mod key_file;
pub mod keyring;
pub mod keys;
pub mod return_path;
pub mod token;
pub mod visit;

pub use checkpoint_key::{CheckpointKey, NoPublicKey, PublicKey};
pub use keyring::KeyRing;
pub use keys::Keys;
pub use token::{Claim, OpenError};
