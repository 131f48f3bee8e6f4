//! What rests on what: nothing unexamined, every circle with its reason, and held against what published sources name together.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::{Catalogue, Relation, RequirementId};

use crate::catalogue::{CatalogueDocument, TextsDocument};
use crate::diagnostic::Fault;
use crate::library::{Library, files_exactly_of, files_of};
use crate::references::ReferenceDocument;
use crate::text::Language;
use crate::vocabulary::{Area, Family};

/// By requirement: itself and all that it rests on, directly or not.
type Below<'g> = BTreeMap<&'g RequirementId, BTreeSet<&'g RequirementId>>;

/// How many keystones are named.
const KEYSTONES: usize = 10;

impl Library<'_> {
    /// What to mend in the dependencies of a catalogue, and what is worth knowing of them.
    pub(super) fn dependency_faults(&self, document: &CatalogueDocument, graph: &Catalogue) -> (Vec<Fault>, Vec<Fault>) {
        let (mut warnings, mut notes) = (Vec::new(), Vec::new());
        let framework = document.id.0.as_str();
        for texts in Language::ALL.into_iter().filter_map(|language| self.texts_of(document, language)) {
            warnings.extend(roots(document, texts));
        }
        let own = |circle: &Vec<&RequirementId>| circle.iter().any(|id| id.framework() == framework);
        let circles: Vec<BTreeSet<&str>> = graph.cycles().filter(own).map(|circle| circle.iter().map(|id| id.local()).collect()).collect();
        for language in Language::ALL {
            let texts = self.texts_of(document, language);
            let told: Vec<BTreeSet<&str>> =
                texts.iter().flat_map(|it| &it.circles).map(|it| it.members.iter().map(String::as_str).collect()).collect();
            let members = |circle: &BTreeSet<&str>| circle.iter().copied().collect::<Vec<_>>().join(", ");
            let say = |code, circle| Fault::new(code, &[("language", &language.code()), ("members", &members(circle))]);
            warnings.extend(circles.iter().filter(|circle| !told.contains(circle)).map(|circle| say("circle-unexplained", circle)));
            warnings.extend(told.iter().filter(|circle| !circles.contains(circle)).map(|circle| say("circle-of-nothing", circle)));
        }
        notes.extend(self.texts_of(document, self.language).iter().flat_map(|texts| &texts.circles).map(|circle| {
            let args: &[(_, &dyn std::fmt::Display)] =
                &[("count", &circle.members.len()), ("members", &circle.members.join(", ")), ("reason", &circle.reason)];
            Fault::new("circle", args)
        }));
        let below: Below<'_> = graph.requirements().iter().map(|it| (&it.id, graph.all_below(&it.id))).collect();
        notes.extend(self.out_of_reach(document, graph, &below));
        notes.extend(keystones(document, &below));
        let files = files_exactly_of(document); // an overlay has none
        if let Some(references) = files.and_then(|files| files.references.as_ref()?.as_ref()) {
            for reference in &references.references {
                let (wrong, overlap) = overlap(document, graph, &below, reference);
                warnings.extend(wrong);
                notes.push(overlap);
            }
        }
        (warnings, notes)
    }

    /// Principles and themes that do not reach technical, organisational and legal requirements alike: each is met by all three together.
    fn out_of_reach(&self, document: &CatalogueDocument, graph: &Catalogue, below: &Below<'_>) -> Vec<Fault> {
        let area_of = |id: &RequirementId| {
            let requirements = &self.find(id.framework())?.requirements;
            Some(requirements.iter().find(|it| it.id == id.local())?.area.as_ref()?.0)
        };
        let mut found = Vec::new();
        let all = [
            ("technical", vec![Area::Systems, Area::Physical]),
            ("organisational", vec![Area::StaffAndProcesses]),
            ("legal", vec![Area::LawAndContract]),
        ];
        for objective in document.objectives.iter().filter(|it| matches!(it.family.0, Family::Theme | Family::Principle)) {
            let Some(members) = pejling_core::ObjectiveId::of(&document.id.0, &objective.id).ok().and_then(|id| graph.objective(&id))
            else {
                continue;
            };
            let reached: BTreeSet<&RequirementId> =
                members.members.iter().filter_map(|(member, _)| below.get(member)).flatten().copied().collect();
            for (kind, areas) in &all {
                if !reached.iter().any(|id| area_of(id).is_some_and(|area| areas.contains(&area))) {
                    found.push(Fault::new("out-of-reach", &[("objective", &objective.id), ("kind", kind)]));
                }
            }
        }
        found
    }

    /// The published source that names two requirements together, where one does; else the edge between them is our own judgement.
    #[must_use]
    pub fn basis(&self, from: &RequirementId, on: &RequirementId) -> Option<&'static ReferenceDocument> {
        let references = files_of(from.framework())?.references.as_ref()?.as_ref()?;
        let name = |id: &RequirementId| if id.framework() == from.framework() { id.local().to_owned() } else { id.to_string() };
        let (from, on) = (name(from), name(on));
        references
            .references
            .iter()
            .find(|it| it.pairs().any(|pair| pair == (from.as_str(), on.as_str()) || pair == (on.as_str(), from.as_str())))
    }
}

/// Requirements that rest on nothing without a word on why, and words on why of those that rest on something.
fn roots(document: &CatalogueDocument, texts: &TextsDocument) -> Vec<Fault> {
    let mut found = Vec::new();
    let single = document.requirements.iter().filter(|it| it.composite != Some(true));
    let edges: usize = single.map(|it| it.requires.len() + it.supported_by.len()).sum();
    let language = texts.language.0.code();
    if texts.no_dependencies.is_some() {
        if edges > 0 {
            found.push(Fault::new("dependencies-denied", &[("language", &language), ("count", &edges)]));
        }
        return found;
    }
    for requirement in &document.requirements {
        let rests = !requirement.requires.is_empty() || !requirement.supported_by.is_empty();
        let root = texts.requirements.get(&requirement.id).and_then(|it| it.root.as_ref());
        match (rests, root) {
            (false, None) => found.push(Fault::new("root-unexplained", &[("language", &language), ("requirement", &requirement.id)])),
            (true, Some(_)) => found.push(Fault::new("root-rests", &[("language", &language), ("requirement", &requirement.id)])),
            (false, Some(_)) | (true, None) => {}
        }
    }
    found
}

/// The requirements of a catalogue that most rests on, directly or not.
fn keystones(document: &CatalogueDocument, below: &Below<'_>) -> Option<Fault> {
    let mut carried: BTreeMap<&RequirementId, usize> = BTreeMap::new();
    for (id, below) in below {
        for on in below.iter().filter(|on| *on != id) {
            *carried.entry(on).or_default() += 1;
        }
    }
    let mut carried: Vec<_> = carried.into_iter().filter(|(id, _)| id.framework() == document.id.0.as_str()).collect();
    carried.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
    let named: Vec<_> = carried.iter().take(KEYSTONES).map(|(id, count)| format!("{} ({count})", id.local())).collect();
    (!named.is_empty()).then(|| Fault::new("keystones", &[("requirements", &named.join(", "))]))
}

/// How the edges of a catalogue and what a source names together overlap, in both directions, by why; and pairs of what does not exist.
fn overlap(document: &CatalogueDocument, graph: &Catalogue, below: &Below<'_>, reference: &ReferenceDocument) -> (Vec<Fault>, Fault) {
    let known = |name: &str| document.requirement_id(name).ok().filter(|id| graph.requirement(id).is_some());
    let mut wrong = Vec::new();
    let mut named: BTreeSet<(RequirementId, RequirementId)> = BTreeSet::new();
    for (one, other) in reference.pairs() {
        match (known(one), known(other)) {
            (Some(one), Some(other)) => {
                named.insert(if one < other { (one, other) } else { (other, one) });
            }
            (found, _) => {
                let missing = if found.is_none() { one } else { other };
                wrong.push(Fault::new("reference-to-nothing", &[("reference", &reference.id), ("requirement", &missing)]));
            }
        }
    }
    let covered: BTreeSet<&RequirementId> = named.iter().flat_map(|(one, other)| [one, other]).collect();
    let own = graph.requirements().iter().filter(|it| it.id.framework() == document.id.0.as_str() && !it.composite);
    let edges: Vec<_> = own.flat_map(|it| graph.rests_on(&it.id).map(move |(_, on): (Relation, _)| (&it.id, on))).collect();
    let pair =
        |one: &RequirementId, other: &RequirementId| if one < other { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) };
    let of_edges: BTreeSet<_> = edges.iter().map(|(from, on)| pair(from, on)).collect();
    let (shared, ours): (Vec<_>, Vec<_>) = of_edges.iter().partition(|edge| named.contains(*edge));
    let (beyond, judged): (Vec<_>, Vec<_>) = ours.into_iter().partition(|(one, other)| !covered.contains(one) || !covered.contains(other));
    let theirs = named.iter().filter(|pair| !of_edges.contains(*pair));
    let reaches = |one: &RequirementId, other: &RequirementId| below.get(one).is_some_and(|below| below.contains(other));
    let (longer, apart): (Vec<_>, Vec<_>) = theirs.partition(|(one, other)| reaches(one, other) || reaches(other, one));
    let args: &[(_, &dyn std::fmt::Display)] = &[
        ("reference", &reference.citation),
        ("shared", &shared.len()),
        ("beyond", &beyond.len()),
        ("judged", &judged.len()),
        ("longer", &longer.len()),
        ("apart", &apart.len()),
    ];
    (wrong, Fault::new("reference-overlap", args))
}
