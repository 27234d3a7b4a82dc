//! The rules tried on a file, by what the configured backend knows, else by what is built in.
//! Imports `checks`, `domain` and `text`.

mod told;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use self::told::{Checked, ReportTold};
use super::{
    args::CheckArgs,
    failure::Failure,
    known::{self, Known},
    output,
    session::Desk,
    submission::{self, Imported},
    words,
};
use crate::{
    api::fault::Fault,
    checks::{
        engine::{Before, Place, Subject, review},
        pack::Packs,
        say::{Names, Speaker, say_all},
    },
    domain::{
        finding::Severity,
        form::Form,
        period::{Period, PeriodId},
        register::Register,
        report::{Submission, Submitter},
        unit::{Unit, UnitNo},
    },
    text::{Texts, clean, refusal},
};

/// The exit code when an error was found.
const FOUND: u8 = 3;

/// Tries the rules on a file. The exit code says whether an error was found.
pub(super) async fn check(desk: &Desk, args: &CheckArgs) -> Result<u8, Failure> {
    let internal = |error: &dyn ToString| Failure::Internal(error.to_string());
    let Known { register, packs, origin } = known::known(desk).await?;
    let texts = Texts::wording(&args.language).map_err(|error| internal(&error))?;
    let bench = Bench { register: &register, packs: &packs, language: &args.language, texts: &texts };
    let checked = Checked { reference: Some(origin), ..bench.read(desk, args)? };
    if !desk.output.json {
        let say = &desk.output.texts;
        let unused = |file: &String| say.with("cli-check-unused", &[("given", &clean::line(file))]);
        output::complain(checked.notes.iter().map(|note| refusal::note(say, note)));
        output::complain(checked.unused.iter().map(unused));
    }
    if let Some(origin) = &checked.reference {
        origin.tell(&desk.output);
    }
    desk.output.answer("check", &checked, |_, checked| checked.lines(&texts, &packs))?;
    let limit = if args.strict { Severity::Warning } else { Severity::Error };
    Ok(if checked.worst() >= limit { FOUND } else { 0 })
}

/// What every report is checked with.
struct Bench<'a> {
    register: &'a Register,
    packs: &'a Packs,
    language: &'a str,
    texts: &'a Texts,
}

/// A report with the number of the file it stands in.
type Placed<'a> = (usize, &'a Submission);

/// The reports of one unit: the one that is checked, and those before it, the newest first.
struct Series<'a> {
    newest: &'a Submission,
    earlier: Vec<Placed<'a>>,
}

impl Bench<'_> {
    /// Reads the files and tries the rules on the newest report of each unit in the first.
    fn read(&self, desk: &Desk, args: &CheckArgs) -> Result<Checked, Failure> {
        let lenient = asking_nothing(self.register);
        let file = imported(&args.file, &lenient)?;
        let (mut notes, mut files) = (file.notes, vec![file.reports]);
        for previous in &args.previous {
            let earlier = imported(previous, &lenient).inspect_err(|_| told_file(desk, previous))?;
            files.push(earlier.reports);
            let new: Vec<_> = earlier.notes.into_iter().filter(|note| !notes.contains(note)).collect();
            notes.extend(new);
        }
        let series = self.series(&files);
        let used: BTreeSet<usize> = series.iter().flat_map(|one| &one.earlier).map(|(file, _)| *file).collect();
        let unused = (1..).zip(&args.previous).filter(|(file, _)| !used.contains(file));
        Ok(Checked {
            file: name_of(&args.file),
            reference: None,
            unused: unused.map(|(_, file)| name_of(file)).collect(),
            notes,
            reports: series.iter().filter_map(|one| self.told(one)).collect(),
        })
    }

    /// The reports of each unit of the first file, in its order. Of several reports for one half-year the first counts.
    fn series<'a>(&self, files: &'a [Vec<Submission>]) -> Vec<Series<'a>> {
        let mut order: Vec<UnitNo> = Vec::new();
        let mut units: BTreeMap<UnitNo, Vec<Placed<'a>>> = BTreeMap::new();
        for (file, reports) in files.iter().enumerate() {
            for report in reports {
                let unit = self.followed(report);
                if file == 0 && !units.contains_key(&unit) {
                    order.push(unit.clone());
                }
                units.entry(unit).or_default().push((file, report));
            }
        }
        order.iter().filter_map(|unit| series(units.get(unit)?)).collect()
    }

    /// The number under which a report's unit is followed through the change of borders: the one it had before.
    fn followed(&self, report: &Submission) -> UnitNo {
        let period = self.register.period(report.period.as_str());
        let numbers = period.map(|period| self.register.numbers_of(&report.unit, period)).unwrap_or_default();
        numbers.last().unwrap_or(&report.unit).clone()
    }

    /// What the rules say of the newest report of a unit.
    fn told(&self, series: &Series<'_>) -> Option<ReportTold> {
        let report = series.newest;
        let period = self.register.period(report.period.as_str()).ok()?;
        let (unit, form) = (self.register.unit(&report.unit, period).ok()?, self.register.form(period)?);
        let pack = self.packs.of(&form.version, &period.id)?;
        let obsolete: Vec<String> = obsolete(form, report);
        let subject = Subject {
            form,
            values: &report.values,
            obsolete: &obsolete,
            remarks: &report.remarks,
            extensions: None,
            unit: Place { no: unit.no.as_str(), county: &unit.county_no, children: unit.children },
            channel: None,
            earlier: self.before(series, period, unit),
            late: None,
            returned: None,
        };
        let mut found = review(pack, &subject, None);
        let names = Names { county: unit.county.clone(), ..Names::of(self.texts, period, &self.register.periods) };
        let (texts, language) = (self.texts, self.language);
        say_all(
            &mut found,
            &Speaker { texts, language, form, forms: &self.register.forms, names: &names, long: false },
        );
        let earlier = series.earlier.iter().map(|(_, report)| report.period.clone()).collect();
        Some(ReportTold::new(report, (unit, period, form), earlier, &found, texts))
    }

    /// The figures before the newest report.
    fn before<'a>(&self, series: &Series<'a>, period: &Period, unit: &Unit) -> Before<'a> {
        let of = |id: &Option<_>| {
            let found = series.earlier.iter().find(|(_, report)| Some(&report.period) == id.as_ref());
            found.map(|(_, report)| &report.values)
        };
        let is_cut = |id: &Option<PeriodId>| {
            let other = id.as_ref().and_then(|id| self.register.period(id.as_str()).ok());
            other.is_some_and(|other| self.register.number_in(&unit.no, period, other).is_none())
        };
        let half = |report: &Submission| report.period.as_str().get(4..) == period.id.as_str().get(4..);
        let all = || series.earlier.iter().map(|(_, report)| *report);
        Before {
            previous: of(&period.previous),
            last_year: of(&period.same_last_year),
            halves: all().map(|report| &report.values).collect(),
            same_halves: all().filter(|report| half(report)).map(|report| &report.values).collect(),
            broken: is_cut(&period.previous) || is_cut(&period.same_last_year),
        }
    }
}

/// The newest report of the first file, and those before it.
fn series<'a>(of_unit: &[Placed<'a>]) -> Option<Series<'a>> {
    let own = of_unit.iter().filter(|(file, _)| *file == 0).map(|(_, report)| *report);
    let newest = own.max_by(|one, other| one.period.cmp(&other.period))?;
    let mut earlier: Vec<Placed<'a>> =
        of_unit.iter().filter(|(_, report)| report.period < newest.period).copied().collect();
    // The sort is stable: of several reports for one half-year the first one read stays.
    earlier.sort_by(|(_, one), (_, other)| other.period.cmp(&one.period));
    earlier.dedup_by(|(_, later), (_, first)| later.period == first.period);
    Some(Series { newest, earlier })
}

/// A register whose forms require nothing: which points are missing is then told by rule K01, beside everything else, and
/// the file is not refused for it.
fn asking_nothing(register: &Register) -> Register {
    let mut register = register.clone();
    for point in register.forms.iter_mut().flat_map(|form| &mut form.sections).flat_map(|section| &mut section.points) {
        point.required = false;
    }
    register
}

/// What a file holds.
fn imported(file: &Path, register: &Register) -> Result<Imported, Failure> {
    let bytes = words::read(file, submission::LARGEST)?;
    // A check asks nobody who sends it.
    let nobody = Submitter { name: String::new(), email: String::new(), phone: String::new() };
    Ok(submission::read_all(&name_of(file), &bytes, register, &nobody).map_err(Fault::refused_for)?)
}

/// Keys of points with a figure though the form no longer asks them.
fn obsolete(form: &Form, report: &Submission) -> Vec<String> {
    let filled = report.values.iter().filter(|(_, figure)| figure.is_some()).map(|(key, _)| key);
    filled.filter(|key| form.point(key).is_none()).cloned().collect()
}

/// Tells which file what comes next is about.
fn told_file(desk: &Desk, file: &Path) {
    if !desk.output.json {
        let name = clean::line(&name_of(file));
        output::complain([desk.output.texts.with("cli-check-previous", &[("given", &name)])]);
    }
}

fn name_of(file: &Path) -> String {
    file.to_string_lossy().into_owned()
}
