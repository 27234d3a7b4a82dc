//! What the client needs of a system: files that only their owner reads, and the keyring. The one place of the client that knows
//! how a system says it.
//! Imports nothing.

use std::{
    fs::{self, OpenOptions},
    io,
    path::Path,
};

/// How a file that is made becomes its owner's alone.
#[must_use]
pub fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a folder, and those above it that are not there, for its owner alone.
///
/// # Errors
/// What the system says.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The keyring of the system; none where it has none that can be used.
#[cfg(feature = "keyring")]
pub(super) fn keyring() -> Option<std::sync::Arc<keyring_core::CredentialStore>> {
    #[cfg(target_os = "linux")]
    let store = linux_keyutils_keyring_store::Store::new().ok()?;
    #[cfg(target_os = "macos")]
    let store = apple_native_keyring_store::keychain::Store::new().ok()?;
    #[cfg(windows)]
    let store = windows_native_keyring_store::Store::new().ok()?;
    #[cfg(any(target_os = "linux", target_os = "macos", windows))]
    return Some(store);
    #[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
    None
}
