//! The import law of `src/`, held as data and checked against the text of every file.
//!
//! Which folder may import which (`FLOORS`), who alone may name a crate or a path (`OWNERS`), what a folder must do
//! without (`ONLY`, `NEVER`), and how a file may look. A failure quotes file, line and the sentence that was broken:
//! change the code, or change the law here and say why.
//!
//! It reads text, not types: comments, literals and `#[cfg(test)]` items are left out, `super::` and `self::` are
//! resolved, a rename hides nothing but a type's own name. What it can't see (a `Utc` called `Clock`), clippy's
//! `disallowed_methods` does.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A folder (or file) of `src/`, what of ours it may import, and the sentence that says so.
type Floor = (&'static str, &'static [&'static str], &'static str);

/// From the ground up: a folder imports only from those named here, which all stand above it in this list.
#[rustfmt::skip]
const FLOORS: &[Floor] = &[
    ("domain", &[],
        "domain imports nothing of ours: the words and the rules are decided from their arguments"),
    ("clock", &[],
        "clock imports nothing of ours: it only tells the time"),
    ("tls", &[],
        "tls imports nothing of ours: it says whose certificates are believed, and opens no connection"),
    ("catcher", &["clock"],
        "catcher imports nothing of ours but the clock: it is a relay for development, not a part of the product"),
    ("config", &["domain"],
        "config imports domain only"),
    ("words", &["domain"],
        "words imports domain only: what people read, in their language"),
    ("mail", &["domain", "words"],
        "mail imports domain and words only: bytes to types and back, no sockets, no store"),
    ("dkim", &[],
        "dkim imports nothing of ours: bytes in, header fields out"),
    ("link", &["domain", "config", "dkim"],
        "link imports domain, config and dkim only: no clock, no store"),
    ("store", &["domain", "tls", "config"],
        "store imports domain, tls and config only: the time is an argument"),
    ("gate", &["domain", "clock", "tls", "config", "mail", "store"],
        "gate imports domain, clock, tls, config, mail and store; never link, never ops"),
    ("ops", &["domain", "clock", "tls", "config", "words", "mail", "dkim", "link", "store", "gate"],
        "ops imports what lies below it; never web, cli, workers or catcher"),
    ("workers", &["domain", "clock", "config", "gate", "ops"],
        "workers import ops, domain, clock, config and gate: loops only, every body is one call"),
    ("web", &["domain", "clock", "config", "words", "ops"],
        "web imports ops, domain, config, words and clock; never store, gate or link: what the product does is in ops"),
    ("cli", &["domain", "clock", "catcher", "config", "words", "dkim", "link", "store", "ops", "workers", "web"],
        "cli puts together ops, web, workers, catcher, config, words, clock, domain, dkim, link and two parts of store"),
    ("lib", &[],
        "lib.rs is the table of contents: it declares the folders and imports nothing"),
    ("main", &["cli"],
        "main.rs calls cli and nothing else"),
];

/// Folder, a folder it may import in part, those parts, and the sentence.
#[rustfmt::skip]
const PARTS: &[(&str, &str, &[&str], &str)] = &[
    ("cli", "store", &["pool", "migrate"], "cli may use store::pool and store::migrate, no other part of store"),
];

/// A path, the only folders that may name it, and the sentence. `*::` before a path: however it is reached.
#[rustfmt::skip]
const OWNERS: &[(&str, &[&str], &str)] = &[
    ("std::env",                   &["config"],          "only config reads the environment"),
    ("*::Utc::now",                &["clock"],           "only clock asks what time it is"),
    ("*::Local::now",              &["clock"],           "only clock asks what time it is"),
    ("*::SystemTime::now",         &["clock"],           "only clock asks what time it is"),
    ("diesel",                     &["store"],           "SQL lives in store and nowhere else"),
    ("diesel_migrations",          &["store"],           "SQL lives in store and nowhere else"),
    ("libsqlite3_sys",             &["store"],           "SQL lives in store and nowhere else"),
    ("pq_sys",                     &["store"],           "SQL lives in store and nowhere else"),
    ("r2d2",                       &["store"],           "store pools its connections, nobody else does"),
    ("hmac",                       &["link"],            "only link makes and checks MACs"),
    // Checkpoints of the ledger are signed with a key of the ring, and the ring is link's.
    ("aws_lc_rs",                  &["dkim", "link"],    "only dkim makes keys of two halves and signs with them, and link the ones of checkpoints"),
    ("webpki_roots",               &["tls"],             "only tls says which authorities are believed"),
    ("*::ClientConfig::builder",   &["tls"],             "only tls makes the settings of TLS"),
    ("rustix",                     &["cli", "store", "web"],
        "only cli closes the process up, only store sets up sockets, and only web asks how many files it may open"),
    ("sha2",                       &["link", "store"],   "only link, and store for the ledger's chain, hash"),
    ("lettre",                     &["mail", "gate"],    "only mail composes and only the gate hands over"),
    ("lettre::message",            &["mail"],            "only mail composes"),
    ("lettre::Message",            &["mail"],            "only mail composes"),
    ("lettre::transport",          &["gate"],            "the gate is the one door to SMTP"),
    ("lettre::Transport",          &["gate"],            "the gate is the one door to SMTP"),
    ("lettre::SmtpTransport",      &["gate"],            "the gate is the one door to SMTP"),
    ("lettre::AsyncTransport",     &["gate"],            "the gate is the one door to SMTP"),
    ("lettre::AsyncSmtpTransport", &["gate"],            "the gate is the one door to SMTP"),
    ("mail_parser",                &["mail", "catcher"], "only mail, and the catcher for its view, reads messages"),
    ("fluent_bundle",              &["words"],           "only words knows how messages are kept"),
    ("unic_langid",                &["words"],           "only words knows how messages are kept"),
    ("quoted_printable",           &["mail"],            "only mail encodes and decodes"),
    ("actix_web",                  &["web", "catcher"],  "only web, and the catcher, serve HTTP"),
    ("actix_http",                 &["web"],             "only web puts connections together"),
    ("actix_server",               &["web"],             "only web puts connections together"),
    ("actix_service",              &["web"],             "only web puts connections together"),
    ("askama",                     &["web", "catcher"],  "only web, and the catcher, make pages"),
    ("clap",                       &["cli"],             "only cli reads the command line"),
];

/// Folders that may name these crates and no others.
#[rustfmt::skip]
const ONLY: &[(&str, &[&str], &str)] = &[
    ("domain", &["std", "core", "chrono", "chrono_tz", "idna", "serde", "thiserror", "unicode_normalization"],
        "domain needs words and arithmetic only: chrono with its zones, idna, serde, thiserror and unicode-normalization"),
    ("clock", &["std", "chrono"],
        "clock needs chrono only"),
    ("dkim", &["std", "aws_lc_rs", "base64", "chrono", "thiserror"],
        "dkim gets by with aws-lc-rs, base64, chrono and thiserror"),
    ("catcher", &["std", "actix_web", "askama", "chrono", "mail_parser", "serde", "serde_json", "thiserror", "tokio", "tracing"],
        "catcher gets by with tokio, actix-web, askama, chrono, mail-parser, serde, thiserror and tracing"),
];

/// Folders that must do without these paths.
#[rustfmt::skip]
const NEVER: &[(&str, &[&str], &str)] = &[
    ("domain", &["std::fs", "std::io", "std::process", "std::thread", "*::Instant::now",
                 "std::net::TcpListener", "std::net::TcpStream", "std::net::UdpSocket"],
        "domain has no IO and no clock"),
    ("tls", &["std::net", "std::process", "std::thread"],
        "tls opens no connection"),
    ("dkim", &["std::fs", "std::net", "std::process", "std::thread", "*::Instant::now"],
        "dkim has no IO and no clock"),
];

/// The exact number of `#[expect(clippy::disallowed_methods)]` in a folder, and what they are for. Elsewhere: none.
#[rustfmt::skip]
const EXCEPTIONS: &[(&str, usize, &str)] = &[
    ("clock", 1, "clock reads the time in one place"),
    ("gate", 1, "gate lets the body of a message go in one place"),
];

/// Lines a file may have, its test module not counted.
const LONGEST: usize = 400;
/// Files that may be longer: diesel's description of the tables is one list.
const LONG: &[&str] = &["schema.rs"];
/// Names that say nothing. Also as a part of a name (`token_helper.rs`).
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"];

// ------------------------------------------------------------------------------------------------ reading Rust

#[derive(Clone, Copy, Debug, PartialEq)]
struct Token<'a> {
    line: usize,
    text: &'a str,
}

/// The words and signs of a file. Comments and literals are left out, `::` is one sign.
fn tokens(source: &str) -> Vec<Token<'_>> {
    let (mut found, mut rest, mut line) = (Vec::new(), source, 1);
    while let Some(first) = rest.chars().next() {
        let skipped = comment(rest).or_else(|| literal(rest)).or(first.is_whitespace().then(|| first.len_utf8()));
        let word = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
        let sign = if rest.starts_with("::") { 2 } else { first.len_utf8() };
        let (text, after) = rest.split_at(skipped.unwrap_or(if word > 0 { word } else { sign }));
        if skipped.is_none() {
            found.push(Token { line, text });
        }
        line += text.matches('\n').count();
        rest = after;
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of the comment that `text` starts with.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(here) = text.get(at..).filter(|here| at == 0 && here.starts_with("/*") || depth > 0) {
        let (step, deeper) = match here {
            _ if here.starts_with("/*") => (2, depth + 1),
            _ if here.starts_with("*/") => (2, depth - 1),
            _ => (here.chars().next()?.len_utf8(), depth),
        };
        (at, depth) = (at + step, deeper);
    }
    (at > 0).then_some(at)
}

/// The length of the string or character that `text` starts with.
fn literal(text: &str) -> Option<usize> {
    for prefix in ["br", "cr", "r"] {
        let Some(raw) = text.strip_prefix(prefix) else {
            continue;
        };
        let body = raw.trim_start_matches('#');
        let hashes = raw.len() - body.len();
        if let Some(body) = body.strip_prefix('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let length = body.find(&end).map_or(body.len(), |at| at + end.len());
            return Some(prefix.len() + hashes + 1 + length);
        }
    }
    let prefix = text.len() - text.strip_prefix(['b', 'c']).unwrap_or(text).len();
    let quoted = text.get(prefix..)?;
    let quote = quoted.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut inside = quoted.char_indices().skip(1);
    // `'a` without a closing quote is a lifetime.
    if quote == '\'' && !quoted.starts_with("'\\") && quoted.chars().nth(2) != Some('\'') {
        return None;
    }
    while let Some((at, c)) = inside.next() {
        match c {
            '\\' => drop(inside.next()),
            _ if c == quote => return Some(prefix + at + 1),
            _ => {}
        }
    }
    Some(text.len())
}

fn text_at<'a>(tokens: &[Token<'a>], at: usize) -> &'a str {
    tokens.get(at).map_or("", |token| token.text)
}

/// The end of the bracketed piece that starts at `open`: the index after its closing bracket.
fn past_bracket(tokens: &[Token<'_>], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" if depth == 1 => return at + 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
    }
    tokens.len()
}

fn starts_with(tokens: &[Token<'_>], at: usize, words: &[&str]) -> bool {
    words.iter().enumerate().all(|(offset, word)| text_at(tokens, at + offset) == *word)
}

/// Leaves out every `#[cfg(test)]` item. Also gives the line at which a test module that ends the file begins.
fn without_tests<'a>(tokens: &[Token<'a>]) -> (Vec<Token<'a>>, Option<usize>) {
    const ITEMS: &str = "pub mod use fn impl struct enum const static trait type async unsafe extern let macro_rules {";
    let (mut kept, mut at, mut last_tests) = (Vec::new(), 0, None);
    while let Some(token) = tokens.get(at) {
        if starts_with(tokens, at, &["#", "!", "[", "cfg", "(", "test", ")", "]"]) {
            return (kept, Some(token.line));
        }
        let mut end = at;
        if starts_with(tokens, at, &["#", "[", "cfg", "(", "test", ")", "]"]) {
            while text_at(tokens, end) == "#" {
                end = past_bracket(tokens, end + 1);
            }
        }
        if end == at || !ITEMS.split(' ').any(|item| item == text_at(tokens, end)) {
            kept.push(*token);
            at += 1;
            continue;
        }
        loop {
            match text_at(tokens, end) {
                "(" | "[" => end = past_bracket(tokens, end),
                "{" => break end = past_bracket(tokens, end),
                ";" => break end += 1,
                "" => break,
                _ => end += 1,
            }
        }
        if end == tokens.len() {
            last_tests = Some(token.line);
        }
        at = end;
    }
    (kept, last_tests)
}

/// A path as it is written, whether a `use` brings it in, and the inline modules around it.
struct Named<'a> {
    line: usize,
    parts: Vec<&'a str>,
    imported: bool,
    inner: Vec<&'a str>,
}

/// Every path that a file names: each leaf of each `use`, and each `a::b` elsewhere.
fn paths<'a>(tokens: &[Token<'a>]) -> Vec<Named<'a>> {
    let (mut found, mut at) = (Vec::new(), 0);
    let mut modules: Vec<(&str, usize)> = Vec::new();
    while let Some(Token { line, text }) = tokens.get(at).copied() {
        modules.retain(|(_, end)| at < *end);
        let inner: Vec<&str> = modules.iter().map(|(name, _)| *name).collect();
        let previous = |back: usize| at.checked_sub(back).map_or("", |before| text_at(tokens, before));
        let next = text_at(tokens, at + 1);
        let (mut leaves, mut imported) = (Vec::new(), true);
        match text {
            "use" if next != "<" => at = use_tree(tokens, at + 1, &[], &mut leaves),
            "extern" if next == "crate" => leaves.push((line, vec![text_at(tokens, at + 2)])),
            "mod" if text_at(tokens, at + 2) == "{" => modules.push((next, past_bracket(tokens, at + 2))),
            _ if next == "::" && text.starts_with(is_word) && previous(1) != "." => {
                let goes_on = previous(1) == "::" && (previous(2).starts_with(is_word) || previous(2) == ">");
                let mut parts = vec![text];
                while text_at(tokens, at + 1) == "::" && text_at(tokens, at + 2).starts_with(is_word) {
                    parts.push(text_at(tokens, at + 2));
                    at += 2;
                }
                imported = false;
                leaves.extend((!goes_on).then_some((line, parts)));
            }
            _ => {}
        }
        let name = |(line, parts)| Named { line, parts, imported, inner: inner.clone() };
        found.extend(leaves.into_iter().map(name));
        at += 1;
    }
    found
}

/// Reads one branch of a `use` into its leaves; gives the index of the sign that ended it.
fn use_tree<'a>(
    tokens: &[Token<'a>],
    mut at: usize,
    prefix: &[&'a str],
    leaves: &mut Vec<(usize, Vec<&'a str>)>,
) -> usize {
    let (start, mut parts) = (at, prefix.to_vec());
    while let Some(token) = tokens.get(at) {
        match token.text {
            "{" => {
                while !matches!(text_at(tokens, at), "}" | "") {
                    at = use_tree(tokens, at + 1, &parts, leaves);
                }
                return at + 1;
            }
            "," | "}" | ";" => break,
            "as" => at += 1,
            "::" => {}
            "self" if !parts.is_empty() => {}
            word => parts.push(word),
        }
        at += 1;
    }
    // Nothing stands between a last comma and its bracket.
    if let Some(last) = at.checked_sub(1).filter(|last| *last >= start) {
        leaves.push((tokens.get(last).map_or(0, |token| token.line), parts));
    }
    at
}

// ------------------------------------------------------------------------------------------------ the law

/// One file of `src/`: its path below the repository, its text.
type File = (String, String);

/// A broken sentence and where.
type Fault = (String, usize, String);

/// `src/web/console/login.rs` is `["web", "console", "login"]`, `src/web/mod.rs` is `["web"]`.
fn module(file: &str) -> Vec<&str> {
    let path = file.strip_prefix("src/").unwrap_or(file);
    let path = path.strip_suffix(".rs").unwrap_or(path);
    path.strip_suffix("/mod").unwrap_or(path).split('/').collect()
}

fn folder(file: &str) -> &str {
    module(file).first().copied().unwrap_or_default()
}

fn is_test_file(file: &str) -> bool {
    module(file).contains(&"tests")
}

/// Where in our crate a path leads; `None` when it leads out of it, or nowhere that the text tells.
fn ours<'a>(file: &'a str, named: &Named<'a>) -> Option<Vec<&'a str>> {
    let mut here: Vec<&str> = if folder(file) == "lib" { Vec::new() } else { module(file) };
    here.extend(&named.inner);
    let mut parts = named.parts.iter().copied().peekable();
    match parts.next()? {
        "crate" => here.clear(),
        "consentry" if folder(file) == "main" => here.clear(),
        "self" => {}
        "super" => {
            here.pop();
            while parts.next_if_eq(&"super").is_some() {
                here.pop();
            }
        }
        _ => return None,
    }
    here.extend(parts);
    Some(here)
}

/// Whether a path names what a rule of `OWNERS` or `NEVER` speaks of, or could be used to reach it under another name.
fn names(named: &Named<'_>, rule: &str) -> bool {
    if let Some(end) = rule.strip_prefix("*::") {
        return named.parts.ends_with(&end.split("::").collect::<Vec<_>>());
    }
    let rule: Vec<&str> = rule.split("::").collect();
    if named.parts.starts_with(&rule) {
        return true;
    }
    let stem = named.parts.strip_suffix(&["*"]).unwrap_or(&named.parts);
    named.imported && rule.len() > stem.len() && rule.starts_with(stem)
}

/// Every sentence of the law that these files break.
fn faults(files: &[File], crates: &BTreeSet<String>) -> Vec<String> {
    let mut found: Vec<Fault> = Vec::new();
    let mut arrows: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut exceptions: BTreeMap<&str, usize> = BTreeMap::new();
    for (file, text) in files {
        let all = tokens(text);
        let (kept, tests_from) = without_tests(&all);
        check_shape(file, text, tests_from, &mut found);
        check_attributes(file, &all, &mut found);
        if is_test_file(file) {
            continue;
        }
        *exceptions.entry(folder(file)).or_default() +=
            attributes(&kept).iter().filter(|attribute| excepts_disallowed_methods(attribute)).count();
        if let Some(at) = (0..kept.len()).find(|at| starts_with(&kept, *at, &["mod", "tests", ";"])) {
            let line = kept.get(at).map_or(0, |token| token.line);
            found.push((file.clone(), line, "`mod tests` is declared with #[cfg(test)]".into()));
        }
        for named in paths(&kept) {
            let broken = match ours(file, &named) {
                Some(target) => {
                    let to = FLOORS.iter().find(|(name, ..)| target.first() == Some(name) && *name != folder(file));
                    arrows.entry(folder(file)).or_default().extend(to.map(|(name, ..)| *name));
                    broken_inside(folder(file), &target)
                }
                None => broken_outside(folder(file), &named, crates),
            };
            found.extend(broken.map(|law| (file.clone(), named.line, format!("{}: {law}", named.parts.join("::")))));
        }
    }
    for (folder, count) in exceptions {
        let (expected, law) = EXCEPTIONS
            .iter()
            .find(|(name, ..)| *name == folder)
            .map_or((0, "no exceptions from clippy's disallowed methods here"), |(_, count, law)| (*count, *law));
        if count != expected {
            let law = format!("{count} of #[expect(clippy::disallowed_methods)] where {expected} are expected: {law}");
            found.push((format!("src/{folder}"), 1, law));
        }
    }
    found.extend(circle(&arrows).map(|circle| ("src".into(), 1, format!("no circles between folders: {circle}"))));
    found.sort();
    found.into_iter().map(|(file, line, law)| format!("{file}:{line}: {law}")).collect()
}

fn broken_inside(from: &str, target: &[&str]) -> Option<String> {
    let Some(to) = target.first().filter(|to| **to != "*") else {
        return Some("the crate's root is not imported as a whole".into());
    };
    if *to == from {
        return None;
    }
    let (_, may, law) = FLOORS.iter().find(|(name, ..)| *name == from)?;
    if !FLOORS.iter().any(|(name, ..)| name == to) {
        return Some(format!("`{to}` is no folder that the law knows; nothing lies in the crate's root"));
    }
    if !may.contains(to) {
        return Some((*law).into());
    }
    let (_, _, parts, law) = PARTS.iter().find(|(folder, of, ..)| *folder == from && of == to)?;
    let part = target.get(1).copied().unwrap_or_default();
    (!parts.contains(&part)).then(|| (*law).into())
}

fn broken_outside(from: &str, named: &Named<'_>, crates: &BTreeSet<String>) -> Option<String> {
    let owned = OWNERS.iter().find(|(path, owners, _)| !owners.contains(&from) && names(named, path));
    let never = NEVER.iter().find(|(name, rules, _)| *name == from && rules.iter().any(|rule| names(named, rule)));
    let head = named.parts.first().copied().unwrap_or_default();
    let only = ONLY.iter().find(|(name, may, _)| *name == from && crates.contains(head) && !may.contains(&head));
    owned.or(never).or(only).map(|(.., law)| (*law).into())
}

/// The tokens of each attribute, without its brackets.
fn attributes<'t, 'a>(tokens: &'t [Token<'a>]) -> Vec<&'t [Token<'a>]> {
    let opens = (0..tokens.len()).filter_map(|at| match (text_at(tokens, at), text_at(tokens, at + 1)) {
        ("#", "[") => Some(at + 1),
        ("#", "!") if text_at(tokens, at + 2) == "[" => Some(at + 2),
        _ => None,
    });
    opens.filter_map(|open| tokens.get(open + 1..past_bracket(tokens, open).saturating_sub(1))).collect()
}

fn excepts_disallowed_methods(attribute: &[Token<'_>]) -> bool {
    matches!(text_at(attribute, 0), "expect" | "cfg_attr")
        && (0..attribute.len()).any(|at| starts_with(attribute, at, &["clippy", "::", "disallowed_methods"]))
}

fn check_attributes(file: &str, tokens: &[Token<'_>], found: &mut Vec<Fault>) {
    for attribute in attributes(tokens) {
        let allows = (0..attribute.len()).any(|at| starts_with(attribute, at, &["allow", "("]));
        if let Some(first) = attribute.first().filter(|first| allows && matches!(first.text, "allow" | "cfg_attr")) {
            let law = "nothing is allowed away: use #[expect(…, reason = \"…\")]";
            found.push((file.into(), first.line, law.into()));
        }
    }
}

fn check_shape(file: &str, text: &str, tests_from: Option<usize>, found: &mut Vec<Fault>) {
    if !FLOORS.iter().any(|(name, ..)| *name == folder(file)) {
        found.push((file.into(), 1, format!("`{}` is no folder that the law knows: give it a floor", folder(file))));
    }
    let bare = file.trim_end_matches(".rs");
    if let Some(name) = bare.split(['/', '_']).find(|part| EMPTY_NAMES.contains(part)) {
        found.push((file.into(), 1, format!("a file is named after what is in it, `{name}` says nothing")));
    }
    let length = tests_from.map_or(text.lines().count(), |line| line.saturating_sub(1));
    let may_be_long = is_test_file(file) || LONG.contains(&file.rsplit('/').next().unwrap_or(file));
    if length > LONGEST && !may_be_long {
        let law = format!("{length} lines: a file has at most {LONGEST}, its tests not counted");
        found.push((file.into(), LONGEST + 1, law));
    }
}

/// A way from a folder back to itself.
fn circle(arrows: &BTreeMap<&str, BTreeSet<&str>>) -> Option<String> {
    fn walk<'a>(arrows: &BTreeMap<&'a str, BTreeSet<&'a str>>, way: &mut Vec<&'a str>) -> Option<String> {
        let here = *way.last()?;
        if let Some(start) = way.iter().position(|earlier| *earlier == here).filter(|at| at + 1 < way.len()) {
            return Some(way.iter().skip(start).copied().collect::<Vec<_>>().join(" -> "));
        }
        for next in arrows.get(here).into_iter().flatten() {
            way.push(next);
            if let Some(found) = walk(arrows, way) {
                return Some(found);
            }
            way.pop();
        }
        None
    }
    arrows.keys().find_map(|start| walk(arrows, &mut vec![start]))
}

// ------------------------------------------------------------------------------------------------ the house as it is

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The crates that code can name: those of Cargo.toml, and the standard ones.
fn crates() -> BTreeSet<String> {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap_or_default();
    let dependencies = manifest.lines().skip_while(|line| *line != "[dependencies]").skip(1);
    dependencies
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.trim().replace('-', "_"))
        .chain(["std", "core", "alloc"].map(String::from))
        .collect()
}

fn read(directory: &Path, files: &mut Vec<File>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            read(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let below = path.strip_prefix(root()).unwrap_or(&path);
            files.push((below.to_string_lossy().replace('\\', "/"), std::fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

/// Beside a body that nobody has read, actix-web now and then closes the connection under the next request.
#[test]
fn every_handler_of_a_post_reads_its_form() {
    let mut files = Vec::new();
    read(&root().join("src/web"), &mut files).expect("src/web can be read");
    let mut handlers = 0;
    for (file, text) in &files {
        for route in text.split("web::post().to(").skip(1) {
            let path: Vec<_> = route.split(')').next().unwrap_or_default().split("::").collect();
            let [.., folder, name] = path[..] else { panic!("{file}: a handler without a module: {path:?}") };
            let within = |file: &str| file.split(['/', '.']).any(|part| part == folder);
            let signature = |text: &str| {
                let (_, after) = text.split_once(&format!("async fn {name}("))?;
                after.split_once("-> ").map(|(parameters, _)| parameters.to_owned())
            };
            let found = files.iter().filter(|(file, _)| within(file)).find_map(|(_, text)| signature(text));
            let parameters = found.unwrap_or_else(|| panic!("{file}: {path:?} is nowhere"));
            assert!(parameters.contains(": Form"), "{path:?} answers a POST and takes no Form: {parameters}");
            handlers += 1;
        }
    }
    assert!(handlers > 10, "{handlers} handlers of POST were found");
}

#[test]
fn src_keeps_the_import_law() {
    let mut files = Vec::new();
    read(&root().join("src"), &mut files).expect("src can be read");
    assert!(!files.is_empty(), "src has no files");
    let faults = faults(&files, &crates());
    assert!(faults.is_empty(), "the import law (tests/architecture.rs) is broken:\n{}\n", faults.join("\n"));
}

// ------------------------------------------------------------------------------------------------ the law's own tests

mod the_law {
    use super::*;

    fn judge(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<File> = files.iter().map(|(file, text)| ((*file).into(), (*text).into())).collect();
        faults(&files, &crates())
    }

    /// The start of one of the faults found, as `file:line: what`.
    #[track_caller]
    fn breaks(files: &[(&str, &str)], expected: &str) {
        let found = judge(files);
        let told = found.iter().any(|fault| fault.starts_with(expected));
        assert!(told, "expected {expected:?} in {found:#?}");
    }

    #[track_caller]
    fn keeps(files: &[(&str, &str)]) {
        assert_eq!(judge(files), Vec::<String>::new());
    }

    /// Each line: a file, a `|`, what stands in it (`;;` for a new line).
    #[track_caller]
    fn each_keeps(cases: &str) {
        for (file, text) in cases.lines().filter_map(|case| case.split_once(" | ")) {
            keeps(&[(file.trim(), &text.replace(";;", "\n"))]);
        }
    }

    /// Each line: a file, what stands in it (`;;` for a new line), and where and what is told of it.
    #[track_caller]
    fn each_breaks(cases: &str) {
        for case in cases.lines().filter(|line| line.contains('|')) {
            let [file, text, told] = case.split(" | ").map(str::trim).collect::<Vec<_>>()[..] else {
                panic!("not a case: {case}")
            };
            breaks(&[(file, &text.replace(";;", "\n"))], &format!("{file}:{told}"));
        }
    }

    #[test]
    fn has_no_circle_itself_and_stands_from_the_ground_up() {
        for (at, (name, may, law)) in FLOORS.iter().enumerate() {
            for below in *may {
                let floor = FLOORS.iter().position(|(other, ..)| other == below);
                assert!(floor.is_some_and(|floor| floor < at), "{name} -> {below} leads up: {law}");
            }
        }
        for owner in OWNERS.iter().flat_map(|(_, owners, _)| *owners) {
            let floor = FLOORS.iter().find(|(name, ..)| name == owner);
            assert!(floor.is_some(), "{owner} owns something but has no floor");
        }
    }

    #[test]
    fn knows_the_crates_of_the_manifest() {
        let crates = crates();
        for (path, ..) in OWNERS.iter().filter(|(path, ..)| !path.starts_with("*::")) {
            let head = path.split("::").next().unwrap_or_default();
            assert!(crates.contains(head), "{head} has an owner but is not in Cargo.toml");
        }
    }

    #[test]
    fn sees_an_import_that_leads_up_or_sideways() {
        each_breaks(
            "
            src/web/a.rs    | use crate::store::ledger;                   | 1: crate::store::ledger: web imports ops
            src/web/a.rs    | use crate::{ops::App, ;; store::{self, x}}; | 2: crate::store: web imports ops
            src/web/a.rs    | use super::super::store::ledger;            | 1: super::super::store::ledger: web
            src/web/mod.rs  | use super::store;                           | 1: super::store: web imports ops
            src/web/a.rs    | fn f() { ;; crate::store::x::g(); ;; }      | 2: crate::store::x::g: web imports ops
            src/web/a.rs    | fn f(_: <X as crate::store::Y>::Z) {}       | 1: crate::store::Y: web imports ops
            src/web/mod.rs  | mod b { ;; use super::super::store; ;; }    | 2: super::super::store: web imports ops
            src/web/a.rs    | use crate::store as ops;                    | 1: crate::store: web imports ops
            src/domain/a.rs | use crate::clock;                           | 1: crate::clock: domain imports nothing
            src/gate/a.rs   | use crate::link::Token;                     | 1: crate::link::Token: gate imports domain
            src/ops/a.rs    | pub use crate::web::Page;                   | 1: crate::web::Page: ops imports what lies
            src/main.rs     | fn main() { consentry::ops::go() }          | 1: consentry::ops::go: main.rs calls cli
            src/lib.rs      | pub use crate::ops::App;                    | 1: crate::ops::App: lib.rs is the table
            ",
        );
    }

    #[test]
    fn lets_an_import_that_leads_down_pass() {
        each_keeps(
            "
            src/web/login.rs | use crate::{domain::Address, ops::{self, staff::*,}, web::error::Page}; use super::csrf;
            src/web/mod.rs   | mod login; use self::login::Form; use super::ops; pub(in crate::web) struct S;
            src/web/a.rs     | use crate::{ ;; domain::{self, Address,}, ;; ops::App, ;; }; use super::{};
            src/main.rs      | fn main() -> std::process::ExitCode { consentry::cli::run() }
            src/lib.rs       | pub mod domain; pub mod web;
            ",
        );
    }

    #[test]
    fn sees_an_import_of_the_wrong_part() {
        each_breaks(
            "
            src/cli/serve.rs | use crate::store::ledger;   | 1: crate::store::ledger: cli may use store::pool and
            src/cli/serve.rs | use crate::store;           | 1: crate::store: cli may use store::pool and store::migrate
            ",
        );
        each_keeps("src/cli/serve.rs | use crate::store::{migrate, pool::Pool};");
    }

    #[test]
    fn sees_what_lies_in_the_root_or_nowhere() {
        each_breaks(
            "
            src/ops/mod.rs  | use crate::Error;       | 1: crate::Error: `Error` is no folder that the law knows
            src/ops/mod.rs  | use crate::*;           | 1: crate::*: the crate's root is not imported
            src/ops/mod.rs  | use super as root;      | 1: super: the crate's root is not imported
            src/jobs/mod.rs | fn f() {}               | 1: `jobs` is no folder that the law knows
            src/error.rs    | fn f() {}               | 1: `error` is no folder that the law knows
            ",
        );
    }

    #[test]
    fn sees_a_crate_named_by_somebody_else() {
        each_breaks(
            "
            src/ops/a.rs    | use diesel::prelude::*;                         | 1: diesel::prelude::*: SQL lives in store
            src/ops/a.rs    | fn f() { ::diesel::sql_query(x); }              | 1: diesel::sql_query: SQL lives in
            src/ops/a.rs    | extern crate diesel;                            | 1: diesel: SQL lives in store
            src/ops/a.rs    | #[derive(diesel::Queryable)] struct S;          | 1: diesel::Queryable: SQL lives in
            src/web/a.rs    | use r2d2::Pool;                                 | 1: r2d2::Pool: store pools
            src/mail/a.rs   | use lettre::{Message, ;; SmtpTransport};        | 2: lettre::SmtpTransport: the gate is the
            src/mail/a.rs   | use lettre::transport::smtp::client;            | 1: lettre::transport::smtp::client: the
            src/mail/a.rs   | use lettre::*;                                  | 1: lettre::*: the gate is the one door
            src/gate/a.rs   | use lettre::message::Mailbox;                   | 1: lettre::message::Mailbox: only mail
            src/ops/a.rs    | use lettre::Address;                            | 1: lettre::Address: only mail composes and
            src/cli/a.rs    | use std::env;                                   | 1: std::env: only config reads
            src/cli/a.rs    | use std as s;                                   | 1: std: only config reads
            src/cli/a.rs    | fn f() { let _ = std::env::var(x); }            | 1: std::env::var: only config reads
            src/ops/a.rs    | use chrono::Utc; fn f() { Utc::now(); }         | 1: Utc::now: only clock asks
            src/ops/a.rs    | fn f() { chrono::Utc::now(); }                  | 1: chrono::Utc::now: only clock asks
            src/ops/a.rs    | fn f() { SystemTime::now(); }                   | 1: SystemTime::now: only clock asks
            src/store/a.rs  | use hmac::Mac;                                  | 1: hmac::Mac: only link makes and
            src/ops/a.rs    | use sha2::Sha256;                               | 1: sha2::Sha256: only link, and store
            src/gate/a.rs   | use aws_lc_rs::rsa;                             | 1: aws_lc_rs::rsa: only dkim makes
            src/dkim/a.rs   | use tokio::fs::File;                            | 1: tokio::fs::File: dkim gets by
            src/ops/a.rs    | #[actix_web::get] fn f() {}                     | 1: actix_web::get: only web, and the
            src/mail/a.rs   | #[derive(askama::Template)] struct S;           | 1: askama::Template: only web, and the
            src/ops/a.rs    | use mail_parser::MessageParser;                 | 1: mail_parser::MessageParser: only mail
            src/config/a.rs | use clap::Parser;                               | 1: clap::Parser: only cli reads
            src/domain/a.rs | use getrandom::fill;                            | 1: getrandom::fill: domain needs words
            src/domain/a.rs | use std::fs::File;                              | 1: std::fs::File: domain has no IO
            src/domain/a.rs | fn f() { Instant::now(); }                      | 1: Instant::now: domain has no IO
            src/catcher.rs  | use url::Url;                                   | 1: url::Url: catcher gets by
            ",
        );
    }

    #[test]
    fn lets_an_owner_name_what_it_owns() {
        each_keeps(
            "
            src/store/a.rs   | use diesel::prelude::*; use r2d2::Pool; use sha2::Digest;
            src/mail/a.rs    | use lettre::{Message, message::header::ContentType, address::Envelope};
            src/gate/a.rs    | use lettre::{transport::smtp, address::Envelope}; #[expect(clippy::disallowed_methods)] fn f() {}
            src/config/a.rs  | use std::env; use url::Url;
            src/ops/a.rs     | use chrono::{DateTime, Utc}; use std::time::Instant; fn f() { Instant::now(); }
            src/domain/a.rs  | use std::net::IpAddr; use std::{fmt, str::FromStr}; use serde::Serialize;
            src/catcher/a.rs | use actix_web::{get, web}; use askama::Template; use tokio::net::TcpListener;
            ",
        );
    }

    #[test]
    fn sees_a_circle() {
        let there = ("src/config/mod.rs", "use crate::domain::Address;");
        let back = ("src/domain/mod.rs", "use crate::config::Limits;");
        breaks(&[there, back], "src:1: no circles between folders: config -> domain -> config");
        keeps(&[there]);
    }

    #[test]
    fn sees_a_file_that_is_too_long() {
        let long = "fn f() {}\n".repeat(401);
        breaks(&[("src/ops/a.rs", &long)], "src/ops/a.rs:401: 401 lines: a file has at most 400");
        keeps(&[("src/store/schema.rs", &long), ("src/ops/tests.rs", &long)]);
        let tested = format!("{}#[cfg(test)]\nmod tests {{\n{long}}}\n", "fn f() {}\n".repeat(400));
        keeps(&[("src/ops/a.rs", &tested)]);
        breaks(&[("src/ops/a.rs", &format!("{tested}fn after() {{}}\n"))], "src/ops/a.rs:401: 805 lines");
    }

    #[test]
    fn sees_a_name_that_says_nothing() {
        each_breaks(
            "
            src/web/utils.rs         | fn f() {} | 1: a file is named after what is in it, `utils` says nothing
            src/web/common/page.rs   | fn f() {} | 1: a file is named after what is in it, `common` says nothing
            src/link/token_helper.rs | fn f() {} | 1: a file is named after what is in it, `helper` says nothing
            ",
        );
    }

    #[test]
    fn sees_what_is_allowed_away() {
        each_breaks(
            "
            src/ops/a.rs | ;;#[allow(dead_code)] fn f() {}                       | 2: nothing is allowed away
            src/ops/a.rs | #![allow(clippy::all)]                                | 1: nothing is allowed away
            src/ops/a.rs | #[cfg_attr(debug, allow(x))] fn f() {}                | 1: nothing is allowed away
            src/ops/a.rs | #[cfg(test)] mod tests { ;; #[allow(x)] fn f() {} }   | 2: nothing is allowed away
            ",
        );
        each_keeps("src/ops/a.rs | #[expect(dead_code, reason = \"allow(ed) until used\")] fn allow(x: u8) {}");
    }

    #[test]
    fn counts_the_exceptions_from_disallowed_methods() {
        let one = "#[expect(clippy::disallowed_methods, reason = \"the clock\")]\nfn f() {}\n";
        keeps(&[("src/clock.rs", one), ("src/gate/relay.rs", one), ("src/gate/mod.rs", "")]);
        breaks(&[("src/clock.rs", "")], "src/clock:1: 0 of #[expect(clippy::disallowed_methods)] where 1 are");
        breaks(&[("src/gate/a.rs", one), ("src/gate/b.rs", one)], "src/gate:1: 2 of #[expect");
        breaks(&[("src/ops/a.rs", one)], "src/ops:1: 1 of #[expect(clippy::disallowed_methods)] where 0 are");
    }

    #[test]
    fn reads_over_comments_literals_and_tests() {
        let innocent = r###"
            //! [`crate::store`] and `use diesel::prelude::*;`
            /* use crate::store; /* nested */ use crate::gate; */
            const A: &str = "use crate::store; \" crate::gate::x";
            const B: &str = r##"crate::store::x "# crate::gate::x"##;
            const C: (char, char, u8) = ('"', '\'', b'"');
            fn f<'a>(x: &'a str) -> &'a str { x } // 'a is a lifetime
            #[cfg(test)]
            use crate::store::pool;
            #[cfg(test)]
            #[derive(Debug)]
            struct Fake { pool: crate::store::Pool }
            #[cfg(test)]
            mod tests {
                use crate::store::pool;
                fn now() { chrono::Utc::now(); }
            }
        "###;
        keeps(&[("src/web/mod.rs", innocent)]);
        keeps(&[("src/web/tests.rs", "use crate::store::pool;")]);
        each_breaks(
            "
            src/web/a.rs | mod tests;                                               | 1: `mod tests` is declared with
            src/web/a.rs | const A: char = '\"'; ;; use crate::store;               | 2: crate::store: web imports ops
            src/web/a.rs | #[cfg(test)] mod tests { '}' } ;; use crate::store;      | 2: crate::store: web imports ops
            src/web/a.rs | struct S { #[cfg(test)] a: u8, ;; b: crate::store::X }   | 2: crate::store::X: web imports ops
            src/web/a.rs | fn f<'a>() {} ;; use crate::store; // 'a'                | 2: crate::store: web imports ops
            ",
        );
    }
}
