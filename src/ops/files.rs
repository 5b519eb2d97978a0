//! The files of an installation that nobody else on the machine may open.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use crate::config::{DatabaseUrl, Settings};

/// A sentence for each file that somebody else than its owner may read or write, with the command that closes it.
pub(super) fn open_to_others(settings: &Settings, database: Option<&DatabaseUrl>) -> Vec<String> {
    let mut files = vec![("key file", settings.keys.clone()), ("settings file", settings.file.clone())];
    if let Some(DatabaseUrl::Sqlite(file)) = database {
        files.push(("database", file.clone()));
        // Each is made with the mode that the database has at that moment, and keeps it.
        files.extend(["-wal", "-shm"].map(|end| ("database's log", beside(file, end))));
    }
    files.iter().filter_map(|(what, path)| sentence(what, path)).collect()
}

fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// None where the file is closed, or not there.
fn sentence(what: &str, path: &Path) -> Option<String> {
    let mode = std::fs::metadata(path).ok()?.permissions().mode();
    let can = match mode & 0o077 {
        0 => return None,
        bits if bits & 0o044 != 0 => "read",
        _ => "changed",
    };
    let path = path.display();
    Some(format!("the {what} {path} can be {can} by others; run: chmod 600 {path}"))
}
