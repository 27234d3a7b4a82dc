//! Lists the files of `config/locales`, `config/wording`, `config/rules`, `config/letters`, `config/themes` and
//! `config/keymaps`, so that a new language, a new file of rules, new words for a letter, a new palette or a new key map is
//! only a file.

use std::{
    env,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    let config = env::current_dir()?.join("config");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    let out = Path::new(&out);
    let mut locales = String::from("&[");
    for language in sorted(&config.join("locales"))? {
        for file in sorted(&language)? {
            entry(&mut locales, &[name(&language), name(&file)], &file)?;
        }
    }
    fs::write(out.join("locales.rs"), locales + "]")?;
    for folder in ["wording", "rules", "letters", "themes", "keymaps"] {
        let mut list = String::from("&[");
        for file in sorted(&config.join(folder))?.into_iter().filter(|path| path.is_file()) {
            entry(&mut list, &[name(&file)], &file)?;
        }
        fs::write(out.join(folder).with_extension("rs"), list + "]")?;
    }
    for folder in ["locales", "wording", "rules", "letters", "themes", "keymaps"] {
        println!("cargo::rerun-if-changed=config/{folder}");
    }
    Ok(())
}

/// One element of a list: its names, and the text of the file.
fn entry(list: &mut String, names: &[String], file: &Path) -> io::Result<()> {
    let names: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
    writeln!(list, "({}, include_str!({:?})),", names.join(", "), file.to_string_lossy()).map_err(io::Error::other)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// What lies in a folder, in the order of the names.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    found.sort();
    Ok(found)
}
