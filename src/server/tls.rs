//! The certificate: read from its files, and read again when it has been renewed.
//! Imports nothing of the crate.

use std::{
    fmt,
    sync::{Arc, PoisonError, RwLock},
};

use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::aws_lc_rs,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _},
    },
};

use super::serving::TlsFiles;

/// A certificate in use. Clones are the same one.
#[derive(Clone)]
pub struct Tls {
    files: TlsFiles,
    config: Arc<RwLock<Arc<ServerConfig>>>,
}

impl fmt::Debug for Tls {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Tls").field("files", &self.files).finish_non_exhaustive()
    }
}

impl Tls {
    /// Reads a certificate and its key.
    ///
    /// # Errors
    /// What is wrong, with the name of the file.
    pub fn read(files: TlsFiles) -> Result<Self, String> {
        let config = read(&files)?;
        Ok(Self { files, config: Arc::new(RwLock::new(config)) })
    }

    /// Reads the files again. Connections that are open keep what they began with.
    ///
    /// # Errors
    /// What is wrong; the old certificate stays in use then.
    pub fn renew(&self) -> Result<(), String> {
        let config = read(&self.files)?;
        *self.config.write().unwrap_or_else(PoisonError::into_inner) = config;
        Ok(())
    }

    /// What new connections are answered with.
    #[must_use]
    pub fn acceptor(&self) -> TlsAcceptor {
        let config = self.config.read().unwrap_or_else(PoisonError::into_inner);
        TlsAcceptor::from(Arc::clone(&config))
    }
}

fn read(files: &TlsFiles) -> Result<Arc<ServerConfig>, String> {
    let (certificate, key) = (files.certificate.display().to_string(), files.key.display().to_string());
    let bad = |file: &str, error: String| format!("{file}: {error}");
    let chain = CertificateDer::pem_file_iter(&files.certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| bad(&certificate, error.to_string()))?;
    if chain.is_empty() {
        return Err(bad(&certificate, "no certificate in PEM form".to_owned()));
    }
    let secret = PrivateKeyDer::from_pem_file(&files.key).map_err(|error| bad(&key, error.to_string()))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .with_no_client_auth()
        .with_single_cert(chain, secret)
        .map_err(|error| bad(&certificate, error.to_string()))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
