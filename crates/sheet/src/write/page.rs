//! Cells of one sheet: how they look, how high their rows are, and what does not fit into one.

use std::collections::BTreeMap;

use pejling_documents::{Faults, Language, Place};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use crate::fault::Fault;
use crate::layout::Holds;
use crate::place::cell_name;

/// The most characters, as spreadsheets count them, that a cell holds.
const CELL_LIMIT: usize = 32_767;

/// The size of letters of guidance, in points; answers have 11.
const GUIDE_SIZE: u16 = 9;

/// The height of a line of text, and the most that a row may have, in points.
const LINE_HEIGHT: u16 = 15;
const ROW_LIMIT: u16 = 409;

/// How cells look.
pub(super) struct Looks {
    pub(super) title: Format,
    pub(super) note: Format,
    pub(super) label: Format,
    pub(super) line: Format,
    pub(super) heading: Format,
    pub(super) guide: Format,
    pub(super) text: Format,
    pub(super) date: Format,
    pub(super) percent: Format,
    pub(super) whole: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let base = Format::new().set_font_name("Calibri").set_font_size(11).set_align(FormatAlign::Top);
        let framed = base.clone().set_text_wrap().set_border(FormatBorder::Thin).set_border_color(0x00BF_BFBF);
        Self {
            title: base.clone().set_bold().set_font_size(16),
            note: base.clone().set_italic().set_font_color(0x0040_4040),
            label: base.clone().set_bold(),
            line: base.clone().set_text_wrap(),
            heading: framed.clone().set_bold().set_font_color(0x00FF_FFFF).set_background_color(0x001F_3864),
            guide: framed.clone().set_font_size(GUIDE_SIZE).set_background_color(0x00F2_F2F2).set_num_format("@"),
            text: framed.clone().set_num_format("@"), // what begins like a formula stays what was typed
            date: framed.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            percent: framed.clone().set_num_format("0.##"),
            whole: framed.set_num_format("0"),
        }
    }

    pub(super) fn of(&self, holds: Holds) -> &Format {
        match holds {
            Holds::Text | Holds::Name | Holds::Entity | Holds::Names | Holds::Requirement | Holds::Objective | Holds::Word(_) => &self.text,
            Holds::Date => &self.date,
            Holds::Percent => &self.percent,
            Holds::Whole | Holds::Level => &self.whole,
            Holds::Shown(_) => &self.guide,
        }
    }
}

/// Writes cells of one sheet and notes what does not fit into one.
pub(super) struct Writer<'a> {
    pub(super) page: &'a mut Worksheet,
    pub(super) widths: Vec<u16>,
    pub(super) guides: Vec<u16>, // the columns of guidance
    pub(super) heights: BTreeMap<u32, u16>,
    pub(super) sheet: String,
    pub(super) faults: &'a mut Faults,
    pub(super) language: Language,
}

impl Writer<'_> {
    pub(super) fn blank(&mut self, row: u32, column: u16, look: &Format) -> Result<(), XlsxError> {
        self.page.write_blank(row, column, look).map(|_| ())
    }

    pub(super) fn text(&mut self, row: u32, column: u16, text: &str, look: &Format) -> Result<(), XlsxError> {
        if text.is_empty() {
            return self.blank(row, column, look);
        }
        if text.len() > CELL_LIMIT && text.encode_utf16().count() > CELL_LIMIT {
            let at = Place { cell: Some(cell_name(row, u32::from(column))), sheet: Some(self.sheet.clone()), ..Place::default() };
            self.faults.extend(Fault::new("cell-too-long", &[("limit", &CELL_LIMIT)]).alone(at, self.language));
            return Ok(());
        }
        let width = self.widths.get(usize::from(column)).copied().unwrap_or(u16::MAX);
        let height = self.heights.entry(row).or_default();
        *height = (*height).max(if self.guides.contains(&column) { guide_height(text, width) } else { height_of(text, width) });
        self.page.write_string_with_format(row, column, text, look).map(|_| ())
    }

    /// Gives every row the height that its text needs: not every program finds out by itself.
    pub(super) fn heighten(&mut self) -> Result<(), XlsxError> {
        for (row, height) in &self.heights {
            self.page.set_row_height(*row, (*height).max(LINE_HEIGHT))?;
        }
        Ok(())
    }
}

/// The height that a text needs in a column of some width, in points.
pub(crate) fn height_of(text: &str, width: u16) -> u16 {
    lines(text, width).saturating_mul(LINE_HEIGHT).min(ROW_LIMIT)
}

/// The same in the smaller letters of guidance.
fn guide_height(text: &str, width: u16) -> u16 {
    lines(text, width.saturating_mul(4) / 3).saturating_mul(GUIDE_SIZE + 3).min(ROW_LIMIT)
}

/// How many lines a text takes in a column.
fn lines(text: &str, width: u16) -> u16 {
    let width = usize::from(width.max(2)) - 1;
    let count: usize = text.lines().map(|line| line.chars().count().div_ceil(width).max(1)).sum();
    u16::try_from(count).unwrap_or(u16::MAX)
}
