//! What a refusal for now (4xx) says, and about what: the recipient, the connection, or the relay as a whole.
//!
//! Greylisting and full mailboxes are about one person, and say nothing of the next one. A relay that allows so many
//! messages in a session says so of a connection, and takes the next one gladly. Only what is about the relay as a whole
//! is a reason to ask it more slowly.

use super::bounce::{SmtpStep, enhanced};
use super::delivery::Reply;

/// What a refusal for now is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// This recipient, or how new this mail is to the relay: others are not concerned.
    Recipient,
    /// This connection, which has carried what it may: a fresh one is the way on.
    Connection,
    /// The relay: it is busy, full, or has had enough of us for now.
    Relay,
}

/// Basic codes that, at RCPT and without an enhanced code, speak of a mailbox (RFC 5321 section 4.2.3).
const MAILBOX_CODES: [u16; 2] = [450, 451];
/// The basic code for too much of something; at RCPT it is most often said of the session.
const TOO_MUCH_CODE: u16 = 452;
/// "Too many recipients" (RFC 3463 section 3.6), which is what one session may have.
const TOO_MANY_STATUS: &str = "4.5.3";
/// "Delivery not authorized" (RFC 3463 section 3.8): what greylisting says.
const GREYLIST_STATUS: &str = "4.7.1";

/// Judges a refusal for now, given whether the connection had a MAIL taken before, and the number of the try.
///
/// Greylisting is over by the second try. A relay that says the same again, of one after the other, means us.
pub fn concern(step: SmtpStep, reply: &Reply, used_before: bool, attempt: i32) -> Concern {
    let status = enhanced(&reply.text).unwrap_or_default();
    let of_session = match step {
        // Nobody has been named there: a relay that took the MAIL before takes no more of them here.
        SmtpStep::Mail => true,
        SmtpStep::Rcpt => reply.code == TOO_MUCH_CODE && matches!(status, TOO_MANY_STATUS | ""),
        SmtpStep::Data => false,
    };
    if used_before && of_session {
        return Concern::Connection;
    }
    if step == SmtpStep::Mail || reply.code == 421 {
        return Concern::Relay;
    }
    let of_mailbox = status.starts_with("4.1.") || status.starts_with("4.2.");
    let of_first_try = status == GREYLIST_STATUS
        || (status.is_empty() && step == SmtpStep::Rcpt && MAILBOX_CODES.contains(&reply.code));
    if of_mailbox || (of_first_try && attempt <= 1) { Concern::Recipient } else { Concern::Relay }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(step: SmtpStep, said: (u16, &str), used_before: bool, attempt: i32) -> Concern {
        concern(step, &Reply::new(said.0, said.1), used_before, attempt)
    }

    #[test]
    fn greylisting_and_full_mailboxes_concern_one_person() {
        for said in [
            (450, "4.2.0 <address>: Recipient address rejected: Greylisted"),
            (451, "4.7.1 Greylisting in action, please come back in 00:05:00"),
            (450, "try again later"),
            (451, ""),
            (452, "4.2.2 mailbox full"),
            (450, "4.1.2 domain not found"),
        ] {
            assert_eq!(judged(SmtpStep::Rcpt, said, true, 1), Concern::Recipient, "{said:?}");
        }
        assert_eq!(judged(SmtpStep::Data, (451, "4.7.1 Try again later"), true, 1), Concern::Recipient);
        assert_eq!(judged(SmtpStep::Data, (452, "4.2.2 mailbox full"), true, 5), Concern::Recipient);
        assert_eq!(judged(SmtpStep::Rcpt, (450, "4.7.1 too much mail from you"), true, 2), Concern::Relay);
    }

    #[test]
    fn a_session_that_has_had_its_share_concerns_the_connection() {
        assert_eq!(judged(SmtpStep::Mail, (452, "4.5.3 Too many messages sent"), true, 1), Concern::Connection);
        assert_eq!(judged(SmtpStep::Mail, (450, "4.7.1 too much mail"), true, 1), Concern::Connection);
        assert_eq!(judged(SmtpStep::Rcpt, (452, "4.5.3 Too many recipients"), true, 1), Concern::Connection);
        assert_eq!(judged(SmtpStep::Rcpt, (452, "too many recipients"), true, 1), Concern::Connection);
        assert_eq!(judged(SmtpStep::Mail, (452, "4.5.3 Too many messages sent"), false, 1), Concern::Relay);
        assert_eq!(judged(SmtpStep::Rcpt, (452, "4.5.3 Too many recipients"), false, 1), Concern::Relay);
    }

    #[test]
    fn what_is_said_of_no_one_in_particular_concerns_the_relay() {
        for (step, said) in [
            (SmtpStep::Rcpt, (451, "4.3.0 try later")),
            (SmtpStep::Rcpt, (452, "4.3.1 insufficient system storage")),
            (SmtpStep::Rcpt, (450, "4.7.0 slow down")),
            (SmtpStep::Rcpt, (421, "4.7.1 closing")),
            (SmtpStep::Data, (451, "queue file write error")),
            (SmtpStep::Data, (452, "4.3.1 insufficient system storage")),
        ] {
            assert_eq!(judged(step, said, true, 1), Concern::Relay, "{said:?}");
        }
    }
}
