//! What names of requirements in other people's files stand for.

use std::collections::{BTreeMap, BTreeSet};

use pejling_documents::{CatalogueDocument, Language, Library};

use super::numbered::{Numbered, is_month};
use super::words::{Vocabulary, plain};
use crate::container::Found;
use crate::text::{folded, trimmed};

/// The names of one catalogue, and of the other edition of the same standard.
pub(super) struct Ids<'a> {
    library: &'a Library<'a>,
    catalogue: &'a CatalogueDocument,
    known: BTreeSet<&'a str>,
    folded: BTreeMap<String, &'a str>,
    other: Option<(&'a CatalogueDocument, BTreeSet<&'a str>)>,
    titles: BTreeMap<String, &'a str>, // of this catalogue, in either language
}

/// What a number without the `A.` of Annex A is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bare {
    Controls,
    Clauses,
    /// Neither is proven for all: each row's title decides.
    Titles,
}

/// What is known of the numbers of a column as a whole.
#[derive(Debug)]
pub(super) struct Numbers {
    bare: Bare,
    /// Whether a spreadsheet may have dropped zeros before the file became text: none is left.
    zeros_may_be_lost: bool,
    /// The rows whose number is out of the order of the others, or would be in it with a zero as well.
    doubtful: BTreeSet<u32>,
}

/// What a cell names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A requirement of the catalogue, and the title behind its name.
    Requirement { id: String, rest: String },
    /// A number without requirement, as a heading of several has: `A.5`.
    Group,
    /// One of the other edition.
    OtherEdition,
    /// A control or a clause: nothing in the file decides.
    Unclear { control: String, clause: String },
    /// A number that may have lost a zero, with what it may have been.
    Mangled(String),
    /// A date.
    Date,
    /// A name that the catalogue does not have.
    Unknown(String),
    /// Nothing like a name.
    Text,
}

/// The names of the two editions.
const EDITIONS: [&str; 2] = ["iso27001-2022", "iso27001-2013"];

fn locals(catalogue: &CatalogueDocument) -> BTreeSet<&str> {
    catalogue.requirements.iter().map(|it| it.id.as_str()).collect()
}

impl<'a> Ids<'a> {
    pub(super) fn of(library: &'a Library<'a>, catalogue: &'a CatalogueDocument) -> Self {
        let name = catalogue.id.0.as_str();
        let other = EDITIONS.contains(&name).then(|| EDITIONS.iter().find(|it| **it != name)).flatten().and_then(|it| library.find(it));
        let known = locals(catalogue);
        let mut titles = BTreeMap::new();
        for texts in Language::ALL.iter().filter_map(|language| library.texts_of(catalogue, *language)) {
            for id in &known {
                titles.extend(texts.requirements.get(*id).map(|it| (plain(&it.title), *id)));
            }
        }
        let folded = known.iter().map(|id| (folded(id), *id)).collect();
        Self { library, catalogue, known, folded, other: other.map(|it| (it, locals(it))), titles }
    }

    pub(super) fn qualified(&self, local: &str) -> String {
        format!("{}:{local}", self.catalogue.id.0)
    }

    /// The name of the catalogue of the other edition.
    pub(super) fn other(&self) -> Option<&str> {
        self.other.as_ref().map(|(it, _)| it.id.0.as_str())
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.known.iter().map(|id| (*id).to_owned()).collect()
    }

    fn is_standard(&self) -> bool {
        EDITIONS.contains(&self.catalogue.id.0.as_str())
    }

    /// The control and the clause of that number, as far as there are.
    fn both(&self, number: &Numbered) -> (Option<&'a str>, Option<&'a str>) {
        let path = number.path();
        let find = |name: &str| self.known.get(name).copied();
        (find(&format!("A.{path}")), find(&path))
    }

    /// A requirement of another kind of catalogue by a name such as `Art. 5(1)(a)`.
    fn by_words(&self, text: &str) -> Option<&'a str> {
        let text = trimmed(text);
        let local =
            text.split_once(':').filter(|(framework, _)| *framework == self.catalogue.id.0.as_str()).map_or(text, |(_, local)| local);
        if let Some(id) = self.folded.get(&folded(local)) {
            return Some(id);
        }
        if self.is_standard() {
            return None;
        }
        let words = plain(local);
        let words: Vec<&str> = words.split(' ').filter(|word| !Vocabulary::get().noise.contains(*word)).collect();
        [".", "-"].iter().find_map(|mark| self.folded.get(&words.join(mark)).copied())
    }

    /// Whether a cell is a name of this catalogue or of the other edition: what a column of names is recognised by.
    pub(super) fn is_name(&self, found: &Found) -> Option<String> {
        let text = match found {
            Found::Text(text) => text.as_str(),
            Found::Number { digits, percent: false } => digits.as_str(),
            Found::Number { .. } | Found::Date { .. } | Found::Time | Found::Bool(_) | Found::Formula | Found::Error(_) => return None,
        };
        if let Some(id) = self.by_words(text) {
            return Some(id.to_owned());
        }
        let number = Numbered::read(text).filter(|number| self.is_standard() && number.parts.len() > 1)?;
        let path = number.path();
        let names = [format!("A.{path}"), path.clone()];
        let is_known = |name: &String| {
            self.known.contains(name.as_str()) || self.other.as_ref().is_some_and(|(_, other)| other.contains(name.as_str()))
        };
        names.iter().any(is_known).then_some(path)
    }

    /// What is known of the numbers in a column that lack the `A.` of Annex A. What they are is said by a map, or proven where some exist only as
    /// the one and none only as the other.
    pub(super) fn numbers<'f>(&self, cells: impl Iterator<Item = (u32, &'f Found)>, is_text: bool, said: Option<&str>) -> Numbers {
        let (mut controls, mut clauses) = (false, false);
        let mut all = Vec::new();
        for (row, found) in cells {
            let (Found::Text(text) | Found::Number { digits: text, .. }) = found else { continue };
            let Some(number) = Numbered::read(text).filter(|it| self.is_standard() && it.control.is_none()) else { continue };
            match self.both(&number) {
                (Some(_), None) => controls = true,
                (None, Some(_)) => clauses = true,
                (Some(_), Some(_)) | (None, None) => {}
            }
            all.push((row, number));
        }
        let bare = match (said, controls, clauses) {
            (Some("controls"), ..) | (_, true, false) => Bare::Controls,
            (Some("clauses"), ..) | (_, false, true) => Bare::Clauses,
            (_, true, true) | (_, false, false) => Bare::Titles,
        };
        let zeros_may_be_lost = is_text && !all.iter().any(|(_, number)| number.parts.last().is_some_and(|last| last % 10 == 0));
        let last_of = |at: Option<usize>, chapter: Option<&u32>| {
            let (_, other) = all.get(at?)?;
            other.parts.last().filter(|_| other.parts.len() == 2 && other.parts.first() == chapter).copied()
        };
        let is_doubtful = |at: usize, number: &Numbered| {
            let (Some(_), Some(last)) = (self.with_zero(number), number.parts.last()) else { return false };
            let (before, after) = (last_of(at.checked_sub(1), number.parts.first()), last_of(Some(at + 1), number.parts.first()));
            let fits = |last: u32| before.is_none_or(|before| before < last) && after.is_none_or(|after| last < after);
            !fits(*last) || after.is_some() && fits(10 * last)
        };
        let doubtful = all.iter().enumerate().filter(|(at, (_, number))| zeros_may_be_lost && is_doubtful(*at, number));
        Numbers { bare, zeros_may_be_lost, doubtful: doubtful.map(|(_, (row, _))| *row).collect() }
    }

    /// Whether a text is the number of a chapter, as headings of groups have.
    pub(super) fn is_chapter(&self, text: &str) -> bool {
        self.is_standard() && Numbered::read(text).is_some_and(|number| number.parts.len() < 2)
    }

    /// Whether a number that [`Self::is_name`] gave is of this edition.
    pub(super) fn is_own(&self, name: &str) -> bool {
        self.known.contains(name) || self.known.contains(format!("A.{name}").as_str())
    }

    /// Whether a title speaks of the control or of the clause: by words that only the titles of the one have.
    fn side(&self, control: &str, clause: &str, title: &str) -> Option<bool> {
        let words = |id: &str| {
            let texts = Language::ALL.iter().filter_map(|language| self.library.texts_of(self.catalogue, *language)?.requirements.get(id));
            let mut all: Vec<String> = texts.map(|it| plain(&it.title)).collect();
            all.extend(Vocabulary::get().titles.get(id).map(|words| plain(words)));
            all.join(" ").split(' ').filter(|word| word.chars().count() > 3).map(str::to_owned).collect::<BTreeSet<_>>()
        };
        let (of_control, of_clause) = (words(control), words(clause));
        let title = plain(title);
        let says =
            |own: &BTreeSet<String>, other: &BTreeSet<String>| title.split(' ').any(|word| own.contains(word) && !other.contains(word));
        match (says(&of_control, &of_clause), says(&of_clause, &of_control)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            (true, true) | (false, false) => None,
        }
    }

    /// The requirement whose title a text is, word for word.
    pub(super) fn titled(&self, title: &str) -> Option<&'a str> {
        self.titles.get(&plain(title)).copied()
    }

    /// Whether a text is a title of a requirement.
    pub(super) fn is_title_of(&self, title: &str, id: &str) -> bool {
        let title = plain(title);
        let texts = Language::ALL.iter().filter_map(|language| self.library.texts_of(self.catalogue, *language)?.requirements.get(id));
        texts.into_iter().any(|it| plain(&it.title) == title)
    }

    /// What a cell names, with the title beside it where there is one.
    pub(super) fn name(&self, found: &Found, title: &str, numbers: &Numbers, row: u32) -> Named {
        let (text, is_number) = match found {
            Found::Text(text) => (text.as_str(), false),
            Found::Number { digits, percent: false } => (digits.as_str(), true),
            Found::Date { .. } => return Named::Date,
            Found::Number { .. } | Found::Time | Found::Bool(_) | Found::Formula | Found::Error(_) => return Named::Text,
        };
        let whole = |id: &str, rest: &str| Named::Requirement { id: id.to_owned(), rest: rest.to_owned() };
        let may_be_bare = self.is_standard() && text.starts_with(|sign: char| sign.is_ascii_digit());
        if !may_be_bare && let Some(id) = self.by_words(text) {
            return whole(id, "");
        }
        if is_month(text) {
            return Named::Date;
        }
        let Some(number) = Numbered::read(text).filter(|_| self.is_standard()) else {
            return if self.is_standard() || !text.contains(|sign: char| sign.is_ascii_digit()) {
                Named::Text
            } else {
                Named::Unknown(text.to_owned())
            };
        };
        let title = if title.is_empty() { number.rest.as_str() } else { title };
        if number.parts.len() < 2 {
            return Named::Group;
        }
        // the editions of 2013 and before, or of 2022 with its amendment
        let is_other_year = number.year.is_some_and(|year| (year < 2022) == self.catalogue.id.0.as_str().ends_with("2022"));
        let is_old_name = self.other.as_ref().is_some_and(|(_, other)| other.contains(format!("A.{}", number.path()).as_str()));
        let (control, clause) = self.both(&number);
        if is_other_year || is_old_name && control.is_none() && (number.control == Some(true) || clause.is_none()) {
            return Named::OtherEdition;
        }
        let is_number = is_number || number.is_decimal;
        if let Some(longer) = self.with_zero(&number) {
            let titled = self.titled(title);
            let is_own = titled.is_some() && (titled == control || titled == clause);
            let may_be_longer = titled == Some(longer) || is_number || numbers.doubtful.contains(&row);
            if titled == Some(longer) && (is_number || numbers.zeros_may_be_lost) {
                return whole(longer, &number.rest);
            }
            if may_be_longer && !is_own {
                return Named::Mangled(format!("{0}, {0}0", number.path()));
            }
        }
        match (number.control, control, clause) {
            (Some(true), Some(id), _) | (Some(false), _, Some(id)) | (None, Some(id), None) | (None, None, Some(id)) => {
                whole(id, &number.rest)
            }
            (None, Some(control), Some(clause)) => {
                let said = self.side(control, clause, title);
                match (numbers.bare, said) {
                    (Bare::Controls, Some(true) | None) | (Bare::Titles, Some(true)) => whole(control, &number.rest),
                    (Bare::Clauses, Some(false) | None) | (Bare::Titles, Some(false)) => whole(clause, &number.rest),
                    (Bare::Controls, Some(false)) | (Bare::Clauses, Some(true)) | (Bare::Titles, None) => {
                        Named::Unclear { control: control.to_owned(), clause: clause.to_owned() }
                    }
                }
            }
            (Some(true), None, _) | (Some(false), _, None) | (None, None, None) => Named::Unknown(text.to_owned()),
        }
    }

    /// The control of the number with a zero behind it: `8.10` for `8.1`.
    fn with_zero(&self, number: &Numbered) -> Option<&'a str> {
        let short = number.control.is_none() && number.parts.len() == 2 && number.parts.last().is_some_and(|last| (1..10).contains(last));
        short.then(|| self.known.get(format!("A.{}0", number.path()).as_str()).copied()).flatten()
    }
}
