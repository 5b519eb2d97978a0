//! How many connections are open, and how long they may be kept: who opens many and says little is in nobody's way.
//!
//! A head that does not come to its end within [`HEAD_TIMEOUT`] ends its connection, a form within its own time
//! ([`super::request`]). actix-web gives that time to the first head of a connection only: one that was good once could
//! send the next a byte a day. So there may be [`MOST_KEPT`] of them; beyond that each answer ends its connection, and
//! the next request opens a new one.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{Extensions, ServiceRequest, ServiceResponse};
use actix_web::http::ConnectionType;
use actix_web::middleware::Next;
use actix_web::web::Data;

/// How long the head of a request may take to arrive.
pub(super) const HEAD_TIMEOUT: Duration = Duration::from_secs(5);
/// How long a connection on which nothing happens is kept for the next request.
pub(super) const IDLE_TIMEOUT: Duration = Duration::from_secs(5);
/// Connections that are kept for another request. A process may often have 1,024 files open, connections among them.
const MOST_KEPT: usize = 512;

/// The connections that are open now.
#[derive(Clone, Debug, Default)]
pub(super) struct Connections(Arc<AtomicUsize>);

/// One of them; it ends with the connection.
struct Open(Arc<AtomicUsize>);

impl Connections {
    /// Counts a connection for as long as it is open.
    pub(super) fn count(&self) -> impl Fn(&dyn Any, &mut Extensions) + Send + Clone + 'static {
        let open = Arc::clone(&self.0);
        move |_, connection| {
            open.fetch_add(1, Ordering::Relaxed);
            connection.insert(Open(Arc::clone(&open)));
        }
    }

    fn are_many(&self) -> bool {
        self.0.load(Ordering::Relaxed) > MOST_KEPT
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Ends a connection with its answer while too many are open.
pub(super) async fn end_when_many(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let many = request.app_data::<Data<Connections>>().is_some_and(|connections| connections.are_many());
    let mut answer = next.call(request).await?;
    if many {
        answer.response_mut().head_mut().set_connection_type(ConnectionType::Close);
    }
    Ok(answer)
}
