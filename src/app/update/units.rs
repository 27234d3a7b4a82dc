//! The units: the list, one unit's page, the search and the marks.
//! Imports `domain` and `api`.

mod notice;

pub(super) use self::notice::{forget_expired, form_wanted, notice_wanted, undo};
use super::{draft, list, show};
use crate::{
    api::fault::Fault,
    app::{
        command::Command,
        effect::{Effect, Ticket, UnitsWish},
        layout,
        model::{
            Model, Screen, Tone,
            case::CaseState,
            dialog::{Dialog, line_field},
            list::Loading,
            units::PageState,
        },
        msg::UnitsAnswer,
    },
    domain::unit::UnitNo,
    text::refusal::say_unread,
};

/// Goes to the list of units; a draft that is not saved yet is saved on the way.
pub(super) fn go_to_list(model: &mut Model) -> Vec<Effect> {
    let mut effects = draft::leave(model);
    model.screen = Screen::Units;
    model.case = CaseState::None;
    model.units.page = PageState::None;
    effects.extend(fetch(model));
    effects
}

/// Fetches how the units stand, or once more when that is on its way.
fn fetch(model: &mut Model) -> Vec<Effect> {
    if let Loading::Waiting { again, .. } = &mut model.units.loading {
        *again = true;
        return vec![];
    }
    let ticket = model.ticket();
    model.units.loading = Loading::Waiting { ticket, again: false };
    vec![Effect::Units(UnitsWish::Standings(ticket))]
}

/// Fetches the open page again.
fn reload(model: &mut Model) -> Vec<Effect> {
    let Some(unit) = model.units.open().cloned() else { return vec![] };
    let ticket = model.ticket();
    match &mut model.units.page {
        PageState::Ready(_, again) => *again = Some(ticket),
        other => *other = PageState::Waiting(ticket, unit.clone()),
    }
    vec![Effect::Units(UnitsWish::Page(ticket, unit))]
}

/// Something has changed at the backend: what is shown of units is fetched again.
pub(super) fn changed(model: &mut Model, unit: Option<&UnitNo>) -> Vec<Effect> {
    match model.screen {
        Screen::Units => fetch(model),
        Screen::Unit if unit.is_none() || model.units.open() == unit => reload(model),
        _ => vec![],
    }
}

/// Does what a person wants with the list.
pub(super) fn wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Open => open(model),
        Command::Search => {
            let field = line_field(&model.units.text);
            show(model, Dialog::Search(field, None))
        }
        Command::ClearSearch => search(model, String::new()),
        Command::Mark => mark(model),
        Command::MarkAll => mark_all(model),
        Command::Remind => {
            let marked: Vec<String> = model.units.marks.iter().map(ToString::to_string).collect();
            let selected = model.units.selected_row().map(|row| row.no.to_string());
            let units = if marked.is_empty() { selected.into_iter().collect() } else { marked };
            notice::remind(model, units)
        }
        Command::Refresh => refresh(model),
        Command::Back => back(model),
        movement => go(model, movement),
    }
}

/// Does what a person wants with the page of a unit.
pub(super) fn page_wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    let page = model.size.text_lines();
    let top = &mut model.units.page_top;
    match command {
        Command::Up => *top = top.saturating_sub(1),
        Command::Down => *top += 1,
        Command::PageUp => *top = top.saturating_sub(page),
        Command::PageDown => *top += page,
        Command::First => *top = 0,
        Command::Refresh => return reload(model),
        Command::Copy => {
            let reference = model.units.ready().map(|page| page.row.reference.to_string());
            return reference.map(Effect::Copy).into_iter().collect();
        }
        Command::Remind => {
            let unit = model.units.open().map(ToString::to_string);
            return notice::remind(model, unit.into_iter().collect());
        }
        Command::NewExtension => return notice::form(model),
        Command::Back => return go_to_list(model),
        _ => {}
    }
    vec![]
}

/// Takes in what became true of units.
pub(super) fn replied(model: &mut Model, answer: UnitsAnswer) -> Vec<Effect> {
    match answer {
        UnitsAnswer::Standings(ticket, answer) => arrived(model, ticket, answer),
        UnitsAnswer::Page(ticket, answer) => page_arrived(model, ticket, answer),
        UnitsAnswer::Reminded(ticket, answer) => notice::reminded(model, ticket, answer),
        UnitsAnswer::Registered(ticket, answer) => notice::registered(model, ticket, answer),
        UnitsAnswer::Withdrawn(answer) => notice::withdrawn(model, answer),
    }
}

fn arrived(model: &mut Model, ticket: Ticket, answer: Result<crate::api::units::UnitStandings, Fault>) -> Vec<Effect> {
    let Loading::Waiting { ticket: expected, again } = model.units.loading else { return vec![] };
    if expected != ticket {
        return vec![];
    }
    match answer {
        Ok(standings) => {
            model.units.take(standings);
            keep_selected_visible(model);
            if again { fetch(model) } else { vec![] }
        }
        Err(fault) => {
            if model.units.list.is_some() {
                model.announce(Tone::Bad, say_unread(&model.texts, &fault));
            }
            model.units.loading = Loading::Failed(fault);
            vec![]
        }
    }
}

fn page_arrived(
    model: &mut Model,
    ticket: Ticket,
    answer: Result<Box<crate::api::units::UnitPage>, Fault>,
) -> Vec<Effect> {
    let expected = match &model.units.page {
        PageState::Waiting(expected, _) => Some(*expected),
        PageState::Ready(_, again) => *again,
        _ => None,
    };
    if expected != Some(ticket) {
        return vec![];
    }
    match (answer, &model.units.page) {
        (Ok(page), _) => model.units.page = PageState::Ready(page, None),
        (Err(fault), PageState::Waiting(_, unit)) => model.units.page = PageState::Failed(unit.clone(), fault),
        (Err(fault), _) => model.announce(Tone::Bad, say_unread(&model.texts, &fault)),
    }
    vec![]
}

/// Searches for words, from the first row on.
pub(super) fn search(model: &mut Model, text: String) -> Vec<Effect> {
    if model.units.text != text {
        model.units.text = text;
        model.units.selected = 0;
        model.units.top = 0;
    }
    vec![]
}

/// Does what a person wants while the words are typed.
pub(super) fn search_wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Up | Command::Down | Command::PageUp | Command::PageDown => go(model, command),
        Command::ClearSearch => {
            model.dialog = None;
            search(model, String::new())
        }
        _ => {
            model.dialog = None;
            vec![]
        }
    }
}

/// Moves the rows that are shown so that the selected one is among them.
pub(super) fn keep_selected_visible(model: &mut Model) {
    let page = model.size.list_rows();
    let total = model.units.shown().len();
    model.units.top = layout::follow(model.units.top, model.units.selected, page, total);
}

fn go(model: &mut Model, movement: Command) -> Vec<Effect> {
    let page = model.size.list_rows();
    let end = model.units.shown().len().saturating_sub(1);
    let selected = model.units.selected;
    model.units.selected = match movement {
        Command::Up => selected.saturating_sub(1),
        Command::Down => (selected + 1).min(end),
        Command::PageUp => selected.saturating_sub(page),
        Command::PageDown => (selected + page).min(end),
        Command::First => 0,
        Command::Last => end,
        _ => return vec![],
    };
    keep_selected_visible(model);
    vec![]
}

fn open(model: &mut Model) -> Vec<Effect> {
    let Some(unit) = model.units.selected_row().map(|row| row.no.clone()) else {
        model.announce(Tone::Warning, model.texts.say("message-nothing-selected"));
        return vec![];
    };
    let ticket = model.ticket();
    model.screen = Screen::Unit;
    model.units.page_top = 0;
    model.units.page = PageState::Waiting(ticket, unit.clone());
    vec![Effect::Units(UnitsWish::Page(ticket, unit))]
}

fn mark(model: &mut Model) -> Vec<Effect> {
    let Some(unit) = model.units.selected_row().map(|row| row.no.clone()) else { return vec![] };
    if !model.units.marks.remove(&unit) {
        model.units.marks.insert(unit);
    }
    go(model, Command::Down)
}

/// Marks all that are shown; once more takes the marks away.
fn mark_all(model: &mut Model) -> Vec<Effect> {
    let shown: Vec<UnitNo> = model.units.shown().into_iter().map(|row| row.no.clone()).collect();
    if shown.iter().all(|unit| model.units.marks.contains(unit)) {
        model.units.marks.retain(|unit| !shown.contains(unit));
    } else {
        model.units.marks.extend(shown);
    }
    vec![]
}

fn refresh(model: &mut Model) -> Vec<Effect> {
    model.announce(Tone::Plain, model.texts.say("message-refreshing"));
    fetch(model)
}

/// Esc takes the marks away, then the search, and then leads back to the queue.
fn back(model: &mut Model) -> Vec<Effect> {
    if !model.units.marks.is_empty() {
        model.units.marks.clear();
        return vec![];
    }
    if !model.units.text.is_empty() {
        return search(model, String::new());
    }
    model.screen = Screen::Queue;
    list::fetch(model, model.current_list())
}
