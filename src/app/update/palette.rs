//! The palette: looks through commands, points, units and tasks, and takes what is chosen.
//! Imports `domain`, `text` and `api`.

use jiff::Timestamp;

use super::{case, go_to, list, show, together};
use crate::{
    api::{
        fault::Fault,
        me::UnitList,
        tasks::{Scope as Which, TaskPage, TaskQuery, TaskRow},
    },
    app::{
        command::Command,
        effect::{Effect, ListKind, Ticket},
        fuzzy,
        model::{
            Model, Screen, Tone, Undo,
            case::OpenCase,
            dialog::{Dialog, Page, line_field, text_of, type_into},
            palette::{Found, Item, Palette},
        },
        msg::Typed,
        scope,
    },
    domain::{
        form::{Form, Point},
        query::view::View,
        task::State,
        unit::UnitNo,
    },
    text::{clean, fold},
};

/// How many tasks are asked for.
const MOST_TASKS: u32 = 20;
/// The most lines that are kept.
const MOST_ITEMS: usize = 200;
/// What an open task has before a solved one.
const OPEN: u32 = 200;
/// From how many letters on tasks are looked for.
const LEAST: usize = 2;

/// Opens the palette; what it looks through is fetched the first time.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let palette = Palette {
        area: line_field(""),
        items: Vec::new(),
        selected: 0,
        tasks: Vec::new(),
        waiting: None,
        again: false,
        fault: None,
    };
    let mut effects = show(model, Dialog::Palette(Box::new(palette)));
    effects.extend(fetch_shelf(model));
    effects.extend(together::fetch_colleagues(model));
    rank(model);
    effects
}

fn fetch_shelf(model: &mut Model) -> Vec<Effect> {
    let period = model.me.as_ref().and_then(|me| me.period.as_ref());
    let Some((period, form)) = period.map(|period| (period.id.to_string(), period.form.clone())) else {
        return vec![];
    };
    if model.shelf.form.is_some() || model.shelf.waiting.is_some() {
        return vec![];
    }
    let ticket = model.ticket();
    model.shelf.waiting = Some(ticket);
    vec![Effect::FetchShelf(ticket, period, form)]
}

/// What the palette looks through has come, or not: then it is asked for again the next time.
pub(super) fn shelved(model: &mut Model, ticket: Ticket, answer: Result<(UnitList, Box<Form>), Fault>) -> Vec<Effect> {
    if model.shelf.waiting != Some(ticket) {
        return vec![];
    }
    model.shelf.waiting = None;
    if let Ok((list, form)) = answer {
        model.shelf.units = list.units;
        model.shelf.form = Some(form);
        rank(model);
    }
    vec![]
}

/// Takes what is typed.
pub(super) fn typed(model: &mut Model, typed: Typed) -> Vec<Effect> {
    let Some(Dialog::Palette(palette)) = &mut model.dialog else { return vec![] };
    let before = text_of(&palette.area);
    type_into(&mut palette.area, typed, false);
    if text_of(&palette.area) == before {
        return vec![];
    }
    palette.selected = 0;
    rank(model);
    seek(model)
}

/// Asks the backend for tasks; while a question is on its way the next one waits for it.
fn seek(model: &mut Model) -> Vec<Effect> {
    let ticket = model.ticket();
    let Some(Dialog::Palette(palette)) = &mut model.dialog else { return vec![] };
    let text = text_of(&palette.area).trim().to_owned();
    if text.chars().count() < LEAST {
        palette.tasks.clear();
        palette.waiting = None;
        palette.again = false;
        rank(model);
        return vec![];
    }
    if palette.waiting.is_some() {
        palette.again = true;
        return vec![];
    }
    palette.waiting = Some(ticket);
    palette.again = false;
    vec![Effect::Seek(ticket, TaskQuery { scope: Which::All, text, limit: Some(MOST_TASKS), ..TaskQuery::default() })]
}

/// Tasks have come; an answer to an older question is dropped.
pub(super) fn found(model: &mut Model, ticket: Ticket, answer: Result<TaskPage, Fault>) -> Vec<Effect> {
    let Some(Dialog::Palette(palette)) = &mut model.dialog else { return vec![] };
    if palette.waiting != Some(ticket) {
        return vec![];
    }
    palette.waiting = None;
    match answer {
        Ok(page) => {
            palette.tasks = page.rows;
            palette.fault = None;
        }
        Err(fault) => palette.fault = Some(fault),
    }
    let again = palette.again;
    rank(model);
    if again { seek(model) } else { vec![] }
}

/// Puts what fits in order, and keeps the selection on what it was on.
fn rank(model: &mut Model) {
    let Some(Dialog::Palette(palette)) = &model.dialog else { return };
    let text = text_of(&palette.area);
    let typed = fold::search(&text);
    let mut fitting: Vec<(u32, Item)> = Vec::new();
    let mut offer = |item: Item, words: &str| {
        if let Some(score) = fuzzy::score(&typed, &fold::search(words)) {
            fitting.push((score, item));
        }
    };
    for command in commands(model) {
        let item = command_item(model, command);
        let words = [&item.name, command.id(), &model.texts.say(&format!("hint-{}", command.id()))].join(" ");
        offer(item, &words);
    }
    for (item, words) in hand_items(model) {
        offer(item, &words);
    }
    if !typed.trim().is_empty() {
        for point in form(model).into_iter().flat_map(Form::points) {
            offer(point_item(model, point), &format!("{} {} {}", point.code, point.called(), point.key));
        }
        for unit in &model.shelf.units {
            let name = format!("{} ({})", unit.name, unit.no);
            let line = format!("sfv units show {}", unit.no);
            let words = format!("{name} {}", unit.also.as_deref().unwrap_or_default());
            offer(Item { found: Found::Unit(unit.no.clone()), name, line }, &words);
        }
        for row in &palette.tasks {
            let applicant = row.applicant.as_deref().unwrap_or_default();
            let words = [applicant, &row.unit_name, row.reference.as_str(), row.unit.as_str()].join(" ");
            // The backend looks through more than the name: what it has found is shown. Open ones are meant more often.
            let open = if row.state == State::Open { OPEN } else { 0 };
            let score = fuzzy::score(&typed, &fold::search(words.trim())).unwrap_or(0);
            fitting.push((score + open, task_item(row)));
        }
    }
    fitting.sort_by(|(one, first), (other, second)| {
        other.cmp(one).then_with(|| place(&first.found).cmp(&place(&second.found)))
    });
    let items: Vec<Item> = fitting.into_iter().map(|(_, item)| item).take(MOST_ITEMS).collect();
    let Some(Dialog::Palette(palette)) = &mut model.dialog else { return };
    let kept = palette.items.get(palette.selected).filter(|_| palette.selected > 0);
    let kept = kept.and_then(|kept| items.iter().position(|item| item.found == kept.found));
    palette.selected = kept.unwrap_or(palette.selected).min(items.len().saturating_sub(1));
    palette.items = items;
}

/// Of things that fit alike, tasks come first.
fn place(found: &Found) -> u8 {
    match found {
        Found::Task(_) => 0,
        Found::Command(_) => 1,
        Found::Hand(_) => 2,
        Found::Unit(_) => 3,
        Found::Point(_) => 4,
    }
}

/// The commands that can be given where one stands, without those that only move.
fn commands(model: &Model) -> Vec<Command> {
    let here = model.shelf.commands.get(&scope::below(model)).map_or(&[][..], Vec::as_slice);
    here.iter().copied().filter(|command| !command.moves() && *command != Command::Palette).collect()
}

/// What a leader can do with who has the task, each with the words it is found by.
fn hand_items(model: &Model) -> Vec<(Item, String)> {
    let Some(together::Hands { people, other }) = together::hands(model) else { return Vec::new() };
    let reference = reference(model);
    let mut items = Vec::new();
    if let Some(name) = other {
        let name = model.texts.with("palette-release", &[("name", &clean::line(&name))]);
        let line = format!("sfv tasks release {reference}");
        items.push((Item { found: Found::Hand(None), name: name.clone(), line }, format!("{name} release")));
    }
    for (person, name) in people {
        let name = model.texts.with("palette-assign", &[("name", &clean::line(&name))]);
        let line = format!("sfv tasks assign {reference} --to {person}");
        let words = format!("{name} assign {person}");
        items.push((Item { found: Found::Hand(Some(person)), name, line }, words));
    }
    items
}

/// Ranks anew what an open palette shows.
pub(super) fn refresh(model: &mut Model) {
    rank(model);
}

/// Where a command line names a case, and there is none to name.
const NO_CASE: &str = "REF";

/// The case that is open or selected.
fn reference(model: &Model) -> String {
    let reference = match model.screen {
        Screen::Case(_) => model.case.reference().map(ToString::to_string),
        _ => model.list(model.current_list()).selected_row().map(|row| row.reference.to_string()),
    };
    reference.unwrap_or_else(|| NO_CASE.to_owned())
}

fn command_item(model: &Model, command: Command) -> Item {
    let line = model.shelf.lines.get(&command).cloned().unwrap_or_default();
    let solved = model.case.ready().is_some_and(|open| !open.is_open());
    let line = match model.undoable.last().map(|last| &last.what) {
        // In a solved case it speaks of that case; elsewhere it is the last decision that is taken back.
        _ if command != Command::Undo || solved => line.replace("{ref}", &reference(model)),
        Some(Undo::Case(last)) => line.replace("{ref}", last.as_str()),
        Some(Undo::Batch(batch)) => format!("sfv bulk undo {batch}"),
        None => line.replace("{ref}", NO_CASE),
    };
    Item { found: Found::Command(command), name: model.texts.say(&format!("cmd-{}", command.id())), line }
}

fn point_item(model: &Model, point: &Point) -> Item {
    let name = format!("{} {}", point.code, point.explained_in(model.texts.language()));
    Item { found: Found::Point(point.key.clone()), name, line: format!("sfv explain {}", point.code) }
}

fn task_item(row: &TaskRow) -> Item {
    let name = match &row.applicant {
        Some(applicant) => format!("{} {applicant} / {}", row.reference, row.unit_name),
        None => format!("{} {}", row.reference, row.unit_name),
    };
    Item { found: Found::Task(Box::new(row.clone())), name, line: format!("sfv open {}", row.reference) }
}

/// The form whose points are looked through: of the open report, else of the period that is reported.
fn form(model: &Model) -> Option<&Form> {
    match model.screen {
        Screen::Case(_) => model.case.ready().and_then(OpenCase::report).map(|report| &report.form),
        _ => None,
    }
    .or(model.shelf.form.as_deref())
}

/// Does what a person wants with the palette.
pub(super) fn wanted(model: &mut Model, command: Command, at: Timestamp) -> Vec<Effect> {
    let page = model.size.text_lines().saturating_sub(2).max(1);
    let Some(Dialog::Palette(palette)) = &mut model.dialog else { return vec![] };
    let last = palette.items.len().saturating_sub(1);
    match command {
        Command::Up => palette.selected = palette.selected.saturating_sub(1),
        Command::Down => palette.selected = (palette.selected + 1).min(last),
        Command::PageUp => palette.selected = palette.selected.saturating_sub(page),
        Command::PageDown => palette.selected = (palette.selected + page).min(last),
        Command::Choose => return choose(model, at),
        _ => model.dialog = None,
    }
    vec![]
}

/// Takes the selected line. A command does what its key would: one that begins a decision opens its summary, no more.
fn choose(model: &mut Model, at: Timestamp) -> Vec<Effect> {
    let Some(Dialog::Palette(palette)) = &model.dialog else { return vec![] };
    let Some(item) = palette.items.get(palette.selected).cloned() else {
        let text = model.texts.say("palette-nothing");
        model.announce(Tone::Plain, text);
        return vec![];
    };
    model.dialog = None;
    match item.found {
        Found::Command(command) => super::wanted(model, command, at),
        Found::Task(row) => {
            let kind = if row.state == State::Open { ListKind::Queue } else { ListKind::Archive };
            model.list_mut(kind).follow = Some(row.reference.clone());
            case::open(model, kind, row.reference)
        }
        Found::Hand(to) => together::hand(model, to),
        Found::Unit(no) => unit(model, &no),
        Found::Point(key) => point(model, key),
    }
}

/// The tasks of a unit: the queue, searched by its number.
fn unit(model: &mut Model, no: &UnitNo) -> Vec<Effect> {
    let mut effects = go_to(model, Screen::Queue);
    let everything = View::everything(&model.guides.views);
    effects.extend(list::choose_view(model, ListKind::Queue, everything));
    effects.extend(list::search(model, ListKind::Queue, no.to_string()));
    let name =
        model.shelf.units.iter().find(|unit| unit.no == *no).map_or_else(|| no.to_string(), |unit| unit.name.clone());
    let text = model.texts.with("palette-unit", &[("name", &name), ("no", no.as_str())]);
    model.announce(Tone::Plain, text);
    effects
}

/// Goes to a point of the open report; elsewhere it is explained.
fn point(model: &mut Model, key: String) -> Vec<Effect> {
    if matches!(model.screen, Screen::Case(_))
        && let Some(open) = model.case.ready_mut().filter(|open| open.report().is_some())
    {
        if open.changes_only {
            open.changes_only = false;
            open.lay_out();
        }
        if let Some(row) = open.row_of(&key) {
            open.finding = None;
            open.cursor = row;
            case::keep_cursor_visible(model);
            return vec![];
        }
    }
    show(model, Dialog::Point(Page::default(), key))
}
