//! The words of the letters that these actions post, and the end of what they kept.

use chrono::{DateTime, Duration, Utc};

use crate::domain::action::{Action, Details, LETTER_HOURS};
use crate::domain::letter::{Block, Purpose, Target};
use crate::domain::more::More;
use crate::domain::{Address, RequestId};
use crate::ops::App;
use crate::ops::lists::{ListName, more_name};
use crate::store::letters::{NewLetter, OtherAddress, post};
use crate::store::recipients::Recipient;
use crate::store::requests::NewRequest;
use crate::store::{Db, StoreError, letters, requests};
use crate::words::Words;

/// Days after which what letters said and what was asked for is forgotten: long enough to answer somebody who asks what
/// a letter was, and the link in it has run out long before.
const KEPT_DAYS: i64 = 7;

/// Forgets a page of what is not needed any more: what letters said, and what was asked for. Returns how much there was of
/// whichever there was more of.
///
/// # Errors
/// The database says no.
pub fn housekeep(db: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let than = now - Duration::days(KEPT_DAYS);
    Ok(letters::forget_older(db, than)?.max(requests::forget_older(db, than)?))
}

/// The words above the button that lets more mail through. The ledger keeps them as they were shown.
pub(super) fn wording(more: &More<ListName>, sender: &str, words: Words) -> String {
    match more {
        More::On(list) => {
            let [kind, name] = list.values();
            words.plain_with("data-opt-in-wording", &[kind, name, ("sender", sender.to_owned().into())])
        }
        More::WeeklyCap(Some(cap)) => words.plain_with("data-opt-in-cap", &[("count", cap.get().into())]),
        More::WeeklyCap(None) => words.plain("data-opt-in-no-cap"),
        More::EndPause(list) => words.plain_with("data-opt-in-end-pause", &list.values()),
    }
}

/// The subject of a letter with a link.
pub(super) fn subject(action: Action, words: Words) -> String {
    words.plain(match action {
        Action::See => "data-letter-see-subject",
        Action::Leave => "data-letter-leave-subject",
        Action::Arrive => "data-letter-arrive-subject",
        Action::OptIn => "data-letter-opt-in-subject",
        Action::Download => "data-letter-download-subject",
        Action::Erase => "data-letter-erase-subject",
        Action::EraseChild | Action::NotChild => "child-mail-subject",
    })
}

/// What a letter with a link says.
///
/// # Errors
/// The database says no.
pub(super) fn with_link(
    app: &App,
    db: &mut Db,
    id: RequestId,
    asked: &NewRequest,
    words: Words,
) -> Result<Vec<Block>, StoreError> {
    let sender = app.settings.sender_name();
    let from = [("sender", sender.clone().into())];
    let (lead, label) = match asked.action {
        Action::See => (words.plain_with("data-letter-see", &from), words.plain("data-letter-see-link")),
        Action::Download => (words.plain_with("data-letter-download", &from), words.plain("data-letter-download-link")),
        Action::Erase => (words.plain_with("data-letter-erase", &from), words.plain("data-letter-erase-link")),
        Action::OptIn => (words.plain_with("data-letter-opt-in", &from), words.plain("data-letter-opt-in-link")),
        Action::EraseChild => (words.plain("child-mail-subject"), words.plain("child-mail-erase")),
        Action::NotChild => (words.plain("child-mail-subject"), words.plain("child-mail-not")),
        Action::Leave => (words.plain_with("data-letter-leave", &from), words.plain("data-letter-leave-link")),
        Action::Arrive => (words.plain_with("data-letter-arrive", &from), words.plain("data-letter-arrive-link")),
    };
    let mut blocks = vec![Block::Text(lead)];
    match &asked.details {
        Details::Nothing => {}
        Details::More(all) => {
            for more in all {
                let more = more.parse().map_err(|error| StoreError::bad_row("requests", error))?;
                blocks.push(Block::Text(wording(&more_name(db, &more)?, &sender, words)));
            }
        }
        // Whoever reads the old mailbox learns no more of the new one than they need.
        Details::Address(text) => {
            let masked = Address::parse(text).map_or_else(|_| "•••".to_owned(), |address| address.masked());
            blocks.push(Block::Text(words.plain_with("data-letter-new-address", &[("address", masked.into())])));
        }
    }
    let to = Target::Request { action: asked.action, request: id };
    blocks.push(Block::Link { label, to });
    let minutes = asked.action.link_lasts().num_minutes();
    blocks.push(Block::Text(words.plain_with("data-letter-minutes", &[("minutes", minutes.into())])));
    blocks.push(Block::Text(words.plain("data-letter-not-you")));
    Ok(blocks)
}

/// A letter without a link of its own.
pub(super) fn plain(
    person: &Recipient,
    purpose: Purpose,
    words: Words,
    subject: &str,
    now: DateTime<Utc>,
) -> NewLetter {
    NewLetter {
        recipient: person.id,
        purpose,
        language: words.language().tag().to_owned(),
        subject: words.plain(subject),
        blocks: Vec::new(),
        other: None,
        good_until: now + Duration::hours(LETTER_HOURS),
    }
}

/// Posts a link to the preference page.
///
/// # Errors
/// The database says no.
pub(super) fn preferences(
    app: &App,
    db: &mut Db,
    person: &Recipient,
    words: Words,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let blocks = vec![
        Block::Text(words.plain_with("data-letter-preferences", &[("sender", app.settings.sender_name().into())])),
        Block::Link { label: words.plain("data-letter-preferences-link"), to: Target::Preferences },
        Block::Text(words.plain("data-letter-not-you")),
    ];
    let letter = plain(person, Purpose::Preferences, words, "data-letter-preferences-subject", now);
    post(db, &NewLetter { blocks, ..letter }, now).map(|_| ())
}

/// Tells the old address that it is not used any more.
///
/// # Errors
/// The database says no.
pub(super) fn moved(
    app: &App,
    db: &mut Db,
    person: &Recipient,
    old: OtherAddress,
    words: Words,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let blocks = vec![
        Block::Text(words.plain_with("data-letter-moved", &[("sender", app.settings.sender_name().into())])),
        Block::Text(words.plain("data-letter-moved-wrong")),
    ];
    let letter = plain(person, Purpose::Moved, words, "data-letter-moved-subject", now);
    post(db, &NewLetter { blocks, other: Some(old), ..letter }, now).map(|_| ())
}
