//! The grid of extension counts: typing down the column, and keeping every digit.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use super::{case, counts_file, list};
use crate::{
    api::{
        counts::{CountItem, CountPage, CountQuery, CountsSaved, as_typed},
        fault::Fault,
        tasks::{Scope, TaskQuery},
    },
    app::{
        command::Command,
        effect::{Effect, ListKind, Ticket},
        layout,
        model::{
            Model, Tone,
            case::CaseState,
            dialog::Dialog,
            grid::{About, Grid, GridRow, say_outcome},
        },
        msg::Typed,
    },
    domain::{counts::CountOutcome, report::Reference, task::TaskKind},
    text::{
        clean, name,
        refusal::{say, say_fault, say_unread},
    },
};

/// Opens the grid for the marked reports, or else for those of the view.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if model.me.as_ref().is_some_and(|me| !me.role.decides()) {
        return tell(model, Tone::Warning, "message-only-reviewers");
    }
    let marked = !model.queue.marks.is_empty();
    let references: Vec<Reference> =
        model.queue.marked().into_iter().filter(|reference| !reference.is_access()).collect();
    let query = model.queue.query();
    let none = if marked { references.is_empty() } else { query.kind == Some(TaskKind::Access) };
    if none {
        return tell(model, Tone::Warning, "message-grid-no-reports");
    }
    let (asked, about) = if marked {
        (CountQuery { references, query: None }, About::Marked)
    } else {
        let (scope, kind) = (Scope::Open, Some(TaskKind::Report));
        let query = TaskQuery { scope, kind, at: None, around: None, cursor: None, limit: None, ..query };
        (CountQuery { references, query: Some(query) }, About::View(name::view(&model.texts, &model.queue.view)))
    };
    let ticket = model.ticket();
    model.dialog = Some(Dialog::Grid(Box::new(Grid::waiting(asked.clone(), about, ticket))));
    vec![Effect::FetchCounts(ticket, asked)]
}

/// The rows have come.
pub(super) fn arrived(model: &mut Model, ticket: Ticket, answer: Result<CountPage, Fault>) -> Vec<Effect> {
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    if grid.waiting != Some(ticket) {
        return vec![];
    }
    match answer {
        Ok(page) => {
            grid.take(page, &model.counts);
            if grid.rows.is_empty() {
                model.dialog = None;
                return tell(model, Tone::Warning, "message-grid-no-reports");
            }
            keep_visible(model);
        }
        Err(fault) => {
            grid.waiting = None;
            if !grid.rows.is_empty() {
                let text = say_unread(&model.texts, &fault);
                model.announce(Tone::Bad, text);
            } else if let Some(Dialog::Grid(grid)) = &mut model.dialog {
                grid.fault = Some(fault);
            }
        }
    }
    vec![]
}

/// Does what a person wants with the grid.
pub(super) fn wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    if grid.import.is_some() {
        return counts_file::wanted(model, command);
    }
    if grid.path.is_some() {
        return counts_file::path(model, command);
    }
    match command {
        Command::NextRow => next_row(model),
        Command::ImportCounts => counts_file::ask(model),
        Command::TakeOver => take_over(model),
        Command::Refresh => refresh(model),
        Command::Back => leave(model),
        movement => go(model, movement),
    }
}

/// Takes what is typed: digits into the field of the row, a paste as a table.
pub(super) fn typed(model: &mut Model, typed: Typed) -> Vec<Effect> {
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    if grid.path.is_some() {
        return counts_file::typed(model, typed);
    }
    match typed {
        Typed::Char(digit) if digit.is_ascii_digit() => write(model, &|row, begun| {
            if !begun {
                row.text.clear();
            }
            row.push(digit);
        }),
        Typed::Char(' ') => vec![],
        Typed::Char(_) => tell(model, Tone::Warning, "message-grid-digits"),
        Typed::Backspace => write(model, &|row, _| {
            row.text.pop();
        }),
        Typed::Delete | Typed::Clear => write(model, &|row, _| row.text.clear()),
        Typed::Paste(text) => pasted(model, &text),
        _ => vec![],
    }
}

fn pasted(model: &mut Model, text: &str) -> Vec<Effect> {
    let digits = text.trim();
    if !digits.is_empty() && digits.len() <= 6 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return write(model, &|row, _| digits.clone_into(&mut row.text));
    }
    counts_file::read(model, text.as_bytes(), None)
}

/// Changes the field of the row, unless it takes no count or is a colleague's, and keeps what can be taken of it.
fn write(model: &mut Model, change: &dyn Fn(&mut GridRow, bool)) -> Vec<Effect> {
    let me = model.me.as_ref().map(|me| me.person.clone()).unwrap_or_default();
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    let (begun, cursor) = (grid.begun, grid.cursor);
    let Some(row) = grid.rows.get_mut(cursor) else { return vec![] };
    if !row.case.takes_count() {
        let text = no_count(model);
        model.announce(Tone::Warning, text);
        return vec![];
    }
    if let Some(name) = row.colleague(&me).map(clean::line) {
        let text = model.texts.with("message-grid-colleague", &[("name", &name)]);
        model.announce(Tone::Warning, text);
        return vec![];
    }
    change(row, begun);
    row.outcome = None;
    row.refusal = row.judged().err();
    let refusal = row.refusal.clone();
    grid.begun = true;
    grid.warned = false;
    if let Some(refusal) = refusal {
        let text = say(&model.texts, &refusal);
        model.announce(Tone::Bad, text);
    } else {
        model.message.hidden = true;
    }
    keep(model, cursor)
}

/// Why the row with the caret takes no count.
fn no_count(model: &Model) -> String {
    let Some(Dialog::Grid(grid)) = &model.dialog else { return String::new() };
    let Some(row) = grid.row() else { return String::new() };
    if row.case.state == crate::domain::task::State::Open {
        let (why, letter) = (row.case.why.clone().unwrap_or_default(), row.case.letter.clone().unwrap_or_default());
        return model.texts.with("message-extensions-forbidden", &[("why", &why), ("letter", &letter)]);
    }
    let name = row.decided_by.as_deref().map(clean::line).unwrap_or_default();
    model.texts.with("grid-solved-by", &[("name", &name)])
}

/// Keeps the count of a row on the disk at once, and notes that the backend has yet to hear of it.
pub(super) fn keep(model: &mut Model, place: usize) -> Vec<Effect> {
    let now = model.now;
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    let Some(row) = grid.rows.get_mut(place) else { return vec![] };
    // What is out of range is shown and told, and is no count: neither is the one that stood there before.
    let count = row.judged().ok().flatten();
    let typed = as_typed(count);
    let reference = row.case.reference.clone();
    if row.draft.extensions == typed && !model.counts.items.contains_key(&reference) && !row.taken_over {
        return vec![];
    }
    row.draft.extensions = typed;
    let item = CountItem { reference: reference.clone(), version: row.case.version, count, take_over: row.taken_over };
    model.counts.items.insert(reference.clone(), item);
    model.counts.since.get_or_insert(now);
    vec![Effect::KeepDraft(reference, row.draft.clone())]
}

fn next_row(model: &mut Model) -> Vec<Effect> {
    let me = model.me.as_ref().map(|me| me.person.clone()).unwrap_or_default();
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    if let Some(refusal) = grid.row().and_then(|row| row.refusal.clone()) {
        let text = say(&model.texts, &refusal);
        model.announce(Tone::Bad, text);
        return vec![];
    }
    let cursor = grid.cursor;
    let next = grid.next(&me);
    let seen_anew = |row: &&mut GridRow| matches!(row.outcome, Some(CountOutcome::NewerVersion { version }) if row.case.version >= version);
    let again = grid.rows.get_mut(cursor).filter(seen_anew).map(|row| row.outcome = None).is_some();
    move_to(grid, next.unwrap_or(cursor));
    keep_visible(model);
    let effects = if again { keep(model, cursor) } else { vec![] };
    if next.is_none() {
        tell(model, Tone::Plain, "message-grid-last");
    }
    effects
}

fn move_to(grid: &mut Grid, place: usize) {
    grid.cursor = place;
    grid.begun = false;
}

fn go(model: &mut Model, movement: Command) -> Vec<Effect> {
    let page = model.size.grid_rows();
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    let Some(end) = grid.rows.len().checked_sub(1) else { return vec![] };
    let place = match movement {
        Command::Up => grid.cursor.saturating_sub(1),
        Command::Down => (grid.cursor + 1).min(end),
        Command::PageUp => grid.cursor.saturating_sub(page),
        Command::PageDown => (grid.cursor + page).min(end),
        Command::First => 0,
        Command::Last => end,
        _ => return vec![],
    };
    move_to(grid, place);
    keep_visible(model);
    vec![]
}

/// Scrolls so that the row with the caret is shown.
pub(super) fn keep_visible(model: &mut Model) {
    let page = model.size.grid_rows();
    if let Some(Dialog::Grid(grid)) = &mut model.dialog {
        grid.top = layout::follow(grid.top, grid.cursor, page, grid.rows.len());
    }
}

fn take_over(model: &mut Model) -> Vec<Effect> {
    let me = model.me.as_ref().map(|me| me.person.clone()).unwrap_or_default();
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    let cursor = grid.cursor;
    let Some(row) = grid.rows.get_mut(cursor).filter(|row| row.case.takes_count()) else { return vec![] };
    let Some(name) = row.colleague(&me).map(clean::line) else {
        return tell(model, Tone::Plain, "message-grid-no-colleague");
    };
    row.taken_over = true;
    let told = row.outcome.take().is_some();
    let text = model.texts.with("message-grid-taken-over", &[("name", &name)]);
    model.announce(Tone::Good, text);
    // What was typed before the colleague's draft was known is kept now.
    if told { keep(model, cursor) } else { vec![] }
}

fn refresh(model: &mut Model) -> Vec<Effect> {
    let ticket = model.ticket();
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    grid.waiting = Some(ticket);
    let asked = grid.asked.clone();
    // What was typed goes first, so that the rows that come back have it.
    let mut effects = save(model);
    effects.push(Effect::FetchCounts(ticket, asked));
    model.announce(Tone::Plain, model.texts.say("message-refreshing"));
    effects
}

/// Esc: out of the grid; what is typed is kept. Counts that are not taken are told first, once.
fn leave(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    let wrong: Vec<usize> = grid
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.refusal.is_some() || row.outcome.is_some())
        .map(|(place, _)| place)
        .collect();
    if let Some(first) = wrong.first().copied().filter(|_| !grid.warned) {
        grid.warned = true;
        move_to(grid, first);
        let count = i64::try_from(wrong.len()).unwrap_or(i64::MAX);
        let text = model.texts.count("message-grid-wrong", count, &[]);
        model.announce(Tone::Bad, text);
        keep_visible(model);
        return vec![];
    }
    close(model)
}

/// Closes the grid and sends what is not saved yet.
pub(super) fn close(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Grid(grid)) = &model.dialog else { return vec![] };
    let (given, all) = grid.given();
    let (given, all) = (given.to_string(), all.to_string());
    let text = model.texts.with("message-grid-left", &[("given", &given), ("all", &all)]);
    let loaded = !grid.rows.is_empty();
    close_saying(model, loaded.then_some(text))
}

/// Closes the grid, and says something once everything is saved.
pub(super) fn close_saying(model: &mut Model, text: Option<String>) -> Vec<Effect> {
    model.dialog = None;
    if model.counts.items.is_empty() {
        if let Some(text) = text {
            model.announce(Tone::Plain, text);
        }
        return list::fetch(model, ListKind::Queue);
    }
    model.counts.said = text;
    save(model)
}

/// Sends the counts when their time has come.
pub(super) fn save_if_due(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    if model.counts.save_at().is_some_and(|at: Timestamp| at <= now) { save(model) } else { vec![] }
}

/// Sends the counts that are not known to be stored, all in one request.
pub(super) fn save(model: &mut Model) -> Vec<Effect> {
    if model.counts.sending.is_some() || model.counts.items.is_empty() {
        return vec![];
    }
    let ticket = model.ticket();
    model.counts.since = None;
    model.counts.sending = Some(ticket);
    let most = crate::api::counts::MOST_COUNTS;
    let items: Vec<CountItem> = model.counts.items.values().take(most).cloned().collect();
    vec![Effect::SaveCounts(ticket, items)]
}

/// Counts were saved, or could not be.
pub(super) fn saved(
    model: &mut Model,
    ticket: Ticket,
    sent: &[CountItem],
    answer: Result<CountsSaved, Fault>,
) -> Vec<Effect> {
    if model.counts.sending != Some(ticket) {
        return vec![];
    }
    model.counts.sending = None;
    let mut effects = match answer {
        Ok(saved) => stored(model, sent, saved),
        Err(fault) => failed(model, sent, fault),
    };
    if model.counts.since.is_none() && !model.counts.items.is_empty() && model.counts.fault.is_none() {
        // Typed while the others were on their way.
        effects.extend(save(model));
    }
    effects
}

fn stored(model: &mut Model, sent: &[CountItem], saved: CountsSaved) -> Vec<Effect> {
    model.counts.fault = None;
    let (me, my_name) = model.me.as_ref().map(|me| (me.person.clone(), me.name.clone())).unwrap_or_default();
    let mut refused: Vec<(Reference, CountOutcome)> = Vec::new();
    for (item, result) in sent.iter().zip(saved.results) {
        if model.counts.items.get(&item.reference) == Some(item) {
            model.counts.items.remove(&item.reference);
        }
        if model.counts.items.is_empty() {
            // Typed anew meanwhile, but the same: nothing is left to wake for.
            model.counts.since = None;
        }
        if !result.outcome.is_saved() {
            refused.push((item.reference.clone(), result.outcome.clone()));
        }
        let Some(Dialog::Grid(grid)) = &mut model.dialog else { continue };
        let Some(row) = grid.row_of(&item.reference) else { continue };
        if result.outcome.is_saved() {
            row.draft.person.clone_from(&me);
            row.draft.name.clone_from(&my_name);
            row.taken_over = false;
        } else {
            if let CountOutcome::ColleaguesDraft { name } = &result.outcome {
                // Begun meanwhile: from here on the row says whose it is, and asks before it is taken over.
                name.clone_into(&mut row.draft.name);
                name.clone_into(&mut row.draft.person);
            }
            row.outcome = Some(result.outcome);
        }
    }
    let in_grid = matches!(model.dialog, Some(Dialog::Grid(_)));
    if let Some((reference, outcome)) = refused.first() {
        let why = say_outcome(&model.texts, outcome);
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let numbers = [("stored", count(sent.len() - refused.len())), ("others", count(refused.len() - 1))];
        let values = [("reference", reference.as_str()), ("why", why.as_str())];
        let text = model.texts.with_numbers("message-counts-some", &values, &numbers);
        model.announce(Tone::Warning, text);
    } else if let Some(said) = model.counts.said.take().filter(|_| !in_grid) {
        let text = model.texts.with("message-counts-saved", &[("said", &said)]);
        model.announce(Tone::Good, text);
    }
    if in_grid {
        return vec![];
    }
    let mut effects = list::fetch(model, model.current_list());
    // A case that was opened meanwhile may have been read before its count was stored.
    let opened = model.case.reference().filter(|open| sent.iter().any(|item| item.reference == **open)).cloned();
    if let Some(reference) = opened {
        effects.extend(match model.case {
            CaseState::Waiting(..) => case::open(model, model.current_list(), reference),
            _ => case::reload(model),
        });
    }
    effects
}

fn failed(model: &mut Model, sent: &[CountItem], fault: Fault) -> Vec<Effect> {
    if fault.leaves_it_waiting() {
        // It stands on the disk, and is sent again.
        model.counts.since = Some(model.now);
    } else {
        for item in sent {
            model.counts.items.remove(&item.reference);
        }
    }
    let why = say_fault(&model.texts, &fault);
    let (id, tone) = if fault.leaves_it_waiting() {
        ("message-draft-on-disk", Tone::Warning)
    } else {
        ("message-counts-failed", Tone::Bad)
    };
    if model.counts.fault.replace(fault).is_none() {
        let text = model.texts.with(id, &[("why", &why)]);
        model.announce(tone, text);
    }
    vec![]
}

fn tell(model: &mut Model, tone: Tone, id: &str) -> Vec<Effect> {
    let text = model.texts.say(id);
    model.announce(tone, text);
    vec![]
}
