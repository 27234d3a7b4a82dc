//! What a name means: a rule, a point of the form, a code of a list, or a failure. As the configured backend knows it, else as it is built in.
//! Imports `checks`, `domain` and `text`.

mod code;
mod fault;
mod point;
mod rule;

use serde::Serialize;

use self::{
    code::{CodeCard, ListCard},
    fault::FaultCard,
    point::PointCard,
    rule::RuleCard,
};
use super::{
    args::ExplainArgs,
    card::Card,
    failure::Failure,
    known::{self, Known, Origin},
    session::Desk,
};
use crate::{
    checks::pack::Packs,
    domain::{
        breaks::Breaks,
        codes::CodeLists,
        form::{Form, Point},
        register::Register,
    },
    settings::alike::nearest,
    text::{Texts, fold},
};

/// The longest name that is looked at; no name is nearly as long.
const LONGEST: usize = 200;
/// The most names that are suggested.
const MOST_SUGGESTED: usize = 5;

/// Explains a name.
pub(super) async fn explain(desk: &Desk, args: &ExplainArgs) -> Result<u8, Failure> {
    let Known { register, packs, origin } = known::known(desk).await?;
    let library = Library::of(register, packs, &args.language, &desk.output.texts)?;
    let name: String = args.name.trim().chars().take(LONGEST).collect();
    let explained = library.find(&name)?;
    origin.tell(&desk.output);
    let told = Told { explained, reference: origin };
    desk.output.answer("explain", &told, |_, told| told.explained.card(&library.texts).lines())?;
    Ok(0)
}

/// Everything that can be explained.
struct Library<'a> {
    register: Register,
    packs: Packs,
    codes: CodeLists,
    breaks: Breaks,
    language: &'a str,
    /// The sentences of the language.
    texts: Texts,
    /// The sentences of failures, in the language of the program.
    spoken: &'a Texts,
}

/// What was explained.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Explained {
    Rule(Box<RuleCard>),
    Point(Box<PointCard>),
    Code(CodeCard),
    List(ListCard),
    Fault(FaultCard),
}

/// What was explained, and whose reference data it was explained from.
#[derive(Debug, Serialize)]
struct Told {
    #[serde(flatten)]
    explained: Explained,
    reference: Origin,
}

/// A point where another is spoken of.
#[derive(Debug, Serialize)]
struct PointName {
    key: String,
    code: String,
    label: String,
}

impl Explained {
    fn card(&self, texts: &Texts) -> Card {
        match self {
            Self::Rule(rule) => rule.card(texts),
            Self::Point(point) => point.card(texts),
            Self::Code(code) => code.card(texts),
            Self::List(list) => list.card(texts),
            Self::Fault(fault) => fault.card(texts),
        }
    }
}

impl<'a> Library<'a> {
    fn of(register: Register, packs: Packs, language: &'a str, spoken: &'a Texts) -> Result<Self, Failure> {
        let internal = |error: &dyn ToString| Failure::Internal(error.to_string());
        let codes = CodeLists::embedded().map_err(|error| internal(&error))?;
        let breaks = Breaks::embedded().map_err(|error| internal(&error))?;
        let texts = Texts::wording(language).map_err(|error| internal(&error))?;
        Ok(Self { register, packs, codes, breaks, language, texts, spoken })
    }

    /// What a name means.
    fn find(&self, name: &str) -> Result<Explained, Failure> {
        if let Some(rule) = RuleCard::find(self, name) {
            return Ok(Explained::Rule(Box::new(rule)));
        }
        match self.points(name).as_slice() {
            [] => {}
            [(form, point)] => return Ok(Explained::Point(Box::new(PointCard::new(self, form, point)))),
            several => {
                let codes = several.iter().map(|(_, point)| point.code.clone()).collect();
                return Err(Failure::UnknownName { given: name.to_owned(), suggestions: codes });
            }
        }
        let code = || CodeCard::find(&self.codes, name).map(Explained::Code);
        let list = || ListCard::find(&self.codes, name).map(Explained::List);
        let fault = || FaultCard::find(self.spoken, name).map(Explained::Fault);
        code().or_else(list).or_else(fault).ok_or_else(|| self.unknown(name))
    }

    /// The points with a name, each once, in the newest form that has it: by key or code, else by label.
    fn points(&self, name: &str) -> Vec<(&Form, &Point)> {
        let wanted = fold::search(name);
        let by_name = |point: &Point| point.key.eq_ignore_ascii_case(name) || point.code.eq_ignore_ascii_case(name);
        let labels =
            |point: &Point| [&point.label, &point.short].map(|label| fold::search(label.trim_start_matches("– ")));
        let by_label = |point: &Point| !wanted.is_empty() && labels(point).contains(&wanted);
        let found = self.points_that(by_name);
        if found.is_empty() { self.points_that(by_label) } else { found }
    }

    fn points_that(&self, is_it: impl Fn(&Point) -> bool) -> Vec<(&Form, &Point)> {
        let mut found: Vec<(&Form, &Point)> = Vec::new();
        for form in self.register.forms.iter().rev() {
            for point in form.points().filter(|point| is_it(point)) {
                if found.iter().all(|(_, other)| other.key != point.key) {
                    found.push((form, point));
                }
            }
        }
        found
    }

    /// How a point is named where another is spoken of; the newest form that has it tells.
    fn named(&self, key: &str) -> PointName {
        let point = self.register.forms.iter().rev().find_map(|form| form.point(key));
        let (code, label) = point.map_or((key, ""), |point| (point.code.as_str(), self.label(point)));
        PointName { key: key.to_owned(), code: code.to_owned(), label: label.to_owned() }
    }

    /// The label of a point in the language, where it has one.
    fn label<'p>(&self, point: &'p Point) -> &'p str {
        point.label_in(self.language)
    }

    /// A name that means nothing, with those that may be meant.
    fn unknown(&self, name: &str) -> Failure {
        let mut names: Vec<String> = Vec::new();
        names.extend(self.packs.packs.iter().flat_map(|pack| &pack.rules).map(|rule| rule.id.clone()));
        let points: Vec<&Point> = self.register.forms.iter().rev().flat_map(Form::points).collect();
        names.extend(points.iter().flat_map(|point| [point.code.clone(), point.key.clone()]));
        names.extend(self.codes.all().iter().flat_map(code::names));
        names.extend(fault::names());
        let wanted = fold::search(name);
        let in_label = |point: &&&Point| wanted.chars().count() > 2 && fold::search(&point.label).contains(&wanted);
        let mut suggestions = nearest(name, &names);
        suggestions.extend(points.iter().filter(in_label).map(|point| point.code.clone()));
        let mut seen = std::collections::BTreeSet::new();
        suggestions.retain(|name| seen.insert(name.clone()));
        suggestions.truncate(MOST_SUGGESTED);
        Failure::UnknownName { given: name.to_owned(), suggestions }
    }
}

impl PointName {
    fn line(&self) -> String {
        format!("{} {}", self.code, self.label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{DEFAULT_LANGUAGE, WRITTEN};

    #[test]
    fn every_rule_point_and_code_is_explained_in_every_language() {
        let spoken = Texts::of(DEFAULT_LANGUAGE).expect("the texts of the program");
        for language in WRITTEN {
            let register = Register::embedded().expect("the data of the program");
            let packs = Packs::embedded(&register.forms).expect("the data of the program");
            let library = Library::of(register, packs, language, &spoken).expect("the data of the program");
            let mut names: Vec<String> = library.codes.all().iter().flat_map(code::names).collect();
            names.extend(library.packs.packs.iter().flat_map(|pack| &pack.rules).map(|rule| rule.id.clone()));
            names.extend(library.register.forms.iter().flat_map(Form::points).map(|point| point.code.clone()));
            assert!(names.len() > 100, "{}", names.len());
            for name in names {
                let found = library.find(&name).unwrap_or_else(|_| panic!("{name} is explained"));
                let lines = found.card(&library.texts).lines();
                assert!(lines.first().is_some_and(|head| head.starts_with(&format!("{name}  "))), "{lines:?}");
                assert!(lines.len() > 1 && !lines.iter().any(|line| line.contains('‹')), "{lines:?}");
            }
        }
    }
}
