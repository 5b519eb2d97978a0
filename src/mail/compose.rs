//! A campaign's message: compiled once, spliced per recipient.

use std::fmt;

use chrono::{DateTime, Utc};

use super::body::Body;
use super::footer;
use super::frame::{CompileError, Frame, Head, ListFrame, ListHead};
use super::header;
use super::template::{Place, Placeholder, Template};
use super::value::{Constants, Span};
use crate::domain::Address;
use crate::domain::recipient::Name;

/// Begins the local part of every return path.
const RETURN_PATH: &str = "bounce+";
/// Octets of a local part (RFC 5321 section 4.5.3.1.1).
const LOCAL_PART_MAX: usize = 64;
/// Octets of a token or of the left half of a Message-ID, so that their lines stay short.
const TOKEN_MAX: usize = 128;
/// Room for what differs per recipient.
const HEADROOM: usize = 1_024;

/// Mail that needs no consent answers no vacation notice, and wants none (RFC 3834 section 5; CONFORMANCE F2).
const AUTO_SUBMITTED: &str = "Auto-Submitted: auto-generated\r\n";
/// The templates of a campaign.
#[derive(Clone, Copy, Debug)]
pub struct CampaignText<'a> {
    /// The subject.
    pub subject: &'a str,
    /// The text part.
    pub text: &'a str,
    /// The HTML part. If it is blank, the message has a text part only.
    pub html: &'a str,
}

/// What differs from one recipient to the next.
#[derive(Clone, Copy)]
pub struct Personal<'a> {
    /// Whom it goes to.
    pub address: &'a Address,
    /// What they call themselves.
    pub name: Option<&'a Name>,
    /// Names the recipient and the list (CONFORMANCE A4): letters, digits, `-` and `_`. None for mail of no list.
    pub unsubscribe_token: Option<&'a str>,
    /// Names the recipient: letters, digits, `-` and `_`.
    pub preferences_token: &'a str,
    /// Names the recipient and the policy version: letters, digits, `-` and `_`. None but for the notice of one.
    pub policy_token: Option<&'a str>,
    /// The left half of the Message-ID: letters, digits, `-` and `_`.
    pub message_id: &'a str,
    /// What stands behind `bounce+` in the return path: letters, digits, `-` and `_`.
    pub return_path: &'a str,
    /// When it is written.
    pub date: DateTime<Utc>,
}

/// A message ready to be handed over.
#[derive(Clone, PartialEq, Eq)]
pub struct Composed {
    /// The return path: MAIL FROM.
    pub from: String,
    /// The recipient: RCPT TO.
    pub to: Address,
    /// Header and body, CRLF after every line but the last, not dot-stuffed.
    pub bytes: Vec<u8>,
    /// Whether the relay must offer SMTPUTF8 (RFC 6531).
    pub needs_smtputf8: bool,
}

/// Why the message to one recipient cannot be composed: the caller gave something that cannot stand in a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// Promotional mail must carry the link that stops it (CONFORMANCE A20).
    #[error("there is no unsubscribe token")]
    NoUnsubscribeToken,
    /// Anything else might begin another header field or break a link.
    #[error("the {0} is empty, too long, or has characters other than letters, digits, `-` and `_`")]
    Token(&'static str),
    /// RFC 5322 section 3.3 writes four digits of the year.
    #[error("the date lies before 1970 or after 9999")]
    Date,
}

/// A campaign's message, waiting for recipients.
#[derive(Clone, Debug)]
pub struct Compiled {
    constants: Constants,
    head: Head,
    subject: Subject,
    body: Body,
}

/// The Subject field, ready if nothing in it is personal.
#[derive(Clone, Debug)]
enum Subject {
    Ready(String),
    Personal(Vec<Span>),
}

impl Compiled {
    /// Checks and compiles a campaign.
    ///
    /// # Errors
    /// See [`CompileError`]: what is wrong with the text, or with the frame.
    pub fn new(text: &CampaignText<'_>, frame: &Frame) -> Result<Self, CompileError> {
        let places = [(Place::Subject, text.subject), (Place::Text, text.text), (Place::Html, text.html)];
        let links = |(place, source): &(Place, &str)| {
            // What is no template is found below, with its place.
            Template::parse(*place, source).is_ok_and(|template| template.uses(Placeholder::PolicyUrl))
        };
        match places.iter().find(|place| links(place)) {
            Some((place, _)) => Err(CompileError::NoPolicy(*place)),
            None => Self::notice_of_policy(text, frame),
        }
    }

    /// Checks and compiles the notice of a policy version: the one that may hold the link to it.
    ///
    /// # Errors
    /// See [`CompileError`]: what is wrong with the text, or with the frame.
    pub fn notice_of_policy(text: &CampaignText<'_>, frame: &Frame) -> Result<Self, CompileError> {
        let constants = frame.constants()?;
        let head = frame.head()?;
        let list = frame.list.as_ref();
        let subject = subject(text.subject, list, &constants)?;
        let written = |place, source| filled(place, source, list, &constants);
        let html = if text.html.trim().is_empty() { None } else { Some(written(Place::Html, text.html)?) };
        let body = Body::of_spans(&written(Place::Text, text.text)?, html.as_deref());
        Ok(Self { constants, head, subject, body })
    }

    /// A message that is written out already: what it says is not read as a template.
    pub(super) fn written(subject: &str, body: Body, frame: &Frame) -> Result<Self, CompileError> {
        Ok(Self {
            constants: frame.constants()?,
            head: frame.head()?,
            subject: Subject::Ready(header::subject(subject)),
            body,
        })
    }

    /// The domain of From: the one that signs (CONFORMANCE C8).
    pub fn from_domain(&self) -> &str {
        &self.head.message_id_domain
    }

    /// Writes the message to one recipient.
    ///
    /// # Errors
    /// See [`ComposeError`]; no recipient's name or address can cause one.
    pub fn compose(&self, personal: &Personal<'_>) -> Result<Composed, ComposeError> {
        personal.check()?;
        let mut out = Vec::with_capacity(self.body.size() + HEADROOM);
        self.write_head(personal, &mut out)?;
        self.body.write(personal, &mut out);
        Ok(Composed {
            from: format!("{RETURN_PATH}{}@{}", personal.return_path, self.head.return_path_domain),
            to: personal.address.clone(),
            bytes: out,
            needs_smtputf8: personal.address.needs_smtputf8(),
        })
    }

    fn write_head(&self, personal: &Personal<'_>, out: &mut Vec<u8>) -> Result<(), ComposeError> {
        let subject = match &self.subject {
            Subject::Ready(field) => field,
            Subject::Personal(spans) => &personal_subject(spans, personal),
        };
        let fields = [
            &header::date(personal.date).ok_or(ComposeError::Date)?,
            &self.head.from,
            &header::to(personal.name, personal.address),
            subject,
            "Message-ID: <",
            personal.message_id,
            "@",
            &self.head.message_id_domain,
            ">\r\n",
        ];
        put(out, &fields);
        match &self.head.list {
            Some(list) => self.write_list(list, personal, out)?,
            None => put(out, &[AUTO_SUBMITTED]),
        }
        put(out, &["MIME-Version: 1.0\r\n"]);
        Ok(())
    }

    fn write_list(&self, list: &ListHead, personal: &Personal<'_>, out: &mut Vec<u8>) -> Result<(), ComposeError> {
        let unsubscribe_token = personal.unsubscribe_token.ok_or(ComposeError::NoUnsubscribeToken)?;
        let base_url = &self.constants.base_url;
        let fields = [
            // Folded at the comma only: no blank may stand inside the brackets (RFC 2369 section 2).
            "List-Unsubscribe: <",
            base_url,
            "/u/",
            unsubscribe_token,
            ">,\r\n <",
            &list.remove_mailto,
            "?subject=",
            unsubscribe_token,
            ">\r\nList-Help: <",
            base_url,
            "/preferences/",
            personal.preferences_token,
            ">\r\n",
            &list.fields,
        ];
        put(out, &fields);
        Ok(())
    }
}

pub(super) fn put(out: &mut Vec<u8>, texts: &[&str]) {
    for text in texts {
        out.extend_from_slice(text.as_bytes());
    }
}

impl Personal<'_> {
    fn check(&self) -> Result<(), ComposeError> {
        let tokens = [
            ("unsubscribe token", self.unsubscribe_token.unwrap_or("none"), TOKEN_MAX),
            ("preferences token", self.preferences_token, TOKEN_MAX),
            ("policy token", self.policy_token.unwrap_or("none"), TOKEN_MAX),
            ("Message-ID", self.message_id, TOKEN_MAX),
            ("return path", self.return_path, LOCAL_PART_MAX - RETURN_PATH.len()),
        ];
        let good = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        match tokens
            .into_iter()
            .find(|(_, text, most)| text.is_empty() || text.len() > *most || !text.bytes().all(good))
        {
            Some((what, ..)) => Err(ComposeError::Token(what)),
            None => Ok(()),
        }
    }
}

fn subject(source: &str, list: Option<&ListFrame>, constants: &Constants) -> Result<Subject, CompileError> {
    let place = Place::Subject;
    // A blank is as good as a tab, and a tab would be a control character in the field.
    let source = source.replace('\t', " ");
    let template = Template::parse(place, &source).map_err(|fault| CompileError::Template { place, fault })?;
    if template.is_blank() {
        return Err(CompileError::Empty(place));
    }
    refuse_list_words(place, &template, list)?;
    let spans = constants.fill(place, template);
    Ok(match spans.as_slice() {
        [Span::Text(text)] => Subject::Ready(header::subject(text)),
        _ => Subject::Personal(spans),
    })
}

fn personal_subject(spans: &[Span], personal: &Personal<'_>) -> String {
    let mut text = String::new();
    for span in spans {
        match span {
            Span::Text(fixed) => text.push_str(fixed),
            Span::Slot(slot, fallback) => text.push_str(personal.value(*slot).as_deref().unwrap_or(fallback)),
        }
    }
    header::subject(&text)
}

/// Mail of no list has no link that takes anybody off it, and no name of it.
fn refuse_list_words(place: Place, template: &Template, list: Option<&ListFrame>) -> Result<(), CompileError> {
    let of_lists = [Placeholder::UnsubscribeUrl, Placeholder::ListName];
    match of_lists.into_iter().find(|placeholder| list.is_none() && template.uses(*placeholder)) {
        Some(placeholder) => Err(CompileError::NoList { place, placeholder }),
        None => Ok(()),
    }
}

/// A body's template with all that the law wants in it, and what is the same for everybody filled in.
fn filled(
    place: Place,
    source: &str,
    list: Option<&ListFrame>,
    constants: &Constants,
) -> Result<Vec<Span>, CompileError> {
    if source.trim().is_empty() {
        return Err(CompileError::Empty(place));
    }
    let template = footer::complete(place, source, list.map(|list| (list.list.stream(), list.words)))
        .map_err(|fault| CompileError::Template { place, fault })?;
    refuse_list_words(place, &template, list)?;
    Ok(constants.fill(place, template))
}

/// Says how much there is, and to whom only masked: no log line may hold an address or a token.
impl fmt::Debug for Composed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Composed");
        shown.field("to", &self.to).field("bytes", &self.bytes.len()).field("needs_smtputf8", &self.needs_smtputf8);
        shown.finish_non_exhaustive()
    }
}
