//! What holds back what: a bar for each requirement that others wait for, as long as what waits for it.

use super::paper::{DEEP, LETTERS, STRONG, WIDTH, lines, rectangle};
use crate::markup::Markup;

/// A requirement that holds others back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keystone {
    /// Its name.
    pub label: String,
    /// What it holds back, in words.
    pub note: String,
    /// What it holds back, in millionths of a percentage point.
    pub held_back: u64,
    /// What of that it holds back alone.
    pub alone: u64,
}

pub(super) fn draw(svg: &mut Markup, keystones: &[Keystone]) -> u32 {
    const HEIGHT: u32 = 16;
    let most = keystones.iter().map(|it| it.held_back).max().unwrap_or(1).max(1);
    let width = |points: u64| u32::try_from(points.saturating_mul(u64::from(WIDTH - 2)) / most).unwrap_or(WIDTH - 2);
    let mut y = 0;
    for it in keystones {
        y = lines(svg, (0, y), STRONG, LETTERS - 4, &it.label);
        rectangle(svg, (1, y + 2), (width(it.held_back).max(2), HEIGHT), "#bcd2e8");
        if it.alone > 0 {
            rectangle(svg, (1, y + 2), (width(it.alone.min(it.held_back)).max(2), HEIGHT), DEEP);
        }
        y = lines(svg, (0, y + HEIGHT + 2), &[("font-size", "13")], LETTERS + 2, &it.note) + 10;
    }
    y
}
