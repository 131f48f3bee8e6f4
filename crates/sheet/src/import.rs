//! Assessments out of files that other people made: a proposal of what says what, and the assessment that it gives, with an account of every
//! row. Nothing is guessed: what could be two things is refused with its cell, and what is not read is named.

mod answers;
mod assessment;
mod columns;
mod file;
mod ids;
mod numbered;
mod propose;
mod rows;
mod scale;
mod words;

use jiff::civil::Date;
use pejling_core::{EntityId, ReasonClass};
use pejling_documents::{AssessmentDocument, CatalogueDocument, Checked, Diagnostic, Faults, ImportMapDocument, Language, Library, Place};

pub use file::CsvForm;
pub use propose::{ColumnProposal, LeftColumn, LeftSheet, Proposal, SheetProposal};

use crate::container::Book;
use crate::fault::Fault;

pejling_core::named! {
    /// What a column of somebody else's file says.
    Field {
        /// The name of a requirement.
        Requirement = "requirement",
        /// Its title.
        Title = "title",
        /// Whether it applies.
        Applicable = "applicable",
        /// How far it is, in words.
        Status = "status",
        /// How far it is, as a number on a scale.
        Maturity = "maturity",
        /// Why it applies or not.
        Reason = "reason",
        /// What there is.
        Evidence = "evidence",
        /// Where the record is.
        Reference = "reference",
        /// Who answers for it.
        Owner = "owner",
        /// On which day it was found.
        Date = "date",
    }
}

pejling_core::named! {
    /// Why a row of somebody else's file became nothing.
    LeftRow {
        /// It stands above the heading, or is it.
        Heading = "heading",
        /// It is the heading of several rows.
        Group = "group",
        /// It repeats the heading.
        Repeated = "repeated",
        /// It sums up others.
        Total = "total",
        /// It says nothing of how far the requirement is.
        Unanswered = "unanswered",
        /// It names no requirement and gives no answer.
        Text = "text",
        /// The map says so.
        Skipped = "skipped",
    }
}

/// What somebody else's file does not say itself.
#[derive(Clone, Debug)]
pub struct ImportTerms {
    /// Who is assessed.
    pub organisation: EntityId,
    /// The catalogue that the file speaks of.
    pub catalogue: String,
    /// Its edition; left out: the current one.
    pub edition: Option<String>,
    /// The day on which it was found, where rows do not say.
    pub date: Option<Date>,
    /// Who approved what does not apply, why as a class, and the last day on which that holds.
    pub approved_by: Option<String>,
    /// See `approved_by`.
    pub class: Option<ReasonClass>,
    /// See `approved_by`.
    pub review_by: Option<Date>,
    /// The scale of numbers, as `0-5`.
    pub scale: Option<String>,
    /// The only sheet to look at.
    pub sheet: Option<String>,
}

/// What a row became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Became {
    /// Evidence.
    Evidence,
    /// An exclusion.
    Exclusion,
    /// Nothing.
    Left(LeftRow),
}

/// One row of the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowRead {
    /// The sheet.
    pub sheet: String,
    /// The row, from 1.
    pub row: u32,
    /// The requirement that it names.
    pub requirement: Option<String>,
    /// What it became.
    pub became: Became,
    /// The text that stands first in it.
    pub text: String,
}

/// An assessment out of somebody else's file.
#[derive(Debug)]
pub struct Imported {
    /// The assessment.
    pub document: AssessmentDocument,
    /// The same, checked.
    pub checked: Checked,
    /// Every row that has something in it.
    pub rows: Vec<RowRead>,
    /// What whoever sent it should know.
    pub warnings: Vec<Diagnostic>,
}

/// A file that somebody else made, opened.
#[derive(Debug)]
pub struct ForeignFile<'a> {
    library: &'a Library<'a>,
    name: Option<&'a str>,
    book: Book,
    catalogue: &'a CatalogueDocument,
    terms: &'a ImportTerms,
    /// How its text was read, where it is no workbook.
    pub form: Option<CsvForm>,
}

impl<'a> ForeignFile<'a> {
    /// Opens it.
    ///
    /// # Errors
    ///
    /// Why it cannot be read, or that there is no such catalogue.
    pub fn open(library: &'a Library<'a>, name: Option<&'a str>, bytes: &[u8], terms: &'a ImportTerms) -> Result<Self, Faults> {
        let alone = |fault: Fault| fault.alone(Place { file: name.map(str::to_owned), ..Place::default() }, library.language);
        let editions: Vec<_> = library.catalogues().filter(|it| it.id.0.as_str() == terms.catalogue).collect();
        let wanted = |it: &&&CatalogueDocument| terms.edition.as_deref().is_none_or(|edition| it.edition.0.as_str() == edition);
        let Some(catalogue) =
            (if terms.edition.is_none() { library.find(&terms.catalogue) } else { editions.iter().find(wanted).copied() })
        else {
            let known = if editions.is_empty() {
                library.names().map(str::to_owned).collect::<Vec<_>>()
            } else {
                editions.iter().map(|it| format!("{}={}", it.id.0, it.edition.0)).collect()
            };
            let asked = terms.edition.as_ref().map_or_else(|| terms.catalogue.clone(), |edition| format!("{}={edition}", terms.catalogue));
            let fault = Fault::new("import-unknown-catalogue", &[("catalogue", &asked), ("known", &known.join(", "))]).near(&asked, known);
            return Err(fault.alone(Place::default(), library.language));
        };
        let (book, form) = file::open_any(name, bytes).map_err(alone)?;
        Ok(Self { library, name, book, catalogue, terms, form })
    }

    /// What would be read as what.
    ///
    /// # Errors
    ///
    /// Why nothing can be proposed.
    pub fn propose(&self) -> Result<Proposal, Faults> {
        propose::propose(self)
    }

    /// The assessment that a map gives.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, each with sheet and cell.
    pub fn import(&self, map: &ImportMapDocument) -> Result<Imported, Faults> {
        rows::import(self, map)
    }

    fn language(&self) -> Language {
        self.library.language
    }

    fn place(&self, sheet: Option<&str>, cell: Option<String>) -> Place {
        Place { cell, file: self.name.map(str::to_owned), sheet: sheet.map(str::to_owned), ..Place::default() }
    }
}
