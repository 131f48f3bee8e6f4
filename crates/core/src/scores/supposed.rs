//! What the scores would be if something were so: every number that moves, and the way by which it does.

use super::numbers::LeafNumbers;
use super::sums::{Summary, Sums};
use super::{Overall, Scores};
use crate::assessment::{Assessment, AssessmentError, AssessmentFault};
use crate::catalogue::Relation;
use crate::evidence::Evidence;
use crate::held_back::HeldBack;
use crate::id::{EntityId, ObjectiveId, RequirementId};
use crate::score::{Reading, Score};

/// What a measure would bring: by its own evidence the requirement would score at least this, in every reading, at the entity, at
/// everything below, and where the entity serves others for that requirement, at the share that it carries (method M7).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lift {
    /// What is lifted; no composite.
    pub requirement: RequirementId,
    /// For whom.
    pub entity: EntityId,
    /// The own score afterwards. What is higher already stays.
    pub own: Score,
}

impl Assessment {
    /// Says what is wrong with a lift.
    ///
    /// # Errors
    ///
    /// [`AssessmentError::UnknownRequirement`], [`AssessmentError::EvidenceOnComposite`] or [`AssessmentError::UnknownEntity`].
    pub(crate) fn place_lift(&self, lift: &Lift) -> Result<(u32, u32), AssessmentError> {
        let Lift { requirement, entity, own: _ } = lift;
        let position = self.catalogue().position(requirement);
        let is_composite = |position: u32| self.catalogue().requirements().get(position as usize).is_some_and(|it| it.composite);
        match (position, self.place(entity)) {
            (None, _) => Err(AssessmentError::UnknownRequirement { requirement: requirement.clone() }),
            (Some(it), _) if is_composite(it) => Err(AssessmentError::EvidenceOnComposite { requirement: requirement.clone() }),
            (_, None) => Err(AssessmentError::UnknownEntity { entity: entity.clone() }),
            (Some(position), Some(place)) => Ok((place, position)),
        }
    }
}

impl Scores<'_> {
    /// What the scores would be if measures were done, and further evidence filed. Nothing is changed.
    ///
    /// What is lifted counts as assessed, as it would be by the evidence that shows it. Evidence is filed first, as [`Scores::file`] does
    /// it, on the day of these scores: what is dated later does not count.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use pejling_core::*;
    ///
    /// // Reviews rest on logs. Nobody has shown either.
    /// let requirement = |id: &str, requires: &[&str]| Requirement {
    ///     id: id.parse().unwrap(), target: None, composite: false, excludable: Excludable::Freely,
    ///     requires: requires.iter().map(|id| id.parse().unwrap()).collect(), supported_by: vec![],
    /// };
    /// let framework = Framework {
    ///     id: "demo".parse().unwrap(), edition: "1".parse().unwrap(), builds_on: vec![],
    ///     requirements: vec![requirement("demo:logs", &[]), requirement("demo:review", &["demo:logs"])], objectives: vec![],
    /// };
    /// let catalogue = Arc::new(Catalogue::new(vec![framework]).unwrap());
    /// let region = Entity { id: "bakkeland".parse().unwrap(), parent: None, weight: Weight::ONE, serves: vec![] };
    /// let submission = Submission {
    ///     organisation: "bakkeland".parse().unwrap(), entities: vec![region], evidence: vec![], exclusions: vec![],
    /// };
    /// let assessment = Assessment::new(catalogue, submission).unwrap();
    /// let scores = score(&assessment, jiff::civil::date(2026, 6, 30));
    ///
    /// let lift = |id: &str| Lift { requirement: id.parse().unwrap(), entity: "bakkeland".parse().unwrap(), own: Score::FULL };
    /// let review_alone = scores.what_if(&[lift("demo:review")], vec![]).unwrap();
    /// let both = scores.what_if(&[lift("demo:review"), lift("demo:logs")], vec![]).unwrap();
    /// let of_review = |supposed: &Supposed<'_>| {
    ///     let moves = supposed.moves(&"bakkeland".parse().unwrap());
    ///     let review = moves.into_iter().find(|it| matches!(it.of, Subject::Requirement(id) if id.local() == "review"))?;
    ///     Some(review.after?.score.substantiated.to_string())
    /// };
    /// assert_eq!(of_review(&review_alone).unwrap(), "0.00"); // logs hold it back; only the reading of all word for word moves
    /// assert_eq!(of_review(&both).unwrap(), "100.00");
    /// ```
    ///
    /// # Errors
    ///
    /// Every fault of the lifts and of the evidence, with its position among them.
    pub fn what_if(&self, lifts: &[Lift], evidence: Vec<Evidence>) -> Result<Supposed<'_>, Vec<SuppositionFault>> {
        let assessment = self.assessment();
        let mut faults = Vec::new();
        let mut raised: Vec<(u32, u32, Score)> = Vec::new(); // (leaf, requirement, own score)
        for (position, lift) in lifts.iter().enumerate() {
            match assessment.place_lift(lift) {
                Ok((place, requirement)) => {
                    let reached = assessment.leaves_held(place, requirement).into_iter();
                    raised.extend(reached.map(|(leaf, share)| (leaf, requirement, lift.own.at(share))));
                }
                Err(error) => faults.push(SuppositionFault::Lift { position, error }),
            }
        }
        let filed = if evidence.is_empty() { None } else { self.with_filed(evidence, &mut faults) };
        if !faults.is_empty() {
            return Err(faults);
        }
        raised.sort_unstable();
        let numbers = |place: u32| {
            let leaves = filed.as_ref().map_or(&self.leaves, |filed| &filed.leaves);
            leaves.get(leaves.binary_search_by_key(&place, |leaf| leaf.place).ok()?)
        };
        let mut leaves: Vec<LeafNumbers> = Vec::new();
        for same in raised.chunk_by(|a, b| a.0 == b.0) {
            let Some(before) = same.first().and_then(|(place, ..)| numbers(*place)) else { continue };
            leaves.push(before.lifted(assessment.catalogue(), same.iter().map(|&(_, requirement, own)| (requirement, own))));
        }
        if let Some(filed) = &filed {
            let moved = filed.leaves.iter().zip(&self.leaves).filter(|(after, before)| after.differs(before)).map(|(after, _)| after);
            let lifted = |place: u32| raised.binary_search_by(|raise| raise.0.cmp(&place)).is_ok();
            leaves.extend(moved.filter(|leaf| !lifted(leaf.place)).cloned());
            leaves.sort_unstable_by_key(|leaf| leaf.place);
        }
        let mut touched: Vec<u32> = leaves.iter().flat_map(|leaf| assessment.line(leaf.place)).collect();
        touched.sort_unstable();
        touched.dedup();
        Ok(Supposed { scores: self, leaves, touched })
    }

    /// A copy of these scores with evidence filed, where all of it can be.
    fn with_filed(&self, evidence: Vec<Evidence>, faults: &mut Vec<SuppositionFault>) -> Option<Scores<'_>> {
        let mut filed = self.clone();
        for (position, one) in evidence.into_iter().enumerate() {
            if let Err(found) = filed.file(one) {
                let found = found.into_iter().map(|AssessmentFault { place: _, error }| SuppositionFault::Evidence { position, error });
                faults.extend(found);
            }
        }
        faults.is_empty().then_some(filed)
    }
}

/// What is wrong with what was supposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SuppositionFault {
    /// With the lift at this position.
    Lift {
        /// Its position.
        position: usize,
        /// What is wrong.
        error: AssessmentError,
    },
    /// With the evidence at this position.
    Evidence {
        /// Its position.
        position: usize,
        /// What is wrong.
        error: AssessmentError,
    },
}

/// Scores that would be, beside those that are: see [`Scores::what_if`].
#[derive(Clone, Debug)]
pub struct Supposed<'a> {
    scores: &'a Scores<'a>,
    leaves: Vec<LeafNumbers>, // INVARIANT: ascending by place; those in which anything may differ
    touched: Vec<u32>,        // INVARIANT: ascending; their places, and those of all above them
}

/// Whose score it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject<'a> {
    /// A requirement's.
    Requirement(&'a RequirementId),
    /// An objective's.
    Objective(&'a ObjectiveId),
}

/// A score that would move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move<'a> {
    /// Whose it is.
    pub of: Subject<'a>,
    /// What it is; `None` where it applies nowhere there.
    pub before: Option<Overall>,
    /// What it would be.
    pub after: Option<Overall>,
    /// Where another requirement moves it: the steps from this one to that other, which is where the last step leads. Empty for what moves
    /// by its own evidence, for objectives, and above the leaves.
    pub path: Vec<(Relation, &'a RequirementId)>,
}

impl<'a> Supposed<'a> {
    /// The leaves at which anything would move, by name.
    pub fn leaves(&self) -> impl Iterator<Item = &'a EntityId> {
        self.leaves.iter().map(|leaf| self.scores.assessment().entity_at(leaf.place))
    }

    /// Every score that would move at an entity: requirements, then objectives, each by name. Nothing for an unknown name.
    #[must_use]
    pub fn moves(&self, entity: &EntityId) -> Vec<Move<'a>> {
        let Some(place) = self.scores.assessment().place(entity) else { return Vec::new() };
        let catalogue = self.scores.assessment().catalogue();
        let requirements = catalogue.requirements().len();
        let mut positions = Vec::new();
        self.find_moved(place, &mut positions);
        positions.sort_unstable();
        positions.dedup();
        let mut held_back = HeldBack::default();
        let moves = positions.into_iter().filter_map(|position| {
            let (before, after) = (self.scores.overall_of(place, position), self.summary(place, position).map(Overall::from));
            if before == after {
                return None;
            }
            let (of, path) = match position.checked_sub(requirements) {
                None => (Subject::Requirement(&catalogue.requirements().get(position)?.id), self.path(place, position, &mut held_back)),
                Some(objective) => (Subject::Objective(&catalogue.objectives().get(objective)?.id), Vec::new()),
            };
            Some(Move { of, before, after, path })
        });
        moves.collect()
    }

    /// The positions of what would move at some leaf at or below an entity.
    fn find_moved(&self, place: u32, positions: &mut Vec<usize>) {
        let catalogue = self.scores.assessment().catalogue();
        for leaf in &self.leaves {
            let before = self.scores.leaves.binary_search_by_key(&leaf.place, |it| it.place).ok();
            if let Some(before) = before.and_then(|at| self.scores.leaves.get(at))
                && self.scores.assessment().line(leaf.place).any(|above| above == place)
            {
                let differs =
                    before.summaries(catalogue).zip(leaf.summaries(catalogue)).enumerate().filter(|(_, (before, after))| before != after);
                positions.extend(differs.map(|(position, _)| position));
            }
        }
    }

    fn leaf_at(&self, place: u32) -> Option<&LeafNumbers> {
        self.leaves.get(self.leaves.binary_search_by_key(&place, |leaf| leaf.place).ok()?)
    }

    /// One number of an entity, as it would be: of a leaf, or by M5 of its children.
    fn summary(&self, place: u32, position: usize) -> Option<Summary> {
        if let Some(leaf) = self.leaf_at(place) {
            return leaf.summary_at(self.scores.assessment().catalogue(), position);
        }
        if self.touched.binary_search(&place).is_err() {
            return self.scores.summary_of(place, position);
        }
        let assessment = self.scores.assessment();
        let mut sums = Sums::default();
        for &child in &assessment.node(place).children {
            if let Some(summary) = self.summary(child, position) {
                sums.add(assessment.weight_at(child), summary);
            }
        }
        sums.summary()
    }

    /// The steps from a requirement at a leaf to the one that moves it. Where its score rises that is one that held it back before; where
    /// it falls, one that holds it back afterwards.
    fn path(&self, place: u32, position: usize, held_back: &mut HeldBack) -> Vec<(Relation, &'a RequirementId)> {
        let catalogue = self.scores.assessment().catalogue();
        let before = self.scores.leaves.binary_search_by_key(&place, |it| it.place).ok().and_then(|at| self.scores.leaves.get(at));
        let (Some(before), Some(after), Ok(node)) = (before, self.leaf_at(place), u32::try_from(position)) else { return Vec::new() };
        let score = |leaf: &LeafNumbers, at: u32, reading| *leaf.settled.score(catalogue, at).get(reading);
        let own = |leaf: &LeafNumbers, at: u32, reading| *leaf.settled.own(catalogue, at).get(reading);
        for reading in Reading::ALL {
            let (was, is) = (score(before, node, reading), score(after, node, reading));
            if was == is {
                continue;
            }
            let leaf = if was < is { before } else { after };
            held_back.search(catalogue, |at| own(leaf, at, reading), was.min(is), node);
            let moved = |cause: &&(u32, u32)| own(before, cause.0, reading) != own(after, cause.0, reading);
            if let Some(&(cause, _)) = held_back.causes.iter().find(moved) {
                return held_back.path(cause).into_iter().map(|(relation, on)| (relation, catalogue.id_at(on))).collect();
            }
        }
        Vec::new()
    }
}

impl LeafNumbers {
    fn differs(&self, other: &Self) -> bool {
        self.settled != other.settled || self.coverage != other.coverage
    }
}
