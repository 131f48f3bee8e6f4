//! Text in cells: what surrounds it, what it is compared by, and how a cell holds exactly the text of a document.

use std::borrow::Cow;

/// Whether a sign shows as nothing: white space of any width, and marks without width, which arrive with text from web pages.
fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{200b}' | '\u{feff}')
}

/// A text without what shows as nothing around it.
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// A text as words and headings are compared: in small letters, with one space for whatever shows as nothing.
pub(crate) fn folded(text: &str) -> String {
    text.split(is_blank).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether a text in quotation marks is one that a cell could not hold without: what is around it would be lost, or it is such a text itself.
fn inner(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    (needs_marks(inner)).then_some(inner)
}

fn needs_marks(text: &str) -> bool {
    text.is_empty() || trimmed(text).len() != text.len() || inner(text).is_some()
}

/// A text of a document as a cell holds it. Cells are read without what shows as nothing around them, so a text to which that belongs stands in
/// quotation marks.
pub(crate) fn to_cell(text: &str) -> Cow<'_, str> {
    if needs_marks(text) { format!("\"{text}\"").into() } else { text.into() }
}

/// The text of a document that a cell holds.
pub(crate) fn of_cell(text: &str) -> &str {
    let text = trimmed(text);
    inner(text).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_any_text() {
        for (text, cell) in [
            ("Politik", "Politik"),
            ("", "\"\""),
            (" ", "\" \""),
            (" før", "\" før\""),
            ("efter\u{a0}", "\"efter\u{a0}\""),
            ("\"citat\"", "\"citat\""),
            ("\"\"", "\"\"\"\""),
            ("\" x\"", "\"\" x\"\""),
            ("\"", "\""),
        ] {
            assert_eq!(to_cell(text), cell);
            assert_eq!(of_cell(cell), text);
            assert_eq!(of_cell(&format!("\u{feff} {cell}\n")), text, "{cell}");
        }
    }

    #[test]
    fn words_are_compared_without_what_nobody_sees() {
        assert_eq!(folded(" Intern\u{a0} Kontrol\u{200b}\n"), "intern kontrol");
    }
}
