//! A QR code as half blocks.
//! Imports nothing of the crate.

use qrcodegen::{QrCode, QrCodeEcc};

/// The blank modules that stand round a QR code.
const QUIET: i32 = 2;

/// An address as a QR code, light on dark, in at most so many columns and rows; none where it does not fit.
#[must_use]
pub fn picture(address: &str, width: u16, height: u16) -> Option<Vec<String>> {
    let code = QrCode::encode_text(address, QrCodeEcc::Low).ok()?;
    let (from, to) = (-QUIET, code.size() + QUIET);
    let (columns, rows) = (u16::try_from(to - from).ok()?, u16::try_from((to - from + 1) / 2).ok()?);
    if columns > width || rows > height {
        return None;
    }
    let half = |x: i32, y: i32| match (code.get_module(x, y), y + 1 < to && code.get_module(x, y + 1)) {
        (false, false) => '\u{2588}',
        (false, true) => '\u{2580}',
        (true, false) => '\u{2584}',
        (true, true) => ' ',
    };
    let row = |y: i32| (from..to).map(|x| half(x, y)).collect();
    Some((0..i32::from(rows)).map(|index| row(from + 2 * index)).collect())
}
