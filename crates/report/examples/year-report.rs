//! A year's report: two assessments, why the scores moved between them, and the report to the council as a page.
//!
//! `cargo run --release --example year-report -- fixtures/region/assessment.json fixtures/region-2027/assessment.json report.html`
#![expect(clippy::print_stdout, reason = "an example speaks to whoever runs it")]

use std::error::Error;

use pejling_documents::{Checked, Earlier, Language, Library, Source, foreseen_until};
use pejling_report::{Audience, Order};

fn read(path: &str, library: &Library<'_>) -> Result<Checked, Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    Ok(library.check(Source { name: Some(path), text: &text })?) // or every fault, with file, line and help
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [last_year, this_year, page] = arguments.as_slice() else { return Err("which two assessments, and where to?".into()) };
    let library = Library::new(Language::Danish);
    let (old, new) = (read(last_year, &library)?, read(this_year, &library)?);
    let (before, after) = (old.scores(old.as_of(None)?), new.scores(new.as_of(None)?));
    let entity = new.assessment().organisation().clone();

    let bridge = new.bridge(&after, (&old, &before), &entity, false)?;
    println!("{}", bridge.sentence(&library));
    for (objective, it) in bridge.objectives.iter().filter(|(objective, _)| objective.ends_with(":framework")) {
        println!("  {objective}: {}", it.change.substantiated);
    }

    let report = Order {
        library: &library,
        checked: &new,
        scores: &after,
        entity,
        earlier: Some(Earlier { checked: &old, scores: &before, across_editions: false }),
        until: foreseen_until(after.as_of()),
        beside: vec![],
    };
    std::fs::write(page, report.report(Audience::Council)?.html())?;
    println!("{page}");
    Ok(())
}
