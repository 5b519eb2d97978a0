//! Every page in each shape that differs, and what must hold for all of them.

use askama::Template as _;

use super::*;
use crate::web::frame::{FrameView, SenderView};
use crate::words::{Language, Words};

/// Hostile on purpose: it must come out escaped wherever it stands.
const ADDRESS: &str = "a•••@<script>e•••.org";

fn frame() -> FrameView {
    FrameView {
        words: Words::new(Language::English),
        lang: "en",
        dir: "ltr",
        sender: SenderView {
            name: "Harbour & Sons".into(),
            postal_address: "12 Quay Street\nPort Ellis 40210".into(),
            contact: "people@harbour.example".into(),
            remove_address: "remove@harbour.example".into(),
        },
    }
}

fn undo() -> UndoView {
    UndoView { token: "u1.undo".into() }
}

fn ask(list: ListView) -> AskPage {
    let (company, partner) = (list != ListView::Company, list != ListView::AllPartners);
    AskPage {
        frame: frame(),
        token: "v1.token".into(),
        masked_address: ADDRESS.into(),
        list,
        already: false,
        since: None,
        wider: WiderView { company, partner, everything: true },
        visit: "nonce-1".into(),
        gpc: false,
    }
}

fn result(stopped: ListView) -> ResultPage {
    ResultPage {
        frame: frame(),
        token: "v1.token".into(),
        masked_address: ADDRESS.into(),
        stopped,
        already: false,
        at: "23 November 2026, 18:33 UTC".into(),
        partner_too: false,
        on_its_way: None,
        still: StillView { company: true, partner: false },
        undo: Some(undo()),
        gpc: false,
    }
}

fn choice(id: &str, name: &str, on: bool) -> ChoiceView {
    ChoiceView { id: id.into(), name: name.into(), on }
}

fn message(subject: &str, outcome: OutcomeView, why: WhyView) -> MessageView {
    MessageView { when: "21 November 2026, 09:00 UTC".into(), subject: subject.into(), outcome, why }
}

fn center() -> CenterPage {
    CenterPage {
        frame: frame(),
        token: "v1.token".into(),
        masked_address: ADDRESS.into(),
        company: StreamView {
            granted: true,
            held: Some(HeldView {
                since: "3 March 2026".into(),
                source: SourceView::Registration,
                wording: Some(WordingView {
                    lang: "en".into(),
                    text: "Yes, send me news and offers from Harbour & Sons by e-mail.".into(),
                }),
            }),
            choices: vec![
                choice("t-news", "Newsletter", true),
                choice("t-offers", "Weekly offers", true),
                choice("t-events", "Events near you", false),
            ],
        },
        partner: StreamView {
            granted: false,
            held: None,
            choices: vec![choice("p-acme", "Acme Travel", false), choice("p-north", "Northlight Energy", false)],
        },
        policy: None,
        recent: vec![
            message(
                "Autumn sale: this week",
                OutcomeView::Sent,
                WhyView::WasOn(ListView::Topic("Weekly offers".into())),
            ),
            message("A weekend by the sea", OutcomeView::Withheld, WhyView::NeverGiven(ListView::AllPartners)),
            message("Weekly news", OutcomeView::Sent, WhyView::WasOn(ListView::Company)),
        ],
        visit: "nonce-1".into(),
        gpc: false,
    }
}

fn saved(stopped: Vec<ListView>) -> SavedPage {
    SavedPage {
        frame: frame(),
        token: "v1.token".into(),
        masked_address: ADDRESS.into(),
        stopped,
        at: "23 November 2026, 18:33 UTC".into(),
        partner_too: false,
        on_its_way: None,
        still: StillView { company: true, partner: false },
        undo: Some(undo()),
        gpc: false,
    }
}

fn undone(restored: Vec<ListView>) -> UndonePage {
    UndonePage {
        frame: frame(),
        token: "v1.token".into(),
        masked_address: ADDRESS.into(),
        restored,
        partner_kept_off: false,
    }
}

fn topic() -> ListView {
    ListView::Topic("Weekly offers".into())
}

fn error(busy: bool, acting: bool) -> ErrorPage {
    ErrorPage { frame: frame(), incident: "7F3K-20Q9".into(), busy, acting }
}

/// Every page in each shape that differs, by name.
pub(super) fn every_page() -> Vec<(&'static str, String)> {
    let stopped_all = AskPage {
        already: true,
        since: Some("3 March 2026".into()),
        wider: WiderView { company: false, partner: false, everything: false },
        ..ask(ListView::Everything)
    };
    let on_its_way = ResultPage {
        on_its_way: Some("Autumn <b>sale</b>: this week".into()),
        partner_too: true,
        gpc: true,
        ..result(ListView::Partner("Acme Travel".into()))
    };
    let partner_on = StreamView {
        granted: true,
        held: Some(HeldView { since: "9 May 2026".into(), source: SourceView::Contest, wording: None }),
        choices: vec![choice("p-acme", "Acme Travel", true)],
    };
    let pages: Vec<(&'static str, askama::Result<String>)> = vec![
        ("ask-topic", ask(topic()).render()),
        ("ask-partner-gpc", AskPage { gpc: true, ..ask(ListView::Partner("Acme Travel".into())) }.render()),
        ("ask-company", ask(ListView::Company).render()),
        ("ask-already", AskPage { already: true, since: Some("3 March 2026".into()), ..ask(topic()) }.render()),
        ("ask-stopped-all", stopped_all.render()),
        ("result", result(topic()).render()),
        ("result-already", ResultPage { already: true, undo: None, ..result(ListView::Everything) }.render()),
        ("result-on-its-way", on_its_way.render()),
        ("center", center().render()),
        ("center-gpc", CenterPage { gpc: true, partner: partner_on, recent: vec![], ..center() }.render()),
        ("saved", saved(vec![topic(), ListView::AllPartners]).render()),
        ("saved-nothing", SavedPage { undo: None, ..saved(vec![]) }.render()),
        ("undone", undone(vec![topic(), ListView::Company]).render()),
        ("undone-nothing", UndonePage { partner_kept_off: true, ..undone(vec![]) }.render()),
        ("refused", RefusedPage { frame: frame() }.render()),
        ("error", error(false, false).render()),
        ("error-busy", error(true, true).render()),
        ("help", HelpPage { frame: frame() }.render()),
    ];
    pages.into_iter().map(|(name, page)| (name, page.unwrap())).collect()
}

/// A page without the isolates that stand around each value.
fn page(name: &str) -> String {
    let (_, html) = every_page().into_iter().find(|(known, _)| *known == name).unwrap();
    html.replace(['\u{2068}', '\u{2069}'], "")
}

/// The opening tags of one element, as written.
fn tags<'a>(html: &'a str, element: &str) -> Vec<&'a str> {
    html.match_indices(&format!("<{element}"))
        .map(|(at, _)| &html[at..=at + html[at..].find('>').unwrap()])
        .filter(|tag| tag[element.len() + 1..].starts_with([' ', '>']))
        .collect()
}

#[test]
fn each_page_has_one_of_each_landmark_one_h1_a_title_and_a_language() {
    for (name, html) in every_page() {
        for element in ["title", "header", "main", "footer", "h1"] {
            assert_eq!(tags(&html, element).len(), 1, "{element} on {name}");
        }
        assert!(html.contains(r#"<html lang="en" dir="ltr">"#), "{name}");
        let title = html.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
        assert!(title.len() > " - Harbour &#38; Sons".len() && !title.contains('<'), "{title} on {name}");
    }
}

#[test]
fn the_writing_direction_is_the_one_given() {
    let arabic = FrameView { lang: "ar", dir: "rtl", ..frame() };
    let html = HelpPage { frame: arabic }.render().unwrap();
    assert!(html.contains(r#"<html lang="ar" dir="rtl">"#));
}

#[test]
fn results_are_announced_and_pages_that_only_ask_are_not() {
    for (name, html) in every_page() {
        let result = ["result", "saved", "undone"].iter().any(|kind| name.starts_with(kind));
        assert_eq!(html.matches(r#"role="status""#).count(), usize::from(result), "{name}");
    }
}

#[test]
fn no_page_carries_a_script_a_style_or_anything_from_elsewhere() {
    for (name, html) in every_page() {
        for banned in ["<script", "<style", " style=", " onclick=", " onload=", "javascript:", "<iframe", "<base"] {
            assert!(!html.contains(banned), "{banned} on {name}");
        }
        for outside in ["https://", "http://", "src=", "data:"] {
            assert!(!html.contains(outside), "{outside} on {name}");
        }
    }
}

#[test]
fn what_others_wrote_comes_out_escaped() {
    for (name, html) in every_page() {
        assert!(html.contains("Harbour &#38; Sons"), "{name}");
        let personal = !["refused", "error", "error-busy", "help"].contains(&name);
        assert_eq!(html.contains("a•••@&#60;script&#62;e•••.org"), personal, "{name}");
    }
    assert!(page("result-on-its-way").contains("Autumn &#60;b&#62;sale"));
}

#[test]
fn every_form_posts_and_has_a_button_and_carries_the_visit() {
    for (name, html) in every_page() {
        for form in html.split("<form").skip(1) {
            let form = form.split("</form>").next().unwrap();
            assert!(form.contains(r#"method="post""#), "{name}");
            assert!(form.contains("<button"), "{name}");
            let undoes = form.contains(r#"action="/u/undo/u1.undo""#);
            assert_eq!(form.contains(r#"name="visit" value="nonce-1""#), !undoes, "{name}");
        }
    }
}

#[test]
fn the_sender_help_and_contact_stand_at_the_foot_of_every_page() {
    for (name, html) in every_page() {
        let foot = html.split("<footer").nth(1).unwrap();
        assert!(foot.contains("12 Quay Street\nPort Ellis 40210"), "{name}");
        assert!(foot.contains(r#"href="/help""#), "{name}");
        assert!(foot.contains(r#"href="mailto:people@harbour.example""#), "{name}");
    }
}

#[test]
fn asking_names_the_list_and_offers_each_stop_that_applies_in_one_form() {
    let html = page("ask-topic");
    assert!(html.contains("Stop “Weekly offers”"));
    assert_eq!(tags(&html, "form").len(), 1);
    assert!(html.contains(r#"action="/u/v1.token""#) && html.contains(r#"href="/preferences/v1.token""#));
    for stop in ["list", "company", "partner", "everything"] {
        assert_eq!(html.matches(&format!(r#"name="stop" value="{stop}""#)).count(), 1, "{stop}");
    }
    assert!(!page("ask-company").contains(r#"value="company""#));
}

#[test]
fn asking_for_what_is_stopped_already_says_so_and_offers_the_wider_stops_only() {
    let html = page("ask-already");
    assert!(html.contains("is stopped</h1>") && html.contains("stopped since 3 March 2026"));
    assert!(!html.contains(r#"value="list""#) && html.contains(r#"value="everything""#));
    assert!(tags(&page("ask-stopped-all"), "form").is_empty());
}

#[test]
fn a_browser_that_objects_to_sharing_is_told_before_anything_is_pressed() {
    for name in ["ask-partner-gpc", "center-gpc"] {
        let html = page(name);
        let told = html.find("When you press a button here we also turn off partner mail.").unwrap();
        assert!(told < html.find("<form").unwrap(), "{name}");
    }
    assert!(!page("ask-topic").contains("Your browser asks"));
    assert!(page("result-on-its-way").contains("Partner mail stays off"));
}

#[test]
fn a_result_says_since_when_what_may_still_come_and_how_to_undo() {
    let html = page("result");
    assert!(html.contains("is stopped</h1>") && html.contains("Stopped since 23 November 2026, 18:33 UTC."));
    assert!(html.contains("Company mail that is still on.") && !html.contains("Partner mail that is still on."));
    assert!(html.contains("Legal notices.") && html.contains(r#"action="/u/undo/u1.undo""#));
    assert!(!page("result-already").contains("Undo"));
}

#[test]
fn stopping_everything_comes_first_on_the_preference_page_and_enter_never_means_it() {
    let html = page("center");
    let (first, second) = (html.find(r#"value="everything""#).unwrap(), html.find("<fieldset").unwrap());
    assert!(first < second);
    let choices = html.split(r#"<form class="choices""#).nth(1).unwrap().split("</form>").next().unwrap();
    assert!(choices.contains("Save choices") && !choices.contains(r#"name="stop""#));
}

#[test]
fn no_box_is_ticked_unless_granted_and_what_is_off_cannot_be_posted() {
    let html = page("center");
    for tag in tags(&html, "input") {
        let on = [r#"value="t-news""#, r#"value="t-offers""#].iter().any(|id| tag.contains(id));
        if tag.contains(r#"type="checkbox""#) {
            assert_eq!(tag.contains(" checked"), on, "{tag}");
            assert_eq!(tag.contains(" disabled"), !on, "{tag}");
        }
    }
    assert!(html.contains(r#"name="partner" value="yes" disabled"#));
    assert!(html.contains(r#"name="partner" value="no" checked"#));
    assert!(page("center-gpc").contains(r#"name="from_partner" value="p-acme" checked"#));
}

#[test]
fn a_topic_left_on_under_a_stream_that_is_off_is_not_ticked() {
    let mut shown = center();
    shown.company.granted = false;
    let html = shown.render().unwrap();
    assert!(!tags(&html, "input").iter().any(|tag| tag.contains("checkbox") && tag.contains("checked")));
}

#[test]
fn turning_on_is_never_a_dead_end() {
    let html = page("center");
    for id in ["company-on", "partner-on"] {
        let note = html.split(&format!(r#"id="{id}""#)).nth(1).unwrap().split("</p>").next().unwrap();
        assert!(note.contains("ask for a confirmation link") && note.contains("mailto:people@harbour.example"));
        assert!(html.contains(&format!(r#"aria-describedby="{id}""#)));
    }
}

#[test]
fn the_preference_page_shows_what_is_held_and_why_each_message_came_or_not() {
    let html = page("center");
    for words in ["3 March 2026", "When registering", "by e-mail.", "We have no yes from you for partner mail."] {
        assert!(html.contains(words), "{words}");
    }
}

#[test]
fn a_failure_claims_nothing_and_names_its_incident() {
    let html = page("error-busy");
    assert!(html.contains("We cannot say that your choice was saved.") && html.contains("7F3K-20Q9"));
    assert!(!page("error").contains("your choice was saved"));
}
