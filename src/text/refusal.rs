//! Refusals and faults in sentences: what is wrong, where, and what to do.
//! Imports `domain` and `api::fault`.

use super::{Texts, clean};
use crate::{
    api::fault::{Fault, FaultKind, Problem, Stored},
    domain::refusal::{FileFault, Refusal},
};

/// The sentence of a refusal.
#[must_use]
pub fn say(texts: &Texts, refusal: &Refusal) -> String {
    match refusal {
        Refusal::UnknownUnit { .. }
        | Refusal::UnitDoesNotReport { .. }
        | Refusal::UnknownPeriod { .. }
        | Refusal::UnknownPoint { .. }
        | Refusal::UnknownReference { .. }
        | Refusal::MissingPoint { .. }
        | Refusal::NotWhole { .. }
        | Refusal::NotForUnit { .. }
        | Refusal::PointTwice { .. } => say_point(texts, refusal),
        Refusal::SameVersion { newest } => texts.refusal_same_version(newest.to_string(), (newest + 1).to_string()),
        Refusal::SameContent { newest } => texts.refusal_same_content(newest.to_string()),
        Refusal::VersionGap { given, next } => texts.refusal_version_gap(given.to_string(), next.to_string()),
        Refusal::BadField { field } => texts.refusal_bad_field(clean::line(field)),
        Refusal::CaseClosed => texts.refusal_case_closed(),
        Refusal::WrongKind => texts.refusal_wrong_kind(),
        Refusal::OwnApplication => texts.refusal_own_application(),
        Refusal::BadFile { line, fault } => say_file(texts, *line, fault),
        decision => say_decision(texts, decision),
    }
}

fn say_point(texts: &Texts, refusal: &Refusal) -> String {
    match refusal {
        Refusal::UnknownUnit { given, hint: None } => texts.refusal_unknown_unit(clean::line(given)),
        Refusal::UnknownUnit { given, hint: Some(hint) } => {
            texts.refusal_unknown_unit_hint(clean::line(given), clean::line(hint))
        }
        Refusal::UnitDoesNotReport { unit } => texts.refusal_unit_does_not_report(clean::line(unit)),
        Refusal::UnknownPeriod { given } => texts.refusal_unknown_period(clean::line(given)),
        Refusal::UnknownPoint { given, hint: None } => texts.refusal_unknown_point(clean::line(given)),
        Refusal::UnknownPoint { given, hint: Some(hint) } => {
            texts.refusal_unknown_point_hint(clean::line(given), clean::line(hint))
        }
        Refusal::MissingPoint { point, label } => texts.refusal_missing_point(clean::line(label), clean::line(point)),
        Refusal::NotWhole { point, given } => texts.refusal_not_whole(clean::line(given), clean::line(point)),
        Refusal::NotForUnit { point } => texts.refusal_not_for_unit(clean::line(point)),
        Refusal::PointTwice { point } => texts.refusal_point_twice(clean::line(point)),
        Refusal::UnknownReference { given } => texts.refusal_unknown_reference(clean::line(given)),
        _ => String::new(),
    }
}

fn say_decision(texts: &Texts, refusal: &Refusal) -> String {
    match refusal {
        Refusal::ExtensionsMissing => texts.refusal_extensions_missing(),
        Refusal::ExtensionsForbidden => texts.refusal_extensions_forbidden(),
        Refusal::ExtensionsAboveReported { given, reported } => {
            texts.refusal_extensions_above_reported(given.to_string(), reported.to_string())
        }
        Refusal::ExtensionsWithoutCases { given } => texts.refusal_extensions_without_cases(given.to_string()),
        Refusal::BlankComment => texts.refusal_blank_comment(),
        Refusal::LongComment { length, limit } => texts.refusal_long_comment(length.to_string(), limit.to_string()),
        _ => String::new(),
    }
}

fn say_file(texts: &Texts, line: Option<u32>, fault: &FileFault) -> String {
    let what = match fault {
        FileFault::Encoding => texts.file_encoding(),
        FileFault::UnknownType => texts.file_unknown_type(),
        FileFault::TooLarge { limit } => texts.file_too_large(limit.to_string()),
        FileFault::Json { detail } => texts.file_json(clean::line(detail)),
        FileFault::MissingColumn { column } => texts.file_missing_column(clean::line(column)),
        FileFault::Cells => texts.file_cells(),
        FileFault::Mixed => texts.file_mixed(),
        FileFault::Empty => texts.file_empty(),
    };
    match line {
        Some(line) => texts.refusal_bad_file_line(line.to_string(), what),
        None => texts.refusal_bad_file(what),
    }
}

/// The headline of a fault: what happened.
#[must_use]
pub fn headline(texts: &Texts, kind: FaultKind) -> String {
    match kind {
        FaultKind::NotLoggedIn => texts.fault_not_logged_in(),
        FaultKind::NotAllowed => texts.fault_not_allowed(),
        FaultKind::NotFound => texts.fault_not_found(),
        FaultKind::VersionChanged => texts.fault_version_changed(),
        FaultKind::AlreadyDecided => texts.fault_already_decided(),
        FaultKind::UndoOver => texts.fault_undo_over(),
        FaultKind::KeyReused => texts.fault_key_reused(),
        FaultKind::AlreadySubmitted => texts.fault_already_submitted(),
        FaultKind::Refused => texts.fault_refused(),
        FaultKind::BadRequest => texts.fault_bad_request(),
        FaultKind::VersionMissing => texts.fault_version_missing(),
        FaultKind::TooLarge => texts.fault_too_large(),
        FaultKind::Storage => texts.fault_storage(),
        FaultKind::Internal => texts.fault_internal(),
        FaultKind::Away => texts.fault_away(),
        FaultKind::Unknown => texts.fault_unknown(),
        FaultKind::Garbled => texts.fault_garbled(),
    }
}

/// The advice of a fault: what to do now.
#[must_use]
pub fn advice(texts: &Texts, kind: FaultKind) -> String {
    match kind {
        FaultKind::NotLoggedIn => texts.fault_not_logged_in_advice(),
        FaultKind::NotAllowed => texts.fault_not_allowed_advice(),
        FaultKind::NotFound => texts.fault_not_found_advice(),
        FaultKind::VersionChanged => texts.fault_version_changed_advice(),
        FaultKind::AlreadyDecided => texts.fault_already_decided_advice(),
        FaultKind::UndoOver => texts.fault_undo_over_advice(),
        FaultKind::KeyReused => texts.fault_key_reused_advice(),
        FaultKind::AlreadySubmitted => texts.fault_already_submitted_advice(),
        FaultKind::Refused => texts.fault_refused_advice(),
        FaultKind::BadRequest => texts.fault_bad_request_advice(),
        FaultKind::VersionMissing => texts.fault_version_missing_advice(),
        FaultKind::TooLarge => texts.fault_too_large_advice(),
        FaultKind::Storage => texts.fault_storage_advice(),
        FaultKind::Internal => texts.fault_internal_advice(),
        FaultKind::Away => texts.fault_away_advice(),
        FaultKind::Unknown => texts.fault_unknown_advice(),
        FaultKind::Garbled => texts.fault_garbled_advice(),
    }
}

/// A fault in sentences, the reasons first where there are any: what happened, whether anything was stored, what to do.
#[must_use]
pub fn say_fault(texts: &Texts, fault: &Fault) -> String {
    let reasons: Vec<String> = fault.refusals.iter().map(|refusal| say(texts, refusal)).collect();
    if !reasons.is_empty() {
        return reasons.join(" ");
    }
    let stored = match (fault.stored, fault.kind) {
        (Stored::No, FaultKind::Away | FaultKind::Storage | FaultKind::Internal) => texts.fault_nothing_stored(),
        _ => String::new(),
    };
    let by = fault.by.as_deref().map(|name| texts.fault_decided_by(clean::line(name))).unwrap_or_default();
    let parts = [headline(texts, fault.kind), by, stored, advice(texts, fault.kind)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The problem document of a fault.
#[must_use]
pub fn problem(texts: &Texts, fault: &Fault, status: u16) -> Problem {
    let kind = serde_json::to_value(fault.kind).ok().and_then(|value| value.as_str().map(ToOwned::to_owned));
    Problem {
        type_uri: format!("urn:sfv:problem:{}", kind.unwrap_or_default().replace('_', "-")),
        title: headline(texts, fault.kind),
        status,
        detail: if fault.detail.is_empty() { say_fault(texts, fault) } else { fault.detail.clone() },
        kind: fault.kind,
        stored: fault.stored,
        refusals: fault.refusals.clone(),
        errors: fault.refusals.iter().map(|refusal| say(texts, refusal)).collect(),
        version: fault.version,
        state: fault.state,
        by: fault.by.clone(),
    }
}
