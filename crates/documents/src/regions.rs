//! The register of Denmark's regions (`controls/regions.toml`): who they are, from when to when, and what became of them.

use std::sync::LazyLock;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::diagnostic::{Fault, Faults};
use crate::library::{Library, read_own};
use crate::read::{document, near, shorten};
use crate::scalar::As;
use crate::table::Table;
use crate::text::Language;
use crate::vocabulary::{RegionRegisterFormat, RegionsFormat};

document! {
    /// The register as it is written: every value has its source, and what has none is left out.
    pub struct RegionRegister {
        /// What this document is.
        pub format: As<RegionRegisterFormat>,
        /// The regions.
        pub regions: Vec<RegionDocument>,
        /// What it is taken from.
        pub sources: Vec<RegionSource>,
    }

    /// One region of the register.
    pub struct RegionDocument {
        /// The code of the public registers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub code: Option<String>,
        /// The first day on which there is such a region.
        pub from: As<Date>,
        /// The code of ISO 3166-2.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub iso_3166_2: Option<String>,
        /// Its name.
        pub name_da: String,
        /// Its name in English.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub name_en: Option<String>,
        /// The regions that it was made of.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub predecessors: Vec<String>,
        /// The name by which it is known here and in assessments.
        pub slug: String,
        /// Where each value is taken from, by field.
        pub sources: Table<String>,
        /// The last day on which there is such a region; left out: no end is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub until: Option<As<Date>>,
    }

    /// What values of the register are taken from.
    pub struct RegionSource {
        /// How it is cited.
        pub citation: String,
        /// Its name in the register.
        pub id: String,
    }
}

/// The register that is built in.
#[must_use]
pub fn region_register() -> Option<&'static RegionRegister> {
    static REGISTER: LazyLock<Option<RegionRegister>> = LazyLock::new(|| read_own(include_str!("../controls/regions.toml")));
    REGISTER.as_ref()
}

/// The region of that slug.
pub(crate) fn region(slug: &str) -> Option<&'static RegionDocument> {
    regions().iter().find(|it| it.slug == slug)
}

/// The regions of the register, in its order.
pub(crate) fn regions() -> &'static [RegionDocument] {
    region_register().map(|register| register.regions.as_slice()).unwrap_or_default()
}

/// How many regions there are on a day.
pub(crate) fn count_on(day: Date) -> usize {
    regions().iter().filter(|it| it.is_valid(day)).count()
}

/// The slug that a name was probably meant to be.
pub(crate) fn near_slug(name: &str) -> Option<String> {
    near(name, regions().iter().map(|it| it.slug.as_str()))
}

impl RegionDocument {
    /// Whether there is such a region on a day.
    #[must_use]
    pub fn is_valid(&self, day: Date) -> bool {
        self.from.0 <= day && self.until.as_ref().is_none_or(|until| day <= until.0)
    }

    /// Its name in a language: the Danish one where no other is sourced.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Danish => &self.name_da,
            Language::English => self.name_en.as_deref().unwrap_or(&self.name_da),
        }
    }
}

/// The regions, all of them or those of one day, `pejling/regions/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RegionsDocument {
    /// How many regions these are. Means over different numbers of regions do not compare.
    pub count: usize,
    /// What this document is.
    pub format: As<RegionsFormat>,
    /// The day that was asked about; null: all that the register knows.
    pub on: Option<As<Date>>,
    /// The regions, in the order of the register.
    pub regions: Vec<RegionResult>,
    /// What their values are taken from.
    pub sources: Vec<RegionSource>,
}

/// One region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RegionResult {
    /// The code of the public registers; null where it is not sourced.
    pub code: Option<String>,
    /// The first day on which there is such a region.
    pub from: As<Date>,
    /// The code of ISO 3166-2; null where it is not sourced.
    pub iso_3166_2: Option<String>,
    /// Its name.
    pub name_da: String,
    /// Its name in English; null where it is not sourced.
    pub name_en: Option<String>,
    /// What has no source, by field.
    pub not_sourced: Vec<String>,
    /// The regions that it was made of.
    pub predecessors: Vec<String>,
    /// The name by which it is known here and in assessments.
    pub slug: String,
    /// Where each value is taken from, by field.
    pub sources: Table<String>,
    /// The regions that it is a predecessor of.
    pub successors: Vec<String>,
    /// The last day on which there is such a region; null: no end is known.
    pub until: Option<As<Date>>,
}

impl From<&RegionDocument> for RegionResult {
    fn from(region: &RegionDocument) -> Self {
        let RegionDocument { code, from, iso_3166_2, name_da, name_en, predecessors, slug, sources, until } = region.clone();
        let absent = [("code", code.is_none()), ("iso_3166_2", iso_3166_2.is_none()), ("name_en", name_en.is_none())];
        let later = regions().iter().filter(|it| it.predecessors.contains(&slug));
        Self {
            not_sourced: absent.iter().filter(|(_, is_absent)| *is_absent).map(|(field, _)| (*field).to_owned()).collect(),
            successors: later.map(|it| it.slug.clone()).collect(),
            code,
            from,
            iso_3166_2,
            name_da,
            name_en,
            predecessors,
            slug,
            sources,
            until,
        }
    }
}

impl RegionsDocument {
    /// One plain sentence: how many regions there are.
    #[must_use]
    pub fn sentence(&self, library: &Library<'_>) -> String {
        let count = self.count.to_string();
        match &self.on {
            Some(day) => library.language.text_with("regions-on", &[("count", &count), ("date", &day.0.to_string())]),
            None => library.language.text_with("regions-all", &[("count", &count)]),
        }
    }
}

impl Library<'_> {
    /// The regions that the register knows: all of them or the one of a slug, and of a day or of all time.
    ///
    /// # Errors
    ///
    /// A fault where the register knows no region of that slug.
    pub fn regions(&self, slug: Option<&str>, on: Option<Date>) -> Result<RegionsDocument, Faults> {
        if let Some(slug) = slug.filter(|slug| region(slug).is_none()) {
            let known: Vec<_> = regions().iter().map(|it| it.slug.as_str()).collect();
            let fault = Fault::new("unknown-region", &[("region", &shorten(slug)), ("known", &known.join(", "))]);
            return Err(Faults::one(fault.suggesting(near_slug(slug)).at("/name"), self.language));
        }
        let asked = |it: &&RegionDocument| slug.is_none_or(|slug| it.slug == slug) && on.is_none_or(|day| it.is_valid(day));
        let regions: Vec<RegionResult> = regions().iter().filter(asked).map(RegionResult::from).collect();
        let is_cited = |source: &&RegionSource| regions.iter().any(|it| it.sources.values().any(|id| *id == source.id));
        let sources = region_register().map(|register| register.sources.as_slice()).unwrap_or_default();
        let sources = sources.iter().filter(is_cited).cloned().collect();
        Ok(RegionsDocument { count: regions.len(), format: As(RegionsFormat), on: on.map(As), regions, sources })
    }
}
