//! A batch in words: its cases, how it stands, and the command that comes next.
//! Imports `api`, `domain` and `text`.

use crate::{
    api::{
        batch::{Batch, Item},
        fault::Fault,
    },
    cli::table::Table,
    domain::{
        access::AccessRole,
        batch::{BatchState, ItemState},
    },
    text::{Texts, clean, date, refusal::say_fault},
};

/// A batch with its cases.
pub(super) fn lines(texts: &Texts, batch: &Batch) -> Vec<String> {
    let mut lines = item_lines(texts, &batch.items);
    lines.push(headline(texts, batch));
    lines.extend(next(texts, batch));
    lines
}

/// The cases of a batch, each with its state and the reason why it is not decided.
pub(super) fn item_lines(texts: &Texts, items: &[Item]) -> Vec<String> {
    let mut table = Table::plain();
    for item in items {
        let why = item.why.clone().map(|why| say_fault(texts, &Fault::from(why))).unwrap_or_default();
        table.push(vec![
            clean::line(item.reference.as_str()),
            clean::line(&item.unit_name),
            said(texts, item.extensions, item.role),
            texts.of_family("cli-sample", &item.sample),
            texts.of_family("cli-item", &item.state),
            why,
        ]);
    }
    table.lines()
}

/// The count, or the role that is granted.
pub(super) fn said(texts: &Texts, extensions: Option<u32>, role: Option<AccessRole>) -> String {
    match (extensions, role) {
        (Some(count), _) => format!("7A {count}"),
        (None, Some(role)) => texts.of_family("access-role", &role),
        (None, None) => "–".to_owned(),
    }
}

/// How many a colleague has taken; nothing when nobody has.
pub(super) fn taken(texts: &Texts, taken: u32) -> Option<String> {
    (taken > 0).then(|| texts.count("cli-bulk-taken", i64::from(taken), &[]))
}

/// How a batch stands, in one line.
pub(super) fn headline(texts: &Texts, batch: &Batch) -> String {
    let tally = batch.tally;
    let numbers = [
        ("waiting", tally.waiting),
        ("decided", tally.decided),
        ("dropped", tally.dropped),
        ("refused", tally.refused),
        ("out", tally.taken_out),
        ("undone", tally.undone),
    ]
    .map(|(name, number)| (name, number.to_string()));
    let mut values: Vec<(&str, &str)> = numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
    let (id, name) = (batch.id.to_string(), clean::line(&batch.name));
    let (kind, state) =
        (texts.of_family("cli-bulk-kind", &batch.kind), texts.of_family("cli-bulk-state", &batch.state));
    values.extend([
        ("batch", id.as_str()),
        ("name", name.as_str()),
        ("kind", kind.as_str()),
        ("state", state.as_str()),
    ]);
    values.push(("seed", batch.seed.as_str()));
    texts.with("cli-bulk-head", &values)
}

/// The command that comes next.
pub(super) fn next(texts: &Texts, batch: &Batch) -> Option<String> {
    let id = batch.id.to_string();
    let (left, waiting) = (batch.unseen().to_string(), batch.tally.waiting.to_string());
    let kind = batch.kind.as_str();
    let until = batch.undo_until.map(date::clock).unwrap_or_default();
    let name = match batch.state {
        BatchState::Open if batch.tally.waiting == 0 => return None,
        BatchState::Open if batch.unseen() > 0 => "cli-bulk-next-sample",
        BatchState::Open => "cli-bulk-next-confirm",
        BatchState::Running => "cli-bulk-next-resume",
        BatchState::Done if batch.undo_until > batch.ended_at => "cli-bulk-next-undo",
        BatchState::Undone => "cli-bulk-next-redo",
        BatchState::Done | BatchState::Stopped => return None,
    };
    let values = [("batch", id.as_str()), ("left", &left), ("waiting", &waiting), ("kind", kind), ("until", &until)];
    Some(texts.with(name, &values))
}

/// The letters of a batch of returns that has not been sent, each under its case.
pub(super) fn letters(batch: &Batch) -> Vec<String> {
    let waiting = batch.items.iter().filter(|item| item.state == ItemState::Waiting);
    let of_item = |item: &Item| {
        let words = item.comment.as_deref()?;
        let head = format!("{} {}", clean::line(item.reference.as_str()), clean::line(&item.unit_name));
        let body = words.lines().map(|line| format!("  {}", clean::line(line)));
        Some([String::new(), head].into_iter().chain(body).collect::<Vec<_>>())
    };
    waiting.filter_map(of_item).flatten().collect()
}
