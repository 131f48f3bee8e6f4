//! `pejling regions`: who the regions are, from when to when, and what became of them.

use pejling_documents::{Library, RegionResult, RegionsDocument};

use crate::args::{Arguments, AsOf, Format};
use crate::input::Problem;
use crate::table::{heading, table};
use crate::{Outcome, print, print_json};

pub(crate) fn run(arguments: &Arguments, library: &Library<'_>, slug: Option<&str>, on: Option<AsOf>) -> Result<Outcome, Problem> {
    let found = library.regions(slug, on.map(|day| day.0))?;
    match arguments.format {
        Format::Json => print_json(&found),
        Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => print(&show(&found, library)),
    }
}

fn show(found: &RegionsDocument, library: &Library<'_>) -> String {
    let language = library.language;
    let heads = ["region-slug", "region-name", "region-code", "region-iso", "region-from", "region-until", "region-predecessors"];
    let heads = heads.map(|head| language.text(head));
    let sourced = |value: &Option<String>| value.clone().unwrap_or_else(|| language.text("region-not-sourced"));
    let row = |it: &RegionResult| {
        let name = match language.code() {
            "da" => it.name_da.clone(),
            _ => it.name_en.clone().unwrap_or_else(|| language.text_with("region-no-name", &[("name", &it.name_da)])),
        };
        let until = it.until.as_ref().map_or_else(|| language.text("region-no-end"), |until| until.0.to_string());
        let predecessors = it.predecessors.join(", ");
        vec![it.slug.clone(), name, sourced(&it.code), sourced(&it.iso_3166_2), it.from.0.to_string(), until, predecessors]
    };
    let mut text = format!("{}\n", found.sentence(library));
    if !found.regions.is_empty() {
        text += &format!("\n{}", table(&heads, found.regions.iter().map(row).collect(), &[]));
        text += &heading(&language.text("region-sources"));
        text += &table(&[], found.sources.iter().map(|source| vec![source.id.clone(), source.citation.clone()]).collect(), &[]);
    }
    text
}
