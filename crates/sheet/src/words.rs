//! The closed lists of words that stand in drop-downs.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use pejling_core::{Assurance, Kind, ReasonClass, Selection};
use pejling_documents::{EntityKind, Language, MeasureStatus, SignOffStatus, Voice};

use crate::text::folded;

/// A closed list of words: what documents say, and how people say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Words {
    Assurance,
    EntityKind,
    EvidenceKind,
    MeasureStatus,
    ReasonClass,
    Selection,
    SignOffStatus,
    Voice,
    YesNo,
}

impl Words {
    /// All lists, in the order in which they stand on the hidden sheet.
    pub(crate) const ALL: [Self; 9] = [
        Self::Assurance,
        Self::EntityKind,
        Self::EvidenceKind,
        Self::MeasureStatus,
        Self::ReasonClass,
        Self::Selection,
        Self::SignOffStatus,
        Self::Voice,
        Self::YesNo,
    ];

    /// The names as documents spell them, in order.
    pub(crate) fn names(self) -> Vec<&'static str> {
        match self {
            Self::Assurance => Assurance::ALL.iter().map(|it| it.name()).collect(),
            Self::EntityKind => EntityKind::ALL.iter().map(|it| it.name()).collect(),
            Self::EvidenceKind => Kind::ALL.iter().map(|it| it.name()).collect(),
            Self::MeasureStatus => MeasureStatus::ALL.iter().map(|it| it.name()).collect(),
            Self::ReasonClass => ReasonClass::ALL.iter().map(|it| it.name()).collect(),
            Self::Selection => Selection::ALL.iter().map(|it| it.name()).collect(),
            Self::SignOffStatus => SignOffStatus::ALL.iter().map(|it| it.name()).collect(),
            Self::Voice => Voice::ALL.iter().map(|it| it.name()).collect(),
            Self::YesNo => vec!["yes", "no"],
        }
    }

    /// How people say it.
    pub(crate) fn word(self, name: &str, language: Language) -> String {
        let name = name.replace('_', "-");
        match self {
            Self::Assurance => language.text(&format!("assurance-{name}")),
            Self::EntityKind => language.text(&format!("entity-kind-{name}")),
            Self::EvidenceKind => language.text(&format!("kind-{name}")),
            Self::MeasureStatus => language.text(&format!("measure-{name}")),
            Self::ReasonClass => language.text(&format!("class-{name}")),
            Self::Selection => language.text(&format!("selection-{name}")),
            Self::SignOffStatus => language.text(&format!("soa-status-{name}")),
            Self::Voice => language.text(&format!("voice-{name}")),
            Self::YesNo => language.text(&name),
        }
    }

    /// The words of the drop-down, in order.
    pub(crate) fn words(self, language: Language) -> Vec<String> {
        self.names().into_iter().map(|name| self.word(name, language)).collect()
    }

    /// The name that a word stands for: in either language, or spelled as documents do.
    pub(crate) fn read(self, text: &str) -> Option<&'static str> {
        static SPELLINGS: LazyLock<BTreeMap<(Words, String), &'static str>> = LazyLock::new(|| {
            let names = Words::ALL.into_iter().flat_map(|words| words.names().into_iter().map(move |name| (words, name)));
            let spellings = names.flat_map(|(words, name)| {
                let said = Language::ALL.map(|language| folded(&words.word(name, language)));
                said.into_iter().chain([name.to_owned()]).map(move |word| ((words, word), name))
            });
            spellings.collect()
        });
        SPELLINGS.get(&(self, folded(text))).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A workbook is read in whatever language its words are, so no word may stand for two names.
    #[test]
    fn every_word_is_read_back() {
        for words in Words::ALL {
            for name in words.names() {
                assert_eq!(words.read(name), Some(name));
                for language in Language::ALL {
                    let word = words.word(name, language);
                    assert_eq!(words.read(&format!(" {}\u{a0}", word.to_uppercase())), Some(name), "{word}");
                }
            }
        }
    }
}
