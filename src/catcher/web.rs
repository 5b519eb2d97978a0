//! The pages of the catcher: a list, a message, its parts.
//!
//! They show mail that anyone on this machine may have sent, so every answer has a strict policy: no script, nothing from
//! elsewhere; an HTML part is an origin of its own in a sandbox where only links work. Mount them at the root of their
//! own loopback address, so that they share no origin with the product.

use std::net::SocketAddr;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{Data, Path, Query, ServiceConfig, get};
use actix_web::{App, Error, HttpResponse, HttpResponseBuilder, HttpServer};
use askama::Template;
use serde::Deserialize;
use tracing::error;

use super::content::Content;
use super::host;
use super::links::{self, Piece};
use super::mailbox::{Caught, Mailbox};

const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; \
                           base-uri 'none'; frame-ancestors 'none'";
/// For an HTML part: its own inline styles and images, links to new tabs, nothing else.
const PART_POLICY: &str = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; \
                           style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; \
                           frame-ancestors 'self'";
const TEXT_POLICY: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// Messages on one page of the list.
const PAGE_SIZE: usize = 50;

/// The routes, for `App::configure`. A server clones the closure for each of its workers.
pub fn routes(mailbox: Mailbox) -> impl FnOnce(&mut ServiceConfig) + Clone {
    move |config| {
        config
            .app_data(Data::new(mailbox))
            .route("/", get().to(list))
            .route("/messages/{seq}", get().to(message))
            .route("/messages/{seq}/html", get().to(html_part))
            .route("/messages/{seq}/source", get().to(source))
            .route("/catcher.css", get().to(stylesheet));
    }
}

/// Serves the pages until the process ends, to browsers that were told to go to this machine.
///
/// # Errors
/// The port is taken.
pub fn serve(mailbox: &Mailbox, address: SocketAddr) -> std::io::Result<()> {
    let routes = routes(mailbox.clone());
    let server = HttpServer::new(move || App::new().wrap(from_fn(loopback_only)).configure(routes.clone()));
    let running = server.workers(1).disable_signals().bind(address)?.run();
    tokio::spawn(running);
    Ok(())
}

/// Answers requests by a loopback name only. A page from elsewhere may have its own name point to this machine and ask as
/// if it were the catcher (DNS rebinding): its name is in the request.
async fn loopback_only<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if host::is_loopback(request.head()) {
        return Ok(next.call(request).await?.map_into_left_body());
    }
    let refused = answer(StatusCode::MISDIRECTED_REQUEST, TEXT_POLICY, TEXT).body(
        "The mail catcher answers by a name of this machine only, such as localhost or 127.0.0.1: open it by the address \
         that the demo prints.\n",
    );
    Ok(request.into_response(refused).map_into_right_body())
}

/// What the list is asked for.
#[derive(Deserialize)]
struct Search {
    #[serde(default)]
    to: String,
    before: Option<u64>,
}

#[derive(Template)]
#[template(path = "catcher/list.html")]
struct ListPage<'a> {
    to: &'a str,
    count: u64,
    kept: usize,
    rows: Vec<Row>,
    older: Option<u64>,
    newer: bool,
}

struct Row {
    seq: u64,
    time: String,
    to: String,
    subject: String,
    size: String,
}

impl From<&Caught> for Row {
    fn from(caught: &Caught) -> Self {
        Self {
            seq: caught.seq,
            time: caught.accepted_time.format("%H:%M:%S").to_string(),
            to: match caught.recipients.as_slice() {
                [first, second, third, others @ ..] if !others.is_empty() => {
                    format!("{first}, {second}, {third} and {} more", others.len())
                }
                few => few.join(", "),
            },
            subject: Content::subject(&caught.raw),
            size: size(caught.raw.len()),
        }
    }
}

#[derive(Template)]
#[template(path = "catcher/message.html")]
struct MessagePage<'a> {
    seq: u64,
    time: String,
    size: String,
    from: &'a str,
    recipients: &'a [String],
    content: &'a Content,
    text: Vec<Piece<'a>>,
    targets: Vec<String>,
    headers: Vec<(&'a str, Vec<Piece<'a>>)>,
    older: Option<u64>,
    newer: Option<u64>,
}

#[derive(Template)]
#[template(path = "catcher/missing.html")]
struct MissingPage {
    seq: u64,
    why: Why,
    limit: usize,
}

enum Why {
    NotYet,
    LetGo,
    NoHtml,
}

async fn list(mailbox: Data<Mailbox>, search: Query<Search>) -> HttpResponse {
    let to = search.to.trim();
    let mut found = mailbox.newest(to, search.before, PAGE_SIZE + 1);
    let more = found.len() > PAGE_SIZE;
    found.truncate(PAGE_SIZE);
    page(
        StatusCode::OK,
        &ListPage {
            to,
            count: mailbox.count(),
            kept: mailbox.kept(),
            rows: found.iter().map(|caught| Row::from(caught.as_ref())).collect(),
            older: found.last().filter(|_| more).map(|caught| caught.seq),
            newer: search.before.is_some(),
        },
    )
}

async fn message(mailbox: Data<Mailbox>, seq: Path<u64>) -> HttpResponse {
    let Some(caught) = mailbox.get(*seq) else { return missing(&mailbox, *seq) };
    let content = caught.content();
    page(
        StatusCode::OK,
        &MessagePage {
            seq: caught.seq,
            time: caught.accepted_time.format("%Y-%m-%d %H:%M:%S%.3f UTC").to_string(),
            size: size(caught.raw.len()),
            from: &caught.from,
            recipients: &caught.recipients,
            text: links::pieces(content.text.as_deref().unwrap_or_default()),
            targets: links::targets(content.html.as_deref().unwrap_or_default()),
            headers: content.headers.iter().map(|(name, value)| (name.as_str(), links::pieces(value))).collect(),
            content: &content,
            older: caught.seq.checked_sub(1).filter(|seq| mailbox.get(*seq).is_some()),
            newer: caught.seq.checked_add(1).filter(|seq| mailbox.get(*seq).is_some()),
        },
    )
}

async fn html_part(mailbox: Data<Mailbox>, seq: Path<u64>) -> HttpResponse {
    let html = mailbox.get(*seq).and_then(|caught| caught.content().html);
    match html {
        Some(html) => answer(StatusCode::OK, PART_POLICY, HTML).body(links::in_new_tabs(&html)),
        None => missing(&mailbox, *seq),
    }
}

async fn source(mailbox: Data<Mailbox>, seq: Path<u64>) -> HttpResponse {
    match mailbox.get(*seq) {
        Some(caught) => answer(StatusCode::OK, TEXT_POLICY, TEXT).body(caught.raw.clone()),
        None => missing(&mailbox, *seq),
    }
}

async fn stylesheet() -> HttpResponse {
    answer(StatusCode::OK, TEXT_POLICY, "text/css; charset=utf-8").body(include_str!("../../static/catcher.css"))
}

fn missing(mailbox: &Mailbox, seq: u64) -> HttpResponse {
    let why = match mailbox.get(seq) {
        Some(_) => Why::NoHtml,
        None if seq > mailbox.count() => Why::NotYet,
        None => Why::LetGo,
    };
    page(StatusCode::NOT_FOUND, &MissingPage { seq, why, limit: mailbox.limits().messages })
}

fn page(status: StatusCode, template: &impl Template) -> HttpResponse {
    match template.render() {
        Ok(html) => answer(status, PAGE_POLICY, HTML).body(html),
        Err(error) => {
            error!(%error, "Mail catcher could not draw a page");
            answer(StatusCode::INTERNAL_SERVER_ERROR, TEXT_POLICY, TEXT).body("The page could not be drawn.")
        }
    }
}

fn answer(status: StatusCode, policy: &'static str, content_type: &'static str) -> HttpResponseBuilder {
    let mut answer = HttpResponse::build(status);
    answer
        .insert_header((CONTENT_TYPE, content_type))
        .insert_header((CONTENT_SECURITY_POLICY, policy))
        .insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((REFERRER_POLICY, "no-referrer"))
        .insert_header((CACHE_CONTROL, "no-store"));
    answer
}

fn size(bytes: usize) -> String {
    match bytes {
        0..1_024 => format!("{bytes} B"),
        1_024..1_048_576 => format!("{}.{} KiB", bytes / 1_024, bytes % 1_024 * 10 / 1_024),
        _ => format!("{}.{} MiB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::{TestRequest, call_service, init_service, read_body};
    use actix_web::{App, http::header::HeaderMap};

    use super::*;

    fn mailbox(messages: usize) -> Mailbox {
        let mailbox = Mailbox::default();
        for n in 1..=messages {
            let raw = format!(
                "From: Shop <shop@example.org>\r\nSubject: News & more {n}\r\nX-Evil: <script>alert(1)</script>\r\n\
                 List-Unsubscribe: <https://shop.example/u/t{n}>\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n\
                 --x\r\n\r\nStop: https://shop.example/u/t{n} <b>\r\n\
                 --x\r\nContent-Type: text/html\r\n\r\n<p><a target=_top href='https://shop.example/u/h{n}'>Stop</a>\r\n--x--\r\n"
            );
            mailbox.accept("bounce@example.org".into(), vec![format!("r{n}@example.org")], raw.into());
        }
        mailbox
    }

    async fn fetch(mailbox: &Mailbox, path: &str) -> (StatusCode, HeaderMap, String) {
        let app = init_service(App::new().configure(routes(mailbox.clone()))).await;
        let response = call_service(&app, TestRequest::get().uri(path).to_request()).await;
        let (status, headers) = (response.status(), response.headers().clone());
        (status, headers, String::from_utf8(read_body(response).await.to_vec()).unwrap())
    }

    #[actix_web::test]
    async fn a_name_that_may_belong_to_somebody_else_gets_no_mail() {
        let app = App::new().wrap(from_fn(loopback_only)).configure(routes(mailbox(1)));
        let app = init_service(app).await;
        for path in ["/", "/messages/1", "/messages/1/html", "/messages/1/source", "/catcher.css", "/nothing"] {
            let ask = async |host: &str| {
                let request = TestRequest::get().uri(path).insert_header(("host", host)).to_request();
                let response = call_service(&app, request).await;
                let status = response.status();
                (status, String::from_utf8(read_body(response).await.to_vec()).unwrap())
            };
            let (status, body) = ask("rebound.example:8026").await;
            assert_eq!(status, 421, "{path}");
            assert!(body.contains("by a name of this machine only") && !body.contains("example"), "{body}");
            assert_ne!(ask("127.0.0.1:8026").await.0, 421, "{path}");
        }
    }

    #[actix_web::test]
    async fn the_list_shows_the_newest_first_and_pages_on() {
        let mailbox = mailbox(120);
        let (status, headers, body) = fetch(&mailbox, "/").await;
        assert_eq!(status, 200);
        assert_eq!(headers.get("content-security-policy").unwrap(), PAGE_POLICY);
        assert_eq!(headers.get("cache-control").unwrap(), "no-store");
        assert!(body.contains("News &#38; more 120") && body.contains("/messages/71\""));
        assert!(!body.contains("/messages/70\"") && body.contains("before=71"));
        let (_, _, body) = fetch(&mailbox, "/?before=21").await;
        assert!(body.contains("/messages/1\"") && body.contains("/messages/20\"") && !body.contains("before="));
    }

    #[actix_web::test]
    async fn a_recipient_is_found() {
        let mailbox = mailbox(30);
        let (_, _, body) = fetch(&mailbox, "/?to=R30%40EXAMPLE").await;
        assert!(body.contains("/messages/30\"") && !body.contains("/messages/3\""));
        let (_, _, body) = fetch(&mailbox, "/?to=%22%3Enobody").await;
        assert!(body.contains("No message") && body.contains("&#34;&#62;nobody"));
    }

    #[actix_web::test]
    async fn a_message_shows_its_parts_with_links_that_open_a_new_tab() {
        let (status, _, body) = fetch(&mailbox(2), "/messages/2").await;
        assert_eq!(status, 200);
        let link =
            |target: &str| format!("<a href=\"{target}\" target=\"_blank\" rel=\"noopener noreferrer\">{target}</a>");
        assert_eq!(body.matches(&link("https://shop.example/u/t2")).count(), 2, "once in the text, once in a header");
        assert!(body.contains(&link("https://shop.example/u/h2")));
        assert!(body.contains("src=\"/messages/2/html\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\""));
        assert!(body.contains("bounce@example.org") && body.contains("r2@example.org"));
        assert!(!body.contains("<script") && !body.contains("<b>"));
    }

    #[actix_web::test]
    async fn the_html_part_is_sandboxed_and_the_source_is_plain_text() {
        let mailbox = mailbox(1);
        let (_, headers, body) = fetch(&mailbox, "/messages/1/html").await;
        let policy = headers.get("content-security-policy").unwrap().to_str().unwrap();
        assert!(
            policy.starts_with("sandbox ")
                && !policy.contains("allow-scripts")
                && !policy.contains("allow-same-origin")
        );
        assert!(body.contains("<a target=_blank rel=noopener target=_top href="));
        let (_, headers, body) = fetch(&mailbox, "/messages/1/source").await;
        assert_eq!(headers.get("content-type").unwrap(), TEXT);
        assert_eq!(body.as_bytes(), mailbox.get(1).unwrap().raw);
    }

    #[actix_web::test]
    async fn what_is_missing_is_said_plainly() {
        let mailbox = mailbox(1);
        mailbox.accept(String::new(), vec!["a@example.org".into()], b"Subject: text\r\n\r\nonly\r\n".to_vec());
        for (path, sentence) in [
            ("/messages/3", "has not been caught yet"),
            ("/messages/0", "is not kept any more"),
            ("/messages/2/html", "has no HTML part"),
            ("/messages/9/source", "has not been caught yet"),
        ] {
            let (status, _, body) = fetch(&mailbox, path).await;
            assert_eq!(status, 404);
            assert!(body.contains(sentence), "{path}: {body}");
        }
        assert_eq!(fetch(&mailbox, "/catcher.css").await.0, 200);
    }

    #[test]
    fn sizes_read_well() {
        assert_eq!(
            [0, 1_023, 1_024, 1_536, 1_048_576, 26_214_400].map(size).join(" "),
            "0 B 1023 B 1.0 KiB 1.5 KiB 1.0 MiB 25.0 MiB"
        );
    }
}
