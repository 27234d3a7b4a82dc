//! The linear form, heard and not seen: whole pieces of work done by somebody who knows the choices by their words, and what
//! must never come out.

use std::{fs, path::Path, time::Duration};

use statsforvalter::app::scope::Scope;

use crate::{
    cli_support::Home,
    support::{
        backend::{Backend, rows, rows_of},
        listener::Listener,
        pty::Pty,
    },
};

/// The demo's first clean task: it needs an extension count.
const FIRST: &str = "KHR-2023H1-3420";
/// The decisions of the open task.
const DECISIONS: &str = "select kind, comment from decision where reference = 'KHR-2023H1-3420'";

/// Holds that nothing was said that a screen reader cannot read.
#[track_caller]
fn assert_plain(text: &str) {
    let draws = |letter: &char| {
        let drawn = matches!(u32::from(*letter), 0x2190..=0x21FF | 0x2500..=0x25FF | 0x2800..=0x28FF);
        drawn || (letter.is_control() && *letter != '\n')
    };
    let found: Vec<char> = text.chars().filter(draws).collect();
    assert!(found.is_empty(), "{found:?} in:\n{text}");
    let padded: Vec<&str> = text.lines().filter(|line| line.contains("  ") || line.trim() != *line).collect();
    assert!(padded.is_empty(), "{padded:#?}");
}

fn on_case(home: &Home, backend: &Backend, reference: &str) -> Listener {
    Listener::start(home, &[backend.client().as_slice(), &["--linear", "open", reference]].concat())
}

#[test]
fn a_listener_approves_a_report_with_its_extension_count() {
    let home = Home::new();
    let mut listener = Listener::start(&home, &["demo", "--linear"]);
    listener.assert_heard("34 åpne oppgaver.");
    listener.choose("Velg visning");
    listener.choose("Rene");
    listener.choose("Elverum");
    listener.assert_heard("Rapport fra Elverum, nummer 3420, 2023 1. halvår, versjon 1.");
    listener.choose("Skriv antall utvidelser");
    listener.say("2");
    listener.assert_heard("Punkt 7A");
    listener.choose("Les rapporten");
    listener.choose("Del 1");
    listener.assert_heard("Punkt 1A, Meldinger gjennomgått i perioden, i alt: 160. Forrige halvår 151.");
    listener.say("0");
    listener.assert_heard("Deler fra kommunen som er hørt: 1 av 5.");
    listener.choose("Godkjenn");
    listener.assert_heard("Utvidelser (7A): 2 saker");
    listener.assert_heard("Sendes til: Bufdir");
    // Neither an empty line nor the number that led here confirms.
    listener.say("");
    listener.assert_heard("Ingenting er valgt.");
    listener.say("3");
    listener.assert_heard("Det er ikke et av valgene.");
    listener.say("bekreft");
    listener.assert_heard("Elverum: godkjent. Kan angres til");
    assert_plain(&listener.everything());
    assert_eq!(listener.close(), Some(0));
    let case = home.demo(&["tasks", "show", FIRST, "--json"]).json();
    assert_eq!(
        (case["row"]["state"].as_str(), case["decisions"][0]["extensions"].as_u64()),
        (Some("approved"), Some(2))
    );
}

#[test]
fn a_listener_returns_a_report_with_a_comment_of_several_lines_and_takes_it_back() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut listener = on_case(&home, &backend, FIRST);
    listener.choose("Returner");
    listener.write("Hei Elverum.");
    listener.write("Rett punkt 2E – «ærlig».");
    listener.say(".");
    listener.assert_heard("Teksten er på 2 linjer:");
    listener.choose("Ferdig med teksten");
    listener.assert_heard("Hele kommentaren:\nHei Elverum.\nRett punkt 2E – «ærlig».");
    listener.say("bekreft");
    listener.assert_heard("Elverum: returnert. Kan angres til");
    assert_eq!(rows(&home, DECISIONS), [["return", "Hei Elverum.\nRett punkt 2E – «ærlig»."]]);
    listener.assert_heard("z Angre: Elverum");
    listener.say("z");
    listener.assert_heard("Angret. Elverum er åpen igjen");
    // The case that one is at is another: it is named before anything can be chosen.
    listener.assert_heard("Rapport fra ");
    assert_plain(&listener.everything());
    drop(listener);
    assert_eq!(backend.case(&home, FIRST)["row"]["state"].as_str(), Some("open"));
}

#[test]
fn a_listener_corrects_one_line_of_a_comment_and_takes_another_away() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut listener = on_case(&home, &backend, FIRST);
    listener.choose("Returner");
    for line in ["Hei Elverum.", "", "Rett punkt 2E.", "", "Rett 2F.", "Hilsen"] {
        listener.write(line);
    }
    listener.say(".");
    listener.choose("Rett eller ta bort");
    listener.choose("Rett punkt 2E.");
    listener.assert_heard("Linjen er: Rett punkt 2E.");
    listener.choose("Skriv linjen på nytt");
    listener.say("Rett punkt 2D.");
    listener.assert_heard("Hei Elverum.\nRett punkt 2D.\nRett 2F.\nHilsen");
    listener.choose("Rett eller ta bort");
    listener.choose("Rett punkt 2D.");
    listener.choose("Ta bort linjen");
    listener.assert_heard("Hei Elverum.\nRett 2F.\nHilsen");
    listener.choose("Ferdig med teksten");
    listener.say("nei");
    listener.assert_heard("Skriv bekreft for å bekrefte, 0 for å gå tilbake");
    listener.say("bekreft");
    listener.assert_heard("Elverum: returnert.");
    assert_eq!(rows(&home, DECISIONS), [["return", "Hei Elverum.\n\nRett 2F.\nHilsen"]]);
    assert_plain(&listener.everything());
}

#[test]
fn a_listener_grants_one_access_request_and_rejects_another() {
    let home = Home::new();
    let mut listener = Listener::start(&home, &["demo", "--linear"]);
    listener.choose("Velg visning");
    listener.choose("Tilgang");
    listener.choose("Søknad om rapporttilgang fra Mari Kommunemo");
    listener.assert_heard("E-post: mari.kommunemo@gran.kommune.example");
    listener.choose("Innvilg");
    listener.assert_heard("Rolle: kommune");
    listener.say("bekreft");
    listener.assert_heard("Mari Kommunemo: innvilget.");
    listener.assert_heard("Søker: Tor Kollegabråten");
    listener.choose("Avslå");
    listener.write("Søknaden gjelder feil enhet.");
    listener.say(".");
    listener.choose("Ferdig med teksten");
    listener.say("bekreft");
    listener.assert_heard("Tor Kollegabråten: avslått.");
    assert_plain(&listener.everything());
    assert_eq!(listener.close(), Some(0));
    let state = |reference: &str| home.demo(&["tasks", "show", reference, "--json"]).json()["row"]["state"].clone();
    assert_eq!((state("TLG-000004").as_str(), state("TLG-000005").as_str()), (Some("granted"), Some("rejected")));
}

#[test]
fn a_listener_approves_a_batch_after_the_sample_the_dry_run_and_the_number() {
    let home = Home::new();
    let mut listener = Listener::start(&home, &["demo", "--linear"]);
    listener.choose("Velg visning");
    listener.choose("Rene");
    listener.choose("Merk oppgaver");
    for unit in ["Elverum", "Stange", "Ringsaker"] {
        let number = listener.number(&format!("Merk {unit}"));
        listener.say(&number);
        listener.assert_heard(&format!("Fjern merket fra {unit}"));
        listener.say("l");
    }
    listener.say("0");
    listener.choose("Flere valg");
    listener.choose("Skriv antall utvidelser for alle");
    listener.assert_heard("Elverum: ikke gitt. 2E 6, 2F 0, påkrevd.");
    for (unit, count) in [("Elverum", "2"), ("Stange", "1"), ("Ringsaker", "0")] {
        listener.choose(&format!("{unit}: ikke gitt"));
        listener.say(count);
    }
    listener.assert_heard("Rapporter med antall utvidelser: 3 av 3.");
    listener.say("0");
    listener.choose("Godkjenn de merkede");
    listener.assert_heard("Massegodkjenning");
    while listener.screen().contains("i stikkprøven, ikke sett på") {
        let screen = listener.screen();
        let unseen = screen.lines().find(|line| line.contains("i stikkprøven, ikke sett på")).expect("one is left");
        let (number, _) = unseen.split_once(' ').expect("a choice has its number");
        let number = number.to_owned();
        listener.say(&number);
        listener.assert_heard("Rapport fra");
        listener.choose("I orden");
    }
    listener.choose("Hør hva");
    listener.assert_heard("Antallet som bekrefter.");
    listener.assert_heard("sendes til Bufdir");
    listener.say("2");
    listener.assert_heard("Du skrev «2», men 3 saker er klare. Ingenting er avgjort.");
    // It is asked for again at once.
    listener.say("3");
    listener.wait_until("the end of the batch", |text| {
        text.contains("z angrer hele B-0001") && text.trim_end().ends_with("Velg:")
    });
    assert_plain(&listener.everything());
    assert_eq!(listener.close(), Some(0));
    for reference in [FIRST, "KHR-2023H1-3413", "KHR-2023H1-3411"] {
        let case = home.demo(&["tasks", "show", reference, "--json"]).json();
        assert_eq!(case["row"]["state"].as_str(), Some("approved"), "{reference}");
    }
}

#[test]
fn a_wrong_number_is_told_with_why_and_the_letters_are_not_read_once_more() {
    let home = Home::new();
    let mut listener = Listener::start(&home, &["demo", "--linear"]);
    for words in ["Flere valg", "Gå til enhetene", "Merk enheter", "Merk Etnedal"] {
        listener.choose(words);
    }
    listener.say("2");
    listener.say("0");
    listener.choose("Purr");
    listener.assert_heard("Purre 2 enheter?");
    listener.assert_heard("Hei!");
    listener.say("5");
    listener.assert_heard("Feil: Du skrev «5», men 2 enheter blir purret. Ingenting er sendt.");
    assert!(!listener.screen().contains("Hei!"), "{}", listener.screen());
    listener.say("2");
    listener.assert_heard("Melding: ");
    assert_plain(&listener.everything());
}

#[test]
fn a_line_that_came_before_the_summary_was_told_confirms_nothing() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut listener = on_case(&home, &backend, FIRST);
    listener.choose("Skriv antall utvidelser");
    listener.say("2");
    let approve = listener.number("Godkjenn");
    listener.write(&format!("{approve}\nbekreft\nbekreft"));
    listener.wait_until("that it is dropped", |text| text.contains("Ingenting er sendt. Velg på nytt."));
    assert_eq!(rows(&home, DECISIONS), Vec::<Vec<String>>::new());
    listener.say("bekreft");
    listener.assert_heard("Elverum: godkjent.");
    assert_eq!(rows(&home, DECISIONS).len(), 1);
}

#[test]
fn a_kill_in_the_middle_of_a_comment_loses_no_line_that_was_finished() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut listener = on_case(&home, &backend, FIRST);
    listener.choose("Returner");
    listener.write("Første linje.\nAndre linje.");
    // The lines are on the disk before anything is asked again: the answer to a wrong number would come after them.
    let journals = home.path().join("state");
    let kept = || on_disk(&journals).contains("Andre linje.");
    for _ in 0..600 {
        if kept() {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(kept(), "the line is on the disk");
    listener.kill();
    let mut again = on_case(&home, &backend, FIRST);
    again.assert_heard("En kommentar på 2 linjer er begynt.");
    again.choose("Returner");
    again.assert_heard("Teksten er på 2 linjer:\nFørste linje.\nAndre linje.");
}

/// The text of every file below a folder.
fn on_disk(folder: &std::path::Path) -> String {
    let Ok(entries) = std::fs::read_dir(folder) else { return String::new() };
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    paths
        .map(|path| {
            if path.is_dir() {
                on_disk(&path)
            } else {
                String::from_utf8_lossy(&std::fs::read(&path).unwrap_or_default()).into_owned()
            }
        })
        .collect()
}

#[test]
fn the_last_message_is_read_again_with_m() {
    let home = Home::new();
    let mut listener = Listener::start(&home, &["demo", "--linear"]);
    listener.say("m");
    listener.assert_heard("Ingen melding ennå.");
    listener.say("l");
    listener.choose("Velg visning");
    listener.choose("Rene");
    listener.choose("Elverum");
    listener.choose("Godkjenn");
    let told = listener.screen();
    let message = told.lines().find(|line| line.starts_with("Feil: ")).expect("it is told why not").to_owned();
    // No key is named that a listener does not have.
    assert!(message.ends_with("Skriv antallet først."), "{message}");
    listener.say("0");
    listener.say("m");
    listener.assert_heard(&message);
}

#[test]
fn the_preset_and_the_variable_tell_the_screen_in_lines_in_a_terminal_and_no_letter_does_anything() {
    let home = Home::new();
    home.file("config/config.toml", "keys = \"skjermleser\"\n");
    for variables in [&[][..], &[("ACCESSIBLE", "1"), ("SFV_CONFIG", "/dev/null")][..]] {
        let mut pty = Pty::start_in(&home, &["demo"], (80, 24), variables);
        pty.wait_for("Velg:");
        pty.send("a\r");
        pty.wait_for("Det er ikke et av valgene.");
        pty.look(|screen| assert!(!screen.alternate_screen() && !screen.bracketed_paste()));
        assert!(!pty.raw().contains(&0x1b), "no escape sequence");
    }
}

#[test]
fn every_scope_has_its_linear_form_and_none_is_left_to_a_default() {
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/linear/mod.rs")).expect("a source");
    let (_, from) = source.split_once("let mut told = match now {").expect("the forms are chosen by scope");
    let (arms, _) = from.split_once("choices::add_commands").expect("the choices come after");
    let missing: Vec<Scope> =
        Scope::ALL.into_iter().filter(|scope| !arms.contains(&format!("Scope::{scope:?}"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(!arms.contains("_ => Told") && !arms.contains("_ => {"), "no default arm");
}

#[test]
fn every_page_that_can_be_chosen_is_told_in_plain_lines_and_has_a_way_back() {
    let home = Home::new();
    let mut listener = Listener::start(&home, &["demo", "--linear"]);
    for page in
        ["Nedtelling til fristen", "Lenker, brev", "Rapporterte tall", "Hvem som har tilgang", "Gå til enhetene"]
    {
        listener.choose("Flere valg");
        listener.choose(page);
        listener.number("Tilbake");
        assert!(listener.screen().lines().count() > 3, "{page}: {}", listener.screen());
        while !listener.screen().contains("\n0 Avslutt") {
            listener.say("0");
            listener.say("l");
        }
    }
    listener.choose("Flere valg");
    listener.choose("Løste oppgaver");
    listener.assert_heard("løste oppgaver i arkivet.");
    listener.say("0");
    listener.choose("Finn en kommando");
    listener.say("gjøvik");
    listener.assert_heard("treff på gjøvik.");
    listener.choose("Gjøvik");
    listener.say("0");
    while !listener.screen().contains("\n0 Avslutt") {
        listener.say("0");
        listener.say("l");
    }
    listener.choose("Søk");
    listener.say("elverum");
    listener.assert_heard("Søket er: elverum.");
    listener.choose("Elverum");
    listener.choose("Neste funn");
    listener.choose("Flere valg");
    listener.choose("Alle funn");
    listener.say("0");
    listener.choose("Flere valg");
    listener.choose("Historikk");
    listener.say("0");
    listener.say("?");
    listener.assert_heard("0 går tilbake.");
    listener.assert_heard("idle_lock_minutes");
    listener.assert_heard("0 og 600 sekunder");
    assert_plain(&listener.everything());
}

#[test]
fn what_a_listener_has_not_heard_counts_as_not_seen() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut listener = on_case(&home, &backend, FIRST);
    listener.choose("Skriv antall utvidelser");
    listener.say("2");
    listener.choose("Godkjenn");
    listener.assert_heard("Ikke sett: 1 Meldinger, 2 Undersøkelser");
    listener.say("0");
    listener.choose("Les rapporten");
    listener.choose("Del 2");
    listener.say("0");
    listener.choose("Godkjenn");
    listener.assert_heard("Ikke sett: 1 Meldinger, 3 Barn med tiltak");
}

#[test]
fn a_curve_is_told_as_a_sentence_and_a_point_with_its_figures_and_findings() {
    let home = Home::new();
    let mut listener = Listener::start(&home, &["--demo", "--linear", "open", FIRST]);
    listener.choose("Les rapporten");
    listener.choose("Del 2");
    let sentence = "Punkt 2A, Undersøkelser overført fra forrige periode: 39. Forrige halvår 30. Samme halvår i fjor 37. \
                    Ingen funn.";
    listener.assert_heard(sentence);
    listener.choose("Velg et punkt");
    listener.choose("Punkt 2A");
    listener.assert_heard(
        "Det er 2 flere enn samme halvår i fjor.\nEndringen er 5 prosent.\nHvor sikkert: rekonstruert punkt.",
    );
    listener.assert_heard("Tidligere halvår, nyeste først: 2022H2 30, 2022H1 37,");
    listener.say("0");
    listener.choose("Punkt 2A");
    listener.choose("Skriv et internt notat");
    listener.say("Ring og spør.");
    listener.assert_heard("Internt notat");
}

#[test]
fn every_language_tells_the_linear_form() {
    let home = Home::new();
    for (language, words) in [("nn", "34 opne oppgåver."), ("en", "34 open tasks.")] {
        home.file("config/config.toml", format!("language = \"{language}\"\n"));
        let run = home.run_with(&["demo", "--linear"], "");
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.out.contains(words) && !run.out.contains('‹'), "{}", run.out);
    }
}

#[test]
fn a_listener_who_comes_back_stands_where_they_were_and_another_view_begins_at_its_first_row() {
    let home = Home::new();
    let mut listener = Listener::start(&home, &["demo", "--linear"]);
    listener.choose("Flere, ");
    listener.assert_heard("nummer 13 til 24 av 34.");
    // Into a case and out again: the same rows.
    let row = listener.screen().lines().find_map(|line| {
        line.split_once(' ').filter(|(_, text)| text.contains("KHR-")).map(|(number, _)| number.to_owned())
    });
    listener.say(&row.expect("a row"));
    listener.assert_heard("Rapport fra");
    listener.say("0");
    listener.assert_heard("nummer 13 til 24 av 34.");
    listener.choose("Velg visning");
    listener.choose("Rene");
    listener.assert_heard("nummer 1 til 12 av 15.");
}

#[test]
fn a_count_that_is_not_taken_leaves_the_one_before_and_can_be_taken_away_again() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut listener = on_case(&home, &backend, FIRST);
    listener.choose("Skriv antall utvidelser");
    listener.say("to");
    listener.say(".");
    listener.say("0");
    listener.assert_heard("godkjent av statsforvalteren: ikke gitt.");
    listener.choose("Skriv antall utvidelser");
    listener.say("2");
    listener.assert_heard("godkjent av statsforvalteren: 2.");
    listener.choose("Skriv antall utvidelser");
    listener.say("999");
    listener.say(".");
    listener.assert_heard("Her står nå: 2.");
    listener.choose("Ta bort antallet");
    listener.assert_heard("ikke gitt.");
}

#[test]
fn a_demo_that_is_started_again_does_not_take_its_last_run_for_another_window() {
    let home = Home::new();
    let listener = Listener::start(&home, &["--demo", "--linear", "open", FIRST]);
    listener.assert_heard("Rapport fra Elverum");
    let looking = || rows_of(&home, "data/demo-SFIN.sqlite", "select person from presence").len();
    listener.wait_until("that somebody looks", |_| looking() == 1);
    // It is killed, and so does not say that it leaves.
    drop(listener);
    assert_eq!(looking(), 1);
    home.demo(&["tasks", "list", "--json"]);
    assert_eq!(looking(), 0);
}

#[test]
fn what_was_heard_of_a_report_is_known_when_it_is_opened_again() {
    let home = Home::new();
    let mut listener = Listener::start(&home, &["demo", "--linear"]);
    listener.choose("Velg visning");
    listener.choose("Rene");
    listener.choose("Elverum");
    listener.choose("Les rapporten");
    listener.choose("Del 1");
    listener.say("0");
    listener.assert_heard("Deler fra kommunen som er hørt: 1 av 5.");
    listener.say("0");
    listener.choose("Elverum");
    listener.assert_heard("Deler fra kommunen som er hørt: 1 av 5.");
}
