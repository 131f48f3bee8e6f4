//! The scores of one leaf, kept so that some own scores can be changed and only what rests on them follows (method M3).

use super::Packed;
use crate::catalogue::Catalogue;
use crate::score::{Readings, Score};

/// What the requirements of one leaf score of their own, and what follows from that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Settled {
    own: Vec<Packed>,   // by rank
    score: Vec<Packed>, // by rank
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: as long as the catalogue, whose ranks and positions these are")]
impl Settled {
    /// Of requirements that each have everything of their own.
    pub(crate) fn full(catalogue: &Catalogue) -> Self {
        let full = vec![Packed::new(Readings::FULL); catalogue.requirements().len()];
        Self { own: full.clone(), score: full }
    }

    /// Says what a requirement has of its own; nothing follows yet.
    pub(crate) fn put(&mut self, catalogue: &Catalogue, position: u32, own: Readings<Score>) {
        self.own[catalogue.flow().rank(position)] = Packed::new(own);
    }

    /// Finds what follows from all that was put.
    pub(crate) fn settle(&mut self, catalogue: &Catalogue) {
        self.score.clone_from(&self.own);
        catalogue.flow().follow(catalogue.order(), &mut self.score);
    }

    /// Finds what follows of all that was put for the requirements of these ranks, ascending, which include all that they rest on.
    pub(crate) fn settle_only(&mut self, catalogue: &Catalogue, ranks: &[usize]) {
        let (order, flow) = (catalogue.order(), catalogue.flow());
        for &rank in ranks {
            match order.cycle_of(rank) {
                None => {
                    self.score[rank] = self.own[rank];
                    flow.pass(rank..rank + 1, &mut self.score);
                }
                Some(cycle) if cycle.start == rank => {
                    self.score[cycle.clone()].copy_from_slice(&self.own[cycle.clone()]);
                    flow.settle(cycle, &mut self.score);
                }
                Some(_) => {} // settled with the first member of its cycle
            }
        }
    }

    /// The same with what is substantiated in the place of every reading.
    pub(crate) fn substantiated(&self) -> Self {
        let alike = |packed: &Packed| {
            let substantiated = packed.unpack().substantiated;
            Packed::new(Readings::FULL.map(|_| substantiated))
        };
        Self { own: self.own.iter().map(alike).collect(), score: self.score.iter().map(alike).collect() }
    }

    /// What a requirement has of its own.
    pub(crate) fn own(&self, catalogue: &Catalogue, position: u32) -> Readings<Score> {
        self.own[catalogue.flow().rank(position)].unpack()
    }

    /// What a requirement scores.
    pub(crate) fn score(&self, catalogue: &Catalogue, position: u32) -> Readings<Score> {
        self.score[catalogue.flow().rank(position)].unpack()
    }
}

/// Changes own scores of a leaf, lets what rests on them follow, and takes it back. Its space is used again.
///
/// Cost: what moves, and the edges of all that rests directly on what moves.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ripple {
    due: Vec<u64>,                // by rank, a bit: it must be looked at
    owns: Vec<(usize, Packed)>,   // what was changed: rank, and what it was before
    scores: Vec<(usize, Packed)>, // what moved: rank, and what it was before
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: ranks are those of the catalogue that the settled scores are of")]
impl Ripple {
    /// Changes what a requirement has of its own.
    pub(crate) fn set(&mut self, leaf: &mut Settled, catalogue: &Catalogue, position: u32, own: Readings<Score>) {
        let rank = catalogue.flow().rank(position);
        self.owns.push((rank, std::mem::replace(&mut leaf.own[rank], Packed::new(own))));
    }

    /// Finds what moves by what was changed.
    pub(crate) fn follow(&mut self, leaf: &mut Settled, catalogue: &Catalogue) {
        let (order, flow) = (catalogue.order(), catalogue.flow());
        self.due.resize(leaf.own.len().div_ceil(64), 0);
        let mut word = self.due.len();
        for &(rank, _) in &self.owns {
            word = word.min(rank / 64);
            mark(&mut self.due, rank);
        }
        // what is rested on has a lower rank, so all that is due lies ahead; the members of a cycle are looked at together
        while let Some(bits) = self.due.get_mut(word) {
            if *bits == 0 {
                word += 1;
                continue;
            }
            let rank = word * 64 + bits.trailing_zeros() as usize;
            *bits &= *bits - 1;
            let mut moved = |rank: usize, before: Packed| {
                self.scores.push((rank, before));
                flow.above(rank).iter().for_each(|&above| mark(&mut self.due, above as usize));
            };
            match order.cycle_of(rank) {
                None => {
                    let before = std::mem::replace(&mut leaf.score[rank], leaf.own[rank]);
                    flow.pass(rank..rank + 1, &mut leaf.score);
                    if leaf.score[rank] != before {
                        moved(rank, before);
                    }
                }
                Some(cycle) => {
                    let before = leaf.score[cycle.clone()].to_vec();
                    leaf.score[cycle.clone()].copy_from_slice(&leaf.own[cycle.clone()]);
                    flow.settle(cycle, &mut leaf.score);
                    for (rank, before) in cycle.clone().zip(before).filter(|(rank, before)| leaf.score[*rank] != *before) {
                        moved(rank, before);
                    }
                    cycle.clone().for_each(|rank| self.due[rank / 64] &= !(1 << (rank % 64)));
                }
            }
        }
    }

    /// What moved: each requirement by position, once, with what it scored before and what it scores.
    pub(crate) fn moved<'r>(
        &'r self,
        leaf: &'r Settled,
        catalogue: &'r Catalogue,
    ) -> impl Iterator<Item = (u32, Readings<Score>, Readings<Score>)> + 'r {
        self.scores.iter().map(move |&(rank, before)| (catalogue.order().nodes[rank], before.unpack(), leaf.score[rank].unpack()))
    }

    /// Makes everything what it was.
    pub(crate) fn take_back(&mut self, leaf: &mut Settled) {
        for (rank, before) in self.scores.drain(..) {
            leaf.score[rank] = before;
        }
        for (rank, before) in self.owns.drain(..).rev() {
            leaf.own[rank] = before; // the first change of one is the last to be taken back
        }
    }
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: a bit for each rank")]
fn mark(due: &mut [u64], rank: usize) {
    due[rank / 64] |= 1 << (rank % 64);
}
