//! What stands at the entity on the last day when something was done again.

use std::collections::BTreeMap;

use super::{Again, Effect};
use crate::assessment::date_of;
use crate::band::Weight;
use crate::catalogue::Aggregate;
use crate::change::Change;
use crate::forecast::Foreseen;
use crate::forecast::leaf_day::{LeafDay, Shift, Shifting, Sums};
use crate::forecast::prospect::{Followed, Place, Prospect};
use crate::holding::Holding;
use crate::own::{Entry, Own, Weighing};

/// What is followed and stands otherwise, before and after.
type Moves = Vec<(usize, Option<Foreseen>, Option<Foreseen>)>;

/// The sums of places above leaves, below which something moved, as they become: by place, and by what is followed.
type Open = BTreeMap<usize, Vec<Option<Sums>>>;

/// What a renewal makes of a requirement at one leaf.
#[derive(Clone, Copy, Debug)]
struct Lifted {
    leaf: u32,
    requirement: u32,
    own: Own,
}

/// The last day: at every leaf and in the sums above, and what each renewal would change of it.
pub(super) struct LastDay<'p, 'a> {
    prospect: &'p Prospect<'a>,
    again: &'p [Again],
    leaves: Vec<LeafDay<'a>>,
    at_leaf: Vec<Vec<Option<Foreseen>>>, // by leaf and what is followed
    above: Vec<Vec<Sums>>,               // by place, empty at leaves
    parents: Vec<Option<usize>>,         // by place
    at_entity: Vec<Option<Foreseen>>,
    sums: Vec<Vec<Sums>>,                // by leaf and what is followed: what its members add up to, or it alone
    touching: Vec<Vec<(usize, Weight)>>, // by requirement, what is followed and moves as soon as it does, and how much it weighs there
    lifted: Vec<Vec<Lifted>>,            // by renewal, by leaf
    weighing: Weighing,
    shifting: Shifting,
    shifts: Vec<Shift>,   // of the leaf that is looked at
    gathering: Vec<Sums>, // by what is followed: what its members add up to there, of those that moved
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions come from the prospect and the renewals that the vectors are as long as")]
impl<'p, 'a> LastDay<'p, 'a> {
    pub(super) fn new(prospect: &'p Prospect<'a>, leaves: Vec<LeafDay<'a>>, again: &'p [Again]) -> Self {
        let mut touching = vec![Vec::new(); prospect.assessment.catalogue().requirements().len()];
        for (item, followed) in prospect.followed.iter().enumerate() {
            match *followed {
                Followed::Objective(at) => {
                    let members = &prospect.assessment.catalogue().aggregates()[at as usize].members;
                    for &(member, weight) in members {
                        touching[member as usize].push((item, weight));
                    }
                }
                Followed::Requirement(at) => touching[at as usize].push((item, Weight::ONE)),
            }
        }
        let mut last_day = Self {
            prospect,
            again,
            leaves,
            at_leaf: Vec::new(),
            above: Vec::new(),
            parents: Vec::new(),
            at_entity: Vec::new(),
            sums: Vec::new(),
            touching,
            lifted: vec![Vec::new(); again.len()],
            weighing: Weighing::default(),
            shifting: Shifting::default(),
            shifts: Vec::new(),
            gathering: vec![Sums::default(); prospect.followed.len()],
        };
        last_day.sum_up();
        last_day.lift();
        last_day
    }

    fn sum_up(&mut self) {
        let items = 0..self.prospect.followed.len();
        let places = &self.prospect.places;
        self.parents = vec![None; places.len()];
        self.above =
            places.iter().map(|place| if place.leaf.is_some() { Vec::new() } else { vec![Sums::default(); items.len()] }).collect();
        let aggregates = self.prospect.assessment.catalogue().aggregates();
        let sums = |leaf: &LeafDay<'_>| {
            let of = |followed: &Followed| match *followed {
                Followed::Objective(at) => leaf.sums(&aggregates[at as usize]),
                Followed::Requirement(at) => Sums::of(leaf.requirement(at)),
            };
            self.prospect.followed.iter().map(of).collect()
        };
        self.sums = self.leaves.iter().map(sums).collect();
        let at_leaf = |(leaf, sums): (&LeafDay<'_>, &Vec<Sums>)| {
            let of = |(followed, sums): (&Followed, &Sums)| standing(*followed, leaf, *sums, aggregates);
            self.prospect.followed.iter().zip(sums).map(of).collect()
        };
        self.at_leaf = self.leaves.iter().zip(&self.sums).map(at_leaf).collect();
        let mut orphans: Vec<usize> = Vec::new(); // those whose parent is still to come
        for (at, place) in places.iter().enumerate() {
            while let Some(&child) = orphans.last().filter(|&&child| places[child].depth > place.depth) {
                self.parents[child] = Some(at);
                orphans.pop();
            }
            orphans.push(at);
        }
        for (at, place) in places.iter().enumerate() {
            let here: Vec<Option<Foreseen>> = match place.leaf {
                Some(leaf) => self.at_leaf[leaf].clone(),
                None => self.above[at].iter().map(Sums::mean).collect(),
            };
            if let Some(parent) = self.parents[at] {
                for (sum, foreseen) in self.above[parent].iter_mut().zip(&here) {
                    sum.add(place.weight, *foreseen);
                }
            }
            self.at_entity = here;
        }
    }

    /// Finds what each renewal makes of its requirement at the leaves that it holds for.
    fn lift(&mut self) {
        let mut touched: Vec<(u32, u32, usize)> = Vec::new(); // leaf, requirement, renewal
        for (at, Again { entity, requirement, .. }) in self.again.iter().enumerate() {
            let leaves = self.prospect.assessment.leaves_held(*entity, *requirement);
            touched.extend(
                leaves.into_iter().filter_map(|(leaf, _)| self.prospect.leaf_of[leaf as usize]).map(|leaf| (leaf, *requirement, at)),
            );
        }
        touched.sort_unstable();
        touched.dedup();
        for same in touched.chunk_by(|a, b| a.0 == b.0) {
            let leaf = same[0].0;
            let mut holding = self.holding(leaf);
            for &(_, requirement, at) in same {
                let Some(before) = self.leaves[leaf as usize].own(requirement) else { continue };
                let own = self.weigh(&mut holding, requirement, &[at]);
                if own != before {
                    self.lifted[at].push(Lifted { leaf, requirement, own });
                }
            }
        }
    }

    fn holding(&self, leaf: u32) -> Holding<'a> {
        Holding::new(self.prospect.assessment, self.prospect.place_of(leaf as usize), date_of(self.prospect.last))
    }

    /// What a requirement is on the last day by its own evidence and what some renewals add.
    fn weigh(&mut self, holding: &mut Holding<'a>, requirement: u32, renewals: &[usize]) -> Own {
        let Weighing { entries, .. } = &mut self.weighing;
        holding.take(requirement, entries);
        for at in 0..entries.len() {
            let entry: Entry = entries[at];
            for again in renewals.iter().map(|&renewal| &self.again[renewal]).filter(|again| again.entity == entry.entity) {
                if let Ok(found) = again.evidence.binary_search_by_key(&entry.evidence, |it| it.evidence) {
                    let it = again.evidence[found];
                    entries.extend(it.that_count().map(|day| entry.again(self.prospect.last.abs_diff(day), it.valid_days)));
                }
            }
        }
        self.weighing.weigh(self.prospect.assessment)
    }

    /// What one renewal does alone.
    pub(super) fn alone(&mut self, renewal: usize) -> Effect {
        let lifted = std::mem::take(&mut self.lifted[renewal]);
        let possible = |it: &Lifted| self.leaves[it.leaf as usize].own(it.requirement).map(|own| own.score.possible);
        let mends = lifted.iter().any(|it| Some(it.own.score.possible) > possible(it));
        let after = self.after(&lifted, None);
        self.lifted[renewal] = lifted;
        let change = |(item, foreseen): (usize, Option<Foreseen>)| {
            let (before, after) = (self.at_entity[item]?.score.substantiated, foreseen?.score.substantiated);
            (before != after).then(|| (item, Change::between(before, after)))
        };
        Effect { moved: after.into_iter().filter_map(change).collect(), mends }
    }

    /// What is followed is when several renewals are carried out together: all that is, or one.
    pub(super) fn together(&mut self, renewals: &[usize], only: Option<usize>) -> Vec<Option<Foreseen>> {
        let mut touched: Vec<(u32, u32, usize)> = Vec::new();
        for &renewal in renewals {
            touched.extend(self.lifted[renewal].iter().map(|it| (it.leaf, it.requirement, renewal)));
        }
        touched.sort_unstable();
        let mut lifted = Vec::new();
        for same in touched.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let (leaf, requirement, renewal) = same[0];
            let single =
                self.lifted[renewal].iter().find(|it| it.leaf == leaf && it.requirement == requirement).filter(|_| same.len() == 1);
            let own = if let Some(single) = single {
                single.own
            } else {
                let renewals: Vec<usize> = same.iter().map(|(.., renewal)| *renewal).collect();
                self.weigh(&mut self.holding(leaf), requirement, &renewals)
            };
            lifted.push(Lifted { leaf, requirement, own });
        }
        let after = self.after(&lifted, only);
        let found = |item: usize| after.binary_search_by_key(&item, |(moved, _)| *moved).ok();
        let of = |item: usize| found(item).map_or(self.at_entity[item], |found| after[found].1);
        only.map_or_else(|| (0..self.at_entity.len()).map(of).collect(), |item| vec![of(item)])
    }

    /// What is followed and stands otherwise at a leaf where requirements are lifted: of all that is, or of one. Ascending.
    fn moved(&mut self, lifted: &[Lifted], only: Option<usize>) -> Moves {
        let Self { prospect, leaves, at_leaf, sums, touching, shifting, shifts, gathering, .. } = self;
        let at = lifted[0].leaf as usize;
        let (leaf, sums) = (&mut leaves[at], &sums[at]);
        shifting.shift(leaf, lifted.iter().map(|it| (it.requirement, it.own)), shifts);
        let mut items: Vec<usize> = Vec::new();
        for &(requirement, before, after) in shifts.iter() {
            for &(item, weight) in touching[requirement as usize].iter().filter(|(item, _)| only.is_none_or(|only| only == *item)) {
                if !items.contains(&item) {
                    items.push(item);
                    gathering[item] = sums[item];
                }
                gathering[item].take(weight, before);
                gathering[item].add(weight, after);
            }
        }
        items.sort_unstable();
        let aggregates = prospect.assessment.catalogue().aggregates();
        let moves =
            items.into_iter().map(|item| (item, at_leaf[at][item], standing(prospect.followed[item], leaf, gathering[item], aggregates)));
        let moves = moves.filter(|(_, before, after)| before != after).collect();
        shifting.take_back(leaf);
        moves
    }

    /// What is followed and stands otherwise at the entity when requirements at some leaves, in their order, are lifted; of all, or of one.
    fn after(&mut self, lifted: &[Lifted], only: Option<usize>) -> Vec<(usize, Option<Foreseen>)> {
        if let [it] = lifted
            && self.leaves[it.leaf as usize].stays(it.requirement, it.own)
        {
            return Vec::new();
        }
        let mut open = Open::new();
        for same in lifted.chunk_by(|a, b| a.leaf == b.leaf) {
            let moves = self.moved(same, only);
            let place = self.prospect.place_at(same[0].leaf as usize);
            if same.len() == lifted.len() {
                return self.carried_up(place, moves);
            }
            self.pass_up(place, moves, &mut open);
        }
        while let Some((at, sums)) = open.pop_first() {
            let becomes = |(item, sums): (usize, Option<Sums>)| Some((item, self.above[at][item].mean(), sums?.mean()));
            let moves = sums.into_iter().enumerate().filter_map(becomes).filter(|(_, before, after)| before != after);
            match self.parents[at] {
                Some(_) => self.pass_up(at, moves.collect(), &mut open),
                None => return moves.map(|(item, _, after)| (item, after)).collect(),
            }
        }
        Vec::new()
    }

    /// Adds what moves at a place to the sums of its parent.
    fn pass_up(&self, at: usize, moves: Moves, open: &mut Open) {
        let (Some(parent), Place { weight, .. }) = (self.parents[at], self.prospect.places[at]) else { return };
        let above = &self.above[parent];
        let sums = open.entry(parent).or_insert_with(|| vec![None; above.len()]);
        for (item, before, after) in moves {
            let sum = sums[item].get_or_insert(above[item]);
            sum.take(weight, before);
            sum.add(weight, after);
        }
    }

    /// What moves at one leaf, carried up to the entity.
    fn carried_up(&self, leaf: usize, mut moves: Moves) -> Vec<(usize, Option<Foreseen>)> {
        let mut at = leaf;
        while let Some(parent) = self.parents[at] {
            let Place { weight, .. } = self.prospect.places[at];
            for (item, before, after) in &mut moves {
                let was = self.above[parent][*item];
                let mut is = was;
                is.take(weight, *before);
                is.add(weight, *after);
                (*before, *after) = (was.mean(), is.mean());
            }
            moves.retain(|(_, before, after)| before != after);
            at = parent;
        }
        moves.into_iter().map(|(item, _, after)| (item, after)).collect()
    }

    /// The requirements that something that is followed rests on, by position.
    pub(super) fn rests_on(&self, item: usize) -> Vec<u32> {
        self.prospect.rest_on(&[item])
    }

    /// Whether a renewal is on one of these requirements.
    pub(super) fn is_on(&self, renewal: usize, requirements: &[u32]) -> bool {
        requirements.binary_search(&self.again[renewal].requirement).is_ok()
    }
}

/// What is followed at a leaf, given what it adds up to there.
#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions come from the catalogue that the objectives are of")]
fn standing(followed: Followed, leaf: &LeafDay<'_>, sums: Sums, aggregates: &[Aggregate]) -> Option<Foreseen> {
    match followed {
        Followed::Requirement(_) => sums.mean(),
        Followed::Objective(at) => leaf.objective(&aggregates[at as usize], sums),
    }
}
