//! The words of other people's files: what headings call a column, and what a status stands for. They are data, in `words.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::Field;
use crate::text::trimmed;

/// What a status says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// How much is in order.
    Percent(String),
    /// A level from 0 to 5.
    Level(u8),
    Excluded,
    /// Nobody has looked at it.
    Unanswered,
}

impl Answer {
    /// What a word stands for in a map: a percentage, `excluded` or `unanswered`.
    pub(super) fn of_map(text: &str) -> Option<Self> {
        match text {
            "excluded" => Some(Self::Excluded),
            "unanswered" => Some(Self::Unanswered),
            _ => {
                let number = text.strip_suffix('%').unwrap_or(text).trim();
                let is_percent = number.parse::<u8>().is_ok_and(|number| number <= 100);
                is_percent.then(|| Self::Percent(number.to_owned()))
            }
        }
    }
}

/// All lists of `words.toml`.
pub(super) struct Vocabulary {
    headings: BTreeMap<Field, BTreeSet<String>>,
    elsewhere: BTreeSet<String>,
    answers: BTreeMap<String, Answer>,
    applies: BTreeMap<String, bool>,
    totals: BTreeSet<String>,
    scale: BTreeSet<String>,
    pub(super) scales: BTreeMap<String, BTreeMap<String, String>>,
    pub(super) before: BTreeMap<String, Before>,
    pub(super) noise: BTreeSet<String>,
    pub(super) titles: BTreeMap<String, String>,
}

/// What a word before the name of a requirement proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    Nothing,
    Control,
    Clause,
}

/// Words as they are compared: in small letters, with one space for whatever stands between them. Marks such as ✓ are words too.
pub(super) fn plain(text: &str) -> String {
    let between = |sign: char| {
        let is_mark = !sign.is_ascii() && !sign.is_whitespace() && !"–—‐‑‒·…„“”’‘«»‹›\u{200b}\u{feff}\u{fe0f}\u{ad}".contains(sign);
        !(sign.is_alphanumeric() || is_mark)
    };
    text.split(between).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether a text is what a spreadsheet writes in the place of what it could not compute: `#N/A` is no answer.
fn is_error(text: &str) -> bool {
    trimmed(text).starts_with('#')
}

/// Whether a phrase stands in a text as whole words.
fn holds(text: &str, phrase: &str) -> bool {
    let ends = |rest: Option<&str>, is: fn(&str) -> bool| rest.is_some_and(|rest| rest.is_empty() || is(rest));
    text.match_indices(phrase).any(|(at, _)| {
        ends(text.get(..at), |before| before.ends_with(' ')) && ends(text.get(at + phrase.len()..), |after| after.starts_with(' '))
    })
}

impl Vocabulary {
    pub(super) fn get() -> &'static Self {
        static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::read(include_str!("words.toml")));
        &WORDS
    }

    fn read(text: &str) -> Self {
        let table: toml::Table = toml::from_str(text).unwrap_or_default(); // a test holds it to be without fault
        let part = |name: &str| table.get(name).and_then(toml::Value::as_table).cloned().unwrap_or_default();
        let list = |value: &toml::Value| -> Vec<String> {
            value.as_array().into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned)).collect()
        };
        let lists = |name: &str| part(name).iter().map(|(key, value)| (key.clone(), list(value))).collect::<Vec<_>>();
        let words = |name: &str| lists(name).into_iter().flat_map(|(_, words)| words).collect::<BTreeSet<_>>();
        let headings = lists("headings");
        let headings = headings.into_iter().filter_map(|(name, words)| Some((Field::from_name(&name)?, words.into_iter().collect())));
        let answers = lists("answers").into_iter();
        let answers = answers.filter_map(|(name, words)| Some((Answer::of_map(&name)?, words)));
        let before = |name: &str| match name {
            "neutral" => Some(Before::Nothing),
            "controls" => Some(Before::Control),
            "clauses" => Some(Before::Clause),
            _ => None,
        };
        let pairs = |flat: Vec<String>| {
            let mut flat = flat.into_iter();
            std::iter::from_fn(move || Some((flat.next()?, flat.next()?))).collect()
        };
        Self {
            headings: headings.collect(),
            elsewhere: words("elsewhere"),
            answers: answers.flat_map(|(answer, words)| words.into_iter().map(move |word| (word, answer.clone()))).collect(),
            applies: lists("applies").into_iter().flat_map(|(is, words)| words.into_iter().map(move |word| (word, is == "yes"))).collect(),
            totals: words("totals"),
            scale: words("scale"),
            scales: lists("scales").into_iter().map(|(name, flat)| (name, pairs(flat))).collect(),
            before: lists("before")
                .into_iter()
                .filter_map(|(name, words)| Some((before(&name)?, words)))
                .flat_map(|(is, words)| words.into_iter().map(move |word| (word, is)))
                .collect(),
            noise: lists("before").into_iter().filter(|(name, _)| name == "noise").flat_map(|(_, words)| words).collect(),
            titles: part("titles").iter().filter_map(|(id, title)| Some((id.clone(), title.as_str()?.to_owned()))).collect(),
        }
    }

    /// What a heading calls its column, and how sure that is: 100 where it is a phrase of the list, 75 where it contains one. What stands in
    /// parentheses explains a heading and is not it.
    pub(super) fn heading(&self, text: &str) -> Option<(Field, u8)> {
        let outside = text.split(['(', '[']).next().unwrap_or_default();
        let heading = if plain(outside).is_empty() { plain(text) } else { plain(outside) };
        if let Some((field, _)) = self.headings.iter().find(|(_, words)| words.contains(&heading)) {
            return Some((*field, 100));
        }
        if self.elsewhere.iter().any(|word| holds(&heading, word)) {
            return None;
        }
        let held = self.headings.iter().flat_map(|(field, words)| words.iter().map(move |word| (word.chars().count(), *field, word)));
        let held = held.filter(|(length, _, word)| *length >= 4 && holds(&heading, word));
        held.max_by_key(|(length, field, _)| (*length, std::cmp::Reverse(*field))).map(|(_, field, _)| (field, 75))
    }

    pub(super) fn answer(&self, text: &str) -> Option<&Answer> {
        self.answers.get(&plain(text)).filter(|_| !is_error(text))
    }

    /// Whether a heading is itself an answer other than that all is well, as `Ikke implementeret`: its column answers by marks.
    pub(super) fn is_answer_as_heading(&self, text: &str) -> bool {
        let text = text.split(['(', '[']).next().unwrap_or_default();
        self.applies(text) == Some(false) || self.answer(text).is_some_and(|answer| *answer != Answer::Percent("100".to_owned()))
    }

    pub(super) fn applies(&self, text: &str) -> Option<bool> {
        self.applies.get(&plain(text)).copied().filter(|_| !is_error(text))
    }

    /// Whether a row is one that sums up others, by a text that stands first in it.
    pub(super) fn is_total(&self, text: &str) -> bool {
        let text = plain(text);
        self.totals.iter().any(|word| text.strip_prefix(word.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    }

    pub(super) fn speaks_of_scale(&self, text: &str) -> bool {
        let text = plain(text);
        self.scale.iter().any(|word| holds(&text, word)) || matches!(self.heading(&text), Some((Field::Maturity, _)))
    }

    /// The words that are known, to suggest one that is near.
    pub(super) fn known_answers(&self) -> Vec<String> {
        self.answers.keys().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_written_as_it_is_compared_and_stands_once() {
        let table: toml::Table = toml::from_str(include_str!("words.toml")).unwrap();
        for part in ["headings", "answers", "applies", "before", "totals", "elsewhere", "scale"] {
            let mut seen = BTreeMap::new();
            for (name, words) in table[part].as_table().unwrap() {
                for word in words.as_array().unwrap() {
                    let word = word.as_str().unwrap();
                    assert_eq!(plain(word), word, "{part}.{name}");
                    assert_eq!(seen.insert(word, name), None, "{part}: {word} stands twice");
                }
            }
        }
        for (name, scale) in &Vocabulary::get().scales {
            let (first, last) = name.split_once('-').unwrap();
            let (first, last): (u8, u8) = (first.parse().unwrap(), last.parse().unwrap());
            assert_eq!(scale.keys().cloned().collect::<Vec<_>>(), (first..=last).map(|it| it.to_string()).collect::<Vec<_>>());
        }
        for name in ["requirement", "title", "applicable", "status", "maturity", "reason", "evidence", "reference", "owner", "date"] {
            assert!(Field::from_name(name).is_some_and(|field| field.name() == name), "{name}");
        }
    }

    #[test]
    fn headings_are_known_by_phrases() {
        #[track_caller]
        fn check(heading: &str, expected: Option<(Field, u8)>) {
            assert_eq!(Vocabulary::get().heading(heading), expected, "{heading}");
        }
        check("Control_ID", Some((Field::Requirement, 100)));
        check("Current\nMaturity", Some((Field::Maturity, 100)));
        check("Applicable (Y/N/NA)", Some((Field::Applicable, 100)));
        check("Status for implementering pr. 1/6", Some((Field::Status, 75)));
        check("Ziel-Reifegrad", None);
        check("Target date", None);
        check("SOC 2 TSC Cross-Mapping", None);
        check("Begründung", Some((Field::Reason, 100)));
        check("Farve", None);
    }
}
