//! A workbook as people change it: cells by name, rows hidden, areas merged.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;

use calamine::{Data, Reader as _, Xlsx};
use pejling_documents::{Checked, Diagnostic, Faults, Language, Library, Source};
use pejling_sheet::{ReadWorkbook, empty_assessment, read_workbook, workbook};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook};
use zip::ZipArchive;

/// What a cell of the changed workbook holds.
#[derive(Clone, Debug)]
pub(crate) enum Cell {
    Text(String),
    Number(f64),
    /// A number that is shown as a percentage.
    Percent(f64),
    /// A number that is shown as a date, or as a time.
    Day(f64),
    Time(f64),
    Bool(bool),
    Formula(&'static str),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// A sheet of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) name: String,
    pub(crate) cells: BTreeMap<(u32, u16), Cell>,
    pub(crate) hidden: bool,
    pub(crate) hidden_rows: Vec<u32>,
    pub(crate) hidden_columns: Vec<u16>,
    pub(crate) merged: Vec<[(u32, u16); 2]>,
}

/// The whole of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Book(pub(crate) Vec<Page>);

impl Book {
    /// The cells of a workbook, without how they look.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut found: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let names = found.sheet_names();
        let page = |name: String| {
            let range = found.worksheet_range(&name).unwrap();
            let (top, left) = range.start().unwrap_or_default();
            let cells = range.used_cells().filter_map(|(row, column, value)| {
                let cell = match value {
                    Data::String(text) => Cell::Text(text.clone()),
                    Data::Float(number) => Cell::Number(*number),
                    Data::DateTime(day) => Cell::Day(day.as_f64()),
                    Data::Empty => return None,
                    other => panic!("{other:?}"),
                };
                Some(((top + u32::try_from(row).unwrap(), u16::try_from(left as usize + column).unwrap()), cell))
            });
            Page { cells: cells.collect(), name, ..Page::default() }
        };
        Self(names.into_iter().map(page).collect())
    }

    /// An empty workbook in Danish, of three catalogues.
    pub(crate) fn empty() -> Self {
        Self::of(&workbook(&danish(), &empty(&danish()), false).unwrap())
    }

    /// The answers of a first year, in Danish.
    pub(crate) fn filled() -> Self {
        Self::of(&workbook(&danish(), &first_year(&danish()), true).unwrap())
    }

    #[track_caller]
    pub(crate) fn page(&mut self, name: &str) -> &mut Page {
        self.0.iter_mut().find(|page| page.name == name).unwrap_or_else(|| panic!("no sheet {name}"))
    }

    /// Puts something into a cell by its name, as `F17`.
    pub(crate) fn put(&mut self, sheet: &str, cell: &str, value: impl Into<Cell>) {
        self.page(sheet).cells.insert(place(cell), value.into());
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        let day = ExcelDateTime::from_ymd(2026, 1, 1).unwrap(); // else it would be now
        book.set_properties(&DocProperties::new().set_creation_datetime(&day));
        for page in &self.0 {
            let sheet = book.add_worksheet();
            sheet.set_name(&page.name).unwrap().set_hidden(page.hidden && !std::ptr::eq(page, &raw const self.0[0]));
            for [(top, left), (bottom, right)] in &page.merged {
                sheet.merge_range(*top, *left, *bottom, *right, "", &Format::new()).unwrap();
            }
            for (&(row, column), cell) in &page.cells {
                let formatted = |code: &str| Format::new().set_num_format(code);
                match cell {
                    Cell::Text(text) => sheet.write_string(row, column, text).unwrap(),
                    Cell::Number(number) => sheet.write_number(row, column, *number).unwrap(),
                    Cell::Percent(number) => sheet.write_number_with_format(row, column, *number, &formatted("0.0%")).unwrap(),
                    Cell::Day(serial) => {
                        let day = ExcelDateTime::from_serial_datetime(*serial).unwrap();
                        sheet.write_datetime_with_format(row, column, day, &formatted("d. mmmm yyyy")).unwrap()
                    }
                    Cell::Time(serial) => sheet.write_number_with_format(row, column, *serial, &formatted("hh:mm")).unwrap(),
                    Cell::Bool(value) => sheet.write_boolean(row, column, *value).unwrap(),
                    Cell::Formula(formula) => sheet.write_formula(row, column, Formula::new(*formula)).unwrap(),
                };
            }
            for row in &page.hidden_rows {
                sheet.set_row_hidden(*row).unwrap();
            }
            for column in &page.hidden_columns {
                sheet.set_column_hidden(*column).unwrap();
            }
        }
        book.save_to_buffer().unwrap()
    }

    pub(crate) fn read(&self) -> Result<ReadWorkbook, Faults> {
        read_workbook(&danish(), Some("b.xlsx"), &self.bytes())
    }
}

/// All that is told of a workbook, whether it can be read or not.
pub(crate) fn told(read: &Result<ReadWorkbook, Faults>) -> &[Diagnostic] {
    match read {
        Ok(read) => &read.warnings,
        Err(faults) => &faults.faults,
    }
}

/// The row and the column, from 0, of a cell by its name.
pub(crate) fn place(name: &str) -> (u32, u16) {
    let split = name.find(|sign: char| sign.is_ascii_digit()).unwrap();
    let column = name[..split].bytes().fold(0, |column, letter| column * 26 + u16::from(letter - b'A') + 1);
    (name[split..].parse::<u32>().unwrap() - 1, column - 1)
}

/// The name of a cell.
pub(crate) fn name(row: u32, column: u16) -> String {
    let first = column / 26;
    let letter = |at: u16| char::from(b'A' + u8::try_from(at).unwrap());
    let front = if first > 0 { letter(first - 1).to_string() } else { String::new() };
    format!("{front}{}{}", letter(column % 26), row + 1)
}

pub(crate) fn danish() -> Library<'static> {
    Library::new(Language::Danish)
}

pub(crate) fn empty(library: &Library<'_>) -> Checked {
    let catalogues = ["iso27001-2022", "gdpr", "principles-2017"].map(str::to_owned);
    empty_assessment(library, &"bakkeland".parse().unwrap(), &catalogues).unwrap()
}

/// The first year's set, answered once.
pub(crate) fn first_year(library: &Library<'_>) -> Checked {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/foerste-aar/assessment.json");
    library.check(Source::text(&std::fs::read_to_string(path).unwrap())).unwrap()
}

pub(crate) fn region(library: &Library<'_>) -> Checked {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/region/assessment.json");
    library.check(Source::text(&std::fs::read_to_string(path).unwrap())).unwrap()
}

/// Compares a workbook with a file of `fixtures/sheet`, part by part: how it is packed is not ours to say. Writes the file instead where
/// `PEJLING_WRITE` is set.
#[track_caller]
pub(crate) fn fixture(name: &str, bytes: &[u8]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/sheet").join(name);
    if std::env::var_os("PEJLING_WRITE").is_some() {
        std::fs::write(path, bytes).unwrap();
        return;
    }
    let parts = |bytes: Vec<u8>| {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let count = archive.len();
        let part = |index| {
            let mut file = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            (file.name().unwrap().into_owned(), content)
        };
        (0..count).map(part).collect::<BTreeMap<_, _>>()
    };
    assert!(parts(std::fs::read(path).unwrap()) == parts(bytes.to_vec()), "{name} differs; PEJLING_WRITE=1 rewrites it");
}
