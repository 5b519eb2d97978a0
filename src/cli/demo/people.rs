//! Made-up people from all four sources. Their addresses are under `.example`, where no mail can ever go (RFC 2606).

use std::fmt::Write as _;

/// How many there are.
pub(super) const PEOPLE: usize = 400;

const FIRST: [&str; 20] = [
    "Ada", "Bela", "Chidi", "Dorothea", "Emil", "Farida", "Goran", "Hanne", "Ines", "Jonas", "Keiko", "Lucía", "Mateo",
    "Nadia", "Oskar", "Priya", "Quentin", "Rosa", "Søren", "Tomasz",
];
const LAST: [&str; 20] = [
    "Almeida",
    "Berg",
    "Castro",
    "Dubois",
    "Eriksen",
    "Fischer",
    "Greco",
    "Horvat",
    "Ito",
    "Jansen",
    "Kowalska",
    "Lindqvist",
    "Moreau",
    "Novak",
    "Okafor",
    "Peeters",
    "Quiroga",
    "Rossi",
    "Schmidt",
    "Tanaka",
];
const SOURCES: [&str; 4] = ["registration", "order", "survey", "contest"];
const HOSTS: [&str; 4] = ["mail.example", "post.example", "inbox.example", "letters.example"];
/// What was asked for company and for partner mail: more yes than no, some never asked.
const COMPANY: [&str; 10] = ["yes", "yes", "yes", "yes", "yes", "yes", "yes", "no", "no", ""];
const PARTNER: [&str; 7] = ["yes", "no", "yes", "", "no", "yes", "no"];

/// The people as a file that `consentry import recipients` takes.
pub(super) fn csv() -> String {
    let mut text = String::from("address,name,locale,time_zone,source,company,partner,consented_at,wording\n");
    let pick = |from: &[&'static str], at: usize| from.get(at % from.len()).copied().unwrap_or_default();
    for number in 0..PEOPLE {
        let (first, last) = (pick(&FIRST, number), pick(&LAST, number / FIRST.len()));
        let source = pick(&SOURCES, number);
        let row = writeln!(
            text,
            "{user}{number}@{host},{first} {last},en,Europe/London,{source},{company},{partner},2026-0{month}-15,\
             \"Send me news from Harbour Books, and offers from its partners if I ticked that box ({source} form).\"",
            user = last.to_lowercase(),
            host = pick(&HOSTS, number / 3),
            company = pick(&COMPANY, number),
            partner = pick(&PARTNER, number),
            month = number % 9 + 1,
        );
        // Writing into a String cannot fail; a row that is missing would show in the counts.
        debug_assert!(row.is_ok());
    }
    text
}
