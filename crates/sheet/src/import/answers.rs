//! What a status, a level or a word of applicability says.

use std::collections::BTreeMap;

use super::Field;
use super::rows::{Importing, Reading, Seen};
use super::scale::{level_text, on_scale};
use super::words::{Answer, Vocabulary, plain};
use crate::container::Found;
use crate::fault::Fault;
use crate::text::trimmed;
use crate::value::{number, written};

/// Whether a text is a percentage.
pub(super) fn is_percent(text: &str) -> bool {
    trimmed(text).ends_with('%') && number(text).is_ok()
}

/// What a cell shows.
pub(super) fn said(found: &Found) -> String {
    match found {
        Found::Number { digits, percent: true } => format!("{digits} %"),
        found => written(found),
    }
}

/// Why a status is not read.
enum Unread {
    Fault(Fault),
    /// A word that no table has: told once for all rows that have it.
    Word(String),
    /// A number, and nothing says on which scale: told once.
    Scale,
}

impl Importing<'_, '_> {
    /// What a row answers, out of the column of applicability and the one of the status or level.
    pub(super) fn answer(&mut self, reading: &Reading<'_>, row: u32, cells: &BTreeMap<u32, Found>) -> Option<Answer> {
        let Reading { grid, columns, .. } = reading;
        let mut applies = None;
        if let Some(found) = columns.cell(Field::Applicable, cells) {
            let column = columns.of(Field::Applicable).unwrap_or_default();
            applies = match found {
                Found::Bool(value) => Some(*value),
                Found::Formula => return self.refuse(grid, row, column, &Fault::new("cell-formula", &[])),
                Found::Error(error) => return self.refuse(grid, row, column, &Fault::new("cell-error", &[("error", error)])),
                found => match Vocabulary::get().applies(&said(found)) {
                    Some(applies) => Some(applies),
                    None => return self.refuse(grid, row, column, &Fault::new("import-unknown-applicability", &[("text", &said(found))])),
                },
            };
        }
        let field = if columns.of(Field::Maturity).is_some() { Field::Maturity } else { Field::Status };
        let column = columns.of(field).unwrap_or_default();
        let Some(found) = columns.cell(field, cells) else {
            return Some(if applies == Some(false) { Answer::Excluded } else { Answer::Unanswered });
        };
        let status = match self.status(found, field, reading) {
            // what is said of the state of something that does not apply needs no word of the table
            Err(_) if applies == Some(false) => Answer::Excluded,
            Err(Unread::Fault(fault)) => return self.refuse(grid, row, column, &fault),
            Err(Unread::Word(text)) => {
                self.unknown_words.entry(plain(&text)).or_insert_with(|| Seen::at(grid, row, column, text)).count += 1;
                return None;
            }
            Err(Unread::Scale) => {
                self.without_scale.get_or_insert_with(|| Seen::at(grid, row, column, String::new())).count += 1;
                return None;
            }
            Ok(status) => status,
        };
        let nothing = matches!(&status, Answer::Percent(percent) if percent == "0") || matches!(status, Answer::Level(0 | 1));
        match (applies, status) {
            (Some(false), Answer::Excluded | Answer::Unanswered) => Some(Answer::Excluded),
            (Some(false), _) if nothing => Some(Answer::Excluded),
            (Some(false), _) | (Some(true), Answer::Excluded) => {
                let applicable = columns.text(Field::Applicable, cells);
                let args: &[(_, &dyn std::fmt::Display)] = &[("status", &said(found)), ("applicable", &applicable)];
                self.refuse(grid, row, column, &Fault::new("import-two-answers", args))
            }
            (Some(true) | None, status) => Some(status),
        }
    }

    /// What a status or level says.
    fn status(&self, found: &Found, field: Field, reading: &Reading<'_>) -> Result<Answer, Unread> {
        let text = said(found);
        let unknown = || Unread::Word(trimmed(&text).to_owned());
        if let Some(answer) = self.words.get(&plain(&text)) {
            return Ok(answer.clone());
        }
        let percent = |digits: &str| {
            let whole = digits.split('.').next().unwrap_or_default().parse::<u32>();
            let is_more = whole.as_ref().is_ok_and(|whole| *whole == 100)
                && digits.split('.').nth(1).is_some_and(|part| part.bytes().any(|it| it != b'0'));
            if whole.is_ok_and(|whole| whole <= 100) && !is_more { Ok(Answer::Percent(digits.to_owned())) } else { Err(unknown()) }
        };
        match found {
            Found::Formula => return Err(Unread::Fault(Fault::new("cell-formula", &[]))),
            Found::Bool(value) => return Ok(Answer::Percent(if *value { "100" } else { "0" }.to_owned())),
            Found::Number { digits, percent: true } => return percent(digits),
            Found::Text(text) if is_percent(text) => return percent(&number(text).map_err(Unread::Fault)?),
            Found::Error(error) => return Err(Unread::Fault(Fault::new("cell-error", &[("error", error)]))),
            Found::Date { .. } | Found::Time => return Err(unknown()),
            Found::Number { .. } | Found::Text(_) => {}
        }
        let digits = match found {
            Found::Number { digits, .. } => Some(digits.clone()),
            Found::Text(text) => match level_text(text) {
                Some(level) => Some(level.to_string()),
                None => number(text).ok(),
            },
            _ => None,
        };
        if let Some(digits) = digits {
            if field == Field::Status && reading.in_percent {
                let is_part = digits == "1" || digits.starts_with("0.");
                let fault = || Unread::Fault(Fault::new("import-percent-or-part", &[("text", &digits)]));
                return if is_part { Err(fault()) } else { percent(&digits) };
            }
            let scale = reading.scale.as_deref().ok_or(Unread::Scale)?;
            let fault = || Unread::Fault(Fault::new("import-off-scale", &[("text", &digits), ("scale", &scale)]));
            return on_scale(&digits, scale).ok_or_else(fault);
        }
        Vocabulary::get().answer(&text).cloned().ok_or_else(unknown)
    }
}
