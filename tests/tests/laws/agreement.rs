//! The engine and the naive scorer publish the same, number for number.

use pejling_core::{Assurance, Readings, RequirementScore, Score, score};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseResult;

use crate::cases::{AGREEMENT, cases, runner};
use crate::engine::{assessment, day, engine};
use crate::generator::model;
use crate::model::{Evidence, Finding, Model, Requirement};
use crate::naive::naive;
use crate::published::{Flat, Published};

/// The first number that differs, for whoever has to find out why.
fn difference(ours: &Published, theirs: &Published) -> String {
    let (ours, theirs): (Flat, Flat) = (ours.flat(), theirs.flat());
    let found = ours.iter().find(|(key, score)| theirs.get(key) != Some(score));
    found.map_or("not in a score".to_owned(), |(key, score)| format!("{key:?}: engine {score:?}, naive {:?}", theirs.get(key)))
}

fn agree(model: &Model) -> TestCaseResult {
    let (ours, theirs) = (engine(model), naive(model, None));
    prop_assert!(ours == theirs, "{}\n{ours:#?}\n{theirs:#?}", difference(&ours, &theirs));
    Ok(())
}

#[test]
fn the_engine_publishes_what_the_rules_say() {
    let outcome = runner(cases(AGREEMENT)).run(&model(), |model| agree(&model));
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Own scores alone, handed to the catalogue, come to what scoring finds at each leaf; where something does not apply nothing is lacking.
#[test]
fn propagation_alone_is_that_of_scoring() {
    let outcome = runner(cases(AGREEMENT)).run(&model(), |model| {
        let full = assessment(&model);
        let catalogue = full.catalogue();
        for leaf in score(&full, day(model.day)).leaves() {
            let nothing_lacks = Readings { substantiated: Score::FULL, declared: Score::FULL, possible: Score::FULL };
            let numbers = |it: &pejling_core::Requirement| match leaf.requirement(&it.id).unwrap() {
                RequirementScore::NotApplicable => (nothing_lacks, None),
                RequirementScore::Applicable(it) => (it.own, Some(it.score)),
            };
            let (own, expected): (Vec<_>, Vec<_>) = catalogue.requirements().iter().map(numbers).unzip();
            let found = catalogue.propagate(&own).unwrap();
            prop_assert_eq!(found.len(), own.len());
            for (found, expected) in found.into_iter().zip(expected) {
                prop_assert_eq!(expected.unwrap_or(found), found);
            }
            prop_assert_eq!(catalogue.propagate(&own[1..]), None);
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// One audit: how old it is and how long it holds, how sure, how much of its entity it looked at, how much of that was in order, and how many
/// audits before it one stands that it closes by name, where it does.
#[derive(Clone, Copy, Debug)]
struct Audit {
    age: i32,
    valid_days: u16,
    assurance: Assurance,
    share: u16,
    result: u16,
    closes: Option<usize>,
}

/// Audits of all kinds; those that looked at a part only close by name.
fn audit() -> impl Strategy<Value = Audit> {
    let share = prop_oneof![2 => Just(10_000_u16), 1 => 1..10_000_u16];
    (0..500_i32, 1..500_u16, select(Assurance::ALL), share, 0..=10_000_u16, 1..40_usize).prop_map(
        |(age, valid_days, assurance, share, result, back)| {
            let closes = Some(back).filter(|_| share < 10_000);
            Audit { age, valid_days, assurance, share, result, closes }
        },
    )
}

/// Audits that are about each other: of a few days, and with a few results.
fn near_audit() -> impl Strategy<Value = Audit> {
    let (ages, results) = ([0, 60, 120, 240, 360], [0, 2_500, 5_000, 6_000, 9_000, 10_000]);
    let share = prop_oneof![3 => Just(10_000_u16), 1 => Just(5_000)];
    let closes = prop_oneof![Just(None), (1..4_usize).prop_map(Some)];
    (select(ages.to_vec()), select(vec![90_u16, 365, 1_095]), select(Assurance::ALL), share, select(results.to_vec()), closes)
        .prop_map(|(age, valid_days, assurance, share, result, closes)| Audit { age, valid_days, assurance, share, result, closes })
}

/// An audit, a look at the whole that mends a part of it, a look at a part that mends the rest of that one, and what somebody says of it all;
/// and others beside them. Only here does it matter that the first two are worth more together than each.
fn mended_twice() -> impl Strategy<Value = Vec<Audit>> {
    let days = select(vec![(360, 240, 120), (240, 120, 60), (120, 60, 0)]);
    (vec(near_audit(), 4..7), days, select(Assurance::ALL)).prop_map(|(mut audits, (first, second, third), assurance)| {
        for (audit, (age, share, closes)) in audits.iter_mut().zip([(first, 10_000, None), (second, 10_000, None), (third, 5_000, Some(1))])
        {
            *audit = Audit { age, assurance, share, closes, ..*audit };
        }
        audits[3] = Audit { assurance: Assurance::Own, share: 10_000, result: 10_000, ..audits[3] };
        audits
    })
}

/// The model with audits of one requirement by the organisation.
fn with_audits(mut model: Model, requirement: usize, audits: &[Audit]) -> Model {
    for &Audit { age, valid_days, assurance, share, result, closes } in audits {
        let closed = closes.and_then(|back| model.evidence.len().checked_sub(back));
        model.evidence.push(Evidence {
            assurance,
            age,
            valid_days: Some(valid_days),
            closes: closed.into_iter().collect(),
            finding: Finding::Result { share, result },
            ..Evidence::audit(requirement, 0)
        });
    }
    model
}

/// Among more looks at the whole than are compared with every finding one by one, only those count that no other one beats (method M2 knows
/// no such rule: nothing may change by it).
#[test]
fn very_many_looks_at_the_whole_are_weighed_as_the_rules_say() {
    let outcome = runner(cases(AGREEMENT).div_ceil(2)).run(&(model(), vec(audit(), 110..140)), |(model, audits)| {
        let Some(requirement) = model.requirements.iter().position(|it| !it.composite) else { return Ok(()) };
        agree(&with_audits(model, requirement, &audits))
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// A few audits, each of what others found, mended or missed.
#[test]
fn audits_of_each_other_are_weighed_as_the_rules_say() {
    let audits = prop_oneof![vec(near_audit(), 2..8), mended_twice()];
    let outcome =
        runner(cases(AGREEMENT) * 32).run(&audits, |audits| agree(&with_audits(Model::single(vec![Requirement::default()]), 0, &audits)));
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}
