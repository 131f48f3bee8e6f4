//! Assessments of compliance as published documents: read, scored, explained, planned and compared.
//!
//! This is the crate to embed. It reads an assessment against ISO/IEC 27001, the GDPR and the seven Danish health-data principles, which are built
//! in, says everything that is wrong with it, and answers with the documents of Pejling in JSON: scores, explanations, plans, bridges, .. All
//! arithmetic is in `pejling-core`.
//!
//! Four things to start with:
//!
//! - [`Library`]: the catalogues at hand, the language of messages, and the limits of reading. [`Library::check`] turns text into
//! - a [`Checked`] assessment, the source of every answer: [`Checked::result`], [`Checked::explain`], [`Checked::plan`], [`Checked::bridge`], ..
//! - [`Faults`]: everything that stands in the way, each with its code, its line and pointer, and what to do.
//! - [`call`]: every [`Operation`] from JSON to JSON. It is all that a binding of another language needs.
//!
//! ```
//! use pejling_documents::{Language, Library, Source, to_json};
//!
//! let library = Library::new(Language::English);
//! let text = r#"{
//!     "format": "pejling/assessment/1", "organisation": "bakkeland", "as_of": "2026-06-30",
//!     "catalogues": {"iso27001-2022": "2026.1"},
//!     "evidence": [{"id": "E-1", "requirement": "iso27001-2022:4.1", "kind": "audit", "date": "2026-06-01", "result": "90",
//!         "assurance": "independent", "by": "an auditor", "reference": "case 2026-14"}]
//! }"#;
//! let checked = library.check(Source::text(text))?; // or every fault at once
//! let result = checked.result(checked.as_of(None)?);
//! let clause_4 = result.leaves["bakkeland"].objectives["iso27001-2022:chapter-4"].as_ref().unwrap();
//! assert_eq!(clause_4.score.substantiated.to_string(), "22.50"); // 4.1 at 90, three others without evidence: 90 / 4
//! assert!(to_json(&result).starts_with("{\n  \"as_of\": \"2026-06-30\",")); // the bytes that every surface answers
//!
//! let faults = library.check(Source::text(&text.replace("audit\", \"date", "guess\", \"date"))).unwrap_err();
//! assert_eq!((faults.faults[0].code.as_str(), faults.faults[0].at.line), ("unknown-name", Some(4)));
//! # Ok::<(), pejling_documents::Faults>(())
//! ```
#![forbid(unsafe_code)]

mod limits;
mod text;
mod cpr;
mod diagnostic;
mod tree;
mod read;
mod scalar;
mod table;
mod vocabulary;
mod assessment;
mod guide;
mod references;
mod view;
mod catalogue;
mod built_in;
mod digest;
mod library;
mod succession;
mod check;
mod migrate;
mod result;
mod warning;
mod dissent;
mod explanation;
mod soa;
mod vector;
mod verify;
mod lint;
mod show;
mod screening;
mod forecast;
mod graph;
mod measure;
mod what_if;
mod gains;
mod plan;
mod comparison;
mod bridge;
mod follow_up;
mod extract;
mod regions;
mod merge;
mod import_map;
mod call;
mod schema;

pub use assessment::{
    AssessmentDocument, ControlStatementDocument, DissentDocument, EntityDocument, EvidenceDocument, ExclusionDocument, MeasureDocument,
    MemberWeightDocument, ServiceDocument, SharingDocument, SignOffDocument, SignatureDocument, StatementDocument, WeightingDocument,
};
pub use bridge::{
    ApartReason, ApartResult, BridgeDocument, BridgeEnd, ObjectiveBridgeResult, ServiceResult, StepKind, StepResult, WeightResult,
};
pub use call::{Answer, Call, CatalogueSummary, CheckReport, Operation, call, call_within};
pub use catalogue::diff::{CatalogueDiffDocument, ChangeKind, ChangeResult, Effect, ReachResult, TouchedResult};
pub use catalogue::{
    CatalogueDocument, CircleTexts, ObjectiveDocument, ObjectiveTexts, RequirementDocument, RequirementTexts, SourceDocument, TextsDocument,
};
pub use check::Checked;
pub use comparison::{
    ComparisonDocument, ComparisonOptions, CountResult, EvidenceCount, FigureResult, LessonResult, NamedOther, ObjectiveComparisonResult,
    OrderResult, OwnEntity, PositionTriple, Ranking, Side, SpanResult, WeakSpotResult,
};
pub use cpr::mask;
pub use diagnostic::{Diagnostic, FAULT_LIMIT, Faults, Place, Severity};
pub use digest::{catalogue_digest, content_to_json, to_json};
pub use dissent::DissentResult;
pub use explanation::{
    CauseTerm, ChildTerm, ClosingTerm, ConsolidatedWhy, CriticalTerm, DependencyTerm, EvidenceTerm, ExclusionTerm, ExplanationDocument,
    FindingTerm, Found, MemberTerm, ObjectiveWhy, PathStep, PointsTriple, RequirementWhy, StepTerm, WalkTerm, Why,
};
pub use extract::{
    AreaFigure, Earlier, ExtractDocument, FollowedResult, FrameworkExtract, PlannedResult, PublicDissent, PublicFigure, SinceResult,
    WholeBridge, YardstickArea, foreseen_until,
};
pub use follow_up::{FollowUp, FollowUpDocument, FollowedMeasure, MeasureSince};
pub use forecast::{
    BandChange, CourseResult, DayResult, ForecastDocument, GroupResult, KeepingWord, LapseResult, RenewalName, RenewalResult,
    RenewedResult, WorthResult,
};
pub use gains::{GainResult, GainsDocument, GainsResult, KeystoneResult};
pub use graph::DependencyGraph;
pub use guide::{GuideDocument, RequirementGuide};
pub use import_map::{ImportMapDocument, ImportSheetDocument};
pub use library::{Library, Source};
pub use limits::Limits;
pub use measure::ValueResult;
pub use merge::{
    CombinedScore, MergedItem, MergedObjective, Merger, MergerAccount, MergerCounts, MergerDocument, MergerOutcome, MergerPart,
    MergerSeries, MergerTerms, PartScore, RegionCounts, StatementsToDecide,
};
pub use migrate::{Decision, DecisionNeeded, Migrated, MigratedTo, Migration, MigrationCounts, MigrationEnd, MigrationReport, Outcome};
pub use plan::{LeftOut, PlanDocument, PlanStepResult, ProofResult};
pub use references::{ReferenceDocument, ReferencesDocument};
pub use regions::{RegionDocument, RegionRegister, RegionResult, RegionSource, RegionsDocument, region_register};
pub use result::{
    BarResult, BindingResult, ConsolidatedResult, ConsolidationResult, HeldBackResult, LeafResult, Numbers, ObjectiveResult,
    RequirementResult, ResultDocument, SignedTriple, Stamp, Triple, WeakestEntity, WeakestMember,
};
pub use scalar::{As, Percent, Signed, WeightNumber};
pub use schema::{SCHEMAS, schema};
pub use screening::{ConditionMeasure, ScreeningDocument, ScreeningQuestion};
pub use show::{EdgePage, RequirementPage};
pub use soa::{ControlMark, ControlResult, ControlState, MissingWord, SoaDocument, SoaExclusion, StatementMark};
pub use succession::{SuccessorsDocument, succession};
pub use table::Table;
pub use text::{Language, capital};
pub use vector::{Difference, differences};
pub use verify::Verdict;
pub use view::{AreaStanding, AreaTexts, MemberStanding, MemberTexts, StandingDocument, ViewAreaDocument, ViewDocument, ViewTextsDocument};
pub use vocabulary::{
    Area, AssessmentFormat, BridgeFormat, CatalogueDiffFormat, CatalogueFormat, ComparisonFormat, EntityKind, ExplanationFormat,
    ExtractFormat, Family, FollowUpFormat, ForecastFormat, GraphForm, Group, GuideFormat, ImportMapFormat, MeasureStatus, MergerFormat,
    MigrationFormat, ReferencesFormat, RegionRegisterFormat, RegionsFormat, ResultFormat, ScreeningFormat, SignOffStatus, SoaFormat,
    StandingFormat, SuccessorsFormat, TextsFormat, TitleStatus, ViewFormat, ViewTextsFormat, Voice,
};
pub use vocabulary::{Fate, GainsFormat, PlanFormat, PlanSource, ProofKind, WhatIfFormat};
pub use warning::{WarningResult, WarningTold};
pub use what_if::{LiftDocument, MoveResult, MovesResult, Supposition, WhatIfDocument};
