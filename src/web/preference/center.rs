//! The preference page: what holds, choosing less, and asking for more, which takes a mailed link.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::list_view;
use super::pages::{
    BarView, CapView, CenterPage, ChoiceView, HeldView, LanguageView, LetterView, ListView, MessageView, MoreOf,
    MoreView, OutcomeView, PausedView, SavedPage, StillView, StreamView, UndoView, WhyView, WordingView,
};
use crate::domain::delivery::DeliveryState;
use crate::domain::more::More;
use crate::domain::recipient::{Locale, WeeklyCap};
use crate::domain::suppression::SuppressionReason;
use crate::domain::verdict::Reason;
use crate::domain::{PartnerId, Scope, Stream, TopicId};
use crate::ops::App;
use crate::ops::check::chain;
use crate::ops::data::{self, Wish};
use crate::ops::lists::ListName;
use crate::ops::preferences::{self, Bar, Center, Choice, Held, Mailed, StreamChoices, Wishes, source_word};
use crate::ops::unsubscribe::Pause;
use crate::ops::visit::{self, Place};
use crate::web::answer::{failed, frame, page};
use crate::web::policy::standing_view;
use crate::web::request::{Form, asks_for_privacy, sent_on, words_for};
use crate::words::{Language, Words};

/// Shows the page; changes nothing (G6).
pub(in crate::web) async fn show(app: web::Data<App>, request: HttpRequest, token: web::Path<String>) -> HttpResponse {
    shown(&app, &request, token.into_inner(), false).await
}

/// The page; `stale` where a form came that was not its own, or too old.
pub(in crate::web) async fn shown(app: &App, request: &HttpRequest, token: String, stale: bool) -> HttpResponse {
    let center = match preferences::view(app, &token).await {
        Ok(center) => center,
        Err(error) => return failed(app, request, &error, false),
    };
    let words = words_for(request, center.locale.as_ref());
    let gpc = asks_for_privacy(request) && center.partner.on;
    let cap = center.weekly_cap.map(WeeklyCap::get);
    let mut caps: Vec<_> = WeeklyCap::OFFERED.into_iter().chain(cap).collect();
    caps.sort_unstable();
    caps.dedup();
    let view = CenterPage {
        frame: frame(app, words),
        visit: visit::begin(app, Place::Preferences(&token)),
        stale,
        token,
        held: held_views(&center, words),
        masked_address: center.masked_address,
        company: stream_view(center.company, words),
        partner: stream_view(center.partner, words),
        pause_days: Pause::DAYS.to_vec(),
        cap,
        caps: caps.into_iter().map(|messages| CapView { messages, chosen: Some(messages) == cap }).collect(),
        languages: language_views(words.language()),
        bars: center.bars.into_iter().map(|bar| bar_view(bar, words)).collect(),
        recent: center.recent.into_iter().map(|message| message_view(message, words)).collect(),
        policy: center.policy.map(|standing| standing_view(standing, words)),
        gpc,
    };
    page(if stale { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &view)
}

/// Records what was chosen.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
    form: Form,
) -> HttpResponse {
    let wishes = wishes_of(&form);
    let sent = sent_on(&app, &request, &form, Place::Preferences(&token));
    let gpc = sent.gpc;
    let saved = match preferences::save(&app, &token, wishes, sent).await {
        Ok(saved) => saved,
        Err(error) => return failed(&app, &request, &error, true),
    };
    let (receipt, done) = (saved.receipt, saved.done);
    let words = words_for(&request, receipt.locale.as_ref());
    let letter = mail_the_rest(&app, &token, saved.more, words).await;
    let stopped: Vec<_> = done.stopped.into_iter().map(list_view).collect();
    // Undoing never turns on what the browser's signal keeps off.
    let kept_off = |list: &ListView| gpc && *list == ListView::AllPartners;
    let undoable =
        !stopped.iter().all(kept_off) || !done.paused.is_empty() || done.weekly_cap.is_some() || done.language;
    let view = SavedPage {
        frame: frame(&app, words),
        token: token.into_inner(),
        masked_address: receipt.masked_address,
        stopped: stopped.into_iter().filter(|list| !(receipt.partner_by_signal && kept_off(list))).collect(),
        at: words.moment(receipt.at),
        paused: done
            .paused
            .into_iter()
            .map(|(name, until)| PausedView { list: list_view(name), until: words.date(until) })
            .collect(),
        weekly_cap: done.weekly_cap.map(WeeklyCap::get),
        language: done.language,
        more: MoreView { all: saved.names.into_iter().map(more_view).collect(), letter },
        partner_too: receipt.partner_by_signal,
        on_its_way: receipt.on_its_way.into_iter().next(),
        still: StillView { company: receipt.still.company, partner: receipt.still.partner },
        undo: receipt.undo.filter(|_| undoable).map(|token| UndoView { token }),
        gpc,
    };
    page(StatusCode::OK, &view)
}

/// What lets more mail through takes a link mailed to the address. The rest of the form has been saved, whatever comes of it.
async fn mail_the_rest(app: &App, token: &str, more: Vec<More>, words: Words) -> LetterView {
    if more.is_empty() {
        return LetterView::default();
    }
    match data::ask(app, token, Wish::More(more), words).await {
        Ok(asked) if asked.posted => LetterView::Mailed,
        Ok(_) => LetterView::Often,
        Err(error) => {
            tracing::error!(cause = chain(&error), "A letter could not be posted");
            LetterView::Failed
        }
    }
}

/// What the form asks for. What was shown as on and is not ticked any more is turned off, what was not shown was not
/// unticked, and what was off and is ticked is asked for.
fn wishes_of(form: &Form) -> Wishes {
    let ids = |values: Vec<&str>| values.into_iter().filter_map(|id| id.parse::<i64>().ok()).collect::<Vec<_>>();
    let missing = |here: &'static str, there: &'static str| {
        ids(form.all(here).filter(|id| !form.all(there).any(|other| other == *id)).collect())
    };
    let turned_on = |field, shown| form.first(field) == Some("yes") && form.first(shown) == Some("no");
    // Of a stream that was off, what is ticked is wanted; what was left unticked beside it is not (no box ticks itself).
    let left_out = |field: &'static str, offered: &'static str, on: bool| {
        if on && form.all(field).next().is_some() { missing(offered, field) } else { Vec::new() }
    };
    let mut more = Vec::new();
    for stream in Stream::ALL {
        let (field, shown) = match stream {
            Stream::Company => ("company", "company_shown"),
            Stream::Partner => ("partner", "partner_shown"),
        };
        if turned_on(field, shown) {
            more.push(More::On(Scope::Stream(stream)));
        }
        if form.all("end_pause").any(|paused| paused == stream.as_str()) {
            more.push(More::EndPause(Scope::Stream(stream)));
        }
    }
    let on = |scope| More::On(scope);
    more.extend(missing("topic", "topic_shown").into_iter().map(|id| on(Scope::Topic(TopicId::new(id)))));
    let partners = missing("from_partner", "from_partner_shown").into_iter();
    more.extend(partners.map(|id| on(Scope::Partner(PartnerId::new(id)))));
    let no = |field, shown| match (form.first(field), form.first(shown)) {
        (Some("no"), Some("no")) => preferences::No::Left,
        (Some("no"), _) => preferences::No::New,
        _ => preferences::No::None,
    };
    let what = match form.first("pause_what") {
        Some("company") => Scope::Stream(Stream::Company),
        Some("partner") => Scope::Stream(Stream::Partner),
        _ => Scope::Everything,
    };
    let days = form.first("pause").and_then(|days| days.parse().ok()).filter(|days| Pause::DAYS.contains(days));
    let number = |field| form.first(field).and_then(|text| text.parse().ok()).and_then(WeeklyCap::new);
    let (cap, cap_shown) = (number("cap"), number("cap_shown"));
    // No number at all is no limit.
    let (no_cap, higher) = (form.first("cap") == Some(""), cap.is_some() && cap > cap_shown);
    if cap_shown.is_some() && (no_cap || higher) {
        more.push(More::WeeklyCap(cap));
    }
    let language = form.first("language").filter(|tag| form.first("language_shown") != Some(*tag));
    let language = language.and_then(|tag| Language::ALL.into_iter().find(|language| language.tag() == tag));
    let topics = left_out("topic", "topic_offered", turned_on("company", "company_shown")).into_iter();
    let topics = missing("topic_shown", "topic").into_iter().chain(topics);
    let partners = left_out("from_partner", "from_partner_offered", turned_on("partner", "partner_shown")).into_iter();
    let partners = missing("from_partner_shown", "from_partner").into_iter().chain(partners);
    Wishes {
        nothing_at_all: form.first("stop") == Some("everything"),
        company: no("company", "company_shown"),
        partner: no("partner", "partner_shown"),
        without_topics: topics.map(TopicId::new).collect(),
        without_partners: partners.map(PartnerId::new).collect(),
        pause: days.map(|days| Pause { scope: what, days }),
        weekly_cap: cap,
        locale: language.and_then(|language| Locale::parse(language.tag()).ok().flatten()),
        more,
    }
}

fn stream_view(stream: StreamChoices, words: Words) -> StreamView {
    StreamView {
        granted: stream.on,
        paused_until: stream.paused_until.map(|until| words.date(until)),
        choices: stream.choices.into_iter().map(choice_view).collect(),
    }
}

/// The languages to choose from, and the one that the page is in, whatever it is: a form that is saved as it stands
/// changes nothing.
fn language_views(present: Language) -> Vec<LanguageView> {
    let other = Some(present).filter(|present| !Language::ALL.contains(present));
    let view = |one: Language| LanguageView { tag: one.tag(), name: one.own_name() };
    Language::ALL.into_iter().chain(other).map(view).collect()
}

/// Everything we hold: the streams and what was said of anything in them.
pub(in crate::web) fn held_views(center: &Center, words: Words) -> Vec<HeldView> {
    let mut views = held_in(&center.company, ListView::Company, ListView::Topic, words);
    views.extend(held_in(&center.partner, ListView::AllPartners, ListView::Partner, words));
    views
}

fn held_in(stream: &StreamChoices, whole: ListView, named: fn(String) -> ListView, words: Words) -> Vec<HeldView> {
    let of_stream = stream.held.as_ref().map(|held| held_view(held, whole, words));
    let of_choice = |choice: &Choice| Some(held_view(choice.held.as_ref()?, named(choice.name.clone()), words));
    of_stream.into_iter().chain(stream.choices.iter().filter_map(of_choice)).collect()
}

fn held_view(held: &Held, list: ListView, words: Words) -> HeldView {
    let wording = held.wording.clone().map(|(text, lang)| WordingView { text, lang: lang.unwrap_or_default() });
    HeldView {
        list,
        granted: held.granted,
        since: words.moment(held.since),
        source: held.source.map(source_word),
        wording,
        policy_version: held.policy_version,
    }
}

fn more_view(more: More<ListName>) -> MoreOf {
    match more {
        More::On(list) => MoreOf::List(list_view(list)),
        More::WeeklyCap(_) => MoreOf::Cap,
        More::EndPause(list) => MoreOf::EndOfPause(list_view(list)),
    }
}

/// What bars mail, to show.
pub(in crate::web) fn bar_view(bar: Bar, words: Words) -> BarView {
    let why = match (bar.domain, bar.reason) {
        (true, _) => "domain",
        (false, SuppressionReason::HardBounce) => "bounce",
        (false, SuppressionReason::Complaint) => "complaint",
        (false, SuppressionReason::ReportedChild | SuppressionReason::SaidChild) => "child",
        (false, SuppressionReason::Erased) => "erased",
        (false, SuppressionReason::Staff | SuppressionReason::OptOut | SuppressionReason::Snoozed) => "staff",
    };
    let (since, until) = (words.date(bar.since), bar.until.map(|until| words.date(until)));
    BarView { why, list: list_view(bar.list), since, until }
}

fn choice_view(choice: Choice) -> ChoiceView {
    ChoiceView { id: choice.id.to_string(), name: choice.name, on: choice.on }
}

/// A message, to show.
pub(in crate::web) fn message_view(message: Mailed, words: Words) -> MessageView {
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
        Reason::OptOut => WhyView::Stopped(list),
        Reason::Snoozed => WhyView::Paused,
        Reason::Complaint => WhyView::Complaint,
        Reason::ReportedChild => WhyView::Child,
        Reason::PolicyDeclined => WhyView::PolicyDeclined,
        Reason::PolicyNotice => WhyView::PolicyWindow,
        Reason::NoConsent | Reason::PartnerAddedLater => WhyView::NeverGiven(list),
        Reason::FrequencyCap => WhyView::Limit,
        Reason::Unreadable | Reason::UnknownList | Reason::NotComposable => WhyView::CouldNotCheck,
        Reason::CampaignCancelled | Reason::Outdated => WhyView::CampaignOver,
    }
}
