//! What a file of somebody else's probably says where, and how sure that is.
//!
//! How sure a column is, in percent: the least of three. 100 where its heading is a phrase of the word lists, 75 where it only contains one, 50
//! where its content alone speaks for it. The share of its cells that can be read, for names of requirements and for answers. 50 where
//! another column claims the same. The whole is as sure as its least sure column; text that says nothing of its encoding is 75 sure.

use std::collections::{BTreeMap, BTreeSet};

use pejling_documents::{As, Faults, ImportMapDocument, ImportMapFormat, ImportSheetDocument, Place, Severity, Table};

use super::answers::is_percent;
use super::ids::Ids;
use super::scale::{level_text, proven_scale};
use super::words::{Vocabulary, plain};
use super::{Field, ForeignFile};
use crate::container::{Found, Grid};
use crate::fault::Fault;
use crate::place::{cell_name, column_at, column_name};
use crate::text::{folded, trimmed};
use crate::value::written;

/// What would be read as what.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The same as a map, to edit.
    pub map: ImportMapDocument,
    /// The sheets that would be read.
    pub sheets: Vec<SheetProposal>,
    /// Those that would not.
    pub left: Vec<LeftSheet>,
    /// How sure it is, in percent: as its least sure part.
    pub sure: u8,
}

/// One sheet.
#[derive(Clone, Debug)]
pub struct SheetProposal {
    /// Its name.
    pub name: String,
    /// The row of the heading, from 1.
    pub heading_row: u32,
    /// How many rows name a requirement.
    pub rows: usize,
    /// What would be read.
    pub columns: Vec<ColumnProposal>,
    /// What would not.
    pub left: Vec<LeftColumn>,
    /// The scale of numbers, where the file says which.
    pub scale: Option<String>,
    /// A row, as an example: its number from 1, and what each column says there.
    pub example: (u32, Vec<(Field, String)>),
}

/// One column that would be read.
#[derive(Clone, Debug)]
pub struct ColumnProposal {
    /// Its letter.
    pub column: String,
    /// Its heading.
    pub heading: String,
    /// What it says.
    pub field: Field,
    /// How sure that is, in percent.
    pub sure: u8,
}

/// One column that would not be read.
#[derive(Clone, Debug)]
pub struct LeftColumn {
    /// Its letter.
    pub column: String,
    /// Its heading.
    pub heading: String,
    /// Whether it claims what another column is read as.
    pub is_rival: bool,
}

/// One sheet that would not be read, and why: `hidden`, `no-names` or `no-answers`.
#[derive(Clone, Debug)]
pub struct LeftSheet {
    /// Its name.
    pub name: String,
    /// Why.
    pub why: &'static str,
}

/// The rows above the first requirement among which the heading is looked for.
pub(super) const HEADING_ROWS: u32 = 50;

/// How sure something is that only content, or that two columns, speak for.
const BY_CONTENT: u8 = 50;
const BY_GUESSED_ENCODING: u8 = 75;

/// A column while it is judged.
struct Judged {
    at: u32,
    heading: String,
    field: Option<(Field, u8)>,
    filled: usize,
    answers: usize,
    applies: usize,
    numbers: usize,
    words: usize, // answers that are more than a mark, a yes or a no
    marks: usize, // and those that are no more
}

/// A sheet while it is judged.
struct Looked {
    proposal: SheetProposal,
    map: ImportSheetDocument,
    names: BTreeSet<String>,
}

fn share(part: usize, whole: usize) -> u8 {
    u8::try_from(part * 100 / whole.max(1)).unwrap_or(100)
}

pub(super) fn propose(file: &ForeignFile<'_>) -> Result<Proposal, Faults> {
    let language = file.language();
    let ids = Ids::of(file.library, file.catalogue);
    let (mut looked, mut left) = (Vec::new(), Vec::new());
    let mut faults: Vec<(Fault, Place)> = Vec::new();
    let wanted = file.terms.sheet.as_deref();
    let mut is_there = wanted.is_none();
    for grid in &file.book.sheets {
        let is_wanted = wanted.is_some_and(|name| folded(name) == folded(&grid.name));
        is_there |= is_wanted;
        if wanted.is_some() && !is_wanted {
            continue;
        }
        let mut leave = |why| left.push(LeftSheet { name: grid.name.clone(), why });
        match look(file, grid, &ids) {
            Ok(_) if grid.hidden && !is_wanted => leave("hidden"),
            Ok(found) => looked.push(found),
            Err(None) => leave(if grid.hidden { "hidden" } else { "no-names" }),
            Err(Some(fault)) if fault.0.code == "import-no-answers" && !is_wanted => leave("no-answers"),
            Err(Some(fault)) => faults.push(*fault),
        }
    }
    let names = || file.book.sheets.iter().map(|grid| grid.name.as_str()).collect::<Vec<_>>().join(", ");
    if !is_there {
        let name = wanted.unwrap_or_default();
        let known = file.book.sheets.iter().map(|grid| grid.name.clone()).collect();
        faults.push((Fault::new("import-map-sheet", &[("sheet", &name), ("sheets", &names())]).near(name, known), file.place(None, None)));
    } else if looked.is_empty() && faults.is_empty() {
        let why = if left.iter().any(|it| it.why == "no-answers") { "import-no-answers-anywhere" } else { "import-no-names" };
        let fault = if why == "import-no-names" {
            Fault::new("import-no-names", &[("catalogue", &file.catalogue.id.0), ("sheets", &names())])
        } else {
            Fault::new("import-no-answers-anywhere", &[("sheets", &names())])
        };
        faults.push((fault, file.place(None, None)));
    }
    for (at, one) in looked.iter().enumerate() {
        for other in looked.iter().skip(at + 1).filter(|other| !one.names.is_disjoint(&other.names)) {
            let fault = Fault::new("import-two-sheets", &[("one", &one.proposal.name), ("other", &other.proposal.name)]);
            faults.push((fault, file.place(None, None)));
        }
    }
    if !faults.is_empty() {
        let faults = faults.into_iter().map(|(fault, at)| fault.tell(Severity::Error, at, language)).collect();
        return Err(Faults { faults, more: 0 });
    }
    let columns = looked.iter().flat_map(|it| it.proposal.columns.iter().map(|column| column.sure));
    let encoding = file.form.as_ref().filter(|form| !form.encoding.starts_with("UTF")).map(|_| BY_GUESSED_ENCODING);
    let sure = columns.chain(encoding).min().unwrap_or_default();
    let (sheets, maps): (Vec<_>, Vec<_>) = looked.into_iter().map(|it| (it.proposal, it.map)).unzip();
    let map = ImportMapDocument { schema: None, format: As(ImportMapFormat), sheets: maps, words: Table::default() };
    Ok(Proposal { map, sheets, left, sure })
}

/// Judges a sheet; nothing where it names no requirement.
fn look(file: &ForeignFile<'_>, grid: &Grid, ids: &Ids<'_>) -> Result<Looked, Option<Box<(Fault, Place)>>> {
    let words = Vocabulary::get();
    let mut named = BTreeMap::<u32, BTreeMap<u32, String>>::new(); // by column, then by row
    for (row, at, found) in grid.cells(..) {
        named.entry(at).or_default().extend(ids.is_name(found).map(|name| (row, name)));
    }
    let distinct = |names: &BTreeMap<u32, String>| names.values().collect::<BTreeSet<_>>().len();
    // a column of names of the other edition beside one of this is a mapping between the two
    let own = |names: &BTreeMap<u32, String>| names.values().filter(|name| ids.is_own(name)).collect::<BTreeSet<_>>().len();
    let best = named.iter().map(|(at, names)| (own(names), distinct(names), std::cmp::Reverse(*at))).max();
    let Some((_, count, std::cmp::Reverse(id_column))) = best.filter(|(_, count, _)| *count > 0) else { return Err(None) };
    let id_rows = named.get(&id_column).cloned().unwrap_or_default();
    let first = id_rows.keys().next().copied().unwrap_or_default();
    let heading = grid.rows.range(first.saturating_sub(HEADING_ROWS)..first).filter_map(|(row, cells)| {
        let known = cells.values().filter(|cell| matches!(cell, Found::Text(text) if words.heading(text).is_some())).count();
        (known > 0).then_some((known, *row))
    });
    let place = |row: u32, column: u32| file.place(Some(&grid.name), Some(cell_name(row, column)));
    let names_ids = |row: u32| {
        let found = grid.rows.get(&row).and_then(|cells| cells.get(&id_column));
        matches!(found, Some(Found::Text(text)) if words.heading(text).is_some_and(|(field, _)| field == Field::Requirement))
    };
    let Some((_, heading_row)) = heading.max().filter(|(known, row)| *known > 1 || names_ids(*row)) else {
        return Err(Some(Box::new((Fault::new("import-no-heading", &[]), place(first, id_column)))));
    };
    let above = heading_row.checked_sub(1).and_then(|row| grid.rows.get(&row)).filter(|cells| cells.len() > 1);
    let heading_of = |at: u32| {
        let text = |cells: &BTreeMap<u32, Found>| cells.get(&at).map(|found| trimmed(&written(found)).to_owned());
        grid.rows.get(&heading_row).and_then(text).or_else(|| above.and_then(text)).unwrap_or_default()
    };
    let mut columns = judged(grid, &id_rows, named.keys().filter(|at| **at != id_column).map(|at| (*at, heading_of(*at))));
    let by_marks = columns.iter().filter(|it| it.marks > 0 && it.marks == it.filled && words.is_answer_as_heading(&it.heading));
    let by_marks: Vec<&Judged> = by_marks.collect();
    if let Some(first) = by_marks.first() {
        let named: Vec<String> = by_marks.iter().map(|it| format!("{} {}", column_name(it.at), trimmed(&it.heading))).collect();
        return Err(Some(Box::new((
            Fault::new("import-answers-by-marks", &[("columns", &named.join(", "))]),
            place(heading_row, first.at),
        ))));
    }
    settle(&mut columns);
    let heading = heading_of(id_column);
    let said = words.heading(&heading).map_or(BY_CONTENT, |(field, sure)| if field == Field::Requirement { sure } else { BY_CONTENT });
    let is_rival = |at: u32, names: &BTreeMap<u32, String>| {
        at != id_column
            && distinct(names) * 2 > count
            && words.heading(&heading_of(at)).is_some_and(|(field, _)| field == Field::Requirement)
    };
    let rivals: BTreeSet<u32> = named.iter().filter(|(at, names)| is_rival(**at, names)).map(|(at, _)| *at).collect();
    let below = grid.rows.range(heading_row + 1..).filter_map(|(_, cells)| cells.get(&id_column).map(|found| (found, cells.len())));
    let speaking = below.filter(|(found, count)| *count > 1 && !is_group(found, ids) && plain(&written(found)) != plain(&heading)).count();
    let sure = said.min(share(id_rows.range(heading_row + 1..).count(), speaking)).min(if rivals.is_empty() { 100 } else { BY_CONTENT });
    let mut chosen = vec![ColumnProposal { column: column_name(id_column), heading, field: Field::Requirement, sure }];
    let left = choose(&columns, &mut chosen, &rivals);
    if !chosen.iter().any(|it| matches!(it.field, Field::Status | Field::Maturity | Field::Applicable)) {
        let headings = columns.iter().map(|it| it.heading.as_str()).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ");
        return Err(Some(Box::new((Fault::new("import-no-answers", &[("headings", &headings)]), place(heading_row, id_column)))));
    }
    let scale = chosen
        .iter()
        .find(|it| matches!(it.field, Field::Maturity | Field::Status))
        .and_then(|it| proven_scale(file, grid, heading_row, &it.heading));
    let map = map_of(grid, heading_row, &chosen, scale.clone());
    let example = example(grid, &id_rows, &map, &chosen);
    let proposal =
        SheetProposal { name: grid.name.clone(), heading_row: heading_row + 1, rows: id_rows.len(), columns: chosen, left, scale, example };
    Ok(Looked { proposal, map, names: id_rows.into_values().collect() })
}

/// Which columns are read, with how sure that is; those that are not.
fn choose(columns: &[Judged], chosen: &mut Vec<ColumnProposal>, rivals: &BTreeSet<u32>) -> Vec<LeftColumn> {
    let mut left = Vec::new();
    for column in columns {
        let (letter, heading) = (column_name(column.at), column.heading.clone());
        let rank = |it: &Judged| (it.field.map(|it| it.1), it.filled.min(1), std::cmp::Reverse(it.at));
        let claims = |field: Field| columns.iter().filter(move |it| it.field.is_some_and(|(it, _)| it == field));
        match column.field {
            Some((field, said)) if field == Field::Evidence || claims(field).all(|it| rank(it) <= rank(column)) => {
                let equal = || claims(field).filter(|it| it.field.map(|it| it.1) == Some(said) && it.filled > 0).count();
                let read = match field {
                    Field::Status => share((column.answers + column.numbers).min(column.filled), column.filled),
                    Field::Maturity => share(column.numbers, column.filled),
                    Field::Applicable => share(column.applies, column.filled),
                    _ => 100,
                };
                let is_disputed = field != Field::Evidence && equal() > 1;
                let sure = said.min(if column.filled == 0 { 100 } else { read }).min(if is_disputed { BY_CONTENT } else { 100 });
                chosen.push(ColumnProposal { column: letter, heading, field, sure });
            }
            Some(_) => left.push(LeftColumn { column: letter, heading, is_rival: true }),
            None => left.push(LeftColumn { column: letter, heading, is_rival: rivals.contains(&column.at) }),
        }
    }
    // two columns that both say how far it is: the number is the finer one, and nobody knows whether it is meant
    if let Some(maturity) = chosen.iter().position(|it| it.field == Field::Maturity)
        && let Some(status) = chosen.iter().position(|it| it.field == Field::Status)
    {
        if let Some(it) = chosen.get_mut(maturity) {
            it.sure = it.sure.min(BY_CONTENT);
        }
        let ColumnProposal { column, heading, .. } = chosen.remove(status);
        left.push(LeftColumn { column, heading, is_rival: true });
    }
    left
}

/// What the rows that name a requirement have in each other column.
fn judged(grid: &Grid, id_rows: &BTreeMap<u32, String>, headings: impl Iterator<Item = (u32, String)>) -> Vec<Judged> {
    let words = Vocabulary::get();
    let blank = |(at, heading): (u32, String)| {
        let field = words.heading(&heading).filter(|(field, _)| *field != Field::Requirement);
        (at, Judged { at, field, heading, filled: 0, answers: 0, applies: 0, numbers: 0, words: 0, marks: 0 })
    };
    let mut columns: BTreeMap<u32, Judged> = headings.map(blank).collect();
    for (at, found) in id_rows.keys().filter_map(|row| grid.rows.get(row)).flatten() {
        let Some(column) = columns.get_mut(at) else { continue };
        let text = written(found);
        let (is_answer, is_applies, is_number) = (words.answer(&text).is_some(), words.applies(&text).is_some(), is_level(found));
        let is_bit = matches!(trimmed(&text), "0" | "1");
        column.filled += 1;
        column.answers += usize::from(is_answer || is_percent(&text));
        column.applies += usize::from(is_applies);
        column.numbers += usize::from(is_number);
        column.words += usize::from(is_answer && !is_applies);
        column.marks += usize::from(is_applies || is_bit);
    }
    columns.into_values().collect()
}

fn is_group(found: &Found, ids: &Ids<'_>) -> bool {
    matches!(found, Found::Text(text) if Vocabulary::get().is_total(text) || ids.is_chapter(text))
}

/// Whether a cell holds a whole number that may be a level.
fn is_level(found: &Found) -> bool {
    match found {
        Found::Number { percent, .. } => !percent,
        Found::Text(text) => level_text(text).is_some(),
        Found::Date { .. } | Found::Time | Found::Bool(_) | Found::Formula | Found::Error(_) => false,
    }
}

/// Where content speaks against the heading, or for a column without one.
fn settle(columns: &mut [Judged]) {
    let has = |columns: &[Judged], field: Field| columns.iter().any(|it| it.field.is_some_and(|(it, _)| it == field));
    for at in 0..columns.len() {
        let (can_apply, no_maturity) = (!has(columns, Field::Applicable), !has(columns, Field::Maturity));
        let Some(column) = columns.get_mut(at) else { continue };
        let most = |part: usize| part * 2 > column.filled;
        match column.field {
            // `tilvalgt` and `fravalgt` under `Status` say whether it applies
            Some((Field::Status, _)) if can_apply && column.applies > column.answers && most(column.applies) => {
                column.field = Some((Field::Applicable, BY_CONTENT));
            }
            Some((Field::Status, sure)) if no_maturity && most(column.numbers) && column.answers == 0 && !column.heading.contains('%') => {
                column.field = Some((Field::Maturity, sure));
            }
            // words under `Level` are a status
            Some((Field::Maturity, _)) if column.answers > column.numbers => column.field = Some((Field::Status, BY_CONTENT)),
            _ => {}
        }
    }
    if !has(columns, Field::Status) && !has(columns, Field::Maturity) {
        // marks alone may say anything
        let speaks = |it: &&mut Judged| it.field.is_none() && it.words > 0 && it.answers >= 3 && it.answers * 5 >= it.filled * 4;
        if let Some(column) = columns.iter_mut().filter(speaks).max_by_key(|it| (it.answers, std::cmp::Reverse(it.at))) {
            column.field = Some((Field::Status, BY_CONTENT));
        }
    }
}

fn map_of(grid: &Grid, heading_row: u32, chosen: &[ColumnProposal], scale: Option<String>) -> ImportSheetDocument {
    let column = |field: Field| chosen.iter().find(|it| it.field == field).map(|it| it.column.clone());
    ImportSheetDocument {
        applicable: column(Field::Applicable),
        bare_ids: None,
        date: column(Field::Date),
        evidence: chosen.iter().filter(|it| it.field == Field::Evidence).map(|it| it.column.clone()).collect(),
        heading_row: heading_row + 1,
        headings: chosen.iter().filter(|it| !it.heading.is_empty()).map(|it| (it.column.clone(), it.heading.clone())).collect(),
        maturity: column(Field::Maturity),
        owner: column(Field::Owner),
        reason: column(Field::Reason),
        reference: column(Field::Reference),
        requirement: column(Field::Requirement).unwrap_or_default(),
        scale,
        sheet: grid.name.clone(),
        skip_rows: Vec::new(),
        status: column(Field::Status),
        title: column(Field::Title),
    }
}

/// The first row that names a requirement.
fn example(
    grid: &Grid,
    id_rows: &BTreeMap<u32, String>,
    map: &ImportSheetDocument,
    chosen: &[ColumnProposal],
) -> (u32, Vec<(Field, String)>) {
    let first = id_rows.range(map.heading_row..).next().map_or(map.heading_row, |(row, _)| *row);
    let cells = grid.rows.get(&first);
    let says = chosen.iter().filter_map(|it| {
        let found = cells?.get(&column_at(&it.column)?)?;
        Some((it.field, trimmed(&written(found)).to_owned()))
    });
    (first + 1, says.collect())
}
