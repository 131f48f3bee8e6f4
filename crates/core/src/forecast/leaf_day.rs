//! The numbers of one leaf on one day, and their sums above it: what a forecast reads of method M3 to M5.

use super::Foreseen;
use crate::band::{Weight, WeightedSum};
use crate::catalogue::{Aggregate, Catalogue};
use crate::own::{Coverage, Own};
use crate::propagate::propagate;
use crate::score::{Readings, Score};
use crate::scores::know_composites;

/// The numbers of one leaf on one day, by requirement.
#[derive(Clone, Debug)]
pub(super) struct LeafDay {
    own: Vec<Readings<Score>>,
    coverage: Vec<Option<Coverage>>, // `None` where the requirement does not apply
    score: Vec<Readings<Score>>,
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions come from the catalogue that the vectors are as long as")]
impl LeafDay {
    /// Where nothing applies.
    pub(super) fn blank(requirements: usize) -> Self {
        Self { own: vec![Readings::FULL; requirements], coverage: vec![None; requirements], score: Vec::new() }
    }

    /// What a requirement that applies is by its own evidence; `None` where it does not apply.
    pub(super) fn own(&self, requirement: u32) -> Option<Own> {
        let requirement = requirement as usize;
        self.coverage[requirement].map(|coverage| Own { score: self.own[requirement], coverage })
    }

    /// Sets what a requirement that applies is by its own evidence.
    pub(super) fn set(&mut self, requirement: u32, own: Own) {
        self.own[requirement as usize] = own.score;
        self.coverage[requirement as usize] = Some(own.coverage);
    }

    /// What follows from what the requirements are by their own evidence (method M3).
    pub(super) fn follow(&mut self, catalogue: &Catalogue) {
        know_composites(catalogue, &mut self.coverage);
        self.score = propagate(catalogue, &self.own);
    }

    /// What a requirement scores.
    pub(super) fn requirement(&self, requirement: u32) -> Option<Foreseen> {
        let requirement = requirement as usize;
        self.coverage[requirement].map(|coverage| Foreseen { score: self.score[requirement], assessed: coverage == Coverage::Assessed })
    }

    /// What an objective scores (method M4).
    pub(super) fn objective(&self, aggregate: &Aggregate) -> Option<Foreseen> {
        let mut sums = Sums::default();
        for &(member, weight) in &aggregate.members {
            sums.add(weight, self.requirement(member));
        }
        let mean = sums.mean()?;
        Some(Foreseen { score: aggregate.guard(mean.score, &self.coverage, &self.score), ..mean })
    }

    /// The requirements that score otherwise than on another day, or are known otherwise.
    pub(super) fn moved<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = u32> + 's {
        let both = self.score.iter().zip(&self.coverage).zip(other.score.iter().zip(&other.coverage));
        (0_u32..).zip(both).filter(|(_, (a, b))| a != b).map(|(requirement, _)| requirement)
    }
}

/// What weighs together: members of an objective, or entities of one parent.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    sum: WeightedSum<3>,
    assessed: u32,
}

impl Sums {
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
