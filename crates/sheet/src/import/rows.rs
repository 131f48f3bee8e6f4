//! From the rows of somebody else's file to an assessment, by a map.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pejling_documents::{
    AssessmentDocument, Diagnostic, FAULT_LIMIT, Faults, ImportMapDocument, ImportSheetDocument, Place, Severity, Source,
};
use serde_json::{Map, Value, json};

use super::ids::{Bare, Ids, Named};
use super::words::{Answer, Vocabulary, plain};
use super::{Became, Field, ForeignFile, Imported, LeftRow, RowRead};
use crate::container::{Found, Grid};
use crate::fault::Fault;
use crate::place::cell_name;
use crate::text::{folded, trimmed};
use crate::value::{date, number, written};

/// The scales whose numbers are levels and stand for themselves.
const LEVELS: [&str; 2] = ["0-5", "1-5"];

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

/// Whether a text is a percentage.
pub(super) fn is_percent(text: &str) -> bool {
    trimmed(text).ends_with('%') && number(text).is_ok()
}

/// What the columns of a sheet are.
struct Columns(BTreeMap<Field, Vec<u32>>);

impl Columns {
    fn of(&self, field: Field) -> Option<u32> {
        self.0.get(&field)?.first().copied()
    }

    fn cell<'f>(&self, field: Field, cells: &'f BTreeMap<u32, Found>) -> Option<&'f Found> {
        cells.get(&self.of(field)?)
    }

    fn text(&self, field: Field, cells: &BTreeMap<u32, Found>) -> String {
        self.cell(field, cells).map(|found| trimmed(&said(found)).to_owned()).unwrap_or_default()
    }

    fn all(&self) -> BTreeSet<u32> {
        self.0.values().flatten().copied().collect()
    }
}

/// What a cell shows.
fn said(found: &Found) -> String {
    match found {
        Found::Number { digits, percent: true } => format!("{digits} %"),
        found => written(found),
    }
}

/// The column of that letter, from 0.
fn column_at(letters: &str) -> Option<u32> {
    let is_column = (1..=3).contains(&letters.len()) && letters.bytes().all(|letter| letter.is_ascii_alphabetic());
    let add = |column: u32, letter: u8| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    is_column.then(|| letters.bytes().fold(0, add) - 1).filter(|column| *column < 1 << 14)
}

/// A sheet while its rows are read.
struct Reading<'f> {
    grid: &'f Grid,
    columns: Columns,
    bare: Bare,
    scale: Option<String>,
    in_percent: bool, // by the heading of the status
}

struct Importing<'f, 'a> {
    file: &'f ForeignFile<'a>,
    ids: Ids<'f>,
    words: BTreeMap<String, Answer>,
    faults: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
    more: usize,
    root: Map<String, Value>,
    sites: BTreeMap<String, (String, u32, BTreeMap<&'static str, u32>)>, // sheet, row and columns, by pointer
    rows: Vec<RowRead>,
    answered: BTreeMap<String, (String, String)>,           // sheet and cell of the first answer
    other_edition: Option<(String, String, String, usize)>, // sheet, cell, name and how many
    without_date: Option<(String, String, usize)>,
    without_scale: Option<(String, String, usize)>,
    exclusions: usize,
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
    fn tell(&mut self, severity: Severity, fault: &Fault, at: Place) {
        let list = if severity == Severity::Error { &mut self.faults } else { &mut self.warnings };
        if list.len() < FAULT_LIMIT {
            list.push(fault.tell(severity, at, self.file.language()));
        } else {
            self.more += usize::from(severity == Severity::Error);
        }
    }

    fn map_fault(&mut self, fault: &Fault, pointer: &str) {
        self.tell(Severity::Error, fault, Place { pointer: pointer.to_owned(), ..Place::default() });
    }

    fn fault(&mut self, grid: &Grid, row: u32, column: u32, fault: &Fault) {
        let at = self.file.place(Some(&grid.name), Some(cell_name(row, column)));
        self.tell(Severity::Error, fault, at);
    }

    /// The columns that a map names, where all is well with it.
    fn columns(&mut self, at: usize, grid: &Grid, sheet: &ImportSheetDocument) -> Option<Columns> {
        let single = [
            (Field::Requirement, Some(&sheet.requirement)),
            (Field::Title, sheet.title.as_ref()),
            (Field::Applicable, sheet.applicable.as_ref()),
            (Field::Status, sheet.status.as_ref()),
            (Field::Maturity, sheet.maturity.as_ref()),
            (Field::Reason, sheet.reason.as_ref()),
            (Field::Reference, sheet.reference.as_ref()),
            (Field::Owner, sheet.owner.as_ref()),
            (Field::Date, sheet.date.as_ref()),
        ];
        let named = single.into_iter().filter_map(|(field, letters)| Some((field, letters?)));
        let named = named.chain(sheet.evidence.iter().map(|letters| (Field::Evidence, letters)));
        let (mut columns, mut is_well) = (BTreeMap::<Field, Vec<u32>>::new(), true);
        for (field, letters) in named.collect::<Vec<_>>() {
            match column_at(letters) {
                Some(column) => columns.entry(field).or_default().push(column),
                None => {
                    let fault = Fault::new("import-map-column", &[("column", letters)]);
                    self.map_fault(&fault, &format!("/sheets/{at}/{}", field.name()));
                    is_well = false;
                }
            }
        }
        let heading_row = sheet.heading_row.saturating_sub(1);
        for (letters, heading) in sheet.headings.iter() {
            let column = column_at(letters);
            let cells = [heading_row, heading_row.saturating_sub(1)].into_iter().filter_map(|row| grid.rows.get(&row)?.get(&column?));
            let found: Vec<String> = cells.map(|found| trimmed(&said(found)).to_owned()).collect();
            if !found.iter().any(|text| plain(text) == plain(heading)) {
                let found = found.first().cloned().unwrap_or_default();
                let args: &[(_, &dyn std::fmt::Display)] = &[("heading", heading), ("found", &found)];
                self.fault(grid, heading_row, column.unwrap_or_default(), &Fault::new("import-map-heading", args));
                is_well = false;
            }
        }
        if let Some(scale) = sheet.scale.as_ref().filter(|scale| !is_scale(scale)) {
            self.scale_fault(&scale.clone(), &format!("/sheets/{at}/scale"));
            is_well = false;
        }
        if let Some(bare) = sheet.bare_ids.as_ref().filter(|it| !["controls", "clauses"].contains(&it.as_str())) {
            self.map_fault(&Fault::new("import-map-bare", &[("found", bare)]), &format!("/sheets/{at}/bare_ids"));
            is_well = false;
        }
        is_well.then_some(Columns(columns))
    }

    fn scale_fault(&mut self, scale: &str, pointer: &str) {
        let known = LEVELS.into_iter().map(str::to_owned).chain(Vocabulary::get().scales.keys().cloned()).collect::<Vec<_>>();
        self.map_fault(&Fault::new("import-map-scale", &[("scale", &scale), ("known", &known.join(", "))]), pointer);
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
        let id_column = columns.of(Field::Requirement).unwrap_or_default();
        let bare = match sheet.bare_ids.as_deref() {
            Some("controls") => Bare::Controls,
            Some("clauses") => Bare::Clauses,
            _ => self.ids.bare(grid.rows.range(heading_row + 1..).filter_map(|(_, cells)| cells.get(&id_column))),
        };
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
        let reading = Reading { grid, columns, bare, scale, in_percent };
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

    /// Tells merged cells in the heading, and merged rows in a column that is read: which of them a value belongs to, nobody can know.
    fn merged(&mut self, grid: &Grid, heading_row: u32, columns: &Columns) {
        let used = columns.all();
        for [(first, left), (last, right)] in &grid.merged {
            let is_heading = *first <= heading_row && heading_row <= *last && right > left;
            let is_answer = *first > heading_row && last > first && used.range(*left..=*right).next().is_some();
            if is_heading || is_answer {
                let area = format!("{}:{}", cell_name(*first, *left), cell_name(*last, *right));
                self.fault(grid, *first, *left, &Fault::new("cell-merged", &[("area", &area)]));
            }
        }
    }

    /// Reads a row; nothing where it is refused.
    fn row(&mut self, reading: &Reading<'_>, row: u32, cells: &BTreeMap<u32, Found>) -> Option<(Option<String>, Became)> {
        let Reading { grid, columns, bare, .. } = reading;
        let id_column = columns.of(Field::Requirement).unwrap_or_default();
        let left = |why| Some((None, Became::Left(why)));
        let answers = [Field::Status, Field::Maturity, Field::Applicable];
        let has_answer = answers.iter().any(|field| columns.cell(*field, cells).is_some());
        let first = cells.values().next().map(said).unwrap_or_default();
        let title = columns.text(Field::Title, cells);
        let id = cells.get(&id_column);
        let named = id.map_or(Named::Text, |found| self.ids.name(found, &title, *bare));
        let refuse = |this: &mut Self, fault: Fault| {
            this.fault(grid, row, id_column, &fault);
            None
        };
        let shown = id.map(said).unwrap_or_default();
        let (local, rest) = match named {
            Named::Requirement { id, rest } => (id, rest),
            Named::Group => return left(LeftRow::Group),
            Named::Text | Named::Unknown(_) if Vocabulary::get().is_total(&first) => return left(LeftRow::Total),
            Named::Text if is_repeated(cells, columns) => return left(LeftRow::Repeated),
            Named::Text if !has_answer => return left(LeftRow::Text),
            Named::Text => return refuse(self, Fault::new("import-no-name", &[("text", &shown)])),
            Named::Unknown(_) => {
                let known = self.ids.names();
                let fault = Fault::new("import-unknown-name", &[("text", &shown), ("catalogue", &self.file.catalogue.id.0)]);
                return refuse(self, fault.near(&shown, known));
            }
            Named::OtherEdition => {
                let place = (grid.name.clone(), cell_name(row, id_column), shown);
                let seen = self.other_edition.get_or_insert((place.0, place.1, place.2, 0));
                seen.3 += 1;
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
        self.evidence(grid, row, cells, columns, &requirement, &answer)?;
        Some((Some(requirement), Became::Evidence))
    }

    /// What a row answers, out of the column of applicability and the one of the status or level.
    fn answer(&mut self, reading: &Reading<'_>, row: u32, cells: &BTreeMap<u32, Found>) -> Option<Answer> {
        let Reading { grid, columns, .. } = reading;
        let mut applies = None;
        if let Some(found) = columns.cell(Field::Applicable, cells) {
            let column = columns.of(Field::Applicable).unwrap_or_default();
            applies = match found {
                Found::Bool(value) => Some(*value),
                Found::Formula => return self.refuse(grid, row, column, &Fault::new("cell-formula", &[])),
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
        let status = match self.status(found, field, reading, cell_name(row, column)) {
            // what is said of the state of something that does not apply needs no word of the table
            Err(_) if applies == Some(false) => Answer::Excluded,
            Err(Some(fault)) => return self.refuse(grid, row, column, &fault),
            Err(None) => return None,
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

    fn refuse<T>(&mut self, grid: &Grid, row: u32, column: u32, fault: &Fault) -> Option<T> {
        self.fault(grid, row, column, fault);
        None
    }

    /// What a status or level says; nothing where that is told once for all rows.
    fn status(&mut self, found: &Found, field: Field, reading: &Reading<'_>, cell: String) -> Result<Answer, Option<Fault>> {
        let text = said(found);
        let unknown = || {
            let known = Vocabulary::get().known_answers();
            Some(Fault::new("import-unknown-status", &[("text", &trimmed(&text))]).near(&plain(&text), known))
        };
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
            Found::Formula => return Err(Some(Fault::new("cell-formula", &[]))),
            Found::Bool(value) => return Ok(Answer::Percent(if *value { "100" } else { "0" }.to_owned())),
            Found::Number { digits, percent: true } => return percent(digits),
            Found::Text(text) if is_percent(text) => return percent(&number(text).map_err(Some)?),
            Found::Date { .. } | Found::Time | Found::Error(_) => return Err(unknown()),
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
                let is_part = digits.starts_with("0.");
                return if is_part { Err(Some(Fault::new("import-percent-or-part", &[("text", &digits)]))) } else { percent(&digits) };
            }
            let Some(scale) = reading.scale.as_deref() else {
                let seen = self.without_scale.get_or_insert((reading.grid.name.clone(), cell, 0));
                seen.2 += 1;
                return Err(None);
            };
            return on_scale(&digits, scale).ok_or_else(|| Some(Fault::new("import-off-scale", &[("text", &digits), ("scale", &scale)])));
        }
        Vocabulary::get().answer(&text).cloned().ok_or_else(unknown)
    }

    fn exclude(&mut self, grid: &Grid, row: u32, cells: &BTreeMap<u32, Found>, columns: &Columns, requirement: &str) -> Option<()> {
        let reason = columns.text(Field::Reason, cells);
        let Some(column) = columns.of(Field::Reason).filter(|_| pejling_core::says_something(&reason)) else {
            let column = columns.of(Field::Reason).or(columns.of(Field::Requirement)).unwrap_or_default();
            return self.refuse(grid, row, column, &Fault::new("import-exclusion-without-reason", &[("requirement", &requirement)]));
        };
        self.exclusions += 1;
        let terms = self.file.terms;
        let (Some(by), Some(class), Some(until)) = (&terms.approved_by, terms.class, terms.review_by) else { return Some(()) };
        let until = until.to_string();
        let item = [("requirement", requirement), ("class", class.name()), ("reason", &reason), ("approved_by", by), ("review_by", &until)];
        let places = BTreeMap::from([("reason", column), ("requirement", columns.of(Field::Requirement).unwrap_or_default())]);
        self.push("exclusions", object(&item), grid, row, places);
        Some(())
    }

    fn evidence(
        &mut self,
        grid: &Grid,
        row: u32,
        cells: &BTreeMap<u32, Found>,
        columns: &Columns,
        requirement: &str,
        answer: &Answer,
    ) -> Option<()> {
        let day = self.day(grid, row, cells, columns)?;
        for (field, at) in columns.0.iter().flat_map(|(field, all)| all.iter().map(move |at| (*field, *at))) {
            let is_text = matches!(field, Field::Evidence | Field::Reference | Field::Owner | Field::Reason);
            match cells.get(&at) {
                Some(Found::Formula) if is_text => return self.refuse(grid, row, at, &Fault::new("cell-formula", &[])),
                Some(Found::Error(error)) if is_text => return self.refuse(grid, row, at, &Fault::new("cell-error", &[("error", error)])),
                _ => {}
            }
        }
        let language = self.file.language();
        let (owner, reason) = (columns.text(Field::Owner, cells), columns.text(Field::Reason, cells));
        let status = columns.text(if columns.of(Field::Maturity).is_some() { Field::Maturity } else { Field::Status }, cells);
        let file = self.file.name.unwrap_or("-");
        let args = [("file", file), ("sheet", &grid.name), ("row", &format!("{}", row + 1)), ("status", &status)];
        let mut note = vec![language.text_with("import-note", &args)];
        for at in columns.0.get(&Field::Evidence).into_iter().flatten() {
            note.extend(cells.get(at).map(|found| trimmed(&said(found)).to_owned()));
        }
        let mut item = object(&[
            ("id", &format!("import {requirement} {day}")),
            ("requirement", requirement),
            ("date", &day.to_string()),
            ("kind", "statement"),
            ("assurance", "self"),
        ]);
        let is_in_order = match answer {
            Answer::Percent(percent) => {
                item.insert("result".to_owned(), percent.as_str().into());
                Some(percent == "100")
            }
            Answer::Level(level) => {
                item.insert("level".to_owned(), (*level).into());
                None
            }
            Answer::Excluded | Answer::Unanswered => None,
        };
        let reference = columns.text(Field::Reference, cells);
        if !reference.is_empty() {
            item.insert("reference".to_owned(), reference.into());
        }
        let states = is_in_order.filter(|_| !reason.is_empty() && requirement.contains(":A."));
        match states {
            Some(implemented) => {
                let mut statement = object(&[("requirement", requirement), ("why", &reason)]);
                statement.insert("implemented".to_owned(), implemented.into());
                if !owner.is_empty() {
                    statement.insert("responsible".to_owned(), owner.into());
                }
                let places = [("why", Field::Reason), ("responsible", Field::Owner), ("requirement", Field::Requirement)];
                let places = places.into_iter().filter_map(|(name, field)| Some((name, columns.of(field)?))).collect();
                self.push("control_statements", statement, grid, row, places);
            }
            None => {
                note.extend(
                    Some(reason).filter(|it| !it.is_empty()).map(|it| language.text_with("import-note-reason", &[("reason", &it)])),
                );
                note.extend(Some(owner).filter(|it| !it.is_empty()).map(|it| language.text_with("import-note-owner", &[("owner", &it)])));
            }
        }
        item.insert("note".to_owned(), note.join("\n").into());
        let places =
            [("note", Field::Evidence), ("reference", Field::Reference), ("date", Field::Date), ("requirement", Field::Requirement)];
        let mut places: BTreeMap<_, _> = places.into_iter().filter_map(|(name, field)| Some((name, columns.of(field)?))).collect();
        for (name, field) in [("result", Field::Status), ("level", Field::Maturity)] {
            places.extend(columns.of(field).map(|at| (name, at)));
        }
        self.push("evidence", item, grid, row, places);
        Some(())
    }

    fn day(&mut self, grid: &Grid, row: u32, cells: &BTreeMap<u32, Found>, columns: &Columns) -> Option<Date> {
        let column = columns.of(Field::Date).unwrap_or_default();
        match columns.cell(Field::Date, cells) {
            Some(Found::Date { date, .. }) => Some(*date),
            Some(found) => match date(&said(found)) {
                Ok(date) => Some(date),
                Err(fault) => self.refuse(grid, row, column, &fault),
            },
            None => {
                if self.file.terms.date.is_none() {
                    let cell = cell_name(row, columns.of(Field::Date).or(columns.of(Field::Requirement)).unwrap_or_default());
                    self.without_date.get_or_insert((grid.name.clone(), cell, 0)).2 += 1;
                }
                self.file.terms.date
            }
        }
    }

    fn push(&mut self, list: &str, item: Map<String, Value>, grid: &Grid, row: u32, places: BTreeMap<&'static str, u32>) {
        let items = self.root.entry(list).or_insert_with(|| Value::Array(Vec::new()));
        let Some(items) = items.as_array_mut() else { return };
        self.sites.insert(format!("/{list}/{}", items.len()), (grid.name.clone(), row, places));
        items.push(item.into());
    }

    /// Tells once what is wrong with many rows, and what the file cannot say.
    fn whole(&mut self) {
        let file = self.file;
        if let Some((sheet, cell, name, count)) = self.other_edition.take() {
            let other = self.ids.other().unwrap_or_default().to_owned();
            let args: &[(_, &dyn std::fmt::Display)] =
                &[("name", &name), ("count", &count), ("catalogue", &file.catalogue.id.0), ("other", &other)];
            self.tell(Severity::Error, &Fault::new("import-other-edition", args), file.place(Some(&sheet), Some(cell)));
        }
        if let Some((sheet, cell, count)) = self.without_scale.take() {
            self.tell(Severity::Error, &Fault::new("import-scale-unknown", &[("count", &count)]), file.place(Some(&sheet), Some(cell)));
        }
        if let Some((sheet, cell, count)) = self.without_date.take() {
            self.tell(Severity::Error, &Fault::new("import-without-date", &[("count", &count)]), file.place(Some(&sheet), Some(cell)));
        }
        let terms = file.terms;
        if self.exclusions > 0 && (terms.approved_by.is_none() || terms.class.is_none() || terms.review_by.is_none()) {
            self.tell(Severity::Error, &Fault::new("import-exclusion-terms", &[("count", &self.exclusions)]), file.place(None, None));
        }
    }

    fn finish(mut self) -> Result<Imported, Faults> {
        let rows = std::mem::take(&mut self.faults);
        self.whole(); // what concerns many rows comes first
        self.faults.extend(rows);
        let file = self.file;
        let mut catalogues = BTreeMap::new();
        let mut open = vec![file.catalogue];
        while let Some(catalogue) = open.pop() {
            if catalogues.insert(catalogue.id.0.to_string(), catalogue.edition.0.to_string()).is_none() {
                open.extend(catalogue.builds_on.iter().filter_map(|it| file.library.find(it.0.as_str())));
            }
        }
        self.root.insert("format".to_owned(), "pejling/assessment/1".into());
        self.root.insert("organisation".to_owned(), file.terms.organisation.as_str().into());
        self.root.insert("catalogues".to_owned(), json!(catalogues));
        if let Some(date) = file.terms.date {
            self.root.insert("as_of".to_owned(), date.to_string().into());
        }
        if self.rows.iter().all(|row| matches!(row.became, Became::Left(_))) && self.faults.is_empty() {
            self.tell(Severity::Error, &Fault::new("import-nothing", &[("rows", &self.rows.len())]), file.place(None, None));
        }
        let text = Value::Object(std::mem::take(&mut self.root)).to_string();
        let source = Source { name: file.name, text: &text };
        let checked = match file.library.check(source) {
            Ok(checked) => Some(checked),
            Err(found) => {
                self.more += found.more;
                for fault in found.faults {
                    let place = self.site(&fault.at.pointer);
                    let at = place.map_or_else(|| file.place(None, None), |(sheet, cell)| file.place(Some(&sheet), Some(cell)));
                    self.faults.push(Diagnostic { at: Place { pointer: fault.at.pointer.clone(), ..at }, ..fault });
                }
                None
            }
        };
        let document: Option<AssessmentDocument> = serde_json::from_str(&text).ok();
        match checked.zip(document) {
            Some((checked, document)) if self.faults.is_empty() => {
                Ok(Imported { document, checked, rows: self.rows, warnings: self.warnings })
            }
            Some(_) | None => {
                let more = self.more + self.faults.len().saturating_sub(FAULT_LIMIT);
                self.faults.truncate(FAULT_LIMIT);
                Err(Faults { faults: self.faults, more })
            }
        }
    }

    /// The sheet and cell of a pointer.
    fn site(&self, pointer: &str) -> Option<(String, String)> {
        let mut parts = pointer.splitn(4, '/').skip(1);
        let (list, index, field) = (parts.next()?, parts.next()?, parts.next().unwrap_or("requirement"));
        let (sheet, row, columns) = self.sites.get(&format!("/{list}/{index}"))?;
        let column = columns.get(field).or_else(|| columns.get("requirement")).copied().unwrap_or_default();
        Some((sheet.clone(), cell_name(*row, column)))
    }
}

/// An object of texts.
fn object(fields: &[(&str, &str)]) -> Map<String, Value> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))).collect()
}

/// What a number on a scale stands for.
fn on_scale(digits: &str, scale: &str) -> Option<Answer> {
    if LEVELS.contains(&scale) {
        let first = if scale == "1-5" { 1 } else { 0 };
        return digits.parse().ok().filter(|level| (first..=5).contains(level)).map(Answer::Level);
    }
    Vocabulary::get().scales.get(scale)?.get(digits).cloned().map(Answer::Percent)
}

/// Whether a row says in every column that is read what the heading says.
fn is_repeated(cells: &BTreeMap<u32, Found>, columns: &Columns) -> bool {
    let words = Vocabulary::get();
    let mut read = columns.0.iter().flat_map(|(field, all)| all.iter().filter_map(move |at| Some((*field, cells.get(at)?))));
    cells.len() > 1 && read.all(|(field, found)| words.heading(&said(found)).is_some_and(|(it, _)| it == field))
}
