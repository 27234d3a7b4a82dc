//! Model to picture. Drawing cannot fail and changes nothing.
//! Imports `domain`, `text`, `app` (model, command, scope, layout) and `keys`.

mod access;
mod batch;
mod chrome;
mod columns;
mod conflict;
mod countdown;
mod editor;
mod findings;
mod gate;
mod grid;
mod head;
mod lesson;
mod library;
mod list;
mod marks;
mod notice;
mod page;
mod pages;
mod palette;
mod pen;
mod portal;
pub mod qr;
mod registration;
mod report;
mod report_rows;
pub mod spot;
mod summary;
pub mod theme;
mod together;
mod unit;
mod units;
mod views;
mod which;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use self::{
    pen::Pen,
    spot::Spot,
    theme::{Role, Theme},
};
use crate::{
    app::{
        layout::SMALLEST,
        model::{
            Model, Screen,
            case::CaseState,
            dialog::{Dialog, text_of},
        },
        scope::Scope,
    },
    keys::{keymap::Keymap, spelling::Key},
    text::refusal::say_unread,
};

/// What drawing needs besides the model.
#[derive(Debug)]
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// The keys, for the hints.
    pub keymap: Keymap,
    /// The key that was pressed and begins another one, with the scope it was pressed in.
    pub begun: Option<(Scope, Key)>,
}

/// Draws the model and says where the hardware cursor stands: on the focus.
#[must_use]
pub fn draw(model: &Model, look: &Look, buffer: &mut Buffer) -> Position {
    let Some(lesson) = &model.lesson else { return whole(&mut Pen::new(model, look, buffer)) };
    let mut upper = Buffer::empty(Rect::new(0, 0, model.size.width, model.size.height));
    let cursor = whole(&mut Pen::new(model, look, &mut upper));
    let area = buffer.area;
    buffer.merge(&upper);
    // A terminal that is just getting another size.
    buffer.resize(area);
    lesson::draw(&mut Pen::new(model, look, buffer), lesson, model.size.height);
    cursor
}

/// What lies at a place of the screen that is drawn.
#[must_use]
pub fn spot_at(model: &Model, look: &Look, place: Position) -> Option<Spot> {
    drawn(model, look, |pen| pen.spots.at(place))
}

/// True when what would be confirmed on the screen does not stand there whole.
#[must_use]
pub fn is_cut(model: &Model, look: &Look) -> bool {
    if !matches!(model.dialog, Some(Dialog::Summary(_) | Dialog::Removal(_))) {
        return false;
    }
    drawn(model, look, |pen| pen.cut)
}

/// Draws the screen for what drawing it tells, and shows it to nobody.
fn drawn<T>(model: &Model, look: &Look, told: impl FnOnce(&Pen<'_>) -> T) -> T {
    let mut buffer = Buffer::empty(Rect::new(0, 0, model.size.width, model.size.height));
    let mut pen = Pen::new(model, look, &mut buffer);
    whole(&mut pen);
    told(&pen)
}

fn whole(pen: &mut Pen<'_>) -> Position {
    if pen.model.size.is_too_small() {
        return too_small(pen);
    }
    if let Some(closed) = &pen.model.watch.gate {
        return gate::draw(pen, closed);
    }
    let cursor = page(pen);
    which::draw(pen);
    cursor
}

/// The page that lies on top, else the screen.
fn page(pen: &mut Pen<'_>) -> Position {
    match &pen.model.dialog {
        Some(Dialog::Help(shown, area)) => pages::help(pen, *shown, &text_of(area)),
        Some(Dialog::Timeline(shown)) => pages::timeline(pen, *shown),
        Some(Dialog::Explain(shown)) => pages::explain(pen, *shown),
        Some(Dialog::Findings(shown)) => findings::page(pen, *shown),
        Some(Dialog::Views(chooser)) => views::draw(pen, *chooser),
        Some(Dialog::Editor(editor)) => editor::draw(pen, editor),
        Some(Dialog::Countdown(shown)) => countdown::draw(pen, *shown),
        Some(Dialog::Palette(found)) => palette::draw(pen, found),
        Some(Dialog::Point(shown, key)) => palette::point(pen, *shown, key),
        Some(Dialog::Summary(summary)) => summary::draw(pen, summary),
        Some(Dialog::Common(area)) => batch::common(pen, area),
        Some(Dialog::Grid(grid)) => grid::draw(pen, grid),
        Some(Dialog::Library(selected)) => library::draw(pen, *selected),
        Some(Dialog::Registration(form)) => registration::draw(pen, form),
        Some(Dialog::Form(form)) => notice::form(pen, form),
        Some(Dialog::Conflict(found)) => conflict::draw(pen, found),
        Some(Dialog::Notice(summary)) => notice::summary(pen, summary),
        Some(Dialog::Application(form)) => portal::application(pen, form),
        Some(Dialog::Removal(form)) => portal::removal(pen, form),
        Some(Dialog::Quit) => {
            screen(pen);
            Position { x: 1, y: pen.height().saturating_sub(2) }
        }
        _ => screen(pen),
    }
}

fn screen(pen: &mut Pen<'_>) -> Position {
    match pen.model.screen {
        Screen::Queue | Screen::Archive => list::draw(pen),
        Screen::Batch => batch::draw(pen),
        Screen::Case(_) => case(pen),
        Screen::Units => units::draw(pen),
        Screen::Unit => unit::draw(pen),
        Screen::Figures => portal::figures(pen),
        Screen::Holders => portal::holders(pen),
    }
}

fn case(pen: &mut Pen<'_>) -> Position {
    let model = pen.model;
    match &model.case {
        CaseState::Ready(open) if open.report().is_some() => report::draw(pen, open),
        CaseState::Ready(open) => access::draw(pen, open),
        CaseState::Waiting(_, reference) => {
            notice(pen, &model.texts.with("case-waiting", &[("reference", reference.as_str())]))
        }
        CaseState::Failed(reference, fault) => {
            let why = say_unread(&model.texts, fault);
            notice(pen, &model.texts.with("case-failed", &[("reference", reference.as_str()), ("why", &why)]))
        }
        CaseState::None => notice(pen, ""),
    }
}

/// A screen with one sentence on it.
fn notice(pen: &mut Pen<'_>, sentence: &str) -> Position {
    chrome::title(pen);
    let area = Rect { x: 2, y: 3, width: pen.width().saturating_sub(4), height: pen.height().saturating_sub(5) };
    pen.prose(area, sentence, Role::Text);
    chrome::foot(pen);
    Position { x: 2, y: 3 }
}

fn too_small(pen: &mut Pen<'_>) -> Position {
    let (width, height) = (SMALLEST.width.to_string(), SMALLEST.height.to_string());
    let sentence = pen.model.texts.with("page-too-small", &[("width", &width), ("height", &height)]);
    let area = Rect { x: 0, y: 0, width: pen.width(), height: pen.height() };
    pen.prose(area, &sentence, Role::Text);
    Position { x: 0, y: 0 }
}
