//! From what somebody recorded to the evidence that it yields.

use pejling_documents::Severity;
use serde_json::{Map, Value};

use super::{Reading, Site, push};
use crate::fault::Fault;
use crate::template::{PROVES, Template};

impl Reading<'_> {
    /// Makes evidence of every record: one for each requirement that it names.
    pub(super) fn records(&mut self) {
        for template in Template::ALL {
            if let Some(Value::Object(record)) = self.root.remove(template.name) {
                self.record(template, record);
            }
        }
    }

    fn record(&mut self, template: &Template, mut record: Map<String, Value>) {
        let language = self.library.language;
        let proves: Vec<_> = PROVES.iter().filter_map(|field| Some((*field, record.remove(*field)?))).collect();
        let site = |reading: &Self, field: &str| reading.sites.get(&format!("/{}/{field}", template.name)).cloned();
        if proves.is_empty()
            && let Some(Site { sheet, row, column, .. }) = site(self, PROVES[0])
        {
            let heading = language.text("label-requirement");
            self.tell(Severity::Error, &Fault::new("cell-missing", &[("heading", &heading)]), (sheet, row, column));
        }
        let title = language.text(template.sheet.name);
        let note = record.get("note").and_then(Value::as_str).map_or_else(|| title.clone(), |note| format!("{title}: {note}"));
        record.insert("note".to_owned(), note.into());
        record.insert("kind".to_owned(), template.kind.name().into());
        let organisation = self.root.get("organisation").cloned().unwrap_or_default();
        record.entry("entity").or_insert_with(|| organisation.clone());
        let filed = self.root.get("evidence").and_then(Value::as_array);
        let says = |one: &Value, field: &str, value: &Value| one.get(field).or((field == "entity").then_some(&organisation)) == Some(value);
        let is_known =
            |item: &Map<String, Value>| filed.into_iter().flatten().any(|one| item.iter().all(|(field, value)| says(one, field, value)));
        let item = |(field, requirement)| {
            let mut item = record.clone();
            item.insert("requirement".to_owned(), requirement);
            let known = is_known(&item);
            (field, item, known)
        };
        let items: Vec<_> = proves.into_iter().map(item).collect();
        for (field, item, known) in items {
            let of_field = site(self, field);
            if known {
                if let Some(Site { sheet, row, column, .. }) = of_field {
                    self.tell(Severity::Warning, &Fault::new("record-known", &[]), (sheet, row, column));
                }
                continue;
            }
            let at = push(&mut self.root, "evidence", item);
            let fields = self.sites.range(format!("/{}/", template.name)..).map_while(|(pointer, site)| {
                let field = pointer.strip_prefix('/')?.strip_prefix(template.name)?.strip_prefix('/')?;
                Some((format!("/evidence/{at}/{field}"), site.clone()))
            });
            let fields: Vec<_> = fields.collect();
            self.sites.extend(fields);
            for pointer in [format!("/evidence/{at}"), format!("/evidence/{at}/requirement")] {
                self.sites.extend(of_field.clone().map(|site| (pointer, site)));
            }
        }
    }
}
