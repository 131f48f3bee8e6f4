//! `pejling report`: what there is to say of assessments, for those who have to decide and those who work with it.

use std::path::Path;

use pejling_documents::{Checked, Earlier, Faults, foreseen_until};
use pejling_report::{Audience, Order, Report};

use crate::args::{Arguments, Format, ReportOptions};
use crate::input::{Inputs, Problem, not_over};
use crate::name::entity;
use crate::{Outcome, print, print_json, save};

/// Where a report goes, and as what.
enum Target<'a> {
    Screen(fn(&Report) -> String),
    Text(&'a Path, fn(&Report) -> String),
    #[cfg(feature = "pdf")]
    Pdf(&'a Path),
}

pub(crate) fn run(
    arguments: &Arguments,
    options: &ReportOptions,
    inputs: &Inputs,
    library: &pejling_documents::Library<'_>,
) -> Result<Outcome, Problem> {
    let text = |key: &str, args: &[(&str, &str)]| Problem::Other(library.language.text_with(key, args));
    let target = match &options.output {
        None => match arguments.format {
            Format::Html => Some(Target::Screen(Report::html)),
            Format::Human | Format::Md => Some(Target::Screen(Report::markdown)),
            Format::Json | Format::Dot | Format::Svg => None,
        },
        Some(path) => Some(target_of(path).map_err(|key| text(key, &[("file", &path.display().to_string())]))?),
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
    let Some(target) = target else {
        return match (arguments.format, options.audience) {
            (Format::Json, Audience::Council | Audience::Agenda) => print_json(&order.extract()?),
            _ => Err(text("report-no-json", &[("audience", options.audience.name())])),
        };
    };
    let report = order.report(options.audience)?;
    if let Some(path) = &options.output {
        not_over(path, options.files.iter().chain(&options.previous), "report-over-input", library)?;
    }
    let path = match target {
        Target::Screen(shown) => return print(&shown(&report)),
        Target::Text(path, shown) => {
            save(path, &shown(&report))?;
            path
        }
        #[cfg(feature = "pdf")]
        Target::Pdf(path) => {
            crate::save_pdf(path, &pdf(&report, &order)?)?;
            path
        }
    };
    print(&(library.language.text_with("report-written", &[("file", &path.display().to_string())]) + "\n"))
}

/// The report as PDF: with the numbers of the areas for the public, with all numbers for those who work with them.
#[cfg(feature = "pdf")]
fn pdf(report: &Report, order: &Order<'_>) -> Result<Vec<u8>, Problem> {
    use pejling_pdf::Attachment;
    let attachments = match report.audience {
        Audience::Council => vec![Attachment::extract(&order.extract()?, report.language)],
        Audience::Ciso => vec![Attachment::result(&order.checked.result_of(order.scores), report.language)],
        Audience::Steering | Audience::WorkingGroups | Audience::Agenda | Audience::Screening => Vec::new(),
    };
    pejling_pdf::pdf(report, &attachments).map_err(|fault| Problem::Other(fault.text(report.language)))
}

/// What a file is to hold, by its ending; else what is wrong with that.
fn target_of(path: &Path) -> Result<Target<'_>, &'static str> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("html" | "htm") => Ok(Target::Text(path, Report::html)),
        Some("md" | "markdown") => Ok(Target::Text(path, Report::markdown)),
        #[cfg(feature = "pdf")]
        Some("pdf") => Ok(Target::Pdf(path)),
        #[cfg(not(feature = "pdf"))]
        Some("pdf") => Err("report-no-pdf"),
        Some(_) | None => Err("report-unknown-ending"),
    }
}
