//! The checked assessment: who is assessed, and the evidence held against a catalogue.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use foldhash::fast::RandomState;
use jiff::civil::Date;

use crate::band::Weight;
use crate::catalogue::Catalogue;
use crate::evidence::Evidence;
use crate::id::{EntityId, EvidenceId, RequirementId};
use crate::named;
use crate::score::Score;

use self::fault::Found;
pub use self::fault::{AssessmentError, AssessmentFault, AssessmentPlace};
pub(crate) use self::held::{Counted, Held};

mod fault;
mod held;

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

impl Exclusion {
    /// Whether it holds on a day; from the day after its review date it is void (method M2).
    #[must_use]
    pub fn is_in_force(&self, as_of: Date) -> bool {
        as_of <= self.review_by
    }
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
    pub(crate) held: Held,
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
    closes: Vec<(u32, u32)>, // INVARIANT: (later evidence, finding that it names), ascending, no pair twice
}

impl Assessment {
    /// Checks a submission against its catalogue.
    ///
    /// # Errors
    ///
    /// Every fault there is, in the order of the input.
    pub fn new(catalogue: Arc<Catalogue>, submission: Submission) -> Result<Self, Vec<AssessmentFault>> {
        let found = fault::find(&catalogue, &submission);
        if found.faults.is_empty() { Ok(Self::build(catalogue, submission, found)) } else { Err(found.faults) }
    }

    /// The assessment of a submission whose parts come from checked assessments, so that nothing in it is unknown.
    pub(crate) fn of_checked(catalogue: Arc<Catalogue>, submission: Submission) -> Self {
        let found = fault::find(&catalogue, &submission);
        Self::build(catalogue, submission, found)
    }

    /// What it was made of.
    pub(crate) fn submission(&self) -> Submission {
        Submission {
            organisation: self.organisation().clone(),
            entities: self.entities.clone(),
            evidence: self.evidence.clone(),
            exclusions: self.exclusions.clone(),
        }
    }

    /// Puts a submission without fault into the form that scoring reads.
    fn build(catalogue: Arc<Catalogue>, submission: Submission, found: Found) -> Self {
        let Submission { organisation, entities, evidence, exclusions } = submission;
        let Found { faults: _, places, closes } = found;
        let mut entities: Vec<(usize, Entity)> = entities.into_iter().enumerate().collect();
        entities.sort_unstable_by(|(_, a), (_, b)| a.id.cmp(&b.id));
        let mut rank = vec![0; entities.len()]; // where each entity of the submission stands now
        for (at, (before, _)) in entities.iter().enumerate() {
            if let Some(rank) = rank.get_mut(*before) {
                *rank = at;
            }
        }
        let entities: Vec<Entity> = entities.into_iter().map(|(_, entity)| entity).collect();
        let mut nodes = forest(&catalogue, &entities, &exclusions);

        let rank = |before: u32| rank.get(before as usize).copied().unwrap_or_default();
        let mut counts = vec![0; entities.len()];
        for (entity, _) in &places {
            if let Some(count) = counts.get_mut(rank(*entity)) {
                *count += 1;
            }
        }
        let mut held: Vec<Vec<(u32, Counted)>> = counts.into_iter().map(Vec::with_capacity).collect();
        for ((position, one), (entity, requirement)) in (0_u32..).zip(&evidence).zip(&places) {
            if let Some(held) = held.get_mut(rank(*entity)) {
                held.push((*requirement, Counted::new(position, one, catalogue.target(*requirement))));
            }
        }
        for (node, held) in nodes.iter_mut().zip(held) {
            node.held = Held::new(held);
        }

        let bottom_up = bottom_up(&nodes);
        let organisation = entities.binary_search_by(|entity| entity.id.cmp(&organisation));
        let organisation = organisation.ok().and_then(|at| u32::try_from(at).ok()).unwrap_or_default();
        Self { catalogue, organisation, entities, nodes, bottom_up, evidence, exclusions, closes }
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

    /// An entity and those that it is a part of, upwards: what they exclude does not apply to it. Nothing for an unknown name.
    pub fn entity_and_above(&self, id: &EntityId) -> impl Iterator<Item = &EntityId> {
        self.place(id).into_iter().flat_map(|place| self.line(place)).map(|place| self.entity_at(place))
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

    /// Where an evidence would be held: its entity and its requirement, by position.
    pub(crate) fn examine(&self, one: &Evidence, is_known: impl Fn(&EvidenceId) -> bool) -> Result<(u32, u32), Vec<AssessmentError>> {
        let position = self.catalogue.position(&one.requirement);
        let requirement = position.and_then(|position| self.catalogue.requirements().get(position as usize));
        let mut errors = fault::of_evidence(one, requirement, is_known);
        match (self.place(&one.entity), position) {
            (Some(entity), Some(requirement)) if errors.is_empty() => Ok((entity, requirement)),
            (entity, _) => {
                errors.extend(entity.is_none().then(|| AssessmentError::UnknownEntity { entity: one.entity.clone() }));
                Err(errors)
            }
        }
    }

    /// Puts an examined evidence at its position among all, which is that of another or the next one; where that other one was held.
    /// `named` are the positions of the findings that it names.
    pub(crate) fn put(&mut self, position: u32, one: Evidence, at: (u32, u32), mut named: Vec<u32>) -> Option<(u32, u32)> {
        let before = self.evidence.get(position as usize);
        let before = before.and_then(|before| self.held_at(before));
        self.let_go(position, before);
        self.hold(position, &one, at);
        named.sort_unstable();
        named.dedup();
        self.closes.splice(self.closes_of(position), named.into_iter().map(|finding| (position, finding)));
        match self.evidence.get_mut(position as usize) {
            Some(before) => *before = one,
            None => self.evidence.push(one),
        }
        before
    }

    /// Takes out the evidence at a position, and its name out of what others close. The last of all evidence takes that position. Returns it
    /// with where it was held.
    pub(crate) fn take(&mut self, position: u32) -> Option<(Evidence, (u32, u32))> {
        let at = self.held_at(self.evidence.get(position as usize)?)?;
        self.let_go(position, Some(at));
        let taken = self.evidence.swap_remove(position as usize);
        let last = u32::try_from(self.evidence.len()).unwrap_or(u32::MAX); // where the one stood that stands here now

        let naming: Vec<u32> = self.closes.iter().filter(|(_, finding)| *finding == position).map(|(later, _)| *later).collect();
        self.closes.retain(|(later, finding)| *later != position && *finding != position);
        for (later, finding) in &mut self.closes {
            for place in [later, finding] {
                if *place == last {
                    *place = position;
                }
            }
        }
        self.closes.sort_unstable();
        for later in naming.into_iter().map(|later| if later == last { position } else { later }) {
            if let Some(one) = self.evidence.get_mut(later as usize) {
                one.closes.retain(|finding| *finding != taken.id);
            }
        }
        if last != position
            && let Some(moved) = self.evidence.get(position as usize).cloned()
            && let Some(at) = self.held_at(&moved)
        {
            self.let_go(last, Some(at));
            self.hold(position, &moved, at);
        }
        Some((taken, at))
    }

    /// Where an evidence is held: its entity and its requirement, by position.
    fn held_at(&self, one: &Evidence) -> Option<(u32, u32)> {
        Some((self.place(&one.entity)?, self.catalogue.position(&one.requirement)?))
    }

    fn hold(&mut self, position: u32, one: &Evidence, (entity, requirement): (u32, u32)) {
        if let Some(node) = self.nodes.get_mut(entity as usize) {
            node.held.insert(requirement, Counted::new(position, one, self.catalogue.target(requirement)));
        }
    }

    fn let_go(&mut self, position: u32, at: Option<(u32, u32)>) {
        if let Some((entity, requirement)) = at
            && let Some(node) = self.nodes.get_mut(entity as usize)
        {
            node.held.remove(requirement, position);
        }
    }

    /// Adds an exclusion, or takes the one of the same requirement and entity out where there is none to add. Returns where that is, by
    /// position.
    pub(crate) fn exclude(&mut self, requirement: &RequirementId, entity: &EntityId, exclusion: Option<Exclusion>) -> Option<(u32, u32)> {
        let (place, position) = (self.place(entity)?, self.catalogue.position(requirement)?);
        self.exclusions.retain(|it| it.requirement != *requirement || it.entity != *entity);
        let node = self.nodes.get_mut(place as usize)?;
        node.excluded.retain(|it| it.requirement != position);
        if let Some(exclusion) = exclusion {
            node.excluded.push(Excluded { requirement: position, review_by: exclusion.review_by });
            self.exclusions.push(exclusion);
        }
        Some((place, position))
    }

    /// The leaves for which evidence of an entity on a requirement holds, each with the share at which it counts there: those below it, and
    /// below whom it serves for that. By place; one that it reaches in several ways comes once, with the greatest share.
    pub(crate) fn leaves_held(&self, entity: u32, requirement: u32) -> Vec<(u32, Score)> {
        let serves = self.entities.get(entity as usize).map(|entity| entity.serves.as_slice()).unwrap_or_default();
        let of_requirement = serves.iter().filter(|service| self.catalogue.position(&service.requirement) == Some(requirement));
        let mut open: Vec<(u32, Score)> =
            of_requirement.filter_map(|service| Some((self.place(&service.entity)?, service.share))).collect();
        open.push((entity, Score::FULL));
        let mut leaves = Vec::new();
        while let Some((place, share)) = open.pop() {
            let children = &self.node(place).children;
            open.extend(children.iter().map(|&child| (child, share)));
            leaves.extend(children.is_empty().then_some((place, share)));
        }
        leaves.sort_unstable_by_key(|&(leaf, share)| (leaf, Reverse(share)));
        leaves.dedup_by_key(|(leaf, _)| *leaf);
        leaves
    }

    /// Every entity after all below it.
    pub(crate) fn bottom_up(&self) -> &[u32] {
        &self.bottom_up
    }

    /// What an entity itself has evidence of.
    pub(crate) fn held_by(&self, place: u32) -> &Held {
        &self.node(place).held
    }

    pub(crate) fn all_closes(&self) -> &[(u32, u32)] {
        &self.closes
    }

    /// The range of [`Assessment::all_closes`] that an evidence names.
    pub(crate) fn closes_of(&self, evidence: u32) -> Range<usize> {
        let start = self.closes.partition_point(|(later, _)| *later < evidence);
        let named = self.closes.get(start..).unwrap_or_default();
        start..start + named.iter().take_while(|(later, _)| *later == evidence).count()
    }

    /// The entity itself and those above it, upwards.
    pub(crate) fn line(&self, place: u32) -> impl Iterator<Item = u32> {
        std::iter::successors(Some(place), |&at| self.node(at).parent)
    }
}

/// Who stands below whom, who rests on whom, and what does not apply.
fn forest(catalogue: &Catalogue, entities: &[Entity], exclusions: &[Exclusion]) -> Vec<Node> {
    let places: HashMap<&EntityId, u32, RandomState> = entities.iter().map(|entity| &entity.id).zip(0..).collect();
    let place = |id: &EntityId| places.get(id).copied();
    let position = |id: &RequirementId| catalogue.position(id);
    let mut nodes = vec![Node::default(); entities.len()];
    for (at, entity) in (0_u32..).zip(entities) {
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
    for exclusion in exclusions {
        let node = place(&exclusion.entity).and_then(|at| nodes.get_mut(at as usize));
        if let (Some(node), Some(requirement)) = (node, position(&exclusion.requirement)) {
            node.excluded.push(Excluded { requirement, review_by: exclusion.review_by });
        }
    }
    nodes
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

/// What days are counted from.
const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// Days since 1970-01-01.
pub(crate) fn day(date: Date) -> i32 {
    i32::try_from(date.duration_since(EPOCH).as_hours() / 24).unwrap_or_default() // at most 10^7 days away
}

/// The date of a day; the last one that there is where it lies beyond.
pub(crate) fn date_of(day: i32) -> Date {
    EPOCH.saturating_add(jiff::Span::new().days(day))
}
