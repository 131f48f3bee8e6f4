//! Wrong rules: each turns the naive scorer wrong in one place, as somebody might well misread the method or slip in code.

/// Declares the wrong rules and the list of all of them.
macro_rules! wrong {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        /// One deliberate deviation from the rules.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Wrong {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Wrong {
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// What is wrong, in words.
            pub(crate) const fn says(self) -> &'static str {
                match self {
                    $(Self::$name => concat!($($doc),+).trim_ascii(),)+
                }
            }
        }
    };
}

wrong! {
    // the grid
    /// Binary floats halve and average.
    BinaryFloats,
    /// What is beyond two decimals is rounded, half up.
    RoundHalfUp,
    /// Halves and means keep all their decimals.
    NeverCut,
    /// What was found wrong among chosen units is cut down, not up.
    FoundWrongIsCutDown,

    // M1 one evidence
    /// What was found wrong ages as what was in order does.
    FoundWrongAges,
    /// What was found wrong is discounted by assurance.
    FoundWrongIsDiscounted,
    /// Freshness falls to nothing on the day after validity.
    FreshnessFallsOffACliff,
    /// Freshness falls twice as fast.
    FreshnessFallsTwiceAsFast,
    /// Validity ends a day early.
    ValidityEndsADayEarly,
    /// Evidence dated after the assessment counts.
    FutureCounts,
    /// Assurance counts without saying who examined and where the record is.
    UntracedCounts,
    /// A statement of one's own is as sure as it claims, whatever its kind.
    KindCarriesAnything,
    /// One's own word is trusted to 60 %.
    OwnWordReachesTooFar,
    /// A random sample speaks for its own units only.
    SampleSpeaksForItself,
    /// A maturity level above the target misses it as one below does.
    LevelOvershootCosts,

    // M2 several evidences
    /// A requirement scores the average of its evidence.
    AverageOfEvidence,
    /// What the evidence covers is added up.
    EvidenceAddsUp,
    /// Only the latest evidence says what is in order.
    LatestWins,
    /// Only the evidence listed last says what is in order.
    LastListedWins,
    /// Only the worst evidence says what is in order.
    WorstWins,
    /// The best look decides what is possible.
    BestLookDecidesWhatIsPossible,
    /// The widest evidence is taken first, whatever its trust.
    WidestFirst,
    /// What is covered may exceed what is possible.
    NoCeiling,
    /// What is covered is scaled by what is possible.
    ScaledByPossible,
    /// One's own word closes what an audit found.
    OwnWordCloses,
    /// A look of the same day closes.
    SameDayCloses,
    /// A look at less than was wrong closes.
    NarrowCloses,
    /// A look at the whole does not close without naming the finding.
    WholeLookNeedsLink,
    /// Any later look at the same entity closes without naming the finding.
    LinkNotNeeded,
    /// A look at the whole of any entity closes.
    WholeLookElsewhereCloses,
    /// Findings stay open.
    NothingCloses,
    /// What was mended does not count as in order.
    MendedNotCounted,
    /// What was mended counts with the trust of the later look.
    MendedAtLaterTrust,
    /// A service counts in full.
    ServicesCountInFull,
    /// A service replaces what there is of one's own.
    ServicesReplace,
    /// Evidence holds for its entity only, not for what is below.
    EvidenceStaysWhereItIs,
    /// A requirement without evidence is taken to be in order.
    NothingGivesFull,
    /// A requirement without evidence is known to be wrong.
    NothingIsImpossible,
    /// What is outdated counts as assessed.
    OutdatedIsAssessed,
    /// An exclusion holds for ever.
    ExclusionHoldsForEver,

    // M3 dependencies
    /// Dependencies within a circle do not cap.
    NoCapInCircles,
    /// What supports caps in full.
    SupportCapsInFull,
    /// What is required caps by half.
    RequiringCapsByHalf,
    /// A requirement scores the average of itself and what it rests on.
    AverageOverDependencies,
    /// What rests on a requirement caps it too.
    CapsBothWays,
    /// What does not apply hides what it rests on.
    ExclusionCutsTheGraph,
    /// A composite is held against evidence of its own, which it cannot have.
    CompositeNeedsEvidence,
    /// Of several causes only the first is named.
    OnlyTheFirstCause,
    /// What binds directly is named as the cause.
    DirectCauses,

    // M4 objectives
    /// Requirements that are not assessed are left out of the mean.
    UnansweredLeftOut,
    /// What does not apply counts as 100.
    NotApplicableIsFull,
    /// Weights of members are ignored.
    MemberWeightsIgnored,
    /// Critical members do not guard.
    CriticalIgnored,
    /// A critical member caps in full, not by half.
    CriticalCapsInFull,
    /// A critical member counts double instead of guarding.
    CriticalCountsDouble,

    // M5 entities
    /// Above the leaves the lowest score counts.
    MinimumAbove,
    /// Above the leaves what does not apply counts as 0.
    NotApplicableIsNothingAbove,
    /// Weights of entities are ignored.
    EntityWeightsIgnored,
    /// Above the leaves every leaf counts, whatever stands between.
    LeavesCountAbove,

    // M7 bars
    /// Each cause is charged with all that is held back.
    EachCauseInFull,
    /// Above the leaves the parts of a bar are averaged and cut one by one.
    PartsCutOneByOne,
}
