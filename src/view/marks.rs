//! The marks on the rows of a list: the sign of a row, and how many there are.
//! Imports `text` and `app`.

use super::{
    pen::{Pen, width_of},
    theme::Role,
};
use crate::{
    app::{effect::ListKind, model::list::List},
    text::number,
};

/// The sign of a marked row, and of one in the stretch that is being marked.
pub(super) fn sign(pen: &mut Pen<'_>, list: &List, number: usize, y: u16) {
    let marked = list.row(number).is_some_and(|row| list.marks.contains(&row.reference));
    let range = list.marking.range.as_ref().map(|range| range.ends(list.selected));
    if marked {
        pen.put(1, y, 1, "*", Role::Mark);
    } else if range.is_some_and(|(first, last)| (first..=last).contains(&number)) {
        pen.put(1, y, 1, "+", Role::Mark);
    }
}

/// How many open tasks there are, and how many are marked, behind the title; says how much room it took.
pub(super) fn title(pen: &mut Pen<'_>, x: u16, list: &List) -> u16 {
    let mut taken = 0;
    if list.kind == ListKind::Queue && list.was_answered() {
        taken += pen.put(x, 1, pen.width(), &number::whole(list.counts.all.into()), Role::Title) + 2;
    }
    let sentence = sentence(pen, list);
    if sentence.is_empty() {
        return taken;
    }
    let room = pen.width().saturating_sub(x + taken + 1);
    pen.put(x + taken, 1, room, &sentence, Role::Mark);
    taken + width_of(&sentence) + 2
}

/// «3 merket (1 skjult)», or how long the stretch is that is being marked.
fn sentence(pen: &Pen<'_>, list: &List) -> String {
    let texts = pen.texts();
    let whole = |count: usize| number::whole(i64::try_from(count).unwrap_or(i64::MAX));
    if let Some(range) = &list.marking.range {
        let (first, last) = range.ends(list.selected);
        return texts.with("marks-range", &[("number", &whole(last - first + 1))]);
    }
    let marked = list.marks.len();
    if marked == 0 {
        return String::new();
    }
    match list.marking.hidden {
        Some(hidden) => texts.with("marks-hidden", &[("number", &whole(marked)), ("hidden", &whole(hidden))]),
        None => texts.with("marks-unknown", &[("number", &whole(marked))]),
    }
}
