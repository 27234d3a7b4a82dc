//! A unit as it is in a period: the register's facts together with how it reports.
//! Imports `domain` and `api`.

use crate::{
    api::{
        fault::{Fault, FaultKind},
        me::{ApprovalView, AssumedName, UnitView},
    },
    domain::{
        channel::Approval,
        period::{Period, PeriodId},
        register::Register,
        unit::{Assumed, Unit, UnitNo},
    },
    server::{
        seed::UnitChannel,
        store::{Conn, Store, channel},
    },
};

/// A unit with the channel that is recorded for it, or the default.
#[must_use]
pub fn view(register: &Register, unit: &Unit, recorded: Option<UnitChannel>, period: &PeriodId) -> UnitView {
    let default = &register.channels.default;
    let (value, system, assumed, approval) = match recorded {
        Some(recorded) => (recorded.channel, recorded.case_system, recorded.assumed, recorded.approval),
        None => (default.channel, default.case_system.clone(), default.assumed, None),
    };
    let count = register.count_rule(value, Some(period));
    UnitView {
        no: unit.no.clone(),
        name: unit.name.clone(),
        also: unit.also.clone(),
        kind: unit.kind,
        county: unit.county.clone(),
        office: unit.office.clone(),
        reports: unit.reports,
        children: unit.children,
        language: unit.language,
        channel: Assumed { value, assumed },
        case_system: AssumedName { value: system, assumed },
        extension_rule: count.rule,
        extension_why: count.why,
        extension_letter: count.letter,
        approval: approval.map(|approval| approval_view(register, approval)),
    }
}

/// Where a unit stands, and when the next step is expected.
#[must_use]
pub fn approval_view(register: &Register, approval: Approval) -> ApprovalView {
    let expected = register.channels.status(approval.status).and_then(|rule| rule.expected(approval.since));
    let [earliest, latest] = expected.map_or([None, None], |days| days.map(Some));
    ApprovalView { approval, earliest, latest }
}

/// The unit with a number in a period.
///
/// # Errors
/// A fault when there is no such unit, or the database fails.
pub async fn load(store: &Store, conn: &mut Conn, no: &UnitNo, period: &Period) -> Result<UnitView, Fault> {
    let unit = store.register().unit(no, period).map_err(|_refusal| Fault::new(FaultKind::NotFound))?;
    let recorded = channel::of(conn, no, &period.id).await?;
    Ok(view(store.register(), unit, recorded, &period.id))
}
