//! What came of the planted mistakes, counted and printed as the tables of docs/treffsikkerhet.md.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use statsforvalter::domain::{finding::Review, form::Form, report::Values};

use crate::planted_kinds::Kind;

/// The rules that know what is usual, and not what must be.
const OUTLIERS: [&str; 6] = ["K60", "K61", "K62", "K63", "K64", "K65"];

/// What came of one planted mistake.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) kind: Kind,
    /// The size class of the unit.
    pub(crate) class: usize,
    /// The points that are wrong.
    pub(crate) points: Vec<String>,
    /// The rules that speak of one of them, or of the report where all of it is wrong, and did not before.
    pub(crate) rules: BTreeSet<String>,
    /// True when the error-free report was clean.
    pub(crate) was_clean: bool,
    /// True when it still is.
    pub(crate) is_clean: bool,
}

impl Found {
    /// True when the reviewer is told: by the rule that is made for it where the whole report is wrong.
    fn is_found(&self) -> bool {
        match self.kind {
            Kind::Copied => self.rules.contains("K83"),
            Kind::Twice => self.rules.contains("K88"),
            _ => !self.rules.is_empty(),
        }
    }
}

/// How many were planted, and what came of them.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    planted: u64,
    found: u64,
    /// Found by what is usual, whatever the sums say.
    unusual: u64,
    was_clean: u64,
    not_clean: u64,
}

impl Count {
    fn take(&mut self, found: &Found) {
        self.planted += 1;
        self.found += u64::from(found.is_found());
        self.unusual += u64::from(found.rules.iter().any(|rule| OUTLIERS.contains(&rule.as_str())));
        self.was_clean += u64::from(found.was_clean);
        self.not_clean += u64::from(found.was_clean && !found.is_clean);
    }

    fn with(mut self, other: &Self) -> Self {
        self.planted += other.planted;
        self.found += other.found;
        self.unusual += other.unusual;
        self.was_clean += other.was_clean;
        self.not_clean += other.not_clean;
        self
    }
}

/// What is said of error-free reports.
#[derive(Debug, Clone, Copy, Default)]
struct Clean {
    reports: u64,
    without: u64,
    findings: u64,
}

/// Everything that is counted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tables {
    classes: Vec<String>,
    clean: BTreeMap<usize, Clean>,
    /// By rule: findings in error-free reports, and reports that have one.
    false_rules: BTreeMap<String, (u64, u64)>,
    /// By point: reports where it is filled in, and those where an outlier rule speaks of it.
    false_points: BTreeMap<String, (u64, u64)>,
    planted: BTreeMap<(Kind, usize), Count>,
    rules: BTreeMap<(Kind, String), u64>,
    points: BTreeMap<(String, Kind), Count>,
    main_flows: BTreeMap<(Kind, usize), Count>,
}

impl Tables {
    /// Empty tables for classes that begin at these numbers of children.
    pub(crate) fn new(classes: &[u32]) -> Self {
        let ends = classes.iter().map(|end| format!("–{}", end - 1)).chain([String::new()]);
        let starts = ["0".to_owned()].into_iter().chain(classes.iter().map(ToString::to_string));
        let name = |(start, end): (String, String)| if end.is_empty() { format!("{start}+") } else { start + &end };
        Self { classes: starts.zip(ends).map(name).collect(), ..Self::default() }
    }

    /// Counts an error-free report.
    pub(crate) fn clean(&mut self, class: usize, values: &Values, review: &Review) {
        let open: Vec<_> = review.findings.iter().filter(|finding| finding.is_open()).collect();
        let count = self.clean.entry(class).or_default();
        count.reports += 1;
        count.without += u64::from(review.is_clean());
        count.findings += u64::try_from(open.len()).unwrap_or(u64::MAX);
        let rules: BTreeSet<&str> = open.iter().map(|finding| finding.rule.as_str()).collect();
        for rule in rules {
            let findings = open.iter().filter(|finding| finding.rule == rule).count();
            let (all, reports) = self.false_rules.entry(rule.to_owned()).or_default();
            *all += u64::try_from(findings).unwrap_or(u64::MAX);
            *reports += 1;
        }
        let unusual = open.iter().filter(|finding| OUTLIERS.contains(&finding.rule.as_str()));
        let unusual: BTreeSet<&str> = unusual.flat_map(|finding| &finding.points).map(String::as_str).collect();
        for (key, _) in values.iter().filter(|(_, figure)| figure.is_some()) {
            let (filled, spoken_of) = self.false_points.entry(key.clone()).or_default();
            *filled += 1;
            *spoken_of += u64::from(unusual.contains(key.as_str()));
        }
    }

    /// Counts a planted mistake, if there was a place for it.
    pub(crate) fn planted(&mut self, found: Option<Found>) {
        let Some(found) = found else { return };
        self.planted.entry((found.kind, found.class)).or_default().take(&found);
        for rule in &found.rules {
            *self.rules.entry((found.kind, rule.clone())).or_default() += 1;
        }
        if let [point] = found.points.as_slice() {
            self.points.entry((point.clone(), found.kind)).or_default().take(&found);
        }
    }

    /// Counts a mistake in a main flow.
    pub(crate) fn main_flow(&mut self, found: &Found) {
        self.main_flows.entry((found.kind, found.class)).or_default().take(found);
    }

    /// These and others together.
    pub(crate) fn with(mut self, other: Self) -> Self {
        for (class, count) in other.clean {
            let own = self.clean.entry(class).or_default();
            own.reports += count.reports;
            own.without += count.without;
            own.findings += count.findings;
        }
        for (key, (all, some)) in other.false_rules {
            let own = self.false_rules.entry(key).or_default();
            *own = (own.0 + all, own.1 + some);
        }
        for (key, (all, some)) in other.false_points {
            let own = self.false_points.entry(key).or_default();
            *own = (own.0 + all, own.1 + some);
        }
        for (key, count) in other.planted {
            let own = self.planted.entry(key).or_default();
            *own = own.with(&count);
        }
        for (key, count) in other.rules {
            *self.rules.entry(key).or_default() += count;
        }
        for (key, count) in other.points {
            let own = self.points.entry(key).or_default();
            *own = own.with(&count);
        }
        for (key, count) in other.main_flows {
            let own = self.main_flows.entry(key).or_default();
            *own = own.with(&count);
        }
        self
    }

    /// How many in a hundred error-free reports are clean.
    pub(crate) fn clean_share(&self) -> u64 {
        let all = self.clean.values().fold((0, 0), |all, count| (all.0 + count.without, all.1 + count.reports));
        all.0 * 100 / all.1.max(1)
    }

    /// How many in a hundred of a kind are found in units of some size classes.
    pub(crate) fn found_share(&self, kind: Kind, classes: std::ops::RangeInclusive<usize>) -> u64 {
        let count = self.of_kind(kind, classes);
        count.found * 100 / count.planted.max(1)
    }

    /// How many in a hundred in the main flows of a size class are found by what is usual, whatever the sums say.
    pub(crate) fn unusual_main_flows(&self, kind: Kind, class: usize) -> u64 {
        let count = self.main_flows.get(&(kind, class)).copied().unwrap_or_default();
        count.unusual * 100 / count.planted.max(1)
    }

    fn of_kind(&self, kind: Kind, classes: std::ops::RangeInclusive<usize>) -> Count {
        let counts = classes.filter_map(|class| self.planted.get(&(kind, class)));
        counts.fold(Count::default(), Count::with)
    }

    /// All tables, with points named as in a form.
    pub(crate) fn print(&self, form: &Form) -> String {
        let tables = [
            self.print_clean(),
            self.print_false_rules(),
            self.print_planted(),
            self.print_main_flows(),
            self.print_rules(),
            self.print_points(form),
        ];
        tables.join("\n")
    }

    fn print_clean(&self) -> String {
        let mut out = String::from(
            "| barn 0–17 | feilfrie rapporter | rene | advarsler og feil per rapport |\n|--|--:|--:|--:|\n",
        );
        let all = self.clean.values().fold(Clean::default(), |all, count| Clean {
            reports: all.reports + count.reports,
            without: all.without + count.without,
            findings: all.findings + count.findings,
        });
        let alle = "alle".to_owned();
        let rows = self.clean.iter().map(|(class, count)| (&self.classes[*class], count)).chain([(&alle, &all)]);
        for (name, count) in rows {
            let rate = hundredths(count.findings, count.reports);
            let _ =
                writeln!(out, "| {name} | {} | {} | {rate} |", count.reports, per_cent(count.without, count.reports));
        }
        out
    }

    fn print_false_rules(&self) -> String {
        let reports = self.clean.values().map(|count| count.reports).sum();
        let mut out =
            String::from("| regel | funn per 100 feilfrie rapporter | rapporter med slikt funn |\n|--|--:|--:|\n");
        for (rule, (findings, with)) in &self.false_rules {
            let rate = hundredths(findings * 100, reports);
            let _ = writeln!(out, "| {rule} | {rate} | {} |", per_cent(*with, reports));
        }
        out
    }

    fn print_planted(&self) -> String {
        let last = self.classes.len() - 1;
        let mut out = String::from("| feil | plantet | funnet |");
        for class in &self.classes {
            let _ = write!(out, " {class} |");
        }
        out.push_str(" bare K60–K65 | ikke ren lenger |\n|--|--:|--:|");
        out.push_str(&"--:|".repeat(self.classes.len() + 2));
        out.push('\n');
        for kind in Kind::ALL {
            let all = self.of_kind(kind, 0..=last);
            let _ = write!(out, "| {} | {} | {} |", kind.name(), all.planted, per_cent(all.found, all.planted));
            for class in 0..=last {
                let count = self.of_kind(kind, class..=class);
                let _ = write!(out, " {} |", per_cent(count.found, count.planted));
            }
            let unusual = per_cent(all.unusual, all.planted);
            let _ = writeln!(out, " {unusual} | {} |", per_cent(all.not_clean, all.was_clean));
        }
        out
    }

    fn print_main_flows(&self) -> String {
        let mut out =
            String::from("| hovedstrømmer | barn 0–17 | plantet | funnet | bare K60–K65 |\n|--|--|--:|--:|--:|\n");
        for ((kind, class), count) in &self.main_flows {
            let (found, unusual) = (per_cent(count.found, count.planted), per_cent(count.unusual, count.planted));
            let class = &self.classes[*class];
            let _ = writeln!(out, "| {} | {class} | {} | {found} | {unusual} |", kind.name(), count.planted);
        }
        out
    }

    fn print_rules(&self) -> String {
        let last = self.classes.len() - 1;
        let mut out = String::from("| feil | hvilke regler som finner den, i prosent av de plantede |\n|--|--|\n");
        for kind in Kind::ALL {
            let planted = self.of_kind(kind, 0..=last).planted;
            let mut rules: Vec<(u64, &str)> = self
                .rules
                .iter()
                .filter(|((of, _), count)| *of == kind && **count * 200 >= planted)
                .map(|((_, rule), count)| (*count, rule.as_str()))
                .collect();
            rules.sort_by(|one, other| other.cmp(one));
            let named = rules.iter().map(|(count, rule)| format!("{rule} {}", per_cent(*count, planted)));
            let _ = writeln!(out, "| {} | {} |", kind.name(), named.collect::<Vec<_>>().join(", "));
        }
        out
    }

    fn print_points(&self, form: &Form) -> String {
        let kinds = [Kind::Tenfold, Kind::Tenth, Kind::Swapped, Kind::Zeroed];
        let mut out = String::from(
            "| punkt | falske | ×10 | ×10, bare K60–K65 | ÷10 | ÷10, bare K60–K65 | byttet | byttet, bare K60–K65 | 0 | 0, bare K60–K65 |\n|--|",
        );
        out.push_str(&"--:|".repeat(1 + 2 * kinds.len()));
        out.push('\n');
        for point in form.points() {
            let key = &point.key;
            let Some((filled, spoken_of)) = self.false_points.get(key) else { continue };
            let _ = write!(
                out,
                "| {} {} | {} |",
                point.code,
                point.short.trim_start_matches("– "),
                per_cent(*spoken_of, *filled)
            );
            for kind in kinds {
                let count = self.points.get(&(key.clone(), kind)).copied().unwrap_or_default();
                let unusual = per_cent(count.unusual, count.planted);
                let _ = write!(out, " {} | {unusual} |", per_cent(count.found, count.planted));
            }
            out.push('\n');
        }
        out
    }
}

/// A share in per cent with one decimal, without the sign; a dash where there is nothing to divide by.
fn per_cent(some: u64, all: u64) -> String {
    if all == 0 {
        return "–".to_owned();
    }
    let tenths = (some * 1000 + all / 2) / all;
    format!("{},{}", tenths / 10, tenths % 10)
}

/// A rate with two decimals.
fn hundredths(some: u64, all: u64) -> String {
    let rate = (some * 100 + all / 2) / all.max(1);
    format!("{},{:02}", rate / 100, rate % 100)
}
