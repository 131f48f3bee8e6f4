//! Workbooks and CSV of Pejling.
//!
//! [`workbook()`] writes the workbook of an assessment, to hand to those who answer; [`read_workbook`] reads it again, or says everything that
//! is wrong with it, each fault with sheet and cell. One description of the sheets serves both. [`Results`] are what
//! others go on calculating with. [`record`] writes a page on which one review, exercise or training is recorded, and [`read_record`] reads
//! the evidence from it.
#![forbid(unsafe_code)]

mod text;
mod words;
mod layout;
mod template;
mod place;
mod shown;
mod fault;
mod write;
mod container;
mod value;
mod read;
mod results;
mod import;

pub use container::WORKBOOK_LIMIT;
pub use import::{
    Became, ColumnProposal, CsvForm, Field, ForeignFile, ImportTerms, Imported, LeftColumn, LeftRow, LeftSheet, Proposal, RowRead,
    SheetProposal,
};
pub use read::{ReadWorkbook, read_record, read_workbook};
pub use results::Results;
pub use template::Template;
pub use write::{empty_assessment, record, workbook};
