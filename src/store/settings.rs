//! Facts about the database as a whole.

use diesel::prelude::*;
use diesel::sql_types::Text;

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
    if let Some(theirs) = key_fingerprint(db)? {
        return Ok(theirs == ours);
    }
    db.write(|db| {
        // Several nodes may start for the first time at the same moment: the first one's key counts for all.
        diesel::sql_query("INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
            .bind::<Text, _>(KEY_FINGERPRINT)
            .bind::<Text, _>(&ours)
            .execute(db)?;
        Ok(key_fingerprint(db)?.is_some_and(|theirs| theirs == ours))
    })
}

/// The fingerprint, in hexadecimal, of the key that the database's hashes were made with; none where there are none.
///
/// # Errors
/// The database says no.
pub fn key_fingerprint(db: &mut Db) -> Result<Option<String>, StoreError> {
    Ok(settings::table.find(KEY_FINGERPRINT).select(settings::value).first(db).optional()?)
}
