//! How much a score moved.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;

use crate::score::Score;

/// The difference of two scores in percentage points, with two decimals and its sign: `+20.00`, `-3.10`, `0.00`.
///
/// Differences of printed scores add up exactly, so the changes of a score one after the other sum to the change of the whole.
///
/// ```
/// use pejling_core::Change;
///
/// let (last_year, now) = ("51.70".parse()?, "48.60".parse()?);
/// assert_eq!(Change::between(last_year, now).to_string(), "-3.10");
/// # Ok::<(), pejling_core::ScoreError>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Change(i64); // hundredths

impl Change {
    /// Nothing moved.
    pub const NONE: Self = Self(0);

    /// From one score to another.
    #[must_use]
    pub fn between(before: Score, after: Score) -> Self {
        Self(i64::from(after.hundredths()) - i64::from(before.hundredths()))
    }

    /// The change in whole hundredths of a percentage point.
    #[must_use]
    pub const fn hundredths(self) -> i64 {
        self.0
    }
}

impl Add for Change {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0) // each is at most 10 000 either way: 10^14 of them fit
    }
}

impl Sum for Change {
    fn sum<I: Iterator<Item = Self>>(changes: I) -> Self {
        changes.fold(Self::NONE, Self::add)
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.0 {
            ..0 => "-",
            0 => "",
            1.. => "+",
        };
        let hundredths = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", hundredths / 100, hundredths % 100)
    }
}

impl fmt::Debug for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Change({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_has_its_sign_and_sums_exactly() {
        #[track_caller]
        fn check(scores: &[&str], expected: &str) {
            let scores: Vec<Score> = scores.iter().map(|score| score.parse().unwrap()).collect();
            let steps: Change = scores.windows(2).map(|pair| Change::between(pair[0], pair[1])).sum();
            assert_eq!(steps.to_string(), expected);
            assert_eq!(steps, Change::between(scores[0], scores[scores.len() - 1]));
        }
        check(&["30", "80"], "+50.00");
        check(&["51.70", "48.60"], "-3.10");
        check(&["50", "50.05", "49.99"], "-0.01"); // +0.05 - 0.06
        check(&["62.5", "100", "62.5"], "0.00");
    }
}
