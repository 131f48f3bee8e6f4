//! Laws that cannot fail prove nothing: each must break on the wrong rules that it is there for.

use std::collections::BTreeSet;

use proptest::strategy::{Strategy, ValueTree};

use crate::cases::{LAW, fixed_runner};
use crate::engine::engine;
use crate::generator::{Draw, draw, model};
use crate::laws::LAWS;
use crate::model::Model;
use crate::naive::naive;
use crate::wrong::Wrong;

/// Models within which a wrong rule must have shown; most show within ten.
const ENOUGH: u32 = 2_000;

/// Wrong rules that give other numbers and break no law, and why no law can see them. Only the comparison with the naive scorer does.
pub(crate) const ONLY_BY_COMPARISON: &[(Wrong, &str)] = &[
    (Wrong::FoundWrongIsCutDown, "the least grain on the grid; no law says how finely a finding is kept"),
    (Wrong::FoundWrongIsDiscounted, "no law compares a finding with the same finding of another assurance"),
    (Wrong::ValidityEndsADayEarly, "the same curve, a day earlier: as even, as slow, as falling"),
    (Wrong::SampleSpeaksForItself, "another form of finding, and by itself a consistent one"),
    (Wrong::WholeLookElsewhereCloses, "the laws on closing look at one entity"),
    (Wrong::MendedAtLaterTrust, "what was mended is then trusted more, and no evidence is trusted more than it is worth"),
    (Wrong::ServicesCountInFull, "the share of a service is an input like any other"),
    (Wrong::EvidenceStaysWhereItIs, "to hold below is what the word entity means here, and nothing follows from it"),
    (Wrong::OutdatedIsAssessed, "laws are about scores, and this is a state"),
    (Wrong::ExclusionHoldsForEver, "the laws on time leave applicability alone"),
    (Wrong::EntityWeightsIgnored, "units of equal weight are all that a law speaks of"),
    (Wrong::LeavesCountAbove, "with equal units and no level between, leaves and children are the same"),
];

/// The first case in which something shows on a model.
fn first(shows: impl Fn(&Model, &Draw) -> bool) -> Option<u32> {
    let (mut runner, strategy) = (fixed_runner(), (model(), draw()));
    (1..=ENOUGH).find(|_| {
        let (model, draw) = strategy.new_tree(&mut runner).unwrap().current();
        shows(&model, &draw) // a panic is no broken law: it goes through
    })
}

#[test]
fn each_law_breaks_on_the_wrong_rules_that_it_is_there_for() {
    let mut missed = Vec::new();
    for law in LAWS {
        for &wrong in law.catches {
            let found = first(|model, draw| (law.holds)(&|model| naive(model, Some(wrong)), model, draw).is_err());
            println!("{} breaks on {wrong:?} in case {found:?}", law.name);
            missed.extend(found.is_none().then_some((law.name, wrong)));
        }
    }
    assert!(missed.is_empty(), "a law that must break holds: {missed:?}");
}

#[test]
fn each_law_holds_by_the_right_rules() {
    for law in LAWS {
        law.check(&|model| naive(model, None), LAW);
    }
}

#[test]
fn each_wrong_rule_breaks_a_law_or_says_why_not() {
    let by_law: BTreeSet<Wrong> = LAWS.iter().flat_map(|law| law.catches.iter().copied()).collect();
    let excused: BTreeSet<Wrong> = ONLY_BY_COMPARISON.iter().map(|(wrong, _)| *wrong).collect();
    let both: Vec<_> = by_law.intersection(&excused).collect();
    assert!(both.is_empty(), "caught by a law and excused all the same: {both:?}");
    let neither: Vec<_> = Wrong::ALL.iter().filter(|wrong| !by_law.contains(wrong) && !excused.contains(wrong)).collect();
    assert!(neither.is_empty(), "caught by no law: {neither:?}");
}

#[test]
fn the_comparison_sees_each_wrong_rule() {
    let missed: Vec<_> =
        Wrong::ALL.iter().filter(|wrong| first(|model, _| engine(model) != naive(model, Some(**wrong))).is_none()).collect();
    assert!(missed.is_empty(), "no model tells these from the rules: {missed:?}");
}
