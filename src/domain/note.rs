//! What was assumed or left out when a file was read: told beside the report, and no reason to refuse it. The sentences
//! lie in the text layer.
//! Imports nothing.

use serde::{Deserialize, Serialize};

/// Something a reader of files did that the file itself does not say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Note {
    /// The file is not UTF-8 and was read as Latin-1 (Windows-1252).
    LatinAssumed,
    /// A unit number had lost its leading zero.
    ZeroPutBack {
        /// As it stands in the file.
        given: String,
        /// As it was taken.
        taken: String,
    },
    /// A point that the form no longer asks has a figure (*utgått punkt*): it is not counted.
    ObsoletePoint {
        /// Its code, «6A».
        point: String,
        /// Its key.
        key: String,
    },
    /// A column that the office or the program fills in was left out.
    LeftOut {
        /// Its name in the file.
        column: String,
    },
}
