//! What measures can bring at most, each by itself: a bound on what a budget can bring.

use std::collections::BTreeMap;

use crate::measure::Options;
use crate::scores::Worth;

/// The most that each measure can bring, whatever else is done, and the least.
///
/// A requirement scores the least of what it rests on, each lifted by a measure of its own, and the least of several things gains most by
/// one of them where all others are there: it is supermodular, and so is a sum of such scores. So what a measure brings where all else is
/// done is the most that it can ever bring, and what it brings alone is the least. Where measures lift the same requirement at the same
/// leaf that does not hold: the most is then taken without the others, and the least is nothing. The caps of critical members are left
/// out, which only makes the bound higher; with them the least is nothing.
#[derive(Debug)]
pub(super) struct Shares<'a> {
    unguarded: Options<'a>,
    most: BTreeMap<usize, u64>, // millionths, by measure
    least: BTreeMap<usize, u64>,
    /// What cutting to millionths can take from a sum of so many shares.
    slack: u64,
    /// How many choices were valued to find them.
    pub(super) valued: u64,
}

impl<'a> Shares<'a> {
    pub(super) fn new(options: &Options<'a>, useful: &[usize]) -> Self {
        let guarded = options.valuation.is_guarded();
        let mut unguarded = Options { valuation: options.valuation.unguarded(), measures: options.measures.clone() };
        let cells = |at: usize| options.measures.get(at).into_iter().flatten().map(|raise| (raise.leaf, raise.requirement));
        let mut lifting: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
        for &at in useful {
            cells(at).for_each(|cell| lifting.entry(cell).or_default().push(at));
        }
        let is_alike = |one: usize, other: usize| cells(one).any(|cell| lifting.get(&cell).is_some_and(|all| all.contains(&other)));
        let levels = options.valuation.levels();
        let (mut most_of, mut least_of, mut valued) = (BTreeMap::new(), BTreeMap::new(), 0);
        let is = unguarded.valuation.is().worth;
        for &at in useful {
            let others = || useful.iter().copied().filter(|&other| other != at && !is_alike(at, other));
            let with = unguarded.with(others().chain([at])).worth;
            let most = with.above(unguarded.with(others()).worth);
            let alone = unguarded.with([at]).worth.above(is);
            let crowded = guarded || useful.iter().any(|&other| other != at && is_alike(at, other));
            most_of.insert(at, most.millionths() + levels);
            least_of.insert(at, if crowded { 0 } else { alone.millionths().saturating_sub(levels) });
            valued += 3;
        }
        Self { unguarded, most: most_of, least: least_of, slack: levels, valued }
    }

    pub(super) fn most_of(&self, at: usize) -> u64 {
        self.most.get(&at).copied().unwrap_or_default()
    }

    /// No choice of these measures (each with its cost) for at most `room` is worth more, together with what is chosen.
    pub(super) fn bound(&mut self, chosen: &[usize], open: &[(usize, u64)], room: u64, at_once: Worth) -> Worth {
        let is = self.unguarded.with(chosen.iter().copied()).worth.millionths();
        let from_below = is + knapsack(open, &self.most, room) + self.slack;
        let least_of = |at: &usize| self.least.get(at).copied().unwrap_or_default();
        let all: u64 = open.iter().map(|(at, _)| least_of(at)).sum();
        let from_above = (at_once.millionths() + self.slack).saturating_sub(all.saturating_sub(knapsack(open, &self.least, room)));
        Worth::of_millionths(from_below.min(from_above))
    }
}

/// The most that fits into the room if measures could be done in part: by what they bring for their cost, and the last one in part.
fn knapsack(open: &[(usize, u64)], brings: &BTreeMap<usize, u64>, room: u64) -> u64 {
    let mut items: Vec<(u64, u64)> = open.iter().map(|(at, cost)| (brings.get(at).copied().unwrap_or_default(), *cost)).collect();
    items.sort_unstable_by(|a, b| (u128::from(b.0) * u128::from(a.1)).cmp(&(u128::from(a.0) * u128::from(b.1))));
    let (mut left, mut sum) = (room, 0);
    for (gain, cost) in items {
        if cost <= left {
            (left, sum) = (left - cost, sum + gain);
        } else {
            let part = (u128::from(gain) * u128::from(left)).div_ceil(u128::from(cost));
            return sum + u64::try_from(part).unwrap_or(gain);
        }
    }
    sum
}
