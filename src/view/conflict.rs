//! A newer version against one's own draft, point by point.
//! Imports `text` and `app`.

use ratatui::layout::Position;

use super::{page::Lines, pen::Pen, theme::Role};
use crate::{
    app::model::conflict::{Conflict, Contested},
    text::{Texts, clean, number},
};

/// Draws the page.
pub(super) fn draw(pen: &mut Pen<'_>, conflict: &Conflict) -> Position {
    let texts = pen.texts();
    let (base, theirs) = (conflict.base.to_string(), conflict.theirs.to_string());
    let mut lines = Lines::default();
    lines.plain(0, texts.with("conflict-head", &[("base", &base), ("theirs", &theirs)]), Role::Warning);
    if let Some(open) = pen.model.case.ready() {
        lines.heading(texts.say("conflict-draft"));
        let draft = &open.draft;
        if !draft.extensions.is_empty() {
            lines.plain(2, texts.with("conflict-count", &[("count", &clean::line(&draft.extensions))]), Role::Text);
        }
        for (place, line) in clean::prose(draft.comment.trim()).lines().enumerate() {
            let text = if place == 0 { texts.with("conflict-comment", &[("text", line)]) } else { line.to_owned() };
            lines.plain(2, text, Role::Text);
        }
    }
    let count = i64::try_from(conflict.points.len()).unwrap_or(i64::MAX);
    lines.heading(texts.count("conflict-points", count, &[]));
    let form = pen.model.case.ready().and_then(|open| open.report()).map(|report| &report.form);
    for point in &conflict.points {
        let known = form.and_then(|form| form.point(&point.key));
        let label = known.map_or("", |known| known.alone_in(texts.language()));
        lines.plain(2, format!("{}  {}", point.code, clean::line(label)), Role::Strong);
        lines.plain(6, texts.with("conflict-mine", &[("what", &mine(texts, point))]), Role::Text);
        let figure = |figure: Option<u32>| {
            figure.map_or_else(|| texts.say("conflict-blank"), |figure| number::whole(i64::from(figure)))
        };
        let (came, was) = (figure(point.theirs), figure(point.base));
        lines.plain(6, texts.with("conflict-theirs", &[("version", &theirs), ("figure", &came)]), Role::Text);
        lines.plain(6, texts.with("conflict-base", &[("version", &base), ("figure", &was)]), Role::Quiet);
    }
    lines.draw(pen, &texts.say("conflict-title"), conflict.page)
}

/// What the draft says of a point.
fn mine(texts: &Texts, point: &Contested) -> String {
    let note = point.note.as_deref().map(|note| texts.with("conflict-note", &[("text", &clean::line(note))]));
    let named = point.named.then(|| texts.say("conflict-named"));
    let said: Vec<String> = note.into_iter().chain(named).collect();
    if said.is_empty() { texts.say("conflict-nothing") } else { said.join(&texts.say("list-separator")) }
}
