//! The reference data of the product: forms, periods, offices, units, channels and written languages, as they lie in
//! `config/` and are built into the program.
//! Imports `domain` only.

mod amended;
mod borders;

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use serde::Deserialize;

use self::borders::Borders;
pub use self::{
    amended::CountRule,
    borders::{border_name, name_of_border},
};
use super::{
    access::Domains,
    alias::Aliases,
    channel::{Channels, CountSetting},
    contact::Cooperations,
    form::Form,
    library::ChainLetter,
    office::{Office, OfficeId},
    period::{self, Period, PeriodId},
    refusal::Refusal,
    unit::{Assumed, Language, Unit, UnitKind, UnitNo},
};

/// A reference data file that does not say what it should.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {detail}")]
pub struct BadData {
    /// The file.
    pub file: String,
    /// What is wrong, with the line where the reader knows it.
    pub detail: String,
}

/// All reference data.
#[derive(Debug, Clone)]
pub struct Register {
    /// The form versions, oldest first.
    pub forms: Vec<Form>,
    /// The periods in order.
    pub periods: Vec<Period>,
    /// Public holidays.
    pub holidays: Vec<Date>,
    /// What they are called.
    pub holiday_names: BTreeMap<Date, String>,
    /// The offices.
    pub offices: Vec<Office>,
    /// The channels and their rules.
    pub channels: Channels,
    /// What an administrator has set of the extension count, by period.
    pub counts: BTreeMap<PeriodId, CountSetting>,
    /// The letters of the directorate that rules and channels rest on, the oldest first.
    pub letters: Vec<ChainLetter>,
    /// Domains that tell who an applicant is.
    pub domains: Domains,
    /// Names that points and columns have in other files.
    pub aliases: Aliases,
    /// The keys of the points whose sum over a co-operation is shown.
    pub shown_sums: Vec<String>,
    /// The forms that administrators have scheduled, and from when.
    scheduled: Vec<(PeriodId, String)>,
    /// The units, by the first day of their borders.
    borders: BTreeMap<Date, Borders>,
    newest_built_in: Date,
}

/// One file of reference data: its name for messages, and its text.
pub(super) type File = (&'static str, &'static str);

const FORMS: [File; 2] = [
    ("config/forms/2022.toml", include_str!("../../config/forms/2022.toml")),
    ("config/forms/2023.toml", include_str!("../../config/forms/2023.toml")),
];
const PERIODS: File = ("config/periods.toml", include_str!("../../config/periods.toml"));
const OFFICES: File = ("config/offices.toml", include_str!("../../config/offices.toml"));
const CHANNELS: File = ("config/channels.toml", include_str!("../../config/channels.toml"));
const ACCESS: File = ("config/access.toml", include_str!("../../config/access.toml"));
const COOPERATIONS: File = ("config/cooperations.toml", include_str!("../../config/cooperations.toml"));
const ALIASES: File = ("config/forms/aliases.toml", include_str!("../../config/forms/aliases.toml"));
const UNITS: [(i16, File); 2] = [
    (2023, ("config/units/units_2023.csv", include_str!("../../config/units/units_2023.csv"))),
    (2024, ("config/units/units_2024.csv", include_str!("../../config/units/units_2024.csv"))),
];
const CHILDREN: File = ("config/units/children.csv", include_str!("../../config/units/children.csv"));
const LANGUAGES: File = ("config/units/language.csv", include_str!("../../config/units/language.csv"));
const CROSSWALK: File =
    ("config/units/crosswalk_2023_2024.csv", include_str!("../../config/units/crosswalk_2023_2024.csv"));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeriodsFile {
    period: Vec<Period>,
    holiday: Vec<Holiday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    date: Date,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfficesFile {
    office: Vec<Office>,
}

#[derive(Deserialize)]
struct UnitRow {
    unit_no: UnitNo,
    name: String,
    kind: UnitKind,
    county_no: String,
    county: String,
    office: OfficeId,
    reports: String,
    #[serde(default)]
    also: Option<String>,
}

#[derive(Deserialize)]
struct ChildrenRow {
    unit_no: UnitNo,
    border: i16,
    year: i16,
    children_0_17: u32,
}

#[derive(Deserialize)]
struct LanguageRow {
    unit_no: UnitNo,
    language: Language,
    confidence: String,
}

#[derive(Deserialize)]
struct CrosswalkRow {
    unit_2023: UnitNo,
    unit_2024: UnitNo,
}

impl Register {
    /// The reference data that is built into the program.
    ///
    /// # Errors
    /// [`BadData`] names the file and the place; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, BadData> {
        Self::with_periods(&PERIODS)
    }

    /// The same with periods and public holidays of another file: how long a period is, is data.
    ///
    /// # Errors
    /// [`BadData`] names the file and the place; also for periods that do not stand in the order of their days and ids.
    pub fn with_periods(file: &(&'static str, &str)) -> Result<Self, BadData> {
        let forms = FORMS.iter().map(read_toml).collect::<Result<Vec<Form>, _>>()?;
        let PeriodsFile { period: periods, holiday } = read_toml(file)?;
        period::in_order(&periods).map_err(|detail| BadData { file: file.0.to_owned(), detail })?;
        let OfficesFile { office: offices } = read_toml(&OFFICES)?;
        let channels: Channels = read_toml(&CHANNELS)?;
        let domains: Domains = read_toml(&ACCESS)?;
        let aliases: Aliases = read_toml(&ALIASES)?;
        let Cooperations { shown: shown_sums, .. } = read_toml(&COOPERATIONS)?;
        let borders = read_borders(&offices)?;
        let newest_built_in = borders.last_key_value().map(|(day, _)| *day).unwrap_or_default();
        let holidays = holiday.iter().map(|day| day.date).collect();
        let holiday_names = holiday.into_iter().map(|day| (day.date, day.name)).collect();
        Ok(Self {
            forms,
            periods,
            holidays,
            holiday_names,
            offices,
            channels,
            counts: BTreeMap::new(),
            letters: ChainLetter::embedded()?,
            domains,
            aliases,
            shown_sums,
            scheduled: Vec::new(),
            borders,
            newest_built_in,
        })
    }

    /// The period with an id, whatever the case of the letter.
    ///
    /// # Errors
    /// [`Refusal::UnknownPeriod`].
    pub fn period(&self, id: &str) -> Result<&Period, Refusal> {
        let wanted = id.trim();
        self.periods
            .iter()
            .find(|period| period.id.as_str().eq_ignore_ascii_case(wanted))
            .ok_or_else(|| Refusal::UnknownPeriod { given: wanted.chars().take(40).collect() })
    }

    /// The newest period that is over on a day: the one that is reported then.
    #[must_use]
    pub fn current_period(&self, today: Date) -> Option<&Period> {
        self.periods.iter().rev().find(|period| period.to < today)
    }

    /// The form a period is asked with.
    #[must_use]
    pub fn form(&self, period: &Period) -> Option<&Form> {
        self.forms.iter().find(|form| form.version == period.form)
    }

    /// The office with an id.
    #[must_use]
    pub fn office(&self, id: &OfficeId) -> Option<&Office> {
        self.offices.iter().find(|office| office.id == *id)
    }
}

pub(super) fn read_toml<T: serde::de::DeserializeOwned>((file, text): &(&'static str, &str)) -> Result<T, BadData> {
    toml::from_str(text).map_err(|error| BadData { file: (*file).to_owned(), detail: error.to_string() })
}

fn read_csv<T: serde::de::DeserializeOwned>((file, text): &File) -> Result<Vec<T>, BadData> {
    csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(text.as_bytes())
        .into_deserialize()
        .collect::<Result<Vec<T>, _>>()
        .map_err(|error| BadData { file: (*file).to_owned(), detail: error.to_string() })
}

fn read_borders(offices: &[Office]) -> Result<BTreeMap<Date, Borders>, BadData> {
    let children: HashMap<(i16, UnitNo), u32> = read_csv(&CHILDREN)?
        .into_iter()
        .filter(|row: &ChildrenRow| row.border == row.year)
        .map(|row| ((row.border, row.unit_no), row.children_0_17))
        .collect();
    let languages: HashMap<UnitNo, LanguageRow> =
        read_csv(&LANGUAGES)?.into_iter().map(|row: LanguageRow| (row.unit_no.clone(), row)).collect();
    let crosswalk: Vec<(UnitNo, UnitNo)> =
        read_csv(&CROSSWALK)?.into_iter().map(|row: CrosswalkRow| (row.unit_2023, row.unit_2024)).collect();
    let mut all = BTreeMap::new();
    for (year, file) in &UNITS {
        let mut list = Vec::new();
        for row in read_csv::<UnitRow>(file)? {
            let office = offices.iter().find(|office| office.id == row.office).ok_or_else(|| BadData {
                file: file.0.to_owned(),
                detail: format!("unit {}: no office {}", row.unit_no, row.office),
            })?;
            let language =
                languages.get(&row.unit_no).map_or(Assumed { value: office.language, assumed: true }, |known| {
                    Assumed { value: known.language, assumed: known.confidence != "official" }
                });
            list.push(Unit {
                children: children.get(&(*year, row.unit_no.clone())).copied(),
                no: row.unit_no,
                name: row.name,
                also: row.also.filter(|name| !name.is_empty()),
                kind: row.kind,
                county_no: row.county_no,
                county: row.county,
                office: row.office,
                reports: row.reports == "yes",
                language,
            });
        }
        // The crosswalk leads from the first list to the last.
        let successors = if all.is_empty() { Vec::new() } else { crosswalk.clone() };
        all.insert(jiff::civil::date(*year, 1, 1), Borders::new(list, successors));
    }
    Ok(all)
}

/// The id of the period of a reference such as `KHR-2023H1-3420`.
#[must_use]
pub fn period_of_reference(reference: &str) -> Option<PeriodId> {
    let mut parts = reference.split('-');
    (parts.next() == Some("KHR")).then(|| parts.next().map(|id| PeriodId(id.to_owned()))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::unit::Channel;

    fn register() -> Register {
        Register::embedded().expect("the reference data in config/ parses")
    }

    fn unit_no(text: &str) -> UnitNo {
        text.parse().expect("a unit number of the test")
    }

    #[test]
    fn a_lost_leading_zero_gets_a_hint() {
        assert_eq!(
            "301".parse::<UnitNo>(),
            Err(Refusal::UnknownUnit { given: "301".to_owned(), hint: Some("0301".to_owned()) })
        );
    }

    #[test]
    fn innlandet_has_46_reporting_units_and_the_office_of_oslo_66() {
        let register = register();
        let period = register.period("2023H1").expect("the period of the demo");
        let count = |office: &str| register.office_units(&OfficeId(office.to_owned()), period).count();
        assert_eq!((count("SFIN"), count("SFOBOA")), (46, 66));
    }

    #[test]
    fn a_municipality_and_a_district_both_resolve_with_their_zeros() {
        let register = register();
        let period = register.period("2023h1").expect("case does not matter");
        assert_eq!(register.unit(&unit_no("0301"), period).map(|unit| unit.kind), Ok(UnitKind::Kommune));
        assert_eq!(register.unit(&unit_no("030101"), period).map(|unit| unit.kind), Ok(UnitKind::Bydel));
    }

    #[test]
    fn the_form_of_2022_asks_53_points_and_that_of_2023_asks_50_with_the_letters_unchanged() {
        let register = register();
        let count = |version: &str| {
            register.forms.iter().find(|form| form.version == version).map(|form| form.points().count())
        };
        assert_eq!((count("2022"), count("2023")), (Some(53), Some(50)));
        let [old, new] = register.forms.as_slice() else { panic!("two versions") };
        for point in new.points() {
            assert_eq!(old.point(&point.key).map(|before| &before.code), Some(&point.code), "{}", point.key);
        }
    }

    #[test]
    fn only_the_first_half_year_of_2023_has_published_dates() {
        let register = register();
        let published: Vec<&str> =
            register.periods.iter().filter(|period| !period.assumed).map(|period| period.id.as_str()).collect();
        assert_eq!(published, ["2023H1"]);
    }

    #[test]
    fn every_channel_has_a_rule_for_the_extension_count() {
        let channels = register().channels;
        for channel in [Channel::FormOld, Channel::FormNew, Channel::Register] {
            assert!(channels.rule(channel).is_some(), "{channel:?}");
        }
    }

    #[test]
    fn a_split_municipality_has_no_single_predecessor() {
        let register = register();
        let [before, after] = ["2023H2", "2024H1"].map(|id| register.period(id).expect("a period"));
        let number = |no: &str| register.number_in(&unit_no(no), after, before);
        assert_eq!(number("3301"), Some(unit_no("3005")), "Drammen");
        assert_eq!(number("1580"), None, "Haram came out of Ålesund");
        assert_eq!(number("3420"), Some(unit_no("3420")), "Elverum is unchanged");
        assert_eq!(register.numbers_of(&unit_no("3301"), after), [unit_no("3301"), unit_no("3005")]);
    }
}
