//! Between columns and domain types: times are microseconds since 1970, hashes are 32 bytes, words are parsed.

use std::str::FromStr;

use chrono::{DateTime, Utc};

use super::error::StoreError;
use crate::domain::AddressHash;

/// A time as its column keeps it.
pub(super) fn micros(at: DateTime<Utc>) -> i64 {
    at.timestamp_micros()
}

/// A time as its column kept it.
///
/// # Errors
/// The number is no time.
pub fn time(table: &'static str, micros: i64) -> Result<DateTime<Utc>, StoreError> {
    DateTime::from_timestamp_micros(micros).ok_or_else(|| StoreError::bad_row(table, "a time out of range"))
}

/// A hash as its column kept it.
pub(super) fn hash(table: &'static str, bytes: &[u8]) -> Result<AddressHash, StoreError> {
    AddressHash::from_slice(bytes).ok_or_else(|| StoreError::bad_row(table, "a hash that has not 32 bytes"))
}

/// A word as its column kept it.
pub(super) fn word<T>(table: &'static str, text: &str) -> Result<T, StoreError>
where
    T: FromStr,
    T::Err: std::fmt::Display,
{
    text.parse().map_err(|error: T::Err| StoreError::bad_row(table, error))
}
