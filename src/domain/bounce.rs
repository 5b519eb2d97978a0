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
/// The basic code for a message that is too large.
const SIZE_CODE: u16 = 552;
/// What a refusal at MAIL can be about that is this one message's: its size (RFC 1870 section 6), its form (the whole
/// subject 6 of RFC 3463, and RFC 6531 section 3.5).
const SIZE_STATUS: [&str; 2] = ["5.2.3", "5.3.4"];
const FORM_SUBJECT: &str = "5.6.";

/// Judges a refusal for good.
pub fn blame(step: SmtpStep, reply: &Reply) -> Blame {
    if LOGIN_CODES.contains(&reply.code) {
        return Blame::Sender;
    }
    let status = enhanced(&reply.text).unwrap_or_default();
    if step == SmtpStep::Mail {
        // Nobody has been named there but us: whatever address the code speaks of is ours, and no recipient is to blame.
        // Where nobody is to blame for certain, a campaign that waits loses nobody.
        let of_message = reply.code == SIZE_CODE || SIZE_STATUS.contains(&status) || status.starts_with(FORM_SUBJECT);
        return if of_message { Blame::Message } else { Blame::Sender };
    }
    BY_STATUS.iter().find(|(known, _)| *known == status).map_or(Blame::Message, |(_, blame)| *blame)
}

/// What a fault of ours is, for whoever is to mend it.
pub fn sender_fault(reply: &Reply) -> &'static str {
    match (reply.code, enhanced(&reply.text).unwrap_or_default()) {
        (530 | 534 | 535 | 538, _) | (_, "5.7.8") => "the relay refuses our login, or asks for one",
        (_, "5.1.7" | "5.1.8") => "the relay refuses the address that we send from",
        (_, "5.7.26" | "5.7.27" | "5.7.515") => "the relay finds our mail not authenticated (SPF, DKIM, DMARC)",
        _ => "the relay refuses us as the sender",
    }
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
    }

    #[test]
    fn at_mail_nobody_is_named_but_us_and_only_size_and_form_are_the_messages_own() {
        for (code, text) in [
            (552, "5.3.4 too big"),
            (552, "exceeded storage allocation"),
            (554, "5.3.4 too big"),
            (550, "5.2.3 too long"),
            (553, "5.6.7 no SMTPUTF8 here"),
            (554, "5.6.0 no"),
        ] {
            assert_eq!(judged(SmtpStep::Mail, code, text), Blame::Message, "{code} {text}");
        }
        for (code, text) in [
            (553, "mailbox name not allowed"),
            (553, "5.1.8 no such domain"),
            (554, "5.7.1 not from you"),
            (550, "5.1.1 no such sender"),
            (550, "5.2.1 sender disabled"),
            (501, "5.5.4 what?"),
            (503, "5.5.1 log in first"),
            (554, "5.3.2 not now, not ever"),
        ] {
            assert_eq!(judged(SmtpStep::Mail, code, text), Blame::Sender, "{code} {text}");
        }
    }

    #[test]
    fn a_fault_of_ours_is_named() {
        for (code, text, named) in [
            (535, "no", "login"),
            (550, "5.7.8 no", "login"),
            (553, "5.1.8 no", "address"),
            (550, "5.7.515 no", "DKIM"),
            (554, "no", "as the sender"),
        ] {
            assert!(sender_fault(&Reply::new(code, text)).contains(named), "{code} {text}");
        }
    }

    #[test]
    fn an_enhanced_code_stands_at_the_beginning() {
        assert_eq!(enhanced("5.1.10 null MX"), Some("5.1.10"));
        assert_eq!(enhanced("see 5.1.1 for more"), None);
        assert_eq!(enhanced("10.0.0.1 refused"), None);
    }
}
