//! From a workbook to an assessment, with every fault at its cell.
//!
//! The cells become the JSON of an assessment, and where each part of it came from is remembered. Whether that is a valid assessment is decided
//! where every assessment is checked; what is wrong is told at the cell that it came from.

mod record;
mod table;
mod telling;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use pejling_documents::{AssessmentDocument, Checked, Diagnostic, FAULT_LIMIT, Faults, Language, Library, Place, Severity, mask};
use serde_json::{Map, Value};

use crate::container::{Book, Found, Grid, open};
use crate::fault::Fault;
use crate::layout::{Body, FORMAT, Field, Holds, NOTE_ROW, SHEETS, Sheet, Table};
use crate::place::cell_name;
use crate::shown::Catalogues;
use crate::template::Template;
use crate::text::{folded, trimmed};
use crate::value::{read, written};
use crate::words::Words;

/// An assessment that was read from a workbook.
#[derive(Debug)]
pub struct ReadWorkbook {
    /// The assessment as it was filled in: what was left empty is left out.
    pub document: AssessmentDocument,
    /// The same, checked against its catalogues.
    pub checked: Checked,
    /// What whoever sent it should know: what was not read, and what was read although it was hidden.
    pub warnings: Vec<Diagnostic>,
}

/// Reads an assessment from a workbook that [`workbook`](crate::workbook()) wrote and people filled in.
///
/// # Errors
///
/// Everything that is wrong with it, each with sheet and cell, and the warnings beside them.
pub fn read_workbook(library: &Library<'_>, file: Option<&str>, bytes: &[u8]) -> Result<ReadWorkbook, Faults> {
    let book = opened(library, file, bytes)?;
    let catalogues = Catalogues::named(library, &editions(&book));
    read_into(library, file, &book, catalogues, Map::new())
}

/// Reads what somebody recorded on a page that [`record`](crate::record()) wrote: the assessment with the evidence that it yields, one for each
/// requirement that it names. What the assessment has already is not added again, and that is told.
///
/// # Errors
///
/// Everything that is wrong with it, each with sheet and cell, and the warnings beside them.
pub fn read_record(library: &Library<'_>, into: &AssessmentDocument, file: Option<&str>, bytes: &[u8]) -> Result<ReadWorkbook, Faults> {
    let book = opened(library, file, bytes)?;
    let catalogues = Catalogues::of(library, into);
    match serde_json::to_value(into) {
        Ok(Value::Object(root)) => read_into(library, file, &book, catalogues, root),
        Ok(_) | Err(_) => read_into(library, file, &book, catalogues, Map::new()), // a document is an object with text keys
    }
}

fn opened(library: &Library<'_>, file: Option<&str>, bytes: &[u8]) -> Result<Book, Faults> {
    open(bytes).map_err(|fault| fault.alone(Place { file: file.map(str::to_owned), ..Place::default() }, library.language))
}

/// Reads a workbook into an assessment: an empty one, or one that a record is added to.
fn read_into(
    library: &Library<'_>,
    file: Option<&str>,
    book: &Book,
    catalogues: Catalogues<'_>,
    root: Map<String, Value>,
) -> Result<ReadWorkbook, Faults> {
    let titles = catalogues.titles();
    let mut reading = Reading {
        library,
        catalogues,
        titles,
        more: 0,
        file,
        book,
        told: Vec::new(),
        refused: BTreeSet::new(),
        is_record: !root.is_empty(),
        root,
        sites: BTreeMap::new(),
    };
    match reading.book() {
        Some(foreign) => Err(foreign),
        None => reading.finish(),
    }
}

/// The catalogues that a workbook names, before anything else is read: names in it are read by them.
fn editions(book: &Book) -> BTreeMap<String, String> {
    let mut editions = BTreeMap::new();
    for grid in &book.sheets {
        let Some(Sheet { body: Body::Table(table), .. }) = Sheet::named(&grid.name) else { continue };
        if table.list != "catalogues" {
            continue;
        }
        let Some((heading, columns)) = heading(grid, table) else { continue };
        let text = |row: &BTreeMap<u32, Found>, field: &str| {
            let found = columns.get(field).and_then(|column| row.get(column));
            found.map(|found| trimmed(&written(found)).to_owned())
        };
        for row in grid.rows.range(heading + 1..).map(|(_, row)| row) {
            if let (Some(catalogue), Some(edition)) = (text(row, "catalogue"), text(row, "edition")) {
                editions.entry(catalogue).or_insert(edition);
            }
        }
    }
    editions
}

/// The most rows among which a heading is looked for.
const HEADING_ROWS: u32 = 50;

/// The row of the heading, and the columns by field.
fn heading(grid: &Grid, table: &Table) -> Option<(u32, BTreeMap<&'static str, u32>)> {
    let known = table.by_heading();
    let columns = |cells: &BTreeMap<u32, Found>| {
        let mut columns = BTreeMap::new();
        for (at, found) in cells {
            if let Found::Text(text) = found
                && let Some(column) = known.get(&folded(text))
            {
                columns.entry(column.field).or_insert(*at);
            }
        }
        columns
    };
    let rows = grid.rows.range(..HEADING_ROWS).map(|(row, cells)| (*row, columns(cells)));
    // the first of those with the most: what is filled in may repeat a word of the heading
    let best = rows.max_by_key(|(row, columns)| (columns.len(), std::cmp::Reverse(*row)))?;
    (best.1.len() >= 2).then_some(best)
}

/// Where a part of the assessment stands.
#[derive(Clone, Debug)]
struct Site {
    sheet: usize,
    row: u32,
    /// The cell that is told where the whole is meant.
    column: u32,
    columns: Rc<BTreeMap<&'static str, u32>>,
}

/// The most that is kept of what is told, so that a hostile file costs no more than its size; what is listed is fewer still.
const KEPT: usize = 10 * FAULT_LIMIT;

/// A cell, by the position of its sheet.
type At = (usize, u32, u32);

struct Reading<'a> {
    library: &'a Library<'a>,
    catalogues: Catalogues<'a>,
    titles: BTreeMap<String, String>, // requirements by title, in either language
    file: Option<&'a str>,
    book: &'a Book,
    told: Vec<(At, Diagnostic)>, // at most `KEPT`
    more: usize,
    refused: BTreeSet<At>,
    is_record: bool,
    root: Map<String, Value>,
    sites: BTreeMap<String, Site>, // by pointer
}

/// A table of a sheet, while its rows are read.
struct Rows<'a> {
    sheet: usize,
    grid: &'a Grid,
    table: &'static Table,
    columns: Rc<BTreeMap<&'static str, u32>>,
}

impl Reading<'_> {
    fn tell(&mut self, severity: Severity, fault: &Fault, at: At) {
        if severity == Severity::Error {
            self.refused.insert(at);
        }
        if self.told.len() >= KEPT {
            self.more += 1;
            return;
        }
        let place = self.place(at, String::new());
        self.told.push((at, fault.tell(severity, place, self.library.language)));
    }

    fn place(&self, (sheet, row, column): At, pointer: String) -> Place {
        Place {
            cell: Some(cell_name(row, column)),
            file: self.file.map(str::to_owned),
            pointer,
            sheet: self.book.sheets.get(sheet).map(|grid| grid.name.clone()),
            ..Place::default()
        }
    }

    /// Reads every sheet; unless none of them is ours, from which all else would follow.
    fn book(&mut self) -> Option<Faults> {
        let book = self.book;
        if book.sheets.iter().all(|grid| Sheet::named(&grid.name).is_none()) {
            let names = book.sheets.iter().map(|grid| grid.name.as_str()).collect::<Vec<_>>().join(", ");
            let place = Place { file: self.file.map(str::to_owned), ..Place::default() };
            return Some(Fault::new("workbook-not-ours", &[("sheets", &names)]).alone(place, self.library.language));
        }
        let has_record = book.sheets.iter().any(|grid| Sheet::named(&grid.name).and_then(Template::of).is_some());
        if has_record != self.is_record {
            let fault = if has_record { Fault::new("record-alone", &[]) } else { Fault::new("record-missing", &[]) };
            let place = Place { file: self.file.map(str::to_owned), ..Place::default() };
            return Some(fault.alone(place, self.library.language));
        }
        if book.has_links {
            let place = Place { file: self.file.map(str::to_owned), ..Place::default() };
            let told = Fault::new("workbook-links", &[]).tell(Severity::Warning, place, self.library.language);
            self.told.push(((0, 0, 0), told));
        }
        // what is within items of another sheet comes after these, whatever order the sheets are in
        let is_within = |grid: &Grid| {
            let table = Sheet::named(&grid.name).and_then(|it| if let Body::Table(table) = &it.body { Some(table) } else { None });
            table.and_then(|table| table.within).is_some()
        };
        let (first, later): (Vec<_>, Vec<_>) = book.sheets.iter().enumerate().partition(|(_, grid)| !is_within(grid));
        for (at, grid) in first.into_iter().chain(later) {
            let belongs = |it: &&Sheet| !self.is_record || Template::of(it).is_some() || matches!(it.body, Body::Lists);
            let sheet = Sheet::named(&grid.name).filter(belongs);
            let Some((row, column)) = grid.rows.iter().find_map(|(row, cells)| Some((*row, *cells.keys().next()?))) else { continue };
            let Some(sheet) = sheet else {
                let names = SHEETS.iter().filter(|it| !matches!(it.body, Body::Lists));
                let names = names.flat_map(|it| Language::ALL.map(|language| language.text(it.name))).collect();
                let fault = Fault::new("sheet-unknown", &[("sheet", &grid.name)]).near(&grid.name, names);
                self.tell(Severity::Error, &fault, (at, row, column));
                continue;
            };
            if grid.hidden && !matches!(sheet.body, Body::Lists) {
                self.tell(Severity::Warning, &Fault::new("cell-hidden", &[("what", &"sheet"), ("name", &grid.name)]), (at, row, column));
            }
            match &sheet.body {
                Body::Lines(lines) => self.lines(at, grid, sheet, lines),
                Body::Form(fields) => self.form(at, grid, sheet, fields),
                Body::Table(table) => self.table(at, grid, sheet, table),
                Body::Lists => self.lists(at, grid),
            }
        }
        None
    }

    /// Tells what somebody wrote where nothing is read.
    fn not_read(&mut self, sheet: usize, row: u32, column: u32, found: &Found) {
        self.tell(Severity::Warning, &Fault::new("cell-not-read", &[("text", &written(found))]), (sheet, row, column));
    }

    /// Tells every one of some cells that does not say what is expected in one of them.
    fn unexpected<'g>(&mut self, sheet: usize, cells: impl Iterator<Item = (u32, u32, &'g Found)>, expected: &BTreeSet<String>) {
        for (row, column, found) in cells {
            if !matches!(found, Found::Text(text) if expected.contains(&folded(text))) {
                self.not_read(sheet, row, column, found);
            }
        }
    }

    fn lines(&mut self, at: usize, grid: &Grid, sheet: &Sheet, lines: &[(&str, &str)]) {
        let mut expected = BTreeSet::new();
        for language in Language::ALL {
            expected.insert(folded(&language.text(sheet.note)));
            for (label, text) in lines {
                expected.insert(folded(&language.text(label)));
                expected.extend([false, true].map(|first_year| folded(&self.catalogues.line(text, first_year, language))));
            }
        }
        self.unexpected(at, grid.cells(..), &expected);
    }

    fn lists(&mut self, at: usize, grid: &Grid) {
        let notes = Language::ALL.map(|language| language.text("sheet-lists-note"));
        let words = Words::ALL.iter().flat_map(|words| Language::ALL.iter().flat_map(|language| words.words(*language)));
        let expected = words.chain(notes).chain([FORMAT.to_owned()]).map(|text| folded(&text)).collect();
        self.unexpected(at, grid.cells(NOTE_ROW + 1..), &expected);
        for (column, found) in grid.rows.get(&NOTE_ROW).into_iter().flatten() {
            match found {
                Found::Text(text) if text.starts_with("pejling/workbook/") && trimmed(text) != FORMAT => {
                    let fault = Fault::new("workbook-format", &[("found", text), ("expected", &FORMAT)]);
                    self.tell(Severity::Error, &fault, (at, NOTE_ROW, *column));
                }
                found => self.unexpected(at, std::iter::once((NOTE_ROW, *column, found)), &expected),
            }
        }
    }

    fn form(&mut self, at: usize, grid: &Grid, sheet: &Sheet, fields: &'static [Field]) {
        let notes: BTreeSet<_> = Language::ALL.iter().map(|language| folded(&language.text(sheet.note))).collect();
        let shows = Template::of(sheet).map(|template| self.catalogues.all_that_must_show(template.kind)).unwrap_or_default();
        self.merged(at, grid, NOTE_ROW + 1);
        for (row, found) in &grid.rows {
            let label = match found.get(&0) {
                Some(Found::Text(text)) => folded(text),
                _ => String::new(),
            };
            let is_it = |key: &str, said: &str| Language::ALL.iter().any(|language| folded(&language.text(key)) == said);
            let Some(field) = fields.iter().find(|field| is_it(field.label, &label)) else {
                self.unexpected(at, found.iter().map(|(column, found)| (*row, *column, found)), &notes);
                continue;
            };
            for (column, cell) in found.iter().filter(|(column, _)| **column > 1) {
                if !matches!(cell, Found::Text(text) if is_it(field.help, &folded(text)) || shows.contains(&folded(text))) {
                    self.not_read(at, *row, *column, cell);
                }
            }
            let site = Site { sheet: at, row: *row, column: 1, columns: Rc::default() };
            if let Some(before) = self.sites.insert(field.pointer.to_owned(), site)
                && found.contains_key(&1)
            {
                let cell = cell_name(before.row, 1);
                self.tell(Severity::Error, &Fault::new("row-twice", &[("name", &label), ("cell", &cell)]), (at, *row, 0));
            }
            let Some(cell) = found.get(&1) else { continue };
            self.hidden(at, grid, *row, 1);
            let value = self.cell(field.holds, cell, (at, *row, 1));
            put(&mut self.root, field.pointer, value);
        }
    }

    /// What a cell says. Where it cannot be read, what was written takes its place: so the field counts as filled in, and as wrong.
    fn cell(&mut self, holds: Holds, found: &Found, at: At) -> Value {
        match read(holds, found, &self.catalogues) {
            Ok((value, warning)) => {
                if let Some(warning) = warning {
                    self.tell(Severity::Warning, &warning, at);
                }
                if let Value::String(text) = &value
                    && mask(text) != *text
                {
                    self.tell(Severity::Warning, &Fault::new("cell-cpr", &[]), at);
                }
                value
            }
            Err(fault) => {
                self.tell(Severity::Error, &fault, at);
                written(found).into()
            }
        }
    }

    /// Names the evidence that nobody named, by its requirement and date: the same answer has the same name when it is read again.
    fn name_evidence(&mut self) {
        let Some(list) = self.root.get_mut("evidence").and_then(Value::as_array_mut) else { return };
        let named = list.iter().filter_map(|it| it.get("id")?.as_str());
        let mut taken: BTreeSet<String> = named.map(str::to_owned).collect();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for item in list.iter_mut().filter_map(Value::as_object_mut).filter(|it| !it.contains_key("id")) {
            let of = |field: &str| item.get(field).and_then(Value::as_str).unwrap_or_default();
            let first = format!("{} {}", of("requirement"), of("date"));
            let first: String = first.chars().filter(|sign| !sign.is_control()).take(100).collect();
            let count = counts.entry(first.clone()).or_default();
            let mut name = first.clone();
            while !taken.insert(name.clone()) {
                *count += 1;
                name = format!("{first} ({})", *count + 1);
            }
            item.insert("id".to_owned(), name.into());
        }
    }
}

/// Puts an item at the end of a list; its position.
fn push(object: &mut Map<String, Value>, list: &str, item: Map<String, Value>) -> usize {
    let list = object.entry(list).or_insert_with(|| Vec::<Value>::new().into());
    let Some(list) = list.as_array_mut() else { return 0 };
    list.push(item.into());
    list.len() - 1
}

/// Puts a value at a pointer of objects.
fn put(object: &mut Map<String, Value>, pointer: &str, value: Value) {
    match pointer.trim_start_matches('/').split_once('/') {
        None => {
            object.insert(pointer.trim_start_matches('/').to_owned(), value);
        }
        Some((field, rest)) => {
            let inner = object.entry(field).or_insert_with(|| Map::new().into());
            if let Some(inner) = inner.as_object_mut() {
                put(inner, rest, value);
            }
        }
    }
}
