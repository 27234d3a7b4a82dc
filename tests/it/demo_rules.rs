//! The rules a clean report obeys, written once more for the demo's tests.

use statsforvalter::domain::report::Values;

/// Sums: the parts and their total (K10–K18).
const SUMS: &[(&str, &[&str], &str)] = &[
    ("K10", &["us_inntil_3m", "us_3_6m", "us_over_6m"], "us_avsl"),
    ("K11", &["us_tiltak", "us_begjaering", "us_henlagt"], "us_avsl"),
    ("K12", &["tiltak_u18", "ettervern"], "tiltak_i_alt"),
    ("K13", &["tiltak_hjemme", "tiltak_utenfor"], "tiltak_u18"),
    ("K14", &["plass_omsorg", "plass_hjtilt", "plass_atferd", "plass_akutt"], "tiltak_utenfor"),
    ("K15", &["meld_nye", "meld_aktive"], "meld_i_alt"),
    ("K16", &["meld_henlagt", "meld_til_us"], "meld_nye"),
    ("K17", &["meld_aktive_tiltak", "meld_pagaende_us"], "meld_aktive"),
    ("K18", &["meld_innen_frist", "meld_fristbrudd"], "meld_i_alt"),
];

/// Parts that cannot exceed their whole (K21–K23).
const PARTS: &[(&str, &str, &str)] = &[
    ("K21", "plan_3m_evaluert", "plan_3m"),
    ("K21", "hjtilt_plan", "hjtilt_i_alt"),
    ("K21", "plan_3m", "hjtilt_i_alt"),
    ("K21", "plan_3m", "hjtilt_plan"),
    ("K21", "hjtilt_i_alt", "tiltak_i_alt"),
    ("K22", "fost_oppf_brudd", "fost_oppf_1ar"),
    ("K22", "fost_oppf_1ar", "fost_oppf_i_alt"),
    ("K22", "fost_tilsyn_brudd", "fost_tilsyn_1ar"),
    ("K22", "fost_tilsyn_1ar", "fost_tilsyn_i_alt"),
    ("K22", "fost_uten_tilsynsperson", "fost_tilsyn_i_alt"),
    ("K23", "us_ut_over_3m", "us_ut"),
    ("K23", "ettervern_plan", "ettervern"),
    ("K23", "omsorg_plan", "plass_omsorg"),
    ("K23", "atferd_plan", "plass_atferd"),
];

/// The figure of a point, 0 where it is empty.
pub(crate) fn figure(values: &Values, key: &str) -> i64 {
    i64::from(values.get(key).copied().flatten().unwrap_or(0))
}

/// The ids of the rules of sums, parts, balance and link that a report breaks.
pub(crate) fn broken(values: &Values) -> Vec<&'static str> {
    let at = |key: &str| figure(values, key);
    let total = |parts: &[&str]| parts.iter().map(|key| at(key)).sum::<i64>();
    let mut found: Vec<&str> =
        SUMS.iter().filter(|(_, parts, whole)| total(parts) != at(whole)).map(|(id, ..)| *id).collect();
    found.extend(PARTS.iter().filter(|(_, part, whole)| at(part) > at(whole)).map(|(id, ..)| *id));
    if at("us_inn") + at("us_startet") - at("us_avsl") != at("us_ut") {
        found.push("K41");
    }
    let apart = (at("us_startet") - at("meld_til_us")).abs();
    if apart > 3 && apart * 5 > at("meld_til_us") {
        found.push("K42");
    }
    found
}

/// How many per cent of the filled points are as before.
pub(crate) fn per_cent_the_same(values: &Values, before: &Values) -> usize {
    let filled: Vec<_> = values.iter().filter(|(_, value)| value.is_some()).collect();
    let same = filled.iter().filter(|(key, value)| before.get(*key) == Some(value)).count();
    same * 100 / filled.len().max(1)
}
