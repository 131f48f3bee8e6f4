//! What a reader of scores should know: by code in a result, in words where people read it.

use std::collections::BTreeMap;

use pejling_core::Warning;
use schemars::JsonSchema;
use serde::Serialize;

use crate::text::Language;

/// Something that a reader should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WarningResult {
    /// What it speaks of, by name.
    pub args: BTreeMap<String, String>,
    /// Its stable name.
    pub code: String,
}

/// The same in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WarningTold {
    /// What it speaks of, by name.
    pub args: BTreeMap<String, String>,
    /// Its stable name.
    pub code: String,
    /// What it says, in the language that was asked for.
    pub message: String,
}

impl WarningResult {
    /// Puts it in words.
    #[must_use]
    pub fn tell(self, language: Language) -> WarningTold {
        let word = |(name, value): (&String, &String)| {
            let word = match name.as_str() {
                "reason" => language.text(&format!("reason-{}", value.replace('_', "-"))),
                "claimed" | "counted" => language.text(&format!("assurance-{value}")),
                _ => value.clone(),
            };
            (name.clone(), word)
        };
        let words: Vec<(String, String)> = self.args.iter().map(word).collect();
        let words: Vec<(&str, &str)> = words.iter().map(|(name, word)| (name.as_str(), word.as_str())).collect();
        let message = language.text_with(&self.code, &words);
        WarningTold { args: self.args, code: self.code, message }
    }
}

impl From<&Warning> for WarningResult {
    fn from(warning: &Warning) -> Self {
        let args: Vec<(&str, String)> = match warning {
            Warning::AssuranceLowered { evidence, claimed, counted, traceable } => vec![
                ("evidence", evidence.to_string()),
                ("claimed", claimed.to_string()),
                ("counted", counted.to_string()),
                ("reason", if *traceable { "kind" } else { "untraceable" }.to_owned()),
            ],
            Warning::EvidenceInTheFuture { evidence, date } => vec![("evidence", evidence.to_string()), ("date", date.to_string())],
            Warning::ClosingNotConfirmed { evidence, finding, reason } => {
                vec![("evidence", evidence.to_string()), ("finding", finding.to_string()), ("reason", reason.to_string())]
            }
            Warning::ExclusionVoid { requirement, entity, review_by } => {
                vec![("requirement", requirement.to_string()), ("entity", entity.to_string()), ("review_by", review_by.to_string())]
            }
            Warning::EvidenceNotCounted { evidence, requirement, entity, entities } => vec![
                ("evidence", evidence.to_string()),
                ("requirement", requirement.to_string()),
                ("entity", entity.to_string()),
                ("entities", entities.to_string()),
            ],
        };
        let args = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { args, code: warning.code().to_owned() }
    }
}
