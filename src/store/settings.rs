//! Facts about the database as a whole.

use diesel::prelude::*;

use super::db::Db;
use super::error::StoreError;
use super::schema::settings;

/// The name of the row that tells which address key the hashes were made with.
const KEY_FINGERPRINT: &str = "address_key_fingerprint";

/// Whether the database's hashes were made with the key of `fingerprint`; a database without hashes takes the key.
///
/// # Errors
/// The database says no.
pub fn belongs_to_key(db: &mut Db, fingerprint: &[u8; 32]) -> Result<bool, StoreError> {
    let ours = data_encoding::HEXLOWER.encode(fingerprint);
    let stored = |db: &mut Db| -> Result<Option<String>, StoreError> {
        let row = settings::table.find(KEY_FINGERPRINT).select(settings::value).first(db);
        Ok(row.optional()?)
    };
    if let Some(theirs) = stored(db)? {
        return Ok(theirs == ours);
    }
    db.write(|db| {
        if let Some(theirs) = stored(db)? {
            return Ok(theirs == ours);
        }
        let row = (settings::name.eq(KEY_FINGERPRINT), settings::value.eq(&ours));
        diesel::insert_into(settings::table).values(row).execute(db)?;
        Ok(true)
    })
}
