//! What the journeys stand on.

pub(crate) mod house;
pub(crate) mod smtp_sink;
pub(crate) mod web;

/// Makes a test of each body twice: on SQLite and on PostgreSQL.
macro_rules! both_databases {
    ($($(#[$note:meta])* $name:ident($house:ident) $body:block)+) => {
        $(
            mod $name {
                #[expect(unused_imports, reason = "not every journey needs everything")]
                use super::*;

                $(#[$note])*
                #[test]
                fn on_sqlite() {
                    journey($crate::support::house::House::on_sqlite());
                }

                $(#[$note])*
                #[test]
                fn on_postgres() {
                    journey($crate::support::house::House::on_postgres());
                }

                #[allow(unused_mut, clippy::needless_pass_by_value, reason = "a house is given away")]
                fn journey(mut $house: $crate::support::house::House) $body
            }
        )+
    };
}
pub(crate) use both_databases;
