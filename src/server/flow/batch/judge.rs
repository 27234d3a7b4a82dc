//! Whether a case may be decided together with others: what the policy and the state of the case say.
//! Imports `domain`, `checks` and `api`.

use jiff::Timestamp;

use crate::{
    api::{
        batch::{NewItem, Reason},
        case::Draft,
        decide::DecisionRequest,
        fault::{Fault, FaultKind},
    },
    checks::score::risk,
    domain::{
        batch::{BatchKind, BatchPolicy, ItemState, Sample},
        decision::DecisionKind,
        finding::{Question, Review},
        person::Person,
        refusal::Refusal,
        report::parse_extensions,
        score::Risk,
        task::TaskKind,
    },
    server::{
        flow::{
            batch::grant,
            check::{self, Checked, Order},
            eyes, letter, read,
            review::{self, Material},
        },
        store::{Conn, Store, batch::Stored, decision, draft, sees::Sees, task::Record, version},
    },
};

/// A batch that is being made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish<'a> {
    pub(super) caller: &'a Person,
    pub(super) kind: BatchKind,
    pub(super) policy: &'a BatchPolicy,
    /// The common text of a batch of returns.
    pub(super) comment: Option<&'a str>,
    pub(super) at: Timestamp,
}

/// Looks at one case: it waits for its turn, or is refused with all the reasons.
pub(super) async fn judge(
    store: &Store,
    conn: &mut Conn,
    wish: &Wish<'_>,
    wanted: &NewItem,
    key: String,
) -> Result<Stored, Fault> {
    let record = match check::decidable(store, conn, wish.caller, &wanted.reference).await {
        Ok(record) => record,
        Err(fault) if fault.kind == FaultKind::NotFound => return Ok(unknown(wanted, key, fault)),
        Err(fault) => return Err(fault),
    };
    let mut item = Stored {
        reference: record.row.reference.clone(),
        unit: Some(record.row.unit.clone()),
        unit_name: record.row.unit_name.clone(),
        version: wanted.version.unwrap_or(record.row.version),
        extensions: wanted.extensions,
        comment: None,
        asked: Vec::new(),
        sample: Sample::No,
        state: ItemState::Waiting,
        why: None,
        key,
        decided_at: None,
    };
    if let Err(fault) = look(store, conn, wish, &mut item, record).await? {
        item.state = ItemState::Refused;
        item.why = Some(Reason::from(fault));
    }
    Ok(item)
}

/// Who applies, and for which unit.
fn applicant_and_unit(record: &Record) -> String {
    let applicant = record.row.applicant.as_deref().unwrap_or_default();
    format!("{applicant} / {}", record.row.unit_name)
}

/// A case that nobody knows: shown with the reason, not left out in silence.
fn unknown(wanted: &NewItem, key: String, fault: Fault) -> Stored {
    let number = wanted.reference.as_str().rsplit('-').next().unwrap_or_default();
    Stored {
        reference: wanted.reference.clone(),
        unit: number.parse().ok(),
        unit_name: String::new(),
        version: wanted.version.unwrap_or(0),
        extensions: wanted.extensions,
        comment: None,
        asked: Vec::new(),
        sample: Sample::No,
        state: ItemState::Refused,
        why: Some(Reason::from(fault)),
        key,
        decided_at: None,
    }
}

/// The reason against a case, in the inner result; the outer one is a fault of the storage.
type Verdict = Result<(), Fault>;

async fn look(
    store: &Store,
    conn: &mut Conn,
    wish: &Wish<'_>,
    item: &mut Stored,
    record: Record,
) -> Result<Verdict, Fault> {
    let about = if wish.kind == BatchKind::Grant { TaskKind::Access } else { TaskKind::Report };
    if record.row.kind != about {
        return Ok(Err(Fault::refused(Refusal::WrongKind)));
    }
    if let Err(fault) = check::still_open(&record) {
        return Ok(Err(fault));
    }
    let mut refusals = Vec::new();
    draft_of(conn, wish, item, &mut refusals).await?;
    match wish.kind {
        BatchKind::Return => {
            write_letter(store, conn, wish, item, &record, &mut refusals).await?;
            refusals.extend(own_draft(conn, wish.caller, wish.kind, item).await?);
        }
        BatchKind::Approve => policy(store, conn, wish, &record, &mut refusals).await?,
        BatchKind::Grant => {
            item.unit_name = applicant_and_unit(&record);
            item.extensions = None;
            refusals.extend(grant::refusals_of(store, conn, &record).await?);
            refusals.extend(own_draft(conn, wish.caller, wish.kind, item).await?);
        }
    }
    let request = request_of(wish.kind, item);
    let order = Order {
        caller: wish.caller,
        reference: &item.reference,
        version: item.version,
        request: &request,
        at: wish.at,
    };
    match check::check(store, conn, &order, record).await {
        Ok(checked) => match eyes::hold(store, conn, &order, &checked).await {
            Ok(()) => {}
            Err(fault) if fault.kind == FaultKind::Refused => refusals.extend(fault.refusals),
            Err(fault) => return Err(fault),
        },
        Err(fault) if fault.kind == FaultKind::Refused => {
            // A text that could not be written is missing for the reason that is already there.
            let known = |refusal: &Refusal| *refusal == Refusal::BlankComment && !refusals.is_empty();
            let more: Vec<Refusal> = fault.refusals.into_iter().filter(|refusal| !known(refusal)).collect();
            refusals.extend(more);
        }
        Err(fault) if is_about_the_case(fault.kind) => return Ok(Err(fault)),
        Err(fault) => return Err(fault),
    }
    let refusals = each_once(refusals);
    Ok(if refusals.is_empty() { Ok(()) } else { Err(Fault::refused_for(refusals)) })
}

/// The reasons in their order, none of them twice: a draft is looked at before a letter is written and after.
fn each_once(refusals: Vec<Refusal>) -> Vec<Refusal> {
    let mut once = Vec::with_capacity(refusals.len());
    for refusal in refusals {
        if !once.contains(&refusal) {
            once.push(refusal);
        }
    }
    once
}

/// True for a failure that is this case's own; the others stop the whole batch.
pub(super) fn is_about_the_case(kind: FaultKind) -> bool {
    matches!(kind, FaultKind::Refused | FaultKind::VersionChanged | FaultKind::AlreadyDecided | FaultKind::NotFound)
}

/// The draft: its extension count where none was given, and whether it is somebody else's.
async fn draft_of(
    conn: &mut Conn,
    wish: &Wish<'_>,
    item: &mut Stored,
    refusals: &mut Vec<Refusal>,
) -> Result<(), Fault> {
    let Some(draft) = draft::of(conn, &item.reference).await? else { return Ok(()) };
    if draft.person != wish.caller.id {
        refusals.push(Refusal::ColleaguesDraft { name: draft.name });
        return Ok(());
    }
    if wish.kind != BatchKind::Approve {
        // What was begun as a return is held against the letter, once that is written.
        return Ok(());
    }
    let typed = draft.extensions.trim();
    if item.extensions.is_none() && !typed.is_empty() {
        match parse_extensions(typed) {
            Ok(count) => item.extensions = Some(count),
            Err(refusal) => refusals.push(refusal),
        }
    }
    refusals.extend(differs(&draft, wish.kind, item));
    Ok(())
}

/// What the person has begun on a case that a batch would pass over in silence: another count, or words of their own.
fn differs(draft: &Draft, kind: BatchKind, item: &Stored) -> Option<Refusal> {
    let words = draft.comment.trim();
    match kind {
        BatchKind::Grant if words.is_empty() => None,
        BatchKind::Return if words.is_empty() || item.comment.as_deref().map(str::trim) == Some(words) => None,
        BatchKind::Approve if words.is_empty() => {
            let draft = parse_extensions(draft.extensions.trim()).ok()?;
            let batch = item.extensions?;
            (draft != batch).then_some(Refusal::CountDiffers { batch, draft })
        }
        _ => Some(Refusal::CommentBegun),
    }
}

/// What speaks against a case in its draft as it stands now: a colleague's, or something that was begun since.
async fn own_draft(conn: &mut Conn, caller: &Person, kind: BatchKind, item: &Stored) -> Result<Option<Refusal>, Fault> {
    let Some(draft) = draft::of(conn, &item.reference).await? else { return Ok(None) };
    if draft.person != caller.id {
        return Ok(Some(Refusal::ColleaguesDraft { name: draft.name }));
    }
    Ok(differs(&draft, kind, item))
}

/// The count that the person has typed since the batch was made, if it is another one.
pub(super) async fn newer_count(conn: &mut Conn, caller: &Person, item: &Stored) -> Result<Option<u32>, Fault> {
    match own_draft(conn, caller, BatchKind::Approve, item).await? {
        Some(Refusal::CountDiffers { draft, .. }) => Ok(Some(draft)),
        _ => Ok(None),
    }
}

/// What the policy says of an approval.
async fn policy(
    store: &Store,
    conn: &mut Conn,
    wish: &Wish<'_>,
    record: &Record,
    refusals: &mut Vec<Refusal>,
) -> Result<(), Fault> {
    if let Some(review) = review::now(store, conn, record).await? {
        refusals.extend(not_clean(&risk(&review)));
    }
    if !wish.policy.channels.contains(&record.channel) {
        refusals.push(Refusal::ChannelOneByOne);
    }
    if !wish.policy.first_report && is_first(store, conn, record).await? {
        refusals.push(Refusal::FirstReport);
    }
    Ok(())
}

/// Why a report is not clean.
pub(super) fn not_clean(risk: &Risk) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    if !risk.is_clean() {
        refusals.push(Refusal::NotClean { errors: risk.errors, warnings: risk.warnings });
    }
    if risk.unanswered {
        refusals.push(Refusal::Unanswered);
    }
    refusals
}

/// True when no earlier report of the unit is approved.
async fn is_first(store: &Store, conn: &mut Conn, record: &Record) -> Result<bool, Fault> {
    let Some((period, _)) = review::asked_with(store, record) else { return Ok(true) };
    let sees = Sees::Office(record.office.clone());
    let (earlier, _) = read::earlier(store, conn, &sees, &record.row.unit, period).await?;
    Ok(earlier.is_empty())
}

/// The comment of a return: the unit's own findings, and the common text.
async fn write_letter(
    store: &Store,
    conn: &mut Conn,
    wish: &Wish<'_>,
    item: &mut Stored,
    record: &Record,
    refusals: &mut Vec<Refusal>,
) -> Result<(), Fault> {
    let Some((period, form)) = review::asked_with(store, record) else { return Ok(()) };
    let Some(review) = review::now(store, conn, record).await? else { return Ok(()) };
    let versions = version::all(conn, &item.reference).await?;
    let stored = decision::all(conn, &item.reference).await?;
    let decisions: Vec<_> = stored.into_iter().map(read::plain_decision).collect();
    let unit = store.register().unit(&record.row.unit, period)?;
    let material = Material {
        reference: &item.reference,
        period,
        form,
        unit,
        channel: record.channel,
        versions: &versions,
        earlier: &[],
        broken: false,
        decisions: &decisions,
        extensions: None,
    };
    let letter = letter::of_case(store, &material, &review)?;
    let chosen = letter.usual(&review);
    let common = wish.comment.map(str::trim).filter(|text| !text.is_empty());
    if chosen.is_empty() && common.is_none() {
        refusals.push(Refusal::NothingToSay);
        return Ok(());
    }
    item.comment = Some(letter.compose_with(&chosen, common));
    item.asked = questions(&review, &chosen);
    Ok(())
}

fn questions(review: &Review, chosen: &[usize]) -> Vec<Question> {
    let found = chosen.iter().filter_map(|at| review.findings.get(*at));
    found.map(|finding| Question { finding: finding.id(), points: finding.points.clone() }).collect()
}

/// The decision that a case of a batch stands for.
#[must_use]
pub(super) fn request_of(kind: BatchKind, item: &Stored) -> DecisionRequest {
    match kind {
        BatchKind::Return => DecisionRequest {
            kind: DecisionKind::Return,
            extensions: None,
            comment: item.comment.clone(),
            asked: item.asked.clone(),
            role: None,
            confirm_role: false,
        },
        BatchKind::Grant => DecisionRequest {
            kind: DecisionKind::Grant,
            extensions: None,
            comment: None,
            asked: Vec::new(),
            // Said, so that an application which seems to be something else by now falls out.
            role: Some(grant::ROLE),
            confirm_role: false,
        },
        BatchKind::Approve => DecisionRequest {
            kind: DecisionKind::Approve,
            extensions: item.extensions,
            comment: None,
            asked: Vec::new(),
            role: None,
            confirm_role: false,
        },
    }
}

/// Checks a case once more, as it stands now.
pub(super) async fn check_again(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    kind: BatchKind,
    item: &Stored,
    at: Timestamp,
) -> Result<Checked, Fault> {
    let record = check::decidable(store, conn, caller, &item.reference).await?;
    if kind == BatchKind::Approve && record.row.version == item.version {
        // By the rules as they are now: what is stored of the risk was weighed when the figures came.
        let found = review::now(store, conn, &record).await?;
        let refusals = found.map(|found| not_clean(&risk(&found))).unwrap_or_default();
        if !refusals.is_empty() {
            return Err(Fault::refused_for(refusals));
        }
    }
    if kind == BatchKind::Grant && check::still_open(&record).is_ok() {
        let refusals = grant::refusals_of(store, conn, &record).await?;
        if !refusals.is_empty() {
            return Err(Fault::refused_for(refusals));
        }
    }
    if let Some(refusal) = own_draft(conn, caller, kind, item).await? {
        return Err(Fault::refused(refusal));
    }
    let request = request_of(kind, item);
    let order = Order { caller, reference: &item.reference, version: item.version, request: &request, at };
    let checked = check::check(store, conn, &order, record).await?;
    eyes::hold(store, conn, &order, &checked).await?;
    Ok(checked)
}
