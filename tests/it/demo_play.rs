//! The demo's history played through as the intake would: cases with their versions and where they stand.

use std::{
    collections::BTreeMap,
    sync::{LazyLock, OnceLock},
};

use jiff::Timestamp;
use statsforvalter::{
    cli::demo::{Recipe, Wanted, history, moment},
    domain::{
        access::Application,
        decision::DecisionKind,
        office::OfficeId,
        period::PeriodId,
        register::Register,
        report::{Reference, Submission, Values},
        unit::UnitNo,
    },
    server::seed::{Seed, Step},
};

/// A report's case.
#[derive(Debug, Default)]
pub(crate) struct Case {
    /// Its versions.
    pub(crate) versions: Vec<(Timestamp, Submission)>,
    /// What was decided, in order.
    pub(crate) decided: Vec<(DecisionKind, Option<u32>, Option<String>)>,
    /// True when the newest version is not decided.
    pub(crate) open: bool,
}

impl Case {
    /// The figures of the newest version.
    pub(crate) fn values(&self) -> &Values {
        &self.versions.last().expect("a case has a version").1.values
    }
}

/// The history, played.
pub(crate) struct Play {
    /// As it was made.
    pub(crate) seed: Seed,
    /// The reports.
    pub(crate) cases: BTreeMap<(UnitNo, PeriodId), Case>,
    /// The access requests with their decisions.
    pub(crate) requests: BTreeMap<Reference, (Timestamp, Application, Option<DecisionKind>)>,
}

impl Play {
    /// A report of the open period.
    pub(crate) fn case(&self, unit: &str) -> Option<&Case> {
        self.cases.get(&(unit_no(unit), open_period()))
    }

    /// The figures of a unit's report in a period.
    pub(crate) fn values(&self, unit: &str, period: &str) -> &Values {
        self.cases.get(&(unit_no(unit), PeriodId(period.to_owned()))).expect("a report").values()
    }
}

static REGISTER: LazyLock<Register> =
    LazyLock::new(|| Register::embedded().expect("the reference data in config/ parses"));
static PLAYS: [OnceLock<Play>; 10] = [const { OnceLock::new() }; 10];

/// The reference data.
pub(crate) fn register() -> &'static Register {
    &REGISTER
}

/// The history of an office, played through once for all tests.
pub(crate) fn play(office: &str) -> &'static Play {
    let place = register().offices.iter().position(|known| known.id.as_str() == office).expect("an office");
    PLAYS[place].get_or_init(|| play_through(office))
}

/// A unit number.
pub(crate) fn unit_no(text: &str) -> UnitNo {
    text.parse().expect("a unit number of the test")
}

/// The open period.
pub(crate) fn open_period() -> PeriodId {
    PeriodId("2023H1".to_owned())
}

/// The history of an office.
pub(crate) fn seed(office: &str, tasks: Option<u32>) -> Seed {
    let recipe = Recipe::embedded().expect("config/demo.toml parses");
    let wanted = Wanted { office: OfficeId(office.to_owned()), tasks };
    history(&recipe, register(), &wanted, &|id| format!("token of {id}")).expect("a history")
}

/// Plays a history; every step must be one the intake takes.
fn play_through(office: &str) -> Play {
    let seed = seed(office, None);
    let mut cases: BTreeMap<(UnitNo, PeriodId), Case> = BTreeMap::new();
    let mut requests = BTreeMap::new();
    for step in &seed.steps {
        match step.clone() {
            Step::Submit { at, submission } => submit(&mut cases, at, submission),
            Step::Apply { at, application } => {
                let number = u32::try_from(requests.len() + 1).expect("few requests");
                requests.insert(Reference::access(number), (at, application, None));
            }
            Step::Decide { reference, kind, .. } if reference.is_access() => {
                let (_, _, decision) = requests.get_mut(&reference).expect("the request arrived before");
                assert_eq!(decision.replace(kind), None, "{reference} is decided once");
            }
            Step::Decide { reference, kind, extensions, comment, .. } => {
                let case = find(&mut cases, &reference);
                assert!(case.open, "{reference} is decided while it is open");
                assert!(!kind.needs_comment() || comment.as_ref().is_some_and(|text| !text.trim().is_empty()));
                case.open = false;
                case.decided.push((kind, extensions, comment));
            }
            Step::Draft { reference, .. } => assert!(find(&mut cases, &reference).open, "{reference}"),
            Step::Remind { .. } | Step::Extend { .. } => {}
        }
        assert!(moment(step) <= "2023-08-24T08:42:00Z".parse().expect("the demo's clock"), "{step:?}");
    }
    Play { seed, cases, requests }
}

fn submit(cases: &mut BTreeMap<(UnitNo, PeriodId), Case>, at: Timestamp, submission: Submission) {
    let case = cases.entry((submission.unit.clone(), submission.period.clone())).or_default();
    let next = u32::try_from(case.versions.len() + 1).expect("few versions");
    assert_eq!(submission.version, Some(next), "{} {}", submission.unit, submission.period);
    assert!(!case.open, "{} {}: nothing is sent while a version waits", submission.unit, submission.period);
    assert!(case.decided.iter().all(|(kind, ..)| *kind == DecisionKind::Return), "an approved case is closed");
    if let Some((_, before)) = case.versions.last() {
        assert_ne!(before.values, submission.values, "{}: a correction corrects something", submission.unit);
    }
    case.versions.push((at, submission));
    case.open = true;
}

fn find<'c>(cases: &'c mut BTreeMap<(UnitNo, PeriodId), Case>, reference: &Reference) -> &'c mut Case {
    let mut parts = reference.as_str().split('-').skip(1);
    let (period, unit) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    cases.get_mut(&(unit_no(unit), PeriodId(period.to_owned()))).expect("the report arrived before")
}
