//! What libraries, the system and the databases say, told in our words.

use std::io;

use serde::Deserialize;

use statsforvalter::text::{
    DEFAULT_LANGUAGE, Texts,
    foreign::{say, system},
};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    #[expect(dead_code, reason = "only its name and kind matter")]
    name: String,
    #[expect(dead_code, reason = "only its name and kind matter")]
    count: u32,
    #[expect(dead_code, reason = "only its name and kind matter")]
    kind: Kind,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    One,
    Two,
}

fn texts() -> Texts {
    Texts::of(DEFAULT_LANGUAGE).expect("the texts of the program")
}

fn check(words: &str, told: &str) {
    assert_eq!(say(&texts(), words), told, "{words}");
}

#[test]
fn what_a_reader_of_toml_says_is_told_with_its_names() {
    let kinds: Vec<Kind> = vec![Kind::One, Kind::Two];
    assert_eq!(kinds.len(), 2);
    let read = |text: &str, told: &str| {
        let error = toml::from_str::<Sheet>(text).expect_err("it is wrong");
        check(error.message(), told);
        let whole = say(&texts(), &format!("login: {error}"));
        assert!(whole.starts_with(&format!("login: {told}, linje ")), "{error}: {whole}");
    };
    read("name = 3", "3 kan ikke stå her; det skal være tekst i anførselstegn");
    read("name = \"a\"", "feltet «count» mangler");
    read("nam = \"a\"", "det er ikke noe felt «nam» (disse kan brukes: name, count, kind)");
    read(
        "name = \"a\"\ncount = -1\nkind = \"one\"",
        "-1 kan ikke stå her; det skal være et helt tall fra 0 og oppover",
    );
    read("name = \"a\"\ncount = 1\nkind = \"three\"", "«three» kan ikke stå her (disse kan brukes: one, two)");
    read("name = \"a\"\nname = \"b\"", "en nøkkel står to ganger");
    read("name = a", "verdien mangler, eller tekst står uten anførselstegn");
    read("name \"a\"", "det mangler et likhetstegn etter navnet");
    read("name =", "verdien mangler, eller tekst står uten anførselstegn");
    read("[name", "en parentes er ikke lukket");
    read("name = \"a", "teksten er ikke avsluttet eller har et tegn som ikke kan stå i den");
}

#[test]
fn what_a_reader_of_json_and_of_tables_says_is_told_with_its_place() {
    let read = |text: &str| serde_json::from_str::<Sheet>(text).expect_err("it is wrong").to_string();
    check(&read("{\"name\": 3}"), "3 kan ikke stå her; det skal være tekst i anførselstegn, linje 1, tegn 10");
    check(
        &read("{"),
        "innholdet slutter midt i noe; en parentes eller et anførselstegn er ikke lukket, linje 1, tegn 1",
    );
    check(&read("{} 1"), "feltet «name» mangler, linje 1, tegn 2");
    check(&read("tull"), "skrivemåten er feil, linje 1, tegn 2");
    let mut table = csv::Reader::from_reader("a,b\n1\n".as_bytes());
    let error = table.records().next().and_then(Result::err).expect("it is wrong");
    check(&error.to_string(), "antall felter i raden er 1; i radene før er det 2, linje 2");
    check(
        "kind: unknown variant `x`, expected `a` or `b` at line 1 column 9",
        "kind: «x» kan ikke stå her (disse kan brukes: a, b), linje 1, tegn 9",
    );
}

#[test]
fn what_the_system_and_the_databases_say_is_told_by_its_number() {
    for (number, told) in [
        (2, "filen eller mappen finnes ikke"),
        (13, "programmet mangler rettigheter til det"),
        (28, "disken er full"),
        (111, "ingen svarer på adressen"),
    ] {
        let error = io::Error::from_raw_os_error(number);
        check(&error.to_string(), told);
        check(&format!("/a/b.toml: {error}"), &format!("/a/b.toml: {told}"));
        check(&format!("client error (Connect): tcp connect error: {error}"), told);
        assert_eq!(system(&texts(), &error), told);
    }
    check("error returned from database: (code: 13) database or disk is full", "disken er full");
    let busy = "et annet program holder på å skrive i databasen; vent til det er ferdig, og prøv igjen";
    check("error returned from database: (code: 5) database is locked", busy);
    check("error returned from database: (code: 517) database is locked", busy);
    check("stream did not contain valid UTF-8", "den er ikke i UTF-8");
}

#[test]
fn what_is_not_known_is_quoted_as_what_it_is() {
    check("a thing happened.", "grunnen er oppgitt av et programbibliotek, i dets egne ord: «a thing happened»");
    check("a \u{1b}[2J", "grunnen er oppgitt av et programbibliotek, i dets egne ord: «a \u{fffd}[2J»");
    check("SHA-256", "SHA-256");
    check(" ", "grunnen er ikke oppgitt");
}
