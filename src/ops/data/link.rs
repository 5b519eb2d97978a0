//! A fresh link for somebody who has none at hand. Nobody can tell from the answer, or from how long it takes, whether an
//! address is known here.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use super::{has_room, letters, words_of};
use crate::clock;
use crate::domain::Address;
use crate::domain::address::AddressError;
use crate::domain::throttle::Rate;
use crate::ops::App;
use crate::ops::unsubscribe::Request;
use crate::store::{Db, StoreError, recipients, throttles};
use crate::words::Words;

/// When the answer is given: later than the work takes, so that the work cannot be timed.
const ANSWER_AFTER: Duration = Duration::from_millis(300);
/// Links that one network can ask for in an hour. An office or a mobile carrier shares one; a list of addresses to try
/// has more.
const FROM_A_NETWORK: u32 = 60;

/// Why nothing was asked for.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// What was typed is no address.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The database said no.
    #[error("the link could not be posted")]
    Store(#[from] StoreError),
}

/// Mails a link to the preference page to whoever it is, if we know them. Every address gets the same work and the same
/// answer at the same time; who asks too often gets the answer and no letter.
///
/// # Errors
/// See [`LinkError`].
pub async fn link(app: &App, typed: &str, sent: &Request, page: Words) -> Result<Address, LinkError> {
    let started = Instant::now();
    let address = Address::parse(typed.trim())?;
    let (hash, network) = (app.keys.ring().hash_address(&address), network(&sent.evidence.ip));
    let owned = app.clone();
    let posted = move |db: &mut Db| {
        let now = clock::now();
        let name = format!("{}{network}", letters::FROM);
        let from_here = throttles::take(db, &name, Rate::hourly(FROM_A_NETWORK), 1, now)?.granted > 0;
        let person = recipients::find_by_hash(db, hash)?.filter(|person| person.address.is_some());
        let to_them = has_room(db, hash, now)?;
        if let Some(person) = person.filter(|_| from_here && to_them) {
            letters::preferences(&owned, db, &person, words_of(&person, page), now)?;
        }
        Ok::<_, StoreError>(())
    };
    let posted = app.store.write(Vec::new(), posted).await;
    tokio::time::sleep_until((started + ANSWER_AFTER).into()).await;
    posted?;
    Ok(address)
}

/// What one household or company has: a /24 of IPv4, a /64 of IPv6.
fn network(ip: &str) -> String {
    match ip.parse::<IpAddr>().map(|ip| ip.to_canonical()) {
        Ok(IpAddr::V4(ip)) => {
            let [a, b, c, _] = ip.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        Ok(IpAddr::V6(ip)) => {
            let [a, b, c, d, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        Err(_) => "nowhere".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_what_one_household_has() {
        for (ip, expected) in [
            ("203.0.113.77", "203.0.113.0/24"),
            ("::ffff:203.0.113.77", "203.0.113.0/24"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("", "nowhere"),
        ] {
            assert_eq!(network(ip), expected);
        }
    }
}
