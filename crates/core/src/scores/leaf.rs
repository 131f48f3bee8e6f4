//! What one leaf scores.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::numbers::{LeafNumbers, ObjectiveNumbers};
use super::{Levels, Scores};
use crate::assessment::Assessment;
use crate::band::{Band, Weight};
use crate::catalogue::{Catalogue, Relation};
use crate::held_back::HeldBack;
use crate::id::{EntityId, ObjectiveId, RequirementId};
use crate::own::Coverage;
use crate::score::{Reading, Readings, Score};

/// What a requirement scores at a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequirementScore {
    /// It does not apply there: by an exclusion in force, or because no part of it does.
    NotApplicable,
    /// It applies.
    Applicable(Applicable),
}

/// What a requirement that applies scores at a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applicable {
    /// What is known of it.
    pub coverage: Coverage,
    /// By its own evidence (method M2).
    pub own: Readings<Score>,
    /// With what it rests on (method M3).
    pub score: Readings<Score>,
}

impl Applicable {
    /// The band of what is substantiated; none unless something is assessed (method M6).
    #[must_use]
    pub fn band(&self) -> Option<Band> {
        match self.coverage {
            Coverage::Assessed => Some(Band::of(self.score.substantiated)),
            Coverage::Outdated | Coverage::NotAssessed => None,
        }
    }
}

/// What an objective scores at a leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObjectiveScore<'a> {
    /// No member applies there.
    NotApplicable,
    /// Some member applies.
    Applicable(Standing<'a>),
}

/// What an objective with applicable members scores at a leaf, and what method M4 puts beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// The weighted mean of the members' scores, cut.
    pub mean: Readings<Score>,
    /// The mean, capped by the halved shortfall of critical members.
    pub score: Readings<Score>,
    /// The levels of its bar.
    pub levels: Levels,
    /// How many members apply.
    pub applicable: usize,
    /// How many of these are assessed.
    pub assessed: usize,
    /// The member with the lowest substantiated score, the first by name, and that score.
    pub weakest: (&'a RequirementId, Score),
    /// How many other members are just as weak.
    pub equally_weak: usize,
    /// The members below the norm, by name; what is not assessed is below.
    pub below_norm: Vec<&'a RequirementId>,
}

impl Standing<'_> {
    /// The band of what is substantiated; none unless some member is assessed (method M4, M6).
    #[must_use]
    pub fn band(&self) -> Option<Band> {
        (self.assessed > 0).then(|| Band::of(self.score.substantiated))
    }
}

/// A direct dependency that binds: the score is the cap that it sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding<'a> {
    /// What the requirement rests on.
    pub on: &'a RequirementId,
    /// How.
    pub relation: Relation,
    /// What that scores.
    pub score: Score,
}

/// A member of an objective that applies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member {
    pub(crate) position: u32,
    pub(crate) weight: Weight,
    pub(crate) numbers: Applicable,
}

/// The scores of one entity without entities below.
#[derive(Clone, Copy, Debug)]
pub struct Leaf<'a> {
    pub(super) scores: &'a Scores<'a>,
    pub(super) numbers: &'a LeafNumbers,
}

impl<'a> Leaf<'a> {
    /// The entity.
    #[must_use]
    pub fn entity(&self) -> &'a EntityId {
        self.assessment().entity_at(self.numbers.place)
    }

    /// Every requirement with what it scores, by name.
    pub fn requirements(&self) -> impl Iterator<Item = (&'a RequirementId, RequirementScore)> + use<'a> {
        let leaf = *self;
        let ids = (0_u32..).zip(leaf.catalogue().requirements());
        ids.map(move |(position, requirement)| (&requirement.id, leaf.requirement_at(position)))
    }

    /// What a requirement scores; `None` where the catalogue lacks it.
    #[must_use]
    pub fn requirement(&self, id: &RequirementId) -> Option<RequirementScore> {
        Some(self.requirement_at(self.catalogue().position(id)?))
    }

    /// Every objective with what it scores, by name.
    pub fn objectives(&self) -> impl Iterator<Item = (&'a ObjectiveId, ObjectiveScore<'a>)> + use<'a> {
        let leaf = *self;
        let ids = leaf.catalogue().objectives().iter().enumerate();
        ids.map(move |(position, objective)| (&objective.id, leaf.objective_at(position)))
    }

    /// What an objective scores; `None` where the catalogue lacks it.
    #[must_use]
    pub fn objective(&self, id: &ObjectiveId) -> Option<ObjectiveScore<'a>> {
        Some(self.objective_at(self.catalogue().objective_position(id)?))
    }

    /// The direct dependencies that bind in a reading: those that hold the score below what its own evidence gives. By name.
    pub fn bound_by(&self, id: &RequirementId, reading: Reading) -> impl Iterator<Item = Binding<'a>> + use<'a> {
        let leaf = *self;
        let node = leaf.catalogue().position(id);
        let held = node.filter(|&node| leaf.score_at(node, reading) < leaf.own_at(node, reading));
        let edges = held.map(|node| (node, leaf.catalogue().dependencies_of(node)));
        edges.into_iter().flat_map(move |(node, edges)| {
            let binding =
                edges.iter().filter(move |edge| edge.relation.cap(leaf.score_at(edge.on, reading)) == leaf.score_at(node, reading));
            binding.map(move |edge| Binding {
                on: leaf.catalogue().id_at(edge.on),
                relation: edge.relation,
                score: leaf.score_at(edge.on, reading),
            })
        })
    }

    /// The requirements that hold one back together, each with the fewest supporting steps to it, by name (method M3): lifting all of
    /// them helps, and while one of them stays nothing else does.
    #[must_use]
    pub fn held_back_by(&self, id: &RequirementId, reading: Reading) -> Vec<(&'a RequirementId, u32)> {
        let Some(node) = self.catalogue().position(id) else { return Vec::new() };
        let mut held_back = HeldBack::default();
        self.search(&mut held_back, node, reading);
        held_back.causes.into_iter().map(|(cause, steps)| (self.catalogue().id_at(cause), steps)).collect()
    }

    pub(crate) fn search(&self, held_back: &mut HeldBack, node: u32, reading: Reading) {
        held_back.search(self.catalogue(), |at| self.own_at(at, reading), self.score_at(node, reading), node);
    }

    pub(crate) fn catalogue(&self) -> &'a Catalogue {
        self.assessment().catalogue()
    }

    pub(crate) fn assessment(&self) -> &'a Assessment {
        self.scores.assessment()
    }

    pub(crate) fn as_of(&self) -> Date {
        self.scores.as_of
    }

    pub(crate) fn place(&self) -> u32 {
        self.numbers.place
    }

    fn score_at(&self, node: u32, reading: Reading) -> Score {
        *self.numbers.settled.score(self.catalogue(), node).get(reading)
    }

    pub(crate) fn own_at(&self, node: u32, reading: Reading) -> Score {
        *self.numbers.settled.own(self.catalogue(), node).get(reading)
    }

    pub(crate) fn requirement_at(&self, node: u32) -> RequirementScore {
        let Some(coverage) = self.coverage_at(node) else { return RequirementScore::NotApplicable };
        let (own, score) = self.numbers_at(node);
        RequirementScore::Applicable(Applicable { coverage, own, score })
    }

    /// What is known of a requirement; `None` where it does not apply.
    pub(crate) fn coverage_at(&self, node: u32) -> Option<Coverage> {
        self.numbers.coverage.get(node as usize).copied().flatten()
    }

    /// The score of a requirement whether it applies or not: what it rests on binds all the same.
    pub(crate) fn numbers_at(&self, node: u32) -> (Readings<Score>, Readings<Score>) {
        let settled = &self.numbers.settled;
        (settled.own(self.catalogue(), node), settled.score(self.catalogue(), node))
    }

    pub(crate) fn objective_at(&self, position: usize) -> ObjectiveScore<'a> {
        let numbers = self.numbers.objectives.get(position).copied().flatten().zip(self.catalogue().objectives().get(position));
        let standing = numbers.and_then(|(numbers, objective)| self.standing(numbers, objective.norm, self.members(position)));
        standing.map_or(ObjectiveScore::NotApplicable, ObjectiveScore::Applicable)
    }

    /// What stands beside an objective's numbers; `None` without members.
    fn standing(&self, numbers: ObjectiveNumbers, norm: Band, mut members: impl Iterator<Item = Member>) -> Option<Standing<'a>> {
        let (mean, score, levels) = numbers.read();
        let first = members.next()?;
        let id_at = |member: &Member| self.catalogue().id_at(member.position);
        let lowest = (id_at(&first), first.numbers.score.substantiated);
        let (mut below_norm, mut weakest) = (Vec::new(), lowest);
        let (mut applicable, mut assessed, mut equally_weak) = (0, 0, 0);
        for member in std::iter::once(first).chain(members) {
            let substantiated = member.numbers.score.substantiated;
            match substantiated.cmp(&weakest.1) {
                Ordering::Less => (weakest, equally_weak) = ((id_at(&member), substantiated), 0),
                Ordering::Equal => equally_weak += usize::from(applicable > 0), // the first is not as weak as another one yet
                Ordering::Greater => {}
            }
            applicable += 1;
            assessed += usize::from(member.numbers.coverage == Coverage::Assessed);
            if member.numbers.band().is_none_or(|band| band < norm) {
                below_norm.push(id_at(&member));
            }
        }
        Some(Standing { mean, score, levels, applicable, assessed, weakest, equally_weak, below_norm })
    }

    /// The members of an objective that apply, by name.
    pub(crate) fn members(&self, position: usize) -> impl Iterator<Item = Member> + use<'a> {
        let leaf = *self;
        let members = leaf.catalogue().aggregates().get(position).map(|it| it.members.as_slice()).unwrap_or_default();
        members.iter().filter_map(move |&(position, weight)| match leaf.requirement_at(position) {
            RequirementScore::NotApplicable => None,
            RequirementScore::Applicable(numbers) => Some(Member { position, weight, numbers }),
        })
    }

    /// Whether a requirement is assessed; `None` where it does not apply.
    pub(super) fn is_requirement_assessed(&self, position: usize) -> Option<bool> {
        let coverage = self.numbers.coverage.get(position).copied().flatten()?;
        Some(coverage == Coverage::Assessed)
    }

    /// Whether some member of an objective is assessed; `None` where none applies.
    pub(super) fn is_objective_assessed(&self, position: usize) -> Option<bool> {
        Some(self.numbers.objectives.get(position).copied().flatten()?.is_assessed())
    }
}
