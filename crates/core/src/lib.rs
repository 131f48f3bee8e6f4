//! Exact, explainable scoring of compliance evidence.
//!
//! A [`Catalogue`] is the checked dependency graph of what ISO/IEC 27001, the GDPR and the seven Danish health-data principles ask. An
//! [`Assessment`] is evidence that was checked against it. [`score`] is a pure function of the two and a date: it cannot fail, reads no
//! clock and no file, and gives the same numbers as a pocket calculator, digit for digit. The rules are method 1, `docs/method.md` in
//! the repository; the sections M1 to M7 that the documentation cites are its.
//!
//! Start with [`Catalogue::new`], [`Assessment::new`] and [`score`], which has an example of all three. Documents, texts and the built-in
//! catalogues are in the crate `pejling-documents`.
#![forbid(unsafe_code)]

mod fault;
mod score;
mod change;
mod id;
mod evidence;
mod band;
mod graph;
mod catalogue;
mod assessment;
mod holding;
mod own;
mod lasting;
mod propagate;
mod held_back;
mod scores;
mod explain;
mod keystone;
mod measure;
mod plan;
mod yardstick;
mod screening;
mod warning;
mod forecast;
mod comparison;
mod bridge;
mod disclosure;

pub use assessment::{
    Assessment, AssessmentError, AssessmentFault, AssessmentPlace, DEPTH_LIMIT, EARLIEST_DATE, Entity, Exclusion, ReasonClass, Service,
    Submission,
};
pub use band::{Band, Weight};
pub use bridge::{Apart, Bridge, BridgePart, BridgeStep, Cause, ObjectiveBridge, ServiceChange, bridge};
pub use catalogue::{
    Catalogue, CatalogueError, CatalogueFault, CataloguePart, CataloguePlace, Excludable, Framework, Objective, Relation, Requirement,
};
pub use change::Change;
pub use comparison::{
    Basis, CROWD, Compared, Comparison, Count, Example, Lesson, ORDER_LIMIT, ObjectiveComparison, Order, Party, Position, Sharing, Span,
    Unranked, WeakSpot, Weighting, compare,
};
pub use disclosure::{Disclosure, FEWEST_PUBLIC};
pub use evidence::{
    Assurance, Evidence, FULL_SAMPLE, Finding, HIGHEST_LEVEL, Kind, Outcome, Selection, Target, full_sample, says_something,
};
pub use explain::{
    Bar, CauseTerm, ClosingTerm, ConsolidatedExplanation, DependencyTerm, EvidenceTerm, Explainer, MemberTerm, ObjectiveExplanation,
    RequirementExplanation, Walk, WalkStep,
};
pub use forecast::{
    Course, CourseDay, FORECAST_DAYS, Forecast, ForecastQuestion, Foreseen, KEPT_BY_AT_MOST, Keeping, Lapse, Renewal, Renewed, forecast,
};
pub use id::{EVIDENCE_ID_LENGTH_LIMIT, Edition, EntityId, EvidenceId, FrameworkId, ID_LENGTH_LIMIT, IdError, ObjectiveId, RequirementId};
pub use keystone::Keystone;
pub use measure::{Gain, Gains, Measure, MeasureFault};
pub use own::{Coverage, NotClosed};
pub use plan::{Goal, Plan, PlanStep, Proof};
pub use score::{Points, Reading, Readings, Score, ScoreError, parse_decimal};
pub use scores::{
    Applicable, Binding, Consolidated, Consolidation, Leaf, Levels, Lift, METHOD, Move, ObjectiveScore, Overall, RequirementScore, Scores,
    Standing, Subject, Supposed, SuppositionFault, Valued, Worth, score, score_on,
};
pub use screening::{Question, Screening};
pub use warning::Warning;
pub use yardstick::{Area, Level};
