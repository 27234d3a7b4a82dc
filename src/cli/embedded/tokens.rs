//! Tokens on the disk: one file per person, readable by its owner only.
//! Imports `server` and `settings`.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use uuid::Uuid;

use crate::{cli::failure::Failure, server::private, settings::Token};

/// A token that nobody can guess.
pub(in crate::cli) fn fresh() -> Token {
    Token::new(&format!("sfv_{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple()))
}

/// The token in a file; a fresh one where there is none.
pub(in crate::cli) fn keep(file: &Path) -> Result<Token, Failure> {
    match fs::read_to_string(file) {
        Ok(text) if !text.trim().is_empty() => Ok(Token::new(&text)),
        Ok(_) => write(file, fresh()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => write(file, fresh()),
        Err(cause) => Err(Failure::Input { file: file.to_owned(), cause }),
    }
}

/// Writes a token to a file.
pub(in crate::cli) fn write(file: &Path, token: Token) -> Result<Token, Failure> {
    let fault = |cause: io::Error| Failure::Write { file: file.to_owned(), cause };
    if let Some(folder) = file.parent() {
        make_private(folder).map_err(fault)?;
    }
    let mut stream = private::options().write(true).create(true).truncate(true).open(file).map_err(fault)?;
    writeln!(stream, "{}", token.reveal()).map_err(fault)?;
    Ok(token)
}

/// A folder that only its owner reads.
pub(super) fn make_private(folder: &Path) -> io::Result<()> {
    private::make_folder(folder)
}
