//! What is known of a requirement at an entity, be it a leaf or above.

use super::sums::Summary;
use super::{Levels, Scores};
use crate::id::{EntityId, RequirementId};
use crate::score::{Readings, Score};

/// What a requirement scores at an entity, whether anything is below that or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overall {
    /// Its score: at a leaf by M3, above by M5.
    pub score: Readings<Score>,
    /// What it is by own evidence alone.
    pub levels: Levels,
    /// For how many leaves at or below the entity it applies.
    pub applicable: u32,
    /// How many of these are assessed.
    pub assessed: u32,
}

impl Scores<'_> {
    /// What a requirement scores at an entity; `None` where either is unknown, or where it applies nowhere there.
    #[must_use]
    pub fn overall(&self, entity: &EntityId, requirement: &RequirementId) -> Option<Overall> {
        let (place, position) = (self.assessment.place(entity)?, self.assessment.catalogue().position(requirement)? as usize);
        let of_leaf = || self.leaf_at(place)?.numbers.summary_at(position);
        let Summary { score, levels, assessed, applicable, weakest: _, equally_weak: _ } =
            self.inner_at(place).map_or_else(of_leaf, |inner| inner.summary(position))?;
        Some(Overall { score, levels, applicable, assessed })
    }
}
