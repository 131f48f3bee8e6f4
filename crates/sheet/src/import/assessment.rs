//! From a row to evidence or an exclusion, and from all of them to an assessment.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use pejling_documents::{AssessmentDocument, Diagnostic, FAULT_LIMIT, Faults, Place, Severity, Source};
use serde_json::{Map, Value, json};

use super::answers::said;
use super::columns::Columns;
use super::rows::{Importing, Reading, Seen};
use super::words::{Answer, Vocabulary};
use super::{Became, Field, Imported};
use crate::container::{Found, Grid};
use crate::fault::Fault;
use crate::place::cell_name;
use crate::text::trimmed;
use crate::value::date;

impl Importing<'_, '_> {
    pub(super) fn exclude(
        &mut self,
        grid: &Grid,
        row: u32,
        cells: &BTreeMap<u32, Found>,
        columns: &Columns,
        requirement: &str,
    ) -> Option<()> {
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

    pub(super) fn evidence(
        &mut self,
        reading: &Reading<'_>,
        row: u32,
        cells: &BTreeMap<u32, Found>,
        requirement: &str,
        answer: &Answer,
    ) -> Option<()> {
        let Reading { grid, columns, heading_row, .. } = reading;
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
        let name = self.file.name.unwrap_or("-");
        let name = Path::new(name).file_name().map_or_else(|| name.into(), std::ffi::OsStr::to_string_lossy);
        let args = [("file", name.as_ref()), ("sheet", &grid.name), ("row", &format!("{}", row + 1)), ("status", &status)];
        let mut note = vec![language.text_with("import-note", &args)];
        let described = columns.0.get(&Field::Evidence).map(Vec::as_slice).unwrap_or_default();
        for (at, found) in described.iter().filter_map(|at| Some((at, cells.get(at)?))) {
            let text = trimmed(&said(found)).to_owned();
            // of several columns each says what it speaks of
            let heading = grid.rows.get(heading_row).and_then(|cells| cells.get(at)).filter(|_| described.len() > 1).map(said);
            let heading = heading.map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
            note.push(match heading {
                Some(heading) => format!("{heading}: {text}"),
                None => text,
            });
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
        let is_stated = !reason.is_empty() && requirement.contains(":A.");
        if let Some(implemented) = is_in_order.filter(|_| is_stated) {
            let mut statement = object(&[("requirement", requirement), ("why", &reason)]);
            statement.insert("implemented".to_owned(), implemented.into());
            if !owner.is_empty() {
                statement.insert("responsible".to_owned(), owner.into());
            }
            let places = [("why", Field::Reason), ("responsible", Field::Owner), ("requirement", Field::Requirement)];
            let places = places.into_iter().filter_map(|(name, field)| Some((name, columns.of(field)?))).collect();
            self.push("control_statements", statement, grid, row, places);
        } else {
            let told = |text: String, key: &str, name: &str| (!text.is_empty()).then(|| language.text_with(key, &[(name, &text)]));
            note.extend(told(reason, "import-note-reason", "reason"));
            note.extend(told(owner, "import-note-owner", "owner"));
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
                    let column = columns.of(Field::Date).or(columns.of(Field::Requirement)).unwrap_or_default();
                    self.without_date.get_or_insert_with(|| Seen::at(grid, row, column, String::new())).count += 1;
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
        let mut told = Vec::new();
        if let Some(seen) = self.other_edition.take() {
            let other = self.ids.other().unwrap_or_default();
            let args: &[(_, &dyn std::fmt::Display)] =
                &[("name", &seen.text), ("count", &seen.count), ("catalogue", &file.catalogue.id.0), ("other", &other)];
            told.push((Fault::new("import-other-edition", args), seen));
        }
        let scale = self.without_scale.take();
        told.extend(scale.map(|seen| (Fault::new("import-scale-unknown", &[("count", &seen.count)]), seen)));
        let date = self.without_date.take();
        told.extend(date.map(|seen| (Fault::new("import-without-date", &[("count", &seen.count)]), seen)));
        let mut words: Vec<_> = std::mem::take(&mut self.unknown_words).into_iter().collect();
        words.sort_by(|(_, one), (_, other)| (&one.sheet, one.row).cmp(&(&other.sheet, other.row)));
        self.more += words.len().saturating_sub(FAULT_LIMIT);
        for (word, seen) in words.into_iter().take(FAULT_LIMIT) {
            let fault = Fault::new("import-unknown-status", &[("text", &seen.text), ("count", &seen.count)]);
            told.push((fault.near(&word, Vocabulary::get().known_answers()), seen));
        }
        for (fault, seen) in told {
            let at = file.place(Some(&seen.sheet), Some(cell_name(seen.row, seen.column)));
            self.tell(Severity::Error, &fault, at);
        }
        let terms = file.terms;
        if self.exclusions > 0 && (terms.approved_by.is_none() || terms.class.is_none() || terms.review_by.is_none()) {
            self.tell(Severity::Error, &Fault::new("import-exclusion-terms", &[("count", &self.exclusions)]), file.place(None, None));
        }
    }

    pub(super) fn finish(mut self) -> Result<Imported, Faults> {
        // first what is wrong with the map, then with many rows
        let (map, rows): (Vec<_>, Vec<_>) = std::mem::take(&mut self.faults).into_iter().partition(|fault| !fault.at.pointer.is_empty());
        self.faults = map;
        self.whole();
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
