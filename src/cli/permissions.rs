//! Who has access to the published figures, taking it away, and the figures, as plain text.
//! Imports `api`, `client`, `domain` and `text`.

use super::{
    args::{AccessCommand, CommentArgs},
    decide::{WouldSend, check_consent, tell},
    failure::Failure,
    once::once,
    session::Session,
    table::Table,
    words,
};
use crate::{
    api::{
        access::{AccessRemoved, Permission, PermissionList, PermissionQuery, Published, RemoveRequest},
        path,
    },
    domain::{refusal::Refusal, report::Reference},
    text::{Texts, clean, date, number},
};

/// A command on access, its arguments already read.
#[derive(Debug)]
pub(super) enum Wish {
    List(PermissionQuery),
    Remove(Reference, RemoveRequest, bool),
    Figures(Option<String>),
}

impl Wish {
    /// Reads the arguments; nothing is asked of the backend before the person has said whether to do it.
    pub(super) fn new(command: &AccessCommand) -> Result<Self, Failure> {
        Ok(match command {
            AccessCommand::Remove(args) => {
                check_consent(args.consent)?;
                let reference: Reference = args.case.reference.parse()?;
                let words = CommentArgs { comment: args.reason.clone(), comment_file: args.reason_file.clone() };
                let reason = words::comment(&words)?.ok_or(Refusal::BlankComment)?;
                Self::Remove(reference, RemoveRequest { reason: reason.as_str().to_owned() }, args.consent.dry_run)
            }
            AccessCommand::Figures { unit } => Self::Figures(unit.clone()),
            AccessCommand::List(args) => {
                let day = |text: &String| date::parse_day(text).ok_or_else(|| Failure::BadTime(text.clone()));
                let unused_since = args.unused_since.as_ref().map(day).transpose()?;
                Self::List(PermissionQuery { unused_since, removed: args.removed })
            }
            _ => Self::List(PermissionQuery::default()),
        })
    }

    /// Does it.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        let (http, output) = (&session.http, session.output());
        match self {
            Self::List(query) => output.answer("access", &http.permissions(&query).await?, list),
            Self::Figures(unit) => output.answer("figures", &http.published(unit).await?, figures),
            Self::Remove(reference, request, true) => {
                let path = path::fill(path::ACCESS_REMOVE, reference.as_str());
                tell(session, &WouldSend { method: "POST", path, if_match: None, body: &request })
            }
            Self::Remove(reference, request, false) => {
                let to = path::fill(path::ACCESS_REMOVE, reference.as_str());
                let send = async |key| http.remove_access(key, &reference, &request).await;
                output.answer("access_removed", &once(session, &to, &request, send).await?, removed)
            }
        }
    }
}

fn list(texts: &Texts, list: &PermissionList) -> Vec<String> {
    if list.rows.is_empty() {
        return vec![texts.say("permission-none")];
    }
    let mut table = Table::new(vec![
        texts.say("permission-head-reference"),
        texts.say("permission-head-name"),
        texts.say("permission-head-role"),
        texts.say("permission-head-of"),
        texts.say("permission-head-granted"),
        texts.say("permission-head-by"),
        texts.say("permission-head-used"),
    ]);
    for row in &list.rows {
        table.push(line(texts, row));
    }
    table.lines()
}

fn line(texts: &Texts, row: &Permission) -> Vec<String> {
    let of = match row.role {
        crate::domain::access::AccessRole::Office => row.office.as_str().to_owned(),
        crate::domain::access::AccessRole::Municipality => format!("{} ({})", clean::line(&row.unit_name), row.unit),
    };
    let used = row.last_used_at.map_or_else(|| texts.say("permission-never"), date::short_moment);
    let used = match &row.removed {
        Some(removed) => texts.with(
            "permission-removed",
            &[("at", &date::short_moment(removed.at)), ("name", &clean::line(&removed.by))],
        ),
        None => used,
    };
    vec![
        row.reference.to_string(),
        clean::line(&row.name),
        texts.of_family("access-role", &row.role),
        of,
        date::day(date::day_of(row.granted_at)),
        clean::line(&row.granted_by),
        used,
    ]
}

fn removed(texts: &Texts, removed: &AccessRemoved) -> Vec<String> {
    let values = [
        ("name", clean::line(&removed.permission.name)),
        ("reference", removed.permission.reference.to_string()),
        ("to", clean::line(&removed.recipient)),
    ];
    vec![texts.with("permission-taken", &values.each_ref().map(|(name, value)| (*name, value.as_str())))]
}

fn figures(texts: &Texts, shown: &Published) -> Vec<String> {
    let title = texts.with("published-of", &[("unit", &clean::line(&shown.unit.name)), ("no", shown.unit.no.as_str())]);
    if shown.reports.is_empty() {
        return vec![title, texts.say("published-none")];
    }
    let periods = shown.reports.iter().map(|report| report.period.to_string());
    let mut table = Table::new([texts.say("published-point")].into_iter().chain(periods).collect());
    for point in &shown.points {
        let cells = shown.reports.iter().map(|report| {
            if report.hidden.contains(&point.key) {
                return texts.say("published-hidden");
            }
            match report.values.get(&point.key) {
                Some(Some(figure)) => number::whole(i64::from(*figure)),
                _ => texts.say("value-none"),
            }
        });
        table.push([format!("{} {}", point.code, clean::line(&point.label))].into_iter().chain(cells).collect());
    }
    let mut lines = vec![title];
    lines.extend(table.lines());
    lines.push(texts.say("published-note"));
    lines
}
