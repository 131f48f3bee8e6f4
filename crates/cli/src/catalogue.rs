//! `pejling catalogue`: what is asked, and what rests on what.

use pejling_core::Relation;
use pejling_documents::{
    CatalogueDocument, Language, Library, RequirementGuide, RequirementPage, Severity, ViewDocument, ViewTextsDocument,
};

use crate::args::{Arguments, Format};
use crate::input::Problem;
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
    print(&table(&heads, rows.collect(), &[2, 3, 4]))?;
    let heads = ["view", "edition", "requirements", "areas", "title"].map(|head| library.language.text(head));
    let rows = library.views().map(|(view, texts)| {
        let members = view.areas.iter().map(|area| area.members.len()).sum::<usize>();
        let [requirements, areas] = [members, view.areas.len()].map(|count| count.to_string());
        vec![view.id.0.to_string(), view.edition.0.to_string(), requirements, areas, texts.title.clone()]
    });
    print(&format!("\n{}", table(&heads, rows.collect(), &[2, 3])))
}

pub(crate) fn show(arguments: &Arguments, library: &Library<'_>, id: &str) -> Result<Outcome, Problem> {
    if let Some(document) = library.find(id) {
        return match arguments.format {
            Format::Json => print_json(&library.with_words(document)),
            Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => print(&catalogue(document, library)),
        };
    }
    let views: Vec<_> = library.views().filter(|(view, _)| view.id.0.as_str() == id).collect();
    if !views.is_empty() {
        return match arguments.format {
            Format::Json => print_json(&views.iter().map(|(view, _)| view).collect::<Vec<_>>()),
            Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => {
                print(&views.iter().map(|(document, texts)| view(document, texts, library)).collect::<String>())
            }
        };
    }
    let page = library.requirement_page(id)?;
    if arguments.format == Format::Json { print_json(&page) } else { print(&requirement(&page, library)) }
}

fn catalogue(document: &CatalogueDocument, library: &Library<'_>) -> String {
    let language = library.language;
    let id = document.id.0.as_str();
    let texts = library.texts_of(document, language);
    let mut text =
        heading(&format!("{id} {} · {}", document.edition.0, library.framework_title(id).unwrap_or_default())).trim_start().to_owned();
    text += &texts.and_then(|texts| texts.note.as_ref()).map_or_else(String::new, |note| paragraph(note));
    text += &heading(&language.text("requirements-head"));
    let rows = document.requirements.iter().map(|it| {
        let title = library.title(&format!("{id}:{}", it.id)).unwrap_or_default().to_owned();
        let area = it.area.as_ref().map_or_else(String::new, |area| language.text(&format!("area-{}", area.0.name())));
        vec![it.id.clone(), title, area]
    });
    text += &table(&[], rows.collect(), &[]);
    text += &heading(&language.text("objectives-head"));
    let rows = document.objectives.iter().map(|it| {
        let title = library.title(&format!("{id}:{}", it.id)).unwrap_or_default().to_owned();
        vec![it.id.clone(), title, language.text(&format!("family-{}", it.family.0.name()))]
    });
    text += &table(&[], rows.collect(), &[]);
    let left_out = texts.map(|texts| &texts.left_out).filter(|left_out| !left_out.is_empty());
    if let Some(left_out) = left_out {
        text += &heading(&language.text("left-out"));
        let mut names: Vec<_> = left_out.iter().collect();
        names.sort_by_key(|(name, _)| (name.len(), name.to_owned()));
        text += &table(&[], names.into_iter().map(|(name, why)| vec![name.clone(), why.clone()]).collect(), &[]);
    }
    text
}

fn view(document: &ViewDocument, texts: &ViewTextsDocument, library: &Library<'_>) -> String {
    let mut text = heading(&format!("{} {} · {}", document.id.0, document.edition.0, texts.title)).trim_start().to_owned();
    text += &paragraph(&texts.note);
    for area in &document.areas {
        let own = texts.areas.get(&area.id);
        text += &heading(own.map_or(area.id.as_str(), |own| &own.title));
        text += &own.and_then(|own| own.why.as_ref()).map_or_else(String::new, |why| paragraph(why));
        let rows = area.members.iter().map(|member| {
            let minutes =
                document.minutes.get(member).map(|minutes| library.language.text_with("minutes", &[("count", &minutes.to_string())]));
            let why = texts.members.get(member).map(|it| it.why.clone());
            let title = library.title(member).unwrap_or_default().to_owned();
            [Some(member.clone()), Some(title), minutes, why].into_iter().flatten().collect()
        });
        text += &table(&[], rows.collect(), &[]);
    }
    text + "\n"
}

/// Everything about one requirement.
fn requirement(page: &RequirementPage, library: &Library<'_>) -> String {
    let language = library.language;
    let RequirementPage { carries, condition, guide, id, objectives, requirement, rests_on, root, source, title, title_status } = page;
    let mut text = heading(&format!("{id} {title}")).trim_start().to_owned();
    let mut facts = Vec::new();
    let mut fact = |key: &str, value: Option<String>| facts.extend(value.map(|value| vec![language.text(key), value]));
    fact("source", source.as_ref().map(|source| format!("{source}, {}", requirement.clause.as_deref().unwrap_or_default())));
    fact("area", requirement.area.as_ref().map(|area| language.text(&format!("area-{}", area.0.name()))));
    fact("group", requirement.group.as_ref().map(|group| language.text(&format!("group-{}", group.0.name()))));
    fact("title-status", Some(language.text(&format!("title-status-{}", title_status.0.name()))));
    fact("excludable", Some(language.text(&format!("excludable-{}", requirement.excludable.as_ref().map_or("never", |it| it.0.name())))));
    let framework = id.split_once(':').map_or("", |(framework, _)| framework);
    for (name, words) in requirement.attributes.iter() {
        let family = name.replace('_', "-");
        let head = format!("attribute-{family}");
        let titled = words.iter().map(|word| {
            let title = library.title(&format!("{framework}:{family}-{word}")).unwrap_or(word);
            let value = title.split_once(": ").filter(|(family, _)| family.to_lowercase() == language.text(&head));
            value.map_or(title, |(_, value)| value) // the family stands in front already
        });
        let titled = titled.collect::<Vec<_>>().join(", ");
        fact(&head, Some(titled));
    }
    text += &table(&[], facts, &[]);
    if let Some(condition) = condition {
        text += &(heading(&language.text("condition")) + &paragraph(condition));
    }
    if let Some(guide) = guide {
        text += &self::guide(guide, language);
    }
    let near = |id: &str| id.strip_prefix(framework).and_then(|rest| rest.strip_prefix(':')).unwrap_or(id).to_owned();
    let (down, up) = (("requires", "supported-by"), ("required-by", "supports"));
    for (head, edges, (requires, supported_by), arrow) in [("rests-on", rests_on, down, "→"), ("carries", carries, up, "←")] {
        if !edges.is_empty() {
            text += &heading(&language.text(head));
        }
        for edge in edges {
            let relation = language.text(match edge.relation.0 {
                Relation::Requires => requires,
                Relation::SupportedBy => supported_by,
            });
            text += &format!("  {relation}  {} {}\n", near(&edge.requirement), edge.title);
            text += &wrapped(&edge.reason, 6);
            let basis =
                edge.basis.as_ref().map_or_else(|| language.text("basis-ours"), |basis| language.text_with("basis", &[("source", basis)]));
            text += &wrapped(&basis, 6);
            let further: Vec<_> = edge.further.iter().map(|(id, title)| format!("{} {title}", near(id))).collect();
            if !further.is_empty() {
                text += &wrapped(&format!("{arrow} {}", further.join("; ")), 6);
            }
        }
    }
    if let Some(root) = root {
        text += &heading(&language.text("rests-on"));
        text += &wrapped(root, 2);
    }
    text += &heading(&language.text("counts-in"));
    text + &table(&[], objectives.iter().map(|(id, title)| vec![near(id), title.clone()]).collect(), &[])
}

fn guide(guide: &RequirementGuide, language: Language) -> String {
    let RequirementGuide { asks, evidence, levels, population, question, why } = guide;
    let mut text = heading(&language.text("asks")) + &paragraph(asks) + &heading(&language.text("why")) + &paragraph(why);
    if let Some(question) = question {
        text += &(heading(&language.text("question")) + &paragraph(question));
        for (level, line) in levels.iter().enumerate() {
            text += &format!("    {level}  {}\n", wrapped(line, 7).trim_start().trim_end());
        }
    }
    if !evidence.is_empty() {
        text += &heading(&language.text("counts-as-evidence"));
        for (kind, line) in evidence.iter() {
            text += &wrapped(&format!("{}: {line}", language.text(&format!("kind-{}", kind.replace('_', "-")))), 2);
        }
    }
    text + &population
        .as_ref()
        .map_or_else(String::new, |population| wrapped(&language.text_with("population", &[("units", population)]), 2))
}

fn paragraph(text: &str) -> String {
    wrapped(text, 2)
}

/// A text in lines that fit a terminal of 100 signs, so far in.
fn wrapped(text: &str, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let options = textwrap::Options::new(100).initial_indent(&margin).subsequent_indent(&margin).break_words(false);
    let options = options.word_splitter(textwrap::WordSplitter::NoHyphenation); // a name is never broken at its hyphens
    textwrap::fill(text, options) + "\n"
}

pub(crate) fn graph(arguments: &Arguments, library: &Library<'_>, catalogue: &str, around: Option<&str>) -> Result<Outcome, Problem> {
    let graph = library.dependencies(library.catalogue(catalogue)?, around)?;
    match arguments.format {
        Format::Svg => print(&graph.svg()?),
        Format::Human | Format::Json | Format::Dot | Format::Html | Format::Md => print(&graph.dot()),
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
        let name = format!("{} {}", document.id.0, document.edition.0);
        let args = [("catalogue", name.as_str()), ("errors", &errors), ("warnings", &warnings), ("infos", &infos)];
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
