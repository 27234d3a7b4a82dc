//! Extension counts from a file or a paste: the path, the report of what fits, and taking that over.
//! Imports `domain`.

use super::grid;
use crate::{
    app::{
        command::Command,
        effect::{Effect, Ticket},
        model::{
            Model, Tone,
            dialog::{Dialog, Page, line_field, text_of, type_into},
            grid::Import,
        },
        msg::{FileTrouble, Typed},
    },
    domain::{counts::CountCase, refusal::Refusal},
    text::{clean, foreign, refusal::say},
};

/// Asks for the path of a file.
pub(super) fn ask(model: &mut Model) -> Vec<Effect> {
    if model.closed {
        return model.say_closed();
    }
    if let Some(Dialog::Grid(grid)) = &mut model.dialog {
        grid.path = Some(line_field(""));
    }
    vec![]
}

/// Does what a person wants with the field of the path.
pub(super) fn path(model: &mut Model, command: Command) -> Vec<Effect> {
    let ticket = model.ticket();
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    let given = grid.path.as_ref().map(text_of).unwrap_or_default();
    if command != Command::Done || given.trim().is_empty() {
        grid.path = None;
        grid.reading = None;
        return vec![];
    }
    grid.reading = Some(ticket);
    vec![Effect::ReadFile(ticket, given.trim().to_owned())]
}

/// Types into the field of the path.
pub(super) fn typed(model: &mut Model, typed: Typed) -> Vec<Effect> {
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    if let Some(area) = &mut grid.path {
        type_into(area, typed, false);
        grid.reading = None;
    }
    vec![]
}

/// A file was read, or could not be.
pub(super) fn arrived(model: &mut Model, ticket: Ticket, answer: Result<Vec<u8>, FileTrouble>) -> Vec<Effect> {
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    if grid.reading != Some(ticket) {
        return vec![];
    }
    grid.reading = None;
    let path = grid.path.as_ref().map(text_of).unwrap_or_default();
    match answer {
        Ok(bytes) => read(model, &bytes, Some(clean::line(path.trim()))),
        Err(why) => {
            let path = clean::line(path.trim());
            let text = match why {
                FileTrouble::Missing => model.texts.with("message-file-missing", &[("path", &path)]),
                FileTrouble::NotAllowed => model.texts.with("message-file-not-allowed", &[("path", &path)]),
                FileTrouble::NotPlain => model.texts.with("message-file-not-plain", &[("path", &path)]),
                FileTrouble::Other(why) => model
                    .texts
                    .with("message-file-unread", &[("path", &path), ("why", &foreign::say(&model.texts, &why))]),
            };
            model.announce(Tone::Bad, text);
            vec![]
        }
    }
}

/// Matches a table with the rows of the grid, and shows what fits before anything of it is taken.
pub(super) fn read(model: &mut Model, bytes: &[u8], file: Option<String>) -> Vec<Effect> {
    let me = model.me.as_ref().map(|me| me.person.clone()).unwrap_or_default();
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    if grid.rows.is_empty() {
        return vec![];
    }
    let cases: Vec<CountCase> = grid.rows.iter().map(|row| row.case.clone()).collect();
    match model.guides.count_tables.read(bytes, &model.guides.register, &cases) {
        Ok(mut matched) => {
            // A colleague's draft is not overwritten by a file: the row is taken over by hand first.
            for row in &grid.rows {
                if let Some(name) = row.colleague(&me) {
                    matched.refuse(&row.case.reference, Refusal::ColleaguesDraft { name: clean::line(name) });
                }
            }
            grid.path = None;
            grid.import = Some(Box::new(Import { file, matched, page: Page::default() }));
            model.message.hidden = true;
        }
        Err(refusal) => {
            let text = say(&model.texts, &refusal);
            model.announce(Tone::Bad, text);
        }
    }
    vec![]
}

/// Does what a person wants with the report of a table.
pub(super) fn wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    let lines = model.size.text_lines();
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    let Some(import) = &mut grid.import else { return vec![] };
    let top = &mut import.page.top;
    match command {
        Command::Up => *top = top.saturating_sub(1),
        Command::Down => *top += 1,
        Command::PageUp => *top = top.saturating_sub(lines),
        Command::PageDown => *top += lines,
        Command::First => *top = 0,
        Command::TakeCounts => return take(model),
        _ => leave(model),
    }
    vec![]
}

/// Esc: none of them is taken.
fn leave(model: &mut Model) {
    if let Some(Dialog::Grid(grid)) = &mut model.dialog {
        grid.import = None;
    }
    let text = model.texts.say("message-counts-none-taken");
    model.announce(Tone::Plain, text);
}

/// Takes over the counts that fit, and only those; then the grid closes.
fn take(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Grid(grid)) = &mut model.dialog else { return vec![] };
    let Some(import) = grid.import.take() else { return vec![] };
    let matched = import.matched;
    if matched.fitting.is_empty() {
        let text = model.texts.say("message-counts-none-fit");
        model.announce(Tone::Warning, text);
        return vec![];
    }
    let mut places = Vec::with_capacity(matched.fitting.len());
    for fitting in &matched.fitting {
        let Some(place) = grid.rows.iter().position(|row| row.case.reference == fitting.reference) else { continue };
        if let Some(row) = grid.rows.get_mut(place) {
            row.text = fitting.count.to_string();
            row.refusal = None;
            row.outcome = None;
            places.push(place);
        }
    }
    let taken = i64::try_from(places.len()).unwrap_or(i64::MAX);
    let mut effects: Vec<Effect> = places.into_iter().flat_map(|place| grid::keep(model, place)).collect();
    let refused = i64::from(matched.refused());
    let text = model.texts.with_numbers("message-counts-taken", &[], &[("taken", taken), ("refused", refused)]);
    effects.extend(grid::close_saying(model, Some(text)));
    effects
}
