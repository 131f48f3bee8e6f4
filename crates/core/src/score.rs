//! The grid of two decimals on which every percentage lives, and its one rounding.

use std::fmt;
use std::iter::Sum;
use std::ops::AddAssign;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::band::Weight;
use crate::fault::faults;

/// How far a requirement is met, in percent from 0.00 to 100.00, on a grid of two decimals.
///
/// The shares and results that evidence brings live on the same grid and are of the same type. Both decimals are always printed, so
/// equal scores are equal bytes. Only [`Score::cut`] rounds: it drops the rest, so nothing short of everything ever reads 100.00.
///
/// ```
/// use pejling_core::Score;
///
/// assert_eq!("75".parse::<Score>()?.to_string(), "75.00");
/// assert_eq!("99.999".parse::<Score>()?.to_string(), "99.99");
/// # Ok::<(), pejling_core::ScoreError>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u16); // INVARIANT: hundredths of a percent, at most 10 000

/// Hundredths of a percent in the whole.
pub(crate) const WHOLE: u64 = 10_000;

impl Score {
    /// 0.00 %.
    pub const ZERO: Self = Self(0);
    /// 100.00 %.
    pub const FULL: Self = Self(10_000);

    /// Drops what is beyond two decimals (method, "cut").
    ///
    /// ```
    /// use pejling_core::Score;
    /// use rust_decimal::Decimal;
    ///
    /// assert_eq!(Score::cut(Decimal::new(86_339, 3))?.to_string(), "86.33");
    /// assert_eq!(Score::cut(Decimal::ONE_HUNDRED)?, Score::FULL);
    /// assert_eq!(Score::cut(-Decimal::ZERO)?, Score::ZERO);
    /// assert!(Score::cut(Decimal::new(-1, 3)).is_err() && Score::cut(Decimal::new(100_001, 3)).is_err());
    /// # Ok::<(), pejling_core::ScoreError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ScoreError::OutOfRange`] below 0 or above 100.
    pub fn cut(percent: Decimal) -> Result<Self, ScoreError> {
        let out_of_range = || ScoreError::OutOfRange { value: percent.normalize().to_string() };
        if percent.is_sign_negative() && !percent.is_zero() || percent > Decimal::ONE_HUNDRED {
            return Err(out_of_range());
        }
        let hundredths = percent.checked_mul(Decimal::ONE_HUNDRED).ok_or_else(out_of_range)?;
        u16::try_from(hundredths.trunc()).map(Self).map_err(|_| out_of_range())
    }

    /// A score from whole hundredths of a percent; `None` above 10 000.
    ///
    /// ```
    /// assert_eq!(pejling_core::Score::from_hundredths(5_562).unwrap().to_string(), "55.62");
    /// ```
    #[must_use]
    pub const fn from_hundredths(hundredths: u16) -> Option<Self> {
        if hundredths <= 10_000 { Some(Self(hundredths)) } else { None }
    }

    /// The score in whole hundredths of a percent, 0 to 10 000.
    #[must_use]
    pub const fn hundredths(self) -> u16 {
        self.0
    }

    /// The score as a decimal of scale two.
    ///
    /// ```
    /// assert_eq!("55.6".parse::<pejling_core::Score>()?.to_decimal().to_string(), "55.60");
    /// # Ok::<(), pejling_core::ScoreError>(())
    /// ```
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(i64::from(self.0), 2)
    }

    /// Halves the shortfall: `cut((100 + x) / 2)` (method, "half").
    ///
    /// ```
    /// use pejling_core::Score;
    ///
    /// let forty: Score = "40".parse()?;
    /// assert_eq!(forty.half().to_string(), "70.00"); // (100 + 40) / 2
    /// # Ok::<(), pejling_core::ScoreError>(())
    /// ```
    #[must_use]
    pub const fn half(self) -> Self {
        Self(u16::midpoint(10_000, self.0))
    }

    /// What is missing to 100.00.
    #[must_use]
    pub const fn shortfall(self) -> Self {
        Self(10_000 - self.0)
    }

    /// The score that `whole` whole parts of `of` make, cut: `cut(100 * part / of)`, at most 100.00.
    pub(crate) fn ratio(part: u64, of: u64) -> Self {
        Self::from_wide(part * WHOLE / of)
    }

    /// As [`Score::ratio`], cut up: what was found wrong never vanishes.
    pub(crate) fn ratio_up(part: u64, of: u64) -> Self {
        Self::from_wide((part * WHOLE).div_ceil(of))
    }

    /// `cut(self * share / 100)`.
    pub(crate) fn at(self, share: Self) -> Self {
        Self::within(u32::from(self.0) * u32::from(share.0) / 10_000)
    }

    /// `cut_up(self * share / 100)`.
    pub(crate) fn at_up(self, share: Self) -> Self {
        Self::from_wide((u64::from(self.0) * u64::from(share.0)).div_ceil(WHOLE))
    }

    /// The sum, at most 100.00.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self((self.0 + other.0).min(Self::FULL.0))
    }

    /// The difference, at least 0.00.
    pub(crate) const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Whole hundredths, at most the whole.
    pub(crate) fn from_wide(hundredths: u64) -> Self {
        Self(u16::try_from(hundredths.min(WHOLE)).unwrap_or(10_000))
    }

    /// Whole hundredths that cannot be above the whole. Holding them against it would cost a branch that is taken as often as not.
    fn within(hundredths: u32) -> Self {
        debug_assert!(hundredths <= 10_000, "{hundredths}");
        Self(u16::try_from(hundredths).unwrap_or(10_000))
    }

    pub(crate) fn wide(self) -> u64 {
        u64::from(self.0)
    }
}

impl FromStr for Score {
    type Err = ScoreError;

    /// Reads plain decimal text (`75`, `97.5`, `99.999`) exactly and [cuts](Score::cut) it.
    fn from_str(text: &str) -> Result<Self, ScoreError> {
        if let Some(score) = read_short(text) { Ok(score) } else { Self::cut(parse_decimal(text)?) }
    }
}

/// Reads what nearly every document writes, a percentage of at most two decimals; all else is read with `parse_decimal`.
fn read_short(text: &str) -> Option<Score> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole, 3) || !digits(fraction, 2) || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    let tenfold = if fraction.len() == 1 { 10 } else { 1 };
    let hundredths = whole.parse::<u16>().ok()?.checked_mul(100)?.checked_add(fraction.parse::<u16>().ok()? * tenfold)?;
    Score::from_hundredths(hundredths)
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl fmt::Debug for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Score({self})")
    }
}

/// Reads plain decimal text exactly: an optional minus sign, digits, and at most one point with digits on both sides.
///
/// Exponents, digit separators, a plus sign and bare points are refused, so that a number has one reading: `1e3`, `1_000`, `+1`, `.5`.
///
/// # Errors
///
/// [`ScoreError::NotDecimal`], or [`ScoreError::TooPrecise`] past 28 digits.
fn parse_decimal(text: &str) -> Result<Decimal, ScoreError> {
    let shorten = || text.chars().take(40).collect::<String>();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || !plain(fraction) || (whole.len() > 1 && whole.starts_with('0')) {
        return Err(ScoreError::NotDecimal { text: shorten() });
    }
    Decimal::from_str_exact(text).map_err(|_| ScoreError::TooPrecise { text: shorten() })
}

/// Weighted points: whole weights times percentages, exact, with two decimals (method M7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(u64); // hundredths

impl Points {
    /// A weight times a score.
    ///
    /// ```
    /// use pejling_core::{Points, Weight};
    ///
    /// assert_eq!(Points::of(Weight::new(3).unwrap(), "33.34".parse()?).to_string(), "100.02");
    /// # Ok::<(), pejling_core::ScoreError>(())
    /// ```
    #[must_use]
    pub fn of(weight: Weight, score: Score) -> Self {
        Self(u64::from(weight.get()) * score.wide())
    }

    /// The points in whole hundredths.
    #[must_use]
    pub const fn hundredths(self) -> u64 {
        self.0
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0; // a weight and a score make at most 10^10: 10^9 of them fit
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        points.fold(Self::default(), |mut sum, one| {
            sum += one;
            sum
        })
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

faults! {
    /// Why a text or number is no percentage.
    ScoreError {
        /// The text is not a plain decimal number.
        #[error("`{text}` is not a plain decimal number")]
        "not-a-decimal" NotDecimal {
            text: String,
        },
        /// The number has more digits than can be held exactly.
        #[error("`{text}` has more than 28 digits")]
        "too-many-digits" TooPrecise {
            text: String,
        },
        /// The number is below 0 or above 100.
        #[error("`{value}` is not between 0 and 100")]
        "percent-out-of-range" OutOfRange {
            value: String,
        },
    }
}

/// The three honest readings of the same evidence, always `substantiated <= declared <= possible` (method, "Words").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Readings<T> {
    /// What would stand before an auditor.
    pub substantiated: T,
    /// The same with everybody's word taken in full, except against a finding of higher assurance.
    pub declared: T,
    /// 100 less what is known to be wrong.
    pub possible: T,
}

impl<T> Readings<T> {
    /// Applies `f` to each reading by itself.
    pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> Readings<U> {
        Readings { substantiated: f(self.substantiated), declared: f(self.declared), possible: f(self.possible) }
    }

    /// Pairs each reading with the same reading of another.
    pub fn zip<U>(self, other: Readings<U>) -> Readings<(T, U)> {
        Readings {
            substantiated: (self.substantiated, other.substantiated),
            declared: (self.declared, other.declared),
            possible: (self.possible, other.possible),
        }
    }

    /// The value of one reading.
    pub fn get(&self, reading: Reading) -> &T {
        match reading {
            Reading::Substantiated => &self.substantiated,
            Reading::Declared => &self.declared,
            Reading::Possible => &self.possible,
        }
    }
}

impl<T: Ord + Copy> Readings<T> {
    /// The smaller value in each reading by itself.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        self.zip(other).map(|(a, b)| a.min(b))
    }
}

impl Readings<Score> {
    /// 100.00 in every reading.
    pub(crate) const FULL: Self = Self { substantiated: Score::FULL, declared: Score::FULL, possible: Score::FULL };
}

/// One of the three readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {
    /// What would stand before an auditor (Danish: underbygget).
    Substantiated,
    /// Everybody's word taken in full (Danish: oplyst).
    Declared,
    /// 100 less what is known to be wrong (Danish: muligt).
    Possible,
}

impl Reading {
    /// All readings, from the strictest.
    pub const ALL: [Self; 3] = [Self::Substantiated, Self::Declared, Self::Possible];

    /// The name used in documents.
    ///
    /// ```
    /// assert_eq!(pejling_core::Reading::ALL.map(|it| it.name()), ["substantiated", "declared", "possible"]);
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Substantiated => "substantiated",
            Self::Declared => "declared",
            Self::Possible => "possible",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn score(text: &str) -> Score {
        text.parse().unwrap()
    }

    #[test]
    fn half_halves_the_shortfall() {
        #[track_caller]
        fn check(from: &str, to: &str) {
            assert_eq!(score(from).half().to_string(), to);
        }
        check("0", "50.00"); // (100 + 0) / 2
        check("40.00", "70.00"); // (100 + 40) / 2
        check("99.98", "99.99"); // (100 + 99.98) / 2
        check("99.99", "99.99"); // (100 + 99.99) / 2 = 99.995, cut
        check("100.00", "100.00");
    }

    #[test]
    fn text_is_read_in_one_spelling() {
        #[track_caller]
        fn check(text: &str, expected: Result<&str, &str>) {
            let read = text.parse::<Score>();
            assert_eq!(read.map(|score| score.to_string()).map_err(|fault| fault.code()), expected.map(str::to_owned), "{text}");
        }
        check("75", Ok("75.00"));
        check("0", Ok("0.00"));
        check("-0", Ok("0.00"));
        check("97.5", Ok("97.50"));
        check("99.999", Ok("99.99")); // cut, never up
        check("100.00", Ok("100.00"));
        check("100.01", Err("percent-out-of-range"));
        check("-0.01", Err("percent-out-of-range"));
        for text in ["", "1e3", "1_000", "+1", ".5", "5.", "07", "1,5", " 1", "1 ", "NaN", "0x1", "1.2.3", "--1", "½"] {
            check(text, Err("not-a-decimal"));
        }
        check("0.00000000000000000000000000001", Err("too-many-digits")); // 29 decimals
        check("99999999999999999999999999999999", Err("too-many-digits"));
    }

    #[test]
    fn shares_of_scores_are_cut_and_faults_cut_up() {
        // 33.33 at 12.5 % = 4.16625
        assert_eq!(score("33.33").at(score("12.5")), score("4.16"));
        assert_eq!(score("33.33").at_up(score("12.5")), score("4.17"));
        assert_eq!(score("0").at_up(score("12.5")), score("0"));
        assert_eq!(score("80").at_up(score("50")), score("40")); // exact: nothing to round
    }
}
