//! Bands and weights: the words for a score, and how much it counts (method M4, M6).

use crate::named;
use crate::score::Score;

named! {
    /// How far a score has come, in the four steps of ISO/IEC 33020 (method M6): N <= 15 < P <= 50 < L <= 85 < F.
    Band {
        /// Not achieved, up to 15 % (Danish: ikke opfyldt).
        Not = "N",
        /// Partly achieved, above 15 % up to 50 % (Danish: delvist opfyldt).
        Partly = "P",
        /// Largely achieved, above 50 % up to 85 % (Danish: overvejende opfyldt).
        Largely = "L",
        /// Fully achieved, above 85 % (Danish: fuldt opfyldt).
        Fully = "F",
    }
}

impl Band {
    /// The band of a score; an edge belongs to the lower band.
    ///
    /// ```
    /// use pejling_core::Band;
    ///
    /// assert_eq!(Band::of("85.00".parse()?), Band::Largely);
    /// assert_eq!(Band::of("85.01".parse()?), Band::Fully);
    /// # Ok::<(), pejling_core::ScoreError>(())
    /// ```
    #[must_use]
    pub const fn of(score: Score) -> Self {
        match score.hundredths() {
            0..=1_500 => Self::Not,
            1_501..=5_000 => Self::Partly,
            5_001..=8_500 => Self::Largely,
            8_501.. => Self::Fully,
        }
    }

    /// The lowest score of the band.
    pub(crate) fn least(self) -> Score {
        Score::from_wide(match self {
            Self::Not => 0,
            Self::Partly => 1_501,
            Self::Largely => 5_001,
            Self::Fully => 8_501,
        })
    }
}

/// How much a member of an objective, or an entity among its siblings, counts: a whole number from 1 to 1 000 000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight(u32); // INVARIANT: 1..=Weight::MOST

impl Weight {
    /// The greatest weight.
    pub const MOST: u32 = 1_000_000;
    /// What everything weighs unless a reason is written.
    pub const ONE: Self = Self(1);

    /// A weight, or `None` for 0 and above 1 000 000.
    #[must_use]
    pub const fn new(weight: u32) -> Option<Self> {
        if weight >= 1 && weight <= Self::MOST { Some(Self(weight)) } else { None }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

/// Sums of weight times score, of several scores side by side, and the weight in all (method M4, M5).
#[derive(Clone, Copy, Debug)]
pub(crate) struct WeightedSum<const N: usize> {
    weight: u64,
    points: [u64; N], // at most 10^10 a term: 10^9 terms fit
}

impl<const N: usize> Default for WeightedSum<N> {
    fn default() -> Self {
        Self { weight: 0, points: [0; N] }
    }
}

impl<const N: usize> WeightedSum<N> {
    pub(crate) fn add(&mut self, weight: Weight, scores: [Score; N]) {
        self.weight += u64::from(weight.0);
        for (points, score) in self.points.iter_mut().zip(scores) {
            *points += u64::from(weight.0) * score.wide();
        }
    }

    /// Takes out what was added.
    pub(crate) fn take(&mut self, weight: Weight, scores: [Score; N]) {
        self.weight -= u64::from(weight.0);
        for (points, score) in self.points.iter_mut().zip(scores) {
            *points -= u64::from(weight.0) * score.wide();
        }
    }

    /// Whether nothing was added.
    pub(crate) fn is_empty(&self) -> bool {
        self.weight == 0
    }

    /// The weighted means, cut: `cut(sum(w * x) / sum(w))`; `None` of nothing.
    pub(crate) fn mean(&self) -> Option<[Score; N]> {
        (self.weight > 0).then(|| self.points.map(|points| Score::from_wide(points / self.weight)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edge_belongs_to_the_lower_band() {
        #[track_caller]
        fn check(score: &str, expected: Band) {
            assert_eq!(Band::of(score.parse().unwrap()), expected, "{score}");
        }
        check("0", Band::Not);
        check("15.00", Band::Not);
        check("15.01", Band::Partly);
        check("50.00", Band::Partly);
        check("50.01", Band::Largely);
        check("85.00", Band::Largely);
        check("85.01", Band::Fully);
        check("100", Band::Fully);
    }

    #[test]
    fn a_mean_is_cut_once() {
        #[track_caller]
        fn check(weighted: &[(u32, &str)], expected: Option<&str>) {
            let mut sum = WeightedSum::default();
            for &(weight, score) in weighted {
                sum.add(Weight::new(weight).unwrap(), [score.parse().unwrap()]);
            }
            assert_eq!(sum.mean().map(|[score]| score.to_string()).as_deref(), expected);
        }
        check(&[(3, "96"), (1, "30"), (2, "100")], Some("86.33")); // 518 / 6 = 86.333.. (worked example 6)
        check(&[(1, "53.40"), (1, "50")], Some("51.70")); // worked example 7
        check(&[(3, "84.20"), (2, "51.70")], Some("71.20")); // 356 / 5
        check(&[(1, "99.99"), (1, "100")], Some("99.99")); // 99.995: never up
        check(&[], None);
    }
}
