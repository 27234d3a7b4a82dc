//! Words from outside: comments and files.
//! Imports `domain` and `text`.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use super::{args::CommentArgs, failure::Failure};
use crate::{
    domain::{
        decision::Comment,
        refusal::{FileFault, Refusal},
    },
    text::{Texts, clean},
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
                .to_owned()
        }
        (None, None) => return Ok(None),
    };
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    // Before the rest: a comment of nothing but such signs is not only empty.
    HiddenSign::none_in(Field::Comment, &text)?;
    Ok(Some(Comment::new(&text)?))
}

/// What a sign stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// The comment of a decision.
    Comment,
    /// The subject of a letter: one line.
    Subject,
    /// The text of a letter.
    Body,
}

/// A sign that cannot be sent: it would steer the receiver's screen, turn the writing or hide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HiddenSign {
    field: Field,
    sign: char,
    line: usize,
    column: usize,
}

impl HiddenSign {
    /// Looks for one.
    pub(super) fn none_in(field: Field, text: &str) -> Result<(), Failure> {
        for (at, line) in text.split('\n').enumerate() {
            let found = line.chars().enumerate().find(|(_, sign)| clean::hides_in(*sign));
            if let Some((column, sign)) = found {
                return Err(Failure::HiddenSign(Self { field, sign, line: at + 1, column: column + 1 }));
            }
            if field == Field::Subject && text.contains('\n') {
                let column = line.chars().count() + 1;
                return Err(Failure::HiddenSign(Self { field, sign: '\n', line: at + 1, column }));
            }
        }
        Ok(())
    }

    /// Which sign, where, and what to do.
    pub(super) fn lines(self, texts: &Texts) -> Vec<String> {
        let code = format!("U+{:04X}", u32::from(self.sign));
        let sign = match self.sign {
            '\0' => texts.say("hidden-sign-null"),
            '\u{1b}' => texts.say("hidden-sign-escape"),
            '\n' | '\r' => texts.with("hidden-sign-break", &[("code", &code)]),
            sign if sign.is_control() => texts.with("hidden-sign-control", &[("code", &code)]),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => texts.with("hidden-sign-turn", &[("code", &code)]),
            _ => texts.with("hidden-sign-hidden", &[("code", &code)]),
        };
        let what = match self.field {
            Field::Comment => "comment",
            Field::Subject => "subject",
            Field::Body => "body",
        };
        let (line, column) = (self.line.to_string(), self.column.to_string());
        let values = [("what", what), ("sign", &sign), ("line", &line), ("column", &column)];
        vec![texts.with("hidden-sign", &values), texts.say("hidden-sign-advice")]
    }
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
