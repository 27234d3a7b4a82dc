//! Words from outside: comments and files.
//! Imports `domain`.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use super::{args::CommentArgs, failure::Failure};
use crate::domain::{
    decision::Comment,
    refusal::{FileFault, Refusal},
};

/// The largest file with a comment, well over what a comment may hold.
const LARGEST_COMMENT_FILE: u64 = 1024 * 1024;

/// The comment of a decision, from the flag, a file or standard input.
pub(super) fn comment(args: &CommentArgs) -> Result<Option<Comment>, Failure> {
    let text = match (&args.comment, &args.comment_file) {
        (Some(text), _) => text.clone(),
        (None, Some(file)) => {
            let bytes = read(file, LARGEST_COMMENT_FILE)?;
            String::from_utf8(bytes)
                .map_err(|_binary| Refusal::BadFile { line: None, fault: FileFault::Encoding })?
                .trim_start_matches('\u{feff}')
                .replace("\r\n", "\n")
        }
        (None, None) => return Ok(None),
    };
    Ok(Some(Comment::new(&text)?))
}

/// A file's bytes, `-` for standard input; of one that is too large only so much that it shows.
pub(super) fn read(file: &Path, largest: u64) -> Result<Vec<u8>, Failure> {
    let fault = |cause: io::Error| Failure::Input { file: file.to_owned(), cause };
    let mut bytes = Vec::new();
    let source: Box<dyn Read> =
        if file == Path::new("-") { Box::new(io::stdin().lock()) } else { Box::new(File::open(file).map_err(fault)?) };
    source.take(largest + 1).read_to_end(&mut bytes).map_err(fault)?;
    if bytes.len() as u64 > largest {
        return Err(Refusal::BadFile { line: None, fault: FileFault::TooLarge { limit: largest } }.into());
    }
    Ok(bytes)
}
