//! The chooser of views: by digit or by pointing, keeping the search as a view of one's own, removing one.
//! Imports `domain`, `text` and `api`.

use super::list;
use crate::{
    api::{
        fault::Fault,
        views::{NewView, ViewCount, ViewList},
    },
    app::{
        command::Command,
        effect::{Effect, ListKind},
        model::{
            Model, Tone,
            dialog::{Chooser, Dialog, line_field, text_of},
        },
    },
    domain::query::view::{View, check_name},
    text::refusal::say_fault,
};

/// Opens the chooser, pointing at the view that is shown.
pub(super) fn open(model: &mut Model, kind: ListKind) -> Vec<Effect> {
    let list = model.list(kind);
    let selected = list.views.iter().position(|one| one.view.id == list.view.id).unwrap_or(0);
    model.dialog = Some(Dialog::Views(Chooser { selected, removing: false }));
    vec![]
}

/// Does what a person wants in the chooser.
pub(super) fn wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    let kind = model.current_list();
    if let Some(digit) = command.view_digit() {
        let found = model.list(kind).views.iter().find(|one| one.view.digit == Some(digit));
        return match found.map(|one| one.view.clone()) {
            Some(view) => choose(model, kind, view),
            None => tell(model, "message-no-such-view"),
        };
    }
    let last = model.list(kind).views.len().saturating_sub(1);
    let Some(Dialog::Views(chooser)) = &mut model.dialog else { return vec![] };
    let removing = std::mem::take(&mut chooser.removing);
    match command {
        Command::Up => chooser.selected = chooser.selected.saturating_sub(1),
        Command::Down => chooser.selected = (chooser.selected + 1).min(last),
        Command::First => chooser.selected = 0,
        Command::Last => chooser.selected = last,
        Command::ChooseView => {
            let pointed = chooser.selected;
            if let Some(view) = model.list(kind).views.get(pointed).map(|one| one.view.clone()) {
                return choose(model, kind, view);
            }
        }
        Command::KeepView => return name(model, kind),
        Command::RemoveView => return remove(model, kind, removing),
        _ => model.dialog = None,
    }
    vec![]
}

fn tell(model: &mut Model, id: &str) -> Vec<Effect> {
    let text = model.texts.say(id);
    model.announce(Tone::Warning, text);
    vec![]
}

fn choose(model: &mut Model, kind: ListKind, view: View) -> Vec<Effect> {
    model.dialog = None;
    list::choose_view(model, kind, view)
}

/// Asks for the name under which the search shall be kept.
fn name(model: &mut Model, kind: ListKind) -> Vec<Effect> {
    if model.options.read_only {
        return tell(model, "message-read-only");
    }
    if model.list(kind).text.is_empty() {
        return tell(model, "message-view-needs-search");
    }
    model.dialog = Some(Dialog::ViewName(line_field(""), None));
    vec![]
}

/// The name is typed: the view is kept, or it is told why it has no such name.
pub(super) fn named(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Dialog::ViewName(area, wrong)) = &mut model.dialog else { return vec![] };
    if command != Command::Done {
        model.dialog = None;
        return vec![];
    }
    match check_name(&text_of(area), &model.guides.views) {
        Ok(name) => {
            model.dialog = None;
            let query = model.list(model.current_list()).search();
            vec![Effect::KeepView(NewView { name, query })]
        }
        Err(refusal) => {
            *wrong = Some(refusal);
            vec![]
        }
    }
}

/// Removes the view that is pointed at, at the second time.
fn remove(model: &mut Model, kind: ListKind, sure: bool) -> Vec<Effect> {
    if model.options.read_only {
        return tell(model, "message-read-only");
    }
    let Some(Dialog::Views(chooser)) = &mut model.dialog else { return vec![] };
    let pointed = chooser.selected;
    let Some(view) = model.list(kind).views.get(pointed).map(|one| one.view.clone()) else { return vec![] };
    if !view.own {
        return tell(model, "message-view-built-in");
    }
    if sure {
        model.dialog = None;
        return vec![Effect::RemoveView(view.id, view.name)];
    }
    if let Some(Dialog::Views(chooser)) = &mut model.dialog {
        chooser.removing = true;
    }
    let text = model.texts.with("message-view-remove", &[("name", &view.name)]);
    model.announce(Tone::Warning, text);
    vec![]
}

/// A view was kept: it is shown, and its words are no longer a search.
pub(super) fn kept(model: &mut Model, wanted: &NewView, answer: Result<ViewList, Fault>) -> Vec<Effect> {
    let kind = model.current_list();
    match answer {
        Ok(list) => {
            let folded = wanted.name.to_lowercase();
            let found = list.views.iter().find(|view| view.own && view.name.to_lowercase() == folded).cloned();
            take(model, list);
            let text = model.texts.with("message-view-kept", &[("name", &wanted.name)]);
            model.announce(Tone::Good, text);
            let Some(view) = found else { return list::fetch(model, kind) };
            model.list_mut(kind).text = String::new();
            list::choose_view(model, kind, view)
        }
        Err(fault) => {
            let text = say_fault(&model.texts, &fault);
            model.announce(Tone::Bad, text);
            if model.dialog.is_none() {
                model.dialog = Some(Dialog::ViewName(line_field(&wanted.name), fault.refusals.first().cloned()));
            }
            vec![]
        }
    }
}

/// A view was removed: who looked at it sees everything.
pub(super) fn removed(model: &mut Model, name: &str, answer: Result<ViewList, Fault>) -> Vec<Effect> {
    let kind = model.current_list();
    match answer {
        Ok(list) => {
            let everything = View::everything(&list.views);
            let there = |view: &View| list.views.iter().any(|other| other.id == view.id);
            let shown = there(&model.list(kind).view);
            for list in [&mut model.queue, &mut model.archive] {
                if !there(&list.view) {
                    list.view = everything.clone();
                }
            }
            take(model, list);
            let text = model.texts.with("message-view-removed", &[("name", name)]);
            model.announce(Tone::Good, text);
            if shown { list::fetch(model, kind) } else { list::choose_view(model, kind, everything) }
        }
        Err(fault) => {
            let text = say_fault(&model.texts, &fault);
            model.announce(Tone::Bad, text);
            vec![]
        }
    }
}

/// Takes over the views; their numbers come with the next rows.
fn take(model: &mut Model, list: ViewList) {
    let of_open = |view: &View| model.guides.views.iter().any(|known| known.open_only && known.id == view.id);
    let solved: Vec<View> = list.views.iter().filter(|view| !of_open(view)).cloned().collect();
    let uncounted = |views: Vec<View>| views.into_iter().map(|view| ViewCount { view, count: None }).collect();
    model.archive.views = uncounted(solved);
    model.queue.views = uncounted(list.views);
}
