//! A plain model of a catalogue and of what an organisation hands in: positions instead of names, so that it shrinks and is edited well.
//!
//! Only kinds, assurances, selections and bands are core's words. What they mean, each scorer knows by itself.

use std::collections::BTreeSet;

use pejling_core::{Assurance, Band, Kind, Selection};

/// Everything that a score comes from.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) requirements: Vec<Requirement>,
    pub(crate) objectives: Vec<Objective>,
    pub(crate) entities: Vec<Entity>, // INVARIANT: the first is the organisation; no circle
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) exclusions: Vec<Exclusion>,
    /// The day of assessment, in days after the base date.
    pub(crate) day: i32,
    /// In which order everything is handed in: another number, another order.
    pub(crate) listed: u64,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Requirement {
    /// Whether it belongs to a second framework that builds on the first. Those stand last.
    pub(crate) overlay: bool,
    pub(crate) composite: bool,
    /// The level that counts as 100 %, where the catalogue says so.
    pub(crate) target: Option<u8>,
    pub(crate) requires: Vec<usize>,
    pub(crate) supported_by: Vec<usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct Objective {
    /// Requirements of one framework, with weights.
    pub(crate) members: Vec<(usize, u32)>,
    pub(crate) critical: Vec<usize>,
    pub(crate) norm: Band,
}

#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub(crate) parent: Option<usize>,
    pub(crate) weight: u32,
    pub(crate) serves: Vec<Service>,
}

#[derive(Clone, Debug)]
pub(crate) struct Service {
    pub(crate) entity: usize,
    pub(crate) requirement: usize,
    /// In hundredths of a percent.
    pub(crate) share: u16,
}

#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    pub(crate) requirement: usize,
    pub(crate) entity: usize,
    pub(crate) kind: Kind,
    pub(crate) assurance: Assurance,
    /// Whether it says who examined, and whether it says where the record is.
    pub(crate) traced: (bool, bool),
    /// Days before the base date; what lies after it is negative.
    pub(crate) age: i32,
    pub(crate) valid_days: Option<u16>,
    pub(crate) closes: Vec<usize>,
    pub(crate) finding: Finding,
}

/// The three forms of a finding; shares and results in hundredths of a percent.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Finding {
    Result { share: u16, result: u16 },
    Level { share: u16, level: u8 },
    Counts { population: u32, examined: u32, ok: u32, selection: Selection },
}

#[derive(Clone, Debug)]
pub(crate) struct Exclusion {
    pub(crate) requirement: usize,
    pub(crate) entity: usize,
    /// The last day on which it holds, in days after the base date.
    pub(crate) review: i32,
}

/// 100 % in hundredths.
pub(crate) const WHOLE: u16 = 10_000;

impl Finding {
    /// Everything was looked at and in order.
    pub(crate) const PASS: Self = Self::Result { share: WHOLE, result: WHOLE };
}

impl Evidence {
    /// An independent audit of the base date, of whom and where is known, that found everything in order.
    pub(crate) fn audit(requirement: usize, entity: usize) -> Self {
        Self {
            requirement,
            entity,
            kind: Kind::Audit,
            assurance: Assurance::Independent,
            traced: (true, true),
            age: 0,
            valid_days: None,
            closes: Vec::new(),
            finding: Finding::PASS,
        }
    }
}

impl Model {
    /// One entity with these requirements, and no evidence.
    pub(crate) fn single(requirements: Vec<Requirement>) -> Self {
        let entities = vec![Entity { parent: None, weight: 1, serves: Vec::new() }];
        Self { requirements, objectives: Vec::new(), entities, evidence: Vec::new(), exclusions: Vec::new(), day: 0, listed: 0 }
    }

    /// The requirements that can have evidence.
    pub(crate) fn plain(&self) -> Vec<usize> {
        (0..self.requirements.len()).filter(|&at| !self.requirements[at].composite).collect()
    }

    /// The entities without entities below.
    pub(crate) fn leaves(&self) -> Vec<usize> {
        (0..self.entities.len()).filter(|&at| self.children(at).is_empty()).collect()
    }

    pub(crate) fn children(&self, entity: usize) -> Vec<usize> {
        (0..self.entities.len()).filter(|&at| self.entities[at].parent == Some(entity)).collect()
    }

    /// An entity and those above it.
    pub(crate) fn line(&self, entity: usize) -> Vec<usize> {
        std::iter::successors(Some(entity), |&at| self.entities[at].parent).collect()
    }

    /// What a composite is made of, through composites: requirements that can have evidence.
    pub(crate) fn parts(&self, composite: usize) -> BTreeSet<usize> {
        let (mut seen, mut open, mut parts) = (BTreeSet::from([composite]), vec![composite], BTreeSet::new());
        while let Some(at) = open.pop() {
            for &part in &self.requirements[at].requires {
                if !self.requirements[part].composite {
                    parts.insert(part);
                } else if seen.insert(part) {
                    open.push(part);
                }
            }
        }
        parts
    }

    /// The requirements that do not apply at a leaf: by an exclusion in force, or because no part of a composite applies.
    pub(crate) fn not_applicable(&self, leaf: usize) -> BTreeSet<usize> {
        let line = self.line(leaf);
        let in_force = self.exclusions.iter().filter(|it| line.contains(&it.entity) && self.day <= it.review);
        let mut out: BTreeSet<usize> = in_force.map(|it| it.requirement).collect();
        let composites = (0..self.requirements.len()).filter(|&at| self.requirements[at].composite);
        let whole: Vec<usize> = composites.filter(|&at| self.parts(at).is_subset(&out)).collect();
        out.extend(whole);
        out
    }

    /// The fewest supporting steps from a requirement to each that it rests on, itself at 0; `None` where it does not rest on one.
    pub(crate) fn steps(&self, from: usize) -> Vec<Option<u32>> {
        let mut steps = vec![None; self.requirements.len()];
        steps[from] = Some(0);
        let mut changed = true;
        while changed {
            changed = false;
            for (at, requirement) in self.requirements.iter().enumerate() {
                let Some(here) = steps[at] else { continue };
                let edges = requirement.requires.iter().map(|&on| (on, here));
                for (on, there) in edges.chain(requirement.supported_by.iter().map(|&on| (on, here + 1))) {
                    if steps[on].is_none_or(|known| known > there) {
                        steps[on] = Some(there);
                        changed = true;
                    }
                }
            }
        }
        steps
    }

    /// The same with some of the evidence only; what it closes moves along.
    pub(crate) fn with_evidence(&self, keep: impl Fn(&Evidence) -> bool) -> Self {
        let kept: Vec<usize> = (0..self.evidence.len()).filter(|&at| keep(&self.evidence[at])).collect();
        let place = |old: &usize| kept.iter().position(|at| at == old);
        let evidence = kept.iter().map(|&at| {
            let one = self.evidence[at].clone();
            Evidence { closes: one.closes.iter().filter_map(place).collect(), ..one }
        });
        Self { evidence: evidence.collect(), ..self.clone() }
    }

    /// The same without what lies after the day of assessment.
    pub(crate) fn without_future(&self) -> Self {
        self.with_evidence(|one| -one.age <= self.day)
    }

    /// The same with one more evidence.
    pub(crate) fn with(&self, evidence: Evidence) -> Self {
        let mut model = self.clone();
        model.evidence.push(evidence);
        model
    }
}
