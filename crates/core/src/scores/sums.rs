//! Scores above the leaves: the weighted mean of the children's printed scores, cut, over children where it applies (method M5).

use std::cmp::Ordering;

use super::Levels;
use super::numbers::LeafNumbers;
use crate::assessment::Assessment;
use crate::band::{Weight, WeightedSum};
use crate::score::{Readings, Score};

/// A number of an entity with what M5 puts beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Summary {
    pub(super) score: Readings<Score>,
    pub(super) levels: Levels,
    pub(super) weakest: (Score, u32), // substantiated, and the place of the leaf
    pub(super) equally_weak: u32,     // how many leaves have that score, itself among them
    pub(super) assessed: u32,
    pub(super) applicable: u32,
}

/// The numbers of one entity above the leaves, by position: first the requirements, then the objectives.
#[derive(Clone, Debug)]
pub(super) struct InnerNumbers {
    pub(super) place: u32,
    sums: Vec<Sums>,
}

/// What the children add up to in one number.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    sum: WeightedSum<7>, // the score and the levels
    weakest: (Score, u32),
    equally_weak: u32,
    assessed: u32,
    applicable: u32,
}

impl Sums {
    pub(super) fn add(&mut self, weight: Weight, it: Summary) {
        let weaker = if self.applicable == 0 { Ordering::Less } else { it.weakest.0.cmp(&self.weakest.0) };
        match weaker {
            Ordering::Less => (self.weakest, self.equally_weak) = (it.weakest, it.equally_weak),
            Ordering::Equal => (self.weakest, self.equally_weak) = (self.weakest.min(it.weakest), self.equally_weak + it.equally_weak),
            Ordering::Greater => {}
        }
        self.sum.add(weight, it.means());
        self.assessed += it.assessed;
        self.applicable += it.applicable;
    }

    /// Takes out what was added. What is weakest of the rest is only known where this was not.
    fn take(&mut self, weight: Weight, it: Summary) -> Result<(), WeakestUnknown> {
        self.sum.take(weight, it.means());
        self.assessed -= it.assessed;
        self.applicable -= it.applicable;
        if it.weakest.0 > self.weakest.0 { Ok(()) } else { Err(WeakestUnknown) }
    }

    pub(super) fn summary(&self) -> Option<Summary> {
        let [substantiated, declared, possible, level, own_substantiated, own_declared, own_possible] = self.sum.mean()?;
        let Self { sum: _, weakest, equally_weak, assessed, applicable } = *self;
        let own = Readings { substantiated: own_substantiated, declared: own_declared, possible: own_possible };
        let (score, levels) = (Readings { substantiated, declared, possible }, Levels { substantiated: level, own });
        Some(Summary { score, levels, weakest, equally_weak, assessed, applicable })
    }
}

struct WeakestUnknown;

impl Summary {
    /// What means are taken of.
    fn means(&self) -> [Score; 7] {
        let Self { score, levels: Levels { substantiated, own }, .. } = self;
        [score.substantiated, score.declared, score.possible, *substantiated, own.substantiated, own.declared, own.possible]
    }
}

impl InnerNumbers {
    /// The number at a position; `None` where it applies nowhere below.
    pub(super) fn summary(&self, position: usize) -> Option<Summary> {
        self.sums.get(position)?.summary()
    }

    fn add<'s>(&mut self, weight: Weight, summaries: impl Iterator<Item = Option<Summary>> + 's) {
        for (sums, summary) in self.sums.iter_mut().zip(summaries) {
            if let Some(summary) = summary {
                sums.add(weight, summary);
            }
        }
    }
}

/// The numbers of all entities above the leaves, by place.
pub(super) fn consolidate(assessment: &Assessment, leaves: &[LeafNumbers]) -> Vec<InnerNumbers> {
    let count = assessment.catalogue().requirements().len() + assessment.catalogue().objectives().len();
    let mut inner: Vec<Option<InnerNumbers>> = vec![None; assessment.entities().len()];
    for &place in assessment.bottom_up() {
        let children = &assessment.node(place).children;
        if children.is_empty() {
            continue;
        }
        let mut numbers = InnerNumbers { place, sums: vec![Sums::default(); count] };
        for &child in children {
            let weight = assessment.weight_at(child);
            if let Some(Some(below)) = inner.get(child as usize) {
                numbers.add(weight, below.sums.iter().map(Sums::summary));
            } else if let Some(leaf) = leaf_at(leaves, child) {
                numbers.add(weight, leaf.summaries(assessment.catalogue()));
            }
        }
        if let Some(found) = inner.get_mut(place as usize) {
            *found = Some(numbers);
        }
    }
    inner.into_iter().flatten().collect()
}

fn leaf_at(leaves: &[LeafNumbers], place: u32) -> Option<&LeafNumbers> {
    leaves.get(leaves.binary_search_by_key(&place, |leaf| leaf.place).ok()?)
}

fn inner_at(inner: &[InnerNumbers], place: u32) -> Option<usize> {
    inner.binary_search_by_key(&place, |numbers| numbers.place).ok()
}

/// A number that changed, and what it was before.
pub(super) struct Change {
    pub(super) position: usize,
    pub(super) before: Option<Summary>,
    pub(super) after: Option<Summary>,
}

/// Carries what changed at one leaf up its line.
#[allow(clippy::indexing_slicing, reason = "INVARIANT: `inner_at` gives positions within `inner`, and all have as many numbers")]
pub(super) fn carry_up(assessment: &Assessment, leaves: &[LeafNumbers], inner: &mut [InnerNumbers], leaf: u32, mut changes: Vec<Change>) {
    let mut child = leaf;
    while let Some(parent) = assessment.node(child).parent.filter(|_| !changes.is_empty()) {
        let Some(at) = inner_at(inner, parent) else { return };
        let weight = assessment.weight_at(child);
        let mut further = Vec::new();
        for Change { position, before, after } in changes {
            let sums = &mut inner[at].sums[position];
            let was = sums.summary();
            let taken = before.map_or(Ok(()), |before| sums.take(weight, before));
            if let Some(after) = after {
                sums.add(weight, after);
            }
            if taken.is_err() {
                let mut anew = Sums::default();
                for &child in &assessment.node(parent).children {
                    let of_leaf = leaf_at(leaves, child).map(|leaf| leaf.summary_at(assessment.catalogue(), position));
                    let summary = of_leaf.or_else(|| Some(inner[inner_at(inner, child)?].summary(position))).flatten();
                    if let Some(summary) = summary {
                        anew.add(assessment.weight_at(child), summary);
                    }
                }
                inner[at].sums[position] = anew;
            }
            let is = inner[at].summary(position);
            if was != is {
                further.push(Change { position, before: was, after: is });
            }
        }
        (child, changes) = (parent, further);
    }
}
