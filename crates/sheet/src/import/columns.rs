//! What a map says that the columns of a sheet are, held against the sheet.

use std::collections::{BTreeMap, BTreeSet};

use pejling_documents::ImportSheetDocument;

use super::Field;
use super::answers::said;
use super::rows::Importing;
use super::scale::{LEVELS, is_scale};
use super::words::{Vocabulary, plain};
use crate::container::{Found, Grid};
use crate::fault::Fault;
use crate::place::{cell_name, column_at};
use crate::text::trimmed;

/// What the columns of a sheet are.
pub(super) struct Columns(pub(super) BTreeMap<Field, Vec<u32>>);

impl Columns {
    pub(super) fn of(&self, field: Field) -> Option<u32> {
        self.0.get(&field)?.first().copied()
    }

    pub(super) fn cell<'f>(&self, field: Field, cells: &'f BTreeMap<u32, Found>) -> Option<&'f Found> {
        cells.get(&self.of(field)?)
    }

    pub(super) fn text(&self, field: Field, cells: &BTreeMap<u32, Found>) -> String {
        self.cell(field, cells).map(|found| trimmed(&said(found)).to_owned()).unwrap_or_default()
    }

    pub(super) fn all(&self) -> BTreeSet<u32> {
        self.0.values().flatten().copied().collect()
    }
}

impl Importing<'_, '_> {
    /// The columns that a map names, where all is well with it.
    pub(super) fn columns(&mut self, at: usize, grid: &Grid, sheet: &ImportSheetDocument) -> Option<Columns> {
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
            if let Some(column) = column_at(letters) {
                columns.entry(field).or_default().push(column);
            } else {
                let fault = Fault::new("import-map-column", &[("column", letters)]);
                self.map_fault(&fault, &format!("/sheets/{at}/{}", field.name()));
                is_well = false;
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

    pub(super) fn scale_fault(&mut self, scale: &str, pointer: &str) {
        let known = LEVELS.into_iter().map(str::to_owned).chain(Vocabulary::get().scales.keys().cloned()).collect::<Vec<_>>();
        self.map_fault(&Fault::new("import-map-scale", &[("scale", &scale), ("known", &known.join(", "))]), pointer);
    }

    /// Tells columns that are read and have a heading or rows in common: which of them a value belongs to, nobody can know.
    pub(super) fn merged(&mut self, grid: &Grid, heading_row: u32, columns: &Columns) {
        let used = columns.all();
        for [(first, left), (last, right)] in &grid.merged {
            let is_heading = *first <= heading_row && heading_row <= *last && right > left;
            let is_answer = *first > heading_row && last > first;
            if (is_heading || is_answer) && used.range(*left..=*right).next().is_some() {
                let area = format!("{}:{}", cell_name(*first, *left), cell_name(*last, *right));
                self.fault(grid, *first, *left, &Fault::new("cell-merged", &[("area", &area)]));
            }
        }
    }
}
