//! A newer version came while a draft was begun: both are shown, and the person goes on with the new one or back.
//! Imports `api`.

use super::draft;
use crate::{
    api::case::Case,
    app::{
        command::Command,
        effect::Effect,
        model::{
            Model,
            case::OpenCase,
            conflict::{Conflict, written_on},
            dialog::Dialog,
        },
    },
};

/// The version that the draft of an open case was written on, when the case that comes is a newer one.
pub(super) fn base(before: Option<&OpenCase>, coming: &Case) -> Option<u32> {
    let Case::Report(report) = coming else { return None };
    match before.filter(|before| before.case.reference() == coming.reference()) {
        Some(before) => Some(before.case.row().version).filter(|version| *version < report.row.version),
        None => written_on(report.draft.as_ref(), &report.versions),
    }
}

/// Shows what stands against what, unless something else is on top.
pub(super) fn show(model: &mut Model, base: Option<u32>) {
    let conflict = base.and_then(|base| Conflict::of(model.case.ready()?, base));
    if let Some(conflict) = conflict.filter(|_| model.dialog.is_none()) {
        model.dialog = Some(Dialog::Conflict(Box::new(conflict)));
    }
}

/// Does what a person wants with it.
pub(super) fn wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    let page = model.size.text_lines();
    let Some(Dialog::Conflict(conflict)) = &mut model.dialog else { return vec![] };
    if super::dialog::scroll(&mut conflict.page, command, page) {
        return vec![];
    }
    match command {
        Command::KeepDraft => {
            model.dialog = None;
            let me = model.me.as_ref().map(|me| me.person.as_str()).unwrap_or_default();
            // A colleague's draft stays theirs until it is taken over.
            if model.case.ready().is_some_and(|open| open.colleague(me).is_some()) {
                return vec![];
            }
            // From here on the draft is one on the new version, also at the backend.
            draft::touch(model)
        }
        Command::Back => {
            model.dialog = None;
            let now = model.now;
            super::wanted(model, Command::Back, now)
        }
        _ => vec![],
    }
}
