//! What is wrong with a workbook before it is put into words.

use std::fmt::Display;

use pejling_documents::{Diagnostic, Faults, Language, Place, Severity};

/// A code, what it speaks of, and what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: &'static str,
    pub(crate) args: Vec<(&'static str, String)>,
    /// A name that is not known, and those that are.
    pub(crate) near: Option<(String, Vec<String>)>,
}

impl Fault {
    pub(crate) fn new(code: &'static str, args: &[(&'static str, &dyn Display)]) -> Self {
        Self { code, args: args.iter().map(|(name, value)| (*name, value.to_string())).collect(), near: None }
    }

    pub(crate) fn near(self, name: &str, known: Vec<String>) -> Self {
        Self { near: Some((name.to_owned(), known)), ..self }
    }

    /// Puts it into words, at its place.
    pub(crate) fn tell(&self, severity: Severity, at: Place, language: Language) -> Diagnostic {
        let args: Vec<_> = self.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let told = Diagnostic::of(self.code, &args, severity, at, language);
        match &self.near {
            Some((name, known)) => told.suggesting(name, known.iter().map(String::as_str), language),
            None => told,
        }
    }

    /// The one thing that stops everything.
    pub(crate) fn alone(&self, at: Place, language: Language) -> Faults {
        Faults { faults: vec![self.tell(Severity::Error, at, language)], more: 0 }
    }
}
