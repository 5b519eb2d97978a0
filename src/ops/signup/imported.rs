//! A yes from a file whose source wants a confirmation (`double_opt_in`): it is asked for as a sign-up is.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};

use super::letter;
use crate::domain::signup::{SignUp, Wanted};
use crate::domain::{Scope, Stream};
use crate::ops::App;
use crate::store::recipients::NewRecipient;
use crate::store::{Db, StoreError, signups};
use crate::words::{Language, Words};

/// A person, the stream they said yes to, and the words that the file gives for it.
pub(in crate::ops) type Imported = (NewRecipient, Stream, Option<String>);

/// Keeps and posts one question for each person, with all that they said yes to; nobody is asked again while a question
/// waits for them. Returns how many yeses were asked about.
///
/// # Errors
/// The database says no.
pub(in crate::ops) fn ask(
    app: &App,
    db: &mut Db,
    imported: &[Imported],
    now: DateTime<Utc>,
) -> Result<u64, StoreError> {
    if imported.is_empty() {
        return Ok(0);
    }
    let hashes: Vec<_> = imported.iter().map(|(person, ..)| person.address_hash).collect();
    let waiting: HashSet<_> = signups::waiting(db, &hashes)?.into_iter().collect();
    let sender = app.settings.sender_name();
    let mut questions: BTreeMap<_, (&NewRecipient, Vec<Wanted>)> = BTreeMap::new();
    let mut asked = 0;
    for (person, stream, wording) in imported.iter().filter(|(person, ..)| !waiting.contains(&person.address_hash)) {
        let words = words_of(person);
        let list = match stream {
            Stream::Company => "company",
            Stream::Partner => "partners",
        };
        // What a person agrees to is shown to them, also where the file does not say what they were shown.
        let values = [("list", list.into()), ("name", "".into()), ("sender", sender.as_str().into())];
        let (wording, language) = match wording {
            Some(wording) => (wording.clone(), None),
            None => (words.plain_with("signup-box", &values), Some(words.language().tag().to_owned())),
        };
        let question = questions.entry(person.address_hash).or_insert_with(|| (person, Vec::new()));
        question.1.push(Wanted { scope: Scope::Stream(*stream), wording: Some(wording), language });
        asked += 1;
    }
    for (person, wanted) in questions.into_values() {
        let words = words_of(person);
        let sign_up = SignUp {
            address_hash: person.address_hash,
            address: Some(person.address.clone()),
            name: None,
            language: words.language().tag().to_owned(),
            wanted,
            source: person.source,
            asked_at: now,
            confirmed: None,
        };
        let id = signups::add(db, &sign_up)?;
        letter::post(app, db, id, &sign_up, letter::at(&app.keys.ring(), &person.address), false, words)?;
    }
    Ok(asked)
}

fn words_of(person: &NewRecipient) -> Words {
    Words::new(Language::choose(person.locale.as_ref(), None))
}
