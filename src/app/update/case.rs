//! One case: opening it, moving among its points, and the draft that is saved by itself.
//! Imports `domain` and `api`.

use super::{conflict, deadline, decide, draft, list, place, portal, review, show};
use crate::{
    api::{
        case::{Case, Draft},
        counts::as_typed,
        fault::Fault,
    },
    app::{
        command::Command,
        effect::{Effect, ListKind, Ticket},
        layout,
        model::{
            Model, Screen, Tone,
            case::{CaseState, OpenCase, Row},
            dialog::{Dialog, Page, line_field},
        },
    },
    domain::{decision::DecisionKind, form::key, report::Reference, task::State, unit::ExtensionRule},
    text::{clean, name, refusal::say_unread},
};

/// Opens a case from one of the lists.
pub(super) fn open(model: &mut Model, from: ListKind, reference: Reference) -> Vec<Effect> {
    let mut effects = draft::leave(model);
    let ticket = model.ticket();
    model.screen = Screen::Case(from);
    model.resume = None;
    model.dialog = None;
    model.case = CaseState::Waiting(ticket, reference.clone());
    effects.push(Effect::FetchCase(ticket, reference));
    effects
}

/// Fetches the open case again; what is typed stays.
pub(super) fn reload(model: &mut Model) -> Vec<Effect> {
    let Some(reference) = model.case.reference().cloned() else { return vec![] };
    let ticket = model.ticket();
    if let CaseState::Failed(..) = model.case {
        model.case = CaseState::Waiting(ticket, reference.clone());
    }
    if let Some(open) = model.case.ready_mut() {
        (open.reload, open.quiet) = (Some(ticket), false);
    }
    vec![Effect::FetchCase(ticket, reference)]
}

/// Fetches the open case again because something happened to it that nobody here asked for.
pub(super) fn look_again(model: &mut Model) -> Vec<Effect> {
    let effects = reload(model);
    if let Some(open) = model.case.ready_mut() {
        open.quiet = true;
    }
    effects
}

/// A case has come.
pub(super) fn arrived(model: &mut Model, ticket: Ticket, answer: Result<Case, Fault>) -> Vec<Effect> {
    let expected = match &model.case {
        CaseState::Waiting(expected, _) => Some(*expected),
        CaseState::Ready(open) => open.reload,
        _ => None,
    };
    if expected != Some(ticket) {
        return vec![];
    }
    match answer {
        Ok(case) => take(model, case),
        Err(fault) => {
            if let CaseState::Waiting(_, reference) = &model.case {
                // The screen says why; the announcement may still be the outcome of the case before.
                model.case = CaseState::Failed(reference.clone(), fault);
            } else {
                model.announce(Tone::Bad, say_unread(&model.texts, &fault));
            }
            vec![]
        }
    }
}

/// What was typed on a case earlier, and no backend has: it stands on the case when that comes. On the open case it stands
/// already, and may be older than what is typed there now.
pub(super) fn typed_before(model: &mut Model, reference: Reference, draft: Draft) -> Vec<Effect> {
    if model.case.ready().is_none_or(|open| *open.case.reference() != reference) {
        model.beside.insert(reference, draft);
    }
    vec![]
}

/// A case as it was is shown while it is asked for anew; what is typed meanwhile stays when it comes.
pub(super) fn remembered(model: &mut Model, ticket: Ticket, case: Case) -> Vec<Effect> {
    let effects = take(model, case);
    if let Some(open) = model.case.ready_mut() {
        (open.reload, open.quiet) = (Some(ticket), false);
    }
    effects
}

fn take(model: &mut Model, case: Case) -> Vec<Effect> {
    if waits(model, &case) {
        return vec![];
    }
    let base = conflict::base(model.case.ready(), &case);
    let (me, now) = (model.me.as_ref().map(|me| me.person.clone()).unwrap_or_default(), model.now);
    let typing = matches!(model.dialog, Some(Dialog::Editor(_) | Dialog::Count(..) | Dialog::Note(..)));
    let mut fresh = OpenCase::new(case);
    let before = model.case.ready();
    let known = before.is_some_and(|before| before.beside.is_some());
    if let Some(before) = before {
        fresh.carry_over(before, &me, typing);
        if known && fresh.beside.is_none() {
            // Nobody else's draft is stored any more: what was typed is sent.
            fresh.unsaved_since = Some(now);
        }
    }
    if let Some((_, seen)) =
        model.seen.get(fresh.case.reference()).filter(|(version, _)| *version == fresh.draft.version)
    {
        fresh.draft.seen.extend(seen);
    }
    if fresh.is_open()
        && let Some(typed) = model.beside.remove(fresh.case.reference())
    {
        fresh.put_typed(typed, &me, now);
    }
    if let Some(item) = model.counts.items.get(fresh.case.reference()) {
        // Typed in the grid and still on its way: the case must not show, or send back, the count from before.
        fresh.draft.extensions = as_typed(item.count);
    }
    let beside = fresh.beside.as_deref().filter(|_| !known).map(clean::line);
    let heard = model.case.ready().is_some_and(|before| before.quiet);
    let over = model.case.ready().and_then(|before| draft::decided_over(before, &fresh, &me));
    fresh.say_findings(&model.guides, model.texts.language());
    model.case = CaseState::Ready(Box::new(fresh));
    keep_cursor_visible(model);
    conflict::show(model, base);
    if let Some(typed) = over {
        return draft::keep_for_later(model, typed, heard);
    }
    let reopened = place::opened(model);
    let Some(name) = beside else { return reopened };
    model.announce(Tone::Warning, model.texts.with("message-colleague-wrote", &[("name", &name)]));
    reopened.into_iter().chain(draft::keep(model)).collect()
}

/// True when a case comes in a newer version that nobody asked for, while the older one is being read or written about: it is
/// told, and shown when the person asks.
fn waits(model: &mut Model, case: &Case) -> bool {
    let busy = model.dialog.is_some();
    let (row, version) = (case.row(), case.row().version.to_string());
    let Some(open) = model.case.ready_mut().filter(|open| open.case.reference() == &row.reference) else {
        return false;
    };
    let waits = (open.quiet || busy) && row.state == State::Open && open.case.row().version < row.version;
    if waits {
        (open.reload, open.newer) = (None, Some(row.version));
        let text = model.texts.with("message-newer-version", &[("version", &version)]);
        model.announce(Tone::Warning, text);
    }
    waits
}

/// Does what a person wants with the open case.
pub(super) fn wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    if command.changes() && draft::is_a_colleague_s(model, command) {
        return vec![];
    }
    match command {
        Command::Back => back(model),
        Command::NextTask => neighbour(model, true),
        Command::PreviousTask => neighbour(model, false),
        Command::Refresh => reload(model),
        Command::Copy => {
            model.case.reference().map(|reference| Effect::Copy(reference.to_string())).into_iter().collect()
        }
        Command::Timeline => show(model, Dialog::Timeline(Page::default())),
        Command::Explain => show(model, Dialog::Explain(Page::default())),
        Command::Approve => decide::begin(model, DecisionKind::Approve),
        Command::Return => decide::begin(model, DecisionKind::Return),
        Command::Grant => decide::begin(model, DecisionKind::Grant),
        Command::Reject => decide::begin(model, DecisionKind::Reject),
        Command::Forward => decide::begin(model, DecisionKind::Forward),
        Command::Ask => decide::begin_question(model),
        Command::Role => portal::next_role(model),
        Command::Repeat => deadline::repeat(model),
        Command::Extensions => extensions(model),
        Command::Changes => changes(model),
        Command::NextFinding => review::next(model),
        Command::Findings => review::all(model),
        Command::Accept => review::accept(model),
        Command::Note => note(model),
        Command::Bookmark => bookmark(model),
        movement => go(model, movement),
    }
}

/// Notes which sections have been on the screen.
pub(super) fn note_seen(model: &mut Model) {
    let rows = model.size.point_rows();
    let on_screen = matches!(model.screen, Screen::Case(_))
        && model.dialog.is_none()
        && model.watch.gate.is_none()
        && !model.linear
        && !model.size.is_too_small();
    if let Some(open) = model.case.ready_mut().filter(|open| on_screen && open.is_open()) {
        open.note_seen(rows);
    }
}

/// Notes which lines of the report were told, where it is told and not drawn.
pub(super) fn heard(model: &mut Model, from: usize, to: usize) -> Vec<Effect> {
    if let Some(open) = model.case.ready_mut().filter(|open| open.is_open()) {
        open.note_shown(from..to);
    }
    vec![]
}

/// Moves the points that are shown so that the selected one is among them.
pub(super) fn keep_cursor_visible(model: &mut Model) {
    let page = model.size.point_rows();
    if let Some(open) = model.case.ready_mut() {
        open.top = layout::follow(open.top, open.cursor, page, open.rows.len());
        // The heading of the first points stays in sight.
        if open.cursor <= 1 {
            open.top = 0;
        }
    }
}

fn back(model: &mut Model) -> Vec<Effect> {
    let kind = model.current_list();
    let mut effects = draft::leave(model);
    model.screen = if kind == ListKind::Queue { Screen::Queue } else { Screen::Archive };
    if let Some(reference) = model.case.reference().cloned() {
        model.list_mut(kind).follow = Some(reference);
    }
    model.case = CaseState::None;
    effects.extend(list::fetch(model, kind));
    effects
}

fn neighbour(model: &mut Model, forward: bool) -> Vec<Effect> {
    let kind = model.current_list();
    let at = model.case.reference().and_then(|reference| model.list(kind).position(reference));
    let selected = model.list(kind).selected;
    let here = at.unwrap_or(selected);
    let next = if forward { Some(here + 1) } else { here.checked_sub(1) };
    let Some((next, reference)) =
        next.and_then(|next| model.list(kind).row(next).map(|row| (next, row.reference.clone())))
    else {
        let id = if forward { "message-last-task" } else { "message-first-task" };
        model.announce(Tone::Plain, model.texts.say(id));
        return vec![];
    };
    model.list_mut(kind).selected = next;
    let mut effects = list::keep_selected_visible(model, kind);
    effects.extend(open(model, kind, reference));
    effects
}

fn go(model: &mut Model, movement: Command) -> Vec<Effect> {
    let page = model.size.point_rows();
    let Some(open) = model.case.ready_mut() else { return vec![] };
    let Some(last) = open.rows.len().checked_sub(1) else { return vec![] };
    let target = match movement {
        Command::Up => open.cursor.saturating_sub(1),
        Command::Down => (open.cursor + 1).min(last),
        Command::PageUp => open.cursor.saturating_sub(page),
        Command::PageDown => (open.cursor + page).min(last),
        Command::First => 0,
        Command::Last => last,
        Command::NextSection => return section(model, true),
        Command::PreviousSection => return section(model, false),
        _ => return vec![],
    };
    let up = matches!(movement, Command::Up | Command::PageUp);
    open.finding = None;
    open.cursor = nearest_point(open, target, up);
    keep_cursor_visible(model);
    vec![]
}

/// The point at a line, or the nearest one in the direction of the movement, or else in the other.
fn nearest_point(open: &OpenCase, target: usize, up: bool) -> usize {
    let is_point = |line: &usize| matches!(open.rows.get(*line), Some(Row::Point(..)));
    let before = (0..=target).rev().find(is_point);
    let after = (target..open.rows.len()).find(is_point);
    let (first, second) = if up { (before, after) } else { (after, before) };
    first.or(second).unwrap_or(open.cursor)
}

/// Goes to the first point of the next or previous section and shows as much of the section as fits.
fn section(model: &mut Model, forward: bool) -> Vec<Effect> {
    let page = model.size.point_rows();
    let Some(open) = model.case.ready_mut() else { return vec![] };
    let headings: Vec<usize> =
        open.rows.iter().enumerate().filter(|(_, row)| matches!(row, Row::Heading(_))).map(|(line, _)| line).collect();
    let here = headings.iter().rposition(|line| *line <= open.cursor).unwrap_or(0);
    let next = if forward { here + 1 } else { here.saturating_sub(1) };
    let Some(heading) = headings.get(next).copied() else { return vec![] };
    open.finding = None;
    let end = headings.get(next + 1).copied().unwrap_or(open.rows.len());
    open.cursor = nearest_point(open, heading + 1, false);
    open.top = layout::follow(open.top, end - 1, page, open.rows.len());
    open.top = layout::follow(open.top, heading, page, open.rows.len());
    vec![]
}

fn extensions(model: &mut Model) -> Vec<Effect> {
    let Some(open) = model.case.ready().filter(|open| open.is_open()) else {
        return decide::refuse_closed(model);
    };
    if model.waits(open.case.reference()).is_some() {
        return decide::refuse(model, "message-waits-already");
    }
    let Some(report) = open.report() else { return vec![] };
    if report.unit.extension_rule == ExtensionRule::Forbidden {
        let why = report.unit.extension_why.as_deref().unwrap_or_default();
        let why = name::why(&model.texts, &model.guides.register.channels, why);
        let letter = report.unit.extension_letter.clone().unwrap_or_default();
        let text = model.texts.with("message-extensions-forbidden", &[("why", &why), ("letter", &letter)]);
        model.announce(Tone::Warning, text);
        return vec![];
    }
    // An empty field proposes what the register says; the draft has it only when Enter takes it.
    let registered = report.registered.proposed().map(|count| count.to_string()).unwrap_or_default();
    let proposes = open.draft.extensions.is_empty() && report.unit.extension_rule == ExtensionRule::Required;
    let mut field = line_field(if proposes { &registered } else { &open.draft.extensions });
    if proposes {
        // What is typed takes the place of the proposal; Enter takes it as it stands.
        field.select_all();
    }
    if let Some(open) = model.case.ready_mut() {
        if open.changes_only {
            open.changes_only = false;
            open.lay_out();
        }
        open.cursor = open.row_of(key::EXTENSIONS).unwrap_or(open.cursor);
    }
    keep_cursor_visible(model);
    show(model, Dialog::Count(field, None))
}

fn changes(model: &mut Model) -> Vec<Effect> {
    let none = model.texts.say("message-no-changes");
    let Some(open) = model.case.ready_mut().filter(|open| open.report().is_some()) else { return vec![] };
    if open.changed().is_empty() {
        model.announce(Tone::Plain, none);
        return vec![];
    }
    open.changes_only = !open.changes_only;
    open.lay_out();
    keep_cursor_visible(model);
    vec![]
}

fn note(model: &mut Model) -> Vec<Effect> {
    let Some(open) = model.case.ready().filter(|open| open.is_open()) else {
        return decide::refuse_closed(model);
    };
    let Some(point) = open.selected_point() else { return vec![] };
    let text = open.draft.notes.get(&point.key).map_or("", String::as_str);
    let dialog = Dialog::Note(point.key.clone(), line_field(text));
    show(model, dialog)
}

fn bookmark(model: &mut Model) -> Vec<Effect> {
    if !model.case.ready().is_some_and(OpenCase::is_open) {
        return decide::refuse_closed(model);
    }
    let Some(open) = model.case.ready_mut() else { return vec![] };
    let Some(name) = open.selected_point().map(|point| point.key.clone()) else { return vec![] };
    if !open.draft.bookmarks.remove(&name) {
        open.draft.bookmarks.insert(name);
    }
    draft::touch(model)
}
