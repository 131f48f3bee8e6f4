//! A bridge from one score to another: each part as a step down or up from where the one before ended.

use pejling_core::{Change, Score};

use super::bars::crosses;
use super::paper::{At, DEEP, INK, LETTERS, LINE, PAPER, STRONG, WIDTH, line, lines, rectangle, text};
use crate::markup::Markup;

/// A step of a bridge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Why it moved.
    pub label: String,
    /// How far.
    pub change: Change,
    /// The same as people read it.
    pub number: String,
}

/// How high a bar is.
const HEIGHT: u32 = 20;

pub(super) fn draw(svg: &mut Markup, id: &str, from: &(String, Score, String), steps: &[Step], to: &(String, Score, String)) -> u32 {
    svg.element("defs", &[], |svg| crosses(svg, &format!("{id}-down")));
    // where each step begins and ends, to find how much of the scale is needed
    let mut ends = vec![i64::from(from.1.hundredths())];
    for step in steps {
        let last = ends.last().copied().unwrap_or_default();
        ends.push(last + step.change.hundredths());
    }
    let all = || ends.iter().copied().chain([i64::from(to.1.hundredths())]);
    let low = (all().min().unwrap_or(0) - 300).max(0) / 1_000 * 1_000; // so that the middle is a whole percentage as well
    let high = ((all().max().unwrap_or(10_000) + 300).min(10_000) + 999) / 1_000 * 1_000;
    let place = |hundredths: i64| {
        let share = (hundredths - low) * i64::from(WIDTH - 2) / (high - low).max(1);
        1 + u32::try_from(share.clamp(0, i64::from(WIDTH - 2))).unwrap_or(0)
    };
    let mut y = 0;
    let whole = |svg: &mut Markup, y: u32, (label, score, number): &(String, Score, String)| {
        let y = lines(svg, (0, y), STRONG, LETTERS - 12, label);
        text(svg, (WIDTH, y - 4), At::End, STRONG, number);
        let end = place(i64::from(score.hundredths()));
        rectangle(svg, (1, y + 2), (end.max(2) - 1, HEIGHT), DEEP);
        (y + HEIGHT + 10, end)
    };
    let (after, mut edge) = whole(svg, y, from);
    y = after;
    for (step, pair) in steps.iter().zip(ends.windows(2)) {
        let (before, after) = (place(pair.first().copied().unwrap_or(0)), place(pair.last().copied().unwrap_or(0)));
        line(svg, (edge, y - 8), (edge, y + LINE + 2), true);
        y = lines(svg, (0, y), &[], LETTERS - 10, &step.label);
        text(svg, (WIDTH, y - 4), At::End, &[], &step.number);
        let fill = if step.change < Change::NONE { format!("url(#{id}-down)") } else { PAPER.to_owned() };
        rectangle(svg, (before.min(after), y + 2), (before.abs_diff(after).max(2), HEIGHT), &fill);
        (y, edge) = (y + HEIGHT + 10, after);
    }
    line(svg, (edge, y - 8), (edge, y + LINE + 2), true);
    (y, _) = whole(svg, y, to);
    line(svg, (1, y), (WIDTH - 1, y), false);
    let tick = |hundredths: i64| (hundredths / 100).to_string();
    for (hundredths, at, x) in [(low, At::Start, 1), (i64::midpoint(low, high), At::Middle, WIDTH / 2), (high, At::End, WIDTH - 1)] {
        line(svg, (x, y), (x, y + 4), false);
        text(svg, (x, y + 18), at, &[("font-size", "12"), ("fill", INK)], &tick(hundredths));
    }
    y + 24
}
