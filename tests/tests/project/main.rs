//! Tests of the project as a whole: one binary, so that it links once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that finds something else than it expects has to stop there"
)]

mod common;
mod conformance;
mod method;
mod faults;
mod calls;
mod fixtures;
mod forecast;
mod schemas;
mod views;
mod bridge;
mod catalogues;
mod migration;
mod merging;
mod catalogue_diff;
mod soa;
mod determinism;
mod drawings;
mod hostile;
mod decisions;
mod dissent;
mod cpr;
mod compare;
mod reports;
mod surfaces;
