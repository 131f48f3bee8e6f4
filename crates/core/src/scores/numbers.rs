//! The numbers of one leaf: own evidence (method M1, M2), dependencies (M3) and objectives (M4).

use jiff::civil::Date;

use super::Levels;
use super::sums::Summary;
use crate::assessment::Assessment;
use crate::band::WeightedSum;
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

/// The numbers of one objective at a leaf.
#[derive(Clone, Copy, Debug)]
pub(super) struct ObjectiveNumbers {
    pub(super) mean: Readings<Score>,
    pub(super) score: Readings<Score>,
    pub(super) levels: Levels,
    pub(super) assessed: bool, // whether some member is
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

    /// As [`LeafNumbers::follow`] where all else is still as it was: objectives none of whose members moves stay.
    pub(super) fn follow_from(&mut self, catalogue: &Catalogue, before: &Self) {
        know_composites(catalogue, &mut self.coverage);
        self.score = propagate(catalogue, &self.own);
        let is = self.coverage.iter().zip(&self.own).zip(&self.score);
        let was = before.coverage.iter().zip(&before.own).zip(&before.score);
        let moved: Vec<bool> = is.zip(was).map(|(is, was)| is != was).collect();
        for (at, aggregate) in catalogue.aggregates().iter().enumerate() {
            if aggregate.members.iter().any(|(member, _)| moved[*member as usize]) {
                self.objectives[at] = self.objective(aggregate);
            }
        }
    }

    /// Method M4; `None` where no member applies.
    fn objective(&self, aggregate: &Aggregate) -> Option<ObjectiveNumbers> {
        let mut sum = WeightedSum::<6>::default();
        let mut assessed = false;
        for &(member, weight) in &aggregate.members {
            let member = member as usize;
            if let Some(coverage) = self.coverage[member] {
                let (score, own) = (self.score[member], self.own[member]);
                sum.add(weight, [score.substantiated, score.declared, score.possible, own.substantiated, own.declared, own.possible]);
                assessed |= coverage == Coverage::Assessed;
            }
        }
        let [substantiated, declared, possible, own @ ..] = sum.mean()?;
        let mean = Readings { substantiated, declared, possible };
        let [substantiated, declared, possible] = own;
        let own = Readings { substantiated, declared, possible };
        Some(ObjectiveNumbers {
            mean,
            score: aggregate.guard(mean, &self.coverage, |member| self.score[member as usize]),
            levels: Levels { substantiated: mean.substantiated, own },
            assessed,
        })
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
                let ObjectiveNumbers { mean: _, score, levels, assessed } = self.objectives[objective]?;
                (score, levels, assessed)
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
    pub(crate) fn guard(&self, mean: Readings<Score>, coverage: &[Option<Coverage>], score: impl Fn(u32) -> Readings<Score>) -> Readings<Score> {
        let critical = self.critical.iter().filter(|&&member| coverage[member as usize].is_some());
        critical.map(|&member| score(member).map(Score::half)).fold(mean, Readings::min)
    }
}
