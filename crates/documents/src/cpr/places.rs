//! Where in an assessment something looks like a CPR number.

use std::collections::BTreeMap;

use pejling_core::Evidence;

use super::{has_number, mask};
use crate::assessment::AssessmentDocument;
use crate::warning::WarningResult;

/// The stable name of the warning.
pub(crate) const CODE: &str = "possible-cpr-number";

/// A warning for each field with something that looks like a CPR number: which list, which entry, which field, and never the number. An
/// entry is told by its name, by its number in the list in canonical order where the name itself looks like one, or by its requirement.
pub(crate) fn warnings(content: &AssessmentDocument, evidence: &[Evidence], notes: &[(usize, String)]) -> Vec<WarningResult> {
    let mut found = Found(Vec::new());
    let whole = || mask(content.organisation.0.as_str()).into_owned();
    found.look("assessment", whole, &[("organisation", content.organisation.0.as_str())]);
    found.look("assessment", whole, &[("scope_note", said(content.scope_note.as_ref()))]);
    for it in &content.control_statements {
        let fields = [("responsible", said(it.responsible.as_ref())), ("why", it.why.as_str())];
        found.look("control_statements", || mask(it.requirement.0.as_str()).into_owned(), &fields);
    }
    for it in &content.dissent {
        found.look("dissent", || mask(it.requirement.0.as_str()).into_owned(), &[("text", it.text.as_str())]);
    }
    if let Some(it) = &content.dpo_statement {
        found.look("assessment", whole, &[("dpo_statement", it.by.as_str()), ("dpo_statement", it.text.as_str())]);
    }
    let names = Names::new(content.entities.iter().map(|it| it.id.0.as_str()));
    for it in &content.entities {
        let id = it.id.0.as_str();
        found.look("entities", || names.of(id), &[("id", id), ("name", said(it.name.as_ref()))]);
    }
    let names = Names::new(evidence.iter().map(|it| it.id.as_str()));
    for it in evidence {
        let fields = [("by", said(it.by.as_ref())), ("id", it.id.as_str()), ("reference", said(it.reference.as_ref()))];
        found.look("evidence", || names.of(it.id.as_str()), &fields);
    }
    for (at, note) in notes {
        let id = evidence.get(*at).map_or("", |it| it.id.as_str());
        found.look("evidence", || names.of(id), &[("note", note)]);
    }
    for it in &content.exclusions {
        let fields = [("approved_by", it.approved_by.as_str()), ("reason", it.reason.as_str())];
        found.look("exclusions", || mask(it.requirement.0.as_str()).into_owned(), &fields);
    }
    let names = Names::new(content.measures.iter().map(|it| it.id.0.as_str()));
    for it in &content.measures {
        let id = it.id.0.as_str();
        let fields = [("decided_by", said(it.decided_by.as_ref())), ("id", id), ("owner", said(it.owner.as_ref()))];
        found.look("measures", || names.of(id), &fields);
    }
    if let Some(it) = &content.sign_off {
        for (entry, signature) in [("approved", &it.approved), ("prepared", &it.prepared), ("reviewed", &it.reviewed)] {
            found.look("sign_off", || entry.to_owned(), &[("by", signature.as_ref().map_or("", |it| it.by.as_str()))]);
        }
    }
    found.0.sort();
    let told = |(list, entry, field): (&str, String, &str)| WarningResult {
        args: BTreeMap::from(
            [("list", list.to_owned()), ("entry", entry), ("field", field.to_owned())].map(|(name, it)| (name.to_owned(), it)),
        ),
        code: CODE.to_owned(),
    };
    found.0.into_iter().map(told).collect()
}

fn said(text: Option<&String>) -> &str {
    text.map_or("", String::as_str)
}

/// List, entry and field of what was found.
struct Found(Vec<(&'static str, String, &'static str)>);

impl Found {
    fn look(&mut self, list: &'static str, entry: impl Fn() -> String, fields: &[(&'static str, &str)]) {
        let looks = fields.iter().filter(|(_, text)| has_number(text));
        self.0.extend(looks.map(|(field, _)| (list, entry(), *field)));
    }
}

/// How the entries of a list are told apart.
struct Names<'a>(Vec<&'a str>); // all names, sorted; empty where none looks like a CPR number

impl<'a> Names<'a> {
    fn new(names: impl Iterator<Item = &'a str> + Clone) -> Self {
        let mut sorted: Vec<&str> = if names.clone().any(has_number) { names.collect() } else { Vec::new() };
        sorted.sort_unstable();
        Self(sorted)
    }

    /// The name; where it looks like a CPR number, its number in the list, from 1.
    fn of(&self, name: &str) -> String {
        if has_number(name) { format!("#{}", self.0.partition_point(|other| *other < name) + 1) } else { name.to_owned() }
    }
}
