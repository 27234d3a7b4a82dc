//! The first registration: how the person is reached at work, asked at the first login before any task is shown.
//! Imports `domain` and `api`.

use tui_textarea::TextArea;

use super::dialog::{line_field, text_of};
use crate::{
    api::{fault::Fault, login::Reach},
    app::effect::Ticket,
    domain::{reach, refusal::Refusal},
};

/// What a person tells of how they are reached.
#[derive(Debug)]
pub struct Registration {
    /// The fields: e-mail and telephone.
    pub fields: [TextArea<'static>; 2],
    /// The field that has the focus.
    pub focus: usize,
    /// Why a field is refused, under that field.
    pub wrong: [Option<Refusal>; 2],
    /// The request, while it is on its way.
    pub sent: Option<Ticket>,
    /// Why it was not stored.
    pub fault: Option<Fault>,
}

impl Registration {
    /// The form, with what is known already.
    #[must_use]
    pub fn new(email: &str, phone: &str) -> Self {
        let focus = usize::from(reach::email(email).is_ok());
        Self { fields: [line_field(email), line_field(phone)], focus, wrong: [None, None], sent: None, fault: None }
    }

    /// What stands in the fields, if both can be used; else why not, and the focus on the first that cannot.
    pub fn judge(&mut self) -> Option<Reach> {
        let [email, phone] = self.fields.each_ref().map(text_of);
        let (email, phone) = (reach::email(&email), reach::phone(&phone));
        self.wrong = [email.as_ref().err().cloned(), phone.as_ref().err().cloned()];
        if let Some(first) = self.wrong.iter().position(Option::is_some) {
            self.focus = first;
        }
        Some(Reach { email: email.ok()?, phone: phone.ok()? })
    }
}
