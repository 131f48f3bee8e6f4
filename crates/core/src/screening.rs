//! Whether a project or system may start: go, go under conditions, or no.

use crate::band::Band;
use crate::id::{EntityId, ObjectiveId, RequirementId};
use crate::named;
use crate::scores::{Overall, Scores};

named! {
    /// What a screening ends in. The order is from the best to the worst.
    Screening {
        /// Every question that applies is declared at the norm.
        Go = "go",
        /// Some are not: each is a condition.
        Conditions = "conditions",
        /// A critical question has something known to be wrong that leaves it below the norm.
        No = "no",
    }
}

/// A question of a screening, with what it alone would lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question<'a> {
    /// The requirement.
    pub requirement: &'a RequirementId,
    /// What it scores.
    pub overall: Overall,
    /// Whether it is critical.
    pub critical: bool,
    /// What it alone would lead to.
    pub outcome: Screening,
}

impl Scores<'_> {
    /// Screens an entity by an objective: each of its members that applies, and the worst of what they lead to.
    ///
    /// Declared counts, since a screening comes before there is evidence; what is known to be wrong counts whoever found it. Whether a
    /// score is at the norm is a matter of its band. A question that nobody answered is a condition. `None` where the objective or the
    /// entity is unknown, or no member applies: nothing answered is not go.
    #[must_use]
    pub fn screen(&self, entity: &EntityId, objective: &ObjectiveId) -> Option<(Screening, Vec<Question<'_>>)> {
        let objective = self.assessment().catalogue().objective(objective)?;
        let is_below = |score| Band::of(score) < objective.norm;
        let question = |requirement| {
            let overall = self.overall(entity, requirement)?;
            let critical = objective.critical.contains(requirement);
            let outcome = match (is_below(overall.score.declared), is_below(overall.score.possible)) {
                (_, true) if critical => Screening::No,
                (false, _) if overall.assessed == overall.applicable => Screening::Go,
                _ => Screening::Conditions,
            };
            Some(Question { requirement, overall, critical, outcome })
        };
        let questions: Vec<_> = objective.members.iter().filter_map(|(requirement, _)| question(requirement)).collect();
        Some((questions.iter().map(|it| it.outcome).max()?, questions))
    }
}
