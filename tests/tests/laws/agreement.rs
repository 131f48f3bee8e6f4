//! The engine and the naive scorer publish the same, number for number.

use pejling_core::{Assurance, Kind};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::cases::{AGREEMENT, cases, runner};
use crate::engine::engine;
use crate::generator::model;
use crate::model::{Evidence, Finding};
use crate::naive::naive;
use crate::published::{Flat, Published};

/// The first number that differs, for whoever has to find out why.
fn difference(ours: &Published, theirs: &Published) -> String {
    let (ours, theirs): (Flat, Flat) = (ours.flat(), theirs.flat());
    let found = ours.iter().find(|(key, score)| theirs.get(key) != Some(score));
    found.map_or("not in a score".to_owned(), |(key, score)| format!("{key:?}: engine {score:?}, naive {:?}", theirs.get(key)))
}

#[test]
fn the_engine_publishes_what_the_rules_say() {
    let outcome = runner(cases(AGREEMENT)).run(&model(), |model| {
        let (ours, theirs) = (engine(&model), naive(&model, None));
        prop_assert!(ours == theirs, "{}\n{ours:#?}\n{theirs:#?}", difference(&ours, &theirs));
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// One audit: how old it is and how long it holds, how sure, how much of its entity it looked at, how much of that was in order, and how many
/// audits before it one stands that it closes by name.
fn audit() -> impl Strategy<Value = (i32, u16, Assurance, u16, u16, usize)> {
    let assurance = prop::sample::select(vec![Assurance::Own, Assurance::Internal, Assurance::Independent]);
    (0..500_i32, 1..500_u16, assurance, prop_oneof![2 => Just(10_000_u16), 1 => 1..10_000_u16], 0..=10_000_u16, 1..40_usize)
}

/// Among more looks at the whole than are compared with every finding one by one, only those count that no other one beats (method M2 knows
/// no such rule: nothing may change by it).
#[test]
fn very_many_looks_at_the_whole_are_weighed_as_the_rules_say() {
    let outcome = runner(cases(AGREEMENT).div_ceil(2)).run(&(model(), vec(audit(), 110..140)), |(mut model, audits)| {
        let Some(requirement) = model.requirements.iter().position(|it| !it.composite) else { return Ok(()) };
        for (age, valid_days, assurance, share, result, back) in audits {
            let closed = model.evidence.len().checked_sub(back).filter(|_| share < 10_000);
            model.evidence.push(Evidence {
                requirement,
                entity: 0,
                kind: Kind::Audit,
                assurance,
                traced: (true, true),
                age,
                valid_days: Some(valid_days),
                closes: closed.into_iter().collect(),
                finding: Finding::Result { share, result },
            });
        }
        let (ours, theirs) = (engine(&model), naive(&model, None));
        prop_assert!(ours == theirs, "{}", difference(&ours, &theirs));
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}
