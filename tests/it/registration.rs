//! The first registration: the first screen of who has logged in and not told how they are reached.

use std::sync::Arc;

use ratatui::{buffer::Buffer, layout::Rect};
use serde_json::json;
use statsforvalter::{
    api::{
        fault::{Fault, FaultKind},
        login::Reach,
        me::Me,
    },
    app::{
        command::Command,
        effect::{Effect, ListKind},
        layout::Size,
        model::{Model, Options, dialog::Dialog},
        msg::{Msg, Reply, Typed},
        update,
    },
    domain::refusal::Refusal,
    keys::keymap::Keymap,
    text::Texts,
    view::{self, Look, theme::Theme},
};
use uuid::Uuid;

fn me(email: &str, phone: &str, needs_registration: bool) -> Me {
    serde_json::from_value(json!({
        "person": "kari", "name": "Kari", "email": email, "phone": phone, "role": "reviewer", "office": "SFIN",
        "office_name": "Innlandet", "office_short": "Innlandet", "unit": null, "demo": false, "undo_seconds": 30,
        "now": "2023-08-24T08:42:00Z", "period": null, "version": "0", "needs_registration": needs_registration,
        "session": null,
    }))
    .expect("a person of the test")
}

/// A program whose person must register.
fn asked(width: u16, height: u16) -> Model {
    let texts = Arc::new(Texts::of("nb").expect("the texts of the program"));
    let now = "2023-08-24T08:42:00Z".parse().expect("a timestamp of the test");
    let options = Options { auto_advance: true, require_seen: false, read_only: false, ascii: true };
    let size = Size { width, height };
    let mut model = Model::new((texts, crate::support::guides()), now, size, options, Uuid::nil());
    let effects = update::begin(&mut model);
    let ticket = effects.iter().find_map(|effect| match effect {
        Effect::FetchTasks(ticket, ..) => Some(*ticket),
        _ => None,
    });
    let refused = Err(Fault::new(FaultKind::NotRegistered));
    let tasks = Reply::Tasks(ticket.expect("the queue is asked for"), ListKind::Queue, refused);
    let _effects = update::update(&mut model, Msg::Reply(Box::new(tasks)));
    let told = update::update(&mut model, Msg::Reply(Box::new(Reply::Me(Ok(me("", "", true))))));
    assert_eq!(told, vec![], "nothing is asked before the person has told");
    model
}

fn wants(model: &mut Model, command: Command) -> Vec<Effect> {
    let now = model.now;
    update::update(model, Msg::Wanted(command, now))
}

fn types(model: &mut Model, text: &str) {
    for letter in text.chars() {
        assert_eq!(update::update(model, Msg::Typed(Typed::Char(letter))), vec![]);
    }
}

fn picture(model: &Model, width: u16, height: u16) -> (String, (u16, u16)) {
    let look = Look {
        theme: Theme::standard(true).expect("the theme of the program"),
        keymap: Keymap::standard().expect("the keys of the program"),
        begun: None,
    };
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let cursor = view::draw(model, &look, &mut buffer);
    let row = |y: u16| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    ((0..height).map(row).collect::<Vec<_>>().join("\n"), (cursor.x, cursor.y))
}

#[test]
fn who_must_register_sees_a_form_of_two_fields_first_and_the_queue_when_it_is_stored() {
    let mut model = asked(80, 24);
    let (shown, cursor) = picture(&model, 80, 24);
    assert!(shown.contains("Start registrering") && shown.contains("E-post på arbeidsstedet"), "{shown}");
    assert_eq!(cursor, (4, 7), "{shown}");
    types(&mut model, "x@");
    assert_eq!(wants(&mut model, Command::Done), vec![], "on to the telephone");
    types(&mut model, "12");
    assert_eq!(wants(&mut model, Command::Done), vec![], "neither can be used");
    let (shown, cursor) = picture(&model, 80, 24);
    assert!(
        shown.contains("«x@» er ingen e-postadresse") && shown.contains("«12» er ikke noe telefonnummer"),
        "{shown}"
    );
    assert_eq!(cursor, (6, 7), "the focus is on the first that is wrong: {shown}");
    types(&mut model, "a.example");
    wants(&mut model, Command::NextField);
    types(&mut model, "345678");
    let effects = wants(&mut model, Command::Done);
    let [Effect::Reach(ticket, told)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(told, &Reach { email: "x@a.example".to_owned(), phone: "12345678".to_owned() });
    assert_eq!(wants(&mut model, Command::Done), vec![], "it is on its way once");
    let stored = Reply::Reached(*ticket, Ok(me("x@a.example", "12345678", false)));
    let effects = update::update(&mut model, Msg::Reply(Box::new(stored)));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::FetchTasks(..))), "{effects:?}");
    assert!(model.dialog.is_none());
}

#[test]
fn what_the_backend_refuses_stands_under_its_field_and_what_was_typed_stays() {
    let mut model = asked(80, 24);
    types(&mut model, "x@a.example");
    wants(&mut model, Command::Done);
    types(&mut model, "12345678");
    for (fault, sentence) in [
        (Fault::refused(Refusal::BadEmail { given: "x@a.example".to_owned() }), "er ingen e-postadresse"),
        (Fault::new(FaultKind::Away), "Får ikke kontakt med tjenesten"),
    ] {
        let effects = wants(&mut model, Command::Done);
        let [Effect::Reach(ticket, _)] = effects.as_slice() else { panic!("{effects:?}") };
        let _effects = update::update(&mut model, Msg::Reply(Box::new(Reply::Reached(*ticket, Err(fault)))));
        let (shown, _) = picture(&model, 80, 24);
        assert!(shown.contains(sentence) && shown.contains("x@a.example") && shown.contains("12345678"), "{shown}");
    }
    wants(&mut model, Command::Back);
    assert!(matches!(model.dialog, Some(Dialog::Quit)), "there is nothing behind it");
    wants(&mut model, Command::Back);
    assert!(matches!(model.dialog, Some(Dialog::Registration(_))), "who stays is asked again");
}

#[test]
fn the_registration_fits_the_smallest_and_the_largest_terminal() {
    for (width, height) in [(40, 12), (80, 24), (160, 45)] {
        let mut model = asked(width, height);
        types(&mut model, "x@");
        wants(&mut model, Command::Done);
        types(&mut model, "1");
        wants(&mut model, Command::Done);
        let (shown, (x, y)) = picture(&model, width, height);
        for wanted in ["Start registrering", "E-post", "Telefon", "x@"] {
            assert!(shown.contains(wanted), "{width}x{height}: {wanted}\n{shown}");
        }
        assert!(x < width && y < height, "{width}x{height}: {x} {y}");
    }
}
