//! What the catalogues say to those who answer, and by what name people know a requirement.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::Kind;
use pejling_documents::{AssessmentDocument, CatalogueDocument, Language, Library, RequirementDocument, capital};

use crate::layout::{Shown, TIME};
use crate::text::folded;

/// The view that the small set for the first year is.
const FIRST_YEAR: &str = "foerste-aar";

/// The catalogues of an assessment, each in its edition.
#[derive(Debug)]
pub(crate) struct Catalogues<'a> {
    library: &'a Library<'a>,
    documents: Vec<&'a CatalogueDocument>,
    by_id: BTreeMap<String, (&'a CatalogueDocument, &'a RequirementDocument)>,
    by_name: BTreeMap<String, Vec<String>>, // qualified requirements by what people may write, in small letters
}

impl<'a> Catalogues<'a> {
    /// Those of the library that are named, in the order of the library; what it does not have is left out.
    pub(crate) fn named(library: &'a Library<'a>, editions: &BTreeMap<String, String>) -> Self {
        let find = |name: &str| {
            let edition = editions.get(name)?;
            let is_it = |it: &&CatalogueDocument| it.id.0.as_str() == name && it.edition.0.as_str() == edition;
            library.find(name).filter(is_it).or_else(|| library.catalogues().find(is_it))
        };
        let documents: Vec<_> = library.names().filter_map(find).collect();
        let mut by_name: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut by_id = BTreeMap::new();
        for (document, requirement) in documents.iter().flat_map(|it| it.requirements.iter().map(move |one| (*it, one))) {
            let id = format!("{}:{}", document.id.0, requirement.id);
            by_name.entry(folded(&requirement.id)).or_default().push(id.clone());
            by_id.insert(id, (document, requirement));
        }
        Self { library, documents, by_id, by_name }
    }

    /// Those that an assessment names.
    pub(crate) fn of(library: &'a Library<'a>, document: &AssessmentDocument) -> Self {
        Self::named(library, &document.catalogues.iter().map(|(id, edition)| (id.clone(), edition.0.to_string())).collect())
    }

    pub(crate) fn documents(&self) -> &[&'a CatalogueDocument] {
        &self.documents
    }

    /// All requirements with their qualified names, in the order of the catalogues.
    pub(crate) fn requirements(&self) -> impl Iterator<Item = (String, &'a RequirementDocument)> {
        self.documents.iter().flat_map(|it| it.requirements.iter().map(|one| (format!("{}:{}", it.id.0, one.id), one)))
    }

    /// The requirement of that qualified name.
    fn requirement(&self, id: &str) -> Option<(&'a CatalogueDocument, &'a RequirementDocument)> {
        self.by_id.get(id).copied()
    }

    /// The working group that answers for a requirement; empty where none does.
    pub(crate) fn group(&self, id: &str) -> &'static str {
        self.requirement(id).and_then(|(_, it)| it.group.as_ref()).map_or("", |group| group.0.name())
    }

    /// The requirements that a written name can mean, by their qualified names. Annex A of ISO/IEC 27001 is often quoted without its letter.
    pub(crate) fn meanings(&self, name: &str) -> Vec<&str> {
        let name = folded(name);
        if let Some((framework, local)) = name.split_once(':') {
            let of = |it: &&String| it.split_once(':').is_some_and(|(it, _)| it == framework);
            return self.by_name.get(local).into_iter().flatten().filter(of).map(String::as_str).collect();
        }
        [name.clone(), format!("a.{name}")].iter().filter_map(|it| self.by_name.get(it)).flatten().map(String::as_str).collect()
    }

    /// The names that people know requirements by.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.values().flatten().map(String::as_str)
    }

    /// The requirements by their titles, in either language.
    pub(crate) fn titles(&self) -> BTreeMap<String, String> {
        let ids =
            self.by_id.keys().flat_map(|id| Language::ALL.map(|language| (folded(&self.say(Shown::Title, id, language)), id.clone())));
        ids.filter(|(title, _)| !title.is_empty()).collect()
    }

    /// How a requirement is called in a cell: by its own name where only one catalogue has it and no spreadsheet takes it for a number or a
    /// date, else by its qualified one.
    pub(crate) fn shown_name<'i>(&self, id: &'i str) -> &'i str {
        let Some((_, local)) = id.split_once(':') else { return id };
        let is_safe = local.starts_with(|first: char| first.is_alphabetic());
        if is_safe && self.meanings(local) == [id] { local } else { id }
    }

    /// The requirements to begin with, as far as these catalogues have them, in the order in which to take them.
    pub(crate) fn first_year(&self) -> Vec<&'static str> {
        let members = self.library.view(FIRST_YEAR, None).into_iter().flat_map(|view| &view.areas).flat_map(|area| &area.members);
        members.map(String::as_str).filter(|id| self.requirement(id).is_some()).collect()
    }

    /// What a cell of guidance says; empty where there is nothing to say.
    pub(crate) fn say(&self, shown: Shown, id: &str, language: Language) -> String {
        if shown == Shown::Catalogue {
            let document = self.documents.iter().find(|it| it.id.0.as_str() == id);
            return document.and_then(|it| self.library.texts_of(it, language)).map(|it| it.title.clone()).unwrap_or_default();
        }
        let Some((document, requirement)) = self.requirement(id) else { return String::new() };
        let guide = || self.library.guide_of(document, language)?.requirements.get(&requirement.id);
        let text = match shown {
            Shown::Catalogue => None,
            Shown::Title => {
                self.library.texts_of(document, language).and_then(|it| it.requirements.get(&requirement.id)).map(|it| it.title.clone())
            }
            Shown::Question => guide().and_then(|it| it.question.clone()),
            Shown::Levels => guide().map(|it| {
                let lines = it.levels.iter().enumerate().map(|(level, line)| format!("{level}: {line}"));
                lines.collect::<Vec<_>>().join("\n")
            }),
            Shown::Evidence => guide().map(|it| {
                let kind = |kind: &str| language.text(&format!("kind-{}", kind.replace('_', "-")));
                let lines = it.evidence.iter().map(|(name, line)| format!("{}: {line}", capital(&kind(name))));
                lines.collect::<Vec<_>>().join("\n")
            }),
        };
        text.unwrap_or_default()
    }

    /// What evidence of a kind must show of a requirement; empty where there is nothing to say.
    pub(crate) fn must_show(&self, id: &str, kind: Kind, language: Language) -> String {
        let guide = self.requirement(id).and_then(|(document, it)| self.library.guide_of(document, language)?.requirements.get(&it.id));
        guide.and_then(|it| it.evidence.get(kind.name())).cloned().unwrap_or_default()
    }

    /// All that is said so of any requirement, in either language, as texts are compared.
    pub(crate) fn all_that_must_show(&self, kind: Kind) -> BTreeSet<String> {
        let texts = self.by_id.keys().flat_map(|id| Language::ALL.map(|language| folded(&self.must_show(id, kind, language))));
        texts.filter(|text| !text.is_empty()).collect()
    }

    /// A line of the start page.
    pub(crate) fn line(&self, key: &str, first_year: bool, language: Language) -> String {
        if key != TIME {
            return language.text(key);
        }
        let view = self.library.view(FIRST_YEAR, None);
        let (hours, first) = view.map_or((0, 0), |view| view.hours(|id| self.requirement(id).is_some()));
        let all = self.requirements().filter(|(_, it)| it.composite != Some(true)).count();
        let [count, first, hours] = [if first_year { first } else { all }.to_string(), first.to_string(), hours.to_string()];
        let first_year = if first_year { "true" } else { "false" };
        language.text_with(key, &[("first_year", first_year), ("count", &count), ("first", &first), ("hours", &hours)])
    }
}
