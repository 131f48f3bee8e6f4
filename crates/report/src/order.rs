//! What is ordered: of whom, of which day, beside what. The documents that an audience needs are asked for here.

use jiff::civil::Date;
use pejling_core::{EntityId, Scores};
use pejling_documents::{Checked, Earlier, ExtractDocument, Faults, Library, Side};

use crate::agenda::agenda;
use crate::ciso::ciso;
use crate::council::council;
use crate::groups::groups;
use crate::model::{Audience, Report};
use crate::screening::screening;
use crate::steering::steering;

/// An order for a report.
#[derive(Debug)]
pub struct Order<'a> {
    /// The catalogues, and the language of the report.
    pub library: &'a Library<'a>,
    /// The assessment.
    pub checked: &'a Checked,
    /// Its scores on the date of assessment.
    pub scores: &'a Scores<'a>,
    /// Whom the report is of.
    pub entity: EntityId,
    /// The assessment of the year before, where there is one.
    pub earlier: Option<Earlier<'a>>,
    /// The last day that is foreseen.
    pub until: Date,
    /// All assessments to put side by side, one's own first: for the steering group.
    pub beside: Vec<Side<'a>>,
}

impl Order<'_> {
    /// What may be told in public: what the report to the council and the agenda item are made of.
    ///
    /// # Errors
    ///
    /// As [`Checked::extract`].
    pub fn extract(&self) -> Result<ExtractDocument, Faults> {
        self.checked.extract(self.library, self.scores, &self.entity, self.until, self.earlier)
    }

    /// The report for an audience.
    ///
    /// # Errors
    ///
    /// What the documents that it is made of refuse.
    pub fn report(&self, audience: Audience) -> Result<Report, Faults> {
        match audience {
            Audience::Council => Ok(council(&self.extract()?, self.library)),
            Audience::Agenda => Ok(agenda(&self.extract()?, self.library)),
            Audience::Ciso => ciso(self),
            Audience::Steering => steering(self),
            Audience::WorkingGroups => groups(self),
            Audience::Screening => screening(self),
        }
    }
}
