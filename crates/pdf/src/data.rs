//! A report as data for the template: strings, lists and dictionaries. Nothing of it is ever read as code.

use pejling_report::{Block, Chart, Report, Run, Style, Table};
use serde_json::{Value, json};

use crate::letters::Letters;

/// All that the template is given.
pub(crate) fn data(report: &Report, attached: &[Value], letters: Letters<'_>) -> Value {
    let Report { title, subtitle, language, audience, sections, about } = report;
    let is_wide = !audience.is_public() && sections.iter().flat_map(|it| &it.blocks).any(is_wide);
    let sections = sections.iter().map(|section| {
        json!({
            "heading": letters.readable(&section.heading),
            "blocks": section.blocks.iter().map(|it| block(it, letters)).collect::<Vec<_>>(),
            "on_new_page": section.on_new_page,
        })
    });
    let keywords = about.catalogues.iter().map(|(id, edition, _)| format!("{id} {edition}"));
    json!({
        "title": letters.readable(title),
        "subtitle": letters.readable(subtitle),
        "language": language.code(),
        "organisation": letters.readable(&about.organisation),
        "keywords": keywords.chain([format!("pejling {}", about.method)]).map(|it| letters.readable(&it)).collect::<Vec<_>>(),
        "year": about.as_of.year(),
        "month": about.as_of.month(),
        "day": about.as_of.day(),
        "closed": (!audience.is_public()).then(|| language.text("report-closed")),
        "is_wide": is_wide,
        "contents": language.text("report-contents"),
        "page": language.text_with("report-page", &[("page", "{page}"), ("pages", "{pages}")]),
        "footer": language.text("report-footer"),
        "sections": sections.collect::<Vec<_>>(),
        "attached": attached,
    })
}

/// Whether it is a table that an upright page is too narrow for.
fn is_wide(block: &Block) -> bool {
    matches!(block, Block::Table(it) if it.columns.len() > 5)
}

fn block(it: &Block, letters: Letters<'_>) -> Value {
    match it {
        Block::Heading(text) => json!({"is": "heading", "text": letters.readable(text)}),
        Block::Paragraph(text) => json!({"is": "paragraph", "text": runs(text, letters)}),
        Block::List { ordered, items } => {
            json!({"is": "list", "ordered": ordered, "items": items.iter().map(|it| runs(it, letters)).collect::<Vec<_>>()})
        }
        Block::Table(it) => table(it, letters),
        Block::Chart(it) => chart(it, letters),
        Block::Quote { paragraphs, by } => {
            let paragraphs: Vec<_> = paragraphs.iter().map(|it| letters.readable(it)).collect();
            json!({"is": "quote", "paragraphs": paragraphs, "by": letters.readable(by)})
        }
        Block::Callout { title, text } => json!({"is": "callout", "title": letters.readable(title), "text": runs(text, letters)}),
    }
}

fn runs(runs: &[Run], letters: Letters<'_>) -> Vec<Value> {
    let run = |Run { text, style }: &Run| {
        let style = match style {
            Style::Plain => "plain",
            Style::Strong => "strong",
            Style::Code => "code",
        };
        json!({"text": letters.readable(text), "style": style})
    };
    runs.iter().map(run).collect()
}

fn chart(it: &Chart, letters: Letters<'_>) -> Value {
    let Chart { id: _, title, alternative, drawing: _, table: rows } = it;
    json!({
        "is": "chart",
        "title": letters.readable(title),
        "alternative": letters.readable(alternative),
        "svg": letters.readable(&it.svg()),
        "table": table(rows, letters),
    })
}

fn table(it: &Table, letters: Letters<'_>) -> Value {
    let Table { caption, columns, rows, notes } = it;
    let all = |texts: &[String]| texts.iter().map(|it| letters.readable(it)).collect::<Vec<_>>();
    json!({
        "is": "table",
        "caption": letters.readable(caption),
        "heads": columns.iter().map(|it| letters.readable(&it.head)).collect::<Vec<_>>(),
        "numbers": columns.iter().map(|it| it.is_number).collect::<Vec<_>>(),
        "rows": rows.iter().map(|cells| all(cells)).collect::<Vec<_>>(),
        "notes": all(notes),
    })
}
