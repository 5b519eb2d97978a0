//! What people do with their own data: each action is asked for on a page, by whoever has a link to it, and completed by a
//! link that goes to the address itself, works for half an hour and is for that one thing (SPEC section 4).
//!
//! A request is done once. Its link, used again, says what was done and changes nothing.

mod correct;
mod download;
mod erase;
mod letters;
mod link;
mod more;
mod opened;
mod relocate;

use chrono::{DateTime, Duration, Utc};

use super::App;
use super::lists::ListName;
use super::preferences::recipient_of;
use super::standing::masked;
use super::traces::Traces;
use super::tries::{self, Asking};
use super::unsubscribe::ChoiceError;
use crate::clock;
use crate::domain::action::{Action, Details, LETTER_HOURS};
use crate::domain::letter::Purpose;
use crate::domain::more::More;
use crate::domain::recipient::Locale;
use crate::domain::{Address, RecipientId, RequestId};
use crate::store::letters::{NewLetter, OtherAddress};
use crate::store::recipients::Recipient;
use crate::store::requests::NewRequest;
use crate::store::{Db, StoreError, people, requests};
use crate::words::{Language, Words};

pub use correct::{Field, Typed, correct};
pub use download::{Copy, Person, download};
pub use erase::{erase, erase_by_staff};
pub use letters::housekeep;
pub use link::{LinkError, link};
pub use more::{StaysOff, opt_in};
pub use opened::{Opened, Yes, answers_a_report, language_of, open};
pub use relocate::{arrive, leave};

/// What a person asks for on a page.
#[derive(Clone, Debug)]
pub enum Wish {
    /// A link to see and correct their facts.
    See,
    /// A link to a copy of everything.
    Download,
    /// A link to have everything erased.
    Erase,
    /// A link to get more mail than now.
    More(Vec<More>),
    /// A link to change the address to this one.
    Move(Address),
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// The link, or the database.
    #[error(transparent)]
    Choice(#[from] ChoiceError),
    /// The link was ours and has run out.
    #[error("the link has run out")]
    Expired,
    /// These fields hold what cannot be what they are for.
    #[error("some of the fields cannot be read")]
    Wrong(Vec<Field>),
    /// The age band is a child's: what may then be kept of them is decided by a report (CONFORMANCE J8).
    #[error("the age band is below the limit")]
    TooYoung,
}

impl From<StoreError> for DataError {
    fn from(error: StoreError) -> Self {
        Self::Choice(error.into())
    }
}

/// What became of a wish.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Whose.
    pub recipient: RecipientId,
    /// Whose it is, masked: where the letter goes.
    pub masked_address: String,
    /// Their language.
    pub locale: Option<Locale>,
    /// Whether a letter was posted; not where there were too many of them within an hour.
    pub posted: bool,
}

/// What became of the act behind a mailed link.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It had been done before; nothing was changed now.
    Before(DateTime<Utc>),
    /// The facts are as they were typed.
    Corrected,
    /// A link went to the new address.
    Half,
    /// The address is the new one.
    Moved,
    /// Somebody said yes to more mail.
    More {
        /// What holds from now on.
        given: Vec<More<ListName>>,
        /// What was recorded and does not come all the same.
        off: Vec<StaysOff>,
    },
    /// Nothing is left in any table but the keyed hash.
    Erased(Traces),
    /// The same of a child whose address was reported.
    ChildErased {
        /// The address as it was, masked.
        masked_address: String,
        /// What is left in the database's own files.
        traces: Traces,
    },
    /// The report that the address is a child's is lifted.
    ReportLifted {
        /// Whether another report stands, which only staff lift.
        stays: bool,
    },
}

/// Asks for something: posts the letter that completes it. Whoever holds any link of the person's can do this, and it
/// changes nothing.
///
/// # Errors
/// See [`DataError`].
pub async fn ask(app: &App, token: &str, wish: Wish, page: Words) -> Result<Asked, DataError> {
    let recipient = recipient_of(app, token)?;
    let app_ = app.clone();
    app.store.write(vec![recipient], move |db| commit_ask(&app_, db, recipient, &wish, page)).await
}

fn commit_ask(app: &App, db: &mut Db, recipient: RecipientId, wish: &Wish, page: Words) -> Result<Asked, DataError> {
    let person = people::lock(db, recipient)?.filter(|person| person.address.is_some());
    let person = person.ok_or(ChoiceError::NobodyKnown)?;
    let now = clock::now();
    let posted = tries::take(db, &Asking::LetterTo(person.address_hash), now)?;
    if posted {
        let words = words_of(&person, page);
        let (action, details) = match wish {
            Wish::See => (Action::See, Details::Nothing),
            Wish::Download => (Action::Download, Details::Nothing),
            Wish::Erase => (Action::Erase, Details::Nothing),
            Wish::More(more) => (Action::OptIn, Details::More(more.iter().map(ToString::to_string).collect())),
            Wish::Move(address) => (Action::Leave, Details::Address(address.to_string())),
        };
        request(app, db, &person, action, details, None, words, now)?;
    }
    Ok(Asked { recipient: person.id, masked_address: masked(&person), locale: person.locale, posted })
}

/// The language that the person is written to in: their own, else that of the page.
pub(super) fn words_of(person: &Recipient, page: Words) -> Words {
    person
        .locale
        .as_ref()
        .map_or(page, |locale| Words::new(Language::choose(Some(locale), Some(page.language().tag()))))
}

/// Keeps a request and posts the letter with its link.
#[expect(clippy::too_many_arguments, reason = "each of them is another thing")]
fn request(
    app: &App,
    db: &mut Db,
    person: &Recipient,
    action: Action,
    details: Details,
    other: Option<OtherAddress>,
    words: Words,
    now: DateTime<Utc>,
) -> Result<RequestId, StoreError> {
    let language = words.language().tag().to_owned();
    let named = match &details {
        Details::Address(text) => Address::parse(text).ok().map(|address| app.keys.ring().hash_address(&address)),
        Details::Nothing | Details::More(_) => None,
    };
    let asked = NewRequest { recipient: person.id, action, details, other: named, language: language.clone() };
    let id = requests::add(db, &asked, now)?;
    let letter = NewLetter {
        recipient: person.id,
        purpose: Purpose::Link(action),
        language,
        subject: letters::subject(action, words),
        blocks: letters::with_link(app, db, id, &asked, words)?,
        other,
        good_until: now + Duration::hours(LETTER_HOURS),
    };
    crate::store::letters::post(db, &letter, now)?;
    Ok(id)
}
