//! A report as Markdown with the tables of GitHub: to read as it is, or to paste where Markdown is read.

use crate::model::{Block, Report, Run, Style, Table};

impl Report {
    /// The report as Markdown. Charts stand as their text alternative and their table.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = format!("# {}\n\n{}\n", escaped(&self.title), escaped(&self.subtitle));
        if !self.audience.is_public() {
            text += &format!("\n**{}**\n", escaped(&self.language.text("report-closed")));
        }
        for section in &self.sections {
            text += &format!("\n## {}\n", escaped(&section.heading));
            for block in &section.blocks {
                text += &format!("\n{}", shown(block));
            }
        }
        text + &format!("\n---\n\n{}\n", escaped(&self.language.text("report-footer")))
    }
}

fn shown(block: &Block) -> String {
    match block {
        Block::Heading(text) => format!("### {}\n", escaped(text)),
        Block::Paragraph(text) => format!("{}\n", runs(text)),
        Block::List { ordered, items } => {
            let mark = |at: usize| if *ordered { format!("{}. ", at + 1) } else { "- ".to_owned() };
            items.iter().enumerate().map(|(at, item)| format!("{}{}\n", mark(at), runs(item))).collect()
        }
        Block::Table(it) => table(it),
        Block::Chart(it) => format!("**{}**\n\n{}\n\n{}", escaped(&it.title), escaped(&it.alternative), table(&it.table)),
        Block::Quote { paragraphs, by } => {
            let words = paragraphs.iter().map(|paragraph| format!("> {}\n", escaped(paragraph))).collect::<Vec<_>>();
            format!("{}>\n> {}\n", words.join(">\n"), escaped(by))
        }
        Block::Callout { title, text } => format!("> **{}** {}\n", escaped(title), runs(text)),
    }
}

fn runs(runs: &[Run]) -> String {
    let run = |Run { text, style }: &Run| match style {
        Style::Plain => escaped(text),
        Style::Strong => format!("**{}**", escaped(text)),
        Style::Code => format!("`{}`", text.replace(['`', '\n', '\r'], " ")),
    };
    runs.iter().map(run).collect()
}

fn table(it: &Table) -> String {
    let row = |cells: &mut dyn Iterator<Item = String>| format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
    let heads = row(&mut it.columns.iter().map(|column| escaped(&column.head)));
    let rule = row(&mut it.columns.iter().map(|column| if column.is_number { "---:".to_owned() } else { "---".to_owned() }));
    let rows = it.rows.iter().map(|cells| row(&mut cells.iter().map(|cell| escaped(cell))));
    let notes = it.notes.iter().map(|note| format!("\n{}\n", escaped(note)));
    format!("**{}**\n\n{heads}{rule}{}{}", escaped(&it.caption), rows.collect::<String>(), notes.collect::<String>())
}

/// A text on one line in which nothing is Markdown or HTML.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (at, sign) in text.chars().enumerate() {
        match sign {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '!' | '&' | '$' => {
                safe.push('\\');
                safe.push(sign);
            }
            '+' | '-' | '=' if at == 0 => {
                safe.push('\\');
                safe.push(sign);
            }
            '\n' | '\r' | '\t' => safe.push(' '),
            _ => safe.push(sign),
        }
    }
    // what would begin a numbered list, or turn into a link of its own
    let digits = safe.chars().take_while(char::is_ascii_digit).count();
    if digits > 0 && safe.chars().nth(digits).is_some_and(|sign| matches!(sign, '.' | ')')) && safe.chars().nth(digits + 1) == Some(' ') {
        safe.insert(digits, '\\');
    }
    safe.replace("://", ":\\//").replace("www.", "www\\.").replace('@', "\\@")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markdown() {
        #[track_caller]
        fn check(text: &str, expected: &str) {
            assert_eq!(escaped(text), expected);
        }
        check("a|b\nc", "a\\|b c");
        check("1. januar", "1\\. januar");
        check("1.5", "1.5");
        check("- punkt", "\\- punkt");
        check("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>");
        check("[x](javascript:1)", "\\[x\\](javascript:1)");
        check("A.8.15 Logning", "A.8.15 Logning");
    }
}
