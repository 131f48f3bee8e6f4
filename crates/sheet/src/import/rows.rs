//! The rows of somebody else's file by a map: what each names, and what becomes of it.

use std::collections::BTreeMap;

use pejling_documents::{Diagnostic, FAULT_LIMIT, Faults, ImportMapDocument, ImportSheetDocument, Place, Severity};
use serde_json::{Map, Value};

use super::answers::said;
use super::columns::Columns;
use super::ids::{Ids, Named, Numbers};
use super::scale::is_scale;
use super::words::{Answer, Vocabulary, plain};
use super::{Became, Field, ForeignFile, Imported, LeftRow, RowRead};
use crate::container::{Found, Grid};
use crate::fault::Fault;
use crate::place::{cell_name, column_name};
use crate::text::{folded, trimmed};

/// A sheet while its rows are read.
pub(super) struct Reading<'f> {
    pub(super) grid: &'f Grid,
    pub(super) columns: Columns,
    pub(super) heading_row: u32,
    numbers: Numbers,
    pub(super) scale: Option<String>,
    pub(super) in_percent: bool,          // by the heading of the status
    headings: Vec<BTreeMap<u32, String>>, // of the heading, and of the row above it
}

/// What is wrong with several rows alike: where it is first, what stands there, and with how many.
pub(super) struct Seen {
    pub(super) sheet: String,
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) text: String,
    pub(super) count: usize,
}

impl Seen {
    pub(super) fn at(grid: &Grid, row: u32, column: u32, text: String) -> Self {
        Self { sheet: grid.name.clone(), row, column, text, count: 0 }
    }
}

pub(super) struct Importing<'f, 'a> {
    pub(super) file: &'f ForeignFile<'a>,
    pub(super) ids: Ids<'f>,
    pub(super) words: BTreeMap<String, Answer>,
    pub(super) faults: Vec<Diagnostic>,
    pub(super) warnings: Vec<Diagnostic>,
    pub(super) more: usize,
    pub(super) root: Map<String, Value>,
    pub(super) sites: BTreeMap<String, (String, u32, BTreeMap<&'static str, u32>)>, // sheet, row and columns, by pointer
    pub(super) rows: Vec<RowRead>,
    answered: BTreeMap<String, (String, String)>, // sheet and cell of the first answer
    pub(super) other_edition: Option<Seen>,
    pub(super) without_date: Option<Seen>,
    pub(super) without_scale: Option<Seen>,
    pub(super) unknown_words: BTreeMap<String, Seen>,
    pub(super) exclusions: usize,
}

pub(super) fn import(file: &ForeignFile<'_>, map: &ImportMapDocument) -> Result<Imported, Faults> {
    let mut importing = Importing {
        file,
        ids: Ids::of(file.library, file.catalogue),
        words: BTreeMap::new(),
        faults: Vec::new(),
        warnings: Vec::new(),
        more: 0,
        root: Map::new(),
        sites: BTreeMap::new(),
        rows: Vec::new(),
        answered: BTreeMap::new(),
        other_edition: None,
        without_date: None,
        without_scale: None,
        unknown_words: BTreeMap::new(),
        exclusions: 0,
    };
    for (word, meaning) in map.words.iter() {
        match Answer::of_map(meaning) {
            Some(answer) => drop(importing.words.insert(plain(word), answer)),
            None => importing.map_fault(&Fault::new("import-map-word", &[("word", word), ("meaning", meaning)]), "/words"),
        }
    }
    if map.sheets.is_empty() {
        importing.map_fault(&Fault::new("import-map-empty", &[]), "/sheets");
    }
    for (at, sheet) in map.sheets.iter().enumerate() {
        importing.sheet(at, sheet);
    }
    importing.finish()
}

impl Importing<'_, '_> {
    pub(super) fn tell(&mut self, severity: Severity, fault: &Fault, at: Place) {
        let list = if severity == Severity::Error { &mut self.faults } else { &mut self.warnings };
        if list.len() < FAULT_LIMIT {
            list.push(fault.tell(severity, at, self.file.language()));
        } else {
            self.more += usize::from(severity == Severity::Error);
        }
    }

    pub(super) fn map_fault(&mut self, fault: &Fault, pointer: &str) {
        self.tell(Severity::Error, fault, Place { pointer: pointer.to_owned(), ..Place::default() });
    }

    pub(super) fn fault(&mut self, grid: &Grid, row: u32, column: u32, fault: &Fault) {
        let at = self.file.place(Some(&grid.name), Some(cell_name(row, column)));
        self.tell(Severity::Error, fault, at);
    }

    fn sheet(&mut self, at: usize, sheet: &ImportSheetDocument) {
        let file = self.file;
        let Some(grid) = file.book.sheets.iter().find(|grid| folded(&grid.name) == folded(&sheet.sheet)) else {
            let known: Vec<String> = file.book.sheets.iter().map(|grid| grid.name.clone()).collect();
            let fault = Fault::new("import-map-sheet", &[("sheet", &sheet.sheet), ("sheets", &known.join(", "))]);
            return self.map_fault(&fault.near(&sheet.sheet, known), &format!("/sheets/{at}/sheet"));
        };
        let Some(columns) = self.columns(at, grid, sheet) else { return };
        let heading_row = sheet.heading_row.saturating_sub(1);
        self.merged(grid, heading_row, &columns);
        if grid.hidden {
            let at = file.place(Some(&grid.name), None);
            self.tell(Severity::Warning, &Fault::new("cell-hidden", &[("what", &"sheet"), ("name", &grid.name)]), at);
        }
        for column in columns.all().iter().filter(|at| grid.hides_column(**at)) {
            let at = file.place(Some(&grid.name), None);
            self.tell(Severity::Warning, &Fault::new("cell-hidden", &[("what", &"column"), ("name", &column_name(*column))]), at);
        }
        let id_column = columns.of(Field::Requirement).unwrap_or_default();
        let below = grid.rows.range(heading_row + 1..).filter_map(|(row, cells)| Some((*row, cells.get(&id_column)?)));
        let numbers = self.ids.numbers(below, file.form.is_some(), sheet.bare_ids.as_deref());
        let scale = sheet.scale.clone().or_else(|| file.terms.scale.clone());
        if let Some(scale) = file.terms.scale.as_ref().filter(|scale| !is_scale(scale)) {
            return self.scale_fault(&scale.clone(), "");
        }
        let of_status = columns.of(Field::Status);
        let headings = grid.rows.range(heading_row.saturating_sub(1)..=heading_row);
        let in_percent = headings.filter_map(|(_, cells)| cells.get(&of_status?)).any(|found| {
            let text = said(found).to_lowercase();
            ["%", "percent", "procent", "prozent"].iter().any(|word| text.contains(word))
        });
        // in text a cell too many means a separator within a cell, and so that all cells behind it are read in the wrong column
        let width = file.form.as_ref().and_then(|_| grid.rows.get(&heading_row)?.keys().next_back().copied());
        let shown = |row: u32| {
            let cells = grid.rows.get(&row).into_iter().flatten();
            cells.map(|(at, found)| (*at, plain(&said(found)))).collect::<BTreeMap<_, _>>()
        };
        let headings = vec![shown(heading_row), shown(heading_row.saturating_sub(1))];
        let reading = Reading { grid, columns, heading_row, numbers, scale, in_percent, headings };
        for (row, cells) in &grid.rows {
            let text = cells.values().next().map(|found| trimmed(&said(found)).chars().take(80).collect::<String>()).unwrap_or_default();
            let read = if *row <= heading_row {
                Some((None, Became::Left(LeftRow::Heading)))
            } else if sheet.skip_rows.contains(&(row + 1)) {
                Some((None, Became::Left(LeftRow::Skipped)))
            } else if let Some((beyond, _)) = width.and_then(|width| cells.range(width + 1..).next()) {
                self.fault(grid, *row, *beyond, &Fault::new("import-row-shifted", &[("text", &text)]));
                None
            } else {
                self.row(&reading, *row, cells)
            };
            if let Some((requirement, became)) = read {
                self.rows.push(RowRead { sheet: grid.name.clone(), row: row + 1, requirement, became, text });
            }
        }
    }

    /// Reads a row; nothing where it is refused.
    fn row(&mut self, reading: &Reading<'_>, row: u32, cells: &BTreeMap<u32, Found>) -> Option<(Option<String>, Became)> {
        let Reading { grid, columns, numbers, .. } = reading;
        let id_column = columns.of(Field::Requirement).unwrap_or_default();
        let left = |why| Some((None, Became::Left(why)));
        let answers = [Field::Status, Field::Maturity, Field::Applicable];
        let has_answer = answers.iter().any(|field| columns.cell(*field, cells).is_some());
        let first = cells.values().next().map(said).unwrap_or_default();
        let title = columns.text(Field::Title, cells);
        let id = cells.get(&id_column);
        let named = id.map_or(Named::Text, |found| self.ids.name(found, &title, numbers, row));
        let refuse = |this: &mut Self, fault: Fault| {
            this.fault(grid, row, id_column, &fault);
            None
        };
        let shown = id.map(said).unwrap_or_default();
        let (local, rest) = match named {
            Named::Requirement { id, rest } => (id, rest),
            Named::Group => return left(LeftRow::Group),
            Named::Text | Named::Unknown(_) if Vocabulary::get().is_total(&first) => return left(LeftRow::Total),
            Named::Text if is_repeated(cells, reading) => return left(LeftRow::Repeated),
            Named::Text if !has_answer => return left(LeftRow::Text),
            Named::Text if id == Some(&Found::Formula) => return refuse(self, Fault::new("cell-formula", &[])),
            Named::Text => return refuse(self, Fault::new("import-no-name", &[("text", &shown)])),
            Named::Unknown(_) => {
                let fault = Fault::new("import-unknown-name", &[("text", &shown), ("catalogue", &self.file.catalogue.id.0)]);
                let known = if self.faults.len() < FAULT_LIMIT { self.ids.names() } else { Vec::new() };
                return refuse(self, fault.near(&shown, known));
            }
            Named::OtherEdition => {
                self.other_edition.get_or_insert_with(|| Seen::at(grid, row, id_column, shown)).count += 1;
                return None;
            }
            Named::Date => return refuse(self, Fault::new("import-name-is-date", &[("text", &shown)])),
            Named::Mangled(meanings) => {
                return refuse(self, Fault::new("import-name-lost-zero", &[("text", &shown), ("meanings", &meanings)]));
            }
            Named::Unclear { control, clause } => {
                let args: &[(_, &dyn std::fmt::Display)] =
                    &[("text", &shown), ("control", &control), ("clause", &clause), ("title", &title)];
                return refuse(self, Fault::new("import-control-or-clause", args));
            }
        };
        let title = if title.is_empty() { rest } else { title };
        // a control is often called as a clause is: `Politik`. Only the title of another one of its kind speaks against it
        let is_alike = |other: &&str| other.starts_with("A.") == local.starts_with("A.");
        if let Some(other) =
            self.ids.titled(&title).filter(is_alike).filter(|other| *other != local && !self.ids.is_title_of(&title, &local))
        {
            let args: &[(_, &dyn std::fmt::Display)] = &[("requirement", &local), ("other", &other)];
            return refuse(self, Fault::new("row-out-of-step", args));
        }
        if grid.hidden_rows.contains(&row) {
            let at = self.file.place(Some(&grid.name), Some(cell_name(row, id_column)));
            let name = (u64::from(row) + 1).to_string();
            self.tell(Severity::Warning, &Fault::new("cell-hidden", &[("what", &"row"), ("name", &name)]), at);
        }
        let answer = self.answer(reading, row, cells)?;
        let requirement = self.ids.qualified(&local);
        if answer == Answer::Unanswered {
            return Some((Some(requirement), Became::Left(LeftRow::Unanswered)));
        }
        if let Some((sheet, cell)) = self.answered.get(&requirement) {
            let before = if *sheet == grid.name { cell.clone() } else { format!("{sheet}!{cell}") };
            return refuse(self, Fault::new("import-twice", &[("requirement", &local), ("cell", &before)]));
        }
        self.answered.insert(requirement.clone(), (grid.name.clone(), cell_name(row, id_column)));
        if answer == Answer::Excluded {
            self.exclude(grid, row, cells, columns, &requirement)?;
            return Some((Some(requirement), Became::Exclusion));
        }
        self.evidence(reading, row, cells, &requirement, &answer)?;
        Some((Some(requirement), Became::Evidence))
    }

    pub(super) fn refuse<T>(&mut self, grid: &Grid, row: u32, column: u32, fault: &Fault) -> Option<T> {
        self.fault(grid, row, column, fault);
        None
    }
}

/// Whether a row says again what the heading says, or the row above it.
fn is_repeated(cells: &BTreeMap<u32, Found>, reading: &Reading<'_>) -> bool {
    let says =
        |heading: &BTreeMap<u32, String>| cells.iter().all(|(at, found)| heading.get(at).is_some_and(|it| *it == plain(&said(found))));
    reading.headings.iter().any(says)
}
