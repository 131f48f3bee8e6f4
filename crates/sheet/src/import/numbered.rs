//! Numbers of requirements as other people write them: `A.5.1`, `A5.1`, `5.01`, `ISO 27001:2022 A.5.1`, `Annex A 5.1 Policies ..`.

use super::words::{Before, Vocabulary, plain};
use crate::text::trimmed;

/// A number of the standard, and what stands before and after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numbered {
    /// Whether it is of Annex A; `None` where nothing says so.
    pub(super) control: Option<bool>,
    pub(super) parts: Vec<u32>,
    /// The year of the edition, where it stands before the number.
    pub(super) year: Option<u32>,
    /// Whether it is written with a decimal comma: a spreadsheet took it for a number.
    pub(super) is_decimal: bool,
    /// What follows it: often the title.
    pub(super) rest: String,
}

/// The years of editions, and the numbers of the standards themselves, which stand before the number of a requirement.
const YEARS: [u32; 6] = [2005, 2013, 2017, 2022, 2023, 2024];
const STANDARDS: [u32; 2] = [27_001, 27_002];

/// The beginnings of the months, in three languages: a spreadsheet makes `5. aug` of `5.8`.
const MONTHS: [&str; 16] = ["jan", "feb", "mar", "mär", "apr", "maj", "mai", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec"];

/// Whether a text is what a spreadsheet shows of a number that it took for a date.
pub(super) fn is_month(text: &str) -> bool {
    let words: Vec<String> = plain(text).split(' ').map(str::to_owned).collect();
    let is_month =
        |word: &String| word.chars().count() <= 9 && (MONTHS.iter().any(|month| word.starts_with(month)) || word.starts_with("dez"));
    let is_number = |word: &String| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    matches!(words.as_slice(), [first, second] if is_month(first) && is_number(second) || is_number(first) && is_month(second))
}

/// Whether a text is a number with a decimal comma and nothing else, as `5,1`.
fn is_decimal(text: &str) -> bool {
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    trimmed(text).split_once(',').is_some_and(|(whole, part)| is_number(whole) && is_number(part))
}

impl Numbered {
    /// Reads the number at the beginning of a text.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (mut control, mut year, mut rest) = (None, None, trimmed(text));
        for _ in 0..8 {
            rest = rest.trim_start_matches(|sign: char| !sign.is_alphanumeric());
            let split = |rest: &str, is: fn(char) -> bool| rest.find(|sign: char| !is(sign)).unwrap_or(rest.len());
            if rest.starts_with(|sign: char| sign.is_ascii_digit()) {
                let is_decimal = is_decimal(rest);
                let end = split(rest, |sign| sign.is_ascii_digit() || sign == '.');
                let end = if is_decimal { split(rest, |sign| sign.is_ascii_digit() || sign == ',') } else { end };
                let (number, after) = rest.split_at_checked(end)?;
                let number = number.trim_end_matches('.').replace(',', ".");
                let parts: Vec<u32> =
                    number.split('.').map(|part| if part.len() > 5 { None } else { part.parse().ok() }).collect::<Option<_>>()?;
                if let [one] = parts.as_slice()
                    && (STANDARDS.contains(one) || YEARS.contains(one))
                    && after.contains(|sign: char| sign.is_ascii_digit())
                {
                    year = if YEARS.contains(one) { Some(*one) } else { year };
                    rest = after;
                    continue;
                }
                if after.starts_with(char::is_alphanumeric) || after.starts_with('%') {
                    return None;
                }
                let rest = after.trim_start_matches(|sign: char| !sign.is_alphanumeric()).to_owned();
                return Some(Self { control, parts, year, is_decimal, rest });
            }
            let end = split(rest, char::is_alphabetic);
            let (word, after) = rest.split_at_checked(end)?;
            let word = word.to_lowercase();
            rest = after;
            if word == "a" {
                control = Some(true);
                continue;
            }
            match Vocabulary::get().before.get(&word)? {
                Before::Nothing => {}
                Before::Control => control = Some(true),
                Before::Clause => control = control.or(Some(false)),
            }
        }
        None
    }

    pub(super) fn path(&self) -> String {
        self.parts.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether it is a control, the parts, the year and the rest.
    type Read<'a> = (Option<bool>, &'a [u32], Option<u32>, &'a str);

    #[test]
    fn numbers_are_read_as_people_write_them() {
        #[track_caller]
        fn check(text: &str, expected: Option<Read<'_>>) {
            let read = Numbered::read(text);
            assert_eq!(read.as_ref().map(|it| (it.control, it.parts.as_slice(), it.year, it.rest.as_str())), expected, "{text}");
        }
        check("A.5.1", Some((Some(true), &[5, 1], None, "")));
        check("A5.1", Some((Some(true), &[5, 1], None, "")));
        check(" a 5.01 ", Some((Some(true), &[5, 1], None, "")));
        check("5.10", Some((None, &[5, 10], None, "")));
        check("5,1", Some((None, &[5, 1], None, "")));
        check("5, 1", Some((None, &[5], None, "1")));
        check("A.5.1 Policies for information security", Some((Some(true), &[5, 1], None, "Policies for information security")));
        check("A.5.1: Politikker", Some((Some(true), &[5, 1], None, "Politikker")));
        check("ISO27001:2022 A.5.1", Some((Some(true), &[5, 1], Some(2022), "")));
        check("ISO/IEC 27001:2013 A.9.2.3", Some((Some(true), &[9, 2, 3], Some(2013), "")));
        check("Bilag A, 5.1", Some((Some(true), &[5, 1], None, "")));
        check("Clause 5.1", Some((Some(false), &[5, 1], None, "")));
        check("A.5 Organisatoriske foranstaltninger", Some((Some(true), &[5], None, "Organisatoriske foranstaltninger")));
        check("2022", Some((None, &[2022], None, "")));
        check("CC1.1", None);
        check("POL-001", None);
        check("5.1a", None);
        check("80 %", Some((None, &[80], None, "")));
        check("80%", None);
        check("Total", None);
        check("1234567.1", None);
    }

    #[test]
    fn dates_that_were_numbers_are_seen() {
        for text in ["5. aug", "05-aug", "Aug-05", "8. Okt", "10-Dez", "2026 maj"] {
            assert!(is_month(text), "{text}");
        }
        assert!(!is_month("5.8 august report of all"));
    }
}
