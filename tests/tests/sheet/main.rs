//! Workbooks: what goes out comes in again, whatever is wrong is told at its cell, and no file does harm.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that finds something else than it expects has to stop there"
)]

#[path = "../../src/chance.rs"]
#[allow(dead_code, reason = "shared with the generators, which use more of it")]
mod chance;
mod book;
mod generator;
mod round_trip;
mod faults;
mod any_cell;
mod hostile;
mod records;
mod import;
mod results;
mod year;
