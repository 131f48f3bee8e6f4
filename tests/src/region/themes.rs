//! How well the region does in what: themes, grades, and what is counted.

use crate::evidence::{
    AGREEMENT, AUDIT, AWARENESS, DOCUMENT, EXERCISE, INCIDENT_REVIEW, Kind, LOG_REVIEW, RISK_ASSESSMENT, STATEMENT, TEST,
};

/// What is counted, and how many of it the region has.
pub(crate) type Unit = (&'static str, u32);

pub(crate) const ACCOUNTS: Unit = ("brugerkonti", 11_400);
pub(crate) const ACTIVITIES: Unit = ("behandlingsaktiviteter", 310);
pub(crate) const AGREEMENTS: Unit = ("databehandleraftaler", 268);
pub(crate) const CASES: Unit = ("borgersager", 420);
pub(crate) const CHANGES: Unit = ("ændringer", 1_240);
pub(crate) const CRITICAL: Unit = ("kritiske systemer", 46);
pub(crate) const DEVICES: Unit = ("arbejdsstationer", 8_200);
pub(crate) const INCIDENTS: Unit = ("hændelser", 74);
pub(crate) const LOOKUPS: Unit = ("journalopslag", 8_600);
pub(crate) const PROJECTS: Unit = ("projekter", 38);
pub(crate) const ROOMS: Unit = ("sikrede rum", 96);
pub(crate) const STAFF: Unit = ("medarbejdere", 9_800);
pub(crate) const STUDIES: Unit = ("forskningsprojekter", 86);
pub(crate) const SUPPLIERS: Unit = ("leverandører", 142);
pub(crate) const SYSTEMS: Unit = ("systemer", 184);
pub(crate) const WARDS: Unit = ("afdelinger", 64);

/// How well the region does in a theme.
pub(crate) struct Grade {
    pub(crate) central: (u32, u32),    // evidences of the region
    pub(crate) present: u32,           // per cent of the evidence that a hospital has where it has any
    pub(crate) result: (u32, u32),     // half per cents
    pub(crate) levels: &'static [u32], // 4 is fully implemented
    pub(crate) share: (u32, u32),      // per cent that was looked at
    pub(crate) independent: u32,       // per cent of what can be
    pub(crate) late: u32,              // per cent of what is older than it should be
    pub(crate) mended: u32,            // per cent of the findings that a later look closes
}

/// Nothing of it is young enough to count.
pub(crate) const FORGOTTEN: u32 = 100;

pub(crate) const STRONG: &Grade = &Grade {
    central: (2, 2),
    present: 100,
    result: (194, 200),
    levels: &[4, 4, 5],
    share: (80, 100),
    independent: 70,
    late: 4,
    mended: 15,
};
pub(crate) const GOOD: &Grade = &Grade {
    central: (1, 2),
    present: 92,
    result: (186, 199),
    levels: &[4, 4, 4, 5],
    share: (60, 95),
    independent: 45,
    late: 10,
    mended: 12,
};
pub(crate) const FAIR: &Grade = &Grade {
    central: (1, 2),
    present: 80,
    result: (174, 196),
    levels: &[2, 3, 4, 4, 4],
    share: (35, 75),
    independent: 30,
    late: 15,
    mended: 8,
};
pub(crate) const WEAK: &Grade =
    &Grade { central: (1, 2), present: 55, result: (150, 184), levels: &[1, 2, 3], share: (20, 45), independent: 20, late: 30, mended: 4 };
pub(crate) const OUTDATED: &Grade =
    &Grade { central: (1, 1), present: 30, result: (197, 200), levels: &[4], share: (40, 80), independent: 20, late: FORGOTTEN, mended: 0 };
pub(crate) const ABSENT: &Grade =
    &Grade { central: (0, 0), present: 0, result: (0, 0), levels: &[], share: (0, 0), independent: 0, late: 0, mended: 0 };

/// What belongs together: done by the same people, equally well.
pub(crate) struct Theme {
    pub(crate) framework: &'static str,
    pub(crate) requirements: &'static str, // without the framework
    pub(crate) grade: &'static Grade,
    pub(crate) subject: &'static str,
    pub(crate) unit: Unit,
    pub(crate) kinds: &'static [&'static Kind],
}

pub(crate) const fn theme(
    (framework, requirements): (&'static str, &'static str),
    grade: &'static Grade,
    subject: &'static str,
    unit: Unit,
    kinds: &'static [&'static Kind],
) -> Theme {
    Theme { framework, requirements, grade, subject, unit, kinds }
}

/// A requirement that no row names belongs to the first theme.
pub(crate) const THEMES: &[Theme] = &[
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
    theme(("gdpr", "5.1.a 5.1.b 7 10 21"), GOOD, "formål og grundlag", ACTIVITIES, &[DOCUMENT, AUDIT]),
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
