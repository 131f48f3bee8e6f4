//! One evidence: what was looked at, by whom, how sure that is, and for how long (method M1).

use jiff::civil::Date;

use crate::id::{EntityId, EvidenceId, RequirementId};
use crate::score::{Readings, Score};

/// Units in a random sample that speak for the whole population.
///
/// No failure among 60 drawn at random means that at most 5 % fail, with 95 % confidence (rule of three). Source: method M1, form 3.
pub const FULL_SAMPLE: u32 = 60;

/// How many units of a population a random sample needs in order to speak for the whole: [`FULL_SAMPLE`], or all where there are fewer.
#[must_use]
pub fn full_sample(population: u32) -> u32 {
    population.min(FULL_SAMPLE)
}

/// The highest level of the maturity scale, 0 to 5.
pub const HIGHEST_LEVEL: u8 = 5;

/// Declares an enum whose variants have the names that documents use.
#[doc(hidden)]
#[macro_export]
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name used in documents.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// The variant of that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($text => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}
named! {
    /// What kind of record an evidence is. It bounds how long the evidence can be valid and how sure it can be (table in method M1).
    Kind {
        /// A statement of one's own.
        Statement = "statement",
        /// A policy, procedure or description.
        Document = "document",
        /// A contract or data processing agreement.
        Agreement = "agreement",
        /// A risk assessment.
        RiskAssessment = "risk_assessment",
        /// A record of awareness work among staff, management or politicians.
        Awareness = "awareness",
        /// A review of logs.
        LogReview = "log_review",
        /// An exercise.
        Exercise = "exercise",
        /// A review of an incident after the event.
        IncidentReview = "incident_review",
        /// A technical test.
        Test = "test",
        /// An audit.
        Audit = "audit",
        /// An auditor's assurance report on a supplier.
        AssuranceReport = "assurance_report",
        /// A certificate.
        Certificate = "certificate",
    }
}

impl Kind {
    /// Days that an evidence of this kind is valid unless it says otherwise.
    #[must_use]
    pub const fn usual_valid_days(self) -> u16 {
        match self {
            Self::LogReview => 90,
            Self::Statement
            | Self::Document
            | Self::Agreement
            | Self::RiskAssessment
            | Self::Awareness
            | Self::Exercise
            | Self::IncidentReview
            | Self::Test
            | Self::Audit
            | Self::AssuranceReport
            | Self::Certificate => 365,
        }
    }

    /// The most days that an evidence of this kind can state.
    #[must_use]
    pub const fn longest_valid_days(self) -> u16 {
        match self {
            Self::LogReview => 180,
            Self::Statement | Self::Awareness | Self::Exercise | Self::IncidentReview | Self::Test | Self::AssuranceReport => 365,
            Self::Document | Self::Agreement | Self::RiskAssessment | Self::Audit | Self::Certificate => 1095,
        }
    }

    /// The highest assurance that this kind can carry.
    #[must_use]
    pub const fn highest_assurance(self) -> Assurance {
        match self {
            Self::Statement | Self::Document => Assurance::Own,
            Self::Agreement | Self::RiskAssessment | Self::Awareness | Self::LogReview | Self::Exercise | Self::IncidentReview => {
                Assurance::Internal
            }
            Self::Test | Self::Audit | Self::AssuranceReport | Self::Certificate => Assurance::Independent,
        }
    }
}

named! {
    /// How sure an evidence is, from one's own word upwards.
    Assurance {
        /// One's own word (Danish: egenvurdering).
        Own = "self",
        /// Internal control by somebody else than the one responsible (Danish: intern kontrol).
        Internal = "internal",
        /// Independent audit (Danish: uafhængig revision).
        Independent = "independent",
    }
}

impl Assurance {
    /// The trust that it is worth while fresh, in percent: the upper edges of the bands P, L and F (method M1).
    #[must_use]
    pub fn trust(self) -> Score {
        Score::from_wide(match self {
            Self::Own => 5_000,
            Self::Internal => 8_500,
            Self::Independent => 10_000,
        })
    }
}

named! {
    /// How the examined units were selected.
    Selection {
        /// Somebody chose them: they speak for themselves.
        Chosen = "chosen",
        /// They were drawn at random: they speak for the whole.
        Random = "random",
    }
}

/// What an evidence found, in one of three forms (method M1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Form 1: of `share` percent of the entity that was looked at, `result` percent is in order.
    Result {
        /// How much of the entity was looked at.
        share: Score,
        /// How much of that is in order.
        result: Score,
    },
    /// Form 2: a level on the maturity scale; the catalogue says which level counts as 100 %.
    Level {
        /// How much of the entity was looked at.
        share: Score,
        /// 0 to [`HIGHEST_LEVEL`].
        level: u8,
    },
    /// Form 3: counted units.
    Counts {
        /// How many there are.
        population: u32,
        /// How many were looked at.
        examined: u32,
        /// How many of these were in order.
        ok: u32,
        /// How they were selected.
        selection: Selection,
    },
}

impl Finding {
    /// What was in order, what was wrong, and what was looked at, in percent of the entity (method M1, the three forms).
    ///
    /// `target` is the level that counts as 100 %. Callers have checked the ranges: a positive share, and
    /// `0 <= ok <= examined <= population` with something examined.
    pub(crate) fn outcome(self, target: Target) -> Outcome {
        let of_share = |share: Score, result: Score| {
            let ok = share.at(result);
            Outcome { ok, bad: share.minus(ok) }
        };
        match self {
            Self::Result { share, result } => of_share(share, result),
            Self::Level { share, level } => {
                let reached = u64::from(level.min(target.0));
                of_share(share, Score::ratio(reached, u64::from(target.0)))
            }
            Self::Counts { population, examined, ok, selection: Selection::Random } => {
                let need = u64::from(full_sample(population));
                let share = Score::ratio(u64::from(examined).min(need), need);
                // cut(share * ok / examined): share is in hundredths already
                let ok = Score::from_wide(share.wide() * u64::from(ok) / u64::from(examined));
                Outcome { ok, bad: share.minus(ok) }
            }
            Self::Counts { population, examined, ok, selection: Selection::Chosen } => {
                let whole = u64::from(population);
                let bad = Score::ratio_up(u64::from(examined - ok), whole);
                let ok = Score::ratio(u64::from(ok), whole);
                Outcome { ok, bad }
            }
        }
    }
}

/// What an evidence says of its entity, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What was looked at and in order.
    pub ok: Score,
    /// What was looked at and wrong.
    pub bad: Score,
}

impl Outcome {
    /// What was looked at: the two together.
    #[must_use]
    pub fn share(self) -> Score {
        self.ok.plus(self.bad)
    }

    /// The same where only `share` percent rests on the service that it is about (method M2, services).
    pub(crate) fn at_share(self, share: Score) -> Self {
        Self { ok: self.ok.at(share), bad: self.bad.at_up(share) }
    }
}

/// The maturity level that counts as 100 %: 1 to 5, and 4 unless the catalogue says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target(u8); // INVARIANT: 1..=HIGHEST_LEVEL

impl Target {
    /// A target level, or `None` outside 1 to 5.
    #[must_use]
    pub const fn new(level: u8) -> Option<Self> {
        if level >= 1 && level <= HIGHEST_LEVEL { Some(Self(level)) } else { None }
    }

    /// The level.
    ///
    /// ```
    /// assert_eq!(pejling_core::Target::new(3).map(|it| it.level()), Some(3));
    /// ```
    #[must_use]
    pub const fn level(self) -> u8 {
        self.0
    }
}

impl Default for Target {
    fn default() -> Self {
        Self(4)
    }
}

/// An evidence as it is handed in; [`crate::Assessment::new`] checks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its name.
    pub id: EvidenceId,
    /// What it is held against.
    pub requirement: RequirementId,
    /// What it is about; it holds for everything below as well.
    pub entity: EntityId,
    /// What kind of record it is.
    pub kind: Kind,
    /// The day on which it was found.
    pub date: Date,
    /// How sure it claims to be.
    pub assurance: Assurance,
    /// Who examined.
    pub by: Option<String>,
    /// Case number, address or digest of the record.
    pub reference: Option<String>,
    /// Days of validity, where they differ from the kind's.
    pub valid_days: Option<u16>,
    /// Earlier findings that this one looked at again.
    pub closes: Vec<EvidenceId>,
    /// What was found.
    pub finding: Finding,
}

impl Evidence {
    /// The assurance that counts: not above what the kind can carry, and one's own word without who and reference (method M1).
    #[must_use]
    pub fn counted_assurance(&self) -> Assurance {
        if self.is_traceable() { self.assurance.min(self.kind.highest_assurance()) } else { Assurance::Own }
    }

    /// Whether it says both who examined and where the record is.
    #[must_use]
    pub fn is_traceable(&self) -> bool {
        let said = |text: &Option<String>| text.as_ref().is_some_and(|text| says_something(text));
        said(&self.by) && said(&self.reference)
    }

    /// Days that it is valid.
    #[must_use]
    pub fn counted_valid_days(&self) -> u16 {
        self.valid_days.unwrap_or(self.kind.usual_valid_days())
    }
}

/// Whether a text names anybody or anything: blanks, dashes and invisible signs do not.
///
/// ```
/// assert!(pejling_core::says_something("sag 2026-14"));
/// assert!(!pejling_core::says_something(" – "));
/// assert!(!pejling_core::says_something("\u{3164}")); // a letter that looks like a blank
/// ```
#[must_use]
pub fn says_something(text: &str) -> bool {
    text.chars().any(|found| found.is_alphanumeric() && !matches!(found, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')) // fillers
}

/// How fresh an evidence of that age is: 100 while valid, 0 from twice the validity, falling evenly between (method M1).
pub(crate) fn freshness(age_days: u32, valid_days: u16) -> Score {
    let valid = u32::from(valid_days);
    let left = (2 * valid).saturating_sub(age_days).min(valid); // days of freshness that are left, of as many as it is valid
    if left == valid { Score::FULL } else { Score::from_wide((left * 10_000 / valid).into()) } // mostly the first, and to divide takes long
}

/// What an evidence's statements are worth: substantiated, declared. What was found wrong neither ages nor is discounted, so the
/// third reading has no trust.
pub(crate) fn trust(assurance: Assurance, fresh: Score) -> Readings<Score> {
    Readings { substantiated: assurance.trust().at(fresh), declared: fresh, possible: Score::FULL }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn score(text: &str) -> Score {
        text.parse().unwrap()
    }

    #[test]
    fn freshness_falls_after_validity() {
        #[track_caller]
        fn check(age: u32, valid: u16, expected: &str) {
            assert_eq!(freshness(age, valid).to_string(), expected);
        }
        check(0, 365, "100.00");
        check(365, 365, "100.00"); // still valid on its last day
        check(366, 365, "99.72"); // 100 * (730 - 366) / 365 = 99.726..
        check(425, 365, "83.56"); // 100 * 305 / 365 = 83.561.. (worked example 3)
        check(729, 365, "0.27"); // 100 * 1 / 365 = 0.273..
        check(730, 365, "0.00");
        check(100_000, 365, "0.00");
        check(1, 1, "100.00");
        check(2, 1, "0.00");
    }

    #[test]
    fn trust_is_assurance_times_freshness() {
        // worked example 3: 85 * 83.56 / 100 = 71.026
        let aged = trust(Assurance::Internal, score("83.56"));
        assert_eq!((aged.substantiated, aged.declared), (score("71.02"), score("83.56")));
        assert_eq!(trust(Assurance::Own, Score::FULL).substantiated, score("50"));
        assert_eq!(trust(Assurance::Independent, Score::FULL).substantiated, score("100"));
    }

    #[test]
    fn findings_become_shares_of_the_entity() {
        #[track_caller]
        fn check(finding: Finding, target: u8, ok: &str, bad: &str, share: &str) {
            let expected = Outcome { ok: score(ok), bad: score(bad) };
            let outcome = finding.outcome(Target::new(target).unwrap());
            assert_eq!((outcome, outcome.share()), (expected, score(share)), "{finding:?}");
        }
        let result = |share, result| Finding::Result { share: score(share), result: score(result) };
        check(result("100", "90"), 4, "90.00", "10.00", "100.00");
        check(result("60", "95"), 4, "57.00", "3.00", "60.00"); // 60 * 95 / 100
        check(result("33.33", "33.33"), 4, "11.10", "22.23", "33.33"); // 11.108889 cut; the rest is wrong

        let level = |level| Finding::Level { share: Score::FULL, level };
        check(level(3), 4, "75.00", "25.00", "100.00"); // 100 * 3 / 4
        check(level(2), 3, "66.66", "33.34", "100.00"); // 66.666.. cut
        check(level(5), 4, "100.00", "0.00", "100.00"); // above the target is no more than 100
        check(level(0), 4, "0.00", "100.00", "100.00");

        let counts = |population, examined, ok, selection| Finding::Counts { population, examined, ok, selection };
        check(counts(40, 12, 9, Selection::Chosen), 4, "22.50", "7.50", "30.00"); // worked example 1: 9/40, 3/40
        check(counts(3, 3, 1, Selection::Chosen), 4, "33.33", "66.67", "100.00"); // wrong is cut up: 66.666.. -> 66.67
        check(counts(30_000, 1, 0, Selection::Chosen), 4, "0.00", "0.01", "0.01"); // one in 30 000 never vanishes
        check(counts(1200, 45, 45, Selection::Random), 4, "75.00", "0.00", "75.00"); // worked example 2: 45 of 60
        check(counts(1200, 60, 48, Selection::Random), 4, "80.00", "20.00", "100.00"); // 48 of 60 speak for all
        check(counts(1200, 200, 150, Selection::Random), 4, "75.00", "25.00", "100.00"); // more than 60 is 100 % as well
        check(counts(7, 3, 2, Selection::Random), 4, "28.56", "14.29", "42.85"); // 300/7 = 42.857..; 42.85 * 2/3 = 28.566..
        check(counts(u32::MAX, u32::MAX, u32::MAX, Selection::Random), 4, "100.00", "0.00", "100.00");
    }
}
