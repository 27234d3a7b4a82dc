//! Reads the program's own source as words, signs and quoted texts, for the tests of its shape and of its texts.

use std::{fs, iter::Peekable, path::Path, str::Chars};

/// What a source file is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A name or a keyword.
    Word(String),
    /// What stands between quotation marks.
    Text(String),
    /// `::`.
    Path,
    /// Any other sign.
    Sign(char),
}

/// A token and its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) token: Token,
    pub(crate) line: usize,
}

impl Placed {
    pub(crate) fn word(&self) -> Option<&str> {
        if let Token::Word(word) = &self.token { Some(word) } else { None }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        if let Token::Text(text) = &self.token { Some(text) } else { None }
    }

    pub(crate) fn is(&self, sign: char) -> bool {
        self.token == Token::Sign(sign)
    }
}

/// A file of `src`.
#[derive(Debug)]
pub(crate) struct SourceFile {
    /// Where it lies, from the top of the project.
    pub(crate) path: String,
    /// The module it is: `src/app/update/case.rs` is `app`, `update`, `case`.
    pub(crate) module: Vec<String>,
    /// What stands in it.
    pub(crate) text: String,
}

/// Every file of `src`, in the order of the paths.
pub(crate) fn files() -> Vec<SourceFile> {
    let mut found = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")), "src", &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn collect(root: &Path, folder: &str, found: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(root.join(folder)).expect("a folder of the project can be read") {
        let entry = entry.expect("an entry of a folder can be read");
        let name = entry.file_name().into_string().expect("names of source files are UTF-8");
        let path = format!("{folder}/{name}");
        if entry.path().is_dir() {
            collect(root, &path, found);
        } else if entry.path().extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(entry.path()).expect("a source file is UTF-8");
            found.push(SourceFile { module: module_of(&path), path, text });
        }
    }
}

/// The module that a path names.
pub(crate) fn module_of(path: &str) -> Vec<String> {
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
    let mut parts: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if matches!(parts.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        parts.pop();
    }
    parts
}

/// The tokens of a source, without comments, character literals and lifetimes.
pub(crate) fn tokens(source: &str) -> Vec<Placed> {
    let mut reader = Reader { letters: source.chars().peekable(), line: 1, found: Vec::new() };
    while reader.step() {}
    reader.found
}

/// The tokens without the items under `#[cfg(test)]`.
pub(crate) fn without_tests(tokens: &[Placed]) -> Vec<Placed> {
    let marker: Vec<Token> = self::tokens("#[cfg(test)]").into_iter().map(|placed| placed.token).collect();
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some(placed) = tokens.get(at) {
        let here = tokens.get(at..at + marker.len()).unwrap_or_default();
        if here.iter().map(|placed| &placed.token).eq(&marker) {
            at = end_of_item(tokens, at + marker.len());
        } else {
            kept.push(placed.clone());
            at += 1;
        }
    }
    kept
}

/// The place after an item: after its closing brace, or after its semicolon.
fn end_of_item(tokens: &[Placed], from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, placed) in tokens.iter().enumerate().skip(from) {
        match placed.token {
            Token::Sign('{') => depth += 1,
            Token::Sign('}') if depth <= 1 => return at + 1,
            Token::Sign('}') => depth -= 1,
            Token::Sign(';') if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}

struct Reader<'a> {
    letters: Peekable<Chars<'a>>,
    line: usize,
    found: Vec<Placed>,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let letter = self.letters.next();
        self.line += usize::from(letter == Some('\n'));
        letter
    }

    fn peek(&mut self) -> Option<char> {
        self.letters.peek().copied()
    }

    fn put(&mut self, token: Token, line: usize) {
        self.found.push(Placed { token, line });
    }

    fn step(&mut self) -> bool {
        let line = self.line;
        let Some(letter) = self.next() else { return false };
        match letter {
            '/' if self.peek() == Some('/') => {
                while self.peek().is_some_and(|next| next != '\n') && self.next().is_some() {}
            }
            '/' if self.peek() == Some('*') => self.comment(),
            '"' => self.quoted(line),
            '\'' => self.quote(),
            ':' if self.peek() == Some(':') => {
                self.next();
                self.put(Token::Path, line);
            }
            letter if is_name(letter) => self.name(letter, line),
            letter if letter.is_whitespace() => {}
            letter => self.put(Token::Sign(letter), line),
        }
        true
    }

    /// A comment between `/*` and `*/`, which may hold others.
    fn comment(&mut self) {
        let mut depth = 0_usize;
        let mut before = '/';
        while let Some(letter) = self.next() {
            match (before, letter) {
                ('/', '*') => depth += 1,
                ('*', '/') if depth <= 1 => return,
                ('*', '/') => depth -= 1,
                _ => {}
            }
            before = letter;
        }
    }

    fn quoted(&mut self, line: usize) {
        let mut text = String::new();
        while let Some(letter) = self.next() {
            match letter {
                '"' => break,
                '\\' => match self.next() {
                    Some('n') => text.push('\n'),
                    Some('\n') => while self.peek().is_some_and(char::is_whitespace) && self.next().is_some() {},
                    Some(other) => text.push(other),
                    None => break,
                },
                other => text.push(other),
            }
        }
        self.put(Token::Text(text), line);
    }

    /// A character literal or a lifetime: neither is kept.
    fn quote(&mut self) {
        match self.next() {
            Some('\\') => {
                self.next();
                while self.next().is_some_and(|letter| letter != '\'') {}
            }
            Some(_) if self.peek() == Some('\'') => drop(self.next()),
            _ => while self.peek().is_some_and(is_name) && self.next().is_some() {},
        }
    }

    fn name(&mut self, first: char, line: usize) {
        let mut name = String::from(first);
        while let Some(letter) = self.peek().filter(|letter| is_name(*letter)) {
            self.next();
            name.push(letter);
        }
        match (name.as_str(), self.peek()) {
            ("r" | "br", Some('"' | '#')) => self.raw(line),
            ("b" | "c", Some('"')) => {
                self.next();
                self.quoted(line);
            }
            _ => self.put(Token::Word(name), line),
        }
    }

    /// A raw text, or a raw name such as `r#type`.
    fn raw(&mut self, line: usize) {
        let mut hashes = 0_usize;
        while self.peek() == Some('#') {
            self.next();
            hashes += 1;
        }
        if self.peek() != Some('"') {
            return;
        }
        self.next();
        let end = format!("\"{}", "#".repeat(hashes));
        let mut text = String::new();
        while let Some(letter) = self.next() {
            text.push(letter);
            if text.ends_with(&end) {
                break;
            }
        }
        self.put(Token::Text(text.trim_end_matches(end.as_str()).to_owned()), line);
    }
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

#[test]
fn the_reader_of_sources_knows_texts_comments_and_lifetimes() {
    let source = "use a::b; // c\n/* d /* e */ f */ let x: &'g str = \"h\\\"i\"; 'j'; '\\n'; r#\"k\"l\"#; b\"m\"";
    let shown: Vec<String> = tokens(source)
        .into_iter()
        .map(|placed| match placed.token {
            Token::Word(word) => word,
            Token::Text(text) => format!("<{text}>"),
            Token::Path => "::".to_owned(),
            Token::Sign(sign) => sign.to_string(),
        })
        .collect();
    assert_eq!(shown.join(" "), "use a :: b ; let x : & str = <h\"i> ; ; ; <k\"l> ; <m>");
    let kept =
        without_tests(&tokens("fn a() {}\n#[cfg(test)]\nmod tests { fn b() { {} } }\n#[cfg(test)]\nmod c;\nfn d() {}"));
    let names: Vec<&str> = kept.iter().filter_map(Placed::word).collect();
    assert_eq!(names, ["fn", "a", "fn", "d"]);
}
