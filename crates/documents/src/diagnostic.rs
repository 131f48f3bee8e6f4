//! What is wrong with a document, for machines and for people.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::cpr::mask;
use crate::read::{near, on_one_line, shorten};
use crate::text::{Language, text_with_help};
use crate::tree::Lines;

/// One thing that is wrong, or that a reader should know: where, what in the domain's words, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Diagnostic {
    /// What the message speaks of, by name.
    pub args: BTreeMap<String, String>,
    /// Where it is.
    pub at: Place,
    /// The stable name of the fault.
    pub code: String,
    /// What to do, in the language that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// What is wrong, in the language that was asked for.
    pub message: String,
    /// How bad it is.
    pub severity: Severity,
}

/// Where in the input a diagnostic is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Place {
    /// The cell of a workbook, as `F17`; then there is no line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// The column, in characters, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// The file, where the caller named it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The JSON Pointer (RFC 6901) of the value.
    pub pointer: String,
    /// The sheet of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
}

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It cannot be scored.
    Error,
    /// It can be scored, and a reader should know.
    Warning,
    /// It is worth knowing.
    Info,
}

impl Diagnostic {
    /// Puts the texts of a fault in a language. What looks like a CPR number is repeated nowhere in it.
    pub(crate) fn new(fault: Fault, severity: Severity, at: Place, language: Language) -> Self {
        let Fault { code, args, suggestion, offset: _, pointer: _ } = fault;
        let args: BTreeMap<String, String> = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let (message, mut help) = text_with_help(language, code, &args);
        if let Some(suggestion) = suggestion {
            help = Some(suggested(&suggestion, help, language));
        }
        let masked = |text: String| mask(&text).into_owned();
        Self {
            args: args.into_iter().map(|(name, value)| (name, masked(value))).collect(),
            at: Place { file: at.file.map(masked), pointer: masked(at.pointer), sheet: at.sheet.map(masked), ..at },
            code: code.to_owned(),
            help: help.map(masked),
            message: masked(message),
            severity,
        }
    }

    /// What is wrong, or worth knowing, of a document in an outside format: a code that has texts, what it speaks of, and where it is. What
    /// was written is told by its beginning alone.
    #[must_use]
    pub fn of(code: &'static str, args: &[(&'static str, &str)], severity: Severity, at: Place, language: Language) -> Self {
        let args = args.iter().map(|(name, value)| (*name, shorten(value))).collect();
        Self::new(Fault { args, ..Fault::new(code, &[]) }, severity, at, language)
    }

    /// The same with the known name that was probably meant, where one is near.
    #[must_use]
    pub fn suggesting<'a>(mut self, name: &str, known: impl Iterator<Item = &'a str>, language: Language) -> Self {
        if let Some(suggestion) = near(name, known) {
            self.help = Some(mask(&suggested(&suggestion, self.help, language)).into_owned());
        }
        self
    }
}

/// What to do, with the name in front that was probably meant.
fn suggested(suggestion: &str, help: Option<String>, language: Language) -> String {
    let meant = language.text_with("did-you-mean", &[("suggestion", suggestion)]);
    help.map_or_else(|| meant.clone(), |help| format!("{meant} {help}"))
}

impl fmt::Display for Diagnostic {
    /// `file:line:column: message (pointer)`, or `file: sheet!cell: message`, and the help on a line of its own.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { cell, column, file, line, pointer, sheet } = &self.at;
        if let Some(file) = file {
            write!(f, "{file}:")?;
        }
        if let (Some(line), Some(column)) = (line, column) {
            write!(f, "{line}:{column}:")?;
        }
        if file.is_some() || line.is_some() {
            f.write_str(" ")?;
        }
        if let Some(sheet) = sheet {
            let cell = cell.as_deref().map(|cell| format!("!{cell}")).unwrap_or_default();
            write!(f, "{}{cell}: ", on_one_line(sheet))?;
        }
        write!(f, "{}", self.message)?;
        if !pointer.is_empty() && sheet.is_none() {
            write!(f, " ({})", on_one_line(pointer))?; // the names of free keys are anybody's
        }
        write!(f, " [{}]", self.code)?;
        if let Some(help) = &self.help {
            write!(f, "\n    {help}")?;
        }
        Ok(())
    }
}

/// A fault before it is put into words: a code, what it speaks of, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: &'static str,
    pub(crate) args: Vec<(&'static str, String)>,
    pub(crate) suggestion: Option<String>,
    pub(crate) pointer: String,
    pub(crate) offset: Option<usize>,
}

impl Fault {
    pub(crate) fn new(code: &'static str, args: &[(&'static str, &dyn fmt::Display)]) -> Self {
        Self { code, args: args.iter().map(|(name, value)| (*name, value.to_string())).collect(), ..Self::default() }
    }

    pub(crate) fn at(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = pointer.into();
        self
    }

    pub(crate) fn suggesting(mut self, suggestion: Option<String>) -> Self {
        self.suggestion = suggestion;
        self
    }
}

/// The name of the fault that stands for all that reading counted and did not keep.
pub(crate) const MORE_FAULTS: &str = "more-faults";

/// The most faults that one answer lists; the rest is counted.
pub const FAULT_LIMIT: usize = 1_000;

/// Everything that stopped an operation, in the order of the input.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Faults {
    /// The faults, at most [`FAULT_LIMIT`].
    pub faults: Vec<Diagnostic>,
    /// How many more there are.
    #[serde(skip_serializing_if = "is_zero")]
    pub more: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

impl Faults {
    /// Puts faults into words and places them in the text that they are of.
    pub(crate) fn new(mut faults: Vec<Fault>, source: &Origin<'_>, language: Language) -> Self {
        faults.sort_by_key(|fault| fault.offset.unwrap_or(usize::MAX)); // stable: at one place in the order of search
        faults.dedup();
        // what reading counted and did not keep comes as one fault of this name, and is counted here
        let counted = |fault: &Fault| fault.args.iter().find_map(|(_, count)| count.parse::<usize>().ok()).unwrap_or_default();
        let unlisted: usize = faults.extract_if(.., |fault| fault.code == MORE_FAULTS).map(|fault| counted(&fault)).sum();
        let more = unlisted + faults.len().saturating_sub(FAULT_LIMIT);
        faults.truncate(FAULT_LIMIT);
        let mut lines = Lines::new(source.whole);
        let words = faults.into_iter().map(|fault| {
            let (line, column) = fault.offset.map(|offset| lines.place(source.start + offset)).unzip();
            let pointer = format!("{}{}", source.pointer, fault.pointer);
            let at = Place { column, file: source.file.map(str::to_owned), line, pointer, ..Place::default() };
            Diagnostic::new(fault, Severity::Error, at, language)
        });
        Self { faults: words.collect(), more }
    }

    /// One fault that has no place in a text.
    pub(crate) fn one(fault: Fault, language: Language) -> Self {
        let at = Place { pointer: fault.pointer.clone(), ..Place::default() };
        Self { faults: vec![Diagnostic::new(fault, Severity::Error, at, language)], more: 0 }
    }

    /// The same at another place: of a field that is called otherwise here.
    pub(crate) fn at(mut self, pointer: &str) -> Self {
        self.faults.iter_mut().for_each(|fault| pointer.clone_into(&mut fault.at.pointer));
        self
    }

    /// Adds the faults of another text; what is beyond [`FAULT_LIMIT`] is counted.
    pub fn extend(&mut self, other: Self) {
        self.faults.extend(other.faults);
        self.more += other.more + self.faults.len().saturating_sub(FAULT_LIMIT);
        self.faults.truncate(FAULT_LIMIT);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.faults {
            writeln!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

/// The text that a document was read from, as a part of a whole.
#[derive(Clone, Debug)]
pub(crate) struct Origin<'a> {
    pub(crate) whole: &'a str,  // lines are counted in this
    pub(crate) start: usize,    // where in it the document begins
    pub(crate) pointer: String, // of the document in the whole
    pub(crate) file: Option<&'a str>,
}

impl<'a> Origin<'a> {
    /// A document that is the whole text of a file, or of nothing with a name.
    pub(crate) fn file(whole: &'a str, file: Option<&'a str>) -> Self {
        Self { whole, start: 0, pointer: String::new(), file }
    }
}
