//! The published JSON documents of Pejling, its texts in Danish and English, and its built-in catalogues.
//!
//! [`Library`] holds the catalogues at hand; [`Library::check`] turns the text of an assessment into a [`Checked`] one, or says
//! everything that is wrong with it, each fault with line and pointer; [`Checked::result`] is the published result. [`call`] does the same
//! from JSON to JSON, for every operation there is: it is the one boundary that bindings in other languages need.
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
    RequirementResult, ResultDocument, SignedTriple, Stamp, Triple, WarningResult, WeakestEntity, WeakestMember,
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
pub use what_if::{LiftDocument, MoveResult, MovesResult, Supposition, WhatIfDocument};
