//! The one door to SMTP.
//!
//! Powers: reads consent and suppressions through the store; opens connections to the relay. Never: writes consent,
//! sees HTTP, renders, mints links.
//!
//! - **G1 One door.** No code path reaches SMTP except [`Gate::hand_over`]. A [`Clearance`] can be made only here, is
//!   not `Clone`, is spent by sending the body, and expires after one second.
//! - **G2 Last look.** Consent and suppressions are read again, and the delivery is marked `handing_over`, in one
//!   transaction that comes after MAIL, RCPT and DATA have been answered and right before the body: nothing is accepted
//!   before the final dot (RFC 5321 section 4.1.1.4). If the verdict is no, the connection is dropped.
//! - **G3 An acknowledged opt-out is final.** The look takes the same per-recipient lock as the opt-out. Either it
//!   comes first, then the opt-out finds the delivery `handing_over` and waits for its outcome; or it comes second, then
//!   it sees the opt-out. The honest limit: a relay that takes longer than 5 s to answer the final dot gets one message
//!   that the answer to the opt-out names. So does one whose answer was lost: a message in doubt is named at once.
//! - **G4 Fail closed.** What cannot be read or committed is not sent.
//! - **G5 At most once.** A hand-over whose end nobody knows is in doubt and is never repeated by itself.
//!
//! ```text
//! connection          store                      what a crash here leaves
//! MAIL RCPT DATA ->                              claimed: another node takes it over, nothing was sent
//! <- 250 250 354
//!                     look + mark, committed     handing_over: in doubt
//! body, final dot ->                             handing_over: in doubt
//! <- 250
//!                     outcome, committed         accepted
//! ```
//!
//! Where the relay offers PIPELINING, the next message's MAIL, RCPT and DATA go in one group with the body; the look at it
//! still comes when they have been answered (`ahead.rs`).

mod ahead;
mod answer;
mod clearance;
mod connection;
mod data;
mod extensions;
mod fuse;
mod halt;
mod hand_over;
mod held;
mod message;
mod opening;
mod replies;
mod said;
mod starttls;
mod times;
mod tls;
mod wire;

pub use ahead::{Ahead, RELEASED};
pub use clearance::Clearance;
pub use connection::Connection;
pub use data::{Data, NotText};
pub use fuse::Fuses;
pub use halt::{Halt, Halted, halted};
pub use hand_over::{Gate, HandedOver, Unsent};
pub use message::Message;
pub use opening::ConnectError;
pub use tls::{TlsFault, TlsSettings};
