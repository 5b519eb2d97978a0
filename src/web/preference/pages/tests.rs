//! What must hold for every page.

use askama::Template as _;

use super::HelpPage;
use super::samples::{center, every_page, frame};
use crate::web::frame::FrameView;

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
        let personal = !["erased", "refused", "error", "error-busy", "help"].contains(&name);
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
fn no_box_is_ticked_unless_granted_and_no_choice_is_out_of_reach() {
    let html = page("center");
    for tag in tags(&html, "input").into_iter().filter(|tag| tag.contains(r#"type="checkbox""#)) {
        let on = [r#"value="t-news""#, r#"value="t-offers""#].iter().any(|id| tag.contains(id));
        assert_eq!(tag.contains(" checked"), on, "{tag}");
    }
    assert!(!html.contains(" disabled"));
    assert!(html.contains(r#"name="partner" value="yes">"#) && html.contains(r#"name="partner" value="no" checked>"#));
    assert!(
        html.contains(r#"name="partner_shown" value="no""#) && html.contains(r#"name="company_shown" value="yes""#)
    );
    assert_eq!(html.matches(r#"name="topic_shown""#).count(), 2, "only what was on can be unticked");
    assert!(page("center-gpc").contains(r#"name="from_partner" value="p-acme" checked"#));
}

/// CONFORMANCE I2, N4.
#[test]
fn company_and_partner_mail_are_asked_about_alike() {
    let html = page("center");
    let shape = |name: &str| {
        let section = html.split(&format!(r#"aria-labelledby="{name}-title""#)).nth(1).unwrap();
        let section = section.split("</section>").next().unwrap();
        let radios = section.matches(r#"type="radio""#).count();
        (radios, section.matches("<fieldset").count(), section.matches("<button").count())
    };
    assert_eq!(shape("company"), shape("partner"));
}

#[test]
fn a_topic_left_on_under_a_stream_that_is_off_is_not_ticked() {
    let mut shown = center();
    shown.company.granted = false;
    let html = shown.render().unwrap();
    assert!(!tags(&html, "input").iter().any(|tag| tag.contains("checkbox") && tag.contains("checked")));
}

#[test]
fn a_break_a_limit_and_a_language_are_chosen_in_the_same_form_and_nothing_changes_by_itself() {
    let html = page("center");
    assert!(html.contains(r#"name="pause" value="" checked"#) && html.contains("30 days"));
    assert!(html.contains(r#"<option value="4" selected>At most 4</option>"#));
    assert!(
        html.contains(r#"name="cap_shown" value="4""#)
            && page("center-barred").contains(r#"name="cap_shown" value="""#)
    );
    assert!(html.contains(r#"<option value="en" lang="en" selected>English</option>"#));
    assert!(html.contains("العربية") && !html.contains("en-XA"));
    assert!(page("center-gpc").contains("Paused until 24 December 2026"));
}

#[test]
fn bars_are_named_with_their_reason_and_their_end() {
    let html = page("center-barred");
    for words in [
        "Messages to this address came back as undeliverable.",
        "This holds back all promotional mail since 3 March 2026.",
        "A person at Harbour &#38; Sons stopped mail to this address.",
        "This holds back all promotional mail from 3 March 2026 until 1 May 2026.",
        "Off since",
    ] {
        assert!(html.contains(words), "{words}");
    }
}

#[test]
fn what_was_saved_is_said_and_more_mail_is_never_claimed() {
    let html = page("saved-less");
    for words in [
        "Your choices are saved",
        "Company mail pauses until 24 December 2026.",
        "You get at most 2 promotional messages in 7 days.",
        "Pages and mail now come in this language.",
    ] {
        assert!(html.contains(words), "{words}");
    }
    let html = page("saved-only-more");
    assert!(!html.contains("Your choices are saved") && html.contains("More mail takes one more step"));
    assert!(html.contains("All company mail") && html.contains("mailto:people@harbour.example"));
    assert!(page("saved-more").contains("Your choices are saved"));
    assert!(page("undone-less").contains("The language is as it was before."));
}

#[test]
fn the_preference_page_shows_what_is_held_and_why_each_message_came_or_not() {
    let html = page("center");
    for words in [
        "3 March 2026",
        "When registering",
        "by e-mail.",
        "Version 2",
        "<bdi lang=\"en\">English</bdi>",
        "We have no yes from you for partner mail.",
    ] {
        assert!(html.contains(words), "{words}");
    }
}

#[test]
fn a_failure_claims_nothing_and_names_its_incident() {
    let html = page("error-busy");
    assert!(html.contains("We cannot say that your choice was saved.") && html.contains("7F3K-20Q9"));
    assert!(!page("error").contains("your choice was saved"));
}
