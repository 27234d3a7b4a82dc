//! Files and folders that only their owner reads: the databases and what is delivered hold personal data. The one place of the
//! server that knows how a system says it.
//! Imports nothing.

use std::{
    fs::{self, File, OpenOptions},
    io,
    path::Path,
};

/// The bits of a file's mode that let others than its owner in.
#[cfg(unix)]
const OTHERS: u32 = 0o077;

/// Makes a folder, and those above it that are not there, for its owner alone. One that is there stays as it is.
///
/// # Errors
/// What the system says.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.as_os_str().is_empty() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes one folder for its owner alone, in one that is there.
///
/// # Errors
/// What the system says; also when something of this name is there.
pub fn new_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// How a file that is made becomes its owner's alone.
#[must_use]
pub fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes an empty file where there is none; one that is there is closed to others.
///
/// # Errors
/// What the system says.
pub fn make_file(path: &Path) -> io::Result<()> {
    match options().write(true).create_new(true).open(path) {
        Ok(_made) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => close_to_others(path).map(drop),
        Err(error) => Err(error),
    }
}

/// Takes away what lets others read a file; true when they could. A file that is not there is not made.
///
/// # Errors
/// What the system says: only its owner may change that.
pub fn close_to_others(path: &Path) -> io::Result<bool> {
    if !is_open_to_others(path) {
        return Ok(false);
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(path)?.permissions().mode();
        fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o7777 & !OTHERS))?;
    }
    Ok(true)
}

/// True when others than its owner may do anything with a file or folder.
#[must_use]
pub fn is_open_to_others(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::metadata(path).is_ok_and(|found| found.permissions().mode() & OTHERS != 0)
    }
    #[cfg(not(unix))]
    {
        let _no_such_bits = path;
        false
    }
}

/// Waits until a file is on the disk.
///
/// # Errors
/// What the system says.
pub fn on_disk(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn what_is_made_is_its_owners_alone_and_what_was_there_is_closed() {
        let home = tempfile::tempdir().expect("a folder of the test");
        let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        let (folder, file) = (home.path().join("a/b"), home.path().join("a/b/c"));
        make_folder(&folder).expect("a folder");
        make_file(&file).expect("a file");
        assert_eq!((mode(&home.path().join("a")), mode(&folder), mode(&file)), (0o700, 0o700, 0o600));
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("others may read it");
        assert!(is_open_to_others(&file) && close_to_others(&file).expect("it is ours"));
        assert_eq!((mode(&file), close_to_others(&file).expect("nothing to do")), (0o600, false));
        assert!(!close_to_others(&home.path().join("none")).expect("nothing is there"));
        make_folder(Path::new("")).expect("the folder one is in");
    }
}
