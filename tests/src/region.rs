//! An invented region: a decent organisation with a few real holes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::Assurance::{self, Independent, Internal, Own};
use crate::{
    AGREEMENT, ASSURANCE_REPORT, AUDIT, AWARENESS, CERTIFICATE, DOCUMENT, Day, Dice, Draft, EXERCISE, Finding, Form, INCIDENT_REVIEW, Kind,
    LOG_REVIEW, RISK_ASSESSMENT, Requirement, STATEMENT, TEST, WHOLE, file,
};

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
    let mut editions = Map::new();
    let mut requirements = Vec::new();
    for (_, framework) in FRAMEWORKS {
        let (edition, of_framework) = Requirement::of_catalogue(controls, framework)?;
        editions.insert((*framework).to_owned(), edition.into());
        requirements.extend(of_framework);
    }
    check_tables(&requirements)?;
    let evidence = file(draft_all(&requirements, seed), "BK", Dice::of(seed, &["cases"]));
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

// The region.

const AS_OF: Day = Day::new(2026, 6, 30);
const SCOPE_NOTE: &str = "Opdigtet region til afprøvning. Vurderingen dækker sygehuse, psykiatri, administration og sociale tilbud. Den \
    fælles it-platform indgår med de andele, som sygehusene bruger den til.";
const FRAMEWORKS: &[(&str, &str)] = &[("iso", "iso27001-2022"), ("gdpr", "gdpr"), ("principles", "principles-2017")];

const REGION: &str = "bakkeland";
const LARGE: &str = "bakkeland-universitetshospital";
const NORTH: &str = "nordhede-sygehus";
const SOUTH: &str = "soender-aa-sygehus";
const PSYCHIATRY: &str = "psykiatrien";
const OFFICES: &str = "regionsadministrationen";
const SOCIAL: &str = "sociale-tilbud";
const PLATFORM: &str = "faelles-platform";
const SUPPLIER: &str = "opdigt-medico";

/// A part of the region, and how much work on security shows there.
struct Place {
    id: &'static str,
    name: &'static str,
    kind: &'static str,
    weight: u32,
    size: u32,    // per cent of the region's units
    present: u32, // per cent of the requirements on which it has evidence of its own
    behind: u32,  // half per cents below the theme's results
    late: u32,    // days later than others
}

const PLACES: &[Place] = &[
    place(REGION, "Region Bakkeland (opdigtet)", "region", (1, 100), (100, 0, 0)),
    place(LARGE, "Bakkeland Universitetshospital (opdigtet)", "hospital", (5, 45), (64, 0, 0)),
    place(NORTH, "Nordhede Sygehus (opdigtet)", "hospital", (3, 25), (48, 3, 15)),
    place(SOUTH, "Sønder Å Sygehus (opdigtet)", "hospital", (2, 12), (26, 8, 60)),
    place(PSYCHIATRY, "Psykiatrien i Bakkeland (opdigtet)", "unit", (2, 9), (12, 3, 20)),
    place(OFFICES, "Regionsadministrationen i Bakkeland (opdigtet)", "unit", (1, 6), (8, 0, 10)),
    place(SOCIAL, "Sociale tilbud i Bakkeland (opdigtet)", "unit", (1, 3), (6, 5, 40)),
    place(PLATFORM, "Fælles it-platform for opdigtede regioner", "platform", (1, 30), (0, 0, 0)),
    place(SUPPLIER, "Opdigt Medico A/S (opdigtet leverandør)", "supplier", (1, 4), (0, 4, 30)),
];

const fn place(
    id: &'static str,
    name: &'static str,
    kind: &'static str,
    (weight, size): (u32, u32),
    (present, behind, late): (u32, u32, u32),
) -> Place {
    Place { id, name, kind, weight, size, present, behind, late }
}

/// Who serves whom for what, and for which share of it.
type Service = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const SERVICES: &[Service] = &[
    (PLATFORM, "iso:A.8.6", &[(LARGE, "60"), (NORTH, "80"), (SOUTH, "100")]),
    (PLATFORM, "iso:A.8.7", &[(LARGE, "60"), (NORTH, "60"), (SOUTH, "60")]),
    (PLATFORM, "iso:A.8.8", &[(LARGE, "37.5"), (NORTH, "50"), (SOUTH, "62.5")]),
    (PLATFORM, "iso:A.8.9", &[(LARGE, "37.5"), (NORTH, "50"), (SOUTH, "62.5")]),
    (PLATFORM, "iso:A.8.13", &[(LARGE, "60"), (NORTH, "80"), (SOUTH, "80")]),
    (PLATFORM, "iso:A.8.14", &[(LARGE, "60"), (NORTH, "80"), (SOUTH, "100")]),
    (PLATFORM, "iso:A.8.15", &[(LARGE, "37.5"), (NORTH, "37.5"), (SOUTH, "37.5")]),
    (PLATFORM, "iso:A.8.16", &[(LARGE, "50"), (NORTH, "50"), (SOUTH, "50")]),
    (PLATFORM, "iso:A.8.17", &[(LARGE, "100"), (NORTH, "100"), (SOUTH, "100")]),
    (PLATFORM, "iso:A.8.20", &[(LARGE, "60"), (NORTH, "75"), (SOUTH, "100")]),
    (PLATFORM, "iso:A.8.21", &[(LARGE, "60"), (NORTH, "75"), (SOUTH, "100")]),
    (PLATFORM, "iso:A.8.22", &[(LARGE, "40"), (NORTH, "40"), (SOUTH, "66.67")]),
    (PLATFORM, "iso:A.8.23", &[(LARGE, "100"), (NORTH, "100"), (SOUTH, "100")]),
    (PLATFORM, "iso:A.8.24", &[(LARGE, "50"), (NORTH, "50"), (SOUTH, "50")]),
    (SUPPLIER, "iso:A.8.8", &[(NORTH, "12.5")]),
    (SUPPLIER, "iso:A.8.19", &[(NORTH, "12.5")]),
];

/// What is counted, and how many of it the region has.
type Unit = (&'static str, u32);

const ACCOUNTS: Unit = ("brugerkonti", 11_400);
const ACTIVITIES: Unit = ("behandlingsaktiviteter", 310);
const AGREEMENTS: Unit = ("databehandleraftaler", 268);
const CASES: Unit = ("borgersager", 420);
const CHANGES: Unit = ("ændringer", 1_240);
const CRITICAL: Unit = ("kritiske systemer", 46);
const DEVICES: Unit = ("arbejdsstationer", 8_200);
const INCIDENTS: Unit = ("hændelser", 74);
const LOOKUPS: Unit = ("journalopslag", 8_600);
const PROJECTS: Unit = ("projekter", 38);
const ROOMS: Unit = ("sikrede rum", 96);
const STAFF: Unit = ("medarbejdere", 9_800);
const STUDIES: Unit = ("forskningsprojekter", 86);
const SUPPLIERS: Unit = ("leverandører", 142);
const SYSTEMS: Unit = ("systemer", 184);
const WARDS: Unit = ("afdelinger", 64);

/// How well the region does in a theme.
struct Grade {
    central: (u32, u32),    // evidences of the region
    present: u32,           // per cent of the evidence that a hospital has where it has any
    result: (u32, u32),     // half per cents
    levels: &'static [u32], // 4 is fully implemented
    share: (u32, u32),      // per cent that was looked at
    independent: u32,       // per cent of what can be
    late: u32,              // per cent of what is older than it should be
    mended: u32,            // per cent of the findings that a later look closes
}

/// Nothing of it is young enough to count.
const FORGOTTEN: u32 = 100;

const STRONG: &Grade = &Grade {
    central: (2, 2),
    present: 100,
    result: (194, 200),
    levels: &[4, 4, 5],
    share: (80, 100),
    independent: 70,
    late: 4,
    mended: 15,
};
const GOOD: &Grade = &Grade {
    central: (1, 2),
    present: 92,
    result: (186, 199),
    levels: &[4, 4, 4, 5],
    share: (60, 95),
    independent: 45,
    late: 10,
    mended: 12,
};
const FAIR: &Grade = &Grade {
    central: (1, 2),
    present: 80,
    result: (174, 196),
    levels: &[2, 3, 4, 4, 4],
    share: (35, 75),
    independent: 30,
    late: 15,
    mended: 8,
};
const WEAK: &Grade =
    &Grade { central: (1, 2), present: 55, result: (150, 184), levels: &[1, 2, 3], share: (20, 45), independent: 20, late: 30, mended: 4 };
const OUTDATED: &Grade =
    &Grade { central: (1, 1), present: 30, result: (197, 200), levels: &[4], share: (40, 80), independent: 20, late: FORGOTTEN, mended: 0 };
const ABSENT: &Grade =
    &Grade { central: (0, 0), present: 0, result: (0, 0), levels: &[], share: (0, 0), independent: 0, late: 0, mended: 0 };

/// What belongs together: done by the same people, equally well.
struct Theme {
    framework: &'static str,
    requirements: &'static str, // without the framework
    grade: &'static Grade,
    subject: &'static str,
    unit: Unit,
    kinds: &'static [&'static Kind],
}

const fn theme(
    (framework, requirements): (&'static str, &'static str),
    grade: &'static Grade,
    subject: &'static str,
    unit: Unit,
    kinds: &'static [&'static Kind],
) -> Theme {
    Theme { framework, requirements, grade, subject, unit, kinds }
}

/// A requirement that no row names belongs to the first theme.
const THEMES: &[Theme] = &[
    theme(("iso", ""), FAIR, "informationssikkerhed", WARDS, &[DOCUMENT, AUDIT]),
    theme(("iso", "4.1 4.2 4.3 4.4"), GOOD, "ledelsessystemets omfang", WARDS, &[DOCUMENT, AUDIT]),
    theme(("iso", "5.1 5.2 5.3 A.5.1 A.5.2 A.5.4"), STRONG, "politik, roller og ansvar", WARDS, &[DOCUMENT, AUDIT]),
    theme(("iso", "6.1.1 6.1.2 6.1.3 8.2 8.3"), GOOD, "risici", CRITICAL, &[RISK_ASSESSMENT, AUDIT]),
    theme(("iso", "6.2 6.3 8.1 9.1"), FAIR, "mål og målinger", WARDS, &[DOCUMENT, STATEMENT]),
    theme(("iso", "7.1 7.2"), GOOD, "ressourcer og kompetencer", WARDS, &[DOCUMENT, STATEMENT]),
    theme(("iso", "7.3 7.4 A.6.3 A.6.7"), STRONG, "sikker adfærd", STAFF, &[DOCUMENT, AWARENESS]),
    theme(("iso", "7.5.1 7.5.2 7.5.3 A.5.37"), GOOD, "styring af dokumenter", WARDS, &[DOCUMENT, AUDIT]),
    theme(("iso", "9.2.1 9.2.2 A.5.35 A.5.36"), STRONG, "intern audit", WARDS, &[DOCUMENT, AUDIT]),
    theme(("iso", "9.3.1 9.3.2 9.3.3 10.1 10.2"), GOOD, "ledelsens gennemgang", WARDS, &[DOCUMENT, AUDIT, STATEMENT]),
    theme(("iso", "A.5.3"), FAIR, "funktionsadskillelse", CRITICAL, &[RISK_ASSESSMENT, TEST]),
    theme(("iso", "A.5.5 A.5.6 A.5.7"), STRONG, "trusselsvurderinger", INCIDENTS, &[DOCUMENT, EXERCISE]),
    theme(("iso", "A.5.8"), FAIR, "sikkerhed i projekter", PROJECTS, &[RISK_ASSESSMENT, DOCUMENT, STATEMENT]),
    theme(("iso", "A.5.9 A.5.12 A.8.10"), WEAK, "overblik over data og systemer", SYSTEMS, &[DOCUMENT, AUDIT]),
    theme(("iso", "A.5.10 A.5.11 A.5.14"), FAIR, "brug og udveksling af data", SYSTEMS, &[DOCUMENT, AWARENESS, STATEMENT]),
    theme(("iso", "A.5.13 A.8.12"), ABSENT, "mærkning og datalæk", SYSTEMS, &[]),
    theme(("iso", "A.5.15 A.5.16 A.5.17 A.5.18 A.8.2 A.8.3 A.8.5"), GOOD, "brugeradgange", ACCOUNTS, &[DOCUMENT, LOG_REVIEW, TEST]),
    theme(("iso", "A.5.19 A.5.20"), GOOD, "leverandørsikkerhed", SUPPLIERS, &[AGREEMENT, AUDIT]),
    theme(("iso", "A.5.21 A.5.22 A.5.23"), WEAK, "leverandørtilsyn", SUPPLIERS, &[AGREEMENT, STATEMENT]),
    theme(("iso", "A.5.24 A.5.25 A.5.26 A.5.27 A.6.8"), STRONG, "sikkerhedshændelser", INCIDENTS, &[DOCUMENT, INCIDENT_REVIEW, EXERCISE]),
    theme(("iso", "A.5.28 A.8.34"), OUTDATED, "sikring af spor", INCIDENTS, &[DOCUMENT, INCIDENT_REVIEW]),
    theme(("iso", "A.5.29 A.5.30"), FAIR, "nødplaner", WARDS, &[DOCUMENT, EXERCISE, STATEMENT]),
    theme(("iso", "A.5.31 A.5.32 A.5.33 A.5.34"), GOOD, "lovkrav", SYSTEMS, &[DOCUMENT, AGREEMENT, AUDIT]),
    theme(("iso", "A.6.1 A.6.2 A.6.4 A.6.5 A.6.6"), GOOD, "ansættelsesforløb", WARDS, &[DOCUMENT, AGREEMENT, AUDIT]),
    theme(("iso", "A.7.1 A.7.2 A.7.3 A.7.4 A.7.5 A.7.6"), STRONG, "fysisk adgang", ROOMS, &[DOCUMENT, TEST, AUDIT]),
    theme(("iso", "A.7.7 A.7.8 A.7.9 A.7.10 A.7.14"), FAIR, "udstyr og medier", WARDS, &[DOCUMENT, AUDIT, AWARENESS, STATEMENT]),
    theme(("iso", "A.7.11 A.7.12 A.7.13"), STRONG, "forsyning og vedligeholdelse", ROOMS, &[DOCUMENT, TEST, EXERCISE]),
    theme(("iso", "A.8.1 A.8.7 A.8.23"), GOOD, "arbejdsstationer", DEVICES, &[DOCUMENT, TEST, LOG_REVIEW]),
    theme(("iso", "A.8.4 A.8.25 A.8.26 A.8.27 A.8.28 A.8.29 A.8.30 A.8.31"), FAIR, "udvikling", PROJECTS, &[DOCUMENT, TEST, STATEMENT]),
    theme(("iso", "A.8.6 A.8.14 A.8.17 A.8.24"), GOOD, "drift og kryptering", CRITICAL, &[DOCUMENT, TEST]),
    theme(("iso", "A.8.8 A.8.9 A.8.19"), FAIR, "opdatering af systemer", SYSTEMS, &[DOCUMENT, TEST, LOG_REVIEW, STATEMENT]),
    theme(("iso", "A.8.11 A.8.33"), OUTDATED, "brug af testdata", SYSTEMS, &[DOCUMENT, TEST]),
    theme(("iso", "A.8.13"), FAIR, "backup og genskabelse", CRITICAL, &[DOCUMENT, TEST]),
    theme(("iso", "A.8.15 A.8.16 A.8.18"), FAIR, "logning og overvågning", LOOKUPS, &[DOCUMENT, LOG_REVIEW]),
    theme(("iso", "A.8.20 A.8.21 A.8.22"), GOOD, "netværk", SYSTEMS, &[RISK_ASSESSMENT, TEST, LOG_REVIEW]),
    theme(("iso", "A.8.32"), GOOD, "ændringsstyring", CHANGES, &[DOCUMENT, LOG_REVIEW]),
    theme(("gdpr", "6 9"), STRONG, "behandlingsgrundlag", ACTIVITIES, &[DOCUMENT, AUDIT]),
    theme(("gdpr", "5.1.a 5.1.b 10 21"), GOOD, "formål og grundlag", ACTIVITIES, &[DOCUMENT, AUDIT]),
    theme(("gdpr", "5.1.c 5.1.d 16 18 19"), FAIR, "rigtige og nødvendige oplysninger", CASES, &[DOCUMENT, AUDIT, STATEMENT]),
    theme(("gdpr", "5.1.e 17"), OUTDATED, "slettefrister", ACTIVITIES, &[DOCUMENT, AUDIT]),
    theme(("gdpr", "5.1.f 25 32"), GOOD, "behandlingssikkerhed", SYSTEMS, &[RISK_ASSESSMENT, LOG_REVIEW]),
    theme(("gdpr", "5.2 24 29"), GOOD, "ansvar og instruks", WARDS, &[DOCUMENT, AWARENESS]),
    theme(("gdpr", "12 13 14 15"), GOOD, "oplysning og indsigt", CASES, &[DOCUMENT, AUDIT, AWARENESS]),
    theme(("gdpr", "20 22 45 48 49"), FAIR, "sjældne rettigheder og overførsler", ACTIVITIES, &[STATEMENT]),
    theme(("gdpr", "26 44 46"), FAIR, "fælles ansvar og tredjelande", AGREEMENTS, &[AGREEMENT, STATEMENT]),
    theme(("gdpr", "28"), WEAK, "tilsyn med databehandlere", AGREEMENTS, &[AGREEMENT]),
    theme(("gdpr", "30"), WEAK, "fortegnelsen", ACTIVITIES, &[DOCUMENT]),
    theme(("gdpr", "31 33 34"), STRONG, "brud på persondatasikkerheden", INCIDENTS, &[DOCUMENT, INCIDENT_REVIEW, EXERCISE]),
    theme(("gdpr", "35 36"), FAIR, "konsekvensanalyser", PROJECTS, &[RISK_ASSESSMENT, STATEMENT]),
    theme(("gdpr", "37 38 39"), STRONG, "rådgiverfunktionen", WARDS, &[DOCUMENT]),
    theme(("gdpr", "47"), ABSENT, "bindende virksomhedsregler", AGREEMENTS, &[]),
    theme(("gdpr", "89"), GOOD, "forskning", STUDIES, &[AGREEMENT, AUDIT]),
    theme(("principles", "access-when-needed clinical-continuity"), GOOD, "adgang i klinikken", WARDS, &[DOCUMENT, EXERCISE, TEST]),
    theme(("principles", "data-safety-events quality-feedback"), GOOD, "datafejl", INCIDENTS, &[DOCUMENT, INCIDENT_REVIEW]),
    theme(("principles", "baseline-measures weakest-link"), FAIR, "grundsikring", CRITICAL, &[RISK_ASSESSMENT, TEST, STATEMENT]),
    theme(("principles", "council-discussion"), STRONG, "regionsrådets drøftelse", WARDS, &[DOCUMENT]),
    theme(("principles", "disclosure purpose-check proportionate-extracts"), GOOD, "videregivelse", STUDIES, &[DOCUMENT, LOG_REVIEW]),
    theme(
        ("principles", "justified-lookups log-follow-up"),
        FAIR,
        "opslag i journalen",
        LOOKUPS,
        &[DOCUMENT, LOG_REVIEW, AWARENESS, STATEMENT],
    ),
    theme(("principles", "log-coverage log-insight"), FAIR, "borgernes indsigt i loggen", CRITICAL, &[DOCUMENT, TEST]),
    theme(("principles", "lookup-enquiries public-overview"), GOOD, "svar til borgere", CASES, &[DOCUMENT, AUDIT]),
    theme(("principles", "identifiable-by-exception key-separation"), FAIR, "pseudonymisering", STUDIES, &[DOCUMENT, TEST]),
    theme(("principles", "reidentification results-to-patients"), ABSENT, "genkendelse", STUDIES, &[]),
    theme(("principles", "project-approval secure-workspace single-entry"), GOOD, "forskningsprojekter", STUDIES, &[AGREEMENT, AUDIT]),
    theme(("principles", "exposed-patients patient-choices"), WEAK, "patienters valg", CRITICAL, &[DOCUMENT, TEST]),
    theme(("principles", "patient-voice"), FAIR, "patienters medvirken", WARDS, &[STATEMENT, AWARENESS]),
];

/// An evidence that is told, not drawn. Where one is told, none is drawn.
struct Story {
    mark: &'static str,
    entity: &'static str,
    requirement: &'static str,
    kind: &'static Kind,
    day: Day,
    assurance: Assurance,
    finding: Finding,
    closes: &'static str,
    traceable: (bool, bool), // by whom, which case
    note: &'static str,
}

const fn tell(
    (mark, entity, requirement): (&'static str, &'static str, &'static str),
    kind: &'static Kind,
    day: (u32, u32, u32),
    assurance: Assurance,
    finding: Finding,
    note: &'static str,
) -> Story {
    let day = Day::new(day.0, day.1, day.2);
    Story { mark, entity, requirement, kind, day, assurance, finding, closes: "", traceable: (true, true), note }
}

const fn part(result: u32, share: u32) -> Finding {
    Finding::Part { result: result * 100, share: share * 100 }
}

const fn level(level: u32, share: u32) -> Finding {
    Finding::Level { level, share: share * 100 }
}

const fn chosen(ok: u32, examined: u32, population: u32) -> Finding {
    Finding::Counted { population, examined, ok, random: false }
}

const fn random(ok: u32, examined: u32, population: u32) -> Finding {
    Finding::Counted { population, examined, ok, random: true }
}

impl Story {
    const fn closing(self, closes: &'static str) -> Self {
        Self { closes, ..self }
    }

    const fn traceable(self, by: bool, case: bool) -> Self {
        Self { traceable: (by, case), ..self }
    }
}

const STORIES: &[Story] = &[
    // Logs are kept everywhere; at the smallest hospital nobody looks at them.
    tell(("log-large", LARGE, "iso:A.8.15"), LOG_REVIEW, (2026, 5, 20), Internal, random(59, 60, 3_870), "Månedens logopfølgning."),
    tell(("log-north", NORTH, "iso:A.8.15"), LOG_REVIEW, (2026, 4, 29), Internal, random(44, 45, 2_150), "Et opslag er uafklaret."),
    tell(("log-south", SOUTH, "iso:A.8.15"), LOG_REVIEW, (2025, 9, 18), Internal, chosen(7, 7, 22), "Siden har ingen haft opgaven."),
    tell(("log-south-audit", SOUTH, "iso:A.8.15"), AUDIT, (2025, 10, 23), Independent, random(33, 45, 1_032), "12 er ikke fulgt op."),
    tell(("alarms-south", SOUTH, "iso:A.8.16"), STATEMENT, (2026, 2, 11), Own, level(2, 50), "Alarmer ses kun i dagtid."),
    tell(("lookups-south", SOUTH, "principles:log-follow-up"), AUDIT, (2025, 10, 23), Independent, chosen(2, 6, 12), "Opfølgning mangler."),
    tell(("lookups-word", SOUTH, "principles:log-follow-up"), STATEMENT, (2026, 3, 4), Own, part(100, 100), "Ifølge ledelsen rettet.")
        .closing("lookups-south"),
    // Backups are taken; whether they can be restored is known for some.
    tell(("restore-large", LARGE, "iso:A.8.13"), TEST, (2026, 3, 18), Internal, chosen(16, 17, 20), "Et system genskabt for sent."),
    tell(("restore-north", NORTH, "iso:A.8.13"), AUDIT, (2025, 9, 30), Independent, chosen(8, 11, 11), "3 af 11 ikke genskabt i tide."),
    tell(("restore-again", NORTH, "iso:A.8.13"), TEST, (2026, 4, 21), Independent, chosen(5, 5, 11), "De 3 og 2 andre genskabt i tide.")
        .closing("restore-north"),
    tell(("restore-south", SOUTH, "iso:A.8.13"), TEST, (2025, 6, 11), Internal, chosen(0, 1, 5), "Prøven mislykkedes og er ikke gentaget."),
    tell(("restore-psychiatry", PSYCHIATRY, "iso:A.5.30"), EXERCISE, (2025, 11, 19), Internal, part(90, 60), "Papirjournal i tre vagter."),
    // No one knows all systems and data, and what was mended there was not looked at by those who found it.
    tell(("inventory", REGION, "iso:A.5.9"), AUDIT, (2025, 10, 8), Independent, random(49, 60, 640), "11 uden ejer eller dataoversigt."),
    tell(("inventory-again", REGION, "iso:A.5.9"), AUDIT, (2026, 3, 25), Internal, chosen(128, 128, 640), "Ejere udpeget.")
        .closing("inventory"),
    tell(("inventory-list", REGION, "iso:A.5.9"), DOCUMENT, (2025, 8, 27), Own, part(100, 70), "Systemoversigten, senest gennemgået."),
    tell(("record", REGION, "gdpr:30"), DOCUMENT, (2025, 1, 15), Own, part(100, 80), "Fortegnelsen, som den stod sidste år."),
    tell(("record-sample", REGION, "gdpr:30"), AUDIT, (2025, 11, 12), Internal, chosen(54, 62, 310), "8 poster uden frister."),
    // Agreements are signed and then left alone.
    tell(("agreements", REGION, "gdpr:28"), AGREEMENT, (2026, 2, 24), Internal, chosen(251, 260, 268), "9 mangler bilag om tilsyn."),
    tell(("processors", REGION, "gdpr:28"), AUDIT, (2025, 11, 5), Independent, chosen(29, 40, 268), "11 uden tilsyn det seneste år."),
    tell(("suppliers", REGION, "iso:A.5.22"), AUDIT, (2025, 11, 5), Independent, chosen(17, 30, 142), "13 uden tilsyn det seneste år."),
    tell(("supplier-plan", REGION, "iso:A.5.22"), DOCUMENT, (2026, 1, 20), Own, level(3, 50), "Tilsynsplan for de vigtigste leverandører."),
    tell(("chain", SOUTH, "iso:A.5.21"), STATEMENT, (2026, 1, 29), Own, level(1, 30), "Underleverandører er ukendte."),
    tell(("cloud", REGION, "iso:A.5.23"), STATEMENT, (2026, 3, 12), Independent, part(100, 80), "Leverandørens svar på et spørgeskema."),
    // Accounts of those who left: found, mended, and looked at again.
    tell(("leavers-rule", REGION, "iso:A.5.18"), DOCUMENT, (2025, 12, 10), Own, level(4, 100), "Procedure for fratrædelse."),
    tell(("leavers", REGION, "iso:A.5.18"), AUDIT, (2025, 10, 8), Independent, random(53, 60, 11_400), "7 konti tilhørte fratrådte."),
    tell(("leavers-again", REGION, "iso:A.5.18"), AUDIT, (2026, 4, 15), Independent, random(59, 60, 11_400), "Ny stikprøve.")
        .closing("leavers"),
    tell(("leavers-south", SOUTH, "iso:A.5.18"), LOG_REVIEW, (2026, 5, 6), Internal, random(55, 60, 1_368), "5 vikarkonti stod åbne."),
    // A strong side: incidents are found, handled and learnt from.
    tell(("lessons", REGION, "iso:A.5.27"), INCIDENT_REVIEW, (2026, 2, 3), Internal, chosen(73, 74, 74), "Årets hændelser gennemgået."),
    tell(("lessons-audit", REGION, "iso:A.5.27"), AUDIT, (2026, 4, 15), Independent, chosen(70, 70, 74), "Læring fulgt til dørs."),
    tell(("night", LARGE, "iso:A.5.26"), EXERCISE, (2026, 4, 9), Internal, part(97, 100), "Øvelse i nattevagt; kæden virkede."),
    // Old medical devices.
    tell(("scan", LARGE, "iso:A.8.8"), TEST, (2026, 5, 12), Independent, chosen(52, 60, 82), "8 medicosystemer uden understøttelse."),
    tell(("medico", SUPPLIER, "iso:A.8.8"), ASSURANCE_REPORT, (2026, 1, 28), Independent, part(85, 100), "Forbehold om ældre udstyr."),
    tell(("medico-install", SUPPLIER, "iso:A.8.19"), STATEMENT, (2025, 9, 4), Own, level(3, 80), "Leverandørens egen beskrivelse."),
    // Slips of the pen.
    tell(("campaign", SOCIAL, "iso:A.6.3"), AWARENESS, (2026, 7, 8), Internal, part(100, 100), "Planlagt sommerkampagne."),
    tell(("policy", OFFICES, "iso:5.2"), DOCUMENT, (2026, 1, 14), Internal, level(4, 100), "Politikken i lokal udgave."),
    tell(("keys", LARGE, "principles:key-separation"), TEST, (2026, 2, 19), Independent, part(95, 60), "Nøgler hos datakontoret.")
        .traceable(false, true),
    tell(("choices", LARGE, "principles:patient-choices"), TEST, (2025, 12, 3), Internal, part(90, 40), "Spærringer i to systemer.")
        .traceable(true, false),
];

const BOARD: &str = "Informationssikkerhedsudvalget";
const ACTIVITY: &str = "no_such_activity";
const ASSET: &str = "no_such_asset";

/// Requirement, where it does not apply, class of the reason, approver, last day, reason.
type Exclusion = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

const EXCLUSIONS: &[Exclusion] = &[
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
type Statement = (&'static str, &'static str, bool, &'static str);

const STATEMENTS: &[Statement] = &[
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
type Measure = (&'static str, &'static str, &'static str, u32, &'static str, &'static str, &'static str, &'static str, &'static str);

const IT: &str = "It-direktøren";
const CISO: &str = "Informationssikkerhedschefen";
const LOCAL: &str = "Sygehusledelsen";
const LAWYER: &str = "Juridisk chef";
const TOP: &str = "Direktionen";

const MEASURES: &[Measure] = &[
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
type Dissent = (&'static str, &'static str, &'static str, &'static str);

const DISSENT: &[Dissent] = &[
    ("gdpr:30", REGION, "dpo", "Fortegnelsen er efter min opfattelse ringere end oplyst: forskning og medicoteknik mangler næsten helt."),
    ("principles:log-follow-up", SOUTH, "auditor", "Vi har ikke set dokumentation for, at opfølgningen er genoptaget."),
];

// The drawing.

/// The qualified name of a requirement that a table names in short.
fn full(short: &str) -> String {
    let (framework, name) = short.split_once(':').unwrap_or_default();
    let known = FRAMEWORKS.iter().find(|(abbreviation, _)| *abbreviation == framework);
    format!("{}:{name}", known.map_or(framework, |(_, id)| id))
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

fn exclusion(&(requirement, entity, class, approved_by, review_by, reason): &Exclusion) -> Value {
    json!({
        "requirement": full(requirement), "entity": entity, "class": class,
        "approved_by": approved_by, "review_by": review_by, "reason": reason,
    })
}

fn statement(&(requirement, responsible, implemented, why): &Statement) -> Value {
    json!({ "requirement": full(requirement), "responsible": responsible, "implemented": implemented, "why": why })
}

fn measure((number, row): (u32, &Measure)) -> Value {
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

fn dissent(&(requirement, entity, by, text): &Dissent) -> Value {
    json!({ "requirement": full(requirement), "entity": entity, "by": by, "text": text })
}

impl Place {
    fn json(&self) -> Value {
        let mut fields = Map::new();
        fields.insert("id".to_owned(), self.id.into());
        fields.insert("name".to_owned(), self.name.into());
        fields.insert("kind".to_owned(), self.kind.into());
        if self.is_in_region() {
            fields.insert("parent".to_owned(), REGION.into());
            fields.insert("weight".to_owned(), self.weight.into());
        }
        let served = SERVICES.iter().filter(|(service, ..)| *service == self.id).flat_map(|(_, requirement, served)| {
            served.iter().map(|(entity, share)| json!({ "entity": entity, "requirement": full(requirement), "share": share }))
        });
        let served: Vec<Value> = served.collect();
        if !served.is_empty() {
            fields.insert("serves".to_owned(), served.into());
        }
        fields.into()
    }

    fn is_in_region(&self) -> bool {
        matches!(self.kind, "hospital" | "unit")
    }
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

impl Story {
    fn draft(&self, requirement: &Requirement) -> Draft {
        let (signed, filed) = self.traceable;
        Draft {
            mark: self.mark.to_owned(),
            requirement: requirement.id.clone(),
            entity: self.entity,
            kind: self.kind,
            day: self.day,
            assurance: self.assurance,
            by: examiner(requirement, self.entity, self.kind, self.assurance).filter(|_| signed),
            filed,
            valid_days: None,
            closes: Some(self.closes).filter(|mark| !mark.is_empty()).map(str::to_owned).into_iter().collect(),
            finding: self.finding,
            note: self.note.to_owned(),
        }
    }
}

/// One requirement at one place, about to be drawn.
struct Scene<'a> {
    requirement: &'a Requirement,
    place: &'static Place,
    theme: &'static Theme,
    grade: &'static Grade,
    dice: Dice,
    audited: (Day, Assurance), // an audit takes a whole chapter at a time
}

/// When audits are held: the last day of a round, and how many days it takes. Recent rounds come twice, to be drawn more often.
const ROUNDS: &[(Day, u32)] = &[
    (Day::new(2026, 5, 21), 75),
    (Day::new(2026, 5, 21), 75),
    (Day::new(2025, 11, 27), 80),
    (Day::new(2025, 11, 27), 80),
    (Day::new(2025, 5, 22), 75),
];
const FORGOTTEN_ROUND: (Day, u32) = (Day::new(2023, 11, 23), 75);

impl<'a> Scene<'a> {
    fn new(requirement: &'a Requirement, place: &'static Place, seed: u64) -> Option<Self> {
        let is_theme = |theme: &&Theme| {
            theme.requirements.split_whitespace().any(|name| full(&format!("{}:{name}", theme.framework)) == requirement.id)
        };
        let theme = THEMES.iter().find(is_theme).or(THEMES.first())?;
        let grade = if place.id == PLATFORM { GOOD } else { theme.grade };
        let mut dice = Dice::of(seed, &["audit", &requirement.part, place.id]);
        let (last, days) = if grade.late == FORGOTTEN { FORGOTTEN_ROUND } else { *dice.pick(ROUNDS)? };
        let independent = dice.chance(place.present * 2 / 3); // few come to the small places
        let audited = (last.workday_before(dice.between(0, days)), if independent { Independent } else { Internal });
        let dice = Dice::of(seed, &[&requirement.id, place.id]);
        Some(Self { requirement, place, theme, grade, dice, audited })
    }

    fn draw(mut self) -> Vec<Draft> {
        let kinds = self.kinds();
        let mut drafts = Vec::new();
        for (number, kind) in (1..).zip(kinds) {
            let draft = self.draft(kind, number);
            let again = self.look_again(&draft);
            drafts.push(draft);
            drafts.extend(again);
        }
        drafts
    }

    /// Which kinds of evidence there are.
    fn kinds(&mut self) -> Vec<&'static Kind> {
        if self.place.id == REGION {
            self.central_kinds()
        } else if self.place.is_in_region() {
            self.local_kinds()
        } else if self.is_served() {
            let sometimes = [LOG_REVIEW, CERTIFICATE].into_iter().filter(|_| self.dice.chance(70));
            [TEST, ASSURANCE_REPORT].into_iter().chain(sometimes).collect()
        } else {
            Vec::new()
        }
    }

    /// First what the region lays down, then mostly what audits made of it.
    fn central_kinds(&mut self) -> Vec<&'static Kind> {
        let central: Vec<&Kind> = self.theme.kinds.iter().copied().filter(|kind| kind.central).collect();
        let (Some(first), Some(last)) = (central.first(), central.last()) else { return Vec::new() };
        let number = self.dice.between(self.grade.central.0, self.grade.central.1);
        let kind = |place| if place == 1 { Some(*first) } else { self.dice.pick(&[AUDIT, AUDIT, *last]).copied() };
        (1..=number).filter_map(kind).collect()
    }

    /// What shows on the spot; where a theme lives at the region alone, an audit at times.
    fn local_kinds(&mut self) -> Vec<&'static Kind> {
        let local: Vec<&Kind> = self.theme.kinds.iter().copied().filter(|kind| !kind.central).collect();
        let present = self.place.present * self.grade.present / 100;
        match self.dice.pick(&local).copied() {
            Some(kind) if self.dice.chance(present) => {
                if self.dice.chance(20) {
                    vec![kind, AUDIT]
                } else {
                    vec![kind]
                }
            }
            None if self.dice.chance(present / 2) => vec![AUDIT],
            Some(_) | None => Vec::new(),
        }
    }

    fn is_served(&self) -> bool {
        SERVICES.iter().any(|(service, requirement, _)| *service == self.place.id && full(requirement) == self.requirement.id)
    }

    fn draft(&mut self, kind: &'static Kind, number: u32) -> Draft {
        let assurance = self.assurance(kind);
        let finding = self.finding(kind);
        let (signed, filed) = match self.dice.between(1, 100) {
            1 => (false, true),
            2 => (true, false),
            _ => (true, true),
        };
        let (usual, longest) = kind.valid;
        let longer = longest > usual && self.grade.late < FORGOTTEN && self.dice.chance(30);
        Draft {
            mark: format!("{} at {}, {number}", self.requirement.id, self.place.id),
            requirement: self.requirement.id.clone(),
            entity: self.place.id,
            kind,
            day: self.day(kind),
            assurance,
            by: examiner(self.requirement, self.place.id, kind, assurance).filter(|_| signed),
            filed,
            valid_days: longer.then_some(usual * 2),
            closes: Vec::new(),
            finding,
            note: self.note(kind, finding),
        }
    }

    fn assurance(&mut self, kind: &Kind) -> Assurance {
        let honest = match kind.highest {
            _ if kind.name == AUDIT.name => self.audited.1,
            Independent if kind.name != TEST.name || self.dice.chance(self.grade.independent) => Independent,
            Independent | Internal if self.dice.chance(85) => Internal,
            Independent | Internal | Own => Own,
        };
        match honest {
            Own if kind.highest == Own && self.dice.chance(2) => Internal, // more than such a kind can carry
            other => other,
        }
    }

    fn day(&mut self, kind: &Kind) -> Day {
        if kind.name == AUDIT.name {
            return self.audited.0;
        }
        let (usual, _) = kind.valid;
        let (youngest, oldest) = if self.grade.late == FORGOTTEN { (usual * 2 + 10, usual * 3) } else { kind.ages };
        let age = self.dice.between(youngest, oldest) + self.place.late;
        let forgotten = if self.dice.chance(self.grade.late) { self.dice.between(usual / 3, usual) } else { 0 };
        AS_OF.workday_before(age + forgotten)
    }

    fn finding(&mut self, kind: &Kind) -> Finding {
        let (low, high) = self.grade.result;
        let in_order = self.dice.between(low, high).saturating_sub(self.place.behind); // half per cents
        let share = self.dice.between(self.grade.share.0, self.grade.share.1);
        match self.dice.pick(kind.forms).copied().unwrap_or(Form::Part) {
            Form::Part => Finding::Part { result: in_order * 50, share: share.next_multiple_of(5) * 100 },
            Form::Level => match self.dice.pick(self.grade.levels).copied().unwrap_or_default() {
                level @ 0..=3 => Finding::Level { level, share: self.dice.between(4, 9) * 500 },
                level => Finding::Level { level, share: WHOLE },
            },
            Form::Counted => {
                let population = (self.theme.unit.1 * self.place.size / 100).max(4);
                let random = population >= 300 && kind.name != AWARENESS.name;
                let examined = if random { self.dice.between(30, 60) } else { (population * share / 100).max(1) };
                let wrong = (examined * (200 - in_order) + self.dice.between(0, 199)) / 200;
                Finding::Counted { population, examined, ok: examined.saturating_sub(wrong), random }
            }
        }
    }

    fn note(&mut self, kind: &Kind, finding: Finding) -> String {
        match finding {
            Finding::Counted { examined, ok, .. } if ok < examined => {
                format!("{} af {examined} {} med mangler.", examined - ok, self.theme.unit.0)
            }
            _ if self.dice.chance(55) => self.dice.pick(kind.notes).map(|note| note.replace("{}", self.theme.subject)).unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// A later look that closes what a draft found wrong, where somebody took it.
    fn look_again(&mut self, found: &Draft) -> Option<Draft> {
        let finding = match found.finding {
            Finding::Part { result, share } if result < WHOLE => Finding::Part { result: WHOLE, share },
            // Some of those in order as well: as shares are cut and failures cut up, looking at the failures alone can fall short of them.
            Finding::Counted { population, examined, ok, random: false } if ok < examined => {
                let again = ((examined - ok) * 2).min(population);
                Finding::Counted { population, examined: again, ok: again, random: false }
            }
            Finding::Counted { population, examined, ok, random: true } if ok < examined => {
                Finding::Counted { population, examined: 60, ok: 60, random: true }
            }
            Finding::Part { .. } | Finding::Level { .. } | Finding::Counted { .. } => return None,
        };
        let age = AS_OF.since(found.day);
        if age < 60 || self.grade.late == FORGOTTEN || !self.dice.chance(self.grade.mended) {
            return None;
        }
        Some(Draft {
            mark: format!("{}, again", found.mark),
            day: AS_OF.workday_before(self.dice.between(5, age - 40)),
            closes: vec![found.mark.clone()],
            finding,
            note: "Set efter; rettet.".to_owned(),
            ..found.clone()
        })
    }
}
