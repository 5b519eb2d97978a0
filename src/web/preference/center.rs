//! The preference page: what holds, and turning it off. Nothing here turns anything on: that takes a mailed link.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::list_view;
use super::pages::{
    CenterPage, ChoiceView, HeldView, ListView, MessageView, OutcomeView, SavedPage, SourceView, StillView, StreamView,
    UndoView, WhyView, WordingView,
};
use crate::domain::consent::Source;
use crate::domain::delivery::DeliveryState;
use crate::domain::verdict::Reason;
use crate::domain::{PartnerId, TopicId};
use crate::ops::App;
use crate::ops::preferences::{self, Choice, Mailed, StreamChoices, Wishes};
use crate::web::answer::{failed, frame, page};
use crate::web::policy::standing_view;
use crate::web::request::{Form, asks_for_privacy, new_visit, sent_by, words_for};
use crate::words::Words;

/// Shows the page; changes nothing (G6).
pub(in crate::web) async fn show(app: web::Data<App>, request: HttpRequest, token: web::Path<String>) -> HttpResponse {
    let center = match preferences::view(&app, &token).await {
        Ok(center) => center,
        Err(error) => return failed(&app, &request, &error, false),
    };
    let words = words_for(&request, center.locale.as_ref());
    let gpc = asks_for_privacy(&request) && center.partner.on;
    let view = CenterPage {
        frame: frame(&app, words),
        token: token.into_inner(),
        masked_address: center.masked_address,
        company: stream_view(center.company, words),
        partner: stream_view(center.partner, words),
        recent: center.recent.into_iter().map(|message| message_view(message, words)).collect(),
        policy: center.policy.map(|standing| standing_view(standing, words)),
        visit: new_visit(),
        gpc,
    };
    page(StatusCode::OK, &view)
}

/// Turns off what was unticked.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
    body: web::Payload,
) -> HttpResponse {
    let form = match Form::read(&request, body).await {
        Ok(form) => form,
        Err(error) => return error.error_response(),
    };
    let wishes = wishes_of(&form);
    let sent = sent_by(&app, &request, form.visit());
    let gpc = sent.gpc;
    let receipt = match preferences::save(&app, &token, wishes, sent).await {
        Ok(receipt) => receipt,
        Err(error) => return failed(&app, &request, &error, true),
    };
    let words = words_for(&request, receipt.locale.as_ref());
    let stopped: Vec<_> =
        if receipt.already { Vec::new() } else { receipt.stopped.into_iter().map(list_view).collect() };
    let only_partner = stopped.iter().all(|list| *list == ListView::AllPartners);
    let view = SavedPage {
        frame: frame(&app, words),
        token: token.into_inner(),
        masked_address: receipt.masked_address,
        stopped,
        at: words.moment(receipt.at),
        partner_too: receipt.partner_by_signal,
        on_its_way: receipt.on_its_way.into_iter().next(),
        still: StillView { company: receipt.still.company, partner: receipt.still.partner },
        undo: receipt.undo.filter(|_| !(gpc && only_partner)).map(|token| UndoView { token }),
        gpc,
    };
    page(StatusCode::OK, &view)
}

/// What the form asks to turn off: what was shown and is not ticked any more. What it did not show it did not untick.
fn wishes_of(form: &Form) -> Wishes {
    let unticked = |shown: &'static str, ticked: &'static str| {
        let gone = form.all(shown).filter(move |id| !form.all(ticked).any(|kept| kept == *id));
        gone.filter_map(|id| id.parse::<i64>().ok()).collect::<Vec<_>>()
    };
    Wishes {
        nothing_at_all: form.first("stop") == Some("everything"),
        no_company: form.first("company") == Some("no"),
        no_partner: form.first("partner") == Some("no"),
        without_topics: unticked("topic_shown", "topic").into_iter().map(TopicId::new).collect(),
        without_partners: unticked("from_partner_shown", "from_partner").into_iter().map(PartnerId::new).collect(),
    }
}

fn stream_view(stream: StreamChoices, words: Words) -> StreamView {
    let held = stream.proof.map(|proof| HeldView {
        since: words.moment(proof.since),
        source: source_view(proof.source),
        wording: proof.wording.map(|(text, lang)| WordingView { text, lang: lang.unwrap_or_default() }),
    });
    StreamView { granted: stream.on, held, choices: stream.choices.into_iter().map(choice_view).collect() }
}

fn choice_view(choice: Choice) -> ChoiceView {
    ChoiceView { id: choice.id.to_string(), name: choice.name, on: choice.on }
}

const fn source_view(source: Source) -> SourceView {
    match source {
        Source::Registration => SourceView::Registration,
        Source::Order => SourceView::Order,
        Source::Survey => SourceView::Survey,
        Source::Contest => SourceView::Contest,
        Source::Link | Source::Preferences | Source::Policy => SourceView::PreferencePage,
        Source::Api => SourceView::Api,
        Source::Import => SourceView::Import,
        Source::Staff | Source::Bounce => SourceView::Staff,
    }
}

fn message_view(message: Mailed, words: Words) -> MessageView {
    let outcome = match message.state {
        DeliveryState::Accepted => OutcomeView::Sent,
        DeliveryState::Withheld => OutcomeView::Withheld,
        DeliveryState::Rejected => OutcomeView::Returned,
        DeliveryState::InDoubt => OutcomeView::InDoubt,
        DeliveryState::Ready | DeliveryState::Claimed | DeliveryState::HandingOver | DeliveryState::Deferred => {
            OutcomeView::Waiting
        }
    };
    let list = message.list.map(list_view);
    let why = match (message.state, message.reason) {
        (DeliveryState::Rejected, _) => WhyView::RefusedThere,
        (DeliveryState::InDoubt, _) => WhyView::ConnectionBroke,
        // What belongs to no list is never withheld for the sake of one.
        (_, Some(reason)) => why_view(reason, list.unwrap_or(ListView::Everything)),
        (_, None) => list.map_or(WhyView::NeedsNoConsent, WhyView::WasOn),
    };
    MessageView { when: words.moment(message.at), subject: message.subject, outcome, why }
}

fn why_view(reason: Reason, list: ListView) -> WhyView {
    match reason {
        Reason::HardBounce | Reason::NeedsSmtputf8 => WhyView::Undeliverable,
        Reason::Erased => WhyView::Erased,
        Reason::Staff => WhyView::StoppedByStaff,
        Reason::Domain => WhyView::Domain,
        Reason::OptOut | Reason::Snoozed => WhyView::Stopped(list),
        Reason::Complaint => WhyView::Complaint,
        Reason::ReportedChild => WhyView::Child,
        Reason::PolicyDeclined => WhyView::PolicyDeclined,
        Reason::PolicyNotice => WhyView::PolicyWindow,
        Reason::NoConsent | Reason::PartnerAddedLater => WhyView::NeverGiven(list),
        Reason::FrequencyCap => WhyView::Limit,
        Reason::Unreadable | Reason::UnknownList | Reason::NotComposable => WhyView::CouldNotCheck,
        Reason::CampaignCancelled => WhyView::CampaignOver,
    }
}
