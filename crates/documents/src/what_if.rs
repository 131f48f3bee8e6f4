//! What the scores would be if something were so: `pejling/what-if/1`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pejling_core::{
    AssessmentError, Band, Change, EntityId, Lift, METHOD, Move, Overall, RequirementId, Scores, Subject, Supposed, SuppositionFault,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::EvidenceDocument;
use crate::check::Checked;
use crate::diagnostic::{Fault, Faults, Origin};
use crate::dissent::DissentResult;
use crate::explanation::PathStep;
use crate::library::{Library, Source, read_document};
use crate::read::{document, near};
use crate::result::{SignedTriple, Stamp, Triple};
use crate::scalar::{As, Percent};
use crate::vocabulary::WhatIfFormat;

document! {
    /// A requirement that would score at least this by its own evidence.
    pub struct LiftDocument {
        /// For whom, and for all below; left out: the entity that is asked about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub entity: Option<As<EntityId>>,
        /// The own score.
        pub own: Percent,
        /// The requirement.
        pub requirement: As<RequirementId>,
    }
}

/// What is supposed.
#[derive(Clone, Debug, Default)]
pub struct Supposition {
    /// Requirements that would score more.
    pub lifts: Vec<LiftDocument>,
    /// Evidence that would be filed besides, or in the place of one of the same name.
    pub evidence: Vec<EvidenceDocument>,
}

/// Every score that would move, at an entity and at all below.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WhatIfDocument {
    /// The date of assessment.
    pub as_of: As<Date>,
    /// The digest of the assessment.
    pub assessment: String,
    /// The catalogues by name, with edition and digest.
    pub catalogues: BTreeMap<String, Stamp>,
    /// The views of others that concern what is declared here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<DissentResult>,
    /// The entity.
    pub entity: String,
    /// The names of the evidence that was supposed.
    pub evidence: Vec<String>,
    /// What this document is.
    pub format: As<WhatIfFormat>,
    /// The requirements that were supposed to score more.
    pub lifts: Vec<LiftDocument>,
    /// The version of the scoring method.
    pub method: String,
    /// What would move, by entity; those where nothing would are left out.
    pub moves: BTreeMap<String, MovesResult>,
}

/// What would move at one entity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MovesResult {
    /// The objectives, by name.
    pub objectives: BTreeMap<String, MoveResult>,
    /// The requirements, by name.
    pub requirements: BTreeMap<String, MoveResult>,
}

/// A score that would move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MoveResult {
    /// What it would be; null where it would not apply.
    pub after: Option<Triple>,
    /// The band then; null unless something is assessed.
    pub band_after: Option<As<Band>>,
    /// The band now; null unless something is assessed.
    pub band_before: Option<As<Band>>,
    /// What it is; null where it does not apply.
    pub before: Option<Triple>,
    /// How far it would move; null where it applies only before or after.
    pub change: Option<SignedTriple>,
    /// Where another requirement moves it: the way to that. Empty for what moves by its own evidence, for objectives, and above the leaves.
    pub through: Vec<PathStep>,
}

impl From<Move<'_>> for MoveResult {
    fn from(it: Move<'_>) -> Self {
        let Move { of: _, before, after, path } = it;
        let changes = |(before, after): (Overall, Overall)| before.score.zip(after.score).map(|(was, is)| Change::between(was, is));
        let step = |(relation, id): (_, &RequirementId)| PathStep { relation: As(relation), requirement: id.to_string() };
        Self {
            after: after.map(|it| Triple::from(it.score)),
            band_after: after.and_then(|it| it.band()).map(As),
            band_before: before.and_then(|it| it.band()).map(As),
            before: before.map(|it| Triple::from(it.score)),
            change: before.zip(after).map(changes).map(SignedTriple::from),
            through: path.into_iter().map(step).collect(),
        }
    }
}

impl Library<'_> {
    /// Reads evidence that is to be supposed: one, or a list of them, as an assessment has it.
    ///
    /// # Errors
    ///
    /// Every fault there is, in the order of the text.
    pub fn read_evidence(&self, source: Source<'_>) -> Result<Vec<EvidenceDocument>, Faults> {
        let words = |faults| Faults::new(faults, &Origin::file(source.text, source.name), self.language);
        let as_json = Source { name: None, ..source };
        let faults = if source.text.trim_start().starts_with('[') {
            let (evidence, _, faults) = read_document::<Vec<EvidenceDocument>>(as_json, &self.limits).map_err(words)?;
            if faults.is_empty() {
                return Ok(evidence);
            }
            faults
        } else {
            let (evidence, _, faults) = read_document::<EvidenceDocument>(as_json, &self.limits).map_err(words)?;
            if faults.is_empty() {
                return Ok(vec![evidence]);
            }
            faults
        };
        Err(words(faults))
    }
}

impl Checked {
    /// What the scores would be if something were so.
    ///
    /// # Errors
    ///
    /// Every fault of what is supposed: unknown names, composites, contradicting findings, evidence dated after the date of assessment; and
    /// an unknown entity.
    pub fn what_if(&self, scores: &Scores<'_>, entity: &EntityId, supposition: &Supposition) -> Result<WhatIfDocument, Faults> {
        self.known_entity(entity)?;
        let Supposition { lifts, evidence } = supposition;
        let of_entity = |lift: &LiftDocument| lift.entity.as_ref().map_or_else(|| entity.clone(), |it| it.0.clone());
        let raised: Vec<Lift> =
            lifts.iter().map(|it| Lift { requirement: it.requirement.0.clone(), entity: of_entity(it), own: it.own.0 }).collect();
        let mut faults = Vec::new();
        let mut filed = Vec::new();
        for (index, one) in evidence.iter().enumerate() {
            if one.date.0 > scores.as_of() {
                let args: &[(_, &dyn std::fmt::Display)] = &[("evidence", &one.id.0), ("date", &one.date.0), ("as_of", &scores.as_of())];
                faults.push(Fault::new("supposed-in-the-future", args).at(format!("/evidence/{index}/date")));
            }
            match one.to_evidence(self.assessment().organisation()) {
                Ok(one) => filed.push(one),
                Err(wrong) => faults.extend(wrong.into_iter().map(|(field, fault)| fault.at(format!("/evidence/{index}{field}")))),
            }
        }
        if raised.is_empty() && evidence.is_empty() {
            faults.push(Fault::new("nothing-supposed", &[]).at("/set"));
        }
        let supposed = match scores.what_if(&raised, filed) {
            Ok(supposed) if faults.is_empty() => supposed,
            Ok(_) => return Err(Faults::new(faults, &Origin::file("", None), self.language())),
            Err(wrong) => {
                faults.extend(wrong.iter().map(|fault| self.supposition_fault(fault)));
                return Err(Faults::new(faults, &Origin::file("", None), self.language()));
            }
        };
        let catalogues = self.stamps().clone();
        let mut lifts: Vec<LiftDocument> = lifts
            .iter()
            .map(|it| LiftDocument { entity: Some(As(of_entity(it))), own: it.own, requirement: it.requirement.clone() })
            .collect();
        lifts.sort_by(|a, b| (&a.requirement, &a.entity, a.own).cmp(&(&b.requirement, &b.entity, b.own)));
        let mut evidence: Vec<String> = evidence.iter().map(|one| one.id.0.to_string()).collect();
        evidence.sort_unstable();
        let moves = self.moves(&supposed, entity);
        Ok(WhatIfDocument {
            as_of: As(scores.as_of()),
            assessment: self.digest(),
            catalogues,
            dissent: self.dissent_on_moves(&moves),
            entity: entity.to_string(),
            evidence,
            format: As(WhatIfFormat),
            lifts,
            method: METHOD.to_owned(),
            moves,
        })
    }

    fn moves(&self, supposed: &Supposed<'_>, entity: &EntityId) -> BTreeMap<String, MovesResult> {
        let is_below = |id: &EntityId| self.assessment().entity_and_above(id).any(|above| above == entity);
        let entities = self.assessment().entities().iter().map(|it| &it.id).filter(|id| is_below(id));
        let moves = entities.map(|id| {
            let mut moved = MovesResult::default();
            for it in supposed.moves(id) {
                match it.of {
                    Subject::Requirement(of) => moved.requirements.insert(of.to_string(), it.into()),
                    Subject::Objective(of) => moved.objectives.insert(of.to_string(), it.into()),
                };
            }
            (id.to_string(), moved)
        });
        moves.filter(|(_, moved)| *moved != MovesResult::default()).collect()
    }

    /// Every dissent that concerns a declared reading that moves.
    fn dissent_on_moves(&self, moves: &BTreeMap<String, MovesResult>) -> Vec<DissentResult> {
        let dissent = moves.iter().filter_map(|(entity, moved)| {
            let shown = moved.objectives.keys().chain(moved.requirements.keys()).map(String::as_str);
            Some(self.dissent_among(&entity.parse().ok()?, shown))
        });
        let dissent: BTreeSet<DissentResult> = dissent.flatten().collect();
        dissent.into_iter().collect()
    }

    fn supposition_fault(&self, fault: &SuppositionFault) -> Fault {
        let (place, error) = match fault {
            SuppositionFault::Lift { position, error } => (format!("/set/{position}"), error),
            SuppositionFault::Evidence { position, error } => (format!("/evidence/{position}"), error),
        };
        let catalogue = self.assessment().catalogue();
        let (field, suggestion) = match error {
            AssessmentError::UnknownRequirement { requirement } => {
                ("/requirement", near(requirement.as_str(), catalogue.requirements().iter().map(|it| it.id.as_str())))
            }
            AssessmentError::EvidenceOnComposite { .. } => ("/requirement", None),
            AssessmentError::UnknownEntity { entity } => {
                ("/entity", near(entity.as_str(), self.assessment().entities().iter().map(|it| it.id.as_str())))
            }
            _ => ("", None),
        };
        Fault { args: error.args(), ..Fault::new(error.code(), &[]) }.suggesting(suggestion).at(format!("{place}{field}"))
    }
}

impl WhatIfDocument {
    /// In one sentence: what would happen to the whole of each framework, and how many scores would move in all.
    #[must_use]
    pub fn sentence(&self, library: &Library<'_>) -> String {
        let language = library.language;
        let here = self.moves.get(&self.entity);
        let count = self.moves.values().map(|it| it.objectives.len() + it.requirements.len()).sum::<usize>().to_string();
        let wholes = here.into_iter().flat_map(|it| &it.objectives).filter(|(id, _)| library.is_whole(id));
        let told: Vec<String> = wholes
            .filter_map(|(id, moved)| {
                let (before, after, change) = (moved.before?, moved.after?, moved.change.as_ref()?);
                (change.substantiated.0 != Change::NONE).then(|| {
                    let args = [
                        ("objective", library.name_of(id)),
                        ("before", language.number(before.substantiated)),
                        ("after", language.number(after.substantiated)),
                        ("change", language.number(change.substantiated)),
                    ];
                    language.text_with("what-if-whole", &args)
                })
            })
            .collect();
        match (count.as_str(), told.as_slice()) {
            ("0", _) => language.text("what-if-nothing"),
            (_, []) => language.text_with("what-if-no-whole", &[("count", &count)]),
            (_, told) => language.text_with("what-if-sentence", &[("told", &told.join("; ")), ("count", &count)]),
        }
    }
}
