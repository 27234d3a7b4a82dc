//! Receipts, and a solved case as a package for the archive.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use statsforvalter::domain::chain::Entry;

use crate::{
    cli_support::{Home, Run},
    server_world::{ELVERUM, KEY, OTHER_KEY, World, approve, give_back},
};

/// A report that was returned, came back and was approved, its undo window over.
async fn solved() -> World {
    let world = World::new().await;
    world.submit("3420").await;
    assert_eq!(world.decide("kari", ELVERUM, 1, KEY, &give_back()).await.0, 200);
    world.pass(60);
    assert_eq!(world.correct("3420").await.0, 201);
    assert_eq!(world.decide("kari", ELVERUM, 2, OTHER_KEY, &approve()).await.0, 200);
    world.pass(60);
    world
}

fn run(world: &World, home: &Home, who: &str, arguments: &[&str]) -> Run {
    let token = home.file(&format!("{who}.token"), who);
    let all = [&["--server", &world.running.url, "--token-file", &token], arguments].concat();
    tokio::task::block_in_place(|| home.run(&all))
}

/// Every file of a folder with its content, by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn sum(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

fn parsed(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Value {
    serde_json::from_slice(&files[name]).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Every file is in the list of checksums and has the one that stands there.
fn check_sums(files: &BTreeMap<String, Vec<u8>>) {
    let list = String::from_utf8(files["SHA256SUMS"].clone()).unwrap();
    let listed: BTreeMap<&str, &str> =
        list.lines().map(|line| line.split_once("  ").unwrap()).map(|(sum, name)| (name, sum)).collect();
    let own: BTreeMap<&str, String> = files
        .iter()
        .filter(|(name, _)| *name != "SHA256SUMS")
        .map(|(name, bytes)| (name.as_str(), sum(bytes)))
        .collect();
    assert_eq!(listed, own.iter().map(|(name, sum)| (*name, sum.as_str())).collect());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_says_who_approved_what_electronically_and_belongs_to_the_chain() {
    let world = solved().await;
    let home = Home::new();
    let text = run(&world, &home, "kari", &["archive", "export", ELVERUM, "--format", "txt"]);
    assert_eq!(text.code, 0, "{}", text.err);
    assert!(
        text.out.contains("Godkjent elektronisk av Navn kari, Statsforvalteren i Innlandet, 14.08.2023"),
        "{}",
        text.out
    );
    assert!(text.out.contains("Gjelder KHR-2023H1-3420 versjon 2.") && text.out.contains(OTHER_KEY), "{}", text.out);
    assert!(run(&world, &home, "kari", &["archive", "show", ELVERUM]).out.contains("Godkjent elektronisk"));
    let case = run(&world, &home, "kari", &["archive", "export", ELVERUM, "--format", "json"]).json();
    let receipt = case["decisions"][1]["receipt"].clone();
    assert!(text.out.contains(receipt["hash"].as_str().unwrap()), "{receipt}");
    let judge = |receipt: &Value| {
        let file = home.file("receipt.json", receipt.to_string());
        run(&world, &home, "leder", &["audit", "verify", "--receipt", &file])
    };
    let held = judge(&receipt);
    assert_eq!((held.code, held.err.as_str()), (0, ""), "{}", held.out);
    for (field, other) in [
        ("name", json!("Navn per")),
        ("at", json!("2023-08-14T08:00:00Z")),
        ("decision", json!("return")),
        ("version", json!(1)),
        ("content", json!("v1:00")),
        ("hash", json!("v1:00")),
        ("seq", json!(1)),
    ] {
        let mut forged = receipt.clone();
        forged[field] = other;
        let found = judge(&forged);
        assert_eq!(found.code, 3, "{field}: {}", found.out);
        assert!(found.out.contains(&format!("i kjeden: {field}")), "{field}: {}", found.out);
    }
    let mut forged = receipt.clone();
    forged["key"] = json!("0190a1b2-0000-7000-8000-0000000000ff");
    assert_eq!(judge(&forged).code, 3);
    assert_eq!(judge(&json!({ "hei": 1 })).code, 65);
    // Another office does not see the case, and is told no more than that.
    let file = home.file("receipt.json", receipt.to_string());
    let other = run(&world, &home, "oslo", &["audit", "verify", "--receipt", &file, "--json"]).json();
    assert_eq!(other["differ"], json!(["key"]));
    // The figures that were approved are other ones now: the receipt says so.
    let mut conn = world.beside().await;
    sqlx::query("update report_version set figures = replace(figures, '\"us_inn\":6', '\"us_inn\":7')")
        .execute(&mut conn)
        .await
        .unwrap();
    assert!(judge(&receipt).out.contains("er endret etter beslutningen"));
}

#[tokio::test]
async fn there_is_no_receipt_before_the_undo_window_is_over_and_none_of_what_was_taken_back() {
    let world = World::new().await;
    world.submit("3420").await;
    assert_eq!(world.decide("kari", ELVERUM, 1, KEY, &approve()).await.0, 200);
    assert_eq!(world.case(ELVERUM).await["decisions"][0]["receipt"], Value::Null);
    world.post("kari", &format!("/v1/tasks/{ELVERUM}/undo"), &json!({})).await;
    world.pass(60);
    assert_eq!(world.case(ELVERUM).await["decisions"][0]["receipt"], Value::Null);
    assert_eq!(world.decide("kari", ELVERUM, 1, OTHER_KEY, &approve()).await.0, 200);
    world.pass(60);
    assert_eq!(world.case(ELVERUM).await["decisions"][1]["receipt"]["key"], OTHER_KEY);
    // The unit sees the decision and no receipt: what stands in the log is the office's own.
    let (_, seen) = world.get("elverum", &format!("/v1/tasks/{ELVERUM}")).await;
    assert!(seen["decisions"].as_array().unwrap().iter().all(|made| made["receipt"].is_null()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_comes_back_whole_with_its_checksums_its_metadata_and_events_that_give_their_hashes() {
    let world = solved().await;
    let home = Home::new();
    let folder = home.path().join("pakke");
    let packed = run(&world, &home, "kari", &["archive", "export", ELVERUM, "--package", folder.to_str().unwrap()]);
    assert_eq!(packed.code, 0, "{}", packed.err);
    let files = files(&folder);
    check_sums(&files);
    assert!(packed.out.contains(&sum(&files["SHA256SUMS"])), "{}", packed.out);
    // What came in comes out.
    let sent = serde_json::to_value(crate::server_world::submission("3420", "2023H1")).unwrap();
    let first = parsed(&files, "rapport/versjon-1.json");
    for field in ["values", "remarks", "submitter", "unit", "period"] {
        assert_eq!(first[field], sent[field], "{field}");
    }
    assert_eq!(parsed(&files, "rapport/versjon-2.json")["values"]["us_3_6m"], 4);
    assert!(String::from_utf8_lossy(&files["rapport/versjon-2.txt"]).contains("2E"));
    let decisions = parsed(&files, "beslutninger.json");
    assert_eq!(
        (&decisions[0]["comment"], &decisions[1]["extensions"]),
        (&json!("Kontroller 2E.\nSe også 2F."), &json!(2))
    );
    assert!(!parsed(&files, "funn.json")["pack"].as_str().unwrap().is_empty());
    let receipt = parsed(&files, "kvitteringer/kvittering-2.json");
    assert_eq!(receipt, decisions[1]["receipt"]);
    let log = String::from_utf8(files["hendelser.jsonl"].clone()).unwrap();
    let log: Vec<Entry> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(log.len() > 8 && log.iter().all(|entry| entry.computed() == entry.hash));
    assert!(log.iter().any(|entry| Some(entry.hash.as_str()) == receipt["hash"].as_str()));
    assert!(log.iter().all(|entry| entry.kind != "opened"), "a reviewer does not carry the read log out");
    check_metadata(&files);
    // Nothing is written over.
    let again = run(&world, &home, "kari", &["archive", "export", ELVERUM, "--package", folder.to_str().unwrap()]);
    assert_eq!(again.code, 73, "{}", again.out);
}

/// The metadata has every field that docs/arkiv.md promises, and names files that are there with the sums they have.
fn check_metadata(files: &BTreeMap<String, Vec<u8>>) {
    let metadata = parsed(files, "metadata.json");
    assert_eq!(metadata["schema"], "sfv.arkivpakke/1");
    let has = |value: &Value, wanted: &[&str]| {
        for field in wanted {
            let found = value.pointer(field).unwrap_or(&Value::Null);
            assert!(!found.is_null() && found != "" && *found != json!([]), "{field} in {value}");
        }
    };
    has(
        &metadata,
        &["/arkivskaper/arkivskaperID", "/arkivskaper/arkivskaperNavn", "/uttrekk/tidspunkt", "/regelpakke"],
    );
    let case = [
        "mappeID",
        "tittel",
        "offentligTittel",
        "saksdato",
        "administrativEnhet",
        "saksansvarlig",
        "saksstatus",
        "avsluttetDato",
    ];
    has(&metadata["saksmappe"], &case.map(|field| format!("/{field}")).each_ref().map(String::as_str));
    let entries = metadata["journalpost"].as_array().unwrap();
    let kinds: Vec<&str> = entries.iter().map(|entry| entry["journalposttype"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["Inngående dokument", "Inngående dokument", "Utgående dokument", "Utgående dokument"]);
    for entry in entries {
        has(
            entry,
            &[
                "/registreringsID",
                "/tittel",
                "/dokumentetsDato",
                "/korrespondansepart",
                "/tilgangskode",
                "/skjerming/skjermingshjemmel",
            ],
        );
        let document = &entry["dokumentbeskrivelse"][0];
        has(document, &["/dokumenttype", "/dokumentstatus", "/dokumentobjekt"]);
        for object in document["dokumentobjekt"].as_array().unwrap() {
            let bytes = &files[object["referanseDokumentfil"].as_str().unwrap()];
            assert_eq!(
                (object["sjekksum"].as_str(), object["filstoerrelse"].as_u64()),
                (Some(sum(bytes).as_str()), Some(bytes.len() as u64))
            );
        }
    }
    assert_eq!(entries[0]["korrespondansepart"][0]["kontaktperson"], "Åse Innsender");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_for_the_public_hides_small_figures_words_and_people() {
    let world = solved().await;
    let home = Home::new();
    let folder = home.path().join("offentlig");
    let packed =
        run(&world, &home, "kari", &["archive", "export", ELVERUM, "--public", "--package", folder.to_str().unwrap()]);
    assert_eq!(packed.code, 0, "{}", packed.err);
    let files = files(&folder);
    check_sums(&files);
    let version = parsed(&files, "rapport/versjon-1.json");
    let figures = version["values"].as_object().unwrap();
    assert!(
        figures.values().all(|figure| figure.as_u64().is_none_or(|figure| figure == 0 || figure > 3)),
        "{figures:?}"
    );
    assert!(version["suppressed"].as_array().unwrap().contains(&json!("meld_fristbrudd")));
    for (name, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        for secret in ["Åse Innsender", "innsender@", "000 00 0", "Kontroller 2E", "127.0.0.1"] {
            assert!(!text.contains(secret), "{name} holds {secret}");
        }
    }
    assert!(!files.contains_key("funn.json") && !files.contains_key("sak.txt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_is_one_file_that_tar_unpacks_and_an_open_case_is_not_packed() {
    let world = solved().await;
    world.submit("3403").await;
    let home = Home::new();
    let file = home.path().join("pakke.tar");
    let packed =
        run(&world, &home, "kari", &["archive", "export", ELVERUM, "--package", file.to_str().unwrap(), "--json"])
            .json();
    assert_eq!(packed["schema"], "sfv.package/1");
    let unpacked = std::process::Command::new("tar").arg("-xf").arg(&file).arg("-C").arg(home.path()).status();
    match unpacked {
        Ok(status) => {
            assert!(status.success());
            let files = files(&home.path().join(ELVERUM));
            check_sums(&files);
            assert_eq!(packed["files"], files.len());
        }
        Err(_) => println!("left out: no tar"),
    }
    let open =
        run(&world, &home, "kari", &["archive", "export", "KHR-2023H1-3403", "--package", file.to_str().unwrap()]);
    assert_eq!(open.code, 65, "{}", open.err);
    assert_eq!(run(&world, &home, "oslo", &["archive", "export", ELVERUM]).code, 66);
}
