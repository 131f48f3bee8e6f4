//! The closed report at control level, for those who work with it: what holds back what, what was found wrong, what grows old, and how every
//! number was made.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::{Change, Goal, METHOD, RequirementId};
use pejling_documents::{
    BridgeDocument, ControlResult, Faults, ForecastDocument, GainsDocument, KeystoneResult, PlanDocument, RequirementResult,
    ResultDocument, Signed, SoaDocument, capital,
};

use crate::about;
use crate::arithmetic::Arithmetic;
use crate::chart::{Chart, Drawing, Keystone};
use crate::closed::Closed;
use crate::model::{Audience, Block, Report, Section, Table};
use crate::order::Order;

/// How many keystones are drawn; the table has all.
const KEYSTONES_DRAWN: usize = 8;

/// How many steps of a bridge are told for each framework; `pejling bridge --format json` has all.
const STEPS_TOLD: usize = 40;

/// The closed report.
pub(crate) fn ciso(order: &Order<'_>) -> Result<Report, Faults> {
    let closed = Closed::new(order);
    let Order { library, checked, scores, entity, until, .. } = order;
    let result = checked.result_of(scores);
    let forecast = checked.forecast(library, scores.as_of(), *until, entity, None)?;
    let since = closed.since()?;
    let wholes: Vec<String> = closed.wholes().into_iter().filter(|it| it.overall.is_some()).map(|it| it.id).collect();
    let gains = wholes.first().map(|objective| checked.gains(scores, entity, objective)).transpose()?;
    let budget = Goal::Budget(checked.cost_of_open_measures()); // all of them: what is asked is in which order
    let plans = wholes
        .iter()
        .filter(|_| closed.open_measures().next().is_some())
        .map(|objective| checked.plan(scores, entity, objective, budget, None));
    let plans = plans.collect::<Result<Vec<_>, _>>()?;
    let soa = checked.soa(scores, entity).ok(); // there is none without ISO/IEC 27001:2022
    let arithmetic = Arithmetic::new(&closed);

    let mut sections = vec![closed.overview()];
    sections.extend(closed.dissent_section());
    sections.push(closed.below_norm(&result));
    sections.extend(gains.as_ref().map(|gains| closed.keystones(gains)));
    sections.push(arithmetic.findings());
    sections.push(closed.expiring(&forecast));
    sections.push(closed.plans(&plans));
    match &since {
        Some((bridge, follow_up)) => {
            sections.push(closed.words.section("follow-up", "council-decided", closed.followed(follow_up)));
            sections.push(closed.bridge(bridge));
        }
        None => sections.push(closed.words.section("follow-up", "council-decided", vec![closed.no_previous()])),
    }
    sections.extend(soa.as_ref().map(|soa| closed.soa(soa)));
    sections.extend(arithmetic.sections());
    sections.push(about::method(&closed.words));
    let about = closed.about(METHOD, &result.catalogues);
    let content = &closed.content;
    let standing_by = about::standing_by(&closed.words, content.scope_note.as_deref(), content.sign_off.as_ref());
    sections.push(about::sources(&closed.words, &about, standing_by));
    Ok(closed.report("ciso-title", Audience::Ciso, sections, about))
}

impl Closed<'_> {
    fn overview(&self) -> Section {
        let words = &self.words;
        let chart = self.bars("frameworks", words.text("council-bars"), &self.wholes());
        let mut blocks = vec![Block::Chart(Box::new(chart)), Block::callout(words.text("council-apart"), words.text("council-apart-why"))];
        for catalogue in self.catalogues() {
            blocks.push(Block::Table(self.standings(
                words.with("ciso-objectives", &[("framework", &words.framework(catalogue.id.0.as_str()))]),
                &self.objectives(catalogue),
            )));
        }
        self.words.section("overview", "ciso-overview", blocks)
    }

    /// Every requirement that is below the norm, or that nobody assessed, and what holds it back.
    fn below_norm(&self, result: &ResultDocument) -> Section {
        let words = &self.words;
        let held_back = held_back(result);
        let responsible: BTreeMap<_, _> =
            self.content.control_statements.iter().map(|it| (it.requirement.0.as_str(), it.responsible.as_ref())).collect();
        let mut blocks = vec![Block::paragraph(words.text("ciso-below-intro"))];
        for catalogue in self.catalogues() {
            let mut rows = Vec::new();
            for requirement in &catalogue.requirements {
                let Ok(id) = format!("{}:{}", catalogue.id.0, requirement.id).parse::<RequirementId>() else { continue };
                let Some(overall) = self.order.scores.overall(&self.order.entity, &id) else { continue };
                if overall.band().is_some_and(|band| band >= catalogue.default_norm()) {
                    continue;
                }
                let by = held_back.get(id.as_str()).into_iter().flatten().map(|cause| words.requirement(cause)).collect::<Vec<_>>();
                let numbers = words.readings(overall.score.into(), self.disputes(id.as_str()));
                let group = requirement.group.as_ref().map_or_else(String::new, |group| words.text(&format!("group-{}", group.0.name())));
                let row = std::iter::once(words.requirement(id.as_str())).chain(numbers).chain([
                    words.band(overall.band()),
                    by.join("; "),
                    group,
                    self.who(responsible.get(id.as_str()).copied().flatten()),
                ]);
                rows.push((overall.score.substantiated, row.collect()));
            }
            rows.sort_by_key(|(score, _): &(_, Vec<String>)| *score);
            if rows.is_empty() {
                continue;
            }
            let heads = std::iter::once(words.text("follow-up-requirement")).chain(words.readings_heads());
            let heads = heads.chain(["council-band", "ciso-held-back-by", "group", "follow-up-owner"].map(|key| words.text(key)));
            let disputed = self.dissent.iter().any(|it| it.requirement.starts_with(&format!("{}:", catalogue.id.0)));
            let caption =
                words.with("ciso-below", &[("framework", &words.framework(catalogue.id.0.as_str())), ("count", &rows.len().to_string())]);
            let table = Table::new(caption, heads.map(|head| capital(&head)), &[1, 2, 3]);
            blocks.push(Block::Table(table.with(rows.into_iter().map(|(_, row)| row)).noting(words.disputed(disputed))));
        }
        self.words.section("below-norm", "ciso-below-norm", blocks)
    }

    fn keystones(&self, gains: &GainsDocument) -> Section {
        let words = &self.words;
        let mut blocks = vec![Block::paragraph(words.text("ciso-keystones-intro"))];
        if gains.keystones.is_empty() {
            blocks.push(Block::paragraph(words.text("ciso-keystones-none")));
            return self.words.section("keystones", "ciso-keystones", blocks);
        }
        let note = |it: &KeystoneResult| {
            let args = [("held_back", words.number(&it.held_back)), ("alone", words.number(&it.alone))];
            words.with("ciso-keystone", &args)
        };
        let drawn = gains.keystones.iter().take(KEYSTONES_DRAWN).map(|it| Keystone {
            label: words.requirement(&it.requirement),
            note: note(it),
            held_back: millionths(&it.held_back),
            alone: millionths(&it.alone),
        });
        let drawn: Vec<_> = drawn.collect();
        let heads = words.heads(["follow-up-requirement", "ciso-holds-back", "ciso-alone"]);
        let rows =
            gains.keystones.iter().map(|it| vec![words.requirement(&it.requirement), words.number(&it.held_back), words.number(&it.alone)]);
        let title = words.text("ciso-keystones-chart");
        let told = drawn.iter().map(|it| format!("{}: {}", it.label, it.note)).collect::<Vec<_>>().join("; ");
        blocks.push(Block::Chart(Box::new(Chart {
            id: "keystones".to_owned(),
            alternative: words.with("ciso-keystones-alternative", &[("keystones", &told)]),
            drawing: Drawing::Keystones { keystones: drawn },
            table: Table::new(title.clone(), heads, &[1, 2]).with(rows),
            title,
        })));
        self.words.section("keystones", "ciso-keystones", blocks)
    }

    fn expiring(&self, forecast: &ForecastDocument) -> Section {
        let words = &self.words;
        let until = words.date(forecast.until.0);
        let mut blocks = vec![self.courses(forecast)];
        if !forecast.renewals.is_empty() {
            blocks.push(Block::Table(self.renewals(words.text("ciso-renewals"), forecast.renewals.iter())));
        }
        if forecast.evidence.is_empty() {
            blocks.push(Block::paragraph(words.with("ciso-nothing-expires", &[("until", &until)])));
        } else {
            let heads = ["report-evidence", "follow-up-requirement", "follow-up-entity", "ciso-stale", "ciso-worthless"];
            let heads = words.heads(heads);
            let rows = forecast.evidence.iter().map(|it| {
                let dates = [words.date(it.stale_from.0), words.date(it.worthless_from.0)];
                [it.id.clone(), words.requirement(&it.requirement), self.entity(&it.entity)].into_iter().chain(dates).collect()
            });
            let caption = words.with("ciso-expiring-table", &[("until", &until), ("count", &forecast.evidence.len().to_string())]);
            blocks.push(Block::Table(Table::new(caption, heads, &[]).with(rows)));
        }
        self.words.section("expiring", "ciso-expiring", blocks)
    }

    fn plans(&self, plans: &[PlanDocument]) -> Section {
        let words = &self.words;
        let mut blocks = Vec::new();
        for plan in plans {
            blocks.push(Block::Heading(words.objective(&plan.objective)));
            blocks.push(Block::paragraph(plan.sentence(self.order.library)));
            if plan.steps.is_empty() {
                continue;
            }
            let heads = [
                "report-measure",
                "follow-up-requirement",
                "follow-up-entity",
                "follow-up-owner",
                "follow-up-due",
                "council-cost",
                "ciso-then",
            ];
            let heads = words.heads(heads);
            let rows = plan.steps.iter().map(|it| {
                let due = it.due.as_ref().map_or_else(|| words.text("nobody-said"), |due| words.date(due.0));
                vec![
                    it.measure.clone(),
                    words.requirement(&it.requirement),
                    self.entity(&it.entity),
                    self.who(it.owner.as_ref()),
                    self.late(due, it.overdue),
                    words.number(it.cost),
                    words.percent(it.after.score),
                ]
            });
            let caption = words.with("ciso-plan-table", &[("objective", &words.objective(&plan.objective))]);
            blocks.push(Block::Table(Table::new(caption, heads, &[5, 6]).with(rows)));
        }
        if plans.is_empty() {
            blocks.push(Block::paragraph(words.text("council-plan-none")));
        }
        self.words.section("plan", "ciso-plan", blocks)
    }

    fn bridge(&self, bridge: &BridgeDocument) -> Section {
        let words = &self.words;
        let (then, now) = (bridge.old.as_of.0, bridge.new.as_of.0);
        let mut blocks =
            vec![Block::paragraph(words.with("council-moved-intro", &[("old", &words.date(then)), ("new", &words.date(now))]))];
        for (id, moved) in bridge.objectives.iter().filter(|(id, _)| self.order.library.is_whole(id)) {
            blocks.push(Block::Heading(words.objective(id)));
            let (old, new) = ((then, moved.old.substantiated.0), (now, moved.new.substantiated.0));
            let chart = words.bridge(id, old, new, |part| Some(moved.parts.get(part)?.substantiated));
            blocks.push(Block::Chart(Box::new(chart)));
            let mut steps: Vec<_> = bridge.steps.iter().filter_map(|step| Some((step.changes.get(id)?.substantiated.0, step))).collect();
            steps.retain(|(change, _)| *change != Change::NONE);
            steps.sort_by_key(|(change, _)| std::cmp::Reverse(change.hundredths().abs()));
            let told = steps.iter().take(STEPS_TOLD).map(|(change, step)| {
                vec![
                    step.requirement
                        .as_deref()
                        .map_or_else(|| words.text(&format!("bridge-part-{}", step.part.0.name())), |it| words.requirement(it)),
                    step.entities.iter().map(|it| self.entity(it)).collect::<Vec<_>>().join(", "),
                    step.evidence.join(", "),
                    words.text(&format!("ciso-step-{}", step.kind.0.name())),
                    words.change(Signed(*change)),
                ]
            });
            let heads = ["follow-up-requirement", "follow-up-entity", "report-evidence", "ciso-what-happened", "council-change"];
            let heads = words.heads(heads);
            let shown = steps.len().min(STEPS_TOLD).to_string();
            let args = [("objective", words.objective(id)), ("shown", shown), ("count", steps.len().to_string())];
            let caption = words.with("ciso-steps", &args);
            blocks.push(Block::Table(Table::new(caption, heads, &[4]).with(told)));
        }
        self.words.section("bridge", "council-moved", blocks)
    }

    fn soa(&self, soa: &SoaDocument) -> Section {
        let words = &self.words;
        let yes = |said: bool| words.text(if said { "report-yes" } else { "report-no" });
        let heads = [
            "soa-control",
            "soa-included",
            "soa-implemented",
            "council-substantiated",
            "soa-responsible",
            "about-meaning-why",
            "soa-marks",
        ];
        let heads = words.heads(heads);
        let rows = soa.controls.iter().map(|it| {
            let ControlResult { implemented, included, marks, missing, requirement, responsible, score, why, exclusions, state, .. } = it;
            let reasons = exclusions.iter().filter(|it| it.in_force).map(|it| it.reason.clone());
            let why = why.iter().cloned().chain(reasons).collect::<Vec<_>>().join(" ");
            let marks = marks.iter().map(|mark| words.text(&format!("mark-{}", mark.0.name())));
            let missing =
                missing.iter().map(|it| format!("{}: {}", words.text("soa-missing"), words.text(&format!("missing-{}", it.0.name()))));
            let substantiated = score.as_ref().filter(|_| it.band.is_some()).map(|it| words.percent(it.substantiated));
            let state = || words.text(&format!("state-{}", state.0.name().replace('_', "-")));
            vec![
                words.requirement(requirement),
                yes(*included),
                implemented.map_or_else(|| words.text("nobody-said"), yes),
                substantiated.unwrap_or_else(state),
                self.who(responsible.as_ref()),
                why,
                marks.chain(missing).collect::<Vec<_>>().join("; "),
            ]
        });
        let marks: Vec<_> = soa.marks.iter().map(|mark| words.text(&format!("mark-{}", mark.0.name()))).collect();
        let mut blocks = Vec::new();
        if !marks.is_empty() {
            blocks.push(Block::list(false, marks));
        }
        blocks.push(Block::Table(Table::new(words.text("ciso-soa-table"), heads, &[3]).with(rows)));
        self.words.section("soa", "ciso-soa", blocks)
    }
}

/// What holds each requirement back, at any leaf.
fn held_back(result: &ResultDocument) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut causes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (id, requirement) in result.leaves.values().flat_map(|leaf| &leaf.requirements) {
        match requirement {
            RequirementResult::NotApplicable => {}
            RequirementResult::Assessed(it) | RequirementResult::Outdated(it) | RequirementResult::NotAssessed(it) => {
                causes.entry(id).or_default().extend(it.held_back_by.keys().map(String::as_str).filter(|cause| cause != id));
            }
        }
    }
    causes
}

/// A number with six decimals as a whole number, to draw it.
fn millionths(number: &str) -> u64 {
    number.replace('.', "").parse().unwrap_or(0)
}
