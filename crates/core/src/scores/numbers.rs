//! The numbers of one leaf: own evidence (method M1, M2), dependencies (M3) and objectives (M4).

use jiff::civil::Date;

use super::Levels;
use super::sums::Summary;
use crate::assessment::Assessment;
use crate::band::{Weight, WeightedSum};
use crate::catalogue::{Aggregate, Catalogue};
use crate::holding::Holding;
use crate::own::{Coverage, Weighing};
use crate::propagate::propagate;
use crate::score::{Readings, Score};

/// The numbers of one leaf, by position of requirement and objective.
#[derive(Clone, Debug)]
pub(super) struct LeafNumbers {
    pub(super) place: u32,
    pub(super) coverage: Vec<Option<Coverage>>, // `None` where the requirement does not apply
    pub(super) own: Vec<Readings<Score>>,
    pub(super) score: Vec<Readings<Score>>,
    pub(super) objectives: Vec<Option<ObjectiveNumbers>>, // `None` where no member applies
}

/// The numbers of one objective at a leaf, as far as they must be kept: the rest is divided when it is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct ObjectiveNumbers {
    sum: WeightedSum<6>,    // INVARIANT: not empty; of the members' scores in each reading, then of their own ones
    guard: Readings<Score>, // what the critical members cap it to
    assessed: u32,
}

impl ObjectiveNumbers {
    fn add(&mut self, weight: Weight, score: Readings<Score>, own: Readings<Score>, coverage: Coverage) {
        self.sum.add(weight, [score.substantiated, score.declared, score.possible, own.substantiated, own.declared, own.possible]);
        self.assessed += u32::from(coverage == Coverage::Assessed);
    }

    fn take(&mut self, weight: Weight, score: Readings<Score>, own: Readings<Score>, coverage: Coverage) {
        self.sum.take(weight, [score.substantiated, score.declared, score.possible, own.substantiated, own.declared, own.possible]);
        self.assessed -= u32::from(coverage == Coverage::Assessed);
    }

    /// Whether some member is assessed.
    pub(super) fn is_assessed(&self) -> bool {
        self.assessed > 0
    }

    /// The mean of the members, what it is with the guard of critical ones, and the levels of its bar.
    pub(super) fn read(&self) -> (Readings<Score>, Readings<Score>, Levels) {
        let [substantiated, declared, possible, own @ ..] = self.sum.mean().unwrap_or_default();
        let mean = Readings { substantiated, declared, possible };
        let [substantiated, declared, possible] = own;
        let own = Readings { substantiated, declared, possible };
        (mean, mean.min(self.guard), Levels { substantiated: mean.substantiated, own })
    }
}

/// Scores one leaf after the other; its space is used again.
pub(super) struct Scoring<'a> {
    assessment: &'a Assessment,
    as_of: Date,
    weighing: Weighing,
}

impl<'a> Scoring<'a> {
    pub(super) fn new(assessment: &'a Assessment, as_of: Date) -> Self {
        Self { assessment, as_of, weighing: Weighing::default() }
    }

    /// Every number of a leaf.
    pub(super) fn leaf(&mut self, place: u32) -> LeafNumbers {
        let catalogue = self.assessment.catalogue();
        let count = catalogue.requirements().len();
        let mut numbers =
            LeafNumbers { place, coverage: vec![None; count], own: vec![Readings::FULL; count], score: Vec::new(), objectives: Vec::new() };
        self.weigh(&mut numbers, 0..u32::try_from(count).unwrap_or(u32::MAX));
        numbers.follow(catalogue);
        numbers
    }

    /// What the requirements at some positions, in ascending order, score at a leaf by their own evidence.
    #[allow(clippy::indexing_slicing, reason = "INVARIANT: positions come from the catalogue that the vectors are as long as")]
    pub(super) fn weigh(&mut self, numbers: &mut LeafNumbers, positions: impl IntoIterator<Item = u32>) {
        let requirements = self.assessment.catalogue().requirements();
        let mut holding = Holding::new(self.assessment, numbers.place, self.as_of);
        for position in positions {
            if requirements[position as usize].composite {
                continue;
            }
            let (score, coverage) = if holding.excluded_by(position).is_some() {
                (Readings::FULL, None)
            } else {
                holding.take(position, &mut self.weighing.entries);
                let own = self.weighing.weigh(self.assessment);
                (own.score, Some(own.coverage))
            };
            numbers.own[position as usize] = score;
            numbers.coverage[position as usize] = coverage;
        }
    }
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions come from the catalogue that the vectors are as long as")]
impl LeafNumbers {
    /// Everything that follows from what the requirements score by their own evidence.
    pub(super) fn follow(&mut self, catalogue: &Catalogue) {
        know_composites(catalogue, &mut self.coverage);
        self.score = propagate(catalogue, &self.own);
        self.objectives = catalogue.aggregates().iter().map(|aggregate| self.objective(aggregate)).collect();
    }

    /// As [`LeafNumbers::follow`] where only own scores and what is known of requirements that apply have changed since `before`: objectives
    /// none of whose members moves stay.
    pub(super) fn follow_from(&mut self, catalogue: &Catalogue, before: &Self) {
        know_composites(catalogue, &mut self.coverage);
        self.score = propagate(catalogue, &self.own);
        let mut moved = vec![false; self.objectives.len()];
        for position in 0..self.coverage.len() {
            if self.score[position] == before.score[position]
                && self.own[position] == before.own[position]
                && self.coverage[position] == before.coverage[position]
            {
                continue;
            }
            for &(objective, weight) in catalogue.memberships(u32::try_from(position).unwrap_or(u32::MAX)) {
                let numbers = self.objectives[objective as usize].as_mut();
                if let (Some(numbers), Some(was), Some(is)) = (numbers, before.coverage[position], self.coverage[position]) {
                    numbers.take(weight, before.score[position], before.own[position], was);
                    numbers.add(weight, self.score[position], self.own[position], is);
                }
                moved[objective as usize] = true;
            }
        }
        for (at, aggregate) in catalogue.aggregates().iter().enumerate().filter(|(at, _)| moved[*at]) {
            let guard = self.guard(aggregate);
            self.objectives[at].iter_mut().for_each(|numbers| numbers.guard = guard);
        }
    }

    /// Method M4; `None` where no member applies.
    fn objective(&self, aggregate: &Aggregate) -> Option<ObjectiveNumbers> {
        let mut numbers = ObjectiveNumbers { sum: WeightedSum::default(), guard: self.guard(aggregate), assessed: 0 };
        for &(member, weight) in &aggregate.members {
            let member = member as usize;
            if let Some(coverage) = self.coverage[member] {
                numbers.add(weight, self.score[member], self.own[member], coverage);
            }
        }
        (!numbers.sum.is_empty()).then_some(numbers)
    }

    fn guard(&self, aggregate: &Aggregate) -> Readings<Score> {
        aggregate.guard(Readings::FULL, &self.coverage, |member| self.score[member as usize])
    }

    /// What counts of this leaf above it, by position: first the requirements, then the objectives.
    pub(super) fn summaries(&self) -> impl Iterator<Item = Option<Summary>> {
        (0..self.coverage.len() + self.objectives.len()).map(|position| self.summary_at(position))
    }

    /// One of these.
    pub(super) fn summary_at(&self, position: usize) -> Option<Summary> {
        let (score, levels, assessed) = match position.checked_sub(self.coverage.len()) {
            None => {
                let (own, score) = (self.own[position], self.score[position]);
                (score, Levels { substantiated: score.substantiated, own }, self.coverage[position]? == Coverage::Assessed)
            }
            Some(objective) => {
                let numbers = self.objectives[objective]?;
                let (_, score, levels) = numbers.read();
                (score, levels, numbers.is_assessed())
            }
        };
        let weakest = (score.substantiated, self.place);
        Some(Summary { score, levels, weakest, equally_weak: 1, assessed: assessed.into(), applicable: 1 })
    }
}

/// Says of each composite what is known of it: as well as the best of its parts, and it does not apply when none of them does (method M3).
#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions come from the catalogue that the vector is as long as")]
pub(crate) fn know_composites(catalogue: &Catalogue, coverage: &mut [Option<Coverage>]) {
    for composite in catalogue.composites() {
        let known = composite.parts.iter().filter_map(|&part| coverage[part as usize]).min();
        for &member in &composite.members {
            coverage[member as usize] = known;
        }
    }
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions come from the catalogue that the vectors are as long as")]
impl Aggregate {
    /// A mean, capped by the halved shortfall of the critical members that apply (method M4).
    pub(crate) fn guard(
        &self,
        mean: Readings<Score>,
        coverage: &[Option<Coverage>],
        score: impl Fn(u32) -> Readings<Score>,
    ) -> Readings<Score> {
        let critical = self.critical.iter().filter(|&&member| coverage[member as usize].is_some());
        critical.map(|&member| score(member).map(Score::half)).fold(mean, Readings::min)
    }
}
