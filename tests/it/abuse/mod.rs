//! What people who mean no good, and programs that know no better, send to the public pages.
//!
//! - [`tokens`]: links that were changed, cut, exchanged, used twice, used for somebody else.
//! - [`requests`]: HTTP in odd forms, too large, too slow, too much, from somebody else's address.
//! - [`injection`]: names and subjects that want to be markup or header fields.

mod injection;
mod requests;
mod tokens;
