//! `pejling catalogue migrate`: an assessment against the edition before, carried on into the next.

use std::path::{Path, PathBuf};

use pejling_documents::{Library, Migration, MigrationReport, Outcome, content_to_json};

use crate::args::{Arguments, Format};
use crate::input::{Inputs, Problem};
use crate::sheet::save_assessment;
use crate::table::{heading, indented, table};
use crate::{Outcome as Ending, complain, print, print_json, write};

pub(crate) fn run(arguments: &Arguments, inputs: &Inputs, library: &Library<'_>, output: Option<&Path>) -> Result<Ending, Problem> {
    let Some(source) = inputs.sources().next() else { return Ok(Ending::Fine) };
    let migration = library.migrate(source)?;
    let Migration { assessment, report } = &migration;
    if let Some(path) = output {
        save_assessment(path, assessment, arguments.files().iter().map(PathBuf::as_path), library)?;
    }
    let told = || tell(report, library);
    match (output, arguments.format) {
        (None, Format::Json) => write(&content_to_json(&migration.to_value())),
        (None, Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md) => {
            complain(&told()); // the assessment is the data, and this the talk
            write(&content_to_json(assessment))
        }
        (Some(_), Format::Json) => print_json(report),
        (Some(path), Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md) => {
            let written = library.language.text_with("migrate-written", &[("file", &path.display().to_string())]);
            print(&format!("{}\n{written}\n", told()))
        }
    }
}

/// What became of everything, for people.
fn tell(report: &MigrationReport, library: &Library<'_>) -> String {
    let language = library.language;
    let ends = [
        ("from", report.from.catalogue.as_str()),
        ("from_edition", &report.from.edition),
        ("to", &report.to.catalogue),
        ("to_edition", &report.to.edition),
    ];
    let mut text = heading(&language.text_with("migrate-head", &ends)).trim_start().to_owned();
    let outcomes = Outcome::ALL.iter().map(|it| it.name());
    let spelled = outcomes.clone().map(|name| language.text(&format!("outcome-{}", name.replace('_', "-"))));
    let heads =
        std::iter::once(String::new()).chain([language.text("migrate-before")]).chain(spelled).chain([language.text("migrate-after")]);
    let rows = report.counts.iter().map(|(list, counts)| {
        let count = |name: &str| counts.outcomes.get(name).copied().unwrap_or_default();
        let counted = std::iter::once(counts.before).chain(outcomes.clone().map(count)).chain([counts.after]);
        let list = language.text(&format!("list-{}", list.replace('_', "-")));
        std::iter::once(list).chain(counted.map(|count| count.to_string())).collect()
    });
    let heads: Vec<_> = heads.collect();
    text += &table(&heads, rows.collect(), &(1..heads.len()).collect::<Vec<_>>());
    text += &indented(&language.text("migrate-rule"));
    if report.sign_off.is_some() {
        text += &indented(&language.text("migrate-draft"));
    }
    if !report.weightings.is_empty() {
        text += &indented(&language.text_with("migrate-weightings", &[("count", &report.weightings.len().to_string())]));
    }
    let counted = |key: &str, count: usize| heading(&language.text_with(key, &[("count", &count.to_string())]));
    if !report.to_decide.is_empty() {
        text += &counted("migrate-decide", report.to_decide.len());
        text += &report.to_decide.iter().map(|it| decision(it, library)).collect::<String>();
    }
    text += &counted("migrate-merged", report.merged.len());
    let titled = |id: &str| library.title(id).unwrap_or_default().to_owned();
    let local = |id: &str| id.split_once(':').map_or(id, |(_, local)| local).to_owned();
    let rows = report.merged.iter().flat_map(|(id, parts)| {
        let parts = parts.iter().map(|part| vec![String::new(), local(part), titled(part)]);
        std::iter::once(vec![local(id), String::new(), titled(id)]).chain(parts)
    });
    text += &table(&[], rows.collect(), &[]);
    text += &counted("migrate-new", report.new.len());
    text + &table(&[], report.new.iter().map(|id| vec![local(id), titled(id)]).collect(), &[])
}

fn decision(decision: &pejling_documents::Decision, library: &Library<'_>) -> String {
    let args = [
        ("requirement", decision.requirement.as_str()),
        ("entity", decision.entity.as_deref().unwrap_or_default()),
        ("measure", decision.measure.as_ref().map_or("", |it| it.id.0.as_str())),
    ];
    indented(&library.language.text_with(&format!("decide-{}", decision.why.0.name().replace('_', "-")), &args))
}
