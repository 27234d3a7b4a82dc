//! What happens next: the only place where the model changes. The root only routes.
//! Imports `domain`, `text` and `api`.

mod batch;
mod case;
mod conflict;
mod counts_file;
mod deadline;
mod decide;
mod dialog;
mod draft;
mod gate;
mod grid;
mod lesson;
mod library;
mod list;
mod live;
mod marks;
mod memory;
mod palette;
mod place;
mod portal;
mod registration;
mod review;
mod setup;
mod together;
mod undo;
mod units;
mod views;
mod waiting;

use std::sync::Arc;

use jiff::Timestamp;

use super::{
    command::Command,
    effect::{Effect, ListKind},
    layout::Size,
    model::{
        Model, Screen, Tone,
        case::CaseState,
        dialog::{Dialog, Page, line_field},
    },
    msg::{Msg, Reply},
};
use crate::{api::batch::VerdictKind, text::Texts};

/// What the program does first.
#[must_use]
pub fn begin(model: &mut Model) -> Vec<Effect> {
    // What was left last time comes first: a case is opened with it.
    let mut effects = vec![Effect::FetchMe, Effect::Recover];
    place::begin(model);
    if let Some(reference) = model.open_first.take() {
        model.queue.follow = Some(reference.clone());
        effects.extend(case::open(model, ListKind::Queue, reference));
    }
    effects.extend(list::fetch(model, model.current_list()));
    effects
}

/// Takes one message in: changes the model, and says what shall be done outside.
#[must_use]
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let heard = lesson::listen(model, &msg);
    let mut effects = match msg {
        Msg::Wanted(command, at) if model.watch.gate.is_some() => {
            model.now = model.now.max(at);
            gate::wanted(model, command, at)
        }
        Msg::Touched(at) => gate::touched(model, at),
        Msg::Heard(from, to) => case::heard(model, from, to),
        // Nothing that is typed reaches what lies behind a closed gate.
        Msg::Typed(_) | Msg::PasteDropped if model.watch.gate.is_some() => vec![],
        Msg::Wanted(command, at) if command.concerns_decision() && gate::was_meant_for_it(model, at) => vec![],
        Msg::Wanted(command, at) => {
            model.now = model.now.max(at);
            model.forget_message();
            if model.size.is_too_small() { vec![] } else { wanted(model, command, at) }
        }
        Msg::Typed(_) if model.size.is_too_small() => vec![],
        Msg::Typed(typed) => dialog::typed(model, typed),
        Msg::Reply(reply) => {
            let logged_out = gate::tells_of_it(&reply);
            let mut effects = replied(model, *reply);
            if logged_out {
                effects.extend(gate::logged_out(model));
            }
            effects
        }
        Msg::Clock(now) => {
            model.now = model.now.max(now);
            clock(model)
        }
        Msg::Resized(width, height) => resized(model, Size { width, height }),
        Msg::Interrupted => interrupted(model),
        Msg::Suspended => model.say_closed(),
        Msg::Reread(read) => setup::reread(model, *read),
        Msg::ClickedInVain => setup::click_in_vain(model),
        Msg::PasteDropped => {
            model.announce(Tone::Warning, model.texts.say("message-paste-dropped"));
            vec![]
        }
    };
    case::note_seen(model);
    together::follow(model, &mut effects);
    place::note(model, &mut effects);
    lesson::follow(model, heard, &mut effects);
    effects
}

/// Of the fetches that a burst of keys asked for, those that still serve a purpose after the last key.
#[must_use]
pub fn still_wanted(model: &Model, fetches: Vec<Effect>) -> Vec<Effect> {
    list::still_wanted(model, fetches)
}

fn wanted(model: &mut Model, command: Command, at: Timestamp) -> Vec<Effect> {
    if model.dialog.is_some() {
        return dialog::wanted(model, command, at);
    }
    if model.options.read_only && command.changes() {
        model.announce(Tone::Warning, model.texts.say("message-read-only"));
        return vec![];
    }
    match command {
        Command::Help => show(model, Dialog::Help(Page::default(), line_field(""))),
        Command::Undo if model.undoes_notices() => units::undo(model),
        Command::Undo => undo::undo(model),
        Command::Redo => batch::redo(model),
        Command::Library => library::open(model),
        Command::Language => language(model),
        Command::ReadSettings => vec![Effect::Reread(true)],
        Command::Mouse => setup::mouse(model),
        Command::SkipLesson | Command::LeaveLesson => lesson::wanted(model, command),
        Command::ShowUnits => units::go_to_list(model),
        Command::Message => repeat_message(model),
        Command::Palette => palette::open(model),
        Command::ShowQueue => go_to(model, Screen::Queue),
        Command::ShowArchive => go_to(model, Screen::Archive),
        Command::ShowFigures => portal::go_to_figures(model),
        Command::ShowHolders => portal::go_to_holders(model),
        Command::Apply => portal::apply(model),
        Command::Take => together::take(model),
        other => match model.screen {
            Screen::Queue => list::wanted(model, ListKind::Queue, other),
            Screen::Archive => list::wanted(model, ListKind::Archive, other),
            Screen::Batch => batch::wanted(model, other),
            Screen::Case(_) if model.batch.looking.is_some() => sample(model, other),
            Screen::Case(_) => case::wanted(model, other),
            Screen::Units => units::wanted(model, other),
            Screen::Unit => units::page_wanted(model, other),
            Screen::Figures => portal::figures_wanted(model, other),
            Screen::Holders => portal::holders_wanted(model, other),
        },
    }
}

/// A case that is looked at for a batch: it can be judged and read, not decided.
fn sample(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::SampleAccept => batch::verdict(model, VerdictKind::Accept),
        Command::SampleOut => batch::verdict(model, VerdictKind::TakeOut),
        Command::Back => batch::back_to_batch(model),
        reading => case::wanted(model, reading),
    }
}

fn replied(model: &mut Model, reply: Reply) -> Vec<Effect> {
    memory::heard(model, &reply);
    match reply {
        Reply::Remembered(seen, reply) => memory::replied(model, seen, *reply),
        Reply::Me(Ok(me)) => {
            model.fault = None;
            let (first, effects) = memory::know(model, me);
            if model.memory.stranger {
                return effects;
            }
            if model.me.as_ref().is_some_and(|me| me.needs_registration) {
                return registration::ask(model);
            }
            if first { batch::ask_unfinished(model) } else { vec![] }
        }
        Reply::Me(Err(fault)) => {
            model.fault = Some(fault);
            vec![]
        }
        Reply::DoorCode(ticket, code) => gate::shown(model, ticket, code),
        Reply::Entered(ticket, answer) => gate::entered(model, ticket, answer),
        Reply::LoggedOut => gate::logged_out(model),
        Reply::Reached(ticket, answer) => registration::reached(model, ticket, answer),
        Reply::Tasks(ticket, kind, answer) => list::arrived(model, kind, ticket, answer),
        Reply::Case(ticket, answer) => case::arrived(model, ticket, answer),
        Reply::Saved(reference, draft, answer) => draft::saved(model, &reference, &draft, answer),
        Reply::Counts(ticket, answer) => grid::arrived(model, ticket, answer),
        Reply::CountsSaved(ticket, sent, answer) => grid::saved(model, ticket, &sent, answer),
        Reply::FileRead(ticket, answer) => counts_file::arrived(model, ticket, answer),
        Reply::Continued(ticket, answer) => decide::continued(model, ticket, answer),
        Reply::Decided(ticket, answer) => decide::decided(model, ticket, answer),
        Reply::Accepted(ticket, answer) => review::accepted(model, ticket, answer),
        Reply::Asked(ticket, answer) => decide::asked(model, ticket, answer),
        Reply::Overview(ticket, answer) => deadline::arrived(model, ticket, answer),
        Reply::Letters(ticket, answer) => library::arrived(model, ticket, answer),
        Reply::Recalled(ticket, answer) => deadline::recalled(model, ticket, answer),
        Reply::Shelf(ticket, answer) => palette::shelved(model, ticket, answer),
        Reply::Found(ticket, answer) => palette::found(model, ticket, answer),
        Reply::Together(ticket, answer) => together::replied(model, ticket, answer),
        Reply::Portal(ticket, answer) => portal::replied(model, ticket, answer),
        Reply::Undone(reference, answer) => undo::undone(model, &reference, answer),
        Reply::Typed(reference, draft) => case::typed_before(model, reference, draft),
        Reply::Bulk(ticket, answer) => batch::answered(model, ticket, answer),
        Reply::Units(answer) => units::replied(model, answer),
        Reply::EditedOutside(answer) => dialog::edited_outside(model, answer),
        Reply::References(ticket, answer) => marks::arrived(model, ticket, answer),
        Reply::MarksChecked(ticket, answer) => marks::checked(model, ticket, answer),
        Reply::ViewKept(view, answer) => views::kept(model, &view, answer),
        Reply::ViewRemoved(name, answer) => views::removed(model, &name, answer),
        Reply::SettingsSaved => vec![Effect::Reread(false)],
        Reply::Key(key) => {
            model.key = key;
            vec![]
        }
        Reply::Deferred(key, kept) => waiting::deferred(model, key, kept),
        Reply::Waiting(decisions) => waiting::told(model, decisions),
        other => live::replied(model, other),
    }
}

/// Speaks the next language that is built in, until the program ends.
fn language(model: &mut Model) -> Vec<Effect> {
    let now = model.texts.language().to_owned();
    let next = Texts::languages().skip_while(|language| *language != now).nth(1).or_else(|| Texts::languages().next());
    if let Some(texts) = next.and_then(|language| Texts::of(language).ok()) {
        model.texts = Arc::new(texts);
        let text = model.texts.say("message-language");
        model.announce(Tone::Plain, text);
    }
    let spoken = model.texts.language().to_owned();
    if let Some(open) = model.case.ready_mut() {
        open.say_findings(&model.guides, &spoken);
    }
    vec![Effect::Speak(spoken)]
}

fn clock(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    gate::lock_if_due(model);
    gate::warn_if_due(model);
    model.undoable.retain(|undoable| undoable.until > now);
    units::forget_expired(model, now);
    if model.message.stays_until.is_some_and(|until| until <= now) {
        // What it promised is over: it must not stand there any longer.
        model.message.hidden = true;
    }
    if model.watch.is_logged_out() {
        // It would be refused: what is typed is on the disk, and goes out when the person is in again.
        return vec![];
    }
    let mut effects = draft::save_if_due(model);
    effects.extend(grid::save_if_due(model));
    effects
}

fn resized(model: &mut Model, size: Size) -> Vec<Effect> {
    let size = lesson::room(model.lesson.as_mut(), size);
    model.size = size;
    if size.is_too_small() {
        // Nothing is shown: what was shown stays where it was until there is room again.
        return vec![];
    }
    case::keep_cursor_visible(model);
    batch::keep_visible(model);
    grid::keep_visible(model);
    units::keep_selected_visible(model);
    list::keep_selected_visible(model, model.current_list())
}

fn repeat_message(model: &mut Model) -> Vec<Effect> {
    if model.message.text.is_empty() {
        model.announce(Tone::Plain, model.texts.say("message-none"));
    }
    model.message.hidden = false;
    vec![]
}

/// Ctrl-C asks before leaving; above a dialog it does nothing that could lose or send anything.
fn interrupted(model: &mut Model) -> Vec<Effect> {
    if model.watch.gate.is_some() {
        return gate::wanted(model, Command::Quit, model.now);
    }
    if model.dialog.is_some() { vec![] } else { show(model, Dialog::Quit) }
}

/// Opens a dialog.
fn show(model: &mut Model, dialog: Dialog) -> Vec<Effect> {
    model.dialog = Some(dialog);
    vec![]
}

/// Goes to one of the lists; a draft that is not saved yet is saved on the way.
fn go_to(model: &mut Model, screen: Screen) -> Vec<Effect> {
    let mut effects = draft::leave(model);
    model.batch.looking = None;
    model.screen = screen;
    model.case = CaseState::None;
    effects.extend(list::fetch(model, model.current_list()));
    effects
}
