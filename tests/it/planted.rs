//! How often the rules find mistakes that are planted into error-free reports, and how often they speak of error-free ones.
//!
//! The tables of docs/treffsikkerhet.md are printed by
//! `SFV_PLANTED=20 cargo test --release --test it planted_mistakes -- --nocapture`: every kind of mistake in every unit of
//! 20 countries that are drawn by the recipe of the demo. Without it one country is drawn and few units are tried.

use std::{
    cell::RefCell,
    collections::{BTreeSet, HashMap},
    thread,
};

use statsforvalter::{
    checks::{
        engine::review,
        pack::{Pack, Packs, Scales, Test},
        references::References,
    },
    cli::demo::{Recipe, chance::Chance, nation::Nation},
    domain::{
        finding::{Finding, FindingId, Review, Severity},
        register::Register,
        report::Values,
    },
};

use crate::{
    planted_kinds::{Ground, Kind, MAIN_FLOWS, Planted, Sum, any, plant, plant_at},
    planted_tables::{Found, Tables},
};

/// The size class of the largest units.
const LARGEST: usize = 3;

/// How many countries are drawn, and in which units of each mistakes are planted.
#[derive(Debug, Clone, Copy)]
struct Size {
    countries: u64,
    /// Every so many units have a point wrong.
    step: usize,
    /// Every so many units have the whole report wrong; that takes all references anew.
    step_whole: usize,
}

impl Size {
    fn wanted() -> Self {
        let asked = std::env::var("SFV_PLANTED").ok().and_then(|text| text.parse().ok());
        asked.map_or(Self { countries: 1, step: 6, step_whole: 30 }, |countries| Self {
            countries,
            step: 1,
            step_whole: 1,
        })
    }
}

/// One country and the rules that are tried on it.
struct Trial<'a> {
    nation: Nation<'a>,
    pack: &'a Pack,
    scales: &'a Scales,
    sums: Vec<Sum>,
    /// By unit: what is said of its error-free report.
    clean: Vec<Review>,
    /// The pack with only what speaks of some points.
    parts: RefCell<HashMap<Vec<String>, Pack>>,
}

impl<'a> Trial<'a> {
    fn of(nation: Nation<'a>, packs: &'a Packs) -> Self {
        let (period, form) = nation.periods.last().expect("there are half-years");
        let pack = packs.of(&form.version, &period.id).expect("a pack holds for the newest half-year");
        let references = References::work_out(pack, &packs.scales, &nation.peers());
        let said = |unit: usize| {
            let values = nation.back(unit, 0).expect("every unit has reported");
            review(pack, &nation.subject(unit, values).expect("the unit is there"), Some(&references))
        };
        let clean = (0..nation.units.len()).map(said).collect();
        Self { clean, pack, scales: &packs.scales, sums: sums(pack), parts: RefCell::default(), nation }
    }

    /// Size class of a unit.
    fn class(&self, unit: usize) -> usize {
        self.scales.class(self.nation.units[unit].children.unwrap_or(0))
    }

    /// What a pack says of a report, with references over the whole country, this report among them.
    fn say(&self, pack: &Pack, unit: usize, values: &Values, without: Option<usize>) -> Review {
        let mut peers = self.nation.peers();
        peers[unit].now = values;
        if let Some(other) = without {
            peers.remove(other);
        }
        let references = References::work_out(pack, self.scales, &peers);
        review(pack, &self.nation.subject(unit, values).expect("the unit is there"), Some(&references))
    }

    /// Plants a mistake in the report of a unit, and tells what is found.
    fn try_one(&self, kind: Kind, unit: usize, seed: u64) -> Option<Found> {
        let number = self.nation.units[unit].no.as_str();
        let mut chance = Chance::of(seed, &[number, kind.name()]);
        let other = self.neighbour(unit, &mut chance)?;
        let ground = Ground {
            now: self.nation.back(unit, 0)?,
            previous: self.nation.back(unit, 1)?,
            other: self.nation.back(other, 0)?,
            sums: &self.sums,
        };
        let planted = plant(kind, ground, &mut chance)?;
        if kind.is_whole() {
            let without = (kind == Kind::Mistaken).then_some(other);
            let said = self.say(self.pack, unit, &planted.values, without);
            return Some(self.found(kind, unit, &planted, &said));
        }
        Some(self.at_points(kind, unit, &planted))
    }

    /// What is found of a mistake in some points.
    fn at_points(&self, kind: Kind, unit: usize, planted: &Planted) -> Found {
        let mut parts = self.parts.borrow_mut();
        let part = parts.entry(planted.points.clone()).or_insert_with_key(|points| about(self.pack, points));
        self.found(kind, unit, planted, &self.say(part, unit, &planted.values, None))
    }

    /// Another unit of the same office: reports are mistaken for each other where the same people write them.
    fn neighbour(&self, unit: usize, chance: &mut Chance) -> Option<usize> {
        let units = &self.nation.units;
        let near = |other: &usize| *other != unit && units[*other].office == units[unit].office;
        any((0..units.len()).filter(near).collect(), chance)
    }

    /// What is said that was not said of the error-free report.
    fn found(&self, kind: Kind, unit: usize, planted: &Planted, said: &Review) -> Found {
        let known = open(&self.clean[unit]);
        let new: Vec<_> =
            said.findings.iter().filter(|finding| finding.is_open() && !known.contains(&finding.id())).collect();
        let speaks = |points: &[String]| points.iter().any(|point| planted.points.contains(point));
        let of_it = new.iter().filter(|finding| kind.is_whole() || speaks(&finding.points));
        Found {
            kind,
            class: self.class(unit),
            points: planted.points.clone(),
            rules: of_it.map(|finding| finding.rule.clone()).collect(),
            was_clean: self.clean[unit].is_clean(),
            is_clean: self.clean[unit].is_clean() && new.is_empty(),
        }
    }
}

/// The sums of the rules: every total with its parts.
fn sums(pack: &Pack) -> Vec<Sum> {
    let sum = |says: &statsforvalter::checks::pack::Statement| {
        let Test::Formula(formula) = &says.test else { return None };
        let (total, parts) = formula.get_ref().total().filter(|_| says.pattern == "sum")?;
        Some((total.to_owned(), parts.into_iter().map(str::to_owned).collect()))
    };
    pack.statements().filter_map(|(_, _, says)| sum(says)).collect()
}

/// The findings that keep a report from being clean.
fn open(review: &Review) -> BTreeSet<FindingId> {
    review.findings.iter().filter(|finding| finding.is_open()).map(Finding::id).collect()
}

/// A pack with only what can come out otherwise when these points do. Statements keep their numbers.
fn about(pack: &Pack, points: &[String]) -> Pack {
    let mut pack = pack.clone();
    for says in pack.rules.iter_mut().flat_map(|rule| &mut rule.says) {
        match &mut says.test {
            Test::HidiroglouBerthelot { points: named, .. }
            | Test::SquareRoot { points: named, .. }
            | Test::ThError { points: named, .. }
            | Test::History { points: named, .. }
            | Test::Influence { points: named, .. } => named.retain(|key| points.contains(key.get_ref())),
            Test::Duplicate { .. } => says.test = Test::Late {},
            Test::Quartile { of, per, .. } => {
                let below = match per {
                    statsforvalter::checks::pack::Per::Point(per) => points.contains(per.get_ref()),
                    statsforvalter::checks::pack::Per::Children => false,
                };
                if !below && !points.contains(of.get_ref()) {
                    says.test = Test::Late {};
                }
            }
            _ => {}
        }
    }
    pack
}

/// Draws countries, plants every kind of mistake, and counts.
fn measure(size: Size, register: &Register) -> Tables {
    let recipe = Recipe::embedded().expect("the recipe parses");
    let packs = Packs::embedded(&register.forms).expect("the rules parse");
    let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let threads = u64::try_from(threads).unwrap_or(1).min(size.countries);
    let run = |thread: u64| {
        let mut tables = Tables::new(&packs.scales.size_classes);
        for country in (thread..size.countries).step_by(usize::try_from(threads).unwrap_or(1)) {
            let seed = recipe.demo.seed.wrapping_add(country);
            let nation = Nation::draw(&recipe, register, seed).expect("a country can be drawn");
            count(&Trial::of(nation, &packs), size, seed, &mut tables);
        }
        tables
    };
    let run = &run;
    thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|thread| scope.spawn(move || run(thread))).collect();
        let done = running.into_iter().map(|running| running.join().expect("a thread counts to the end"));
        done.reduce(Tables::with).expect("there is a country")
    })
}

fn count(trial: &Trial<'_>, size: Size, seed: u64, tables: &mut Tables) {
    for (unit, clean) in trial.clean.iter().enumerate() {
        let values = trial.nation.back(unit, 0).expect("every unit has reported");
        tables.clean(trial.class(unit), values, clean);
        for kind in Kind::ALL {
            let step = if kind.is_whole() { size.step_whole } else { size.step };
            if unit % step == 0 {
                tables.planted(trial.try_one(kind, unit, seed));
            }
        }
        if unit % size.step == 0 {
            for kind in [Kind::Tenfold, Kind::Tenth] {
                let planted = MAIN_FLOWS.iter().filter_map(|key| plant_at(kind, key, values));
                planted.for_each(|planted| tables.main_flow(&trial.at_points(kind, unit, &planted)));
            }
        }
    }
}

#[test]
fn planted_mistakes_are_found_and_error_free_reports_are_left_alone() {
    let register = Register::embedded().expect("the reference data parses");
    let tables = measure(Size::wanted(), &register);
    println!("{}", tables.print(register.forms.last().expect("there are forms")));
    let found = |kind| tables.found_share(kind, 0..=LARGEST);
    assert!(tables.clean_share() >= 67, "{} % of the error-free reports are clean", tables.clean_share());
    assert_eq!(found(Kind::Addend), 100, "a sum that does not tie is always told");
    assert!(found(Kind::Emptied) >= 95, "{} % of the empty points", found(Kind::Emptied));
    for (kind, floor) in [
        (Kind::Tenfold, 85),
        (Kind::TenfoldWithTotals, 80),
        (Kind::Tenth, 75),
        (Kind::Swapped, 75),
        (Kind::Zeroed, 65),
        (Kind::Mistaken, 70),
    ] {
        assert!(found(kind) >= floor, "{kind:?}: {} %", found(kind));
    }
    for kind in [Kind::Copied, Kind::Twice] {
        let found = tables.found_share(kind, 2..=LARGEST);
        assert!(found >= 95, "{kind:?} in units of some size: {found} %");
    }
    let flows = tables.unusual_main_flows(Kind::Tenfold, LARGEST);
    assert!(flows >= 95, "ten times too much in a main flow of the largest units, by what is usual: {flows} %");
}

#[test]
fn what_is_left_out_of_the_pack_for_speed_says_nothing_of_the_planted_point() {
    let register = Register::embedded().expect("the reference data parses");
    let recipe = Recipe::embedded().expect("the recipe parses");
    let packs = Packs::embedded(&register.forms).expect("the rules parse");
    let nation = Nation::draw(&recipe, &register, recipe.demo.seed).expect("a country can be drawn");
    let trial = Trial::of(nation, &packs);
    for (unit, key, figure) in [(3, "meld_nye", 900), (40, "us_3_6m", 70), (90, "plass_omsorg", 0), (7, "us_tiltak", 1)]
    {
        let mut values = trial.nation.back(unit, 0).expect("it has reported").clone();
        values.insert(key.to_owned(), Some(figure));
        let few = trial.say(&about(trial.pack, &[key.to_owned()]), unit, &values, None);
        let all = trial.say(trial.pack, unit, &values, None);
        let of_it = |review: &Review| -> BTreeSet<FindingId> {
            let findings = review.findings.iter().filter(|finding| finding.points.iter().any(|point| point == key));
            findings.filter(|finding| finding.severity >= Severity::Warning).map(Finding::id).collect()
        };
        assert_eq!(of_it(&few), of_it(&all), "{key}");
        assert!(open(&few).is_subset(&open(&all)), "{key}");
        let left_out: BTreeSet<FindingId> = open(&all).difference(&open(&few)).cloned().collect();
        assert!(left_out.is_subset(&open(&trial.clean[unit])), "{key}: {left_out:?}");
    }
}
