//! Reading a request: who sent it, and the fields of a form.

use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::time::Duration;

use actix_web::error::{ErrorBadRequest, ErrorRequestTimeout};
use actix_web::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, HeaderValue};
use actix_web::web::{Bytes, Payload};
use actix_web::{FromRequest, HttpRequest};
use url::form_urlencoded;

use super::connections::connection_of;
use super::multipart;
use crate::domain::recipient::Locale;
use crate::ops::App;
use crate::ops::unsubscribe::{Evidence, Request};
use crate::ops::visit::{self, Place};
use crate::words::{Language, Words};

/// Bytes of a form that are read; ours are far below.
const FORM_MAX: usize = 64 * 1024;
/// How long a form may take to arrive: ours fit into one packet, and who sends a byte now and then holds a connection.
const BODY_TIMEOUT: Duration = Duration::from_secs(10);
/// What whoever sends too slowly is told.
const TOO_SLOW: &str = "The request took too long.\n";
/// What whoever breaks off, or sends pieces that are none, is told.
const INCOMPLETE: &str = "The request did not come whole.\n";
/// Characters of a user agent that are kept.
const AGENT_MAX: usize = 200;

/// The fields of a form, in their order; none where the body is anything else. Every handler of a POST takes one, read or
/// not: a body that nobody has read ends its connection.
#[derive(Debug, Default)]
pub(super) struct Form(Vec<(String, String)>);

impl Form {
    /// Reads a form sent as `application/x-www-form-urlencoded` or `multipart/form-data`. Any other body says nothing: a
    /// one-click needs none (RFC 8058 section 3.1), whatever its type and however long it is (CONFORMANCE A8).
    ///
    /// # Errors
    /// The client broke off before its request was complete, or took too long to complete it.
    async fn read(request: &HttpRequest, body: Payload) -> Result<Self, actix_web::Error> {
        let connection = connection_of(request);
        connection.inspect(|connection| connection.awaits_body());
        let read = tokio::time::timeout(BODY_TIMEOUT, body.to_bytes_limited(FORM_MAX)).await;
        connection.inspect(|connection| connection.has_body(matches!(read, Ok(Ok(Ok(_))))));
        let bytes: Bytes = match read.map_err(|_: tokio::time::error::Elapsed| ErrorRequestTimeout(TOO_SLOW))? {
            Ok(bytes) => bytes.map_err(|_: actix_web::Error| ErrorBadRequest(INCOMPLETE))?,
            // Too long for a form of ours, so it says nothing.
            Err(_) => return Ok(Self::default()),
        };
        let content_type =
            request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let kind = content_type.split(';').next().unwrap_or_default().trim();
        if kind.eq_ignore_ascii_case("multipart/form-data") {
            return Ok(Self(multipart::fields(content_type, &bytes)));
        }
        if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Ok(Self::default());
        }
        Ok(Self(form_urlencoded::parse(&bytes).into_owned().collect()))
    }

    /// The first value of a field; later ones of the same name are not looked at (CONFORMANCE M 15.3.7).
    pub(super) fn first<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        self.all(name).next()
    }

    /// Every value of a field.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The visit of the page whose form this is; none where our page did not put its word in, so that nobody has seen the
    /// page: then what cannot be undone is not done (CONFORMANCE N3).
    pub(super) fn visit(&self, app: &App, place: Place<'_>) -> Option<String> {
        visit::read(app, place, self.first("visit")?)
    }

    /// Whether it is the body of a one-click (RFC 8058 section 3.1).
    pub(super) fn is_one_click(&self) -> bool {
        self.first("List-Unsubscribe") == Some("One-Click")
    }
}

impl FromRequest for Form {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut actix_web::dev::Payload) -> Self::Future {
        let (request, body) = (request.clone(), Payload::from_request(request, payload));
        Box::pin(async move { Self::read(&request, body.await?).await })
    }
}

/// Whether the browser asks not to share data (Global Privacy Control).
pub(super) fn asks_for_privacy(request: &HttpRequest) -> bool {
    request.headers().get("Sec-GPC").is_some_and(|value| value.as_bytes() == b"1")
}

/// The words for whoever asks: in the language set for them, else in the one that their browser asks for.
pub(super) fn words_for(request: &HttpRequest, locale: Option<&Locale>) -> Words {
    let accepted = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Words::new(Language::choose(locale, accepted))
}

/// Who sent the request.
pub(super) fn sent_by(app: &App, request: &HttpRequest) -> Request {
    let agent = request.headers().get("User-Agent").map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    let agent = agent.unwrap_or_default().chars().filter(|c| !c.is_control()).take(AGENT_MAX).collect();
    Request { evidence: Evidence { ip: client_ip(app, request), user_agent: agent }, visit: None, gpc: false }
}

/// Who sent the form of a page where a one-click may go too. That comes from a mail provider: only a form of a page can
/// carry the signal of the person's browser, and it still does when the page has been open for too long.
pub(super) fn sent_on(app: &App, request: &HttpRequest, form: &Form, place: Place<'_>) -> Request {
    let gpc = form.first("visit").is_some() && asks_for_privacy(request);
    Request { visit: form.visit(app, place), gpc, ..sent_by(app, request) }
}

/// Who sent a form where no one-click ever goes, so that it is one of ours whatever it carries.
pub(super) fn sent_by_form(app: &App, request: &HttpRequest, visit: Option<String>) -> Request {
    Request { gpc: asks_for_privacy(request), visit, ..sent_by(app, request) }
}

/// The connection's address; behind a trusted proxy the last address that the proxy did not make up itself. What stands
/// before a hop that cannot be read was written by we do not know whom, and is not believed.
fn client_ip(app: &App, request: &HttpRequest) -> String {
    let Some(peer) = request.peer_addr().map(|peer| peer.ip().to_canonical()) else { return String::new() };
    let trusted = &app.settings.trusted_proxies;
    let forwarded: Vec<_> = request.headers().get_all("X-Forwarded-For").map(HeaderValue::as_bytes).collect();
    let hops = forwarded.iter().rev().flat_map(|value| value.rsplit(|byte| *byte == b','));
    let mut client = peer;
    for hop in hops {
        if !trusted.contains(&client) {
            break;
        }
        let Some(before) = std::str::from_utf8(hop).ok().and_then(address_of) else { break };
        client = before;
    }
    client.to_string()
}

/// The address of one hop, which some proxies write with its port: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
fn address_of(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let bare = hop.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(hop);
    let with_port = || hop.parse::<SocketAddr>().map(|address| address.ip());
    bare.parse().or_else(|_: std::net::AddrParseError| with_port()).ok().map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hop_is_read_with_or_without_its_port_and_in_either_family() {
        let hops = [" 192.0.2.1", "192.0.2.1:4711", "::ffff:192.0.2.1", "[::ffff:192.0.2.1]:80"];
        assert!(hops.into_iter().all(|hop| address_of(hop) == "192.0.2.1".parse().ok()));
        let hops = ["2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:4711"];
        assert!(hops.into_iter().all(|hop| address_of(hop) == "2001:db8::1".parse().ok()));
        assert!(
            ["", "unknown", "_hidden", "192.0.2", "192.0.2.1:x", "<script>"]
                .into_iter()
                .all(|hop| address_of(hop).is_none())
        );
    }
}
