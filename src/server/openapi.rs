//! What the handlers do not say of themselves in the OpenAPI document: bearer tokens and problem documents.
//! Imports `domain` and `api`.

use utoipa::{
    OpenApi as _,
    openapi::{
        ContentBuilder, OpenApi, PathItem, Ref, ResponseBuilder,
        path::Operation,
        security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme},
    },
};

use super::problem::PROBLEM;
use crate::{
    api::{
        fault::Problem,
        outbox::OutboxPart,
        path,
        tasks::{Scope, Sort},
    },
    domain::task::TaskKind,
};

/// The name of the security scheme.
const BEARER: &str = "bearer";

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "statsforvalter",
        description = "The county governor's review of the half-yearly child-welfare reports. Every failure is a problem document (RFC 9457)."
    ),
    components(schemas(OutboxPart, Problem, Scope, Sort, TaskKind))
)]
struct Frame;

/// The document before the handlers are added.
#[must_use]
pub fn frame() -> OpenApi {
    Frame::openapi()
}

/// Adds to every operation how it is authorised and how it fails.
#[must_use]
pub fn complete(mut document: OpenApi) -> OpenApi {
    let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    document.components.get_or_insert_default().add_security_scheme(BEARER, scheme);
    for (place, item) in &mut document.paths.paths {
        let open = [path::HEALTH, path::HEALTHZ, path::READYZ, path::OPENAPI].contains(&place.as_str());
        for operation in operations(item) {
            declare_problems(place, operation, open);
            if !open {
                operation.security = Some(vec![SecurityRequirement::new(BEARER, Vec::<String>::new())]);
            }
        }
    }
    document
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.put, &mut item.post, &mut item.delete].into_iter().filter_map(Option::as_mut)
}

/// The failures an operation can answer, by what it takes and where it lies.
fn declare_problems(place: &str, operation: &mut Operation, open: bool) {
    let mut statuses = vec![500, 503, 504];
    if !open {
        statuses.extend([400, 401, 403, 422, 429]);
    }
    if place.contains('{') {
        statuses.push(404);
    }
    if operation.request_body.is_some() {
        statuses.push(413);
    }
    match place {
        path::DRAFT
        | path::ASK
        | path::UNDO
        | path::RECALL
        | path::REPORTS
        | path::REMINDERS
        | path::EXTENSIONS
        | path::OUTBOX_RETRY
        | path::WITHDRAW => statuses.push(409),
        path::CONTINUE | path::DECISION => statuses.extend([409, 412, 428]),
        path::UNITS | path::OVERVIEW | path::STANDINGS => statuses.push(404),
        _ => {}
    }
    for status in statuses {
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
        let response = ResponseBuilder::new().description("A problem document").content(PROBLEM, content).build();
        operation.responses.responses.insert(status.to_string(), response.into());
    }
}
