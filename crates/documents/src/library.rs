//! The catalogues that can be assessed against: those that are built in, and overlays laid over them.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use pejling_core::Relation;

use crate::catalogue::{CatalogueDocument, TextsDocument};
use crate::diagnostic::{Fault, Faults, MORE_FAULTS, Origin};
use crate::limits::Limits;
use crate::read::{Read, Reader};
use crate::text::Language;
use crate::tree;

/// The files of one built-in catalogue.
struct BuiltIn {
    catalogue: &'static str,
    danish: &'static str,
    english: &'static str,
}

/// Names the files of built-in catalogues.
macro_rules! built_in {
    ($($folder:literal),+) => {
        &[$(BuiltIn {
            catalogue: include_str!(concat!("../controls/", $folder, "/catalogue.toml")),
            danish: include_str!(concat!("../controls/", $folder, "/da.toml")),
            english: include_str!(concat!("../controls/", $folder, "/en.toml")),
        },)+]
    };
}
static FILES: &[BuiltIn] = built_in!["iso27001-2022", "gdpr", "principles-2017"];

/// A text with a name, as a file has.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its name, for messages.
    pub name: Option<&'a str>,
    /// What it holds.
    pub text: &'a str,
}

impl<'a> Source<'a> {
    /// A text without a name.
    #[must_use]
    pub const fn text(text: &'a str) -> Self {
        Self { name: None, text }
    }

    fn is_toml(&self) -> bool {
        self.name.is_some_and(|name| Path::new(name).extension().is_some_and(|extension| extension == "toml"))
    }
}

/// An overlay: a catalogue of one's own, laid over the built-in ones, and its texts.
#[derive(Clone, Debug)]
pub(crate) struct Overlay<'a> {
    pub(crate) document: CatalogueDocument,
    pub(crate) tree: tree::Node<'a>,
    pub(crate) origin: Origin<'a>,
}

/// The built-in catalogues, without their texts.
pub(crate) fn built_in() -> &'static [CatalogueDocument] {
    static DOCUMENTS: LazyLock<Vec<CatalogueDocument>> = LazyLock::new(|| FILES.iter().filter_map(|files| own(files.catalogue)).collect());
    &DOCUMENTS
}

/// The texts of all built-in catalogues in one language; they are read when somebody first asks for them.
pub(crate) fn built_in_texts(language: Language) -> &'static [TextsDocument] {
    static DANISH: LazyLock<Vec<TextsDocument>> = LazyLock::new(|| FILES.iter().filter_map(|files| own(files.danish)).collect());
    static ENGLISH: LazyLock<Vec<TextsDocument>> = LazyLock::new(|| FILES.iter().filter_map(|files| own(files.english)).collect());
    match language {
        Language::Danish => &DANISH,
        Language::English => &ENGLISH,
    }
}

/// Reads one of our own files, which a test holds to be without fault.
fn own<T: Read>(text: &'static str) -> Option<T> {
    let read = read_toml(text, &Limits::default());
    debug_assert!(read.as_ref().is_ok_and(|(_, _, faults)| faults.is_empty()), "{:?}", read.map(|(_, _, faults)| faults));
    read.ok().map(|(document, _, _)| document)
}

type Tree<'t, T> = (T, tree::Node<'t>, Vec<Fault>);

fn read_tree<'t, T: Read>(node: tree::Node<'t>, limits: &Limits) -> Result<Tree<'t, T>, Vec<Fault>> {
    let mut reader = Reader::new(limits);
    let read = T::read(&node, &mut reader);
    let Reader { mut faults, more, .. } = reader;
    if more > 0 {
        faults.push(Fault::new(MORE_FAULTS, &[("count", &more)]));
    }
    match read {
        Some(document) => Ok((document, node, faults)),
        None => Err(faults),
    }
}

fn read_toml<'t, T: Read>(text: &'t str, limits: &Limits) -> Result<Tree<'t, T>, Vec<Fault>> {
    read_tree(tree::toml(text, limits)?, limits)
}

/// Reads a document with every fault at once: from JSON, or from TOML where the name ends so.
pub(crate) fn read_document<'t, T: Read>(source: Source<'t>, limits: &Limits) -> Result<Tree<'t, T>, Vec<Fault>> {
    if source.text.len() > limits.bytes {
        return Err(vec![Fault::new("too-long", &[("bytes", &source.text.len()), ("limit", &limits.bytes)])]);
    }
    if source.is_toml() {
        read_toml(source.text, limits)
    } else {
        read_tree(tree::json(source.text, limits).map_err(|fault| vec![fault])?, limits)
    }
}

/// The catalogues at hand, the language of messages and titles, and the limits of reading.
///
/// ```
/// use pejling_documents::{Language, Library, Source};
///
/// let library = Library::new(Language::English);
/// let text = r#"{"format": "pejling/assessment/1", "organisation": "bakkeland", "as_of": "2026-06-30",
///     "catalogues": {"iso27001-2022": "2026.1"}}"#;
/// let checked = library.check(Source::text(text)).unwrap();
/// let result = checked.result(checked.as_of(None).unwrap());
/// assert_eq!(result.leaves["bakkeland"].objectives["iso27001-2022:framework"].as_ref().unwrap().score.possible.to_string(), "100.00");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Library<'a> {
    /// The language of messages and titles.
    pub language: Language,
    /// The limits of reading.
    pub limits: Limits,
    overlays: Vec<Overlay<'a>>,
}

impl<'a> Library<'a> {
    /// The built-in catalogues.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, ..Self::default() }
    }

    /// Lays a catalogue of one's own over the built-in ones, with its texts where they stand in texts of their own.
    ///
    /// # Errors
    ///
    /// Every fault in the texts. What is wrong with it beside other catalogues shows when an assessment names it.
    pub fn lay_over(&mut self, source: Source<'a>, texts: &[Source<'a>]) -> Result<(), Faults> {
        self.lay_over_at(Origin::file(source.text, source.name), source, texts)
    }

    pub(crate) fn lay_over_at(&mut self, origin: Origin<'a>, source: Source<'a>, texts: &[Source<'a>]) -> Result<(), Faults> {
        let (overlay, mut faults, mut beside) = Overlay::read(origin, source, texts, &self.limits, self.language)?;
        if !faults.is_empty() || !beside.is_empty() {
            // what is wrong with what could be read is told in the same run
            let unread: BTreeSet<_> = faults.iter().map(|fault| fault.pointer.clone()).collect();
            let (found, _) = self.examine_catalogue(&overlay.document);
            let found = found.into_iter().filter(|fault| !unread.contains(&fault.pointer));
            faults.extend(found.map(|fault| Fault { offset: Some(overlay.tree.locate(&fault.pointer)), ..fault }));
            let mut all = Faults::new(faults, &overlay.origin, self.language);
            all.extend(std::mem::take(&mut beside));
            return Err(all);
        }
        if self.catalogues().any(|it| it.id == overlay.document.id) {
            // by construction no overlay can change a common score: it cannot take the place of what others use
            let fault = Fault::new("catalogue-name-taken", &[("catalogue", &overlay.document.id.0)]).at("/id");
            let fault = Fault { offset: Some(overlay.tree.locate("/id")), ..fault };
            return Err(Faults::new(vec![fault], &overlay.origin, self.language));
        }
        self.overlays.push(overlay);
        Ok(())
    }

    /// All catalogues at hand: overlays first, since they come before what is built in.
    pub fn catalogues(&self) -> impl Iterator<Item = &CatalogueDocument> {
        self.overlays.iter().map(|overlay| &overlay.document).chain(built_in())
    }

    /// The overlay that a catalogue at hand is, where it is one.
    pub(crate) fn overlay_of(&self, document: &CatalogueDocument) -> Option<&Overlay<'a>> {
        self.overlays.iter().find(|overlay| std::ptr::eq(&raw const overlay.document, document))
    }

    /// The limits that hold for a catalogue at hand: what is built in is none of a caller's input.
    pub(crate) fn limits_of(&self, document: &CatalogueDocument) -> Limits {
        if self.overlay_of(document).is_some() { self.limits } else { Limits::default() }
    }

    /// The texts of all catalogues at hand in a language, overlays first.
    pub fn texts(&self, language: Language) -> impl Iterator<Item = &TextsDocument> {
        let beside = self.overlays.iter().filter_map(move |overlay| overlay.document.texts.get(language.code()));
        beside.chain(built_in_texts(language))
    }

    /// The title of a requirement or objective by its qualified name; an overlay's own title comes first.
    #[must_use]
    pub fn title(&self, id: &str) -> Option<&str> {
        self.title_in(self.language, id)
    }

    pub(crate) fn title_in(&self, language: Language, id: &str) -> Option<&str> {
        let (framework, local) = id.split_once(':')?;
        self.texts(language).find_map(|texts| {
            let name = if texts.catalogue.0.as_str() == framework { local } else { id };
            let requirement = texts.requirements.get(name).map(|it| it.title.as_str());
            requirement.or_else(|| texts.objectives.get(name).map(|it| it.title.as_str()))
        })
    }

    /// Why one requirement rests on another, by their qualified names.
    #[must_use]
    pub fn reason(&self, from: &str, relation: Relation, on: &str) -> Option<&str> {
        let (framework, local) = from.split_once(':')?;
        let own = self.texts(self.language).find(|texts| texts.catalogue.0.as_str() == framework)?.requirements.get(local)?;
        let reasons = match relation {
            Relation::Requires => &own.requires,
            Relation::SupportedBy => &own.supported_by,
        };
        let within = on.split_once(':').filter(|(other, _)| *other == framework).map(|(_, local)| local);
        reasons.get(on).or_else(|| reasons.get(within?)).map(String::as_str)
    }

    /// Whether a framework is one of the built-in ones, and no overlay.
    #[must_use]
    pub fn is_built_in(&self, framework: &str) -> bool {
        built_in().iter().any(|it| it.id.0.as_str() == framework)
    }

    /// The title of a framework.
    #[must_use]
    pub fn framework_title(&self, id: &str) -> Option<&str> {
        self.texts(self.language).find(|texts| texts.catalogue.0.as_str() == id).map(|texts| texts.title.as_str())
    }
}

impl<'a> Overlay<'a> {
    /// Reads an overlay, and its texts from the files beside it; with what is wrong in its own text, and in those of its texts.
    fn read(
        origin: Origin<'a>,
        source: Source<'a>,
        texts: &[Source<'a>],
        limits: &Limits,
        language: Language,
    ) -> Result<(Self, Vec<Fault>, Faults), Faults> {
        let words = |faults: Vec<Fault>, origin: &Origin<'_>| Faults::new(faults, origin, language);
        let (mut document, tree, mut faults) =
            read_document::<CatalogueDocument>(source, limits).map_err(|faults| words(faults, &origin))?;
        if let Some(wrong) = faults.iter().position(|fault| fault.code == "wrong-format") {
            return Err(words(vec![faults.swap_remove(wrong)], &origin)); // it is another document: all else follows from that
        }
        let mut wrong = Faults::default();
        for &beside in texts {
            let origin = Origin::file(beside.text, beside.name);
            match read_document::<TextsDocument>(beside, limits) {
                Ok((texts, tree, mut faults)) => {
                    if texts.catalogue != document.id && faults.is_empty() {
                        let args: &[(_, &dyn std::fmt::Display)] = &[("found", &texts.catalogue.0), ("expected", &document.id.0)];
                        let fault = Fault::new("texts-of-another", args).at("/catalogue");
                        faults.push(Fault { offset: Some(tree.locate("/catalogue")), ..fault });
                    }
                    wrong.extend(words(faults, &origin));
                    document.texts.0.insert(texts.language.0.code().to_owned(), texts);
                }
                Err(faults) => wrong.extend(words(faults, &origin)),
            }
        }
        Ok((Self { document, tree, origin }, faults, wrong))
    }
}
