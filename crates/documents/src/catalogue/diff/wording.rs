//! What changed in the texts of a catalogue. No score depends on them.

use std::collections::{BTreeMap, BTreeSet};

use super::ChangeKind;
use super::change::{Change, differing};
use crate::catalogue::{CatalogueDocument, ObjectiveTexts, RequirementTexts, TextsDocument};
use crate::scalar::As;
use crate::table::Table;
use crate::text::Language;
use crate::vocabulary::TitleStatus;

/// The texts of one thing by field; a title is the field of no name.
type Fields = BTreeMap<String, String>;

/// What changed in the texts of each language.
pub(super) fn wording(documents: [&CatalogueDocument; 2], texts: [[Option<&TextsDocument>; 2]; 2], changes: &mut Vec<Change>) {
    let [before, after] = texts;
    let standing = reasoned(documents[0]).intersection(&reasoned(documents[1])).cloned().collect();
    for (language, (old, new)) in Language::ALL.into_iter().zip(before.into_iter().zip(after)) {
        let code = language.code();
        match (old, new) {
            (None, None) => {}
            (None, Some(_)) => changes.push(Change::new(ChangeKind::TextsAdded, &[("language", &code)])),
            (Some(_), None) => changes.push(Change::new(ChangeKind::TextsRemoved, &[("language", &code)])),
            (Some(old), Some(new)) => {
                let (old, new) = (by_name(documents[0], old, &standing), by_name(documents[1], new, &standing));
                for (of, fields) in &old {
                    // the words of what is new or gone are no change of their own
                    let Some(others) = new.get(of) else { continue };
                    compare(of, code, fields, others, changes);
                }
            }
        }
    }
}

fn compare(of: &str, language: &str, old: &Fields, new: &Fields, changes: &mut Vec<Change>) {
    for (field, before, after) in differing(old, new) {
        changes.push(if field.is_empty() {
            Change::new(ChangeKind::Title, &[("of", &of), ("language", &language)]).with_values(before, after)
        } else {
            Change::new(ChangeKind::Text, &[("of", &of), ("field", field), ("language", &language)])
        });
    }
}

/// What has a reason: the name of a requirement or objective, and the field that gives its reason.
fn reasoned(document: &CatalogueDocument) -> BTreeSet<(String, String)> {
    let mut all = BTreeSet::new();
    let mut add = |id: &String, field: &str, names: &mut dyn Iterator<Item = &String>| {
        all.extend(names.map(|name| (id.clone(), format!("{field} {name}"))));
    };
    for it in &document.requirements {
        add(&it.id, "requires", &mut it.requires.iter());
        add(&it.id, "supported_by", &mut it.supported_by.iter());
    }
    for it in &document.objectives {
        add(&it.id, "critical", &mut it.critical.iter());
        add(&it.id, "weights", &mut it.weights.keys());
    }
    all
}

/// All texts by what they are of: the catalogue itself under its own name. The reason of an edge or a weight that is new or gone is no
/// change of its own.
fn by_name(document: &CatalogueDocument, texts: &TextsDocument, standing: &BTreeSet<(String, String)>) -> BTreeMap<String, Fields> {
    let framework = &document.id.0;
    let qualified = |name: &str| if name.contains(':') { name.to_owned() } else { format!("{framework}:{name}") };
    let stands = |id: &String, mut fields: Fields| {
        fields.retain(|field, _| !field.contains(' ') || standing.contains(&(id.clone(), field.clone())));
        fields
    };
    let whole = fields(&texts.title, [("note", texts.note.as_ref())]);
    let mut all = BTreeMap::from([(framework.to_string(), whole)]);
    for it in &document.requirements {
        let own = texts.requirements.get(&it.id);
        all.insert(qualified(&it.id), stands(&it.id, own.map(of_requirement).unwrap_or_default()));
    }
    for it in &document.objectives {
        let own = texts.objectives.get(&it.id);
        all.insert(qualified(&it.id), stands(&it.id, own.map(of_objective).unwrap_or_default()));
    }
    let retitled = texts.requirements.iter().filter(|(name, _)| name.contains(':'));
    all.extend(retitled.map(|(name, texts)| (name.clone(), of_requirement(texts))));
    all
}

fn of_requirement(texts: &RequirementTexts) -> Fields {
    let RequirementTexts { condition, requires, root, supported_by, title, title_source, title_status } = texts;
    let status = status(title_status.as_ref());
    let mut all = fields(
        title,
        [
            ("condition", condition.as_ref()),
            ("root", root.as_ref()),
            ("title_source", title_source.as_ref()),
            ("title_status", Some(&status)),
        ],
    );
    all.extend(reasons("requires", requires));
    all.extend(reasons("supported_by", supported_by));
    all
}

fn of_objective(texts: &ObjectiveTexts) -> Fields {
    let ObjectiveTexts { critical, title, title_source, title_status, weights } = texts;
    let status = status(title_status.as_ref());
    let mut all = fields(title, [("title_source", title_source.as_ref()), ("title_status", Some(&status))]);
    all.extend(reasons("critical", critical));
    all.extend(reasons("weights", weights));
    all
}

fn fields<const N: usize>(title: &str, others: [(&str, Option<&String>); N]) -> Fields {
    let title = (String::new(), title.to_owned());
    let said = others.into_iter().filter_map(|(field, text)| Some((field.to_owned(), text?.clone())));
    std::iter::once(title).chain(said).collect()
}

fn reasons<'a>(field: &'a str, reasons: &'a Table<String>) -> impl Iterator<Item = (String, String)> + 'a {
    reasons.iter().map(move |(name, reason)| (format!("{field} {name}"), reason.clone()))
}

/// The status of a title; left out it is quoted.
fn status(status: Option<&As<TitleStatus>>) -> String {
    status.map_or(TitleStatus::Quoted, |status| status.0).name().to_owned()
}
