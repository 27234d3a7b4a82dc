//! What the handlers do not say of themselves in the OpenAPI document: bearer tokens and problem documents.
//! Imports `domain` and `api`.

use std::collections::BTreeMap;

use serde_json::Value;
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
        change::Change,
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
    components(schemas(Change, OutboxPart, Problem, Scope, Sort, TaskKind))
)]
struct Frame;

/// The document before the handlers are added.
#[must_use]
pub fn frame() -> OpenApi {
    Frame::openapi()
}

/// The document as it is served: with how every operation is authorised and fails, and with what the types alone do not say.
#[must_use]
pub fn served(document: OpenApi) -> Value {
    let mut whole = serde_json::to_value(complete(document)).unwrap_or_default();
    let closed = closed(&whole);
    say(&mut whole, &closed);
    whole
}

/// The schemas that take no other field than their own.
fn closed(document: &Value) -> BTreeMap<String, Value> {
    let schemas = document.pointer("/components/schemas").and_then(Value::as_object);
    let closed = schemas.into_iter().flatten().filter(|(_, schema)| schema["additionalProperties"] == false);
    closed.map(|(name, schema)| (format!("#/components/schemas/{name}"), schema.clone())).collect()
}

/// Says the greatest number of each kind of whole number, and opens a closed schema where it is a part of a larger one.
fn say(node: &mut Value, closed: &BTreeMap<String, Value>) {
    if let Value::Object(fields) = node {
        let format = fields.get("format").and_then(Value::as_str).unwrap_or_default();
        let greatest = match format {
            "uint8" => Some(u32::from(u8::MAX)),
            "uint16" => Some(u32::from(u16::MAX)),
            "uint32" => Some(u32::MAX),
            _ => None,
        };
        if let Some(greatest) = greatest {
            fields.entry("maximum").or_insert_with(|| greatest.into());
        }
        for part in fields.get_mut("allOf").and_then(Value::as_array_mut).into_iter().flatten() {
            if let Some(schema) = part["$ref"].as_str().and_then(|name| closed.get(name)) {
                *part = schema.clone();
                if let Some(part) = part.as_object_mut() {
                    part.remove("additionalProperties");
                }
            }
        }
    }
    match node {
        Value::Object(fields) => fields.values_mut().for_each(|inner| say(inner, closed)),
        Value::Array(items) => items.iter_mut().for_each(|inner| say(inner, closed)),
        _ => {}
    }
}

/// Adds to every operation how it is authorised and how it fails.
fn complete(mut document: OpenApi) -> OpenApi {
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
        | path::APPLICATIONS
        | path::ACCESS_REMOVE
        | path::HOLDER
        | path::ASK
        | path::UNDO
        | path::RECALL
        | path::REPORTS
        | path::REMINDERS
        | path::LETTERS
        | path::EXTENSIONS
        | path::OUTBOX_RETRY
        | path::BATCH_UNDO
        | path::BATCH_REDO
        | path::BATCH_RUN
        | path::BATCH_STOP
        | path::BATCH_SAMPLE
        | path::BATCH_DRY_RUN
        | path::WITHDRAW => statuses.push(409),
        path::ACCEPT | path::CONTINUE | path::DECISION => statuses.extend([409, 412, 428]),
        path::UNITS | path::OVERVIEW | path::STANDINGS | path::AUDIT_RECEIPT => statuses.push(404),
        _ => {}
    }
    for status in statuses {
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
        let response = ResponseBuilder::new().description("A problem document").content(PROBLEM, content).build();
        operation.responses.responses.insert(status.to_string(), response.into());
    }
}
