//! What generators draw from: numbers without floats and dates without a clock.

use std::fmt;

/// Pseudo-random numbers (SplitMix64): each topic has a stream of its own, so a change to one moves no other.
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    /// The stream of a topic, which its words name.
    pub(crate) fn of(seed: u64, topic: &[&str]) -> Self {
        // FNV-1a over the words, each ended by a byte that no text has, then the seed.
        let bytes = topic.iter().flat_map(|word| word.bytes().chain([0xff]));
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        Self(hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub(crate) fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included; `low` where the two are the wrong way round.
    pub(crate) fn between(&mut self, low: u32, high: u32) -> u32 {
        let choices = u64::from(high.saturating_sub(low)) + 1;
        let drawn = ((self.draw() >> 32) * choices) >> 32;
        low.saturating_add(u32::try_from(drawn).unwrap_or_default())
    }

    /// True in that many of a hundred cases.
    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of several, or nothing of none.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let last = u32::try_from(from.len().checked_sub(1)?).ok()?;
        from.get(self.between(0, last) as usize)
    }
}

/// A civil date from 1970 on, counted in days; printed as `2026-06-30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(u32);

impl Day {
    /// The date of a year, month and day.
    pub(crate) const fn new(year: u32, month: u32, day: u32) -> Self {
        // A year starts in March here, so that the leap day is its last. 1970-01-01 is day 719,468 of that count.
        let year = if month > 2 { year } else { year - 1 };
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Self(365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719_468)
    }

    /// Year, month and day.
    pub(crate) const fn parts(self) -> (u32, u32, u32) {
        let day = self.0 + 719_468;
        let (era, day) = (day / 146_097, day % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        if month < 10 { (era * 400 + year, month + 3, day) } else { (era * 400 + year + 1, month - 9, day) }
    }

    /// That many days earlier.
    pub(crate) const fn before(self, days: u32) -> Self {
        Self(self.0.saturating_sub(days))
    }

    /// That many days earlier, or the last working day before it where that is none.
    pub(crate) fn workday_before(self, days: u32) -> Self {
        let mut day = self.before(days);
        while day.is_off() {
            day = Self(day.0.saturating_sub(1));
        }
        day
    }

    /// A weekend, or a holiday of fixed date.
    pub(crate) fn is_off(self) -> bool {
        let (_, month, day) = self.parts();
        let weekend = matches!(self.0 % 7, 2 | 3); // 1970-01-01 was a Thursday
        weekend || matches!((month, day), (1, 1) | (6, 5) | (12, 24..=26 | 31))
    }

    /// Days from an earlier date to this one.
    pub(crate) const fn since(self, earlier: Self) -> u32 {
        self.0.saturating_sub(earlier.0)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_keeps_its_date() {
        #[track_caller]
        fn check((year, month, day): (u32, u32, u32), count: u32) {
            assert_eq!(Day::new(year, month, day), Day(count));
            assert_eq!(Day(count).parts(), (year, month, day));
        }
        check((1970, 1, 1), 0);
        check((1999, 12, 31), 10_956); // 30 years, 7 leap days, less one day: 10,950 + 7 - 1
        check((2000, 2, 29), 11_016); // 10,957 + 31 + 28
        check((2026, 6, 30), 20_634); // 56 years, 14 leap days, 180 days into the year: 20,440 + 14 + 180
    }

    #[test]
    fn work_rests_on_weekends_and_holidays() {
        let friday = Day::new(2026, 6, 26);
        assert_eq!(Day::new(2026, 6, 28).workday_before(0), friday); // a Sunday
        assert_eq!(Day::new(2026, 6, 30).workday_before(3), friday); // from a Tuesday to a Saturday
        assert_eq!(Day::new(2025, 12, 28).workday_before(0), Day::new(2025, 12, 23)); // a Sunday after Christmas
        assert_eq!(Day::new(2026, 6, 30).workday_before(1).to_string(), "2026-06-29");
    }

    #[test]
    fn streams_are_those_of_splitmix64() {
        // The published reference stream of seed 0 starts 0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4.
        let mut dice = Dice(0);
        assert_eq!((dice.draw(), dice.draw()), (0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4));
        let mut dice = Dice(0); // the top halves 0xe220a839 and 0x6e789e6a of 2^32: 0.883 and 0.431
        assert_eq!((dice.between(1, 6), dice.between(1, 6)), (6, 3));
    }
}
