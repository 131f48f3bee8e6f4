//! What a cell says: dates, numbers, words and names as people write them, read in one way or refused with the reason.

use jiff::civil::Date;
use serde_json::Value;

use crate::container::Found;
use crate::fault::Fault;
use crate::layout::Holds;
use crate::shown::Catalogues;
use crate::text::{folded, of_cell, trimmed};
use crate::words::Words;

/// What a cell says, as the document has it, and what to know about it; else what is wrong with it.
pub(crate) fn read(holds: Holds, found: &Found, catalogues: &Catalogues<'_>) -> Result<(Value, Option<Fault>), Fault> {
    let text = match found {
        Found::Formula => return Err(Fault::new("cell-formula", &[])),
        Found::Error(error) => return Err(Fault::new("cell-error", &[("error", error)])),
        Found::Time => return Err(Fault::new("cell-time", &[])),
        Found::Bool(value) if holds == Holds::Word(Words::YesNo) => return Ok(((*value).into(), None)),
        Found::Bool(_) => return Err(Fault::new("cell-true-or-false", &[])),
        Found::Date { date, with_time } => return day(holds, *date, *with_time),
        Found::Number { digits, percent } => return number_found(holds, digits, *percent, catalogues),
        Found::Text(text) => text,
    };
    let value = match holds {
        Holds::Text => of_cell(text).into(),
        Holds::Name | Holds::Entity => trimmed(text).into(),
        Holds::Names => text.lines().map(of_cell).filter(|name| !name.is_empty()).map(Value::from).collect::<Vec<_>>().into(),
        Holds::Requirement => requirement(trimmed(text), catalogues)?.into(),
        Holds::Objective => objective(trimmed(text), catalogues)?.into(),
        Holds::Word(words) => word(words, text)?,
        Holds::Date => date(text)?.to_string().into(),
        Holds::Percent => number(text)?.into(),
        Holds::Whole | Holds::Level => whole(&number(text)?)?,
        Holds::Shown(_) => Value::Null,
    };
    Ok((value, None))
}

/// What a cell says that the spreadsheet takes for a date.
fn day(holds: Holds, date: Date, with_time: bool) -> Result<(Value, Option<Fault>), Fault> {
    match holds {
        Holds::Date => Ok((date.to_string().into(), with_time.then(|| Fault::new("cell-date-with-time", &[("date", &date)])))),
        Holds::Text => Ok((date.to_string().into(), Some(Fault::new("cell-date-as-text", &[("date", &date)])))),
        Holds::Name
        | Holds::Entity
        | Holds::Names
        | Holds::Requirement
        | Holds::Objective
        | Holds::Word(_)
        | Holds::Percent
        | Holds::Whole
        | Holds::Level
        | Holds::Shown(_) => Err(Fault::new("cell-date-unwanted", &[("date", &date)])),
    }
}

/// What a cell says that the spreadsheet takes for a number.
fn number_found(holds: Holds, digits: &str, percent: bool, catalogues: &Catalogues<'_>) -> Result<(Value, Option<Fault>), Fault> {
    let said = || if percent { format!("{digits} %") } else { digits.to_owned() };
    let value = match holds {
        Holds::Percent => digits.into(),
        Holds::Whole | Holds::Level if !percent => whole(digits)?,
        Holds::Whole | Holds::Level => return Err(Fault::new("cell-not-a-whole-number", &[("text", &said())])),
        Holds::Text | Holds::Name | Holds::Entity => said().into(),
        Holds::Names => vec![Value::from(said())].into(),
        Holds::Requirement if !percent => numbered(digits, catalogues)?.into(),
        Holds::Date => return Err(Fault::new("cell-not-a-date", &[("text", &said())])),
        Holds::Word(words) => return Err(unknown_word(words, &said())),
        Holds::Requirement | Holds::Objective => return Err(unknown_requirement(&said(), catalogues)),
        Holds::Shown(_) => Value::Null,
    };
    Ok((value, None))
}

/// What stands in a cell as it was written, in the place of what could not be read.
pub(crate) fn written(found: &Found) -> String {
    match found {
        Found::Text(text) => text.clone(),
        Found::Number { digits, .. } => digits.clone(),
        Found::Date { date, .. } => date.to_string(),
        Found::Bool(value) => value.to_string(),
        Found::Error(error) => error.clone(),
        Found::Formula | Found::Time => String::new(),
    }
}

fn word(words: Words, text: &str) -> Result<Value, Fault> {
    let name = words.read(text).ok_or_else(|| unknown_word(words, text))?;
    Ok(if words == Words::YesNo { (name == "yes").into() } else { name.into() })
}

fn unknown_word(words: Words, text: &str) -> Fault {
    let known: Vec<String> = pejling_documents::Language::ALL.iter().flat_map(|language| words.words(*language)).collect();
    Fault::new("cell-unknown-word", &[("text", &trimmed(text))]).near(&folded(text), known)
}

/// A requirement by what people call it.
pub(crate) fn requirement(text: &str, catalogues: &Catalogues<'_>) -> Result<String, Fault> {
    only(text, &catalogues.meanings(text), catalogues)
}

/// A requirement that the spreadsheet has taken for a number: it drops zeros at the end, so `8.1` may have been `8.10`.
fn numbered(digits: &str, catalogues: &Catalogues<'_>) -> Result<String, Fault> {
    let longer = digits.contains('.').then(|| [format!("{digits}0"), format!("{digits}00")]);
    let names = std::iter::once(digits.to_owned()).chain(longer.into_iter().flatten());
    let names: Vec<String> = names.collect();
    let meanings: Vec<&str> = names.iter().flat_map(|name| catalogues.meanings(name)).collect();
    if meanings.len() > 1 {
        return Err(Fault::new("cell-requirement-number", &[("text", &digits), ("meanings", &meanings.join(", "))]));
    }
    only(digits, &meanings, catalogues)
}

fn only(text: &str, meanings: &[&str], catalogues: &Catalogues<'_>) -> Result<String, Fault> {
    match meanings {
        [one] => Ok((*one).to_owned()),
        [] => Err(unknown_requirement(text, catalogues)),
        several => Err(Fault::new("cell-requirement-unclear", &[("text", &text), ("meanings", &several.join(", "))])),
    }
}

fn unknown_requirement(text: &str, catalogues: &Catalogues<'_>) -> Fault {
    let local = |id: &str| id.split_once(':').map(|(_, local)| local.to_owned());
    let qualified = text.contains(':');
    let known = catalogues.names().filter_map(|id| if qualified { Some(id.to_owned()) } else { local(id) }).collect();
    Fault::new("cell-unknown-requirement", &[("text", &text)]).near(text, known)
}

fn objective(text: &str, catalogues: &Catalogues<'_>) -> Result<String, Fault> {
    let all = catalogues.documents().iter().flat_map(|it| it.objectives.iter().map(|one| (format!("{}:{}", it.id.0, one.id), &one.id)));
    let all: Vec<(String, &String)> = all.collect();
    let meanings: Vec<&str> = all.iter().filter(|(id, local)| *id == text || *local == text).map(|(id, _)| id.as_str()).collect();
    match meanings.as_slice() {
        [one] => Ok((*one).to_owned()),
        [] => Err(Fault::new("cell-unknown-objective", &[("text", &text)]).near(text, all.iter().map(|(id, _)| id.clone()).collect())),
        several => Err(Fault::new("cell-requirement-unclear", &[("text", &text), ("meanings", &several.join(", "))])),
    }
}

/// The months by the first three letters of their names, which tell them apart in both languages.
const MONTHS: [(&str, &str, &str); 12] = [
    ("jan", "januar", "january"),
    ("feb", "februar", "february"),
    ("mar", "marts", "march"),
    ("apr", "april", "april"),
    ("maj", "maj", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "august", "august"),
    ("sep", "september", "september"),
    ("okt", "oktober", "october"),
    ("nov", "november", "november"),
    ("dec", "december", "december"),
];

/// A date as Danes and English write it. What could be two days is refused, and so is a year of two digits.
pub(crate) fn date(written: &str) -> Result<Date, Fault> {
    let text = folded(written);
    let text = text.strip_prefix("den ").or_else(|| text.strip_prefix("d. ")).unwrap_or(&text).trim_end_matches('.');
    let wrong = || Fault::new("cell-not-a-date", &[("text", &trimmed(written))]);
    let short = || Fault::new("cell-short-year", &[("text", &trimmed(written))]);
    let marks: Vec<char> = text.chars().filter(|sign| matches!(sign, '.' | '/' | '-')).collect();
    let parts: Vec<&str> = text.split([' ', '.', ',', '/', '-']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts.as_slice() else { return Err(wrong()) };
    let figures =
        |part: &str| (part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse::<i16>().ok()).flatten();
    let month = |name: &str| {
        let is_it = |(short, danish, english): &(&str, &str, &str)| {
            name == *short || name == *danish || name == *english || english.get(..3) == Some(name) || name == "sept" && *short == "sep"
        };
        MONTHS.iter().position(is_it).and_then(|at| i16::try_from(at + 1).ok())
    };
    let day = |year: i16, month: i16, day: i16| {
        Date::new(year, i8::try_from(month).unwrap_or(0), i8::try_from(day).unwrap_or(0)).map_err(|_| wrong())
    };
    let (named, other) = match (month(first), month(second)) {
        (None, Some(month)) => (Some(month), *first),
        (Some(month), None) => (Some(month), *second),
        (None, None) | (Some(_), Some(_)) => (None, *first),
    };
    if let Some(month) = named {
        let (Some(found), Some(year)) = (figures(other), figures(third)) else { return Err(wrong()) };
        return if third.len() == 4 { day(year, month, found) } else { Err(short()) };
    }
    let (Some(a), Some(b), Some(c)) = (figures(first), figures(second), figures(third)) else { return Err(wrong()) };
    if marks.len() != 2 || marks.first() != marks.last() {
        return Err(wrong());
    }
    match (first.len(), third.len(), marks.first()) {
        (4, ..) => day(a, b, c),
        (_, 4, Some('.')) => day(c, b, a), // with points the day comes first, wherever it is written so
        (_, 4, _) => match (day(c, b, a), day(c, a, b)) {
            (Ok(one), Ok(other)) if one != other => {
                Err(Fault::new("cell-date-unclear", &[("text", &trimmed(written)), ("one", &one), ("other", &other)]))
            }
            (Ok(one), _) | (Err(_), Ok(one)) => Ok(one),
            (Err(wrong), Err(_)) => Err(wrong),
        },
        (_, 2, _) => Err(short()),
        _ => Err(wrong()),
    }
}

/// A number as Danes and English write it, as digits and a point. What could be two numbers is refused.
pub(crate) fn number(written: &str) -> Result<String, Fault> {
    let text = folded(written);
    let text = text.strip_suffix('%').unwrap_or(&text).trim_end();
    let wrong = || Fault::new("cell-not-a-number", &[("text", &trimmed(written))]);
    let (sign, text) = text.strip_prefix(['-', '−']).map_or(("", text), |rest| ("-", rest));
    if text.is_empty() || !text.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ',' | ' ')) {
        return Err(wrong());
    }
    let marks: Vec<char> = text.chars().filter(|sign| !sign.is_ascii_digit()).collect();
    let parts: Vec<&str> = text.split(['.', ',', ' ']).collect();
    let in_threes = parts.first().is_some_and(|part| matches!(part.len(), 1..=3)) && parts.iter().skip(1).all(|part| part.len() == 3);
    match (marks.as_slice(), parts.as_slice()) {
        ([], _) => Ok(format!("{sign}{text}")),
        ([first, rest @ ..], _) if rest.iter().any(|mark| mark != first) => {
            Err(Fault::new("cell-number-two-marks", &[("text", &trimmed(written))]))
        }
        (['.' | ','], [whole, "000" | "00" | "0"]) if !in_threes => Ok(format!("{sign}{whole}")),
        (['.' | ','], [whole, _]) if in_threes && *whole != "0" => {
            Err(Fault::new("cell-number-unclear", &[("text", &trimmed(written)), ("thousands", &parts.concat())]))
        }
        (['.' | ','], [whole, part]) if !whole.is_empty() && !part.is_empty() => Ok(format!("{sign}{whole}.{part}")),
        _ if in_threes => Ok(format!("{sign}{}", parts.concat())),
        _ => Err(wrong()),
    }
}

fn whole(digits: &str) -> Result<Value, Fault> {
    let wrong = || Fault::new("cell-not-a-whole-number", &[("text", &digits)]);
    digits.parse::<i64>().map(Value::from).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is_date(written: &str, expected: &str) {
        assert_eq!(date(written).map(|date| date.to_string()), Ok(expected.to_owned()), "{written}");
    }

    #[track_caller]
    fn is_no_date(written: &str, code: &str) {
        assert_eq!(date(written).map_err(|fault| fault.code), Err(code), "{written}");
    }

    #[test]
    fn dates_are_read_as_danes_and_english_write_them() {
        for written in [
            "2026-04-03",
            "3.4.2026",
            "03.04.2026",
            "3. april 2026",
            "3 April 2026",
            "April 3, 2026",
            "d. 3. april 2026",
            " 3.\u{a0}apr. 2026 ",
        ] {
            is_date(written, "2026-04-03");
        }
        is_date("den 1. maj 2026", "2026-05-01");
        is_date("1 May 2026", "2026-05-01");
        is_date("24. okt 2026", "2026-10-24");
        is_date("24 Oct 2026", "2026-10-24");
        is_date("2026/04/03", "2026-04-03");
        is_date("25/12/2026", "2026-12-25"); // there is no month 25
        is_date("12/25/2026", "2026-12-25");
        is_date("03/03/2026", "2026-03-03"); // either way the same day
        is_date("29.2.2024", "2024-02-29");
    }

    #[test]
    fn what_could_be_two_days_is_refused() {
        is_no_date("03/04/2026", "cell-date-unclear");
        is_no_date("3-4-2026", "cell-date-unclear");
        is_no_date("3.4.26", "cell-short-year");
        is_no_date("3. april 26", "cell-short-year");
        is_no_date("29.2.2026", "cell-not-a-date");
        is_no_date("31/31/2026", "cell-not-a-date");
        is_no_date("3.4/2026", "cell-not-a-date");
        is_no_date("april 2026", "cell-not-a-date");
        is_no_date("uge 14", "cell-not-a-date");
        is_no_date("2026", "cell-not-a-date");
        is_no_date("", "cell-not-a-date");
    }

    #[test]
    fn numbers_are_read_with_either_decimal_mark_or_refused() {
        #[track_caller]
        fn check(written: &str, expected: Result<&str, &str>) {
            assert_eq!(number(written).as_deref().map_err(|fault| fault.code), expected, "{written}");
        }
        check("85", Ok("85"));
        check("85,5", Ok("85.5"));
        check("85.5", Ok("85.5"));
        check(" 85,50 %", Ok("85.50"));
        check("-3", Ok("-3"));
        check("0,125", Ok("0.125")); // nobody groups thousands behind a zero
        check("450 000", Ok("450000"));
        check("450\u{a0}000", Ok("450000"));
        check("1.234.567", Ok("1234567"));
        check("450000,00", Ok("450000"));
        check("450.000", Err("cell-number-unclear"));
        check("1,234", Err("cell-number-unclear"));
        check("1.234,5", Err("cell-number-two-marks"));
        check("1.23.456", Err("cell-not-a-number"));
        check("12 50", Err("cell-not-a-number"));
        check(",5", Err("cell-not-a-number"));
        check("5,", Err("cell-not-a-number"));
        check("1e3", Err("cell-not-a-number"));
        check("ca. 80", Err("cell-not-a-number"));
        check("", Err("cell-not-a-number"));
    }
}
