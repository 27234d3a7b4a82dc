//! A package as one file, in the oldest form that every program reads (ustar).
//! Imports nothing.

/// The size of everything in such a file.
const BLOCK: usize = 512;

/// The files under a folder's name. The names are ours and short: ASCII, fewer than a hundred letters.
pub(super) fn archive<'a>(folder: &str, files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut whole = Vec::new();
    for (path, bytes) in files {
        whole.extend(header(&format!("{folder}/{path}"), bytes.len()));
        whole.extend_from_slice(bytes);
        whole.resize(whole.len().next_multiple_of(BLOCK), 0);
    }
    // Two empty blocks are the end.
    whole.resize(whole.len() + 2 * BLOCK, 0);
    whole
}

/// The block before a file. Owner and time are not told: the same case gives the same bytes.
fn header(name: &str, size: usize) -> Vec<u8> {
    let mut block = Vec::with_capacity(BLOCK);
    let mut field = |text: &str, width: usize| {
        let mut bytes: Vec<u8> = text.bytes().take(width).collect();
        bytes.resize(width, 0);
        block.extend(bytes);
    };
    field(name, 100);
    field("0000644", 8);
    field("0000000", 8);
    field("0000000", 8);
    field(&format!("{size:011o}"), 12);
    field("00000000000", 12);
    // The sum is worked out as if eight blanks stood in its place.
    field("        ", 8);
    field("0", 1);
    field("", 100);
    field("ustar", 6);
    field("00", 2);
    field("", 247);
    let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
    let told = format!("{sum:06o}\0 ");
    for (place, byte) in block.iter_mut().skip(148).zip(told.bytes()) {
        *place = byte;
    }
    block
}
