//! An invented region: a decent organisation with a few real holes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Map, Value, json};

use self::places::{PLACES, Place, REGION, SERVICES};
use self::plans::{BOARD, CISO, DISSENT, EXCLUSIONS, MEASURES, STATEMENTS, TOP, dissent, exclusion, measure, statement};
use self::scene::Scene;
use self::stories::STORIES;
use self::themes::THEMES;
use crate::chance::{Day, Dice};
use crate::evidence::Assurance::{self, Independent, Internal, Own};
use crate::evidence::{Draft, Kind, Register, file};
use crate::requirement::Requirement;

mod later;
mod places;
mod plans;
mod scene;
mod stories;
mod themes;
mod year;

pub use self::year::region_a_year_later;

/// The seed of the region that is kept in `fixtures/region/`.
pub const SEED: u64 = 2026;

/// Builds the invented region as an assessment document.
///
/// What makes its story (holes, findings, what became of them) is told row by row in the tables below; the bulk of its evidence is drawn
/// from what they say of a theme and of a hospital.
///
/// # Errors
///
/// When a catalogue cannot be read, or a table speaks of a requirement that the catalogues do not have.
pub fn region(controls: &Path, seed: u64) -> Result<Value, String> {
    let (editions, requirements) = catalogues(controls)?;
    let evidence = file(draft_all(&requirements, seed), &mut Register::new(INITIALS), Dice::of(seed, &["cases"]));
    Ok(json!({
        "format": "pejling/assessment/1",
        "organisation": REGION,
        "as_of": AS_OF.to_string(),
        "catalogues": editions,
        "scope_note": SCOPE_NOTE,
        "entities": PLACES.iter().map(Place::json).collect::<Vec<_>>(),
        "evidence": evidence,
        "exclusions": EXCLUSIONS.iter().map(exclusion).collect::<Vec<_>>(),
        "control_statements": STATEMENTS.iter().map(statement).collect::<Vec<_>>(),
        "measures": (1..).zip(MEASURES).map(measure).collect::<Vec<_>>(),
        "dissent": DISSENT.iter().map(dissent).collect::<Vec<_>>(),
        "sign_off": {
            "status": "final",
            "prepared": { "by": CISO, "on": "2026-07-06" },
            "reviewed": { "by": BOARD, "on": "2026-08-13" },
            "approved": { "by": TOP, "on": "2026-08-25" },
        },
    }))
}

const AS_OF: Day = Day::new(2026, 6, 30);
const SCOPE_NOTE: &str = "Opdigtet region til afprøvning. Vurderingen dækker sygehuse, psykiatri, administration og sociale tilbud. Den \
    fælles it-platform indgår med de andele, som sygehusene bruger den til.";
const FRAMEWORKS: &[(&str, &str)] = &[("iso", "iso27001-2022"), ("gdpr", "gdpr"), ("principles", "principles-2017")];

/// What case numbers begin with.
const INITIALS: &str = "BK";

/// The editions of the catalogues, and all their requirements, which the tables speak of.
fn catalogues(controls: &Path) -> Result<(Map<String, Value>, Vec<Requirement>), String> {
    let mut editions = Map::new();
    let mut requirements = Vec::new();
    for (_, framework) in FRAMEWORKS {
        let (edition, of_framework) = Requirement::of_catalogue(controls, framework)?;
        editions.insert((*framework).to_owned(), edition.into());
        requirements.extend(of_framework);
    }
    check_tables(&requirements)?;
    Ok((editions, requirements))
}

/// The qualified name of a requirement that a table names in short.
fn full(short: &str) -> String {
    let (framework, name) = short.split_once(':').unwrap_or_default();
    let known = FRAMEWORKS.iter().find(|(abbreviation, _)| *abbreviation == framework);
    format!("{}:{name}", known.map_or(framework, |(_, id)| id))
}

/// Who examines: assurance, the kind, area or group that it holds for, at the region, elsewhere. The first that fits.
const EXAMINERS: &[(Assurance, &str, &str, &str)] = &[
    (Independent, "test", "Uvildigt testhus", "Uvildigt testhus"),
    (Independent, "certificate", "Akkrediteret certificeringsorgan", "Akkrediteret certificeringsorgan"),
    (Independent, "assurance_report", "Leverandørens revisor", "Leverandørens revisor"),
    (Independent, "", "Ekstern it-revisor", "Ekstern it-revisor"),
    (Internal, "audit", "Intern revision", "Intern revision"),
    (Internal, "law-and-contracts", "Databeskyttelsesrådgiveren", "Databeskyttelsesrådgiveren"),
    (Internal, "data-protection-officers", "Intern revision", "Intern revision"),
    (Internal, "", "Informationssikkerhedsafdelingen", "Informationssikkerhedskoordinatoren"),
    (Own, "physical", "Teknisk afdeling", "Lokal teknisk afdeling"),
    (Own, "it-and-cyber-security", "It-afdelingen", "Lokal it-drift"),
    (Own, "law-and-contracts", "Juridisk kontor", "Administrationen på stedet"),
    (Own, "data-protection-officers", "Databeskyttelsesrådgiveren", "Databeskyttelsesrådgiveren"),
    (Own, "", "Koncernsekretariatet", "Afdelingsledelserne"),
];

fn examiner(requirement: &Requirement, entity: &str, kind: &Kind, assurance: Assurance) -> Option<&'static str> {
    let fits = |key: &str| key.is_empty() || [kind.name, &requirement.area, &requirement.group].contains(&key);
    let (_, _, central, local) = EXAMINERS.iter().find(|(of, key, ..)| *of == assurance && fits(key))?;
    Some(if entity == REGION { central } else { local })
}

/// Refuses tables that speak of what the catalogues do not have, or exclude what can never be excluded.
fn check_tables(requirements: &[Requirement]) -> Result<(), String> {
    let excludable: BTreeMap<&str, Option<&str>> =
        requirements.iter().filter(|it| !it.composite).map(|it| (it.id.as_str(), it.excludable.as_deref())).collect();
    let themes = THEMES.iter().flat_map(|theme| theme.requirements.split_whitespace().map(|name| format!("{}:{name}", theme.framework)));
    let mut named: BTreeSet<String> = themes.map(|short| full(&short)).collect();
    named.extend(STORIES.iter().map(|story| full(story.requirement)));
    named.extend(SERVICES.iter().map(|(_, requirement, _)| full(requirement)));
    named.extend(STATEMENTS.iter().map(|(requirement, ..)| full(requirement)));
    named.extend(MEASURES.iter().map(|(requirement, ..)| full(requirement)));
    named.extend(DISSENT.iter().map(|(requirement, ..)| full(requirement)));
    let unknown = named.into_iter().filter(|id| !excludable.contains_key(id.as_str()));
    let refused = EXCLUSIONS.iter().filter_map(|(requirement, _, class, ..)| {
        let (id, needed) = (full(requirement), if *class == "legal_condition" { "on-condition" } else { "freely" });
        (excludable.get(id.as_str()) != Some(&Some(needed))).then_some(id)
    });
    let faults: Vec<String> = unknown.chain(refused).collect();
    if faults.is_empty() { Ok(()) } else { Err(format!("the tables and the catalogues disagree about {}", faults.join(", "))) }
}

/// All evidence: what is told, and what is drawn where nothing is told and nothing excluded.
fn draft_all(requirements: &[Requirement], seed: u64) -> Vec<Draft> {
    let stories = STORIES.iter().map(|story| (full(story.requirement), story.entity));
    let exclusions = EXCLUSIONS.iter().map(|(requirement, entity, ..)| (full(requirement), *entity));
    let settled: BTreeSet<(String, &str)> = stories.chain(exclusions).collect();
    let mut drafts = Vec::new();
    for requirement in requirements.iter().filter(|it| !it.composite) {
        drafts.extend(STORIES.iter().filter(|story| full(story.requirement) == requirement.id).map(|story| story.draft(requirement)));
        for place in PLACES.iter().filter(|place| !settled.contains(&(requirement.id.clone(), place.id))) {
            drafts.extend(Scene::new(requirement, place, seed).map(Scene::draw).unwrap_or_default());
        }
    }
    drafts
}
