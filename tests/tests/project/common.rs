//! What several test files need: where fixtures are, and goldens that an environment variable turns into writers.

use std::path::{Path, PathBuf};

use pejling_documents::{Language, Library, Source};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The text of a file below the root.
#[track_caller]
pub(crate) fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Compares a text with a file below the root; writes the file instead where `PEJLING_WRITE` is set.
#[track_caller]
pub(crate) fn golden(path: &str, found: &str) {
    if std::env::var_os("PEJLING_WRITE").is_some() {
        std::fs::write(root().join(path), found).unwrap();
        return;
    }
    let expected = read(path);
    let line = expected.lines().zip(found.lines()).position(|(a, b)| a != b);
    assert!(expected == found, "{path} differs, first in line {line:?}; PEJLING_WRITE=1 rewrites it");
}

/// The files of a fixture folder with an ending, by name.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| name.ends_with(ending)).map(|name| format!("{folder}/{name}")).collect();
    names.sort();
    names
}

/// A library with the overlay of a fixture folder, where it has one, and the texts that it borrows.
pub(crate) fn with_overlay<T>(folder: &str, use_it: impl FnOnce(&Library<'_>) -> T) -> T {
    let overlay = format!("{folder}/overlay");
    let mut library = Library::new(Language::English);
    if !root().join(&overlay).exists() {
        return use_it(&library);
    }
    let texts = ["catalogue.toml", "da.toml", "en.toml"].map(|name| (format!("{overlay}/{name}"), read(&format!("{overlay}/{name}"))));
    let [catalogue, danish, english] = texts.each_ref().map(|(name, text)| Source { name: Some(name), text });
    library.lay_over(catalogue, &[danish, english]).unwrap();
    use_it(&library)
}
