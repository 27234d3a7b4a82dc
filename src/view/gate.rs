//! The closed gate: nothing of what lies behind it is shown, only how the person comes in again.
//! Imports `api`, `text` and `app`.

use ratatui::layout::{Position, Rect};

use super::{chrome, pen::Pen, qr, theme::Role};
use crate::{
    api::login::{DoorCode, EntryFault},
    app::model::gate::{Entry, Gate, Step},
    text::{clean, date, foreign, refusal::say_fault},
};

/// The fewest columns that the words need beside a QR code.
const WORDS: u16 = 34;
/// From this line on there are words.
const TOP: u16 = 2;

/// Draws the gate; the cursor stands at the code, else at what is to be done.
pub(super) fn draw(pen: &mut Pen<'_>, gate: &Gate) -> Position {
    let locked = gate.locked_at.is_some();
    pen.put(1, 0, 4, "sfv", Role::Title);
    let title = pen.say(if locked { "gate-locked-title" } else { "gate-out-title" });
    pen.put(7, 0, pen.width().saturating_sub(8), &title, Role::Strong);
    let picture = match &gate.step {
        Step::Waiting(_, code, _) => code.whole.as_deref().and_then(|whole| {
            qr::picture(whole, pen.width().checked_sub(WORDS + 4)?, pen.height().checked_sub(TOP + 2)?)
        }),
        _ => None,
    };
    let beside = picture.as_ref().and_then(|rows| rows.first()).map_or(0, |row| row.chars().count());
    let beside = u16::try_from(beside).unwrap_or(0);
    let width = pen.width().saturating_sub(if beside == 0 { 4 } else { beside + 5 });
    if let Some(rows) = &picture {
        let x = pen.width().saturating_sub(beside + 1);
        for (row, y) in rows.iter().zip(TOP..) {
            pen.put(x, y, beside, row, Role::Text);
        }
    }
    let mut words = Words { pen, width, y: TOP };
    why(&mut words, gate);
    let cursor = way_in(&mut words, gate);
    if gate.leaving {
        let y = pen.height().saturating_sub(2);
        let question = pen.say("gate-leave");
        pen.clear_line(y);
        pen.put(1, y, pen.width().saturating_sub(2), &question, Role::Strong);
    }
    chrome::hints(pen);
    cursor
}

/// Words, one paragraph after the other.
struct Words<'p, 'a> {
    pen: &'p mut Pen<'a>,
    width: u16,
    y: u16,
}

impl Words<'_, '_> {
    fn put(&mut self, text: &str, role: Role) -> Position {
        let at = Position { x: 2, y: self.y.min(self.pen.height().saturating_sub(2)) };
        let height = self.pen.height().saturating_sub(self.y + 2);
        let taken = self.pen.prose(Rect { x: 2, y: self.y, width: self.width, height }, text, role);
        self.y += taken + u16::from(self.pen.height() >= 18);
        at
    }

    fn with(&mut self, id: &str, values: &[(&str, &str)], role: Role) -> Position {
        let text = self.pen.texts().with(id, values);
        self.put(&text, role)
    }
}

fn why(words: &mut Words<'_, '_>, gate: &Gate) {
    let watch = &words.pen.model.watch;
    let minutes = watch.lock_after.map_or(0, |after| after.as_mins());
    let id = match (gate.logged_out, gate.locked_at, watch.entry) {
        (true, _, Entry::Login) => "gate-out-why",
        (true, ..) => "gate-token-why",
        (false, ..) => "gate-locked-why",
    };
    let text = words.pen.texts().count(id, minutes, &[]);
    words.put(&text, Role::Text);
}

/// What is to be done, or what came of it.
fn way_in(words: &mut Words<'_, '_>, gate: &Gate) -> Position {
    match &gate.step {
        Step::Closed => closed(words, gate),
        Step::Asking(_) => words.with("gate-asking", &[], Role::Text),
        Step::Waiting(_, code, until) => {
            let cursor = shown(words, code);
            let id = if gate.locked_at.is_some() { "gate-waiting-locked" } else { "gate-waiting" };
            words.with(id, &[("time", &date::clock(*until))], Role::Text);
            cursor
        }
        Step::Failed(fault) => {
            let sentence = failed(words, fault);
            words.put(&sentence, Role::Danger);
            closed(words, gate)
        }
    }
}

fn closed(words: &mut Words<'_, '_>, gate: &Gate) -> Position {
    let entry = words.pen.model.watch.entry;
    let id = match (gate.logged_out, entry) {
        (_, Entry::Login) if gate.locked_at.is_some() => "gate-login-here",
        (_, Entry::Login) => "gate-login-how",
        (true, Entry::TokenFile) => "gate-file-how",
        (true, Entry::Token) => "gate-token-how",
        (true, Entry::Own) => "gate-own-how",
        (false, _) => "gate-key-how",
    };
    words.with(id, &[], Role::Strong)
}

/// Address and code, each on a line of its own so that they can be read and copied.
fn shown(words: &mut Words<'_, '_>, code: &DoorCode) -> Position {
    words.with("gate-open", &[], Role::Text);
    words.put(&clean::line(&code.address), Role::Strong);
    words.with("gate-code", &[], Role::Text);
    words.put(&clean::line(&code.code), Role::Strong)
}

fn failed(words: &Words<'_, '_>, fault: &EntryFault) -> String {
    let texts = words.pen.texts();
    match fault {
        EntryFault::Fault(fault) => say_fault(texts, fault),
        EntryFault::NoLogin => texts.say("cli-no-login"),
        EntryFault::Denied => texts.say("gate-denied"),
        EntryFault::Expired => texts.say("gate-expired"),
        EntryFault::Other(name) => texts.with("gate-other", &[("name", &clean::line(name))]),
        EntryFault::Unkept(why) => texts.with("gate-unkept", &[("why", &foreign::say(texts, why))]),
    }
}
