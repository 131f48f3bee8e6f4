//! The laws of the method, over generated organisations: `tests/README.md` says what is proven and how.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that finds something else than it expects has to stop there"
)]

mod cases;
mod model;
mod generator;
mod published;
mod engine;
mod wrong;
mod naive;
mod reach;
mod agreement;
mod explanations;
mod laws;
mod filing;
mod decisions;
mod forecast;
mod year;
mod bridge;
mod mutants;
mod readme;
mod comparing;
