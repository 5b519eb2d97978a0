//! What people do with their own data: a wish on the preference page, a letter, the page behind its link, a button.

mod address;
mod copy;
mod facts;
mod pages;

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, LOCATION};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::domain::action::Action;
use crate::domain::more::More;
use crate::domain::suppression::SuppressionReason;
use crate::domain::{Address, RecipientId};
use crate::ops::App;
use crate::ops::child;
use crate::ops::data::{self, Asked, DataError, Field, Opened, Outcome, StaysOff, Typed, Wish, Yes};
use crate::ops::lists::ListName;
use crate::ops::signal;
use crate::ops::traces::Traces;
use crate::ops::undo::preferences_token;
use crate::ops::unsubscribe::Receipt;
use crate::ops::visit::{self, Place};
use crate::web::answer::{by_signal, failed, frame, page, refused};
use crate::web::preference::center::{self, bar_view};
use crate::web::request::{Form, asks_for_privacy, sent_by_form, words_for};
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
    let visit = form.visit(&app, Place::Preferences(&token));
    if visit.is_none() && form.first("wish") != Some("move") {
        return center::shown(&app, &request, token.into_inner(), true).await;
    }
    let wish = match form.first("wish") {
        Some("see") => Wish::See,
        Some("download") => Wish::Download,
        Some("erase") => Wish::Erase,
        Some("move") => {
            let address = Address::parse(typed);
            let (Ok(address), true) = (&address, visit.is_some()) else {
                let words = words_of(&app, &request, &token).await;
                let view = address::move_page(&app, words, &token, typed, address.is_ok());
                return page(StatusCode::UNPROCESSABLE_ENTITY, &view);
            };
            Wish::Move(address.clone())
        }
        _ => return refused(&app, &request),
    };
    let asked = match data::ask(&app, &token, wish, words).await {
        Ok(asked) => asked,
        Err(error) => return data_failed(&app, &request, &token, &error).await,
    };
    match signal::obey(&app, asked.recipient, sent_by_form(&app, &request, visit)).await {
        Ok(stopped) => {
            let words = words_for(&request, asked.locale.as_ref());
            asked_page(&app, words, &token, &asked, stopped.as_ref())
        }
        Err(error) => failed(&app, &request, &error, true),
    }
}

fn asked_page(app: &App, words: Words, token: &str, asked: &Asked, stopped: Option<&Receipt>) -> HttpResponse {
    let address = [("address", asked.masked_address.clone().into())];
    let (title, lead) = if asked.posted {
        (words.plain("data-asked-title"), words.with("data-asked", &address))
    } else {
        (words.plain("data-asked-often-title"), words.with("data-asked-often", &address))
    };
    let back = OnwardView { to: format!("/preferences/{token}"), label: words.say("preference-back") };
    let leads = std::iter::once(lead).chain(by_signal(stopped, words)).collect();
    plain(app, words, title, leads, asked.posted, Some(back))
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

/// The words of whoever the link was made for.
async fn words_of(app: &App, request: &HttpRequest, token: &str) -> Words {
    words_for(request, data::language_of(app, token).await.as_ref())
}

async fn data_failed(app: &App, request: &HttpRequest, token: &str, error: &DataError) -> HttpResponse {
    match error {
        DataError::Choice(error) => failed(app, request, error, true),
        DataError::Expired => {
            let expired = if data::answers_a_report(app, token) { "child-expired" } else { "data-expired" };
            let words = words_of(app, request, token).await;
            let view = PlainPage {
                frame: frame(app, words),
                title: words.plain("data-expired-title"),
                leads: vec![words.say(expired)],
                done: false,
                onward: Some(OnwardView { to: "/preferences".to_owned(), label: words.say("data-expired-new") }),
            };
            page(StatusCode::GONE, &view)
        }
        DataError::Wrong(_) | DataError::TooYoung => refused(app, request),
    }
}

/// The page behind a mailed link. It changes nothing, however often it is fetched (G6).
pub(super) async fn show(app: web::Data<App>, request: HttpRequest, token: web::Path<String>) -> HttpResponse {
    match data::open(&app, &token).await {
        Ok(opened) => {
            let typed = Typed::from(&opened.facts);
            shown(&app, &request, token.into_inner(), &opened, &typed, false)
        }
        Err(error) => data_failed(&app, &request, &token, &error).await,
    }
}

/// The page; `stale` where a form came that was not its own, or too old.
fn shown(app: &App, request: &HttpRequest, token: String, opened: &Opened, typed: &Typed, stale: bool) -> HttpResponse {
    if let Some(at) = opened.done_at {
        return outcome_page(app, opened.words, opened.recipient, &Outcome::Before(at), Vec::new());
    }
    let status = if stale { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page(status, &act_page(app, token, opened, typed, &[], (asks_for_privacy(request), stale)))
}

/// The page behind a mailed link, with what stands in its fields, and which of them are wrong.
fn act_page(
    app: &App,
    token: String,
    opened: &Opened,
    typed: &Typed,
    wrong: &[Field],
    (gpc, stale): (bool, bool),
) -> ActPage {
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
        Action::EraseChild => {
            let lines = vec![words.say("child-for-good")];
            (words.plain("child-erase-title"), words.say("child-erases"), lines, Some(words.say("child-keeps")))
        }
        Action::NotChild => {
            let age = [("age", app.settings.age_limit.into())];
            (words.plain("child-not-title"), words.with(child::NOT_A_CHILD, &age), Vec::new(), None)
        }
        Action::Erase => {
            let keep = words.with("data-erase-keep", &sender);
            (words.plain("data-erase-title"), words.say("data-erase-lead"), Vec::new(), Some(keep))
        }
    };
    let seen = opened.address.as_ref().filter(|_| opened.action == Action::See).map(ToString::to_string);
    ActPage {
        address: seen.unwrap_or_else(|| opened.masked_address.clone()),
        title,
        lead,
        lines,
        after,
        fields: if opened.action == Action::See { fields(typed, wrong, words) } else { Vec::new() },
        buttons: buttons(opened.action, words),
        gpc: gpc && turns_partner_mail_off(opened),
        visit: visit::begin(app, Place::Data(&token)),
        stale,
        token,
        frame,
    }
}

/// Whether the browser's signal would make a difference. What is erased gets no mail anyway.
fn turns_partner_mail_off(opened: &Opened) -> bool {
    !matches!(opened.action, Action::Erase | Action::EraseChild)
        && (opened.partner_still || opened.yes.iter().any(Yes::is_partner_mail))
}

fn buttons(action: Action, words: Words) -> Vec<ButtonView> {
    let yes = |label: String| vec![ButtonView { value: "yes", label, main: true }];
    match action {
        Action::See => yes(words.say("data-see-button")),
        Action::Leave => yes(words.say("data-leave-button")),
        Action::Arrive => yes(words.say("data-arrive-button")),
        Action::OptIn => yes(words.say("data-opt-in-button")),
        Action::NotChild => yes(words.say("child-not-button")),
        Action::Erase | Action::EraseChild => {
            vec![ButtonView { value: "yes", label: words.say("data-erase-button"), main: false }]
        }
        Action::Download => vec![
            ButtonView { value: "page", label: words.say("data-download-show"), main: false },
            ButtonView { value: "file", label: words.say("data-download-file"), main: false },
        ],
    }
}

/// Whether a button of the page was pressed: a form that says less than the page's own changes nothing (CONFORMANCE N3).
fn pressed(action: Action, form: &Form) -> bool {
    // Where there are two buttons, one of them; a single one is pressed by the form itself.
    action != Action::Download || matches!(form.first("as"), Some("page" | "file"))
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
        Err(error) => return data_failed(&app, &request, &token, &error).await,
    };
    let visit = form.visit(&app, Place::Data(&token));
    if visit.is_none() || !pressed(opened.action, &form) {
        let typed = typed(&form).or(&opened.facts);
        return shown(&app, &request, token.into_inner(), &opened, &typed, true);
    }
    let (words, recipient, sent) = (opened.words, opened.recipient, sent_by_form(&app, &request, visit));
    let gpc = sent.gpc;
    let kept_off = gpc && opened.yes.iter().any(Yes::is_partner_mail);
    let done = match opened.action {
        Action::See => {
            let (again, typed) = (opened.clone(), typed(&form));
            match data::correct(&app, opened, typed.clone(), sent.clone()).await {
                Err(DataError::Wrong(wrong)) => {
                    let typed = typed.or(&again.facts);
                    let view = act_page(&app, token.into_inner(), &again, &typed, &wrong, (gpc, false));
                    return page(StatusCode::UNPROCESSABLE_ENTITY, &view);
                }
                Err(DataError::TooYoung) => return to_report(&app, recipient),
                done => done,
            }
        }
        Action::Leave => data::leave(&app, opened).await,
        Action::Arrive => data::arrive(&app, opened, sent.clone()).await,
        Action::OptIn => data::opt_in(&app, opened, sent.clone()).await,
        Action::Erase => data::erase(&app, opened).await,
        Action::EraseChild => child::erase(&app, opened).await,
        Action::NotChild => child::lift(&app, opened, sent.clone()).await,
        Action::Download => {
            // Before the copy is made, so that it says how things are.
            if let Err(error) = signal::obey(&app, recipient, sent).await {
                return failed(&app, &request, &error, true);
            }
            return match data::download(&app, opened).await {
                Ok(copy) if form.first("as") == Some("file") => file(&copy),
                Ok(copy) => {
                    let visit = visit::begin(&app, Place::Data(&token));
                    page(StatusCode::OK, &copy::page_of(frame(&app, words), token.into_inner(), visit, copy))
                }
                Err(error) => data_failed(&app, &request, &token, &error).await,
            };
        }
    };
    let outcome = match done {
        Ok(outcome) => outcome,
        Err(error) => return data_failed(&app, &request, &token, &error).await,
    };
    match signal::obey(&app, recipient, sent).await {
        Ok(None) if kept_off => {
            let off = words.say("preference-partner-stays-off");
            outcome_page(&app, words, recipient, &outcome, vec![off])
        }
        Ok(stopped) => outcome_page(&app, words, recipient, &outcome, by_signal(stopped.as_ref(), words)),
        Err(error) => failed(&app, &request, &error, true),
    }
}

/// Nobody younger is kept, and nothing is erased by a slip of the hand: the page that reports a child asks first
/// (CONFORMANCE J8).
fn to_report(app: &App, recipient: RecipientId) -> HttpResponse {
    let to = format!("/child/{}", preferences_token(app, recipient));
    HttpResponse::SeeOther().insert_header((LOCATION, to)).finish()
}

fn file(copy: &data::Copy) -> HttpResponse {
    HttpResponse::Ok().insert_header((CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\"")).json(copy)
}

/// A sentence on what was erased and, where the database still has copies, when they go.
fn with_copies(words: Words, lead: String, traces: Traces) -> Vec<String> {
    let copies = (traces != Traces::Gone).then(|| words.say("data-erased-copies"));
    std::iter::once(lead).chain(copies).collect()
}

/// What was done, and what the browser's signal did beside it.
fn outcome_page(
    app: &App,
    words: Words,
    recipient: RecipientId,
    outcome: &Outcome,
    beside: Vec<String>,
) -> HttpResponse {
    let (title, mut leads) = match outcome {
        Outcome::Before(at) => {
            let date = [("date", words.moment(*at).into())];
            (words.plain("data-before-title"), vec![words.with("data-before", &date)])
        }
        Outcome::Corrected => (words.plain("data-corrected-title"), vec![words.say("data-corrected")]),
        Outcome::Half => (words.plain("data-half-title"), vec![words.say("data-half")]),
        Outcome::Moved => (words.plain("data-moved-title"), vec![words.say("data-moved")]),
        Outcome::Erased(traces) => {
            (words.plain("data-erased-title"), with_copies(words, words.say("data-erased"), *traces))
        }
        Outcome::ChildErased { masked_address, traces } => {
            let address = [("address", masked_address.clone().into())];
            let lead = words.with("child-done-erased", &address);
            (words.plain("child-done-title"), with_copies(words, lead, *traces))
        }
        Outcome::ReportLifted { stays: false } => (words.plain("child-lifted-title"), vec![words.say("child-lifted")]),
        Outcome::ReportLifted { stays: true } => {
            let contact = frame(app, words).sender.contact;
            let ask = words.with("preference-bars-ask", &[("address", contact.into())]);
            (words.plain("signup-done-none-title"), vec![words.say("child-stays"), ask])
        }
        Outcome::More { given: all, off } => {
            let on = all.iter().any(|more| matches!(more, More::On(_)));
            let title = if on { "data-opted-in-title" } else { "preference-saved-title" };
            let all = all.iter().map(|more| given(more, words));
            (words.plain(title), all.chain(off.iter().flat_map(|off| stays_off(app, off, words))).collect())
        }
    };
    leads.extend(beside);
    let onward = match outcome {
        Outcome::Corrected | Outcome::Moved | Outcome::More { .. } | Outcome::ReportLifted { .. } => {
            let to = format!("/preferences/{}", preferences_token(app, recipient));
            Some(OnwardView { to, label: words.say("preference-see-all") })
        }
        // Nothing new to see, or nobody left to see it.
        Outcome::Before(_) | Outcome::Half | Outcome::Erased(_) | Outcome::ChildErased { .. } => None,
    };
    plain(app, words, title, leads, !matches!(outcome, Outcome::Before(_)), onward)
}

/// What has been recorded and does not come, with what holds it back and whom to ask, as sentences.
fn stays_off(app: &App, off: &StaysOff, words: Words) -> Vec<String> {
    let frame = frame(app, words);
    let mut said = vec![words.say("data-noted-off"), off.wording.clone()];
    if let Some((bar, until)) = off.bar.as_ref().and_then(|bar| Some((bar, bar.until?)))
        && bar.reason == SuppressionReason::Snoozed
    {
        let [kind, name] = bar.list.values();
        said.push(words.with("preference-pauses", &[kind, name, ("date", words.date(until).into())]));
        return said;
    }
    if let Some(bar) = &off.bar {
        let bar = bar_view(bar.clone(), words);
        let sender = ("sender", frame.sender.name.as_str().into());
        said.extend([words.with("preference-bar", &[("why", bar.why.into()), sender]), bar.held_back(&frame)]);
    }
    said.push(words.with("preference-bars-ask", &[("address", frame.sender.contact.as_str().into())]));
    said
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
