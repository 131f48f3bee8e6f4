//! What scoring warns of: nothing here stops a score, and nothing here may go unseen.

use jiff::civil::Date;

use crate::assessment::Assessment;
use crate::evidence::Assurance;
use crate::holding::Holding;
use crate::id::{EntityId, EvidenceId, RequirementId};
use crate::own::{NotClosed, Weighing};

/// Something in an assessment that a reader of its scores should know.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// An evidence counts with a lower assurance than it claims (method M1).
    AssuranceLowered {
        /// The evidence.
        evidence: EvidenceId,
        /// What it claims.
        claimed: Assurance,
        /// What counts.
        counted: Assurance,
        /// Whether it says who examined and where the record is; if so its kind cannot carry what it claims.
        traceable: bool,
    },
    /// An evidence is dated after the assessment and does not count (method M1).
    EvidenceInTheFuture {
        /// The evidence.
        evidence: EvidenceId,
        /// Its date.
        date: Date,
    },
    /// An evidence names a finding that it does not close: said to be mended, not confirmed (method M2).
    ClosingNotConfirmed {
        /// The evidence that names it.
        evidence: EvidenceId,
        /// The finding.
        finding: EvidenceId,
        /// Why it stays open.
        reason: NotClosed,
    },
    /// An exclusion is past its review date and void: evidence counts again (method M2).
    ExclusionVoid {
        /// What was excluded.
        requirement: RequirementId,
        /// For whom.
        entity: EntityId,
        /// The last day on which it held.
        review_by: Date,
    },
    /// There is evidence on what does not apply; it is kept and does not count (method M2).
    EvidenceNotCounted {
        /// The evidence.
        evidence: EvidenceId,
        /// The requirement that does not apply.
        requirement: RequirementId,
        /// The first entity, by name, where it does not apply.
        entity: EntityId,
        /// At how many entities that is so.
        entities: u32,
    },
}

impl Warning {
    /// The stable name of the warning.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AssuranceLowered { .. } => "assurance-lowered",
            Self::EvidenceInTheFuture { .. } => "evidence-in-the-future",
            Self::ClosingNotConfirmed { .. } => "closing-not-confirmed",
            Self::ExclusionVoid { .. } => "exclusion-void",
            Self::EvidenceNotCounted { .. } => "evidence-not-counted",
        }
    }
}

/// What became of a closing that evidence names, over all leaves.
#[derive(Clone, Copy, Debug, Default)]
struct Closing {
    together: bool,          // some leaf is held to both
    open: Option<NotClosed>, // why it did not close at the first leaf where it did not
}

/// What the leaves say of closings and of evidence that does not count.
struct Met {
    closings: Vec<Closing>,       // parallel to `Assessment::all_closes`
    not_counted: Vec<(u32, u32)>, // (evidence, leaf) where it is held against what does not apply
}

impl Met {
    fn new(assessment: &Assessment, as_of: Date) -> Self {
        let mut met = Self { closings: vec![Closing::default(); assessment.all_closes().len()], not_counted: Vec::new() };
        let mut weighing = Weighing::default();
        for leaf in assessment.leaf_places() {
            let mut holding = Holding::new(assessment, leaf, as_of);
            for (position, requirement) in (0_u32..).zip(assessment.catalogue().requirements()) {
                if requirement.composite {
                    continue;
                }
                holding.take(position, &mut weighing.entries);
                if holding.excluded_by(position).is_some() {
                    met.not_counted.extend(weighing.entries.iter().map(|entry| (entry.evidence, leaf)));
                    continue;
                }
                weighing.find_named(assessment);
                for named in &weighing.named {
                    if let Some(closing) = met.closings.get_mut(named.name) {
                        closing.together = true;
                        closing.open = closing.open.or(named.closed.err());
                    }
                }
            }
        }
        met.not_counted.sort_unstable();
        met.not_counted.dedup();
        met
    }
}

/// All warnings, in their order.
pub(crate) fn warnings(assessment: &Assessment, as_of: Date) -> Vec<Warning> {
    let met = Met::new(assessment, as_of);
    let mut warnings = Vec::new();
    let lowered = assessment.evidence().iter().filter(|one| one.counted_assurance() < one.assurance);
    warnings.extend(lowered.map(|one| Warning::AssuranceLowered {
        evidence: one.id.clone(),
        claimed: one.assurance,
        counted: one.counted_assurance(),
        traceable: one.is_traceable(),
    }));

    let future = assessment.evidence().iter().filter(|one| one.date > as_of);
    warnings.extend(future.map(|one| Warning::EvidenceInTheFuture { evidence: one.id.clone(), date: one.date }));
    for same in met.not_counted.chunk_by(|a, b| a.0 == b.0) {
        if let Some(&(evidence, leaf)) = same.first() {
            let evidence = assessment.evidence_at(evidence);
            warnings.push(Warning::EvidenceNotCounted {
                evidence: evidence.id.clone(),
                requirement: evidence.requirement.clone(),
                entity: assessment.entity_at(leaf).clone(),
                entities: u32::try_from(same.len()).unwrap_or(u32::MAX),
            });
        }
    }
    let not_counted = |evidence: u32| {
        let found = met.not_counted.partition_point(|&(other, _)| other < evidence);
        met.not_counted.get(found).is_some_and(|&(other, _)| other == evidence)
    };

    for (&(later, finding), closing) in assessment.all_closes().iter().zip(&met.closings) {
        let (one, other) = (assessment.evidence_at(later), assessment.evidence_at(finding));
        let reason = if one.date > as_of || other.date > as_of {
            NotClosed::InTheFuture
        } else if one.requirement != other.requirement {
            NotClosed::OtherRequirement
        } else if !closing.together && not_counted(later) && not_counted(finding) {
            continue; // neither counts anywhere, as is warned of already
        } else if !closing.together {
            NotClosed::NeverTogether
        } else if let Some(reason) = closing.open {
            reason
        } else {
            continue;
        };
        warnings.push(Warning::ClosingNotConfirmed { evidence: one.id.clone(), finding: other.id.clone(), reason });
    }

    let void = assessment.exclusions().iter().filter(|exclusion| as_of > exclusion.review_by);
    warnings.extend(void.map(|exclusion| Warning::ExclusionVoid {
        requirement: exclusion.requirement.clone(),
        entity: exclusion.entity.clone(),
        review_by: exclusion.review_by,
    }));
    warnings.sort_unstable();
    warnings
}
