//! Batches without a screen: made, looked through, confirmed by their number, gone on with, taken back.
//! Imports `api`, `client`, `domain` and `text`.

mod counts;
mod tell;

use std::path::PathBuf;

use serde::Serialize;

use self::tell::{headline, item_lines, letters, lines, next};
use super::{
    args::{BulkArgs, BulkCommand},
    failure::Failure,
    output::complain,
    report,
    session::Session,
    table::Table,
    tasks, words,
};
use crate::{
    api::{
        batch::{
            Batch, BatchAnswer, BatchDeed, DryRun, Item, NewBatch, NewItem, Preview, Progress, RunRequest, Verdict,
            VerdictKind,
        },
        case::Case,
        fault::{Fault, FaultKind},
        tasks::Scope,
    },
    checks::counts::Matched,
    client::backend::Backend,
    domain::{
        batch::{BatchId, BatchKind, BatchState, ItemState, Sample},
        refusal::Refusal,
        report::Reference,
    },
    text::{clean, refusal::say_fault},
};

/// What is wanted, its arguments already read.
pub(super) enum Wish {
    Make(BatchKind, Selection, Option<String>, Option<CountsFile>),
    Known(BatchKind, BatchId, Consent),
    Sample(BatchId),
    Verdict(BatchId, Vec<Reference>, VerdictKind),
    Status(Option<BatchId>),
    Resume(BatchId),
    Undo(BatchId),
    Redo(BatchId),
    Stop(BatchId),
}

/// A file of extension counts.
pub(super) struct CountsFile {
    file: PathBuf,
    /// True to leave out the rows that do not fit.
    skip_bad: bool,
}

/// What a batch would be, and what the file of counts held.
#[derive(Serialize)]
struct Tried {
    #[serde(flatten)]
    preview: Preview,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<Matched>,
}

/// Which cases, and how far.
pub(super) struct Selection {
    references: Vec<Reference>,
    query: Option<String>,
    consent: Consent,
}

/// How far a batch shall be taken.
#[derive(Clone, Copy)]
pub(super) enum Consent {
    /// Made, with its sample drawn.
    Make,
    /// Only told.
    DryRun,
    /// Confirmed by its number.
    Confirm(u32),
}

impl Wish {
    /// Reads the arguments.
    pub(super) fn new(command: BulkCommand) -> Result<Self, Failure> {
        Ok(match command {
            BulkCommand::Approve { bulk, counts, skip_bad } => {
                let counts = counts.map(|file| CountsFile { file, skip_bad });
                Self::of(BatchKind::Approve, bulk, None, counts)?
            }
            BulkCommand::Return { bulk, comment } => {
                let comment = words::comment(&comment)?.map(|comment| comment.as_str().to_owned());
                Self::of(BatchKind::Return, bulk, comment, None)?
            }
            BulkCommand::Grant(bulk) => Self::of(BatchKind::Grant, bulk, None, None)?,
            BulkCommand::Sample(args) => Self::Sample(args.batch.parse()?),
            BulkCommand::Accept { batch, references, take_out } => {
                let references = references.iter().map(|text| text.parse()).collect::<Result<_, Refusal>>()?;
                let verdict = if take_out { VerdictKind::TakeOut } else { VerdictKind::Accept };
                Self::Verdict(batch.batch.parse()?, references, verdict)
            }
            BulkCommand::Status { batch } => Self::Status(batch.map(|text| text.parse()).transpose()?),
            BulkCommand::Resume(args) => Self::Resume(args.batch.parse()?),
            BulkCommand::Undo(args) => Self::Undo(args.batch.parse()?),
            BulkCommand::Redo(args) => Self::Redo(args.batch.parse()?),
            BulkCommand::Stop(args) => Self::Stop(args.batch.parse()?),
        })
    }

    fn of(
        kind: BatchKind,
        args: BulkArgs,
        comment: Option<String>,
        counts: Option<CountsFile>,
    ) -> Result<Self, Failure> {
        let consent = match (args.dry_run, args.confirm) {
            (true, _) => Consent::DryRun,
            (false, Some(count)) => Consent::Confirm(count),
            (false, None) => Consent::Make,
        };
        if let Some(id) = args.batch {
            if comment.is_some() {
                return Err(Refusal::BatchTextStands.into());
            }
            return Ok(Self::Known(kind, id.parse()?, consent));
        }
        let references: Vec<Reference> =
            args.references.iter().map(|text| text.parse()).collect::<Result<_, Refusal>>()?;
        if references.is_empty() && args.query.is_none() {
            return Err(Refusal::BatchEmpty.into());
        }
        Ok(Self::Make(kind, Selection { references, query: args.query, consent }, comment, counts))
    }

    /// Does it, or tells what it would do.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        match self {
            Self::Make(kind, selection, comment, counts) => make(session, kind, selection, comment, counts).await,
            Self::Known(kind, id, consent) => known(session, kind, id, consent).await,
            Self::Sample(id) => sample(session, id).await,
            Self::Verdict(id, references, verdict) => verdicts(session, id, references, verdict).await,
            Self::Status(Some(id)) => status(session, id).await,
            Self::Status(None) => unfinished(session).await,
            Self::Resume(id) => resume(session, id).await,
            Self::Undo(id) => match session.http.bulk(BatchDeed::Undo(id)).await? {
                BatchAnswer::Progress(progress) => told(session, &progress),
                _ => Err(garbled()),
            },
            Self::Redo(id) => show(session, session.http.bulk(BatchDeed::Redo(id)).await?),
            Self::Stop(id) => show(session, session.http.bulk(BatchDeed::Stop(id)).await?),
        }
    }
}

/// An answer of another kind than was asked for.
fn garbled() -> Failure {
    Fault::new(FaultKind::Garbled).into()
}

async fn make(
    session: &Session,
    kind: BatchKind,
    selection: Selection,
    comment: Option<String>,
    counts: Option<CountsFile>,
) -> Result<(), Failure> {
    let items = chosen(session, &selection).await?;
    let stops = counts.as_ref().is_some_and(|counts| !counts.skip_bad);
    let (items, counts) = match counts {
        Some(CountsFile { file, skip_bad }) => {
            let go_on = skip_bad || matches!(selection.consent, Consent::DryRun);
            let (items, matched) = counts::given(session, items, &file, go_on).await?;
            (items, Some(matched))
        }
        None => (items, None),
    };
    let wanted = NewBatch { kind, items, comment };
    match selection.consent {
        Consent::DryRun => match session.http.bulk(BatchDeed::Preview(wanted)).await? {
            BatchAnswer::Preview(preview) => {
                let tried = Tried { preview, counts };
                session.output().answer("bulk_preview", &tried, |texts, tried| {
                    let preview = &tried.preview;
                    let mut lines = item_lines(texts, &preview.items);
                    let waiting = preview.items.iter().filter(|item| item.state == ItemState::Waiting).count();
                    let (waiting, needed) = (waiting.to_string(), preview.needed.to_string());
                    lines.extend(tell::taken(texts, preview.taken));
                    lines.push(texts.with("cli-bulk-preview", &[("waiting", &waiting), ("needed", &needed)]));
                    lines
                })?;
                // What would stop the real one stops the trial too, once it is told.
                let wrong = tried.counts.filter(|matched| stops && matched.refused() > 0);
                wrong.map_or(Ok(()), |matched| Err(counts::refused(&matched)))
            }
            _ => Err(garbled()),
        },
        Consent::Make => show(session, session.http.bulk(BatchDeed::Make(wanted)).await?),
        Consent::Confirm(_) => {
            // The sample and the dry run come before the number: nothing is made by a number alone.
            let BatchAnswer::Preview(preview) = session.http.bulk(BatchDeed::Preview(wanted)).await? else {
                return Err(garbled());
            };
            if !session.output().json {
                complain([session.output().texts.say("cli-bulk-sample-first")]);
            }
            let left = preview.needed;
            Err(if left > 0 { Refusal::SampleLeft { left } } else { Refusal::DryRunMissing }.into())
        }
    }
}

/// The cases of a selection, in the order they were given or found in.
async fn chosen(session: &Session, selection: &Selection) -> Result<Vec<NewItem>, Failure> {
    let Some(query) = &selection.query else {
        let bare = |reference: &Reference| NewItem { reference: reference.clone(), version: None, extensions: None };
        return Ok(selection.references.iter().map(bare).collect());
    };
    let page = tasks::found(session, Scope::Open, query).await?;
    let item = |row: crate::api::tasks::TaskRow| NewItem {
        reference: row.reference,
        version: Some(row.version),
        extensions: None,
    };
    Ok(page.rows.into_iter().map(item).collect())
}

/// Goes on with a batch that was made before, as what it is.
async fn known(session: &Session, kind: BatchKind, id: BatchId, consent: Consent) -> Result<(), Failure> {
    let batch = shown(session, id).await?;
    if batch.kind != kind {
        let refusal = match batch.kind {
            BatchKind::Return => Refusal::BatchReturns,
            BatchKind::Approve => Refusal::BatchApproves,
            BatchKind::Grant => Refusal::WrongKind,
        };
        return Err(refusal.into());
    }
    match consent {
        Consent::Make => session.output().answer("bulk", &batch, lines),
        Consent::DryRun => dry_run(session, id).await,
        Consent::Confirm(count) => confirm(session, id, count).await,
    }
}

/// Confirms a batch by its number; the backend holds that the sample and the dry run came before. One that is confirmed already
/// is gone on with: the same command is given again when nobody knows what came of it.
async fn confirm(session: &Session, id: BatchId, count: u32) -> Result<(), Failure> {
    go_on(session, id, RunRequest { count: Some(count), most: None }).await
}

async fn resume(session: &Session, id: BatchId) -> Result<(), Failure> {
    let batch = shown(session, id).await?;
    if batch.state == BatchState::Running {
        return go_on(session, id, RunRequest::default()).await;
    }
    // What is not confirmed cannot be gone on with: it is told what is missing.
    session.output().answer("bulk", &batch, lines)
}

async fn go_on(session: &Session, id: BatchId, first: RunRequest) -> Result<(), Failure> {
    let mut request = first;
    let mut results = Vec::new();
    loop {
        let BatchAnswer::Progress(progress) = session.http.bulk(BatchDeed::Run(id, request)).await? else {
            return Err(garbled());
        };
        results.extend(progress.results);
        if progress.batch.state != BatchState::Running {
            let progress = with_the_rest(session, Progress { batch: progress.batch, results }).await;
            return told(session, &progress);
        }
        if !session.output().json {
            let (done, left) = (progress.batch.tally.decided.to_string(), progress.batch.tally.waiting.to_string());
            let text = session.output().texts.with("cli-bulk-progress", &[("done", &done), ("left", &left)]);
            complain([text]);
        }
        request = RunRequest::default();
    }
}

/// What came of every case of a batch that has ended, also of those whose answer was lost or that another run was told of.
async fn with_the_rest(session: &Session, mut progress: Progress) -> Progress {
    // It has ended whether or not this can be asked: then what is known is told.
    if let Ok(batch) = shown(session, progress.batch.id).await {
        let told = |item: &Item| progress.results.iter().any(|result| result.reference == item.reference);
        let settled = |item: &Item| matches!(item.state, ItemState::Decided | ItemState::Dropped);
        let rest: Vec<_> = batch.items.into_iter().filter(|item| settled(item) && !told(item)).collect();
        progress.results.extend(rest.into_iter().map(Into::into));
    }
    progress
}

async fn shown(session: &Session, id: BatchId) -> Result<Batch, Failure> {
    match session.http.bulk(BatchDeed::Show(id)).await? {
        BatchAnswer::Batch(batch) => Ok(batch),
        _ => Err(garbled()),
    }
}

async fn status(session: &Session, id: BatchId) -> Result<(), Failure> {
    let batch = shown(session, id).await?;
    session.output().answer("bulk", &batch, lines)
}

fn show(session: &Session, answer: BatchAnswer) -> Result<(), Failure> {
    match answer {
        BatchAnswer::Batch(batch) => session.output().answer("bulk", &batch, lines),
        _ => Err(garbled()),
    }
}

async fn unfinished(session: &Session) -> Result<(), Failure> {
    let BatchAnswer::List(list) = session.http.bulk(BatchDeed::Unfinished).await? else { return Err(garbled()) };
    session.output().answer("bulk_list", &list, |texts, list| {
        if list.batches.is_empty() {
            return vec![texts.say("cli-bulk-none")];
        }
        list.batches.iter().map(|batch| headline(texts, batch)).collect()
    })
}

async fn dry_run(session: &Session, id: BatchId) -> Result<(), Failure> {
    let BatchAnswer::DryRun(shown) = session.http.bulk(BatchDeed::DryRun(id)).await? else { return Err(garbled()) };
    session.output().answer("bulk_dry_run", &shown, |texts, shown: &DryRun| {
        let mut table = Table::plain();
        for line in &shown.lines {
            table.push(vec![
                clean::line(line.reference.as_str()),
                clean::line(&line.unit_name),
                format!("v{}", line.version),
                tell::said(texts, line.extensions, line.role),
                clean::line(&line.recipients.join(", ")),
            ]);
        }
        let mut lines = table.lines();
        lines.extend(letters(&shown.batch));
        lines.extend(tell::taken(texts, shown.taken));
        lines.push(headline(texts, &shown.batch));
        lines.extend(next(texts, &shown.batch));
        lines
    })
}

/// The reports of the sample that nobody has looked at, in full.
async fn sample(session: &Session, id: BatchId) -> Result<(), Failure> {
    let batch = shown(session, id).await?;
    let drawn = batch.items.iter().filter(|item| item.sample == Sample::Drawn && item.state == ItemState::Waiting);
    let mut cases = Vec::new();
    for item in drawn {
        cases.push(session.http.case(item.reference.clone()).await?);
    }
    session.output().answer("bulk_sample", &cases, |texts, cases: &Vec<Case>| {
        let mut all = vec![headline(texts, &batch)];
        for case in cases {
            all.push(String::new());
            match case {
                Case::Report(case) => all.extend(report::lines(texts, case)),
                Case::Access(case) => all.extend(super::access::lines(texts, case)),
            }
        }
        all.extend(next(texts, &batch));
        all
    })
}

async fn verdicts(
    session: &Session,
    id: BatchId,
    references: Vec<Reference>,
    verdict: VerdictKind,
) -> Result<(), Failure> {
    let mut batch = shown(session, id).await?;
    for reference in references {
        let known = batch.items.iter().find(|item| item.reference == reference);
        let version = known.map(|item| item.version).ok_or(Refusal::NotInSample)?;
        let said = Verdict { reference, version, verdict };
        let BatchAnswer::Batch(after) = session.http.bulk(BatchDeed::Verdict(id, said)).await? else {
            return Err(garbled());
        };
        batch = after;
    }
    session.output().answer("bulk", &batch, lines)
}

/// What came of a batch: how many, until when it can be taken back, and each case that was not decided with its reason.
fn told(session: &Session, progress: &Progress) -> Result<(), Failure> {
    session.output().answer("bulk_progress", progress, |texts, progress: &Progress| {
        let mut lines: Vec<String> = progress
            .results
            .iter()
            .filter_map(|result| {
                let why = say_fault(texts, &Fault::from(result.why.clone()?));
                Some(texts.with("cli-bulk-not", &[("ref", result.reference.as_str()), ("why", &why)]))
            })
            .collect();
        lines.push(headline(texts, &progress.batch));
        lines.extend(next(texts, &progress.batch));
        lines
    })
}
