//! The table of message files, and saying one of them.
//!
//! To add an area, write `templates/words/en/<area>.ftl` and name it in `areas!`; ids in it begin with `<area>-`. To add a
//! language, write the same files for it and give it an arm in [`files`].

use std::collections::BTreeSet;
use std::sync::{Mutex, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use super::language::Language;
use super::{Value, pseudo};

type Bundle = FluentBundle<FluentResource>;

/// Names the areas once, and makes of them [`AREAS`] and what reads a language's files.
macro_rules! areas {
    ($dollar:tt $($area:literal),+ $(,)?) => {
        /// The parts that the messages come in; each has a file per language.
        pub const AREAS: &[&str] = &[$($area),+];

        /// The files of a language, in the order of [`AREAS`].
        macro_rules! files_of {
            ($dollar tag:literal) => {
                &[$(include_str!(concat!("../../templates/words/", $dollar tag, "/", $area, ".ftl"))),+]
            };
        }
    };
}

areas!($ "child", "common", "data", "help", "mail", "policy", "preference", "receipt", "signup");

/// The message files of a language, in the order of [`AREAS`].
pub const fn files(language: Language) -> &'static [&'static str] {
    match language {
        Language::English | Language::Pseudo => files_of!("en"),
        Language::German => files_of!("de"),
        Language::French => files_of!("fr"),
        Language::Spanish => files_of!("es"),
        Language::Italian => files_of!("it"),
        Language::Portuguese => files_of!("pt"),
        Language::Dutch => files_of!("nl"),
        Language::Polish => files_of!("pl"),
        Language::Swedish => files_of!("sv"),
        Language::Turkish => files_of!("tr"),
        Language::Japanese => files_of!("ja"),
        Language::SimplifiedChinese => files_of!("zh-Hans"),
        Language::Arabic => files_of!("ar"),
    }
}

/// Languages, the pseudo-language too.
const COUNT: usize = Language::ALL.len() + 1;
/// Every language's messages in the order of [`Language::ALL`], each read when it is first asked for.
static BUNDLES: [OnceLock<Bundle>; COUNT] = [const { OnceLock::new() }; COUNT];

/// What was missed so far, so that each is logged once.
static MISSED: Mutex<BTreeSet<(Language, String)>> = Mutex::new(BTreeSet::new());

/// Reads a language's files. A fault in one is found by the tests; here, what can be read is read.
fn read(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(language.tag().parse().into_iter().collect());
    if language == Language::Pseudo {
        bundle.set_transform(Some(pseudo::drawn_out));
    }
    for source in files(language) {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                tracing::error!(language = language.tag(), faults = errors.len(), "A message file has faults");
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(language = language.tag(), faults = errors.len(), "A message has two texts");
        }
    }
    bundle
}

fn bundle(language: Language) -> Option<&'static Bundle> {
    let place = Language::ALL.iter().position(|known| *known == language).unwrap_or(Language::ALL.len());
    BUNDLES.get(place).map(|bundle| bundle.get_or_init(|| read(language)))
}

/// Says a message. One that the language lacks is said in English; one that nobody has is its own id.
pub(super) fn format(language: Language, id: &str, values: &[(&str, Value<'_>)]) -> String {
    if let Some(text) = format_in(language, id, values) {
        return text;
    }
    miss(language, id);
    format_in(Language::English, id, values).unwrap_or_else(|| id.to_owned())
}

fn format_in(language: Language, id: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
    let bundle = bundle(language)?;
    let message = bundle.get_message(id)?;
    let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(message.value()?, Some(&args), &mut errors);
    if !errors.is_empty() {
        miss(language, id);
    }
    Some(if language == Language::Pseudo { pseudo::bracketed(&text) } else { text.into_owned() })
}

fn miss(language: Language, id: &str) {
    let Ok(mut missed) = MISSED.lock() else { return };
    if missed.insert((language, id.to_owned())) {
        tracing::warn!(language = language.tag(), message = id, "A message or one of its values is missing");
    }
}
