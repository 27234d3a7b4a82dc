//! A report that was computed from an extract of the register: only of units that are approved for it, and only after the half-year.
//! Imports `domain` and `text`.

use crate::{
    api::fault::Fault,
    domain::{
        channel::ChannelStatus,
        period::Period,
        refusal::{OriginFault, Refusal},
        report::{Source, Version},
        unit::{Channel, Unit},
    },
    server::store::{Conn, Store, channel},
    text::date::{self, day_of},
};

/// What is wrong with where the figures come from.
pub(super) async fn judge(
    conn: &mut Conn,
    unit: &Unit,
    period: &Period,
    content: &Version,
) -> Result<Vec<Refusal>, Fault> {
    let bad_time = || Refusal::BadField { field: "generated_at".to_owned() };
    if content.source == Source::Form {
        return Ok(content.generated_at.map(|_| bad_time()).into_iter().collect());
    }
    let mut refusals = Vec::new();
    let recorded = channel::of(conn, &unit.no, &period.id).await?;
    let approved = recorded.is_some_and(|recorded| {
        let status = recorded.approval.map(|approval| approval.status);
        recorded.channel == Channel::Register && status == Some(ChannelStatus::Approved)
    });
    if !approved {
        let fault = OriginFault::NotOnRegister { unit: unit.no.to_string(), period: period.id.to_string() };
        refusals.push(Refusal::FromRegister(fault));
    }
    // What is computed before the half-year is over cannot hold all of it.
    let fits = |at| at <= content.received_at && day_of(at) > period.to;
    if !content.generated_at.is_some_and(fits) {
        refusals.push(bad_time());
    }
    Ok(refusals)
}

/// Where the figures come from, for the timeline; nothing of those that were typed.
pub(super) fn told(store: &Store, content: &Version) -> Option<String> {
    let at = content.generated_at.filter(|_| content.source == Source::Register)?;
    Some(store.texts().with("source-register", &[("at", &date::moment(at))]))
}
