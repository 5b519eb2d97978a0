//! How often people may ask, counted in buckets that all nodes share. No opt-out is ever counted.
//!
//! # Whose buckets
//! What anybody can ask for by typing an address is counted for the network that asks, for the mailbox, for the domain that
//! receives it, and for all together; all of these in an hour and in a day. A request takes from all of them or from none:
//! one that is refused writes nothing, so whoever has used up their own room takes nobody else's. A person who holds a
//! link of ours asks from buckets of their own, which no stranger can reach.
//!
//! # How much
//! An hour's bucket fills within the hour, a day's within the day. A domain gets a tenth of what goes to all, a mailbox
//! provider where many people have their mailbox a half: so nobody's own mail server is flooded by addresses that are made
//! up there, and a form that is busy is not slowed down. When one of the buckets of all is empty, that is an alarm: a line in
//! the log at level `warn`, at most one an hour, and a finding of `consentry check` for a day.

use std::net::IpAddr;

use chrono::{DateTime, Utc};

use crate::domain::address::is_public_provider;
use crate::domain::throttle::Rate;
use crate::domain::{Address, AddressHash, RecipientId};
use crate::link::KeyRing;
use crate::store::throttles::{self, ALARM, BY_DAY, BY_HOUR};
use crate::store::{Db, StoreError};

/// Times an hour's worth that a day has room for: people ask by day, and somebody who means harm asks all the time.
const HOURS_OF_A_DAY: u32 = 6;
/// Children's addresses that anybody can type in an hour, all together.
const CHILDREN: u32 = 200;

/// A mailbox as far as anybody can count it: however its address is written, by a keyed hash, and where it is.
#[derive(Clone, Debug)]
pub(super) struct Mailbox {
    hash: AddressHash,
    domain: AddressHash,
    /// Whether the domain is of a provider where many people have their mailbox.
    public: bool,
}

impl Mailbox {
    pub(super) fn of(ring: &KeyRing, address: &Address) -> Self {
        Self {
            hash: ring.hash_mailbox(address),
            domain: ring.hash_domain(address.domain()),
            public: is_public_provider(address.domain()),
        }
    }
}

/// What somebody asks for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Asking<'a> {
    /// A try to get a link, from a network: counted whether or not the address is known, so that nobody finds out by it.
    LinkFrom {
        /// The client's address.
        ip: &'a str,
    },
    /// The letter with a link to an address that somebody typed.
    LinkTo {
        /// Where it goes.
        mailbox: &'a Mailbox,
        /// What anybody can have written to everybody in an hour.
        all: u32,
    },
    /// A try to sign up, from a network.
    SignUpFrom {
        /// The client's address.
        ip: &'a str,
    },
    /// The letter of a sign-up.
    SignUpTo {
        /// Where it goes.
        mailbox: &'a Mailbox,
        /// What anybody can have written to everybody in an hour.
        all: u32,
    },
    /// A child's address that somebody typed: a family or a school has some, whoever wants to shut our lists up has more.
    ChildReport {
        /// The client's address.
        ip: &'a str,
        /// What was typed.
        mailbox: &'a Mailbox,
    },
    /// A letter that is asked for by a link of the person's: enough for every action once, too few to flood a mailbox.
    LetterTo(AddressHash),
    /// A receipt that is asked for by a link of the person's.
    ReceiptFor(RecipientId),
}

/// One of the things that are counted.
struct Counted {
    name: String,
    an_hour: u32,
    /// What it is called in an alarm, where many people run into it together.
    alarm: Option<&'static str>,
}

impl Counted {
    fn own(name: String, an_hour: u32) -> Self {
        Self { name, an_hour, alarm: None }
    }

    fn of_all(name: String, an_hour: u32, alarm: &'static str) -> Self {
        Self { name, an_hour, alarm: Some(alarm) }
    }
}

impl Asking<'_> {
    /// A few words for the log.
    const fn kind(&self) -> &'static str {
        match self {
            Self::LinkFrom { .. } => "link from a network",
            Self::LinkTo { .. } => "link to an address",
            Self::SignUpFrom { .. } => "sign-up from a network",
            Self::SignUpTo { .. } => "sign-up of an address",
            Self::ChildReport { .. } => "child from a network",
            Self::LetterTo(_) => "letter to an address",
            Self::ReceiptFor(_) => "receipt for a person",
        }
    }

    fn counted(&self) -> Vec<Counted> {
        match *self {
            Self::LinkFrom { ip } => networks("link", ip, 60),
            Self::LinkTo { mailbox, all } => to("link", mailbox, 8, all, ["links to one domain", "links"]),
            Self::SignUpFrom { ip } => networks("sign-up", ip, 60),
            Self::SignUpTo { mailbox, all } => to("sign-up", mailbox, 3, all, ["sign-ups of one domain", "sign-ups"]),
            Self::ChildReport { ip, mailbox } => {
                let mut counted = networks("child", ip, 20);
                counted.push(Counted::own(format!("child of {}", hex(mailbox.hash)), 3));
                counted.push(Counted::of_all("children".to_owned(), CHILDREN, "reports of children"));
                counted
            }
            Self::LetterTo(address) => vec![Counted::own(format!("letter to {}", hex(address)), 8)],
            Self::ReceiptFor(recipient) => vec![Counted::own(format!("receipt for {recipient}"), 3)],
        }
    }
}

fn hex(hash: AddressHash) -> String {
    data_encoding::HEXLOWER.encode(hash.as_bytes())
}

/// A household or an office shares its network; who has a larger one has not as many more people in it.
fn networks(what: &str, ip: &str, an_hour: u32) -> Vec<Counted> {
    let counted = networks_of(ip).into_iter().zip([1, 4]);
    counted.map(|(network, times)| Counted::own(format!("{what} from {network}"), an_hour * times)).collect()
}

fn to(what: &str, mailbox: &Mailbox, to_one: u32, all: u32, alarms: [&'static str; 2]) -> Vec<Counted> {
    let [of_domain, of_all] = alarms;
    let share = if mailbox.public { 2 } else { 10 };
    vec![
        Counted::own(format!("{what} to {}", hex(mailbox.hash)), to_one),
        Counted::of_all(format!("{what} at {}", hex(mailbox.domain)), (all / share).max(to_one), of_domain),
        Counted::of_all(format!("{what}s"), all, of_all),
    ]
}

/// What one household or company has, a /24 of IPv4 or a /64 of IPv6, and what one customer of a provider may have of IPv6:
/// a /48.
fn networks_of(ip: &str) -> Vec<String> {
    match ip.parse::<IpAddr>().map(|ip| ip.to_canonical()) {
        Ok(IpAddr::V4(ip)) => {
            let [a, b, c, _] = ip.octets();
            vec![format!("{a}.{b}.{c}.0/24")]
        }
        Ok(IpAddr::V6(ip)) => {
            let [a, b, c, d, ..] = ip.segments();
            vec![format!("{a:x}:{b:x}:{c:x}:{d:x}::/64"), format!("{a:x}:{b:x}:{c:x}::/48")]
        }
        Err(_) => vec!["nowhere".to_owned()],
    }
}

/// Counts a request where there is room for it everywhere, and tells whether there was; run inside a write transaction.
///
/// # Errors
/// The database says no.
pub(super) fn take(db: &mut Db, asking: &Asking<'_>, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let counted = asking.counted();
    let buckets = counted.iter().flat_map(|counted| {
        let (hour, day) = (Rate::hourly(counted.an_hour), Rate::daily(counted.an_hour.saturating_mul(HOURS_OF_A_DAY)));
        [(format!("{BY_HOUR}{}", counted.name), hour), (format!("{BY_DAY}{}", counted.name), day)]
    });
    let buckets: Vec<_> = buckets.collect();
    let Some(empty) = throttles::take_of_each(db, &buckets, now)? else { return Ok(true) };
    tracing::info!(refused = asking.kind(), "Somebody tries too often");
    if let Some((what, an_hour)) = counted.get(empty / 2).and_then(|counted| Some((counted.alarm?, counted.an_hour))) {
        alarm(db, what, an_hour, now)?;
    }
    Ok(false)
}

/// What many requests at once run into is told once an hour, without saying whose they are.
fn alarm(db: &mut Db, what: &'static str, an_hour: u32, now: DateTime<Utc>) -> Result<(), StoreError> {
    let bucket = (format!("{ALARM}{what}"), Rate::hourly(1));
    if throttles::take_of_each(db, &[bucket], now)?.is_none() {
        tracing::warn!(what, an_hour, "Strangers ask for more than they may; what is beyond that is refused");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_network_is_what_one_household_has_and_what_one_customer_has() {
        for (ip, expected) in [
            ("203.0.113.77", &["203.0.113.0/24"][..]),
            ("::ffff:203.0.113.77", &["203.0.113.0/24"]),
            ("2001:db8:1:2:3:4:5:6", &["2001:db8:1:2::/64", "2001:db8:1::/48"]),
            ("", &["nowhere"]),
        ] {
            assert_eq!(networks_of(ip), expected);
        }
    }

    #[test]
    fn whoever_asks_for_one_thing_takes_no_room_from_another() {
        let ring = KeyRing::generate().unwrap();
        let address = Address::parse("ada@example.org").unwrap();
        let (mailbox, ip, all) = (&Mailbox::of(&ring, &address), "2001:db8:1:2:3:4:5:6", 1000);
        let askings = [
            Asking::LinkFrom { ip },
            Asking::LinkTo { mailbox, all },
            Asking::SignUpFrom { ip },
            Asking::SignUpTo { mailbox, all },
            Asking::ChildReport { ip, mailbox },
            Asking::LetterTo(ring.hash_address(&address)),
            Asking::ReceiptFor(RecipientId::new(7)),
        ];
        let names: Vec<_> = askings.iter().flat_map(Asking::counted).map(|counted| counted.name).collect();
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len(), "{names:?}");
        assert!(names.iter().all(|name| !name.contains('@') && !name.contains("example")), "{names:?}");
    }
}
