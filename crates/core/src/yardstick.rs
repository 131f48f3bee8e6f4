//! The state's yardstick: the same evidence on the scale on which Danish authorities measure their work with ISO 27001 (method M7).

use std::fmt;

use crate::id::{EntityId, RequirementId};
use crate::score::Score;
use crate::scores::{Overall, Scores};

/// A level on the state's scale in tenths, 0.0 to 4.0. The norm is 4; what is above it is not told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(u16);

impl Level {
    /// The level of what is declared: `declared * 4 / 100`, cut to one decimal.
    ///
    /// ```
    /// use pejling_core::Level;
    ///
    /// assert_eq!(Level::of("92.50".parse()?).to_string(), "3.7"); // 92.50 * 4 / 100 = 3.70
    /// assert_eq!(Level::of("99.99".parse()?).to_string(), "3.9");
    /// # Ok::<(), pejling_core::ScoreError>(())
    /// ```
    #[must_use]
    pub const fn of(declared: Score) -> Self {
        Self(declared.hundredths() / 250)
    }

    /// The level in tenths, 0 to 40.
    #[must_use]
    pub const fn tenths(self) -> u16 {
        self.0
    }

    /// The mean of levels, cut to one decimal; `None` of none.
    fn mean(levels: impl ExactSizeIterator<Item = Self>) -> Option<Self> {
        let count = u64::try_from(levels.len()).unwrap_or(u64::MAX);
        let sum: u64 = levels.map(|level| u64::from(level.0)).sum();
        sum.checked_div(count).and_then(|tenths| u16::try_from(tenths).ok()).map(Self)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

/// An area of the yardstick at an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area<'a> {
    /// The mean of its requirements' levels, cut to one decimal; `None` where none applies.
    pub level: Option<Level>,
    /// Whether it meets the norm: every requirement that applies is declared in full. What nobody answered is not.
    pub meets_norm: bool,
    /// Its requirements that apply, with what they score.
    pub members: Vec<(&'a RequirementId, Overall)>,
    /// How many of these somebody assessed everywhere that they apply.
    pub assessed: usize,
}

impl Scores<'_> {
    /// An area of the state's yardstick at an entity. It is a view of declared levels, so it stands beside what is substantiated.
    #[must_use]
    pub fn area<'a>(&self, entity: &EntityId, requirements: impl IntoIterator<Item = &'a RequirementId>) -> Area<'a> {
        let members = requirements.into_iter().filter_map(|id| Some((id, self.overall(entity, id)?)));
        let members: Vec<_> = members.collect();
        let declared = |it: &Overall| it.levels.own.declared;
        Area {
            level: Level::mean(members.iter().map(|(_, it)| Level::of(declared(it)))),
            meets_norm: !members.is_empty() && members.iter().all(|(_, it)| declared(it) == Score::FULL),
            assessed: members.iter().filter(|(_, it)| it.assessed == it.applicable).count(),
            members,
        }
    }
}
