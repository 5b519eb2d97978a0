//! People and a message, made up.

use std::fmt::Write as _;

pub(crate) const SUBJECT: &str = "News for {{ first_name | you }} from the harbour";

const PARAGRAPH: &str = "Dear {{ first_name | reader }}, the ferry brought four crates of books this week, and among \
     them the second volume of the tide tables that so many of you have asked for. We keep one for {{ name | you }} \
     until Friday at the desk by the window. ";

/// The text part: about a quarter of the message.
pub(crate) fn text() -> String {
    let mut text = String::new();
    for number in 1..=9 {
        writeln!(text, "{number}. {PARAGRAPH}\n").unwrap();
    }
    text
}

/// The HTML part: about three quarters.
pub(crate) fn html() -> String {
    let mut html = String::from("<html><body>");
    for number in 1..=21 {
        writeln!(html, "<h2>{number}</h2><p>{PARAGRAPH}</p>").unwrap();
    }
    html + "</body></html>"
}

/// The name of the person of this number.
pub(crate) fn name(number: usize) -> String {
    const FIRST: [&str; 8] = ["Ada", "Bela", "Chidi", "Dorothea", "Emil", "Farida", "Goran", "Hanne"];
    const LAST: [&str; 7] = ["Almeida", "Berg", "Castro", "Dubois", "Eriksen", "Fischer", "Greco"];
    format!("{} {}", FIRST[number % FIRST.len()], LAST[number / FIRST.len() % LAST.len()])
}

/// People who said yes to both streams, as a file to import.
pub(crate) fn people(count: usize) -> String {
    let mut csv = String::from("address,name,source,company,partner,consented_at,wording\n");
    for number in 0..count {
        let (name, host) = (name(number), number % 500);
        writeln!(csv, "p{number}@h{host}.example,{name},registration,yes,yes,2026-01-02T03:04:05Z,Send me the news")
            .unwrap();
    }
    csv
}
