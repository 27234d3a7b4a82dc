//! How it is said: the sentences of `config/locales`, numbers, dates, folding and cleaning of text.
//! Imports `domain` and, for the sentences of faults, the plain data of `api`.

pub mod clean;
pub mod date;
pub mod fold;
pub mod number;
pub mod refusal;

/// The generated functions, one per text.
#[expect(
    missing_docs,
    clippy::pedantic,
    clippy::use_self,
    clippy::unwrap_used,
    clippy::or_fun_call,
    clippy::map_err_ignore,
    reason = "generated from config/locales, where every text is documented"
)]
mod l10n {
    include!(concat!(env!("OUT_DIR"), "/l10n.rs"));
}

pub use l10n::L10nLanguage as Texts;

/// The texts of the program's own screen and messages.
#[must_use]
pub fn bokmal() -> Texts {
    l10n::L10n::Nb.load()
}
