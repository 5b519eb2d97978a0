//! What is held against somebody, as far as the ledger decides it, and how one more word about the same thing changes it.

use super::hash::AddressHash;
use super::scope::Scope;
use super::suppression::SuppressionReason;

/// What a suppression is told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BarKey {
    /// The keyed hash of the address or of the domain.
    pub subject: AddressHash,
    /// What is barred.
    pub scope: Scope,
    /// Why.
    pub reason: SuppressionReason,
}

/// What stands under a [`BarKey`]. Times are microseconds since 1970, as the store keeps them: they are compared to the
/// last digit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Whether it is about a whole domain.
    pub is_domain: bool,
    /// Since when.
    pub since: i64,
    /// Until when; for ever where absent.
    pub until: Option<i64>,
    /// The request by which its person left the address, where the bar says no more than that.
    pub left_by: Option<Box<str>>,
}

impl Bar {
    /// What stands after `new` was put in force where `there` stood; none where nothing changes.
    ///
    /// One that is there already is only ever made stricter: the earlier beginning and the later end stay (G11), and what
    /// an address has because its person left it becomes whatever is said now.
    pub fn put(there: Option<&Self>, new: Self) -> Option<Self> {
        let Some(there) = there else { return Some(new) };
        if there.left_by.is_some() && new.left_by.is_none() {
            return Some(Self { left_by: None, ..there.clone() });
        }
        let end = there.until?;
        new.until.is_none_or(|later| later > end).then(|| Self { until: new.until, ..there.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(since: i64, until: Option<i64>, left: bool) -> Bar {
        Bar { is_domain: false, since, until, left_by: left.then(|| "request 1".into()) }
    }

    #[test]
    fn a_bar_that_is_put_twice_only_gets_stricter() {
        assert_eq!(Bar::put(None, bar(1, Some(5), false)), Some(bar(1, Some(5), false)));
        assert_eq!(Bar::put(Some(&bar(1, Some(5), false)), bar(2, Some(4), false)), None);
        assert_eq!(Bar::put(Some(&bar(1, Some(5), false)), bar(2, Some(6), false)), Some(bar(1, Some(6), false)));
        assert_eq!(Bar::put(Some(&bar(1, Some(5), false)), bar(2, None, false)), Some(bar(1, None, false)));
        assert_eq!(Bar::put(Some(&bar(1, None, false)), bar(2, Some(9), false)), None);
    }

    #[test]
    fn a_bar_of_an_address_that_was_left_becomes_whatever_is_said_now() {
        assert_eq!(Bar::put(Some(&bar(1, None, true)), bar(2, None, false)), Some(bar(1, None, false)));
        assert_eq!(Bar::put(Some(&bar(1, None, false)), bar(2, None, true)), None);
        assert_eq!(Bar::put(Some(&bar(1, None, true)), bar(2, None, true)), None);
    }
}
