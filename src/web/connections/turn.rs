//! The turn of a handler: from the head of a request to the last octet of its answer.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{CONTENT_LENGTH, TRANSFER_ENCODING};
use actix_web::http::{ConnectionType, Method};
use actix_web::middleware::Next;
use actix_web::web::{Bytes, Data};
use actix_web::{Error, HttpRequest};

use super::connection::Connection;
use super::crowd::Crowd;

/// The connection that a request came on; none in a test without one.
pub(in crate::web) fn connection_of(request: &HttpRequest) -> Option<&Arc<Connection>> {
    request.conn_data::<Arc<Connection>>()
}

/// Tells the connection when a handler has its turn, and ends it with the answer where it must.
pub(in crate::web) async fn take_turn(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some(connection) = connection_of(request.request()).cloned() else {
        return next.call(request).await.map(ServiceResponse::map_into_boxed_body);
    };
    let crowd = request.app_data::<Data<Crowd>>().cloned();
    if !connection.begins(has_body(&request)) {
        std::future::pending::<()>().await;
    }
    let answered = next.call(request).await;
    let closes = connection.answers(crowd.is_some_and(|crowd| crowd.closes_with_answer()));
    let mut answer = match answered {
        Ok(answer) => answer,
        Err(error) => {
            connection.answer_is_whole();
            return Err(error);
        }
    };
    if closes {
        answer.response_mut().head_mut().set_connection_type(ConnectionType::Close);
    }
    Ok(answer.map_body(|_, body| BoxBody::new(Answer { body: body.boxed(), connection })))
}

/// Whether octets may follow that are no head.
fn has_body(request: &ServiceRequest) -> bool {
    let (head, headers) = (request.head(), request.headers());
    let counted = headers.get(CONTENT_LENGTH).is_some_and(|length| length.as_bytes() != b"0");
    counted || headers.contains_key(TRANSFER_ENCODING) || head.upgrade() || head.method == Method::CONNECT
}

/// The body of an answer. It is dropped when its last octet has been taken.
struct Answer {
    body: BoxBody,
    connection: Arc<Connection>,
}

impl MessageBody for Answer {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.get_mut().body).poll_next(context)
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        self.connection.answer_is_whole();
    }
}
