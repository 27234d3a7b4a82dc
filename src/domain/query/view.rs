//! Views (*visninger*): parts of a list with a name, built in or made by a person, each of them a search.
//! Imports `domain` only.

use serde::{Deserialize, Serialize};

use crate::domain::{
    refusal::Refusal,
    register::{BadData, File, read_toml},
};

const FILE: File = ("config/views.toml", include_str!("../../../config/views.toml"));

/// The longest name of a view, in characters.
pub const LONGEST_NAME: usize = 24;
/// The most views that one person may have.
pub const MOST_OWN: usize = 30;

/// A view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Its id; of one's own views a number.
    pub id: String,
    /// The digit that chooses it.
    #[serde(default)]
    pub digit: Option<u8>,
    /// Its name.
    pub name: String,
    /// The search that it is.
    pub query: String,
    /// True for a view that the person has made.
    #[serde(default)]
    pub own: bool,
    /// True for a built-in view that says nothing of solved tasks: what the rules found, a deadline, who has it. It is
    /// not told to clients, which have their own list of the built-in ones.
    #[serde(default, skip_serializing)]
    #[schema(ignore)]
    pub open_only: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    view: Vec<View>,
}

impl View {
    /// The views that are built into the program, the one with everything first.
    ///
    /// # Errors
    /// [`BadData`] names the place; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Vec<Self>, BadData> {
        let Listed { view: views } = read_toml(&FILE)?;
        if views.first().is_some_and(|view| view.query.is_empty()) {
            Ok(views)
        } else {
            Err(BadData { file: FILE.0.to_owned(), detail: "the first view must hold everything".to_owned() })
        }
    }

    /// The view of everything, when nothing else is known.
    #[must_use]
    pub fn everything(views: &[Self]) -> Self {
        let nothing = || Self {
            id: String::new(),
            digit: None,
            name: String::new(),
            query: String::new(),
            own: false,
            open_only: false,
        };
        views.first().cloned().unwrap_or_else(nothing)
    }
}

/// A name for a view that may be used.
///
/// # Errors
/// An empty name, one that is too long, and one that a built-in view has.
pub fn check_name(name: &str, built_in: &[View]) -> Result<String, Refusal> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(Refusal::ViewName { limit: u32::try_from(LONGEST_NAME).unwrap_or(u32::MAX) });
    }
    let folded = name.to_lowercase();
    let taken = built_in.iter().any(|view| view.name.to_lowercase() == folded);
    if taken { Err(Refusal::ViewTaken { name }) } else { Ok(name) }
}
