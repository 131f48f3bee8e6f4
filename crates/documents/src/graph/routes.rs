//! The ways of edges: level through the columns, upright in the room between them, each in a lane of its own.

use std::collections::BTreeMap;

use super::columns::Columns;
use super::places::Places;

/// The width of a box.
pub(super) const BOX: i64 = 240;
/// Between two lanes.
const LANE: i64 = 8;
/// From a column to the first lane.
const BEFORE: i64 = 14;
/// From the last lane to the next column: an arrow has to fit.
const BEHIND: i64 = 22;
/// Between the ends of two edges at one side of a box.
pub(super) const PORT: i64 = 9;
/// A single edge that rises or falls by no more than this bends gently instead of taking a lane.
const GENTLE: i64 = 10;

/// Where columns stand, and how edges run.
#[derive(Clone, Debug)]
pub(super) struct Routes {
    /// The left side of each column.
    pub(super) lefts: Vec<i64>,
    /// The right side of the last column.
    pub(super) width: i64,
    /// For each edge, its steps from left to right.
    pub(super) edges: Vec<Vec<Step>>,
}

/// A stretch of an edge between two columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// The right side of the left column, and the height there.
    pub(super) from: (i64, i64),
    /// Where it runs up or down; none: it bends gently from one side to the other.
    pub(super) lane: Option<i64>,
    /// The left side of the right column, and the height there.
    pub(super) to: (i64, i64),
}

/// The stretches between two columns that lead to the same height: they share a lane.
#[derive(Clone, Debug, Default)]
struct Bundle {
    /// The edges, each with the height where it leaves the left column.
    from: Vec<(usize, i64)>,
    to: i64,
    lane: Option<i64>,
}

impl Bundle {
    fn heights(&self) -> impl Iterator<Item = i64> {
        self.from.iter().map(|(_, height)| *height).chain([self.to])
    }

    /// From where to where its lane reaches.
    fn reach(&self) -> (i64, i64) {
        (self.heights().min().unwrap_or(self.to), self.heights().max().unwrap_or(self.to))
    }
}

impl Routes {
    pub(super) fn of(places: &Places, columns: &Columns) -> Self {
        let ports = ports(places);
        let port = |piece: usize, key: Port| ports.get(&(piece, key)).copied().unwrap_or_else(|| middle(places, piece));
        let mut between: BTreeMap<usize, BTreeMap<(usize, usize), Bundle>> = BTreeMap::new();
        for ((edge, chain), &trunk) in places.chains.iter().enumerate().zip(&places.trunks) {
            for pair in chain.windows(2) {
                let &[left, right] = pair else { continue };
                let column = places.pieces.get(left).map_or(0, |piece| piece.column);
                let bundle = between.entry(column).or_default().entry((right, trunk)).or_default();
                bundle.from.push((edge, port(left, Port::Leaving(edge))));
                bundle.to = port(right, Port::Arriving(trunk));
            }
        }
        let count = columns.of.iter().map(|column| column + 1).max().unwrap_or(0);
        let (mut lefts, mut left, mut width) = (Vec::new(), 0, 0);
        let mut edges = vec![Vec::new(); places.chains.len()];
        for column in 0..count {
            lefts.push(left);
            width = left + BOX;
            let mut bundles: Vec<Bundle> = between.remove(&column).unwrap_or_default().into_values().collect();
            let lanes = give_lanes(&mut bundles);
            left = width + BEFORE + lanes * LANE + BEHIND;
            for Bundle { from, to, lane } in bundles {
                let lane = lane.map(|lane| width + BEFORE + lane * LANE);
                for (edge, height) in from {
                    let step = Step { from: (width, height), lane, to: (left, to) };
                    edges.get_mut(edge).into_iter().for_each(|steps: &mut Vec<Step>| steps.push(step));
                }
            }
        }
        Self { lefts, width, edges }
    }
}

/// Where an edge ends at a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Port {
    /// On the right side, each edge by itself.
    Leaving(usize),
    /// On the left side, a trunk together.
    Arriving(usize),
}

fn middle(places: &Places, piece: usize) -> i64 {
    places.pieces.get(piece).map_or(0, super::places::Piece::middle)
}

/// The heights of the ports of all boxes, in the order of the other ends, so that edges do not cross right beside the box.
fn ports(places: &Places) -> BTreeMap<(usize, Port), i64> {
    let mut sides: BTreeMap<(usize, bool), BTreeMap<Port, (i64, i64)>> = BTreeMap::new();
    for ((edge, chain), &trunk) in places.chains.iter().enumerate().zip(&places.trunks) {
        if let (&[left, next, ..], &[.., before, right]) = (chain.as_slice(), chain.as_slice()) {
            for (piece, port, other) in [(left, Port::Leaving(edge), next), (right, Port::Arriving(trunk), before)] {
                let (sum, number) = sides.entry((piece, matches!(port, Port::Leaving(_)))).or_default().entry(port).or_default();
                *sum += middle(places, other);
                *number += 1;
            }
        }
    }
    let mut ports = BTreeMap::new();
    for ((piece, _), side) in sides {
        let mut side: Vec<_> = side.into_iter().map(|(port, (sum, number))| (sum / number.max(1), port)).collect();
        side.sort_unstable();
        let mut height = middle(places, piece) - PORT * i64::try_from(side.len().saturating_sub(1)).unwrap_or(0) / 2;
        for (_, port) in side {
            ports.insert((piece, port), height);
            height += PORT;
        }
    }
    ports
}

/// Gives each bundle that rises or falls a lane, and tells how many lanes there are. No two that share a lane touch.
///
/// Of two that fall, the one that ends higher takes a lane farther right, and of two that rise the one that ends lower: so bundles
/// side by side do not cross each other.
fn give_lanes(bundles: &mut [Bundle]) -> i64 {
    let is_steep = |bundle: &&mut Bundle| {
        let (top, bottom) = bundle.reach();
        bottom - top > GENTLE || (bundle.from.len() > 1 && bottom > top)
    };
    let mut steep: Vec<&mut Bundle> = bundles.iter_mut().filter(is_steep).collect();
    steep.sort_by_key(|bundle| {
        let (top, bottom) = bundle.reach();
        let falls = bundle.to - top >= bottom - bundle.to;
        (!falls, if falls { -bundle.to } else { bundle.to })
    });
    let mut given: Vec<(i64, i64, i64)> = Vec::new();
    let mut lanes = 0;
    for bundle in steep {
        let (top, bottom) = bundle.reach();
        let beside = given.iter().filter(|(other_top, other_bottom, _)| top <= other_bottom + LANE && *other_top <= bottom + LANE);
        let lane = beside.map(|(_, _, lane)| lane + 1).max().unwrap_or(0);
        given.push((top, bottom, lane));
        bundle.lane = Some(lane);
        lanes = lanes.max(lane + 1);
    }
    lanes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(heights: &[(&[i64], i64)], expected: &[Option<i64>], lanes: i64) {
        let bundle = |(from, to): &(&[i64], i64)| Bundle { from: from.iter().map(|height| (0, *height)).collect(), to: *to, lane: None };
        let mut bundles: Vec<_> = heights.iter().map(bundle).collect();
        assert_eq!(give_lanes(&mut bundles), lanes);
        assert_eq!(bundles.iter().map(|bundle| bundle.lane).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn bundles_side_by_side_do_not_cross() {
        check(&[(&[0], 100), (&[20], 120)], &[Some(1), Some(0)], 2); // both fall: the higher one turns later
        check(&[(&[100], 0), (&[120], 20)], &[Some(0), Some(1)], 2); // both rise: the higher one turns earlier
    }

    #[test]
    fn bundles_apart_share_a_lane_and_level_ones_need_none() {
        check(&[(&[0], 100), (&[200], 300)], &[Some(0), Some(0)], 1);
        check(&[(&[0], 0), (&[50], 50 + GENTLE)], &[None, None], 0);
        check(&[(&[0, 5], 0)], &[Some(0)], 1); // what meets has to meet somewhere
    }
}
