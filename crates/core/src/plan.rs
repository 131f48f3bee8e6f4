//! Which measures to take: the most for a budget, or the least that reaches a band (method M7).

use crate::band::Band;
use crate::id::{EntityId, ObjectiveId};
use crate::measure::{Measure, MeasureFault, Options};
use crate::scores::{Scores, Valued, Worth};

use self::search::{Found, Search};

mod search;
mod shares;

/// What a plan is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The greatest worth for at most this cost.
    Budget(u64),
    /// The least cost at which the printed score is in this band or above.
    Reach(Band),
}

/// How good a plan is, compared to all there could be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// No other choice of measures is better: every one was tried or ruled out.
    Exact,
    /// It was put together of bundles. No choice within the budget is worth more than this.
    AtMost(Worth),
    /// It was put together of bundles. No choice that reaches the band costs less than this.
    AtLeast(u64),
    /// Not even all measures together reach the band.
    OutOfReach,
}

/// One measure of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanStep {
    /// The measure, by position.
    pub measure: usize,
    /// The objective once this and all before it are done.
    pub after: Valued,
}

/// Which measures to take for an objective at an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The objective as it is.
    pub before: Valued,
    /// The measures to take: those first that bring most for what they cost, and together those that bring something only together. None
    /// where the band is out of reach.
    pub steps: Vec<PlanStep>,
    /// What they cost together.
    pub cost: u64,
    /// The objective with all measures done that there are.
    pub all: Valued,
    /// The measures that lift nothing that the objective rests on, by position.
    pub idle: Vec<usize>,
    /// How good the plan is.
    pub proof: Proof,
    /// How many choices were looked at to find and prove it.
    pub visited: u64,
}

impl Plan {
    /// The objective once the plan is carried out.
    #[must_use]
    pub fn after(&self) -> Valued {
        self.steps.last().map_or(self.before, |step| step.after)
    }
}

/// The most measures among which a plan is proved.
const EXACT_LIMIT: usize = 64;

/// The most choices that are looked at to prove a plan.
const VISIT_LIMIT: u64 = 50_000;

impl Scores<'_> {
    /// Chooses measures for an objective at an entity. `Ok(None)` where either is unknown, or where no member applies there.
    ///
    /// Up to 64 measures that move anything are searched by branch and bound: what is still affordable, all at once, bounds what a choice
    /// can come to, because everything is monotone. Where that takes too many steps, and for more measures, the plan is put together of
    /// bundles, and [`Plan::proof`] says how far off it can be. No clock decides: the same input gives the same plan everywhere.
    ///
    /// Of plans worth the same the cheapest is taken.
    ///
    /// # Errors
    ///
    /// Every fault of the measures.
    pub fn plan(
        &self,
        entity: &EntityId,
        objective: &ObjectiveId,
        measures: &[Measure],
        goal: Goal,
    ) -> Result<Option<Plan>, Vec<MeasureFault>> {
        let Some(mut options) = Options::new(self, entity, objective, measures)? else { return Ok(None) };
        let before = options.valuation.is();
        let all = options.with(0..measures.len());
        let idle: Vec<usize> =
            options.measures.iter().enumerate().filter(|(_, raises)| raises.is_empty()).map(|(position, _)| position).collect();
        if let Goal::Reach(band) = goal
            && Band::of(all.score) < band
        {
            return Ok(Some(Plan { before, steps: Vec::new(), cost: 0, all, idle, proof: Proof::OutOfReach, visited: 0 }));
        }
        let costs = measures.iter().map(|measure| u64::from(measure.cost)).collect();
        let mut search = Search::new(options, costs, goal);
        let found = search.bundled();
        let (Found { measures: chosen, cost, .. }, proof) = search.proved(found, EXACT_LIMIT, VISIT_LIMIT);
        let mut done = Vec::new();
        let order = search.in_order(chosen);
        let steps = order.into_iter().map(|measure| {
            done.push(measure);
            PlanStep { measure, after: search.options.with(done.iter().copied()) }
        });
        let steps = steps.collect();
        Ok(Some(Plan { before, steps, cost, all, idle, proof, visited: search.visited }))
    }
}
