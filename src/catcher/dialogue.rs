//! One SMTP dialogue (RFC 5321) without its socket: bytes in, replies out.
//!
//! Whatever has arrived is worked off at once, so pipelined commands (RFC 2920) need no code of their own: their replies
//! collect and leave together.

use std::borrow::Cow;

use super::body::{Body, Flaw, MAX_LINE, MAX_MESSAGE};
use super::mailbox::Mailbox;

/// What the server says first.
pub(super) const GREETING: &str = "220 localhost ESMTP mail catcher: keeps what it accepts, delivers nothing\r\n";

const HELO: &str = "250 localhost";
const EHLO: &str = "250-localhost\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SIZE 26214400\r\n\
                    250-ENHANCEDSTATUSCODES\r\n250-SMTPUTF8\r\n250 DSN";
const OK: &str = "250 2.0.0 Ok";
const OUT_OF_ORDER: &str = "503 5.5.1 Not now: the order is EHLO, MAIL, RCPT, DATA";
const NO_ARGUMENT: &str = "501 5.5.4 This command takes no argument";
const UNKNOWN_PARAMETER: &str = "555 5.5.4 Parameter not known";
const TOO_BIG: &str = "552 5.3.4 Message larger than 26214400 bytes";
const LONG_LINE: &str = "500 5.5.2 Line longer than 8192 bytes";
const BAD_LINE: &str = "500 5.5.2 A line ends with CRLF and holds text without control characters";
const NEEDS_SMTPUTF8: &str = "553 5.6.7 An address beyond ASCII needs MAIL with SMTPUTF8";

/// Recipients of one message; RFC 5321 4.5.3.1.8 asks for at least 100.
const MAX_RECIPIENTS: usize = 1_000;

/// Octets of a path, RFC 5321 4.5.3.1.3, without its angle brackets.
const MAX_PATH: usize = 254;

/// What a reply is: fixed, or with a number in it.
type Reply = Cow<'static, str>;

/// The state of one connection.
#[derive(Debug)]
pub(super) struct Dialogue {
    mailbox: Mailbox,
    greeted: bool,
    transaction: Option<Transaction>,
    /// Between 354 and the final dot.
    body: Option<(Transaction, Body)>,
    /// An overlong command is thrown away up to its end.
    skipping: bool,
    over: bool,
}

#[derive(Debug)]
struct Transaction {
    from: String,
    recipients: Vec<String>,
    utf8: bool,
}

impl Dialogue {
    pub(super) fn new(mailbox: Mailbox) -> Self {
        Self { mailbox, greeted: false, transaction: None, body: None, skipping: false, over: false }
    }

    /// Whether the connection is to be closed once the replies are out.
    pub(super) fn is_over(&self) -> bool {
        self.over
    }

    /// Works off everything complete in `input`, appends the replies to `replies`, and returns the bytes used.
    pub(super) fn hear(&mut self, input: &[u8], replies: &mut Vec<u8>) -> usize {
        let mut rest = input;
        while !self.over {
            let (used, reply) = if self.body.is_some() { self.message(rest) } else { self.line(rest) };
            rest = rest.get(used..).unwrap_or_default();
            if let Some(reply) = reply {
                replies.extend_from_slice(reply.as_bytes());
                replies.extend_from_slice(b"\r\n");
            }
            if used == 0 || rest.is_empty() {
                break;
            }
        }
        input.len() - rest.len()
    }

    fn message(&mut self, input: &[u8]) -> (usize, Option<Reply>) {
        let (used, ended) = self.body.as_mut().map_or((0, false), |(_, body)| body.read(input));
        (used, if ended { self.final_dot() } else { None })
    }

    /// Keeps the message before it is answered: who reads 250 finds it in the mailbox.
    fn final_dot(&mut self) -> Option<Reply> {
        let (Transaction { from, recipients, .. }, body) = self.body.take()?;
        Some(match body.finish() {
            Ok(raw) => format!("250 2.0.0 Ok: caught as {}", self.mailbox.accept(from, recipients, raw)).into(),
            Err(Flaw::BareLineEnd) => "550 5.6.0 Lines of a message end with CRLF, RFC 5321 section 2.3.8".into(),
            Err(Flaw::LongLine) => "550 5.6.0 The message has a line longer than 8192 bytes".into(),
            Err(Flaw::TooBig) => TOO_BIG.into(),
        })
    }

    fn line(&mut self, input: &[u8]) -> (usize, Option<Reply>) {
        let Some(end) = input.iter().position(|byte| *byte == b'\n') else {
            if input.len() <= MAX_LINE + 1 && !self.skipping {
                return (0, None);
            }
            self.skipping = true;
            return (input.len(), None);
        };
        let line = input.get(..end).unwrap_or_default();
        let reply = if std::mem::take(&mut self.skipping) || line.len() > MAX_LINE + 1 {
            LONG_LINE.into()
        } else {
            let text = line.strip_suffix(b"\r").and_then(|line| std::str::from_utf8(line).ok());
            match text.filter(|text| !text.contains(char::is_control)) {
                Some(text) => self.command(text),
                None => BAD_LINE.into(),
            }
        };
        (end + 1, Some(reply))
    }

    fn command(&mut self, line: &str) -> Reply {
        let (verb, argument) = line.split_once(' ').unwrap_or((line, ""));
        let argument = argument.trim();
        let reply = match verb.to_ascii_uppercase().as_str() {
            "EHLO" => self.greet(argument, EHLO),
            "HELO" => self.greet(argument, HELO),
            "MAIL" => self.mail(argument),
            "RCPT" => self.rcpt(argument),
            "NOOP" => OK,
            "VRFY" if argument.is_empty() => "501 5.5.4 VRFY takes an address",
            "VRFY" => "252 2.5.0 Not verified; mail to it would be accepted",
            "DATA" | "RSET" | "QUIT" if !argument.is_empty() => NO_ARGUMENT,
            "DATA" => self.data(),
            "RSET" => {
                self.transaction = None;
                OK
            }
            "QUIT" => {
                self.over = true;
                "221 2.0.0 Bye"
            }
            "AUTH" | "BDAT" | "ETRN" | "EXPN" | "HELP" | "STARTTLS" => "502 5.5.1 Not offered here",
            _ => "500 5.5.1 Command not known",
        };
        reply.into()
    }

    fn greet(&mut self, name: &str, welcome: &'static str) -> &'static str {
        if name.is_empty() {
            return "501 5.5.4 Say who you are: a host name or an address literal";
        }
        self.greeted = true;
        self.transaction = None;
        welcome
    }

    fn mail(&mut self, argument: &str) -> &'static str {
        if !self.greeted || self.transaction.is_some() {
            return OUT_OF_ORDER;
        }
        let Some((from, parameters)) = path(argument, "FROM:") else {
            return "501 5.5.4 Write MAIL FROM:<address>";
        };
        let mut utf8 = false;
        for parameter in parameters.split_ascii_whitespace() {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            match (name.to_ascii_uppercase().as_str(), value.to_ascii_uppercase().as_str()) {
                ("SIZE", size) => match size.parse::<usize>() {
                    Ok(size) if size <= MAX_MESSAGE => {}
                    Ok(_) => return TOO_BIG,
                    Err(_) => return "501 5.5.4 SIZE is a number of bytes",
                },
                ("SMTPUTF8", "") => utf8 = true,
                ("BODY", "7BIT" | "8BITMIME") | ("RET", "FULL" | "HDRS") => {}
                ("ENVID", envelope) if !envelope.is_empty() => {}
                _ => return UNKNOWN_PARAMETER,
            }
        }
        if !from.is_empty() && !is_address(from) {
            return "553 5.1.7 The sender is not an address";
        }
        if !utf8 && !from.is_ascii() {
            return NEEDS_SMTPUTF8;
        }
        self.transaction = Some(Transaction { from: from.to_owned(), recipients: Vec::new(), utf8 });
        "250 2.1.0 Ok"
    }

    fn rcpt(&mut self, argument: &str) -> &'static str {
        let Some(transaction) = &mut self.transaction else { return OUT_OF_ORDER };
        let Some((to, parameters)) = path(argument, "TO:") else {
            return "501 5.5.4 Write RCPT TO:<address>";
        };
        let known = |parameter: &str| {
            let (name, value) = parameter.split_once('=').unwrap_or_default();
            !value.is_empty() && (name.eq_ignore_ascii_case("NOTIFY") || name.eq_ignore_ascii_case("ORCPT"))
        };
        if !parameters.split_ascii_whitespace().all(known) {
            return UNKNOWN_PARAMETER;
        }
        if !is_address(to) && !to.eq_ignore_ascii_case("postmaster") {
            return "553 5.1.3 The recipient is not an address";
        }
        if !transaction.utf8 && !to.is_ascii() {
            return NEEDS_SMTPUTF8;
        }
        if transaction.recipients.len() >= MAX_RECIPIENTS {
            return "452 4.5.3 Too many recipients";
        }
        transaction.recipients.push(to.to_owned());
        "250 2.1.5 Ok"
    }

    fn data(&mut self) -> &'static str {
        let Some(transaction) = self.transaction.take_if(|transaction| !transaction.recipients.is_empty()) else {
            return OUT_OF_ORDER;
        };
        self.body = Some((transaction, Body::default()));
        "354 End data with <CR><LF>.<CR><LF>"
    }
}

/// Splits `FROM:<path> parameters`; a source route is left out (RFC 5321 appendix C).
fn path<'a>(argument: &'a str, keyword: &str) -> Option<(&'a str, &'a str)> {
    let (given, rest) = argument.split_at_checked(keyword.len())?;
    let rest = rest.strip_prefix('<').filter(|_| given.eq_ignore_ascii_case(keyword))?;
    let (mut quoted, mut escaped) = (false, false);
    let end = rest.find(|character| {
        let plain = !std::mem::take(&mut escaped);
        match character {
            '\\' if quoted && plain => escaped = true,
            '"' if plain => quoted = !quoted,
            _ => {}
        }
        character == '>' && !quoted
    })?;
    let (path, rest) = rest.split_at_checked(end)?;
    let parameters = rest.strip_prefix('>').filter(|after| after.is_empty() || after.starts_with(' '))?;
    let path = if path.starts_with('@') { path.split_once(':')?.1 } else { path };
    Some((path, parameters))
}

/// Something on both sides of an `@`, not too long, and no space outside quotes.
fn is_address(path: &str) -> bool {
    path.len() <= MAX_PATH
        && path.rsplit_once('@').is_some_and(|(local, domain)| {
            let quoted = local.len() > 2 && local.starts_with('"') && local.ends_with('"');
            let plain = |text: &str| !text.is_empty() && !text.contains([' ', '"', '<', '>', ',', ';']);
            (quoted || (plain(local) && !local.contains('@'))) && plain(domain)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Says `input` in one breath; returns the reply codes and the mailbox.
    fn say(input: &str) -> (Vec<String>, Mailbox) {
        let mailbox = Mailbox::default();
        let mut replies = Vec::new();
        Dialogue::new(mailbox.clone()).hear(input.as_bytes(), &mut replies);
        let replies = String::from_utf8(replies).unwrap();
        let last = |line: &&str| line.as_bytes()[3] == b' ';
        let code = |line: &str| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
        (replies.lines().filter(last).map(code).collect(), mailbox)
    }

    #[test]
    fn parameters_are_the_offered_ones() {
        let (replies, _) = say("EHLO a\r\n\
            MAIL FROM:<> SIZE=26214401\r\nMAIL FROM:<> SIZE=x\r\nMAIL FROM:<> AUTH=<>\r\nMAIL FROM:<> BODY=BINARYMIME\r\n\
            MAIL FROM:<> SIZE=10 body=8bitmime SMTPUTF8 RET=HDRS ENVID=Qa+3D\r\n\
            RCPT TO:<a@b.org> X=1\r\nRCPT TO:<a@b.org> NOTIFY=FAILURE,DELAY ORCPT=rfc822;a@b.org\r\n");
        assert_eq!(
            replies[1..],
            ["552 5.3.4", "501 5.5.4", "555 5.5.4", "555 5.5.4", "250 2.1.0", "555 5.5.4", "250 2.1.5"]
        );
    }

    #[test]
    fn paths_are_read_as_the_rfc_writes_them() {
        let (replies, mailbox) = say(
            "EHLO a\r\nMAIL FROM:<@relay.org:\"a > \\\" b\"@c.org>\r\nRCPT TO:<postmaster>\r\n\
            RCPT TO:<ada>\r\nRCPT TO:<>\r\nRCPT TO: <a@b.org>\r\nRCPT TO:a@b.org\r\nRCPT TO:<a@b.org\r\nRCPT TO:<a b@c.org>\r\n\
            RCPT TO:<ä@b.org>\r\nRCPT TO:<a@b@c.org>\r\nDATA\r\n.\r\n",
        );
        assert_eq!(
            replies[1..],
            [
                "250 2.1.0",
                "250 2.1.5",
                "553 5.1.3",
                "553 5.1.3",
                "501 5.5.4",
                "501 5.5.4",
                "501 5.5.4",
                "553 5.1.3",
                "553 5.6.7",
                "553 5.1.3",
                "354 End",
                "250 2.0.0",
            ]
        );
        let caught = mailbox.get(1).unwrap();
        assert_eq!(
            (caught.from.as_str(), caught.recipients.as_slice()),
            ("\"a > \\\" b\"@c.org", &["postmaster".to_owned()][..])
        );
    }

    #[test]
    fn a_command_line_is_text_that_ends_with_crlf() {
        let long = format!("NOOP {}\r\n", "x".repeat(MAX_LINE));
        let (replies, _) = say(&format!("NOOP\nNO\rOP\r\nNOOP \0\r\n{long}NOOP\r\nHELP\r\nBLAH\r\n\r\nQUIT now\r\n"));
        assert_eq!(
            replies,
            [
                "500 5.5.2",
                "500 5.5.2",
                "500 5.5.2",
                "500 5.5.2",
                "250 2.0.0",
                "502 5.5.1",
                "500 5.5.1",
                "500 5.5.1",
                "501 5.5.4",
            ]
        );
    }

    #[test]
    fn recipients_of_one_message_have_a_bound() {
        let rcpt = "RCPT TO:<a@b.org>\r\n".repeat(MAX_RECIPIENTS + 1);
        let (replies, mailbox) = say(&format!("HELO a\r\nMAIL FROM:<>\r\n{rcpt}DATA\r\n.\r\n"));
        assert_eq!(replies[MAX_RECIPIENTS + 2], "452 4.5.3");
        assert_eq!(mailbox.get(1).unwrap().recipients.len(), MAX_RECIPIENTS);
    }

    #[test]
    fn an_unfinished_command_is_left_for_later() {
        let mut dialogue = Dialogue::new(Mailbox::default());
        let mut replies = Vec::new();
        assert_eq!(dialogue.hear(b"NOOP\r\nNOO", &mut replies), 6);
        assert_eq!(dialogue.hear(b"NOOP\r\n", &mut replies), 6);
        assert_eq!(replies, b"250 2.0.0 Ok\r\n250 2.0.0 Ok\r\n");
    }
}
