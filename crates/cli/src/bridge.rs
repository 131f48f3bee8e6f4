//! `pejling bridge`: why the scores of an entity moved between two assessments.

use jiff::civil::Date;
use pejling_core::{BridgePart, Change, EntityId};
use pejling_documents::{
    ApartReason, ApartResult, BridgeDocument, Checked, DissentResult, Faults, Language, Library, ObjectiveBridgeResult, SignedTriple,
    StepResult, Triple,
};

use crate::args::{Arguments, BetweenOptions, BridgeOptions, Format};
use crate::dissent::Dissent;
use crate::input::{Inputs, Problem};
use crate::name::{self, entity};
use crate::table::{heading, table};
use crate::{Outcome, print, print_json};

/// The steps that are shown of one part of one objective; JSON has all.
const STEPS_SHOWN: usize = 3;

/// The names that are shown of a list; JSON has all.
const NAMES_SHOWN: usize = 3;

pub(crate) fn run(arguments: &Arguments, options: &BridgeOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let Between { old, then, new, now } = Between::read(inputs, library, &options.between)?;
    let (before, after) = (old.scores(then), new.scores(now));
    let entity = entity_of(&old, &after, options.between.entity.as_deref(), library)?;
    let objective = options.objective.as_deref().map(|name| name::objective(&after, name, library)).transpose()?;
    let bridge = new.bridge(&after, (&old, &before), &entity, options.between.across_editions)?;
    if arguments.format == Format::Json {
        return print_json(&bridge);
    }
    let shown = objective.as_ref().map_or_else(|| bridge.whole(library), |objective| vec![objective.as_str()]);
    print(&Shown { bridge: &bridge, old: &old, new: &new, library, language: library.language }.text(&shown))
}

/// The two assessments that a command lies between, and their dates.
pub(crate) struct Between {
    pub(crate) old: Checked,
    pub(crate) then: Date,
    pub(crate) new: Checked,
    pub(crate) now: Date,
}

impl Between {
    /// Reads both, with the faults of both.
    pub(crate) fn read(inputs: &Inputs, library: &Library<'_>, options: &BetweenOptions) -> Result<Self, Problem> {
        let mut faults = Faults::default();
        let mut read = Vec::new();
        for source in inputs.sources() {
            match library.check(source) {
                Ok(checked) => read.push(checked),
                Err(found) => faults.extend(found),
            }
        }
        let mut read = read.into_iter();
        let (Some(old), Some(new)) = (read.next(), read.next()) else { return Err(faults.into()) };
        let then = old.as_of(options.as_of_old.map(|date| date.0))?;
        let now = new.as_of(options.as_of.map(|date| date.0))?;
        Ok(Self { old, then, new, now })
    }
}

/// The entity that was asked for, which either of the two has; else the organisation of the later one.
pub(crate) fn entity_of(
    old: &Checked,
    new: &pejling_core::Scores<'_>,
    name: Option<&str>,
    library: &Library<'_>,
) -> Result<EntityId, Problem> {
    let in_old = |name: &str| old.assessment().entities().iter().find(|it| it.id.as_str() == name).map(|it| it.id.clone());
    entity(new, name, library).or_else(|problem| name.and_then(in_old).ok_or(problem))
}

struct Shown<'a> {
    bridge: &'a BridgeDocument,
    old: &'a Checked,
    new: &'a Checked,
    library: &'a Library<'a>,
    language: Language,
}

impl Shown<'_> {
    fn text(&self, objectives: &[&str]) -> String {
        let BridgeDocument { apart, entity, method, name, new, old, unmoved, .. } = self.bridge;
        let mut text = format!("{}\n", self.bridge.sentence_on(objectives, self.library));
        let name = name.as_deref().unwrap_or(entity);
        let (then, now) = (old.as_of.0.to_string(), new.as_of.0.to_string());
        text += &heading(&self.language.text_with("bridge-head", &[("entity", name), ("old", &then), ("new", &now), ("method", method)]));
        let bridged: Vec<&str> = objectives.iter().copied().filter(|id| self.bridge.objectives.contains_key(*id)).collect();
        if !bridged.is_empty() {
            text += &self.parts(&bridged, &then, &now);
            text += &self.line("bridge-numbers", &[]);
        }
        for objective in bridged {
            text += &self.steps(objective);
        }
        let count: usize = unmoved.values().sum();
        if count > 0 {
            text += &format!("\n{}", self.line("bridge-unmoved", &[("count", &count.to_string())]));
        }
        if !apart.is_empty() {
            text += &heading(&self.language.text("bridge-apart"));
            for (objective, ApartResult { reason, score }) in apart {
                let key = format!("apart-{}", reason.0.name().replace('_', "-"));
                let is_new = matches!(reason.0, ApartReason::AppliedNotBefore | ApartReason::NotInCatalogueBefore);
                let dissent = Dissent(if is_new { &self.bridge.dissent } else { &self.bridge.dissent_old }.clone());
                let score = dissent.triple(objective, self.numbers(*score));
                text += &self.line(&key, &[("objective", self.title(objective)), ("score", &score)]);
            }
        }
        let mut dissent = self.bridge.dissent_old.clone();
        dissent.extend(self.bridge.dissent.iter().filter(|it| !self.bridge.dissent_old.contains(it)).cloned());
        text + &Dissent(dissent).section(self.library)
    }

    fn line(&self, key: &str, args: &[(&str, &str)]) -> String {
        format!("  {}\n", self.language.text_with(key, args))
    }

    fn title<'t>(&'t self, id: &'t str) -> &'t str {
        self.library.title_of_objective(id)
    }

    fn numbers(&self, Triple { declared, possible, substantiated }: Triple) -> [String; 3] {
        [substantiated, declared, possible].map(|score| self.language.number(score))
    }

    fn signed(&self, SignedTriple { declared, possible, substantiated }: &SignedTriple) -> String {
        [substantiated, declared, possible].map(|change| self.language.number(change)).join(" / ")
    }

    /// The parts of some objectives side by side, between the old score and the new one.
    fn parts(&self, objectives: &[&str], then: &str, now: &str) -> String {
        let all: Vec<_> = objectives.iter().filter_map(|id| self.bridge.objectives.get(*id)).collect();
        let row = |head: String, cells: Vec<String>| std::iter::once(head).chain(cells).collect::<Vec<String>>();
        let scored = |date: &str| self.language.text_with("bridge-before", &[("date", date)]);
        let triples = |dissent: &[DissentResult], of: fn(&ObjectiveBridgeResult) -> Triple| {
            let dissent = Dissent(dissent.to_vec());
            let bridged = objectives.iter().filter_map(|id| Some((*id, self.bridge.objectives.get(*id)?)));
            bridged.map(|(id, it)| dissent.triple(id, self.numbers(of(it)))).collect()
        };
        let mut rows = vec![row(scored(then), triples(&self.bridge.dissent_old, |it| it.old))];
        for part in BridgePart::ALL {
            let changes = all.iter().map(|it| it.parts.get(part.name()).map(|change| self.signed(change)).unwrap_or_default());
            rows.push(row(self.part(*part), changes.collect()));
        }
        rows.push(row(self.language.text("bridge-change"), all.iter().map(|it| self.signed(&it.change)).collect()));
        rows.push(row(scored(now), triples(&self.bridge.dissent, |it| it.new)));
        let heads = row(self.language.text("bridge-part"), objectives.iter().map(|id| self.title(id).to_owned()).collect());
        table(&heads, rows, &(1..=objectives.len()).collect::<Vec<_>>())
    }

    fn part(&self, part: BridgePart) -> String {
        self.language.text(&format!("bridge-part-{}", part.name()))
    }

    /// Under each part of an objective its greatest steps.
    fn steps(&self, objective: &str) -> String {
        let mut text = String::new();
        let Some(bridged) = self.bridge.objectives.get(objective) else { return text };
        for part in BridgePart::ALL {
            let of_part = self.bridge.steps.iter().filter(|step| step.part.0 == *part);
            let mut steps: Vec<_> = of_part.filter_map(|step| Some((step, step.changes.get(objective)?))).collect();
            let Some(change) = bridged.parts.get(part.name()).filter(|_| !steps.is_empty()) else { continue };
            // the greatest first, of equal ones the earlier
            steps.sort_by_key(|(_, change)| std::cmp::Reverse(sizes(change)));
            text += &self.line("bridge-steps", &[("part", &self.part(*part)), ("change", &self.signed(change))]);
            let (shown, others) = steps.split_at(steps.len().min(STEPS_SHOWN));
            let rows = shown.iter().map(|(step, change)| vec![String::new(), self.signed(change), self.told(step)]);
            text += &table(&[], rows.collect(), &[1]);
            if !others.is_empty() {
                let rest: Change = others.iter().map(|(_, change)| change.substantiated.0).sum();
                let (count, rest) = (others.len().to_string(), self.language.number(rest));
                text += &format!("    {}\n", self.language.text_with("bridge-more-steps", &[("count", &count), ("change", &rest)]));
            }
        }
        if text.is_empty() { text } else { heading(self.title(objective)) + &text }
    }

    /// What happened in a step.
    fn told(&self, step: &StepResult) -> String {
        let date = step.date.as_ref().map(|date| date.0.to_string()).unwrap_or_default();
        let weights = step.weights.iter().map(|it| format!("{} {} → {}", self.entity(&it.entity), it.before.0.get(), it.after.0.get()));
        let share =
            |share: Option<pejling_documents::Percent>| self.language.number(share.map_or_else(|| "0".to_owned(), |it| it.to_string()));
        let services = step.services.iter().map(|it| {
            let requirement = self.requirement(&it.requirement);
            format!("{} → {}, {requirement}: {} → {}", self.entity(&it.service), self.entity(&it.entity), share(it.before), share(it.after))
        });
        let entities = step.entities.iter().map(|entity| self.entity(entity));
        let args = [
            ("evidence", self.names(step.evidence.iter().cloned())),
            ("date", date),
            ("requirement", step.requirement.as_deref().map(|id| self.requirement(id)).unwrap_or_default()),
            ("entities", self.names(entities)),
            ("findings", self.names(step.findings.iter().cloned())),
            ("ended", step.ended.unwrap_or_default().to_string()),
            ("weights", self.names(weights)),
            ("services", self.names(services)),
        ];
        self.language.text_with(&format!("step-{}", step.kind.0.name()), &args)
    }

    fn entity(&self, id: &str) -> String {
        let named = id.parse().ok().and_then(|id: EntityId| self.new.name_of(&id).or_else(|| self.old.name_of(&id)));
        named.unwrap_or(id).to_owned()
    }

    fn requirement(&self, id: &str) -> String {
        let local = id.split_once(':').map_or(id, |(_, local)| local);
        self.library.title(id).map_or_else(|| id.to_owned(), |title| format!("{local} {title}"))
    }

    fn names(&self, names: impl Iterator<Item = String>) -> String {
        let names: Vec<String> = names.collect();
        let shown = names.iter().take(NAMES_SHOWN).cloned().collect::<Vec<_>>().join(", ");
        match names.len().saturating_sub(NAMES_SHOWN) {
            0 => shown,
            more => self.language.text_with("and-more", &[("names", &shown), ("count", &more.to_string())]),
        }
    }
}

/// How large a change is, first by what is substantiated.
fn sizes(SignedTriple { declared, possible, substantiated }: &SignedTriple) -> [i64; 3] {
    [substantiated, declared, possible].map(|change| change.0.hundredths().abs())
}
