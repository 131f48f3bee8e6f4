//! What requirements score through what they rest on (method M3).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::catalogue::{Catalogue, Dependency, Relation};
use crate::score::{Reading, Readings, Score};

impl Relation {
    /// What a requirement can score at most by one that it rests on with this relation (method M3).
    #[must_use]
    pub const fn cap(self, score: Score) -> Score {
        match self {
            Self::Requires => score,
            Self::SupportedBy => score.half(),
        }
    }

    /// The same in each reading.
    fn caps(self, scores: Readings<Score>) -> Readings<Score> {
        let halved = scores.map(Score::half);
        if self == Self::Requires { scores } else { halved }
    }
}

impl Catalogue {
    /// What the requirements score given what each has of its own, both in the order of [`Catalogue::requirements`]; `None` where there
    /// are not as many. This is method M3 alone: [`crate::score`] does it for every leaf, and it answers what another own score would do.
    #[must_use]
    pub fn propagate(&self, own: &[Readings<Score>]) -> Option<Vec<Readings<Score>>> {
        (own.len() == self.requirements().len()).then(|| propagate(self, own))
    }
}

/// The greatest solution of `score(v) = min(own(v), cap(score(u)) for each u that v rests on)`, each reading by itself (method M3).
///
/// What is rested on comes first, so one pass does; inside a cycle the smallest score is settled first. Cost: requirements + edges.
#[allow(clippy::indexing_slicing, reason = "INVARIANT: `own` has a value for each position of the catalogue")]
pub(crate) fn propagate(catalogue: &Catalogue, own: &[Readings<Score>]) -> Vec<Readings<Score>> {
    let mut scores = own.to_vec();
    let mut ordered = catalogue.ordered();
    for component in catalogue.order().components() {
        let edges: usize = component.iter().map(|&node| catalogue.dependencies_of(node).len()).sum();
        let (edges, rest) = ordered.split_at(edges);
        ordered = rest;
        if let [node] = *component {
            let caps = edges.iter().map(|edge| edge.relation.caps(scores[edge.on as usize]));
            scores[node as usize] = caps.fold(own[node as usize], Readings::min);
            continue;
        }
        let [substantiated, declared, possible] = Reading::ALL.map(|reading| {
            let own = |node: u32| *own[node as usize].get(reading);
            let outside = |edge: &Dependency| edge.relation.cap(*scores[edge.on as usize].get(reading));
            settle(catalogue, component, own, outside)
        });
        for (at, &node) in component.iter().enumerate() {
            scores[node as usize] = Readings { substantiated: substantiated[at], declared: declared[at], possible: possible[at] };
        }
    }
    scores
}

/// The scores of the members of one cycle in one reading, given what each has of its own and what lies outside the cycle.
#[allow(clippy::indexing_slicing, reason = "INVARIANT: `at` gives positions within the component")]
fn settle(catalogue: &Catalogue, component: &[u32], own: impl Fn(u32) -> Score, outside: impl Fn(&Dependency) -> Score) -> Vec<Score> {
    let at = |node: u32| component.binary_search(&node).ok();
    let mut resting = vec![Vec::new(); component.len()]; // for each member, who rests on it within the cycle
    let mut scores: Vec<Score> = component.iter().map(|&node| own(node)).collect();
    for (here, &node) in component.iter().enumerate() {
        for edge in catalogue.dependencies_of(node) {
            match at(edge.on) {
                Some(on) => resting[on].push((here, edge.relation)),
                None => scores[here] = scores[here].min(outside(edge)),
            }
        }
    }
    let mut open: BinaryHeap<_> = scores.iter().copied().zip(0..).map(Reverse).collect();
    while let Some(Reverse((score, here))) = open.pop() {
        if score > scores[here] {
            continue; // settled lower since
        }
        for &(above, relation) in &resting[here] {
            let cap = relation.cap(score);
            if cap < scores[above] {
                scores[above] = cap;
                open.push(Reverse((cap, above)));
            }
        }
    }
    scores
}

/// What holds a requirement back, and the way to it.
#[derive(Debug)]
pub(crate) struct HeldBack {
    /// Each cause with the fewest supporting steps to it, ascending by position.
    pub(crate) causes: Vec<(u32, u32)>,
    came_by: Vec<Option<(u32, Relation)>>, // for each node, from what and how it was first reached; the one searched from, from itself
}

impl HeldBack {
    /// All that attain the minimum of `half^k(own(z))` over what `node` rests on, k the fewest supporting steps: lifting all of them
    /// helps, and while one stays nothing else does. No causes where nothing holds the requirement back.
    ///
    /// The search ends at the first k for which even nothing at all, halved k times, is more than the score.
    pub(crate) fn search(catalogue: &Catalogue, own: impl Fn(u32) -> Score, score: Score, node: u32) -> Self {
        let mut found = Self { causes: Vec::new(), came_by: Vec::new() };
        if score >= own(node) {
            return found;
        }
        found.came_by.resize(catalogue.requirements().len(), None);
        found.reach(node, node, Relation::Requires);
        let halved = |score: Score, steps: u32| (0..steps).fold(score, |score, _| score.half());
        let (mut layer, mut steps) = (vec![node], 0);
        while !layer.is_empty() && halved(Score::ZERO, steps) <= score {
            let mut supporting = Vec::new();
            let mut next = 0;
            while let Some(&from) = layer.get(next) {
                next += 1;
                if halved(own(from), steps) == score {
                    found.causes.push((from, steps));
                }
                for edge in catalogue.dependencies_of(from) {
                    match edge.relation {
                        Relation::Requires => layer.extend(found.reach(edge.on, from, edge.relation)),
                        Relation::SupportedBy => supporting.push((edge.on, from)),
                    }
                }
            }
            steps += 1;
            layer = supporting.into_iter().filter_map(|(on, from)| found.reach(on, from, Relation::SupportedBy)).collect();
        }
        found.causes.sort_unstable();
        found
    }

    /// Notes how a node was reached; the node where that was for the first time.
    fn reach(&mut self, on: u32, from: u32, relation: Relation) -> Option<u32> {
        let came_by = self.came_by.get_mut(on as usize).filter(|came_by| came_by.is_none())?;
        *came_by = Some((from, relation));
        Some(on)
    }

    /// The steps from the requirement that is held back to a cause, each with where it leads.
    pub(crate) fn path(&self, cause: u32) -> Vec<(Relation, u32)> {
        let steps = std::iter::successors(Some((cause, None)), |&(at, _)| {
            let (from, relation) = (*self.came_by.get(at as usize)?)?;
            (from != at).then_some((from, Some((relation, at))))
        });
        let mut path: Vec<_> = steps.filter_map(|(_, step)| step).collect();
        path.reverse();
        path
    }
}
