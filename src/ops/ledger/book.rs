//! The checkpoints that are kept beside the keys: lines of JSON, only ever appended.

use std::fs::{File, OpenOptions};
use std::io::{Error, ErrorKind, Read as _, Seek as _, SeekFrom, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use super::checkpoint::{Checkpoint, Signature};
use crate::config::Settings;
use crate::link::PublicKey;

/// What a file of checkpoints holds.
#[derive(Debug, Default)]
pub struct Book {
    /// Its checkpoints with the numbers of their lines.
    pub checkpoints: Vec<(usize, Checkpoint)>,
    /// The numbers of lines that are none: a write that a loss of power cut short.
    pub unreadable: Vec<usize>,
}

/// The file of an installation: beside its keys.
pub fn path(settings: &Settings) -> PathBuf {
    let mut path = settings.keys.clone().into_os_string();
    path.push(".checkpoints");
    PathBuf::from(path)
}

impl Book {
    /// Reads a file; one that is not there is empty.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn read(path: &Path) -> Result<Self, Error> {
        match std::fs::read_to_string(path) {
            Ok(text) => Ok(Self::of(&text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error),
        }
    }

    pub(super) fn of(text: &str) -> Self {
        let mut book = Self::default();
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
            match serde_json::from_str(line) {
                Ok(checkpoint) => book.checkpoints.push((number, checkpoint)),
                Err(_) => book.unreadable.push(number),
            }
        }
        book
    }

    /// The checkpoint that covers most, of those that one of `keys` signed; of several the last.
    pub fn newest(&self, keys: &[PublicKey]) -> Option<&Checkpoint> {
        let all = self.checkpoints.iter().map(|(_, checkpoint)| checkpoint);
        all.filter(|checkpoint| checkpoint.signature(keys) == Signature::Ours).max_by_key(|checkpoint| checkpoint.seq)
    }
}

/// Appends a checkpoint, so that it survives a loss of power. Readable by its owner only where the file is new.
///
/// # Errors
/// It cannot be written.
pub fn append(path: &Path, checkpoint: &Checkpoint) -> Result<(), Error> {
    let is_new = !path.exists();
    let mut file = OpenOptions::new().read(true).append(true).create(true).mode(0o600).open(path)?;
    // Several nodes may share the folder: one line after the other.
    file.lock()?;
    let mut line = serde_json::to_string(checkpoint).map_err(Error::from)?;
    line.push('\n');
    if ends_inside_a_line(&mut file)? {
        line.insert(0, '\n');
    }
    file.write_all(line.as_bytes())?;
    file.sync_all()?;
    if is_new {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn ends_inside_a_line(file: &mut File) -> Result<bool, Error> {
    if file.metadata()?.len() == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_was_cut_short_spoils_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("checkpoints");
        std::fs::write(&path, "{\"seq\":1,\"ha").unwrap();
        let checkpoint = Checkpoint {
            seq: 7,
            hash: "00".to_owned(),
            at: String::new(),
            suppressions: 0,
            suppressions_sha256: String::new(),
            policies: 1,
            policies_sha256: String::new(),
            key: String::new(),
            signature: String::new(),
        };
        append(&path, &checkpoint).unwrap();
        append(&path, &checkpoint).unwrap();
        let book = Book::read(&path).unwrap();
        assert_eq!(book.unreadable, [1]);
        assert_eq!(book.checkpoints, [(2, checkpoint.clone()), (3, checkpoint)]);
        assert!(book.newest(&[]).is_none(), "nobody signed them");
        std::fs::remove_file(&path).unwrap();
        assert!(Book::read(&path).unwrap().checkpoints.is_empty());
    }
}
