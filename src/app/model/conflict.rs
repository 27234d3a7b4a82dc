//! A newer version of a report on which a draft was begun: point by point, what the draft stands on, what came, and what is
//! one's own.
//! Imports `domain`, `checks` and `api`.

use super::{case::OpenCase, dialog::Page};
use crate::{
    api::case::Draft,
    checks::versions::{Change, changes},
    domain::report::Version,
};

/// What stands against what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The version the draft was written on.
    pub base: u32,
    /// The version that came.
    pub theirs: u32,
    /// The points that are not as they were.
    pub points: Vec<Contested>,
    /// How far the page is scrolled.
    pub page: Page,
}

/// A point that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contested {
    /// Its number and letter.
    pub code: String,
    /// Its key in the form.
    pub key: String,
    /// The figure the draft was written on.
    pub base: Option<u32>,
    /// The figure that came.
    pub theirs: Option<u32>,
    /// One's own note on it.
    pub note: Option<String>,
    /// True when one's own comment names it.
    pub named: bool,
}

impl Conflict {
    /// What stands against what in an open report whose draft was written on another version than the newest. None where
    /// nothing was begun, or no figure is another.
    #[must_use]
    pub fn of(open: &OpenCase, base: u32) -> Option<Self> {
        let report = open.report().filter(|_| open.is_open() && is_begun(&open.draft))?;
        let newest = report.newest()?;
        let before = report.versions.iter().find(|version| version.version == base)?;
        let points = contested(changes(&report.form, &before.values, &newest.values), &open.draft);
        let theirs = newest.version;
        (theirs > base && !points.is_empty()).then(|| Self { base, theirs, points, page: Page::default() })
    }
}

fn contested(changes: Vec<Change<'_>>, draft: &Draft) -> Vec<Contested> {
    let named = |code: &str| draft.comment.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == code);
    let point = |change: Change<'_>| Contested {
        code: change.point.code.clone(),
        key: change.point.key.clone(),
        base: change.from,
        theirs: change.to,
        note: draft.notes.get(&change.point.key).cloned(),
        named: named(&change.point.code),
    };
    changes.into_iter().map(point).collect()
}

/// True when something was typed that the new version could make wrong.
fn is_begun(draft: &Draft) -> bool {
    !(draft.extensions.is_empty() && draft.comment.trim().is_empty() && draft.notes.is_empty())
}

/// The version a draft was written on, where a fresh case has a newer one.
#[must_use]
pub fn written_on(draft: Option<&Draft>, versions: &[Version]) -> Option<u32> {
    let newest = versions.last()?.version;
    draft.map(|draft| draft.version).filter(|version| (1..newest).contains(version))
}
