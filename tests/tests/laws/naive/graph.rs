//! M3: what requirements score through what they rest on, and what holds them back.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::Relation;

use super::{Rules, in_full};
use crate::published::Fraction;
use crate::wrong::Wrong;

impl Rules<'_> {
    /// What a requirement rests on directly.
    fn edges(&self, from: usize) -> Vec<(usize, Relation)> {
        let requirement = &self.model.requirements[from];
        let requires = requirement.requires.iter().map(|&on| (on, Relation::Requires));
        requires.chain(requirement.supported_by.iter().map(|&on| (on, Relation::SupportedBy))).collect()
    }

    fn cap(&self, score: Fraction, relation: Relation) -> Fraction {
        match self.wrong {
            Some(Wrong::SupportCapsInFull) => score,
            Some(Wrong::RequiringCapsByHalf) => self.half(score),
            _ if in_full(relation) => score,
            _ => self.half(score),
        }
    }

    /// The edges that cap.
    fn capping(&self, not_applicable: &BTreeSet<usize>) -> Vec<Vec<(usize, Relation)>> {
        let count = self.model.requirements.len();
        let mut edges: Vec<_> = (0..count).map(|at| self.edges(at)).collect();
        match self.wrong {
            Some(Wrong::NoCapInCircles) => {
                for (from, edges) in edges.iter_mut().enumerate() {
                    edges.retain(|&(on, _)| self.model.steps(on)[from].is_none());
                }
            }
            Some(Wrong::CapsBothWays) => {
                let back = (0..count).flat_map(|from| self.edges(from).into_iter().map(move |(on, relation)| (on, from, relation)));
                for (on, from, relation) in back.collect::<Vec<_>>() {
                    edges[on].push((from, relation));
                }
            }
            Some(Wrong::ExclusionCutsTheGraph) => {
                for &at in not_applicable {
                    edges[at].clear();
                }
            }
            _ => {}
        }
        edges
    }

    /// The greatest solution: from what each has of its own downwards until nothing moves. The grid is finite, so circles are fine.
    pub(crate) fn propagate(&self, own: &[Fraction], not_applicable: &BTreeSet<usize>) -> Vec<Fraction> {
        let edges = self.capping(not_applicable);
        let mut scores = own.to_vec();
        if self.is(Wrong::AverageOverDependencies) {
            let average = |at: usize| {
                let below = edges[at].iter().map(|&(on, relation)| (1, self.cap(own[on], relation)));
                self.mean(&below.chain([(1, own[at])]).collect::<Vec<_>>())
            };
            return (0..own.len()).filter_map(average).collect();
        }
        loop {
            let next = |at: usize| edges[at].iter().map(|&(on, relation)| self.cap(scores[on], relation)).fold(own[at], Fraction::min);
            let lower: Vec<Fraction> = (0..own.len()).map(next).collect();
            if lower == scores {
                return scores;
            }
            scores = lower;
        }
    }

    /// All that attain the minimum of `half^k(own(z))` over what a requirement rests on, k the fewest supporting steps.
    pub(crate) fn held_back_by(&self, own: &[Fraction], scores: &[Fraction], at: usize) -> BTreeMap<usize, u32> {
        if scores[at] >= own[at] {
            return BTreeMap::new();
        }
        if self.is(Wrong::DirectCauses) {
            let binding = self.edges(at).into_iter().filter(|&(on, relation)| self.cap(scores[on], relation) == scores[at]);
            return binding.map(|(on, relation)| (on, u32::from(!in_full(relation)))).collect();
        }
        let halved = |on: usize, steps: u32| (0..steps).fold(own[on], |score, _| self.half(score));
        let steps = self.model.steps(at).into_iter().enumerate();
        let causes = steps.filter_map(|(on, steps)| Some((on, steps?))).filter(|&(on, steps)| halved(on, steps) == scores[at]);
        causes.take(if self.is(Wrong::OnlyTheFirstCause) { 1 } else { usize::MAX }).collect()
    }

    /// The direct dependencies that set the score.
    pub(crate) fn bound_by(&self, own: &[Fraction], scores: &[Fraction], at: usize) -> Vec<(usize, Relation)> {
        let mut binding = self.edges(at);
        binding.retain(|&(on, relation)| scores[at] < own[at] && self.cap(scores[on], relation) == scores[at]);
        binding.sort_unstable();
        binding
    }
}
