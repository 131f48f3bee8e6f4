//! What was found, each at its cell: of the workbook itself, and of the assessment in it.

use pejling_documents::{Diagnostic, FAULT_LIMIT, Faults, Place, Severity, Source, mask};
use serde_json::Value;

use super::{At, ReadWorkbook, Reading, Site};
use crate::fault::Fault;
use crate::layout::{Body, Field, SHEETS, Sheet};

impl Reading<'_> {
    pub(super) fn finish(mut self) -> Result<ReadWorkbook, Faults> {
        self.records();
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
        if self.is_record {
            self.told.dedup_by(|(at, told), (before, said)| at == before && told.code == said.code); // one cell is of several evidences
        }
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
        if self.is_record && fault.code == "finding-missing" {
            "missing-field".clone_into(&mut fault.code); // a record has one way to say what was found: it begins with how many there are
            fault.at.pointer.push_str("/population");
        }
        let Some(mut at) = self.site(&fault.at.pointer) else {
            fault.at = Place { file: self.file.map(str::to_owned), pointer: fault.at.pointer, ..Place::default() };
            self.told.push(((usize::MAX, 0, 0), fault));
            return;
        };
        // the value there is its edition, and these speak of its name
        if matches!(fault.code.as_str(), "unknown-base" | "unknown-catalogue")
            && let Some(column) = self.sites.get(&fault.at.pointer).and_then(|site| site.columns.get("catalogue"))
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
        let field = pointer.rsplit('/').next()?;
        match &sheet.body {
            Body::Table(table) => table.columns.iter().find(|column| column.field == field).map(|column| language.text(column.heading)),
            Body::Form(fields) => {
                let is_it = |it: &&Field| it.pointer.rsplit('/').next() == Some(field);
                fields.iter().find(is_it).map(|it| language.text(it.label))
            }
            Body::Lines(_) | Body::Lists => None,
        }
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
