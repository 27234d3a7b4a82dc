//! The unit of systemd: what it may do on the machine is judged by systemd's own program.

use std::{env, fs, process::Command};

use crate::cli_support::Home;

/// The most exposure that is accepted, in tenths: 0 is none and 100 is a service without any protection.
const MOST_EXPOSURE: &str = "12";
const UNIT: &str = "config/systemd/sfv.service";

/// The program, where `tests/run` has found or installed it.
fn analyze() -> Option<Command> {
    let Some(program) = env::var_os("SFV_TEST_SYSTEMD_ANALYZE") else {
        println!("left out: SFV_TEST_SYSTEMD_ANALYZE names no systemd-analyze");
        return None;
    };
    let mut command = Command::new(program);
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    Some(command)
}

#[test]
fn the_unit_is_exposed_to_less_than_the_limit() {
    let Some(mut command) = analyze() else { return };
    let threshold = format!("--threshold={MOST_EXPOSURE}");
    let output = command.args(["security", "--offline=yes", "--no-pager", &threshold, UNIT]).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("Overall exposure level"), "{said}");
}

#[test]
fn the_unit_names_nothing_that_systemd_does_not_know() {
    let Some(mut command) = analyze() else { return };
    let folder = tempfile::tempdir().expect("a folder of the test");
    // The program itself is installed elsewhere; everything else is judged as it stands.
    let unit = fs::read_to_string(UNIT).expect("the unit").replace("/usr/bin/sfv", "/bin/true");
    let file = folder.path().join("sfv.service");
    fs::write(&file, unit.lines().filter(|line| !line.starts_with("Documentation")).collect::<Vec<_>>().join("\n"))
        .expect("a file of the test");
    let output = command.args(["verify", "--man=no"]).arg(&file).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && !said.contains("sfv.service"), "{said}");
}

#[test]
fn the_example_of_a_configuration_is_in_order() {
    let home = Home::new();
    let text = fs::read_to_string("config/systemd/sfv.toml").expect("the example");
    // Files of the operator's machine are left out: they are not here.
    let kept: Vec<&str> = text.lines().filter(|line| !line.contains("\"/")).collect();
    let file = home.file("sfv.toml", kept.join("\n"));
    let run = home.run(&["config", "check", "--config", &file]);
    assert_eq!(run.code, 0, "{}", run.out);
}
