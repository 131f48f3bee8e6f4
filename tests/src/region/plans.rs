//! What the region decided: exclusions, controls, measures and dissent.

use serde_json::{Value, json};

use super::full;
use super::places::{LARGE, OFFICES, REGION, SOCIAL, SOUTH};

pub(crate) const BOARD: &str = "Informationssikkerhedsudvalget";
pub(crate) const ACTIVITY: &str = "no_such_activity";
pub(crate) const ASSET: &str = "no_such_asset";

/// Requirement, where it does not apply, class of the reason, approver, last day, reason.
pub(crate) type Exclusion = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

pub(crate) const EXCLUSIONS: &[Exclusion] = &[
    ("iso:A.8.30", REGION, ACTIVITY, BOARD, "2027-01-31", "Regionen får ikke udviklet software uden for huset."),
    ("iso:A.8.4", REGION, ACTIVITY, BOARD, "2026-03-31", "Regionen har ingen egen kildekode."), // past its review date
    ("iso:A.8.31", SOUTH, ASSET, "Sygehusledelsen", "2026-12-31", "Sygehuset har ingen egne testmiljøer."),
    ("iso:A.8.25", SOCIAL, ACTIVITY, BOARD, "2027-01-31", "De sociale tilbud udvikler ikke systemer."),
    ("iso:A.8.28", SOCIAL, ACTIVITY, BOARD, "2027-01-31", "De sociale tilbud programmerer ikke."),
    ("iso:A.8.29", SOCIAL, ACTIVITY, BOARD, "2027-01-31", "De sociale tilbud tager kun afprøvede systemer i brug."),
    ("iso:A.8.33", OFFICES, ASSET, BOARD, "2026-10-31", "Administrationen har ingen testdata."),
    ("iso:A.7.6", SOCIAL, ASSET, BOARD, "2027-01-31", "De sociale tilbud har ingen sikrede områder."),
    ("iso:A.7.12", OFFICES, ASSET, BOARD, "2026-12-31", "Kablerne ejes og sikres af udlejeren."),
    ("gdpr:47", REGION, "legal_condition", "Direktionen", "2027-06-30", "Ingen overførsel bygger på bindende virksomhedsregler."),
];

/// Requirement, who is responsible, whether it is implemented, and why it is included.
pub(crate) type Statement = (&'static str, &'static str, bool, &'static str);

pub(crate) const STATEMENTS: &[Statement] = &[
    ("iso:A.5.1", "Direktionen", true, "Politikken er grundlaget for alt sikkerhedsarbejde."),
    ("iso:A.5.9", "It-direktøren", false, "Uden overblik kan data ikke beskyttes; oversigten er ikke fuldstændig."),
    ("iso:A.5.15", "It-direktøren", true, "Kun medarbejdere med et behov må se helbredsoplysninger."),
    ("iso:A.5.22", "Indkøbschefen", false, "Leverandører behandler patientdata; tilsynet er ikke gennemført for alle."),
    ("iso:A.5.24", "Informationssikkerhedschefen", true, "Angreb på sundhedsvæsenet er en vedvarende trussel."),
    ("iso:A.6.3", "HR-direktøren", true, "De fleste hændelser begynder hos en medarbejder."),
    ("iso:A.7.2", "Teknisk chef", true, "Sygehuse er åbne bygninger med lukkede rum."),
    ("iso:A.8.8", "It-direktøren", true, "Kendte sårbarheder er den hyppigste vej ind."),
    ("iso:A.8.12", "It-direktøren", false, "Store udtræk skal kunne opdages; løsningen er ikke anskaffet."),
    ("iso:A.8.13", "It-direktøren", true, "Klinikken kan ikke arbejde længe uden journalen."),
    ("iso:A.8.15", "Sygehusledelserne", true, "Opslag i journalen skal kunne følges op."),
    ("iso:A.8.24", "It-direktøren", true, "Helbredsoplysninger sendes over åbne net."),
];

/// Requirement, entity, own score after, cost in kroner, owner, due, status, decided by and on (or nothing yet).
pub(crate) type Measure =
    (&'static str, &'static str, &'static str, u32, &'static str, &'static str, &'static str, &'static str, &'static str);

pub(crate) const IT: &str = "It-direktøren";
pub(crate) const CISO: &str = "Informationssikkerhedschefen";
pub(crate) const LOCAL: &str = "Sygehusledelsen";
pub(crate) const LAWYER: &str = "Juridisk chef";
pub(crate) const TOP: &str = "Direktionen";

pub(crate) const MEASURES: &[Measure] = &[
    ("iso:A.8.15", SOUTH, "85", 450_000, LOCAL, "2026-10-31", "decided", TOP, "2026-05-27"),
    ("iso:A.8.16", SOUTH, "85", 600_000, IT, "2026-12-31", "decided", TOP, "2026-05-27"),
    ("principles:log-follow-up", SOUTH, "85", 180_000, LOCAL, "2026-10-31", "started", TOP, "2026-05-27"),
    ("iso:A.8.16", REGION, "95", 2_400_000, IT, "2027-06-30", "proposed", "", ""),
    ("iso:A.5.9", REGION, "85", 1_200_000, IT, "2027-03-31", "started", BOARD, "2026-01-21"),
    ("iso:A.5.12", REGION, "85", 400_000, CISO, "2027-03-31", "proposed", "", ""),
    ("iso:A.5.13", REGION, "60", 350_000, CISO, "2027-12-31", "proposed", "", ""),
    ("gdpr:30", REGION, "85", 500_000, LAWYER, "2026-12-31", "started", BOARD, "2026-01-21"),
    ("iso:A.5.22", REGION, "85", 900_000, "Indkøbschefen", "2026-12-31", "decided", BOARD, "2026-04-22"),
    ("iso:A.5.21", REGION, "75", 250_000, "Indkøbschefen", "2027-06-30", "proposed", "", ""),
    ("gdpr:28", REGION, "85", 700_000, LAWYER, "2026-12-31", "decided", BOARD, "2026-04-22"),
    ("iso:A.5.23", REGION, "85", 150_000, CISO, "2026-11-30", "proposed", "", ""),
    ("iso:A.8.13", SOUTH, "85", 300_000, IT, "2026-09-30", "started", LOCAL, "2026-03-10"),
    ("iso:A.8.13", LARGE, "100", 220_000, IT, "2026-09-30", "done", LOCAL, "2025-12-09"),
    ("iso:A.5.30", REGION, "85", 650_000, CISO, "2027-01-31", "proposed", "", ""),
    ("iso:A.8.8", LARGE, "95", 3_800_000, "Medicoteknisk chef", "2027-12-31", "proposed", "", ""),
    ("iso:A.8.10", REGION, "75", 1_600_000, IT, "2027-12-31", "proposed", "", ""),
    ("gdpr:5.1.e", REGION, "85", 300_000, LAWYER, "2027-06-30", "proposed", "", ""),
    ("iso:A.8.11", REGION, "85", 450_000, IT, "2026-12-31", "decided", BOARD, "2026-06-10"),
    ("iso:A.8.12", REGION, "75", 2_900_000, IT, "2027-12-31", "dropped", TOP, "2026-02-04"),
    ("iso:A.5.18", SOUTH, "95", 90_000, "HR-direktøren", "2026-08-31", "done", LOCAL, "2026-05-12"),
    ("iso:A.5.28", REGION, "75", 120_000, CISO, "2026-11-30", "proposed", "", ""),
    ("gdpr:35", REGION, "90", 380_000, LAWYER, "2027-03-31", "proposed", "", ""),
    ("principles:patient-choices", REGION, "80", 1_100_000, IT, "2027-09-30", "proposed", "", ""),
];

/// Requirement, entity, who dissents, and in which words.
pub(crate) type Dissent = (&'static str, &'static str, &'static str, &'static str);

pub(crate) const DISSENT: &[Dissent] = &[
    ("gdpr:30", REGION, "dpo", "Fortegnelsen er efter min opfattelse ringere end oplyst: forskning og medicoteknik mangler næsten helt."),
    ("principles:log-follow-up", SOUTH, "auditor", "Vi har ikke set dokumentation for, at opfølgningen er genoptaget."),
];

pub(crate) fn exclusion(&(requirement, entity, class, approved_by, review_by, reason): &Exclusion) -> Value {
    json!({
        "requirement": full(requirement), "entity": entity, "class": class,
        "approved_by": approved_by, "review_by": review_by, "reason": reason,
    })
}

pub(crate) fn statement(&(requirement, responsible, implemented, why): &Statement) -> Value {
    json!({ "requirement": full(requirement), "responsible": responsible, "implemented": implemented, "why": why })
}

pub(crate) fn measure((number, row): (u32, &Measure)) -> Value {
    let &(requirement, entity, score_after, cost, owner, due, status, decided_by, decided_on) = row;
    let mut value = json!({
        "id": format!("T-{number:02}"), "requirement": full(requirement), "entity": entity, "score_after": score_after,
        "cost": cost, "owner": owner, "due": due, "status": status,
    });
    if let Some(fields) = value.as_object_mut().filter(|_| !decided_by.is_empty()) {
        fields.insert("decided_by".to_owned(), decided_by.into());
        fields.insert("decided_on".to_owned(), decided_on.into());
    }
    value
}

pub(crate) fn dissent(&(requirement, entity, by, text): &Dissent) -> Value {
    json!({ "requirement": full(requirement), "entity": entity, "by": by, "text": text })
}
