//! The page of a policy version: GET shows, POST answers.

mod pages;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use crate::domain::Stream;
use crate::ops::App;
use crate::ops::policy::{self, Answer, PolicyStanding, Reading, Receipt, Stage, Who};
use crate::ops::unsubscribe::{ChoiceError, Request};
use crate::ops::visit::{self, Place};
use crate::web::answer::{failed, frame, page};
use crate::web::request::{Form, asks_for_privacy, sent_by, sent_on, words_for};
use crate::words::Words;
pub(super) use pages::StandingView;
use pages::{AnswerUndonePage, AnsweredPage, ButtonsView, PolicyPage};

/// What changes and what follows from each answer. It changes nothing, however often it is fetched (G6).
pub(super) async fn show(app: web::Data<App>, request: HttpRequest, token: web::Path<String>) -> HttpResponse {
    shown(&app, &request, token.into_inner(), false).await
}

/// The page; `stale` where a yes came by a form that was not its own, or too old.
async fn shown(app: &App, request: &HttpRequest, token: String, stale: bool) -> HttpResponse {
    let reading = match read(app, &token).await {
        Ok((_, reading)) => reading,
        Err(error) => return failed(app, request, &error, false),
    };
    let words = words_for(request, reading.locale.as_ref());
    let frame = frame(app, words);
    let view = PolicyPage {
        visit: visit::begin(app, Place::Policy(&token)),
        token,
        stale: stale.then(|| words.say("common-stale")),
        version: reading.version.to_string(),
        summary: reading.policy.summary(words.language().tag()).0.trim().to_owned(),
        text: reading.policy.text.clone().unwrap_or_default().trim().to_owned(),
        uses: uses(&reading.new_uses),
        in_force: in_force(&reading, words),
        followed: reading.followed,
        if_nothing: if_nothing(&reading, words),
        said: said(&reading, words),
        declined: reading.declined,
        buttons: buttons(&reading),
        gpc: asks_for_privacy(request) && reading.partner_still,
        masked_address: reading.masked_address,
        frame,
    };
    page(if stale { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &view)
}

async fn read(app: &App, token: &str) -> Result<(Who, Reading), ChoiceError> {
    let who = policy::who(app, token)?;
    let reading = policy::read(app, who.clone()).await?;
    Ok((who, reading))
}

fn uses(streams: &[Stream]) -> &'static str {
    match (streams.contains(&Stream::Company), streams.contains(&Stream::Partner)) {
        (true, true) => "both",
        (true, false) => "company",
        (false, true) => "partner",
        (false, false) => "none",
    }
}

fn in_force(reading: &Reading, words: Words) -> String {
    let date = [("date", words.date(reading.effective_at).into())];
    match reading.stage {
        Stage::ToCome => words.with("policy-in-force-from", &date),
        Stage::InForce => words.with("policy-in-force-since", &date),
    }
}

fn if_nothing(reading: &Reading, words: Words) -> String {
    match reading.applies_from {
        _ if reading.new_uses.is_empty() => words.say("policy-nothing-same"),
        Some(from) => words.with("policy-nothing-new-from", &[("date", words.moment(from).into())]),
        None => words.with("policy-nothing-new-days", &[("days", reading.window_days.into())]),
    }
}

fn said(reading: &Reading, words: Words) -> Option<String> {
    let date = |at| [("date", words.moment(at).into())];
    match reading.said {
        Some((Answer::Declined, at)) => Some(words.with("policy-you-said-no", &date(at))),
        Some((Answer::Accepted, at)) => Some(words.with("policy-you-said-yes", &date(at))),
        None if reading.declined => Some(words.say("policy-you-said-no-other")),
        None => None,
    }
}

/// A person who has not answered gets both, alike; after that the answer that they have not given. A yes lifts no earlier
/// no, so there is none beside one.
fn buttons(reading: &Reading) -> ButtonsView {
    match reading.said {
        None => ButtonsView { no: true, yes: !reading.declined },
        Some((Answer::Accepted, _)) => ButtonsView { no: true, yes: false },
        Some((Answer::Declined, _)) => ButtonsView { no: false, yes: false },
    }
}

/// Records the answer. A POST that names none says no: nothing that cannot be read may turn anything on. A yes takes a
/// form of the page.
pub(super) async fn answer(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
    form: Form,
) -> HttpResponse {
    let sent = sent_on(&app, &request, &form, Place::Policy(&token));
    let yes = form.first("answer") == Some("yes");
    if yes && sent.visit.is_none() {
        return shown(&app, &request, token.into_inner(), true).await;
    }
    match answered(&app, &request, &token, yes, sent).await {
        Ok(receipt) => page(StatusCode::OK, &answered_page(&app, &request, token.into_inner(), receipt)),
        Err(error) => failed(&app, &request, &error, true),
    }
}

async fn answered(
    app: &App,
    request: &HttpRequest,
    token: &str,
    yes: bool,
    sent: Request,
) -> Result<Receipt, ChoiceError> {
    let (who, reading) = read(app, token).await?;
    let who = Who { language: words_for(request, reading.locale.as_ref()).language().tag(), ..who };
    if yes { policy::accept(app, who, sent).await } else { policy::decline(app, who, sent).await }
}

fn answered_page(app: &App, request: &HttpRequest, token: String, receipt: Receipt) -> AnsweredPage {
    let words = words_for(request, receipt.locale.as_ref());
    let version = [("version", receipt.version.to_string().into())];
    let date = [("date", words.moment(receipt.at).into())];
    let declined_still = receipt.still_declined && receipt.answer == Answer::Accepted;
    let (title, lead) = match (receipt.answer, receipt.news) {
        _ if declined_still => (words.plain("policy-still-no"), words.say("policy-still-no-lead")),
        (Answer::Declined, true) => {
            (words.plain_with("policy-declined", &version), words.with("policy-declined-lead", &date))
        }
        (Answer::Declined, false) => {
            (words.plain_with("policy-declined", &version), words.with("policy-declined-before", &date))
        }
        (Answer::Accepted, true) => {
            (words.plain_with("policy-accepted", &version), words.with("policy-accepted-lead", &date))
        }
        (Answer::Accepted, false) => {
            (words.plain_with("policy-accepted", &version), words.with("policy-accepted-before", &date))
        }
    };
    AnsweredPage {
        frame: frame(app, words),
        token,
        preferences: receipt.preferences,
        masked_address: receipt.masked_address,
        title,
        lead,
        done: !declined_still,
        partner_too: receipt.partner_by_signal,
        on_its_way: receipt.on_its_way.into_iter().next(),
        undo: receipt.undo,
    }
}

/// Takes an answer back in the visit in which it was given.
pub(super) async fn undo(app: web::Data<App>, request: HttpRequest, token: web::Path<String>, _: Form) -> HttpResponse {
    let sent = sent_by(&app, &request);
    match policy::undo(&app, &token, sent).await {
        Ok(undone) => {
            let frame = frame(&app, words_for(&request, undone.locale.as_ref()));
            let view = AnswerUndonePage { frame, token: undone.policy, masked_address: undone.masked_address };
            page(StatusCode::OK, &view)
        }
        Err(error) => failed(&app, &request, &error, true),
    }
}

/// Where a person stands with the newest version, for their preference page.
pub(super) fn standing_view(standing: PolicyStanding, words: Words) -> StandingView {
    let version = standing.version.to_string();
    let on = |at| [("version", version.as_str().into()), ("date", words.moment(at).into())];
    let sentence = match (standing.said, standing.told_at) {
        (Some((Answer::Declined, at)), _) => Some(words.with("policy-standing-said-no", &on(at))),
        (Some((Answer::Accepted, at)), _) => Some(words.with("policy-standing-said-yes", &on(at))),
        (None, Some(at)) => Some(words.with("policy-standing-told", &on(at))),
        (None, None) if standing.joined_under_it => None,
        (None, None) => Some(words.with("policy-standing-not-told", &[("version", version.as_str().into())])),
    };
    let other = matches!(standing.said, None | Some((Answer::Accepted, _))) && standing.declined;
    let other = other.then(|| words.say("policy-you-said-no-other"));
    let sentences = sentence.into_iter().chain(other).collect();
    StandingView { version, sentences, token: standing.token }
}
