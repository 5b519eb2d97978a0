//! What people do with their own data: a wish on the preference page, a letter, the page behind its link, a button.

mod address;
mod copy;
mod facts;
mod pages;

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpRequest, HttpResponse, web};

use crate::domain::action::Action;
use crate::domain::more::More;
use crate::domain::{Address, RecipientId};
use crate::ops::App;
use crate::ops::data::{self, Asked, DataError, Field, Opened, Outcome, Typed, Wish};
use crate::ops::lists::ListName;
use crate::ops::undo::preferences_token;
use crate::web::answer::{failed, frame, page, refused};
use crate::web::request::{Form, sent_by, words_for};
use crate::words::Words;
pub(super) use address::{link, link_form};
use facts::{fields, typed};
use pages::{ActPage, ButtonView, OnwardView, PlainPage};

/// A button of the preference page: posts a letter, and changes nothing else.
pub(super) async fn ask(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
    form: Form,
) -> HttpResponse {
    let words = words_for(&request, None);
    let typed = form.first("address").unwrap_or_default().trim();
    let wish = match form.first("wish") {
        Some("see") => Wish::See,
        Some("download") => Wish::Download,
        Some("erase") => Wish::Erase,
        Some("move") => {
            let Ok(address) = Address::parse(typed) else {
                return page(StatusCode::UNPROCESSABLE_ENTITY, &address::move_page(&app, words, &token, typed));
            };
            Wish::Move(address)
        }
        _ => return refused(&app, &request),
    };
    match data::ask(&app, &token, wish, words).await {
        Ok(asked) => asked_page(&app, words_for(&request, asked.locale.as_ref()), &token, &asked),
        Err(error) => data_failed(&app, &request, &error),
    }
}

fn asked_page(app: &App, words: Words, token: &str, asked: &Asked) -> HttpResponse {
    let address = [("address", asked.masked_address.clone().into())];
    let (title, lead) = if asked.posted {
        (words.plain("data-asked-title"), words.with("data-asked", &address))
    } else {
        (words.plain("data-asked-often-title"), words.with("data-asked-often", &address))
    };
    let back = OnwardView { to: format!("/preferences/{token}"), label: words.say("preference-back") };
    plain(app, words, title, vec![lead], asked.posted, Some(back))
}

fn plain(
    app: &App,
    words: Words,
    title: String,
    leads: Vec<String>,
    done: bool,
    onward: Option<OnwardView>,
) -> HttpResponse {
    page(StatusCode::OK, &PlainPage { frame: frame(app, words), title, leads, done, onward })
}

fn data_failed(app: &App, request: &HttpRequest, error: &DataError) -> HttpResponse {
    match error {
        DataError::Choice(error) => failed(app, request, error, true),
        DataError::Expired => {
            let words = words_for(request, None);
            let view = PlainPage {
                frame: frame(app, words),
                title: words.plain("data-expired-title"),
                leads: vec![words.say("data-expired")],
                done: false,
                onward: Some(OnwardView { to: "/preferences".to_owned(), label: words.say("data-expired-new") }),
            };
            page(StatusCode::GONE, &view)
        }
        DataError::Wrong(_) => refused(app, request),
    }
}

/// The page behind a mailed link. It changes nothing, however often it is fetched (G6).
pub(super) async fn show(app: web::Data<App>, request: HttpRequest, token: web::Path<String>) -> HttpResponse {
    match data::open(&app, &token).await {
        Ok(opened) => match opened.done_at {
            Some(at) => outcome_page(&app, opened.words, opened.recipient, &Outcome::Before(at)),
            None => {
                page(StatusCode::OK, &act_page(&app, token.into_inner(), &opened, &Typed::from(&opened.facts), &[]))
            }
        },
        Err(error) => data_failed(&app, &request, &error),
    }
}

/// The page behind a mailed link, with what stands in its fields, and which of them are wrong.
fn act_page(app: &App, token: String, opened: &Opened, typed: &Typed, wrong: &[Field]) -> ActPage {
    let words = opened.words;
    let frame = frame(app, words);
    let sender = [("sender", frame.sender.name.clone().into())];
    let new_address = || {
        let shown = opened.new_address.as_ref().map(ToString::to_string);
        vec![words.with("data-new-address", &[("address", shown.unwrap_or_default().into())])]
    };
    let (title, lead, lines, after) = match opened.action {
        Action::See => (words.plain("data-see-title"), words.say("data-see-lead"), Vec::new(), None),
        Action::Leave => (words.plain("data-leave-title"), words.say("data-leave-lead"), new_address(), None),
        Action::Arrive => (words.plain("data-arrive-title"), words.say("data-arrive-lead"), new_address(), None),
        Action::OptIn => {
            let lines = opened.yes.iter().map(|yes| yes.wording.clone()).collect();
            (
                words.plain("data-opt-in-title"),
                words.say("data-opt-in-lead"),
                lines,
                Some(words.say("data-opt-in-after")),
            )
        }
        Action::Download => (words.plain("data-download-title"), words.say("data-download-lead"), Vec::new(), None),
        Action::Erase => {
            let keep = words.with("data-erase-keep", &sender);
            (words.plain("data-erase-title"), words.say("data-erase-lead"), Vec::new(), Some(keep))
        }
    };
    let seen = opened.address.as_ref().filter(|_| opened.action == Action::See).map(ToString::to_string);
    ActPage {
        token,
        address: seen.unwrap_or_else(|| opened.masked_address.clone()),
        title,
        lead,
        lines,
        after,
        fields: if opened.action == Action::See { fields(typed, wrong, words) } else { Vec::new() },
        buttons: buttons(opened.action, words),
        frame,
    }
}

fn buttons(action: Action, words: Words) -> Vec<ButtonView> {
    let yes = |label: String| vec![ButtonView { value: "yes", label, main: true }];
    match action {
        Action::See => yes(words.say("data-see-button")),
        Action::Leave => yes(words.say("data-leave-button")),
        Action::Arrive => yes(words.say("data-arrive-button")),
        Action::OptIn => yes(words.say("data-opt-in-button")),
        Action::Erase => vec![ButtonView { value: "yes", label: words.say("data-erase-button"), main: false }],
        Action::Download => vec![
            ButtonView { value: "page", label: words.say("data-download-show"), main: false },
            ButtonView { value: "file", label: words.say("data-download-file"), main: false },
        ],
    }
}

/// The button of the page behind a mailed link.
pub(super) async fn act(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
    form: Form,
) -> HttpResponse {
    let opened = match data::open(&app, &token).await {
        Ok(opened) => opened,
        Err(error) => return data_failed(&app, &request, &error),
    };
    let (words, recipient, sent) = (opened.words, opened.recipient, sent_by(&app, &request, form.visit()));
    let done = match opened.action {
        Action::See => {
            let (again, typed) = (opened.clone(), typed(&form));
            match data::correct(&app, opened, &typed, sent).await {
                Err(DataError::Wrong(wrong)) => {
                    let view = act_page(&app, token.into_inner(), &again, &typed, &wrong);
                    return page(StatusCode::UNPROCESSABLE_ENTITY, &view);
                }
                done => done,
            }
        }
        Action::Leave => data::leave(&app, opened).await,
        Action::Arrive => data::arrive(&app, opened, sent).await,
        Action::OptIn => data::opt_in(&app, opened, sent).await,
        Action::Erase => data::erase(&app, opened).await,
        Action::Download => {
            return match data::download(&app, opened).await {
                Ok(copy) if form.first("as") == Some("file") => file(&copy),
                Ok(copy) => page(StatusCode::OK, &copy::page_of(frame(&app, words), token.into_inner(), copy)),
                Err(error) => data_failed(&app, &request, &error),
            };
        }
    };
    match done {
        Ok(outcome) => outcome_page(&app, words, recipient, &outcome),
        Err(error) => data_failed(&app, &request, &error),
    }
}

fn file(copy: &data::Copy) -> HttpResponse {
    HttpResponse::Ok().insert_header((CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\"")).json(copy)
}

fn outcome_page(app: &App, words: Words, recipient: RecipientId, outcome: &Outcome) -> HttpResponse {
    let (title, leads) = match outcome {
        Outcome::Before(at) => {
            let date = [("date", words.moment(*at).into())];
            (words.plain("data-before-title"), vec![words.with("data-before", &date)])
        }
        Outcome::Corrected => (words.plain("data-corrected-title"), vec![words.say("data-corrected")]),
        Outcome::Half => (words.plain("data-half-title"), vec![words.say("data-half")]),
        Outcome::Moved => (words.plain("data-moved-title"), vec![words.say("data-moved")]),
        Outcome::Erased => (words.plain("data-erased-title"), vec![words.say("data-erased")]),
        Outcome::More(all) => {
            let on = all.iter().any(|more| matches!(more, More::On(_)));
            let title = if on { "data-opted-in-title" } else { "preference-saved-title" };
            (words.plain(title), all.iter().map(|more| given(more, words)).collect())
        }
    };
    let onward = match outcome {
        Outcome::Corrected | Outcome::Moved | Outcome::More(_) => {
            let to = format!("/preferences/{}", preferences_token(app, recipient));
            Some(OnwardView { to, label: words.say("preference-see-all") })
        }
        // Nothing new to see, or nobody left to see it.
        Outcome::Before(_) | Outcome::Half | Outcome::Erased => None,
    };
    plain(app, words, title, leads, !matches!(outcome, Outcome::Before(_)), onward)
}

/// What has been given, as a sentence.
fn given(more: &More<ListName>, words: Words) -> String {
    match more {
        More::On(list) => words.with("data-opted-in", &list.values()),
        More::WeeklyCap(Some(cap)) => words.with("preference-saved-cap", &[("count", cap.get().into())]),
        More::WeeklyCap(None) => words.say("data-cap-gone"),
        More::EndPause(list) => words.with("data-pause-ended", &list.values()),
    }
}
