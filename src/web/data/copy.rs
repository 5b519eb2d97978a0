//! A copy of a person's data as a page: who they are, and the parts of the preference page that say what we hold.

use super::pages::CopyPage;
use crate::domain::consent::Source;
use crate::domain::recipient::WeeklyCap;
use crate::ops::data::{Copy, Person};
use crate::ops::lists::ListName;
use crate::ops::preferences::{Center, source_word};
use crate::web::frame::FrameView;
use crate::web::preference::center::{bar_view, held_views, message_view};
use crate::words::{Language, Words};

/// The page of a copy.
pub(super) fn page_of(frame: FrameView, token: String, visit: String, copy: Copy) -> CopyPage {
    let words = frame.words;
    let center = copy.center;
    CopyPage {
        token,
        person: facts(copy.person, &frame),
        wishes: wishes(&center, words),
        held: held_views(&center, words),
        bars: center.bars.into_iter().map(|bar| bar_view(bar, words)).collect(),
        recent: center.recent.into_iter().map(|message| message_view(message, words)).collect(),
        visit,
        frame,
    }
}

/// What we know about the person, by name.
fn facts(person: Person, frame: &FrameView) -> Vec<(String, String)> {
    let words = frame.words;
    let language = person.locale.map(|tag| Language::of_tag(&tag).map_or(tag, |known| known.own_name().to_owned()));
    let rows = [
        ("data-see-address", Some(person.address)),
        ("data-field-name", person.name),
        ("data-field-zip", person.zip),
        ("data-field-age", person.age_band),
        ("data-field-income", person.income_band),
        ("preference-held-language", language),
        ("data-field-zone", person.time_zone),
        ("data-copy-source", Some(source(person.source, frame))),
        ("data-copy-known", Some(words.moment(person.known_since))),
    ];
    rows.into_iter().filter_map(|(name, value)| Some((words.say(name), value?))).collect()
}

fn source(source: Source, frame: &FrameView) -> String {
    let sender = ("sender", frame.sender.name.as_str().into());
    frame.words.plain_with("preference-source", &[("source", source_word(source).into()), sender])
}

/// What they asked for beside yes and no: a break, and at most so many messages.
fn wishes(center: &Center, words: Words) -> Vec<String> {
    let streams = [(ListName::Company, &center.company), (ListName::AllPartners, &center.partner)];
    let mut said = Vec::new();
    for (list, stream) in streams {
        if let Some(until) = stream.paused_until {
            let [kind, name] = list.values();
            said.push(words.with("preference-pauses", &[kind, name, ("date", words.date(until).into())]));
        }
    }
    let cap = center.weekly_cap.map(WeeklyCap::get);
    said.extend(cap.map(|cap| words.with("preference-saved-cap", &[("count", cap.into())])));
    said
}
