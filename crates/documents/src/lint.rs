//! What a catalogue's author should mend although its numbers stand: missing texts and reasons, and what rests on itself.

use std::collections::BTreeSet;

use pejling_core::{Catalogue, Excludable};

use crate::catalogue::{CatalogueDocument, ObjectiveDocument, RequirementDocument, TextsDocument};
use crate::check::catalogue_fault;
use crate::diagnostic::{Diagnostic, Fault, Place, Severity};
use crate::library::{Library, built_in_texts, is_built_in};
use crate::table::Table;
use crate::text::Language;
use crate::vocabulary::{Family, TitleStatus};

impl Library<'_> {
    /// Everything there is to say of a catalogue at hand: faults, then what is missing in its texts, then its circles.
    #[must_use]
    pub fn lint(&self, document: &CatalogueDocument) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut say = |fault: Fault, severity: Severity| {
            let at = Place { pointer: fault.pointer.clone(), ..Place::default() };
            found.push(Diagnostic::new(fault, severity, at, self.language));
        };
        let (faults, catalogue) = self.examine_catalogue(document);
        for fault in faults {
            say(fault, Severity::Error);
        }
        if let Some(catalogue) = catalogue {
            let own = |circle: &Vec<&pejling_core::RequirementId>| circle.iter().any(|id| id.framework() == document.id.0.as_str());
            for circle in catalogue.cycles().filter(own) {
                let members: Vec<_> = circle.iter().map(|id| id.as_str()).collect();
                let fault = Fault::new("circle", &[("count", &members.len()), ("members", &members.join(", "))]);
                say(fault, Severity::Info);
            }
        }
        for fault in texts(document) {
            say(fault, Severity::Warning);
        }
        for (language, texts) in Language::ALL.map(|language| (language, texts_of(document, language))) {
            match texts {
                None => say(Fault::new("no-texts", &[("language", &language.code())]), Severity::Warning),
                Some(texts) => missing(document, texts).into_iter().for_each(|fault| say(fault, Severity::Warning)),
            }
        }
        if let [Some(danish), Some(english)] = Language::ALL.map(|language| texts_of(document, language)) {
            for fault in untranslated(danish, english) {
                say(fault, Severity::Warning);
            }
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
        missing.find_map(|base| self.catalogues().find(|it| it.id == *base))
    }
}

/// The texts of exactly this catalogue.
pub(crate) fn texts_of(document: &CatalogueDocument, language: Language) -> Option<&TextsDocument> {
    if is_built_in(document) {
        return built_in_texts(language).iter().find(|texts| texts.catalogue == document.id);
    }
    document.texts.get(language.code())
}

/// What is odd in a catalogue whatever its texts say.
fn texts(document: &CatalogueDocument) -> Vec<Fault> {
    let mut found = Vec::new();
    for (index, it) in document.requirements.iter().enumerate() {
        let said =
            [("area", it.area.is_some()), ("group", it.group.is_some()), ("source", it.source.is_some()), ("clause", it.clause.is_some())];
        for (field, _) in said.into_iter().filter(|(_, said)| !said) {
            let fault = Fault::new("requirement-without", &[("field", &field), ("requirement", &it.id)]);
            found.push(fault.at(format!("/requirements/{index}")));
        }
    }
    if !document.requirements.is_empty() && document.objectives.iter().all(|it| it.family.0 != Family::Framework) {
        found.push(Fault::new("no-framework-objective", &[]).at("/objectives"));
    }
    found
}

/// What the texts of a catalogue lack, and what they have too much.
fn missing(document: &CatalogueDocument, texts: &TextsDocument) -> Vec<Fault> {
    let mut missing = Missing { language: texts.language.0, found: Vec::new() };
    let empty = Table::default();
    for it in &document.requirements {
        let RequirementDocument { id, requires, supported_by, excludable, .. } = it;
        let own = texts.requirements.get(id);
        missing.title(id, own.map(|own| own.title.as_str()));
        missing.reasons(id, "requires", requires.iter(), own.map_or(&empty, |own| &own.requires));
        missing.reasons(id, "supported_by", supported_by.iter(), own.map_or(&empty, |own| &own.supported_by));
        let condition = own.and_then(|own| own.condition.as_ref());
        let conditional = excludable.as_ref().is_some_and(|it| it.0 == Excludable::OnCondition);
        if conditional != condition.is_some_and(|text| !text.trim().is_empty()) {
            missing.say(if conditional { "condition-missing" } else { "condition-superfluous" }, id, "");
        }
        let unsourced = own.is_some_and(|own| is_unsourced(own.title_status.as_ref().map(|it| it.0), own.title_source.as_ref()));
        if unsourced {
            missing.say("title-source-missing", id, "");
        }
    }
    for it in &document.objectives {
        let ObjectiveDocument { id, critical, weights, .. } = it;
        let own = texts.objectives.get(id);
        missing.title(id, own.map(|own| own.title.as_str()));
        missing.reasons(id, "critical", critical.iter(), own.map_or(&empty, |own| &own.critical));
        missing.reasons(id, "weights", weights.keys(), own.map_or(&empty, |own| &own.weights));
        if own.is_some_and(|own| is_unsourced(own.title_status.as_ref().map(|it| it.0), own.title_source.as_ref())) {
            missing.say("title-source-missing", id, "");
        }
    }
    let requirements: BTreeSet<_> = document.requirements.iter().map(|it| &it.id).collect();
    let objectives: BTreeSet<_> = document.objectives.iter().map(|it| &it.id).collect();
    let strange = texts.requirements.keys().filter(|name| !requirements.contains(name) && !name.contains(':'));
    for name in strange.chain(texts.objectives.keys().filter(|name| !objectives.contains(name) && !name.contains(':'))) {
        missing.say("text-of-nothing", name, "");
    }
    missing.found
}

fn is_unsourced(status: Option<TitleStatus>, source: Option<&String>) -> bool {
    status == Some(TitleStatus::WorkingHeading) && source.is_none()
}

struct Missing {
    language: Language,
    found: Vec<Fault>,
}

impl Missing {
    fn say(&mut self, code: &'static str, of: &str, other: &str) {
        self.found.push(Fault::new(code, &[("language", &self.language.code()), ("of", &of), ("other", &other)]));
    }

    fn title(&mut self, id: &str, title: Option<&str>) {
        if title.is_none_or(|title| title.trim().is_empty()) {
            self.say("title-missing", id, "");
        }
    }

    /// Each named thing has its reason, and no reason stands without its thing.
    fn reasons<'a>(&mut self, id: &str, field: &str, names: impl Iterator<Item = &'a String>, reasons: &Table<String>) {
        let names: BTreeSet<&String> = names.collect();
        for name in names.iter().filter(|name| reasons.get(**name).is_none_or(|reason| reason.trim().is_empty())) {
            self.say("reason-missing", &format!("{id} {field}"), name);
        }
        for name in reasons.keys().filter(|name| !names.contains(name)) {
            self.say("reason-of-nothing", &format!("{id} {field}"), name);
        }
    }
}

/// Reasons that say the same in both languages, letter by letter.
fn untranslated(danish: &TextsDocument, english: &TextsDocument) -> Vec<Fault> {
    let mut found = Vec::new();
    for (id, texts) in danish.requirements.iter() {
        let Some(other) = english.requirements.get(id) else { continue };
        let pairs =
            texts.requires.iter().map(|it| (it, &other.requires)).chain(texts.supported_by.iter().map(|it| (it, &other.supported_by)));
        for ((name, reason), others) in pairs {
            if others.get(name) == Some(reason) {
                found.push(Fault::new("reason-untranslated", &[("of", id), ("other", name)]));
            }
        }
    }
    found
}
