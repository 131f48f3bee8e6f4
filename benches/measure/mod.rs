//! Measuring two things side by side: one after the other, many times, in CPU time of one thread.

use std::hint::black_box;
use std::time::Duration;

use cpu_time::ThreadTime;

/// CPU time of doing something once; what it makes is dropped outside of the time.
pub(crate) fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = ThreadTime::now();
    let made = black_box(work());
    let taken = start.elapsed();
    drop(made);
    taken
}

/// The middle ratio of `a` to `b` over rounds that do both, and the middle times of each. A machine that slows down slows down both.
pub(crate) fn ratio(rounds: usize, mut a: impl FnMut() -> Duration, mut b: impl FnMut() -> Duration) -> (f64, Duration, Duration) {
    let both: Vec<_> = (0..rounds).map(|_| (a(), b())).collect();
    let mut ratios: Vec<f64> = both.iter().map(|(a, b)| a.as_secs_f64() / b.as_secs_f64()).collect();
    ratios.sort_by(f64::total_cmp);
    let middle = |mut times: Vec<Duration>| {
        times.sort_unstable();
        times[times.len() / 2]
    };
    (ratios[rounds / 2], middle(both.iter().map(|it| it.0).collect()), middle(both.iter().map(|it| it.1).collect()))
}

/// Prints one figure.
pub(crate) fn tell(what: &str, (ratio, a, b): (f64, Duration, Duration), gate: &str) {
    println!("{what:<62} {ratio:>9.4}   {a:>10.2?} / {b:<10.2?}  {gate}");
}
