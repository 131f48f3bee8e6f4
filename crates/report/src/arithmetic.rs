//! How every number was made, line by line: evidence, what it adds, what the requirement rests on, and the means over requirements and
//! entities. And of the same explanations: what was found wrong and is still open, and who could close it.

use std::collections::BTreeMap;

use pejling_core::{Assurance, EntityId};
use pejling_documents::{ConsolidatedWhy, EvidenceTerm, ObjectiveWhy, RequirementWhy, Triple, WalkTerm, Why};

use crate::closed::Closed;
use crate::model::{Block, Section, Table};

/// The explanations of one leaf.
struct LeafWhy {
    entity: EntityId,
    requirements: Vec<(String, RequirementWhy)>,
    objectives: Vec<(String, ObjectiveWhy)>,
}

pub(crate) struct Arithmetic<'a> {
    closed: &'a Closed<'a>,
    leaves: Vec<LeafWhy>,
}

impl<'a> Arithmetic<'a> {
    /// Explains every requirement and objective at every leaf at or below the entity.
    pub(crate) fn new(closed: &'a Closed<'a>) -> Self {
        let (scores, assessment) = (closed.order.scores, closed.order.checked.assessment());
        let is_below = |leaf: &EntityId| assessment.entity_and_above(leaf).any(|it| *it == closed.order.entity);
        let catalogues = closed.catalogues();
        let leaves = scores.leaves().map(|leaf| leaf.entity().clone()).filter(is_below).map(|entity| {
            let names =
                catalogues.iter().flat_map(|it| it.requirements.iter().map(move |requirement| format!("{}:{}", it.id.0, requirement.id)));
            let requirements = names.filter_map(|id| match Why::of(scores, &entity, &id)? {
                Why::Requirement(why) => Some((id, why)),
                Why::Objective(_) | Why::Consolidated(_) => None,
            });
            let requirements = requirements.collect();
            let objectives =
                catalogues.iter().flat_map(|it| closed.objectives(it)).filter_map(|it| match Why::of(scores, &entity, &it.id)? {
                    Why::Objective(why) => Some((it.id, why)),
                    Why::Requirement(_) | Why::Consolidated(_) => None,
                });
            LeafWhy { objectives: objectives.collect(), requirements, entity }
        });
        Self { leaves: leaves.collect(), closed }
    }

    /// What was found wrong and is still open, the gravest first.
    pub(crate) fn findings(&self) -> Section {
        let (closed, words) = (self.closed, &self.closed.words);
        let mut found: BTreeMap<&str, (&str, &EvidenceTerm)> = BTreeMap::new();
        for (requirement, why) in self.leaves.iter().flat_map(|leaf| &leaf.requirements) {
            for term in why.evidence.iter().filter(|it| !it.closed && it.bad.0 > pejling_core::Score::ZERO) {
                let worst = found.entry(&term.id).or_insert((requirement, term));
                if worst.1.bad < term.bad {
                    *worst = (requirement, term);
                }
            }
        }
        let mut found: Vec<_> = found.into_values().collect();
        found.sort_by(|(_, a), (_, b)| b.bad.cmp(&a.bad).then_with(|| a.id.cmp(&b.id)));
        let mut blocks = vec![Block::paragraph(words.text("ciso-findings-intro"))];
        if found.is_empty() {
            blocks.push(Block::paragraph(words.text("ciso-findings-none")));
            return words.section("findings", "ciso-findings", blocks);
        }
        let heads = ["ciso-finding", "follow-up-requirement", "follow-up-entity", "ciso-found-by", "ciso-wrong", "ciso-closable"];
        let evidence = closed.order.checked.assessment().evidence();
        let rows = found.iter().map(|(requirement, term)| {
            let by = evidence.iter().find(|it| it.id.as_str() == term.id).and_then(|it| it.by.clone());
            vec![
                term.id.clone(),
                words.requirement(requirement),
                closed.entity(&term.entity),
                by.unwrap_or_else(|| words.text("nobody-said")),
                words.percent(term.bad),
                self.closable_by(term),
            ]
        });
        let heads = words.heads(heads);
        let caption = words.counted("ciso-findings-table", found.len());
        blocks.push(Block::Table(Table::new(caption, heads, &[4]).with(rows)));
        words.section("findings", "ciso-findings", blocks)
    }

    /// Whose later look could close a finding: whoever is at least as sure.
    fn closable_by(&self, term: &EvidenceTerm) -> String {
        let words = &self.closed.words;
        let able = Assurance::ALL.iter().filter(|it| **it >= term.assurance.0).map(|it| words.text(&format!("assurance-{}", it.name())));
        words.with(
            "ciso-closable-by",
            &[("who", &able.collect::<Vec<_>>().join(&format!(" {} ", words.text("report-or")))), ("share", &words.percent(term.bad))],
        )
    }

    pub(crate) fn sections(&self) -> Vec<Section> {
        let (closed, words) = (self.closed, &self.closed.words);
        let mut sections = Vec::new();
        if let Some(blocks) = self.above() {
            sections.push(words.section("arithmetic", "ciso-arithmetic", blocks));
        }
        for (at, leaf) in self.leaves.iter().enumerate() {
            let name = closed.entity(leaf.entity.as_str());
            let heads = words.heads(["report-objective", "ciso-points", "ciso-mean", "ciso-caps", "substantiated"]);
            let rows = leaf.objectives.iter().filter_map(|(id, why)| {
                let args = [("points", words.number(&why.points.substantiated)), ("weight", why.weight.to_string())];
                let caps =
                    why.critical.iter().map(|it| format!("{} {}", words.requirement(&it.requirement), words.number(it.cap.substantiated)));
                Some(vec![
                    words.objective(id),
                    words.with("ciso-points-of", &args),
                    words.percent(why.mean.as_ref()?.substantiated),
                    caps.collect::<Vec<_>>().join("; "),
                    words.percent(why.score.as_ref()?.substantiated),
                ])
            });
            let objectives = Table::new(words.with("ciso-arithmetic-objectives", &[("entity", &name)]), heads, &[2, 4]).with(rows);
            let heads = words.heads(["follow-up-requirement", "ciso-evidence-adds", "ciso-own", "ciso-rests-on"]);
            let heads = heads.into_iter().chain(words.readings_heads());
            let rows = leaf.requirements.iter().map(|(id, why)| self.row(id, why));
            let requirements =
                Table::new(words.with("ciso-arithmetic-requirements", &[("entity", &name)]), heads, &[2, 4, 5, 6]).with(rows);
            sections.push(Section {
                id: format!("arithmetic-{}", at + 1),
                heading: words.with("ciso-arithmetic-of", &[("entity", &name)]),
                blocks: vec![Block::paragraph(words.text("ciso-arithmetic-reading")), Block::Table(objectives), Block::Table(requirements)],
                on_new_page: true,
            });
        }
        sections
    }

    fn row(&self, id: &str, why: &RequirementWhy) -> Vec<String> {
        let words = &self.closed.words;
        let name = words.requirement(id);
        let (Some(own), Some(score)) = (&why.own, &why.score) else {
            let none = why
                .exclusion
                .as_ref()
                .map_or_else(|| words.text("report-none-apply"), |it| format!("{}: {}", words.text("report-none-apply"), it.reason));
            return vec![name, none, String::new(), String::new(), String::new(), String::new(), String::new()];
        };
        let walk = if why.parts.is_empty() { self.walk(&why.substantiated) } else { words.text("ciso-composite") };
        let caps = why.rests_on.iter().filter(|it| it.binds).map(|it| {
            let args = [("requirement", words.requirement(&it.requirement)), ("cap", words.number(it.cap.substantiated))];
            words.with("ciso-allows", &args)
        });
        let numbers = words.readings(*score, self.closed.disputes(id));
        [name, walk, words.percent(own.substantiated), caps.collect::<Vec<_>>().join("; ")].into_iter().chain(numbers).collect()
    }

    /// What each evidence adds, at which trust, and the sum.
    fn walk(&self, walk: &WalkTerm) -> String {
        let words = &self.closed.words;
        if walk.steps.is_empty() {
            return words.text("ciso-no-evidence");
        }
        let terms = walk.steps.iter().map(|it| format!("{}: {} · {}", it.evidence, words.number(it.added), words.number(it.trust)));
        let args =
            [("terms", terms.collect::<Vec<_>>().join(" + ")), ("sum", words.number(&walk.sum)), ("score", words.number(walk.score))];
        words.with("ciso-walk", &args)
    }

    /// The means over children, for the objectives over whole frameworks.
    fn above(&self) -> Option<Vec<Block>> {
        let (closed, words) = (self.closed, &self.closed.words);
        let mut blocks = vec![Block::paragraph(words.text("ciso-arithmetic-above"))];
        let heads = words.heads(["follow-up-entity", "weight", "substantiated", "declared", "possible"]);
        for it in closed.wholes() {
            let Why::Consolidated(why) = Why::of(closed.order.scores, &closed.order.entity, &it.id)? else { return None };
            let ConsolidatedWhy { children, points, score, weight } = why;
            let cells =
                |triple: &Triple| [words.number(triple.substantiated), words.number(triple.declared), words.number(triple.possible)];
            let rows = children.iter().map(|child| {
                let numbers = child.score.as_ref().map_or_else(|| [const { String::new() }; 3], cells);
                [closed.entity(&child.entity), child.weight.0.get().to_string()].into_iter().chain(numbers).collect()
            });
            let sum = [words.number(&points.substantiated), words.number(&points.declared), words.number(&points.possible)];
            let sum = [words.text("ciso-sum"), weight.to_string()].into_iter().chain(sum).collect();
            let mean = [words.text("ciso-mean-cut"), String::new()]
                .into_iter()
                .chain(score.as_ref().map_or_else(|| [const { String::new() }; 3], cells))
                .collect();
            let disputed = closed.disputes(&it.id);
            let table = Table::new(words.with("ciso-mean-of", &[("objective", &words.objective(&it.id))]), heads.clone(), &[1, 2, 3, 4])
                .with(rows.chain([sum, mean]));
            blocks.push(Block::Table(table.noting(words.disputed(disputed))));
        }
        Some(blocks)
    }
}
