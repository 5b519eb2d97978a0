//! The public pages in a real browser: every page and state in every mode, and every journey in every way.
//!
//! - [`pages`]: the list of pages and states. A new page is one line there.
//! - [`look`]: each of them judged by axe-core, narrow, zoomed, dark, right to left, and photographed.
//! - [`journeys`]: what people do, with the mouse, the keyboard alone, without scripts, and so on.
//! - [`scanners`]: what machines do with the links of a mail, which must be nothing.
//!
//! Needs `target/axe`, which `tests/run` (or `tests/axe/install` alone) fills. Pictures land in `target/screenshots`.

mod axe;
mod journeys;
mod look;
mod pages;
mod scanners;
mod stage;
