//! From what core explains to the published document.

use pejling_core::{
    ConsolidatedExplanation, EntityId, Finding, ObjectiveExplanation, ObjectiveScore, Points, Readings, RequirementExplanation,
    RequirementScore, Scores,
};

use super::{
    CauseTerm, ChildTerm, ClosingTerm, ConsolidatedWhy, CriticalTerm, DependencyTerm, EvidenceTerm, ExclusionTerm, FindingTerm, Found,
    MemberTerm, ObjectiveWhy, PathStep, PointsTriple, RequirementWhy, StepTerm, WalkTerm, Why,
};
use crate::result::{Triple, points as points_of};
use crate::scalar::{As, Percent, WeightNumber};

impl Why {
    /// Explains a score of an entity by the qualified name of a requirement or an objective; `None` where there is no such name.
    #[must_use]
    pub fn of(scores: &Scores<'_>, entity: &EntityId, of: &str) -> Option<Self> {
        let requirement = of.parse().ok().filter(|id| scores.assessment().catalogue().requirement(id).is_some());
        let objective = of.parse().ok().filter(|id| scores.assessment().catalogue().objective(id).is_some());
        match (scores.leaf(entity), scores.consolidated_entity(entity)) {
            (Some(leaf), _) => match (requirement, objective) {
                (Some(id), _) => Some(Self::Requirement(leaf.explain(&id)?.into())),
                (None, Some(id)) => Some(Self::Objective(leaf.explain_objective(&id)?.into())),
                (None, None) => None,
            },
            (None, Some(inner)) => match (requirement, objective) {
                (Some(id), _) => Some(Self::Consolidated(inner.explain(&id)?.into())),
                (None, Some(id)) => Some(Self::Consolidated(inner.explain_objective(&id)?.into())),
                (None, None) => None,
            },
            (None, None) => None,
        }
    }
}

impl From<ConsolidatedExplanation<'_>> for ConsolidatedWhy {
    fn from(explanation: ConsolidatedExplanation<'_>) -> Self {
        let ConsolidatedExplanation { entity: _, score, points, weight, children } = explanation;
        let children = children.into_iter().map(|(entity, weight, score)| ChildTerm {
            entity: entity.to_string(),
            score: score.map(Triple::from),
            weight: WeightNumber(weight),
        });
        Self { children: children.collect(), points: points.into(), score: score.map(|it| it.score.into()), weight }
    }
}

/// The triple of a score that applies.
fn applicable(score: RequirementScore) -> Option<Triple> {
    match score {
        RequirementScore::NotApplicable => None,
        RequirementScore::Applicable(it) => Some(it.score.into()),
    }
}

impl From<ObjectiveExplanation<'_>> for ObjectiveWhy {
    fn from(explanation: ObjectiveExplanation<'_>) -> Self {
        let ObjectiveExplanation { entity: _, objective: _, score, members, points, weight, critical, bar } = explanation;
        let (bar, held_back) = points_of(bar);
        let (mean, score) = match score {
            ObjectiveScore::NotApplicable => (None, None),
            ObjectiveScore::Applicable(it) => (Some(it.mean.into()), Some(it.score.into())),
        };
        let members = members.into_iter().map(|member| MemberTerm {
            own: match member.score {
                RequirementScore::NotApplicable => None,
                RequirementScore::Applicable(it) => Some(it.own.into()),
            },
            requirement: member.requirement.to_string(),
            score: applicable(member.score),
            weight: WeightNumber(member.weight),
        });
        Self {
            bar,
            critical: critical.into_iter().map(|(id, cap)| CriticalTerm { cap: cap.into(), requirement: id.to_string() }).collect(),
            held_back,
            mean,
            members: members.collect(),
            points: points.into(),
            score,
            weight,
        }
    }
}

impl From<RequirementExplanation<'_>> for RequirementWhy {
    fn from(explanation: RequirementExplanation<'_>) -> Self {
        let RequirementExplanation {
            entity: _,
            requirement: _,
            score,
            exclusion,
            parts,
            evidence,
            closings,
            substantiated,
            declared,
            open_finding,
            dependencies,
            held_back_by,
        } = explanation;
        let (state, own) = match score {
            RequirementScore::NotApplicable => ("not_applicable", None),
            RequirementScore::Applicable(it) => (it.coverage.name(), Some(it.own.into())),
        };
        Self {
            closings: closings.into_iter().map(ClosingTerm::from).collect(),
            declared: declared.into(),
            evidence: evidence.into_iter().map(EvidenceTerm::from).collect(),
            exclusion: exclusion.map(|it| ExclusionTerm {
                approved_by: it.approved_by.clone(),
                class: As(it.class),
                entity: it.entity.to_string(),
                reason: it.reason.clone(),
                review_by: As(it.review_by),
            }),
            held_back_by: held_back_by.into_iter().map(CauseTerm::from).collect(),
            open_finding: open_finding.map(|(id, bad)| FindingTerm { bad: Percent(bad), evidence: id.to_string() }),
            own,
            parts: parts.into_iter().map(ToString::to_string).collect(),
            rests_on: dependencies.into_iter().map(DependencyTerm::from).collect(),
            score: applicable(score),
            state: state.to_owned(),
            substantiated: substantiated.into(),
        }
    }
}

impl From<pejling_core::EvidenceTerm<'_>> for EvidenceTerm {
    fn from(term: pejling_core::EvidenceTerm<'_>) -> Self {
        let pejling_core::EvidenceTerm { evidence, carried, target, found: _, outcome, age_days, fresh, assurance, trust, closed } = term;
        let finding = match evidence.finding {
            Finding::Result { share, result } => Found::Result { result: Percent(result), share: Percent(share) },
            Finding::Level { share, level } => Found::Level { level, share: Percent(share), target: target.level() },
            Finding::Counts { population, examined, ok, selection } => Found::Counts { examined, ok, population, selection: As(selection) },
        };
        Self {
            age_days,
            assurance: As(assurance),
            bad: Percent(outcome.bad),
            carried: carried.map(Percent),
            closed,
            entity: evidence.entity.to_string(),
            finding,
            freshness: Percent(fresh),
            id: evidence.id.to_string(),
            kind: As(evidence.kind),
            ok: Percent(outcome.ok),
            share: Percent(outcome.share()),
            trust: Percent(trust),
            valid_days: evidence.counted_valid_days(),
        }
    }
}

impl From<pejling_core::ClosingTerm<'_>> for ClosingTerm {
    fn from(term: pejling_core::ClosingTerm<'_>) -> Self {
        let pejling_core::ClosingTerm { later, finding, trust, fresh, ok } = term;
        let (later, finding) = (later.to_string(), finding.to_string());
        Self { finding, freshness: Percent(fresh), later, ok: Percent(ok), trust: Percent(trust) }
    }
}

impl From<pejling_core::Walk<'_>> for WalkTerm {
    fn from(walk: pejling_core::Walk<'_>) -> Self {
        let pejling_core::Walk { steps, sum, score } = walk;
        let steps = steps.into_iter().map(|step| StepTerm {
            added: Percent(step.added),
            closing: step.closing.map(ToString::to_string),
            evidence: step.evidence.to_string(),
            trust: Percent(step.trust),
            upto: Percent(step.upto),
        });
        Self { score: Percent(score), steps: steps.collect(), sum: sum.to_string() }
    }
}

impl From<pejling_core::DependencyTerm<'_>> for DependencyTerm {
    fn from(term: pejling_core::DependencyTerm<'_>) -> Self {
        let pejling_core::DependencyTerm { on, relation, score, cap, binds, coverage } = term;
        let coverage = coverage.map(As);
        Self { binds, cap: cap.into(), coverage, relation: As(relation), requirement: on.to_string(), score: score.into() }
    }
}

impl From<pejling_core::CauseTerm<'_>> for CauseTerm {
    fn from(term: pejling_core::CauseTerm<'_>) -> Self {
        let pejling_core::CauseTerm { requirement, own, coverage, steps, path } = term;
        let path = path.into_iter().map(|(relation, on)| PathStep { relation: As(relation), requirement: on.to_string() });
        Self {
            coverage: coverage.map(As),
            own: Percent(own),
            path: path.collect(),
            requirement: requirement.to_string(),
            supporting_steps: steps,
        }
    }
}

impl From<Readings<Points>> for PointsTriple {
    fn from(points: Readings<Points>) -> Self {
        let Readings { substantiated, declared, possible } = points.map(|points| points.to_string());
        Self { declared, possible, substantiated }
    }
}
