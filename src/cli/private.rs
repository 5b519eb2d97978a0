//! New files that only their owner may read, whatever the umask is.

use std::fs::{DirBuilder, File, OpenOptions};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::Path;

/// Makes a file that is not there yet, 0600.
///
/// # Errors
/// It is there, or the system refuses.
pub(super) fn new_file(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// Makes a folder that is not there yet, 0700.
///
/// # Errors
/// It is there, or the system refuses.
pub(super) fn new_folder(path: &Path) -> std::io::Result<()> {
    DirBuilder::new().mode(0o700).create(path)
}
