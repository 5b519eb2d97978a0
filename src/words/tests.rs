//! The message files, held against each other, against the templates and against the code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{DateTime, Utc};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use super::messages::{AREAS, files};
use super::{Language, Words};

/// Languages that still wait for their translation. It shall be empty.
const TO_TRANSLATE: [Language; 0] = [];

/// What has to be the same in every language: the values, and the words that choose between sentences.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    values: BTreeSet<String>,
    choices: BTreeSet<String>,
}

impl Shape {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                for variant in variants {
                    // A language has the plural forms that it has; every other key must be there in all of them.
                    match &variant.key {
                        VariantKey::Identifier { name } if is_plural(name) => {}
                        VariantKey::Identifier { name } => drop(self.choices.insert((*name).to_owned())),
                        VariantKey::NumberLiteral { .. } => {}
                    }
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => drop(self.values.insert(id.name.to_owned())),
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.read_inline(argument));
            }
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. } => {}
        }
    }
}

fn is_plural(key: &str) -> bool {
    ["zero", "one", "two", "few", "many", "other"].contains(&key)
}

/// Every message of a language with its shape. A file that cannot be read, a message that is there twice, has no text or
/// has attributes, and an id that does not begin with its area are faults.
fn messages(language: Language) -> BTreeMap<String, Shape> {
    let mut found = BTreeMap::new();
    for (area, source) in AREAS.iter().zip(files(language)) {
        let resource = fluent_syntax::parser::parse(*source);
        let resource = resource.unwrap_or_else(|(_, errors)| panic!("{}/{area}.ftl: {errors:?}", language.tag()));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            assert!(id.starts_with(&format!("{area}-")), "{id} in {area}.ftl");
            assert!(message.attributes.is_empty(), "{id} has attributes");
            let mut shape = Shape::default();
            shape.read(message.value.as_ref().unwrap_or_else(|| panic!("{id} has no text")));
            assert!(found.insert(id.to_owned(), shape).is_none(), "{}: {id} twice", language.tag());
        }
    }
    found
}

/// The Rust files but this one and the templates but the messages: path and text without comment lines.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.display().to_string();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_none_or(|extension| extension != "ftl")
                && !name.ends_with("src/words/tests.rs")
            {
                let text = std::fs::read_to_string(&path).unwrap();
                let kept: Vec<_> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
                found.push((name, kept.join("\n")));
            }
        }
    }
    let mut found = Vec::new();
    for folder in ["src", "templates"] {
        walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    }
    found
}

/// Literals that stand where an id stands: the first argument of a call that says a message.
fn said(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for call in [".say(", ".with(", ".plain(", ".plain_with("] {
        for (at, _) in text.match_indices(call) {
            let rest = text[at + call.len()..].trim_start();
            found.extend(rest.strip_prefix('"').and_then(|rest| rest.split('"').next()));
        }
    }
    found
}

#[test]
fn every_language_has_the_messages_of_english_with_the_same_values_and_choices() {
    let english = messages(Language::English);
    assert!(!english.is_empty());
    for language in Language::ALL.into_iter().filter(|language| !TO_TRANSLATE.contains(language)) {
        let tag = language.tag();
        let theirs = messages(language);
        let missing: Vec<_> = english.keys().filter(|id| !theirs.contains_key(*id)).collect();
        let unknown: Vec<_> = theirs.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty() && unknown.is_empty(), "{tag}: missing {missing:?}, unknown {unknown:?}");
        for (id, shape) in &theirs {
            assert_eq!(shape, &english[id], "{tag}: {id}");
        }
    }
}

#[test]
fn every_message_is_used_and_every_message_that_is_used_exists() {
    let english = messages(Language::English);
    let sources = sources();
    for id in english.keys() {
        let literal = format!("\"{id}\"");
        assert!(sources.iter().any(|(_, text)| text.contains(&literal)), "{id} is used nowhere");
    }
    let mut checked = 0;
    for (path, text) in &sources {
        for id in said(text) {
            assert!(english.contains_key(id), "{path}: there is no message {id}");
            checked += 1;
        }
        // An id that is chosen before it is said stands somewhere else, but begins as ids begin.
        for literal in text.split('"').filter(|literal| AREAS.iter().any(|area| begins(literal, area))) {
            assert!(english.contains_key(literal), "{path}: there is no message {literal}");
        }
    }
    assert!(checked > english.len() / 2, "{checked}");
}

fn begins(literal: &str, area: &str) -> bool {
    let rest = literal.strip_prefix(area).and_then(|rest| rest.strip_prefix('-'));
    rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
}

#[test]
fn no_message_holds_markup_or_a_straight_quote() {
    for language in Language::ALL {
        for (area, source) in AREAS.iter().zip(files(language)) {
            for line in source.lines().filter(|line| !line.starts_with('#')) {
                let clean = !line.replace("->", "").contains(['<', '>', '&', '"', '\'', '\t']);
                assert!(clean, "{}/{area}.ftl: {line}", language.tag());
            }
        }
    }
}

#[test]
fn values_are_set_apart_in_a_sentence_and_not_in_a_title() {
    let words = Words::new(Language::English);
    let values = [("list", "topic".into()), ("name", "<b>Offers".into())];
    assert_eq!(words.with("preference-is-stopped", &values), "“\u{2068}<b>Offers\u{2069}” is stopped");
    assert_eq!(words.plain_with("preference-is-stopped", &values), "“<b>Offers” is stopped");
    assert_eq!(words.plain("common-how-to-stop"), words.say("common-how-to-stop"));
}

#[test]
fn what_is_missing_is_said_in_english_and_what_nobody_has_is_its_id() {
    let english = Words::new(Language::English).say("common-skip");
    for language in Language::ALL {
        let said = Words::new(language).say("common-skip");
        assert!(!said.is_empty() && (said == english || !TO_TRANSLATE.contains(&language)), "{said}");
    }
    let unheard = "nobody-has-this";
    assert_eq!(Words::new(Language::Arabic).say(unheard), unheard);
    // A value that is missing shows its name, and the page still stands.
    assert_eq!(Words::new(Language::English).plain("common-for"), "For {$address}");
}

#[test]
fn dates_are_written_as_people_write_them() {
    let at = DateTime::<Utc>::from_timestamp(1_772_562_780, 0).unwrap();
    let words = Words::new(Language::English);
    assert_eq!(words.date(at), "3 March 2026");
    assert_eq!(words.moment(at), "3 March 2026, 18:33 UTC");
    for language in Language::ALL {
        let months: BTreeSet<_> = (0..12)
            .map(|month| Words::new(language).date(at + chrono::Months::new(month)))
            .inspect(|date| assert!(date.contains("202") && !date.contains('$'), "{date}"))
            .collect();
        assert_eq!(months.len(), 12, "{}", language.tag());
    }
}
