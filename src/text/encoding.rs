//! From the bytes of a file to text: UTF-8, where it is allowed also Latin-1, and a plain word on everything else.
//! Imports `domain`.

use std::borrow::Cow;

use crate::domain::refusal::FileFault;

/// The mark in front of UTF-8 text that some programs write.
pub const BOM: &[u8] = b"\xef\xbb\xbf";

/// The letters that Windows-1252 has at 0x80–0x9F, where Latin-1 has control characters; a space stands for none.
const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// The text of a file, and whether it had to be read as Latin-1, which is tried only where `latin` allows it.
///
/// # Errors
/// What is wrong with the file: UTF-16, control characters, or letters that nothing explains.
pub fn read(bytes: &[u8], latin: bool) -> Result<(Cow<'_, str>, bool), FileFault> {
    if is_utf16(bytes) {
        return Err(FileFault::Utf16);
    }
    if bytes.iter().any(|byte| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r')) {
        return Err(FileFault::Binary);
    }
    let marked = bytes.strip_prefix(BOM);
    match std::str::from_utf8(marked.unwrap_or(bytes)) {
        Ok(text) => Ok((Cow::Borrowed(text), false)),
        Err(_) if latin && marked.is_none() => {
            let text = bytes.iter().map(|byte| letter(*byte)).collect::<Option<String>>();
            text.map(|text| (Cow::Owned(text), true)).ok_or(FileFault::Encoding)
        }
        Err(_) => Err(FileFault::Encoding),
    }
}

/// By its mark, or by a zero byte beside an ASCII letter at the very start.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [first, second, ..] => (*first == 0) != (*second == 0),
        _ => false,
    }
}

fn letter(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => WINDOWS.chars().nth(usize::from(byte - 0x80)).filter(|letter| *letter != ' '),
        other => Some(char::from(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_windows_1252_is_its_letter() {
        assert_eq!(WINDOWS.chars().count(), 32);
        let read: String =
            [0x80, 0x8a, 0x8e, 0x92, 0x96, 0x9e, 0x9f, 0xa7, 0xc5, 0xe6].into_iter().filter_map(letter).collect();
        assert_eq!(read, "€ŠŽ’–žŸ§Åæ");
        let none: Vec<u8> = (0..=255).filter(|byte| letter(*byte).is_none()).collect();
        assert_eq!(none, [0x81, 0x8d, 0x8f, 0x90, 0x9d]);
    }
}
