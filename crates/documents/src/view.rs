//! Views: another way to look at requirements that catalogues ask (`pejling/catalogue-view/1`). A view asks nothing of its own and moves no
//! number.

use pejling_core::{Edition, FrameworkId};

use crate::read::document;
use crate::scalar::As;
use crate::table::Table;
use crate::text::Language;
use crate::vocabulary::{ViewFormat, ViewTextsFormat};

pub use self::standing::{AreaStanding, MemberStanding, StandingDocument};

mod standing;

document! {
    /// A view: areas of requirements out of one or more catalogues.
    pub struct ViewDocument {
        /// The areas, in the order in which they are shown.
        pub areas: Vec<ViewAreaDocument>,
        /// The catalogues that the requirements are of.
        pub builds_on: Vec<As<FrameworkId>>,
        /// The edition of this view.
        pub edition: As<Edition>,
        /// What this document is.
        pub format: As<ViewFormat>,
        /// Its name.
        pub id: As<FrameworkId>,
        /// How many minutes it takes to answer for each requirement, where that was estimated.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub minutes: Table<u32>,
        /// The level of the scale that is the norm, where the view has a scale.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub norm: Option<u8>,
        /// The scale on which the view is read, as 1-5; left out: none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub scale: Option<String>,
    }

    /// One area of a view.
    pub struct ViewAreaDocument {
        /// Its name within the view.
        pub id: String,
        /// The qualified names of its requirements, in the order in which they are shown.
        pub members: Vec<String>,
    }

    /// The texts of a view in one language.
    pub struct ViewTextsDocument {
        /// Texts of areas, by name.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub areas: Table<AreaTexts>,
        /// The view that they are of.
        pub catalogue: As<FrameworkId>,
        /// What this document is.
        pub format: As<ViewTextsFormat>,
        /// The language.
        pub language: As<Language>,
        /// Why requirements are in the view, by qualified name.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub members: Table<MemberTexts>,
        /// What the view is, and what it is not.
        pub note: String,
        /// Its title.
        pub title: String,
    }

    /// The texts of an area.
    pub struct AreaTexts {
        /// Its title.
        pub title: String,
        /// Why these requirements, and why here.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub why: Option<String>,
    }

    /// The texts of a requirement in a view.
    pub struct MemberTexts {
        /// Why it is there.
        pub why: String,
    }
}

impl ViewDocument {
    /// The estimated hours, begun ones counted whole, that it takes to answer for those of its requirements that are of some catalogues, and
    /// how many these are.
    #[must_use]
    pub fn hours(&self, is_of: impl Fn(&str) -> bool) -> (u32, usize) {
        let members = self.areas.iter().flat_map(|area| &area.members);
        let minutes: Vec<u32> = members.filter(|it| is_of(it)).map(|it| self.minutes.get(it).copied().unwrap_or_default()).collect();
        (minutes.iter().fold(0_u32, |sum, minutes| sum.saturating_add(*minutes)).div_ceil(60), minutes.len())
    }
}
