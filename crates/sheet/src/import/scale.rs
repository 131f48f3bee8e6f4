//! Numbers on a scale: which one a file says that they are on, and what they stand for.

use std::collections::BTreeSet;

use super::ForeignFile;
use super::propose::HEADING_ROWS;
use super::words::{Answer, Vocabulary, plain};
use crate::container::{Found, Grid};
use crate::text::trimmed;

/// The scales whose numbers are levels and stand for themselves.
pub(super) const LEVELS: [&str; 2] = ["0-5", "1-5"];

/// Whether there is such a scale.
pub(super) fn is_scale(name: &str) -> bool {
    LEVELS.contains(&name) || Vocabulary::get().scales.contains_key(name)
}

/// The whole number at the beginning of a text: `3`, or `3 - Defined`.
pub(super) fn level_text(text: &str) -> Option<u8> {
    let text = trimmed(text);
    let end = text.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let ends =
        rest.is_empty() || rest.starts_with([' ', '-', '–', ':', '(', ')']) && !plain(rest).starts_with(|sign: char| sign.is_ascii_digit());
    (ends && !rest.contains('%')).then(|| digits.parse().ok()).flatten()
}

/// What a number on a scale stands for.
pub(super) fn on_scale(digits: &str, scale: &str) -> Option<Answer> {
    if LEVELS.contains(&scale) {
        let first = u8::from(scale == "1-5");
        return digits.parse().ok().filter(|level| (first..=5).contains(level)).map(Answer::Level);
    }
    Vocabulary::get().scales.get(scale)?.get(digits).cloned().map(Answer::Percent)
}

/// The scale that the file itself states: in the heading or above it as `0-5`, or as a list of levels on any sheet.
pub(super) fn proven_scale(file: &ForeignFile<'_>, grid: &Grid, heading_row: u32, heading: &str) -> Option<String> {
    let above = grid.rows.range(heading_row.saturating_sub(HEADING_ROWS)..heading_row).flat_map(|(_, cells)| cells.values());
    let above = above.filter_map(|found| if let Found::Text(text) = found { Some(text.as_str()) } else { None });
    let above = above.filter(|text| {
        Vocabulary::get().speaks_of_scale(text) || text.to_lowercase().contains("skala") || text.to_lowercase().contains("scale")
    });
    if let Some(scale) = std::iter::once(heading).chain(above).find_map(scale_in) {
        return Some(scale);
    }
    let mut found = BTreeSet::new();
    for grid in &file.book.sheets {
        for (row, column, found_here) in grid.cells(..) {
            let level = |row: u32| match grid.rows.get(&row)?.get(&column)? {
                Found::Number { digits, percent: false } => digits.parse::<u8>().ok(),
                Found::Text(text) => level_text(text),
                Found::Number { .. } | Found::Date { .. } | Found::Time | Found::Bool(_) | Found::Formula | Found::Error(_) => None,
            };
            let Found::Text(text) = found_here else { continue };
            let Some(first) = level(row + 1).filter(|first| *first < 2 && level_text(text).is_none()) else { continue };
            if !Vocabulary::get().speaks_of_scale(text) {
                continue;
            }
            let count = (0..).take_while(|step| level(row + 1 + u32::from(*step)) == Some(first + step)).take(20).count();
            let last = first + u8::try_from(count.saturating_sub(1)).unwrap_or_default();
            let ends = level(row + 1 + u32::try_from(count).unwrap_or_default()).is_none();
            if count > 2 && ends && is_scale(&format!("{first}-{last}")) {
                found.insert(format!("{first}-{last}"));
            }
        }
    }
    found.pop_first().filter(|_| found.is_empty())
}

/// A scale that a text names: `0-5`, `1 til 5`.
fn scale_in(text: &str) -> Option<String> {
    let signs: Vec<char> = text.chars().map(|sign| if matches!(sign, '–' | '—' | '‐' | '‑') { '-' } else { sign }).collect();
    let text: String = signs.into_iter().collect::<String>().to_lowercase();
    let text = [" til ", " to ", " bis "].iter().fold(text, |text, word| text.replace(word, "-")).replace(" - ", "-");
    let is_it = |name: &str| {
        let at = text.find(name)?;
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|after| after.chars().next());
        let joins = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit() || matches!(sign, '-' | '.' | ','));
        (!joins(before) && !joins(after)).then(|| name.to_owned())
    };
    LEVELS.into_iter().find_map(is_it).or_else(|| Vocabulary::get().scales.keys().find_map(|name| is_it(name)))
}
