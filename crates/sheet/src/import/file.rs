//! Opening what somebody sent: a workbook, or CSV in whatever encoding and with whatever separator.

use std::borrow::Cow;
use std::path::Path;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::container::{Book, CELL_LIMIT, Found, Grid, WORKBOOK_LIMIT, open};
use crate::fault::Fault;
use crate::place::{COLUMNS, ROWS};
use crate::text::trimmed;

/// How a text file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvForm {
    /// The name of the encoding.
    pub encoding: &'static str,
    /// The separator.
    pub separator: char,
}

/// Opens a file by what it holds, whatever its name says.
pub(super) fn open_any(name: Option<&str>, bytes: &[u8]) -> Result<(Book, Option<CsvForm>), Fault> {
    let is_packed = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    if is_packed || bytes.is_empty() || bytes.len() > WORKBOOK_LIMIT || bytes.trim_ascii_start().starts_with(b"<") {
        return open(bytes).map(|book| (book, None));
    }
    let (text, encoding) = decoded(bytes)?;
    let (text, separator) = separated(&text);
    let mut grid = Grid { name: sheet_name(name), ..Grid::default() };
    if let Some(line) = open_quote(text, separator) {
        return Err(Fault::new("import-open-quote", &[("line", &line)]));
    }
    let mut count = 0;
    for (row, cells) in records(text, separator) {
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !trimmed(cell).is_empty()) {
            count += 1;
            let found = [(count, CELL_LIMIT), (row as usize, ROWS as usize), (column as usize, COLUMNS as usize)]; // as of a workbook
            if let Some((count, limit)) = found.into_iter().find(|(count, limit)| count >= limit) {
                return Err(Fault::new("workbook-too-many", &[("count", &(count + 1)), ("limit", &limit)]));
            }
            grid.rows.entry(row).or_default().insert(column, Found::Text(cell));
        }
    }
    let form = CsvForm { encoding, separator: char::from(separator) };
    Ok((Book { sheets: vec![grid], has_links: false }, Some(form)))
}

/// What spreadsheets call the one sheet of a text file: the file's name without its ending.
fn sheet_name(file: Option<&str>) -> String {
    let stem =
        file.filter(|file| *file != "-").and_then(|file| Path::new(file).file_stem()).map(|stem| stem.to_string_lossy().into_owned());
    stem.unwrap_or_else(|| "CSV".to_owned())
}

/// The text of a file: by its mark, else UTF-8 where it is that, else UTF-16 where every second byte is none, else the encoding of Windows in
/// western Europe.
fn decoded(bytes: &[u8]) -> Result<(Cow<'_, str>, &'static str), Fault> {
    let unknown = || Fault::new("workbook-other-format", &[("format", &"unknown")]);
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).take(200).filter(|byte| **byte == 0).count();
    let encoding: &'static Encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok() => UTF_8,
        None if zeros(1) > 10 * (zeros(0) + 1) => UTF_16LE,
        None if zeros(0) > 10 * (zeros(1) + 1) => UTF_16BE,
        None => WINDOWS_1252,
    };
    let (text, _, broken) = encoding.decode(bytes);
    let is_control = |sign: char| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}');
    if broken || text.contains(is_control) {
        return Err(unknown());
    }
    Ok((text, encoding.name()))
}

/// The separators, and the line by which spreadsheets say which one it is.
const SEPARATORS: [u8; 3] = *b",;\t";

/// The text below the line that names the separator, and the separator: the one that parts the most rows into equally many cells.
fn separated(text: &str) -> (&str, u8) {
    let text = text.trim_start_matches('\u{feff}');
    for separator in SEPARATORS {
        for said in ["sep=", "SEP=", "\"sep="] {
            let line = format!("{said}{}", char::from(separator));
            if let Some(rest) = text.strip_prefix(&line) {
                return (rest.trim_start_matches('"').trim_start_matches(['\r', '\n']), separator);
            }
        }
    }
    let fit = |separator: u8| {
        let mut widths = std::collections::BTreeMap::<usize, usize>::new();
        for (_, cells) in records(text, separator).take(2_000) {
            *widths.entry(cells.len()).or_default() += usize::from(cells.len() > 1);
        }
        widths.into_iter().map(|(width, rows)| (rows, width)).max().unwrap_or_default()
    };
    let best = SEPARATORS.into_iter().rev().max_by_key(|separator| fit(*separator)); // the last of equal ones: the comma
    (text, best.unwrap_or(b','))
}

/// The line of a quotation mark that opens a cell and is never closed, or only by a mark of a later line that does not end a cell: the rows
/// between the two would be the text of one cell.
fn open_quote(text: &str, separator: u8) -> Option<usize> {
    let (mut line, mut is_start, mut bytes) = (1, true, text.bytes().peekable());
    while let Some(byte) = bytes.next() {
        if is_start && byte == b'"' {
            let opened = line;
            loop {
                match bytes.next() {
                    None => return Some(opened),
                    Some(b'"') if bytes.next_if_eq(&b'"').is_none() => break,
                    Some(inside) => line += usize::from(inside == b'\n'),
                }
            }
            let ends = bytes.peek().is_none_or(|next| *next == separator || matches!(next, b'\r' | b'\n'));
            if !ends && line > opened {
                return Some(opened);
            }
        }
        is_start = byte == separator || matches!(byte, b'\r' | b'\n');
        line += usize::from(byte == b'\n');
    }
    None
}

/// The rows with their positions as a spreadsheet numbers them: rows without anything count as well.
fn records(text: &str, separator: u8) -> impl Iterator<Item = (u32, Vec<String>)> {
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut record, mut next) = (csv::StringRecord::new(), 0_u32);
    std::iter::from_fn(move || {
        let from = usize::try_from(reader.position().byte()).ok()?;
        if !reader.read_record(&mut record).ok()? {
            return None;
        }
        let before = text.get(from..).unwrap_or_default();
        let blank = before.len() - before.trim_start_matches(['\r', '\n']).len();
        let blank = before.get(..blank).unwrap_or_default();
        // the end of the row before may stand here as well, in files of Windows
        let skipped =
            blank.matches('\n').count() - usize::from(blank.starts_with('\n') && from > 0 && text.as_bytes().get(from - 1) == Some(&b'\r'));
        let row = next.saturating_add(u32::try_from(skipped).unwrap_or(u32::MAX));
        next = row.saturating_add(1);
        Some((row, record.iter().map(str::to_owned).collect()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], encoding: &str, separator: char, cells: &[(u32, u32, &str)]) {
        let (book, form) = open_any(Some("mappe/soa.csv"), bytes).unwrap();
        assert_eq!(form, Some(CsvForm { encoding: Encoding::for_label(encoding.as_bytes()).unwrap().name(), separator }));
        let grid = &book.sheets[0];
        let found: Vec<_> = grid.cells(..).map(|(row, column, it)| (row, column, it.clone())).collect();
        assert_eq!(found, cells.iter().map(|(row, column, text)| (*row, *column, Found::Text((*text).to_owned()))).collect::<Vec<_>>());
        assert_eq!(grid.name, "soa");
    }

    #[test]
    fn text_is_read_in_its_encoding_with_its_separator() {
        let cells = [(0, 0, "Krav"), (0, 1, "Begrundelse"), (2, 0, "5.1"), (2, 1, "Få, men gode"), (3, 0, "5.2"), (3, 1, "nej")];
        let text = "Krav;Begrundelse\n\n5.1;Få, men gode\n5.2;nej\n";
        check(text.as_bytes(), "utf-8", ';', &cells);
        check(text.replace('\n', "\r\n").as_bytes(), "utf-8", ';', &cells);
        check(format!("\u{feff}{text}").as_bytes(), "utf-8", ';', &cells);
        check(&WINDOWS_1252.encode(text).0, "windows-1252", ';', &cells);
        let utf_16 = |mark: &str, bytes: fn(u16) -> [u8; 2]| format!("{mark}{text}").encode_utf16().flat_map(bytes).collect::<Vec<_>>();
        check(&utf_16("\u{feff}", u16::to_le_bytes), "utf-16le", ';', &cells);
        check(&utf_16("\u{feff}", u16::to_be_bytes), "utf-16be", ';', &cells);
        check(&utf_16("", u16::to_le_bytes), "utf-16le", ';', &cells);
        check(text.replace(';', "\t").as_bytes(), "utf-8", '\t', &cells);
        check(b"sep=;\r\na,b;c\r\n", "utf-8", ';', &[(0, 0, "a,b"), (0, 1, "c")]);
        check(
            b"a,\"b\nc\",\"d;e;f\"\n1,2,3\n",
            "utf-8",
            ',',
            &[(0, 0, "a"), (0, 1, "b\nc"), (0, 2, "d;e;f"), (1, 0, "1"), (1, 1, "2"), (1, 2, "3")],
        );
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [
            &b"\x00\x01\x02\x03\x04"[..],
            b"GIF89a\x00\xff",
            b"\xff\xfe\x00",
            b"",
            b"<html>",
            b"abc\x07",
            b"id,status\nA.5.1,\"Yes\nA.5.2,No\n",
        ] {
            assert!(open_any(None, bytes).is_err(), "{bytes:?}");
        }
    }
}
