//! The letter that asks whether it was them.

use chrono::Duration;

use crate::domain::action::LETTER_HOURS;
use crate::domain::letter::{Block, Purpose, Target};
use crate::domain::signup::{CONFIRM_HOURS, KEPT_HOURS, SignUp};
use crate::domain::{Address, RequestId};
use crate::link::KeyRing;
use crate::ops::App;
use crate::store::letters::{self, NewLetter, OtherAddress};
use crate::store::recipients::{self, STRANGER};
use crate::store::{Db, StoreError};
use crate::words::Words;

/// An address that is nobody's yet.
pub(super) fn at(ring: &KeyRing, address: &Address) -> OtherAddress {
    let (hash, domain_hash) = (ring.hash_address(address), ring.hash_domain(address.domain()));
    OtherAddress { address: address.clone(), hash, domain_hash }
}

/// Posts the letter; run inside a write transaction.
///
/// It is written to the stranger at this address, also where we know the person: so it makes no difference in anything
/// that can be seen from outside whether we do.
///
/// # Errors
/// The database says no.
pub(super) fn post(
    app: &App,
    db: &mut Db,
    id: RequestId,
    sign_up: &SignUp,
    other: OtherAddress,
    reported: bool,
    words: Words,
) -> Result<(), StoreError> {
    let sender = app.settings.sender_name();
    recipients::invite_stranger(db)?;
    let letter = NewLetter {
        recipient: STRANGER,
        purpose: Purpose::SignUp,
        language: sign_up.language.clone(),
        subject: words.plain_with("signup-letter-subject", &[("sender", sender.as_str().into())]),
        blocks: blocks(id, sign_up, &sender, reported.then(|| said_to_be_a_childs(app, words)), words),
        other: Some(other),
        good_until: sign_up.asked_at + Duration::hours(LETTER_HOURS),
    };
    letters::post(db, &letter, sign_up.asked_at).map(|_| ())
}

/// What else a yes says where somebody of whom we know nothing said that the address is a child's. The ledger keeps it.
pub(super) fn said_to_be_a_childs(app: &App, words: Words) -> String {
    words.plain_with("signup-child", &[("age", app.settings.age_limit.into())])
}

/// What the letter says. It has no name in it: whoever typed the address may have typed any, and this goes to somebody
/// who has not said yes.
fn blocks(id: RequestId, sign_up: &SignUp, sender: &str, reported: Option<String>, words: Words) -> Vec<Block> {
    let asked = words.plain_with("signup-letter-asked", &[("sender", sender.into())]);
    let wordings = sign_up.wanted.iter().filter_map(|wanted| wanted.wording.clone()).map(Block::Text);
    let open = words.plain_with("signup-letter-open", &[("hours", CONFIRM_HOURS.into())]);
    let to = Target::SignUp(id);
    let label = words.plain("signup-letter-link");
    let not = words.plain_with("signup-letter-not", &[("days", (KEPT_HOURS / 24).into())]);
    let mut blocks = vec![Block::Text(asked)];
    blocks.extend(wordings);
    blocks.extend(reported.map(Block::Text));
    blocks.extend([Block::Text(open), Block::Link { label, to }, Block::Text(not)]);
    blocks
}
