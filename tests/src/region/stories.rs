//! What makes the story of the region: evidence that is told, not drawn.

use super::examiner;
use super::places::{LARGE, NORTH, OFFICES, PSYCHIATRY, REGION, SOCIAL, SOUTH, SUPPLIER};
use crate::chance::Day;
use crate::evidence::Assurance::{self, Independent, Internal, Own};
use crate::evidence::{
    AGREEMENT, ASSURANCE_REPORT, AUDIT, AWARENESS, DOCUMENT, Draft, EXERCISE, Finding, INCIDENT_REVIEW, Kind, LOG_REVIEW, STATEMENT, TEST,
};
use crate::requirement::Requirement;

/// An evidence that is told, not drawn. Where one is told, none is drawn.
pub(crate) struct Story {
    pub(crate) mark: &'static str,
    pub(crate) entity: &'static str,
    pub(crate) requirement: &'static str,
    pub(crate) kind: &'static Kind,
    pub(crate) day: Day,
    pub(crate) assurance: Assurance,
    pub(crate) finding: Finding,
    pub(crate) closes: &'static str,
    pub(crate) traceable: (bool, bool), // by whom, which case
    pub(crate) note: &'static str,
}

pub(crate) const fn tell(
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

pub(crate) const fn part(result: u32, share: u32) -> Finding {
    Finding::Part { result: result * 100, share: share * 100 }
}

pub(crate) const fn level(level: u32, share: u32) -> Finding {
    Finding::Level { level, share: share * 100 }
}

pub(crate) const fn chosen(ok: u32, examined: u32, population: u32) -> Finding {
    Finding::Counted { population, examined, ok, random: false }
}

pub(crate) const fn random(ok: u32, examined: u32, population: u32) -> Finding {
    Finding::Counted { population, examined, ok, random: true }
}

impl Story {
    pub(crate) const fn closing(self, closes: &'static str) -> Self {
        Self { closes, ..self }
    }

    pub(crate) const fn traceable(self, by: bool, case: bool) -> Self {
        Self { traceable: (by, case), ..self }
    }
}

pub(crate) const STORIES: &[Story] = &[
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

impl Story {
    pub(crate) fn draft(&self, requirement: &Requirement) -> Draft {
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
