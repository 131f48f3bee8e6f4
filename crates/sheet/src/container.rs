//! Opening a file that says it is a workbook, whatever it is: within a bounded time and memory, and with a reason where it cannot be read.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Cursor, Read};
use std::ops::RangeBounds;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx};
use jiff::civil::Date;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use crate::fault::Fault;
use crate::place::{ROWS, cell_at};
use crate::text::trimmed;

/// The most bytes that a workbook may have.
pub const WORKBOOK_LIMIT: usize = 32 << 20;

/// The most bytes that it may have once it is unpacked.
const UNPACKED_LIMIT: u64 = 200 << 20;

/// The most parts that it may be packed of, sheets that it may have, and cells that may have something in them.
const PART_LIMIT: usize = 2_000;
const SHEET_LIMIT: usize = 200;
pub(crate) const CELL_LIMIT: usize = 4_000_000;

/// The most merged areas and formulas that are looked at.
const AREA_LIMIT: usize = 100_000;

/// A workbook, unpacked.
#[derive(Debug)]
pub(crate) struct Book {
    pub(crate) sheets: Vec<Grid>,
    /// Whether it refers to other files. They are never opened.
    pub(crate) has_links: bool,
}

/// The cells of a sheet that have something in them.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    pub(crate) rows: BTreeMap<u32, BTreeMap<u32, Found>>,
    pub(crate) hidden_rows: BTreeSet<u32>,
    pub(crate) hidden_columns: Vec<(u32, u32)>,
    pub(crate) merged: Vec<[(u32, u32); 2]>,
}

impl Grid {
    /// The cells of some rows, each with its row and column.
    pub(crate) fn cells(&self, rows: impl RangeBounds<u32>) -> impl Iterator<Item = (u32, u32, &Found)> {
        self.rows.range(rows).flat_map(|(row, cells)| cells.iter().map(|(column, found)| (*row, *column, found)))
    }

    pub(crate) fn hides_column(&self, column: u32) -> bool {
        self.hidden_columns.iter().any(|(first, last)| (first..=last).contains(&&column))
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    Text(String),
    /// A number, in fifteen digits: what a spreadsheet shows of it. A percentage is told as one.
    Number {
        digits: String,
        percent: bool,
    },
    Date {
        date: Date,
        with_time: bool,
    },
    /// A time of day or a span.
    Time,
    Bool(bool),
    Formula,
    /// `#N/A` and its like.
    Error(String),
}

/// Opens a workbook.
pub(crate) fn open(bytes: &[u8]) -> Result<Book, Fault> {
    if bytes.len() > WORKBOOK_LIMIT {
        return Err(too_big(bytes.len() as u64, WORKBOOK_LIMIT as u64));
    }
    recognised(bytes)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let parts = Parts::look(&mut archive)?;
    if !parts.has("xl/workbook.xml") {
        let is_binary = parts.has("xl/workbook.bin");
        let is_open_document = parts.has("content.xml");
        let kind = if is_binary {
            "xlsb"
        } else if is_open_document {
            "ods"
        } else {
            "zip"
        };
        return Err(Fault::new("workbook-other-format", &[("format", &kind)]));
    }
    let has_links = parts.names.iter().any(|name| name.starts_with("xl/externallinks/"));
    let paths = Parts::paths(&mut archive)?;
    // calamine takes some files for granted that nobody writes but to do harm; what it then does is a fault of the file
    let sheets = catch_unwind(AssertUnwindSafe(|| sheets(bytes, &parts, &paths))).map_err(|_| broken(&"it is no valid workbook"))??;
    Ok(Book { sheets, has_links })
}

/// The cells of all sheets.
fn sheets(bytes: &[u8], parts: &Parts, paths: &BTreeMap<String, String>) -> Result<Vec<Grid>, Fault> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let listed = workbook.sheets_metadata().to_vec();
    if listed.len() > SHEET_LIMIT {
        return Err(Fault::new("workbook-too-many", &[("count", &listed.len()), ("limit", &SHEET_LIMIT)]));
    }
    let (mut sheets, mut count) = (Vec::new(), 0);
    for sheet in listed.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let seen = paths.get(&sheet.name).and_then(|path| parts.seen.get(path));
        let mut grid = Grid { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible, ..Grid::default() };
        if let Some(seen) = seen {
            grid.hidden_rows.clone_from(&seen.hidden_rows);
            grid.hidden_columns.clone_from(&seen.hidden_columns);
            grid.merged.clone_from(&seen.merged);
        }
        let mut reader = workbook.worksheet_cells_reader(&sheet.name).map_err(|error| broken(&error))?;
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|error| broken(&error))? {
            let place = cell.get_position();
            let percent =
                || reader.styles().get(style).and_then(|it| it.number_format.as_ref()).is_some_and(|it| it.format_code.contains('%'));
            let is_formula = seen.is_some_and(|seen| seen.formulas.contains(&place));
            let found = if is_formula { Some(Found::Formula) } else { found(cell.get_value(), percent) };
            let Some(found) = found else { continue };
            count += 1;
            if count > CELL_LIMIT {
                return Err(Fault::new("workbook-too-many", &[("count", &count), ("limit", &CELL_LIMIT)]));
            }
            grid.rows.entry(place.0).or_default().insert(place.1, found);
        }
        // a formula without a value that was kept has no cell here, and somebody typed it all the same
        for &(row, column) in seen.into_iter().flat_map(|seen| &seen.formulas) {
            grid.rows.entry(row).or_default().insert(column, Found::Formula);
        }
        sheets.push(grid);
    }
    Ok(sheets)
}

/// What a file is by its first bytes.
fn recognised(bytes: &[u8]) -> Result<(), Fault> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(());
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        // a workbook with a password stands in the container of the old format, as a stream of this name in UTF-16
        let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
        let locked = bytes.windows(name.len()).any(|window| window == name);
        return Err(if locked { Fault::new("workbook-locked", &[]) } else { Fault::new("workbook-old", &[]) });
    }
    let kind = match bytes {
        [] => "empty",
        bytes if bytes.contains(&0) => "unknown",
        bytes if bytes.trim_ascii_start().starts_with(b"<") => "html",
        _ => "text",
    };
    Err(Fault::new("workbook-other-format", &[("format", &kind)]))
}

fn too_big(bytes: u64, limit: u64) -> Fault {
    Fault::new("workbook-too-big", &[("bytes", &bytes), ("limit", &limit)])
}

fn broken(error: &dyn std::fmt::Display) -> Fault {
    Fault::new("workbook-broken", &[("detail", error)])
}

/// What stands in a cell, as calamine reads it.
fn found(value: &DataRef<'_>, percent: impl FnOnce() -> bool) -> Option<Found> {
    let text = |text: &str| (!trimmed(text).is_empty()).then(|| Found::Text(text.to_owned()));
    match value {
        DataRef::Empty => None,
        DataRef::String(found) => text(found),
        DataRef::SharedString(found) => text(found),
        DataRef::Bool(value) => Some(Found::Bool(*value)),
        DataRef::Int(number) => Some(Found::Number { digits: number.to_string(), percent: false }),
        DataRef::Float(number) => {
            let percent = percent();
            Some(
                digits(*number, if percent { 2 } else { 0 })
                    .map_or(Found::Error(number.to_string()), |digits| Found::Number { digits, percent }),
            )
        }
        DataRef::DateTime(moment) if moment.is_duration() => Some(Found::Time),
        DataRef::DateTime(moment) => {
            let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
            let [month, day] = [month, day].map(|part| i8::try_from(part).unwrap_or_default());
            let date = i16::try_from(year).ok().and_then(|year| Date::new(year, month, day).ok()).filter(|date| date.year() >= 1900);
            let with_time = (hour, minute, second, milli) != (0, 0, 0, 0);
            Some(date.map_or(Found::Time, |date| Found::Date { date, with_time }))
        }
        DataRef::DateTimeIso(moment) => {
            let (day, time) = moment.split_at_checked(10).unwrap_or((moment.as_str(), ""));
            let with_time = time.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
            Some(day.parse().map_or(Found::Time, |date| Found::Date { date, with_time }))
        }
        DataRef::DurationIso(_) => Some(Found::Time),
        DataRef::Error(error) => Some(Found::Error(error.to_string())),
    }
}

/// A number in fifteen digits, which is what spreadsheets show, after it was multiplied by a power of ten: `0.30000000000000004` is `0.3`.
fn digits(number: f64, power: i32) -> Option<String> {
    let text = format!("{number:.14e}");
    let (mantissa, exponent) = text.split_once('e')?;
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let figures: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let figures = figures.trim_end_matches('0');
    if figures.is_empty() {
        return Some("0".to_owned());
    }
    let point = exponent.parse::<i32>().ok()? + power + 1; // how many figures stand before the point
    let before = usize::try_from(point).unwrap_or(0);
    let zeros = "0".repeat(usize::try_from(point.saturating_neg()).unwrap_or(0));
    Some(match figures.split_at_checked(before) {
        Some((_, "")) => format!("{sign}{figures}"),
        Some(("", rest)) => format!("{sign}0.{zeros}{rest}"),
        Some((whole, rest)) => format!("{sign}{whole}.{rest}"),
        None => format!("{sign}{figures}{}", "0".repeat(before - figures.len())),
    })
}

/// What calamine does not tell of a sheet.
#[derive(Debug, Default)]
struct Seen {
    hidden_rows: BTreeSet<u32>,
    hidden_columns: Vec<(u32, u32)>,
    merged: Vec<[(u32, u32); 2]>,
    formulas: BTreeSet<(u32, u32)>,
}

/// The parts of a workbook, each of which was unpacked once: so nothing that is read later is larger than it says.
#[derive(Debug, Default)]
struct Parts {
    names: BTreeSet<String>,
    seen: BTreeMap<String, Seen>,
}

impl Parts {
    fn look(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Self, Fault> {
        if archive.len() > PART_LIMIT {
            return Err(Fault::new("workbook-too-many", &[("count", &archive.len()), ("limit", &PART_LIMIT)]));
        }
        let (mut parts, mut left) = (Self::default(), UNPACKED_LIMIT);
        for index in 0..archive.len() {
            let file = archive.by_index(index).map_err(|error| broken(&error))?;
            let name = file.name().map_err(|error| broken(&error))?.to_lowercase(); // as calamine and Excel take them
            if file.size() > left {
                return Err(too_big(file.size(), UNPACKED_LIMIT)); // it says so itself
            }
            let mut counted = Counted { inner: file.take(left + 1), count: 0 };
            if name.starts_with("xl/worksheets/") {
                let seen = Seen::look(BufReader::new(&mut counted))?;
                parts.seen.insert(name.clone(), seen);
            }
            std::io::copy(&mut counted, &mut std::io::sink()).map_err(|error| broken(&error))?;
            left = left.checked_sub(counted.count).ok_or_else(|| too_big(UNPACKED_LIMIT + 1, UNPACKED_LIMIT))?;
            parts.names.insert(name);
        }
        Ok(parts)
    }

    fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// In which part each sheet stands.
    fn paths(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<BTreeMap<String, String>, Fault> {
        let mut targets = BTreeMap::new();
        elements(archive, "xl/_rels/workbook.xml.rels", "Relationship", |element| {
            if let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target")) {
                let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                targets.insert(id, path);
            }
        })?;
        let mut paths = BTreeMap::new();
        elements(archive, "xl/workbook.xml", "sheet", |element| {
            let id = element.attributes().flatten().find(|it| it.key.local_name().as_ref() == "id");
            let id = id.and_then(|it| it.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned));
            if let (Some(name), Some(path)) = (attribute(element, "name"), id.and_then(|id| targets.get(&id))) {
                paths.insert(name, path.to_lowercase());
            }
        })?;
        Ok(paths)
    }
}

/// Counts what is read.
struct Counted<R> {
    inner: R,
    count: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count += read as u64;
        Ok(read)
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
}

/// Visits the elements of a name in a part, where there is one.
fn elements(archive: &mut ZipArchive<Cursor<&[u8]>>, part: &str, name: &str, mut visit: impl FnMut(&BytesStart<'_>)) -> Result<(), Fault> {
    let Ok(file) = archive.by_name(part) else { return Ok(()) };
    let mut reader = Reader::from_reader(BufReader::new(file));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| broken(&error))? {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == name => visit(&element),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

impl Seen {
    fn look(part: impl BufRead) -> Result<Self, Fault> {
        let (mut seen, mut reader, mut buffer) = (Self::default(), Reader::from_reader(part), Vec::new());
        let is_set =
            |element: &BytesStart<'_>, name: &str| attribute(element, name).is_some_and(|value| matches!(value.as_str(), "1" | "true"));
        let number = |element: &BytesStart<'_>, name: &str| attribute(element, name).and_then(|value| value.parse::<u32>().ok());
        let (mut row, mut column) = (0_u32, 0_u32);
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(|error| broken(&error))? {
                Event::Eof => return Ok(seen),
                Event::End(element) => match element.local_name().as_ref() {
                    "row" => (row, column) = (row.saturating_add(1), 0),
                    "c" => column = column.saturating_add(1),
                    _ => {}
                },
                event @ (Event::Start(_) | Event::Empty(_)) => {
                    let is_empty = matches!(event, Event::Empty(_));
                    let (Event::Start(element) | Event::Empty(element)) = event else { continue };
                    match element.local_name().as_ref() {
                        "row" => {
                            if let Some(name) = attribute(&element, "r") {
                                let number = name.parse::<u32>().ok().and_then(|number| number.checked_sub(1));
                                row = number.filter(|row| *row < ROWS).ok_or_else(|| no_place(&name))?;
                            }
                            if is_set(&element, "hidden") {
                                seen.hidden_rows.insert(row);
                            }
                            if is_empty {
                                row = row.saturating_add(1);
                            }
                        }
                        "c" => {
                            if let Some(name) = attribute(&element, "r") {
                                (row, column) = cell_at(&name).ok_or_else(|| no_place(&name))?;
                            }
                            if is_empty {
                                column = column.saturating_add(1);
                            }
                        }
                        "dimension" => {
                            for corner in attribute(&element, "ref").unwrap_or_default().split(':').filter(|it| !it.is_empty()) {
                                cell_at(corner).ok_or_else(|| no_place(corner))?;
                            }
                        }
                        "f" if seen.formulas.len() < AREA_LIMIT => {
                            seen.formulas.insert((row, column));
                        }
                        "col" if is_set(&element, "hidden") && seen.hidden_columns.len() < AREA_LIMIT => {
                            let [first, last] = ["min", "max"].map(|name| number(&element, name).unwrap_or(1).saturating_sub(1));
                            seen.hidden_columns.push((first, last));
                        }
                        "mergeCell" if seen.merged.len() < AREA_LIMIT => {
                            let area = attribute(&element, "ref");
                            let corners = area.as_deref().and_then(|area| area.split_once(':'));
                            seen.merged.extend(corners.and_then(|(first, last)| Some([cell_at(first)?, cell_at(last)?])));
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
    }
}

/// That a cell is called as none can be.
fn no_place(name: &str) -> Fault {
    broken(&format!("`{name}` is no cell"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_the_digits_that_a_spreadsheet_shows() {
        #[track_caller]
        fn check(number: f64, power: i32, expected: &str) {
            assert_eq!(digits(number, power).as_deref(), Some(expected));
        }
        check(0.0, 0, "0");
        check(85.0, 0, "85");
        check(85.5, 0, "85.5");
        check(0.300_000_000_000_000_04, 0, "0.3"); // 0.1 + 0.2
        check(0.85, 2, "85"); // a percentage
        check(0.005, 2, "0.5");
        check(-12.25, 0, "-12.25");
        check(0.001, 0, "0.001");
        check(450_000.0, 0, "450000");
        check(1e20, 0, "100000000000000000000");
        assert_eq!(digits(f64::NAN, 0), None);
        assert_eq!(digits(f64::INFINITY, 0), None);
    }
}
