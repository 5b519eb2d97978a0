//! Signing a message with every key at once.

use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};

use super::canonical;
use super::key::DkimKey;

/// Columns of a line of the fields that we write (RFC 5322 section 2.1.1 wants at most 78).
const LINE: usize = 76;

/// A field that is covered wherever it occurs.
const IF_THERE: bool = false;
/// A field that is named once more than it occurs, be it once where it does not: adding one breaks the signature.
const NEVER_MORE: bool = true;

/// What a signature covers (CONFORMANCE C1, C2; RFC 6376 sections 5.4.1 and 8.15; RFC 8058 section 4; RFC 9477 section
/// 3.1).
///
/// Content-Type decides how the body reads, so it is covered, and a second one is as good as another body. We sign the
/// bytes that leave, so it is what the receiver sees; signers that ran before it was written gave the advice against it
/// its cause. Content-Transfer-Encoding is not named where it does not occur: a relay may add the default.
const COVERED: [(&str, bool); 19] = [
    ("From", NEVER_MORE),
    ("To", NEVER_MORE),
    ("Subject", NEVER_MORE),
    ("Date", NEVER_MORE),
    ("Reply-To", NEVER_MORE),
    ("List-Unsubscribe", NEVER_MORE),
    ("List-Unsubscribe-Post", NEVER_MORE),
    ("Cc", IF_THERE),
    ("Message-ID", IF_THERE),
    ("In-Reply-To", IF_THERE),
    ("References", IF_THERE),
    ("MIME-Version", IF_THERE),
    ("Content-Type", NEVER_MORE),
    ("Content-Transfer-Encoding", IF_THERE),
    ("List-Id", IF_THERE),
    ("List-Help", IF_THERE),
    ("Feedback-ID", IF_THERE),
    ("CFBL-Address", IF_THERE),
    ("CFBL-Feedback-ID", IF_THERE),
];

/// Why a message was not signed. It must not leave without a signature that it was meant to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// No blank line ends the header.
    #[error("the message has no header")]
    NoHeader,
    /// RFC 6376 section 5.4 demands a From; with two, a reader may see the other one.
    #[error("the message has not exactly one From")]
    From,
    /// The library refused.
    #[error("the {0} key would not sign")]
    Key(&'static str),
}

/// Signs messages with one key or several.
#[derive(Clone)]
pub struct Signer {
    keys: Vec<Arc<DkimKey>>,
}

impl Signer {
    /// A signer with these keys; none without any.
    pub fn new(keys: Vec<Arc<DkimKey>>) -> Option<Self> {
        (!keys.is_empty()).then_some(Self { keys })
    }

    /// The names of its keys.
    pub fn selectors(&self) -> Vec<&str> {
        self.keys.iter().map(|key| key.selector().as_str()).collect()
    }

    /// The `DKIM-Signature` fields that belong in front of `message`, one for each key, each with its CRLF.
    ///
    /// `message` is header and body as they leave, not dot-stuffed, with or without a CRLF at the very end. `domain` is
    /// that of From, so that DMARC's strict alignment holds (CONFORMANCE C8).
    ///
    /// # Errors
    /// See [`SignError`].
    pub fn sign(&self, message: &[u8], domain: &str, at: DateTime<Utc>) -> Result<Vec<u8>, SignError> {
        let (fields, body) = parts(message).ok_or(SignError::NoHeader)?;
        let (names, mut signed) = cover(&fields)?;
        let body_hash = STANDARD.encode(canonical::body_hash(body));
        let common = signed.len();
        let mut out = Vec::with_capacity(1_600);
        for key in &self.keys {
            let begin = out.len();
            out.extend_from_slice(unsigned(key, domain, at, &body_hash, &names).as_bytes());
            signed.truncate(common);
            canonical::header(out.get(begin..).unwrap_or_default(), &mut signed);
            let signature = key.sign(&signed).ok_or(SignError::Key(key.algorithm().as_str()))?;
            // Blanks in b= do not count (RFC 6376 section 3.5), nor does its value for the signature itself.
            for line in STANDARD.encode(signature).as_bytes().chunks(LINE - 1) {
                out.extend_from_slice(b"\r\n ");
                out.extend_from_slice(line);
            }
            out.extend_from_slice(b"\r\n");
        }
        Ok(out)
    }
}

/// Only the names of its keys.
impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.selectors().join(", "))
    }
}

/// The header fields with their folds but without the CRLF at their end, and the body.
fn parts(message: &[u8]) -> Option<(Vec<&[u8]>, &[u8])> {
    let mut fields = Vec::with_capacity(24);
    let mut rest = message;
    loop {
        if let Some(body) = rest.strip_prefix(b"\r\n") {
            return Some((fields, body));
        }
        let mut end = 0;
        loop {
            end += rest.get(end..)?.windows(2).position(|pair| pair == b"\r\n")? + 2;
            if !matches!(rest.get(end), Some(b' ' | b'\t')) {
                break;
            }
        }
        let (field, after) = rest.split_at_checked(end)?;
        fields.push(field.strip_suffix(b"\r\n")?);
        rest = after;
    }
}

fn has_name(field: &[u8], name: &str) -> bool {
    field.split_at_checked(name.len()).is_some_and(|(head, rest)| {
        head.eq_ignore_ascii_case(name.as_bytes()) && rest.trim_ascii_start().starts_with(b":")
    })
}

/// The names for `h=`, and the fields they name in their relaxed form. Of several fields of one name the last comes
/// first (RFC 6376 section 5.4.2).
fn cover(fields: &[&[u8]]) -> Result<(Vec<&'static str>, Vec<u8>), SignError> {
    if fields.iter().filter(|field| has_name(field, "From")).count() != 1 {
        return Err(SignError::From);
    }
    let mut names = Vec::with_capacity(2 * COVERED.len());
    let mut signed = Vec::with_capacity(3_072);
    for (name, once_more) in COVERED {
        for field in fields.iter().rev().filter(|field| has_name(field, name)) {
            names.push(name);
            canonical::header(field, &mut signed);
            signed.extend_from_slice(b"\r\n");
        }
        if once_more {
            names.push(name);
        }
    }
    Ok((names, signed))
}

/// A `DKIM-Signature` up to its empty `b=`. `x=` is not written: a delayed message is as good as any.
fn unsigned(key: &DkimKey, domain: &str, at: DateTime<Utc>, body_hash: &str, names: &[&str]) -> String {
    let mut field = Folded { text: "DKIM-Signature:".to_owned(), column: "DKIM-Signature:".len() };
    field.word("v=1;");
    field.word(&format!("a={};", key.algorithm().tag()));
    field.word("c=relaxed/relaxed;");
    field.word(&format!("d={domain};"));
    field.word(&format!("s={};", key.selector()));
    field.word(&format!("t={};", at.timestamp()));
    field.word(&format!("bh={body_hash};"));
    let last = names.len().saturating_sub(1);
    for (at, name) in names.iter().enumerate() {
        let (before, after) = (if at == 0 { "h=" } else { "" }, if at == last { ";" } else { ":" });
        field.piece(&format!("{before}{name}{after}"), at == 0);
    }
    field.text.push_str("\r\n b=");
    field.text
}

/// A field that is folded where a line would become too long.
struct Folded {
    text: String,
    column: usize,
}

impl Folded {
    /// Adds a word after a blank.
    fn word(&mut self, word: &str) {
        self.piece(word, true);
    }

    /// Adds a piece that may begin a line of its own.
    fn piece(&mut self, piece: &str, blank: bool) {
        if self.column + usize::from(blank) + piece.len() > LINE {
            self.text.push_str("\r\n ");
            self.column = 1;
        } else if blank {
            self.text.push(' ');
            self.column += 1;
        }
        self.text.push_str(piece);
        self.column += piece.len();
    }
}
