//! The numbers of one leaf: own evidence (method M1, M2), dependencies (M3) and objectives (M4).

use jiff::civil::Date;

use super::Levels;
use super::sums::Summary;
use crate::assessment::Assessment;
use crate::band::{Weight, WeightedSum};
use crate::catalogue::{Aggregate, Catalogue};
use crate::holding::Holding;
use crate::own::{Coverage, Weighing};
use crate::propagate::{Ripple, Settled};
use crate::score::{Readings, Score};

/// The numbers of one leaf, by position of requirement and objective.
#[derive(Clone, Debug)]
pub(super) struct LeafNumbers {
    pub(super) place: u32,
    pub(super) coverage: Vec<Option<Coverage>>, // `None` where the requirement does not apply
    pub(super) settled: Settled,
    pub(super) objectives: Vec<Option<ObjectiveNumbers>>, // `None` where no member applies
}

/// The numbers of one objective at a leaf, as far as they must be kept: the rest is divided when it is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct ObjectiveNumbers {
    sum: WeightedSum<6>,    // INVARIANT: not empty; of the members' scores in each reading, then of their own ones
    guard: Readings<Score>, // what the critical members cap it to
    assessed: u32,
}

/// What a requirement that applies brings to the objectives that it is a member of.
#[derive(Clone, Copy, Debug)]
struct Part {
    scores: [Score; 6], // its score in each reading, then its own ones
    assessed: bool,
}

impl ObjectiveNumbers {
    fn add(&mut self, weight: Weight, part: Part) {
        self.sum.add(weight, part.scores);
        self.assessed += u32::from(part.assessed);
    }

    fn take(&mut self, weight: Weight, part: Part) {
        self.sum.take(weight, part.scores);
        self.assessed -= u32::from(part.assessed);
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
        let mut numbers = LeafNumbers { place, coverage: vec![None; count], settled: Settled::full(catalogue), objectives: Vec::new() };
        self.weigh(&mut numbers, 0..u32::try_from(count).unwrap_or(u32::MAX));
        numbers.follow(catalogue);
        numbers
    }

    /// What the requirements at some positions, in ascending order, score at a leaf by their own evidence.
    #[allow(clippy::indexing_slicing, reason = "INVARIANT: positions come from the catalogue that the vectors are as long as")]
    pub(super) fn weigh(&mut self, numbers: &mut LeafNumbers, positions: impl IntoIterator<Item = u32>) {
        let catalogue = self.assessment.catalogue();
        let requirements = catalogue.requirements();
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
            numbers.settled.put(catalogue, position, score);
            numbers.coverage[position as usize] = coverage;
        }
    }
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions come from the catalogue that the vectors are as long as")]
impl LeafNumbers {
    /// Everything that follows from what the requirements score by their own evidence.
    pub(super) fn follow(&mut self, catalogue: &Catalogue) {
        know_composites(catalogue, &mut self.coverage);
        self.settled.settle(catalogue);
        let parts: Vec<Option<Part>> = (0..).zip(&self.coverage).map(|(position, _)| self.part(catalogue, position)).collect();
        self.objectives = catalogue.aggregates().iter().map(|aggregate| self.objective(catalogue, aggregate, &parts)).collect();
    }

    /// The same, supposing that requirements that apply score at least that by their own evidence, and are assessed. Only what moves is
    /// looked at.
    pub(super) fn lifted(&self, catalogue: &Catalogue, lifts: impl Iterator<Item = (u32, Score)>) -> Self {
        let (mut lifted, mut ripple, mut touched) = (self.clone(), Ripple::default(), Vec::new());
        for (requirement, at_least) in lifts {
            if let Some(coverage) = &mut lifted.coverage[requirement as usize] {
                *coverage = Coverage::Assessed;
                let own = lifted.settled.own(catalogue, requirement).map(|score| score.max(at_least));
                ripple.set(&mut lifted.settled, catalogue, requirement, own);
                touched.push(requirement);
            }
        }
        know_composites(catalogue, &mut lifted.coverage);
        let composites = catalogue.composites().iter().flat_map(|composite| &composite.members).copied();
        touched.extend(composites.filter(|&member| lifted.coverage[member as usize] != self.coverage[member as usize]));
        ripple.follow(&mut lifted.settled, catalogue);
        touched.extend(ripple.moved(&lifted.settled, catalogue).map(|(position, ..)| position));
        touched.sort_unstable();
        touched.dedup();
        lifted.sum_anew(catalogue, self, &touched);
        lifted
    }

    /// Brings the objectives from what they were up to what their members are: these, each once, are no longer what they were.
    fn sum_anew(&mut self, catalogue: &Catalogue, before: &Self, touched: &[u32]) {
        let mut moved = vec![false; self.objectives.len()];
        for &position in touched {
            let (Some(was), Some(is)) = (before.part(catalogue, position), self.part(catalogue, position)) else { continue };
            for &(objective, weight) in catalogue.memberships(position) {
                if let Some(numbers) = &mut self.objectives[objective as usize] {
                    numbers.take(weight, was);
                    numbers.add(weight, is);
                }
                moved[objective as usize] = true;
            }
        }
        for (at, aggregate) in catalogue.aggregates().iter().enumerate().filter(|(at, _)| moved[*at]) {
            let guard = self.guard(catalogue, aggregate);
            self.objectives[at].iter_mut().for_each(|numbers| numbers.guard = guard);
        }
    }

    fn part(&self, catalogue: &Catalogue, position: u32) -> Option<Part> {
        let coverage = self.coverage[position as usize]?;
        let (own, score) = (self.settled.own(catalogue, position), self.settled.score(catalogue, position));
        let scores = [score.substantiated, score.declared, score.possible, own.substantiated, own.declared, own.possible];
        Some(Part { scores, assessed: coverage == Coverage::Assessed })
    }

    /// Method M4; `None` where no member applies.
    fn objective(&self, catalogue: &Catalogue, aggregate: &Aggregate, parts: &[Option<Part>]) -> Option<ObjectiveNumbers> {
        let mut numbers = ObjectiveNumbers { sum: WeightedSum::default(), guard: self.guard(catalogue, aggregate), assessed: 0 };
        for &(member, weight) in &aggregate.members {
            if let Some(part) = parts[member as usize] {
                numbers.add(weight, part);
            }
        }
        (!numbers.sum.is_empty()).then_some(numbers)
    }

    fn guard(&self, catalogue: &Catalogue, aggregate: &Aggregate) -> Readings<Score> {
        aggregate.guard(Readings::FULL, &self.coverage, |member| self.settled.score(catalogue, member))
    }

    /// What counts of this leaf above it, by position: first the requirements, then the objectives.
    pub(super) fn summaries(&self, catalogue: &Catalogue) -> impl Iterator<Item = Option<Summary>> {
        (0..self.coverage.len() + self.objectives.len()).map(|position| self.summary_at(catalogue, position))
    }

    /// One of these.
    pub(super) fn summary_at(&self, catalogue: &Catalogue, position: usize) -> Option<Summary> {
        let (score, levels, assessed) = match position.checked_sub(self.coverage.len()) {
            None => {
                let coverage = self.coverage[position]?;
                let node = u32::try_from(position).ok()?;
                let (own, score) = (self.settled.own(catalogue, node), self.settled.score(catalogue, node));
                (score, Levels { substantiated: score.substantiated, own }, coverage == Coverage::Assessed)
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
