//! Identifiers. Each is made by the application, never by a database sequence, so any node can make one.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(i64);

        impl $name {
            /// Wraps a raw number, as read from the store or from a verified token.
            pub const fn new(raw: i64) -> Self {
                Self(raw)
            }

            /// The raw number.
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.trim().parse().map(Self)
            }
        }
    };
}

identifier!(
    /// A recipient: one person, one address.
    RecipientId
);
identifier!(
    /// A campaign: one mailing in one stream.
    CampaignId
);
identifier!(
    /// A letter: one message written for one recipient.
    LetterId
);
identifier!(
    /// Something that a recipient asked for and that a mailed link completes.
    RequestId
);
identifier!(
    /// A topic of the company stream.
    TopicId
);
identifier!(
    /// A named partner.
    PartnerId
);
identifier!(
    /// A process that sends: one run of the binary, never used again by another run.
    NodeId
);
identifier!(
    /// The place of an entry in the ledger, counted from 1 without gaps, in the order the entries became true.
    Seq
);

/// The number of a version of the privacy policy, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PolicyVersion(pub i32);

impl PolicyVersion {
    /// The version that there is from the start.
    pub const FIRST: Self = Self(1);
}

impl fmt::Display for PolicyVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for PolicyVersion {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.trim().parse().map(Self)
    }
}
