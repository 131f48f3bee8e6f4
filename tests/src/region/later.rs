//! What is told of the year after: evidence, exclusions, statements, measures and dissent.

use super::places::{LARGE, NORTH, OFFICES, PSYCHIATRY, REGION, SOCIAL, SOUTH};
use super::plans::{ACTIVITY, ASSET, BOARD, CISO, Dissent, Exclusion, IT, LAWYER, LOCAL, Statement, TOP};
use super::stories::{Story, chosen, level, part, random, tell};
use crate::evidence::Assurance::{Independent, Internal, Own};
use crate::evidence::{AGREEMENT, AUDIT, AWARENESS, DOCUMENT, EXERCISE, LOG_REVIEW, STATEMENT, TEST};

/// Where one of the two years tells of evidence, none is drawn for this one.
pub(crate) const STORIES: &[Story] = &[
    // The smallest hospital looks at its logs again, and an auditor has seen it.
    tell(("log-south-monthly", SOUTH, "iso:A.8.15"), LOG_REVIEW, (2027, 5, 26), Internal, random(57, 60, 1_030), "Månedlig logopfølgning."),
    tell(("log-south-audited", SOUTH, "iso:A.8.15"), AUDIT, (2027, 4, 14), Independent, random(58, 60, 1_030), "2 opslag er uafklarede.")
        .closing("log-south-audit"),
    tell(("lookups-south-audited", SOUTH, "principles:log-follow-up"), AUDIT, (2027, 4, 14), Independent, chosen(9, 12, 12), "3 mangler.")
        .closing("lookups-south"),
    tell(("log-large-monthly", LARGE, "iso:A.8.15"), LOG_REVIEW, (2027, 5, 19), Internal, random(60, 60, 3_910), "Månedens logopfølgning."),
    // At Nordhede nobody reviewed the logs in spring: what there is has grown old.
    tell(
        ("log-north-autumn", NORTH, "iso:A.8.15"),
        LOG_REVIEW,
        (2026, 10, 28),
        Internal,
        random(52, 55, 2_140),
        "Siden er opgaven udskudt.",
    ),
    // Restoring: mended at the smallest hospital, repeated at the largest, forgotten in psychiatry.
    tell(("restore-south-anew", SOUTH, "iso:A.8.13"), TEST, (2026, 11, 18), Internal, chosen(5, 5, 5), "Alle fem systemer genskabt.")
        .closing("restore-south"),
    tell(("restore-large-anew", LARGE, "iso:A.8.13"), TEST, (2027, 3, 10), Independent, chosen(19, 20, 20), "Et system genskabt for sent."),
    // Suppliers: supervised at last, and seen by the auditor; the agreements only in part.
    tell(("suppliers-audited", REGION, "iso:A.5.22"), AUDIT, (2027, 2, 10), Independent, chosen(55, 60, 142), "5 uden tilsyn i året.")
        .closing("suppliers"),
    tell(("agreements-anew", REGION, "gdpr:28"), AGREEMENT, (2027, 2, 23), Internal, chosen(259, 266, 271), "7 mangler bilag om tilsyn."),
    tell(("cloud-audited", REGION, "iso:A.5.23"), AUDIT, (2027, 3, 17), Internal, chosen(13, 16, 16), "3 tjenester uden exitplan."),
    // Systems and data: the list grows, and its gaps are those of last year.
    tell(("inventory-list-anew", REGION, "iso:A.5.9"), DOCUMENT, (2026, 9, 2), Own, part(100, 80), "Systemoversigten, senest gennemgået."),
    tell(("classes", REGION, "iso:A.5.12"), DOCUMENT, (2027, 1, 20), Own, level(3, 60), "Klassifikation besluttet, ikke indført overalt."),
    // What the auditors found this year.
    tell(("patches-north", NORTH, "iso:A.8.8"), AUDIT, (2027, 4, 15), Independent, chosen(47, 60, 96), "13 systemer uden opdateringer."),
    tell(
        ("leavers-again-27", REGION, "iso:A.5.18"),
        AUDIT,
        (2027, 4, 14),
        Independent,
        random(55, 60, 11_600),
        "5 konti tilhørte fratrådte.",
    ),
    tell(
        ("shared-accounts", PSYCHIATRY, "iso:A.8.5"),
        AUDIT,
        (2026, 11, 11),
        Independent,
        chosen(21, 30, 1_030),
        "9 fælles logins i vagten.",
    ),
    // One's own word once more, and an exercise.
    tell(
        ("alarms-south-again", SOUTH, "iso:A.8.16"),
        STATEMENT,
        (2027, 2, 11),
        Own,
        level(2, 50),
        "Alarmer ses kun i dagtid, som sidste år.",
    ),
    tell(("night-anew", LARGE, "iso:A.5.26"), EXERCISE, (2027, 4, 8), Internal, part(98, 100), "Øvelse i nattevagt; kæden virkede."),
    tell(("campaign-27", LARGE, "iso:A.6.3"), AWARENESS, (2027, 3, 3), Internal, part(91, 100), "Alle med adgang til journalen."),
];

/// Requirements on which nothing new is recorded at all.
pub(crate) const SILENT: &[&str] = &["gdpr:30", "iso:A.8.11"];

pub(crate) const EXCLUSIONS: &[Exclusion] = &[
    ("iso:A.8.30", REGION, ACTIVITY, BOARD, "2028-01-31", "Regionen får ikke udviklet software uden for huset."),
    ("iso:A.8.31", SOUTH, ASSET, "Sygehusledelsen", "2026-12-31", "Sygehuset har ingen egne testmiljøer."), // nobody renewed it
    ("iso:A.8.25", SOCIAL, ACTIVITY, BOARD, "2028-01-31", "De sociale tilbud udvikler ikke systemer."),
    ("iso:A.8.28", SOCIAL, ACTIVITY, BOARD, "2028-01-31", "De sociale tilbud programmerer ikke."),
    ("iso:A.8.29", SOCIAL, ACTIVITY, BOARD, "2028-01-31", "De sociale tilbud tager kun afprøvede systemer i brug."),
    ("iso:A.8.26", SOCIAL, ACTIVITY, BOARD, "2028-01-31", "De sociale tilbud stiller ikke selv krav til applikationer."), // new
    ("iso:A.7.6", SOCIAL, ASSET, BOARD, "2028-01-31", "De sociale tilbud har ingen sikrede områder."),
    ("iso:A.7.12", OFFICES, ASSET, BOARD, "2027-12-31", "Kablerne ejes og sikres af udlejeren."),
    ("gdpr:47", REGION, "legal_condition", "Direktionen", "2028-06-30", "Ingen overførsel bygger på bindende virksomhedsregler."),
];

/// What is said otherwise than the year before, and anew.
pub(crate) const STATEMENTS: &[Statement] = &[
    ("iso:A.5.22", "Indkøbschefen", true, "Leverandører behandler patientdata; tilsynet er gennemført for de vigtigste."),
    (
        "iso:A.8.11",
        IT,
        false,
        "Tiltaget om maskering er opgivet: fra 2028 dannes testdata kunstigt, og indtil da bruges ingen patientdata.",
    ),
];

/// A measure's number, what it is now, and when it is due where that has moved. A number that is left out is no longer mentioned.
pub(crate) const PROGRESS: &[(u32, &str, &str)] = &[
    (1, "done", ""),
    // 2, the alarms of the smallest hospital, is not accounted for
    (3, "done", ""),
    (4, "decided", "2028-06-30"),
    (5, "started", ""),
    (6, "started", "2027-09-30"),
    (7, "proposed", ""),
    (8, "done", ""), // nobody has seen it
    (9, "done", ""),
    (10, "proposed", "2028-06-30"),
    (11, "started", ""),
    (12, "done", ""),
    (13, "done", ""),
    (14, "done", ""),
    (15, "decided", "2027-11-30"),
    (16, "proposed", ""),
    (17, "proposed", ""),
    (18, "proposed", "2027-12-31"),
    (19, "dropped", ""), // why is told in the statement of applicability
    (20, "dropped", ""),
    (21, "done", ""),
    (22, "proposed", "2027-11-30"),
    (23, "proposed", ""),
    (24, "proposed", ""),
];

/// Who decided what was only proposed, and when.
pub(crate) const DECIDED: &[(u32, &str, &str)] =
    &[(4, TOP, "2027-05-26"), (6, BOARD, "2026-10-21"), (12, BOARD, "2026-09-16"), (15, BOARD, "2027-01-20")];

/// Measures since, numbered after those of the year before.
pub(crate) const MEASURES: &[super::plans::Measure] = &[
    ("iso:A.8.8", NORTH, "90", 260_000, LOCAL, "2027-10-31", "decided", LOCAL, "2027-05-12"),
    ("iso:A.8.5", PSYCHIATRY, "90", 410_000, IT, "2027-12-31", "started", TOP, "2027-01-27"),
    ("gdpr:35", REGION, "90", 200_000, LAWYER, "2027-12-31", "proposed", "", ""),
    ("iso:A.5.18", REGION, "95", 120_000, CISO, "2027-09-30", "decided", BOARD, "2027-05-19"),
];

pub(crate) const DISSENT: &[Dissent] = &[
    ("gdpr:30", REGION, "dpo", "Tiltaget er meldt udført, men fortegnelsen er den samme som sidste år; jeg har ikke set nye poster."),
    ("iso:A.8.16", SOUTH, "auditor", "Vi kan ikke se, hvad der blev af tiltaget om overvågning uden for dagtid."),
];

/// Weights that the merging of emergency functions changed.
pub(crate) const WEIGHTS: &[(&str, u32)] = &[(NORTH, 4), (SOUTH, 1)];

/// Services whose share changed: requirement, who is served, the new share.
pub(crate) const SHARES: &[(&str, &str, &str)] = &[("iso:A.8.15", SOUTH, "60"), ("iso:A.8.9", SOUTH, "80")];
