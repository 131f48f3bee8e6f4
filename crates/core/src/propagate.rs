//! What requirements score through what they rest on (method M3).

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use crate::catalogue::{Catalogue, Dependency, Relation};
use crate::graph::Order;
use crate::score::{Reading, Readings, Score, WHOLE};

pub(crate) use self::settled::{Ripple, Settled};

mod settled;

impl Relation {
    /// What a requirement can score at most by one that it rests on with this relation (method M3).
    #[must_use]
    pub const fn cap(self, score: Score) -> Score {
        match self {
            Self::Requires => score,
            Self::SupportedBy => score.half(),
        }
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
#[allow(clippy::indexing_slicing, reason = "INVARIANT: `own` has a value for each position of the catalogue, which ranks permute")]
pub(crate) fn propagate(catalogue: &Catalogue, own: &[Readings<Score>]) -> Vec<Readings<Score>> {
    let (order, flow) = (catalogue.order(), catalogue.flow());
    let mut scores: Vec<Packed> = order.nodes.iter().map(|&node| Packed::new(own[node as usize])).collect();
    flow.follow(order, &mut scores);
    flow.ranks.iter().map(|&rank| scores[rank as usize].unpack()).collect()
}

/// The edges in the order in which they are followed. Requirements are known by their rank in that order: what is read one after the other
/// lies side by side.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flow {
    ranks: Vec<u32>, // by position
    ends: Vec<u32>,  // by rank: where its edges end; they start where those of the rank before end
    edges: Vec<RankedEdge>,
    above_ends: Vec<u32>, // by rank, likewise: what rests on it
    above: Vec<u32>,
}

/// The rank that is rested on, doubled, and one more where it supports.
#[derive(Clone, Copy, Debug)]
struct RankedEdge(u32);

impl RankedEdge {
    fn new(rank: u32, relation: Relation) -> Self {
        Self((rank << 1) | u32::from(relation == Relation::SupportedBy))
    }

    fn on(self) -> usize {
        (self.0 >> 1) as usize
    }

    fn supports(self) -> bool {
        self.0 & 1 == 1
    }
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: ranks are those of the nodes that it was made of")]
impl Flow {
    /// The edges of nodes in an order.
    pub(crate) fn new<'a>(order: &Order, dependencies_of: impl Fn(u32) -> &'a [Dependency]) -> Self {
        let mut flow = Self { ranks: vec![0; order.nodes.len()], ends: Vec::with_capacity(order.nodes.len()), ..Self::default() };
        for (rank, &node) in (0..).zip(&order.nodes) {
            flow.ranks[node as usize] = rank;
        }
        for &node in &order.nodes {
            flow.edges.extend(dependencies_of(node).iter().map(|edge| RankedEdge::new(flow.ranks[edge.on as usize], edge.relation)));
            flow.ends.push(u32::try_from(flow.edges.len()).unwrap_or(u32::MAX));
        }
        flow.turn_round();
        flow
    }

    /// Finds what rests on each rank.
    fn turn_round(&mut self) {
        let mut next = vec![0; self.ends.len() + 1]; // by rank: where the next one of what rests on it is put
        self.edges.iter().for_each(|edge| next[edge.on() + 1] += 1);
        for rank in 1..next.len() {
            next[rank] += next[rank - 1];
        }
        self.above = vec![0; self.edges.len()];
        for (rank, above) in (0..self.ends.len()).zip(0_u32..) {
            for edge in &self.edges[self.start(rank)..self.ends[rank] as usize] {
                self.above[next[edge.on()] as usize] = above;
                next[edge.on()] += 1;
            }
        }
        next.pop();
        self.above_ends = next;
    }

    /// The rank of the requirement at a position.
    pub(crate) fn rank(&self, position: u32) -> usize {
        self.ranks[position as usize] as usize
    }

    fn start(&self, rank: usize) -> usize {
        rank.checked_sub(1).map_or(0, |before| self.ends[before] as usize)
    }

    fn edges_of(&self, rank: usize) -> &[RankedEdge] {
        &self.edges[self.start(rank)..self.ends[rank] as usize]
    }

    /// The ranks that rest directly on one.
    fn above(&self, rank: usize) -> &[u32] {
        let start = rank.checked_sub(1).map_or(0, |before| self.above_ends[before] as usize);
        &self.above[start..self.above_ends[rank] as usize]
    }

    /// Makes of what each rank has of its own what it scores.
    fn follow(&self, order: &Order, scores: &mut [Packed]) {
        let mut done = 0;
        for cycle in &order.cycles {
            self.pass(done..cycle.start, scores);
            self.settle(cycle, scores);
            done = cycle.end;
        }
        self.pass(done..scores.len(), scores);
    }

    /// Caps the scores of ranks that rest on lower ranks only.
    fn pass(&self, ranks: Range<usize>, scores: &mut [Packed]) {
        let mut from = self.start(ranks.start);
        for rank in ranks {
            let end = self.ends[rank] as usize;
            let caps = self.edges[from..end].iter().map(|edge| scores[edge.on()].cap(edge.supports()));
            scores[rank] = caps.fold(scores[rank], Packed::min);
            from = end;
        }
    }

    /// Makes of what the members of a cycle have of their own what they score, given what all of lower rank score.
    fn settle(&self, cycle: &Range<usize>, scores: &mut [Packed]) {
        let [substantiated, declared, possible] =
            Reading::ALL.map(|reading| self.settle_one(cycle, |rank| *scores[rank].unpack().get(reading)));
        for (at, rank) in cycle.clone().enumerate() {
            scores[rank] = Packed::new(Readings { substantiated: substantiated[at], declared: declared[at], possible: possible[at] });
        }
    }

    /// As [`Flow::settle`] in one reading.
    fn settle_one(&self, cycle: &Range<usize>, known: impl Fn(usize) -> Score) -> Vec<Score> {
        let mut resting = vec![Vec::new(); cycle.len()]; // for each member, who rests on it within the cycle
        let mut scores: Vec<Score> = cycle.clone().map(&known).collect();
        for (here, rank) in cycle.clone().enumerate() {
            for edge in self.edges_of(rank) {
                let relation = if edge.supports() { Relation::SupportedBy } else { Relation::Requires };
                match edge.on().checked_sub(cycle.start) {
                    Some(on) => resting[on].push((here, relation)),
                    None => scores[here] = scores[here].min(relation.cap(known(edge.on()))),
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
}

/// The three readings of a score in one number, each in a lane of 16 bits of which it takes 14: so one operation does for all three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Packed(u64);

impl Packed {
    /// One in each lane.
    const ONES: u64 = 0x0001_0001_0001;
    /// The bit of each lane that no score takes.
    const TOPS: u64 = Self::ONES << 15;

    fn new(scores: Readings<Score>) -> Self {
        let Readings { substantiated, declared, possible } = scores.map(Score::wide);
        Self(substantiated | (declared << 16) | (possible << 32))
    }

    fn unpack(self) -> Readings<Score> {
        let lane = |at: u32| Score::from_wide((self.0 >> at) & 0xffff);
        Readings { substantiated: lane(0), declared: lane(16), possible: lane(32) }
    }

    /// What can be scored by resting on this: itself, or where it supports, with its shortfall halved (as [`Relation::cap`]).
    fn cap(self, supports: bool) -> Self {
        let supports = u64::from(supports);
        let whole = Self::ONES * WHOLE * supports;
        Self(((self.0 + whole) >> supports) & !Self::TOPS) // the shift moves the lowest bit of a lane into the top one of the next
    }

    /// The smaller one in each lane.
    fn min(self, other: Self) -> Self {
        let not_smaller = ((self.0 | Self::TOPS) - other.0) & Self::TOPS; // the top bit of a lane stays unless other's is greater
        let theirs = not_smaller - (not_smaller >> 15); // all bits of the lane below the top one, which no score takes
        Self((other.0 & theirs) | (self.0 & !theirs))
    }
}
