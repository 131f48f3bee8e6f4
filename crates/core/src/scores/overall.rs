//! What is known of a requirement or objective at an entity, be it a leaf or above.

use super::sums::Summary;
use super::{Levels, Scores};
use crate::band::Band;
use crate::id::{EntityId, ObjectiveId, RequirementId};
use crate::score::{Readings, Score};

/// What a requirement or objective scores at an entity, whether anything is below that or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overall {
    /// Its score: at a leaf by M3 or M4, above by M5.
    pub score: Readings<Score>,
    /// The levels of its bar.
    pub levels: Levels,
    /// For how many leaves at or below the entity it applies.
    pub applicable: u32,
    /// How many of these are assessed.
    pub assessed: u32,
}

impl Overall {
    /// The band of what is substantiated; none unless some leaf is assessed (method M4, M6).
    #[must_use]
    pub fn band(&self) -> Option<Band> {
        (self.assessed > 0).then(|| Band::of(self.score.substantiated))
    }
}

impl Scores<'_> {
    /// What a requirement scores at an entity; `None` where either is unknown, or where it applies nowhere there.
    #[must_use]
    pub fn overall(&self, entity: &EntityId, requirement: &RequirementId) -> Option<Overall> {
        self.overall_at(entity, self.assessment.catalogue().position(requirement)? as usize)
    }

    /// What an objective scores at an entity; `None` where either is unknown, or where no member applies there.
    #[must_use]
    pub fn overall_objective(&self, entity: &EntityId, objective: &ObjectiveId) -> Option<Overall> {
        let catalogue = self.assessment.catalogue();
        self.overall_at(entity, catalogue.requirements().len() + catalogue.objective_position(objective)?)
    }

    /// By position: first the requirements, then the objectives.
    fn overall_at(&self, entity: &EntityId, position: usize) -> Option<Overall> {
        self.overall_of(self.assessment.place(entity)?, position)
    }

    pub(super) fn overall_of(&self, place: u32, position: usize) -> Option<Overall> {
        self.summary_of(place, position).map(Overall::from)
    }

    pub(super) fn summary_of(&self, place: u32, position: usize) -> Option<Summary> {
        let of_leaf = || self.leaf_at(place)?.numbers.summary_at(self.assessment().catalogue(), position);
        self.inner_at(place).map_or_else(of_leaf, |inner| inner.summary(position))
    }
}

impl From<Summary> for Overall {
    fn from(summary: Summary) -> Self {
        let Summary { score, levels, assessed, applicable, weakest: _, equally_weak: _ } = summary;
        Self { score, levels, applicable, assessed }
    }
}
