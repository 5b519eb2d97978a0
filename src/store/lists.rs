//! Topics of the company stream, and partners.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::columns::micros;
use super::db::Db;
use super::error::StoreError;
use super::ids;
use super::ledger;
use super::schema::{partners, topics};
use crate::domain::verdict::NamedPartner;
use crate::domain::{PartnerId, Seq, TopicId};

/// A topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The id.
    pub id: TopicId,
    /// What people read.
    pub name: String,
}

/// A partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The id and the place in the ledger when it was added.
    pub named: NamedPartner,
    /// What people read.
    pub name: String,
}

/// Adds a topic; one of this name that is there already is returned as it is.
///
/// # Errors
/// The database says no.
pub fn add_topic(db: &mut Db, name: &str, now: DateTime<Utc>) -> Result<Topic, StoreError> {
    if let Some(topic) = topic_by_name(db, name)? {
        return Ok(topic);
    }
    let id = ids::small(now)?;
    let row = (topics::id.eq(id), topics::name.eq(name), topics::created_at.eq(micros(now)));
    diesel::insert_into(topics::table).values(row).execute(db)?;
    Ok(Topic { id: TopicId::new(id), name: name.to_owned() })
}

/// Adds a partner, at the present end of the ledger; one of this name that is there already is returned as it is.
///
/// # Errors
/// The database says no.
pub fn add_partner(db: &mut Db, name: &str, now: DateTime<Utc>) -> Result<Partner, StoreError> {
    if let Some(partner) = partner_by_name(db, name)? {
        return Ok(partner);
    }
    super::dialect::lock_ledger(db)?;
    let added_after = ledger::head(db)?.seq;
    let id = ids::small(now)?;
    diesel::insert_into(partners::table)
        .values((
            partners::id.eq(id),
            partners::name.eq(name),
            partners::added_after.eq(added_after.get()),
            partners::created_at.eq(micros(now)),
        ))
        .execute(db)?;
    Ok(Partner { named: NamedPartner { id: PartnerId::new(id), added_after }, name: name.to_owned() })
}

fn topic_of((id, name): (i64, String)) -> Topic {
    Topic { id: TopicId::new(id), name }
}

fn partner_of((id, name, added_after): (i64, String, i64)) -> Partner {
    Partner { named: NamedPartner { id: PartnerId::new(id), added_after: Seq::new(added_after) }, name }
}

/// A topic by its name.
///
/// # Errors
/// The database says no.
pub fn topic_by_name(db: &mut Db, name: &str) -> Result<Option<Topic>, StoreError> {
    let row = topics::table.filter(topics::name.eq(name)).select((topics::id, topics::name)).first(db);
    Ok(row.optional()?.map(topic_of))
}

/// A topic by its id.
///
/// # Errors
/// The database says no.
pub fn topic(db: &mut Db, id: TopicId) -> Result<Option<Topic>, StoreError> {
    Ok(topics::table.find(id.get()).select((topics::id, topics::name)).first(db).optional()?.map(topic_of))
}

/// Every topic, by name.
///
/// # Errors
/// The database says no.
pub fn topics(db: &mut Db) -> Result<Vec<Topic>, StoreError> {
    let rows: Vec<(i64, String)> = topics::table.order(topics::name).select((topics::id, topics::name)).load(db)?;
    Ok(rows.into_iter().map(topic_of).collect())
}

/// A partner by its name.
///
/// # Errors
/// The database says no.
pub fn partner_by_name(db: &mut Db, name: &str) -> Result<Option<Partner>, StoreError> {
    let by_name = partners::table.filter(partners::name.eq(name));
    let row = by_name.select((partners::id, partners::name, partners::added_after)).first(db);
    Ok(row.optional()?.map(partner_of))
}

/// A partner by its id.
///
/// # Errors
/// The database says no.
pub fn partner(db: &mut Db, id: PartnerId) -> Result<Option<Partner>, StoreError> {
    let columns = (partners::id, partners::name, partners::added_after);
    Ok(partners::table.find(id.get()).select(columns).first(db).optional()?.map(partner_of))
}

/// Every partner, by name.
///
/// # Errors
/// The database says no.
pub fn partners(db: &mut Db) -> Result<Vec<Partner>, StoreError> {
    let columns = (partners::id, partners::name, partners::added_after);
    let rows: Vec<(i64, String, i64)> = partners::table.order(partners::name).select(columns).load(db)?;
    Ok(rows.into_iter().map(partner_of).collect())
}
