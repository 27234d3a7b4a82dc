//! What was typed somewhere else than in the draft of a case: kept on the disk until it is sent or taken away.
//! Imports `domain`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Model,
    dialog::{Dialog, text_of},
};
use crate::domain::{finding::FindingId, report::Reference, unit::UnitNo};

/// Where something was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Where {
    /// The reason for accepting a finding.
    Reason(Reference, FindingId),
    /// Why an approval shall be asked back.
    Recall(Reference),
    /// The text of all returns of a batch.
    Common,
    /// The fields of an application for access.
    Application,
    /// The fields of an extension that is registered for a unit.
    Extension(UnitNo),
}

impl Model {
    /// The reason that was begun and left for a finding of the open case.
    #[must_use]
    pub fn begun_reason(&self, finding: &FindingId) -> Option<&str> {
        let open = self.case.reference()?;
        let (.., text) = self.reasons.iter().find(|(of, on, _)| of == open && on == finding)?;
        Some(text)
    }

    /// Keeps the reason that was begun for a finding of the open case; nothing when it is sent, or blank.
    pub fn begin_reason(&mut self, finding: FindingId, text: Option<String>) {
        let Some(open) = self.case.reference().cloned() else { return };
        self.reasons.retain(|(of, on, _)| *of != open || *on != finding);
        self.reasons.extend(text.filter(|text| !text.trim().is_empty()).map(|text| (open, finding, text)));
    }

    /// All that is typed somewhere else than in a draft, with what stands in an open field.
    #[must_use]
    pub fn typed_words(&self) -> BTreeMap<String, String> {
        let mut words = BTreeMap::new();
        let mut put = |place: &Where, text: String| {
            if !text.trim().is_empty()
                && let Ok(place) = serde_json::to_string(place)
            {
                words.insert(place, text);
            }
        };
        let fields = |fields: &[String; 5]| {
            let any = fields.iter().any(|field| !field.is_empty());
            serde_json::to_string(fields).ok().filter(|_| any).unwrap_or_default()
        };
        for (reference, finding, text) in &self.reasons {
            put(&Where::Reason(reference.clone(), finding.clone()), text.clone());
        }
        for (reference, text) in &self.recalls {
            put(&Where::Recall(reference.clone()), text.clone());
        }
        put(&Where::Common, self.common_text.clone());
        put(&Where::Application, self.portal.begun.as_ref().map(fields).unwrap_or_default());
        if let Some((unit, texts)) = &self.units.begun {
            put(&Where::Extension(unit.clone()), fields(texts));
        }
        match (&self.dialog, self.case.reference()) {
            (Some(Dialog::Accept(accepting)), Some(open)) => {
                put(&Where::Reason(open.clone(), accepting.finding.clone()), text_of(&accepting.area));
            }
            (Some(Dialog::Application(form)), _) => put(&Where::Application, fields(&form.texts())),
            (Some(Dialog::Form(form)), _) => put(&Where::Extension(form.unit.clone()), fields(&form.texts())),
            _ => {}
        }
        words
    }

    /// Takes in what was typed last time and not sent.
    pub fn take_words(&mut self, words: BTreeMap<String, String>) {
        for (place, text) in &words {
            let fields = || serde_json::from_str::<[String; 5]>(text).ok();
            match serde_json::from_str(place) {
                Ok(Where::Reason(reference, finding)) => self.reasons.push((reference, finding, text.clone())),
                Ok(Where::Recall(reference)) => drop(self.recalls.insert(reference, text.clone())),
                Ok(Where::Common) => self.common_text.clone_from(text),
                Ok(Where::Application) => self.portal.begun = fields(),
                Ok(Where::Extension(unit)) => self.units.begun = fields().map(|fields| (unit, fields)),
                Err(_) => {}
            }
        }
        self.words = words;
    }
}
