//! The link in a message: GET asks, POST acts (RFC 8058).

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::list_view;
use super::pages::{AskPage, ListView, ResultPage, StillView, UndoView, UndonePage, WiderView};
use crate::domain::Stream;
use crate::ops::App;
use crate::ops::undo;
use crate::ops::unsubscribe::{self, Stop};
use crate::ops::visit::{self, Place};
use crate::web::answer::{failed, frame, page, refused};
use crate::web::elsewhere::{is_from_elsewhere, not_ours};
use crate::web::request::{Form, asks_for_privacy, sent_by, sent_on, words_for};

/// The page with the button. It changes nothing, however often it is fetched (G6).
pub(in crate::web) async fn ask(app: web::Data<App>, request: HttpRequest, token: web::Path<String>) -> HttpResponse {
    let preview = match unsubscribe::preview(&app, &token).await {
        Ok(preview) => preview,
        Err(error) => return failed(&app, &request, &error, false),
    };
    let words = words_for(&request, preview.locale.as_ref());
    let list = list_view(preview.list_name);
    let already = preview.stopped_since.is_some();
    let wider = WiderView {
        company: preview.still.company && list != ListView::Company,
        partner: preview.still.partner && list != ListView::AllPartners,
        everything: preview.still.company || preview.still.partner || !already,
    };
    let view = AskPage {
        frame: frame(&app, words),
        visit: visit::begin(&app, Place::Unsubscribe(&token)),
        token: token.into_inner(),
        masked_address: preview.masked_address,
        list,
        already,
        since: preview.stopped_since.map(|since| words.moment(since)),
        wider,
        gpc: asks_for_privacy(&request) && preview.still.partner,
    };
    page(StatusCode::OK, &view)
}

/// One click, or a button of the page. The answer is no redirect and sets no cookie (CONFORMANCE A7), and it comes after
/// the choice is final (G3).
pub(in crate::web) async fn stop(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
    form: Form,
) -> HttpResponse {
    // A provider's page may let its reader's browser send the one-click; any other form is the page's own.
    if is_from_elsewhere(&app, &request) && !form.is_one_click() {
        return not_ours(&app, &request);
    }
    let what = match form.first("stop") {
        Some("company") => Stop::Stream(Stream::Company),
        Some("partner") => Stop::Stream(Stream::Partner),
        Some("everything") => Stop::Everything,
        _ => Stop::List,
    };
    let sent = sent_on(&app, &request, &form, Place::Unsubscribe(&token));
    let gpc = sent.gpc;
    let receipt = match unsubscribe::stop(&app, &token, what, sent).await {
        Ok(receipt) => receipt,
        Err(error) => return failed(&app, &request, &error, true),
    };
    let words = words_for(&request, receipt.locale.as_ref());
    let stopped = receipt.stopped.into_iter().next().map_or(ListView::Everything, list_view);
    // Undoing never turns on what the browser's signal keeps off.
    let undoable = !(gpc && stopped == ListView::AllPartners);
    let view = ResultPage {
        frame: frame(&app, words),
        token: token.into_inner(),
        masked_address: receipt.masked_address,
        stopped,
        already: receipt.already,
        at: words.moment(receipt.at),
        partner_too: receipt.partner_by_signal,
        on_its_way: receipt.on_its_way.into_iter().next(),
        still: StillView { company: receipt.still.company, partner: receipt.still.partner },
        undo: receipt.undo.filter(|_| undoable).map(|token| UndoView { token }),
        gpc,
    };
    page(StatusCode::OK, &view)
}

/// Undoes a choice in the visit in which it was made.
pub(in crate::web) async fn undo(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
    _: Form,
) -> HttpResponse {
    let mut sent = sent_by(&app, &request);
    sent.gpc = asks_for_privacy(&request);
    match undo::undo(&app, &token, sent).await {
        Ok(undone) => {
            let words = words_for(&request, undone.locale.as_ref());
            let view = UndonePage {
                frame: frame(&app, words),
                token: undo::preferences_token(&app, undone.recipient),
                masked_address: undone.masked_address,
                restored: undone.restored.on.into_iter().map(list_view).collect(),
                pauses: undone.restored.pauses.into_iter().map(list_view).collect(),
                weekly_cap: undone.restored.weekly_cap,
                language: undone.restored.language,
                partner_kept_off: undone.partner_kept_off,
            };
            page(StatusCode::OK, &view)
        }
        Err(error) => failed(&app, &request, &error, true),
    }
}

/// Nothing is here.
pub(in crate::web) async fn not_here(app: web::Data<App>, request: HttpRequest) -> HttpResponse {
    refused(&app, &request)
}
