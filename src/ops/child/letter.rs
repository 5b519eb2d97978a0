//! The letter that tells a mailbox of a report: with one link everything is erased, with the other the report is lifted.

use chrono::{DateTime, Duration, Utc};

use crate::domain::action::{Action, Details, LETTER_HOURS};
use crate::domain::letter::{Block, Purpose, Target};
use crate::ops::App;
use crate::ops::data::words_of;
use crate::store::letters::{self, NewLetter};
use crate::store::recipients::Recipient;
use crate::store::requests::{self, NewRequest};
use crate::store::{Db, StoreError};
use crate::words::Words;

/// Posts it to the person's own address; run inside a write transaction.
///
/// # Errors
/// The database says no.
pub(super) fn post(
    app: &App,
    db: &mut Db,
    person: &Recipient,
    page: Words,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let words = words_of(person, page);
    let language = words.language().tag().to_owned();
    let mut link = |action, label: &str| {
        let (recipient, language) = (person.id, language.clone());
        let asked = NewRequest { recipient, action, details: Details::Nothing, other: None, language };
        let to = Target::Request { action, request: requests::add(db, &asked, now)? };
        Ok::<_, StoreError>(Block::Link { label: words.plain(label), to })
    };
    let links = [link(Action::NotChild, "child-mail-not")?, link(Action::EraseChild, "child-mail-erase")?];
    let values = [("sender", app.settings.sender_name().into()), ("age", app.settings.age_limit.into())];
    let mut blocks = vec![Block::Text(words.plain_with("child-mail-lead", &values))];
    blocks.extend(links);
    blocks.push(Block::Text(words.plain("child-mail-days")));
    let letter = NewLetter {
        recipient: person.id,
        purpose: Purpose::Reported,
        language,
        subject: words.plain("child-mail-subject"),
        blocks,
        other: None,
        good_until: now + Duration::hours(LETTER_HOURS),
    };
    letters::post(db, &letter, now).map(|_| ())
}
