//! What the shared backend's settings promise.

use std::os::unix::fs::PermissionsExt as _;

use super::*;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder of the test"))
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, text).expect("a file of the test");
        path
    }
}

fn read(text: &str, environment: &[(&str, &str)], flags: &[(&'static str, &str)]) -> (Service, Vec<Mistake>) {
    let folder = Folder::new();
    let given = Given {
        file: Some(folder.file("serve.toml", text)),
        environment: environment.iter().map(|(name, words)| ((*name).into(), (*words).into())).collect(),
        flags: flags.iter().map(|(name, words)| (*name, (*words).to_owned())).collect(),
    };
    Service::read(&given).expect("the list of keys")
}

/// The mistakes as line and column and what is wrong.
fn mistakes(text: &str) -> Vec<(usize, usize, MistakeKind)> {
    let found = read(text, &[], &[]).1.into_iter();
    found
        .map(|mistake| match mistake.place {
            Place::File { line, column, .. } => (line, column, mistake.kind),
            _ => (0, 0, mistake.kind),
        })
        .collect()
}

fn check(text: &str, line: usize, column: usize, kind: MistakeKind) {
    assert_eq!(mistakes(text), [(line, column, kind)], "{text}");
}

#[test]
fn the_defaults_are_all_in_order() {
    let (service, mistakes) = read("", &[], &[]);
    assert_eq!(mistakes, []);
    assert_eq!(service.address("listen.address").map(|address| address.port()), Some(8470));
    assert!(service.keys().iter().all(|key| key.name.matches('.').count() == 1 && !key.about.is_empty()));
}

#[test]
fn a_flag_wins_over_the_environment_and_that_over_the_file_and_that_over_the_default() {
    let file = "[limits]\nburst = 7\nper_token = 8\nconnections = 9\n[listen]\naddress = \"127.0.0.1:1\"\n";
    let environment = [("SFV_LIMITS_PER_TOKEN", "80"), ("SFV_LISTEN_ADDRESS", "127.0.0.1:2"), ("HOME", "x")];
    let (service, mistakes) = read(file, &environment, &[("listen.address", "127.0.0.1:3")]);
    assert_eq!(mistakes, []);
    let numbers = ["limits.burst", "limits.per_token", "limits.body_bytes"].map(|name| service.number(name));
    assert_eq!(numbers, [7, 80, 1 << 20]);
    assert_eq!(service.address("listen.address").map(|address| address.port()), Some(3));
    let flag = Place::Flag { flag: "--listen".to_owned() };
    assert_eq!((service.place("listen.address"), service.place("limits.body_bytes")), (flag, Place::Default));
    assert!(matches!(service.place("limits.burst"), Place::File { line: 2, column: 9, .. }));
    let variable = Place::Environment { variable: "SFV_LIMITS_PER_TOKEN".to_owned() };
    assert_eq!(service.place("limits.per_token"), variable);
}

#[test]
fn every_mistake_is_told_with_line_column_and_nearest_name() {
    let key = |name: &str| name.to_owned();
    let near = |given: &str, nearest: &str| MistakeKind::Unknown { given: key(given), nearest: Some(key(nearest)) };
    check("[listen]\nadress = \"127.0.0.1:1\"", 2, 1, near("listen.adress", "listen.address"));
    check("[limit]\nburst = 2", 2, 1, near("limit.burst", "limits.burst"));
    check("[limts]", 1, 2, near("limts", "limits"));
    check("port = 3", 1, 1, MistakeKind::Unknown { given: key("port"), nearest: None });
    check(
        "[limits]\nburst = \"to\"",
        2,
        9,
        MistakeKind::WrongKind { key: key("limits.burst"), kind: ValueKind::Number },
    );
    let range = MistakeKind::OutOfRange { key: key("limits.burst"), least: 1, most: 100_000 };
    check("[limits]\nburst = 0", 2, 9, range.clone());
    check("[limits]\nburst = -1", 2, 9, range);
    let choices = MistakeKind::NotOneOf { key: key("log.form"), given: key("xml"), choices: key("text, json") };
    check("[log]\nform = \"xml\"", 2, 8, choices);
    let networks = MistakeKind::WrongKind { key: key("listen.proxies"), kind: ValueKind::Networks };
    check("[listen]\nproxies = [\"10.0.0.0/40\"]", 2, 11, networks);
    let all = mistakes("[log]\nform = 1\nlevel = 2\n[tull]\nx = 1\n");
    assert_eq!(all.len(), 3, "{all:?}");
}

#[test]
fn a_file_that_is_no_toml_is_told_with_the_place_and_without_the_line() {
    let found = mistakes("[database]\naddress = \"postgres://sfv:hemmelig@db.example/sfv\n");
    assert_eq!((found[0].0, found.is_empty()), (2, false));
    assert!(!format!("{found:?}").contains("hemmelig"), "{found:?}");
}

#[test]
fn a_secret_comes_from_a_private_file_or_the_environment_and_is_never_shown() {
    let with_password = "postgres://sfv:hemmelig@db.example/sfv?sslmode=require";
    let here = MistakeKind::SecretHere { key: "database.address".to_owned() };
    check(&format!("[database]\naddress = \"{with_password}\""), 2, 11, here.clone());
    check(
        "[database]\npassword = \"hemmelig\"",
        2,
        12,
        MistakeKind::SecretHere { key: "database.password".to_owned() },
    );
    let by_flag = read("", &[], &[("database.address", with_password)]).1;
    assert_eq!(by_flag.into_iter().map(|mistake| mistake.kind).collect::<Vec<_>>(), [here]);
    let (service, mistakes) = read("", &[("SFV_DATABASE", with_password), ("SFV_DATABASE_PASSWORD", "hemmelig")], &[]);
    assert_eq!(mistakes, []);
    assert_eq!(service.text("database.address"), Some(with_password));
    assert!(!format!("{service:?}").contains("hemmelig"), "{service:?}");

    let folder = Folder::new();
    let file = folder.file("passord", "hemmelig\n");
    let text = format!("[database]\npassword_file = \"{}\"", file.display());
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("permissions");
    assert_eq!(read(&text, &[], &[]).1, []);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("permissions");
    assert!(matches!(mistakes_of(&text)[..], [MistakeKind::ReadableByOthers { .. }]));
}

fn mistakes_of(text: &str) -> Vec<MistakeKind> {
    mistakes(text).into_iter().map(|(_, _, kind)| kind).collect()
}

#[test]
fn a_variable_with_a_slip_in_it_is_told() {
    let (_, mistakes) = read("", &[("SFV_LISTEN_ADRESS", "x"), ("SFV_SERVER", "http://a"), ("SFV_LOG_FORM", "")], &[]);
    let nearest = Some("SFV_LISTEN_ADDRESS".to_owned());
    let unknown = MistakeKind::Unknown { given: "SFV_LISTEN_ADRESS".to_owned(), nearest };
    assert_eq!(mistakes.into_iter().map(|mistake| mistake.kind).collect::<Vec<_>>(), [unknown]);
}

#[test]
fn an_address_that_others_reach_needs_tls_or_an_express_word() {
    let open = MistakeKind::OpenToAll { address: "0.0.0.0:8470".to_owned() };
    check("[listen]\naddress = \"0.0.0.0:8470\"", 2, 11, open);
    assert_eq!(mistakes("[listen]\naddress = \"0.0.0.0:8470\"\nplain = true"), []);
    let measured = MistakeKind::OpenToAll { address: "0.0.0.0:9470".to_owned() };
    check("[metrics]\naddress = \"0.0.0.0:9470\"", 2, 11, measured);
}

#[test]
fn a_certificate_needs_its_key() {
    let folder = Folder::new();
    let file = folder.file("sfv.pem", "");
    let found = mistakes_of(&format!("[tls]\ncertificate = \"{}\"", file.display()));
    assert_eq!(found, [MistakeKind::Needs { key: "tls.certificate".to_owned(), other: "tls.key".to_owned() }]);
}

#[test]
fn a_database_on_another_machine_is_spoken_to_with_tls() {
    let plain = |address: &str| mistakes_of(&format!("[database]\naddress = \"{address}\""));
    let refused = [MistakeKind::PlainDatabase { key: "database.address".to_owned() }];
    for address in ["postgres://sfv@db.example/sfv", "postgresql://sfv@10.0.0.1/sfv?sslmode=prefer"] {
        assert_eq!(plain(address), refused, "{address}");
    }
    let fine = ["sfv@127.0.0.1:1/sfv", "sfv@localhost/sfv", "sfv@[::1]/sfv", "sfv@%2Frun%2Fpostgresql/sfv"];
    for address in fine.map(|rest| format!("postgres://{rest}")) {
        assert_eq!(plain(&address), [], "{address}");
    }
    assert_eq!(plain("postgres://sfv@db.example/sfv?sslmode=verify-full"), []);
}
