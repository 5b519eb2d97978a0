//! What a refusal for good (5xx) says, and about whom: the recipient, or us.
//!
//! A fault of ours must never suppress a recipient, and a fault of the recipient must never stop a campaign. What is
//! not known for certain does neither.

use super::delivery::Reply;

/// Which step of the dialogue was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpStep {
    /// MAIL FROM: the relay refuses the sender.
    Mail,
    /// RCPT TO.
    Rcpt,
    /// DATA or the message itself.
    Data,
}

/// Whose fault a refusal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blame {
    /// The address does not exist: it is suppressed (CONFORMANCE D7).
    HardBounce,
    /// The mailbox is disabled, which may pass: suppressed when it happens a second time (CONFORMANCE D7).
    HardBounceIfAgain,
    /// Ours: authentication, policy or sender (CONFORMANCE D9). It stops the campaign, never the recipient.
    Sender,
    /// Not known, or nothing that lasts (CONFORMANCE D8): this message is refused and that is all.
    Message,
}

/// Enhanced status codes with whom they blame (RFC 3463; the last two are Gmail's and Outlook's).
const BY_STATUS: [(&str, Blame); 12] = [
    ("5.1.1", Blame::HardBounce),
    ("5.1.2", Blame::HardBounce),
    ("5.1.3", Blame::HardBounce),
    ("5.1.6", Blame::HardBounce),
    ("5.1.10", Blame::HardBounce),
    ("5.2.1", Blame::HardBounceIfAgain),
    ("5.1.7", Blame::Sender),
    ("5.1.8", Blame::Sender),
    ("5.7.8", Blame::Sender),
    ("5.7.27", Blame::Sender),
    ("5.7.26", Blame::Sender),
    ("5.7.515", Blame::Sender),
];

/// Basic codes that ask for a login or refuse one (RFC 4954 section 6).
const LOGIN_CODES: [u16; 4] = [530, 534, 535, 538];
/// Basic codes at MAIL that are about the message's size, not about the sender.
const SIZE_CODE: u16 = 552;

/// Judges a refusal for good.
pub fn blame(step: SmtpStep, reply: &Reply) -> Blame {
    if LOGIN_CODES.contains(&reply.code) {
        return Blame::Sender;
    }
    let by_status = enhanced(&reply.text).and_then(|status| BY_STATUS.iter().find(|(known, _)| *known == status));
    if let Some((_, blame)) = by_status {
        return *blame;
    }
    // At MAIL nobody has been named but us.
    if step == SmtpStep::Mail && reply.code != SIZE_CODE { Blame::Sender } else { Blame::Message }
}

/// The enhanced status code that a reply's text begins with (RFC 2034 section 4).
pub fn enhanced(text: &str) -> Option<&str> {
    let first = text.split([' ', '-']).next()?;
    let digits = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<_> = first.split('.').collect();
    (parts.len() == 3 && parts.into_iter().all(digits)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(step: SmtpStep, code: u16, text: &str) -> Blame {
        blame(step, &Reply::new(code, text))
    }

    /// CONFORMANCE D7.
    #[test]
    fn d7_an_address_that_does_not_exist_is_a_hard_bounce() {
        for status in ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"] {
            assert_eq!(judged(SmtpStep::Rcpt, 550, &format!("{status} no")), Blame::HardBounce, "{status}");
        }
        assert_eq!(judged(SmtpStep::Data, 550, "5.2.1 disabled"), Blame::HardBounceIfAgain);
    }

    /// CONFORMANCE D8.
    #[test]
    fn d8_full_mailboxes_size_content_policy_and_routing_never_are() {
        for status in ["5.2.2", "5.2.3", "5.3.4", "5.4.1", "5.4.4", "5.5.0", "5.6.0", "5.7.0", "5.7.1", "5.0.0"] {
            assert_eq!(judged(SmtpStep::Rcpt, 554, &format!("{status} no")), Blame::Message, "{status}");
        }
        assert_eq!(judged(SmtpStep::Rcpt, 550, "no such user"), Blame::Message, "without a code nobody knows");
    }

    /// CONFORMANCE D9.
    #[test]
    fn d9_faults_of_the_sender_stop_the_campaign() {
        for (step, code, text) in [
            (SmtpStep::Data, 550, "5.7.26 unauthenticated mail"),
            (SmtpStep::Data, 550, "5.7.515 access denied, does not meet the required authentication level"),
            (SmtpStep::Rcpt, 553, "5.1.8 bad sender"),
            (SmtpStep::Mail, 554, "not you"),
            (SmtpStep::Mail, 530, "5.7.0 authentication required"),
            (SmtpStep::Rcpt, 535, "bad credentials"),
        ] {
            assert_eq!(judged(step, code, text), Blame::Sender, "{text}");
        }
        assert_eq!(judged(SmtpStep::Mail, 552, "5.3.4 too big"), Blame::Message);
    }

    #[test]
    fn an_enhanced_code_stands_at_the_beginning() {
        assert_eq!(enhanced("5.1.10 null MX"), Some("5.1.10"));
        assert_eq!(enhanced("see 5.1.1 for more"), None);
        assert_eq!(enhanced("10.0.0.1 refused"), None);
    }
}
