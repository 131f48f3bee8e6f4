//! The same region a year later: what was renewed, mended, forgotten and found anew.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

use super::later::{DECIDED, DISSENT, EXCLUSIONS, MEASURES, PROGRESS, SHARES, SILENT, STATEMENTS, STORIES, WEIGHTS};
use super::places::{PLACES, Place, REGION};
use super::plans::{self, BOARD, CISO, TOP, dissent, exclusion, measure, statement};
use super::{INITIALS, SCOPE_NOTE, catalogues, draft_all, full};
use crate::chance::{Day, Dice};
use crate::evidence::{AUDIT, Draft, Finding, Kind, Register, WHOLE, file};
use crate::requirement::Requirement;

const AS_OF: Day = Day::new(2027, 6, 30);

/// The last days of the year's rounds of audits, and how many days each takes.
const ROUNDS: &[(Day, u32)] = &[(Day::new(2026, 11, 26), 75), (Day::new(2027, 5, 20), 75)];

/// In how many of a hundred cases what there was a year ago is there anew.
const RENEWED: &[(&str, u32)] = &[
    ("statement", 80),
    ("document", 62),
    ("agreement", 65),
    ("risk_assessment", 76),
    ("awareness", 86),
    ("log_review", 82),
    ("exercise", 70),
    ("incident_review", 85),
    ("test", 80),
    ("audit", 52),
    ("assurance_report", 95),
    ("certificate", 60),
];

/// The framework that was behind with its work: posts in the legal office stood empty.
const SHORT_OF_HANDS: &str = "gdpr:";

/// Builds the region of [`super::region`] as it is a year later, as an assessment document.
///
/// What makes the story is told in `later.rs`; of all other evidence it is drawn what was renewed and how it went, what was archived, and
/// which slips of the pen were mended.
///
/// # Errors
///
/// As [`super::region`].
pub fn region_a_year_later(controls: &Path, seed: u64) -> Result<Value, String> {
    let (editions, requirements) = catalogues(controls)?;
    let before = draft_all(&requirements, seed);
    let mut register = Register::new(INITIALS);
    let mut evidence = file(before.clone(), &mut register, Dice::of(seed, &["cases"]));

    let told: BTreeSet<(String, &str)> = STORIES.iter().map(|story| (full(story.requirement), story.entity)).collect();
    let silent: BTreeSet<String> = SILENT.iter().map(|requirement| full(requirement)).collect();
    let named: BTreeSet<&String> = before.iter().flat_map(|draft| &draft.closes).collect();
    let (mut drafts, mut archived) = (Vec::new(), BTreeSet::new());
    for draft in &before {
        let is_told = told.contains(&(draft.requirement.clone(), draft.entity)) || silent.contains(&draft.requirement);
        let mut dice = Dice::of(seed, &["a year later", &draft.mark]);
        let Some(again) = renew(draft, &mut dice).filter(|_| !is_told) else { continue };
        let is_superseded =
            again.finding.wrong() == 0 && draft.finding.wrong() == 0 && draft.closes.is_empty() && !named.contains(&draft.mark);
        if is_superseded && dice.chance(40) {
            archived.insert(register.number(&draft.mark).unwrap_or_default().to_owned());
        }
        drafts.push(again);
    }
    for story in STORIES {
        let requirement = requirements.iter().find(|it| it.id == full(story.requirement));
        drafts.push(story.draft(requirement.ok_or_else(|| format!("no requirement {}", story.requirement))?));
    }
    evidence.retain(|one| !one.get("id").and_then(Value::as_str).is_some_and(|id| archived.contains(id)));
    for draft in before.iter().filter(|draft| draft.by.is_none() || !draft.filed) {
        mend(&mut evidence, draft, &register, &requirements);
    }
    evidence.extend(file(drafts, &mut register, Dice::of(seed, &["cases", "a year later"])));

    let statements = plans::STATEMENTS.iter().filter(|(old, ..)| STATEMENTS.iter().all(|(new, ..)| old != new)).chain(STATEMENTS);
    Ok(json!({
        "format": "pejling/assessment/1",
        "organisation": REGION,
        "as_of": AS_OF.to_string(),
        "catalogues": editions,
        "scope_note": SCOPE_NOTE,
        "entities": PLACES.iter().map(entity).collect::<Vec<_>>(),
        "evidence": evidence,
        "exclusions": EXCLUSIONS.iter().map(exclusion).collect::<Vec<_>>(),
        "control_statements": statements.map(statement).collect::<Vec<_>>(),
        "measures": measures(),
        "dissent": DISSENT.iter().map(dissent).collect::<Vec<_>>(),
        "sign_off": {
            "status": "final",
            "prepared": { "by": CISO, "on": "2027-07-05" },
            "reviewed": { "by": BOARD, "on": "2027-08-12" },
            "approved": { "by": TOP, "on": "2027-08-24" },
        },
    }))
}

/// The same looked at again, where somebody did.
fn renew(draft: &Draft, dice: &mut Dice) -> Option<Draft> {
    let place = PLACES.iter().find(|place| place.id == draft.entity)?;
    let (_, chance) = RENEWED.iter().find(|(kind, _)| *kind == draft.kind.name)?;
    let short_of_hands = if draft.requirement.starts_with(SHORT_OF_HANDS) { 30 } else { 0 };
    if !dice.chance(chance.saturating_sub(place.late / 3 + short_of_hands)) {
        return None; // it was forgotten: most often where things are late, or where posts stood empty
    }
    let finding = again(draft.finding, dice);
    let confirms = draft.finding.wrong() > 0 && dice.chance(60);
    Some(Draft {
        mark: format!("{}, a year later", draft.mark),
        day: day(draft.kind, place, dice),
        valid_days: draft.valid_days,
        closes: Some(draft.mark.clone()).filter(|_| confirms).into_iter().collect(),
        finding,
        note: if finding.wrong() > 0 { "Set igen; der er stadig mangler.".to_owned() } else { "Set igen; i orden.".to_owned() },
        ..draft.clone()
    })
}

/// A day of the year.
fn day(kind: &Kind, place: &Place, dice: &mut Dice) -> Day {
    if kind.name == AUDIT.name {
        let round = dice.pick(ROUNDS).copied();
        return round.map_or(AS_OF, |(last, days)| last.workday_before(dice.between(0, days)));
    }
    let (youngest, oldest) = kind.ages;
    AS_OF.workday_before(dice.between(youngest, oldest + place.late).min(350))
}

/// What a look finds where another one found something a year ago: mostly a little better.
fn again(finding: Finding, dice: &mut Dice) -> Finding {
    match finding {
        Finding::Part { result, share } => {
            let result = (result + dice.between(0, 14) * 50).saturating_sub(200).min(WHOLE);
            Finding::Part { result, share: (share + dice.between(0, 2) * 500).min(WHOLE) }
        }
        Finding::Level { level, share } => {
            let level = if dice.chance(25) { (level + 1).min(4).max(level) } else { level };
            Finding::Level { level, share: (share + dice.between(0, 2) * 500).min(WHOLE) }
        }
        Finding::Counted { population, examined, ok, random } => {
            let wrong = ((examined - ok) * dice.between(10, 130) + 50) / 100;
            Finding::Counted { population, examined, ok: examined - wrong.min(examined), random }
        }
    }
}

/// Says who examined, or which case it is, where that was left out the year before.
fn mend(evidence: &mut [Value], draft: &Draft, register: &Register, requirements: &[Requirement]) {
    let number = register.number(&draft.mark).unwrap_or_default();
    let is_it = |one: &&mut Value| one.get("id").and_then(Value::as_str) == Some(number);
    let Some(fields) = evidence.iter_mut().find(is_it).and_then(Value::as_object_mut) else { return };
    let requirement = requirements.iter().find(|it| it.id == draft.requirement);
    let by = requirement.and_then(|it| super::examiner(it, draft.entity, draft.kind, draft.assurance));
    fields.entry("by").or_insert_with(|| by.into());
    fields.entry("reference").or_insert_with(|| format!("{INITIALS}-2026-efterregistreret, {number}").into());
}

fn entity(place: &Place) -> Value {
    let mut value = place.json();
    if let Some((_, weight)) = WEIGHTS.iter().find(|(id, _)| *id == place.id) {
        set(&mut value, "weight", *weight);
    }
    for service in value.get_mut("serves").and_then(Value::as_array_mut).into_iter().flatten() {
        let is_it = |(requirement, entity, _): &&(&str, &str, &str)| {
            service.get("requirement").and_then(Value::as_str) == Some(full(requirement).as_str())
                && service.get("entity").and_then(Value::as_str) == Some(*entity)
        };
        if let Some((.., share)) = SHARES.iter().find(is_it) {
            set(service, "share", *share);
        }
    }
    value
}

/// The measures of the year before as far as they have come, and those since.
fn measures() -> Vec<Value> {
    let numbered = || (1_u32..).zip(plans::MEASURES);
    let before = PROGRESS.iter().filter_map(|(number, status, due)| {
        let mut value = measure(numbered().find(|(of, _)| of == number)?);
        set(&mut value, "status", *status);
        if !due.is_empty() {
            set(&mut value, "due", *due);
        }
        if let Some((_, by, on)) = DECIDED.iter().find(|(of, ..)| of == number) {
            set(&mut value, "decided_by", *by);
            set(&mut value, "decided_on", *on);
        }
        Some(value)
    });
    let first = numbered().count() + 1;
    let since = (u32::try_from(first).unwrap_or_default()..).zip(MEASURES).map(measure);
    before.chain(since).collect()
}

fn set(object: &mut Value, field: &str, value: impl Into<Value>) {
    if let Some(fields) = object.as_object_mut() {
        fields.insert(field.to_owned(), value.into());
    }
}
