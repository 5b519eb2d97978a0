//! Token buckets, one for the relay and one for each throttled domain, shared by all nodes.

use chrono::{DateTime, Duration, Utc};
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

/// What the names of buckets begin with that count the tries of people, and are full again after an hour.
pub const BY_HOUR: &str = "try an hour ";
/// The same after a day.
pub const BY_DAY: &str = "try a day ";
/// What the names of buckets begin with that hold an alarm back until the next one; each is kept for a day.
pub const ALARM: &str = "try alarm ";

/// Takes one out of each of these buckets, or nothing out of any: then it returns the place of one that is empty, and has
/// written nothing. Run inside a write transaction.
///
/// # Errors
/// The database says no.
pub fn take_of_each(db: &mut Db, buckets: &[(String, Rate)], now: DateTime<Utc>) -> Result<Option<usize>, StoreError> {
    for (place, (name, rate)) in buckets.iter().enumerate() {
        if found(db, name)?.is_some_and(|bucket| bucket.take(*rate, 1, now).granted == 0) {
            return Ok(Some(place));
        }
    }
    // By name, so that two of them do not wait for each other on PostgreSQL.
    let mut in_order: Vec<_> = buckets.iter().enumerate().collect();
    in_order.sort_by_key(|(_, (name, _))| name.clone());
    let mut left = Vec::with_capacity(in_order.len());
    for (place, (name, rate)) in in_order {
        let taken = locked(db, name, *rate, now)?.take(*rate, 1, now);
        if taken.granted == 0 {
            return Ok(Some(place));
        }
        left.push((name, taken.left));
    }
    left.into_iter().try_for_each(|(name, bucket)| keep(db, name, bucket))?;
    Ok(None)
}

/// The buckets whose names begin so: the rest of the name, and when one took out of it last.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn named(db: &mut Db, beginning: &str) -> Result<Vec<(String, DateTime<Utc>)>, StoreError> {
    let rows = throttles::table.filter(throttles::name.like(format!("{beginning}%"))).order(throttles::name);
    let rows: Vec<(String, i64)> = rows.select((throttles::name, throttles::at)).load(db)?;
    let named = rows.into_iter().map(|(name, at)| {
        let rest = name.strip_prefix(beginning).unwrap_or(&name).to_owned();
        Ok((rest, time("throttles", at)?))
    });
    named.collect()
}

/// Drops a page of each kind of buckets of tries that are full again by `now`. Returns how many there were.
///
/// # Errors
/// The database says no.
pub fn drop_tries(db: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let mut dropped = 0;
    for (beginning, hours) in [(BY_HOUR, 1), (BY_DAY, 24), (ALARM, 24)] {
        let drop = format!(
            "DELETE FROM throttles WHERE name IN \
             (SELECT name FROM throttles WHERE name LIKE '{beginning}%' AND at < $1 LIMIT $2)"
        );
        dropped += page(db, &drop, now - Duration::hours(hours))?;
    }
    Ok(dropped)
}

/// The bucket, where there is one.
fn found(db: &mut Db, name: &str) -> Result<Option<Bucket>, StoreError> {
    let columns = (throttles::micro, throttles::at);
    let row: Option<(i64, i64)> = throttles::table.find(name).select(columns).first(db).optional()?;
    row.map(|(micro, at)| Ok(Bucket { micro, at: time("throttles", at)? })).transpose()
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
