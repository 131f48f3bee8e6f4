//! The engine and the naive scorer publish the same, number for number.

use proptest::prelude::*;

use crate::cases::{AGREEMENT, cases, runner};
use crate::engine::engine;
use crate::generator::model;
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
