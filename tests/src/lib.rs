//! What whole-project tests and benches work on: invented organisations, the same bytes from the same seed on every platform.

mod chance;
mod country;
mod evidence;
mod region;
mod requirement;

pub use self::country::{Country, Shape};
pub use self::region::{SEED, region, region_a_year_later};

/// The README's examples in Rust, which compile and hold.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
