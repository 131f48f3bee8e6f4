//! Exact, explainable scoring of compliance evidence.
//!
//! Requirements rest on each other, evidence says how far each is met, and a date says how old the evidence is. Of these three [`score`] makes
//! scores that anyone can recompute with a pocket calculator, digit for digit: it is a pure function, cannot fail, and reads no clock and no
//! file. The rules are method 1, `docs/method.md` in the repository; the sections M1 to M7 that the documentation cites are its.
//!
//! Four types to start with:
//!
//! - [`Catalogue`]: what is asked, and what rests on what. Checked as a whole by [`Catalogue::new`].
//! - [`Assessment`]: evidence, entities and what does not apply, checked against a catalogue by [`Assessment::new`].
//! - [`Scores`]: what [`score`] found. [`Scores::overall`] is one score, [`Leaf::explain`] the terms behind it, [`Scores::file`] takes in one more
//!   evidence.
//! - [`Readings`]: each score thrice. *Substantiated* would stand before an auditor, *declared* takes everybody's word in full, *possible* is 100
//!   less what is known to be wrong.
//!
//! ```
//! use std::sync::Arc;
//! use jiff::civil::date;
//! use pejling_core::*;
//!
//! // Logging is supported by identity management: it is worth no more than halfway between that and 100.
//! let requirement = |id: &str, supported_by: Vec<RequirementId>| Requirement {
//!     id: id.parse().unwrap(), target: None, composite: false, excludable: Excludable::Freely, requires: vec![], supported_by,
//! };
//! let (logging, identities) = ("iso:A.8.15", "iso:A.5.16");
//! let framework = Framework {
//!     id: "iso".parse().unwrap(), edition: "1".parse().unwrap(), builds_on: vec![], objectives: vec![],
//!     requirements: vec![requirement(identities, vec![]), requirement(logging, vec![identities.parse().unwrap()])],
//! };
//! let catalogue = Arc::new(Catalogue::new(vec![framework]).unwrap()); // or every fault
//!
//! let audit = |id: &str, requirement: &str, result: &str| Evidence {
//!     id: id.parse().unwrap(), requirement: requirement.parse().unwrap(), entity: "bakkeland".parse().unwrap(),
//!     kind: Kind::Audit, date: date(2026, 6, 1), assurance: Assurance::Independent,
//!     by: Some("an auditor".into()), reference: Some("2026-14".into()), valid_days: None, closes: vec![],
//!     finding: Finding::Result { share: Score::FULL, result: result.parse().unwrap() },
//! };
//! let submission = Submission {
//!     organisation: "bakkeland".parse().unwrap(),
//!     entities: vec![Entity { id: "bakkeland".parse().unwrap(), parent: None, weight: Weight::ONE, serves: vec![] }],
//!     evidence: vec![audit("e1", logging, "90"), audit("e2", identities, "40")],
//!     exclusions: vec![],
//! };
//! let assessment = Assessment::new(catalogue, submission).unwrap(); // or every fault
//!
//! let scores = score(&assessment, date(2026, 6, 30));
//! let found = scores.overall(&"bakkeland".parse().unwrap(), &logging.parse().unwrap()).unwrap();
//! assert_eq!(found.score.substantiated.to_string(), "70.00"); // the smaller of 90 and (100 + 40) / 2
//! assert_eq!(found.band(), Some(Band::Largely));
//! ```
//!
//! Documents in JSON, texts in Danish and English and the built-in catalogues are in the crate `pejling-documents`.
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
pub use score::{Points, Reading, Readings, Score, ScoreError};
pub use scores::{
    Applicable, Binding, Consolidated, Consolidation, Leaf, Levels, Lift, METHOD, Move, ObjectiveScore, Overall, RequirementScore, Scores,
    Standing, Subject, Supposed, SuppositionFault, Valued, Worth, score, score_on,
};
pub use screening::{Question, Screening};
pub use warning::Warning;
pub use yardstick::{Area, Level};
