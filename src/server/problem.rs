//! Every failure on the wire is a problem document (RFC 9457), whoever found it: a handler, a layer or the router.
//! Imports `text` and `api`.

use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{app::App, reader};
use crate::{
    api::fault::{Fault, FaultKind},
    text::refusal,
};

/// The media type of a problem document.
pub const PROBLEM: &str = "application/problem+json";

/// A fault on its way out.
#[derive(Debug)]
pub struct Error(Fault);

/// What a handler answers.
pub type Answer<T> = Result<Json<T>, Error>;

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self(fault)
    }
}

impl IntoResponse for Error {
    /// The status now, the document in [`render`], which has the sentences.
    fn into_response(self) -> Response {
        let mut response = status_of(self.0.kind).into_response();
        if self.0.kind == FaultKind::NotLoggedIn {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response.extensions_mut().insert(self.0);
        response
    }
}

/// The status code of a kind of fault.
#[must_use]
pub fn status_of(kind: FaultKind) -> StatusCode {
    match kind {
        FaultKind::NotLoggedIn => StatusCode::UNAUTHORIZED,
        FaultKind::NotAllowed | FaultKind::NotRegistered | FaultKind::ReadOnly => StatusCode::FORBIDDEN,
        FaultKind::NotFound => StatusCode::NOT_FOUND,
        FaultKind::VersionChanged => StatusCode::PRECONDITION_FAILED,
        FaultKind::AlreadyDecided
        | FaultKind::Held
        | FaultKind::UndoOver
        | FaultKind::KeyReused
        | FaultKind::AlreadySubmitted => StatusCode::CONFLICT,
        FaultKind::Refused => StatusCode::UNPROCESSABLE_ENTITY,
        FaultKind::BadRequest => StatusCode::BAD_REQUEST,
        FaultKind::VersionMissing => StatusCode::PRECONDITION_REQUIRED,
        FaultKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        FaultKind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        FaultKind::Storage => StatusCode::SERVICE_UNAVAILABLE,
        FaultKind::Internal | FaultKind::Away | FaultKind::Garbled => StatusCode::INTERNAL_SERVER_ERROR,
        FaultKind::Unknown => StatusCode::GATEWAY_TIMEOUT,
    }
}

/// The fault of an answer that a layer or the router gave without one.
fn fault_of(status: StatusCode) -> Fault {
    Fault::new(match status {
        StatusCode::NOT_FOUND => FaultKind::NotFound,
        StatusCode::PAYLOAD_TOO_LARGE => FaultKind::TooLarge,
        StatusCode::GATEWAY_TIMEOUT => FaultKind::Unknown,
        StatusCode::TOO_MANY_REQUESTS => FaultKind::TooMany,
        status if status.is_client_error() => FaultKind::BadRequest,
        _ => FaultKind::Internal,
    })
}

/// The layer that writes the document of every failed answer.
pub async fn render(State(app): State<App>, request: Request, next: Next) -> Response {
    let headers = request.headers().clone();
    reader::answering(&headers, async { written(&app, next.run(request).await) }).await
}

fn written(app: &App, mut response: Response) -> Response {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let fault = response.extensions_mut().remove::<Fault>().unwrap_or_else(|| {
        let fault = fault_of(status);
        let detail = if status == StatusCode::METHOD_NOT_ALLOWED { "server-no-method" } else { return fault };
        fault.because(reader::texts(&app.store).say(detail))
    });
    let problem = refusal::problem(reader::texts(&app.store), &fault, status.as_u16());
    let mut written = (status, Json(problem)).into_response();
    written.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM));
    for kept in [header::WWW_AUTHENTICATE, header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = response.headers().get(&kept) {
            written.headers_mut().insert(kept, value.clone());
        }
    }
    written
}
