//! Reading rule packs, and refusing those that cannot be right.
//! Imports `domain` and `text`.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use serde::{Deserialize, de::DeserializeOwned};

use super::{File, Pack, Packs, Rule, Scales, Test};
use crate::{
    domain::{form::Form, period::PeriodId},
    text::WRITTEN,
};

/// A rule pack that is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {reason}")]
pub struct BadPack {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListFile {
    size_classes: Vec<u32>,
    score: super::ScoreScale,
    pack: Vec<PackEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackEntry {
    version: String,
    form: toml::Spanned<String>,
    from: PeriodId,
    #[serde(default)]
    until: Option<PeriodId>,
    files: Vec<toml::Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    rule: Vec<toml::Spanned<Rule>>,
}

pub(super) fn read(files: &[File<'_>], list: &str, forms: &[Form]) -> Result<Packs, BadPack> {
    let list = find(files, list).ok_or_else(|| BadPack {
        file: list.to_owned(),
        line: 1,
        reason: "the list of the packs is missing".to_owned(),
    })?;
    let ListFile { size_classes, score, pack: entries } = parse(list)?;
    let mut packs = Vec::new();
    for entry in entries {
        packs.push(pack(files, list, entry, forms)?);
    }
    Ok(Packs { packs, scales: Scales { size_classes, score } })
}

fn pack(files: &[File<'_>], list: File<'_>, entry: PackEntry, forms: &[Form]) -> Result<Pack, BadPack> {
    let unknown = |span: Range<usize>, reason: String| bad(list, span, reason);
    let form = forms.iter().find(|form| form.version == *entry.form.get_ref());
    let form = form.ok_or_else(|| unknown(entry.form.span(), format!("no form {}", entry.form.get_ref())))?;
    let mut rules: Vec<Rule> = Vec::new();
    let mut sums = Sums::default();
    for name in entry.files {
        let file = find(files, name.get_ref());
        let file = file.ok_or_else(|| unknown(name.span(), format!("no file {}", name.get_ref())))?;
        let RuleFile { rule: found } = parse(file)?;
        for rule in found {
            let span = rule.span();
            let rule = rule.into_inner();
            if !rule.forms.is_empty() && !rule.forms.contains(&form.version) {
                continue;
            }
            judge(&rule, &rules, form, forms).map_err(|(place, reason)| bad(file, place.unwrap_or(span), reason))?;
            sums.take(&rule).map_err(|(place, reason)| bad(file, place, reason))?;
            rules.push(rule);
        }
    }
    rules.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(Pack { version: entry.version, form: form.version.clone(), from: entry.from, until: entry.until, rules })
}

/// Why a rule is refused, and where if that is not the rule as a whole.
pub(super) type Reason = (Option<Range<usize>>, String);

pub(super) fn judge(rule: &Rule, before: &[Rule], form: &Form, forms: &[Form]) -> Result<(), Reason> {
    let id = &rule.id;
    let whole = |reason: String| Err((None, reason));
    if before.iter().any(|other| other.id == *id) {
        return whole(format!("the rule {id} stands twice"));
    }
    if let Some(missing) = rule.forms.iter().find(|version| forms.iter().all(|form| form.version != **version)) {
        return whole(format!("{id}: no form {missing}"));
    }
    if let Some(language) = WRITTEN.iter().find(|language| !rule.words.contains_key(**language)) {
        return whole(format!("{id}: it is not explained in «{language}»"));
    }
    if rule.says.is_empty() {
        return whole(format!("{id}: it says nothing"));
    }
    for says in &rule.says {
        for (key, span) in says.test.named() {
            if form.point(key).is_none() {
                return Err((Some(span), format!("{id}: the form {} has no point «{key}»", form.version)));
            }
        }
        if !matches!(says.test, Test::Decision(_)) && (says.fires.is_empty() || says.silent.is_empty()) {
            return whole(format!("{id}: each statement needs an example that fires and one that does not"));
        }
    }
    Ok(())
}

/// Which points are added up from which, to find a sum that goes round in a circle.
#[derive(Default)]
pub(super) struct Sums(BTreeMap<String, Vec<String>>);

impl Sums {
    pub(super) fn take(&mut self, rule: &Rule) -> Result<(), (Range<usize>, String)> {
        for says in &rule.says {
            let Test::Formula(formula) = &says.test else { continue };
            let Some((total, parts)) = formula.get_ref().total() else { continue };
            let owned = parts.iter().map(|part| (*part).to_owned());
            self.0.entry(total.to_owned()).or_default().extend(owned);
            if let Some(round) = self.circle(total) {
                return Err((formula.span(), format!("{}: the sum is circular: {}", rule.id, round.join(" < "))));
            }
        }
        Ok(())
    }

    /// The way from a point through its addends back to itself.
    fn circle(&self, start: &str) -> Option<Vec<String>> {
        let mut open = vec![vec![start.to_owned()]];
        let mut seen = BTreeSet::new();
        while let Some(way) = open.pop() {
            let Some(parts) = way.last().and_then(|last| self.0.get(last)) else { continue };
            for part in parts {
                let mut longer = way.clone();
                longer.push(part.clone());
                if part == start {
                    return Some(longer);
                }
                if seen.insert(part) {
                    open.push(longer);
                }
            }
        }
        None
    }
}

fn find<'a>(files: &[File<'a>], name: &str) -> Option<File<'a>> {
    files.iter().copied().find(|(file, _)| *file == name)
}

pub(super) fn parse<T: DeserializeOwned>(file: File<'_>) -> Result<T, BadPack> {
    toml::from_str(file.1)
        .map_err(|error| bad(file, error.span().unwrap_or_default(), error.message().replace('\n', ", ")))
}

pub(super) fn bad((file, text): File<'_>, span: Range<usize>, reason: String) -> BadPack {
    let before = text.bytes().take(span.start);
    BadPack { file: format!("config/rules/{file}"), line: before.filter(|byte| *byte == b'\n').count() + 1, reason }
}
