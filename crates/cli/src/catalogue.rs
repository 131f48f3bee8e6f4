//! `pejling catalogue`: what is asked, and what rests on what.

use pejling_core::{Relation, RequirementId};
use pejling_documents::{CatalogueDocument, Library, RequirementDocument, Severity, TitleStatus};

use crate::args::{Arguments, Format};
use crate::input::Problem;
use crate::score::ambiguous;
use crate::table::{heading, table};
use crate::{Outcome, print, print_json};

pub(crate) fn list(arguments: &Arguments, library: &Library<'_>) -> Result<Outcome, Problem> {
    let summaries = library.summaries();
    if arguments.format == Format::Json {
        return print_json(&summaries);
    }
    let heads = ["catalogue", "edition", "requirements", "objectives", "edges", "title", "digest"];
    let heads = heads.map(|head| library.language.text(head));
    let rows = summaries.into_iter().map(|it| {
        let digest = it.digest.chars().take(19).collect::<String>() + "…";
        let counts = [it.requirements, it.objectives, it.edges].map(|count| count.to_string());
        let [requirements, objectives, edges] = counts;
        vec![it.id, it.edition, requirements, objectives, edges, it.title, digest]
    });
    print(&table(&heads, rows.collect(), &[2, 3, 4]))
}

pub(crate) fn show(arguments: &Arguments, library: &Library<'_>, id: &str) -> Result<Outcome, Problem> {
    if let Ok(document) = library.catalogue(id) {
        return match arguments.format {
            Format::Json => print_json(document),
            Format::Human | Format::Dot | Format::Svg => print(&catalogue(document, library)),
        };
    }
    let matches = |document: &CatalogueDocument, local: &str| local == id || format!("{}:{local}", document.id.0) == id;
    let found: Vec<_> = library
        .catalogues()
        .flat_map(|document| document.requirements.iter().map(move |requirement| (document, requirement)))
        .filter(|(document, requirement)| matches(document, &requirement.id))
        .collect();
    match found.as_slice() {
        [(_, requirement)] if arguments.format == Format::Json => print_json(requirement),
        [(document, requirement)] => print(&self::requirement(document, requirement, library)?),
        several => {
            let names: Vec<_> = several.iter().map(|(document, requirement)| format!("{}:{}", document.id.0, requirement.id)).collect();
            Err(Problem::Other(ambiguous(id, names.iter().map(String::as_str), library)))
        }
    }
}

fn catalogue(document: &CatalogueDocument, library: &Library<'_>) -> String {
    let language = library.language;
    let id = document.id.0.as_str();
    let texts = library.texts(language).find(|texts| texts.catalogue == document.id);
    let mut text =
        heading(&format!("{id} {} · {}", document.edition.0, library.framework_title(id).unwrap_or_default())).trim_start().to_owned();
    text += &texts.and_then(|texts| texts.note.as_ref()).map_or_else(String::new, |note| format!("  {note}\n"));
    text += &heading(&language.text("requirements"));
    let rows = document.requirements.iter().map(|it| {
        let title = library.title(&format!("{id}:{}", it.id)).unwrap_or_default().to_owned();
        let area = it.area.as_ref().map_or_else(String::new, |area| language.text(&format!("area-{}", area.0.name())));
        vec![it.id.clone(), title, area]
    });
    text += &table(&[], rows.collect(), &[]);
    text += &heading(&language.text("objectives"));
    let rows = document.objectives.iter().map(|it| {
        let title = library.title(&format!("{id}:{}", it.id)).unwrap_or_default().to_owned();
        vec![it.id.clone(), title, language.text(&format!("family-{}", it.family.0.name()))]
    });
    text + &table(&[], rows.collect(), &[])
}

fn requirement(document: &CatalogueDocument, requirement: &RequirementDocument, library: &Library<'_>) -> Result<String, Problem> {
    let language = library.language;
    let id = RequirementId::of(&document.id.0, &requirement.id).map_err(|error| Problem::Other(error.to_string()))?;
    let texts = library.texts(language).find(|texts| texts.catalogue == document.id);
    let own = texts.and_then(|texts| texts.requirements.get(&requirement.id));
    let mut text = heading(&format!("{id} {}", library.title(id.as_str()).unwrap_or_default())).trim_start().to_owned();
    let mut facts = Vec::new();
    let mut fact = |key: &str, value: Option<String>| facts.extend(value.map(|value| vec![language.text(key), value]));
    let citation = document.sources.iter().find(|source| Some(&source.id) == requirement.source.as_ref());
    fact("source", citation.map(|source| format!("{}, {}", source.citation, requirement.clause.as_deref().unwrap_or_default())));
    fact("area", requirement.area.as_ref().map(|area| language.text(&format!("area-{}", area.0.name()))));
    fact("group", requirement.group.as_ref().map(|group| language.text(&format!("group-{}", group.0.name()))));
    let status = own.and_then(|own| own.title_status.as_ref()).map_or(TitleStatus::Quoted, |status| status.0);
    fact("title-status", Some(language.text(&format!("title-status-{}", status.name()))));
    fact("excludable", Some(language.text(&format!("excludable-{}", requirement.excludable.as_ref().map_or("never", |it| it.0.name())))));
    fact("condition", own.and_then(|own| own.condition.clone()));
    for (name, words) in requirement.attributes.iter() {
        let family = name.replace('_', "-");
        let titled = words.iter().map(|word| library.title(&format!("{}:{family}-{word}", document.id.0)).unwrap_or(word));
        fact(&format!("attribute-{family}"), Some(titled.collect::<Vec<_>>().join(", ")));
    }
    text += &table(&[], facts, &[]);
    let graph = library.graph_of_all()?;
    let row = |relation: Relation, shown: &RequirementId, reason: Option<&str>| {
        let relation = match relation {
            Relation::Requires => "requires",
            Relation::SupportedBy => "supported-by",
        };
        let title = library.title(shown.as_str()).unwrap_or_default();
        let named = if shown.framework() == id.framework() { shown.local() } else { shown.as_str() };
        vec![language.text(relation), format!("{named} {title}"), reason.unwrap_or_default().to_owned()]
    };
    let below: Vec<_> =
        graph.rests_on(&id).map(|(relation, on)| row(relation, on, library.reason(id.as_str(), relation, on.as_str()))).collect();
    if !below.is_empty() {
        text += &heading(&language.text("rests-on"));
        text += &table(&[], below, &[]);
    }
    let above: Vec<_> =
        graph.carries(&id).map(|(relation, from)| row(relation, from, library.reason(from.as_str(), relation, id.as_str()))).collect();
    if !above.is_empty() {
        text += &heading(&language.text("carries"));
        text += &table(&[], above, &[]);
    }
    Ok(text)
}

pub(crate) fn graph(arguments: &Arguments, library: &Library<'_>, catalogue: &str, around: Option<&str>) -> Result<Outcome, Problem> {
    let graph = library.dependencies(library.catalogue(catalogue)?, around)?;
    match arguments.format {
        Format::Svg => print(&graph.svg()?),
        Format::Human | Format::Json | Format::Dot => print(&graph.dot()),
    }
}

pub(crate) fn lint(arguments: &Arguments, library: &Library<'_>, catalogues: &[String]) -> Result<Outcome, Problem> {
    let chosen = catalogues.iter().map(|name| library.catalogue(name)).collect::<Result<Vec<_>, _>>()?;
    let chosen: Vec<_> = if catalogues.is_empty() { library.catalogues().collect() } else { chosen };
    let mut outcome = Outcome::Fine;
    let mut all = Vec::new();
    for document in chosen {
        let found = library.lint(document);
        if found.iter().any(|it| it.severity != Severity::Info) {
            outcome = Outcome::Below;
        }
        if arguments.format == Format::Json {
            all.extend(found);
            continue;
        }
        let count = |severity| found.iter().filter(|it| it.severity == severity).count().to_string();
        let (errors, warnings, infos) = (count(Severity::Error), count(Severity::Warning), count(Severity::Info));
        let args = [("catalogue", document.id.0.as_str()), ("errors", &errors), ("warnings", &warnings), ("infos", &infos)];
        print(&format!("{}\n", library.language.text_with("lint-count", &args)))?;
        for diagnostic in &found {
            print(&format!("  {diagnostic}\n"))?;
        }
    }
    if arguments.format == Format::Json {
        print_json(&all)?;
    }
    Ok(outcome)
}
