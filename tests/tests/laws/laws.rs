//! The laws of the method: what must follow for every score at every entity, whatever the organisation.
//!
//! A law is tried on any scorer. The engine has to keep each; a scorer with a wrong rule must break those that say so here.

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

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
    /// In words.
    pub(crate) says: &'static str,
    pub(crate) holds: fn(Scorer<'_>, &Model, &Draw) -> TestCaseResult,
    /// The wrong rules that it must catch.
    pub(crate) catches: &'static [Wrong],
}

impl Law {
    /// Tries the law on as many models; panics with the least model that breaks it.
    #[track_caller]
    pub(crate) fn check(&self, scorer: Scorer<'_>, cases: u32) {
        let outcome = runner(cases).run(&(model(), draw()), |(model, draw)| (self.holds)(scorer, &model, &draw));
        outcome.unwrap_or_else(|failure| panic!("{}: {failure}", self.name));
    }
}

/// Lists the laws: what each says, and which wrong rules it must catch. Each is a test of its own over the engine.
macro_rules! laws {
    ($($(#[doc = $doc:literal])+ $subject:ident::$law:ident catches [$($wrong:ident),+],)+) => {
        /// Every law.
        pub(crate) const LAWS: &[Law] = &[$(
            Law { name: stringify!($law), says: concat!($($doc),+), holds: $subject::$law, catches: &[$(Wrong::$wrong),+] },
        )+];

        $(
            $(#[doc = $doc])+
            #[test]
            fn $law() {
                let law = LAWS.iter().find(|law| law.name == stringify!($law)).unwrap();
                law.check(&engine, cases(cases::LAW));
            }
        )+
    };
}

laws! {
    /// The order in which anything is handed in moves no number, nor does the order of names.
    whole::order_never_matters catches [LastListedWins],
    /// 0 <= substantiated <= declared <= possible <= 100, each on the grid of two decimals.
    whole::readings_are_ordered_on_the_grid catches [NeverCut, NoCeiling],
    /// k of n equal units in order give the same, recorded as one result or unit by unit.
    whole::the_same_facts_on_the_whole_or_on_parts catches [MinimumAbove],
    /// The five parts of a bar are what they say: they sum to 100 times the applicable weight, at every entity; what is held back is the
    /// sum over its causes; and the first part over the weight, cut, is the mean.
    whole::a_bar_sums_exactly catches [
        UnansweredLeftOut, NotApplicableIsFull, MemberWeightsIgnored, CriticalCountsDouble, EachCauseInFull, PartsCutOneByOne
    ],
    /// The same evidence once more, closed by whatever closes the first, moves nothing at all.
    evidence::duplicates_change_nothing catches [AverageOfEvidence, EvidenceAddsUp],
    /// However many there are, evidences substantiate no more than the best of them is trusted.
    evidence::weak_evidence_never_piles_up catches [EvidenceAddsUp, KindCarriesAnything],
    /// More in order, a higher level or a higher result lowers nothing.
    evidence::a_better_result_never_lowers catches [LevelOvershootCosts],
    /// A pass that is surer, traced, newer, valid for longer, or wider lowers nothing.
    evidence::a_better_pass_never_lowers catches [WidestFirst, LatestWins],
    /// One more evidence that found everything in order lowers nothing, however weak, old or narrow.
    evidence::adding_a_pass_never_lowers catches [
        AverageOfEvidence, LatestWins, LastListedWins, WorstWins, WidestFirst, ServicesReplace, UnansweredLeftOut
    ],
    /// One's own word alone substantiates at most the band P of a requirement's own score, and internal work at most L.
    evidence::ones_own_word_reaches_at_most_partly catches [OwnWordReachesTooFar, EvidenceAddsUp],
    /// Without evidence everything that applies is substantiated 0, declared 0 and possible 100, at every entity.
    evidence::nothing_from_nothing catches [NothingGivesFull, NothingIsImpossible, NotApplicableIsNothingAbove],
    /// Who says that what nobody has shown to be in order is wrong loses nothing that is substantiated.
    evidence::admitting_an_unsubstantiated_failure_costs_nothing catches [AverageOfEvidence, WorstWins, ScaledByPossible],
    /// One more evidence that names no finding and did not look at the whole makes no more possible.
    findings::adding_what_closes_nothing_never_raises_possible catches [BestLookDecidesWhatIsPossible, LinkNotNeeded],
    /// A look that names a finding closes nothing if it is not later, less sure, or at less than was wrong.
    findings::a_weak_old_or_narrow_look_closes_nothing catches [OwnWordCloses, SameDayCloses, NarrowCloses, LinkNotNeeded, UntracedCounts],
    /// Of 40 units some are wrong. The same party later looks at exactly those again, or at all, and finds them in order: all is well.
    findings::repaired_and_looked_at_again_counts catches [NothingCloses, WholeLookNeedsLink, LinkNotNeeded, MendedNotCounted],
    /// If nobody does anything, nothing rises, and what is possible stays.
    time::time_alone_never_raises catches [FoundWrongAges],
    /// With 90 days of validity, a day takes at most the ninetieth part of what is substantiated, and what four cuts may take.
    time::one_day_moves_little catches [FreshnessFallsOffACliff, FreshnessFallsTwiceAsFast],
    /// Evidence dated after the assessment changes nothing.
    time::the_future_changes_nothing catches [FutureCounts],
    /// A score is the least of what it has of its own and what it rests on allows, directly (half for what supports) and as the closed form
    /// over all that it rests on; and an objective the least of its mean and what its critical members allow.
    graph::a_score_equals_its_binding_cap catches [
        BinaryFloats, RoundHalfUp, NoCapInCircles, SupportCapsInFull, RequiringCapsByHalf, AverageOverDependencies, CapsBothWays,
        ExclusionCutsTheGraph, CompositeNeedsEvidence, CriticalIgnored, CriticalCapsInFull
    ],
    /// One more dependency, or one more critical member, raises nothing.
    graph::another_edge_or_critical_flag_never_raises catches [AverageOverDependencies, CriticalCountsDouble],
    /// If the evidence on one requirement is withdrawn, only what rests on it moves.
    graph::only_what_rests_on_it_moves catches [CapsBothWays],
    /// Those named hold a requirement back together: with all of them lifted it rises; while one of them stays, it does not, even if
    /// everything else is lifted.
    graph::held_back_by_is_exact catches [OnlyTheFirstCause, DirectCauses],
    /// A further framework that builds on the first moves nothing in it, whatever it asks and however badly that is met.
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
