//! Lists in words: tasks, units, the cases of a batch, views, what the palette found, and the grid of extension counts.
//! They are told in portions, with what is left said.
//! Imports `domain`, `api`, `text` and `app` (model).

use super::{
    Menu, PORTION, Place, Told,
    choices::{Choice, Deed},
    words::{marks, standing},
};
use crate::{
    api::tasks::{Sort, TaskRow},
    app::{
        effect::ListKind,
        model::{
            Model,
            dialog::{Dialog, text_of},
            grid::GridRow,
            list::{List, Loading},
            palette::Found,
        },
    },
    domain::{batch::ItemState, batch::Sample, task::State},
    text::{Texts, clean, countdown::days_sentence, date, number, refusal::say, refusal::say_unread},
};

fn whole(number: usize) -> String {
    number::whole(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The queue or the archive.
pub(super) fn tasks(model: &Model, place: &Place) -> Told {
    let texts = &model.texts;
    let list = model.list(model.current_list());
    let mut told = Told { head: head(model, list), ..Told::default() };
    if place.menu == Menu::More {
        return told;
    }
    if list.total == 0 {
        told.body.push(nothing(texts, list));
        return told;
    }
    let to = (place.from + PORTION).min(list.total);
    told.body.push(portion(texts, place.from, to, list.total));
    for at in place.from..to {
        match list.row(at) {
            Some(row) => {
                let mut name = task(model, list, row);
                let (text, deed) = if place.menu == Menu::Mark {
                    let sign = format!("{}, ", texts.say("linear-is-marked"));
                    name = name.strip_prefix(&sign).map(str::to_owned).unwrap_or(name);
                    let id = if list.marks.contains(&row.reference) { "linear-unmark" } else { "linear-mark" };
                    (texts.with(id, &[("name", &name)]), Deed::MarkTask(row.reference.clone()))
                } else {
                    (name, Deed::Task(row.reference.clone()))
                };
                told.choices.push(Choice::new(text, deed));
            }
            None => told.body.push(texts.say("linear-row-loading")),
        }
    }
    around(texts, place.from, list.total, &mut told);
    if list.kind == ListKind::Queue && place.menu == Menu::Main {
        told.choices.push(Choice::new(texts.say("linear-mark-rows"), Deed::Go(Menu::Mark)));
    }
    told
}

fn head(model: &Model, list: &List) -> Vec<String> {
    let texts = &model.texts;
    let count = i64::try_from(list.total).unwrap_or(i64::MAX);
    let narrowed = !list.text.is_empty() || !list.view.query.is_empty();
    let id = match (list.kind, narrowed) {
        (ListKind::Queue, false) => "linear-open-tasks",
        (ListKind::Queue, true) => "linear-open-tasks-of",
        (ListKind::Archive, false) => "linear-solved-tasks",
        (ListKind::Archive, true) => "linear-solved-tasks-of",
    };
    let all = match list.kind {
        ListKind::Queue => list.counts.all,
        ListKind::Archive => list.counts.solved,
    };
    let all = whole(all as usize);
    let mut lines = vec![texts.count(id, count, &[("view", &list.view.name), ("all", &all)])];
    if !list.text.is_empty() {
        lines.push(texts.with("linear-searched", &[("text", &clean::line(&list.text))]));
    }
    let column = texts.of_family("sort", &list.sort);
    let order = match (list.sort, list.falls()) {
        (Sort::Deadline | Sort::Received | Sort::Decided, false) => "linear-sorted-old",
        (Sort::Deadline | Sort::Received | Sort::Decided, true) => "linear-sorted-new",
        (Sort::Score | Sort::Version | Sort::Findings | Sort::Returns | Sort::Unit, false) => "linear-sorted",
        (Sort::Score | Sort::Version | Sort::Findings | Sort::Returns | Sort::Unit, true) => "linear-sorted-down",
        (_, false) => "linear-sorted-on",
        (_, true) => "linear-sorted-turned",
    };
    lines.push(texts.with(order, &[("column", &column)]));
    if let Some(period) = model.me.as_ref().and_then(|me| me.period.as_ref()).filter(|_| list.kind == ListKind::Queue) {
        let left = days_sentence(texts, model.days_to_deadline().unwrap_or(0));
        let day = date::day(period.office_deadline);
        let values = [("period", period.id.as_str()), ("date", day.as_str()), ("left", left.as_str())];
        lines.push(texts.with("linear-period", &values));
        if let Some(progress) = &list.progress {
            let (solved, expected) = (progress.solved.to_string(), progress.expected.to_string());
            lines.push(texts.with("linear-progress", &[("solved", &solved), ("expected", &expected)]));
        }
    }
    if !list.marks.is_empty() {
        lines.push(marks(model));
    }
    lines.extend(standing(model));
    lines
}

fn nothing(texts: &Texts, list: &List) -> String {
    match &list.loading {
        Loading::Failed(fault) => texts.with("list-failed", &[("why", &say_unread(texts, fault))]),
        Loading::NotAsked | Loading::Waiting { .. } => texts.say("list-waiting"),
        Loading::Ready if !list.text.is_empty() => {
            texts.with("list-empty-search", &[("text", &list.text), ("view", &list.view.name)])
        }
        Loading::Ready if !list.view.query.is_empty() => texts.say("list-empty-view"),
        Loading::Ready if list.kind == ListKind::Archive => texts.say("list-empty-archive"),
        Loading::Ready => texts.say("list-empty-queue"),
    }
}

/// Which rows are told, of how many.
fn portion(texts: &Texts, from: usize, to: usize, total: usize) -> String {
    if from == 0 && to == total {
        return texts.count("linear-portion-all", i64::try_from(total).unwrap_or(i64::MAX), &[]);
    }
    let (first, last, all) = (whole(from + 1), whole(to), whole(total));
    texts.with("linear-portion", &[("from", &first), ("to", &last), ("total", &all)])
}

/// The choices for the rows before and after.
fn around(texts: &Texts, from: usize, total: usize, told: &mut Told) {
    let next = from + PORTION;
    if next < total {
        let left = i64::try_from(total - next).unwrap_or(i64::MAX);
        told.choices.push(Choice::new(texts.count("linear-more-rows", left, &[]), Deed::Portion(next)));
    }
    if from > 0 {
        let before = from.saturating_sub(PORTION);
        told.choices.push(Choice::new(texts.say("linear-rows-before"), Deed::Portion(before)));
    }
}

/// A task in one line.
fn task(model: &Model, list: &List, row: &TaskRow) -> String {
    let texts = &model.texts;
    let mut parts = vec![match &row.applicant {
        Some(applicant) => texts
            .with("linear-task-access", &[("name", &clean::line(applicant)), ("unit", &clean::line(&row.unit_name))]),
        None => texts.with("linear-task", &[("unit", &clean::line(&row.unit_name))]),
    }];
    if row.state != State::Open {
        parts.push(texts.of_family("state", &row.state));
        parts.extend(row.decided_at.map(|at| date::day(date::day_of(at))));
        parts.extend(row.decided_by.as_ref().map(|name| clean::line(name)));
    }
    // What the head has said for all is not said again for each.
    if let Some(left) = row.days_left.filter(|left| row.state == State::Open && model.days_to_deadline() != Some(*left))
    {
        parts.push(days_sentence(texts, left));
    }
    if let Some(weight) = row.weight {
        let (errors, warnings) = (i64::from(weight.risk.errors), i64::from(weight.risk.warnings));
        parts.push(if weight.risk.is_clean() {
            texts.say("linear-clean")
        } else {
            texts.with_numbers("linear-open-findings", &[], &[("errors", errors), ("warnings", warnings)])
        });
    }
    if row.version > 1 {
        parts.push(texts.with("linear-version", &[("version", &row.version.to_string())]));
    }
    parts.extend(row.badges.iter().map(|badge| texts.of_family("badge", badge)));
    parts.extend(
        row.holder.as_ref().map(|holder| texts.with("linear-holder-short", &[("name", &clean::line(&holder.name))])),
    );
    parts.extend(
        model
            .together
            .viewers_of(&row.reference)
            .iter()
            .map(|name| texts.with("viewers-one", &[("name", &clean::line(name))])),
    );
    parts.push(row.reference.to_string());
    if list.marks.contains(&row.reference) {
        parts.insert(0, texts.say("linear-is-marked"));
    }
    parts.join(", ")
}

/// The units: the page says how they stand, the choices open them.
pub(super) fn units(model: &Model, place: &Place, page: Vec<String>) -> Told {
    let texts = &model.texts;
    let shown = model.units.shown();
    let mut told = Told::default();
    if place.menu == Menu::More {
        return told;
    }
    let head = page.into_iter().take_while(|line| !shown.iter().any(|row| line.contains(row.no.as_str())));
    told.head = head.collect();
    let to = (place.from + PORTION).min(shown.len());
    told.body.push(portion(texts, place.from, to, shown.len()));
    for row in shown.get(place.from..to).unwrap_or_default() {
        let name = texts.with(
            "linear-unit",
            &[
                ("unit", &clean::line(&row.name)),
                ("no", row.no.as_str()),
                ("standing", &texts.of_family("standing", &row.state)),
            ],
        );
        let marked = model.units.marks.contains(&row.no);
        let (text, deed) = if place.menu == Menu::Mark {
            let id = if marked { "linear-unmark" } else { "linear-mark" };
            (texts.with(id, &[("name", &name)]), Deed::MarkUnit(row.no.clone()))
        } else {
            (name, Deed::Unit(row.no.clone()))
        };
        told.choices.push(Choice::new(text, deed));
    }
    around(texts, place.from, shown.len(), &mut told);
    if !model.units.marks.is_empty() {
        told.head.push(marks(model));
    }
    if place.menu == Menu::Main {
        told.choices.push(Choice::new(texts.say("linear-mark-units"), Deed::Go(Menu::Mark)));
    }
    told
}

/// A batch: how far it has come, and its cases, the sample first.
pub(super) fn batch(model: &Model, place: &Place, page: &[String]) -> Told {
    let texts = &model.texts;
    let items = model.batch.shown();
    let named = |line: &String| items.iter().any(|item| !item.unit_name.is_empty() && line.contains(&item.unit_name));
    let head: Vec<String> = page.iter().take_while(|line| !named(line)).cloned().collect();
    let mut told = Told { head, ..Told::default() };
    if place.menu == Menu::More {
        return told;
    }
    // What comes next stands at the foot of the drawn page.
    let (at, total) = ((model.batch.cursor + 1).to_string(), items.len().to_string());
    let position = format!(" {}", texts.with("list-position", &[("at", &at), ("total", &total)]));
    let next = page.iter().rev().take(3).find(|line| !named(line) && !told.head.contains(line));
    let next = next.map(|line| line.strip_suffix(&position).unwrap_or(line).to_owned());
    let to = (place.from + PORTION).min(items.len());
    if !items.is_empty() {
        told.body.push(portion(texts, place.from, to, items.len()));
    }
    for item in items.get(place.from..to).unwrap_or_default() {
        let name = if item.unit_name.is_empty() { item.reference.to_string() } else { clean::line(&item.unit_name) };
        let mut parts = vec![name];
        parts.extend(item.extensions.map(|count| texts.count("linear-extensions-count", i64::from(count), &[])));
        parts.extend(item.breaches.map(|left| texts.count("linear-breaches-count", i64::from(left.count), &[])));
        parts.push(texts.say(match (item.state, item.sample) {
            (ItemState::Waiting, Sample::Drawn) => "linear-item-drawn",
            (ItemState::Waiting, Sample::Accepted) => "linear-item-seen",
            (ItemState::Waiting, Sample::No) => "linear-item-ready",
            (ItemState::Refused, _) => "linear-item-refused",
            (ItemState::TakenOut, _) => "linear-item-taken-out",
            (ItemState::Decided, _) => "linear-item-decided",
            (ItemState::Dropped, _) => "linear-item-dropped",
            (ItemState::Undone, _) => "linear-item-undone",
        }));
        let lines = model.batch.dry_run.as_ref().filter(|_| item.state == ItemState::Waiting);
        if let Some(line) = lines.and_then(|lines| lines.iter().find(|line| line.reference == item.reference)) {
            parts.push(texts.with("linear-sent-to", &[("to", &line.recipients.join(", "))]));
        }
        if let Some(why) = &item.why {
            parts.push(crate::text::refusal::say_fault(texts, &crate::api::fault::Fault::from(why.clone())));
        }
        told.choices.push(Choice::new(parts.join(", "), Deed::Item(item.reference.clone())));
    }
    around(texts, place.from, items.len(), &mut told);
    told.body.extend(next);
    told
}

/// Who has access to the published figures.
pub(super) fn holders(model: &Model, place: &Place, page: Vec<String>) -> Told {
    let mut told = Told { body: page, ..Told::default() };
    if place.menu == Menu::Main {
        for row in model.portal.rows() {
            let text = model.texts.with("linear-remove-access", &[("name", &clean::line(&row.name))]);
            told.choices.push(Choice::new(text, Deed::Holder(row.reference.clone())));
        }
    }
    told
}

/// The views, with how many each holds.
pub(super) fn views(model: &Model) -> Told {
    let texts = &model.texts;
    let list = model.list(model.current_list());
    let mut told = Told { head: vec![texts.say("linear-views")], ..Told::default() };
    for (at, one) in list.views.iter().enumerate() {
        let text = match one.count {
            Some(count) => texts.count("linear-view", i64::from(count), &[("name", &one.view.name)]),
            None => one.view.name.clone(),
        };
        told.choices.push(Choice::new(text, Deed::View(at)));
    }
    told
}

/// What the palette found.
pub(super) fn palette(model: &Model) -> Told {
    let texts = &model.texts;
    let Some(Dialog::Palette(palette)) = &model.dialog else { return Told::default() };
    let mut told = Told { head: vec![texts.say("palette-title")], ..Told::default() };
    let typed = text_of(&palette.area);
    if !typed.trim().is_empty() {
        let count = i64::try_from(palette.items.len()).unwrap_or(i64::MAX);
        told.body.push(texts.count("linear-found", count, &[("text", &clean::line(&typed))]));
    }
    for (at, item) in palette.items.iter().enumerate().take(PORTION) {
        let kind = match &item.found {
            Found::Command(_) | Found::Hand(_) => texts.say("palette-kind-command"),
            Found::Task(row) if row.state != State::Open => texts.of_family("state", &row.state),
            Found::Task(_) => texts.say("palette-kind-task"),
            Found::Unit(_) => texts.say("palette-kind-unit"),
            Found::Point(_) => texts.say("palette-kind-point"),
        };
        told.choices.push(Choice::new(format!("{}, {kind}", item.name), Deed::Line(at)));
    }
    told.choices.push(Choice::new(texts.say("linear-write-anew"), Deed::Write { anew: true }));
    told
}

/// The grid of extension counts: a unit on each line, with what is given.
pub(super) fn grid(model: &Model, place: &Place) -> Told {
    let texts = &model.texts;
    let Some(Dialog::Grid(grid)) = &model.dialog else { return Told::default() };
    let me = model.me.as_ref().map_or("", |me| me.person.as_str());
    let mut told = Told::default();
    let (given, all) = grid.given();
    told.head.push(texts.with("linear-grid", &[("given", &whole(given)), ("all", &whole(all))]));
    if let Some(fault) = &grid.fault {
        told.body.push(say_unread(texts, fault));
    }
    let to = (place.from + PORTION).min(grid.rows.len());
    for row in grid.rows.get(place.from..to).unwrap_or_default() {
        let count = if row.text.is_empty() { texts.say("linear-extensions-not-given") } else { row.text.clone() };
        let mut parts =
            vec![texts.with("linear-grid-row", &[("unit", &clean::line(&row.case.unit_name)), ("count", &count)])];
        parts.extend(row.refusal.as_ref().map(|refusal| say(texts, refusal)));
        let draft = row.colleague(me).filter(|_| row.case.takes_count());
        parts.extend(draft.map(|name| texts.with("linear-grid-draft", &[("name", &clean::line(name))])));
        parts.push(grid_facts(texts, row));
        told.choices.push(Choice::new(parts.join(" "), Deed::Count(row.case.reference.clone())));
    }
    around(texts, place.from, grid.rows.len(), &mut told);
    told
}

/// What a count is decided on: the investigations that lasted long, what is left of them, and whether a count is asked for.
fn grid_facts(texts: &Texts, row: &GridRow) -> String {
    let figure = |value: Option<u32>| {
        value.map_or_else(|| texts.say("linear-figure-empty"), |value| number::whole(value.into()))
    };
    let (three, six) = (figure(row.case.three_to_six), figure(row.case.over_six));
    let mut facts = vec![texts.with("linear-grid-reported", &[("three", &three), ("six", &six)])];
    let left = row.judged().ok().flatten().and_then(|count| row.case.breaches(count));
    facts.extend(left.map(|left| texts.count("linear-breaches-count", i64::from(left.count), &[])));
    facts.push(texts.of_family("grid-rule", &row.case.rule));
    format!("{}.", facts.join(", "))
}
