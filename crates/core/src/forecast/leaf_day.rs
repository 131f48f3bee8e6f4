//! The numbers of one leaf on one day, and their sums above it: what a forecast reads of method M3 to M5.

use super::Foreseen;
use crate::band::{Weight, WeightedSum};
use crate::catalogue::{Aggregate, Catalogue};
use crate::own::{Coverage, Own};
use crate::propagate::{Ranked, propagate_into};
use crate::score::{Readings, Score};
use crate::scores::know_composites;

/// The numbers of one leaf on one day, by requirement.
#[derive(Debug, Default)]
pub(super) struct LeafDay {
    own: Vec<Readings<Score>>,
    coverage: Vec<Option<Coverage>>, // `None` where the requirement does not apply
    score: Vec<Readings<Score>>,
    ranked: Ranked,
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions come from the catalogue that the vectors are as long as")]
impl LeafDay {
    /// Makes it one where nothing applies.
    pub(super) fn clear(&mut self, requirements: usize) {
        self.own.clear();
        self.own.resize(requirements, Readings::FULL);
        self.coverage.clear();
        self.coverage.resize(requirements, None);
    }

    /// Makes it like another one.
    pub(super) fn copy(&mut self, other: &Self) {
        let Self { own, coverage, score, ranked: _ } = other;
        self.own.clone_from(own);
        self.coverage.clone_from(coverage);
        self.score.clone_from(score);
    }

    /// Whether nothing moves when a requirement alone becomes that by its own evidence: it is known as well, and in each reading no less, and
    /// more only where what it rests on holds it back already. Then that holds back as much all that rests on it (method M3, closed form).
    pub(super) fn stays(&self, requirement: u32, own: Own) -> bool {
        let at = requirement as usize;
        let readings = self.own[at].zip(own.score).zip(self.score[at]);
        let same = |((before, after), score): ((Score, Score), Score)| after == before || after > before && score < before;
        let Readings { substantiated, declared, possible } = readings.map(same);
        self.coverage[at] == Some(own.coverage) && substantiated && declared && possible
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
        propagate_into(catalogue, &self.own, &mut self.ranked, &mut self.score);
    }

    /// What a requirement scores.
    pub(super) fn requirement(&self, requirement: u32) -> Option<Foreseen> {
        let requirement = requirement as usize;
        self.coverage[requirement].map(|coverage| Foreseen { score: self.score[requirement], assessed: coverage == Coverage::Assessed })
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
