//! The numbers of one leaf on one day, and their sums above it: what a forecast reads of method M3 to M5.

use super::Foreseen;
use crate::band::{Weight, WeightedSum};
use crate::catalogue::{Aggregate, Catalogue};
use crate::own::{Coverage, Own};
use crate::propagate::{Ripple, Settled};
use crate::score::{Readings, Score};
use crate::scores::know_composites;

/// The numbers of one leaf on one day, by requirement.
#[derive(Debug)]
pub(super) struct LeafDay<'c> {
    catalogue: &'c Catalogue,
    settled: Settled,
    coverage: Vec<Option<Coverage>>, // `None` where the requirement does not apply
}

/// A requirement that stands otherwise, before and after.
pub(super) type Shift = (u32, Option<Foreseen>, Option<Foreseen>);

#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions come from the catalogue that the vectors are as long as")]
impl<'c> LeafDay<'c> {
    /// One where nothing applies.
    pub(super) fn new(catalogue: &'c Catalogue) -> Self {
        Self { catalogue, settled: Settled::full(catalogue), coverage: vec![None; catalogue.requirements().len()] }
    }

    /// Whether nothing moves when a requirement alone becomes that by its own evidence: it is known as well, and in each reading no less, and
    /// more only where what it rests on holds it back already. Then that holds back as much all that rests on it (method M3, closed form).
    pub(super) fn stays(&self, requirement: u32, own: Own) -> bool {
        let (is, score) = (self.settled.own(self.catalogue, requirement), self.settled.score(self.catalogue, requirement));
        let readings = is.zip(own.score).zip(score);
        let same = |((before, after), score): ((Score, Score), Score)| after == before || after > before && score < before;
        let Readings { substantiated, declared, possible } = readings.map(same);
        self.coverage[requirement as usize] == Some(own.coverage) && substantiated && declared && possible
    }

    /// What a requirement that applies is by its own evidence; `None` where it does not apply.
    pub(super) fn own(&self, requirement: u32) -> Option<Own> {
        self.coverage[requirement as usize].map(|coverage| Own { score: self.settled.own(self.catalogue, requirement), coverage })
    }

    /// Sets what a requirement is by its own evidence; `None` where it does not apply.
    pub(super) fn set(&mut self, requirement: u32, own: Option<Own>) {
        self.settled.put(self.catalogue, requirement, own.map_or(Readings::FULL, |own| own.score));
        self.coverage[requirement as usize] = own.map(|own| own.coverage);
    }

    /// What follows for the requirements of these ranks, ascending, from what they and all that they rest on are by their own evidence (method
    /// M3).
    pub(super) fn follow(&mut self, ranks: &[usize]) {
        know_composites(self.catalogue, &mut self.coverage);
        self.settled.settle_only(self.catalogue, ranks);
    }

    /// What a requirement scores.
    pub(super) fn requirement(&self, requirement: u32) -> Option<Foreseen> {
        foreseen(self.settled.score(self.catalogue, requirement), self.coverage[requirement as usize])
    }

    /// What the members of an objective that apply add up to.
    pub(super) fn sums(&self, aggregate: &Aggregate) -> Sums {
        let mut sums = Sums::default();
        for &(member, weight) in &aggregate.members {
            sums.add(weight, self.requirement(member));
        }
        sums
    }

    /// What an objective scores whose members add up to that (method M4).
    pub(super) fn objective(&self, aggregate: &Aggregate, sums: Sums) -> Option<Foreseen> {
        let mean = sums.mean()?;
        Some(Foreseen { score: aggregate.guard(mean.score, &self.coverage, |member| self.settled.score(self.catalogue, member)), ..mean })
    }
}

/// Makes requirements of a leaf something else by their own evidence, and takes it back. Its space is used again.
#[derive(Debug, Default)]
pub(super) struct Shifting {
    ripple: Ripple,
    coverage: Vec<Option<Coverage>>, // as it was, where it has changed; else empty
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions come from the catalogue that the vectors are as long as")]
impl Shifting {
    /// Makes requirements that apply these by their own evidence; tells what stands otherwise, each requirement once.
    pub(super) fn shift(&mut self, leaf: &mut LeafDay<'_>, lifted: impl Iterator<Item = (u32, Own)>, shifts: &mut Vec<Shift>) {
        for (requirement, own) in lifted {
            if leaf.coverage[requirement as usize] != Some(own.coverage) {
                if self.coverage.is_empty() {
                    self.coverage.clone_from(&leaf.coverage);
                }
                leaf.coverage[requirement as usize] = Some(own.coverage);
            }
            self.ripple.set(&mut leaf.settled, leaf.catalogue, requirement, own.score);
        }
        if !self.coverage.is_empty() {
            know_composites(leaf.catalogue, &mut leaf.coverage);
        }
        self.ripple.follow(&mut leaf.settled, leaf.catalogue);
        let was = |requirement: u32| *self.coverage.get(requirement as usize).unwrap_or(&leaf.coverage[requirement as usize]);
        shifts.clear();
        shifts.extend(self.ripple.moved(&leaf.settled, leaf.catalogue).map(|(requirement, before, after)| {
            (requirement, foreseen(before, was(requirement)), foreseen(after, leaf.coverage[requirement as usize]))
        }));
        // what scores the same and is known otherwise
        let scored = shifts.len();
        for (requirement, (before, after)) in (0..).zip(self.coverage.iter().zip(&leaf.coverage)) {
            if before != after && !shifts[..scored].iter().any(|(moved, ..)| *moved == requirement) {
                let score = leaf.settled.score(leaf.catalogue, requirement);
                shifts.push((requirement, foreseen(score, *before), foreseen(score, *after)));
            }
        }
    }

    /// Makes the leaf what it was.
    pub(super) fn take_back(&mut self, leaf: &mut LeafDay<'_>) {
        self.ripple.take_back(&mut leaf.settled);
        if !self.coverage.is_empty() {
            leaf.coverage.clone_from(&self.coverage);
            self.coverage.clear();
        }
    }
}

fn foreseen(score: Readings<Score>, coverage: Option<Coverage>) -> Option<Foreseen> {
    coverage.map(|coverage| Foreseen { score, assessed: coverage == Coverage::Assessed })
}

/// What weighs together: members of an objective, or entities of one parent.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    sum: WeightedSum<3>,
    assessed: u32,
}

impl Sums {
    /// Of one alone.
    pub(super) fn of(it: Option<Foreseen>) -> Self {
        let mut sums = Self::default();
        sums.add(Weight::ONE, it);
        sums
    }

    /// Adds what applies.
    pub(super) fn add(&mut self, weight: Weight, it: Option<Foreseen>) {
        if let Some(it) = it {
            self.sum.add(weight, scores(it));
            self.assessed += u32::from(it.assessed);
        }
    }

    /// Takes out what was added.
    pub(super) fn take(&mut self, weight: Weight, it: Option<Foreseen>) {
        if let Some(it) = it {
            self.sum.take(weight, scores(it));
            self.assessed -= u32::from(it.assessed);
        }
    }

    /// The mean; `None` of nothing.
    pub(super) fn mean(&self) -> Option<Foreseen> {
        let [substantiated, declared, possible] = self.sum.mean()?;
        Some(Foreseen { score: Readings { substantiated, declared, possible }, assessed: self.assessed > 0 })
    }
}

fn scores(Foreseen { score: Readings { substantiated, declared, possible }, assessed: _ }: Foreseen) -> [Score; 3] {
    [substantiated, declared, possible]
}
