//! The reference data with what administrators have set over it.
//! Imports `domain` only.

use super::{BadData, LANGUAGES, LanguageRow, Register, read_csv};
use crate::domain::{
    amendment::{Amendment, ReferenceKind},
    channel::{ChannelRule, CountSetting},
    form::Form,
    office::Office,
    period::{self, Period, PeriodId},
    unit::{Assumed, Channel, ExtensionRule, UnitCorrection},
};

/// What the extension count is for a unit in a period, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountRule {
    /// Required, optional or forbidden.
    pub rule: ExtensionRule,
    /// The rule in one sentence for the screen.
    pub why: Option<String>,
    /// The letter the rule rests on.
    pub letter: Option<String>,
}

impl Register {
    /// The reference data with amendments, each in the place of what it amends.
    ///
    /// # Errors
    /// [`BadData`] names the amendment that does not fit.
    pub fn amended(mut self, amendments: &[Amendment]) -> Result<Self, BadData> {
        let mut scheduled = Vec::new();
        for amendment in amendments {
            let bad = |detail: String| BadData { file: place(amendment), detail };
            match amendment.kind {
                ReferenceKind::Periods => self.set_period(parse(amendment)?),
                ReferenceKind::Counts => {
                    self.counts.insert(PeriodId(amendment.name.clone()), parse::<CountSetting>(amendment)?);
                }
                ReferenceKind::Forms => {
                    let form: Form = toml::from_str(&amendment.content).map_err(|error| bad(error.to_string()))?;
                    let from = PeriodId(amendment.from.clone());
                    scheduled.push((from.clone(), form.version.clone()));
                    self.set_form(Form { from, ..form });
                }
                ReferenceKind::Offices => self.set_office(parse(amendment)?)?,
                // Units follow when the offices are as they shall be; rules are read with the rules.
                ReferenceKind::Units | ReferenceKind::Rules => {}
            }
        }
        for amendment in amendments.iter().filter(|amendment| amendment.kind == ReferenceKind::Units) {
            self.correct_unit(&amendment.name, &parse(amendment)?);
        }
        self.schedule(scheduled);
        if let Some(amendment) = amendments.iter().find(|amendment| amendment.kind == ReferenceKind::Periods) {
            period::in_order(&self.periods).map_err(|detail| BadData { file: place(amendment), detail })?;
        }
        match self.periods.iter().find(|period| self.form(period).is_none()) {
            None => Ok(self),
            Some(period) => {
                Err(BadData { file: period.id.to_string(), detail: format!("there is no form {}", period.form) })
            }
        }
    }

    /// The reference data with periods and forms as a backend serves them.
    #[must_use]
    pub fn served(mut self, periods: Vec<Period>, forms: Vec<Form>) -> Self {
        self.periods = periods;
        for form in forms {
            self.set_form(form);
        }
        self
    }

    /// What the extension count is on a channel in a period: as an administrator has set it, else as the channel says.
    #[must_use]
    pub fn count_rule(&self, channel: Channel, period: Option<&PeriodId>) -> CountRule {
        let set = period.filter(|_| channel == Channel::FormNew).and_then(|period| self.counts.get(period));
        if let Some(CountSetting { rule, why, letter }) = set.cloned() {
            return CountRule { rule, why: Some(why), letter };
        }
        let of_channel = self.channels.rule(channel).cloned();
        of_channel.map_or(
            CountRule { rule: ExtensionRule::Required, why: None, letter: None },
            |ChannelRule { extensions, why, letter, .. }| CountRule { rule: extensions, why, letter },
        )
    }

    /// The form that an administrator has scheduled for a period.
    #[must_use]
    pub fn scheduled_form(&self, period: &PeriodId) -> Option<&str> {
        let held = self.scheduled.iter().rev().find(|(from, _)| from <= period);
        held.map(|(_, version)| version.as_str())
    }

    fn set_period(&mut self, new: Period) {
        match self.periods.iter_mut().find(|period| period.id == new.id) {
            Some(period) => *period = new,
            None => self.periods.push(new),
        }
        self.periods.sort_by(|one, other| one.id.cmp(&other.id));
    }

    /// Says something else of an office; units whose language nobody knows follow it.
    fn set_office(&mut self, new: Office) -> Result<(), BadData> {
        let listed: Vec<LanguageRow> = read_csv(&LANGUAGES)?;
        for unit in self.units.values_mut().flatten() {
            if unit.office == new.id && listed.iter().all(|row| row.unit_no != unit.no) {
                unit.language = Assumed { value: new.language, assumed: true };
            }
        }
        if let Some(office) = self.offices.iter_mut().find(|office| office.id == new.id) {
            *office = new;
        }
        Ok(())
    }

    /// Corrects a unit within all borders in which it has the number.
    fn correct_unit(&mut self, number: &str, new: &UnitCorrection) {
        for unit in self.units.values_mut().flatten().filter(|unit| unit.no.as_str() == number) {
            unit.language = Assumed { value: new.language, assumed: !new.official };
        }
    }

    fn set_form(&mut self, new: Form) {
        self.forms.retain(|form| form.version != new.version);
        self.forms.push(new);
        self.forms.sort_by(|one, other| one.from.cmp(&other.from));
    }

    /// Gives the periods from which a form was set that form, until the next one.
    fn schedule(&mut self, mut scheduled: Vec<(PeriodId, String)>) {
        scheduled.sort();
        for period in &mut self.periods {
            if let Some((_, version)) = scheduled.iter().rev().find(|(from, _)| *from <= period.id) {
                period.form.clone_from(version);
            }
        }
        self.scheduled = scheduled;
    }
}

fn place(amendment: &Amendment) -> String {
    format!("{} {}", amendment.kind.as_str(), amendment.name)
}

fn parse<T: serde::de::DeserializeOwned>(amendment: &Amendment) -> Result<T, BadData> {
    serde_json::from_str(&amendment.content)
        .map_err(|error| BadData { file: place(amendment), detail: error.to_string() })
}
