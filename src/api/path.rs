//! The paths of the HTTP API, once.
//! Imports nothing.

/// Who I am.
pub const ME: &str = "/v1/me";
/// The queue: a window of tasks.
pub const TASKS: &str = "/v1/tasks";
/// The archive: a window of solved tasks.
pub const ARCHIVE: &str = "/v1/archive";
/// One case.
pub const TASK: &str = "/v1/tasks/{reference}";
/// The events of a case with their places in the chain.
pub const TASK_LOG: &str = "/v1/tasks/{reference}/log";
/// Lagre: the draft of a case.
pub const DRAFT: &str = "/v1/tasks/{reference}/draft";
/// Fortsett arbeidsflyt.
pub const CONTINUE: &str = "/v1/tasks/{reference}/continue";
/// Bekreft: a decision on a case.
pub const DECISION: &str = "/v1/tasks/{reference}/decision";
/// Accept a deviation, with the reason.
pub const ACCEPT: &str = "/v1/tasks/{reference}/accept";
/// Ask an applicant for more information.
pub const ASK: &str = "/v1/tasks/{reference}/ask";
/// Take a decision back inside the window.
pub const UNDO: &str = "/v1/tasks/{reference}/undo";
/// Ask the directorate to have a sent approval back.
pub const RECALL: &str = "/v1/tasks/{reference}/recall";
/// Who has a task.
pub const HOLDER: &str = "/v1/tasks/{reference}/holder";
/// Who looks at a case.
pub const PRESENCE: &str = "/v1/tasks/{reference}/presence";
/// Those who decide for the caller's office.
pub const COLLEAGUES: &str = "/v1/colleagues";
/// The countdown of a period.
pub const OVERVIEW: &str = "/v1/overview";
/// The outcome of a decision by its idempotency key.
pub const DECISION_BY_KEY: &str = "/v1/decisions/{key}";
/// Batches.
pub const BATCHES: &str = "/v1/batches";
/// What a batch would be made of.
pub const BATCH_PREVIEW: &str = "/v1/batches/preview";
/// One batch.
pub const BATCH: &str = "/v1/batches/{batch}";
/// What a person says of a case of the sample.
pub const BATCH_SAMPLE: &str = "/v1/batches/{batch}/sample";
/// The dry run of a batch.
pub const BATCH_DRY_RUN: &str = "/v1/batches/{batch}/dry-run";
/// Confirming a batch and going on with it.
pub const BATCH_RUN: &str = "/v1/batches/{batch}/run";
/// Taking a batch back.
pub const BATCH_UNDO: &str = "/v1/batches/{batch}/undo";
/// Making a batch ready once more.
pub const BATCH_REDO: &str = "/v1/batches/{batch}/redo";
/// Giving up what is left of a batch.
pub const BATCH_STOP: &str = "/v1/batches/{batch}/stop";
/// The form versions.
pub const FORMS: &str = "/v1/forms";
/// One form version.
pub const FORM: &str = "/v1/forms/{version}";
/// The reporting units of the caller's office.
pub const UNITS: &str = "/v1/units";
/// One reporting unit.
pub const UNIT: &str = "/v1/units/{unit}";
/// How the units of the caller's office stand in a period.
pub const STANDINGS: &str = "/v1/standings";
/// Everything the office has on a unit.
pub const UNIT_PAGE: &str = "/v1/units/{unit}/page";
/// Reminders of reports that are missing.
pub const REMINDERS: &str = "/v1/reminders";
/// The extension register.
pub const EXTENSIONS: &str = "/v1/extensions";
/// Letters to units.
pub const LETTERS: &str = "/v1/letters";
/// A letter with its copies.
pub const LETTER: &str = "/v1/letters/{id}";
/// Take the notices of a key back inside the window.
pub const WITHDRAW: &str = "/v1/notices/{key}/undo";
/// The offices.
pub const OFFICES: &str = "/v1/offices";
/// The chain of the directorate's letters.
pub const LETTER_CHAIN: &str = "/v1/letter-chain";
/// The periods.
pub const PERIODS: &str = "/v1/periods";
/// Intake of reports.
pub const REPORTS: &str = "/v1/reports";
/// Intake of access requests.
pub const APPLICATIONS: &str = "/v1/applications";
/// The units an applicant chooses from.
pub const APPLICATION_UNITS: &str = "/v1/applications/units";
/// Who has access to the published figures.
pub const ACCESS: &str = "/v1/access";
/// Taking access away.
pub const ACCESS_REMOVE: &str = "/v1/access/{reference}/remove";
/// The published figures.
pub const PUBLISHED: &str = "/v1/published";
/// The stream of changes (server-sent events).
pub const CHANGES: &str = "/v1/changes";
/// The header that says which signs of life a silent stream of changes shall give.
pub const SIGNS_OF_LIFE: &str = "sfv-signs-of-life";
/// None at all: the system itself tells when the other end of the line is gone.
pub const NO_SIGNS: &str = "none";
/// What is needed to give the extension counts of many reports.
pub const COUNTS_QUERY: &str = "/v1/counts/query";
/// The extension counts of many reports, kept as drafts.
pub const DRAFT_COUNTS: &str = "/v1/drafts/extensions";
/// How a unit reports, for administrators.
pub const ADMIN_CHANNEL: &str = "/v1/admin/units/{unit}/channel";
/// Who has access, for administrators.
pub const ADMIN_PEOPLE: &str = "/v1/admin/people";
/// One person, for administrators.
pub const ADMIN_PERSON: &str = "/v1/admin/people/{id}";
/// Everything that is stored about a person.
pub const ADMIN_EXPORT: &str = "/v1/admin/people/{id}/export";
/// Setting reference data, for administrators.
pub const ADMIN_REFERENCE: &str = "/v1/admin/reference";
/// The reference data that are in force.
pub const REFERENCE_DATA: &str = "/v1/reference";
/// Reference data of a kind, for administrators.
pub const ADMIN_REFERENCE_OF: &str = "/v1/admin/reference/{kind}";
/// Whether the backend is alive.
pub const HEALTH: &str = "/health";
/// Whether the process is alive.
pub const HEALTHZ: &str = "/healthz";
/// Whether the process can answer: its database does, and it is not stopping.
pub const READYZ: &str = "/readyz";
/// The OpenAPI document.
pub const OPENAPI: &str = "/openapi.json";

/// The references of the open tasks of a search.
pub const REFERENCES: &str = "/v1/references";
/// What has become of marked tasks.
pub const MARKS: &str = "/v1/marks";
/// The views, and one's own to keep.
pub const VIEWS: &str = "/v1/views";
/// One of one's own views.
pub const VIEW: &str = "/v1/views/{id}";

/// The log.
pub const AUDIT_EVENTS: &str = "/v1/audit/events";
/// The chain of the log, worked out anew.
pub const AUDIT_VERIFY: &str = "/v1/audit/verify";
/// The newest event of the chain.
pub const AUDIT_ANCHOR: &str = "/v1/audit/anchor";
/// One event of the chain.
pub const AUDIT_LINK: &str = "/v1/audit/links/{seq}";
/// Whether a receipt belongs to the chain.
pub const AUDIT_RECEIPT: &str = "/v1/audit/receipts";
/// How the caller is told of what comes in.
pub const MY_NOTICES: &str = "/v1/me/notices";
/// What leaves the caller's office, and where it stands.
pub const OUTBOX: &str = "/v1/outbox";
/// Send a delivery that failed again.
pub const OUTBOX_RETRY: &str = "/v1/outbox/{id}/retry";

/// The logins of the person who asks.
pub const SESSIONS: &str = "/v1/sessions";
/// One of them.
pub const SESSION: &str = "/v1/sessions/{id}";

/// What the login can (RFC 8414).
pub const OAUTH_METADATA: &str = "/.well-known/oauth-authorization-server";
/// A terminal asks for a code (RFC 8628).
pub const OAUTH_DEVICE: &str = "/oauth/device_authorization";
/// A terminal asks for tokens (RFC 6749).
pub const OAUTH_TOKEN: &str = "/oauth/token";
/// A terminal gives a token back (RFC 7009).
pub const OAUTH_REVOKE: &str = "/oauth/revoke";
/// The page on which a person writes the code.
pub const LOGIN: &str = "/login";
/// The code, from that page.
pub const LOGIN_CODE: &str = "/login/code";
/// Where the identity provider sends the browser back to.
pub const LOGIN_CALLBACK: &str = "/login/callback";
/// The page on which the person is asked whether the code is theirs.
pub const LOGIN_CONFIRM: &str = "/login/confirm";
/// The looks of these pages.
pub const LOGIN_STYLE: &str = "/login/style.css";

/// The header with the idempotency key of a decision.
pub const IDEMPOTENCY_KEY: &str = "Idempotency-Key";

/// A path with its one parameter filled in. References, unit numbers and keys need no escaping: their types allow only
/// letters, digits and hyphens.
#[must_use]
pub fn fill(template: &str, value: &str) -> String {
    match (template.find('{'), template.find('}')) {
        (Some(from), Some(to)) => {
            let (before, after) =
                (template.get(..from).unwrap_or_default(), template.get(to + 1..).unwrap_or_default());
            format!("{before}{value}{after}")
        }
        _ => template.to_owned(),
    }
}
