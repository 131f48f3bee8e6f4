//! `pejling follow-up`: what became of the measures that were decided, and what they did.

use jiff::civil::Date;
use pejling_core::{EntityId, RequirementId};
use pejling_documents::{As, Checked, FollowUpDocument, FollowedMeasure, Language, Library, MeasureSince, MeasureStatus};

use crate::args::{Arguments, BetweenOptions, Format};
use crate::bridge::{Between, entity_of};
use crate::dissent::Dissent;
use crate::input::{Inputs, Problem};
use crate::score::whole;
use crate::table::{heading, table};
use crate::{Outcome, print, print_json};

/// The columns of measures: who is to do what and when, and what it did.
const HEADS: [&str; 9] = [
    "follow-up-measure",
    "follow-up-requirement",
    "follow-up-entity",
    "follow-up-owner",
    "follow-up-due",
    "follow-up-outcome",
    "follow-up-own",
    "follow-up-expected",
    "follow-up-effect",
];

pub(crate) fn run(arguments: &Arguments, options: &BetweenOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let Between { old, then, new, now } = Between::read(inputs, library, options)?;
    let (before, after) = (old.scores(then), new.scores(now));
    let entity = entity_of(&old, &after, options.entity.as_deref(), library)?;
    let follow_up = new.follow_up(&after, (&old, &before), &entity, options.across_editions)?;
    if arguments.format == Format::Json {
        return print_json(&follow_up);
    }
    print(&Shown { follow_up: &follow_up, old: &old, new: &new, library, language: library.language }.text())
}

struct Shown<'a> {
    follow_up: &'a FollowUpDocument,
    old: &'a Checked,
    new: &'a Checked,
    library: &'a Library<'a>,
    language: Language,
}

impl Shown<'_> {
    fn text(&self) -> String {
        let FollowUpDocument { entity, followed, method, name, new, old, since, .. } = self.follow_up;
        let mut text = format!("{}\n", self.follow_up.sentence(self.library));
        if followed.is_empty() && since.is_empty() {
            return text;
        }
        let name = name.as_deref().unwrap_or(entity);
        let args = [("entity", name), ("old", &old.as_of.0.to_string()), ("new", &new.as_of.0.to_string()), ("method", method)];
        text += &heading(&self.language.text_with("follow-up-head", &args));
        if !followed.is_empty() {
            let heads = HEADS.map(|head| self.language.text(head));
            text += &table(&heads, followed.iter().map(|it| self.row(it)).collect(), &[7, 8]);
            text += &format!("  {}\n", self.language.text_with("follow-up-reading", &[("entity", name)]));
        }
        let of_followed = followed.iter().filter(|it| it.overdue);
        let of_followed =
            of_followed.map(|it| self.overdue(&it.id, &it.requirement, it.owner.as_ref(), it.due.as_ref(), it.status.as_ref()));
        let of_since = since.iter().filter(|it| it.overdue);
        let of_since = of_since.map(|it| self.overdue(&it.id, &it.requirement, it.owner.as_ref(), it.due.as_ref(), Some(&it.status)));
        let overdue: Vec<String> = of_followed.chain(of_since).collect();
        if !overdue.is_empty() {
            text += &heading(&self.language.text("follow-up-overdue-head"));
            text += &overdue.concat();
        }
        if !since.is_empty() {
            text += &heading(&self.language.text("follow-up-since"));
            let heads: Vec<String> = HEADS.iter().take(6).map(|head| self.language.text(head)).collect(); // there is no effect to tell yet
            text += &table(&heads, since.iter().map(|it| self.since(it)).collect(), &[]);
        }
        text + &Dissent(self.follow_up.dissent.clone()).section(self.library)
    }

    fn row(&self, measure: &FollowedMeasure) -> Vec<String> {
        let FollowedMeasure {
            changes, due, due_before, entity, expected, id, outcome, overdue, own_new, own_old, owner, requirement, ..
        } = measure;
        let due = match (due, due_before) {
            (Some(due), Some(before)) if due != before => {
                let (due, before) = (due.0.to_string(), before.0.to_string());
                self.language.text_with("follow-up-postponed", &[("due", &due), ("before", &before)])
            }
            (Some(due), _) => due.0.to_string(),
            (None, _) => self.language.text("nobody-said"),
        };
        let own = |triple: &Option<pejling_documents::Triple>| {
            triple.as_ref().map_or_else(|| self.language.text("not-applicable"), |it| self.language.number(it.substantiated))
        };
        let framework = requirement.parse().ok().and_then(|id: RequirementId| id.framework().parse().ok());
        let of_framework = framework.and_then(|framework| whole(self.library, &framework));
        let effect = of_framework.and_then(|objective| changes.get(objective.as_str()));
        let effect = effect.map_or_else(|| self.language.number("0.00"), |change| self.language.number(change.substantiated));
        vec![
            id.clone(),
            Dissent(self.follow_up.dissent.clone()).mark(requirement, self.requirement(requirement)),
            self.entity(entity),
            owner.clone().unwrap_or_else(|| self.language.text("nobody-said")),
            due,
            self.outcome(outcome.0.name(), *overdue),
            format!("{} → {}", own(own_old), own(own_new)),
            self.language.number(expected),
            effect,
        ]
    }

    fn outcome(&self, outcome: &str, overdue: bool) -> String {
        let said = self.language.text(&format!("follow-up-{}", outcome.replace('_', "-")));
        if overdue { format!("{said}, {}", self.language.text("follow-up-overdue")) } else { said }
    }

    fn overdue(
        &self,
        id: &str,
        requirement: &str,
        owner: Option<&String>,
        due: Option<&As<Date>>,
        status: Option<&As<MeasureStatus>>,
    ) -> String {
        let nobody = || self.language.text("nobody-said");
        let status = status.map(|status| self.language.text(&format!("measure-{}", status.0.name())));
        let args = [
            ("measure", id.to_owned()),
            ("title", self.requirement(requirement)),
            ("owner", owner.cloned().unwrap_or_else(nobody)),
            ("due", due.map_or_else(nobody, |due| due.0.to_string())),
            ("status", status.unwrap_or_else(|| self.language.text("follow-up-not-accounted-for"))),
        ];
        format!("  {}\n", self.language.text_with("follow-up-overdue-line", &args))
    }

    fn since(&self, measure: &MeasureSince) -> Vec<String> {
        let MeasureSince { due, entity, id, overdue, owner, requirement, status, was_proposed: _ } = measure;
        let said = self.language.text(&format!("measure-{}", status.0.name()));
        vec![
            id.clone(),
            self.requirement(requirement),
            self.entity(entity),
            owner.clone().unwrap_or_else(|| self.language.text("nobody-said")),
            due.as_ref().map_or_else(|| self.language.text("nobody-said"), |due| due.0.to_string()),
            if *overdue { format!("{said}, {}", self.language.text("follow-up-overdue")) } else { said },
        ]
    }

    fn entity(&self, id: &str) -> String {
        let named = id.parse().ok().and_then(|id: EntityId| self.new.name_of(&id).or_else(|| self.old.name_of(&id)));
        named.unwrap_or(id).to_owned()
    }

    fn requirement(&self, id: &str) -> String {
        let local = id.split_once(':').map_or(id, |(_, local)| local);
        self.library.title(id).map_or_else(|| id.to_owned(), |title| format!("{local} {title}"))
    }
}
