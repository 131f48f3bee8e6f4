//! What may be told in public: figures of areas, and never so many of them that fewer than five requirements could be told apart.
//!
//! A figure of an area is a weighted mean of its requirements. Whoever knows several can subtract one from another: the whole less all
//! areas but one is the one that was kept back. So a figure is admitted only where no sum of multiples of all that were admitted, whatever
//! the multiples, is about one to four requirements.

use std::collections::BTreeMap;

/// The fewest requirements that what is published may be about.
pub const FEWEST_PUBLIC: usize = 5;

/// Among how many small groups of requirements every combination is looked at. Beyond that nothing more is admitted.
const SMALL_GROUPS: usize = 16;

/// The figures that are published of one set of requirements.
#[derive(Clone, Debug, Default)]
pub struct Disclosure {
    figures: Vec<BTreeMap<usize, u64>>, // what each requirement weighs, by a number that stands for it
}

impl Disclosure {
    /// Whether a figure, of requirements with their weights, may be published beside those that are. If so it is.
    ///
    /// ```
    /// use pejling_core::Disclosure;
    ///
    /// let alike = |requirements: std::ops::Range<usize>| requirements.map(|it| (it, 1));
    /// let mut public = Disclosure::default();
    /// assert!(public.admits(alike(0..20))); // a whole
    /// assert!(!public.admits(alike(0..4))); // four requirements
    /// assert!(public.admits(alike(0..10)));
    /// assert!(!public.admits(alike(10..17))); // the whole less these two is about 17, 18 and 19
    /// assert!(public.admits(alike(10..15)));
    /// ```
    pub fn admits(&mut self, figure: impl IntoIterator<Item = (usize, u64)>) -> bool {
        let figure: BTreeMap<usize, u64> = figure.into_iter().filter(|(_, weight)| *weight > 0).collect();
        if figure.len() < FEWEST_PUBLIC {
            return false;
        }
        self.figures.push(figure);
        let is_safe = self.is_safe();
        if !is_safe {
            self.figures.pop();
        }
        is_safe
    }

    fn is_safe(&self) -> bool {
        // requirements that weigh the same in every figure cannot be told apart: a group
        let mut columns: BTreeMap<usize, Vec<u64>> = BTreeMap::new();
        for (at, figure) in self.figures.iter().enumerate() {
            for (&requirement, &weight) in figure {
                let column = columns.entry(requirement).or_insert_with(|| vec![0; self.figures.len()]);
                if let Some(place) = column.get_mut(at) {
                    *place = weight;
                }
            }
        }
        let mut groups: BTreeMap<Vec<u64>, usize> = BTreeMap::new();
        for column in columns.into_values() {
            *groups.entry(column).or_default() += 1;
        }
        let groups: Vec<(Vec<u64>, usize)> = groups.into_iter().collect();
        let small: Vec<usize> = (0..groups.len()).filter(|&at| groups.get(at).is_some_and(|(_, size)| *size < FEWEST_PUBLIC)).collect();
        if small.len() > SMALL_GROUPS {
            return false;
        }
        let rank_without = |left_out: &[usize]| {
            let kept = groups.iter().enumerate().filter(|(at, _)| !left_out.contains(at));
            rank(kept.map(|(_, (column, _))| column.iter().map(|&weight| i128::from(weight)).collect()).collect())
        };
        let Some(whole) = rank_without(&[]) else { return false };
        // a sum of multiples that is about some groups alone is nothing outside them: then the figures say less of the rest than of all
        subsets(&small).all(|some| {
            let size: usize = some.iter().filter_map(|&at| groups.get(at)).map(|(_, size)| size).sum();
            size >= FEWEST_PUBLIC || rank_without(&some) == Some(whole)
        })
    }
}

/// Every choice of at least one, of so few that there are not many.
fn subsets(of: &[usize]) -> impl Iterator<Item = Vec<usize>> {
    let chosen = |choice: u32| of.iter().enumerate().filter(move |(bit, _)| choice >> bit & 1 == 1).map(|(_, at)| *at).collect();
    (1..1_u32 << of.len().min(SMALL_GROUPS))
        .filter(|choice| usize::try_from(choice.count_ones()).is_ok_and(|ones| ones < FEWEST_PUBLIC))
        .map(chosen)
}

/// How many of some columns are independent, by elimination in whole numbers; `None` where these grow too large.
fn rank(mut rows: Vec<Vec<i128>>) -> Option<usize> {
    let mut found = 0;
    let width = rows.first().map_or(0, Vec::len);
    for at in 0..width {
        let is_not_zero = |row: &Vec<i128>| row.get(at).is_some_and(|number| *number != 0);
        let Some(pivot) = rows.iter().skip(found).position(is_not_zero) else { continue };
        rows.swap(found, found + pivot);
        let pivot = rows.get(found)?.clone();
        let lead = *pivot.get(at)?;
        for row in rows.iter_mut().skip(found + 1) {
            let factor = *row.get(at)?;
            if factor == 0 {
                continue;
            }
            for (number, above) in row.iter_mut().zip(&pivot) {
                *number = number.checked_mul(lead)?.checked_sub(above.checked_mul(factor)?)?;
            }
            let divisor = row.iter().fold(0, |divisor, &number| greatest_common_divisor(divisor, number));
            if divisor > 1 {
                for number in row.iter_mut() {
                    *number /= divisor;
                }
            }
        }
        found += 1;
    }
    Some(found)
}

fn greatest_common_divisor(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Admits figures one after the other; each is a list of requirements that weigh 1.
    #[track_caller]
    fn check(figures: &[&[usize]], expected: &[bool]) {
        let mut public = Disclosure::default();
        let admitted: Vec<_> = figures.iter().map(|figure| public.admits(figure.iter().map(|&it| (it, 1)))).collect();
        assert_eq!(admitted, expected);
    }

    fn range(from: usize, to: usize) -> Vec<usize> {
        (from..to).collect()
    }

    #[test]
    fn what_is_left_of_a_whole_is_never_small() {
        // 10 less 6 leaves 4
        check(&[&range(0, 10), &range(0, 6)], &[true, false]);
        // 11 less 6 leaves 5
        check(&[&range(0, 11), &range(0, 6)], &[true, true]);
        // two areas that share three: their difference is about 5 - 3 + 5 - 3 = 4
        check(&[&range(0, 5), &range(2, 7)], &[true, false]);
        // the third is the sum of the first two less itself: about nothing
        check(&[&range(0, 5), &range(5, 10), &range(0, 10)], &[true, true, true]);
    }

    /// 0..20 cut in two ways: 0..10 and 10..20; 0..12 and 12..20. The two that begin at 0 differ by 10 and 11.
    #[test]
    fn two_ways_of_cutting_one_whole_tell_of_what_lies_between() {
        check(&[&range(0, 20), &range(0, 10), &range(10, 20), &range(0, 12)], &[true, true, true, false]);
        check(&[&range(0, 20), &range(0, 10), &range(10, 20), &range(0, 15)], &[true, true, true, true]);
    }

    /// A group of its own for each of three areas; only the three sums of two are published: half their sum less one is the third.
    #[test]
    fn multiples_are_looked_at_as_well() {
        let (a, b, c) = (range(0, 4), range(4, 8), range(8, 12));
        let sum = |one: &[usize], other: &[usize]| [one, other].concat();
        check(&[&sum(&a, &b), &sum(&b, &c), &sum(&a, &c)], &[true, true, false]);
    }

    #[test]
    fn weights_tell_apart() {
        let mut public = Disclosure::default();
        assert!(public.admits((0..6).map(|it| (it, 1))));
        assert!(!public.admits((0..6).map(|it| (it, if it == 0 { 2 } else { 1 })))); // their difference is about 0 alone
        assert!(public.admits((0..6).map(|it| (it, 3)))); // the same thing again
    }
}
