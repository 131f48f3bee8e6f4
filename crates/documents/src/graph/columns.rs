//! Which column of a drawing each box stands in: what is rested on stands to the right, except within a circle.

use std::collections::BTreeMap;

/// Where a box may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Band {
    /// In a band of the catalogue itself, counted from above.
    Own(usize),
    /// In a column of its own behind all bands, as what other catalogues hold; counted from the left.
    Beyond(usize),
}

/// The columns of all boxes.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// The column of each box.
    pub(super) of: Vec<usize>,
    /// How many columns the bands take up.
    pub(super) own: usize,
    /// For each edge, the boxes at its left and right end: the left one rests on the right one, unless the edge closes a circle.
    pub(super) ends: Vec<(usize, usize)>,
}

/// The value at a position, or none at all.
pub(super) fn at<T: Copy + Default>(values: &[T], position: usize) -> T {
    values.get(position).copied().unwrap_or_default()
}

/// Sets the value at a position that exists.
pub(super) fn set<T>(values: &mut [T], position: usize, value: T) {
    if let Some(place) = values.get_mut(position) {
        *place = value;
    }
}

impl Columns {
    /// Gives each box the column that its longest way from the left asks for, then moves boxes where their edges get shorter or their band lower.
    pub(super) fn of(boxes: &[(Band, i64)], edges: &[(usize, usize)]) -> Self {
        let (finished, ends) = without_circles(boxes.len(), edges);
        let mut right: Vec<Vec<usize>> = vec![Vec::new(); boxes.len()];
        let mut left = right.clone();
        for &(from, on) in &ends {
            right.get_mut(from).into_iter().for_each(|list| list.push(on));
            left.get_mut(on).into_iter().for_each(|list| list.push(from));
        }
        let mut of = vec![0; boxes.len()];
        for &node in finished.iter().rev() {
            let next: usize = at(&of, node) + 1;
            for &on in right.get(node).into_iter().flatten() {
                let farthest = next.max(at(&of, on));
                set(&mut of, on, farthest);
            }
        }
        let is_own = |node: usize| matches!(boxes.get(node), Some((Band::Own(_), _)));
        let own = (0..boxes.len()).filter(|&node| is_own(node)).map(|node| at(&of, node) + 1).max().unwrap_or(0);
        for (node, (band, _)) in boxes.iter().enumerate() {
            if let Band::Beyond(beyond) = band {
                set(&mut of, node, own + beyond);
            }
        }
        let mut columns = Self { of, own, ends };
        columns.tighten(boxes, &left, &right);
        columns
    }

    /// Moves each box of a band between its neighbours to where its edges are shortest; where all places are equal, to where its band is lowest.
    fn tighten(&mut self, boxes: &[(Band, i64)], left: &[Vec<usize>], right: &[Vec<usize>]) {
        let mut heights: BTreeMap<(Band, usize), i64> = BTreeMap::new();
        for (node, &(band, height)) in boxes.iter().enumerate() {
            *heights.entry((band, at(&self.of, node))).or_default() += height;
        }
        for _ in 0..8 {
            for (node, &(band, height)) in boxes.iter().enumerate() {
                if matches!(band, Band::Beyond(_)) {
                    continue;
                }
                let (before, after) = (left.get(node).map_or(&[][..], Vec::as_slice), right.get(node).map_or(&[][..], Vec::as_slice));
                let first = before.iter().map(|&other| at(&self.of, other) + 1).max().unwrap_or(0);
                let last = after.iter().map(|&other| at(&self.of, other).saturating_sub(1)).min().unwrap_or(self.own).min(self.own - 1);
                *heights.entry((band, at(&self.of, node))).or_default() -= height;
                let height_in = |column: usize| heights.get(&(band, column)).copied().unwrap_or(0);
                let best = match after.len().cmp(&before.len()) {
                    std::cmp::Ordering::Greater => last,
                    std::cmp::Ordering::Less => first,
                    std::cmp::Ordering::Equal => (first..=last).min_by_key(|&column| height_in(column)).unwrap_or(first),
                };
                set(&mut self.of, node, best);
                *heights.entry((band, best)).or_default() += height;
            }
        }
    }
}

/// The nodes so that each comes after all that is right of it, and the edges with those turned round that would close a circle.
///
/// A search in depth that does not recurse: a chain of a million overflows nothing.
fn without_circles(count: usize, edges: &[(usize, usize)]) -> (Vec<usize>, Vec<(usize, usize)>) {
    #[derive(Clone, Copy, Default, PartialEq, Eq)]
    enum State {
        #[default]
        New,
        Open,
        Done,
    }
    let mut leaving: Vec<Vec<(usize, usize)>> = vec![Vec::new(); count];
    let mut carries = vec![false; count];
    for (edge, &(from, on)) in edges.iter().enumerate() {
        leaving.get_mut(from).into_iter().for_each(|list| list.push((edge, on)));
        set(&mut carries, on, true);
    }
    let mut ends = edges.to_vec();
    let mut states = vec![State::New; count];
    let mut finished = Vec::with_capacity(count);
    // from what carries nothing first: so fewer edges run back
    let roots = (0..count).filter(|&node| !at(&carries, node)).chain(0..count);
    for root in roots {
        if at(&states, root) != State::New {
            continue;
        }
        set(&mut states, root, State::Open);
        let mut way = vec![(root, 0)];
        while let Some((node, next)) = way.pop() {
            let Some(&(edge, on)) = leaving.get(node).and_then(|list| list.get(next)) else {
                set(&mut states, node, State::Done);
                finished.push(node);
                continue;
            };
            way.push((node, next + 1));
            match at(&states, on) {
                State::New => {
                    set(&mut states, on, State::Open);
                    way.push((on, 0));
                }
                State::Open => set(&mut ends, edge, (on, node)),
                State::Done => {}
            }
        }
    }
    (finished, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bands: &[Band], edges: &[(usize, usize)], expected: &[usize]) -> Columns {
        let boxes: Vec<_> = bands.iter().map(|band| (*band, 1)).collect();
        let columns = Columns::of(&boxes, edges);
        assert_eq!(columns.of, expected);
        columns
    }

    #[test]
    fn what_is_rested_on_stands_to_the_right() {
        let own = Band::Own(0);
        // 0 rests on 1 and 2, 1 on 2: three columns
        check(&[own; 3], &[(0, 1), (0, 2), (1, 2)], &[0, 1, 2]);
        // 3 rests on 2 only, and moves next to it: its edge is as short as can be
        check(&[own; 4], &[(0, 1), (1, 2), (3, 2)], &[0, 1, 2, 1]);
        // what another catalogue holds stands behind all columns of one's own, and what rests on it moves close
        check(&[own, own, own, Band::Beyond(0)], &[(0, 1), (2, 3)], &[0, 1, 1, 2]);
    }

    #[test]
    fn what_is_without_edges_fills_the_lowest_place() {
        // at first 0, 2 and 3 stand on the left; 2 sees two others there and one on the right, and moves; then 3 sees one on the left and two on the right
        let own = Band::Own(0);
        let columns = check(&[own; 4], &[(0, 1)], &[0, 1, 1, 0]);
        assert_eq!(columns.own, 2);
    }

    #[test]
    fn an_edge_that_closes_a_circle_runs_back() {
        let own = Band::Own(0);
        let columns = check(&[own; 3], &[(0, 1), (1, 2), (2, 0)], &[0, 1, 2]);
        assert_eq!(columns.ends, [(0, 1), (1, 2), (0, 2)]);
    }

    #[test]
    fn a_chain_of_a_hundred_thousand_overflows_nothing() {
        let boxes = vec![(Band::Own(0), 1); 100_000];
        let edges: Vec<_> = (0..99_999).map(|node| (node, node + 1)).collect();
        assert_eq!(Columns::of(&boxes, &edges).own, 100_000);
    }
}
