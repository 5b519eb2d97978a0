//! Taking a sign-up in: it is looked at, kept, and answered by a letter to the address.

use super::{Offer, letter, offer};
use crate::clock;
use crate::domain::consent::Source;
use crate::domain::recipient::Name;
use crate::domain::signup::{SignUp, Wanted};
use crate::domain::suppression::SuppressionReason;
use crate::domain::{Address, Scope, Stream};
use crate::ops::App;
use crate::ops::patience;
use crate::ops::tries::{self, Asking, Mailbox};
use crate::ops::unsubscribe::Evidence;
use crate::store::{Db, StoreError, signups, suppressions};
use crate::words::Words;

/// What was typed, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The address.
    pub address: String,
    /// The name.
    pub name: String,
    /// The boxes that were ticked.
    pub wants: Vec<String>,
    /// Whether they are old enough, where they said.
    pub old_enough: Option<bool>,
    /// Whether the browser sent `Sec-GPC: 1`: then no partner mail is asked for, whatever was ticked (CONFORMANCE J5).
    pub gpc: bool,
}

/// What is wrong with the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressFault {
    /// Nothing was typed.
    Missing,
    /// It is no address.
    NotOne,
}

/// What is wrong with the boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WantsFault {
    /// None was ticked.
    Nothing,
    /// One is not there any more.
    Gone,
}

/// What is wrong with a form, field by field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// The address.
    pub address: Option<AddressFault>,
    /// The name cannot be used.
    pub name: bool,
    /// The boxes.
    pub wants: Option<WantsFault>,
    /// The age was not said.
    pub age: bool,
}

/// What became of a sign-up.
#[derive(Clone, Debug)]
pub enum Asked {
    /// It is kept, and a letter goes out if one may.
    Kept {
        /// Whether partner mail was ticked and left out because of the browser's signal.
        partner_left_out: bool,
    },
    /// They are too young; nothing is kept.
    TooYoung,
    /// Something is to be typed again; nothing is kept.
    Faulty(Faults),
    /// Too many from this network; nothing is kept.
    TooMany,
}

/// A good form.
struct Good {
    address: Address,
    name: Option<Name>,
    wanted: Vec<Wanted>,
    partner_left_out: bool,
}

/// Takes a sign-up in. The answer is the same for every address, and comes at the same time (CONFORMANCE A11); see the module above for who gets a
/// letter.
///
/// # Errors
/// The database says no.
pub async fn ask(app: &App, words: Words, typed: &Typed, evidence: &Evidence) -> Result<Asked, StoreError> {
    if typed.old_enough == Some(false) {
        return Ok(Asked::TooYoung);
    }
    let language = words.language().tag();
    let good = match look_at(typed, &offer(app, words).await?, language) {
        Ok(good) => good,
        Err(faults) => return Ok(Asked::Faulty(faults)),
    };
    let time = patience::same_for_all();
    let ring = app.keys.ring();
    let (other, mailbox) = (letter::at(&ring, &good.address), Mailbox::of(&ring, &good.address));
    let partner_left_out = good.partner_left_out;
    let sign_up = SignUp {
        address_hash: other.hash,
        address: Some(good.address),
        name: good.name,
        language: language.to_owned(),
        wanted: good.wanted,
        source: Source::Registration,
        asked_at: clock::now(),
        confirmed: None,
    };
    let ip = evidence.ip.clone();
    let owned = app.clone();
    let kept = app.store.write(Vec::new(), move |db| {
        if !tries::take(db, &Asking::SignUpFrom { ip: &ip }, sign_up.asked_at)? {
            return Ok(Asked::TooMany);
        }
        if let Some(reported) = may_be_asked(&owned, db, &sign_up, &mailbox)? {
            let id = signups::add(db, &sign_up)?;
            letter::post(&owned, db, id, &sign_up, other.clone(), reported, words)?;
        }
        Ok(Asked::Kept { partner_left_out })
    });
    patience::not_before(time, kept).await
}

/// Whether a letter is written, and then whether somebody said that the address is a child's, which the letter tells. None
/// goes to a child's, and not more than a few to one mailbox.
fn may_be_asked(app: &App, db: &mut Db, sign_up: &SignUp, mailbox: &Mailbox) -> Result<Option<bool>, StoreError> {
    let held = suppressions::against(db, &[sign_up.address_hash])?;
    let barred_by = |reason| held.iter().any(|held| held.suppression.reason == reason);
    if barred_by(SuppressionReason::ReportedChild) {
        return Ok(None);
    }
    let all = app.settings.letters_an_hour;
    let fits = tries::take(db, &Asking::SignUpTo { mailbox, all }, sign_up.asked_at)?;
    Ok(fits.then(|| barred_by(SuppressionReason::SaidChild)))
}

/// Reads what was typed on a form in this language.
fn look_at(typed: &Typed, offer: &Offer, language: &str) -> Result<Good, Faults> {
    let mut faults = Faults { age: typed.old_enough.is_none(), ..Faults::default() };
    let address = match typed.address.trim() {
        "" => Err(AddressFault::Missing),
        text => Address::parse(text).map_err(|_| AddressFault::NotOne),
    };
    let name = Name::parse(&typed.name);
    let mut scopes: Option<Vec<Scope>> = typed.wants.iter().map(|word| word.parse().ok()).collect();
    let mut partner_left_out = false;
    if let Some(scopes) = scopes.as_mut().filter(|_| typed.gpc) {
        let ticked = scopes.len();
        scopes.retain(|scope| scope.stream() != Some(Stream::Partner));
        partner_left_out = scopes.len() < ticked;
    }
    let offered = scopes.map(|scopes| scopes.into_iter().map(|scope| offer.find(scope)).collect::<Option<Vec<_>>>());
    let wanted = match offered.flatten() {
        None => Err(WantsFault::Gone),
        Some(offered) if offered.is_empty() => Err(WantsFault::Nothing),
        Some(offered) => {
            let wanted = offered.into_iter().map(|ticked| Wanted {
                scope: ticked.scope,
                wording: Some(ticked.wording.clone()),
                language: Some(language.to_owned()),
            });
            Ok(wanted.collect::<Vec<_>>())
        }
    };
    faults.address = address.as_ref().err().copied();
    faults.wants = wanted.as_ref().err().copied();
    faults.name = name.is_err();
    match (address, name, wanted) {
        (Ok(address), Ok(name), Ok(wanted)) if !faults.age => Ok(Good { address, name, wanted, partner_left_out }),
        _ => Err(faults),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::signup::Offered;

    fn offer() -> Offer {
        let offered = |scope: Scope| Offered { scope, label: scope.to_string(), wording: format!("{scope}, please") };
        Offer {
            company: vec![offered(Scope::Stream(Stream::Company)), offered("topic:7".parse().unwrap())],
            partners: vec![offered("partner:9".parse().unwrap())],
        }
    }

    fn typed(wants: &[&str]) -> Typed {
        Typed {
            address: " ada@example.org ".to_owned(),
            name: String::new(),
            wants: wants.iter().map(|word| (*word).to_owned()).collect(),
            old_enough: Some(true),
            gpc: false,
        }
    }

    #[test]
    fn what_is_kept_are_the_words_beside_each_box_that_was_ticked() {
        let good =
            look_at(&typed(&["topic:7", "partner:9"]), &offer(), "en").unwrap_or_else(|faults| panic!("{faults:?}"));
        let words: Vec<_> = good.wanted.iter().filter_map(|wanted| wanted.wording.as_deref()).collect();
        assert_eq!(words, ["topic:7, please", "partner:9, please"]);
        assert_eq!(good.address.to_string(), "ada@example.org");
    }

    /// CONFORMANCE J5.
    #[test]
    fn j5_who_asks_for_privacy_asks_for_no_partner_mail_and_for_nothing_where_that_was_all() {
        let both = Typed { gpc: true, ..typed(&["topic:7", "partner:9"]) };
        let good = look_at(&both, &offer(), "en").unwrap_or_else(|faults| panic!("{faults:?}"));
        let scopes: Vec<_> = good.wanted.iter().map(|wanted| wanted.scope.to_string()).collect();
        assert_eq!((scopes.concat().as_str(), good.partner_left_out), ("topic:7", true));
        let faults = look_at(&Typed { gpc: true, ..typed(&["partner:9"]) }, &offer(), "en").err().unwrap();
        assert_eq!(faults.wants, Some(WantsFault::Nothing));
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let bad = Typed { address: "ada".to_owned(), name: "A\nB".to_owned(), ..Typed::default() };
        let faults = look_at(&bad, &offer(), "en").err().unwrap();
        let expected =
            Faults { address: Some(AddressFault::NotOne), name: true, wants: Some(WantsFault::Nothing), age: true };
        assert_eq!(faults, expected);
    }

    #[test]
    fn nobody_signs_up_for_what_is_not_offered() {
        for scope in ["partner", "everything", "topic:8", "partner:7", "x"] {
            let faults = look_at(&typed(&["company", scope]), &offer(), "en").err().unwrap();
            assert_eq!(faults.wants, Some(WantsFault::Gone), "{scope}");
        }
    }
}
