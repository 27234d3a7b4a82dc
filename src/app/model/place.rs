//! Where a person is in the program: told on the disk, so that the next start can offer to go on there.
//! Imports `domain` and `api`.

use serde::{Deserialize, Serialize};

use super::{
    Model, Screen,
    dialog::{Dialog, Intent},
};
use crate::{
    api::tasks::Sort,
    app::effect::ListKind,
    domain::{decision::DecisionKind, query::view::View, report::Reference},
};

/// Where a person is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// True in the archive, false in the queue.
    pub archive: bool,
    /// Which part of it.
    pub view: View,
    /// What is searched for.
    pub text: String,
    /// The column it is sorted on.
    pub sort: Sort,
    /// Largest first.
    pub descending: bool,
    /// The selected row.
    pub selected: Option<Reference>,
    /// The case that is open.
    pub case: Option<Reference>,
    /// The decision whose words are being written.
    pub writing: Option<DecisionKind>,
}

impl Place {
    /// Which list it is.
    #[must_use]
    pub fn list(&self) -> ListKind {
        if self.archive { ListKind::Archive } else { ListKind::Queue }
    }

    /// True when nothing but the selected row is another one.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        Self { selected: None, ..self.clone() } == Self { selected: None, ..other.clone() }
    }
}

impl Model {
    /// Where the person is now. A case that was left last time stays in it until it, or another one, is opened.
    #[must_use]
    pub fn place(&self) -> Place {
        let kind = self.current_list();
        let list = self.list(kind);
        let writing = match &self.dialog {
            Some(Dialog::Editor(editor)) => match editor.intent {
                Intent::Decide(kind) => Some(kind),
                Intent::Ask | Intent::Recall => None,
            },
            _ => None,
        };
        let open = self.case.reference().filter(|_| matches!(self.screen, Screen::Case(_))).cloned();
        let (case, writing) = match (&open, &self.resume) {
            (None, Some(left)) => (left.case.clone(), left.writing),
            _ => (open, writing),
        };
        Place {
            archive: kind == ListKind::Archive,
            view: list.view.clone(),
            text: list.text.clone(),
            sort: list.sort,
            descending: list.descending,
            selected: list.selected_row().map(|row| row.reference.clone()),
            case,
            writing,
        }
    }
}
