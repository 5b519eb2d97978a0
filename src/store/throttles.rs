//! Token buckets, one for the relay and one for each throttled domain, shared by all nodes.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::columns::{micros, time};
use super::db::Db;
use super::error::StoreError;
use super::older::page;
use super::schema::throttles;
use crate::domain::throttle::{Bucket, Rate, Taken};

/// Takes up to `wanted` messages out of a bucket; run inside a write transaction, which holds the bucket until its end.
///
/// # Errors
/// The database says no.
pub fn take(db: &mut Db, name: &str, rate: Rate, wanted: i64, now: DateTime<Utc>) -> Result<Taken, StoreError> {
    let bucket = locked(db, name, rate, now)?;
    let taken = bucket.take(rate, wanted, now);
    keep(db, name, taken.left)?;
    Ok(taken)
}

/// Puts back what was taken in this transaction and not used.
///
/// # Errors
/// The database says no.
pub fn put_back(db: &mut Db, name: &str, rate: Rate, taken: Taken, unused: i64) -> Result<(), StoreError> {
    if unused > 0 { keep(db, name, taken.left.put_back(rate, unused)) } else { Ok(()) }
}

/// Names of buckets that count the tries of people; all of them fill within the hour.
pub const TRIES: &str = "try ";

/// Drops a page of the buckets of tries that nobody has taken from since `than`. Returns how many there were.
///
/// # Errors
/// The database says no.
pub fn drop_tries(db: &mut Db, than: DateTime<Utc>) -> Result<usize, StoreError> {
    let drop = format!(
        "DELETE FROM throttles WHERE name IN (SELECT name FROM throttles WHERE name LIKE '{TRIES}%' AND at < $1 LIMIT $2)"
    );
    page(db, &drop, than)
}

/// The bucket, made full if there is none. The upsert locks its row on PostgreSQL until the transaction ends.
fn locked(db: &mut Db, name: &str, rate: Rate, now: DateTime<Utc>) -> Result<Bucket, StoreError> {
    let full = Bucket::full(rate, now);
    diesel::sql_query(
        "INSERT INTO throttles (name, micro, at) VALUES ($1, $2, $3) \
         ON CONFLICT (name) DO UPDATE SET micro = throttles.micro",
    )
    .bind::<Text, _>(name)
    .bind::<BigInt, _>(full.micro)
    .bind::<BigInt, _>(micros(full.at))
    .execute(db)?;
    let (micro, at): (i64, i64) = throttles::table.find(name).select((throttles::micro, throttles::at)).first(db)?;
    Ok(Bucket { micro, at: time("throttles", at)? })
}

fn keep(db: &mut Db, name: &str, bucket: Bucket) -> Result<(), StoreError> {
    diesel::update(throttles::table.find(name))
        .set((throttles::micro.eq(bucket.micro), throttles::at.eq(micros(bucket.at))))
        .execute(db)?;
    Ok(())
}
