//! Results for those who go on calculating: a workbook with numbers as numbers and charts of its own, or CSV. No formula is written, and no
//! text can become one.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::{Band, EntityId, Scores};
use pejling_documents::{
    As, BarResult, Checked, ConsolidationResult, ControlResult, DissentResult, Family, Faults, Language, Library, Numbers, ObjectiveResult,
    RequirementResult, ResultDocument, SoaDocument, Triple, capital, mask,
};
use rust_xlsxwriter::{Chart, ChartFormat, ChartSolidFill, ChartType, Color, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::write::{height_of, properties, unwritable};

/// What the tables are made of.
#[derive(Debug)]
pub struct Results<'a> {
    library: &'a Library<'a>,
    entity: String,
    document: ResultDocument,
    soa: Option<SoaDocument>,
    dissent: Vec<DissentResult>,
}

/// A cell of a table: a text, or a number as it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    Text(String),
    Number(String),
}

/// A table: its headings, with the width of each column, and its rows.
struct Table {
    name: String,
    heads: Vec<(String, u16)>,
    rows: Vec<Vec<Value>>,
}

/// What is told of a requirement or objective, whichever kind of entity it is of.
struct Line {
    state: String,
    band: Option<Band>,
    score: Option<Triple>,
    assessed: Option<(String, String)>, // how many, of how many
    bar: Option<BarResult>,
}

impl<'a> Results<'a> {
    /// The results of an entity on the day of some scores, and its statement of applicability where it has one.
    ///
    /// # Errors
    ///
    /// A fault where there is no such entity.
    pub fn new(library: &'a Library<'a>, checked: &Checked, scores: &Scores<'_>, entity: &EntityId) -> Result<Self, Faults> {
        let document = checked.result_of(scores);
        let soa = if document.catalogues.contains_key("iso27001-2022") { Some(checked.soa(scores, entity)?) } else { None };
        Ok(Self { library, entity: entity.to_string(), document, soa, dissent: checked.dissent_at(entity) })
    }

    fn text(&self, key: &str) -> String {
        self.library.language.text(key)
    }

    /// A heading out of a word.
    fn head(&self, key: &str, width: u16) -> (String, u16) {
        (capital(&self.text(key)), width)
    }

    fn objective(&self, id: &str) -> Option<Line> {
        if let Some(leaf) = self.document.leaves.get(&self.entity) {
            return leaf.objectives.get(id).map(|it| it.as_ref().map_or_else(|| self.not_applicable(), |it| self.of_objective(it)));
        }
        let all = self.document.consolidated.get(&self.entity)?;
        all.objectives.get(id).map(|it| it.as_ref().map_or_else(|| self.not_applicable(), |it| self.consolidated(it)))
    }

    fn requirement(&self, id: &str) -> Option<Line> {
        if let Some(leaf) = self.document.leaves.get(&self.entity) {
            let numbers = |state: &str, it: &Numbers| Line {
                state: self.text(state),
                band: it.band.as_ref().map(|band| band.0),
                score: Some(it.score),
                assessed: None,
                bar: None,
            };
            return leaf.requirements.get(id).map(|it| match it {
                RequirementResult::NotApplicable => self.not_applicable(),
                RequirementResult::Assessed(it) => numbers("state-assessed", it),
                RequirementResult::Outdated(it) => numbers("state-outdated", it),
                RequirementResult::NotAssessed(it) => numbers("state-not-assessed", it),
            });
        }
        let all = self.document.consolidated.get(&self.entity)?;
        all.requirements.get(id).map(|it| it.as_ref().map_or_else(|| self.not_applicable(), |it| self.consolidated(it)))
    }

    fn not_applicable(&self) -> Line {
        Line { state: self.text("state-not-applicable"), band: None, score: None, assessed: None, bar: None }
    }

    fn of_objective(&self, it: &ObjectiveResult) -> Line {
        self.counted(it.band.as_ref(), it.score, (it.assessed.to_string(), it.applicable.to_string()), &it.bar)
    }

    fn consolidated(&self, it: &ConsolidationResult) -> Line {
        self.counted(it.band.as_ref(), it.score, (it.assessed.to_string(), it.applicable.to_string()), &it.bar)
    }

    fn counted(&self, band: Option<&As<Band>>, score: Triple, (assessed, applicable): (String, String), bar: &BarResult) -> Line {
        let state = match band {
            None => "state-not-assessed",
            Some(_) if assessed == applicable => "state-assessed",
            Some(_) => "state-partly-assessed",
        };
        Line {
            state: self.text(state),
            band: band.map(|band| band.0),
            score: Some(score),
            assessed: Some((assessed, applicable)),
            bar: Some(bar.clone()),
        }
    }

    /// The three readings; where nothing is assessed none, for a number would read as an answer.
    fn numbers(line: &Line) -> Vec<Value> {
        match line.score.filter(|_| line.band.is_some()) {
            Some(it) => [it.substantiated, it.declared, it.possible].map(|number| Value::Number(number.to_string())).to_vec(),
            None => vec![Value::Text(String::new()); 3],
        }
    }

    fn band(&self, line: &Line) -> Value {
        let band = line.band.map(|band| format!("{} {}", band.name(), self.text(&format!("band-{}", band.name()))));
        Value::Text(band.unwrap_or_default())
    }

    /// Whose differing view concerns what is declared of something.
    fn disputed(&self, id: &str) -> Value {
        let voices = self.dissent.iter().filter(|it| it.is_on(id)).map(|it| self.text(&format!("voice-{}", it.by.0.name())));
        let voices: BTreeSet<String> = voices.collect();
        Value::Text(voices.into_iter().collect::<Vec<_>>().join(", "))
    }

    fn counts(line: &Line) -> Vec<Value> {
        line.assessed.as_ref().map_or_else(
            || vec![Value::Text(String::new()); 2],
            |(assessed, applicable)| vec![Value::Number(assessed.clone()), Value::Number(applicable.clone())],
        )
    }

    /// The objectives, but for those of attributes, by framework.
    fn objectives(&self) -> Table {
        let mut heads = vec![self.head("catalogue", 24), self.head("objective", 44), self.head("results-state", 18), self.head("band", 22)];
        heads.extend(["substantiated", "declared", "possible"].map(|key| self.head(key, 13)));
        heads.extend(["results-assessed", "results-applicable"].map(|key| self.head(key, 12)));
        heads.push(self.head("results-dissent", 26));
        heads.extend(PARTS.map(|part| self.head(part, 14)));
        let rows = self.shown_objectives().into_iter().filter_map(|(framework, id)| {
            let line = self.objective(&id)?;
            let title = self.library.framework_title(&framework).unwrap_or(&framework).to_owned();
            let name = self.library.title_of_objective(&id).to_owned();
            let mut row = vec![Value::Text(title), Value::Text(name), Value::Text(line.state.clone()), self.band(&line)];
            row.extend(Self::numbers(&line));
            row.extend(Self::counts(&line));
            row.push(self.disputed(&id));
            row.extend(line.bar.as_ref().map_or_else(|| vec![Value::Text(String::new()); PARTS.len()], parts));
            Some(row)
        });
        Table { name: self.text("results-objectives"), rows: rows.collect(), heads }
    }

    fn shown_objectives(&self) -> Vec<(String, String)> {
        let frameworks = self.library.frameworks().filter(|it| self.document.catalogues.contains_key(it.id.0.as_str()));
        let objectives = frameworks.flat_map(|it| it.objectives.iter().map(move |one| (it, one)));
        let shown = objectives.filter(|(_, one)| one.family.0 != Family::Attribute);
        shown.map(|(it, one)| (it.id.0.to_string(), format!("{}:{}", it.id.0, one.id))).collect()
    }

    /// The requirements, and of each control what the statement of applicability says.
    fn requirements(&self, with_statement: bool) -> Table {
        let mut heads =
            vec![self.head("column-requirement", 26), self.head("title", 44), self.head("results-state", 18), self.head("band", 22)];
        heads.extend(["substantiated", "declared", "possible"].map(|key| self.head(key, 13)));
        heads.extend(["results-assessed", "results-applicable"].map(|key| self.head(key, 12)));
        heads.push(self.head("results-dissent", 26));
        if with_statement {
            heads.extend(self.statement_heads());
        }
        let controls: BTreeMap<&str, &ControlResult> =
            self.soa.iter().flat_map(|it| &it.controls).map(|it| (it.requirement.as_str(), it)).collect();
        let ids = self.library.frameworks().filter(|it| self.document.catalogues.contains_key(it.id.0.as_str()));
        let ids = ids.flat_map(|it| it.requirements.iter().map(move |one| format!("{}:{}", it.id.0, one.id)));
        let rows = ids.filter_map(|id| {
            let line = self.requirement(&id)?;
            let title = self.library.title(&id).unwrap_or_default().to_owned();
            let mut row = vec![Value::Text(id.clone()), Value::Text(title), Value::Text(line.state.clone()), self.band(&line)];
            row.extend(Self::numbers(&line));
            row.extend(Self::counts(&line));
            row.push(self.disputed(&id));
            if with_statement {
                row.extend(controls.get(id.as_str()).map_or_else(|| vec![Value::Text(String::new()); 6], |it| self.statement(it)));
            }
            Some(row)
        });
        Table { name: self.text("results-requirements"), rows: rows.collect(), heads }
    }

    fn statement_heads(&self) -> Vec<(String, u16)> {
        let keys = [
            ("soa-included", 12),
            ("soa-implemented", 14),
            ("column-why-included", 50),
            ("soa-responsible", 26),
            ("soa-marks", 50),
            ("soa-evidence", 40),
        ];
        keys.map(|(key, width)| self.head(key, width)).to_vec()
    }

    /// What the statement says of a control; what nobody says is left empty.
    fn statement(&self, it: &ControlResult) -> Vec<Value> {
        let yes_or_no = |is: bool| self.text(if is { "yes" } else { "no" });
        let in_force = it.exclusions.iter().filter(|it| it.in_force).map(|it| it.reason.clone()).collect::<Vec<_>>().join("; ");
        let why = if it.included { it.why.clone().unwrap_or_default() } else { in_force };
        let marks: Vec<String> = it.marks.iter().map(|mark| self.text(&format!("mark-{}", mark.0.name()))).collect();
        [
            yes_or_no(it.included),
            it.implemented.map(yes_or_no).unwrap_or_default(),
            why,
            it.responsible.clone().unwrap_or_default(),
            marks.join("; "),
            it.evidence.join(", "),
        ]
        .map(Value::Text)
        .to_vec()
    }

    fn statements(&self, soa: &SoaDocument) -> Table {
        let heads = [self.head("soa-control", 26), self.head("title", 44)].into_iter().chain(self.statement_heads()).collect();
        let rows = soa.controls.iter().map(|it| {
            let title = self.library.title(&it.requirement).unwrap_or_default().to_owned();
            [Value::Text(it.requirement.clone()), Value::Text(title)].into_iter().chain(self.statement(it)).collect()
        });
        Table { name: self.text("sheet-statements"), rows: rows.collect(), heads }
    }

    fn dissents(&self) -> Table {
        let keys = [("column-requirement", 26), ("title", 40), ("column-entity", 20), ("column-voice", 26), ("column-view", 80)];
        let rows = self.dissent.iter().map(|it| {
            let title = self.library.title(&it.requirement).unwrap_or_default();
            let voice = self.text(&format!("voice-{}", it.by.0.name()));
            [it.requirement.as_str(), title, &it.entity, &voice, &it.text].map(|text| Value::Text(text.to_owned())).to_vec()
        });
        Table { name: self.text("sheet-dissent"), rows: rows.collect(), heads: keys.map(|(key, width)| self.head(key, width)).to_vec() }
    }

    /// What the numbers are of.
    fn about(&self) -> Table {
        let ResultDocument { as_of, assessment, catalogues, method, .. } = &self.document;
        let mut rows = vec![
            vec![self.text("column-entity"), self.entity.clone()],
            vec![self.text("label-as-of"), as_of.0.to_string()],
            vec![self.text("results-method"), method.clone()],
            vec![self.text("sheet-assessment"), assessment.clone()],
        ];
        rows.extend(catalogues.iter().map(|(id, stamp)| {
            let title = self.library.framework_title(id).unwrap_or(id);
            vec![title.to_owned(), format!("{id} {} {}", stamp.edition, stamp.digest)]
        }));
        rows.push(vec![self.text("results-reading"), self.text("results-reading-text")]);
        rows.push(vec![self.text("results-law"), self.text("results-law-text")]);
        let rows = rows.into_iter().map(|row| row.into_iter().map(Value::Text).collect()).collect();
        Table { name: self.text("results-about"), rows, heads: vec![self.head("results-about", 34), (String::new(), 110)] }
    }

    /// The results as a workbook. The same results give the same bytes.
    ///
    /// # Errors
    ///
    /// A fault where a text is longer than a cell can be.
    pub fn workbook(&self) -> Result<Vec<u8>, Faults> {
        let write = || {
            let mut book = Workbook::new();
            book.set_properties(&properties(&self.text("results-title"))?);
            table(book.add_worksheet(), &self.about())?;
            let objectives = self.objectives();
            table(book.add_worksheet(), &objectives)?;
            self.charts(book.add_worksheet(), &objectives)?;
            table(book.add_worksheet(), &self.requirements(false))?;
            if let Some(soa) = &self.soa {
                table(book.add_worksheet(), &self.statements(soa))?;
            }
            if !self.dissent.is_empty() {
                table(book.add_worksheet(), &self.dissents())?;
            }
            book.save_to_buffer()
        };
        write().map_err(|error: XlsxError| unwritable(&error, self.library.language))
    }

    /// A chart for each framework, on a page each: the five parts of each objective, which a spreadsheet draws itself.
    fn charts(&self, page: &mut Worksheet, objectives: &Table) -> Result<(), XlsxError> {
        let framework = |row: &Vec<Value>| row.first().cloned();
        page.set_name(self.text("results-charts"))?.set_landscape().set_paper_size(9).set_footer("&L&A&R&P / &N");
        let (mut first, mut below, mut breaks) = (0, 0, Vec::new());
        for rows in objectives.rows.chunk_by(|a, b| framework(a) == framework(b)) {
            let (from, to) = (row_number(first + 1), row_number(first + rows.len()));
            first += rows.len();
            let mut chart = Chart::new(ChartType::BarPercentStacked);
            let name = objectives.name.as_str();
            for (column, (part, color)) in (PARTS_FROM..).zip(PARTS.iter().zip(COLORS)) {
                let series = chart.add_series();
                series.set_name(capital(&self.text(part)).as_str()).set_categories((name, from, 1, to, 1));
                series
                    .set_values((name, from, column, to, column))
                    .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(color))));
            }
            if let Some(Value::Text(title)) = rows.first().and_then(|row| row.first()) {
                chart.title().set_name(title.as_str());
                chart.set_alt_text(self.library.language.text_with("results-chart", &[("catalogue", title)]));
            }
            chart.y_axis().set_reverse(); // the first objective on top
            let height = 100 + 24 * u32::try_from(rows.len()).unwrap_or_default();
            chart.set_width(900).set_height(height);
            page.insert_chart(row_number(below), 0, &chart)?;
            below += usize::try_from(height / 20).unwrap_or_default() + 2; // rows of 20 pixels
            breaks.push(row_number(below));
        }
        page.set_page_breaks(&breaks)?.set_screen_gridlines(false);
        Ok(())
    }

    /// The results as CSV, a row a requirement, as a spreadsheet of the language opens it: in Danish with semicolons and decimal commas. A text
    /// that would be a formula has an apostrophe in front.
    #[must_use]
    pub fn csv(&self) -> Vec<u8> {
        let language = self.library.language;
        let separator = match language {
            Language::Danish => b';',
            Language::English => b',',
        };
        let mut writer = csv::WriterBuilder::new().delimiter(separator).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let Table { heads, rows, .. } = self.requirements(true);
        let cell = |value: &Value| match value {
            Value::Text(text) => guarded(&mask(text)),
            Value::Number(number) => language.number(number),
        };
        let heads = heads.iter().map(|(head, _)| head.clone()).collect::<Vec<_>>();
        let rows = rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>());
        for row in std::iter::once(heads).chain(rows) {
            if writer.write_record(row).is_err() {
                break; // memory takes every row: each has as many cells as the first
            }
        }
        let mark = "\u{feff}".as_bytes(); // without it Excel takes UTF-8 for something older
        [mark, &writer.into_inner().unwrap_or_default()].concat()
    }
}

/// A text that no spreadsheet takes for a formula.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// The five parts of a bar, in the order in which they are drawn, and their colours: apart in black and white as well.
const PARTS: [&str; 5] = ["part-substantiated", "part-held-back", "part-declared-only", "part-unanswered", "part-known-wrong"];
const COLORS: [u32; 5] = [0x001F_3864, 0x0059_83B0, 0x00A9_C4E0, 0x00E7_E6E6, 0x00C0_5A00];

/// The column of the first part.
const PARTS_FROM: u16 = 10;

fn parts(bar: &BarResult) -> Vec<Value> {
    bar.parts().map(|part| Value::Number(part.to_owned())).to_vec()
}

fn row_number(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

/// Writes a table onto a page: frozen heads, filters, A4 landscape.
fn table(page: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let base = Format::new().set_font_name("Calibri").set_align(FormatAlign::Top);
    let text = base.clone().set_text_wrap().set_num_format("@");
    let number = base.clone().set_num_format("0.00");
    let whole = base.clone().set_num_format("0");
    let head = base.set_bold().set_text_wrap().set_font_color(Color::RGB(0x00FF_FFFF)).set_background_color(Color::RGB(0x001F_3864));
    page.set_name(&table.name)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_footer("&L&A&R&P / &N");
    for (column, (name, width)) in (0_u16..).zip(&table.heads) {
        page.set_column_width(column, *width)?.write_string_with_format(0, column, name, &head)?;
    }
    for (row, cells) in (1_u32..).zip(&table.rows) {
        let heights = cells.iter().zip(&table.heads).filter_map(|(value, (_, width))| match value {
            Value::Text(said) => Some(height_of(said, *width)),
            Value::Number(_) => None,
        });
        page.set_row_height(row, heights.max().unwrap_or_default().max(15))?;
        for (column, value) in (0_u16..).zip(cells) {
            match value {
                Value::Text(said) if said.is_empty() => {}
                Value::Text(said) => {
                    page.write_string_with_format(row, column, mask(said), &text)?;
                }
                Value::Number(digits) => {
                    let look = if digits.contains('.') { &number } else { &whole };
                    page.write_number_with_format(row, column, digits.parse::<f64>().unwrap_or_default(), look)?;
                }
            }
        }
    }
    let (last, width) = (row_number(table.rows.len()), u16::try_from(table.heads.len()).unwrap_or(u16::MAX).saturating_sub(1));
    page.autofilter(0, 0, last.max(1), width)?;
    page.set_freeze_panes(1, 2)?.set_repeat_rows(0, 0)?;
    Ok(())
}
