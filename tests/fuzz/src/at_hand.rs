//! The catalogues at hand: the built-in ones, and the overlays of the fixtures, which are small and so are fast to score.

use std::sync::LazyLock;

use pejling_documents::{Language, Library, Limits, Source};

macro_rules! overlays {
    ($($folder:literal),+) => {
        &[$([
            (concat!($folder, "/catalogue.toml"), include_str!(concat!("../../../fixtures/", $folder, "/overlay/catalogue.toml"))),
            (concat!($folder, "/da.toml"), include_str!(concat!("../../../fixtures/", $folder, "/overlay/da.toml"))),
            (concat!($folder, "/en.toml"), include_str!(concat!("../../../fixtures/", $folder, "/overlay/en.toml"))),
        ],)+]
    };
}
const OVERLAYS: &[[(&str, &str); 3]] = overlays!["worked-examples", "cycles", "rigsrevisionen-access"];

fn with(language: Language, limits: Limits) -> Library<'static> {
    let mut library = Library::new(language);
    for overlay in OVERLAYS {
        let [catalogue, danish, english] = overlay.map(|(name, text)| Source { name: Some(name), text });
        library.lay_over(catalogue, &[danish, english]).expect("the fixtures' overlays have no fault");
    }
    library.limits = limits;
    library
}

/// The library in English.
pub fn library() -> &'static Library<'static> {
    static LIBRARY: LazyLock<Library<'static>> = LazyLock::new(|| with(Language::English, Limits::default()));
    &LIBRARY
}

/// The same in Danish.
pub fn danish() -> &'static Library<'static> {
    static LIBRARY: LazyLock<Library<'static>> = LazyLock::new(|| with(Language::Danish, Limits::default()));
    &LIBRARY
}

/// The same under limits that are nearly nothing. They hold for overlays as well: no list of theirs is longer than `entries`.
pub fn tight() -> &'static Library<'static> {
    const LIMITS: Limits = Limits { bytes: 4_000, nesting: 5, characters: 30, evidence: 3, entities: 3, entries: 25 };
    static LIBRARY: LazyLock<Library<'static>> = LazyLock::new(|| with(Language::English, LIMITS));
    &LIBRARY
}
