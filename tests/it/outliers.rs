//! The outlier methods against worked examples that were computed without the program, `tests/data/outliers`.

use std::{fs, path::Path};

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use statsforvalter::checks::outlier::{
    Interval, Pair,
    hb::{HbReference, HbSettings, HbVerdict},
    history::{History, HistorySettings},
    quantile::{Quartiles, median_deviation, quantile, robust_spread},
    quartile::{Fence, FenceSettings},
    sqrt_diff::{SqrtReference, SqrtSettings},
    therror::thousand_error,
};

/// How far from the example a number may be, of its size.
const NEAR: f64 = 1e-9;

#[derive(Deserialize)]
struct SpreadCase {
    note: String,
    values: Vec<f64>,
    p: Vec<f64>,
    quantiles: Vec<Option<f64>>,
    median_deviation: Option<f64>,
    robust_spread: Option<f64>,
}

#[derive(Deserialize)]
struct HbCase {
    note: String,
    units: Vec<(u32, u32)>,
    settings: HbSettings,
    reference: Value,
    judged: Vec<(u32, u32)>,
    verdicts: Vec<Value>,
}

#[derive(Deserialize)]
struct ThousandCase {
    now: u32,
    before: u32,
    limit: f64,
    expected: Value,
}

#[derive(Deserialize)]
struct FenceCase {
    note: String,
    values: Vec<f64>,
    k_lower: f64,
    k_upper: f64,
    min_units: usize,
    base: f64,
    judged: Vec<f64>,
    expected: Value,
}

#[derive(Deserialize)]
struct SqrtCase {
    note: String,
    units: Vec<(u32, u32)>,
    settings: Value,
    judged: Vec<(u32, u32)>,
    reference: Value,
    verdicts: Vec<Value>,
}

#[derive(Deserialize)]
struct HistoryCase {
    note: String,
    earlier: Vec<u32>,
    settings: HistorySettings,
    judged: Vec<u32>,
    expected: Value,
}

#[test]
fn quantiles_and_spreads_are_those_of_the_examples() {
    for case in cases::<SpreadCase>("quantile") {
        for (p, expected) in case.p.iter().zip(&case.quantiles) {
            same_or_none(&format!("{}, {p}", case.note), *expected, quantile(&case.values, *p));
        }
        same_or_none(&case.note, case.median_deviation, median_deviation(&case.values));
        same_or_none(&case.note, case.robust_spread, robust_spread(&case.values));
    }
}

#[test]
fn hidiroglou_berthelot_is_that_of_the_examples() {
    for case in cases::<HbCase>("hb") {
        let reference = HbReference::of(&pairs(&case.units), &case.settings);
        assert_eq!(reference.is_none(), case.reference.is_null(), "{}", case.note);
        let Some(reference) = reference else { continue };
        let HbReference { median_ratio, effects: Quartiles { q1, median, q3 }, limits, .. } = reference;
        let names = ["median_ratio", "q1", "q2", "q3", "low", "high"];
        same_all(&case.note, &case.reference, &names, &[median_ratio, q1, median, q3, limits.low, limits.high]);
        assert_eq!(case.reference["units"], reference.units, "{}", case.note);
        assert_eq!(case.reference["dropped"], reference.changed_only, "{}", case.note);
        assert_eq!(case.judged.len(), case.verdicts.len());
        for (unit, expected) in pairs(&case.judged).into_iter().zip(&case.verdicts) {
            let verdict = reference.judge(unit);
            assert_eq!(verdict.is_none(), expected.is_null(), "{}: {unit:?}", case.note);
            if let Some(verdict) = verdict {
                same_verdict(&format!("{}: {unit:?}", case.note), expected, &verdict);
            }
        }
    }
}

fn same_verdict(what: &str, expected: &Value, verdict: &HbVerdict) {
    let HbVerdict { effect, ratio, ratios, expected: Interval { low, high }, is_outlier } = *verdict;
    let names = ["effect", "ratio", "ratio_low", "ratio_high", "low", "high"];
    same_all(what, expected, &names, &[effect, ratio, ratios.low, ratios.high, low, high]);
    assert_eq!(expected["outlier"], is_outlier, "{what}");
}

#[test]
fn thousand_errors_are_those_of_the_examples() {
    for case in cases::<ThousandCase>("thousand") {
        let what = format!("{} {} {}", case.now, case.before, case.limit);
        let verdict = thousand_error(Pair::new(case.now, case.before), case.limit);
        assert_eq!(verdict.is_none(), case.expected.is_null(), "{what}");
        if let Some(found) = verdict {
            let actual = [found.difference, found.expected.low, found.expected.high];
            same_all(&what, &case.expected, &["difference", "low", "high"], &actual);
            assert_eq!(case.expected["outlier"], found.is_outlier, "{what}");
        }
    }
}

#[test]
fn quartile_fences_are_those_of_the_examples() {
    for case in cases::<FenceCase>("quartile") {
        let settings = FenceSettings { k_lower: case.k_lower, k_upper: case.k_upper, min_units: case.min_units };
        let fence = Fence::of(&case.values, &settings);
        assert_eq!(fence.is_none(), case.expected.is_null(), "{}", case.note);
        let Some(fence) = fence else { continue };
        let Fence { quartiles: Quartiles { q1, median, q3 }, limits, .. } = fence;
        let names = ["q1", "median", "q3", "low", "high"];
        same_all(&case.note, &case.expected, &names, &[q1, median, q3, limits.low, limits.high]);
        let counts = fence.expected(case.base);
        same(&case.note, case.expected["counts"][0].as_f64().unwrap(), counts.low);
        same(&case.note, case.expected["counts"][1].as_f64().unwrap(), counts.high);
        let outliers: Vec<bool> = case.judged.iter().map(|value| fence.is_outlier(*value)).collect();
        assert_eq!(case.expected["outliers"], Value::from(outliers), "{}", case.note);
    }
}

#[test]
fn differences_of_square_roots_are_those_of_the_examples() {
    for case in cases::<SqrtCase>("sqrt_diff") {
        let number = |name: &str| case.settings[name].as_f64();
        let settings = SqrtSettings {
            limit: number("limit").unwrap(),
            floor: number("floor").unwrap(),
            iterate_limit: number("iterate_limit").unwrap_or(f64::INFINITY),
            min_units: serde_json::from_value(case.settings["min_units"].clone()).unwrap(),
        };
        let reference = SqrtReference::of(&pairs(&case.units), &settings);
        assert_eq!(reference.is_none(), case.reference.is_null(), "{}", case.note);
        let Some(reference) = reference else { continue };
        same_all(&case.note, &case.reference, &["ratio", "spread"], &[reference.ratio, reference.spread]);
        assert_eq!(case.reference["units"], reference.units, "{}", case.note);
        assert_eq!(case.reference["set_aside"], reference.set_aside, "{}", case.note);
        assert_eq!(case.judged.len(), case.verdicts.len());
        for (unit, expected) in pairs(&case.judged).into_iter().zip(&case.verdicts) {
            let what = format!("{}: {unit:?}", case.note);
            let found = reference.judge(unit);
            same_all(&what, expected, &["z", "low", "high"], &[found.z, found.expected.low, found.expected.high]);
            assert_eq!(expected["outlier"], found.is_outlier, "{what}");
        }
    }
}

#[test]
fn own_histories_are_those_of_the_examples() {
    for case in cases::<HistoryCase>("history") {
        let history = History::of(&case.earlier, &case.settings);
        assert_eq!(history.is_none(), case.expected.is_null(), "{}", case.note);
        let Some(history) = history else { continue };
        let History { median, spread, expected: Interval { low, high }, half_years } = history;
        same_all(&case.note, &case.expected, &["median", "spread", "low", "high"], &[median, spread, low, high]);
        assert_eq!(half_years, case.earlier.len());
        for (at, now) in case.judged.iter().enumerate() {
            let found = history.judge(*now);
            same(&format!("{}: {now}", case.note), case.expected["scores"][at].as_f64().unwrap(), found.score);
            assert_eq!(case.expected["outliers"][at], found.is_outlier, "{}: {now}", case.note);
        }
    }
}

/// The examples of one method.
fn cases<T: DeserializeOwned>(method: &str) -> Vec<T> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/outliers/examples.json");
    let mut examples: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let cases: Vec<T> = serde_json::from_value(examples[method].take()).unwrap();
    assert!(cases.len() >= 10, "{method}: {} examples", cases.len());
    cases
}

fn pairs(counts: &[(u32, u32)]) -> Vec<Pair> {
    counts.iter().map(|&(now, before)| Pair::new(now, before)).collect()
}

fn same(what: &str, expected: f64, actual: f64) {
    assert!((expected - actual).abs() <= NEAR * expected.abs().max(1.0), "{what}: {expected} expected, {actual} found");
}

fn same_or_none(what: &str, expected: Option<f64>, actual: Option<f64>) {
    assert_eq!(expected.is_none(), actual.is_none(), "{what}");
    if let (Some(expected), Some(actual)) = (expected, actual) {
        same(what, expected, actual);
    }
}

/// Numbers under their names in an example.
fn same_all(what: &str, expected: &Value, names: &[&str], actual: &[f64]) {
    assert_eq!(names.len(), actual.len());
    for (name, actual) in names.iter().zip(actual) {
        same(&format!("{what}, {name}"), expected[name].as_f64().unwrap(), *actual);
    }
}
