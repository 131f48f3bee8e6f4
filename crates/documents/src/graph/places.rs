//! How high each box of a drawing stands in its column, and where edges pass between boxes that they do not end at.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Band, Columns, at};

/// Between two boxes.
const GAP: i64 = 14;
/// Between an edge that passes and what stands next to it.
const PASSING_GAP: i64 = 4;
/// The height that a passing edge takes up.
const PASSING: i64 = 6;
/// Within a band above its first and below its last box.
const PADDING: i64 = 14;
/// Between two bands.
const BAND_GAP: i64 = 8;
/// How often the order within the columns is tried anew.
const ORDER_ROUNDS: usize = 32;
/// How often the boxes of an order are drawn towards their neighbours.
const DRAW_ROUNDS: usize = 24;

/// A box, or an edge that passes through a column.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) column: usize,
    pub(super) height: i64,
    pub(super) top: i64,
    band: Band,
    /// The trunk that passes; none: it is a box.
    passes: Option<usize>,
    left: Vec<usize>,
    right: Vec<usize>,
}

impl Piece {
    pub(super) fn middle(&self) -> i64 {
        self.top + self.height / 2
    }
}

/// Where everything stands.
#[derive(Clone, Debug)]
pub(super) struct Places {
    /// All boxes, then all that passes.
    pub(super) pieces: Vec<Piece>,
    /// For each edge, the trunk that it runs in.
    pub(super) trunks: Vec<usize>,
    /// For each edge, its pieces from left to right: a box at either end.
    pub(super) chains: Vec<Vec<usize>>,
    /// The top and height of each band.
    pub(super) bands: Vec<(i64, i64)>,
    /// The height of all.
    pub(super) height: i64,
    /// The pieces of each column and band, from above.
    cells: BTreeMap<(usize, Band), Vec<usize>>,
    /// For each trunk and band, where it passes, and the box where it ends if that is there.
    runs: BTreeMap<(usize, Band), Vec<usize>>,
}

impl Places {
    /// How many pieces there would be.
    pub(super) fn count(columns: &Columns) -> usize {
        let chains = columns.ends.iter().map(|&(left, right)| at(&columns.of, right).saturating_sub(at(&columns.of, left)).max(1));
        columns.of.len() + chains.sum::<usize>()
    }

    /// Orders and places all pieces, so that few edges cross and most are short. Edges of one trunk end at the same box, and run together
    /// from where they meet.
    pub(super) fn of(boxes: &[(Band, i64)], least: &[i64], columns: &Columns, trunks: Vec<usize>) -> Self {
        let mut places = Self::pieces(boxes, columns, trunks);
        places.stack(least);
        places.order();
        for round in 0..DRAW_ROUNDS {
            for key in places.keys(round % 2 == 0) {
                places.settle(key, Side::Both);
            }
        }
        places
    }

    /// All pieces in the order of the boxes, each still at the top.
    fn pieces(boxes: &[(Band, i64)], columns: &Columns, trunks: Vec<usize>) -> Self {
        let whole = boxes.iter().enumerate().map(|(node, &(band, height))| Piece {
            column: at(&columns.of, node),
            height,
            top: 0,
            band,
            passes: None,
            left: Vec::new(),
            right: Vec::new(),
        });
        let mut pieces: Vec<Piece> = whole.collect();
        let mut passing = BTreeMap::new();
        let mut linked = BTreeSet::new();
        let mut chains = Vec::new();
        for (&(left, right), &trunk) in columns.ends.iter().zip(&trunks) {
            let band_of = |node: usize| boxes.get(node).map_or(Band::Own(0), |(band, _)| *band);
            let mut chain = vec![left];
            for column in at(&columns.of, left) + 1..at(&columns.of, right) {
                // it passes in the band where it ends; behind the bands, through the columns of other catalogues
                let band = match (band_of(left), band_of(right)) {
                    _ if column >= columns.own => Band::Beyond(column - columns.own),
                    (band, Band::Beyond(_)) | (_, band) => band,
                };
                chain.push(*passing.entry((trunk, column, band)).or_insert_with(|| {
                    pieces.push(Piece { column, height: PASSING, top: 0, band, passes: Some(trunk), left: Vec::new(), right: Vec::new() });
                    pieces.len() - 1
                }));
            }
            chain.push(right);
            for pair in chain.windows(2) {
                if let &[from, to] = pair
                    && linked.insert((from, to))
                {
                    pieces.get_mut(from).into_iter().for_each(|piece| piece.right.push(to));
                    pieces.get_mut(to).into_iter().for_each(|piece| piece.left.push(from));
                }
            }
            chains.push(chain);
        }
        let mut runs: BTreeMap<(usize, Band), Vec<usize>> = BTreeMap::new();
        for ((trunk, _, band), piece) in passing {
            runs.entry((trunk, band)).or_default().push(piece);
        }
        for (chain, &trunk) in chains.iter().zip(&trunks) {
            let end = chain.last().and_then(|&right| Some((right, pieces.get(right)?.band)));
            if let Some((right, band)) = end
                && let Some(run) = runs.get_mut(&(trunk, band))
                && !run.contains(&right)
            {
                run.push(right);
            }
        }
        let mut cells: BTreeMap<(usize, Band), Vec<usize>> = BTreeMap::new();
        for (index, piece) in pieces.iter().enumerate() {
            cells.entry((piece.column, piece.band)).or_default().push(index);
        }
        Self { pieces, trunks, chains, bands: Vec::new(), height: 0, cells, runs }
    }

    fn piece(&self, index: usize) -> Option<&Piece> {
        self.pieces.get(index)
    }

    /// How far below the first piece of a cell each one stands where nothing but the gaps keeps them apart; and the height of all.
    fn offsets(&self, cell: &[usize]) -> (Vec<i64>, i64) {
        let (mut offsets, mut height, mut above): (Vec<i64>, i64, Option<&Piece>) = (Vec::new(), 0, None);
        for piece in cell.iter().filter_map(|&index| self.piece(index)) {
            height += above.map_or(0, |above| if above.passes.is_some() || piece.passes.is_some() { PASSING_GAP } else { GAP });
            offsets.push(height);
            height += piece.height;
            above = Some(piece);
        }
        (offsets, height)
    }

    /// The height that a cell has at most, whatever its order.
    fn most(&self, cell: &[usize]) -> i64 {
        cell.iter()
            .filter_map(|&index| self.piece(index))
            .map(|piece| piece.height + if piece.passes.is_some() { PASSING_GAP } else { GAP })
            .sum()
    }

    /// Makes every band as high as its fullest column, and at least as high as its title.
    fn stack(&mut self, least: &[i64]) {
        let mut heights = least.to_vec();
        let mut beyond = 0;
        for ((_, band), cell) in &self.cells {
            let height = self.most(cell) + 2 * PADDING - GAP;
            match band {
                Band::Own(band) => heights.get_mut(*band).into_iter().for_each(|highest| *highest = height.max(*highest)),
                Band::Beyond(_) => beyond = height.max(beyond),
            }
        }
        let gaps = BAND_GAP * i64::try_from(heights.len().saturating_sub(1)).unwrap_or(0);
        let sum: i64 = heights.iter().sum();
        let mut top = 0;
        for height in heights {
            // where a column of others is higher than all bands, they share what is missing, so that edges stay short
            let height = height + (beyond - gaps - sum).max(0) * height / sum.max(1);
            self.bands.push((top, height));
            top += height + BAND_GAP;
        }
        self.height = (sum + gaps).max(beyond);
        for key in self.keys(true) {
            self.settle(key, Side::Neither);
        }
    }

    /// Sweeps to and fro: each column is ordered by where its neighbours on one side stand. The order with the fewest crossings stays.
    fn order(&mut self) {
        let mut best = (self.crossings(), self.cells.clone(), self.pieces.clone());
        for round in 0..ORDER_ROUNDS {
            let to_right = round % 2 == 0;
            let side = if to_right { Side::Left } else { Side::Right };
            for key in self.keys(to_right) {
                let mut cell = self.cells.remove(&key).unwrap_or_default();
                cell.sort_by_cached_key(|&index| self.piece(index).map(|piece| self.wish(piece, side)));
                self.cells.insert(key, cell);
                self.settle(key, side);
            }
            let crossings = self.crossings();
            if crossings < best.0 {
                best = (crossings, self.cells.clone(), self.pieces.clone());
            }
        }
        (_, self.cells, self.pieces) = best;
    }

    /// The cells, column by column.
    fn keys(&self, to_right: bool) -> Vec<(usize, Band)> {
        let mut keys: Vec<_> = self.cells.keys().copied().collect();
        if !to_right {
            keys.reverse();
        }
        keys
    }

    /// Where the middle of a piece would stand if only its neighbours counted: at their mean.
    fn wish(&self, piece: &Piece, side: Side) -> i64 {
        let (left, right) = match side {
            Side::Left => (&piece.left[..], &[][..]),
            Side::Right => (&[][..], &piece.right[..]),
            Side::Both => (&piece.left[..], &piece.right[..]),
            Side::Neither => return piece.middle(),
        };
        let wished = match (side, piece.passes) {
            (Side::Both, Some(trunk)) => self.level(trunk, piece.band),
            _ => mean(left.iter().chain(right).filter_map(|&index| self.piece(index))),
        };
        wished.unwrap_or_else(|| piece.middle())
    }

    /// The one height at which a trunk would pass through a band with the fewest bends: the mean of where it does, and of its box there.
    fn level(&self, trunk: usize, band: Band) -> Option<i64> {
        mean(self.runs.get(&(trunk, band)).into_iter().flatten().filter_map(|&index| self.piece(index)))
    }

    /// Places a cell's pieces in their order as near to their wishes as the gaps and the band allow.
    ///
    /// Least squares under an order: pieces that would stand within each other are pooled and share the mean of their wishes.
    fn settle(&mut self, key: (usize, Band), side: Side) {
        let Some(cell) = self.cells.get(&key) else { return };
        let (offsets, height) = self.offsets(cell);
        let mut pools: Vec<(i64, i64)> = Vec::new(); // sums of wishes, numbers of pieces
        for (piece, offset) in cell.iter().filter_map(|&index| self.piece(index)).zip(&offsets) {
            let (mut sum, mut number) = (self.wish(piece, side) - piece.height / 2 - offset, 1);
            while let Some((above, others)) = pools.pop_if(|(above, others)| *above * number > sum * *others) {
                sum += above;
                number += others;
            }
            pools.push((sum, number));
        }
        let (top, room) = match key.1 {
            Band::Own(band) => at(&self.bands, band),
            Band::Beyond(_) => (0, self.height),
        };
        let (first, last) = (top + PADDING, (top + room - PADDING - height).max(top + PADDING));
        let tops = pools.into_iter().flat_map(|(sum, number)| (0..number).map(move |_| sum.div_euclid(number).clamp(first, last)));
        for ((&index, offset), top) in cell.iter().zip(offsets).zip(tops) {
            if let Some(piece) = self.pieces.get_mut(index) {
                piece.top = top + offset;
            }
        }
    }

    /// How often edges cross between the columns.
    fn crossings(&self) -> usize {
        let mut between: BTreeMap<usize, Vec<(i64, i64)>> = BTreeMap::new();
        for piece in &self.pieces {
            let right = piece.right.iter().filter_map(|&index| self.piece(index));
            between.entry(piece.column).or_default().extend(right.map(|other| (piece.middle(), other.middle())));
        }
        let crossings = between.into_values().map(|mut ends| {
            ends.sort_unstable();
            inversions(&ends.into_iter().map(|(_, right)| right).collect::<Vec<_>>()).1
        });
        crossings.sum()
    }
}

/// Which neighbours a piece is drawn towards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Right,
    Both,
    Neither,
}

/// The mean of where pieces have their middle.
fn mean<'p>(pieces: impl Iterator<Item = &'p Piece>) -> Option<i64> {
    let (sum, number) = pieces.fold((0, 0), |(sum, number), piece| (sum + piece.middle(), number + 1));
    (number > 0).then(|| sum.div_euclid(number))
}

/// The values in order, and how many pairs of them stood in the wrong one.
fn inversions(values: &[i64]) -> (Vec<i64>, usize) {
    if values.len() < 2 {
        return (values.to_vec(), 0);
    }
    let (first, second) = values.split_at(values.len() / 2);
    let ((first, mut count), (second, more)) = (inversions(first), inversions(second));
    count += more;
    let (mut merged, mut first, mut second) =
        (Vec::with_capacity(values.len()), first.into_iter().peekable(), second.into_iter().peekable());
    while let Some(&next) = first.peek() {
        if let Some(smaller) = second.next_if(|&other| other < next) {
            count += first.len();
            merged.push(smaller);
        } else {
            merged.extend(first.next());
        }
    }
    merged.extend(second);
    (merged, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(boxes: &[(Band, i64)], edges: &[(usize, usize)], bands: usize) -> Places {
        // every edge is a trunk of its own
        Places::of(boxes, &vec![0; bands], &Columns::of(boxes, edges), (0..edges.len()).collect())
    }

    #[test]
    fn inversions_are_counted() {
        // 3 stands before 1 and 2, 2 before 1; 4 before nothing smaller
        assert_eq!(inversions(&[3, 2, 1, 4]), (vec![1, 2, 3, 4], 3));
        assert_eq!(inversions(&[1, 1]).1, 0);
    }

    #[test]
    fn edges_that_need_not_cross_do_not() {
        // 0 rests on 3 and 1 on 2: in the order of the boxes they would cross
        let own = Band::Own(0);
        let places = places(&[(own, 40); 4], &[(0, 3), (1, 2)], 1);
        assert_eq!(places.crossings(), 0);
    }

    /// No two pieces stand within each other, and each stands within its band.
    #[test]
    fn nothing_stands_in_the_way_of_another() {
        let boxes: Vec<_> = (0..40).map(|node: usize| (Band::Own(node % 3), 30 + 5 * i64::try_from(node % 4).unwrap())).collect();
        let edges: Vec<_> = (0..40).flat_map(|node| [(node, node * 7 % 40), (node, (node * 3 + 5) % 40)]).filter(|(a, b)| a != b).collect();
        let places = places(&boxes, &edges, 3);
        assert!(places.pieces.len() > boxes.len(), "nothing passes, so this shows nothing");
        for (&(_, band), cell) in &places.cells {
            let pieces: Vec<_> = cell.iter().map(|&index| &places.pieces[index]).collect();
            assert!(pieces.windows(2).all(|pair| pair[0].top + pair[0].height + PASSING_GAP <= pair[1].top), "{pieces:#?}");
            let Band::Own(band) = band else { continue };
            let (top, height) = places.bands[band];
            assert!(pieces.iter().all(|piece| top <= piece.top && piece.top + piece.height <= top + height), "{pieces:#?}");
        }
        // every chain leads from column to column
        for chain in &places.chains {
            let columns: Vec<_> = chain.iter().map(|&index| places.pieces[index].column).collect();
            assert!(columns.windows(2).all(|pair| pair[0] + 1 == pair[1]), "{columns:?}");
        }
    }
}
