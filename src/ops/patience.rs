//! Answers that come at the same time for everybody: nobody can tell from how long one takes whether an address is known
//! here, or what is held against it (CONFORMANCE A11).

use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

/// When such an answer is given: later than the work takes, so that the work cannot be timed.
const ANSWER_AFTER: Duration = Duration::from_millis(300);

/// The time at which whoever asks now is answered.
pub(super) fn same_for_all() -> Sleep {
    sleep_until(Instant::now() + ANSWER_AFTER)
}

/// What came of the work, when the time has come too: how long the work took is not to be seen.
pub(super) async fn not_before<T>(time: impl Future<Output = ()>, work: impl Future<Output = T>) -> T {
    let done = work.await;
    time.await;
    done
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use tokio::sync::Notify;

    use super::*;

    /// SPEC section 4: the same answer at the same time, whatever there was to do, and also where it failed.
    #[test]
    fn an_answer_waits_for_its_time_whatever_came_of_the_work() {
        for outcome in [Ok(()), Err("the database said no")] {
            let (time, work) = (Notify::new(), Notify::new());
            let mut answer = pin!(not_before(time.notified(), async {
                work.notified().await;
                outcome
            }));
            let mut is_there = || answer.as_mut().poll(&mut Context::from_waker(Waker::noop()));
            assert_eq!(is_there(), Poll::Pending);
            work.notify_one();
            assert_eq!(is_there(), Poll::Pending, "the work is done and the time has not come");
            time.notify_one();
            assert_eq!(is_there(), Poll::Ready(outcome));
        }
    }
}
