//! Tests that only root can run: two relays of Debian's start as root only, and disks are mounted.
//!
//! `tests/run` finds them by the name of this folder. Root runs them with all the others; for another user it runs them
//! by `tests/as_root`, and counts them as skipped, with the reasons in that file, where the machine lets nobody.

mod full_disk;
mod opensmtpd;
mod postfix;
