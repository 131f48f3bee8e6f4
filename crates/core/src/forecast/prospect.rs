//! What is scored at one entity on later days, found without scoring everything anew: see [`Prospect::on`].

use std::collections::{BTreeMap, BTreeSet};

use super::Foreseen;
use super::leaf_day::{LeafDay, Sums};
use crate::assessment::{Assessment, Counted, date_of};
use crate::band::Weight;
use crate::holding::Holding;
use crate::lasting::{Lasting, LastingCover, LastingOwn};
use crate::own::{Entry, Weighing};
use crate::score::Score;

/// What is followed: an objective or a requirement, by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Followed {
    Objective(u32),
    Requirement(u32),
}

/// An entity at or below the one that is asked about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) depth: usize, // below the one that is asked about, which is at 0
    pub(super) weight: Weight,
    pub(super) leaf: Option<usize>, // its position among the leaves, where it is one
}

/// What a leaf has of each requirement.
#[derive(Debug)]
struct Leaf {
    place: u32,                     // in the assessment
    at: usize,                      // among the places here
    cells: Vec<Option<LastingOwn>>, // by requirement; `None` where it does not apply, has no evidence by its nature, or is not asked about
    covers: Vec<LastingCover>,      // of all cells, each where it says
    open: Vec<(u32, u32)>,          // requirement, and evidence that loses validity and found something wrong that nothing closes
}

/// An evidence that loses validity or its last worth.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lapsing {
    pub(super) evidence: u32,
    pub(super) entity: u32,
    pub(super) requirement: u32,
    pub(super) lasting: Lasting,
    pub(super) counted: Counted,
}

/// One entity on the days of a window, from the first day on.
///
/// Between two days on which an exclusion ends or an evidence dated later begins to count, the same evidence counts at every leaf. So each
/// requirement at each leaf is weighed once, and what is left of it ([`LastingOwn`]) is quick to read on any day of that stretch.
#[derive(Debug)]
pub(super) struct Prospect<'a> {
    pub(super) assessment: &'a Assessment,
    pub(super) first: i32,
    pub(super) last: i32,
    pub(super) followed: Vec<Followed>,
    pub(super) places: Vec<Place>, // each after all below it; the entity is the last
    /// By entity of the assessment, its position among the leaves here.
    pub(super) leaf_of: Vec<Option<u32>>,
    /// What loses validity or its last worth within the window, in the order in which it was met.
    pub(super) lapsing: Vec<Lapsing>,
    needed: Vec<u32>, // the requirements that what is followed rests on
    leaves: Vec<Leaf>,
    met: Vec<bool>, // by evidence
    weighing: Weighing,
    counted: Vec<(Counted, u32, Option<Score>)>,
    lasting: Vec<Lasting>,     // of one cell: for how long each evidence is trusted
    covers: Vec<LastingCover>, // of one cell
}

#[allow(
    clippy::indexing_slicing,
    reason = "INVARIANT: positions come from the catalogue and the assessment that the vectors are as long as"
)]
impl<'a> Prospect<'a> {
    pub(super) fn new(assessment: &'a Assessment, entity: u32, followed: Vec<Followed>, first: i32, last: i32) -> Self {
        let (mut places, mut leaves, mut leaf_of) = (Vec::new(), Vec::new(), vec![None; assessment.entities().len()]);
        let mut open = vec![(entity, 0)];
        while let Some((place, depth)) = open.pop() {
            let children = &assessment.node(place).children;
            open.extend(children.iter().map(|&child| (child, depth + 1)));
            let leaf = children.is_empty().then_some(leaves.len());
            if let Some(leaf) = leaf {
                leaf_of[place as usize] = u32::try_from(leaf).ok();
                leaves.push(Leaf { place, at: places.len(), cells: Vec::new(), covers: Vec::new(), open: Vec::new() });
            }
            places.push(Place { depth, weight: assessment.weight_at(place), leaf });
        }
        places.reverse(); // a walk from the top, backwards: each after all below it
        for leaf in &mut leaves {
            leaf.at = places.len() - 1 - leaf.at;
        }
        let mut prospect = Self {
            assessment,
            first,
            last,
            followed,
            places,
            leaf_of,
            lapsing: Vec::with_capacity(assessment.evidence().len()),
            needed: Vec::new(),
            leaves,
            met: vec![false; assessment.evidence().len()],
            weighing: Weighing::default(),
            counted: Vec::new(),
            lasting: Vec::new(),
            covers: Vec::new(),
        };
        let all: Vec<usize> = (0..prospect.followed.len()).collect();
        prospect.needed = prospect.rest_on(&all);
        prospect
    }

    /// What stands at the beginning of the window; to be asked for before anything else.
    pub(super) fn begin(&mut self) {
        let count = self.assessment.catalogue().requirements().len();
        let needed = std::mem::take(&mut self.needed);
        for at in 0..self.leaves.len() {
            self.leaves[at].cells.resize_with(count, || None);
            self.weigh(at, &needed, self.first);
        }
        self.needed = needed;
    }

    /// The days of the window on which the same evidence no longer counts, with the leaves and requirements that this touches: an exclusion
    /// has ended the day before, or an evidence dated that day begins to count.
    pub(super) fn turns(&self) -> BTreeMap<i32, BTreeSet<(u32, u32)>> {
        let mut turns: BTreeMap<i32, BTreeSet<(u32, u32)>> = BTreeMap::new();
        let mut turn = |day: i32, entity: u32, requirement: u32| {
            if self.first < day && day <= self.last && self.needed.binary_search(&requirement).is_ok() {
                let leaves = self.assessment.leaves_held(entity, requirement);
                let mine = leaves.into_iter().filter_map(|(leaf, _)| self.leaf_of[leaf as usize]).map(|leaf| (leaf, requirement));
                turns.entry(day).or_default().extend(mine);
            }
        };
        for place in (0_u32..).take(self.assessment.entities().len()) {
            let node = self.assessment.node(place);
            for excluded in &node.excluded {
                turn(crate::assessment::day(excluded.review_by).saturating_add(1), place, excluded.requirement);
            }
            for (at, cell) in node.held.cells(0).iter().enumerate() {
                for one in node.held.cell(at).iter().filter(|one| one.day > self.first) {
                    turn(one.day, place, cell.requirement);
                }
            }
        }
        turns.retain(|_, touched| !touched.is_empty());
        turns
    }

    /// Weighs anew what a turn touches, from that day on.
    pub(super) fn turn(&mut self, day: i32, touched: &BTreeSet<(u32, u32)>) {
        let touched: Vec<(u32, u32)> = touched.iter().copied().collect();
        for same in touched.chunk_by(|a, b| a.0 == b.0) {
            let requirements: Vec<u32> = same.iter().map(|(_, requirement)| *requirement).collect();
            let leaf = &mut self.leaves[same[0].0 as usize];
            leaf.open.retain(|(requirement, _)| requirements.binary_search(requirement).is_err());
            self.weigh(same[0].0 as usize, &requirements, day);
        }
    }

    /// Weighs requirements, in ascending order, at a leaf: from a day on.
    fn weigh(&mut self, leaf: usize, requirements: &[u32], day: i32) {
        let mut holding = Holding::new(self.assessment, self.leaves[leaf].place, date_of(day));
        for &requirement in requirements {
            let composite = self.assessment.catalogue().requirements()[requirement as usize].composite;
            let applies = !composite && holding.excluded_by(requirement).is_none();
            let cell = applies.then(|| self.cell(&mut holding, leaf, requirement, day));
            self.leaves[leaf].cells[requirement as usize] = cell;
        }
    }

    fn cell(&mut self, holding: &mut Holding<'a>, leaf: usize, requirement: u32, day: i32) -> LastingOwn {
        let Self { assessment, first, last, counted, weighing, lasting, met, lapsing, covers, leaves, .. } = self;
        let leaf = &mut leaves[leaf];
        holding.take_as(requirement, counted, |one, entity, carried| (*one, entity, carried));
        weighing.entries.clear();
        weighing.entries.extend(counted.iter().map(|(one, entity, carried)| Entry::new(one, *entity, *carried, day)));
        lasting.clear();
        lasting.extend(counted.iter().map(|(one, ..)| Lasting::new(one)));
        weighing.find_ceiling(assessment);

        let within = |day: i32| *first < day && day <= *last;
        for (at, ((one, entity, _), lasting)) in counted.iter().zip(lasting.iter()).enumerate() {
            if !within(lasting.valid_until() + 1) && !within(lasting.worthless_from()) {
                continue;
            }
            let evidence = one.evidence;
            if one.outcome.bad > Score::ZERO && !weighing.is_closed(at) {
                leaf.open.push((requirement, evidence));
            }
            if !std::mem::replace(&mut met[evidence as usize], true) {
                lapsing.push(Lapsing { evidence, entity: *entity, requirement, lasting: *lasting, counted: *one });
            }
        }
        let entries = &weighing.entries;
        let plain = entries.iter().zip(lasting.iter()).map(|(entry, &by)| LastingCover { ok: entry.outcome.ok, by, and: None });
        let closings = weighing.closings().iter().map(|closing| {
            let (later, finding) = (closing.later as usize, closing.finding as usize);
            let ok = crate::own::mended(&entries[finding], entries[later].outcome.ok);
            LastingCover { ok, by: lasting[later], and: Some(lasting[finding]) }
        });
        covers.clear();
        covers.extend(plain);
        covers.extend(closings);
        LastingOwn::new(weighing.possible, covers, lasting, (day, *last), &mut leaf.covers)
    }

    /// By evidence, whether it loses validity and found something wrong that at some leaf nothing closes; after the last turn.
    pub(super) fn open(&self) -> Vec<bool> {
        let mut open = vec![false; self.met.len()];
        for (_, evidence) in self.leaves.iter().flat_map(|leaf| &leaf.open) {
            open[*evidence as usize] = true;
        }
        open
    }

    /// The requirements that what is followed at these positions rests on, ascending.
    pub(super) fn rest_on(&self, wanted: &[usize]) -> Vec<u32> {
        let catalogue = self.assessment.catalogue();
        let mut rests = vec![false; catalogue.requirements().len()];
        let mut open = Vec::new();
        for &at in wanted {
            match self.followed[at] {
                Followed::Objective(objective) => {
                    open.extend(catalogue.aggregates()[objective as usize].members.iter().map(|(member, _)| *member));
                }
                Followed::Requirement(requirement) => open.push(requirement),
            }
        }
        while let Some(node) = open.pop() {
            if !std::mem::replace(&mut rests[node as usize], true) {
                open.extend(catalogue.dependencies_of(node).iter().map(|edge| edge.on));
            }
        }
        (0_u32..).zip(rests).filter_map(|(node, rests)| rests.then_some(node)).collect()
    }

    /// Finds the numbers of a leaf on a day; only of the requirements that are asked for (with their ranks, ascending), which must include all
    /// that these rest on.
    fn leaf_on(&mut self, leaf: usize, day: i32, requirements: &[u32], ranks: &[usize], numbers: &mut LeafDay<'_>) {
        let Leaf { cells, covers, .. } = &self.leaves[leaf];
        for &requirement in requirements {
            let own = cells[requirement as usize].as_ref().map(|own| own.on(day, covers));
            numbers.set(requirement, own);
        }
        numbers.follow(ranks);
    }

    /// What stands at the entity on a day of the stretch that was last begun, of what is followed at these positions.
    ///
    /// The same as scoring the assessment on that day. Cost: for each leaf the requirements that are rested on, and the edges.
    pub(super) fn on(&mut self, day: i32, wanted: &[usize]) -> Vec<Option<Foreseen>> {
        let requirements = self.rest_on(wanted);
        let ranks = self.assessment.catalogue().ranks(&requirements);
        let mut sums: Vec<Vec<Sums>> = Vec::new(); // by depth: of the entities there that have the same parent
        let mut numbers = LeafDay::new(self.assessment.catalogue());
        for at in 0..self.places.len() {
            let Place { depth, weight, leaf } = self.places[at];
            if sums.len() <= depth + 1 {
                sums.resize_with(depth + 2, || vec![Sums::default(); wanted.len()]);
            }
            if let Some(leaf) = leaf {
                self.leaf_on(leaf, day, &requirements, &ranks, &mut numbers);
            }
            for (sum, &item) in wanted.iter().enumerate() {
                let foreseen = match leaf {
                    Some(_) => self.at_leaf(item, &numbers),
                    None => std::mem::take(&mut sums[depth + 1][sum]).mean(),
                };
                sums[depth][sum].add(weight, foreseen);
            }
        }
        // the last place is the entity, alone at its depth: the mean of one is that one
        sums.first().map(|sums| sums.iter().map(Sums::mean).collect()).unwrap_or_default()
    }

    /// The numbers of every leaf on the last day, after the last turn.
    pub(super) fn last_day(&mut self) -> Vec<LeafDay<'a>> {
        let needed = std::mem::take(&mut self.needed);
        let (count, ranks) = (self.leaves.len(), self.assessment.catalogue().ranks(&needed));
        let day = |leaf| {
            let mut numbers = LeafDay::new(self.assessment.catalogue());
            self.leaf_on(leaf, self.last, &needed, &ranks, &mut numbers);
            numbers
        };
        let days = (0..count).map(day).collect();
        self.needed = needed;
        days
    }

    /// What is followed at a position, at a leaf.
    fn at_leaf(&self, item: usize, numbers: &LeafDay<'_>) -> Option<Foreseen> {
        match self.followed[item] {
            Followed::Objective(objective) => {
                let aggregate = &self.assessment.catalogue().aggregates()[objective as usize];
                numbers.objective(aggregate, numbers.sums(aggregate))
            }
            Followed::Requirement(requirement) => numbers.requirement(requirement),
        }
    }

    /// Where a leaf stands among the places.
    pub(super) fn place_at(&self, leaf: usize) -> usize {
        self.leaves[leaf].at
    }

    /// The place of a leaf in the assessment.
    pub(super) fn place_of(&self, leaf: usize) -> u32 {
        self.leaves[leaf].place
    }
}
