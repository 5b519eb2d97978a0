//! DKIM: the signatures that let a receiver tell our mail from mail in our name (RFC 6376, 8301, 8463).
//!
//! Powers: none but memory and random bytes; signs with keys that it is given. Sole owner of `aws_lc_rs`. Never: a
//! file, a socket, a clock, a store. Bytes go in, header fields come out.
//!
//! - [`Signer`] writes one `DKIM-Signature` for each of its keys: RSA for every receiver, Ed25519 for those who read it
//! - [`DkimKey`], [`Algorithm`], [`Selector`]: the keys; [`Record`]: what stands in the DNS about one
//! - `canonical`: the relaxed forms that are signed (RFC 6376 section 3.4)
//!
//! What holds for every signature (CONFORMANCE C1 to C4):
//! - Every field that [`Signer`] knows is covered as often as it occurs, from the last to the first. Those that a reader
//!   sees, or that stop the mail, are named once more than they occur, so that none can be added later.
//! - The whole body is covered: `l=` is never written.
//! - SHA-256 only; RSA keys have 2048 bits or more.
//!
//! The signature fits what is on the wire whether or not the bytes end in CRLF: the client ends the last line in front
//! of the final dot, and canonicalisation takes away every CRLF at the end of the body and puts one back.
//!
//! # Why not a library
//! lettre's signer fails two independent verifiers and pulls in `rsa` (RUSTSEC-2023-0071). mail-auth 0.13 signs well,
//! but names no field more often than it occurs, canonicalises the message once for each key, and brings 38 crates with
//! it, a DNS resolver among them. The arithmetic is aws-lc-rs here too, which TLS to the relay has in the binary anyway;
//! what remains is text, and two independent verifiers read it in `tests/it/dkim.rs`.

mod canonical;
mod key;
mod record;
mod signer;
#[cfg(test)]
mod tests;

pub use key::{Algorithm, DkimKey, KeyFault, Selector, SelectorFault, UnknownAlgorithm};
pub use record::Record;
pub use signer::{SignError, Signer};
