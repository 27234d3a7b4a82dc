//! The published figures, who has access to them, the form of an application, and taking access away.
//! Imports `domain` and `api`.

use jiff::Timestamp;
use tui_textarea::TextArea;
use uuid::Uuid;

use super::dialog::{line_field, text_of};
use crate::{
    api::{
        access::{Permission, Published, UnitName},
        fault::Fault,
    },
    app::{effect::Ticket, fuzzy},
    domain::{access::Application, refusal::Refusal, unit::UnitNo},
    text::fold,
};

/// How many units are offered below what was typed.
pub const OFFERED: usize = 4;

/// What is known of the published figures and of access to them.
#[derive(Debug, Default)]
pub struct Portal {
    /// The request for figures that is on its way.
    pub waiting: Option<Ticket>,
    /// What came of the last one.
    pub figures: Option<Result<Box<Published>, Fault>>,
    /// The first line of figures that is shown.
    pub top: usize,
    /// The request for those who have access that is on its way.
    pub waiting_for_list: Option<Ticket>,
    /// Who has access.
    pub list: Option<Result<Vec<Permission>, Fault>>,
    /// The row that is pointed at.
    pub selected: usize,
    /// The request for the units that is on its way.
    pub waiting_for_units: Option<Ticket>,
    /// The units an applicant chooses from.
    pub units: Vec<UnitName>,
    /// An application that was begun and left.
    pub begun: Option<[String; 5]>,
    /// The application that was sent and may be stored, with its key: the same again goes with the same key.
    pub asked: Option<(Application, Uuid)>,
}

impl Portal {
    /// The rows of those who have access.
    #[must_use]
    pub fn rows(&self) -> &[Permission] {
        match &self.list {
            Some(Ok(rows)) => rows,
            _ => &[],
        }
    }

    /// The row that is pointed at.
    #[must_use]
    pub fn selected_row(&self) -> Option<&Permission> {
        self.rows().get(self.selected)
    }

    /// The units that fit what was typed, the best first.
    #[must_use]
    pub fn fitting(&self, typed: &str) -> Vec<&UnitName> {
        let typed = fold::search(typed);
        if typed.trim().is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(u32, &UnitName)> = self
            .units
            .iter()
            .filter_map(|unit| {
                Some((fuzzy::score(&typed, &fold::search(&format!("{} {}", unit.name, unit.no)))?, unit))
            })
            .collect();
        found.sort_by(|(one, first), (other, second)| {
            other.cmp(one).then_with(|| first.no.as_str().cmp(second.no.as_str()))
        });
        found.into_iter().map(|(_, unit)| unit).take(OFFERED).collect()
    }
}

/// The fields of an application, in the order of the form.
pub const FIELDS: [&str; 5] = ["name", "represents", "email", "phone", "unit"];
/// The field of the unit.
pub const UNIT: usize = 4;

/// An application that is being written.
#[derive(Debug)]
pub struct ApplicationForm {
    /// The idempotency key of the application, made when the form opened.
    pub key: Uuid,
    /// The fields.
    pub fields: [TextArea<'static>; 5],
    /// The field that has the focus.
    pub focus: usize,
    /// Which of the fitting units is pointed at.
    pub pointed: usize,
    /// The unit that was chosen.
    pub chosen: Option<UnitName>,
    /// Why a field is refused, under that field.
    pub wrong: [Option<Refusal>; 5],
    /// True when everything can be sent, and the next Enter sends it.
    pub ready: Option<Timestamp>,
    /// The request, while it is on its way.
    pub sent: Option<Ticket>,
    /// Why it was not stored.
    pub fault: Option<Fault>,
}

impl ApplicationForm {
    /// A form with what is known already.
    #[must_use]
    pub fn new(key: Uuid, texts: &[String; 5]) -> Self {
        Self {
            key,
            fields: texts.each_ref().map(|text| line_field(text)),
            focus: texts.iter().position(String::is_empty).unwrap_or(0),
            pointed: 0,
            chosen: None,
            wrong: [const { None }; 5],
            ready: None,
            sent: None,
            fault: None,
        }
    }

    /// What stands in the fields.
    #[must_use]
    pub fn texts(&self) -> [String; 5] {
        self.fields.each_ref().map(text_of)
    }

    /// The application, once a unit is chosen.
    #[must_use]
    pub fn application(&self) -> Option<Application> {
        let [name, represents, email, phone, _] = self.texts().map(|text| text.trim().to_owned());
        let unit: UnitNo = self.chosen.as_ref()?.no.clone();
        Some(Application { name, email, phone, represents, unit })
    }
}

/// Access that is about to be taken away.
#[derive(Debug)]
pub struct RemovalForm {
    /// The idempotency key, made when the form opened.
    pub key: Uuid,
    /// Whose.
    pub permission: Permission,
    /// Why.
    pub reason: TextArea<'static>,
    /// When the summary opened; before, the reason is written.
    pub summary: Option<Timestamp>,
    /// The request, while it is on its way.
    pub sent: Option<Ticket>,
    /// Why it was not done.
    pub fault: Option<Fault>,
}
