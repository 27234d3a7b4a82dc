//! The keyring of the system, where the program was built with the feature `keyring`: the secrets of a login lie there, and the
//! file holds only what is no secret. Where there is none, or none that can be used, the file holds them as it does without.
//! Imports nothing of the crate.

/// The service under which the secrets lie.
#[cfg(feature = "keyring")]
const SERVICE: &str = "sfv";

/// Keeps a secret; false where there is no keyring that can be used.
#[cfg(feature = "keyring")]
pub(super) fn put(name: &str, secret: &str) -> bool {
    entry(name).is_some_and(|entry| entry.set_password(secret).is_ok())
}

/// Keeps a secret; false where there is no keyring that can be used.
#[cfg(not(feature = "keyring"))]
pub(super) fn put(_name: &str, _secret: &str) -> bool {
    false
}

/// A secret that was kept.
#[cfg(feature = "keyring")]
pub(super) fn get(name: &str) -> Option<String> {
    entry(name)?.get_password().ok()
}

/// A secret that was kept.
#[cfg(not(feature = "keyring"))]
pub(super) fn get(_name: &str) -> Option<String> {
    None
}

/// Forgets a secret; one that is not there is gone already.
#[cfg(feature = "keyring")]
pub(super) fn remove(name: &str) {
    drop(entry(name).map(|entry| entry.delete_credential()));
}

/// Forgets a secret; one that is not there is gone already.
#[cfg(not(feature = "keyring"))]
pub(super) fn remove(_name: &str) {}

/// The place of a secret; none where the system has no keyring that can be used.
#[cfg(feature = "keyring")]
fn entry(name: &str) -> Option<keyring_core::Entry> {
    static READY: std::sync::OnceLock<bool> = std::sync::OnceLock::new();
    let ready = READY.get_or_init(|| super::super::system::keyring().map(keyring_core::set_default_store).is_some());
    if *ready { keyring_core::Entry::new(SERVICE, name).ok() } else { None }
}
