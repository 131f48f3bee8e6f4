//! The two dependency graphs, and what rests on what in either.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::{Catalogue, Framework, ObjectiveId, Relation, RequirementId};

use crate::catalogue::CatalogueDocument;
use crate::check::catalogue_fault;
use crate::diagnostic::{Fault, Faults, Origin};
use crate::library::Library;

/// A catalogue with all that it builds on and all at hand that builds on it.
pub(super) struct Graph<'a> {
    pub(super) catalogue: Catalogue,
    /// The framework itself, in the order of its document.
    pub(super) framework: Framework,
    pub(super) beside: Vec<&'a CatalogueDocument>,
    /// Edges of those beside it that point at nothing in it.
    pub(super) lost: BTreeSet<(RequirementId, Relation, RequirementId)>,
}

impl<'a> Graph<'a> {
    /// The graph around a catalogue, which itself must be without fault.
    pub(super) fn of(library: &'a Library<'_>, document: &'a CatalogueDocument) -> Result<Self, Faults> {
        let loaded = library.around(document);
        let read = |it: &CatalogueDocument| it.framework(&library.limits_of(it));
        let (framework, found) = read(document);
        if !found.is_empty() {
            return Err(library.faults_of(document, found));
        }
        let known: BTreeSet<&RequirementId> = framework.requirements.iter().map(|it| &it.id).collect();
        let mut lost = BTreeSet::new();
        let mut frameworks = vec![framework.clone()];
        for beside in loaded.iter().skip(1) {
            let (mut other, _) = read(beside);
            for requirement in &mut other.requirements {
                let from = requirement.id.clone();
                let mut keep = |relation: Relation, on: &RequirementId| {
                    let stands = on.framework() != document.id.0.as_str() || known.contains(on);
                    if !stands {
                        lost.insert((from.clone(), relation, on.clone()));
                    }
                    stands
                };
                requirement.requires.retain(|on| keep(Relation::Requires, on));
                requirement.supported_by.retain(|on| keep(Relation::SupportedBy, on));
                requirement.composite &= !requirement.requires.is_empty(); // who lost every part is here for what rests on it
            }
            frameworks.push(other);
        }
        let catalogue = Catalogue::new(frameworks).map_err(|faults| {
            let mut all = Faults::default();
            for (at, it) in loaded.iter().enumerate() {
                let own = faults.iter().filter(|fault| fault.place.framework == at);
                all.extend(library.faults_of(it, own.map(|fault| catalogue_fault(it, fault)).collect()));
            }
            all
        })?;
        Ok(Self { catalogue, framework, beside: loaded.into_iter().skip(1).collect(), lost })
    }
}

impl Library<'_> {
    /// A catalogue, what it builds on, and what at hand builds on it and is without fault.
    fn around<'b>(&'b self, document: &'b CatalogueDocument) -> Vec<&'b CatalogueDocument> {
        let mut loaded = vec![document];
        let mut above = BTreeSet::from([&document.id]);
        loop {
            while let Some(base) = self.missing_base(&loaded) {
                loaded.push(base);
            }
            let new = |it: &&CatalogueDocument| loaded.iter().all(|other| other.id != it.id);
            let on_it = |it: &&CatalogueDocument| it.builds_on.iter().any(|base| above.contains(base));
            let next = self.catalogues().filter(new).filter(on_it).find(|it| self.examine_catalogue(it).0.is_empty());
            let Some(next) = next else { return loaded };
            above.insert(&next.id);
            loaded.push(next);
        }
    }

    /// Faults of a catalogue, in the text that it was read from where that is known.
    fn faults_of(&self, document: &CatalogueDocument, faults: Vec<Fault>) -> Faults {
        match self.overlay_of(document) {
            Some(overlay) => overlay.place(faults, self.language),
            None => Faults::new(faults, &Origin::file("", None), self.language),
        }
    }
}

/// What rests on what before or after the change, of all that has a score in both.
pub(super) struct Reach<'a> {
    graphs: &'a [Graph<'a>; 2],
    counts_in: BTreeMap<&'a RequirementId, BTreeSet<&'a ObjectiveId>>,
}

impl<'a> Reach<'a> {
    pub(super) fn new(graphs: &'a [Graph<'a>; 2]) -> Self {
        let mut counts_in: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for objective in graphs.iter().flat_map(|graph| graph.catalogue.objectives()) {
            if graphs.iter().all(|graph| graph.catalogue.objective(&objective.id).is_some()) {
                for (member, _) in &objective.members {
                    counts_in.entry(member).or_default().insert(&objective.id);
                }
            }
        }
        Self { graphs, counts_in }
    }

    /// These requirements and all that rests on one of them in either graph.
    pub(super) fn requirements<'i>(&self, ids: impl IntoIterator<Item = &'i RequirementId>) -> BTreeSet<&'a RequirementId> {
        let ids: Vec<&RequirementId> = ids.into_iter().collect();
        let resting = self.graphs.iter().flat_map(|graph| graph.catalogue.resting_on(ids.iter().copied()));
        resting.filter(|id| self.graphs.iter().all(|graph| graph.catalogue.requirement(id).is_some())).collect()
    }

    /// The objectives that these are members of in either.
    pub(super) fn objectives(&self, requirements: &BTreeSet<&RequirementId>) -> BTreeSet<&'a ObjectiveId> {
        requirements.iter().filter_map(|id| self.counts_in.get(id)).flatten().copied().collect()
    }
}
