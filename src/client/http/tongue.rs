//! In which language the backend shall say why it does not do something.
//! Imports nothing of other layers.

use std::sync::{Arc, Mutex, PoisonError};

use reqwest::header::HeaderValue;

use super::Http;

/// The language of whoever asks. Clones share it.
#[derive(Clone)]
pub(super) struct Tongue(Arc<Mutex<HeaderValue>>);

impl Default for Tongue {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(HeaderValue::from_static("nb"))))
    }
}

impl Tongue {
    /// The value of the header.
    pub(super) fn header(&self) -> HeaderValue {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Http {
    /// Asks in a language from now on, and all clones with it: its code.
    pub fn ask_in(&self, language: &str) {
        if let Ok(value) = HeaderValue::from_str(language) {
            *self.tongue.0.lock().unwrap_or_else(PoisonError::into_inner) = value;
        }
    }
}
