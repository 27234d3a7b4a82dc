//! Versions of the form: prepared and scheduled long before their period, and never changed once reports rest on them.
//! Imports `domain` and `api`.

use super::{Planned, digest, form_check, is_name, not_toml, refusal, refused};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        reference::FieldChange,
    },
    domain::{
        amendment::{Amendment, ReferenceKind},
        form::Form,
        period::PeriodId,
        refusal::ReferenceFault,
    },
    server::store::{Conn, Store, amendment},
};

/// The version that a file holds, and the first period asked with it.
pub(super) fn named(store: &Store, content: &str, from: Option<&str>) -> Result<(String, PeriodId), Fault> {
    let form = read(content)?;
    let from = store.register().period(from.unwrap_or(form.from.as_str()))?.id.clone();
    Ok((form.version, from))
}

fn read(content: &str) -> Result<Form, Fault> {
    toml::from_str(content).map_err(|error| not_toml("forms", content, &error))
}

/// Judges a form by itself, and whether it can be asked from a period on.
pub(super) async fn judge(
    store: &Store,
    conn: &mut Conn,
    content: &str,
    from: Option<&str>,
) -> Result<Vec<Planned>, Fault> {
    let mut form = read(content)?;
    let from = store.register().period(from.unwrap_or(form.from.as_str()))?.id.clone();
    form.from = from.clone();
    let register = store.register();
    let before = register.forms.iter().find(|known| known.version == form.version);
    let mut faults = form_check::faults(&form);
    if !is_name(&form.version) {
        faults.push(ReferenceFault::BadName);
    }
    let own = store.setting().own.register().map_err(|_error| Fault::new(FaultKind::Internal))?;
    if own.forms.iter().any(|known| known.version == form.version) {
        faults.push(ReferenceFault::BuiltIn);
    } else {
        let after_all = |known: &&Form| known.version != form.version && known.from == from;
        let newest = own.forms.iter().max_by(|one, other| one.from.cmp(&other.from));
        let clash = newest.filter(|known| known.from >= from).or_else(|| register.forms.iter().find(after_all));
        if let Some(other) = clash {
            let (other, from) = (other.version.clone(), other.from.to_string());
            faults.push(ReferenceFault::NotAfter { other, from });
        }
        // Where it is already asked from an earlier period, the reports of that one rest on it too.
        let first = before.map(|before| &before.from).filter(|earlier| **earlier < from).unwrap_or(&from);
        // Its own row is not the next one: where it begins earlier, its reports come along.
        let others = register.forms.iter().filter(|known| known.version != form.version);
        let next = others.map(|known| &known.from).filter(|known| *known > first).min();
        let reports = amendment::reports(conn, first, next).await?;
        let same = before == Some(&form);
        if reports > 0 && !same {
            faults.push(ReferenceFault::InUse { reports });
        }
    }
    if !faults.is_empty() {
        let refusals = faults.into_iter().map(|fault| refusal(&form.version, fault)).collect();
        return Err(Fault::refused_for(refusals));
    }
    if before == Some(&form) {
        return Ok(Vec::new());
    }
    let last = before.or_else(|| register.forms.iter().rev().find(|known| known.from < from));
    let last = last.ok_or_else(|| refused(&form.version, ReferenceFault::Nothing))?;
    let mut changes = vec![FieldChange {
        name: form.version.clone(),
        field: "from".to_owned(),
        before: before.map(|before| before.from.to_string()),
        after: Some(from.to_string()),
    }];
    changes.push(FieldChange {
        name: form.version.clone(),
        field: "content".to_owned(),
        before: None,
        after: Some(digest(content)),
    });
    changes.extend(points(last, &form));
    let amendment = Amendment {
        kind: ReferenceKind::Forms,
        name: form.version,
        from: from.to_string(),
        content: content.to_owned(),
    };
    Ok(vec![Planned { amendment, changes }])
}

/// The points that one form has and the other has not, or that are asked otherwise.
fn points(before: &Form, after: &Form) -> Vec<FieldChange> {
    let said = |form: &Form, key: &str| {
        let point = form.point(key)?;
        let required = if point.required { " *" } else { "" };
        Some(format!("{} {}{required}", point.code, point.label))
    };
    let mut keys: Vec<&String> = before.points().map(|point| &point.key).collect();
    keys.extend(after.points().map(|point| &point.key).filter(|key| before.point(key).is_none()));
    let change = |key: &String| {
        let (old, new) = (said(before, key), said(after, key));
        let name = after.version.clone();
        (old != new).then(|| FieldChange { name, field: key.clone(), before: old, after: new })
    };
    keys.into_iter().filter_map(change).collect()
}
