//! The queue and the archive: moving, searching, sorting, and the window of rows that is loaded.
//! Imports `api`.

use super::{batch, case, deadline, grid, marks, place, show, together, views};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        tasks::TaskPage,
    },
    app::{
        command::Command,
        effect::{Effect, ListKind, Ticket},
        layout,
        model::{
            Model, Screen, Tone,
            dialog::{Dialog, Page, line_field},
            list::Loading,
        },
    },
    domain::query::view::View,
    text::refusal::say_unread,
};

/// Does what a person wants with a list.
pub(super) fn wanted(model: &mut Model, kind: ListKind, command: Command) -> Vec<Effect> {
    match command {
        Command::Open => open(model, kind),
        Command::Search => {
            let field = line_field(&model.list(kind).text);
            show(model, Dialog::Search(field, None))
        }
        Command::ClearSearch => search(model, kind, String::new()),
        Command::Views => views::open(model, kind),
        Command::Mark | Command::MarkRange | Command::MarkAll | Command::MarkInvert | Command::MarksBack => {
            marks::wanted(model, kind, command)
        }
        Command::Sort => sort(model, kind),
        Command::SortTurn => {
            let list = model.list_mut(kind);
            list.descending = !list.descending;
            from_the_top(model, kind)
        }
        Command::Explain => {
            let weighed = model.list(kind).selected_row().is_some_and(|row| row.weight.is_some());
            if weighed { show(model, Dialog::Explain(Page::default())) } else { vec![] }
        }
        Command::BatchApprove if kind == ListKind::Queue => batch::approve(model),
        Command::BatchReturn if kind == ListKind::Queue => batch::begin_return(model),
        Command::CountGrid if kind == ListKind::Queue => grid::open(model),
        Command::Countdown => deadline::countdown(model),
        Command::Resume => place::resume(model),
        Command::Copy => copy(model, kind),
        Command::Refresh => refresh(model, kind),
        Command::Back => back(model, kind),
        movement => go(model, kind, movement),
    }
}

/// Fetches the rows around the selection, or once more when they are on their way.
pub(super) fn fetch(model: &mut Model, kind: ListKind) -> Vec<Effect> {
    if let Loading::Waiting { again, .. } = &mut model.list_mut(kind).loading {
        *again = true;
        return vec![];
    }
    let ticket = model.ticket();
    let list = model.list_mut(kind);
    if list.follow.is_none() {
        list.follow = list.selected_row().map(|row| row.reference.clone());
    }
    list.loading = Loading::Waiting { ticket, again: false };
    vec![Effect::FetchTasks(ticket, kind, list.query())]
}

/// A window of rows has come.
pub(super) fn arrived(
    model: &mut Model,
    kind: ListKind,
    ticket: Ticket,
    answer: Result<TaskPage, Fault>,
) -> Vec<Effect> {
    let Loading::Waiting { ticket: expected, again } = model.list(kind).loading else { return vec![] };
    if expected != ticket {
        return vec![];
    }
    match answer {
        Ok(page) => {
            model.list_mut(kind).take(page);
            together::rows_arrived(model, kind);
            let mut effects = if kind == ListKind::Queue && !again { marks::check(model) } else { vec![] };
            effects.extend(if again { fetch(model, kind) } else { keep_selected_visible(model, kind) });
            effects
        }
        Err(fault) => {
            // On a case, or with no rows, the screen says enough; the announcement may be an outcome.
            // Without a line, which the title tells, it is not told again over what matters more.
            let told = !model.live && !model.message.hidden && !matches!(model.message.tone, Tone::Plain);
            if !matches!(model.screen, Screen::Case(_)) && !model.list(kind).rows.is_empty() && !told {
                model.announce(Tone::Bad, say_unread(&model.texts, &fault));
            }
            let list = model.list_mut(kind);
            if fault.kind == FaultKind::Refused {
                // The rows that are there are not what is searched for now.
                list.rows.clear();
                list.total = 0;
            }
            list.loading = Loading::Failed(fault);
            vec![]
        }
    }
}

/// Moves the window that is shown so that the selected row is in it, and fetches rows that are missing.
pub(super) fn keep_selected_visible(model: &mut Model, kind: ListKind) -> Vec<Effect> {
    let page = model.size.list_rows();
    let list = model.list_mut(kind);
    list.top = layout::follow(list.top, list.selected, page, list.total);
    if list.loading == Loading::Ready && list.needs_rows(page) { fetch_near(model, kind) } else { vec![] }
}

/// Fetches the rows round the place of the selection, which is quicker to find than its reference among very many.
fn fetch_near(model: &mut Model, kind: ListKind) -> Vec<Effect> {
    let mut effects = fetch(model, kind);
    for effect in &mut effects {
        if let Effect::FetchTasks(_, _, query) = effect {
            query.around = None;
        }
    }
    effects
}

/// Of the fetches that a burst of keys asked for, those that are still waited for, each round where the selection is by now.
pub(super) fn still_wanted(model: &Model, fetches: Vec<Effect>) -> Vec<Effect> {
    let wanted = |effect| {
        let Effect::FetchTasks(ticket, kind, mut query) = effect else { return Some(effect) };
        let list = model.list(kind);
        let waits = matches!(list.loading, Loading::Waiting { ticket: expected, .. } if expected == ticket);
        if query.around.is_none() {
            query.at = list.query().at;
        }
        waits.then_some(Effect::FetchTasks(ticket, kind, query))
    };
    fetches.into_iter().filter_map(wanted).collect()
}

/// Searches for words, from the first row on.
pub(super) fn search(model: &mut Model, kind: ListKind, text: String) -> Vec<Effect> {
    if model.list(kind).text == text {
        return vec![];
    }
    model.list_mut(kind).text = text;
    from_the_top(model, kind)
}

/// Shows another part of a list.
pub(super) fn choose_view(model: &mut Model, kind: ListKind, view: View) -> Vec<Effect> {
    model.list_mut(kind).view = view;
    from_the_top(model, kind)
}

fn from_the_top(model: &mut Model, kind: ListKind) -> Vec<Effect> {
    let ticket = model.ticket();
    let list = model.list_mut(kind);
    list.selected = 0;
    list.top = 0;
    list.follow = None;
    list.marking.hidden = None;
    list.marking.range = None;
    // An answer to an older question is dropped by its ticket.
    list.loading = Loading::Waiting { ticket, again: false };
    vec![Effect::FetchTasks(ticket, kind, list.query())]
}

fn go(model: &mut Model, kind: ListKind, movement: Command) -> Vec<Effect> {
    let page = model.size.list_rows();
    let list = model.list_mut(kind);
    let end = list.total.saturating_sub(1);
    list.selected = match movement {
        Command::Up => list.selected.saturating_sub(1),
        Command::Down => (list.selected + 1).min(end),
        Command::PageUp => list.selected.saturating_sub(page),
        Command::PageDown => (list.selected + page).min(end),
        Command::First => 0,
        Command::Last => end,
        _ => return vec![],
    };
    list.follow = None;
    keep_selected_visible(model, kind)
}

fn open(model: &mut Model, kind: ListKind) -> Vec<Effect> {
    let Some(reference) = model.list(kind).selected_row().map(|row| row.reference.clone()) else {
        model.announce(Tone::Warning, model.texts.say("message-nothing-selected"));
        return vec![];
    };
    case::open(model, kind, reference)
}

fn sort(model: &mut Model, kind: ListKind) -> Vec<Effect> {
    let list = model.list_mut(kind);
    (list.sort, list.descending) = list.next_sort();
    let name = model.texts.of_family("sort", &model.list(kind).sort);
    model.announce(Tone::Plain, model.texts.with("message-sorted", &[("column", &name)]));
    from_the_top(model, kind)
}

fn copy(model: &mut Model, kind: ListKind) -> Vec<Effect> {
    model.list(kind).selected_row().map(|row| Effect::Copy(row.reference.to_string())).into_iter().collect()
}

fn refresh(model: &mut Model, kind: ListKind) -> Vec<Effect> {
    let mut effects = if model.me.is_none() { vec![Effect::FetchMe] } else { vec![] };
    if !model.waiting.is_empty() {
        effects.push(Effect::Recover);
    }
    model.announce(Tone::Plain, model.texts.say("message-refreshing"));
    effects.extend(fetch(model, kind));
    effects
}

/// One step back, the one that loses least: out of the stretch, the search, the marks, and only then out.
fn back(model: &mut Model, kind: ListKind) -> Vec<Effect> {
    if model.list_mut(kind).marking.range.take().is_some() {
        return vec![];
    }
    if !model.list(kind).text.is_empty() {
        return search(model, kind, String::new());
    }
    if kind == ListKind::Queue && marks::clear(model) {
        return vec![];
    }
    match kind {
        ListKind::Queue => show(model, Dialog::Quit),
        ListKind::Archive => {
            model.screen = Screen::Queue;
            fetch(model, ListKind::Queue)
        }
    }
}
