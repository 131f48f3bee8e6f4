//! `pejling what-if`: every score that would move, by how much, and through which path.

use pejling_core::{Change, Relation};
use pejling_documents::{
    As, Checked, Family, Library, LiftDocument, MoveResult, MovesResult, Percent, Supposition, Triple, WhatIfDocument,
};

use crate::args::{Arguments, Format, WhatIfOptions};
use crate::dissent::Dissent;
use crate::input::{Inputs, Problem};
use crate::name::{entity, requirement};
use crate::score::{band, one_of};
use crate::table::{heading, table};
use crate::{Outcome, print, print_json};

pub(crate) fn run(arguments: &Arguments, options: &WhatIfOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let (checked, as_of) = one_of(inputs, library, options.of.as_of)?;
    let scores = checked.scores(as_of);
    let entity = entity(&scores, options.of.entity.as_deref(), library)?;
    let lift = |(name, own): &(String, _)| {
        let requirement = As(requirement(&scores, name, library)?);
        Ok::<_, Problem>(LiftDocument { entity: None, own: Percent(*own), requirement })
    };
    let lifts = options.set.iter().map(lift).collect::<Result<_, _>>()?;
    let mut evidence = Vec::new();
    for source in inputs.sources().skip(1) {
        evidence.extend(library.read_evidence(source)?);
    }
    let found = checked.what_if(&scores, &entity, &Supposition { lifts, evidence })?;
    match arguments.format {
        Format::Json => print_json(&found),
        Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => print(&show(&checked, &found, library)),
    }
}

fn show(checked: &Checked, found: &WhatIfDocument, library: &Library<'_>) -> String {
    let language = library.language;
    let name = |id: &str| id.parse().ok().and_then(|id| checked.name_of(&id)).unwrap_or(id).to_owned();
    let (called, date) = (name(&found.entity), found.as_of.0.to_string());
    let mut text = heading(&language.text_with("what-if-head", &[("entity", &called), ("date", &date)])).trim_start().to_owned();
    for LiftDocument { entity, own, requirement } in &found.lifts {
        let requirement = library.name_of(requirement.0.as_str());
        let at = entity.as_ref().map_or_else(String::new, |id| name(id.0.as_str()));
        let args = [("requirement", requirement.as_str()), ("own", &language.number(own)), ("entity", &at)];
        text += &format!("  {}\n", language.text_with("what-if-lift", &args));
    }
    if !found.evidence.is_empty() {
        text += &format!("  {}\n", language.text_with("what-if-evidence", &[("names", &found.evidence.join(", "))]));
    }
    text += &format!("\n{}\n", found.sentence(library));
    let here = found.moves.get(&found.entity).cloned().unwrap_or_default();
    for framework in found.catalogues.keys() {
        text += &of_framework(found, &here, framework, library);
    }
    text += &Dissent(found.dissent.clone()).section(library);
    let below: Vec<String> = found.moves.keys().filter(|id| **id != found.entity).map(|id| name(id)).collect();
    if !below.is_empty() {
        text += &format!("\n  {}\n", language.text_with("what-if-below", &[("entities", &below.join(", "))]));
    }
    text
}

/// What moves of one framework: the whole first, attributes left to JSON.
fn of_framework(found: &WhatIfDocument, here: &MovesResult, framework: &str, library: &Library<'_>) -> String {
    let language = library.language;
    let is_of = |id: &str| id.split_once(':').is_some_and(|(of, _)| of == framework);
    let is_attribute = |id: &str| {
        let objectives = library.find(framework).into_iter().flat_map(|it| &it.objectives);
        objectives.into_iter().any(|it| it.family.0 == Family::Attribute && id.split_once(':').is_some_and(|(_, local)| local == it.id))
    };
    let mut objectives: Vec<_> = here.objectives.iter().filter(|(id, _)| is_of(id) && !is_attribute(id)).collect();
    objectives.sort_by_key(|(id, _)| !library.is_whole(id));
    let requirements: Vec<_> = here.requirements.iter().filter(|(id, _)| is_of(id)).collect();
    if objectives.is_empty() && requirements.is_empty() {
        return String::new();
    }
    let mut text = heading(library.framework_title(framework).unwrap_or(framework));
    let dissent = Dissent(found.dissent.clone());
    let heads = ["before", "after", "change", "band", "change-declared", "change-possible"].map(|key| language.text(key));
    let head = |first: &str| std::iter::once(language.text(first)).chain(heads.iter().cloned()).collect::<Vec<_>>();
    if !objectives.is_empty() {
        let rows = objectives.into_iter().map(|(id, it)| row(id, it, &dissent, library));
        text += &table(&head("objective"), rows.collect(), &[1, 2, 3, 5, 6]);
    }
    if !requirements.is_empty() {
        let rows = requirements.into_iter().map(|(id, it)| {
            let mut row = row(id, it, &dissent, library);
            row.push(through(found, id, library));
            row
        });
        let heads: Vec<_> = head("requirement").into_iter().chain([language.text("through")]).collect();
        text += &table(&heads, rows.collect(), &[1, 2, 3, 5, 6]);
    }
    text
}

fn row(id: &str, it: &MoveResult, dissent: &Dissent, library: &Library<'_>) -> Vec<String> {
    let language = library.language;
    let number = |triple: Option<Triple>| triple.map_or_else(|| language.text("not-applicable"), |it| language.number(it.substantiated));
    let moved = |change: Change| if change == Change::NONE { String::new() } else { language.number(change) };
    let [substantiated, declared, possible] =
        it.change.as_ref().map_or_else(Default::default, |it| [it.substantiated.0, it.declared.0, it.possible.0].map(moved));
    let (was, is) = (it.band_before.as_ref().map(|band| band.0), it.band_after.as_ref().map(|band| band.0));
    let bands = if was == is { String::new() } else { format!("{} → {}", band(was, library), band(is, library)) };
    let declared = if declared.is_empty() { declared } else { dissent.mark(id, declared) };
    vec![library.name_of(id), number(it.before), number(it.after), substantiated, bands, declared, possible]
}

/// What moves a requirement, and by way of what: as it is at the entity, else at the first leaf below.
fn through(found: &WhatIfDocument, requirement: &str, library: &Library<'_>) -> String {
    let at = |id: &String| found.moves.get(id)?.requirements.get(requirement).filter(|it| !it.through.is_empty());
    let mut entities = std::iter::once(found.entity.clone()).chain(found.moves.keys().cloned());
    let Some(moved) = entities.find_map(|id| at(&id)) else { return String::new() };
    let local = |id: &str| id.split_once(':').map_or(id, |(_, local)| local).to_owned();
    let mark = |relation: Relation| match relation {
        Relation::Requires => "",
        Relation::SupportedBy => "½ ",
    };
    let mut steps: Vec<String> =
        moved.through.iter().map(|step| format!("{}{}", mark(step.relation.0), local(&step.requirement))).collect();
    let cause = steps.pop().unwrap_or_default();
    if steps.is_empty() { cause } else { library.language.text_with("through-via", &[("cause", &cause), ("via", &steps.join(", "))]) }
}
