//! Texts in a drawing: escaped, measured without a font, and wrapped.

/// From one line of text to the next.
pub(super) const LINE: i64 = 16;

/// Lines of text below each other.
pub(super) fn lines(class: &str, left: i64, top: i64, lines: &[String]) -> String {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    let line = |(index, line): (i64, &String)| format!("<text{class} x=\"{left}\" y=\"{}\">{}</text>", top + index * LINE + 12, xml(line));
    (0..).zip(lines).map(line).collect()
}

pub(super) fn lines_height(lines: usize) -> i64 {
    LINE * i64::try_from(lines).unwrap_or(0)
}

/// A text as it stands in XML.
pub(super) fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(character),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'), // XML has no way to write them
            other if other.is_control() => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

/// How wide a text is at most in the fonts that there may be, in pixels at 12 pixels a line.
pub(super) fn text_width(text: &str) -> i64 {
    let tenths = text.chars().map(|character| match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' => 36,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 45,
        'm' | 'w' | 'M' | 'W' | 'æ' | 'Æ' | '—' | '…' => 110,
        'A'..='Z' | 'Ø' | 'Å' => 82,
        '\u{1100}'.. => 125,
        _ => 70,
    });
    tenths.sum::<i64>() / 10
}

/// A text cut to a width, with a sign where something is left out.
pub(super) fn fitted(text: &str, width: i64) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    let mut cut = text.to_owned();
    while cut.pop().is_some() && text_width(&cut) + 12 > width {}
    cut.truncate(cut.trim_end().len());
    cut + "…"
}

/// A text in lines of a width; a word that is wider is divided, and what is too much left out with a sign.
pub(super) fn wrapped(text: &str, width: i64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}")) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
        while let Some(long) = lines.pop_if(|line| text_width(line) > width) {
            let mut end = 0;
            for (start, character) in long.char_indices() {
                let next = start + character.len_utf8();
                if end > 0 && text_width(long.get(..next).unwrap_or_default()) + 5 > width {
                    break;
                }
                end = next;
            }
            let (first, rest) = long.split_at(end);
            if rest.is_empty() {
                lines.push(long);
                break;
            }
            lines.push(format!("{first}-"));
            lines.push(rest.to_owned());
        }
    }
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(fitted(&rest, width));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_wrapped_between_words_and_cut_with_a_sign() {
        let narrow = text_width("aaaa bbbb");
        assert_eq!(wrapped("aaaa bbbb cccc", narrow, 3), ["aaaa bbbb", "cccc"]);
        // 8 letters of 7 and a space of 4.5 are 60 wide; 6 letters, a space and 12 for the sign 58, and one letter more is too much
        assert_eq!(wrapped("aaaa bbbb cccc dddd eeee", narrow, 2), ["aaaa bbbb", "cccc dd…"]);
        assert_eq!(wrapped("", narrow, 3), [""; 0]);
    }

    /// No line is wider than asked for, and no letter of a long word is lost.
    #[test]
    fn a_word_that_is_too_wide_is_divided() {
        let word = "informationssikkerhedshændelseshåndteringsprocedure";
        let lines = wrapped(word, 120, 9);
        assert!(lines.len() > 1 && lines.iter().all(|line| text_width(line) <= 120), "{lines:?}");
        assert_eq!(lines.concat().replace('-', ""), word);
    }

    #[test]
    fn what_xml_reserves_or_cannot_hold_is_written_otherwise() {
        assert_eq!(xml("a < b & \"c\" > d"), "a &lt; b &amp; &quot;c&quot; &gt; d");
        assert_eq!(xml("a\u{0}b\u{ffff}"), "a\u{fffd}b\u{fffd}");
    }
}
