//! A grid of cells, darker where more is substantiated. The words in a cell say it all; the shade only helps to find them.

use pejling_core::Band;

use super::paper::{At, LINE, STRONG, WIDTH, rectangle, shade, text, wrapped};
use crate::markup::Markup;

/// How wide the heads of the rows are.
const HEADS: u32 = 104;

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// The band that shades it; `None`: no number is shown, or nothing is assessed.
    pub band: Option<Band>,
}

pub(super) fn draw(svg: &mut Markup, columns: &[String], rows: &[(String, Vec<Cell>)]) -> u32 {
    const SMALL: &[(&str, &str)] = &[("font-size", "12")];
    let count = u32::try_from(columns.len().max(1)).unwrap_or(1);
    let wide = (WIDTH - 1 - HEADS) / count;
    let letters = usize::try_from(wide / 7).unwrap_or(1).max(3);
    let place = |at: usize| HEADS + wide * u32::try_from(at).unwrap_or(0);
    let heads: Vec<_> = columns.iter().map(|head| wrapped(head, letters)).collect();
    let mut y = 4 + LINE * u32::try_from(heads.iter().map(Vec::len).max().unwrap_or(1)).unwrap_or(1);
    for (at, head) in heads.iter().enumerate() {
        for (below, line) in (1_u32..).zip(head) {
            text(svg, (place(at) + wide / 2, below * LINE - 4), At::Middle, &[("font-size", "12"), ("font-weight", "bold")], line);
        }
    }
    for (head, cells) in rows {
        let head = wrapped(head, 14);
        let words: Vec<_> = cells.iter().map(|cell| wrapped(&cell.text, letters)).collect();
        let most = words.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(1);
        let height = 12 + LINE * u32::try_from(most).unwrap_or(1);
        for (below, line) in (1_u32..).zip(&head) {
            text(svg, (0, y + 4 + below * LINE - 2), At::Start, STRONG.iter().chain(SMALL).copied().collect::<Vec<_>>().as_slice(), line);
        }
        for (at, (cell, words)) in cells.iter().zip(&words).enumerate() {
            let (fill, ink) = shade(cell.band);
            rectangle(svg, (place(at), y), (wide, height), fill);
            for (below, line) in (1_u32..).zip(words) {
                let style = [("font-size", "12"), ("fill", ink)];
                text(svg, (place(at) + wide / 2, y + 4 + below * LINE - 2), At::Middle, &style, line);
            }
        }
        y += height;
    }
    y + 2
}
