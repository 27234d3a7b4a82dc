//! The reference data with what administrators have set over it.
//! Imports `domain` only.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::{BadData, LANGUAGES, LanguageRow, Register, read_csv};
use crate::domain::{
    amendment::{Amendment, HolidaySetting, ReferenceKind},
    channel::{ChannelRule, CountSetting},
    form::Form,
    library::ChainLetter,
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
        let (mut scheduled, mut letters) = (Vec::new(), Vec::new());
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
                ReferenceKind::Letters => letters.push(parse(amendment)?),
                ReferenceKind::Offices => self.set_office(parse(amendment)?)?,
                ReferenceKind::Holidays => self.set_holiday(amendment)?,
                // Units follow when the offices are as they shall be; rules and texts are read with the rules.
                ReferenceKind::Borders | ReferenceKind::Units | ReferenceKind::Rules | ReferenceKind::Templates => {}
            }
        }
        self.set_letters(letters);
        // Twice: what was corrected of a unit goes along with it, and what is corrected of its new number holds for that.
        self.correct_units(amendments)?;
        self.redraw(amendments)?;
        self.correct_units(amendments)?;
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

    /// The letter of the directorate with a number.
    #[must_use]
    pub fn letter(&self, number: &str) -> Option<&ChainLetter> {
        self.letters.iter().find(|letter| letter.number == number)
    }

    /// Adds letters, or says something else of those that were added; those that are built in stay as they are.
    fn set_letters(&mut self, new: Vec<ChainLetter>) {
        let numbers: HashSet<&str> = new.iter().map(|letter| letter.number.as_str()).collect();
        self.letters.retain(|letter| !numbers.contains(letter.number.as_str()));
        self.letters.extend(new);
        self.letters.sort_by(|one, other| (one.date, &one.number).cmp(&(other.date, &other.number)));
    }

    /// Makes a day a holiday, or none.
    fn set_holiday(&mut self, amendment: &Amendment) -> Result<(), BadData> {
        let bad = |error: &dyn ToString| BadData { file: place(amendment), detail: error.to_string() };
        let date: Date = amendment.name.parse().map_err(|error: jiff::Error| bad(&error))?;
        match parse::<HolidaySetting>(amendment)?.name {
            Some(name) => self.holiday_names.insert(date, name),
            None => self.holiday_names.remove(&date),
        };
        self.holidays = self.holiday_names.keys().copied().collect();
        Ok(())
    }

    /// Says something else of an office; units whose language nobody knows follow it.
    fn set_office(&mut self, new: Office) -> Result<(), BadData> {
        let listed: Vec<LanguageRow> = read_csv(&LANGUAGES)?;
        for unit in self.borders.values_mut().flat_map(|borders| &mut borders.units) {
            if unit.office == new.id && listed.iter().all(|row| row.unit_no != unit.no) {
                unit.language = Assumed { value: new.language, assumed: true };
            }
        }
        if let Some(office) = self.offices.iter_mut().find(|office| office.id == new.id) {
            *office = new;
        }
        Ok(())
    }

    /// Corrects units within all borders in which they have the number.
    fn correct_units(&mut self, amendments: &[Amendment]) -> Result<(), BadData> {
        let mut corrections = HashMap::<&str, UnitCorrection>::new();
        for amendment in amendments.iter().filter(|amendment| amendment.kind == ReferenceKind::Units) {
            corrections.insert(&amendment.name, parse(amendment)?);
        }
        for unit in self.borders.values_mut().flat_map(|borders| &mut borders.units) {
            if let Some(new) = corrections.get(unit.no.as_str()) {
                unit.language = Assumed { value: new.language, assumed: !new.official };
            }
        }
        Ok(())
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

pub(super) fn place(amendment: &Amendment) -> String {
    format!("{} {}", amendment.kind.as_str(), amendment.name)
}

pub(super) fn parse<T: serde::de::DeserializeOwned>(amendment: &Amendment) -> Result<T, BadData> {
    serde_json::from_str(&amendment.content)
        .map_err(|error| BadData { file: place(amendment), detail: error.to_string() })
}
