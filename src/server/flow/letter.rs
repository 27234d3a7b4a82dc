//! The return comment that is suggested for an open report.
//! Imports `domain`, `checks`, `text` and `api`.

use super::review::Material;
use crate::{
    api::fault::{Fault, FaultKind},
    checks::{
        letter::{Occasion, build, language},
        say::{Names, Speaker},
    },
    domain::{calendar::resubmission_deadline, finding::Review, letter::Letter},
    server::store::Store,
    text::date::day_of,
};

/// The return comment for the newest version of a case, as of now.
///
/// # Errors
/// An internal fault when data is missing that must be there.
pub fn of_case(store: &Store, case: &Material<'_>, review: &Review) -> Result<Letter, Fault> {
    let internal = || Fault::new(FaultKind::Internal);
    let (register, rules) = (store.register(), store.rules());
    let office = register.office(&case.unit.office).ok_or_else(internal)?;
    let version = case.versions.last().ok_or_else(internal)?.version;
    let (code, texts) = rules.wording(language(case.unit, office).value).ok_or_else(internal)?;
    let names = Names::of(texts, case.period, &register.periods);
    let speaker = Speaker { texts, language: code, form: case.form, forms: &register.forms, names: &names, long: true };
    let today = day_of(store.now());
    let letters = &rules.sheets(today).letters;
    let days = letters.working_days;
    let deadline = resubmission_deadline(today, days, case.period.office_deadline, &register.holidays);
    let pack = rules.pack(case.form, &case.period.id);
    let occasion = Occasion { unit: case.unit, office, period: case.period, version, deadline, review, pack };
    Ok(build(letters, &occasion, &speaker))
}
