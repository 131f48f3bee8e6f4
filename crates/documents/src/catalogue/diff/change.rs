//! What changed, each change with what it can do to scores.
//!
//! A score is the least of what a requirement has of its own and what it rests on allows (method M3), and an objective the weighted mean
//! of its members, guarded by the critical ones (M4): both follow what they are made of in one direction. So an added edge or critical
//! member can only lower, and a removed one only raise. Whatever moves the members or the weights of an objective can do either.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::{Catalogue, Excludable, FrameworkId, Objective, ObjectiveId, Relation, Requirement, RequirementId, Weight};

use super::reach::Graph;
use super::wording::wording;
use super::{ChangeKind, Effect};
use crate::catalogue::{CatalogueDocument, ObjectiveDocument, RequirementDocument, TextsDocument};

/// One change before it is published.
pub(super) struct Change {
    pub(super) kind: ChangeKind,
    pub(super) args: Vec<(&'static str, String)>,
    pub(super) effect: Effect,
    pub(super) at: Option<RequirementId>,
    pub(super) objectives: Vec<ObjectiveId>,
}

impl Change {
    /// A change that touches no score, until it is said what it touches.
    pub(super) fn new(kind: ChangeKind, args: &[(&'static str, &dyn ToString)]) -> Self {
        let args = args.iter().map(|(name, value)| (*name, value.to_string())).collect();
        Self { kind, args, effect: Effect::None, at: None, objectives: Vec::new() }
    }

    /// The two values; one that is absent is left out.
    pub(super) fn with_values(mut self, before: Option<impl ToString>, after: Option<impl ToString>) -> Self {
        self.args.extend(before.map(|it| ("before", it.to_string())));
        self.args.extend(after.map(|it| ("after", it.to_string())));
        self
    }

    fn entering_at(self, requirement: &RequirementId, effect: Effect) -> Self {
        Self { at: Some(requirement.clone()), effect, ..self }
    }

    fn touching(self, objective: &ObjectiveId, effect: Effect) -> Self {
        Self { objectives: vec![objective.clone()], effect, ..self }
    }

    /// Objectives whose members it moves: their mean can go either way.
    fn moving_members_of(self, objectives: Vec<ObjectiveId>) -> Self {
        let effect = if objectives.is_empty() { self.effect } else { Effect::Either };
        Self { effect, objectives, ..self }
    }
}

/// Everything that changed, in no particular order.
pub(super) fn changes(documents: [&CatalogueDocument; 2], graphs: &[Graph<'_>; 2], texts: [[Option<&TextsDocument>; 2]; 2]) -> Vec<Change> {
    let [before, after] = [Side::new(documents[0], &graphs[0]), Side::new(documents[1], &graphs[1])];
    let mut changes = Vec::new();
    whole(&before, &after, &mut changes);
    requirements(&before, &after, &mut changes);
    objectives(&before, &after, &mut changes);
    for (from, relation, on) in graphs[1].lost.difference(&graphs[0].lost) {
        changes.push(Change::new(ChangeKind::EdgeLost, &[("requirement", from), ("on", on), ("relation", relation)]));
    }
    wording(documents, texts, &mut changes);
    changes
}

/// One of the two editions, by name.
struct Side<'a> {
    document: &'a CatalogueDocument,
    graph: &'a Catalogue,
    requirements: BTreeMap<&'a RequirementId, (&'a Requirement, &'a RequirementDocument)>,
    objectives: BTreeMap<&'a ObjectiveId, Summed<'a>>,
}

/// An objective as it is written and as it is.
struct Summed<'a> {
    document: &'a ObjectiveDocument,
    objective: &'a Objective,
    members: BTreeMap<&'a RequirementId, Weight>,
    critical: BTreeSet<&'a RequirementId>,
}

impl<'a> Side<'a> {
    fn new(document: &'a CatalogueDocument, graph: &'a Graph<'a>) -> Self {
        let requirements = graph.framework.requirements.iter().zip(&document.requirements);
        let objectives = graph.framework.objectives.iter().zip(&document.objectives);
        let summed = |(objective, document): (&'a Objective, &'a ObjectiveDocument)| Summed {
            document,
            objective,
            members: objective.members.iter().map(|(member, weight)| (member, *weight)).collect(),
            critical: objective.critical.iter().collect(),
        };
        Self {
            document,
            graph: &graph.catalogue,
            requirements: requirements.map(|(requirement, document)| (&requirement.id, (requirement, document))).collect(),
            objectives: objectives.map(|both| (&both.0.id, summed(both))).collect(),
        }
    }

    /// Whether a requirement may come to be not applicable: what is made of parts does when all of them are.
    fn may_not_apply(&self, id: &RequirementId) -> bool {
        let (mut seen, mut open) = (BTreeSet::from([id]), vec![id]);
        while let Some(requirement) = open.pop().and_then(|id| self.graph.requirement(id)) {
            if requirement.composite {
                open.extend(requirement.requires.iter().filter(|part| seen.insert(part)));
            } else if requirement.excludable == Excludable::Never {
                return false;
            }
        }
        true
    }
}

/// What changed in the catalogue as a whole.
fn whole(before: &Side<'_>, after: &Side<'_>, changes: &mut Vec<Change>) {
    let (old, new) = (before.document, after.document);
    if old.edition != new.edition {
        changes.push(Change::new(ChangeKind::Edition, &[]).with_values(Some(&old.edition.0), Some(&new.edition.0)));
    }
    let bases = |document: &CatalogueDocument| -> BTreeSet<FrameworkId> { document.builds_on.iter().map(|base| base.0.clone()).collect() };
    let (had, has) = (bases(old), bases(new));
    changes.extend(has.difference(&had).map(|base| Change::new(ChangeKind::BaseAdded, &[("base", base)])));
    changes.extend(had.difference(&has).map(|base| Change::new(ChangeKind::BaseRemoved, &[("base", base)])));
    let sources = |document: &CatalogueDocument| -> BTreeMap<String, String> {
        document.sources.iter().map(|it| (it.id.clone(), it.citation.clone())).collect()
    };
    for (source, cited, cites) in differing(&sources(old), &sources(new)) {
        changes.push(Change::new(ChangeKind::Source, &[("source", source)]).with_values(cited, cites));
    }
    let (norm, other) = (old.default_norm(), new.default_norm());
    if norm != other {
        changes.push(Change::new(ChangeKind::DefaultNorm, &[]).with_values(Some(norm.name()), Some(other.name())));
    }
}

fn requirements(before: &Side<'_>, after: &Side<'_>, changes: &mut Vec<Change>) {
    // what is new or gone moves the objectives of both editions that it counts in; what rests on it says so by an edge of its own
    let counting = |side: &Side<'_>, id: &RequirementId| -> Vec<ObjectiveId> {
        let shared = side.objectives.iter().filter(|(it, _)| before.objectives.contains_key(*it) && after.objectives.contains_key(*it));
        shared.filter(|(_, summed)| summed.members.contains_key(id)).map(|(it, _)| (*it).clone()).collect()
    };
    for id in after.requirements.keys().filter(|id| !before.requirements.contains_key(*id)) {
        changes.push(Change::new(ChangeKind::RequirementAdded, &[("requirement", id)]).moving_members_of(counting(after, id)));
    }
    for (id, (old, written)) in &before.requirements {
        match after.requirements.get(id) {
            None => {
                let gone = Change::new(ChangeKind::RequirementRemoved, &[("requirement", id)]);
                changes.push(gone.moving_members_of(counting(before, id)));
            }
            Some((new, rewritten)) => {
                let both = Both { id, before, after };
                both.worth(old, new, changes);
                both.labels(written, rewritten, changes);
                both.edges(old, new, changes);
            }
        }
    }
}

/// A requirement of both editions.
struct Both<'s, 'a> {
    id: &'a RequirementId,
    before: &'s Side<'a>,
    after: &'s Side<'a>,
}

impl Both<'_, '_> {
    fn change(&self, kind: ChangeKind) -> Change {
        Change::new(kind, &[("requirement", self.id)])
    }

    /// The objectives that it came into or left because of a field that they select by; all, where no field is named.
    fn moved_objectives(&self, field: Option<&str>) -> Vec<ObjectiveId> {
        let selects = |it: &Summed<'_>| {
            let select = it.document.select.as_ref();
            select.is_some_and(|select| field.is_none_or(|field| select.contains_key(field)))
        };
        let moved = self.before.objectives.iter().filter_map(|(id, old)| {
            let new = self.after.objectives.get(id)?;
            let differs = old.members.contains_key(self.id) != new.members.contains_key(self.id);
            (differs && (selects(old) || selects(new))).then(|| (*id).clone())
        });
        moved.collect()
    }

    /// What it is worth by itself, and whether it may be left out.
    fn worth(&self, old: &Requirement, new: &Requirement, changes: &mut Vec<Change>) {
        let level = |it: &Requirement| it.target.unwrap_or_default().level();
        if level(old) != level(new) && !old.composite && !new.composite {
            // the same level is the lesser part of a higher target (method M1)
            let effect = if level(new) > level(old) { Effect::Lowers } else { Effect::Raises };
            let change = self.change(ChangeKind::Target).with_values(Some(level(old)), Some(level(new)));
            changes.push(change.entering_at(self.id, effect));
        }
        if old.composite != new.composite {
            let change = self.change(ChangeKind::Composite).with_values(Some(old.composite), Some(new.composite));
            let objectives = self.moved_objectives(None);
            changes.push(change.moving_members_of(objectives).entering_at(self.id, Effect::Either));
        }
        if old.excludable != new.excludable {
            let change = self.change(ChangeKind::Excludable).with_values(Some(old.excludable.name()), Some(new.excludable.name()));
            changes.push(match old.excludable {
                Excludable::Never => change, // nothing moves until somebody excludes it
                // an exclusion that stood may have to be withdrawn
                Excludable::OnCondition | Excludable::Freely => change.entering_at(self.id, Effect::Either),
            });
        }
    }

    /// What it is filed under: that moves no score of its own, but it can move it from one objective to another.
    fn labels(&self, old: &RequirementDocument, new: &RequirementDocument, changes: &mut Vec<Change>) {
        let mut label = |kind: ChangeKind, field: &str, before: Option<&str>, after: Option<&str>| {
            if before != after {
                changes.push(self.change(kind).with_values(before, after).moving_members_of(self.moved_objectives(Some(field))));
            }
        };
        label(ChangeKind::Part, "part", old.part.as_deref(), new.part.as_deref());
        label(ChangeKind::Area, "area", old.area.as_ref().map(|it| it.0.name()), new.area.as_ref().map(|it| it.0.name()));
        label(ChangeKind::Group, "group", old.group.as_ref().map(|it| it.0.name()), new.group.as_ref().map(|it| it.0.name()));
        let words = |it: &RequirementDocument| -> BTreeMap<String, String> {
            let sorted = |words: &[String]| words.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", ");
            it.attributes.iter().map(|(name, words)| (name.clone(), sorted(words))).collect()
        };
        for (attribute, before, after) in differing(&words(old), &words(new)) {
            let change = Change::new(ChangeKind::Attribute, &[("requirement", self.id), ("attribute", attribute)]);
            changes.push(change.with_values(before, after).moving_members_of(self.moved_objectives(Some(attribute))));
        }
        let cited = |it: &RequirementDocument| {
            let parts: Vec<_> = it.source.iter().chain(&it.clause).cloned().collect();
            (it.source.clone(), it.clause.clone(), (!parts.is_empty()).then(|| parts.join(", ")))
        };
        let (was, is) = (cited(old), cited(new));
        if was != is {
            changes.push(self.change(ChangeKind::Citation).with_values(was.2, is.2));
        }
    }

    fn edges(&self, old: &Requirement, new: &Requirement, changes: &mut Vec<Change>) {
        let edges = |it: &Requirement| -> BTreeMap<RequirementId, Relation> {
            let requires = it.requires.iter().map(|on| (on.clone(), Relation::Requires));
            requires.chain(it.supported_by.iter().map(|on| (on.clone(), Relation::SupportedBy))).collect()
        };
        // A part that comes or goes decides whether the whole applies: then it enters or leaves its objectives.
        let applies_anew = (old.composite || new.composite) && (self.before.may_not_apply(self.id) || self.after.may_not_apply(self.id));
        for (on, before, after) in differing(&edges(old), &edges(new)) {
            let is_part = before == Some(&Relation::Requires) || after == Some(&Relation::Requires);
            let (kind, effect) = match (before, after) {
                (None, Some(_)) => (ChangeKind::EdgeAdded, Effect::Lowers),
                (Some(_), None) => (ChangeKind::EdgeRemoved, Effect::Raises),
                (Some(Relation::Requires), _) => (ChangeKind::EdgeTurned, Effect::Raises), // what supports takes half
                (_, _) => (ChangeKind::EdgeTurned, Effect::Lowers),
            };
            let effect = if applies_anew && is_part { Effect::Either } else { effect };
            let change = Change::new(kind, &[("requirement", self.id), ("on", on)]).with_values(before, after);
            changes.push(change.entering_at(self.id, effect));
        }
    }
}

fn objectives(before: &Side<'_>, after: &Side<'_>, changes: &mut Vec<Change>) {
    let named = |kind: ChangeKind, id: &ObjectiveId| Change::new(kind, &[("objective", id)]);
    let new = after.objectives.keys().filter(|id| !before.objectives.contains_key(*id));
    changes.extend(new.map(|id| named(ChangeKind::ObjectiveAdded, id)));
    // a requirement that is new or gone was told as such
    let in_both = |id: &RequirementId| before.requirements.contains_key(id) && after.requirements.contains_key(id);
    for (id, old) in &before.objectives {
        let Some(new) = after.objectives.get(id) else {
            changes.push(named(ChangeKind::ObjectiveRemoved, id));
            continue;
        };
        let told = changes.len();
        let of = |kind: ChangeKind, member: &RequirementId| Change::new(kind, &[("objective", id), ("requirement", member)]);
        let definition = |it: &ObjectiveDocument| (it.select.clone(), it.members.iter().cloned().collect::<BTreeSet<_>>());
        let redefined = definition(old.document) != definition(new.document);
        for (member, was, is) in differing(&old.members, &new.members).into_iter().filter(|(member, _, _)| in_both(member)) {
            match (was, is) {
                (None, Some(_)) if redefined => changes.push(of(ChangeKind::MemberAdded, member).touching(id, Effect::Either)),
                (Some(_), None) if redefined => changes.push(of(ChangeKind::MemberRemoved, member).touching(id, Effect::Either)),
                (Some(was), Some(is)) => {
                    let change = of(ChangeKind::Weight, member).with_values(Some(was.get()), Some(is.get()));
                    changes.push(change.touching(id, Effect::Either));
                }
                (_, _) => {} // it came or went by what it is filed under, which is told there
            }
        }
        if redefined && changes.len() == told {
            changes.push(named(ChangeKind::Selection, id));
        }
        for critical in new.critical.difference(&old.critical).filter(|it| in_both(it)) {
            changes.push(of(ChangeKind::CriticalAdded, critical).touching(id, Effect::Lowers));
        }
        for critical in old.critical.difference(&new.critical).filter(|it| in_both(it)) {
            changes.push(of(ChangeKind::CriticalRemoved, critical).touching(id, Effect::Raises));
        }
        let (was, is) = (old.objective.norm.name(), new.objective.norm.name());
        if was != is {
            changes.push(named(ChangeKind::Norm, id).with_values(Some(was), Some(is)));
        }
        let (was, is) = (old.document.family.0.name(), new.document.family.0.name());
        if was != is {
            changes.push(named(ChangeKind::Family, id).with_values(Some(was), Some(is)));
        }
    }
}

/// The keys whose values differ, with both values.
pub(super) fn differing<'t, K: Ord, V: PartialEq>(
    before: &'t BTreeMap<K, V>,
    after: &'t BTreeMap<K, V>,
) -> Vec<(&'t K, Option<&'t V>, Option<&'t V>)> {
    let keys: BTreeSet<&K> = before.keys().chain(after.keys()).collect();
    let both = keys.into_iter().map(|key| (key, before.get(key), after.get(key)));
    both.filter(|(_, before, after)| before != after).collect()
}
