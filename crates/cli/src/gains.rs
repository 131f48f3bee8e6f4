//! `pejling gains`: what each measure or requirement would bring, which only together, and what most is held back by.

use pejling_documents::{Checked, GainResult, GainsDocument, GainsResult, Library};

use crate::args::{Arguments, Format, ObjectiveOptions};
use crate::input::{Inputs, Problem};
use crate::name;
use crate::score::one_of;
use crate::table::{heading, table};
use crate::{Outcome, print, print_json};

/// The most lines that are shown of each table; JSON has all.
const SHOWN: usize = 12;

pub(crate) fn run(arguments: &Arguments, options: &ObjectiveOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let (checked, as_of) = one_of(inputs, library, options.of.as_of)?;
    let scores = checked.scores(as_of);
    let entity = name::entity(&scores, options.of.entity.as_deref(), library)?;
    let objective = name::objective(&scores, &options.objective, library)?;
    let found = checked.gains(&scores, &entity, objective.as_str())?;
    match arguments.format {
        Format::Json => print_json(&found),
        Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => print(&show(&checked, &found, library)),
    }
}

fn show(checked: &Checked, found: &GainsDocument, library: &Library<'_>) -> String {
    let language = library.language;
    let entity = found.entity.parse().ok().and_then(|id| checked.name_of(&id)).unwrap_or(&found.entity);
    let objective = library.name_of(&found.objective);
    let args = [("objective", objective.as_str()), ("entity", entity), ("date", &found.as_of.0.to_string())];
    let mut text = heading(&language.text_with("gains-head", &args)).trim_start().to_owned();
    text += &format!("{}\n", found.sentence(library));
    for (key, first, result) in [("gains-measures", "measure", &found.measures), ("gains-requirements", "requirement", &found.requirements)]
    {
        text += &alone(key, first, result, &found.objective, library);
        if !result.bundles.is_empty() {
            text += &heading(&format!("{} ({})", language.text("gains-bundles"), language.text(first)));
            text += &gains(&result.bundles, first, &found.objective, library);
        }
    }
    if !found.keystones.is_empty() {
        text += &heading(&language.text("gains-keystones"));
        let heads = ["requirement", "held-back", "held-back-alone"].map(|key| language.text(key));
        let rows =
            found.keystones.iter().take(SHOWN).map(|it| {
                vec![named(&it.requirement, &found.objective, library), points(&it.held_back, library), points(&it.alone, library)]
            });
        text += &table(&heads, rows.collect(), &[1, 2]);
        text += &more(found.keystones.len(), library);
    }
    text
}

fn alone(key: &str, first: &str, result: &GainsResult, objective: &str, library: &Library<'_>) -> String {
    if result.alone.is_empty() && result.nothing_alone == 0 {
        return String::new();
    }
    let mut text = heading(&library.language.text(key));
    if !result.alone.is_empty() {
        text += &gains(&result.alone, first, objective, library);
    }
    if result.nothing_alone > 0 {
        let count = result.nothing_alone.to_string();
        text += &format!("  {}\n", library.language.text_with("gains-nothing-alone", &[("count", &count)]));
    }
    text
}

fn gains(gains: &[GainResult], first: &str, objective: &str, library: &Library<'_>) -> String {
    let heads = [first, "cost", "gain", "after"].map(|key| library.language.text(key));
    let rows = gains.iter().take(SHOWN).map(|it| {
        let of: Vec<String> = it.of.iter().map(|name| named(name, objective, library)).collect();
        vec![of.join(", "), library.language.number(it.cost), points(&it.gain, library), library.language.number(it.after.score)]
    });
    table(&heads, rows.collect(), &[1, 2, 3]) + &more(gains.len(), library)
}

fn more(count: usize, library: &Library<'_>) -> String {
    match count.saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!("  {}\n", library.language.text_with("gains-more", &[("count", &more.to_string())])),
    }
}

/// A requirement with its title: of another framework than the objective's with its qualified name. A measure as it is.
pub(crate) fn named(id: &str, objective: &str, library: &Library<'_>) -> String {
    let framework = |id: &str| id.split_once(':').map(|(framework, _)| framework.to_owned());
    match library.title(id) {
        Some(title) if framework(id) != framework(objective) => format!("{id} {title}"),
        Some(_) | None => library.name_of(id),
    }
}

/// A worth or gain with two decimals, the rest dropped; what is there and less than that is said to be.
fn points(worth: &str, library: &Library<'_>) -> String {
    let short = worth.get(..worth.len().saturating_sub(4)).unwrap_or(worth);
    let vanishes = short == "0.00" && worth.bytes().any(|found| (b'1'..=b'9').contains(&found));
    library.language.number(if vanishes { "< 0.01" } else { short })
}
