//! `pejling report`: what there is to say of assessments, for those who have to decide and those who work with it.

use std::path::Path;

use pejling_documents::{Checked, Earlier, Faults, foreseen_until};
use pejling_report::{Audience, Order, Report};

use crate::args::{Arguments, Format, ReportOptions};
use crate::input::{Inputs, Problem, not_over};
use crate::score::entity;
use crate::{Outcome, print, print_json, save};

/// What a report is written as.
#[derive(Clone, Copy)]
enum Form {
    Html,
    Markdown,
}

pub(crate) fn run(
    arguments: &Arguments,
    options: &ReportOptions,
    inputs: &Inputs,
    library: &pejling_documents::Library<'_>,
) -> Result<Outcome, Problem> {
    let text = |key: &str, args: &[(&str, &str)]| Problem::Other(library.language.text_with(key, args));
    let form = match &options.output {
        None => match arguments.format {
            Format::Html => Some(Form::Html),
            Format::Human | Format::Md => Some(Form::Markdown),
            Format::Json | Format::Dot | Format::Svg => None,
        },
        Some(path) => Some(form_of(path).map_err(|key| text(key, &[("file", &path.display().to_string())]))?),
    };
    if options.audience != Audience::Steering && options.files.len() > 1 {
        return Err(text("report-one-file", &[("audience", options.audience.name())]));
    }
    let (mut checked, mut faults) = (Vec::new(), Faults::default());
    for source in inputs.sources() {
        match library.check(source) {
            Ok(one) => checked.push((source.name, one)),
            Err(found) => faults.extend(found),
        }
    }
    if !faults.faults.is_empty() {
        return Err(faults.into());
    }
    let previous = options.previous.as_ref().and_then(|_| checked.pop()).map(|(_, one)| one);
    let Some((_, own)) = checked.first() else { return Ok(Outcome::Fine) };
    let scores = own.scores(own.as_of(options.as_of.map(|day| day.0))?);
    let then = previous.as_ref().map(|one| one.as_of(options.as_of_previous.map(|day| day.0))).transpose()?;
    let before = previous.as_ref().zip(then).map(|(one, then): (&Checked, _)| (one, one.scores(then)));
    let earlier = before.as_ref().map(|(checked, scores)| Earlier { checked, scores, across_editions: options.across_editions });
    let order = Order {
        library,
        checked: own,
        scores: &scores,
        entity: entity(&scores, options.entity.as_deref(), library)?,
        earlier,
        until: options.until.map_or_else(|| foreseen_until(scores.as_of()), |day| day.0),
        beside: checked.iter().map(|(file, checked)| pejling_documents::Side { file: *file, checked }).collect(),
    };
    let Some(form) = form else {
        return match (arguments.format, options.audience) {
            (Format::Json, Audience::Council | Audience::Agenda) => print_json(&order.extract()?),
            _ => Err(text("report-no-json", &[("audience", options.audience.name())])),
        };
    };
    let report = order.report(options.audience)?;
    let Some(path) = &options.output else { return print(&shown(&report, form)) };
    not_over(path, options.files.iter().chain(&options.previous), "report-over-input", library)?;
    save(path, &shown(&report, form))?;
    print(&(library.language.text_with("report-written", &[("file", &path.display().to_string())]) + "\n"))
}

fn shown(report: &Report, form: Form) -> String {
    match form {
        Form::Html => report.html(),
        Form::Markdown => report.markdown(),
    }
}

/// What a file is to hold, by its ending; else what is wrong with that.
fn form_of(path: &Path) -> Result<Form, &'static str> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("html" | "htm") => Ok(Form::Html),
        Some("md" | "markdown") => Ok(Form::Markdown),
        Some("pdf") => Err("report-no-pdf"),
        Some(_) | None => Err("report-unknown-ending"),
    }
}
