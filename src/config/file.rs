//! The settings file: TOML, flat, unknown keys refused.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;

use super::{Fault, KEYS};

/// A value as the file may give it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Value {
    Text(String),
    Number(i64),
    List(Vec<String>),
}

/// The values of the file by their names; none where there is no file.
pub(super) fn values(path: &Path) -> Result<BTreeMap<String, String>, Fault> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(Fault::FileUnreadable { path: path.to_owned(), reason: error.to_string() }),
    };
    let malformed = |reason: String| Fault::FileMalformed { path: path.to_owned(), reason };
    let read: BTreeMap<String, Value> = toml::from_str(&text).map_err(|error| malformed(error.to_string()))?;
    if let Some(unknown) = read.keys().find(|key| !KEYS.iter().any(|(_, known)| known == key)) {
        let known: Vec<_> = KEYS.iter().map(|(_, known)| *known).collect();
        return Err(malformed(format!("{unknown:?} is no setting; the settings are {}", known.join(", "))));
    }
    let as_text = |value| match value {
        Value::Text(text) => text,
        Value::Number(number) => number.to_string(),
        Value::List(parts) => parts.join(","),
    };
    Ok(read.into_iter().map(|(key, value)| (key, as_text(value))).collect())
}
