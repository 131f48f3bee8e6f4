//! The files of the built-in catalogues and views. Each is read when somebody first asks for it: scoring reads no guide, and a command
//! that needs one catalogue reads that one.

use std::sync::LazyLock;

use crate::catalogue::{CatalogueDocument, TextsDocument};
use crate::guide::GuideDocument;
use crate::library::read_own;
use crate::references::ReferencesDocument;
use crate::succession::{transitional, transitional_texts};
use crate::text::Language;
use crate::view::{ViewDocument, ViewTextsDocument};

/// A file that is read when somebody first asks for it; `None` only where it has faults, which a test rules out.
type File<T> = LazyLock<Option<T>>;

/// The same in each language.
pub(crate) struct Both<T> {
    danish: File<T>,
    english: File<T>,
}

impl<T> Both<T> {
    pub(crate) fn get(&self, language: Language) -> Option<&T> {
        match language {
            Language::Danish => self.danish.as_ref(),
            Language::English => self.english.as_ref(),
        }
    }
}

/// A catalogue in one edition.
pub(crate) struct BuiltIn {
    pub(crate) id: &'static str,
    pub(crate) catalogue: File<CatalogueDocument>,
    pub(crate) texts: Both<TextsDocument>,
    pub(crate) guide: Option<Both<GuideDocument>>,
    pub(crate) references: Option<File<ReferencesDocument>>,
}

/// A view in one edition.
pub(crate) struct BuiltInView {
    pub(crate) view: File<ViewDocument>,
    pub(crate) texts: Both<ViewTextsDocument>,
}

macro_rules! file {
    ($folder:literal, $name:literal) => {
        LazyLock::new(|| read_own(include_str!(concat!("../controls/", $folder, "/", $name))))
    };
}

macro_rules! both {
    ($folder:literal, $danish:literal, $english:literal) => {
        Both { danish: file!($folder, $danish), english: file!($folder, $english) }
    };
}

/// Names the folder of a catalogue, and what it has besides the catalogue and its texts.
macro_rules! catalogue {
    ($folder:literal) => {
        catalogue!($folder, None, None)
    };
    ($folder:literal, guide) => {
        catalogue!($folder, Some(both!($folder, "guide-da.toml", "guide-en.toml")), None)
    };
    ($folder:literal, guide, references) => {
        catalogue!($folder, Some(both!($folder, "guide-da.toml", "guide-en.toml")), Some(file!($folder, "references.toml")))
    };
    ($folder:literal, $guide:expr, $references:expr) => {
        BuiltIn {
            id: $folder,
            catalogue: file!($folder, "catalogue.toml"),
            texts: both!($folder, "da.toml", "en.toml"),
            guide: $guide,
            references: $references,
        }
    };
}

/// Names the folder of a view.
macro_rules! view {
    ($folder:literal) => {
        BuiltInView { view: file!($folder, "catalogue.toml"), texts: both!($folder, "da.toml", "en.toml") }
    };
}

/// The built-in catalogues, in the order in which they are shown: of each framework the current edition first.
pub(crate) static CATALOGUES: [BuiltIn; 9] = [
    catalogue!("iso27001-2022", guide, references),
    catalogue!("gdpr", guide, references),
    catalogue!("principles-2017", guide),
    catalogue!("politisk-linje-2018"),
    catalogue!("nis2-loven-2025"),
    catalogue!("trusselsbillede"),
    catalogue!("screening", guide),
    catalogue!("iso27001-2013"),
    BuiltIn {
        id: "iso27001-2022",
        catalogue: LazyLock::new(transitional),
        texts: Both {
            danish: LazyLock::new(|| transitional_texts(Language::Danish)),
            english: LazyLock::new(|| transitional_texts(Language::English)),
        },
        guide: None,
        references: None,
    },
];

/// The built-in views; the current edition of each comes first.
pub(crate) static VIEWS: [BuiltInView; 3] = [view!("iso-maaling"), view!("iso-maaling/2018.1"), view!("foerste-aar")];
