//! Reports of Pejling as PDF that everybody can read: PDF/A-3a and PDF/UA-1, tagged, with all letters in the file.
//!
//! A report is handed to one typst template as data. Nothing that anybody wrote is ever read as markup or code, and nothing is read from
//! outside: no file, no network, no clock. The same report gives the same bytes.
#![forbid(unsafe_code)]

mod attachment;
mod data;
mod letters;
mod world;

use pejling_documents::Language;
use pejling_report::Report;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub use crate::attachment::Attachment;
use crate::letters::Letters;
use crate::world::{Desk, FONTS};

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfFault {
    /// What may be published would carry a file that may not.
    #[error("a public report carries no `{0}`")]
    NotPublic(&'static str),
    /// It cannot be set: what typst says of it.
    #[error("the report cannot be set as PDF: {0}")]
    Unset(String),
}

impl PdfFault {
    /// The same in the words of a reader.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::NotPublic(file) => language.text_with("pdf-not-public", &[("file", file)]),
            Self::Unset(detail) => language.text_with("pdf-unset", &[("detail", detail)]),
        }
    }
}

/// The report as a PDF file, with files in it.
///
/// # Errors
///
/// [`PdfFault::NotPublic`] where a report that may be published would carry a file that may not; [`PdfFault::Unset`] where typst refuses,
/// which no report should bring about.
pub fn pdf(report: &Report, attachments: &[Attachment]) -> Result<Vec<u8>, PdfFault> {
    if let Some(closed) = attachments.iter().find(|it| report.audience.is_public() && !it.is_public()) {
        return Err(PdfFault::NotPublic(closed.name()));
    }
    let attached: Vec<_> = attachments.iter().map(Attachment::data).collect();
    let font = FONTS.first().ok_or_else(|| PdfFault::Unset("no font".to_owned()))?;
    let desk = Desk::new(&data::data(report, &attached, Letters { font })).map_err(PdfFault::Unset)?;
    let standards =
        PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).map_err(|fault| PdfFault::Unset(fault.message().to_string()))?;
    let options = PdfOptions { creator: Smart::Custom(Some("Pejling".to_owned())), standards, ..PdfOptions::default() };
    let file = typst::compile::<PagedDocument>(&desk).output.and_then(|document| typst_pdf::pdf(&document, &options));
    typst::comemo::evict(0); // what is remembered of one report is of no use to another
    file.map_err(|faults| PdfFault::Unset(told(&faults)))
}

fn told(faults: &[SourceDiagnostic]) -> String {
    faults.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>().join("; ")
}
