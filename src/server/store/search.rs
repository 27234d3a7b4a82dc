//! A search as conditions on the table `task`: every word that was typed is a bound value, never a part of a statement.
//! Imports `domain`, `text` and `api`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan as _, civil::Date};

use super::{Store, row::stamp, sees::Sees, sql::Sql};
use crate::{
    domain::{
        query::{Compare, Figure, Found, Moment, Query, Term, Test, Who},
        task::{Badge, Delivery, TaskKind},
        unit::Channel,
    },
    text::{
        date::{day_of, start_of},
        fold,
    },
};

/// Who asks, and the ids of the people that a search names.
#[derive(Debug, Clone, Default)]
pub struct Asker {
    /// The person's id.
    pub person: String,
    /// The ids behind each name that was typed.
    pub named: BTreeMap<String, Vec<String>>,
}

/// What the conditions are made with.
#[derive(Clone, Copy)]
pub(super) struct Making<'a> {
    pub(super) store: &'a Store,
    pub(super) sees: &'a Sees,
    pub(super) asker: &'a Asker,
}

impl Making<'_> {
    /// Adds ` and` and the condition of every term.
    pub(super) fn terms(self, sql: &mut Sql, query: &Query) {
        for term in &query.terms {
            self.term(sql, term);
        }
    }

    /// Adds ` and` and the condition of a term. What is not known of a task does not fit, so leaving it out does.
    fn term(self, sql: &mut Sql, term: &Term) {
        sql.push(if term.negated { " and not coalesce(" } else { " and (" });
        for (place, test) in term.any.iter().enumerate() {
            if place > 0 {
                sql.push(" or ");
            }
            sql.push("(");
            self.test(sql, test, term.negated);
            sql.push(")");
        }
        sql.push(if term.negated { ", false)" } else { ")" });
    }

    fn test(self, sql: &mut Sql, test: &Test, negated: bool) {
        match test {
            Test::Word(word) => self::word(sql, word, negated),
            Test::State(state) => {
                self.sees.state(sql, self.store.now());
                sql.push(" = ").push_bind(state.as_str());
            }
            Test::Kind(kind) => {
                sql.push(if *kind == TaskKind::Report { "t.kind = 'report'" } else { "t.kind = 'access'" });
            }
            Test::Date(moment, compare, date) => self.date(sql, *moment, *compare, *date),
            Test::NoDate(Moment::Deadline) => {
                sql.push("t.deadline is null");
            }
            Test::NoDate(Moment::Received) => {
                sql.push("false");
            }
            Test::NoDate(Moment::Decided) => {
                self.sees.state(sql, self.store.now());
                sql.push(" = 'open'");
            }
            Test::Findings(found) => {
                sql.push(match found {
                    Found::Error => "t.kind = 'report' and t.errors > 0",
                    Found::Warning => "t.kind = 'report' and t.warnings > 0",
                    Found::None => "t.kind = 'report' and t.errors + t.warnings = 0",
                });
                // The rules are run on open reports: of a solved one it is not known what they would say.
                sql.push(" and ");
                self.sees.state(sql, self.store.now());
                sql.push(" = 'open'");
            }
            Test::Number(figure, compare, number) => self.number(sql, *figure, *compare, *number),
            Test::Period(period) => {
                sql.push("t.period = ").push_bind(period.clone());
            }
            Test::Unit(unit) => self.unit(sql, unit),
            Test::Channel(channel) => self.channel(sql, *channel),
            Test::Draft(who) => self.draft(sql, who),
            Test::Holder(who) => self.holder(sql, who),
            Test::DecidedBy(who) => self.decided_by(sql, who),
            Test::Applicant(name) => begins(sql, "t.applicant_fold", name),
            Test::Badge(badge) => self.badge(sql, *badge),
            Test::Late(late) => {
                sql.push("t.kind = 'report' and t.late = ").push_bind(i64::from(*late));
            }
            Test::Delivery(state) => self.delivery(sql, *state),
        }
    }

    /// The beginning of the unit's number, or of a word of one of its names.
    fn unit(self, sql: &mut Sql, wanted: &str) {
        if wanted.chars().all(|letter| letter.is_ascii_digit()) {
            sql.push("t.unit like ").push_bind(format!("{wanted}%"));
            return;
        }
        begins(sql, "t.unit_fold", wanted);
        for number in self.also_called(&fold::search(wanted)) {
            sql.push(" or t.unit = ").push_bind(number.clone());
        }
    }

    /// The units with an official name beside the Norwegian one, as in Sámi or Kven, of which a word begins with what was typed.
    fn also_called(self, folded: &str) -> BTreeSet<String> {
        let begins = |name: &String| fold::search(name).split([' ', '-']).any(|word| word.starts_with(folded));
        let called = self.store.register().every_unit().filter(|unit| unit.also.as_ref().is_some_and(begins));
        called.map(|unit| unit.no.to_string()).collect()
    }

    fn date(self, sql: &mut Sql, moment: Moment, compare: Compare, date: Date) {
        match moment {
            Moment::Deadline => {
                sql.push("t.deadline ").push(sign(compare)).push_bind(date.to_string());
            }
            Moment::Received => day(sql, "t.received_at", compare, date),
            Moment::Decided => {
                self.sees.state(sql, self.store.now());
                sql.push(" <> 'open' and ");
                day(sql, "t.decided_at", compare, date);
            }
        }
    }

    fn number(self, sql: &mut Sql, figure: Figure, compare: Compare, number: u32) {
        match figure {
            Figure::Score => {
                sql.push("t.kind = 'report' and t.state = 'open' and ");
                score(self.store, sql);
            }
            Figure::Version => {
                sql.push("t.kind = 'report' and t.version");
            }
            Figure::Returns => {
                self.outside_window(sql);
                sql.push("t.returns");
            }
        }
        sql.push(" ").push(sign(compare)).push_bind(i64::from(number));
    }

    /// Outside the office, a decision whose window is open is not made yet.
    fn outside_window(self, sql: &mut Sql) {
        if self.sees.is_outside() {
            let now = stamp(self.store.now());
            sql.push("(t.undo_until is null or t.undo_until <= ").push_bind(now).push(") and ");
        }
    }

    fn channel(self, sql: &mut Sql, channel: Channel) {
        let default = self.store.register().channels.default.channel;
        sql.push(
            "t.kind = 'report' and coalesce((select c.channel from unit_channel c where c.unit = t.unit
                and c.from_period <= t.period order by c.from_period desc limit 1), ",
        );
        sql.push_bind(channel_name(default)).push(") = ").push_bind(channel_name(channel));
    }

    fn draft(self, sql: &mut Sql, who: &Who) {
        sql.push("t.state = 'open' and ");
        if *who == Who::Nobody {
            sql.push("not ");
        }
        sql.push("exists (select 1 from draft d where d.reference = t.reference");
        if !matches!(who, Who::Any | Who::Nobody) {
            sql.push(" and d.person ");
            self.person(sql, who);
        }
        sql.push(")");
    }

    fn holder(self, sql: &mut Sql, who: &Who) {
        sql.push("t.state = 'open' and ");
        match who {
            Who::Any => {
                sql.push("t.holder is not null");
            }
            Who::Nobody => {
                sql.push("t.holder is null");
            }
            Who::Me | Who::Named(_) => {
                sql.push("t.holder ");
                self.person(sql, who);
            }
        }
    }

    fn decided_by(self, sql: &mut Sql, who: &Who) {
        self.outside_window(sql);
        match who {
            Who::Any => {
                sql.push("t.decision is not null");
            }
            Who::Nobody => {
                sql.push("t.decision is null");
            }
            Who::Me | Who::Named(_) => {
                sql.push("exists (select 1 from decision x where x.key = t.decision and x.person ");
                self.person(sql, who);
                sql.push(")");
            }
        }
    }

    /// Adds `in (…)` with the ids of a person that is asked for.
    fn person(self, sql: &mut Sql, who: &Who) {
        let none = Vec::new();
        let me = vec![self.asker.person.clone()];
        let ids = match who {
            Who::Named(name) => self.asker.named.get(name).unwrap_or(&none),
            _ => &me,
        };
        sql.push("in (");
        sql.push_list(ids.iter().cloned());
        sql.push(")");
    }

    fn badge(self, sql: &mut Sql, badge: Badge) {
        match badge {
            Badge::New => {
                sql.push("t.touched = 0 and ");
                self.draft(sql, &Who::Nobody);
            }
            Badge::Corrected => {
                sql.push("t.version > 1");
            }
            Badge::Draft => self.draft(sql, &Who::Any),
            Badge::NewSystem => self.channel(sql, Channel::FormNew),
            Badge::Machine => self.channel(sql, Channel::Register),
            Badge::Late => {
                sql.push("t.late = 1");
            }
            Badge::Early => self.early(sql),
        }
    }

    /// Reports of which the first version came before the first day on which units may submit.
    fn early(self, sql: &mut Sql) {
        sql.push("exists (select 1 from report_version v where v.reference = t.reference and v.version = 1 and v.received_at < case t.period");
        for period in &self.store.register().periods {
            sql.push(" when ").push_bind(period.id.to_string()).push(" then ").push_bind(stamp(start_of(period.opens)));
        }
        sql.push(" end)");
    }

    fn delivery(self, sql: &mut Sql, state: Delivery) {
        self.outside_window(sql);
        sql.push(DELIVERY).push(" = ").push_bind(match state {
            Delivery::Failed => 1_i64,
            Delivery::Held => 2,
            Delivery::Sent => 3,
            Delivery::Cancelled => 4,
        });
    }
}

/// Where the deliveries of the last decision stand, the worst first; 5 where there are none.
pub(super) const DELIVERY: &str =
    "coalesce((select min(case v.state when 'failed' then 1 when 'held' then 2 when 'sent' then 3
    else 4 end) from delivery v where v.decision = t.decision), 5)";

/// The score: what the findings weigh, and what the deadline adds by the days that are left.
pub(super) fn score(store: &Store, sql: &mut Sql) {
    sql.push("(t.risk + case");
    for (until, weight) in store.rules().deadlines(day_of(store.now())) {
        sql.push(" when t.due <= ").push_bind(until.to_string());
        sql.push(" then ").push_bind(i64::from(weight));
    }
    sql.push(" else 0 end)");
}

/// A word anywhere in name, number, reference or applicant; the beginning letters of a name in their order are enough.
pub(super) fn word(sql: &mut Sql, word: &str, negated: bool) {
    let wanted = fold::search(word);
    sql.push("t.search like ").push_bind(anywhere(&wanted)).push(" escape '\\'");
    if !negated {
        let letters = in_order(&wanted);
        sql.push(" or t.unit_fold like ").push_bind(letters.clone()).push(" escape '\\'");
        sql.push(" or t.applicant_fold like ").push_bind(letters).push(" escape '\\'");
    }
}

/// The beginning of a word in a folded column.
fn begins(sql: &mut Sql, column: &'static str, wanted: &str) {
    let folded: String = fold::search(wanted).chars().map(literal).collect();
    for (place, before) in ["", "% ", "%-"].into_iter().enumerate() {
        sql.push(if place > 0 { " or " } else { "" }).push(column);
        sql.push(" like ").push_bind(format!("{before}{folded}%")).push(" escape '\\'");
    }
}

/// A pattern for a word anywhere.
fn anywhere(word: &str) -> String {
    format!("%{}%", word.chars().map(literal).collect::<String>())
}

/// A pattern for a name that begins with the first letter and has the others in their order.
fn in_order(word: &str) -> String {
    word.chars().flat_map(|letter| [literal(letter), "%".to_owned()]).collect()
}

/// A letter that stands for itself in a pattern.
fn literal(letter: char) -> String {
    match letter {
        '%' | '_' | '\\' => format!("\\{letter}"),
        other => other.to_string(),
    }
}

fn sign(compare: Compare) -> &'static str {
    match compare {
        Compare::Equal => "= ",
        Compare::Less => "< ",
        Compare::AtMost => "<= ",
        Compare::More => "> ",
        Compare::AtLeast => ">= ",
    }
}

/// A moment compared with a day of Oslo.
fn day(sql: &mut Sql, column: &'static str, compare: Compare, date: Date) {
    let begins = stamp(start_of(date));
    let ends = stamp(start_of(date.saturating_add(1.day())));
    sql.push(column);
    match compare {
        Compare::Less => sql.push(" < ").push_bind(begins),
        Compare::AtMost => sql.push(" < ").push_bind(ends),
        Compare::More => sql.push(" >= ").push_bind(ends),
        Compare::AtLeast => sql.push(" >= ").push_bind(begins),
        Compare::Equal => sql.push(" >= ").push_bind(begins).push(" and ").push(column).push(" < ").push_bind(ends),
    };
}

fn channel_name(channel: Channel) -> &'static str {
    match channel {
        Channel::FormOld => "form_old",
        Channel::FormNew => "form_new",
        Channel::Register => "register",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_never_acts_as_a_pattern() {
        assert_eq!(anywhere("100%_\\"), "%100\\%\\_\\\\%");
        assert_eq!(in_order("a_l"), "a%\\_%l%");
    }
}
