//! Carrying an assessment on, list by list, with a note of what became of each entry.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use pejling_core::{EVIDENCE_ID_LENGTH_LIMIT, EvidenceId, RequirementId};

use super::{
    CONTROL_STATEMENTS, DISSENT, Decision, DecisionNeeded, EVIDENCE, EXCLUSIONS, LISTS, MEASURES, Migrated, MigratedTo, Outcome, SERVICES,
};
use crate::assessment::{
    AssessmentDocument, ControlStatementDocument, DissentDocument, EntityDocument, EvidenceDocument, ExclusionDocument, MeasureDocument,
    ServiceDocument, SignOffDocument, WeightingDocument,
};
use crate::scalar::As;
use crate::succession::{SuccessorsDocument, Target};
use crate::vocabulary::SignOffStatus;

/// What became of everything, beside the new assessment itself.
pub(super) struct Account {
    pub(super) items: BTreeMap<String, Vec<Migrated>>,
    pub(super) to_decide: Vec<Decision>,
    pub(super) sign_off: Option<SignOffDocument>,
    pub(super) weightings: Vec<WeightingDocument>,
}

/// Carries a checked assessment on, whose notes have room for so many characters. A pure function: the same document gives the same one.
pub(super) fn carry(
    mut document: AssessmentDocument,
    digest: &str,
    succession: &SuccessorsDocument,
    room: usize,
) -> (AssessmentDocument, Account) {
    let mut carrying =
        Carrying { targets: succession.targets(), items: LISTS.map(|list| (list.to_owned(), Vec::new())).into(), to_decide: Vec::new() };
    document.catalogues.0.remove(succession.from.0.as_str());
    document.catalogues.0.insert(succession.to.0.to_string(), succession.edition.clone());
    document.evidence = carrying.evidence(document.evidence, |requirement| format!("{requirement}, {digest}"), room);
    document.exclusions = carrying.exclusions(document.exclusions);
    document.control_statements = carrying.statements(document.control_statements);
    document.measures = carrying.measures(document.measures);
    document.entities = carrying.services(document.entities);
    let mut dissent = Vec::new();
    for one in document.dissent {
        let entity = one.entity.as_ref().map(|it| it.0.to_string());
        let to = carrying.move_to(DISSENT, None, entity, &one.requirement.0, |_| None);
        dissent.extend(to.into_iter().map(|it| DissentDocument { requirement: As(it), ..one.clone() }));
    }
    document.dissent = dissent;
    let sign_off = document.sign_off.take();
    document.sign_off =
        sign_off.as_ref().map(|_| SignOffDocument { approved: None, prepared: None, reviewed: None, status: As(SignOffStatus::Draft) });
    let earlier = |it: &mut WeightingDocument| it.objective.0.framework() == succession.from.0.as_str();
    let weightings = document.weightings.extract_if(.., earlier).collect();
    (document, Account { items: carrying.items, to_decide: carrying.to_decide, sign_off, weightings })
}

/// Carrying an assessment on, list by list.
struct Carrying {
    targets: BTreeMap<RequirementId, Vec<Target>>,
    items: BTreeMap<String, Vec<Migrated>>,
    to_decide: Vec<Decision>,
}

impl Carrying {
    fn targets(&self, requirement: &RequirementId) -> Option<&[Target]> {
        self.targets.get(requirement).map(Vec::as_slice)
    }

    /// Where an entry is filed now, after that has been noted. `named` is its name at each place.
    fn move_to(
        &mut self,
        list: &str,
        id: Option<String>,
        entity: Option<String>,
        requirement: &RequirementId,
        named: impl Fn(&RequirementId) -> Option<String>,
    ) -> Vec<RequirementId> {
        let (outcome, to) = match self.targets(requirement) {
            None => (Outcome::Untouched, vec![requirement.clone()]),
            Some([]) => (Outcome::ToDecide, Vec::new()),
            Some([one]) if one.is_part() => (Outcome::InPart, vec![one.filed.clone()]),
            Some([one]) => (Outcome::Renamed, vec![one.filed.clone()]),
            Some(several) => (Outcome::Divided, several.iter().map(|it| it.filed.clone()).collect()),
        };
        let places = to.iter().map(|place| MigratedTo { id: named(place), requirement: place.to_string() }).collect();
        self.note(list, Migrated { entity, id, outcome: As(outcome), requirement: requirement.to_string(), to: places });
        to
    }

    fn note(&mut self, list: &str, item: Migrated) {
        self.items.entry(list.to_owned()).or_default().push(item);
    }

    /// Evidence goes to every successor, with its origin in its note. The first copy keeps its name, so that what names it still does; the
    /// others close each other's findings among themselves.
    fn evidence(
        &mut self,
        evidence: Vec<EvidenceDocument>,
        origin: impl Fn(&RequirementId) -> String,
        room: usize,
    ) -> Vec<EvidenceDocument> {
        let mut taken: BTreeSet<EvidenceId> = evidence.iter().map(|one| one.id.0.clone()).collect();
        let mut copies: BTreeMap<(EvidenceId, RequirementId), EvidenceId> = BTreeMap::new();
        for one in &evidence {
            for target in self.targets(&one.requirement.0).unwrap_or_default().iter().skip(1) {
                let ending = format!("@{}", target.whole.local());
                if let Some(id) = distinct(one.id.0.as_str(), &ending, EVIDENCE_ID_LENGTH_LIMIT, &taken) {
                    taken.insert(id.clone());
                    copies.insert((one.id.0.clone(), target.filed.clone()), id);
                }
            }
        }
        let mut carried = Vec::with_capacity(evidence.len());
        for one in evidence {
            let copy = |id: &EvidenceId, at: &RequirementId| copies.get(&(id.clone(), at.clone())).unwrap_or(id).clone();
            let entity = one.entity.as_ref().map(|it| it.0.to_string());
            let name = |at: &RequirementId| Some(copy(&one.id.0, at).to_string());
            let is_moved = self.targets(&one.requirement.0).is_some();
            let to = self.move_to(EVIDENCE, Some(one.id.0.to_string()), entity, &one.requirement.0, name);
            carried.extend(to.into_iter().map(|at| EvidenceDocument {
                closes: one.closes.iter().map(|finding| As(copy(&finding.0, &at))).collect(),
                id: As(copy(&one.id.0, &at)),
                note: if is_moved { with_origin(one.note.as_deref(), &origin(&one.requirement.0), room) } else { one.note.clone() },
                requirement: As(at),
                ..one.clone()
            }));
        }
        carried
    }

    /// Exclusions go to every successor. A merged control of which some parts apply and others do not is for people to look at.
    fn exclusions(&mut self, exclusions: Vec<ExclusionDocument>) -> Vec<ExclusionDocument> {
        let mut carried: Vec<ExclusionDocument> = Vec::new();
        for one in exclusions {
            let entity = one.entity.as_ref().map(|it| it.0.to_string());
            let to = self.move_to(EXCLUSIONS, None, entity, &one.requirement.0, |_| None);
            carried.extend(to.into_iter().map(|at| ExclusionDocument { requirement: As(at), ..one.clone() }));
        }
        let mut excluded: BTreeMap<(RequirementId, Option<String>), usize> = BTreeMap::new();
        for one in &carried {
            if let Some(whole) = self.whole_of(&one.requirement.0) {
                *excluded.entry((whole, one.entity.as_ref().map(|it| it.0.to_string()))).or_default() += 1;
            }
        }
        for ((whole, entity), count) in excluded {
            if count < self.parts_of(&whole).count() {
                let why = As(DecisionNeeded::AppliesInPart);
                self.to_decide.push(Decision { entity, measure: None, requirement: whole.to_string(), why });
            }
        }
        carried
    }

    /// A statement goes to every successor. Where all parts of a merged control say the same, that control says it once instead.
    fn statements(&mut self, statements: Vec<ControlStatementDocument>) -> Vec<ControlStatementDocument> {
        let mut carried: Vec<ControlStatementDocument> = Vec::new();
        for one in statements {
            let to = self.move_to(CONTROL_STATEMENTS, None, None, &one.requirement.0, |_| None);
            carried.extend(to.into_iter().map(|at| ControlStatementDocument { requirement: As(at), ..one.clone() }));
        }
        let stated: BTreeSet<RequirementId> = carried.iter().filter_map(|one| self.whole_of(&one.requirement.0)).collect();
        for whole in stated {
            let parts: BTreeSet<RequirementId> = self.parts_of(&whole).cloned().collect();
            let of_parts: Vec<_> = carried.iter().filter(|one| parts.contains(&one.requirement.0)).cloned().collect();
            let said = |one: &ControlStatementDocument| ControlStatementDocument { requirement: As(whole.clone()), ..one.clone() };
            let mut all = of_parts.iter().map(said);
            match all.next() {
                Some(first) if of_parts.len() == parts.len() && all.all(|other| other == first) => {
                    carried.retain(|one| !parts.contains(&one.requirement.0));
                    carried.push(first);
                    self.join(&parts, &whole);
                }
                Some(_) | None => {
                    let why = As(DecisionNeeded::StatementsDiffer);
                    self.to_decide.push(Decision { entity: None, measure: None, requirement: whole.to_string(), why });
                }
            }
        }
        carried
    }

    /// Notes that what was said of the parts is said of the merged control.
    fn join(&mut self, parts: &BTreeSet<RequirementId>, whole: &RequirementId) {
        let is_part = |place: &MigratedTo| parts.iter().any(|part| part.as_str() == place.requirement);
        for item in self.items.get_mut(CONTROL_STATEMENTS).into_iter().flatten() {
            if item.outcome.0 == Outcome::InPart && item.to.iter().any(is_part) {
                item.outcome = As(Outcome::Joined);
            }
            for place in item.to.iter_mut().filter(|place| is_part(place)) {
                place.requirement = whole.to_string();
            }
        }
    }

    /// A measure goes to the one successor. Of several each would bear the whole cost, so people decide.
    fn measures(&mut self, measures: Vec<MeasureDocument>) -> Vec<MeasureDocument> {
        let mut carried = Vec::new();
        for one in measures {
            let (id, requirement) = (one.id.0.to_string(), one.requirement.0.to_string());
            let entity = one.entity.as_ref().map(|it| it.0.to_string());
            if self.targets(&one.requirement.0).is_some_and(|targets| targets.len() != 1) {
                let (id, to) = (Some(id), Vec::new());
                let outcome = As(Outcome::ToDecide);
                self.note(MEASURES, Migrated { entity: entity.clone(), id, outcome, requirement: requirement.clone(), to });
                let why = As(DecisionNeeded::MeasureOfSeveral);
                self.to_decide.push(Decision { entity, measure: Some(one), requirement, why });
                continue;
            }
            let to = self.move_to(MEASURES, Some(id.clone()), entity, &one.requirement.0, |_| Some(id.clone()));
            carried.extend(to.into_iter().map(|at| MeasureDocument { requirement: As(at), ..one.clone() }));
        }
        carried
    }

    /// Whoever rests on a service for a requirement rests on it for every successor.
    fn services(&mut self, mut entities: Vec<EntityDocument>) -> Vec<EntityDocument> {
        for entity in &mut entities {
            for service in std::mem::take(&mut entity.serves) {
                let (serving, served) = (entity.id.0.to_string(), service.entity.0.to_string());
                let to = self.move_to(SERVICES, Some(serving.clone()), Some(served), &service.requirement.0, |_| Some(serving.clone()));
                entity.serves.extend(to.into_iter().map(|at| ServiceDocument { requirement: As(at), ..service.clone() }));
            }
        }
        entities
    }

    /// The merged control that a requirement is a part of.
    fn whole_of(&self, part: &RequirementId) -> Option<RequirementId> {
        self.targets.values().flatten().find(|it| it.is_part() && it.filed == *part).map(|it| it.whole.clone())
    }

    fn parts_of(&self, whole: &RequirementId) -> impl Iterator<Item = &RequirementId> {
        self.targets.values().flatten().filter(move |it| it.is_part() && it.whole == *whole).map(|it| &it.filed)
    }
}

/// A name of its own for what would share one: the old one with an ending (the successor that a copy is filed on, the part that somebody
/// came from), and a number where somebody has that name already. A name that would be too long is cut.
pub(crate) fn distinct<T: FromStr + Ord>(id: &str, ending: &str, limit: usize, taken: &BTreeSet<T>) -> Option<T> {
    let name = |ending: &str| {
        let room = limit.saturating_sub(ending.len());
        let kept = (0..=room.min(id.len())).rev().find_map(|end| id.get(..end)).unwrap_or_default();
        format!("{kept}{ending}").parse::<T>().ok()
    };
    let numbered = (2..).map(|number: u64| format!("{ending}-{number}")).take_while(|ending| ending.len() < limit);
    std::iter::once(ending.to_owned()).chain(numbered).filter_map(|ending| name(&ending)).find(|name| !taken.contains(name))
}

/// A note with the origin of its evidence on a line of its own: what it was before, and the digest of the assessment that it stood in. A note
/// that has no room for it stays as it is; the report names the origin of each.
pub(crate) fn with_origin(note: Option<&str>, origin: &str, room: usize) -> Option<String> {
    let noted = note.map_or_else(|| origin.to_owned(), |note| format!("{note}\n{origin}"));
    if noted.chars().count() <= room { Some(noted) } else { note.map(str::to_owned) }
}
