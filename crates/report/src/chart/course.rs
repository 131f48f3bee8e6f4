//! Bands over time: a row each, cut where the band changes, with the band's letter in each stretch.

use pejling_core::Band;

use super::paper::{At, LETTERS, LINE, STRONG, WIDTH, lines, rectangle, shade, text};
use crate::markup::Markup;

/// What becomes of one score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// What it is of.
    pub label: String,
    /// Its stretches, in order.
    pub stretches: Vec<Stretch>,
}

/// Some days with one band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// How many of all days lie before it.
    pub begins: u32,
    /// How many days of all lie before its end.
    pub ends: u32,
    /// The band; `None`: nothing is fresh, or it does not apply.
    pub band: Option<Band>,
    /// What is to be read below the row.
    pub text: String,
}

pub(super) fn draw(svg: &mut Markup, courses: &[Course], ends: &(String, String)) -> u32 {
    const HEIGHT: u32 = 24;
    let days = courses.iter().flat_map(|it| &it.stretches).map(|it| it.ends).max().unwrap_or(1).max(1);
    let place = |day: u32| 1 + day.saturating_mul(WIDTH - 2) / days;
    let mut y = 0;
    for course in courses {
        y = lines(svg, (0, y), STRONG, LETTERS - 4, &course.label) + 2;
        for it in &course.stretches {
            let (fill, ink) = shade(it.band);
            let (begins, ends) = (place(it.begins), place(it.ends));
            let wide = ends.saturating_sub(begins).max(2);
            rectangle(svg, (begins, y), (wide, HEIGHT), fill);
            if wide >= 14 {
                text(
                    svg,
                    (begins + wide / 2, y + 17),
                    At::Middle,
                    &[("fill", ink), ("font-weight", "bold")],
                    it.band.map_or("\u{2013}", Band::name),
                );
            }
        }
        y += HEIGHT;
        for it in &course.stretches {
            y = lines(svg, (0, y), &[("font-size", "13")], LETTERS + 2, &it.text);
        }
        y += 12;
    }
    text(svg, (0, y + 12), At::Start, &[("font-size", "12")], &ends.0);
    text(svg, (WIDTH, y + 12), At::End, &[("font-size", "12")], &ends.1);
    y + LINE + 2
}
