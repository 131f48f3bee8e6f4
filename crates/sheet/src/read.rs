//! From a workbook to an assessment, with every fault at its cell.
//!
//! The cells become the JSON of an assessment, and where each part of it came from is remembered. Whether that is a valid assessment is decided
//! where every assessment is checked; what is wrong is told at the cell that it came from.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use pejling_documents::{AssessmentDocument, Checked, Diagnostic, FAULT_LIMIT, Faults, Language, Library, Place, Severity, Source, mask};
use serde_json::{Map, Value};

use crate::container::{Book, Found, Grid, open};
use crate::fault::Fault;
use crate::layout::{Body, Column, FORMAT, Field, Holds, NOTE_ROW, Offers, SHEETS, Sheet, Table};
use crate::place::{cell_name, column_name};
use crate::shown::Catalogues;
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
    let book = open(bytes).map_err(|fault| fault.alone(Place { file: file.map(str::to_owned), ..Place::default() }, library.language))?;
    let catalogues = Catalogues::named(library, &editions(&book));
    let titles = catalogues.titles();
    let mut reading = Reading {
        library,
        catalogues,
        titles,
        more: 0,
        file,
        book: &book,
        told: Vec::new(),
        refused: BTreeSet::new(),
        root: Map::new(),
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
            let sheet = Sheet::named(&grid.name);
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

    /// Tells every cell of some rows that does not say what is expected in one of them.
    fn unexpected(&mut self, sheet: usize, rows: impl Iterator<Item = (u32, u32, Found)>, expected: &BTreeSet<String>) {
        for (row, column, found) in rows {
            if !matches!(&found, Found::Text(text) if expected.contains(&folded(text))) {
                self.not_read(sheet, row, column, &found);
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
        self.unexpected(at, cells(grid, ..), &expected);
    }

    fn lists(&mut self, at: usize, grid: &Grid) {
        let notes = Language::ALL.map(|language| language.text("sheet-lists-note"));
        let words = Words::ALL.iter().flat_map(|words| Language::ALL.iter().flat_map(|language| words.words(*language)));
        let expected = words.chain(notes).chain([FORMAT.to_owned()]).map(|text| folded(&text)).collect();
        self.unexpected(at, cells(grid, NOTE_ROW + 1..), &expected);
        for (column, found) in grid.rows.get(&NOTE_ROW).into_iter().flatten() {
            match found {
                Found::Text(text) if text.starts_with("pejling/workbook/") && trimmed(text) != FORMAT => {
                    let fault = Fault::new("workbook-format", &[("found", text), ("expected", &FORMAT)]);
                    self.tell(Severity::Error, &fault, (at, NOTE_ROW, *column));
                }
                found => self.unexpected(at, std::iter::once((NOTE_ROW, *column, found.clone())), &expected),
            }
        }
    }

    fn form(&mut self, at: usize, grid: &Grid, sheet: &Sheet, fields: &'static [Field]) {
        let notes: BTreeSet<_> = Language::ALL.iter().map(|language| folded(&language.text(sheet.note))).collect();
        self.merged(at, grid, NOTE_ROW + 1);
        for (row, found) in &grid.rows {
            let label = match found.get(&0) {
                Some(Found::Text(text)) => folded(text),
                _ => String::new(),
            };
            let is_it = |key: &str, said: &str| Language::ALL.iter().any(|language| folded(&language.text(key)) == said);
            let Some(field) = fields.iter().find(|field| is_it(field.label, &label)) else {
                self.unexpected(at, found.iter().map(|(column, found)| (*row, *column, found.clone())), &notes);
                continue;
            };
            for (column, cell) in found.iter().filter(|(column, _)| **column > 1) {
                if !matches!(cell, Found::Text(text) if is_it(field.help, &folded(text))) {
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

    /// Tells merged cells from a row on: which of them a value belongs to, nobody can know.
    fn merged(&mut self, at: usize, grid: &Grid, from: u32) {
        for [(first, left), (last, right)] in grid.merged.iter().filter(|[_, (last, _)]| *last >= from) {
            let area = format!("{}:{}", cell_name(*first, *left), cell_name(*last, *right));
            self.tell(Severity::Error, &Fault::new("cell-merged", &[("area", &area)]), (at, *first, *left));
        }
    }

    /// Tells that a cell with something in it is hidden; a column of them once.
    fn hidden(&mut self, at: usize, grid: &Grid, row: u32, column: u32) {
        if grid.hidden_rows.contains(&row) {
            let name = (u64::from(row) + 1).to_string();
            self.tell(Severity::Warning, &Fault::new("cell-hidden", &[("what", &"row"), ("name", &name)]), (at, row, column));
        }
    }

    fn table(&mut self, at: usize, grid: &Grid, sheet: &Sheet, table: &'static Table) {
        let Some((heading_row, columns)) = heading(grid, table) else {
            let headings = table.columns.iter().map(|column| self.library.language.text(column.heading));
            let headings = headings.take(4).collect::<Vec<_>>().join(", ");
            let row = grid.rows.keys().next().copied().unwrap_or_default();
            self.tell(Severity::Error, &Fault::new("sheet-without-heading", &[("headings", &headings)]), (at, row, 0));
            return;
        };
        let notes = Language::ALL.iter().map(|language| folded(&language.text(sheet.note))).collect();
        self.unexpected(at, cells(grid, ..heading_row), &notes);
        self.headings(at, grid, table, heading_row, &columns);
        self.merged(at, grid, heading_row);
        let rows = Rows { sheet: at, grid, table, columns: Rc::new(columns) };
        let mut hidden_columns = BTreeSet::new();
        let mut said = false;
        for (row, found) in grid.rows.range(heading_row + 1..) {
            said |= self.row(&rows, *row, found, &mut hidden_columns);
        }
        let lacking = table.columns.iter().filter(|column| column.needed && !rows.columns.contains_key(column.field));
        for column in lacking.filter(|_| said) {
            let heading = self.library.language.text(column.heading);
            self.tell(Severity::Error, &Fault::new("column-missing", &[("heading", &heading)]), (at, heading_row, 0));
        }
    }

    /// What is wrong with the heading.
    fn headings(&mut self, at: usize, grid: &Grid, table: &Table, row: u32, columns: &BTreeMap<&'static str, u32>) {
        let by_heading = table.by_heading();
        for (column, found) in grid.rows.get(&row).into_iter().flatten() {
            let heading = written(found);
            match by_heading.get(&folded(&heading)).filter(|_| matches!(found, Found::Text(_))) {
                Some(it) if columns.get(it.field) == Some(column) => {}
                Some(_) => self.tell(Severity::Error, &Fault::new("column-twice", &[("heading", &heading)]), (at, row, *column)),
                None => {
                    let known = table.columns.iter().flat_map(|it| Language::ALL.map(|language| language.text(it.heading))).collect();
                    let fault = Fault::new("column-unknown", &[("heading", &heading)]).near(&heading, known);
                    self.tell(Severity::Error, &fault, (at, row, *column));
                }
            }
        }
    }

    /// Reads a row; whether it says anything.
    fn row(&mut self, rows: &Rows<'_>, row: u32, found: &BTreeMap<u32, Found>, hidden_columns: &mut BTreeSet<u32>) -> bool {
        let Rows { sheet, grid, table, columns } = rows;
        let of = |column: &Column| columns.get(column.field).and_then(|at| Some((*at, found.get(at)?)));
        let offers = table.offers != Offers::Nothing;
        let mut says_something = false;
        for (at, cell) in found {
            match table.columns.iter().find(|column| columns.get(column.field) == Some(at)) {
                None => self.tell(Severity::Error, &Fault::new("cell-outside", &[("text", &written(cell))]), (*sheet, row, *at)),
                Some(Column { holds: Holds::Shown(_), .. }) => continue,
                Some(column) => says_something |= !(offers && column.field == "requirement"),
            }
            if grid.hidden_columns.iter().any(|(first, last)| (first..=last).contains(&at)) && hidden_columns.insert(*at) {
                let fault = Fault::new("cell-hidden", &[("what", &"column"), ("name", &column_name(*at))]);
                self.tell(Severity::Warning, &fault, (*sheet, row, *at));
            }
        }
        let mut item = Map::new();
        for column in table.columns.iter().filter(|column| !matches!(column.holds, Holds::Shown(_))) {
            if let Some((at, cell)) = of(column) {
                let value = self.cell(column.holds, cell, (*sheet, row, at));
                item.insert(column.field.to_owned(), value);
            }
        }
        let unread = |column: &Column| of(column).is_some_and(|(at, _)| self.refused.contains(&(*sheet, row, at)));
        if !table.columns.iter().any(|column| column.holds == Holds::Requirement && unread(column)) {
            self.guidance(rows, row, found, &item);
        }
        if !says_something {
            return false;
        }
        if let Some(at) = found.keys().next() {
            self.hidden(*sheet, grid, row, *at);
        }
        let whole = columns.get(table.whole).or_else(|| columns.values().next()).copied().unwrap_or_default();
        let site = Site { sheet: *sheet, row, column: whole, columns: columns.clone() };
        match table.within {
            None if table.list == "catalogues" => self.catalogue(item, &site),
            None => {
                let at = push(&mut self.root, table.list, item);
                self.sites.insert(format!("/{}/{at}", table.list), site);
            }
            Some(_) => self.within(table, item, site),
        }
        true
    }

    /// Whether the guidance of a row is still that of its requirement: who sorts a part of a sheet files answers under other requirements.
    fn guidance(&mut self, rows: &Rows<'_>, row: u32, found: &BTreeMap<u32, Found>, item: &Map<String, Value>) {
        let of = item.get("requirement").or_else(|| item.get("catalogue")).and_then(Value::as_str).unwrap_or_default().to_owned();
        for column in rows.table.columns {
            let (Holds::Shown(shown), Some(at)) = (column.holds, rows.columns.get(column.field)) else { continue };
            let Some(cell) = found.get(at) else { continue };
            let text = written(cell);
            let is_it = |expected: String| expected == text || folded(&expected) == folded(&text);
            if matches!(cell, Found::Text(_)) && Language::ALL.iter().any(|language| is_it(self.catalogues.say(shown, &of, *language))) {
                continue;
            }
            let other = if column.field == "title" { self.titles.get(&folded(&text)).cloned() } else { None };
            match other {
                Some(other) if !of.is_empty() => {
                    let args: &[(_, &dyn std::fmt::Display)] = &[("requirement", &of), ("other", &other)];
                    self.tell(Severity::Error, &Fault::new("row-out-of-step", args), (rows.sheet, row, *at));
                }
                Some(_) | None => self.not_read(rows.sheet, row, *at, cell),
            }
        }
    }

    fn catalogue(&mut self, mut item: Map<String, Value>, site: &Site) {
        let name = match item.remove("catalogue") {
            Some(Value::String(name)) => name,
            Some(_) | None => return self.missing("catalogue", "column-catalogue", site),
        };
        let Some(edition) = item.remove("edition") else { return self.missing("edition", "column-edition", site) };
        let list = self.root.entry("catalogues").or_insert_with(|| Map::new().into());
        if let Some(before) = list.as_object_mut().and_then(|list| list.insert(name.clone(), edition)) {
            let at = (site.sheet, site.row, site.column);
            let before = before.as_str().unwrap_or_default().to_owned();
            self.tell(Severity::Error, &Fault::new("row-twice", &[("name", &name), ("cell", &before)]), at);
        }
        self.sites.insert(format!("/catalogues/{}", name.replace('~', "~0").replace('/', "~1")), site.clone());
    }

    fn missing(&mut self, field: &str, heading: &str, site: &Site) {
        let column = site.columns.get(field).copied().unwrap_or(site.column);
        let heading = self.library.language.text(heading);
        self.tell(Severity::Error, &Fault::new("cell-missing", &[("heading", &heading)]), (site.sheet, site.row, column));
    }

    /// A row of a list within the items of another one.
    fn within(&mut self, table: &'static Table, mut item: Map<String, Value>, site: Site) {
        let (Some(within), Some(key)) = (table.within, table.columns.first()) else { return };
        let own: Map<_, _> = table.columns.iter().filter(|it| it.outer).filter_map(|it| item.remove_entry(it.field)).collect();
        let Some(name) = own.get(key.field).cloned() else { return self.missing(key.field, key.heading, &site) };
        let list = self.root.get(table.list).and_then(Value::as_array);
        let found = list.and_then(|list| list.iter().position(|it| it.get(key.field) == Some(&name)));
        let at = match found {
            Some(at) => at,
            None if within.makes => {
                let mut outer = own.clone();
                outer.insert(within.list.to_owned(), Vec::<Value>::new().into());
                let at = push(&mut self.root, table.list, outer);
                self.sites.insert(format!("/{}/{at}", table.list), site.clone());
                at
            }
            None => {
                let column = site.columns.get(key.field).copied().unwrap_or(site.column);
                let known = list.into_iter().flatten().filter_map(|it| it.get(key.field)?.as_str()).map(str::to_owned).collect();
                let name = name.as_str().unwrap_or_default();
                let fault = Fault::new("row-of-unknown-entity", &[("entity", &name)]).near(name, known);
                return self.tell(Severity::Error, &fault, (site.sheet, site.row, column));
            }
        };
        for (field, value) in own.into_iter().filter(|(field, _)| field != key.field) {
            let outer = self.root.get_mut(table.list).and_then(|list| list.get_mut(at)).and_then(Value::as_object_mut);
            let before = outer.map(|outer| outer.entry(field.clone()).or_insert_with(|| value.clone()).clone());
            if before.is_some_and(|before| before != value) {
                let column = site.columns.get(field.as_str()).copied().unwrap_or(site.column);
                let name = name.as_str().unwrap_or_default();
                self.tell(Severity::Error, &Fault::new("row-disagrees", &[("name", &name)]), (site.sheet, site.row, column));
            }
        }
        if item.is_empty() {
            return;
        }
        let outer = self.root.get_mut(table.list).and_then(|list| list.get_mut(at)).and_then(Value::as_object_mut);
        if let Some(outer) = outer {
            let inner = push(outer, within.list, item);
            self.sites.insert(format!("/{}/{at}/{}/{inner}", table.list, within.list), site);
        }
    }

    /// Names the evidence that nobody named, by its requirement and date: the same answer has the same name when it is read again.
    fn name_evidence(&mut self) {
        let Some(list) = self.root.get_mut("evidence").and_then(Value::as_array_mut) else { return };
        let named = list.iter().filter_map(|it| it.get("id")?.as_str());
        let mut taken: BTreeSet<String> = named.map(str::to_owned).collect();
        for item in list.iter_mut().filter_map(Value::as_object_mut).filter(|it| !it.contains_key("id")) {
            let text = |field: &str| item.get(field).and_then(Value::as_str).unwrap_or_default();
            let name = format!("{} {}", text("requirement"), text("date"));
            let name: String = name.chars().filter(|sign| !sign.is_control()).take(100).collect();
            let numbered = (2_usize..).map(|number| format!("{name} ({number})"));
            let name = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or_default();
            taken.insert(name.clone());
            item.insert("id".to_owned(), name.into());
        }
    }

    fn finish(mut self) -> Result<ReadWorkbook, Faults> {
        self.name_evidence();
        self.root.insert("format".to_owned(), "pejling/assessment/1".into());
        let text = Value::Object(std::mem::take(&mut self.root)).to_string();
        let source = Source { name: Some(self.file.unwrap_or("-")), text: &text };
        let (checked, more) = match self.library.check(source) {
            Ok(checked) => (Some(checked), 0),
            Err(Faults { faults, more }) => {
                for fault in faults {
                    self.place_again(fault, source.name);
                }
                (None, more)
            }
        };
        if self.told.iter().any(|(_, told)| matches!(told.code.as_str(), "unknown-catalogue" | "unknown-edition")) {
            self.told.retain(|(_, told)| !FOLLOWING.contains(&told.code.as_str()));
        }
        self.told.sort_by_key(|(at, _)| *at); // stable: at one cell in the order of search
        let is_wrong = !self.refused.is_empty() || self.told.iter().any(|(_, told)| told.severity == Severity::Error);
        let unlisted = self.more;
        let mut told: Vec<_> = self.told.into_iter().map(|(_, told)| told).collect();
        match checked.zip(serde_json::from_str(&text).ok()) {
            Some((checked, document)) if !is_wrong => Ok(ReadWorkbook { document, checked, warnings: told }),
            Some(_) | None => {
                let more = more + unlisted + told.len().saturating_sub(FAULT_LIMIT);
                told.sort_by_key(|it| told_late(it.severity)); // what must be mended is not cut off by what is worth knowing
                told.truncate(FAULT_LIMIT);
                Err(Faults { faults: told, more })
            }
        }
    }

    /// Tells a fault of the assessment at the cell that it came from; unless that cell could not be read, and has said so itself.
    fn place_again(&mut self, mut fault: Diagnostic, name: Option<&str>) {
        if fault.at.file.as_deref() != name.map(mask).as_deref() {
            self.told.push(((0, 0, 0), fault)); // it is in an overlay
            return;
        }
        let Some(mut at) = self.site(&fault.at.pointer) else {
            fault.at = Place { file: self.file.map(str::to_owned), pointer: fault.at.pointer, ..Place::default() };
            self.told.push(((usize::MAX, 0, 0), fault));
            return;
        };
        if fault.code == "unknown-edition"
            && let Some(column) = self.sites.get(&fault.at.pointer).and_then(|site| site.columns.get("edition"))
        {
            at.2 = *column;
        }
        if self.refused.contains(&at) {
            return;
        }
        let lacks = |site: &Site| {
            let field = fault.at.pointer.rsplit('/').next().unwrap_or_default();
            !site.columns.is_empty() && !site.columns.contains_key(field)
        };
        let item = fault.at.pointer.rsplit_once('/').and_then(|(item, _)| self.sites.get(item));
        if fault.code == "missing-field" && item.is_some_and(lacks) {
            return; // the whole column is missing, and that is told
        }
        let place = self.place(at, fault.at.pointer.clone());
        let told = match fault.code.as_str() {
            "missing-field" => self.heading_at(&fault.at.pointer).map(|heading| Fault::new("cell-missing", &[("heading", &heading)])),
            "finding-missing" => Some(Fault::new("row-without-finding", &[])),
            _ => None,
        };
        fault = match told {
            Some(told) => told.tell(Severity::Error, place, self.library.language),
            None => Diagnostic { at: Place { file: fault.at.file, ..place }, ..fault },
        };
        self.told.push((at, fault));
    }

    /// The cell of a pointer, or of what is nearest around it.
    fn site(&self, pointer: &str) -> Option<At> {
        let mut around = pointer;
        loop {
            if let Some(site) = self.sites.get(around) {
                let field = pointer.get(around.len() + 1..).and_then(|rest| rest.split('/').next());
                let column = field.and_then(|field| site.columns.get(field)).copied().unwrap_or(site.column);
                return Some((site.sheet, site.row, column));
            }
            let inside = format!("{around}/");
            let first = self.sites.range(inside.clone()..).next().filter(|(it, _)| it.starts_with(&inside));
            if let Some((_, site)) = first.filter(|_| !around.is_empty()) {
                return Some((site.sheet, site.row, site.column));
            }
            around = around.rsplit_once('/').map(|(around, _)| around).filter(|around| !around.is_empty())?;
        }
    }

    /// The heading or label of the cell of a pointer.
    fn heading_at(&self, pointer: &str) -> Option<String> {
        let language = self.library.language;
        let fields = SHEETS.iter().filter_map(|sheet| if let Body::Form(fields) = &sheet.body { Some(*fields) } else { None }).flatten();
        if let Some(field) = fields.into_iter().find(|field| field.pointer == pointer) {
            return Some(language.text(field.label));
        }
        let (sheet, ..) = self.site(pointer)?;
        let sheet = Sheet::named(&self.book.sheets.get(sheet)?.name)?;
        let Body::Table(table) = &sheet.body else { return None };
        let field = pointer.rsplit('/').next()?;
        table.columns.iter().find(|column| column.field == field).map(|column| language.text(column.heading))
    }
}

/// What follows from a catalogue that is not there: its requirements are not known, and neither is what it says of them.
const FOLLOWING: [&str; 7] = [
    "cell-not-read",
    "cell-requirement-number",
    "cell-requirement-unclear",
    "cell-unknown-objective",
    "cell-unknown-requirement",
    "unknown-objective",
    "unknown-requirement",
];

fn told_late(severity: Severity) -> bool {
    match severity {
        Severity::Error => false,
        Severity::Warning | Severity::Info => true,
    }
}

/// The cells of some rows.
fn cells(grid: &Grid, rows: impl std::ops::RangeBounds<u32>) -> impl Iterator<Item = (u32, u32, Found)> {
    grid.rows.range(rows).flat_map(|(row, cells)| cells.iter().map(|(column, found)| (*row, *column, found.clone())))
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
