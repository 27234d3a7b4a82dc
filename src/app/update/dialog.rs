//! What lies above a screen: fields, the editor, the summary, help. Nothing passes through it.
//! Imports `domain`.

use jiff::Timestamp;
use tui_textarea::TextArea;

use super::{
    batch, case, conflict, deadline, decide, draft, grid, library, list, palette, portal, registration, review, units,
    views,
};
use crate::{
    app::{
        command::Command,
        effect::Effect,
        model::{
            Model, Screen, Tone,
            dialog::{Dialog, Editor, Intent, Page, Stage, prose_field, text_of, type_into},
        },
        msg::Typed,
    },
    domain::{
        query::{LONGEST, Query},
        refusal::Refusal,
        report::{check_extensions, parse_extensions},
    },
    text::{date, foreign, refusal::say},
};

/// Does what a person wants with the dialog on top.
pub(super) fn wanted(model: &mut Model, command: Command, at: Timestamp) -> Vec<Effect> {
    let page = model.size.text_lines();
    match &mut model.dialog {
        Some(
            Dialog::Help(shown, _)
            | Dialog::Timeline(shown)
            | Dialog::Explain(shown)
            | Dialog::Countdown(shown)
            | Dialog::Point(shown, _)
            | Dialog::Findings(shown),
        ) => {
            if scroll(shown, command, page) {
                return vec![];
            }
            close(model)
        }
        Some(Dialog::Quit) => quit(model, command),
        Some(Dialog::Views(_)) => views::wanted(model, command),
        Some(Dialog::ViewName(..)) => views::named(model, command),
        Some(Dialog::Search(..)) => search(model, command),
        Some(Dialog::Count(..)) => count(model, command),
        Some(Dialog::Note(..)) => note(model, command),
        Some(Dialog::Accept(_)) if command == Command::Done => review::reason_done(model),
        Some(Dialog::Accept(_)) => review::leave_reason(model),
        Some(Dialog::Editor(_)) if command == Command::InsertFinding => review::insert_finding(model),
        Some(Dialog::Editor(_)) if command == Command::Suggest => review::suggest(model),
        Some(Dialog::Editor(_)) if command == Command::OutsideEditor && model.closed => model.say_closed(),
        Some(Dialog::Editor(editor)) if command == Command::OutsideEditor => {
            vec![Effect::EditOutside(text_of(&editor.area))]
        }
        Some(Dialog::Editor(editor)) if command == Command::UndoTyping => {
            // A paste is one step.
            editor.area.undo();
            keep_comment(text_of(&editor.area), model)
        }
        Some(Dialog::Editor(editor)) => {
            let intent = editor.intent;
            decide::comment_done(model, intent)
        }
        Some(Dialog::Summary(_)) => summary(model, command, at),
        Some(Dialog::Common(_)) if command == Command::Back => batch::common_left(model),
        Some(Dialog::Common(_)) => batch::common_done(model),
        Some(Dialog::Number(_)) if command == Command::Confirm => batch::confirm(model, at),
        Some(Dialog::Number(_)) if command.moves() => batch::wanted(model, command),
        Some(Dialog::Number(_)) => close(model),
        Some(Dialog::StopBatch) => batch::stop_answered(model, command == Command::StopConfirmed),
        Some(Dialog::Grid(_)) => grid::wanted(model, command),
        Some(Dialog::Library(_)) => library::wanted(model, command),
        Some(Dialog::Palette(_)) => palette::wanted(model, command, at),
        Some(Dialog::Registration(_)) => registration::wanted(model, command),
        Some(Dialog::Form(_)) => units::form_wanted(model, command),
        Some(Dialog::Notice(_)) => units::notice_wanted(model, command, at),
        Some(Dialog::Application(_)) => portal::form_wanted(model, command, at),
        Some(Dialog::Removal(_)) => portal::removal_wanted(model, command, at),
        Some(Dialog::Conflict(_)) => conflict::wanted(model, command),
        None => vec![],
    }
}

/// Scrolls a page; false for what is no movement.
pub(super) fn scroll(shown: &mut Page, command: Command, page: usize) -> bool {
    match command {
        Command::Up => shown.top = shown.top.saturating_sub(1),
        Command::Down => shown.top += 1,
        Command::PageUp => shown.top = shown.top.saturating_sub(page),
        Command::PageDown => shown.top += page,
        Command::First => shown.top = 0,
        _ => return false,
    }
    true
}

fn close(model: &mut Model) -> Vec<Effect> {
    model.dialog = None;
    vec![]
}

fn quit(model: &mut Model, command: Command) -> Vec<Effect> {
    model.dialog = None;
    if command != Command::Quit {
        return registration::ask(model);
    }
    let mut effects = draft::leave(model);
    effects.extend(grid::save(model));
    effects.push(Effect::Quit);
    effects
}

fn search(model: &mut Model, command: Command) -> Vec<Effect> {
    if model.screen == Screen::Units {
        return units::search_wanted(model, command);
    }
    let kind = model.current_list();
    match command {
        Command::Up | Command::Down | Command::PageUp | Command::PageDown => list::wanted(model, kind, command),
        Command::ClearSearch => {
            model.dialog = None;
            list::search(model, kind, String::new())
        }
        // What is not understood stays in its field, with the sentence that says why.
        _ if matches!(model.dialog, Some(Dialog::Search(_, Some(_)))) => vec![],
        _ => close(model),
    }
}

fn summary(model: &mut Model, command: Command, at: Timestamp) -> Vec<Effect> {
    match command {
        Command::Confirm => decide::confirm(model, at),
        Command::Refresh => decide::again(model),
        Command::ConfirmRole => portal::confirm_role(model, at),
        Command::Back => leave_summary(model),
        _ => vec![],
    }
}

/// Back from the summary: what is typed stays; a decision that may have been stored is given up, and said so.
fn leave_summary(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Summary(summary)) = model.dialog.take() else { return vec![] };
    let (id, tone, effects) = match &summary.stage {
        Stage::Sending(_) => {
            // On its way: its answer is waited for, so that nothing untrue is said of it.
            model.dialog = Some(Dialog::Summary(summary));
            return vec![];
        }
        Stage::Failed { sent: true, .. } if summary.doubt => {
            let mut effects = vec![Effect::Forget(summary.key)];
            effects.extend(case::reload(model));
            let asked = summary.intent == Intent::Ask;
            let id = if asked { "message-question-unknown" } else { "message-outcome-unknown" };
            (id, Tone::Warning, effects)
        }
        _ => ("message-draft-kept", Tone::Plain, vec![]),
    };
    portal::forget_confirmation(model);
    let text = model.texts.say(id);
    model.announce(tone, text);
    effects
}

fn count(model: &mut Model, command: Command) -> Vec<Effect> {
    let refusal = judge_count(model);
    if let (Command::Done, Some(refusal)) = (command, refusal) {
        let text = say(&model.texts, &refusal);
        model.announce(Tone::Bad, text);
        if let Some(Dialog::Count(_, shown)) = &mut model.dialog {
            *shown = Some(refusal);
        }
        vec![]
    } else {
        let taken = if command == Command::Done { take_proposed(model) } else { vec![] };
        model.dialog = None;
        taken.into_iter().chain(draft::save(model)).collect()
    }
}

/// Enter takes what stands in the field, also when it was proposed and not typed.
fn take_proposed(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Count(area, _)) = &model.dialog else { return vec![] };
    let text = text_of(area);
    keep_count(model, text)
}

/// What is wrong with the count in the draft; an empty field is no count and no fault.
fn judge_count(model: &Model) -> Option<Refusal> {
    let open = model.case.ready()?;
    let typed = open.draft.extensions.trim();
    if typed.is_empty() {
        return None;
    }
    let report = open.report()?;
    match parse_extensions(typed) {
        Ok(count) => check_extensions(report.unit.extension_rule, &report.newest()?.values, Some(count)).err(),
        Err(refusal) => Some(refusal),
    }
}

fn note(model: &mut Model, _command: Command) -> Vec<Effect> {
    model.dialog = None;
    draft::save(model)
}

/// A text has come back from an editor outside: it takes the place of the comment.
pub(super) fn edited_outside(model: &mut Model, answer: Result<String, String>) -> Vec<Effect> {
    let Some(Dialog::Editor(editor)) = &mut model.dialog else { return vec![] };
    match answer {
        Ok(text) => {
            editor.area = prose_field(text.trim_end_matches(['\n', '\r']));
            let text = text_of(&editor.area);
            keep_comment(text, model)
        }
        Err(why) if why.is_empty() => {
            let text = model.texts.say("message-no-editor");
            model.announce(Tone::Warning, text);
            vec![]
        }
        Err(why) => {
            let text = model.texts.with("message-editor-failed", &[("why", &foreign::say(&model.texts, &why))]);
            model.announce(Tone::Bad, text);
            vec![]
        }
    }
}

/// Takes what is typed into the field that has the focus, and keeps it in the draft.
pub(super) fn typed(model: &mut Model, typed: Typed) -> Vec<Effect> {
    match &mut model.dialog {
        Some(Dialog::Grid(_)) => grid::typed(model, typed),
        Some(Dialog::Search(area, _)) => {
            type_into(area, typed, false);
            let text = text_of(area);
            if model.screen == Screen::Units { units::search(model, text) } else { look_for(model, &text) }
        }
        Some(Dialog::ViewName(area, wrong)) => {
            type_into(area, typed, false);
            *wrong = None;
            vec![]
        }
        Some(Dialog::Help(page, area)) => {
            type_into(area, typed, false);
            page.top = 0;
            vec![]
        }
        Some(Dialog::Count(area, shown)) => {
            type_into(area, typed, false);
            *shown = None;
            let text = text_of(area);
            keep_count(model, text)
        }
        Some(Dialog::Common(area)) => {
            type_into(area, typed, true);
            model.common_text = text_of(area);
            vec![]
        }
        Some(Dialog::Number(area)) => {
            type_number(area, typed);
            vec![]
        }
        Some(Dialog::Notice(summary)) if summary.number_asked().is_some() => {
            type_number(&mut summary.number, typed);
            vec![]
        }
        Some(Dialog::Accept(accepting)) if accepting.sent.is_none() => {
            type_into(&mut accepting.area, typed, false);
            vec![]
        }
        Some(Dialog::Form(form)) => {
            if let Some(field) = form.fields.get_mut(form.focus) {
                type_into(field, typed, false);
            }
            vec![]
        }
        Some(Dialog::Note(key, area)) => {
            type_into(area, typed, false);
            let (key, text) = (key.clone(), text_of(area));
            keep_note(model, key, text)
        }
        Some(Dialog::Editor(editor)) => {
            let Editor { area, .. } = editor.as_mut();
            keep_comment(model_comment(area, typed), model)
        }
        Some(Dialog::Registration(_)) => registration::typed(model, typed),
        Some(Dialog::Application(_) | Dialog::Removal(_)) => portal::typed(model, typed),
        Some(Dialog::Palette(_)) => palette::typed(model, typed),
        _ => vec![],
    }
}

/// Searches for what is typed. Of what is not understood it tells why, and searches for the terms before it.
fn look_for(model: &mut Model, text: &str) -> Vec<Effect> {
    let kind = model.current_list();
    let (list, today) = (model.list(kind), date::day_of(model.now));
    let read = |text: &str| Query::parse(&list.search_with(text), &model.guides.search, today);
    let refusal = read(text).err();
    // What is longer than any search is refused as a whole; nobody waits for its words one by one.
    let mut understood = text.char_indices().nth(LONGEST).and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    while read(understood).is_err() && !understood.is_empty() {
        understood = understood.trim_end().rsplit_once(char::is_whitespace).map_or("", |(before, _)| before);
    }
    let understood = understood.to_owned();
    if let Some(Dialog::Search(_, wrong)) = &mut model.dialog {
        *wrong = refusal;
    }
    list::search(model, kind, understood)
}

fn model_comment(area: &mut TextArea<'static>, typed: Typed) -> String {
    type_into(area, typed, true);
    text_of(area)
}

fn keep_comment(text: String, model: &mut Model) -> Vec<Effect> {
    if matches!(&model.dialog, Some(Dialog::Editor(editor)) if editor.intent == Intent::Recall) {
        return deadline::keep_recall(model, text);
    }
    let Some(open) = model.case.ready_mut() else { return vec![] };
    if open.draft.comment == text {
        return vec![];
    }
    open.draft.comment = text;
    draft::touch(model)
}

fn keep_count(model: &mut Model, text: String) -> Vec<Effect> {
    let Some(open) = model.case.ready_mut() else { return vec![] };
    if open.draft.extensions == text {
        return vec![];
    }
    open.draft.extensions = text;
    let refusal = judge_count(model);
    if let Some(Dialog::Count(_, shown)) = &mut model.dialog {
        *shown = refusal;
    }
    draft::touch(model)
}

fn keep_note(model: &mut Model, key: String, text: String) -> Vec<Effect> {
    let Some(open) = model.case.ready_mut() else { return vec![] };
    if text.is_empty() {
        open.draft.notes.remove(&key);
    } else {
        open.draft.notes.insert(key, text);
    }
    draft::touch(model)
}

/// Only figures: nothing else can be meant where a number confirms.
fn type_number(area: &mut tui_textarea::TextArea<'_>, typed: Typed) {
    if !matches!(&typed, Typed::Char(letter) if !letter.is_ascii_digit()) {
        type_into(area, typed, false);
    }
}
