//! What a catalogue's author should mend although its numbers stand: texts that are missing, and dependencies that nobody can defend.

use pejling_core::Catalogue;

use crate::catalogue::CatalogueDocument;
use crate::check::catalogue_fault;
use crate::diagnostic::{Diagnostic, Fault, Place, Severity};
use crate::library::Library;
use crate::text::Language;

mod dependencies;
mod guide;
mod texts;

impl Library<'_> {
    /// Everything there is to say of a catalogue at hand: faults, then what is missing in its texts, then what its graph looks like.
    #[must_use]
    pub fn lint(&self, document: &CatalogueDocument) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut say = |faults: Vec<Fault>, severity: Severity| {
            found.extend(faults.into_iter().map(|fault| {
                let at = Place { pointer: fault.pointer.clone(), ..Place::default() };
                Diagnostic::new(fault, severity, at, self.language)
            }));
        };
        let (faults, catalogue) = self.examine_catalogue(document);
        say(faults, Severity::Error);
        say(texts::fields(document), Severity::Warning);
        for language in Language::ALL {
            match self.texts_of(document, language) {
                None => say(vec![Fault::new("no-texts", &[("language", &language.code())])], Severity::Warning),
                Some(texts) => say(texts::missing(document, texts), Severity::Warning),
            }
            if let Some(guide) = self.guide_of(document, language) {
                say(guide::missing(document, guide), Severity::Warning);
            }
        }
        if let [Some(danish), Some(english)] = Language::ALL.map(|language| self.texts_of(document, language)) {
            say(texts::untranslated(danish, english), Severity::Warning);
        }
        match Language::ALL.map(|language| self.guide_of(document, language)) {
            [Some(danish), Some(english)] => say(guide::untranslated(danish, english), Severity::Warning),
            [None, None] => {}
            [None, Some(_)] | [Some(_), None] => say(vec![Fault::new("guide-in-one-language", &[])], Severity::Warning),
        }
        if let Some(catalogue) = catalogue {
            let (warnings, notes) = self.dependency_faults(document, &catalogue);
            say(warnings, Severity::Warning);
            say(notes, Severity::Info);
        }
        found
    }

    /// What is wrong with a catalogue beside those that it builds on, and the graph of them all where nothing is.
    pub(crate) fn examine_catalogue(&self, document: &CatalogueDocument) -> (Vec<Fault>, Option<Catalogue>) {
        let mut loaded: Vec<&CatalogueDocument> = vec![document];
        while let Some(base) = self.missing_base(&loaded) {
            loaded.push(base);
        }
        let (framework, mut found) = document.framework(&self.limits_of(document));
        let bases = loaded.iter().skip(1).map(|it| it.framework(&self.limits_of(it)).0);
        match Catalogue::new(std::iter::once(framework).chain(bases).collect()) {
            Ok(catalogue) => (found, Some(catalogue)),
            Err(faults) => {
                let own = faults.iter().filter(|fault| fault.place.framework == 0);
                found.extend(own.map(|fault| catalogue_fault(document, fault)));
                (found, None)
            }
        }
    }

    /// A catalogue that one of those loaded builds on and that is not among them.
    pub(crate) fn missing_base(&self, loaded: &[&CatalogueDocument]) -> Option<&CatalogueDocument> {
        let bases = loaded.iter().flat_map(|it| &it.builds_on);
        let mut missing = bases.filter(|base| loaded.iter().all(|it| it.id != **base));
        missing.find_map(|base| self.find(base.0.as_str()))
    }
}
