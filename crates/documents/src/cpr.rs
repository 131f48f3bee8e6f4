//! CPR numbers, by which people in Denmark are known: what looks like one is warned of by its place, and never repeated.

use std::borrow::Cow;
use std::ops::Range;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};

pub(crate) mod places;

/// The sign in the place of a digit that is not repeated.
const HIDDEN: char = '•';

/// The fewest hexadecimal digits in a row that are a digest: ten decimal digits in it are chance.
const DIGEST_LENGTH: usize = 32;

/// A text with the digits of everything that looks like a CPR number hidden: ten digits that begin with a possible date, alone or with one
/// dash or space after the sixth, and not part of a longer run of digits.
///
/// Whatever shows what stands in an assessment passes its texts through here; [`to_json`](crate::to_json), [`call`](crate::call()) and faults
/// have done so. What is the owner's own content is left as it is: the assessment itself, and its digest.
///
/// ```
/// use pejling_documents::mask;
/// assert_eq!(mask("set af 290224-4321"), "set af ••••••-••••");
/// assert_eq!(mask("sag 20260612-1234"), "sag 20260612-1234");
/// ```
#[must_use]
pub fn mask(text: &str) -> Cow<'_, str> {
    let mut found = numbers(text).peekable();
    if found.peek().is_none() {
        return text.into();
    }
    let (mut masked, mut end) = (String::with_capacity(text.len()), 0);
    for number in found {
        masked += text.get(end..number.start).unwrap_or_default();
        let hidden = |sign: char| if sign.is_ascii_digit() { HIDDEN } else { sign };
        masked.extend(text.get(number.clone()).unwrap_or_default().chars().map(hidden));
        end = number.end;
    }
    masked += text.get(end..).unwrap_or_default();
    masked.into()
}

/// Whether something in a text looks like a CPR number.
pub(crate) fn has_number(text: &str) -> bool {
    numbers(text).next().is_some()
}

/// A document as it is shown: no text in it repeats what looks like a CPR number.
pub(crate) fn shown(document: &impl Serialize) -> Value {
    let mut value = serde_json::to_value(document).unwrap_or_default(); // documents have text keys: this cannot fail
    mask_all(&mut value);
    value
}

/// Masks every text in a value. Names that become the same are numbered, so that none takes the place of another.
pub(crate) fn mask_all(value: &mut Value) {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
        Value::String(text) => {
            if let Cow::Owned(masked) = mask(text) {
                *text = masked;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(mask_all),
        Value::Object(fields) => {
            fields.values_mut().for_each(mask_all);
            if fields.keys().any(|name| has_number(name)) {
                let mut masked = Map::new();
                for (name, value) in std::mem::take(fields) {
                    let name = mask(&name).into_owned();
                    let numbered = (2_usize..).map(|number| format!("{name} ({number})"));
                    let free = std::iter::once(name.clone()).chain(numbered).find(|name| !masked.contains_key(name));
                    masked.insert(free.unwrap_or(name), value);
                }
                *fields = masked;
            }
        }
    }
}

/// Where in a text something looks like a CPR number.
fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let run = digits(text, from)?;
            from = run.end;
            let number = match run.len() {
                10 if !is_in_digest(text, &run) => run,
                6 => {
                    let rest = text.get(run.end..).unwrap_or_default();
                    let Some(length) = separator(rest) else { continue };
                    match digits(text, run.end + length) {
                        Some(end) if end.start == run.end + length && end.len() == 4 => run.start..end.end,
                        Some(_) | None => continue,
                    }
                }
                _ => continue,
            };
            if has_possible_date(text.get(number.clone()).unwrap_or_default()) {
                from = number.end;
                return Some(number);
            }
        }
    })
}

/// The next digits that stand in a row, all of them.
fn digits(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.as_bytes().get(from..)?;
    let start = from + rest.iter().position(u8::is_ascii_digit)?;
    let length = text.as_bytes().get(start..)?.iter().position(|byte| !byte.is_ascii_digit());
    Some(start..length.map_or(text.len(), |length| start + length))
}

/// How long the sign between the sixth and the seventh digit is: a space, or a dash with at most one space on either side.
fn separator(rest: &str) -> Option<usize> {
    let mut signs = rest.chars();
    let first = signs.next()?;
    let (space, dash) = if is_space(first) { (first.len_utf8(), signs.next()) } else { (0, Some(first)) };
    let Some(dash) = dash.filter(|sign| is_dash(*sign)) else { return (space > 0).then_some(space) };
    let after = signs.next().filter(|sign| is_space(*sign)).map_or(0, char::len_utf8);
    Some(space + dash.len_utf8() + after)
}

fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// Whether a sign shows as a space, or as nothing: messages put a space for what a terminal must not be told.
fn is_space(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn is_in_digest(text: &str, run: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let before = bytes.iter().take(run.start).rev().take_while(|byte| byte.is_ascii_hexdigit()).take(DIGEST_LENGTH).count();
    let after = bytes.iter().skip(run.end).take_while(|byte| byte.is_ascii_hexdigit()).take(DIGEST_LENGTH).count();
    before + run.len() + after >= DIGEST_LENGTH
}

/// Whether the first six of ten digits are a day, month and year. The seventh says in which century; the last four prove nothing, since
/// numbers are given out that fail the old check of modulus 11.
fn has_possible_date(number: &str) -> bool {
    let mut digits = number.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0');
    let mut two = || Some(digits.next()? * 10 + digits.next()?);
    let (Some(day), Some(month), Some(year), Some(serial)) = (two(), two(), two(), two()) else { return false };
    let century = match (serial / 10, year) {
        (4 | 9, 0..=36) | (5..=8, 0..=57) => 2000,
        (5..=8, _) => 1800,
        _ => 1900,
    };
    let (Ok(day), Ok(month)) = (i8::try_from(day), i8::try_from(month)) else { return false };
    Date::new(century + i16::from(year), month, day).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(mask(text), expected, "{text:?}");
        assert_eq!(has_number(text), text != expected);
        assert_eq!(mask(expected), expected, "what is masked is masked again: {text:?}");
    }

    #[test]
    fn ten_digits_with_a_possible_date_are_masked() {
        check("0101901234", "••••••••••");
        check("set af 010190-1234.", "set af ••••••-••••.");
        check("(3112991234)", "(••••••••••)");
        for sign in
            ["-", " ", "\u{a0}", "\u{202f}", "\t", "\n", "\u{2010}", "\u{2011}", "–", "—", "−", "\u{ad}", "\u{200b}", " - ", "- ", " –"]
        {
            check(&format!("a 010190{sign}1234 b"), &format!("a ••••••{sign}•••• b"));
        }
        check("010190-1234, 020290 1234 og 0303901234", "••••••-••••, •••••• •••• og ••••••••••");
        check("sag010190-1234x", "sag••••••-••••x");
        check("12 010190-1234", "12 ••••••-••••");
        check("æ010190–1234ø", "æ••••••–••••ø");
    }

    #[test]
    fn other_digits_stay() {
        for text in [
            "",
            "12345678", // a telephone number
            "+45 12 34 56 78",
            "2026-0612345", // a case number
            "20260612-1234",
            "20260612 1234",
            "20260612",
            "01019012345", // eleven digits
            "10101901234",
            "010190-12345",
            "1010190-1234",
            "010190-123",
            "010190--1234", // two dashes
            "010190  1234", // two spaces: two cells of a table
            "010190.1234",
            "01-01-90-1234",
            "010190",
            "2026-06-30",
            "310426-1234", // April has 30 days
            "320190-1234",
            "000190-1234",
            "011390-1234",
            "010090-1234",
            "٠١٠١٩٠-١٢٣٤",
        ] {
            check(text, text);
        }
    }

    /// The seventh digit and the year say in which century: 1900 is no leap year, 2000, 1904 and 2024 are.
    #[test]
    fn the_seventh_digit_tells_the_century() {
        check("290224-0123", "••••••-••••"); // 1924
        check("290223-0123", "290223-0123"); // 1923
        check("290224-4123", "••••••-••••"); // 2024
        check("290200-3123", "290200-3123"); // 1900
        check("290200-4123", "••••••-••••"); // 2000
        check("290236-9123", "••••••-••••"); // 2036
        check("290240-9123", "••••••-••••"); // 1940
        check("290256-5123", "••••••-••••"); // 2056
        check("290260-8123", "••••••-••••"); // 1860
        check("290258-8123", "290258-8123"); // 1858
        check("290200-8123", "••••••-••••"); // 2000
    }

    #[test]
    fn a_digest_is_no_number() {
        let digest = "sha256:9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab";
        check(digest, digest);
        let unlucky = "sha256:9c56cc51b374c3ba189210d5b6d4bf57790d351c96c4a0101901234b430635ab";
        check(unlucky, unlucky);
        check("a0101901234b", "a••••••••••b");
    }

    #[test]
    fn masked_names_stay_apart() {
        let mut value = serde_json::json!({"010190-1234": 1, "010190-1235": {"x": ["ved 010190 1234"]}, "••••••-••••": 3});
        mask_all(&mut value);
        assert_eq!(value, serde_json::json!({"••••••-••••": 1, "••••••-•••• (2)": {"x": ["ved •••••• ••••"]}, "••••••-•••• (3)": 3}));
    }
}
