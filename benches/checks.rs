//! How long the rules take: a whole half-year of the country, one report, and reading the packs.
//!
//! `cargo bench --bench checks`. What was measured, where and when is in docs/ytelse.md; no test and no step of CI runs this,
//! for a time says nothing on another machine. The figures are drawn by the recipe of the demo.

use std::{sync::LazyLock, thread};

use divan::{Bencher, black_box};
use statsforvalter::{
    checks::{
        engine::review,
        pack::{Pack, Packs},
        references::References,
        say::{Names, Speaker, say_all},
    },
    cli::demo::{Recipe, nation::Nation},
    domain::{finding::Review, register::Register},
    text::Texts,
};

/// How many reports are reviewed: those of the country, and the first ones once more.
const REPORTS: usize = 400;

static REGISTER: LazyLock<Register> = LazyLock::new(|| Register::embedded().expect("the reference data parses"));
static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::embedded(&REGISTER.forms).expect("the rules parse"));
static WORDING: LazyLock<Texts> = LazyLock::new(|| Texts::wording("nb").expect("the sentences parse"));
static NATION: LazyLock<Nation<'static>> = LazyLock::new(|| {
    let recipe = Recipe::embedded().expect("the recipe parses");
    Nation::draw(&recipe, &REGISTER, recipe.demo.seed).expect("a country can be drawn")
});

#[expect(clippy::print_stderr, reason = "a bench has no screen of its own")]
fn main() {
    let (_, form) = NATION.periods.last().expect("there are half-years");
    let rules = pack().rules.len();
    let half_years = NATION.periods.len();
    let (points, units) = (form.points().count(), NATION.units.len());
    divan::main();
    // What was measured stands below the figures, so that both are copied together.
    eprintln!(
        "{REPORTS} reports of {units} units, form {} with {points} points, {half_years} half-years, {rules} rules",
        form.version
    );
}

fn pack() -> &'static Pack {
    let (period, form) = NATION.periods.last().expect("there are half-years");
    PACKS.of(&form.version, &period.id).expect("a pack holds for the newest half-year")
}

fn references() -> References {
    References::work_out(pack(), &PACKS.scales, &NATION.peers())
}

/// One report as the reviewer gets it: every rule tried, every finding in words.
fn one(unit: usize, references: &References) -> Review {
    let (period, form) = NATION.periods.last().expect("there are half-years");
    let values = NATION.back(unit, 0).expect("every unit has reported");
    let subject = NATION.subject(unit, values).expect("the unit is there");
    let mut found = review(pack(), &subject, Some(references));
    let names = Names { county: NATION.units[unit].county.clone(), ..Names::of(&WORDING, period, &REGISTER.periods) };
    let forms = REGISTER.forms.as_slice();
    say_all(&mut found, &Speaker { texts: &WORDING, language: "nb", form, forms, names: &names, long: false });
    found
}

/// The reviews of the reports of some units; how many findings they have.
fn some(units: impl Iterator<Item = usize>, references: &References) -> usize {
    units.map(|unit| one(unit % NATION.units.len(), references).findings.len()).sum()
}

/// The references of the country and the reviews of all reports, from nothing.
#[divan::bench(args = [1, 2])]
fn whole_half_year(bencher: Bencher<'_, '_>, threads: usize) {
    bencher.bench(|| {
        let references = references();
        let references = &references;
        thread::scope(|scope| {
            let share = |first: usize| (first..REPORTS).step_by(threads);
            let running: Vec<_> =
                (0..threads).map(|first| scope.spawn(move || some(share(first), references))).collect();
            let findings = running.into_iter().map(|running| running.join().expect("a thread reviews to the end"));
            findings.sum::<usize>()
        })
    });
}

/// What is kept until other figures arrive.
#[divan::bench]
fn references_of_the_country(bencher: Bencher<'_, '_>) {
    bencher.bench(references);
}

/// One report after the other, with references that are known.
#[divan::bench]
fn one_report(bencher: Bencher<'_, '_>) {
    let references = references();
    let mut next = 0;
    bencher.bench_local(|| {
        next = (next + 1) % NATION.units.len();
        one(black_box(next), &references)
    });
}

/// What the program does once when it starts.
#[divan::bench]
fn reading_the_packs(bencher: Bencher<'_, '_>) {
    let forms = &REGISTER.forms;
    bencher.bench(|| Packs::embedded(black_box(forms)));
}
