//! A batch: made of what is marked, its sample looked through, its dry run shown, its number typed, gone on with, taken back.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use super::{case, decide, draft, list, show};
use crate::{
    api::{
        batch::{
            Batch, BatchAnswer, BatchDeed, BatchList, NewBatch, NewItem, Progress, RunRequest, Verdict, VerdictKind,
        },
        fault::{Fault, FaultKind, Stored},
    },
    app::{
        command::Command,
        effect::{Effect, ListKind, Ticket},
        layout,
        model::{
            Model, Screen, Tone, Undo, Undoable,
            batch::{BatchView, Step},
            dialog::{Dialog, Page, line_field, prose_field, text_of},
        },
    },
    domain::{
        batch::{BatchId, BatchKind, BatchState, ItemState},
        report::Reference,
    },
    text::{date, refusal::say_fault},
};

/// What the program asks at its start: whether something was left unfinished.
pub(super) fn ask_unfinished(model: &mut Model) -> Vec<Effect> {
    vec![Effect::Bulk(model.ticket(), BatchDeed::Unfinished)]
}

/// `A`: a batch of what is marked; without marks, the one that was left.
pub(super) fn approve(model: &mut Model) -> Vec<Effect> {
    if !model.queue.marks.is_empty() {
        let applications = model.queue.marks.iter().all(Reference::is_access);
        return make(model, if applications { BatchKind::Grant } else { BatchKind::Approve }, None);
    }
    match model.unfinished {
        Some(id) => open(model, BatchDeed::Show(id)),
        None => refuse(model, "message-batch-mark-first"),
    }
}

/// `R`: the common text of a batch of returns comes first.
pub(super) fn begin_return(model: &mut Model) -> Vec<Effect> {
    if model.queue.marks.is_empty() {
        return refuse(model, "message-batch-mark-first");
    }
    let field = prose_field(&model.common_text);
    show(model, Dialog::Common(field))
}

/// Esc: no batch is made, and what was typed is there when one comes again.
pub(super) fn common_left(model: &mut Model) -> Vec<Effect> {
    model.dialog = None;
    let id = if model.common_text.trim().is_empty() { "message-common-empty" } else { "message-common-kept" };
    refuse(model, id)
}

/// The common text is done.
pub(super) fn common_done(model: &mut Model) -> Vec<Effect> {
    model.dialog = None;
    let comment = Some(model.common_text.clone()).filter(|text| !text.trim().is_empty());
    make(model, BatchKind::Return, comment)
}

fn make(model: &mut Model, kind: BatchKind, comment: Option<String>) -> Vec<Effect> {
    let version = |reference: &Reference| {
        let place = model.queue.position(reference);
        place.and_then(|place| model.queue.row(place)).map(|row| row.version)
    };
    let marks = model.queue.marked().into_iter();
    let items = marks.map(|reference| NewItem { version: version(&reference), reference, extensions: None });
    let wanted = NewBatch { kind, items: items.collect(), comment };
    open(model, BatchDeed::Make(wanted))
}

fn open(model: &mut Model, deed: BatchDeed) -> Vec<Effect> {
    let ticket = model.ticket();
    model.screen = Screen::Batch;
    model.batch = BatchView { waiting: Some(ticket), ..BatchView::default() };
    vec![Effect::Bulk(ticket, deed)]
}

/// Does what a person wants with the batch on the screen.
pub(super) fn wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Back => leave(model),
        Command::Open => enter(model),
        Command::DryRun => dry_run(model),
        Command::Refresh => again(model),
        Command::Explain => letter(model),
        Command::StopBatch => stop(model),
        movement => go(model, movement),
    }
}

fn id(model: &Model) -> Option<BatchId> {
    model.batch.batch.as_ref().map(|batch| batch.id)
}

fn ask(model: &mut Model, deed: BatchDeed) -> Vec<Effect> {
    let ticket = model.ticket();
    model.batch.waiting = Some(ticket);
    model.batch.fault = None;
    vec![Effect::Bulk(ticket, deed)]
}

/// Enter: the next case of the sample, the next step when there is none left, or going on with a batch that stopped.
fn enter(model: &mut Model) -> Vec<Effect> {
    if model.batch.waiting.is_some() {
        return vec![];
    }
    match model.batch.step() {
        Step::Running => go_on(model),
        Step::Sample | Step::DryRun | Step::Number | Step::Nothing | Step::Ended => look(model),
    }
}

/// Opens the case the cursor is on.
fn look(model: &mut Model) -> Vec<Effect> {
    let Some(reference) = model.batch.selected().map(|item| item.reference.clone()) else { return vec![] };
    let effects = case::open(model, ListKind::Queue, reference.clone());
    model.batch.looking = Some(reference);
    effects
}

/// `a` or `r` on a case of the sample: in order, or out of the batch.
pub(super) fn verdict(model: &mut Model, verdict: VerdictKind) -> Vec<Effect> {
    let Some(reference) = model.batch.looking.clone() else { return vec![] };
    let Some(open) = model.case.ready().filter(|open| *open.case.reference() == reference) else { return vec![] };
    if open.newer.is_some() {
        return refuse(model, "message-batch-newer");
    }
    let unseen = open.unseen(model.texts.language()).join(", ");
    let said = match verdict {
        VerdictKind::TakeOut => Some(model.texts.with("message-batch-taken-out", &[("ref", reference.as_str())])),
        VerdictKind::Accept if unseen.is_empty() => None,
        VerdictKind::Accept => {
            let values = [("ref", reference.as_str()), ("parts", unseen.as_str())];
            Some(model.texts.with("message-batch-unseen", &values))
        }
    };
    let verdict = Verdict { reference, version: open.case.row().version, verdict };
    let Some(id) = id(model) else { return vec![] };
    let mut effects = back_to_batch(model);
    if let Some(said) = said {
        model.announce(Tone::Plain, said);
    }
    model.batch.dry_run = None;
    effects.extend(ask(model, BatchDeed::Verdict(id, verdict)));
    effects
}

/// From a case of the batch back to the batch.
pub(super) fn back_to_batch(model: &mut Model) -> Vec<Effect> {
    let effects = draft::leave(model);
    model.batch.looking = None;
    model.screen = Screen::Batch;
    model.case = super::CaseState::None;
    effects
}

fn dry_run(model: &mut Model) -> Vec<Effect> {
    let Some(id) = id(model) else { return vec![] };
    match model.batch.step() {
        Step::Sample => refuse(model, "message-batch-sample-first"),
        Step::DryRun | Step::Number => ask(model, BatchDeed::DryRun(id)),
        Step::Nothing | Step::Running | Step::Ended => vec![],
    }
}

/// Enter in the field of the number: Bekreft for the whole batch.
pub(super) fn confirm(model: &mut Model, at: Timestamp) -> Vec<Effect> {
    if decide::is_unread(model, None, at) {
        return vec![];
    }
    let Some(Dialog::Number(area)) = &model.dialog else { return vec![] };
    let typed = text_of(area);
    let waiting = model.batch.batch.as_ref().map_or(0, |batch| batch.tally.waiting);
    let Some(count) = typed.trim().parse::<u32>().ok().filter(|count| *count == waiting) else {
        let values = [("typed", typed.as_str()), ("waiting", &waiting.to_string())];
        let text = model.texts.with("message-batch-number", &values);
        model.announce(Tone::Bad, text);
        return vec![];
    };
    let Some(id) = id(model) else { return vec![] };
    model.dialog = None;
    ask(model, BatchDeed::Run(id, RunRequest { count: Some(count), most: None }))
}

fn go_on(model: &mut Model) -> Vec<Effect> {
    let Some(id) = id(model) else { return vec![] };
    ask(model, BatchDeed::Run(id, RunRequest::default()))
}

/// The last request once more, or the batch as it stands now.
fn again(model: &mut Model) -> Vec<Effect> {
    let Some(id) = id(model) else { return vec![] };
    if model.batch.step() == Step::Running { go_on(model) } else { ask(model, BatchDeed::Show(id)) }
}

fn stop(model: &mut Model) -> Vec<Effect> {
    let unfinished = model.batch.batch.as_ref().is_some_and(|batch| batch.state.is_unfinished());
    if unfinished { show(model, Dialog::StopBatch) } else { vec![] }
}

/// The question whether a batch shall be given up was answered.
pub(super) fn stop_answered(model: &mut Model, yes: bool) -> Vec<Effect> {
    model.dialog = None;
    match id(model).filter(|_| yes) {
        Some(id) => ask(model, BatchDeed::Stop(id)),
        None => vec![],
    }
}

fn leave(model: &mut Model) -> Vec<Effect> {
    let batch = model.batch.batch.as_ref();
    if let Some(batch) = batch.filter(|batch| batch.state.is_unfinished()) {
        let id = batch.id;
        model.unfinished = Some(id);
        let text = model.texts.with("message-batch-kept", &[("batch", &id.to_string())]);
        model.announce(Tone::Plain, text);
    }
    model.screen = Screen::Queue;
    list::fetch(model, ListKind::Queue)
}

/// `i`: the words that the chosen case is sent with.
fn letter(model: &mut Model) -> Vec<Effect> {
    let has_words = model.batch.selected().is_some_and(|item| item.comment.is_some());
    if has_words { show(model, Dialog::Explain(Page::default())) } else { refuse(model, "message-batch-no-letter") }
}

fn go(model: &mut Model, movement: Command) -> Vec<Effect> {
    let page = model.size.batch_rows();
    let view = &mut model.batch;
    let end = view.shown().len().saturating_sub(1);
    view.cursor = match movement {
        Command::Up => view.cursor.saturating_sub(1),
        Command::Down => (view.cursor + 1).min(end),
        Command::PageUp => view.cursor.saturating_sub(page),
        Command::PageDown => (view.cursor + page).min(end),
        Command::First => 0,
        Command::Last => end,
        _ => return vec![],
    };
    keep_visible(model);
    vec![]
}

/// Moves the cases that are shown so that the cursor is among them.
pub(super) fn keep_visible(model: &mut Model) {
    let page = model.size.batch_rows();
    let view = &mut model.batch;
    let total = view.shown().len();
    view.top = layout::follow(view.top, view.cursor, page, total);
}

/// Takes a batch back.
pub(super) fn undo(model: &mut Model, id: BatchId) -> Vec<Effect> {
    let ticket = model.ticket();
    model.batch.waiting = Some(ticket);
    vec![Effect::Bulk(ticket, BatchDeed::Undo(id))]
}

/// `Z`: what was taken back last is made ready once more.
pub(super) fn redo(model: &mut Model) -> Vec<Effect> {
    match model.redoable.take() {
        Some(Undo::Batch(id)) => open(model, BatchDeed::Redo(id)),
        Some(Undo::Case(reference)) => {
            let text = model.texts.say("message-redo-case");
            model.announce(Tone::Plain, text);
            case::open(model, ListKind::Queue, reference)
        }
        None => refuse(model, "message-nothing-to-redo"),
    }
}

/// The backend has answered.
pub(super) fn answered(model: &mut Model, ticket: Ticket, answer: Result<BatchAnswer, Fault>) -> Vec<Effect> {
    if let Ok(BatchAnswer::List(list)) = answer {
        return left(model, &list);
    }
    if model.batch.waiting != Some(ticket) {
        return vec![];
    }
    model.batch.waiting = None;
    let effects = match answer {
        Ok(BatchAnswer::Batch(batch)) => taken(model, batch),
        Ok(BatchAnswer::DryRun(shown)) => {
            model.batch.take(shown.batch);
            model.batch.dry_run = Some(shown.lines);
            model.batch.taken = shown.taken;
            if model.batch.step() == Step::Number { show(model, Dialog::Number(line_field(""))) } else { vec![] }
        }
        Ok(BatchAnswer::Progress(progress)) => progressed(model, progress),
        Ok(BatchAnswer::List(_) | BatchAnswer::Preview(_)) => vec![],
        Err(fault) => failed(model, fault),
    };
    keep_visible(model);
    effects
}

/// A batch that this person left unfinished is told once, at the start.
fn left(model: &mut Model, list: &BatchList) -> Vec<Effect> {
    let Some(me) = model.me.as_ref().map(|me| me.person.as_str()) else { return vec![] };
    let Some(batch) = list.batches.iter().find(|batch| batch.person == me) else { return vec![] };
    model.unfinished = Some(batch.id);
    let id = batch.id.to_string();
    let (done, all) = (batch.tally.decided.to_string(), (batch.tally.decided + batch.tally.waiting).to_string());
    let name = if batch.state == BatchState::Running { "message-batch-left-running" } else { "message-batch-left" };
    let mut text = model.texts.with(name, &[("batch", &id), ("done", &done), ("all", &all)]);
    let others = list.batches.iter().filter(|batch| batch.person == me).count() - 1;
    if others > 0 {
        let more = i64::try_from(others).unwrap_or(i64::MAX);
        text = format!("{text} {}", model.texts.count("message-batch-left-more", more, &[]));
    }
    model.announce(Tone::Warning, text);
    vec![]
}

fn taken(model: &mut Model, batch: Batch) -> Vec<Effect> {
    let (id, state, refused) = (batch.id, batch.state, batch.tally.refused);
    let fresh = model.batch.batch.is_none();
    if batch.checked_at.is_none() {
        model.batch.dry_run = None;
    }
    model.batch.take(batch);
    model.unfinished = state.is_unfinished().then_some(id);
    if fresh && refused > 0 {
        let text = model.texts.count("message-batch-refused", i64::from(refused), &[]);
        model.announce(Tone::Warning, text);
    }
    if state == BatchState::Stopped {
        let text = model.texts.with("message-batch-stopped", &[("batch", &id.to_string())]);
        model.announce(Tone::Plain, text);
    }
    vec![]
}

fn progressed(model: &mut Model, progress: Progress) -> Vec<Effect> {
    let Progress { batch, results } = progress;
    let (id, state) = (batch.id, batch.state);
    for result in results.iter().filter(|result| result.state == ItemState::Decided) {
        model.queue.marks.remove(&result.reference);
    }
    let ended = batch.ended_at.zip(batch.undo_until);
    model.batch.follow(batch, &results);
    let tally = model.batch.batch.as_ref().map(|batch| batch.tally).unwrap_or_default();
    let (done, dropped, all) = (
        tally.decided.to_string(),
        tally.dropped.to_string(),
        (tally.decided + tally.waiting + tally.dropped).to_string(),
    );
    let name = id.to_string();
    match state {
        BatchState::Running => {
            let values = [("done", done.as_str()), ("all", &all), ("dropped", &dropped)];
            let text = model.texts.with("message-batch-progress", &values);
            model.announce(Tone::Plain, text);
            go_on(model)
        }
        BatchState::Done => {
            model.unfinished = None;
            let windowed = ended.filter(|(ended, until)| until > ended).map(|(_, until)| until);
            let until = windowed.map(date::clock).unwrap_or_default();
            let values = [("done", done.as_str()), ("dropped", &dropped), ("batch", &name), ("until", &until)];
            let text = model
                .texts
                .with(if windowed.is_some() { "message-batch-done" } else { "message-batch-done-sent" }, &values);
            model.announce(Tone::Good, text);
            if let Some(until) = windowed {
                model.message.stays_until = Some(until);
                model.undoable.push(Undoable { what: Undo::Batch(id), name, until });
            }
            list::fetch(model, ListKind::Queue)
        }
        BatchState::Undone => {
            model.undoable.retain(|undoable| undoable.what != Undo::Batch(id));
            model.redoable = Some(Undo::Batch(id));
            let kept = results.iter().filter(|result| result.state != ItemState::Undone).count().to_string();
            let undone = tally.undone.to_string();
            let values = [("undone", undone.as_str()), ("kept", &kept), ("batch", &name)];
            let text = model
                .texts
                .with(if kept == "0" { "message-batch-undone" } else { "message-batch-undone-partly" }, &values);
            model.announce(Tone::Good, text);
            list::fetch(model, ListKind::Queue)
        }
        BatchState::Open | BatchState::Stopped => vec![],
    }
}

fn failed(model: &mut Model, fault: Fault) -> Vec<Effect> {
    if fault.kind == FaultKind::UndoOver {
        model.undoable.retain(|undoable| !matches!(undoable.what, Undo::Batch(_)));
    }
    let mut text = say_fault(&model.texts, &fault);
    if fault.is_retryable() || fault.stored == Stored::Unknown {
        text = format!("{text} {}", model.texts.say("message-batch-resume"));
    }
    model.announce(Tone::Bad, text);
    if model.batch.batch.is_none() {
        // Nothing was made: back to the list with the marks as they were.
        model.screen = Screen::Queue;
        return list::fetch(model, ListKind::Queue);
    }
    model.batch.fault = Some(fault);
    vec![]
}

fn refuse(model: &mut Model, id: &str) -> Vec<Effect> {
    let text = model.texts.say(id);
    model.announce(Tone::Warning, text);
    vec![]
}
