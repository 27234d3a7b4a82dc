//! Marking rows: one, a stretch, all that the view and the search hold, or all others.
//! Imports `domain`, `text` and `api`.

use std::collections::BTreeSet;

use super::list;
use crate::{
    api::{
        fault::Fault,
        marks::{MOST_MARKS, MarkCheck, MarksChecked, ReferenceQuery, References},
    },
    app::{
        command::Command,
        effect::{Effect, ListKind, Ticket},
        model::{
            Model, Tone,
            marks::{Purpose, Range},
        },
    },
    domain::{refusal::Refusal, report::Reference, task::State},
    text::refusal::{say, say_unread},
};

/// Does what a person wants with the marks of a list.
pub(super) fn wanted(model: &mut Model, kind: ListKind, command: Command) -> Vec<Effect> {
    if kind == ListKind::Archive {
        return tell(model, Tone::Warning, "message-marks-open-only");
    }
    match command {
        Command::Mark if model.queue.marking.range.is_some() => end_range(model),
        Command::Mark => mark(model),
        Command::MarkRange if model.queue.marking.range.is_some() => end_range(model),
        Command::MarkRange => begin_range(model),
        Command::MarkAll => ask(model, Purpose::Mark, None),
        Command::MarkInvert => ask(model, Purpose::Invert, None),
        Command::MarksBack => bring_back(model),
        _ => vec![],
    }
}

fn tell(model: &mut Model, tone: Tone, id: &str) -> Vec<Effect> {
    let text = model.texts.say(id);
    model.announce(tone, text);
    vec![]
}

/// Marks the selected row or takes its mark away, and goes one down.
fn mark(model: &mut Model) -> Vec<Effect> {
    let Some(row) = model.queue.selected_row() else {
        return tell(model, Tone::Warning, "message-nothing-selected");
    };
    let (reference, open) = (row.reference.clone(), row.state == State::Open);
    if !open {
        return tell(model, Tone::Warning, "message-marks-open-only");
    }
    if !model.queue.marks.remove(&reference) {
        let marks: BTreeSet<Reference> = std::iter::once(reference).collect();
        add(model, marks);
    }
    list::wanted(model, ListKind::Queue, Command::Down)
}

fn begin_range(model: &mut Model) -> Vec<Effect> {
    let at = model.queue.selected;
    let Some(from) = model.queue.selected_row().map(|row| row.reference.clone()) else {
        return tell(model, Tone::Warning, "message-nothing-selected");
    };
    model.queue.marking.range = Some(Range { from, at });
    tell(model, Tone::Plain, "message-range-begun")
}

/// Marks the stretch; rows of it that are not loaded are asked for by its two ends.
fn end_range(model: &mut Model) -> Vec<Effect> {
    let list = &mut model.queue;
    let Some(to) = list.selected_row().map(|row| row.reference.clone()) else {
        return tell(model, Tone::Warning, "message-rows-on-their-way");
    };
    let Some(range) = list.marking.range.take() else { return vec![] };
    let (first, last) = range.ends(list.selected);
    let known = list.row(range.at).is_some_and(|row| row.reference == range.from);
    let rows: Vec<_> = (first..=last).filter_map(|number| list.row(number)).collect();
    if known && rows.len() == last - first + 1 {
        let open: BTreeSet<Reference> =
            rows.iter().filter(|row| row.state == State::Open).map(|row| row.reference.clone()).collect();
        return marked(model, open, Purpose::Mark);
    }
    ask(model, Purpose::Mark, Some([range.from, to]))
}

/// Asks which open tasks the view and the search hold, or those between two of them.
fn ask(model: &mut Model, purpose: Purpose, ends: Option<[Reference; 2]>) -> Vec<Effect> {
    let ticket = model.ticket();
    let list = &mut model.queue;
    list.marking.range = None;
    list.marking.asked = Some((ticket, purpose));
    let [from, to] = ends.map_or([None, None], |ends| ends.map(|end| Some(end.to_string())));
    let query = ReferenceQuery { query: list.search(), sort: list.sort, descending: list.descending, from, to };
    vec![Effect::FetchReferences(ticket, query)]
}

/// References have come that shall be marked.
pub(super) fn arrived(model: &mut Model, ticket: Ticket, answer: Result<References, Fault>) -> Vec<Effect> {
    let Some((_, purpose)) = model.queue.marking.asked.take_if(|(asked, _)| *asked == ticket) else { return vec![] };
    match answer {
        Ok(found) => marked(model, found.references.into_iter().collect(), purpose),
        Err(fault) => {
            let why = say_unread(&model.texts, &fault);
            let text = model.texts.with("message-marks-failed", &[("why", &why)]);
            model.announce(Tone::Bad, text);
            vec![]
        }
    }
}

/// Does with references what was wanted, and tells how many are marked now.
fn marked(model: &mut Model, found: BTreeSet<Reference>, purpose: Purpose) -> Vec<Effect> {
    let fits = match purpose {
        Purpose::Mark => add(model, found),
        Purpose::Invert => {
            let turned: BTreeSet<Reference> = model.queue.marks.symmetric_difference(&found).cloned().collect();
            model.queue.marks.clear();
            add(model, turned)
        }
    };
    if fits {
        let number = i64::try_from(model.queue.marks.len()).unwrap_or(i64::MAX);
        let text = model.texts.count("message-marked", number, &[]);
        model.announce(Tone::Plain, text);
    }
    check(model)
}

/// Adds marks; more than can be marked are refused as a whole.
fn add(model: &mut Model, marks: BTreeSet<Reference>) -> bool {
    let more = marks.difference(&model.queue.marks).count();
    if model.queue.marks.len() + more > MOST_MARKS as usize {
        let text = say(&model.texts, &Refusal::TooManyMarks { limit: MOST_MARKS });
        model.announce(Tone::Bad, text);
        return false;
    }
    model.queue.marks.extend(marks);
    true
}

/// Takes all marks away; false when there are none.
pub(super) fn clear(model: &mut Model) -> bool {
    let list = &mut model.queue;
    if list.marks.is_empty() {
        return false;
    }
    let number = i64::try_from(list.marks.len()).unwrap_or(i64::MAX);
    list.marking.cleared = std::mem::take(&mut list.marks);
    list.marking.hidden = None;
    list.marking.asked = None;
    list.marking.checking = None;
    let text = model.texts.count("message-marks-cleared", number, &[]);
    model.announce(Tone::Plain, text);
    true
}

/// Brings the marks back that were taken away last.
fn bring_back(model: &mut Model) -> Vec<Effect> {
    let cleared = std::mem::take(&mut model.queue.marking.cleared);
    if cleared.is_empty() {
        return tell(model, Tone::Plain, "message-no-marks-back");
    }
    marked(model, cleared, Purpose::Mark)
}

/// Asks which of the marks still wait, and how many the view and the search do not hold.
pub(super) fn check(model: &mut Model) -> Vec<Effect> {
    let list = &mut model.queue;
    list.keep_range();
    list.marking.hidden = list.hidden_marks();
    if list.marks.is_empty() {
        list.marking.checking = None;
        return vec![];
    }
    let ticket = model.ticket();
    let list = &mut model.queue;
    list.marking.checking = Some(ticket);
    let references = list.marks.iter().cloned().collect();
    vec![Effect::CheckMarks(ticket, MarkCheck { query: list.search(), references })]
}

/// What has become of the marks: those that are solved or gone fall out, and it is told when others did it.
pub(super) fn checked(model: &mut Model, ticket: Ticket, answer: Result<MarksChecked, Fault>) -> Vec<Effect> {
    if model.queue.marking.checking != Some(ticket) {
        return vec![];
    }
    model.queue.marking.checking = None;
    // A line that is lost is told elsewhere; the marks stay as they are.
    let Ok(told) = answer else { return vec![] };
    let me = model.me.as_ref().map(|me| me.name.clone());
    let mut by_others = 0;
    for gone in &told.gone {
        let was_marked = model.queue.marks.remove(&gone.reference);
        let mine = gone.state.is_some() && gone.by.is_some() && gone.by == me;
        by_others += i64::from(was_marked && !mine);
    }
    model.queue.marking.hidden = Some(told.hidden as usize);
    if by_others > 0 {
        let text = model.texts.count("message-marks-gone", by_others, &[]);
        announce_beside(model, text);
    }
    vec![]
}

/// Announces something without taking away what still must be read.
fn announce_beside(model: &mut Model, text: String) {
    let message = &mut model.message;
    let must_stay = message.stays_until.is_some_and(|until| until > model.now);
    if must_stay && !message.hidden {
        message.text = format!("{} {text}", message.text);
    } else {
        model.announce(Tone::Warning, text);
    }
}
