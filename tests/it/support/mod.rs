//! What the journeys stand on.

pub(crate) mod browser;
pub(crate) mod certificate;
pub(crate) mod cluster;
pub(crate) mod finality;
pub(crate) mod house;
pub(crate) mod opensmtpd;
pub(crate) mod postfix;
pub(crate) mod raw_http;
pub(crate) mod scratch;
pub(crate) mod smtp_sink;
pub(crate) mod tables;
pub(crate) mod web;

/// Makes a test of each body twice: on SQLite and on PostgreSQL.
macro_rules! both_databases {
    ($($(#[$note:meta])* $name:ident($house:ident) $body:block)+) => {
        $(
            mod $name {
                #[test]
                fn on_sqlite() {
                    super::$name(&mut $crate::support::house::House::on_sqlite());
                }

                #[test]
                fn on_postgres() {
                    super::$name(&mut $crate::support::house::House::on_postgres());
                }
            }

            $(#[$note])*
            fn $name($house: &mut $crate::support::house::House) $body
        )+
    };
}
pub(crate) use both_databases;
