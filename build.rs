//! Makes typed functions of the texts in `config/locales`, so that a missing or misspelt text does not compile.

use std::{env, path::Path, process::ExitCode};

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=config/locales");
    let Some(out) = env::var_os("OUT_DIR") else {
        return ExitCode::FAILURE;
    };
    let path = |name: &str| Path::new(&out).join(name).to_string_lossy().into_owned();
    build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("config/locales")
            .with_output_file_path(&path("l10n.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&path("texts.ftl")))
            .with_default_language("nb")
            .with_prefix("")
            .with_lint_level(LintLevel::Deny)
            .without_bidi_isolation(),
    )
}
