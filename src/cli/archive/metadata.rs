//! The metadata of a package, with the names that Noark 5 has for them; docs/arkiv.md says what is and is not Noark.
//! Imports `api`, `domain` and `text`.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Files, Material, package::Document};
use crate::{
    api::case::{Case, Decision, DeliveryView},
    cli::failure::Failure,
    text::{clean, date},
};

/// What the archive is told of every case, from `config/archive.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    /// The access code (*tilgangskode*).
    access_code: String,
    /// By which law parts are shielded (*skjermingshjemmel*).
    shielding: String,
    /// The status of the case file.
    case_status: String,
    /// The status of the documents.
    document_status: String,
    /// What a document that came in is called.
    incoming: String,
    /// What a document that went out is called.
    outgoing: String,
    /// Who it came from.
    sender: String,
    /// Whom it went to.
    recipient: String,
    /// What the document is in its entry.
    attached_as: String,
    /// The variant of a package with everything.
    whole: String,
    /// The variant of a package with parts hidden.
    hidden: String,
}

/// The metadata.
pub(super) fn of(material: &Material<'_>, documents: &[Document], files: &Files) -> Result<Value, Failure> {
    let told: Told = toml::from_str(include_str!("../../../config/archive.toml"))
        .map_err(|error| Failure::Internal(format!("config/archive.toml: {error}")))?;
    let row = material.case.row();
    let mut entries: Vec<Value> = documents
        .iter()
        .enumerate()
        .map(|(place, document)| incoming(material, &told, place, document, files))
        .collect();
    let stand = material.case.decisions().iter().filter(|made| made.undone_at.is_none());
    for made in stand {
        entries.push(outgoing(material, &told, entries.len(), made, files));
    }
    let pack = match &material.case {
        Case::Report(case) => Some(clean::line(&case.review.pack)),
        Case::Access(_) => None,
    };
    let first = material.log.first().map(|entry| entry.at.clone());
    let (office, office_name) = office(material);
    Ok(json!({
        "schema": "sfv.arkivpakke/1",
        "merknad": material.texts.say("archive-note"),
        "offentligVariant": material.public,
        "uttrekk": {
            "tidspunkt": material.at,
            "utfoertAv": clean::line(&material.me.name),
            "program": "sfv",
            "programversjon": env!("CARGO_PKG_VERSION"),
        },
        "arkivskaper": { "arkivskaperID": office, "arkivskaperNavn": office_name },
        "saksmappe": {
            "mappeID": row.reference,
            "tittel": title(material, false),
            "offentligTittel": title(material, true),
            "saksdato": date_of(row.received_at),
            "opprettetDato": first,
            "administrativEnhet": office_name,
            "saksansvarlig": row.decided_by.as_deref().map(clean::line),
            "saksstatus": told.case_status,
            "avsluttetDato": row.decided_at,
            "avsluttetAv": row.decided_by.as_deref().map(clean::line),
            "part": [{ "partNavn": clean::line(&row.unit_name), "organisasjonsenhet": row.unit }],
        },
        "journalpost": entries,
        "regelpakke": pack,
        "hendelser": { "referanseDokumentfil": "hendelser.jsonl", "antall": material.log.len(), "dokumentasjon": "docs/revisjonsspor.md" },
    }))
}

fn office(material: &Material<'_>) -> (String, String) {
    let office = material.me.office.as_ref().map(|office| office.as_str().to_owned()).unwrap_or_default();
    (office, material.me.office_name.as_deref().map(clean::line).unwrap_or_default())
}

fn title(material: &Material<'_>, public: bool) -> String {
    let row = material.case.row();
    let unit = clean::line(&row.unit_name);
    match &material.case {
        Case::Report(case) => {
            let period = clean::line(&case.period.name_long);
            material.texts.with("archive-case-report", &[("unit", &unit), ("period", &period)])
        }
        // The public title of a request never names the applicant.
        Case::Access(case) if !public && !material.public => {
            let name = clean::line(&case.application.name);
            material.texts.with("archive-case-request-of", &[("unit", &unit), ("name", &name)])
        }
        Case::Access(_) => material.texts.with("archive-case-request", &[("unit", &unit)]),
    }
}

fn date_of(at: Timestamp) -> String {
    date::day_of(at).to_string()
}

/// A document that came in.
fn incoming(material: &Material<'_>, told: &Told, place: usize, document: &Document, files: &Files) -> Value {
    let (received, sender) = match &material.case {
        Case::Report(case) => case.versions.get(place).map_or_else(
            || (case.row.received_at, json!({})),
            |version| {
                let person = &version.submitter;
                (
                    version.received_at,
                    party(material, &told.sender, &case.unit.name, Some((&person.name, &person.email, &person.phone))),
                )
            },
        ),
        Case::Access(case) => {
            let person = &case.application;
            let who = Some((&person.name, &person.email, &person.phone));
            (case.row.received_at, party(material, &told.sender, &person.represents, who))
        }
    };
    json!({
        "registreringsID": format!("{}-{}", material.case.reference(), place + 1),
        "journalposttype": told.incoming,
        "tittel": document.title,
        "dokumentetsDato": date_of(received),
        "mottattDato": received,
        "korrespondansepart": [sender],
        "tilgangskode": told.access_code,
        "skjerming": shielding(told),
        "dokumentbeskrivelse": [{
            "dokumenttype": material.texts.say(&format!("archive-document-{}", document.kind)),
            "dokumentstatus": told.document_status,
            "tittel": document.title,
            "tilknyttetRegistreringSom": told.attached_as,
            "dokumentnummer": 1,
            "dokumentobjekt": document.files.iter().map(|path| object(material, told, path, files)).collect::<Vec<_>>(),
        }],
    })
}

/// A decision that went out.
fn outgoing(material: &Material<'_>, told: &Told, place: usize, made: &Decision, files: &Files) -> Value {
    let kind = material.texts.of_family("cli-decision", &made.kind);
    let version = made.version.to_string();
    let title = material.texts.with("archive-title-decision", &[("kind", &kind), ("version", &version)]);
    let recipient = |sent: &DeliveryView| json!({ "korrespondanseparttype": told.recipient, "korrespondansepartNavn": clean::line(&sent.recipient) });
    let to: Vec<Value> = made.deliveries.iter().filter(|_| !material.public).map(recipient).collect();
    let sent = made.deliveries.iter().find_map(|sent| sent.at);
    json!({
        "registreringsID": format!("{}-{}", material.case.reference(), place + 1),
        "journalposttype": told.outgoing,
        "tittel": title,
        "dokumentetsDato": date_of(made.at),
        "sendtDato": sent,
        "saksbehandler": clean::line(&made.name),
        "korrespondansepart": to,
        "tilgangskode": told.access_code,
        "skjerming": shielding(told),
        "dokumentbeskrivelse": [{
            "dokumenttype": material.texts.say("archive-document-decision"),
            "dokumentstatus": told.document_status,
            "tittel": title,
            "tilknyttetRegistreringSom": told.attached_as,
            "dokumentnummer": 1,
            "dokumentobjekt": [object(material, told, "beslutninger.json", files)],
        }],
        "elektroniskGodkjenning": made.receipt.as_ref().filter(|_| !material.public).map(|receipt| json!({
            "hendelse": receipt.seq,
            "hash": receipt.hash,
            "innholdshash": receipt.content,
            "noekkel": receipt.key,
        })),
    })
}

fn party(material: &Material<'_>, kind: &str, of: &str, person: Option<(&String, &String, &String)>) -> Value {
    let mut party = json!({ "korrespondanseparttype": kind, "korrespondansepartNavn": clean::line(of) });
    if let (Some(fields), Some((name, email, phone)), false) = (party.as_object_mut(), person, material.public) {
        fields.insert("kontaktperson".to_owned(), clean::line(name).into());
        fields.insert("epostadresse".to_owned(), clean::line(email).into());
        fields.insert("telefonnummer".to_owned(), clean::line(phone).into());
    }
    party
}

fn shielding(told: &Told) -> Value {
    json!({ "tilgangsrestriksjon": told.access_code, "skjermingshjemmel": told.shielding })
}

/// A file of a document.
fn object(material: &Material<'_>, told: &Told, path: &str, files: &Files) -> Value {
    let (sum, size) = files.of(path).unwrap_or_default();
    let variant = if material.public { &told.hidden } else { &told.whole };
    json!({
        "versjonsnummer": 1,
        "variantformat": variant,
        "format": path.rsplit('.').next().unwrap_or_default(),
        "referanseDokumentfil": path,
        "sjekksum": sum,
        "sjekksumAlgoritme": "SHA-256",
        "filstoerrelse": size,
    })
}
