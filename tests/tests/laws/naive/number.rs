//! The grid: cut, half and mean.

use num_rational::Ratio;

use super::Rules;
use crate::published::Fraction;
use crate::wrong::Wrong;

/// 100 %.
pub(super) fn whole() -> Fraction {
    Ratio::from(100)
}

/// For what was found wrong: the smallest value of the grid that is not less.
pub(super) fn cut_up(x: Fraction) -> Fraction {
    (x * 100).ceil() / 100
}

impl Rules<'_> {
    /// Drops what is beyond two decimals.
    pub(crate) fn cut(&self, x: Fraction) -> Fraction {
        let hundredths = x * 100;
        let kept = if self.is(Wrong::RoundHalfUp) { (hundredths + Ratio::new(1, 2)).floor() } else { hundredths.floor() };
        kept / 100
    }

    /// The shortfall is halved.
    pub(crate) fn half(&self, x: Fraction) -> Fraction {
        match self.wrong {
            Some(Wrong::NeverCut) => (x + 100) / 2,
            Some(Wrong::BinaryFloats) => float::half(x),
            _ => self.cut((x + 100) / 2),
        }
    }

    /// The weighted mean, cut; `None` of nothing.
    pub(crate) fn mean(&self, weighted: &[(u32, Fraction)]) -> Option<Fraction> {
        if weighted.is_empty() {
            return None;
        }
        let points: Fraction = weighted.iter().map(|&(weight, x)| x * i64::from(weight)).sum();
        let weight: i64 = weighted.iter().map(|&(weight, _)| i64::from(weight)).sum();
        Some(match self.wrong {
            Some(Wrong::NeverCut) => points / weight,
            Some(Wrong::BinaryFloats) => float::mean(weighted),
            _ => self.cut(points / weight),
        })
    }
}

/// What one writes without thinking twice: percentages as floats between 0 and 1.
#[allow(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "that floats give other numbers is what is shown here"
)]
mod float {
    use num_rational::Ratio;

    use crate::published::Fraction;

    fn read(x: Fraction) -> f64 {
        *x.numer() as f64 / *x.denom() as f64 / 100.0
    }

    fn cut(x: f64) -> Fraction {
        Ratio::new((x * 10_000.0).floor() as i64, 100)
    }

    pub(super) fn half(x: Fraction) -> Fraction {
        cut(f64::midpoint(1.0, read(x)))
    }

    pub(super) fn mean(weighted: &[(u32, Fraction)]) -> Fraction {
        let weight: f64 = weighted.iter().map(|&(weight, _)| f64::from(weight)).sum();
        cut(weighted.iter().map(|&(weight, x)| f64::from(weight) * read(x)).sum::<f64>() / weight)
    }
}
