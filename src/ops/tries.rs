//! How often people may ask: so many an hour for each address, each person and each network, counted in buckets that all
//! nodes share. No opt-out is ever counted.

use std::net::IpAddr;

use chrono::{DateTime, Utc};

use crate::domain::throttle::Rate;
use crate::domain::{AddressHash, RecipientId};
use crate::store::throttles::{self, TRIES};
use crate::store::{Db, StoreError};

/// What is counted. Every bucket of it is full again after an hour, and says nothing then.
#[derive(Clone, Copy, Debug)]
pub(super) enum Try<'a> {
    /// Letters to one address: enough for every action once, too few to flood anybody's mailbox.
    LetterTo(AddressHash),
    /// Links asked for from the network of an IP address. An office or a mobile carrier shares one; a list of addresses to
    /// try has more.
    LinkFrom(&'a str),
    /// Sign-ups from the network of an IP address.
    SignUpFrom(&'a str),
    /// Sign-ups of one address for which a letter is written.
    SignUpOf(AddressHash),
    /// Receipts that a person asks for.
    ReceiptFor(RecipientId),
    /// Children's addresses typed in the network of an IP address: a family or a school has some, whoever wants to shut
    /// our lists up has more.
    ChildFrom(&'a str),
}

impl Try<'_> {
    const fn an_hour(self) -> Rate {
        Rate::hourly(match self {
            Self::LetterTo(_) => 8,
            Self::LinkFrom(_) | Self::SignUpFrom(_) => 60,
            Self::SignUpOf(_) | Self::ReceiptFor(_) => 3,
            Self::ChildFrom(_) => 20,
        })
    }

    /// A few words for the log.
    const fn kind(self) -> &'static str {
        match self {
            Self::LetterTo(_) => "letter to an address",
            Self::LinkFrom(_) => "link from a network",
            Self::SignUpFrom(_) => "sign-up from a network",
            Self::SignUpOf(_) => "sign-up of an address",
            Self::ReceiptFor(_) => "receipt for a person",
            Self::ChildFrom(_) => "child from a network",
        }
    }

    fn bucket(self) -> String {
        let hex = |hash: AddressHash| data_encoding::HEXLOWER.encode(hash.as_bytes());
        let who = match self {
            Self::LetterTo(hash) => format!("letter to {}", hex(hash)),
            Self::LinkFrom(ip) => format!("link from {}", network(ip)),
            Self::SignUpFrom(ip) => format!("sign-up from {}", network(ip)),
            Self::SignUpOf(hash) => format!("sign-up of {}", hex(hash)),
            Self::ReceiptFor(recipient) => format!("receipt for {recipient}"),
            Self::ChildFrom(ip) => format!("child from {}", network(ip)),
        };
        format!("{TRIES}{who}")
    }
}

/// Counts one try and tells whether there was room for it; run inside a write transaction.
///
/// # Errors
/// The database says no.
pub(super) fn has_room(db: &mut Db, what: Try<'_>, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let fits = throttles::take(db, &what.bucket(), what.an_hour(), 1, now)?.granted > 0;
    if !fits {
        tracing::info!(refused = what.kind(), "Somebody tries too often");
    }
    Ok(fits)
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

    #[test]
    fn whoever_asks_for_one_thing_takes_no_room_from_another() {
        let hash = AddressHash::new([7; 32]);
        let ip = "203.0.113.77";
        let all =
            [Try::LetterTo(hash), Try::SignUpOf(hash), Try::LinkFrom(ip), Try::SignUpFrom(ip), Try::ChildFrom(ip)];
        let buckets: std::collections::HashSet<_> = all.into_iter().map(Try::bucket).collect();
        assert_eq!(buckets.len(), 5);
        assert!(buckets.iter().all(|bucket| bucket.starts_with(TRIES)));
    }
}
