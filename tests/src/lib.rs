//! What whole-project tests and benches work on: invented organisations, the same bytes from the same seed on every platform.

mod chance;
mod evidence;
mod region;
mod requirement;

pub use self::region::{SEED, region};
