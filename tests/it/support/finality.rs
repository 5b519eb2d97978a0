//! G3, asked of whatever is final once it is answered: an opt-out, a no to a policy, an erasure.

use std::time::{Duration, Instant};

use super::house::{House, PATIENCE};
use super::smtp_sink::Latch;

/// How long such an answer waits for the relay at most.
const WAIT: Duration = Duration::from_secs(5);
/// Time for an answer that does not wait to come. A slow machine only makes this look for less.
const A_MOMENT: Duration = Duration::from_millis(500);

/// Asks while the relay holds a message behind `latch`, lets go of it when what was asked for is committed, and looks at
/// the sink's own times: the answer came after the relay's. A machine that stood still in between may have used up the
/// wait, and then the ledger names the message. Returns the answer, and whether the ledger does.
pub(crate) fn final_when_answered<T: Send>(house: &House, latch: &Latch, ask: impl FnOnce() -> T + Send) -> (T, bool) {
    let ledger = "SELECT CAST(COUNT(*) AS TEXT) AS value FROM ledger";
    let (entries, accepted) = (house.texts(ledger), house.sink.accepted().len());
    let asked_at = Instant::now();
    let (answer, answered_at) = std::thread::scope(|scope| {
        let asking = scope.spawn(|| (ask(), Instant::now()));
        while house.texts(ledger) == entries && !asking.is_finished() {
            assert!(asked_at.elapsed() < PATIENCE, "nothing was committed");
            std::thread::sleep(Duration::from_millis(10));
        }
        std::thread::sleep(A_MOMENT);
        latch.release();
        asking.join().unwrap()
    });
    let accepted_at = house.sink.wait_for(accepted + 1, PATIENCE)[accepted].answered_at.unwrap();
    let named = !house.texts("SELECT note AS value FROM ledger WHERE decision = 'overtaken'").is_empty();
    let ran_out = named && answered_at - asked_at >= WAIT;
    assert!(accepted_at <= answered_at || ran_out, "answered while the message was on its way");
    (answer, named)
}
