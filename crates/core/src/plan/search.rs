//! Searching for the best choice of measures.

use std::cmp::{Ordering, Reverse};

use super::{Goal, Proof};
use crate::band::Band;
use crate::measure::Options;
use crate::scores::{Valued, Worth};

use super::shares::Shares;

/// The most measures that are put into the order in which to take them by trying each.
const ORDER_LIMIT: usize = 64;

/// The most valuations for putting a plan together of bundles; what is left is taken as it first looked.
const VALUATION_LIMIT: u64 = 200_000;

/// A choice of measures.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) measures: Vec<usize>,
    pub(super) cost: u64,
    pub(super) value: Valued,
}

/// The search for the best choice.
pub(super) struct Search<'a> {
    pub(super) options: Options<'a>,
    costs: Vec<u64>,
    goal: Goal,
    /// The measures that move anything.
    useful: Vec<usize>,
    /// How many choices were valued.
    pub(super) visited: u64,
}

/// What can be added to a choice, and what it looked like first.
struct Addition {
    measures: Vec<usize>,
    gain: Worth,
    cost: u64,
}

impl Addition {
    /// More gain for the cost first, then more gain, then less cost.
    fn better_first(&self, other: &Self) -> Ordering {
        let ratio = |gain: Worth, cost: u64| u128::from(gain.millionths()) * u128::from(cost);
        ratio(other.gain, self.cost).cmp(&ratio(self.gain, other.cost)).then(other.gain.cmp(&self.gain)).then(self.cost.cmp(&other.cost))
    }
}

impl<'a> Search<'a> {
    pub(super) fn new(options: Options<'a>, costs: Vec<u64>, goal: Goal) -> Self {
        let mut search = Self { options, costs, goal, useful: Vec::new(), visited: 0 };
        let options = &search.options;
        let all: Vec<usize> = (0..options.measures.len()).filter(|&at| options.measures.get(at).is_some_and(|it| !it.is_empty())).collect();
        let affordable = |at: &usize| match goal {
            Goal::Budget(budget) => search.cost(*at) <= budget,
            Goal::Reach(_) => true,
        };
        search.useful = all.into_iter().filter(affordable).collect();
        search
    }

    fn cost(&self, at: usize) -> u64 {
        self.costs.get(at).copied().unwrap_or_default()
    }

    fn cost_of(&self, measures: &[usize]) -> u64 {
        measures.iter().map(|&at| self.cost(at)).sum()
    }

    fn value(&mut self, measures: impl IntoIterator<Item = usize>) -> Valued {
        self.visited += 1;
        self.options.with(measures)
    }

    fn choice(&mut self, measures: Vec<usize>) -> Found {
        Found { cost: self.cost_of(&measures), value: self.value(measures.iter().copied()), measures }
    }

    /// Whether nothing more is wanted.
    fn suffices(&self, value: Valued) -> bool {
        match self.goal {
            Goal::Budget(_) => false,
            Goal::Reach(band) => Band::of(value.score) >= band,
        }
    }

    /// Whether a choice is better than another that is allowed as well.
    fn is_better(&self, one: &Found, other: &Found) -> bool {
        match self.goal {
            Goal::Budget(_) => (Reverse(one.value.worth), one.cost) < (Reverse(other.value.worth), other.cost),
            Goal::Reach(_) => (one.cost, Reverse(one.value.worth)) < (other.cost, Reverse(other.value.worth)),
        }
    }

    /// A choice put together of bundles and single measures, always the one that gains most for what it costs. Nothing in it can be left
    /// out.
    pub(super) fn bundled(&mut self) -> Found {
        let room = |cost: u64, goal: Goal| match goal {
            Goal::Budget(budget) => cost <= budget,
            Goal::Reach(_) => true,
        };
        let empty = self.choice(Vec::new());
        let costs = self.costs.clone();
        let bundles = self.options.bundles(|at| costs.get(at).map_or(u32::MAX, |&cost| u32::try_from(cost).unwrap_or(u32::MAX)));
        let singles: Vec<Vec<usize>> = self.useful.iter().map(|&at| vec![at]).collect();
        let mut additions = Vec::new();
        for measures in singles.into_iter().chain(bundles) {
            let found = self.choice(measures);
            let gain = found.value.worth.above(empty.value.worth);
            if room(found.cost, self.goal) {
                additions.push(Addition { measures: found.measures, gain, cost: found.cost });
            }
        }
        additions.sort_by(Addition::better_first);
        let mut best = additions.first().map_or_else(|| empty.clone(), |first| self.choice(first.measures.clone()));
        let mut chosen = empty;
        while !self.suffices(chosen.value) {
            let mut next: Option<(Addition, Found)> = None;
            for addition in &additions {
                let more = addition.measures.iter().filter(|at| !chosen.measures.contains(at));
                let measures: Vec<usize> = chosen.measures.iter().chain(more).copied().collect();
                let cost = self.cost_of(&measures);
                if measures.len() == chosen.measures.len() || !room(cost, self.goal) {
                    continue;
                }
                let found = self.choice(measures);
                let gain = found.value.worth.above(chosen.value.worth);
                let addition = Addition { measures: Vec::new(), gain, cost: cost - chosen.cost };
                if gain > Worth::default() && next.as_ref().is_none_or(|(best, _)| addition.better_first(best) == Ordering::Less) {
                    next = Some((addition, found));
                }
                if self.visited > VALUATION_LIMIT && next.is_some() {
                    break;
                }
            }
            match next {
                Some((_, found)) => chosen = found,
                None => break,
            }
        }
        let all = match self.goal {
            Goal::Budget(budget) => self.cost_of(&self.useful) <= budget, // nothing is to be chosen between
            Goal::Reach(_) => !self.suffices(chosen.value),               // what reaches it lies beyond the bundles
        };
        if all {
            chosen = self.choice(self.useful.clone());
        }
        chosen = self.without_idle(chosen);
        best = self.without_idle(best);
        if !matches!(self.goal, Goal::Reach(_)) && self.is_better(&best, &chosen) { best } else { chosen }
    }

    /// The same without what changes nothing, the dearest looked at first.
    fn without_idle(&mut self, found: Found) -> Found {
        let mut kept = found;
        let mut order = kept.measures.clone();
        order.sort_by_key(|&at| (Reverse(self.cost(at)), Reverse(at)));
        for at in order {
            let rest: Vec<usize> = kept.measures.iter().copied().filter(|&other| other != at).collect();
            let rest = self.choice(rest);
            let as_good = match self.goal {
                Goal::Budget(_) => rest.value.worth >= kept.value.worth,
                Goal::Reach(_) => self.suffices(rest.value),
            };
            if as_good {
                kept = rest;
            }
        }
        kept
    }

    /// The best choice of all, starting from one that is known, and how good it is.
    pub(super) fn proved(&mut self, known: Found, most: usize, visits: u64) -> (Found, Proof) {
        let useful = self.useful.clone();
        let all = self.value(useful.iter().copied());
        let (best, missed) = if useful.len() > most {
            (known, Some((all.worth, 0)))
        } else {
            let shares = Shares::new(&self.options, &useful);
            self.visited += shares.valued;
            let mut order = useful;
            let ratio = |at: usize, cost: u64| u128::from(shares.most_of(at)) * u128::from(cost);
            // what can bring most for its cost comes first: then much is ruled out early
            order.sort_unstable_by(|&a, &b| ratio(b, self.cost(a)).cmp(&ratio(a, self.cost(b))).then(a.cmp(&b)));
            let mut tree = Tree { order, shares, best: known, limit: self.visited + visits, missed: None };
            self.visit(&mut tree, 0, &mut Vec::new(), 0);
            (tree.best, tree.missed)
        };
        let proof = match (missed, self.goal) {
            (None, _) => Proof::Exact,
            (Some((worth, _)), Goal::Budget(_)) => Proof::AtMost(worth.max(best.value.worth)),
            (Some((_, cost)), Goal::Reach(_)) => Proof::AtLeast(cost.min(best.cost)),
        };
        (best, proof)
    }

    /// Looks at all choices that begin with what is chosen of the first measures of the order.
    fn visit(&mut self, tree: &mut Tree<'a>, next: usize, chosen: &mut Vec<usize>, cost: u64) {
        let room = match self.goal {
            Goal::Budget(budget) => budget - cost,
            Goal::Reach(_) => match tree.best.cost.checked_sub(cost) {
                Some(room) if room > 0 => room - 1, // only what is cheaper is better
                Some(_) | None => return,
            },
        };
        let open = || (next..).zip(tree.order.iter().skip(next)).filter(|(_, at)| self.cost(**at) <= room);
        let Some((first, _)) = open().next() else { return };
        let priced: Vec<(usize, u64)> = open().map(|(_, &at)| (at, self.cost(at))).collect();
        let at_once = self.value(chosen.iter().copied().chain(priced.iter().map(|(at, _)| *at)));
        let bound = at_once.worth.min(tree.shares.bound(chosen, &priced, room, at_once.worth));
        let hopeless = match self.goal {
            Goal::Budget(_) => bound < tree.best.value.worth || (bound == tree.best.value.worth && cost >= tree.best.cost),
            // a printed score is never above what it was cut from
            Goal::Reach(band) => !self.suffices(at_once) || bound < Worth::from(band.least()),
        };
        if hopeless {
            return;
        }
        if self.visited >= tree.limit {
            tree.miss(bound, cost);
            return;
        }
        let Some(&at) = tree.order.get(first) else { return };
        chosen.push(at);
        let found = self.choice(chosen.clone());
        if (matches!(self.goal, Goal::Budget(_)) || self.suffices(found.value)) && self.is_better(&found, &tree.best) {
            tree.best = found;
        }
        self.visit(tree, first + 1, chosen, cost + self.cost(at));
        chosen.pop();
        self.visit(tree, first + 1, chosen, cost);
    }

    /// The order in which to take the measures: the one that is missed least for what it costs comes last.
    pub(super) fn in_order(&mut self, measures: Vec<usize>) -> Vec<usize> {
        if measures.len() > ORDER_LIMIT {
            return measures;
        }
        let (mut left, mut last_first) = (measures, Vec::new());
        left.sort_unstable();
        while !left.is_empty() {
            let with = self.options.with(left.iter().copied());
            let missed = left.iter().map(|&at| {
                let without = self.options.with(left.iter().copied().filter(|&other| other != at));
                Addition { measures: vec![at], gain: with.worth.above(without.worth), cost: self.cost(at) }
            });
            let Some(least) = missed.max_by(Addition::better_first) else { break };
            left.retain(|at| !least.measures.contains(at));
            last_first.extend(least.measures);
        }
        last_first.reverse();
        last_first
    }
}

/// Where a search by branch and bound stands.
struct Tree<'a> {
    order: Vec<usize>,
    shares: Shares<'a>,
    best: Found,
    limit: u64,
    /// The greatest worth, and the least cost, of what was not looked at.
    missed: Option<(Worth, u64)>,
}

impl Tree<'_> {
    fn miss(&mut self, worth: Worth, cost: u64) {
        let (most, least) = self.missed.unwrap_or((worth, cost));
        self.missed = Some((most.max(worth), least.min(cost)));
    }
}
