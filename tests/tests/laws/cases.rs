//! How many cases are tried, and from which seed: the one place that says so.
//!
//! `PEJLING_CASES` sets how many models each law, the comparison of the two scorers and the explanations are tried on; without it that is
//! [`LAW`], and [`AGREEMENT`] for the comparison. `PEJLING_SEED`, a number, draws other models; without it they are the same each time, so
//! that a test fails today if it would fail tomorrow.

use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Models that each law and the explanations are tried on.
pub(crate) const LAW: u32 = 128;

/// Models that the two scorers are compared on.
pub(crate) const AGREEMENT: u32 = 256;

fn number(variable: &str) -> Option<u64> {
    let text = std::env::var(variable).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{variable} is no whole number: `{text}`")))
}

/// As many cases as asked for.
pub(crate) fn cases(usual: u32) -> u32 {
    number("PEJLING_CASES").map_or(usual, |cases| u32::try_from(cases).unwrap())
}

/// A runner of that many cases from the seed.
pub(crate) fn runner(cases: u32) -> TestRunner {
    seeded(cases, number("PEJLING_SEED").unwrap_or_default())
}

/// A runner from the same seed always: for tests of the generator and of the laws themselves.
pub(crate) fn fixed_runner() -> TestRunner {
    seeded(1, 0)
}

fn seeded(cases: u32, from: u64) -> TestRunner {
    let mut seed = [1; 16]; // this generator cannot start from nothing but zeros
    seed[..8].copy_from_slice(&from.to_le_bytes());
    // not the usual generator: without optimisation that takes longer than all the scoring
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::XorShift, &seed))
}
