//! The linear form: every screen as plain lines, one fact on each, and choices with a number. For screen readers, and for
//! any other front that has no picture. Pure: the model goes in, words come out; nothing is changed here.
//! Imports `domain`, `checks`, `text`, `api`, `app` (model, command, scope, layout) and `keys`.

mod choices;
mod field;
mod figures;
mod lists;
mod page;
mod report;
mod steps;
mod words;

use crate::{
    api::tasks::Sort,
    app::{
        layout::Size,
        model::{Model, Screen},
        scope::{self, Scope},
    },
    domain::report::Reference,
    keys::keymap::Keymap,
};

pub use self::{
    choices::{Choice, Deed, UNDO, is_weighty},
    field::Field,
    steps::{Step, steps},
    words::{help, marks, news, start},
};

/// How many rows of a list are told at a time.
pub const PORTION: usize = 12;

/// Where the listener is inside a screen: what the drawn screen shows at once is told in parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Which part.
    pub menu: Menu,
    /// The first row of a list that is told.
    pub from: usize,
    /// The field of a form that is being filled in.
    pub field: Option<usize>,
}

/// A part of a screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Menu {
    /// What is told first.
    #[default]
    Main,
    /// The commands that are not wanted often.
    More,
    /// Rows to mark.
    Mark,
    /// The parts of a report, to choose one.
    Sections,
    /// A part of a report: its place in the form.
    Section(usize),
    /// The points of a part, to choose one.
    Points(usize),
    /// A point: its key.
    Point(String),
    /// The lines of a text, to choose one.
    Lines,
    /// A line of a text: its place.
    Line(usize),
}

/// What the choices that were told belong to: with another screen they mean nothing any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Here {
    /// The innermost scope.
    pub scope: Scope,
    screen: Screen,
    case: Option<Reference>,
    /// Which rows a list has: another view or another search is another screen.
    rows: Option<(String, String, Sort, bool)>,
}

impl Here {
    /// True for a dialog or a page above the same screen.
    #[must_use]
    pub fn is_above(&self, below: &Self) -> bool {
        self.screen == below.screen && self.case == below.case && self.scope != below.scope
    }

    /// True for a list of rows.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self.scope, Scope::List | Scope::Units | Scope::Batch)
    }
}

/// Where the model stands.
#[must_use]
pub fn here(model: &Model) -> Here {
    let scope = scope::innermost(model);
    let case = model.case.reference().filter(|_| matches!(model.screen, Screen::Case(_))).cloned();
    let list = model.list(model.current_list());
    let rows = (list.view.name.clone(), list.text.clone(), list.sort, list.descending);
    Here { scope, screen: model.screen, case, rows: Some(rows).filter(|_| scope == Scope::List) }
}

/// A screen in words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Told {
    /// What screen it is and how it stands; not said again while it stays the same.
    pub head: Vec<String>,
    /// What is told in this place.
    pub body: Vec<String>,
    /// What can be chosen, in the order of the numbers.
    pub choices: Vec<Choice>,
    /// The way back, which is always 0.
    pub back: Option<Choice>,
    /// What can be written here.
    pub field: Option<Field>,
    /// The lines of the open report that are told here, from and to: who has heard them has seen them.
    pub heard: Option<(usize, usize)>,
}

/// The size that the model is given where nothing is drawn: rows of lists come in portions, pages of text come whole.
#[must_use]
pub fn window(model: &Model) -> Size {
    let listed = matches!(scope::innermost(model), Scope::List | Scope::Search | Scope::Units);
    Size { width: 77, height: if listed { 31 } else { 300 } }
}

/// A screen in words. `drawn` gives the lines of the drawn page, for what has no words of its own here.
#[must_use]
pub fn tell(model: &Model, keymap: &Keymap, drawn: &dyn Fn() -> Vec<String>, place: &Place) -> Told {
    let now = scope::innermost(model);
    let page = || page::facts(model, &drawn());
    let mut told = match now {
        Scope::List => lists::tasks(model, place),
        Scope::Units => lists::units(model, place, page()),
        Scope::Batch => lists::batch(model, place, &page()),
        Scope::Holders => lists::holders(model, place, page()),
        Scope::Access => Told { body: words::access(model, page()), ..Told::default() },
        Scope::Report | Scope::Solved | Scope::Sample => {
            match model.case.ready().filter(|open| open.report().is_some()) {
                Some(open) => report::tell(model, open, place),
                None => Told { body: page(), ..Told::default() },
            }
        }
        Scope::Views => lists::views(model),
        Scope::Palette => lists::palette(model),
        Scope::Grid => lists::grid(model, place),
        Scope::Editor | Scope::Common | Scope::Field | Scope::Search | Scope::Number => field::tell(model, place, page),
        Scope::Form | Scope::Application => field::form(model, page()),
        Scope::Quit => Told { body: words::quit(model), ..Told::default() },
        Scope::Stop => Told { body: vec![words::stop(model)], ..Told::default() },
        Scope::Gate => Told { body: words::gate(model, page()), ..Told::default() },
        Scope::Summary => Told { body: words::summary(model, page()), ..Told::default() },
        Scope::Figures
        | Scope::Unit
        | Scope::Notice
        | Scope::Removal
        | Scope::Conflict
        | Scope::Help
        | Scope::Page
        | Scope::Counts
        | Scope::Library => Told { body: page(), ..Told::default() },
        Scope::Global => Told::default(),
    };
    choices::add_commands(model, keymap, place, &mut told);
    told.field = field::of(model, place);
    told
}
