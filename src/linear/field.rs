//! What can be written: a line, or a text of several lines that ends with a full stop alone on its line.
//! Imports `text` and `app` (model, command, scope).

use super::{
    Menu, Place, Told,
    choices::{Choice, Deed},
};
use crate::{
    app::{
        command::Command,
        model::{
            Model, Screen,
            dialog::{Dialog, text_of},
            portal::UNIT,
        },
        scope::{self, Scope},
    },
    text::{clean, refusal::say},
};

/// What can be written here.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// What is asked for.
    pub ask: String,
    /// What stands there.
    pub text: String,
    /// True for a text of several lines.
    pub prose: bool,
    /// What is done when the line is written.
    pub done: Option<Command>,
    /// True where writing is the first thing to do here.
    pub at_once: bool,
    /// How many lines stand there, and so how far down its end is.
    pub lines: usize,
    /// The line of the text that is written anew: its place.
    pub line: Option<usize>,
}

/// The labels of the form of an extension.
const EXTENSION: [&str; 5] = ["form-case-ref", "form-asked", "form-verdict", "form-decided", "form-told"];
/// The labels of the registration.
const REGISTRATION: [&str; 2] = ["registration-email", "registration-phone"];
/// The labels of an application.
const APPLICATION: [&str; 5] =
    ["linear-apply-name", "linear-apply-represents", "linear-apply-email", "linear-apply-phone", "linear-apply-unit"];

/// What can be written on the screen, if anything.
pub(super) fn of(model: &Model, place: &Place) -> Option<Field> {
    let texts = &model.texts;
    let line = |ask: String, text: String, done: Option<Command>| {
        Some(Field { ask, text, prose: false, done, at_once: true, lines: 1, line: None })
    };
    if model.watch.gate.is_some() {
        return None;
    }
    match model.dialog.as_ref()? {
        Dialog::Count(area, _) => line(texts.say("linear-ask-count"), text_of(area), Some(Command::Done)),
        Dialog::Note(key, area) => {
            let report = model.case.ready().and_then(|open| open.report());
            let code = report.and_then(|report| report.form.point(key)).map_or(key.as_str(), |point| &point.code);
            line(texts.with("linear-ask-note", &[("point", code)]), text_of(area), Some(Command::Done))
        }
        Dialog::Accept(accepting) => {
            let ask = texts.with("linear-ask-accept", &[("rule", &accepting.finding.rule)]);
            line(ask, text_of(&accepting.area), Some(Command::Done))
        }
        Dialog::ViewName(area, _) => line(texts.say("linear-ask-view"), text_of(area), Some(Command::Done)),
        Dialog::Search(area, _) if model.screen == Screen::Units => {
            line(texts.say("linear-ask-unit"), text_of(area), Some(Command::Done))
        }
        Dialog::Search(area, _) => line(texts.say("linear-ask-search"), text_of(area), Some(Command::Done)),
        Dialog::Number(area) => line(texts.say("linear-ask-number"), text_of(area), Some(Command::Confirm)),
        Dialog::Notice(summary) if summary.number_asked().is_some() => {
            line(texts.say("linear-ask-number"), text_of(&summary.number), Some(Command::Confirm))
        }
        Dialog::Removal(form) if form.summary.is_none() => {
            line(texts.say("linear-ask-reason"), text_of(&form.reason), Some(Command::Done))
        }
        Dialog::Palette(palette) => {
            let text = text_of(&palette.area);
            let at_once = text.is_empty();
            let ask = texts.say("linear-ask-palette");
            Some(Field { ask, text, prose: false, done: None, at_once, lines: 1, line: None })
        }
        Dialog::Grid(grid) if grid.import.is_some() => None,
        Dialog::Grid(grid) => {
            if let Some(path) = &grid.path {
                return line(texts.say("linear-ask-path"), text_of(path), Some(Command::Done));
            }
            place.field?;
            let row = grid.row()?;
            let ask = texts.with("linear-ask-count-of", &[("unit", &clean::line(&row.case.unit_name))]);
            line(ask, row.text.clone(), Some(Command::NextRow))
        }
        Dialog::Editor(editor) => of_text(model, place, texts.say("linear-ask-comment"), text_of(&editor.area)),
        Dialog::Common(area) => of_text(model, place, texts.say("linear-ask-common"), text_of(area)),
        Dialog::Registration(_) | Dialog::Form(_) | Dialog::Application(_) => {
            let (label, text) = fields(model).into_iter().nth(place.field?)?;
            line(texts.with("linear-ask-field", &[("label", &label)]), text, None)
        }
        _ => None,
    }
}

/// A text of several lines, or the one of its lines that is written anew.
fn of_text(model: &Model, place: &Place, ask: String, text: String) -> Option<Field> {
    let texts = &model.texts;
    if let Some(at) = place.field {
        let text = text.lines().nth(at)?.to_owned();
        let ask = texts.say("linear-ask-line");
        return Some(Field { ask, text, prose: false, done: None, at_once: true, lines: 1, line: Some(at) });
    }
    let lines = text.lines().count().max(1);
    let at_once = text.trim().is_empty();
    Some(Field { ask, text, prose: true, done: None, at_once, lines, line: None })
}

/// The fields of the form on the screen: their labels and what stands in them.
fn fields(model: &Model) -> Vec<(String, String)> {
    let texts = &model.texts;
    let named = |ids: &[&str], areas: Vec<String>| -> Vec<(String, String)> {
        ids.iter().map(|id| texts.say(id).trim_end_matches(':').to_owned()).zip(areas).collect()
    };
    match &model.dialog {
        Some(Dialog::Registration(form)) => named(&REGISTRATION, form.fields.iter().map(text_of).collect()),
        Some(Dialog::Form(form)) => named(&EXTENSION, form.texts().into()),
        Some(Dialog::Application(form)) => named(&APPLICATION, form.texts().into()),
        _ => Vec::new(),
    }
}

/// The field that has the focus in the form on the screen.
pub(super) fn focus(model: &Model) -> usize {
    match &model.dialog {
        Some(Dialog::Registration(form)) => form.focus,
        Some(Dialog::Form(form)) => form.focus,
        Some(Dialog::Application(form)) => form.focus,
        _ => 0,
    }
}

/// A field or a text, with what stands in it.
pub(super) fn tell(model: &Model, place: &Place, page: impl FnOnce() -> Vec<String>) -> Told {
    let texts = &model.texts;
    let mut told = Told::default();
    let write = |anew: bool| Deed::Write { anew };
    match &model.dialog {
        Some(Dialog::Editor(_) | Dialog::Common(_)) => return prose(model, place),
        Some(Dialog::Removal(_)) => {
            told.body = page();
            told.choices.push(Choice::new(texts.say("linear-write-text"), write(true)));
        }
        Some(_) => {
            let now = of(model, &Place::default()).map(|field| field.text).unwrap_or_default();
            if scope::innermost(model) == Scope::Number {
                told.body = page();
            }
            let given = model.case.ready().is_some_and(|open| !open.draft.extensions.is_empty());
            let of_count = matches!(model.dialog, Some(Dialog::Count(..)));
            if !now.is_empty() {
                let id = if of_count && !given { "linear-field-proposed" } else { "linear-field-is" };
                told.body.push(texts.with(id, &[("text", &clean::line(&now))]));
            }
            if of_count && given {
                told.choices.push(Choice::new(texts.say("linear-field-empty-it"), Deed::Empty));
            }
            if let Some(Dialog::Count(_, Some(refusal)) | Dialog::Search(_, Some(refusal))) = &model.dialog {
                told.body.push(say(texts, refusal));
            }
            let id = if now.is_empty() { "linear-write-text" } else { "linear-write-anew" };
            told.choices.push(Choice::new(texts.say(id), write(true)));
        }
        None => {}
    }
    told
}

/// A text of several lines: the whole of it, its lines to choose one, or one of them.
fn prose(model: &Model, place: &Place) -> Told {
    let texts = &model.texts;
    let mut told = Told::default();
    let Some(field) = of(model, &Place::default()) else { return told };
    let lines: Vec<(usize, String)> = field.text.lines().map(clean::line).enumerate().collect();
    let written = || lines.iter().filter(|(_, line)| !line.trim().is_empty());
    match &place.menu {
        Menu::Lines => {
            told.choices.extend(written().map(|(at, line)| Choice::new(line.clone(), Deed::Go(Menu::Line(*at)))));
            return told;
        }
        Menu::Line(at) => {
            let line = lines.get(*at).map_or("", |(_, line)| line.as_str());
            told.body.push(texts.with("linear-line-is", &[("text", line)]));
            told.choices.push(Choice::new(texts.say("linear-line-anew"), Deed::Rewrite(*at)));
            told.choices.push(Choice::new(texts.say("linear-line-drop"), Deed::Drop(*at)));
            return told;
        }
        _ => {}
    }
    if field.text.trim().is_empty() {
        told.choices.push(Choice::new(texts.say("linear-write-text"), Deed::Write { anew: true }));
    } else {
        told.head.push(field.ask);
        told.body.push(texts.count("linear-text-is", i64::try_from(written().count()).unwrap_or(i64::MAX), &[]));
        told.body.extend(written().map(|(_, line)| line.clone()));
        told.choices.push(Choice::new(texts.say("linear-write-more"), Deed::Write { anew: false }));
        told.choices.push(Choice::new(texts.say("linear-write-anew"), Deed::Write { anew: true }));
        told.choices.push(Choice::new(texts.say("linear-choose-line"), Deed::Go(Menu::Lines)));
    }
    if let Some(open) = model.case.ready().filter(|_| matches!(model.dialog, Some(Dialog::Editor(_)))) {
        let masked = open.heed.identity.as_ref();
        told.body.extend(masked.map(|masked| texts.with("editor-identity", &[("masked", masked)])));
    }
    told
}

/// A form of several fields: each is filled in by itself.
pub(super) fn form(model: &Model, page: Vec<String>) -> Told {
    let texts = &model.texts;
    let fields = fields(model);
    let known = |line: &String| {
        fields.iter().any(|(label, text)| line.starts_with(label.as_str()) || (!text.is_empty() && line == text))
    };
    let mut told = Told { head: page.into_iter().filter(|line| !known(line)).collect(), ..Told::default() };
    for (at, (label, text)) in fields.iter().enumerate() {
        let said = if text.trim().is_empty() {
            texts.with("linear-field-empty", &[("label", label)])
        } else {
            texts.with("linear-field-filled", &[("label", label), ("text", &clean::line(text))])
        };
        told.choices.push(Choice::new(said, Deed::Fill(at)));
    }
    if let Some(Dialog::Application(form)) = &model.dialog
        && form.chosen.is_none()
        && form.ready.is_none()
    {
        let typed = form.fields.get(UNIT).map(text_of).unwrap_or_default();
        let fitting = if typed.trim().is_empty() { Vec::new() } else { model.portal.fitting(&typed) };
        told.body.extend(fitting.first().map(|unit| {
            texts.with("linear-apply-fits", &[("name", &clean::line(&unit.name)), ("no", unit.no.as_str())])
        }));
    }
    told
}
