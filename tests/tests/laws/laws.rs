//! The laws of the method: what must follow for every score at every entity, whatever the organisation.
//!
//! A law is tried on any scorer. The engine has to keep each; a scorer with a wrong rule must break those that say so here.

use proptest::prelude::*;
use proptest::test_runner::{TestCaseResult, TestError};

use crate::cases::{self, cases, runner};
use crate::engine::engine;
use crate::generator::{Draw, draw, model};
use crate::model::Model;
use crate::published::{Part, Published};
use crate::wrong::Wrong;

mod evidence;
mod findings;
mod graph;
mod time;
mod whole;

/// Whatever gives everything that is published of a model.
pub(crate) type Scorer<'s> = &'s dyn Fn(&Model) -> Published;

/// What must follow, whatever the model and what else is drawn.
pub(crate) struct Law {
    pub(crate) name: &'static str,
    pub(crate) holds: fn(Scorer<'_>, &Model, &Draw) -> TestCaseResult,
    /// The wrong rules that it must catch.
    pub(crate) catches: &'static [Wrong],
}

impl Law {
    /// Tries the law on as many models, the same each time for the same seed.
    pub(crate) fn run(&self, scorer: Scorer<'_>, cases: u32) -> Result<(), TestError<(Model, Draw)>> {
        runner(cases).run(&(model(), draw()), |(model, draw)| (self.holds)(scorer, &model, &draw))
    }
}

/// Lists the laws: what each says stands at its function. Each is a test of its own over the engine.
macro_rules! laws {
    ($($subject:ident::$law:ident catches [$($wrong:ident),+],)+) => {
        /// Every law.
        pub(crate) const LAWS: &[Law] = &[$(
            Law { name: stringify!($law), holds: $subject::$law, catches: &[$(Wrong::$wrong),+] },
        )+];

        $(
            #[test]
            fn $law() {
                let law = LAWS.iter().find(|law| law.name == stringify!($law)).unwrap();
                law.run(&engine, cases(cases::LAW)).unwrap_or_else(|failure| panic!("{failure}"));
            }
        )+
    };
}

laws! {
    whole::order_never_matters catches [LastListedWins],
    whole::readings_are_ordered_on_the_grid catches [NeverCut, NoCeiling],
    whole::the_same_facts_on_the_whole_or_on_parts catches [MinimumAbove],
    whole::a_bar_sums_exactly catches [
        UnansweredLeftOut, NotApplicableIsFull, MemberWeightsIgnored, CriticalCountsDouble, EachCauseInFull, PartsCutOneByOne
    ],
    evidence::duplicates_change_nothing catches [AverageOfEvidence, EvidenceAddsUp],
    evidence::weak_evidence_never_piles_up catches [EvidenceAddsUp],
    evidence::a_better_result_never_lowers catches [LevelOvershootCosts],
    evidence::a_better_pass_never_lowers catches [LatestWins],
    evidence::adding_a_pass_never_lowers catches [AverageOfEvidence, LatestWins, LastListedWins, WorstWins, ServicesReplace, UnansweredLeftOut],
    evidence::ones_own_word_reaches_at_most_partly catches [OwnWordReachesTooFar, EvidenceAddsUp],
    evidence::nothing_from_nothing catches [NothingGivesFull, NothingIsImpossible, NotApplicableIsNothingAbove],
    evidence::admitting_an_unsubstantiated_failure_costs_nothing catches [AverageOfEvidence, WorstWins, ScaledByPossible],
    findings::adding_what_closes_nothing_never_raises_possible catches [BestLookDecidesWhatIsPossible, LinkNotNeeded],
    findings::a_weak_old_or_narrow_look_closes_nothing catches [OwnWordCloses, SameDayCloses, NarrowCloses, LinkNotNeeded, UntracedCounts],
    findings::repaired_and_looked_at_again_counts catches [NothingCloses, WholeLookNeedsLink, LinkNotNeeded, MendedNotCounted],
    time::time_alone_never_raises catches [FoundWrongAges],
    time::one_day_moves_little catches [FreshnessFallsOffACliff, FreshnessFallsTwiceAsFast],
    time::the_future_changes_nothing catches [FutureCounts],
    graph::a_score_equals_its_binding_cap catches [
        BinaryFloats, RoundHalfUp, NoCapInCircles, SupportCapsInFull, RequiringCapsByHalf, AverageOverDependencies, CapsBothWays,
        ExclusionCutsTheGraph, CompositeNeedsEvidence, CriticalIgnored, CriticalCapsInFull
    ],
    graph::another_edge_or_critical_flag_never_raises catches [AverageOverDependencies, CriticalCountsDouble],
    graph::only_what_rests_on_it_moves catches [CapsBothWays],
    graph::held_back_by_is_exact catches [OnlyTheFirstCause, DirectCauses],
    graph::an_overlay_never_moves_a_common_score catches [CapsBothWays],
}

/// The readings that change with trust.
const SUBSTANTIATED_AND_DECLARED: &[usize] = &[0, 1];
const POSSIBLE: &[usize] = &[2];
const ALL: &[usize] = &[0, 1, 2];

/// No score is above the other's in these readings, wherever both apply.
fn nowhere_above(lower: &Published, upper: &Published, readings: &[usize]) -> TestCaseResult {
    let (lower, upper) = (lower.flat(), upper.flat());
    for (key, score) in &lower {
        if let (Some(score), Some(Some(other))) = (score, upper.get(key)) {
            for &reading in readings {
                let (low, high) = (score[reading], other[reading]);
                prop_assert!(low <= high, "{key:?}, reading {reading}: {low} is above {high}");
            }
        }
    }
    Ok(())
}

/// What a requirement or objective is of a model that another one was made from: both published the same of it.
fn same(a: &Published, b: &Published, of: impl Fn(Part) -> bool) -> TestCaseResult {
    let (a, b) = (a.flat(), b.flat());
    for (key, score) in a.iter().filter(|((_, part), _)| of(*part)) {
        prop_assert_eq!(Some(score), b.get(key), "{:?} moved", key);
    }
    Ok(())
}
