//! `sfv archive export`: a solved case as text, as JSON, or as a package that an archive can take.
//! Imports `api`, `client`, `domain` and `text`.

mod files;
mod metadata;
mod package;
mod public;
mod tar;

use std::path::PathBuf;

use jiff::Timestamp;
use serde::Serialize;

use self::files::Bundle;
use super::{
    access,
    args::{ExportArgs, ExportFormat},
    failure::Failure,
    report,
    session::Session,
};
use crate::{
    api::{case::Case, me::Me},
    client::backend::Backend,
    domain::{chain::Entry, report::Reference, task::State},
    text::{Texts, clean},
};

/// An export as it was asked for.
pub(super) struct Export {
    reference: Reference,
    format: ExportFormat,
    package: Option<PathBuf>,
    public: bool,
}

/// Everything a package is made of.
struct Material<'a> {
    case: Case,
    log: Vec<Entry>,
    me: Me,
    at: Timestamp,
    public: bool,
    texts: &'a Texts,
}

/// What a package came to be.
#[derive(Serialize)]
struct Packed {
    /// The case.
    reference: Reference,
    /// Where it lies.
    package: String,
    /// How many files it holds.
    files: usize,
    /// The checksum of the list of checksums.
    sha256: String,
    /// True when the smallest figures are hidden.
    public: bool,
}

impl Export {
    /// Reads an export.
    pub(super) fn new(args: ExportArgs) -> Result<Self, Failure> {
        let reference = args.case.reference.parse()?;
        Ok(Self { reference, format: args.format, package: args.package, public: args.public })
    }

    /// Writes it.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        let case = session.http.case(self.reference.clone()).await?;
        let output = session.output();
        let Some(place) = self.package else {
            if self.format == ExportFormat::Json || output.json {
                return output.line(super::output::schema("case", &case)?);
            }
            return output.lines(text(&output.texts, &case));
        };
        if case.row().state == State::Open {
            return Err(Failure::NotSolved(self.reference.to_string()));
        }
        let me = session.http.me().await?;
        let log = session.http.case_log(&self.reference).await?;
        let material = Material { case, log, at: me.now, me, public: self.public, texts: &output.texts };
        let bundle = package::bundle(&material)?;
        files::write(&place, self.reference.as_str(), &bundle)?;
        let packed = Packed {
            reference: self.reference,
            package: place.display().to_string(),
            files: bundle.len(),
            sha256: bundle.sum(),
            public: self.public,
        };
        output.answer("package", &packed, |texts, packed| {
            let values = [
                ("reference", packed.reference.as_str()),
                ("place", &clean::line(&packed.package)),
                ("sum", &packed.sha256),
            ];
            vec![texts.with("archive-packed", &values)]
        })
    }
}

/// A case as text, its receipts with it.
fn text(texts: &Texts, case: &Case) -> Vec<String> {
    match case {
        Case::Report(case) => report::lines(texts, case),
        Case::Access(case) => access::lines(texts, case),
    }
}

/// The files of a package, made in memory.
type Files = Bundle;
