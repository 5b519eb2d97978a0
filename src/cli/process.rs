//! What the process asks of the system before it does anything else: that nothing of it is left lying about.
//!
//! Keys and addresses are in its memory, so it leaves no core dump, and no other process of the same user may read it. What
//! it writes belongs to its user alone, whatever umask it was started with.

use rustix::fs::Mode;
use rustix::io::Errno;
use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit, umask};

/// Everything for the group and for others is taken from what is made: files are 0600, folders 0700.
const OWNER_ONLY: Mode = Mode::RWXG.union(Mode::RWXO);

/// Closes the process up. To be called before there is a second thread.
///
/// # Errors
/// The system forbids even this, as some sandboxes do. The umask is set in any case.
pub(super) fn close_up() -> Result<(), Errno> {
    umask(OWNER_ONLY);
    // A handler of core dumps (`|...` in core_pattern, core(5)) gets them whatever the limit is, and nothing of a process
    // that is not dumpable.
    let unlimited = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    unlimited
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::process::{dumpable_behavior, getrlimit};

    #[test]
    fn neither_a_file_nor_a_handler_gets_the_memory() {
        close_up().unwrap();
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
        assert_eq!(getrlimit(Resource::Core), Rlimit { current: Some(0), maximum: Some(0) });
        assert_eq!(umask(OWNER_ONLY), OWNER_ONLY);
    }
}
