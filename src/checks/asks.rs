//! What a statement of a rule asks, in words: its formula with the codes of the form, or what is compared with what, and
//! the numbers its limits are made of.
//! Imports `domain` and `text`.

use super::{
    formula::CHILDREN,
    outlier::{hb::HbSettings, quartile::FenceSettings, sqrt_diff::SqrtSettings},
    pack::{Moment, Per, Test},
};
use crate::{
    domain::{finding::When, form::Form},
    text::Texts,
};

/// A number that a limit is made of: its name, and how large it is.
pub type Parameter = (&'static str, f64);

/// What a test asks, in one sentence.
#[must_use]
pub fn sentence(texts: &Texts, form: &Form, test: &Test) -> String {
    let code = |key: &str| form.point(key).map_or_else(|| key.to_owned(), |point| point.code.clone());
    match test {
        Test::Formula(formula) => formula.get_ref().written(&|key, when| named(texts, form, key, when)),
        Test::Filled {} => texts.say("asks-filled"),
        Test::Obsolete {} => texts.say("asks-obsolete"),
        Test::Copied { percent, least } => {
            texts.with("asks-copied", &[("percent", &percent.to_string()), ("least", &least.to_string())])
        }
        Test::Duplicate { least } => texts.with("asks-duplicate", &[("least", &least.to_string())]),
        Test::Gone { least } => texts.with("asks-gone", &[("least", &least.to_string())]),
        Test::Answered {} => texts.say("asks-answered"),
        Test::Influence { percent, .. } => texts.with("asks-influence", &[("percent", &decimal(*percent))]),
        Test::Small { most } => texts.with("asks-small", &[("most", &most.to_string())]),
        Test::HidiroglouBerthelot { .. } => texts.say("asks-hb"),
        Test::ThError { limit, .. } => texts.with("asks-therror", &[("limit", &decimal(*limit))]),
        Test::Quartile { of, per: Per::Point(per), least, .. } => {
            let (of, per) = (code(of.get_ref()), code(per.get_ref()));
            texts.with("asks-quartile", &[("of", &of), ("per", &per), ("least", &least.to_string())])
        }
        Test::Quartile { of, per: Per::Children, least, .. } => {
            texts.with("asks-rate", &[("of", &code(of.get_ref())), ("least", &least.to_string())])
        }
        Test::SquareRoot { .. } => texts.say("asks-square-root"),
        Test::History { settings, .. } => texts.with("asks-history", &[("min", &settings.min.to_string())]),
        Test::Late {} => texts.say("asks-late"),
        Test::Decision(moment) => texts.say(of_moment(*moment)),
    }
}

/// The numbers that the limits of a test are made of; none for one that has no limits.
#[must_use]
pub fn parameters(test: &Test) -> Vec<Parameter> {
    match test {
        Test::Copied { percent, least } => vec![("percent", f64::from(*percent)), ("least", f64::from(*least))],
        Test::Gone { least } | Test::Duplicate { least } => vec![("least", f64::from(*least))],
        Test::Influence { percent, .. } => vec![("percent", *percent)],
        Test::Small { most } => vec![("most", f64::from(*most))],
        Test::HidiroglouBerthelot { settings: HbSettings { u, a, c, min_units }, .. } => {
            vec![("u", *u), ("a", *a), ("c", *c), ("min-units", count(*min_units))]
        }
        Test::ThError { limit, .. } => vec![("limit", *limit)],
        Test::Quartile { fence: FenceSettings { k_lower, k_upper, min_units }, least, .. } => vec![
            ("k-lower", *k_lower),
            ("k-upper", *k_upper),
            ("min-units", count(*min_units)),
            ("least", f64::from(*least)),
        ],
        Test::SquareRoot { settings: SqrtSettings { limit, floor, iterate_limit, min_units }, .. } => vec![
            ("limit", *limit),
            ("floor", *floor),
            ("iterate-limit", *iterate_limit),
            ("min-units", count(*min_units)),
        ],
        Test::History { settings, .. } => {
            vec![("min", count(settings.min)), ("limit", settings.limit), ("floor", settings.floor)]
        }
        Test::Formula(_)
        | Test::Filled {}
        | Test::Obsolete {}
        | Test::Answered {}
        | Test::Late {}
        | Test::Decision(_) => Vec::new(),
    }
}

/// A number of a rule as Norwegian writes it, with all its decimals.
#[must_use]
pub fn decimal(number: f64) -> String {
    if number.is_infinite() { "∞".to_owned() } else { number.to_string().replace('.', ",") }
}

/// The sentence of a test that is tried when a decision is made.
fn of_moment(moment: Moment) -> &'static str {
    match moment {
        Moment::Extensions => "asks-extensions",
        Moment::Comment => "asks-comment",
        Moment::NewSystem => "asks-new-system",
        Moment::Identity => "asks-identity",
        Moment::Language => "asks-language",
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// What a point is called in a formula: its code, with the half-year where that is not the reported one.
fn named(texts: &Texts, form: &Form, key: &str, when: When) -> String {
    if key == CHILDREN {
        return texts.say("asks-children");
    }
    let code = form.point(key).map_or(key, |point| point.code.as_str());
    match when {
        When::Now => code.to_owned(),
        When::Previous => texts.with("asks-previous", &[("point", code)]),
        When::LastYear => texts.with("asks-last-year", &[("point", code)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{checks::pack::Packs, domain::register::Register, text::WRITTEN};

    #[test]
    fn every_statement_of_every_pack_is_asked_in_three_languages_with_its_numbers() {
        let register = Register::embedded().expect("the reference data parses");
        let packs = Packs::embedded(&register.forms).expect("the packs parse");
        for language in WRITTEN {
            let texts = Texts::wording(language).expect("the sentences parse");
            for pack in &packs.packs {
                let form = register.forms.iter().find(|form| form.version == pack.form).expect("a form");
                for (rule, part, says) in pack.statements() {
                    let asks = sentence(&texts, form, &says.test);
                    assert!(!asks.is_empty() && !asks.contains(['‹', '$', '_']), "{} {part}: {asks}", rule.id);
                    for (name, _) in parameters(&says.test) {
                        assert!(texts.has(&format!("parameter-{name}")), "{language}: {name}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_number_keeps_all_its_decimals() {
        assert_eq!([0.05, 20.0, 2.5, f64::INFINITY].map(decimal), ["0,05", "20", "2,5", "∞"]);
    }
}
