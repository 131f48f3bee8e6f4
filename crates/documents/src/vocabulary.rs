//! Words of documents that no number depends on: areas, groups, families, kinds of entity, states of measures.

use pejling_core::named;

use crate::diagnostic::Fault;
use crate::read::shorten;
use crate::scalar::{Spelled, names};
use crate::text::Language;
use schemars::{Schema, json_schema};
use std::borrow::Cow;

named! {
    /// The four areas that the regions follow up on.
    Area {
        /// Security of systems (Danish: systemmæssig sikkerhed).
        Systems = "systems",
        /// Physical security (Danish: fysisk sikkerhed).
        Physical = "physical",
        /// Demands of law and contract (Danish: lov- og kontraktkrav).
        LawAndContract = "law-and-contract",
        /// Staff and processes (Danish: personale og processer).
        StaffAndProcesses = "staff-and-processes",
    }
}

named! {
    /// The four working groups under the regions' steering group.
    Group {
        /// It- og cybersikkerhed.
        ItAndCyberSecurity = "it-and-cyber-security",
        /// Jura og kontraktkrav.
        LawAndContracts = "law-and-contracts",
        /// Organisation og ledelse.
        OrganisationAndManagement = "organisation-and-management",
        /// Databeskyttelsesrådgiverfunktionen.
        DataProtectionOfficers = "data-protection-officers",
    }
}

named! {
    /// What kind of aggregate an objective is.
    Family {
        /// The whole framework.
        Framework = "framework",
        /// A chapter of ISO/IEC 27001.
        Chapter = "chapter",
        /// A theme of the GDPR.
        Theme = "theme",
        /// One of the seven principles.
        Principle = "principle",
        /// A follow-up area.
        Area = "area",
        /// A working group's field.
        Group = "group",
        /// A value of an attribute of ISO/IEC 27002.
        Attribute = "attribute",
    }
}

named! {
    /// What an entity is.
    EntityKind {
        /// A region.
        Region = "region",
        /// A hospital.
        Hospital = "hospital",
        /// Any other unit.
        Unit = "unit",
        /// An IT system.
        System = "system",
        /// A project.
        Project = "project",
        /// A supplier.
        Supplier = "supplier",
        /// A shared platform.
        Platform = "platform",
    }
}

named! {
    /// How far a measure has come.
    MeasureStatus {
        /// Somebody proposed it.
        Proposed = "proposed",
        /// It was decided.
        Decided = "decided",
        /// It was started.
        Started = "started",
        /// It is done.
        Done = "done",
        /// It was dropped.
        Dropped = "dropped",
    }
}

named! {
    /// Whose differing view a dissent is.
    Voice {
        /// The data protection officer (Danish: databeskyttelsesrådgiver).
        Dpo = "dpo",
        /// An auditor.
        Auditor = "auditor",
    }
}

named! {
    /// Whether an assessment is a draft or final.
    SignOffStatus {
        /// Work goes on.
        Draft = "draft",
        /// It was approved.
        Final = "final",
    }
}

named! {
    /// Where a title comes from.
    TitleStatus {
        /// The source's own words.
        Quoted = "quoted",
        /// Our translation, or our own words where the source has none.
        Ours = "ours",
        /// A heading that we had to give, because the source states a theme and no title.
        WorkingHeading = "working-heading",
    }
}

named! {
    /// What a dependency graph is drawn in.
    GraphForm {
        /// DOT, which Graphviz draws.
        Dot = "dot",
        /// SVG, which browsers show.
        Svg = "svg",
    }
}

named! {
    /// What a plan is made of.
    PlanSource {
        /// The measures of the assessment that are still to be done.
        Measures = "measures",
        /// One for each requirement: that it scores 100 by its own evidence, at the cost 1.
        Requirements = "requirements",
    }
}

named! {
    /// How good a plan is, compared to all there could be.
    ProofKind {
        /// No other choice is better: every one was tried or ruled out.
        Exact = "exact",
        /// It was put together of bundles; no choice within the budget is worth more than what is told.
        AtMost = "at_most",
        /// It was put together of bundles; no choice that reaches the band costs less than what is told.
        AtLeast = "at_least",
        /// Not even all together reach the band.
        OutOfReach = "out_of_reach",
    }
}

named! {
    /// Why a plan does not take a measure of the assessment.
    Fate {
        /// It is done: the evidence says what it brought.
        Done = "done",
        /// It was dropped.
        Dropped = "dropped",
        /// It lifts nothing that the objective rests on.
        MovesNothing = "moves_nothing",
        /// Others bring more for the cost.
        NotTaken = "not_taken",
        /// The plan was made of requirements.
        NotAsked = "not_asked",
    }
}

names! {
    Area, "One of the four areas that the regions follow up on.";
    Group, "One of the four working groups under the regions' steering group.";
    Family, "What kind of aggregate an objective is.";
    EntityKind, "What an entity is.";
    MeasureStatus, "How far a measure has come.";
    Voice, "Whose differing view a dissent is.";
    SignOffStatus, "Whether an assessment is a draft or final.";
    TitleStatus, "Where a title comes from.";
    GraphForm, "What a dependency graph is drawn in.";
    PlanSource, "What a plan is made of.";
    ProofKind, "How good a plan is, compared to all there could be.";
    Fate, "Why a plan does not take a measure of the assessment.";
}

impl Spelled for Language {
    fn parse(text: &str) -> Result<Self, Fault> {
        text.parse().map_err(|known: String| Fault::new("unknown-name", &[("name", &shorten(text)), ("known", &known)]))
    }

    fn print(&self) -> Cow<'_, str> {
        self.code().into()
    }

    fn stand_in() -> Option<Self> {
        Some(Self::English)
    }

    fn schema() -> (&'static str, Schema) {
        ("Language", json_schema!({"type": "string", "description": "A language of texts.", "enum": ["da", "en"]}))
    }
}

/// Declares the name and version by which a document says what it is.
macro_rules! formats {
    ($($(#[$doc:meta])* $name:ident = $format:literal;)+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
            pub struct $name;

            impl Spelled for $name {
                fn parse(text: &str) -> Result<Self, Fault> {
                    let wrong = || Fault::new("wrong-format", &[("found", &shorten(text)), ("expected", &$format)]);
                    (text == $format).then_some(Self).ok_or_else(wrong)
                }

                fn print(&self) -> Cow<'_, str> {
                    $format.into()
                }

                fn stand_in() -> Option<Self> {
                    Some(Self)
                }

                fn schema() -> (&'static str, Schema) {
                    (stringify!($name), json_schema!({"type": "string", "const": $format, "description": "What this document is."}))
                }
            }
        )+
    };
}
formats! {
    /// `pejling/assessment/1`.
    AssessmentFormat = "pejling/assessment/1";
    /// `pejling/catalogue/1`.
    CatalogueFormat = "pejling/catalogue/1";
    /// `pejling/catalogue-texts/1`.
    TextsFormat = "pejling/catalogue-texts/1";
    /// `pejling/catalogue-guide/1`.
    GuideFormat = "pejling/catalogue-guide/1";
    /// `pejling/catalogue-references/1`.
    ReferencesFormat = "pejling/catalogue-references/1";
    /// `pejling/catalogue-view/1`.
    ViewFormat = "pejling/catalogue-view/1";
    /// `pejling/catalogue-view-texts/1`.
    ViewTextsFormat = "pejling/catalogue-view-texts/1";
    /// `pejling/catalogue-diff/1`.
    CatalogueDiffFormat = "pejling/catalogue-diff/1";
    /// `pejling/soa/1`.
    SoaFormat = "pejling/soa/1";
    /// `pejling/result/1`.
    ResultFormat = "pejling/result/1";
    /// `pejling/view/1`.
    StandingFormat = "pejling/view/1";
    /// `pejling/screening/1`.
    ScreeningFormat = "pejling/screening/1";
    /// `pejling/explanation/1`.
    ExplanationFormat = "pejling/explanation/1";
    /// `pejling/catalogue-successors/1`.
    SuccessorsFormat = "pejling/catalogue-successors/1";
    /// `pejling/migration/1`.
    MigrationFormat = "pejling/migration/1";
    /// `pejling/what-if/1`.
    WhatIfFormat = "pejling/what-if/1";
    /// `pejling/gains/1`.
    GainsFormat = "pejling/gains/1";
    /// `pejling/plan/1`.
    PlanFormat = "pejling/plan/1";
    /// `pejling/forecast/1`.
    ForecastFormat = "pejling/forecast/1";
    /// `pejling/import-map/1`.
    ImportMapFormat = "pejling/import-map/1";
    /// `pejling/comparison/1`.
    ComparisonFormat = "pejling/comparison/1";
    /// `pejling/bridge/1`.
    BridgeFormat = "pejling/bridge/1";
    /// `pejling/follow-up/1`.
    FollowUpFormat = "pejling/follow-up/1";
    /// `pejling/region-register/1`.
    RegionRegisterFormat = "pejling/region-register/1";
    /// `pejling/regions/1`.
    RegionsFormat = "pejling/regions/1";
    /// `pejling/merger/1`.
    MergerFormat = "pejling/merger/1";
    /// `pejling/extract/1`.
    ExtractFormat = "pejling/extract/1";
}
