//! What an entity above the leaves scores.

use super::sums::{InnerNumbers, Summary};
use super::{Leaf, Levels, Scores};
use crate::band::{Band, Weight};
use crate::catalogue::Catalogue;
use crate::id::{EntityId, ObjectiveId, RequirementId};
use crate::score::{Readings, Score};

/// The scores of one entity above the leaves (method M5).
#[derive(Clone, Copy, Debug)]
pub struct Consolidated<'a> {
    pub(super) scores: &'a Scores<'a>,
    pub(super) numbers: &'a InnerNumbers,
}

/// A consolidated score and what method M5 puts beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consolidation<'a> {
    /// The weighted mean of the children's printed scores, cut.
    pub score: Readings<Score>,
    /// The levels of its bar.
    pub levels: Levels,
    /// The leaf below with the lowest substantiated score, the first by name, and that score.
    pub weakest: (&'a EntityId, Score),
    /// How many other leaves below are just as weak.
    pub equally_weak: u32,
    /// For how many leaves below it applies.
    pub applicable: u32,
    /// How many of these are assessed.
    pub assessed: u32,
    /// Those that are not, by name.
    pub not_assessed: Vec<&'a EntityId>,
}

impl Consolidation<'_> {
    /// The band of what is substantiated; none unless some leaf is assessed.
    #[must_use]
    pub fn band(&self) -> Option<Band> {
        (self.assessed > 0).then(|| Band::of(self.score.substantiated))
    }
}

impl<'a> Consolidated<'a> {
    /// The entity.
    #[must_use]
    pub fn entity(&self) -> &'a EntityId {
        self.scores.assessment().entity_at(self.numbers.place)
    }

    /// Every requirement with what it scores, by name; `None` where it applies nowhere below.
    pub fn requirements(&self) -> impl Iterator<Item = (&'a RequirementId, Option<Consolidation<'a>>)> + use<'a> {
        let entity = *self;
        let ids = entity.catalogue().requirements().iter().enumerate();
        let below = entity.scores.leaves_below(entity.numbers.place);
        ids.map(move |(position, requirement)| {
            let summary = entity.numbers.summary(position);
            (&requirement.id, summary.map(|it| entity.beside(it, &below, |leaf| leaf.is_requirement_assessed(position))))
        })
    }

    /// Every objective with what it scores, by name; `None` where it applies nowhere below.
    pub fn objectives(&self) -> impl Iterator<Item = (&'a ObjectiveId, Option<Consolidation<'a>>)> + use<'a> {
        let entity = *self;
        let ids = entity.catalogue().objectives().iter().enumerate();
        let below = entity.scores.leaves_below(entity.numbers.place);
        ids.map(move |(position, objective)| {
            let summary = entity.numbers.summary(entity.catalogue().requirements().len() + position);
            (&objective.id, summary.map(|it| entity.beside(it, &below, |leaf| leaf.is_objective_assessed(position))))
        })
    }

    /// What a requirement scores; `None` where the catalogue lacks it, `Some(None)` where it applies nowhere below.
    #[must_use]
    pub fn requirement(&self, id: &RequirementId) -> Option<Option<Consolidation<'a>>> {
        let position = self.catalogue().position(id)? as usize;
        let summary = self.numbers.summary(position);
        Some(summary.map(|it| self.beside(it, &self.below(it), |leaf| leaf.is_requirement_assessed(position))))
    }

    /// What an objective scores; `None` where the catalogue lacks it, `Some(None)` where it applies nowhere below.
    #[must_use]
    pub fn objective(&self, id: &ObjectiveId) -> Option<Option<Consolidation<'a>>> {
        let position = self.catalogue().objective_position(id)?;
        let summary = self.numbers.summary(self.catalogue().requirements().len() + position);
        Some(summary.map(|it| self.beside(it, &self.below(it), |leaf| leaf.is_objective_assessed(position))))
    }

    /// The leaves below, where one of them is to be named.
    fn below(&self, summary: Summary) -> Vec<Leaf<'a>> {
        if summary.assessed == summary.applicable { Vec::new() } else { self.scores.leaves_below(self.numbers.place) }
    }

    pub(crate) fn catalogue(&self) -> &'a Catalogue {
        self.scores.assessment().catalogue()
    }

    /// The entities directly below, with their weights and what the number at a position is there, by name.
    pub(crate) fn children(&self, position: usize) -> impl Iterator<Item = (&'a EntityId, Weight, Option<Readings<Score>>)> + use<'a> {
        let (scores, assessment) = (self.scores, self.scores.assessment());
        let children = assessment.node(self.numbers.place).children.iter();
        children.map(move |&child| {
            let of_leaf = || scores.leaf_at(child)?.numbers.summary_at(scores.assessment().catalogue(), position);
            let summary = scores.inner_at(child).map_or_else(of_leaf, |inner| inner.summary(position));
            (assessment.entity_at(child), assessment.weight_at(child), summary.map(|it| it.score))
        })
    }

    /// What stands beside a number; `assessed` says of a leaf whether it is, and nothing where it does not apply.
    fn beside(&self, summary: Summary, below: &[Leaf<'a>], assessed: impl Fn(&Leaf<'a>) -> Option<bool>) -> Consolidation<'a> {
        let (weakest, leaf) = summary.weakest;
        let below = if summary.assessed == summary.applicable { &[] } else { below };
        let missing = below.iter().filter(|leaf| assessed(leaf) == Some(false));
        Consolidation {
            score: summary.score,
            levels: summary.levels,
            weakest: (self.scores.assessment().entity_at(leaf), weakest),
            equally_weak: summary.equally_weak - 1,
            applicable: summary.applicable,
            assessed: summary.assessed,
            not_assessed: missing.map(Leaf::entity).collect(),
        }
    }
}
