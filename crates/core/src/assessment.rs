//! The checked assessment: who is assessed, and the evidence held against a catalogue.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use crate::band::Weight;
use crate::catalogue::Catalogue;
use crate::evidence::{Assurance, Evidence, Outcome};
use crate::id::{EntityId, EvidenceId, RequirementId};
use crate::named;
use crate::score::Score;

pub use self::fault::{AssessmentError, AssessmentFault, AssessmentPlace};

mod fault;

/// The earliest date that an evidence or an exclusion can name: an earlier one is a slip of the pen.
pub const EARLIEST_DATE: Date = jiff::civil::date(1900, 1, 1);

/// The most levels that entities can stand below each other.
pub const DEPTH_LIMIT: usize = 32;

/// What an organisation hands in; [`Assessment::new`] checks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// The entity that the whole is about: one without a parent.
    pub organisation: EntityId,
    /// The organisation, what is below it, and what it rests on.
    pub entities: Vec<Entity>,
    /// What was found.
    pub evidence: Vec<Evidence>,
    /// What does not apply.
    pub exclusions: Vec<Exclusion>,
}

/// A region, hospital, system, project, supplier or platform (method, "Words").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its name.
    pub id: EntityId,
    /// What it is a part of.
    pub parent: Option<EntityId>,
    /// How much it counts among the parts of its parent.
    pub weight: Weight,
    /// Where others rest on it.
    pub serves: Vec<Service>,
}

/// How far an entity rests on another for one requirement (method M2, services).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Who rests on the service.
    pub entity: EntityId,
    /// For what.
    pub requirement: RequirementId,
    /// For how much of it: evidence on the service counts there at this share.
    pub share: Score,
}

/// A requirement that does not apply (method M2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// What does not apply.
    pub requirement: RequirementId,
    /// To whom, and to all below.
    pub entity: EntityId,
    /// Why, in words.
    pub reason: String,
    /// Why, as a class.
    pub class: ReasonClass,
    /// Who approved it.
    pub approved_by: String,
    /// The last day on which it holds.
    pub review_by: Date,
}

named! {
    /// Why a requirement does not apply.
    ReasonClass {
        /// There is no such activity, as no development of one's own.
        NoSuchActivity = "no_such_activity",
        /// There is nothing for it to protect, as no removable media.
        NoSuchAsset = "no_such_asset",
        /// The condition of law that the catalogue names is met.
        LegalCondition = "legal_condition",
    }
}

/// An evidence in the form that scoring reads: numbers only.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counted {
    pub(crate) requirement: u32,
    pub(crate) evidence: u32,
    pub(crate) day: i32,
    pub(crate) valid_days: u16,
    pub(crate) outcome: Outcome,
    pub(crate) assurance: Assurance,
    pub(crate) closes: bool, // whether it names findings that it closes
}

/// A service in positions, beside the entity that rests on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Serving {
    pub(crate) requirement: u32,
    pub(crate) service: u32,
    pub(crate) share: Score,
}

/// An exclusion in positions, beside the entity that it holds for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Excluded {
    pub(crate) requirement: u32,
    pub(crate) review_by: Date,
}

/// What one entity brings: where it stands in the forest, and what holds for it and all below.
#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    pub(crate) parent: Option<u32>,
    pub(crate) children: Vec<u32>, // INVARIANT: ascending
    pub(crate) evidence: Range<usize>,
    pub(crate) served: Vec<Serving>,
    pub(crate) excluded: Vec<Excluded>,
}

/// A submission that was checked against its catalogue. Scoring it cannot fail.
#[derive(Clone, Debug)]
pub struct Assessment {
    catalogue: Arc<Catalogue>,
    organisation: u32,
    entities: Vec<Entity>, // INVARIANT: ascending by id, which is their position everywhere else
    nodes: Vec<Node>,      // INVARIANT: parallel to `entities`
    bottom_up: Vec<u32>,   // INVARIANT: every entity after all below it
    evidence: Vec<Evidence>,
    exclusions: Vec<Exclusion>,
    counted: Vec<Counted>,   // INVARIANT: by entity, then requirement; `Node::evidence` is an entity's range
    closes: Vec<(u32, u32)>, // INVARIANT: (later evidence, finding that it names), ascending, no pair twice
    lowered: Vec<u32>,       // evidence whose assurance was lowered, ascending
}

impl Assessment {
    /// Checks a submission against its catalogue.
    ///
    /// # Errors
    ///
    /// Every fault there is, in the order of the input.
    pub fn new(catalogue: Arc<Catalogue>, submission: Submission) -> Result<Self, Vec<AssessmentFault>> {
        let faults = fault::find(&catalogue, &submission);
        if faults.is_empty() { Ok(Self::build(catalogue, submission)) } else { Err(faults) }
    }

    /// Puts a submission without fault into the form that scoring reads.
    fn build(catalogue: Arc<Catalogue>, submission: Submission) -> Self {
        let Submission { organisation, mut entities, evidence, exclusions } = submission;
        entities.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        let places: HashMap<&EntityId, u32> = entities.iter().map(|entity| &entity.id).zip(0..).collect();
        let place = |id: &EntityId| places.get(id).copied();
        let position = |id: &RequirementId| catalogue.position(id);

        let mut nodes = vec![Node::default(); entities.len()];
        for (at, entity) in (0_u32..).zip(&entities) {
            let parent = entity.parent.as_ref().and_then(place);
            if let Some(above) = parent.and_then(|parent| nodes.get_mut(parent as usize)) {
                above.children.push(at);
            }
            if let Some(node) = nodes.get_mut(at as usize) {
                node.parent = parent;
            }
            for Service { entity, requirement, share } in &entity.serves {
                let served = place(entity).and_then(|served| nodes.get_mut(served as usize));
                if let (Some(served), Some(requirement)) = (served, position(requirement)) {
                    served.served.push(Serving { requirement, service: at, share: *share });
                }
            }
        }
        for exclusion in &exclusions {
            let node = place(&exclusion.entity).and_then(|at| nodes.get_mut(at as usize));
            if let (Some(node), Some(requirement)) = (node, position(&exclusion.requirement)) {
                node.excluded.push(Excluded { requirement, review_by: exclusion.review_by });
            }
        }

        let mut counted: Vec<(u32, Counted)> = Vec::with_capacity(evidence.len());
        let mut lowered = Vec::new();
        for (at, one) in (0_u32..).zip(&evidence) {
            let (Some(entity), Some(requirement)) = (place(&one.entity), position(&one.requirement)) else { continue };
            let target = catalogue.requirements().get(requirement as usize).and_then(|it| it.target).unwrap_or_default();
            let assurance = one.counted_assurance();
            if assurance < one.assurance {
                lowered.push(at);
            }
            counted.push((
                entity,
                Counted {
                    requirement,
                    evidence: at,
                    day: day(one.date),
                    valid_days: one.counted_valid_days(),
                    outcome: one.finding.outcome(target),
                    assurance,
                    closes: !one.closes.is_empty(),
                },
            ));
        }
        counted.sort_unstable_by_key(|(entity, one)| (*entity, one.requirement, one.evidence));
        let mut at = 0;
        for (entity, node) in (0_u32..).zip(&mut nodes) {
            let rest = counted.get(at..).unwrap_or_default();
            let end = at + rest.partition_point(|(owner, _)| *owner == entity);
            node.evidence = at..end;
            at = end;
        }

        let closes = find_closes(&evidence);
        let bottom_up = bottom_up(&nodes);
        let organisation = place(&organisation).unwrap_or_default();
        let counted = counted.into_iter().map(|(_, one)| one).collect();
        Self { catalogue, organisation, entities, nodes, bottom_up, evidence, exclusions, counted, closes, lowered }
    }

    /// The catalogue that it was checked against.
    #[must_use]
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// The entity that the whole is about.
    #[must_use]
    pub fn organisation(&self) -> &EntityId {
        self.entity_at(self.organisation)
    }

    /// All entities, by name.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// All evidence, in the order in which it was handed in.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// All exclusions, in the order in which they were handed in.
    #[must_use]
    pub fn exclusions(&self) -> &[Exclusion] {
        &self.exclusions
    }

    /// The entities without entities below, where scores arise; by name.
    pub fn leaves(&self) -> impl Iterator<Item = &EntityId> {
        self.leaf_places().map(|place| self.entity_at(place))
    }

    pub(crate) fn leaf_places(&self) -> impl Iterator<Item = u32> {
        (0..).zip(&self.nodes).filter(|(_, node)| node.children.is_empty()).map(|(place, _)| place)
    }

    pub(crate) fn place(&self, id: &EntityId) -> Option<u32> {
        let found = self.entities.binary_search_by(|entity| entity.id.cmp(id)).ok();
        found.and_then(|place| u32::try_from(place).ok())
    }

    #[allow(clippy::indexing_slicing, reason = "INVARIANT: places are given out by this assessment, so they lie within it")]
    pub(crate) fn entity_at(&self, place: u32) -> &EntityId {
        &self.entities[place as usize].id
    }

    #[allow(clippy::indexing_slicing, reason = "INVARIANT: places are given out by this assessment, so they lie within it")]
    pub(crate) fn weight_at(&self, place: u32) -> Weight {
        self.entities[place as usize].weight
    }

    #[allow(clippy::indexing_slicing, reason = "INVARIANT: places are given out by this assessment, so they lie within it")]
    pub(crate) fn node(&self, place: u32) -> &Node {
        &self.nodes[place as usize]
    }

    #[allow(clippy::indexing_slicing, reason = "INVARIANT: positions are given out by this assessment, so they lie within it")]
    pub(crate) fn evidence_at(&self, position: u32) -> &Evidence {
        &self.evidence[position as usize]
    }

    /// Every entity after all below it.
    pub(crate) fn bottom_up(&self) -> &[u32] {
        &self.bottom_up
    }

    pub(crate) fn counted(&self) -> &[Counted] {
        &self.counted
    }

    /// What an entity itself has evidence of, by requirement.
    pub(crate) fn evidence_of(&self, place: u32) -> &[Counted] {
        self.counted.get(self.node(place).evidence.clone()).unwrap_or_default()
    }

    pub(crate) fn lowered(&self) -> &[u32] {
        &self.lowered
    }

    pub(crate) fn all_closes(&self) -> &[(u32, u32)] {
        &self.closes
    }

    /// The range of [`Assessment::all_closes`] that an evidence names.
    pub(crate) fn closes_of(&self, evidence: u32) -> Range<usize> {
        let start = self.closes.partition_point(|(later, _)| *later < evidence);
        let named = self.closes.get(start..).unwrap_or_default();
        start..start + named.partition_point(|(later, _)| *later == evidence)
    }

    /// The entity itself and those above it, upwards.
    pub(crate) fn line(&self, place: u32) -> impl Iterator<Item = u32> {
        std::iter::successors(Some(place), |&at| self.node(at).parent)
    }
}

/// The findings that each evidence names, in positions.
fn find_closes(evidence: &[Evidence]) -> Vec<(u32, u32)> {
    if evidence.iter().all(|one| one.closes.is_empty()) {
        return Vec::new();
    }
    let positions: HashMap<&EvidenceId, u32> = evidence.iter().map(|one| &one.id).zip(0..).collect();
    let mut closes: Vec<_> = (0_u32..)
        .zip(evidence)
        .flat_map(|(later, one)| one.closes.iter().filter_map(|id| positions.get(id)).map(move |&finding| (later, finding)))
        .collect();
    closes.sort_unstable();
    closes.dedup();
    closes
}

/// Every entity after all below it: the forest walked from its roots, backwards.
fn bottom_up(nodes: &[Node]) -> Vec<u32> {
    let roots = (0_u32..).zip(nodes).filter(|(_, node)| node.parent.is_none());
    let mut open: Vec<u32> = roots.map(|(place, _)| place).collect();
    let mut walked = Vec::with_capacity(nodes.len());
    while let Some(place) = open.pop() {
        walked.push(place);
        open.extend(nodes.get(place as usize).map(|node| node.children.as_slice()).unwrap_or_default());
    }
    walked.reverse();
    walked
}

/// Days since 1970-01-01.
pub(crate) fn day(date: Date) -> i32 {
    const EPOCH: Date = jiff::civil::date(1970, 1, 1);
    i32::try_from(date.duration_since(EPOCH).as_hours() / 24).unwrap_or_default() // at most 10^7 days away
}
