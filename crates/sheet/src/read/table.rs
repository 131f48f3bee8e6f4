//! Reading the rows of a table.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use pejling_documents::{Language, Severity};
use serde_json::{Map, Value};

use super::{Reading, Rows, Site, heading, push};
use crate::container::{Found, Grid};
use crate::fault::Fault;
use crate::layout::{Column, Holds, Offers, Sheet, Table};
use crate::place::{cell_name, column_name};
use crate::text::folded;
use crate::value::written;

impl Reading<'_> {
    /// Tells merged cells from a row on: which of them a value belongs to, nobody can know.
    pub(super) fn merged(&mut self, at: usize, grid: &Grid, from: u32) {
        for [(first, left), (last, right)] in grid.merged.iter().filter(|[_, (last, _)]| *last >= from) {
            let area = format!("{}:{}", cell_name(*first, *left), cell_name(*last, *right));
            self.tell(Severity::Error, &Fault::new("cell-merged", &[("area", &area)]), (at, *first, *left));
        }
    }

    /// Tells that a cell with something in it is hidden; a column of them once.
    pub(super) fn hidden(&mut self, at: usize, grid: &Grid, row: u32, column: u32) {
        if grid.hidden_rows.contains(&row) {
            let name = (u64::from(row) + 1).to_string();
            self.tell(Severity::Warning, &Fault::new("cell-hidden", &[("what", &"row"), ("name", &name)]), (at, row, column));
        }
    }

    pub(super) fn table(&mut self, at: usize, grid: &Grid, sheet: &Sheet, table: &'static Table) {
        let Some((heading_row, columns)) = heading(grid, table) else {
            let headings = table.columns.iter().map(|column| self.library.language.text(column.heading));
            let headings = headings.take(4).collect::<Vec<_>>().join(", ");
            let row = grid.rows.keys().next().copied().unwrap_or_default();
            self.tell(Severity::Error, &Fault::new("sheet-without-heading", &[("headings", &headings)]), (at, row, 0));
            return;
        };
        let notes = Language::ALL.iter().map(|language| folded(&language.text(sheet.note))).collect();
        self.unexpected(at, grid.cells(..heading_row), &notes);
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
            if grid.hides_column(*at) && hidden_columns.insert(*at) {
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
        let Some(Value::String(name)) = item.remove("catalogue") else { return self.missing("catalogue", "column-catalogue", site) };
        let Some(edition) = item.remove("edition") else { return self.missing("edition", "column-edition", site) };
        let list = self.root.entry("catalogues").or_insert_with(|| Map::new().into());
        list.as_object_mut().map(|list| list.insert(name.clone(), edition));
        let pointer = format!("/catalogues/{}", name.replace('~', "~0").replace('/', "~1"));
        // the value at the pointer is the edition
        let of_edition = Site { column: site.columns.get("edition").copied().unwrap_or(site.column), ..site.clone() };
        if let Some(before) = self.sites.insert(pointer, of_edition) {
            let cell = cell_name(before.row, before.columns.get("catalogue").copied().unwrap_or(before.column));
            let at = (site.sheet, site.row, site.column);
            self.tell(Severity::Error, &Fault::new("row-twice", &[("name", &name), ("cell", &cell)]), at);
        }
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
}
