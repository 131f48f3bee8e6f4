//! Bars of five parts, told apart by texture as well as by colour.

use pejling_core::Score;

use super::paper::{At, DEEP, INK, LETTERS, LINE, PAPER, STRONG, WIDTH, lines, rectangle, text, width};
use crate::markup::Markup;

/// How high a bar is.
const HEIGHT: u32 = 24;

/// A bar, or a line of words in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// What stands below it: its numbers, or why there are none.
    pub note: String,
    /// The five parts from the best to the worst, which sum to 100.00; `None` where there are words only.
    pub parts: Option<[Score; 5]>,
}

/// A part of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What would stand before an auditor.
    Substantiated,
    /// What others hold back.
    HeldBack,
    /// What rests on somebody's word alone.
    DeclaredOnly,
    /// What nobody answered, or what is outdated.
    Unanswered,
    /// What is known to be wrong.
    KnownWrong,
}

impl Part {
    /// All parts, from the best to the worst.
    pub const ALL: [Self; 5] = [Self::Substantiated, Self::HeldBack, Self::DeclaredOnly, Self::Unanswered, Self::KnownWrong];

    /// The key of its name in the texts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Substantiated => "part-substantiated",
            Self::HeldBack => "part-held-back",
            Self::DeclaredOnly => "part-declared-only",
            Self::Unanswered => "part-unanswered",
            Self::KnownWrong => "part-known-wrong",
        }
    }

    fn fill(self, id: &str) -> String {
        match self {
            Self::Substantiated => DEEP.to_owned(),
            Self::HeldBack => format!("url(#{id}-stripes)"),
            Self::DeclaredOnly => format!("url(#{id}-dots)"),
            Self::Unanswered => PAPER.to_owned(),
            Self::KnownWrong => format!("url(#{id}-crosses)"),
        }
    }
}

/// The textures, under names of their own for each chart.
fn textures(svg: &mut Markup, id: &str) {
    texture(svg, &format!("{id}-stripes"), "#bcd2e8", |svg| strokes(svg, DEEP, "M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6", "2"));
    texture(svg, &format!("{id}-dots"), "#f4e3b2", |svg| {
        for (x, y) in [("2", "2"), ("6", "6")] {
            svg.empty("circle", &[("cx", x), ("cy", y), ("r", "1.3"), ("fill", INK)]);
        }
    });
    crosses(svg, &format!("{id}-crosses"));
}

fn texture(svg: &mut Markup, name: &str, ground: &str, drawing: impl FnOnce(&mut Markup)) {
    svg.element("pattern", &[("id", name), ("width", "8"), ("height", "8"), ("patternUnits", "userSpaceOnUse")], |svg| {
        svg.empty("rect", &[("width", "8"), ("height", "8"), ("fill", ground)]);
        drawing(svg);
    });
}

/// The texture of what is known to be wrong, and of what goes down.
pub(super) fn crosses(svg: &mut Markup, name: &str) {
    texture(svg, name, "#d9805f", |svg| strokes(svg, INK, "M0 0 L8 8 M8 0 L0 8", "1.8"));
}

fn strokes(svg: &mut Markup, colour: &str, path: &str, wide: &str) {
    svg.empty("path", &[("d", path), ("stroke", colour), ("stroke-width", wide), ("fill", "none")]);
}

pub(super) fn draw(svg: &mut Markup, id: &str, bars: &[Bar], parts: &[String; 5]) -> u32 {
    svg.element("defs", &[], |svg| textures(svg, id));
    let mut y = 0;
    for bar in bars {
        y = lines(svg, (0, y), STRONG, LETTERS - 4, &bar.label);
        if let Some(parts) = bar.parts {
            let (mut sum, mut x) = (0, 1);
            for (part, share) in Part::ALL.into_iter().zip(parts) {
                sum += share.hundredths(); // where a part ends: so that the last one ends where the bar does
                let end = 1 + width(sum.min(10_000), WIDTH - 2);
                if end > x {
                    rectangle(svg, (x, y + 2), (end - x, HEIGHT), &part.fill(id));
                }
                x = end;
            }
            y += HEIGHT + 4;
        }
        y = lines(svg, (0, y), &[("font-size", "13")], LETTERS + 2, &bar.note) + 12;
    }
    for (part, name) in Part::ALL.into_iter().zip(parts) {
        rectangle(svg, (1, y + 3), (24, 12), &part.fill(id));
        text(svg, (32, y + 14), At::Start, &[("font-size", "13")], name);
        y += LINE + 2;
    }
    y + 2
}
