//! Tests of key maps: what a file may say, and what is told of its mistakes.

use super::*;

fn keymap() -> Keymap {
    Keymap::standard().expect("the preset parses")
}

fn check(scope: Scope, key: &str, deed: Option<&Deed>) {
    assert_eq!(keymap().deed(scope, key.parse().expect("a key of the test")).as_ref(), deed, "{scope:?} {key}");
}

#[test]
fn no_default_key_needs_altgr_or_a_dead_key_on_a_norwegian_keyboard() {
    for (_, stroke, _) in Keymap::names().flat_map(|name| preset(name).every_key().collect::<Vec<_>>()) {
        for key in [stroke.first, Some(stroke.key)].into_iter().flatten() {
            assert!(!matches!(key, Key::Char(letter) if "[]{}@$£€~^`´|\\".contains(letter)), "{stroke}");
        }
    }
}

#[test]
fn a_decision_is_begun_inside_a_task_only_and_confirmed_by_enter_only() {
    for scope in Scope::ALL {
        for command in keymap().commands(scope) {
            let inside = matches!(scope, Scope::Report | Scope::Access);
            let begins = matches!(
                command,
                Command::Approve | Command::Return | Command::Grant | Command::Reject | Command::Forward
            );
            assert!(!begins || inside, "{scope:?} {command:?}");
        }
    }
    let keys = keymap().keys_of(Scope::Summary, Command::Confirm);
    assert_eq!(keys.iter().map(ToString::to_string).collect::<Vec<_>>(), ["Enter"]);
}

#[test]
fn a_dialog_lets_no_key_through_and_a_field_takes_them_as_text() {
    check(Scope::Summary, "a", None);
    check(Scope::Summary, "z", None);
    check(Scope::Editor, "a", Some(&Deed::Typed(Typed::Char('a'))));
    check(Scope::Editor, "Enter", Some(&Deed::Typed(Typed::Enter)));
    check(Scope::Report, "z", Some(&Deed::Command(Command::Undo)));
    check(Scope::List, "a", None);
}

fn preset(name: &str) -> Keymap {
    Keymap::preset(name).expect("the preset parses")
}

#[test]
fn in_every_preset_every_command_has_a_key_where_it_has_one_in_norsk() {
    for name in Keymap::names() {
        let keymap = preset(name);
        for scope in Scope::ALL {
            assert_eq!(keymap.commands(scope), preset(STANDARD).commands(scope), "{name} {scope:?}");
        }
    }
}

#[test]
fn behind_a_leader_no_letter_does_anything_alone() {
    let keymap = preset("prefix");
    let leader = keymap.leader().expect("a leader");
    for (scope, stroke, command) in keymap.every_key() {
        let alone = stroke.first.is_none() && matches!(stroke.key, Key::Char(_));
        assert!(!alone || keymap.types(scope), "{scope:?} {stroke} {command:?}");
    }
    assert_eq!(keymap.deed(Scope::Report, Key::Char('a')), None);
    assert_eq!(keymap.deed(Scope::Report, leader), Some(Deed::Begins));
    assert_eq!(keymap.after(Scope::Report, leader, Key::Char('a')), Some(Command::Approve));
    assert_eq!(keymap.after(Scope::Report, leader, Key::Char('z')), Some(Command::Undo));
    assert!(keymap.following(Scope::Report, leader).contains(&(Key::Char('a'), Command::Approve)));
}

#[test]
fn in_vim_two_letters_go_to_the_beginning_and_one_to_the_end() {
    let keymap = preset("vim");
    let g = Key::Char('g');
    assert_eq!(keymap.deed(Scope::List, g), Some(Deed::Begins));
    assert_eq!(keymap.after(Scope::List, g, g), Some(Command::First));
    assert_eq!(keymap.deed(Scope::List, Key::Char('G')), Some(Deed::Command(Command::Last)));
}

#[test]
fn keys_of_one_s_own_come_on_top_of_a_preset() {
    let keymap = Keymap::own(STANDARD, "[report]\n\"å\" = \"next-task\"\n\"æ\" = \"\"\n").expect("a key map");
    assert_eq!(keymap.deed(Scope::Report, Key::Char('å')), Some(Deed::Command(Command::NextTask)));
    assert_eq!(keymap.deed(Scope::Report, Key::Char('æ')), None);
    let vim = Keymap::own(STANDARD, "base = \"vim\"\n").expect("a key map");
    assert_eq!(vim.deed(Scope::List, Key::Char('g')), Some(Deed::Begins));
}

fn refused(text: &str, at: (usize, usize), fault: &KeyFault) {
    let bad = Keymap::own(STANDARD, text).expect_err("a mistake");
    assert_eq!(((bad.line, bad.column), &bad.fault), (at, fault), "{text}");
}

#[test]
fn a_mistake_in_a_key_map_is_told_with_its_place_and_the_nearest_name() {
    let some = |text: &str| Some(text.to_owned());
    refused("[list]\n\"x\" = \"opem\"\n", (2, 7), &KeyFault::Command("opem".into(), some("open")));
    refused("[list]\n\"Entr\" = \"open\"\n", (2, 1), &KeyFault::Key("Entr".into()));
    refused("# mine\n[lst]\n", (2, 2), &KeyFault::Scope("lst".into(), some("list")));
    refused("[list]\n\"x\" = 4\n", (2, 7), &KeyFault::Shape("4".into()));
    refused("\"x\" = 4\n", (1, 1), &KeyFault::Loose("x".into()));
    refused("[report]\n\"Enter\" = \"approve\"\n", (2, 1), &KeyFault::EnterBegins(Command::Approve));
    let both = Keymap::mistakes(STANDARD, "[lst]\n\"x\" = \"opem\"\n");
    assert_eq!(both.len(), 2, "a scope that is not there hides no mistake in it: {both:?}");
    let names = Keymap::names().map(str::to_owned).collect();
    refused("\nbase = \"emacs\"\n", (2, 1), &KeyFault::Map("emacs".into(), names));
    let bad = Keymap::own(STANDARD, "[list]\n\"x\" = \n").expect_err("a mistake");
    assert!(matches!(bad.fault, KeyFault::Syntax(_)) && bad.line == 2, "{bad:?}");
}

#[test]
fn every_mistake_of_a_key_map_is_told_in_the_order_of_the_file() {
    let text = "[list]\n\"x\" = \"opem\"\n\"Entr\" = \"open\"\n[lst]\n[summary]\n\"a\" = \"confirm\"\n";
    let lines: Vec<usize> = Keymap::mistakes(STANDARD, text).iter().map(|bad| bad.line).collect();
    assert_eq!(lines, [2, 3, 4, 6]);
    assert_eq!(Keymap::mistakes(STANDARD, "[list]\n\"å\" = \"open\"\n"), []);
}

#[test]
fn a_key_map_cannot_make_a_decision_easier_to_give_by_accident() {
    let q = Stroke::from(Key::Char('q'));
    refused("[summary]\n\"a\" = \"confirm\"\n", (2, 1), &KeyFault::OnlyEnter(Command::Confirm));
    refused("[list]\n\"a\" = \"approve\"\n", (2, 1), &KeyFault::NotHere(Command::Approve, Scope::List));
    refused("[summary]\n\"Enter\" = \"\"\n", (1, 1), &KeyFault::Trapped(Command::Confirm, Scope::Summary));
    let shut = "[summary]\n\"Esc\" = \"\"\n\"q\" = \"\"\n";
    refused(shut, (1, 1), &KeyFault::Trapped(Command::Back, Scope::Summary));
    let both = Stroke { first: Some(Key::Char('q')), key: Key::Char('q') };
    refused("[list]\n\"q q\" = \"back\"\n", (1, 1), &KeyFault::Begins(q, both));
    refused("[editor]\n\"x\" = \"done\"\n", (2, 1), &KeyFault::Letter(Key::Char('x').into(), Scope::Editor));
}
