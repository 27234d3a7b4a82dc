//! Packs that administrators have set, and packs of forms that nobody has written one for.
//! Imports `domain`.

use serde::Deserialize;

use super::{BadPack, Pack, Packs, Rule, Statement, read};
use crate::domain::{form::Form, period::PeriodId};

/// The name of a set pack in a message.
const NAME: &str = "rules.toml";

/// A pack as it is set: in one file, alone or over another pack.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// Its version.
    pub version: String,
    /// The version of the form.
    pub form: String,
    /// The pack whose rules hold on, but for those that stand here or are taken out.
    #[serde(default)]
    pub base: Option<String>,
    /// Rules of the base that do not hold on.
    #[serde(default)]
    pub without: Vec<String>,
    /// The rules.
    #[serde(default, rename = "rule")]
    rules: Vec<toml::Spanned<Rule>>,
}

impl PackFile {
    /// Reads one.
    ///
    /// # Errors
    /// The line and the reason.
    pub fn read(text: &str) -> Result<Self, BadPack> {
        read::parse((NAME, text))
    }

    /// The ids of the rules that stand in it.
    #[must_use]
    pub fn own_rules(&self) -> Vec<String> {
        self.rules.iter().map(|rule| rule.get_ref().id.clone()).collect()
    }

    /// The pack, from a period on.
    fn judged(self, text: &str, from: &PeriodId, packs: &Packs, forms: &[Form]) -> Result<Pack, BadPack> {
        let whole = |reason: String| read::bad((NAME, text), 0..0, reason);
        let form = forms.iter().find(|form| form.version == self.form);
        let form = form.ok_or_else(|| whole(format!("no form {}", self.form)))?;
        let mut rules = Vec::new();
        let mut sums = read::Sums::default();
        for rule in self.rules {
            let span = rule.span();
            let rule = rule.into_inner();
            read::judge(&rule, &rules, form, forms)
                .map_err(|(place, reason)| read::bad((NAME, text), place.unwrap_or_else(|| span.clone()), reason))?;
            sums.take(&rule).map_err(|(place, reason)| read::bad((NAME, text), place, reason))?;
            rules.push(rule);
        }
        if let Some(base) = &self.base {
            let base = packs.packs.iter().rev().find(|pack| pack.version == *base);
            let base = base.ok_or_else(|| whole(format!("no pack {}", self.base.as_deref().unwrap_or_default())))?;
            if let Some(unknown) = self.without.iter().find(|id| base.rule(id).is_none()) {
                return Err(whole(format!("the pack {} has no rule {unknown}", base.version)));
            }
            let held =
                |rule: &&Rule| !rules.iter().any(|new: &Rule| new.id == rule.id) && !self.without.contains(&rule.id);
            let held: Vec<Rule> = base.rules.iter().filter(held).filter_map(|rule| carried(rule, form)).collect();
            rules.extend(held);
        } else if !self.without.is_empty() {
            return Err(whole("«without» needs a «base»".to_owned()));
        }
        if rules.is_empty() {
            return Err(whole("it has no rule".to_owned()));
        }
        rules.sort_by(|one, other| one.id.cmp(&other.id));
        Ok(Pack { version: self.version, form: form.version.clone(), from: from.clone(), until: None, rules })
    }
}

/// A rule as it goes on for a form: of a list of points, those that the form has. None for a rule that names a point which the form does
/// not have in any other way.
fn carried(rule: &Rule, form: &Form) -> Option<Rule> {
    let mut rule = rule.clone();
    for says in &mut rule.says {
        if let Some(points) = says.test.list() {
            points.retain(|point| form.point(point.get_ref()).is_some());
            if points.is_empty() {
                return None;
            }
        }
    }
    let named = |says: &Statement| says.test.named().into_iter().all(|(key, _)| form.point(key).is_some());
    rule.says.iter().all(named).then_some(rule)
}

impl Packs {
    /// The packs with those that are set, each from a period on, and one for each form that has none: it goes on with the rules
    /// before it, so that no report is ever judged by no rule.
    ///
    /// # Errors
    /// [`BadPack`] names the line and the reason.
    pub fn amended(mut self, set: &[(&PeriodId, &str)], forms: &[Form]) -> Result<Self, BadPack> {
        let mut set = set.to_vec();
        set.sort();
        // Forms are taken in order, so that the rules of one can go on in the next.
        for form in forms {
            if !set.iter().any(|(from, text)| **from <= form.from && is_for(text, form)) {
                self.carry(form);
            }
            for (from, text) in set.iter().filter(|(_, text)| is_for(text, form)) {
                let pack = PackFile::read(text)?.judged(text, from, &self, forms)?;
                self.packs.retain(|other| other.version != pack.version || other.form != pack.form);
                self.packs.push(pack);
            }
        }
        if let Some((_, text)) = set.iter().find(|(_, text)| forms.iter().all(|form| !is_for(text, form))) {
            let pack = PackFile::read(text)?;
            return Err(read::bad((NAME, text), 0..0, format!("no form {}", pack.form)));
        }
        Ok(self)
    }

    /// Goes on with the rules before a form where it has none of its own.
    fn carry(&mut self, form: &Form) {
        if self.packs.iter().any(|pack| pack.form == form.version && pack.from <= form.from) {
            return;
        }
        // Of two from the same period the later one holds: the one that was set over what is built in.
        let before = self.packs.iter().filter(|pack| pack.from <= form.from);
        let Some(before) = before.max_by(|one, other| one.from.cmp(&other.from)) else { return };
        let rules = before.rules.iter().filter_map(|rule| carried(rule, form)).collect();
        let version = format!("{}+{}", before.version, form.version);
        self.packs.push(Pack { version, form: form.version.clone(), from: form.from.clone(), until: None, rules });
    }
}

/// True when a file that can be read is for a form; one that cannot be read is nobody's.
fn is_for(text: &str, form: &Form) -> bool {
    PackFile::read(text).is_ok_and(|pack| pack.form == form.version)
}
