//! The settings file: TOML, flat, unknown keys refused.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use toml::{Table, Value};

use super::{Fault, KEYS};

/// What the file says: its values by their names, and what is wrong with single ones.
#[derive(Default)]
pub(super) struct InFile {
    pub(super) values: BTreeMap<String, String>,
    pub(super) faults: Vec<Fault>,
}

/// Reads the file; where there is none, it says nothing.
///
/// No fault quotes the file: a line of it may hold a password.
pub(super) fn read(path: &Path) -> Result<InFile, Fault> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(InFile::default()),
        Err(error) => return Err(Fault::FileUnreadable { path: path.to_owned(), reason: error.to_string() }),
    };
    let table: Table = toml::from_str(&text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        Fault::FileMalformed { path: path.to_owned(), reason: format!("line {line}: {}", error.message()) }
    })?;
    let mut read = InFile::default();
    for (name, value) in table {
        let fault = match (KEYS.iter().find(|(_, known)| *known == name), as_text(value)) {
            (Some(_), Some(text)) => {
                read.values.insert(name, text);
                continue;
            }
            (Some((key, _)), None) => {
                let reason = format!(
                    "{name} in {} is a text in quotes, a whole number, true or false, or a list of texts",
                    path.display()
                );
                Fault::Setting { key, reason }
            }
            (None, _) => Fault::UnknownKey { path: path.to_owned(), name },
        };
        read.faults.push(fault);
    }
    Ok(read)
}

fn as_text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Integer(number) => Some(number.to_string()),
        Value::Boolean(on) => Some(on.to_string()),
        Value::Array(parts) => {
            let texts: Option<Vec<_>> = parts.iter().map(Value::as_str).collect();
            Some(texts?.join(","))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("consentry.toml");
        std::fs::write(&path, text).unwrap();
        let faults = read(&path).map_or_else(|fault| vec![fault], |read| read.faults);
        faults.iter().map(|fault| fault.to_string().replace(path.to_str().unwrap(), "FILE")).collect()
    }

    #[test]
    fn what_is_wrong_is_told_by_its_line_and_never_quoted() {
        let line = said("listen = \"127.0.0.1:1\"\nrelay = \"smtp://ada:hunter2@relay.example.org\n");
        assert!(line[0].starts_with("FILE is not a settings file: line 2: "), "{line:?}");
        assert!(!line[0].contains("hunter2"), "{line:?}");
        let kind = said("senders = 1.5\nrelay = { password = \"hunter2\" }\nlisen = \"127.0.0.1:1\"\n");
        assert_eq!(kind.len(), 3, "{kind:?}");
        assert!(kind.iter().any(|fault| fault.starts_with("CONSENTRY_SENDERS: senders in FILE is a text")), "{kind:?}");
        assert!(kind.iter().any(|fault| fault.starts_with("FILE: \"lisen\" is no setting")), "{kind:?}");
        assert!(!kind.concat().contains("hunter2"), "{kind:?}");
    }
}
