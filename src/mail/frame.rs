//! What surrounds the text of a campaign, the same for everybody: whom it is from, which list it is of (if of any), where
//! links go.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::header;
use super::template::{Place, Placeholder, TemplateError};
use super::value::Constants;
use crate::domain::address::{AddressError, parse_domain};
use crate::domain::recipient::Name;
use crate::domain::{Address, CampaignId, List, Stream};
use crate::words::Words;

/// Octets of a List-Id (RFC 2919 section 2).
const LIST_ID_MAX: usize = 255;
/// Octets of a list's label with the dot behind it: `partner-` and the longest number.
const LABEL_MAX: usize = 29;
/// Octets of the domain behind a local part of 64 and an @: a path has 256 with its brackets (RFC 5321 section
/// 4.5.3.1.3).
const RETURN_PATH_DOMAIN_MAX: usize = 189;
/// Octets of a base URL, so that a link with its token fits a line of 998 (RFC 5322 section 2.1.1).
const BASE_URL_MAX: usize = 500;
/// What a local part keeps in a mailto URI: unreserved characters, and the plus sign, which has no other meaning there
/// (RFC 6068 section 5). All else is percent-encoded, more than section 2 demands, for readers that split at commas.
const KEPT: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'+');

/// What surrounds the text of one campaign.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The display name of From.
    pub from_name: Option<Name>,
    /// The address of From; the part before the @ is ASCII. Its domain is that of the Message-ID.
    pub from: Address,
    /// What the footer calls the sender.
    pub sender_name: String,
    /// Where the sender can be found.
    pub postal_address: String,
    /// What every link begins with: https, or http to loopback.
    pub base_url: String,
    /// The domain that takes bounces.
    pub return_path_domain: String,
    /// The list that it is mail of; none for mail that needs no consent, which nobody can be taken off.
    pub list: Option<ListFrame>,
}

/// What surrounds promotional mail beyond that.
#[derive(Clone, Debug)]
pub struct ListFrame {
    /// The list that one click takes the recipient off.
    pub list: List,
    /// What people call it.
    pub name: String,
    /// The domain that List-Ids lie in. Never change it: readers file mail by it (RFC 2919 section 4).
    pub id_domain: String,
    /// Where people write to be removed; the part before the @ is ASCII.
    pub remove_address: Address,
    /// The campaign.
    pub campaign: CampaignId,
    /// The words of the footer.
    pub words: Words,
}

/// Why a campaign's text and frame make no message. Found when the campaign is saved or started, never at a recipient.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompileError {
    /// A placeholder or a character that cannot stand there.
    #[error("in {place}, {fault}")]
    Template {
        /// Which template.
        place: Place,
        /// What is wrong with it.
        fault: TemplateError,
    },
    /// The subject or the text part is empty.
    #[error("{0} is empty")]
    Empty(Place),
    /// A word that every message needs is missing.
    #[error("the {0} is missing")]
    Missing(&'static str),
    /// A word that stands in a header field or a footer is not one line of visible text.
    #[error("the {0} must be one line of at most 200 characters")]
    NotOneLine(&'static str),
    /// One-click and a list's name belong to promotional mail (CONFORMANCE A20).
    #[error("in {place}, there is `{}`: mail that needs no consent belongs to no list", .placeholder.as_str())]
    NoList {
        /// Which template.
        place: Place,
        /// What cannot stand in it.
        placeholder: Placeholder,
    },
    /// Only the notice of a policy version has a link to one.
    #[error("in {0}, there is `policy_url`: only the notice of a policy version has it (consentry policy publish)")]
    NoPolicy(Place),
    /// Every relay must be able to take it (RFC 6531 is an extension).
    #[error("the {0} address must be ASCII before the @")]
    NotAscii(&'static str),
    /// RFC 8058 section 3.1.
    #[error("the base URL must begin with https:// (http:// is only for loopback) and have no query and no fragment")]
    BaseUrl,
    /// Not a domain name, or too long for what stands in front of it.
    #[error("the {what} cannot be used: {fault}")]
    Domain {
        /// Which one.
        what: &'static str,
        /// What is wrong with it.
        fault: AddressError,
    },
}

/// The header fields that are the same for everybody, ready, and what the others are made of.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) from: String,
    pub(super) message_id_domain: String,
    pub(super) return_path_domain: String,
    pub(super) list: Option<ListHead>,
}

/// What promotional mail carries beyond that.
#[derive(Clone, Debug)]
pub(super) struct ListHead {
    pub(super) remove_mailto: String,
    /// List-Unsubscribe-Post, List-Id, Feedback-ID.
    pub(super) fields: String,
}

impl Frame {
    pub(super) fn constants(&self) -> Result<Constants, CompileError> {
        let base_url = self.base_url.trim_end_matches('/');
        if !is_base_url(base_url) {
            return Err(CompileError::BaseUrl);
        }
        let postal_address: Vec<_> =
            self.postal_address.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        Ok(Constants {
            sender_name: one_line("sender's name", &self.sender_name)?,
            list_name: self.list.as_ref().map(|list| one_line("list's name", &list.name)).transpose()?,
            postal_address: one_line("postal address", &postal_address.join(", "))?,
            base_url: base_url.to_owned(),
        })
    }

    pub(super) fn head(&self) -> Result<Head, CompileError> {
        if self.from.needs_smtputf8() {
            return Err(CompileError::NotAscii("From"));
        }
        Ok(Head {
            from: header::from(self.from_name.as_ref(), &self.from),
            message_id_domain: self.from.domain().to_owned(),
            return_path_domain: domain("domain of the return path", &self.return_path_domain, RETURN_PATH_DOMAIN_MAX)?,
            list: self.list.as_ref().map(ListFrame::head).transpose()?,
        })
    }
}

impl ListFrame {
    fn head(&self) -> Result<ListHead, CompileError> {
        if self.remove_address.needs_smtputf8() {
            return Err(CompileError::NotAscii("remove"));
        }
        let label = label(self.list);
        let id_domain = domain("domain of List-Ids", &self.id_domain, LIST_ID_MAX - LABEL_MAX)?;
        // Percent-encoding a domain is forbidden where it says nothing new (RFC 6068 section 2, item 4).
        let local_part = utf8_percent_encode(self.remove_address.local_part(), &KEPT);
        Ok(ListHead {
            remove_mailto: format!("mailto:{local_part}@{}", self.remove_address.domain()),
            fields: [
                // RFC 8058 section 5: this and nothing else, on one line.
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
                &header::list_id(&one_line("list's name", &self.name)?, &format!("{label}.{id_domain}")),
                // Three ways to group complaints and one name of ours; nothing in it tells one message from the next.
                &format!("Feedback-ID: {}:{label}:{}:{}\r\n", self.campaign, self.list.stream(), sender_id(&id_domain)),
            ]
            .concat(),
        })
    }
}

fn domain(what: &'static str, text: &str, most: usize) -> Result<String, CompileError> {
    match parse_domain(text) {
        Ok(domain) if domain.len() <= most => Ok(domain),
        Ok(_) => Err(CompileError::Domain { what, fault: AddressError::TooLong }),
        Err(fault) => Err(CompileError::Domain { what, fault }),
    }
}

/// The label of a list: it names the list for good, whatever people call it.
fn label(list: List) -> String {
    match list {
        List::Stream(Stream::Company) => "company".to_owned(),
        List::Stream(Stream::Partner) => "partner".to_owned(),
        List::Topic(id) => format!("topic-{id}"),
        List::Partner(id) => format!("partner-{id}"),
    }
}

/// 5 to 15 characters that name the sender and never change (CONFORMANCE E8): the domain if it fits, else its beginning
/// and a checksum (32-bit FNV-1a).
fn sender_id(domain: &str) -> String {
    let word = domain.replace('.', "-");
    if (5..=15).contains(&word.len()) {
        return word;
    }
    let sum = domain.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let beginning: String = word.chars().take(6).collect();
    format!("{beginning}-{sum:08x}")
}

fn one_line(what: &'static str, text: &str) -> Result<String, CompileError> {
    match Name::parse(text) {
        Ok(Some(name)) => Ok(name.as_str().to_owned()),
        Ok(None) => Err(CompileError::Missing(what)),
        Err(_) => Err(CompileError::NotOneLine(what)),
    }
}

/// Whether links may begin with it. Inside angle brackets no blank, bracket or comma may stand (RFC 2369 section 2).
fn is_base_url(text: &str) -> bool {
    let is_loopback = |url: &url::Url| match url.host() {
        Some(url::Host::Ipv4(host)) => host.is_loopback(),
        Some(url::Host::Ipv6(host)) => host.is_loopback(),
        Some(url::Host::Domain(host)) => host == "localhost" || host.ends_with(".localhost"),
        None => false,
    };
    let fits =
        text.len() <= BASE_URL_MAX && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"\\,?#".contains(&byte));
    fits && url::Url::parse(text).is_ok_and(|url| match url.scheme() {
        "https" => true,
        "http" => is_loopback(&url),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{PartnerId, TopicId};

    #[test]
    fn each_list_has_a_label_of_its_own() {
        assert_eq!(label(List::Stream(Stream::Company)), "company");
        assert_eq!(label(List::Stream(Stream::Partner)), "partner");
        assert_eq!(label(List::Topic(TopicId::new(7))), "topic-7");
        assert_eq!(label(List::Partner(PartnerId::new(i64::MIN))).len() + 1, LABEL_MAX);
    }

    #[test]
    fn a_sender_id_has_5_to_15_characters_and_stays_what_it_is() {
        assert_eq!(sender_id("example.org"), "example-org");
        assert_eq!(sender_id("a.co"), "a-co-8f55bbd0");
        assert_eq!(sender_id("list-id.mail.example.org"), "list-i-91ed751e");
    }

    #[test]
    fn links_begin_with_https_or_lead_to_loopback() {
        for good in [
            "https://mail.example.org",
            "https://example.org:8443/m",
            "http://127.0.0.1:8025",
            "http://[::1]",
            "http://localhost:1",
        ] {
            assert!(is_base_url(good), "{good}");
        }
        for bad in [
            "http://example.org",
            "ftp://example.org",
            "https://",
            "https://a b",
            "https://a/>x",
            "https://a?x",
            "https://a#x",
            "",
        ] {
            assert!(!is_base_url(bad), "{bad}");
        }
    }

    #[test]
    fn a_mistake_is_a_sentence() {
        let fault = TemplateError::ManyLines;
        assert_eq!(
            CompileError::Template { place: Place::Subject, fault }.to_string(),
            "in the subject, there is a line break; a subject is one line"
        );
        assert_eq!(CompileError::Empty(Place::Text).to_string(), "the text part is empty");
    }
}
