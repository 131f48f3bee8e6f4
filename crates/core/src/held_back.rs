//! Which requirements hold another one back (method M3).

use crate::catalogue::{Catalogue, Relation};
use crate::score::Score;

/// What holds a requirement back, and the way to it. Its space is used again for the next.
#[derive(Debug, Default)]
pub(crate) struct HeldBack {
    /// Each cause with the fewest supporting steps to it, ascending by position.
    pub(crate) causes: Vec<(u32, u32)>,
    came_by: Vec<Option<(u32, Relation)>>, // for each node, from what and how it was first reached; the one searched from, from itself
    layer: Vec<u32>,                       // what is as many supporting steps away
    supporting: Vec<(u32, u32)>,           // what is one more away, and from what
}

impl HeldBack {
    /// All that attain the minimum of `half^k(own(z))` over what `node` rests on, k the fewest supporting steps: lifting all of them
    /// helps, and while one stays nothing else does. No causes where nothing holds the requirement back.
    ///
    /// The search ends at the first k for which even nothing at all, halved k times, is more than the score.
    pub(crate) fn search(&mut self, catalogue: &Catalogue, own: impl Fn(u32) -> Score, score: Score, node: u32) {
        self.causes.clear();
        self.came_by.clear();
        if score >= own(node) {
            return;
        }
        self.came_by.resize(catalogue.requirements().len(), None);
        let halved = |score: Score, steps: u32| (0..steps).fold(score, |score, _| score.half());
        self.layer.clear();
        self.reach(node, node, Relation::Requires);
        let mut steps = 0;
        while !self.layer.is_empty() && halved(Score::ZERO, steps) <= score {
            let mut next = 0;
            while let Some(&from) = self.layer.get(next) {
                next += 1;
                if halved(own(from), steps) == score {
                    self.causes.push((from, steps));
                }
                for edge in catalogue.dependencies_of(from) {
                    match edge.relation {
                        Relation::Requires => self.reach(edge.on, from, edge.relation),
                        Relation::SupportedBy => self.supporting.push((edge.on, from)),
                    }
                }
            }
            steps += 1;
            self.layer.clear();
            let mut supporting = std::mem::take(&mut self.supporting);
            for (on, from) in supporting.drain(..) {
                self.reach(on, from, Relation::SupportedBy);
            }
            self.supporting = supporting;
        }
        self.causes.sort_unstable();
    }

    /// Notes how a node was reached, and puts it into the layer where that was for the first time.
    fn reach(&mut self, on: u32, from: u32, relation: Relation) {
        if let Some(came_by @ None) = self.came_by.get_mut(on as usize) {
            *came_by = Some((from, relation));
            self.layer.push(on);
        }
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
