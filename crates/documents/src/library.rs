//! The catalogues that can be assessed against: those that are built in, and overlays laid over them.

use std::collections::BTreeSet;
use std::path::Path;

use pejling_core::{FrameworkId, Relation};

use crate::built_in::{BuiltIn, CATALOGUES, VIEWS};
use crate::catalogue::{CatalogueDocument, TextsDocument};
use crate::diagnostic::{Fault, Faults, MORE_FAULTS, Origin};
use crate::guide::{GuideDocument, RequirementGuide};
use crate::limits::Limits;
use crate::read::{Read, Reader};
use crate::scalar::As;
use crate::text::Language;
use crate::tree;
use crate::view::{ViewDocument, ViewTextsDocument};
use crate::vocabulary::Family;

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

/// Reads one of our own files, which a test holds to be without fault.
pub(crate) fn read_own<T: Read>(text: &'static str) -> Option<T> {
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
        let (overlay, faults, beside) = Overlay::read(origin, source, texts, &self.limits, self.language)?;
        let overlay = self.without_fault(overlay, faults, beside, false)?;
        if self.names().any(|name| name == overlay.document.id.0.as_str()) {
            // by construction no overlay can change a common score: it cannot take the place of what others use
            let fault = Fault::new("catalogue-name-taken", &[("catalogue", &overlay.document.id.0)]).at("/id");
            let fault = Fault { offset: Some(overlay.tree.locate("/id")), ..fault };
            return Err(Faults::new(vec![fault], &overlay.origin, self.language));
        }
        self.overlays.push(overlay);
        Ok(())
    }

    /// Reads a catalogue without laying it over the others, so that it can be [compared](Library::diff) with one of the same name.
    ///
    /// # Errors
    ///
    /// Every fault in the texts, and every fault of the catalogue beside those at hand that it builds on.
    pub fn read_catalogue(&self, source: Source<'_>, texts: &[Source<'_>]) -> Result<CatalogueDocument, Faults> {
        self.read_catalogue_at(Origin::file(source.text, source.name), source, texts)
    }

    pub(crate) fn read_catalogue_at(
        &self,
        origin: Origin<'_>,
        source: Source<'_>,
        texts: &[Source<'_>],
    ) -> Result<CatalogueDocument, Faults> {
        let (overlay, faults, beside) = Overlay::read(origin, source, texts, &self.limits, self.language)?;
        Ok(self.without_fault(overlay, faults, beside, true)?.document)
    }

    /// A catalogue that was read, where nothing is wrong with it. It is examined beside what it builds on where that is asked for, and where
    /// something else is wrong: what is wrong with what could be read is told in the same run.
    fn without_fault<'t>(
        &self,
        overlay: Overlay<'t>,
        mut faults: Vec<Fault>,
        beside: Faults,
        examine: bool,
    ) -> Result<Overlay<'t>, Faults> {
        if examine || !faults.is_empty() || !beside.is_empty() {
            let unread: BTreeSet<_> = faults.iter().map(|fault| fault.pointer.clone()).collect();
            let (found, _) = self.examine_catalogue(&overlay.document);
            faults.extend(found.into_iter().filter(|fault| !unread.contains(&fault.pointer)));
        }
        if faults.is_empty() && beside.is_empty() {
            return Ok(overlay);
        }
        let mut all = overlay.place(faults, self.language);
        all.extend(beside);
        Err(all)
    }

    /// All catalogues at hand: overlays first, since they come before what is built in.
    pub fn catalogues(&self) -> impl Iterator<Item = &CatalogueDocument> {
        let built_in = CATALOGUES.iter().filter_map(|files| files.catalogue.as_ref());
        self.overlays.iter().map(|overlay| &overlay.document).chain(built_in)
    }

    /// The names of all catalogues at hand, each once.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let mut seen = BTreeSet::new();
        let names = self.overlays.iter().map(|overlay| overlay.document.id.0.as_str()).chain(CATALOGUES.iter().map(|files| files.id));
        names.filter(move |name| seen.insert(*name))
    }

    /// The frameworks at hand: of each catalogue the current edition.
    pub fn frameworks(&self) -> impl Iterator<Item = &CatalogueDocument> {
        self.names().filter_map(|name| self.find(name))
    }

    /// The catalogue of that name in its current edition, where there is one.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&CatalogueDocument> {
        let overlay = self.overlays.iter().map(|overlay| &overlay.document).find(|document| document.id.0.as_str() == name);
        overlay.or_else(|| files_of(name)?.catalogue.as_ref()) // and no other edition is read
    }

    /// The editions of a catalogue at hand, the current one first.
    pub(crate) fn editions(&self, name: &str) -> Vec<&CatalogueDocument> {
        let overlays = self.overlays.iter().map(|overlay| &overlay.document).filter(|document| document.id.0.as_str() == name);
        overlays.chain(CATALOGUES.iter().filter(|files| files.id == name).filter_map(|files| files.catalogue.as_ref())).collect()
    }

    /// The overlay that a catalogue at hand is, where it is one.
    pub(crate) fn overlay_of(&self, document: &CatalogueDocument) -> Option<&Overlay<'a>> {
        self.overlays.iter().find(|overlay| std::ptr::eq(&raw const overlay.document, document))
    }

    /// The limits that hold for a catalogue at hand: what is built in is none of a caller's input.
    pub(crate) fn limits_of(&self, document: &CatalogueDocument) -> Limits {
        if files_exactly_of(document).is_some() { Limits::default() } else { self.limits }
    }

    /// The texts of exactly this edition of a catalogue; `None` where it has none.
    #[must_use]
    pub fn texts_of<'s>(&'s self, document: &'s CatalogueDocument, language: Language) -> Option<&'s TextsDocument> {
        match files_exactly_of(document) {
            Some(files) => files.texts.get(language),
            None => document.texts.get(language.code()),
        }
    }

    /// The guide to exactly this edition of a catalogue; `None` where it has none.
    #[must_use]
    pub fn guide_of<'s>(&'s self, document: &'s CatalogueDocument, language: Language) -> Option<&'s GuideDocument> {
        match files_exactly_of(document) {
            Some(files) => files.guide.as_ref()?.get(language),
            None => document.guides.get(language.code()),
        }
    }

    /// The texts of a catalogue's current edition in a language; `None` where it has none.
    #[must_use]
    pub fn texts(&self, framework: &str, language: Language) -> Option<&TextsDocument> {
        let overlay = self.overlays.iter().find(|overlay| overlay.document.id.0.as_str() == framework);
        match overlay {
            Some(overlay) => overlay.document.texts.get(language.code()),
            None => files_of(framework)?.texts.get(language),
        }
    }

    /// The guide to a catalogue in a language; `None` where it has none.
    #[must_use]
    pub fn guide(&self, framework: &str, language: Language) -> Option<&GuideDocument> {
        let overlay = self.overlays.iter().find(|overlay| overlay.document.id.0.as_str() == framework);
        match overlay {
            Some(overlay) => overlay.document.guides.get(language.code()),
            None => files_of(framework)?.guide.as_ref()?.get(language),
        }
    }

    /// What a requirement means, by its qualified name, in the language of this library.
    #[must_use]
    pub fn guide_to(&self, id: &str) -> Option<&RequirementGuide> {
        let (framework, local) = id.split_once(':')?;
        self.guide(framework, self.language)?.requirements.get(local)
    }

    /// The title of a requirement or objective by its qualified name; an overlay's own title comes first.
    #[must_use]
    pub fn title(&self, id: &str) -> Option<&str> {
        self.title_in(self.language, id)
    }

    pub(crate) fn title_in(&self, language: Language, id: &str) -> Option<&str> {
        let (framework, local) = id.split_once(':')?;
        let overlays = self.overlays.iter().filter_map(|overlay| overlay.document.texts.get(language.code()));
        let built_in = CATALOGUES.iter().filter(|files| files.id == framework).filter_map(|files| files.texts.get(language));
        overlays.chain(built_in).find_map(|texts| {
            let name = if texts.catalogue.0.as_str() == framework { local } else { id };
            let requirement = texts.requirements.get(name).map(|it| it.title.as_str());
            requirement.or_else(|| texts.objectives.get(name).map(|it| it.title.as_str()))
        })
    }

    /// How people are told of a requirement or objective: its own name and its title, or the title of the framework where it is the whole
    /// of that; a name that no catalogue knows as it is.
    #[must_use]
    pub fn name_of(&self, id: &str) -> String {
        let Some((framework, local)) = id.split_once(':') else { return id.to_owned() };
        if self.is_whole(id) {
            return self.framework_title(framework).unwrap_or(framework).to_owned();
        }
        let objective = self.find(framework).is_some_and(|it| it.objectives.iter().any(|it| it.id == local));
        match self.title(id) {
            Some(title) if objective => title.to_owned(),
            Some(title) => format!("{local} {title}"),
            None => id.to_owned(),
        }
    }

    /// Whether that is the objective over a whole framework.
    #[must_use]
    pub fn is_whole(&self, objective: &str) -> bool {
        let Some((framework, local)) = objective.split_once(':') else { return false };
        self.find(framework).is_some_and(|it| it.objectives.iter().any(|it| it.id == local && it.family.0 == Family::Framework))
    }

    /// Why one requirement rests on another, by their qualified names; of several editions that have both, the current one says it.
    #[must_use]
    pub fn reason(&self, from: &str, relation: Relation, on: &str) -> Option<&str> {
        let (framework, local) = from.split_once(':')?;
        let within = on.split_once(':').filter(|(other, _)| *other == framework).map(|(_, local)| local);
        let others = || self.editions(framework).into_iter().skip(1).filter_map(|document| self.texts_of(document, self.language));
        let editions = self.texts(framework, self.language).into_iter().chain(std::iter::once_with(others).flatten());
        editions.filter_map(|texts| texts.requirements.get(local)).find_map(|own| {
            let reasons = match relation {
                Relation::Requires => &own.requires,
                Relation::SupportedBy => &own.supported_by,
            };
            reasons.get(on).or_else(|| reasons.get(within?)).map(String::as_str)
        })
    }

    /// Whether a framework is one of the built-in ones, and no overlay.
    #[must_use]
    pub fn is_built_in(&self, framework: &str) -> bool {
        files_of(framework).is_some()
    }

    /// The title of a framework.
    #[must_use]
    pub fn framework_title(&self, id: &str) -> Option<&str> {
        self.texts(id, self.language).map(|texts| texts.title.as_str())
    }

    /// The framework that an objective, by its qualified name, is the whole of; `None` where it is the whole of none.
    #[must_use]
    pub fn whole_framework<'i>(&self, objective: &'i str) -> Option<&'i str> {
        let (framework, local) = objective.split_once(':')?;
        let objective = self.find(framework)?.objectives.iter().find(|it| it.id == local)?;
        (objective.family.0 == Family::Framework).then_some(framework)
    }

    /// The title of an objective by its qualified name: of a whole framework the framework's own; the name where there is none.
    #[must_use]
    pub fn title_of_objective<'s>(&'s self, objective: &'s str) -> &'s str {
        let of_framework = self.whole_framework(objective).and_then(|framework| self.framework_title(framework));
        of_framework.or_else(|| self.title(objective)).unwrap_or(objective)
    }

    /// The built-in views with their texts, the current edition of each first.
    pub fn views(&self) -> impl Iterator<Item = (&'static ViewDocument, &'static ViewTextsDocument)> + use<> {
        let language = self.language;
        VIEWS.iter().filter_map(move |files| Some((files.view.as_ref()?, files.texts.get(language)?)))
    }
}

/// The files that a built-in catalogue was read from.
pub(crate) fn files_exactly_of(document: &CatalogueDocument) -> Option<&'static BuiltIn> {
    let mut of_name = CATALOGUES.iter().filter(|files| files.id == document.id.0.as_str());
    of_name.find(|files| files.catalogue.as_ref().is_some_and(|it| std::ptr::eq(it, document)))
}

/// The files of the built-in catalogue of that name in its current edition.
pub(crate) fn files_of(framework: &str) -> Option<&'static BuiltIn> {
    CATALOGUES.iter().find(|files| files.id == framework)
}

impl<'a> Overlay<'a> {
    /// Faults, each at its place in its text.
    pub(crate) fn place(&self, faults: Vec<Fault>, language: Language) -> Faults {
        let placed =
            faults.into_iter().map(|fault| Fault { offset: fault.offset.or_else(|| Some(self.tree.locate(&fault.pointer))), ..fault });
        Faults::new(placed.collect(), &self.origin, language)
    }

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
            let name = beside.name.and_then(|name| Path::new(name).file_name());
            let faults = if name.is_some_and(|name| name.to_string_lossy().starts_with("guide-")) {
                read_beside(beside, &document.id, |it: &GuideDocument| &it.catalogue, limits).map(|(guide, faults)| {
                    document.guides.0.insert(guide.language.0.code().to_owned(), guide);
                    faults
                })
            } else {
                read_beside(beside, &document.id, |it: &TextsDocument| &it.catalogue, limits).map(|(texts, faults)| {
                    document.texts.0.insert(texts.language.0.code().to_owned(), texts);
                    faults
                })
            };
            wrong.extend(words(faults.unwrap_or_else(|faults| faults), &origin));
        }
        Ok((Self { document, tree, origin }, faults, wrong))
    }
}

/// Reads words that stand beside a catalogue, with what is wrong in them; where nothing else is, that they belong to another one.
fn read_beside<T: Read>(
    source: Source<'_>,
    expected: &As<FrameworkId>,
    catalogue: impl Fn(&T) -> &As<FrameworkId>,
    limits: &Limits,
) -> Result<(T, Vec<Fault>), Vec<Fault>> {
    let (read, tree, mut faults) = read_document::<T>(source, limits)?;
    let found = catalogue(&read);
    if found != expected && faults.is_empty() {
        let args: &[(_, &dyn std::fmt::Display)] = &[("found", &found.0), ("expected", &expected.0)];
        let fault = Fault::new("texts-of-another", args).at("/catalogue");
        faults.push(Fault { offset: Some(tree.locate("/catalogue")), ..fault });
    }
    Ok((read, faults))
}
