//! What documents promise about the code: docs/asvs.md names tests that are there.
#![cfg(test)]

use std::collections::BTreeSet;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every name that a function, or a test on both databases, has.
fn functions(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            functions(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).expect("the file can be read");
            for line in text.lines() {
                let line = line.trim_start();
                let name = line
                    .split_once("fn ")
                    .map(|(_, after)| after)
                    .or_else(|| line.contains("(house) {").then_some(line));
                let name = name.and_then(|name| name.split(['(', '<']).next());
                found.extend(name.filter(|name| !name.is_empty()).map(str::to_owned));
            }
        }
    }
}

/// The rows of the tables of requirements: number, result, evidence.
fn rows(text: &str) -> Vec<[&str; 3]> {
    let is_row = |line: &&str| line.starts_with("| ") && line.chars().nth(2).is_some_and(|c| c.is_ascii_digit());
    let cells = |line| match str::trim_matches(line, '|').split('|').map(str::trim).collect::<Vec<_>>()[..] {
        [number, _, result, evidence] => [number, result, evidence],
        _ => panic!("not a row of four cells: {line}"),
    };
    text.lines().filter(is_row).map(cells).collect()
}

#[test]
fn every_requirement_of_asvs_names_tests_that_are_there() {
    let text = std::fs::read_to_string(root().join("docs/asvs.md")).expect("docs/asvs.md can be read");
    let mut known = BTreeSet::new();
    functions(&root().join("tests"), &mut known);
    functions(&root().join("src"), &mut known);
    let rows = rows(&text);
    assert!(rows.len() > 80, "only {} rows were found", rows.len());
    for [number, result, evidence] in rows {
        assert!(["pass", "n/a", "partly", "open", "accepted"].contains(&result), "{number}: {result:?} is no result");
        assert!(!evidence.is_empty(), "{number} has neither a test nor a reason");
        let quoted: Vec<_> = evidence.split('`').skip(1).step_by(2).collect();
        assert!(result != "pass" || !quoted.is_empty(), "{number} passes and names no test");
        for name in quoted {
            let is_there = known.contains(name)
                || root().join(name).exists()
                // What is not a test: a command, a setting or a page.
                || name.starts_with('/') || name.contains([' ', '=']) || name == "health";
            assert!(is_there, "{number} names {name}, which is no test and no file");
        }
    }
}

#[test]
fn unsafe_code_is_forbidden() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml can be read");
    assert!(manifest.contains("\nunsafe_code = \"forbid\"\n"));
}
