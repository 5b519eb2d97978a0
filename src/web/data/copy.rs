//! A copy of a person's data as a page.

use super::pages::{CopyPage, PartView};
use crate::ops::data::Copy;
use crate::web::frame::FrameView;
use crate::words::Words;

/// The page of a copy.
pub(super) fn page_of(frame: FrameView, token: String, copy: &Copy) -> CopyPage {
    let words = frame.words;
    let parts_of = vec![person(copy, words), consent(copy, words), bars(copy, words), messages(copy, words)];
    CopyPage { frame, token, parts_of }
}

fn person(copy: &Copy, words: Words) -> PartView {
    let person = &copy.person;
    let rows = [
        (words.say("data-see-address"), Some(person.address.clone())),
        (words.say("data-field-name"), person.name.clone()),
        (words.say("data-field-zip"), person.zip.clone()),
        (words.say("data-field-age"), person.age_band.clone()),
        (words.say("data-field-income"), person.income_band.clone()),
        (words.say("data-field-language"), person.locale.clone()),
        (words.say("data-field-zone"), person.time_zone.clone()),
        (words.say("data-copy-source"), Some(person.source.clone())),
        (words.say("data-copy-known"), Some(person.known_since.clone())),
    ];
    let rows = rows.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    PartView { id: "person", title: words.say("data-copy-person"), nothing: String::new(), rows }
}

fn consent(copy: &Copy, words: Words) -> PartView {
    let rows = copy.said.iter().map(|said| {
        let shown = said.wording.as_ref().map(|text| format!(": “{text}”")).unwrap_or_default();
        (said.at.clone(), format!("{} {}{shown}", said.decision, said.scope))
    });
    let nothing = words.say("data-copy-consent-none");
    PartView { id: "consent", title: words.say("data-copy-consent"), nothing, rows: rows.collect() }
}

fn bars(copy: &Copy, words: Words) -> PartView {
    let rows = copy.bars.iter().map(|bar| (bar.since.clone(), format!("{} ({})", bar.scope, bar.reason)));
    let nothing = words.say("data-copy-bars-none");
    PartView { id: "bars", title: words.say("data-copy-bars"), nothing, rows: rows.collect() }
}

fn messages(copy: &Copy, words: Words) -> PartView {
    let rows = copy.messages.iter().map(|message| {
        let why = message.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
        (message.at.clone(), format!("{}: {}{why}", message.subject, message.state))
    });
    let nothing = words.say("data-copy-messages-none");
    PartView { id: "messages", title: words.say("data-copy-messages"), nothing, rows: rows.collect() }
}
