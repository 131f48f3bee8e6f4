//! `pejling merge`: organisations that become one, or as if they had been one.

use pejling_core::Band;
use pejling_documents::{
    As, CatalogueDocument, Family, Library, MergedObjective, Merger, MergerAccount, MergerDocument, MergerOutcome, MergerTerms, Triple,
    WeakestEntity, content_to_json,
};

use crate::args::{Arguments, Format, MergeOptions};
use crate::dissent::Dissent;
use crate::input::{Inputs, Problem, not_over};
use crate::score::weakest_of;
use crate::table::{heading, indented, table};
use crate::{Outcome, print, print_json, save_as_it_is};

/// The most new names that are shown of a list.
const NAMES_SHOWN: usize = 20;

pub(crate) fn run(arguments: &Arguments, options: &MergeOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let language = library.language;
    let terms = MergerTerms {
        as_of: options.as_of.map(|day| day.0),
        from: options.from.map(|day| day.0),
        into: options.into.clone(),
        weights: options.weights.clone(),
    };
    let Merger { assessment, report } = library.merge(&inputs.sources().collect::<Vec<_>>(), &terms)?;
    let end = match (&options.output, &assessment) {
        (Some(path), Some(assessment)) => {
            not_over(path, &options.files, "merge-over-input", library)?;
            save_as_it_is(path, content_to_json(assessment))?;
            format!("\n{}\n", language.text_with("merge-written", &[("file", &path.display().to_string())]))
        }
        (Some(_), None) => return Err(Problem::Other(about(&report, "merge-past", library))),
        (None, Some(_)) => format!("\n{}\n", language.text("merge-unwritten")),
        (None, None) => String::new(),
    };
    match arguments.format {
        Format::Json => print_json(&report),
        Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => print(&(show(&report, library) + &end)),
    }
}

/// A text about the successor and its first day.
fn about(report: &MergerDocument, key: &str, library: &Library<'_>) -> String {
    let begins = report.series.last().and_then(|it| it.begins.as_ref()).map_or_else(String::new, |day| day.0.to_string());
    let args = [("successor", report.entity.as_str()), ("begins", &begins), ("date", &report.as_of.0.to_string())];
    library.language.text_with(key, &args)
}

fn show(report: &MergerDocument, library: &Library<'_>) -> String {
    let mut text = format!("{}\n", report.sentence(library));
    text += &register(report, library);
    for framework in library.names().filter(|name| report.catalogues.contains_key(*name)) {
        if let Some(catalogue) = library.find(framework) {
            text += &heading(library.framework_title(framework).unwrap_or(framework));
            text += &figures(report, catalogue, library);
        }
    }
    let bands = Band::ALL.iter().map(|band| format!("{} {}", band.name(), library.language.text(&format!("band-{}", band.name()))));
    let bands = bands.collect::<Vec<_>>().join(", ");
    text += &format!("\n  {}\n", library.language.text_with("merge-legend", &[("bands", &bands)]));
    text += &series(report, library);
    text += &Dissent(report.dissent.clone()).section(library);
    text + &report.account.as_ref().map_or_else(String::new, |account| told(report, account, library))
}

/// What the register of regions says of them.
fn register(report: &MergerDocument, library: &Library<'_>) -> String {
    let language = library.language;
    let unknown: Vec<_> = report.parts.iter().filter(|(_, part)| part.predecessor == Some(false)).map(|(id, _)| id.as_str()).collect();
    let mut text = String::new();
    let mut line = |key: &str, parts: &str| {
        text += &format!("{}\n", language.text_with(key, &[("successor", report.entity.as_str()), ("parts", parts)]));
    };
    if report.regions.is_none() {
        line("merge-not-in-register", "");
    }
    if !unknown.is_empty() {
        line("merge-not-known", &unknown.join(", "));
    }
    if !report.missing_predecessors.is_empty() {
        line("merge-missing", &report.missing_predecessors.join(", "));
    }
    text
}

/// What each scores and what they score together, by objective.
fn figures(report: &MergerDocument, catalogue: &CatalogueDocument, library: &Library<'_>) -> String {
    let language = library.language;
    let together =
        if report.computed { language.text_with("merge-computed-head", &[("successor", &report.entity)]) } else { report.entity.clone() };
    let heads = [language.text("objective")].into_iter().chain(report.parts.keys().cloned()).chain([together]);
    let heads: Vec<_> = heads.chain(["merge-weakest-part", "merge-weakest-leaf"].map(|key| language.text(key))).collect();
    let shown = catalogue.objectives.iter().filter(|it| it.family.0 != Family::Attribute);
    let dissent = Dissent(report.dissent.clone());
    let rows = shown.filter_map(|objective| {
        let id = format!("{}:{}", catalogue.id.0, objective.id);
        let title = library.title(&id).unwrap_or(&objective.id).to_owned();
        Some(row(dissent.mark(&id, title), report.objectives.get(&id)?, library))
    });
    table(&heads, rows.collect(), &(1..heads.len() - 2).collect::<Vec<_>>())
}

fn row(title: String, objective: &MergedObjective, library: &Library<'_>) -> Vec<String> {
    let MergedObjective { combined, parts } = objective;
    let parts = parts.values().map(|part| number(part.as_ref().map(|it| (&it.score, it.band.as_ref())), library));
    let together = number(combined.as_ref().map(|it| (&it.score, it.band.as_ref())), library);
    let weakest = |of: &WeakestEntity| format!("{} {}", library.language.number(of.score), weakest_of(&of.entity, of.others, library));
    let weakest = combined.as_ref().map_or_else(|| [const { String::new() }; 2], |it| [weakest(&it.weakest_part), weakest(&it.weakest)]);
    [title].into_iter().chain(parts).chain([together]).chain(weakest).collect()
}

/// What is substantiated, and its band; or why there is none.
fn number(score: Option<(&Triple, Option<&As<Band>>)>, library: &Library<'_>) -> String {
    match score {
        None => library.language.text("not-applicable"),
        Some((_, None)) => library.language.text("not-assessed"),
        Some((score, Some(band))) => format!("{} {}", library.language.number(score.substantiated), band.0.name()),
    }
}

fn series(report: &MergerDocument, library: &Library<'_>) -> String {
    let language = library.language;
    let heads = ["merge-series-of", "region-from", "region-until"].map(|key| language.text(key));
    let rows = report.series.iter().map(|it| {
        let begins = it.begins.as_ref().map_or_else(|| language.text("merge-not-said"), |day| day.0.to_string());
        let ends = it.ends.as_ref().map_or_else(|| language.text("region-no-end"), |day| day.0.to_string());
        vec![it.entity.clone(), begins, ends]
    });
    let mut text = heading(&language.text("merge-series")) + &table(&heads, rows.collect(), &[]);
    if let Some(counts) = report.regions {
        let begins = report.series.last().and_then(|it| it.begins.as_ref()).map_or_else(String::new, |day| day.0.to_string());
        let args = [("before", counts.before.to_string()), ("after", counts.after.to_string()), ("begins", begins)];
        text += &format!("\n  {}\n", language.text_with("merge-regions", &args));
    }
    text
}

/// What became of everything.
fn told(report: &MergerDocument, account: &MergerAccount, library: &Library<'_>) -> String {
    let language = library.language;
    let heads = [String::new(), language.text("migrate-before"), language.text("migrate-after")];
    let rows = account.counts.iter().map(|(list, counts)| {
        vec![language.text(&format!("list-{}", list.replace('_', "-"))), counts.before.to_string(), counts.after.to_string()]
    });
    let mut text = heading(&language.text("merge-account")) + &table(&heads, rows.collect(), &[1, 2]);
    text += &indented(&language.text("merge-draft"));
    // a service is called as the entity that serves, which is there by itself
    let named = account.items.iter().filter(|(list, _)| *list != "services").flat_map(|(_, items)| items);
    let renamed: Vec<_> = named.filter(|it| it.outcome.0 == MergerOutcome::Renamed).collect();
    if !renamed.is_empty() {
        text += &heading(&language.text_with("merge-renamed", &[("count", &renamed.len().to_string())]));
        for item in renamed.iter().take(NAMES_SHOWN) {
            let [id, to] = [&item.id, &item.to].map(|name| name.as_deref().unwrap_or_default());
            text += &indented(&language.text_with("merge-renamed-line", &[("from", item.from.as_str()), ("id", id), ("to", to)]));
        }
        if renamed.len() > NAMES_SHOWN {
            text += &indented(&language.text_with("more-of-them", &[("count", &(renamed.len() - NAMES_SHOWN).to_string())]));
        }
    }
    if !account.to_decide.is_empty() {
        text += &heading(&language.text_with("merge-decide", &[("count", &account.to_decide.len().to_string())]));
        for it in &account.to_decide {
            let parts = it.said.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            let title = library.title(&it.requirement).unwrap_or_default();
            let args = [("requirement", it.requirement.as_str()), ("title", title), ("parts", &parts), ("successor", &report.entity)];
            text += &indented(&language.text_with("merge-decide-line", &args));
        }
    }
    text
}
