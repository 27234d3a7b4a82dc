//! An earlier application, and the access that one gave, in a line.
//! Imports `api` and `domain`.

use super::{Texts, clean, date};
use crate::{
    api::access::{EarlierApplication, Permission},
    domain::task::State,
};

/// The longest part of a reason that is shown in a line, in characters.
const LONGEST_REASON: usize = 80;

/// An earlier application and what became of it.
#[must_use]
pub fn earlier(texts: &Texts, earlier: &EarlierApplication) -> String {
    let id = match earlier.state {
        State::Granted if earlier.removed_at.is_some() => "access-earlier-removed",
        State::Granted => "access-earlier-granted",
        State::Rejected => "access-earlier-rejected",
        State::Forwarded => "access-earlier-forwarded",
        _ => "access-earlier-open",
    };
    let at = earlier.decided_at.map(date::short_moment).unwrap_or_default();
    let removed = earlier.removed_at.map(date::short_moment).unwrap_or_default();
    let name = clean::line(earlier.decided_by.as_deref().unwrap_or_default());
    let reason = short(texts, earlier.reason.as_deref().unwrap_or_default());
    let unit = clean::line(&earlier.unit_name);
    let values = [
        ("reference", earlier.reference.as_str()),
        ("unit", &unit),
        ("at", &at),
        ("name", &name),
        ("reason", &reason),
        ("removed", &removed),
    ];
    texts.with(id, &values)
}

/// The access that an application gave.
#[must_use]
pub fn permission(texts: &Texts, permission: &Permission) -> String {
    let role = texts.of_family("access-role", &permission.role);
    if let Some(removed) = &permission.removed {
        let (at, name, reason) =
            (date::short_moment(removed.at), clean::line(&removed.by), short(texts, &removed.reason));
        return texts
            .with("access-permission-removed", &[("role", &role), ("at", &at), ("name", &name), ("reason", &reason)]);
    }
    let (at, name) = (date::short_moment(permission.granted_at), clean::line(&permission.granted_by));
    let used = permission.last_used_at.map_or_else(|| texts.say("permission-never"), date::short_moment);
    texts.with("access-permission", &[("role", &role), ("at", &at), ("name", &name), ("used", &used)])
}

/// The beginning of a reason, on one line; the whole of it for who listens.
fn short(texts: &Texts, reason: &str) -> String {
    let line = clean::line(reason);
    if texts.are_told() || line.chars().count() <= LONGEST_REASON {
        return line;
    }
    let cut: String = line.chars().take(LONGEST_REASON - 1).collect();
    format!("{}…", cut.trim_end())
}
