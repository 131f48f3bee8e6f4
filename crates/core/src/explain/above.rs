//! Explaining the scores above the leaves.

use super::ConsolidatedExplanation;
use crate::id::{ObjectiveId, RequirementId};
use crate::score::{Points, Reading, Readings, Score};
use crate::scores::{Consolidated, Consolidation};

impl<'a> Consolidated<'a> {
    /// Explains what a requirement scores here; `None` where the catalogue lacks it.
    #[must_use]
    pub fn explain(&self, id: &RequirementId) -> Option<ConsolidatedExplanation<'a>> {
        let position = self.catalogue().position(id)? as usize;
        Some(self.explanation(position, self.requirement(id)?))
    }

    /// Explains what an objective scores here; `None` where the catalogue lacks it.
    #[must_use]
    pub fn explain_objective(&self, id: &ObjectiveId) -> Option<ConsolidatedExplanation<'a>> {
        let position = self.catalogue().requirements().len() + self.catalogue().objective_position(id)?;
        Some(self.explanation(position, self.objective(id)?))
    }

    /// Explains the number at a position: first come the requirements, then the objectives.
    fn explanation(&self, position: usize, score: Option<Consolidation<'a>>) -> ConsolidatedExplanation<'a> {
        let children: Vec<_> = self.children(position).collect();
        let applying = || children.iter().filter_map(|(_, weight, score)| Some((*weight, (*score)?)));
        let points = |reading| applying().map(|(weight, score): (_, Readings<Score>)| Points::of(weight, *score.get(reading))).sum();
        ConsolidatedExplanation {
            entity: self.entity(),
            score,
            points: Readings {
                substantiated: points(Reading::Substantiated),
                declared: points(Reading::Declared),
                possible: points(Reading::Possible),
            },
            weight: applying().map(|(weight, _)| u64::from(weight.get())).sum(),
            children,
        }
    }
}
