//! The workbook of an assessment, to hand to those who answer.

mod page;

use std::collections::BTreeMap;

use pejling_core::{EntityId, Kind};
use pejling_documents::{Checked, Faults, Language, Library, Place, Source};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Formula, Workbook, Worksheet, XlsxError};
use serde_json::{Map, Value, json};

pub(crate) use self::page::height_of;
use self::page::{Looks, Writer};
use crate::fault::Fault;
use crate::layout::{Body, Column, FORMAT, Field, HEADING_ROW, Holds, NOTE_ROW, Offers, SHEETS, Sheet, Table};
use crate::place::column_name;
use crate::shown::Catalogues;
use crate::template::{PROVES, Template};
use crate::text::to_cell;
use crate::value::requirement;
use crate::words::Words;

/// The last row down to which drop-downs are offered, and the most entities that they list.
const OFFERED_ROWS: u32 = 9_999;

/// How wide the columns of forms and of the start page are, in characters.
const FORM: [u16; 3] = [30, 60, 60];
const LINES: [u16; 2] = [18, 110];

/// The rows for further items below those that there are.
const FREE_ROWS: u32 = 12;

/// An assessment that only names its organisation and the catalogues, each in its current edition.
///
/// # Errors
///
/// A fault where there is no such catalogue, or one builds on another that is not named.
pub fn empty_assessment(library: &Library<'_>, organisation: &EntityId, catalogues: &[String]) -> Result<Checked, Faults> {
    let edition = |name: &str| library.find(name).map_or("none", |catalogue| catalogue.edition.0.as_str()); // told as an unknown catalogue
    let catalogues: Map<String, Value> = catalogues.iter().map(|name| (name.clone(), edition(name).into())).collect();
    let document = json!({"format": "pejling/assessment/1", "organisation": organisation.as_str(), "catalogues": catalogues});
    library.check(Source::text(&document.to_string()))
}

/// Writes the workbook of an assessment: of one that only names its organisation and catalogues, an empty one to fill in. The same assessment
/// gives the same bytes.
///
/// With `first_year`, only the requirements of the small set for the first year have rows, and those that are answered already.
///
/// # Errors
///
/// A fault where a text is longer than a cell can be, or there are more rows than a sheet has.
pub fn workbook(library: &Library<'_>, checked: &Checked, first_year: bool) -> Result<Vec<u8>, Faults> {
    let document = checked.document();
    let catalogues = Catalogues::of(library, &document);
    let value = serde_json::to_value(&document).unwrap_or_default(); // documents have text keys: this cannot fail
    let writing = Writing { catalogues, document: value, first_year, language: library.language, looks: Looks::new() };
    writing.save(SHEETS)
}

/// Writes a page on which a piece of work is recorded, to be read into an assessment: with the requirements that it is to be evidence of, or
/// those that such work usually is, and what it must show for each.
///
/// # Errors
///
/// Every name that is no requirement of the catalogues of the assessment, and more names than the page has room for.
pub fn record(library: &Library<'_>, checked: &Checked, template: &'static Template, requirements: &[String]) -> Result<Vec<u8>, Faults> {
    let catalogues = Catalogues::of(library, &checked.document());
    let mut faults = Faults::default();
    let mut names = Vec::new();
    for name in requirements {
        match requirement(name, &catalogues) {
            Ok(name) => names.push(name),
            Err(fault) => faults.extend(fault.alone(Place::default(), library.language)),
        }
    }
    if requirements.len() > PROVES.len() {
        let (count, limit) = (requirements.len(), PROVES.len());
        faults.extend(Fault::new("record-too-many", &[("count", &count), ("limit", &limit)]).alone(Place::default(), library.language));
    }
    if !faults.faults.is_empty() {
        return Err(faults);
    }
    if requirements.is_empty() {
        names.extend(template.proves.iter().filter(|id| catalogues.meanings(id).len() == 1).map(|id| (*id).to_owned()));
    }
    let fields: Map<String, Value> = PROVES.iter().zip(names).map(|(field, name)| ((*field).to_owned(), name.into())).collect();
    let document = json!({ template.name: fields });
    let writing = Writing { catalogues, document, first_year: false, language: library.language, looks: Looks::new() };
    let lists = SHEETS.iter().filter(|sheet| matches!(sheet.body, Body::Lists));
    writing.save(std::iter::once(&template.sheet).chain(lists))
}

/// That the library which writes workbooks refused something.
pub(crate) fn unwritable(error: &XlsxError, language: Language) -> Faults {
    Fault::new("workbook-unwritable", &[("detail", error)]).alone(Place::default(), language)
}

/// When workbooks say that they were made: the same bytes for the same content need the same day.
pub(crate) fn properties(title: &str) -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?))
}

struct Writing<'a> {
    catalogues: Catalogues<'a>,
    document: Value,
    first_year: bool,
    language: Language,
    looks: Looks,
}

/// A row before it is written: the fields of an item, and whether the catalogue's guidance stands in it.
struct Row {
    item: Map<String, Value>,
    guided: bool,
}

impl Writing<'_> {
    fn save(&self, sheets: impl IntoIterator<Item = &'static Sheet>) -> Result<Vec<u8>, Faults> {
        let mut book = Workbook::new();
        let mut faults = Faults::default();
        match self.book(sheets, &mut book, &mut faults).and_then(|()| book.save_to_buffer()) {
            Ok(bytes) if faults.faults.is_empty() => Ok(bytes),
            Ok(_) => Err(faults),
            Err(error) => {
                faults.extend(unwritable(&error, self.language));
                Err(faults)
            }
        }
    }

    fn book(&self, sheets: impl IntoIterator<Item = &'static Sheet>, book: &mut Workbook, faults: &mut Faults) -> Result<(), XlsxError> {
        book.set_properties(&properties(&self.language.text("sheet-start-note"))?);
        for sheet in sheets {
            let rows = match &sheet.body {
                Body::Table(table) => {
                    let rows = self.rows(table);
                    let needless = self.first_year && (matches!(table.offers, Offers::Controls) || table.within.is_some());
                    if rows.is_empty() && (needless || matches!(table.offers, Offers::Group(_))) {
                        continue;
                    }
                    rows
                }
                Body::Lines(_) | Body::Form(_) | Body::Lists => Vec::new(),
            };
            let page = book.add_worksheet();
            page.set_name(self.language.text(sheet.name))?;
            page.set_landscape().set_paper_size(9).set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3); // A4
            page.set_footer("&L&A&R&P / &N").set_print_fit_to_pages(1, 0);
            let widths = match &sheet.body {
                Body::Table(table) => table.columns.iter().map(|column| column.width).collect(),
                Body::Form(_) => FORM.to_vec(),
                Body::Lines(_) => LINES.to_vec(),
                Body::Lists => Vec::new(),
            };
            for (column, width) in (0_u16..).zip(&widths) {
                page.set_column_width(column, *width)?;
            }
            let guides = match &sheet.body {
                Body::Table(table) => {
                    let shown = (0_u16..).zip(table.columns).filter(|(_, column)| matches!(column.holds, Holds::Shown(_)));
                    shown.map(|(at, _)| at).collect()
                }
                Body::Form(_) | Body::Lines(_) | Body::Lists => Vec::new(),
            };
            let name = self.language.text(sheet.name);
            let mut writer = Writer { page, widths, guides, heights: BTreeMap::new(), sheet: name, faults, language: self.language };
            match &sheet.body {
                Body::Lines(lines) => self.lines(&mut writer, sheet, lines)?,
                Body::Form(fields) => {
                    self.head(&mut writer, sheet)?;
                    for (row, field) in (HEADING_ROW + 1..).zip(*fields) {
                        writer.text(row, 0, &self.language.text(field.label), &self.looks.guide)?;
                        let value = self.document.pointer(field.pointer).unwrap_or(&Value::Null);
                        self.value(&mut writer, row, 1, field.holds, value)?;
                        writer.text(row, 2, &self.help(sheet, field, value), &self.looks.guide)?;
                        if !(field.holds == Holds::Entity && Template::of(sheet).is_some()) {
                            self.offer(writer.page, row, row, 1, field.holds)?; // a page by itself has no sheet of entities
                        }
                    }
                }
                Body::Table(table) => self.table(&mut writer, sheet, table, &rows)?,
                Body::Lists => self.lists(&mut writer)?,
            }
            writer.heights.remove(&NOTE_ROW);
            writer.heighten()?;
        }
        Ok(())
    }

    /// What stands beside a value of a form: beside a requirement that a record is evidence of, what the record must show.
    fn help(&self, sheet: &Sheet, field: &Field, value: &Value) -> String {
        let id = value.as_str().filter(|_| field.holds == Holds::Requirement);
        let must_show = Template::of(sheet).zip(id).map(|(template, id)| self.catalogues.must_show(id, template.kind, self.language));
        must_show.filter(|text| !text.is_empty()).unwrap_or_else(|| self.language.text(field.help))
    }

    fn head(&self, writer: &mut Writer<'_>, sheet: &Sheet) -> Result<(), XlsxError> {
        writer.text(NOTE_ROW, 0, &self.language.text(sheet.note), &self.looks.note)
    }

    fn lines(&self, writer: &mut Writer<'_>, sheet: &Sheet, lines: &[(&str, &str)]) -> Result<(), XlsxError> {
        writer.text(NOTE_ROW, 0, &self.language.text(sheet.note), &self.looks.title)?;
        for (row, (label, text)) in (HEADING_ROW + 1..).zip(lines) {
            writer.text(row, 0, &self.language.text(label), &self.looks.label)?;
            writer.text(row, 1, &self.catalogues.line(text, self.first_year, self.language), &self.looks.line)?;
        }
        writer.page.set_screen_gridlines(false);
        Ok(())
    }

    /// The hidden sheet: the words of the drop-downs, a list a column.
    fn lists(&self, writer: &mut Writer<'_>) -> Result<(), XlsxError> {
        writer.text(NOTE_ROW, 0, FORMAT, &self.looks.note)?;
        writer.text(NOTE_ROW, 1, &self.language.text("sheet-lists-note"), &self.looks.note)?;
        for (column, words) in (0_u16..).zip(Words::ALL) {
            for (row, word) in (HEADING_ROW..).zip(words.words(self.language)) {
                writer.text(row, column, &word, &self.looks.line)?;
            }
        }
        writer.page.set_hidden(true);
        Ok(())
    }

    /// The rows of a table: what the document has, and for those that are offered, an empty one where it has nothing.
    fn rows(&self, table: &Table) -> Vec<Row> {
        let list = self.document.get(table.list);
        if let Some(editions) = list.and_then(Value::as_object) {
            let row = |(catalogue, edition): (&String, &Value)| {
                let item = [("catalogue".to_owned(), catalogue.as_str().into()), ("edition".to_owned(), edition.clone())];
                Row { item: item.into_iter().collect(), guided: true }
            };
            return editions.iter().map(row).collect();
        }
        let items: Vec<&Map<String, Value>> = list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object).collect();
        if let Some(within) = table.within {
            return items.into_iter().flat_map(|outer| Self::rows_within(table, outer, within.list, within.makes)).collect();
        }
        let requirement = |item: &Map<String, Value>| item.get("requirement").and_then(Value::as_str).unwrap_or_default().to_owned();
        let offered: Vec<String> = match table.offers {
            Offers::Nothing => return items.into_iter().map(|item| Row { item: item.clone(), guided: true }).collect(),
            Offers::Group(group) => self.offered().into_iter().filter(|id| self.catalogues.group(id) == group).collect(),
            Offers::Controls => {
                let controls = self.catalogues.requirements().map(|(id, _)| id).filter(|id| id.starts_with("iso27001-2022:A."));
                if self.first_year { Vec::new() } else { controls.collect() }
            }
        };
        let belongs = |id: &str| match table.offers {
            Offers::Group(group) => self.catalogues.group(id) == group,
            Offers::Nothing | Offers::Controls => true,
        };
        let mut answers: BTreeMap<String, Vec<&Map<String, Value>>> = BTreeMap::new();
        for item in items {
            let id = requirement(item);
            if belongs(&id) {
                answers.entry(id).or_default().push(item);
            }
        }
        let answered = self.catalogues.requirements().map(|(id, _)| id).filter(|id| answers.contains_key(id) && !offered.contains(id));
        let order: Vec<String> = offered.iter().cloned().chain(answered).collect();
        let mut rows = Vec::new();
        for id in order {
            let mut items = answers.remove(&id).unwrap_or_default();
            items.sort_by_key(|item| item.get("date").and_then(Value::as_str)); // stable: by date, then by name
            if items.is_empty() {
                rows.push(Row { item: [("requirement".to_owned(), id.into())].into_iter().collect(), guided: true });
            } else {
                rows.extend(items.into_iter().enumerate().map(|(at, item)| Row { item: item.clone(), guided: at == 0 }));
            }
        }
        rows
    }

    fn rows_within(table: &Table, outer: &Map<String, Value>, list: &str, makes: bool) -> Vec<Row> {
        let own = table.columns.iter().filter(|column| column.outer);
        let own: Vec<_> = own.filter_map(|it| Some((it.field.to_owned(), outer.get(it.field)?.clone()))).collect();
        let inner = outer.get(list).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
        let mut rows: Vec<_> = inner.map(|it| Row { item: own.iter().cloned().chain(it.clone()).collect(), guided: true }).collect();
        if rows.is_empty() && makes {
            rows.push(Row { item: own.into_iter().collect(), guided: true });
        }
        rows
    }

    /// The requirements that evidence can be filed on, in the order in which they are shown.
    fn offered(&self) -> Vec<String> {
        if self.first_year {
            return self.catalogues.first_year().into_iter().map(str::to_owned).collect();
        }
        self.catalogues.requirements().filter(|(_, it)| it.composite != Some(true)).map(|(id, _)| id).collect()
    }

    fn table(&self, writer: &mut Writer<'_>, sheet: &Sheet, table: &Table, rows: &[Row]) -> Result<(), XlsxError> {
        for column in (0_u16..).take(table.columns.len()) {
            writer.blank(NOTE_ROW, column, &self.looks.note)?; // else it looks as the cells of its column do
        }
        self.head(writer, sheet)?;
        let offers = table.offers != Offers::Nothing;
        let free = if offers || table.list == "catalogues" { 0 } else { FREE_ROWS };
        let last = HEADING_ROW + u32::try_from(rows.len()).unwrap_or(u32::MAX - FREE_ROWS - HEADING_ROW) + free;
        for (at, column) in (0_u16..).zip(table.columns) {
            let look = self.looks.of(column.holds);
            writer.page.set_column_format(at, look)?;
            writer.text(HEADING_ROW, at, &self.language.text(column.heading), &self.looks.heading)?;
            for row in last - free + 1..=last {
                writer.page.write_blank(row, at, look)?;
            }
            self.offer(writer.page, HEADING_ROW + 1, OFFERED_ROWS, at, column.holds)?;
        }
        for (at, row) in (HEADING_ROW + 1..).zip(rows) {
            self.row(writer, table, at, row)?;
        }
        let width = u16::try_from(table.columns.len()).unwrap_or(u16::MAX) - 1;
        writer.page.autofilter(HEADING_ROW, 0, last.max(HEADING_ROW + 1), width)?;
        writer.page.set_freeze_panes(HEADING_ROW + 1, if offers { 2 } else { 1 })?.set_repeat_rows(HEADING_ROW, HEADING_ROW)?;
        if matches!(table.offers, Offers::Group(_)) {
            writer.page.set_print_fit_to_pages(3, 0).set_repeat_columns(0, 1)?.set_page_order(false); // what to read, what most fill in, and the rest
        }
        Ok(())
    }

    fn row(&self, writer: &mut Writer<'_>, table: &Table, at: u32, row: &Row) -> Result<(), XlsxError> {
        let of = |field: &str| row.item.get(field).and_then(Value::as_str).unwrap_or_default();
        for (place, column) in (0_u16..).zip(table.columns) {
            match column.holds {
                Holds::Shown(shown) => {
                    let id = if of("requirement").is_empty() { of("catalogue") } else { of("requirement") };
                    let always = matches!(column.field, "title");
                    let said = if row.guided || always { self.catalogues.say(shown, id, self.language) } else { String::new() };
                    writer.text(at, place, &said, &self.looks.guide)?;
                }
                holds => {
                    let value = row.item.get(column.field).filter(|_| !is_usual(table, column, &row.item));
                    self.value(writer, at, place, holds, value.unwrap_or(&Value::Null))?;
                }
            }
        }
        Ok(())
    }

    fn value(&self, writer: &mut Writer<'_>, row: u32, column: u16, holds: Holds, value: &Value) -> Result<(), XlsxError> {
        let look = self.looks.of(holds);
        match (holds, value) {
            (_, Value::Null) => writer.blank(row, column, look),
            (Holds::Word(words), Value::Bool(value)) => {
                writer.text(row, column, &words.word(if *value { "yes" } else { "no" }, self.language), look)
            }
            (Holds::Word(words), Value::String(name)) => writer.text(row, column, &words.word(name, self.language), look),
            (Holds::Date, Value::String(date)) => match ExcelDateTime::parse_from_str(date) {
                Ok(day) if date.as_str() >= "1900-03-01" => writer.page.write_datetime_with_format(row, column, day, look).map(|_| ()),
                Ok(_) | Err(_) => writer.text(row, column, date, look), // before that spreadsheets do not agree on what day a number is
            },
            (Holds::Percent, Value::String(number)) => match number.parse::<f64>() {
                Ok(number) => writer.page.write_number_with_format(row, column, number, look).map(|_| ()),
                Err(_) => writer.text(row, column, number, look),
            },
            (_, Value::Number(number)) => {
                writer.page.write_number_with_format(row, column, number.as_f64().unwrap_or_default(), look).map(|_| ())
            }
            (Holds::Requirement, Value::String(id)) => writer.text(row, column, self.catalogues.shown_name(id), look),
            (Holds::Text, Value::String(text)) => writer.text(row, column, &to_cell(text), look),
            (Holds::Names, Value::Array(names)) => {
                let names: Vec<_> = names.iter().filter_map(Value::as_str).map(to_cell).collect();
                writer.text(row, column, &names.join("\n"), look)
            }
            (_, Value::String(text)) => writer.text(row, column, text, look),
            (_, other) => writer.text(row, column, &other.to_string(), look),
        }
    }

    /// Offers what may be filled in.
    fn offer(&self, page: &mut Worksheet, first: u32, last: u32, column: u16, holds: Holds) -> Result<(), XlsxError> {
        let rule = match holds {
            Holds::Word(words) => {
                let letter = (0..).zip(Words::ALL).find(|(_, it)| *it == words).map(|(at, _)| column_name(at)).unwrap_or_default();
                let (from, to) = (HEADING_ROW + 1, HEADING_ROW as usize + words.names().len());
                let range = format!("='{}'!${letter}${from}:${letter}${to}", self.language.text("sheet-lists"));
                self.refusing(DataValidation::new().allow_list_formula(Formula::new(range)))?
            }
            Holds::Level => self.refusing(DataValidation::new().allow_list_strings(&["0", "1", "2", "3", "4", "5"])?)?,
            Holds::Entity => {
                let from = HEADING_ROW + 2;
                let range = format!("='{}'!$A${from}:$A${}", self.language.text("sheet-entities"), from + OFFERED_ROWS);
                DataValidation::new().allow_list_formula(Formula::new(range)).show_error_message(false) // the sheet may be filled in later
            }
            Holds::Text
            | Holds::Name
            | Holds::Names
            | Holds::Requirement
            | Holds::Objective
            | Holds::Date
            | Holds::Percent
            | Holds::Whole
            | Holds::Shown(_) => return Ok(()),
        };
        page.add_data_validation(first, column, last, column, &rule).map(|_| ())
    }

    /// The same so that nothing else can be filled in.
    fn refusing(&self, rule: DataValidation) -> Result<DataValidation, XlsxError> {
        let rule = rule.set_error_style(DataValidationErrorStyle::Stop);
        rule.set_error_title(self.language.text("choose"))?.set_error_message(self.language.text("choose-from-list"))
    }
}

/// Whether a value says no more than what holds where nothing is said. Left empty, it follows when somebody changes the kind of evidence.
fn is_usual(table: &Table, column: &Column, item: &Map<String, Value>) -> bool {
    if table.list != "evidence" {
        return false;
    }
    let Some(value) = item.get(column.field) else { return false };
    match column.field {
        "share" => value == "100.00",
        "valid_days" => {
            let usual = item.get("kind").and_then(Value::as_str).and_then(Kind::from_name).map(Kind::usual_valid_days);
            value.as_u64() == usual.map(u64::from)
        }
        _ => false,
    }
}
