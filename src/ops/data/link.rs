//! A fresh link for somebody who has none at hand. Nobody can tell from the answer, or from how long it takes, whether an
//! address is known here.

use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use super::{letters, words_of};
use crate::clock;
use crate::domain::Address;
use crate::domain::address::AddressError;
use crate::ops::App;
use crate::ops::tries::{Try, has_room};
use crate::ops::unsubscribe::Request;
use crate::store::{Db, StoreError, recipients};
use crate::words::Words;

/// When the answer is given: later than the work takes, so that the work cannot be timed.
const ANSWER_AFTER: Duration = Duration::from_millis(300);

/// Why nothing was asked for.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// What was typed is no address.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The database said no.
    #[error("the link could not be posted")]
    Store(#[from] StoreError),
}

/// Mails a link to the preference page to whoever it is, if we know them. Every address gets the same work and the same
/// answer at the same time; who asks too often gets the answer and no letter.
///
/// # Errors
/// See [`LinkError`].
pub async fn link(app: &App, typed: &str, sent: &Request, page: Words) -> Result<Address, LinkError> {
    let answer_at = Instant::now() + ANSWER_AFTER;
    let address = Address::parse(typed.trim())?;
    let (hash, ip) = (app.keys.ring().hash_address(&address), sent.evidence.ip.clone());
    let owned = app.clone();
    let posted = move |db: &mut Db| {
        let now = clock::now();
        let from_here = has_room(db, Try::LinkFrom(&ip), now)?;
        let person = recipients::find_by_hash(db, hash)?.filter(|person| person.address.is_some());
        let to_them = has_room(db, Try::LetterTo(hash), now)?;
        if let Some(person) = person.filter(|_| from_here && to_them) {
            letters::preferences(&owned, db, &person, words_of(&person, page), now)?;
        }
        Ok::<_, StoreError>(())
    };
    not_before(sleep_until(answer_at), app.store.write(Vec::new(), posted)).await?;
    Ok(address)
}

/// What came of the work, when the time has come too: how long the work took is not to be seen.
async fn not_before<T>(time: impl Future<Output = ()>, work: impl Future<Output = T>) -> T {
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
